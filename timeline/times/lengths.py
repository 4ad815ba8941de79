"""What a length of time covers where it ends or begins at a known moment: "the past two weeks", "in two days"."""

from __future__ import annotations

from datetime import datetime, timedelta

from timeline.model import Interval
from timeline.times.calendar import SECONDS_IN, granularity_of, interval_of, shift, value_at
from timeline.times.meaning import Count, Length, Meaning


def stretch(meaning: Length, base: datetime, toward: str) -> Interval | None:
    """The stretch that ends at the base ("past") or begins there ("next"); None beyond the calendar.

    A day that is only known as a day is covered to its end.
    """
    if meaning.count is None or not meaning.unit:
        return None
    other = moved(base, meaning.unit, meaning.count if toward == "next" else -meaning.count)
    if other is None or other == base:
        return None
    timed = meaning.unit in SECONDS_IN and (base.hour or base.minute)
    rest = timedelta(0) if timed else timedelta(days=1)
    granularity = "hour" if meaning.unit in SECONDS_IN else UNIT_NAMES.get(meaning.unit, meaning.unit)
    try:
        start, end = (other, base + rest) if toward == "past" else (base, other + rest)
    except OverflowError:
        return None
    return Interval(start, end, granularity, bool(meaning.mod))


UNIT_NAMES = {"fortnight": "week", "half-century": "year", "quarter-century": "year"}


def part_of(meaning: Length, whole: Interval | None) -> Interval | None:
    """The first or the last so many units of a year or month; all of it where they are not counted or are more than it has."""
    if whole is None or whole.start is None or whole.end is None or meaning.count is None:
        return whole
    unit = UNIT_NAMES.get(meaning.unit, meaning.unit)
    if meaning.last:
        start = moved(whole.end, meaning.unit, -meaning.count)
        return whole if start is None or start < whole.start else Interval(start, whole.end, unit)
    end = moved(whole.start, meaning.unit, meaning.count)
    return whole if end is None or end > whole.end else Interval(whole.start, end, unit)


def day_after(meaning: Length, base: datetime) -> str:
    """The day or month that "in two days" or "in two months" comes to; "" beyond the calendar."""
    if meaning.count is None:
        return ""
    moment = moved(base, meaning.unit, meaning.count)
    unit = UNIT_NAMES.get(meaning.unit, meaning.unit)
    return "" if moment is None else value_at(moment, "day" if unit in ("day", "week") else unit)


def moved(base: datetime, unit: str, count: float) -> datetime | None:
    """The moment so many units on; None beyond the calendar."""
    try:
        return shift(base, unit, count)
    except (ValueError, OverflowError):
        return None


def in_hours(day: str, hours: tuple[int, int]) -> Interval | None:
    """The hours of a day, counted from its midnight; they may reach into the next."""
    covers = interval_of(day)
    if covers is None or covers.start is None:
        return None
    first, last = (covers.start + timedelta(hours=hour) for hour in hours)
    return Interval(first, last, "part_of_day", True)


def type_of(meaning: Meaning, value: str) -> str:
    """The TIMEX3 type: a length that comes to a day is a DATE, so many units that come to none are a DURATION.

    >>> type_of(Length(value="P2D"), "2024-01-18"), type_of(Count(count=2, unit="day", base="reference"), "P2D")
    ('DATE', 'DURATION')
    """
    vague = value.endswith("_REF")
    if isinstance(meaning, Length) and (vague or granularity_of(value)):
        return "DATE"
    if isinstance(meaning, Count) and value.startswith("P") and not vague:
        return "DURATION"
    return meaning.type
