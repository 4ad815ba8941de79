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
_WILL = frozenset({"will", "'ll", "wo", "shall", "would", "'d"})
_MAY = frozenset({"may", "might", "could", "can", "should", "must"})
_WAS = frozenset({"was", "were"})
_IS = frozenset({"is", "are", "am", "'re"})


@remembered
def tense_of(word: Token) -> str:
    """The tense of the clause a word stands in: its own for a verb, for a noun that of the verb it depends on."""
    verb = finite(word)
    if verb is None:
        return NONE
    aux = frozenset([child.lower for child in verb.children if child.dep in ("aux", "auxpass")])
    if not aux and verb.dep == "conj" and verb.head.tag == "VBN" and verb.child("nsubj", "nsubjpass") is None:
        above = tense_of(verb.head)  # "has killed nine and cut the road"
        if above in (PERFECT, PLUPERFECT) and verb.tag in ("VBN", "VBD"):
            return above
    if aux & _WILL and "have" not in aux:
        return FUTURE
    if aux & _MAY:
        return PERFECT if "have" in aux else FUTURE
    if "had" in aux:
        return PLUPERFECT
    if verb.tag in ("VBN", "VBD", "VBG") and aux & _HAS and (verb.tag == "VBN" or "been" in aux):
        return PERFECT
    if verb.tag == "VBG":
        if aux & _WAS:
            return PAST
        return PROGRESSIVE if aux else NONE
    if verb.tag == "VBD" or "did" in aux or aux & _WAS:
        return PAST
    if verb.tag == "VBN":
        return PRESENT if aux & _IS else PAST
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
