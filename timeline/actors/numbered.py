"""Whom a number stands for: "the two", "the six", counted so before or in two parts."""

from __future__ import annotations

from timeline.actors.mention import Mention
from timeline.language.document import Token

# What stands for several told before, and the number by which they were.
NUMBERED = {
    "both": "two",
    "two": "two",
    "pair": "two",
    "duo": "two",
    "three": "three",
    "trio": "three",
    "four": "four",
    "five": "five",
    "six": "six",
    "seven": "seven",
    "eight": "eight",
    "nine": "nine",
    "ten": "ten",
}
COUNTS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
PAIR = 2
COUNTABLE = frozenset(("nsubj", "nsubjpass", "dobj"))
FAR = 3  # sentences that are looked back over


def find_counted(token: Token, done: list[Mention]) -> Mention | None:
    """Who "the two" or "the pair" are: those counted so before, "two gunmen"; none where nobody was, or two such groups."""
    if token.dep not in COUNTABLE or token.child("prep", "amod") is not None or token.entity in ("DATE", "TIME"):
        return None
    article = token.child("det", "predet")
    if token.lower != "both" and (article is None or article.lower not in ("the", "both", "all")):
        return None
    number = NUMBERED[token.lower]
    found: Mention | None = None
    for one in reversed(done[-40:]):
        if token.sentence.index - one.head.sentence.index > FAR:
            break
        if one.plural and (_number_of(one.head) == number or _sum_of(one.head) == number):
            if found is not None and one.head.lemma != found.head.lemma:
                return None  # "two nurses met two ministers"
            found = found or one
    return found


def _number_of(noun: Token) -> str:
    return next((one.lower for one in noun.children_by("nummod")), "")


def _sum_of(noun: Token) -> str:
    """ "six" of "four nurses and two pilots"."""
    parts = [_number_of(one) for one in (noun, *noun.children_by("conj"))]
    if len(parts) != PAIR or not all(one in COUNTS for one in parts):
        return ""
    total = sum(COUNTS.index(one) + 1 for one in parts)
    return COUNTS[total - 1] if total <= len(COUNTS) else ""
