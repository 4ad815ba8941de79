"""Mends for the clauses of headlines: two told in one line, a dropped "be", "to" for what is to come."""

from __future__ import annotations

from timeline.language.document import Sentence
from timeline.language.hang import make_root, move
from timeline.language.headlines import LONGEST, PEOPLE, become_verb, tag_as

_BEFALLING = frozenset(
    "kill wound injure shoot stab attack ambush bomb shell raid detain arrest capture kidnap abduct seize jail imprison "
    "release free rescue evacuate displace deport expel oust impeach indict convict acquit sentence charge fine ban "
    "suspend cancel postpone".split()
)
_FIGHTING = frozenset("attack raid shell bomb ambush".split())
_FIGHTERS = PEOPLE | {"army", "military", "navy", "force", "militia", "guerrillas", "gang", "mob"}
_SET = frozenset({"set", "schedule", "slate"})
_AWAITED = frozenset({"expect"})


def is_line(sentence: Sentence) -> bool:
    """Whether it may be a headline: short, and without a stop."""
    return len(sentence.tokens) <= LONGEST and sentence.tokens[-1].text not in (".", "!", "?", '"', ":")


def told_before_a_semicolon(sentence: Sentence) -> bool:
    """ "Rebels seize Goma; Kenya calls for talks": two headlines in one, the first no content of the second."""
    if not is_line(sentence):
        return False
    root = sentence.root
    first = root.child("ccomp")
    if first is None or first.i > root.i or first.child("mark") is not None:
        return False
    mark = next((child for child in root.children if child.text == ";" and first.i < child.i < root.i), None)
    if mark is None or root.child("nsubj", "nsubjpass") is None:
        return False
    make_root(first)
    move(root, first, "conj")
    move(mark, first, "punct")
    return True


def verb_taken_for_subject(sentence: Sentence) -> bool:
    """ "Iran releases seized British tanker": a verb that was read as the subject of the participle behind it."""
    root = sentence.root
    verb, met = root.child("nsubj"), root.child("dobj")
    if verb is None or verb.tag != "VBZ" or verb.i != root.i - 1 or root.tag not in ("VBD", "VBN"):
        return False
    if met is None or root.child("aux", "auxpass", "prep", "xcomp") is not None:
        return False
    before = [child for child in verb.children if child.i < verb.i]
    if not before or before[-1].pos not in ("NOUN", "PROPN") or before[-1].right != verb.i - 1:
        return False
    make_root(verb)
    move(met, verb, "dobj")
    for child in list(root.children):
        move(child, verb, child.dep)
    move(root, met, "amod")
    root.tag = "VBN"
    become_verb(verb, before, None)
    verb.tag = "VBZ"
    return True


def pending_taken_for_modifier(sentence: Sentence) -> bool:
    """ "Mayor jailed pending trial": "pending" is a preposition right behind a participle, and the trial not its object."""
    changed = False
    for mark in sentence.tokens:
        noun, verb = mark.head, mark.head.head
        if mark.lower != "pending" or mark.dep != "amod" or noun.dep != "dobj" or mark.i != verb.i + 1:
            continue
        subject = verb.child("nsubj")
        if verb.tag not in ("VBD", "VBN") or subject is None:
            continue
        move(mark, verb, "prep")
        move(noun, mark, "pobj")
        mark.pos, mark.tag = "ADP", "IN"
        subject.dep, verb.tag = "nsubjpass", "VBN"
        changed = True
    return changed


def be_left_out(sentence: Sentence) -> bool:
    """A headline's "Talks set to resume", "Vote expected to be held": the verb is no past tense, for "are" is left out."""
    verb = sentence.root
    subject, act = verb.child("nsubj"), verb.child("xcomp")
    if verb.tag != "VBD" or subject is None or act is None or act.tag != "VB" or verb.child("dobj", "aux") is not None:
        return False
    to = act.child("aux")
    things = subject.pos == "NOUN" and subject.lower not in PEOPLE
    if to is None or to.lower != "to" or not (verb.lemma in _SET or (verb.lemma in _AWAITED and things)):
        return False
    if subject.pos == "PRON":
        return False
    verb.tag, subject.dep = "VBN", "nsubjpass"
    return True


def passive_without_be(sentence: Sentence) -> bool:
    """ "Priest shot in Nicaragua", "Man shot by police": in a line without a stop, a past of what befalls somebody, with no
    object and no article before its subject, is a passive."""
    if not is_line(sentence):
        return False
    changed = False
    for verb in sentence.tokens:
        subject = verb.child("nsubj")
        if verb.tag not in ("VBD", "VBN") or subject is None or subject.child("det") is not None:
            continue
        if (
            subject.pos not in ("NOUN", "PROPN")
            or verb.child("dobj", "aux", "ccomp", "xcomp", "prt", "dative") is not None
        ):
            continue
        beside = verb.child("prep")
        aim = beside.child("pobj") if beside is not None and beside.lower == "at" else None
        aiming = verb.lemma == "shoot" and aim is not None and aim.tag in ("NNS", "NNPS")  # "Men shot at officers"
        fighting = verb.lemma in _FIGHTING and subject.lower in _FIGHTERS  # "Rebels attacked at dawn"
        if verb.child("agent") is not None or (verb.lemma in _BEFALLING and not aiming and not fighting):
            subject.dep, verb.tag = "nsubjpass", "VBN"
            changed = True
    return changed


def infinitive_taken_for_noun(sentence: Sentence) -> bool:
    """ "Peru to host talks": what has "to" before it is a verb."""
    changed = False
    for token in sentence.tokens:
        mark = token.child("aux")
        if token.tag == "NN" and mark is not None and mark.tag == "TO" and mark.i < token.i:
            tag_as(token, "VB")
            changed = True
    return changed


def object_taken_for_clause(sentence: Sentence) -> bool:
    """ "Israel pounds Beirut suburbs as talks go on": a noun without a subject is what the verb is done to."""
    changed = False
    for token in sentence.tokens:
        if token.dep != "ccomp" or token.tag not in ("NN", "NNS") or token.head.i > token.left:
            continue
        alone = token.child("nsubj", "nsubjpass", "aux", "auxpass", "cop", "mark", "punct") is None
        if alone and token.head.pos == "VERB" and token.head.child("dobj") is None and token.head.i == token.left - 1:
            token.dep = "dobj"
            changed = True
    return changed


def present_of_lay(sentence: Sentence) -> bool:
    """ "Rebels lay down arms": what has an object is no past of "lie"."""
    changed = False
    for token in sentence.tokens:
        if token.lower == "lay" and token.base == "lie" and token.child("dobj") is not None:
            token.set_lemma("lay")
            token.tag = "VBP"
            changed = True
    return changed


def name_taken_for_modal(sentence: Sentence) -> bool:
    """ "May rejects calls for vote", "May sworn in": no infinitive follows, so the first word is a name."""
    first = sentence.tokens[0]
    if first.text != "May" or first.dep != "aux" or first.head.tag not in ("VBZ", "VBD", "VBN"):
        return False
    passive = first.head.tag == "VBN" and first.head.child("dobj") is None
    first.pos, first.tag, first.dep = "PROPN", "NNP", "nsubjpass" if passive else "nsubj"
    return True
