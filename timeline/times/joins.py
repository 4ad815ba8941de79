"""Readings that stand beside each other and belong together: "Monday, Oct. 26", "the winter of nineteen ninety-four"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from timeline.times.calendar import granularity_of
from timeline.times.meaning import Bare, Clock, Count, Known, Length, Meaning, Of, Reading
from timeline.times.phrase import Context
from timeline.times.scene import is_sentence_start
from timeline.times.tense import governor, tense_at


def join_weekday_and_date(readings: Sequence[Reading], context: Context) -> list[Reading]:
    """ "Monday, Oct. 26" and "Sunday, 25 June 1950" are one day."""

    def join(first: Reading, second: Reading, gap: str) -> Reading | None:
        if gap not in (" ", " of ", ", ", ", the ", " the ", ",", "., ", " (", ", on "):
            return None
        one, two = first.meaning, second.meaning
        if isinstance(one, Bare) and 1 <= one.weekday <= 7 and is_week(two) and gap in (" ", " of "):
            return join_readings(first, second, Of(part=one, whole=two), first.rule)
        if isinstance(one, Bare) and 1 <= one.weekday <= 7 and is_day(two):
            whole = join_readings(first, second, two, second.rule)
            closed = gap == " (" and context.text.startswith(")", second.end)
            return replace(whole, end=second.end + 1) if closed else whole
        if isinstance(one, Clock) and isinstance(one.day, Bare) and one.day.weekday and is_day(two):
            return join_readings(first, second, replace(one, day=two), first.rule)
        return None

    return pairwise(readings, context, join)


def is_day(meaning: Meaning) -> bool:
    """Whether it is a single calendar day."""
    if isinstance(meaning, Known):
        return granularity_of(meaning.value) == "day"
    if isinstance(meaning, Of):
        return meaning.part.day > 0
    return isinstance(meaning, Bare) and bool((meaning.month and meaning.day) or meaning.holiday)


def is_week(meaning: Meaning) -> bool:
    return isinstance(meaning, Count) and meaning.unit == "week" and meaning.base == "published"


def names_day(meaning: Meaning) -> bool:
    """Whether a clock time can belong to it."""
    if isinstance(meaning, Count):
        return meaning.unit == "day"
    return is_day(meaning) or (isinstance(meaning, Bare) and 1 <= meaning.weekday <= 7)


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
                join_readings(first, second, Of(part=one, whole=two, mod=one.mod), first.rule)
                if parts and not two.mod
                else None
            )
        if not isinstance(one, Bare) or one.toward or not (one.month or one.season or one.quarter or one.half):
            return None
        told = ancient or second.rule == "spelled_year"
        if gap != " of " and not (told and gap in (" ", ", ")) and not (one.quarter and gap == ", "):
            return None
        if isinstance(two, Known) and granularity_of(two.value) == "year" and (not one.day or told):
            return join_readings(first, second, Of(part=one, whole=two, mod=one.mod), first.rule)
        return None

    return pairwise(readings, context, join)


def lend_whole(readings: Sequence[Reading], context: Context) -> list[Reading]:
    """ "The first nine months of 1989", "the last two weeks of May": the length learns what it is a part of."""
    out = list(readings)
    for index, (first, second) in enumerate(itertools.pairwise(readings)):
        one = first.meaning
        if not isinstance(one, Length) or first.rule != "stretch" or not one.count:
            continue
        part = FIRST_OR_LAST.match(context.lower, first.start)
        if part is None or context.lower[first.end : second.start] != " of " or not is_whole(second.meaning):
            continue
        out[index] = replace(first, meaning=replace(one, toward="", whole=second.meaning, last=part[1] in ENDING))
    return out


def join_wholes(readings: Sequence[Reading]) -> list[Reading]:
    """ "The first nine months of 1989" in one, as guidelines for histories write it; in reports its year stands apart."""
    out: list[Reading] = []
    for reading in readings:
        last = out[-1] if out else None
        if last is not None and isinstance(last.meaning, Length) and last.meaning.whole is reading.meaning:
            out[-1] = replace(last, end=reading.end)
        else:
            out.append(reading)
    return out


FIRST_OR_LAST = re.compile(r"the {1,2}(first|opening|last|final|closing)\b")
ENDING = ("last", "final", "closing")


def is_whole(meaning: Meaning) -> bool:
    """ "1989", "last year", "May", "May 2004", "this month"."""
    if meaning.mod:
        return False
    if isinstance(meaning, Known):
        return granularity_of(meaning.value) in ("year", "month")
    if isinstance(meaning, Count):
        return meaning.unit in ("year", "month") and not meaning.start and not meaning.granularity
    if isinstance(meaning, Of):
        return meaning.part.month > 0 and not (meaning.part.day or meaning.part.weekday or meaning.unit)
    return isinstance(meaning, Bare) and meaning.month > 0 and not (meaning.day or meaning.weekday or meaning.week)


def lend_year(readings: Sequence[Reading], context: Context) -> list[Reading]:
    """ "21 March - 21 June 1952", "between March and May 1915": the first borrows the year of the second; "last year in
    March", "in 1998, in May": the second that of the first."""
    out = list(readings)
    for index in range(len(out) - 2, -1, -1):
        first, second = out[index], out[index + 1]
        one, two = first.meaning, second.meaning
        if is_year_ago(one) and isinstance(two, Bare) and two.quarter and not two.toward:
            if context.lower[first.end : second.start] in (", ", ", the "):
                out[index + 1] = replace(second, meaning=replace(two, toward="year ago"))
            continue
        if is_year_told(one) and isinstance(two, Bare) and is_of_a_year(two):
            gap = context.lower[first.end : second.start]
            if (IN_IT.fullmatch(gap) and not (gap[0] == "," and looks_on(second, context))) or is_told_in(
                first, second, context
            ):
                out[index + 1] = replace(second, meaning=Of(part=two, whole=one, mod=two.mod))
            continue
        if isinstance(one, Bare) and one.quarter and not one.toward and is_year_told(two):
            if QUARTER_AND_YEAR.fullmatch(context.lower[first.end : second.start]):
                out[index] = replace(first, meaning=Of(part=one, whole=two, mod=one.mod))
            continue
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


