"""Where the text stands in time: the publication, or the years that a narrative has moved to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from timeline.model import Interval
from timeline.times.calendar import granularity_of, interval_of
from timeline.times.meaning import Bare, Clock, Count, Known, Reading


def is_narrative(readings: Sequence[Reading], published: date | None) -> bool:
    """Whether the text tells of past years, and bare dates in it belong to those: it names full dates of other years
    more often than it counts from the day of publication."""
    told = counted = 0
    for reading in readings:
        meaning = reading.meaning
        if isinstance(meaning, Clock) and meaning.day is not None:
            meaning = meaning.day
        if isinstance(meaning, Known):
            if granularity_of(meaning.value) in ("day", "month", "season") and meaning.value[:4].isdigit():
                told += published is None or published.year - int(meaning.value[:4]) > 1
            elif meaning.value.startswith("BC"):
                told += 1
        elif (isinstance(meaning, Count) and meaning.base == "published") or (
            isinstance(meaning, Bare) and meaning.weekday
        ):
            counted += 1
    return told >= 3 and told > counted


@dataclass(slots=True)
class Standpoint:
    """The time the text last stood at: `value`, what it covers, and where that was said."""

    value: str
    interval: Interval | None
    at: int
    adverbial: bool = True

    @property
    def year(self) -> int | None:
        return self.interval.start.year if self.interval and self.interval.start else None

    @property
    def start(self) -> datetime | None:
        return self.interval.start if self.interval else None

    @property
    def granularity(self) -> str:
        return granularity_of(self.value)


def standpoint(value: str, at: int) -> Standpoint | None:
    """A standpoint where the value has a year; None otherwise."""
    interval = interval_of(value)
    if interval is not None:
        return Standpoint(value, interval, at)
    return None
