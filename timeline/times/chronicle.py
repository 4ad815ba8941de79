"""Entries of a chronicle: "Feb. 24, 2022: …", below it "Nov. 11: …", which takes its year from the entry before it."""

from __future__ import annotations

import re
from datetime import date, datetime

from timeline.times.meaning import Bare
from timeline.times.narrative import Standpoint
from timeline.times.phrase import Context
from timeline.times.years import first_day

AFTER_LABEL = re.compile(r" ?: |: ?\n? ?| [–—-] ")
_BEFORE_LABEL = re.compile(r"[\s*•·–—-]*")


def is_label(context: Context, start: int, end: int) -> bool:
    """Whether a time opens a line and what it dates follows: "Nov. 11: …", "Nov. 11 - …"."""
    return _opens_line(context, start) and AFTER_LABEL.match(context.text, end) is not None


def is_line(context: Context, start: int, end: int) -> bool:
    """Whether a time is all that a line says: "2022" above its days."""
    return _opens_line(context, start) and not context.after(end, 8).strip(" :")


def _opens_line(context: Context, start: int) -> bool:
    return (
        start - context.text.rfind("\n", 0, start) < MARKS
        and _BEFORE_LABEL.fullmatch(context.before(start, MARKS)) is not None
    )


MARKS = 6  # characters before the label of an entry: "  - "


class Chronicle:
    """The last two entries whose years are known, in the order of the text, which runs on or back; and the year that
    stands on a line of its own above them."""

    __slots__ = ("_before", "_last", "_year")

    def __init__(self) -> None:
        self._before: Standpoint | None = None
        self._last: Standpoint | None = None
        self._year = 0

    def enter(self, label: Standpoint) -> None:
        if label.granularity == "year":
            self._before, self._last, self._year = None, None, label.start.year
            return
        if label.start.year != self._year:
            self._year = 0
        self._before, self._last = self._last, label

    def year_of(self, meaning: Bare, published: datetime | None) -> int | None:
        """The year of an entry that names none: that of the line above; else the first from the entry before it on, of
        entries that run back the last; None without an entry before it. Of two entries the second comes later, unless
        that is yet to come and longer away than a day before the first."""
        last = self._last
        if self._year or last is None:
            return self._year or None
        told = last.start.date() if meaning.day else last.start.date().replace(day=1)
        days = [day for year in range(told.year - 1, told.year + 2) if (day := first_day(meaning, year)) is not None]
        on = next((day for day in days if day >= told), None)
        back = next((day for day in reversed(days) if day <= told), None)
        if on is None or back is None:
            return None
        return (back if self._runs_back(last, told, on, back, published) else on).year

    def _runs_back(self, last: Standpoint, told: date, on: date, back: date, published: datetime | None) -> bool:
        if self._before is not None and self._before.start != last.start:
            return last.start < self._before.start
        ahead = published is not None and told <= published.date() < on
        return ahead and told - back < on - told
