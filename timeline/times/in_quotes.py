"""What somebody is quoted with counts from the day it was said: "We leave tomorrow," he said on Monday."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import datetime

from timeline.language.quotes import find_quotes
from timeline.model import Anchor, Timex
from timeline.times.meaning import Bare, Clock, Count, Meaning, Reading
from timeline.times.phrase import Context
from timeline.times.resolve import Resolver

MOST = 90  # characters between the day and the quote
MARKS = frozenset("\"'“”„«»")
LEADS_TO_QUOTE = re.compile(r"[^.!?;:\n\"]{0,80}[:,] ?")  # "On Monday, he told reporters: …"
BEHIND_QUOTE = re.compile(r"[^.!?;:\n\"“]{1,80}")  # "…," she told reporters in Geneva on Monday
VOICED = frozenset(
    "add admit announce answer ask argue claim comment complain declare deny explain insist note post promise recall "
    "remark reply say shout state tell testify tweet vow warn write".split()
)


def count_from_saying(
    times: Sequence[Timex], readings: Sequence[Reading], context: Context, published: datetime | None
) -> list[Timex]:
    """The times, where those that are quoted from an earlier day count from that day; `readings` are theirs, one each."""
    out = list(times)
    if published is None or MARKS.isdisjoint(context.text):
        return out
    said = {index: day for index, time in enumerate(times) if (day := day_before(time, published)) is not None}
    said = {index: day for index, day in said.items() if is_when_voiced(times[index], context)}
    if not said or not any(is_relative(reading.meaning) for reading in readings):
        return out
    text = context.text
    starts, ends = [reading.start for reading in readings], [reading.end for reading in readings]
    for quote in find_quotes(context.document):
        first, last = bisect_left(starts, quote.span.start), bisect_left(starts, quote.span.end)
        if first - 1 in said and LEADS_TO_QUOTE.fullmatch(
            text[max(ends[first - 1], quote.span.start - MOST) : quote.span.start]
        ):
            day = said[first - 1]
        elif last in said and BEHIND_QUOTE.fullmatch(text[quote.span.end : min(starts[last], quote.span.end + MOST)]):
            day = said[last]
        else:
            continue
        of_that_day = Resolver(context, Anchor(day), narrative=False)
        for index in range(first, last):
            if is_relative(readings[index].meaning):
                out[index] = of_that_day.resolve(readings[index])
    return out


def is_relative(meaning: Meaning) -> bool:
    """ "tomorrow", "this morning", "next week", "on Friday"."""
    if isinstance(meaning, Clock):
        return meaning.day is not None and is_relative(meaning.day)
    if isinstance(meaning, Count):
        return meaning.base == "published"
    return isinstance(meaning, Bare) and meaning.weekday > 0 and not meaning.month


def day_before(time: Timex, published: datetime) -> datetime | None:
    """The day of a time that is one day, before that of publication."""
    interval = time.interval
    if time.type != "DATE" or interval is None or interval.granularity != "day" or interval.start is None:
        return None
    return interval.start if interval.start < published else None


def is_when_voiced(time: Timex, context: Context) -> bool:
    """Whether it stands straight under a verb of speech: not in "said after the attack on Monday"."""
    token = context.token_at(time.span.end - 1)
    if token is None or not token.pos or context.owns(time.span.end - 1):
        return False
    above = token.head
    for _ in range(3):  # "2", "May", "on"
        if above.pos in ("ADP", "PROPN", "NUM"):
            above = above.head
    return above.pos == "VERB" and above.tag in ("VBD", "VBN") and above.lemma in VOICED
