"""The tense and aspect of a clause: what the verb alone says about when."""

from __future__ import annotations

from timeline.events.syntax.remembered import remembered
from timeline.language.document import Token

PAST, PERFECT, PLUPERFECT, PRESENT, PROGRESSIVE, FUTURE, NONE = (
    "past",
    "perfect",
    "pluperfect",
    "present",
    "progressive",
    "future",
    "none",
)
_VERBAL = frozenset({"VERB", "AUX"})
_HAS = frozenset({"has", "have", "'s", "'ve"})


@remembered
def tense_of(word: Token) -> str:
    """The tense of the clause a word stands in: its own for a verb, for a noun that of the verb it depends on."""
    verb = finite(word)
    if verb is None:
        return NONE
    aux = [child.lower for child in verb.children if child.dep in ("aux", "auxpass")]
    if not aux and verb.dep == "conj" and verb.head.tag == "VBN" and verb.child("nsubj", "nsubjpass") is None:
        above = tense_of(verb.head)  # "has killed nine and cut the road"
        if above in (PERFECT, PLUPERFECT) and verb.tag in ("VBN", "VBD"):
            return above
    if any(one in ("will", "'ll", "wo", "shall", "would", "'d") for one in aux) and "have" not in aux:
        return FUTURE
    if any(one in ("may", "might", "could", "can", "should", "must") for one in aux):
        return PERFECT if "have" in aux else FUTURE
    if "had" in aux:
        return PLUPERFECT
    if verb.tag in ("VBN", "VBD", "VBG") and any(one in _HAS for one in aux) and (verb.tag == "VBN" or "been" in aux):
        return PERFECT
    if verb.tag == "VBG":
        if any(one in ("was", "were") for one in aux):
            return PAST
        return PROGRESSIVE if aux else NONE
    if verb.tag == "VBD" or any(one in ("was", "were", "did") for one in aux):
        return PAST
    if verb.tag == "VBN":
        return PRESENT if any(one in ("is", "are", "am", "'re") for one in aux) else PAST
    if verb.tag in ("VBZ", "VBP"):
        return PRESENT
    if verb.tag == "VB" and not aux and verb.is_root and verb.child("nsubj") is not None:
        return PRESENT  # "Voters in Peru go to the polls", taken for a base form
    return NONE


def finite(word: Token) -> Token | None:
    """The verb that gives a word its tense: infinitives, participles and nouns borrow that of the clause above."""
    at = word
    for _ in range(8):
        if at.pos in _VERBAL:
            if at.tag in ("VBD", "VBZ", "VBP", "MD"):
                return at
            if any(child.dep in ("aux", "auxpass") and child.lower != "to" for child in at.children):
                return at
            if at.tag == "VBN" and at.dep in ("acl", "ROOT", "amod"):
                return at
        if at.is_root:
            return at if at.pos in _VERBAL else None
        at = at.head
    return None