# "Added 44 cents to third-quarter earnings last year", not "third-quarter earnings rose last year".
QUARTER_AND_YEAR = re.compile(
    r" (?:[a-z]+ )?(?:profits?|net|earnings|results|sales|revenues?|loss(?:es)?|income|figures)(?: in| of| for)? "
)


def is_of_a_year(part: Bare) -> bool:
    """ "in May", "on May 3", "on Christmas Eve", "in the spring"."""
    return bool(part.month or part.season or part.holiday) and not part.toward


def is_told_in(year: Reading, part: Reading, context: Context) -> bool:
    """ "Two years ago he was arrested on May 3": the year opens the sentence, and one verb tells of both."""
    if part.start - year.end > ONE_CLAUSE or not is_sentence_start(context, year.start) or context.owns(year.end - 1):
        return False
    if not IN_THE_CLAUSE.search(context.before(part.start, 12)):
        return False
    first, second = context.token_at(year.start), context.token_at(part.start)
    if first is None or second is None or not first.pos or context.text[part.end : part.end + 2] == "'s":
        return False
    verb = governor(first)
    told = governor(second)
    if told is not None and told.dep == "conj" and told.child("nsubj") is None and told.child("nsubjpass") is None:
        told = told.head  # "was arrested in May and freed in June"
    return verb is not None and verb.pos in ("VERB", "AUX") and verb is told


ONE_CLAUSE = 120  # characters
IN_THE_CLAUSE = re.compile(r"\b(?:in|on|during) (?:(?:early|late|the) |mid-)?$")


def looks_on(reading: Reading, context: Context) -> bool:
    """ "He won last year, in June he will step down": what follows the comma is of a later year."""
    return tense_at(context, reading.start, reading.end, reading.signal) in ("present", "future", "going") or (
        WILL.match(context.after(reading.end, 40)) is not None
    )


WILL = re.compile(r",? (?:[a-z]+ ){0,3}(?:will|faces?|is|are|has|plans?|expects?)\b")


