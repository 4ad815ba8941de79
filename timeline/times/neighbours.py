"""Times that take their year or week from the time before them: items of a list, pairs, a clock after its day."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from timeline.times.meaning import Bare, Reading
from timeline.times.narrative import NEAR, Standpoint
from timeline.times.phrase import Context
from timeline.times.tense import governor, tense_at

ONE_LIST = 90  # characters: from one item of a list to the next
RANGE = re.compile(
    r"(?:(?:last|next|this) )?[a-z]+ (?:to|through|until|till|up to|or) (?:late |early )?|(?:last|next) [a-z]+ and (?:on )?"
)
FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
ONE_PAIR = 40  # characters: from the first time of a pair to the second
PAIRED = re.compile(r"[a-z0-9.](?: and | to | through | until |-| - | – |–|/)(?:early |late |mid-)?$")
ITEM = re.compile(r"(?:(?:[,;:]|\band) [^.?!\n]*\b(?:on )?|^next week's [^.?!\n]*\bon )(?:late |early )?$")


def listed_weekday(
    meaning: Bare, reading: Reading, here: Standpoint | None, published: datetime | None, context: Context
) -> datetime | None:
    """The weekday of the week that a list has come to: "next week: notes on Tuesday and bonds on Wednesday", "ahead of next
    week's vote on Tuesday"; None
    where a verb stands between, or the list would run from the past into the future."""
    if here is None or here.granularity not in ("day", "week") or reading.start - here.at > ONE_LIST:
        return None
    if here.granularity == "day" and RANGE.fullmatch(context.lower[here.at : reading.start]):
        return here.start + timedelta(days=(meaning.weekday - here.start.isoweekday()) % 7)
    days = meaning.weekday - here.start.isoweekday()
    if days < (here.granularity == "day") or context.lower.startswith("'s", reading.end):
        return None
    day = here.start + timedelta(days=days)
    if published is not None and here.start <= published < day and here.granularity == "day":
        return None
    return day if goes_on_as_list(context, here.at, reading.start) else None


def goes_on_as_list(context: Context, first: int, start: int) -> bool:
    """Whether a time is the next item of a list that has named one: no verb and no stop between them."""
    token, before = context.token_at(start), context.token_at(first)
    if ITEM.search(context.lower[first:start]) is None or token is None or before is None:
        return False
    if token.pos and token.sentence is not before.sentence:
        return False
    while token is not None and token.start > first:
        if token.tag in FINITE or not token.tag or token.i == 0:
            return False
        token = context.document.tokens[token.i - 1]
    return token is not None


def coordinated(meaning: Bare, reading: Reading, here: Standpoint | None, context: Context) -> Standpoint | None:
    """The month or day right before, of "May and June" or "from March 3 to May 9"."""
    if here is None or here.granularity != ("day" if meaning.day else "month") or reading.start - here.at > ONE_PAIR:
        return None
    if PAIRED.search(context.lower[here.at : reading.start]) is None:
        return None
    return None if told_between(context, here.at, reading.start) else here


def told_between(context: Context, first: int, start: int) -> bool:
    """Whether a verb stands between two times: "the rains of May did not come until July"."""
    token = context.token_at(start)
    while token is not None and token.i and token.start > first:
        token = context.document.tokens[token.i - 1]
        if token.tag in FINITE:
            return True
    return False


def is_still_day(here: Standpoint, reading: Reading, published: datetime | None, context: Context) -> bool:
    """Whether a clock belongs to the day that was named a few sentences before: it is no entry of a list of times, the
    day was no "Friday's vote", and what the clock tells is not to come when the day is over, nor over when it is to come."""
    if (
        reading.start - here.at > NEAR
        or LIST_ITEM.fullmatch(context.before(reading.start, 12))
        or (context.owns(here.at) and not tells_of_owned(here, reading, context))
    ):
        return False
    if len(PARAGRAPHS.findall(context.text, here.at, reading.start)) > 3:
        return False
    if published is None or here.start == published:
        return True
    tense = tense_at(context, reading.start, reading.end, reading.signal)
    return tense != ("future" if here.start < published else "past")


def tells_of_owned(here: Standpoint, reading: Reading, context: Context) -> bool:
    """ "Friday's rout began at 2:30 p.m.": what the clock tells of is the day's own."""
    day, clock = context.token_at(here.at), context.token_at(reading.start)
    if day is None or clock is None or not day.pos or day.dep != "poss":
        return False
    what = day.head
    return what.dep in ("nsubj", "nsubjpass") and what.head is governor(clock)


PARAGRAPHS = re.compile(r"\n+")
LIST_ITEM = re.compile(r"\W*")
