"""Participles that are no pasts: "slain" slays nobody, whatever the parser makes of "Nine men slain in Goma"."""

from __future__ import annotations

from timeline.language.document import Sentence, Token
from timeline.language.hang import hang_on_subject, move
from timeline.language.subjects import is_finite

# Third forms of verbs that differ from the second and befall their subject where no "have" stands before them.
_THIRD = frozenset(
    "slain taken given shown seen hidden stolen beaten driven drawn broken frozen sworn torn worn chosen thrown bitten "
    "overthrown overtaken undertaken withdrawn shaken strewn stricken smitten mown hewn forgiven forsaken forbidden "
    "mistaken ridden written rewritten overdrawn handwritten outdone overridden trodden flown sunken shorn".split()
)


def participle_taken_for_past(sentence: Sentence) -> bool:
    """ "The men slain in Goma have been named": they were slain, and named is what the sentence tells; of "Man slain in
    Goma" he was slain."""
    changed = False
    for verb in sentence.tokens:
        subject = verb.child("nsubj") if verb.lower in _THIRD and verb.pos == "VERB" else None
        if subject is None or subject.i > verb.i or verb.child("aux", "auxpass", "dobj", "ccomp") is not None:
            continue
        verb.tag = "VBN"
        for by in verb.children_by("prep"):
            if by.lower == "by":
                by.dep = "agent"
        told = next((one for one in verb.children_by("conj", "advcl", "dep", "parataxis") if _is_told(one, verb)), None)
        if told is None:
            subject.dep = "nsubjpass"
        elif verb.is_root:
            hang_on_subject(verb, subject, told, _part_in(told))
        else:
            move(told, verb.head, verb.dep)
            move(subject, told, _part_in(told))
            move(verb, subject, "acl")
        changed = True
    return changed


def turned_taken_for_turning(sentence: Sentence) -> bool:
    """ "Jean Mokoko, a former army chief [turned] opposition figure, called for protests": he called."""
    turned = sentence.root
    subject, became = turned.child("nsubj"), turned.child("dobj", "attr", "oprd")
    if turned.lower != "turned" or subject is None or became is None or became.child("det", "poss") is not None:
        return False
    told = next((one for one in turned.children_by("advcl", "conj", "ccomp", "dep") if _is_told(one, turned)), None)
    if told is None or became.tag != "NN" or became.i > told.i:
        return False
    return hang_on_subject(turned, subject, told, _part_in(told))


def _is_told(other: Token, verb: Token) -> bool:
    """A later verb that lacks a subject."""
    own = other.child("nsubj", "nsubjpass", "mark", "expl")
    return other.i > verb.i and own is None and verb.child("cc") is None and is_finite(other)


def _part_in(verb: Token) -> str:
    return "nsubjpass" if verb.child("auxpass") is not None else "nsubj"
