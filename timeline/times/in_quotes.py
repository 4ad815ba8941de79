"""What somebody is quoted with counts from the day it was said: "We leave tomorrow," he said on Monday."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import datetime

from timeline.language.document import Token
from timeline.language.quotes import find_quotes
from timeline.model import Anchor, Timex
from timeline.times.calendar import midnight
from timeline.times.meaning import Bare, Clock, Count, Meaning, Reading
from timeline.times.phrase import Context
from timeline.times.resolve import Resolver

MOST = 90  # characters between the day and the quote
WITHIN_A_DAY = frozenset(("day", "part_of_day", "hour", "minute", "second"))
FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
MARKS = frozenset("\"'“”„«»")
LEADS_TO_QUOTE = re.compile(r"[^.!?;:\n\"]{0,80}[:,] ?")  # "On Monday, he told reporters: …"
GOES_ON = re.compile(r"[.,;] (?:and )?")  # "…," she said on Monday. "…"
BEHIND_QUOTE = re.compile(r"[^.!?;:\n\"“]{1,80}")  # "…," she told reporters in Geneva on Monday
VOICED = frozenset(
    "add admit announce answer ask argue claim comment complain declare deny explain insist note post promise recall "
    "remark reply say shout state tell testify tweet vow warn write".split()
)


def drop_titles(readings: Sequence[Reading], context: Context) -> list[Reading]:
    """Without the times in titles of works: the film "Seven Days in May", a song called "Yesterday"."""
    if '"' not in context.text:
        return list(readings)
    titles = [found.span(1) for found in TITLE.finditer(context.text) if is_title(found[1])]
    if not titles:
        return list(readings)
    starts = [start for start, _ in titles]
    kept = []
    for reading in readings:
        index = bisect_right(starts, reading.start) - 1
        if index < 0 or reading.start >= titles[index][1]:
            kept.append(reading)
    return kept


def is_title(words: str) -> bool:
    """Whether every word of weight has a capital.

    >>> is_title("Seven Days in May"), is_title("Tomorrow we leave"), is_title("Yesterday")
    (True, False, True)
    """
    return all(word[0].isupper() or word[0].isdigit() or word.lower() in LINKS for word in words.split())


TITLE = re.compile(
    r"\b(?:film|movie|novel|book|songs?|plays?|musical|album|show|series|program(?:me)?|documentary|drama|comedy|magazine|"
    r"poem|opera|ballad|memoir|thriller|best-?seller|called|titled|entitled|wrote|sang|directed|starred in|dance[sd]? to|"
    r"read|watched|[A-Z]{2,4}'s),? "
    r'"([A-Z][^"\n.,!?;:]{1,60})"(?!\w)'
)
LINKS = frozenset("a an and at by for from in of on or the to with".split())


def count_from_saying(
    times: Sequence[Timex], readings: Sequence[Reading], context: Context, published: datetime | None
) -> list[Timex]:
    """The times, where those that are quoted from an earlier day count from that day; `readings` are theirs, one each."""
    out = list(times)
    if published is None or MARKS.isdisjoint(context.text):
        return out
    days = {index: day for index, time in enumerate(times) if (day := day_before(time, published)) is not None}
    said = {index: verb for index in days if (verb := voiced_then(times[index], context)) is not None}
    if not said or not any(is_relative(reading.meaning) for reading in readings):
        return out
    text, behind = context.text, -1  # the last day that stood behind a quote
    starts, ends = [reading.start for reading in readings], [reading.end for reading in readings]
    for quote in find_quotes(context.document):
        first, last = bisect_left(starts, quote.span.start), bisect_left(starts, quote.span.end)
        between = text[max(ends[first - 1], quote.span.start - MOST) : quote.span.start] if first else ""
        goes_on = first - 1 == behind and GOES_ON.fullmatch(between) is not None
        if goes_on or (
            first - 1 in said
            and LEADS_TO_QUOTE.fullmatch(between) is not None
            and is_next_verb(said[first - 1], said[first - 1].end, quote.span.start, context)
        ):
            of = first - 1
        elif (
            last in said
            and BEHIND_QUOTE.fullmatch(text[quote.span.end : min(starts[last], quote.span.end + MOST)])
            and is_next_verb(said[last], quote.span.end, starts[last], context)
        ):
            of = behind = last
        else:
            continue
        of_that_day = Resolver(context, Anchor(days[of]), narrative=False)
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
    """The day of a time that is one day or within one, before that of publication."""
    interval = time.interval
    if time.type not in ("DATE", "TIME") or interval is None or interval.granularity not in WITHIN_A_DAY:
        return None
    return midnight(interval.start) if interval.start is not None and interval.start < published else None


def voiced_then(time: Timex, context: Context) -> Token | None:
    """The verb of speech that it stands straight under: not the "said" of "said after the attack on Monday"."""
    token = context.token_at(time.span.end - 1)
    if token is None or not token.pos or context.owns(time.span.end - 1):
        return None
    above = token.head
    for _ in range(3):  # "2", "May", "on"
        if above.pos in ("ADP", "PROPN", "NUM"):
            above = above.head
    return above if above.pos == "VERB" and above.tag in ("VBD", "VBN") and above.lemma in VOICED else None


def is_next_verb(voiced: Token, start: int, end: int, context: Context) -> bool:
    """Whether no other verb stands between a quote and when it was voiced: not "…," he said, and his aide denied on Monday
    that …"."""
    token = context.token_at(max(start, 0))
    tokens, i = context.document.tokens, token.i if token is not None else voiced.i
    while i < len(tokens) and tokens[i].start < end:
        other = tokens[i]
        own = other is voiced or (other.head is voiced and other.dep in ("aux", "auxpass"))
        if other.tag in FINITE and not own and other.start >= start:
            return False
        i += 1
    return True
