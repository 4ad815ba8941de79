"""Whether two mentions tell one act in nearly the same words: a headline and the sentence below it, a caption and the
sentence it was taken from, one accusation told twice."""

from __future__ import annotations

from timeline.actors.tables import load_nouns
from timeline.events.coreference.agreement import (
    ANYBODY,
    overlap,
    parties_agree,
    parties_shared,
    places_agree,
    quantities_agree,
    sides_shared,
    times_agree,
    types_agree,
)
from timeline.events.coreference.mention import Mention
from timeline.events.factuality.reality import AHEAD

LEAD = 4  # sentences below a headline that tell what it tells
LEDE = 2  # and that tell it in other words
COPIED, SAID_AGAIN, HEADED = 0.8, 0.5, 0.3  # shares of the shorter mention's words that the other has too
# Types that a headline and the sentence below it may give one act.
ONE_ACT = (
    frozenset({"AGREE", "SUPPORT", "RETREAT"}),
    frozenset({"COERCE", "DISASTER"}),
    frozenset({"LEGAL", "COERCE"}),
)
SPOKEN = frozenset("ACCUSE SUPPORT REJECT REQUEST THREATEN AGREE".split())
DATED = frozenset({"explicit", "relative", "inherited"})  # bases of a time that the text gives


def is_restated(one: Mention, other: Mention) -> bool:
    """Whether `other`, told later, says again what `one` says."""
    if one.head.sentence is other.head.sentence or _is_of_another_day(one, other) or is_one_more(one, other):
        return False
    headed = other.head.sentence.index <= LEAD and one.headline
    if headed and other.head.sentence.index <= LEDE and one.concept.once and one.concept == other.concept:
        return True
    if (
        headed
        and other.head.sentence.index == 1
        and _is_main(one)
        and _is_main(other)
        and one.event.type == other.event.type
    ):
        return True  # the lead tells what the headline tells
    mine, theirs = one.words.telling, other.words.telling
    shared = len(mine & theirs)
    if shared < 2 or _counts_differ(mine, theirs):
        return False
    share = shared / min(len(mine), len(theirs))
    if headed and share >= HEADED and parties_shared(one.sides, other.sides):
        return True
    if not headed and _names_differ(one, other):
        return False
    if share >= COPIED and shared >= 3:
        return True
    return one.event.type in SPOKEN and share >= SAID_AGAIN and sides_shared(one.sides, other.sides)


def _is_main(mention: Mention) -> bool:
    """What its sentence says first of all, itself or in a speaker's words: "rallied", "…, police said"."""
    verb = mention.head
    while verb.dep == "ccomp":
        verb = verb.head
    return verb.is_root and mention.concept.known


def may_restate(one: Mention, other: Mention) -> bool:
    """What `is_restated` asks of the words alone; most mentions stop here, which keeps long articles fast."""
    return len(one.words.telling & other.words.telling) > 1 or (one.headline and other.head.sentence.index <= LEDE)


def _is_of_another_day(one: Mention, other: Mention) -> bool:
    """ "accused Oslo on Monday", "on Friday it accused Oslo"."""
    mine, theirs = one.event, other.event
    told = mine.time_basis in DATED and theirs.time_basis in DATED
    return told and mine.time is not None and theirs.time is not None and not overlap(mine.time, theirs.time)


def is_one_more(one: Mention, other: Mention) -> bool:
    """ "seized a port", "also seized a mine"."""
    more = other.words.again - one.words.again
    return bool(more - {"also"} if other.definite else more)  # "the blast also damaged a school"


def _names_differ(one: Mention, other: Mention) -> bool:
    """ "sentenced a man", "sentenced a woman": each names something that the other does not."""
    return not (one.words.names <= other.words.names or other.words.names <= one.words.names)


def is_thing(word: str) -> bool:
    """One bus, not "soldiers" nor "a nurse"."""
    return word not in load_nouns() and word.removesuffix("s") not in load_nouns() and word not in ANYBODY


def is_told_below(headed: Mention, other: Mention) -> bool:
    """Whether a sentence below tells the headline's act in words of another kind: "Police break up protest", "have
    dispersed a protest"."""
    mine, theirs = headed.event, other.event
    if headed.head.sentence is other.head.sentence or is_one_more(headed, other) or _is_of_another_day(headed, other):
        return False
    if not _are_alike(mine.type, theirs.type):
        return False
    if (mine.polarity, mine.modality in AHEAD) != (theirs.polarity, theirs.modality in AHEAD):
        return False
    if not (
        parties_agree(headed.sides, other.sides)
        and places_agree(headed.place, other.place)
        and times_agree(mine, theirs)
    ):
        return False
    words, below = headed.words.telling, other.words.telling
    if _counts_differ(words, below):
        return False
    shared = len(words & below) / max(1, min(len(words), len(below)))
    return quantities_agree(mine, theirs) and shared >= (
        HEADED if parties_shared(headed.sides, other.sides) else SAID_AGAIN
    )


def _counts_differ(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """ "set free 40 men" beside "released 42 men"."""
    counted, others = ({word for word in words if word[0].isdigit()} for words in (mine, theirs))
    return bool(counted and others and counted.isdisjoint(others))


def _are_alike(one: str, other: str) -> bool:
    return types_agree(one, other) or any(one in group and other in group for group in ONE_ACT)
