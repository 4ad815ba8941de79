"""Participles and nouns that the parser reads as the verb or the modifier of what follows, mended on the tokens: "people
granted amnesty left", "freed two executives held hostage", "no sign troops had left"."""

from __future__ import annotations

from itertools import pairwise

from timeline.language.document import Sentence, Token
from timeline.language.hang import make_root, move
from timeline.language.subjects import SUBJECTS, TOLD, is_finite

# Whoever is granted or denied something is told by a bare participle.
_GRANTED = frozenset("grant give deny award offer hand refuse allot assign".split())
_LEAVING = frozenset("leave return flee arrive".split())
_HELD, _CAPTIVE = frozenset(("held", "taken", "kept")), frozenset(("hostage", "prisoner", "captive"))
# What is done to whoever is held, which tells of them and not that they hold anybody.
_FREEING = frozenset(
    "release free rescue save liberate recover kill murder execute behead visit find locate swap exchange trade spare "
    "return ransom identify name shoot".split()
)
_EVIDENCE = frozenset("indication indications evidence sign signs proof hint hints suggestion word guarantee".split())


def granted_taken_for_granting(sentence: Sentence) -> bool:
    """ "The nine people granted amnesty left", "Three reporters denied entry said": to them it was granted or denied, and
    the sentence tells what they did."""
    tokens, first = sentence.tokens, sentence.tokens[0].i
    changed = False
    for granted in tokens:
        if granted.lemma not in _GRANTED or granted.tag not in ("VBD", "VBN") or granted.child("aux", "auxpass", "neg"):
            continue
        subject, given = granted.child("nsubj"), granted.child("dobj")
        if subject is None or given is None or subject.right + 1 != granted.i or subject.pos not in ("NOUN", "PROPN"):
            continue
        for verb in granted.children_by("advcl", "ccomp", "parataxis"):
            told = verb.tag in TOLD or verb.lemma in _LEAVING or any(one.tag in TOLD for one in verb.children_by("aux", "auxpass"))
            before = tokens[verb.left - 1 - first]
            if not told or verb.i < given.i or verb.child(*SUBJECTS, "mark", "advmod") is not None:
                continue
            if before.lower == "," or before.dep == "cc":
                continue
            _change_places(granted, subject, verb)
            changed = True
            break
    return changed


def _change_places(granted: Token, subject: Token, verb: Token) -> None:
    above, dep, ends = granted.head, granted.dep, [one for one in granted.children if one.dep == "punct"]
    if granted.is_root:
        make_root(verb)
    else:
        move(verb, above, dep)
    move(subject, verb, "nsubj" if verb.child("auxpass") is None else "nsubjpass")
    for one in ends:
        move(one, verb, "punct")
    move(granted, subject, "acl")
    granted.tag = "VBN"
    if verb.tag == "VBN" and verb.child("aux", "auxpass") is None:
        verb.tag = "VBD"


def held_taken_for_content(sentence: Sentence) -> bool:
    """ "freed two executives held hostage for a week": whom they freed, and nobody whom those hold."""
    changed = False
    for held, captive in pairwise(sentence.tokens):
        verb, subject = held.head, held.child("nsubj")
        if captive.lower not in _CAPTIVE or held.lower not in _HELD or held.dep != "ccomp" or subject is None:
            continue
        if verb.lemma not in _FREEING or held.child("mark", "aux", "auxpass") is not None or verb.child("dobj"):
            continue
        move(subject, verb, "dobj")
        move(held, subject, "acl")
        move(captive, held, "oprd")
        held.tag = "VBN"
        changed = True
    return changed


def evidence_taken_for_modifier(sentence: Sentence) -> bool:
    """ "There is no sign troops had left": what there is no sign of, and no "sign troops"."""
    changed = False
    for sign in sentence.tokens:
        if sign.dep == "relcl" and sign.head.lower in _EVIDENCE and _is_whole(sign):
            sign.dep = "acl"  # "no evidence Iran violated the deal"
            changed = True
        if sign.lower not in _EVIDENCE or sign.dep != "compound" or sign.i + 1 > sign.head.i:
            continue
        noun, verb = sign.head, sign.head.head
        there = verb.head
        if noun.dep not in ("nsubj", "nsubjpass") or not is_finite(verb) or there.lemma != "be":
            continue
        if there.child("expl") is None or there.i > sign.i or there.child("attr") is not None:
            continue
        for one in noun.children:
            if one.i < sign.i:
                move(one, sign, one.dep)
        move(verb, there, verb.dep)
        move(sign, there, "attr")
        move(verb, sign, "acl")
        changed = True
    return changed


def _is_whole(clause: Token) -> bool:
    """Whether nothing of the noun above is missing in the clause."""
    subject = clause.child("nsubj", "nsubjpass")
    if subject is None or subject.pos not in ("NOUN", "PROPN") or not is_finite(clause):
        return False
    return clause.child("dobj", "auxpass", "acomp", "attr") is not None and not any(
        one.tag in ("WDT", "WP") for one in clause.children
    )


def passives_in_a_row(sentence: Sentence) -> bool:
    """ "should be suspended, investigated and held": three passives in a row."""
    changed = False
    for verb in sentence.tokens:
        above = verb.head
        if verb.tag != "VBN" or verb.dep != "advcl" or above.tag != "VBN" or above.child("auxpass") is None:
            continue
        if verb.i == above.i + 2 and verb.child("cc") is not None and verb.child("conj") is not None:
            verb.dep = "conj"
            changed = True
    return changed