def join_ago_and_unit(readings: Sequence[Reading], context: Context) -> list[Reading]:
    """ "a year ago today" and "a year ago Monday" are that day, "five years ago this week" that week."""

    def join(first: Reading, second: Reading, gap: str) -> Reading | None:
        one, two = first.meaning, second.meaning
        if gap not in (" ", " on ") or first.rule != "counted" or not isinstance(one, Count):
            return None
        if one.base != "published" or one.count >= 0 or not float(one.count).is_integer():
            return None
        if isinstance(two, Bare) and 1 <= two.weekday <= 7 and not (two.toward or two.day or two.month):
            if one.unit not in ("week", "month", "year", "decade"):
                return None
            return join_readings(first, second, replace(one, granularity="day", start=two), first.rule)
        if isinstance(two, Bare) and two.toward == "this" and (two.season or two.month) and one.unit == "year":
            return join_readings(first, second, Of(part=replace(two, toward=""), whole=one), first.rule)
        if (
            isinstance(two, Clock)
            and gap == " "
            and is_of_today(two)
            and one.unit in ("week", "month", "year", "decade")
        ):
            return join_readings(first, second, replace(two, day=replace(one, granularity="day")), second.rule)
        if gap != " " or not isinstance(two, Count) or two.base != "published" or abs(two.count) > 1 or two.start:
            return None
        if two.unit not in ("day", "week", "month") or one.unit not in ("week", "month", "year", "decade", "century"):
            return None
        return join_readings(first, second, replace(one, granularity=two.unit, start=two), first.rule)

    return pairwise(readings, context, join)


def is_year_ago(meaning: Meaning) -> bool:
    """ "A year ago, third-quarter earnings were higher": the quarter is of that year."""
    return isinstance(meaning, Count) and meaning.unit == "year" and meaning.count == -1 and not meaning.start


def is_of_today(clock: Clock) -> bool:
    """ "tonight", "this morning"."""
    day = clock.day
    return isinstance(day, Count) and day.unit == "day" and not day.count and day.base == "published" and not day.start


def is_year_told(meaning: Meaning) -> bool:
    """ "last year", "two years ago", "1998"."""
    if isinstance(meaning, Count):
        whole = float(meaning.count).is_integer() and meaning.count
        return meaning.unit == "year" and meaning.base == "published" and bool(whole) and not meaning.start
    return isinstance(meaning, Known) and granularity_of(meaning.value) == "year" and meaning.value.isdigit()


IN_IT = re.compile(r",? (?:in|on) (?:early |late |mid-|the )?")
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
        if "-" in context.lower[first.start : first.end]:
            return None
        if one.unit not in UNITS_DOWN or two.unit not in UNITS_DOWN or "X" in one.value or "." in one.value:
            return None
        if UNITS_DOWN.index(one.unit) > UNITS_DOWN.index(two.unit) or two.count >= MOST[two.unit]:
            return None
        return join_readings(
            first, second, Length(value=added(one.value, two.value), unit=two.unit, mod=one.mod), first.rule
        )

    return pairwise(readings, context, join)


def added(longer: str, shorter: str) -> str:
    """One length of two.

    >>> added("P6Y", "P4M"), added("PT1H", "PT59M"), added("P2D", "PT6H")
    ('P6Y4M', 'PT1H59M', 'P2DT6H')
    """
    tail = shorter.removeprefix("P")
    return longer + (tail.removeprefix("T") if "T" in longer else tail)


BETWEEN = re.compile(
    r"(?: ?[-–—/] ?| to | and | or | until | through | till |, | and in | and the | or the |, and )(?:early |late |mid-|the )?"
)


def pairwise(
    readings: Sequence[Reading],
    context: Context,
    join: Callable[[Reading, Reading, str], Reading | None],
    reach: int = 14,
) -> list[Reading]:
    """Neighbours at most `reach` characters apart joined where `join` makes one of two, from left to right; what was
    joined may join what stands before it."""
    out: list[Reading] = []
    for reading in readings:
        while out and reading.start - out[-1].end <= reach:
            gap = context.lower[out[-1].end : reading.start]
            joined = join(out[-1], reading, gap) if "\n" not in gap else None
            if joined is None:
                break
            out.pop()
            reading = joined
        out.append(reading)
    return out


def join_readings(first: Reading, second: Reading, meaning: Meaning, rule: str = "") -> Reading:
    """One reading of two: from the first's beginning to the second's end, read by the first's rule unless named."""
    return Reading(first.start, second.end, meaning, rule or first.rule, first.signal)
