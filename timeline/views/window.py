"""Stretches of time in epoch milliseconds, which is what Plotly's bars count in, and which one to show first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from timeline.views.dates import moment

EPOCH = datetime(1970, 1, 1)
DAY = 86_400_000.0
MINUTE = 60_000.0
# The window shown first may leave out this share of the events, if that makes it at least so many times narrower.
STRAYS = 0.06
WORTH = 1.4
LEAST = 3 * DAY


@dataclass(frozen=True, slots=True)
class Window:
    """What the time axis shows, `[start, end)` in epoch milliseconds."""

    start: float
    end: float

    @property
    def length(self) -> float:
        return self.end - self.start

    @property
    def days(self) -> tuple[date, date]:
        """First and last day in view."""
        return to_day(self.start), to_day(self.end - 1)

    def padded(self, share: float = 0.04) -> Window:
        extra = self.length * share
        return Window(self.start - extra, self.end + extra)


def to_ms(one: date | datetime) -> float:
    """
    >>> to_ms(date(1970, 1, 2))
    86400000.0
    """
    full = one if isinstance(one, datetime) else datetime(one.year, one.month, one.day)
    return (full - EPOCH) / timedelta(milliseconds=1)


def to_day(ms: float) -> date:
    """The day an instant falls on, held inside the calendar's years 1 to 9999."""
    days = int(ms // DAY)
    ordinal = max(1, min(EPOCH.toordinal() + days, date.max.toordinal()))
    return date.fromordinal(ordinal)


def first_ms(text: Any) -> float | None:
    """Where a row's `start` begins; None where it is open."""
    one = moment(text)
    return None if one is None else to_ms(one)


def last_ms(text: Any) -> float | None:
    """Where a row's inclusive `end` is over: the end of its day, or of its minute."""
    one = moment(text)
    if one is None:
        return None
    return to_ms(one) + (MINUTE if isinstance(one, datetime) else DAY)


def first_window(counts: Iterable[tuple[date, date, int]]) -> Window | None:
    """The window to open with, out of `(first day, day after the last, how many events begin there)`: everything, or,
    where a few stray dates would squeeze the rest, the densest part. None when nothing has a date.

    >>> first_window([(date(1943, 7, 1), date(1943, 7, 2), 1), (date(2022, 3, 1), date(2022, 4, 1), 40)]).days[0].year
    2022
    """
    bins = sorted((to_ms(first), to_ms(last), number) for first, last, number in counts if number > 0)
    if not bins:
        return None
    low, high = _densest(bins)
    middle, half = (low + high) / 2, max(high - low, LEAST) / 2
    return Window(middle - half, middle + half)


def _densest(bins: Sequence[tuple[float, float, int]]) -> tuple[float, float]:
    """Ends of the narrowest run of bins that holds all but STRAYS of the events, if that is worth leaving some out."""
    whole = bins[0][0], max(end for _, end, _ in bins)
    total = sum(number for _, _, number in bins)
    allowed = int(total * STRAYS) if total >= 12 else min(1, total // 6)
    if not allowed:
        return whole
    best, left, held = whole, 0, 0
    for _, end, number in bins:
        held += number
        while held - bins[left][2] >= total - allowed:
            held -= bins[left][2]
            left += 1
        if held >= total - allowed and end - bins[left][0] < best[1] - best[0]:
            best = bins[left][0], end
    return best if (best[1] - best[0]) * WORTH <= whole[1] - whole[0] else whole
