"""Verbs of speech that the parser hangs on whom it is said to, on what is said or on the noun before, mended on the tokens:
"wrote to the general demanding a truce", "…, a commander alleged in remarks"."""

from __future__ import annotations

from timeline.language.document import Sentence
from timeline.language.hang import join, make_root, move
from timeline.language.subjects import SUBJECTS, is_finite

# What somebody may say of another, or ask of whom he writes to.
_VOICING = frozenset(
    "accuse blame criticize criticise condemn denounce warn urge demand ask request call protest threaten offer invite "
    "complain thank congratulate".split()
)
# What a speaker has done after a comma, many forms of which read like participles; and those who speak so.
_SAID = frozenset(
    "alleged charged claimed complained argued warned protested contended declared added said insisted".split()
)
_SPEAKERS = frozenset(
    "spokesman spokeswoman spokesperson official minister premier president ambassador envoy diplomat commander general "
    "colonel officer leader prosecutor lawyer governor chairman deputy senator lawmaker critic analyst statement newspaper "
    "ministry army government embassy".split()
)
_BLAMING = frozenset("accuse blame criticize criticise condemn denounce thank congratulate".split())
_WRITING = frozenset("write cable fax wire".split())
# What is so said of things and of nobody.
_OF_THINGS = frozenset(
    "illegal unlawful false untrue baseless groundless unfounded unjustified invalid void unnecessary premature "
    "inadmissible unacceptable unconstitutional".split()
)


def speech_hung_on_its_hearer(sentence: Sentence) -> bool:
    """ "wrote to the general demanding a truce": whoever writes demands it."""
    changed = False
    for verb in sentence.tokens[1:]:
        hearer = verb.head
        if verb.tag != "VBG" or verb.dep != "acl" or verb.lemma not in _VOICING or hearer.dep != "pobj":
            continue
        told = hearer.head.head
        one = hearer.tag in ("NN", "NNP")  # "wrote to students protesting the war": they protest
        if one and hearer.head.lower == "to" and told.lemma in _WRITING and told.pos == "VERB":
            move(verb, told, "advcl")
            changed = True
    return changed


def speech_joined_to_what_is_said(sentence: Sentence) -> bool:
    """ "said that the sanctions were illegal and accused Chad of bad faith", "said the gas was made in Chad and blamed it":
    no sanctions accuse anybody, and no gas."""
    changed = False
    for verb in sentence.tokens[1:]:
        clause = verb.head
        if verb.tag != "VBD" or verb.dep != "conj" or verb.lemma not in _VOICING or clause.dep != "ccomp":
            continue
        judged = clause.lemma == "be" and any(one.lower in _OF_THINGS for one in clause.children_by("acomp"))
        judged |= verb.lemma in _BLAMING and clause.child("auxpass") is not None
        if judged and verb.child(*SUBJECTS, "aux", "auxpass") is None and clause.head.tag == "VBD":
            join(verb, clause.head)
            changed = True
    return changed


def speaker_after_a_comma(sentence: Sentence) -> bool:
    """ "Riga is meddling in our affairs, a commander [alleged] in remarks", "Riga is in breach of the pact, the prosecutor
    [said] on Monday": whoever stands after the comma says all that stands before it."""
    tokens, root = sentence.tokens, sentence.root
    if not is_finite(root) or root.lemma in _VOICING:
        return False
    for verb in tokens[2:]:
        speaker = verb.head if verb.dep == "acl" else verb.child("nsubj") if verb.dep == "conj" else None
        if speaker is None or verb.lower not in _SAID or not root.i < speaker.i < verb.i:
            continue
        told = not any(one.lower in ("with", "of", "by") for one in verb.children_by("prep", "agent"))
        if verb.dep == "acl":
            told = told and speaker.dep == "dobj" and speaker.lemma in _SPEAKERS and verb.i == speaker.i + 1
        else:
            told = told and verb.head is root and not any(root.i < one.i < verb.i for one in root.children_by("cc"))
        told = told and verb.child("dobj", "ccomp", "auxpass") is None
        first = min((one.left for one in (speaker, *speaker.children) if one.i <= speaker.i), default=speaker.i)
        if told and tokens[first - 1 - tokens[0].i].text == ",":
            make_root(verb)
            verb.tag = "VBD"
            move(speaker, verb, "nsubj")
            move(root, verb, "ccomp")
            return True
    return False


SPEECH = (speech_hung_on_its_hearer, speech_joined_to_what_is_said, speaker_after_a_comma)
