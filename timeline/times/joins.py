"""Readings that stand beside each other and belong together: "5 p.m. EST Nov. 9", "22-25 April 1951"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from timeline.times.calendar import granularity_of
from timeline.times.meaning import Bare, Clock, Count, Known, Length, Meaning, Of, Reading
from timeline.times.phrase import Context


def join_weekday_and_date(readings: Sequence[Reading], context: Context) -> list[Reading]:
    """ "Monday, Oct. 26" and "Sunday, 25 June 1950" are one day."""

    def join(first: Reading, second: Reading, gap: str) -> Reading | None:
        if gap not in (" ", " of ", ", ", ", the ", " the ", ",", "., ", " (", ", on "):
            return None
        one, two = first.meaning, second.meaning
        if isinstance(one, Bare) and 1 <= one.weekday <= 7 and is_week(two) and gap in (" ", " of "):
            return _joined(first, second, Of(part=one, whole=two), first.rule)
        if isinstance(one, Bare) and 1 <= one.weekday <= 7 and is_day(two):
            return _joined(first, second, two, second.rule)
        if isinstance(one, Clock) and isinstance(one.day, Bare) and one.day.weekday and is_day(two):
            return _joined(first, second, replace(one, day=two), first.rule)
        if is_day(one) and isinstance(two, Bare) and False:
            return _joined(first, second, one, first.rule)
        return None

    return pairwise(readings, context, join)


def is_day(meaning: Meaning) -> bool:
    """Whether it is a single calendar day."""
    if isinstance(meaning, Known):
        return granularity_of(meaning.value) == "day"
    return isinstance(meaning, Bare) and bool((meaning.month and meaning.day) or meaning.holiday)


def is_week(meaning: Meaning) -> bool:
    return isinstance(meaning, Count) and meaning.unit == "week" and meaning.base == "published"


def names_day(meaning: Meaning) -> bool:
    """Whether a clock time can belong to it."""
    if isinstance(meaning, Count):
        return meaning.unit == "day"
    return is_day(meaning) or (isinstance(meaning, Bare) and 1 <= meaning.weekday <= 7)


def join_clock_and_day(readings: Sequence[Reading], context: Context) -> list[Reading]:
    """ "5 p.m. EST Nov. 9", "10 a.m. (0735 GMT) Friday", "Friday at 9 a.m.", "the morning of March 5"."""

    def join(first: Reading, second: Reading, gap: str) -> Reading | None:
        one, two = first.meaning, second.meaning
        if isinstance(one, Clock) and one.day is None and isinstance(two, Clock) and two.day is not None:
            if gap == " " and len(one.clock) > 2 and len(two.clock) == 2:
                return _joined(
                    first, second, replace(one, clock=in_part(one.clock, two.clock), day=two.day), first.rule
                )
            return None
        if isinstance(one, Clock) and one.day is None and names_day(two):
            filled = replace(one, day=two)
            if gap in (" ", ", ") or (gap == " of " and len(one.clock) == 2):
                start = first.start
                if gap == " of " and context.before(start, 4).endswith("the "):
                    start -= 4
                return Reading(start, second.end, filled, first.rule, first.signal)
            return None
        if not (names_day(one) and isinstance(two, Clock) and two.day is None and gap in (" ", ", ")):
            return None
        if len(two.clock) == 2 and isinstance(one, Bare) and one.holiday:
            return None
        return _joined(first, second, replace(two, day=one), second.rule)

    return pairwise(readings, context, join)


def in_part(clock: str, part: str) -> str:
    """ "10:00 tonight" is 22:00."""
    hour = int(clock[:2])
    return f"{hour + 12:02d}{clock[2:]}" if part in ("AF", "EV", "NI") and 1 <= hour < 12 else clock


def lend_day_to_clock(readings: Sequence[Reading], context: Context) -> list[Reading]:
    """ "at 5:34 a.m. on March 20", "4 a.m. (0200 GMT) on Wednesday", "Friday at 9 p.m.": one day for each of them."""
    out = list(readings)
    for index in range(len(out) - 2, -1, -1):
        day = day_of(out[index + 1])
        clock = out[index].meaning
        if day is None or not isinstance(clock, Clock) or clock.day is not None:
            continue
        gap = context.lower[out[index].end : out[index + 1].start]
        if len(gap) <= 30 and (DAY_FOLLOWS if names_day(out[index + 1].meaning) else CLOCK_AND_CLOCK).fullmatch(gap):
            out[index] = replace(out[index], meaning=replace(clock, day=day))
    for index in range(1, len(out)):
        day = day_of(out[index - 1])
        clock = out[index].meaning
        if day is None or not isinstance(clock, Clock) or clock.day is not None:
            continue
        gap = context.lower[out[index - 1].end : out[index].start]
        if len(gap) <= 30 and (CLOCK_FOLLOWS if names_day(out[index - 1].meaning) else CLOCK_AND_CLOCK).fullmatch(gap):
            out[index] = replace(out[index], meaning=replace(clock, day=day))
    return out


def day_of(reading: Reading) -> Meaning | None:
    """The day that a neighbour can borrow."""
    meaning = reading.meaning
    if isinstance(meaning, Clock):
        return meaning.day
    return meaning if names_day(meaning) else None


DAY_FOLLOWS = re.compile(
    r"\)?(?: [a-z]+ time| local time)?\)?,? (?:late |early )?(?:on )?(?:the )?|[^.;\n]{0,20}\([^).\n]{0,20}\) (?:on )?"
)
CLOCK_AND_CLOCK = re.compile(r"(?: (?:[a-z]+ )?time)?,? ?(?:\(|-|–|to|and|or|until|at)? ?\(?")
CLOCK_FOLLOWS = re.compile(
    r",? (?:at|around|about|by|from|before|after|until|between|shortly before|shortly after|just before|just after) (?:about |around )?"
)


def join_part_and_whole(readings: Sequence[Reading], context: Context) -> list[Reading]:
    """ "the winter of nineteen ninety-four", "the second quarter of fiscal 1990": a part of a year and the year."""

    def join(first: Reading, second: Reading, gap: str) -> Reading | None:
        one, two = first.meaning, second.meaning
        ancient = isinstance(two, Known) and two.value.startswith(("BC", "0"))
        if (
            isinstance(two, Count)
            and two.unit == "year"
            and gap in (" of ", " ")
            and isinstance(one, Bare)
            and not one.toward
        ):
            parts = one.month or one.season or one.quarter or one.half or one.holiday
            return (
                _joined(first, second, Of(part=one, whole=two, mod=one.mod), first.rule)
                if parts and not two.mod
                else None
            )
        if not isinstance(one, Bare) or one.toward or not (one.month or one.season or one.quarter or one.half):
            return None
        if gap != " of " and not (ancient and gap in (" ", ", ")):
            return None
        if isinstance(two, Known) and granularity_of(two.value) == "year" and (not one.day or ancient):
            return _joined(first, second, Of(part=one, whole=two, mod=one.mod), first.rule)
        return None

    return pairwise(readings, context, join)


def lend_year(readings: Sequence[Reading], context: Context) -> list[Reading]:
    """ "21 March - 21 June 1952", "between March and May 1915": the first borrows the year of the second."""
    out = list(readings)
    for index in range(len(out) - 2, -1, -1):
        first, second = out[index], out[index + 1]
        one, two = first.meaning, second.meaning
        if not (isinstance(one, Bare) and (one.month or one.season) and not one.toward):
            continue
        if BETWEEN.fullmatch(context.lower[first.end : second.start]) is None:
            continue
        if isinstance(two, Known) and granularity_of(two.value) in ("day", "month") and two.value[:4].isdigit():
            year = int(two.value[:4]) - (one.month > int(two.value[5:7]))
        elif isinstance(two, Of) and isinstance(two.whole, Known) and two.whole.value.isdigit():
            year = int(two.whole.value)
        else:
            continue
        out[index] = replace(first, meaning=Of(part=one, whole=Known(value=f"{year:04d}"), mod=one.mod))
    return out


def join_ago_and_unit(readings: Sequence[Reading], context: Context) -> list[Reading]:
    """ "a year ago today" is that day, "five years ago this week" that week."""

    def join(first: Reading, second: Reading, gap: str) -> Reading | None:
        one, two = first.meaning, second.meaning
        if gap != " " or first.rule != "counted" or not isinstance(one, Count) or not isinstance(two, Count):
            return None
        if one.base != "published" or one.count >= 0 or two.base != "published" or two.count:
            return None
        if two.unit not in ("day", "week", "month") or one.unit not in ("week", "month", "year", "decade", "century"):
            return None
        return _joined(first, second, replace(one, granularity=two.unit), first.rule)

    return pairwise(readings, context, join)


UNITS_DOWN = ("year", "month", "week", "day", "hour", "minute", "second")
MOST = {"month": 12, "week": 5, "day": 31, "hour": 24, "minute": 60, "second": 60}  # of what stands before


def join_lengths(readings: Sequence[Reading], context: Context) -> list[Reading]:
    """ "six years, four months and two days", "1 hour 59 minutes": one length in several units."""

    def join(first: Reading, second: Reading, gap: str) -> Reading | None:
        one, two = first.meaning, second.meaning
        if not isinstance(one, Length) or not isinstance(two, Length) or gap not in (" ", ", ", " and ", ", and "):
            return None
        if first.rule != "length" or second.rule != "length" or two.count is None or two.mod or one.unit == two.unit:
            return None
        if one.unit not in UNITS_DOWN or two.unit not in UNITS_DOWN or "X" in one.value or "." in one.value:
            return None
        if UNITS_DOWN.index(one.unit) > UNITS_DOWN.index(two.unit) or two.count >= MOST[two.unit]:
            return None
        return _joined(first, second, Length(value=added(one.value, two.value), unit=two.unit, mod=one.mod), first.rule)

    return pairwise(readings, context, join)


def added(longer: str, shorter: str) -> str:
    """One length of two.

    >>> added("P6Y", "P4M"), added("PT1H", "PT59M"), added("P2D", "PT6H")
    ('P6Y4M', 'PT1H59M', 'P2DT6H')
    """
    tail = shorter.removeprefix("P")
    return longer + (tail.removeprefix("T") if "T" in longer else tail)


BETWEEN = re.compile(
    r"(?: ?[-–—] ?| to | and | or | until | through | till |, | and in | and the | or the |, and )(?:early |late |mid-|the )?"
)


def pairwise(
    readings: Sequence[Reading], context: Context, join: Callable[[Reading, Reading, str], Reading | None]
) -> list[Reading]:
    """Neighbours joined where `join` makes one of two, from left to right."""
    out: list[Reading] = []
    for reading in readings:
        if out and reading.start - out[-1].end <= 14:
            gap = context.lower[out[-1].end : reading.start]
            joined = join(out[-1], reading, gap) if "\n" not in gap else None
            if joined is not None:
                out[-1] = joined
                continue
        out.append(reading)
    return out


def _joined(first: Reading, second: Reading, meaning: Meaning, rule: str) -> Reading:
    return Reading(first.start, second.end, meaning, rule, first.signal)
