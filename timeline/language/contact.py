"""Clauses without "that" after a thing, whose subject the parser takes for the thing's own noun, mended on the tokens: "an
attack authorities blamed on rebels"."""

from __future__ import annotations

from itertools import pairwise

from timeline.language.document import Sentence
from timeline.language.hang import move

# Who blames, says or does it, right after the thing: "an attack authorities blamed on rebels".
_TELLING = frozenset(
    "authorities officials police investigators prosecutors witnesses residents relatives analysts experts critics "
    "activists supporters opponents lawmakers doctors neighbors neighbours".split()
)


def thing_taken_for_modifier(sentence: Sentence) -> bool:
    """ "hurt in an [attack] authorities blamed on rebels", "entered an [area] police had sealed off": no "attack authorities"
    can follow "an"."""
    changed = False
    for thing, who in pairwise(sentence.tokens):
        article = who.child("det")
        if who.lower not in _TELLING or thing.dep != "compound" or thing.head is not who or thing.tag != "NN":
            continue
        if article is None or article.lower not in ("a", "an") or article.i > thing.i:
            continue
        clause = who.head if who.dep == "nsubj" and who.head.i > who.i else who.child("acl", "relcl")
        if who.is_root or clause is None or clause.pos != "VERB" or clause.i < who.i:
            continue
        if who.dep == "nsubj" and clause.is_root:
            continue
        above = clause.head if clause is who.head else who.head
        dep = who.dep if clause is not who.head else "attr" if above.lemma == "be" else "dobj"
        move(thing, above, dep)
        for one in [one for one in who.children if one.i < thing.i]:
            move(one, thing, one.dep)
        move(clause, thing, "relcl")
        move(who, clause, "nsubj")
        clause.tag = "VBD" if clause.tag == "VBN" and clause.child("aux") is None else clause.tag
        changed = True
    return changed
