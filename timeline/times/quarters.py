"""Which quarter business news is speaking of: reports compare one with that of the year before."""

from __future__ import annotations

import re
from collections import Counter
from datetime import datetime

from timeline.times.calendar import add_months, value_at
from timeline.times.meaning import Count, Reading
from timeline.times.narrative import Standpoint
from timeline.times.phrase import Context
from timeline.times.words import MONTHS

OVER = re.compile(r",? (?:which |that )?ended (?:on |in )?(?:last )?(?P<month>[a-z]+)")
FISCAL = re.compile(r"\b(?:fiscal|financial) year$")
FAR = 2400  # characters: as far as a comparison with "a year earlier" reaches


class Quarters:
    """The quarters a text has named: the last, and of those that had ended by publication the one named most often."""

    __slots__ = ("_fiscal", "_named", "_often", "_other", "_published", "_reported", "last")

    def __init__(self, published: datetime | None) -> None:
        self._published = published
        self._named: Standpoint | None = None
        self._reported: Standpoint | None = None
        self._other = -1
        self._fiscal = 0
        self.last: Standpoint | None = None  # whether it is reported or compared with
        self._often: Counter[str] = Counter()

    def name(self, quarter: Standpoint, *, told: bool = False) -> None:
        """The text names a quarter; one that has not begun is not being reported on, nor is one that has not ended
        unless its figures are `told` as past."""
        begun = told or self._published is None or quarter.start <= self._published
        if begun:
            self._named = quarter
        over = self._published is None or quarter.interval.end is None or quarter.interval.end <= self._published
        if over or told:
            self._often[quarter.value] += 1
            before = self._reported
            ahead = 0 if before is None else self._often[quarter.value] - self._often[before.value]
            if before is None or ahead > 0 or (ahead == 0 and quarter.start >= before.start):
                self._reported = quarter
            else:
                before.at = quarter.at

    @property
    def named_at(self) -> int:
        """Where the text last named a quarter; -1 where it has named none."""
        return max((one.at for one in (self._named, self._reported) if one is not None), default=-1)

    def name_other(self, at: int) -> None:
        """The text turns to a year, or to nine months."""
        self._other = at

    def name_fiscal(self, year: int, after: str) -> None:
        """The text names a fiscal year, and so which of them the report stands in: one that has ended is the last, one
        named for the next year began in the second half of this one."""
        published = self._published
        if published is None:
            return
        if (over := OVER.match(after)) and year <= published.year:
            self._fiscal = year + (MONTHS.get(over["month"], 13) < published.month or year < published.year)
        elif year == published.year + 1 and published.month > 6:
            self._fiscal = year

    def fiscal_years_on(self, meaning: Count, reading: Reading, context: Context) -> str:
        """ "This fiscal year", "last fiscal year", where the text has said which it stands in; else ""."""
        if not self._fiscal or meaning.unit != "year" or reading.rule != "neighbour" or meaning.base != "published":
            return ""
        words = context.lower[reading.start : reading.end]
        return f"{self._fiscal + int(meaning.count):04d}" if FISCAL.search(words) else ""

    def compared(self, at: int, years: int) -> str:
        """The quarter some years from the one that is compared here; "" where none was named shortly before."""
        for quarter in (self._reported, self._named):
            if quarter is not None and at - quarter.at <= FAR and self._other < quarter.at:
                return _moved(quarter.start, years)
        return ""

    def meant(self, meaning: Count) -> tuple[str, str]:
        """The value of "the quarter", "the year-ago period", "the 1988 quarter", and what it was counted from."""
        try:
            return self._meant(meaning, self._quarter(meaning))
        except (ValueError, OverflowError):  # beyond the calendar
            return "XXXX", ""

    def _quarter(self, meaning: Count) -> Standpoint | None:
        """The quarter spoken of; none where the text has turned to a year or to months and only a period is named."""
        quarter = self._reported or self._named
        turned = quarter is not None and self._other > quarter.at and meaning.granularity != "quarter"
        return None if turned else quarter

    def _meant(self, meaning: Count, quarter: Standpoint | None) -> tuple[str, str]:
        if meaning.base == "period of":
            year = int(meaning.count)
            if quarter is not None:
                return value_at(quarter.start.replace(year=year), "quarter"), "previous time"
            if self._published is not None and meaning.granularity == "quarter":
                return value_at(add_months(self._published, -3).replace(year=year, day=1), "quarter"), "publication"
            return f"{year:04d}", ""
        if meaning.base == "period that" and self.last is not None:
            return self.last.value, "previous time"
        years = int(meaning.count)
        if quarter is not None:
            return _moved(quarter.start, years), "previous time"
        if self._published is None:
            return "XXXX", ""
        if meaning.granularity == "quarter":
            return _months_on(self._published, -3 + 12 * years, "quarter"), "publication"
        return _months_on(self._published, 12 * years, "year"), "publication"


def _moved(start: datetime, years: int) -> str:
    return _months_on(start, 12 * years, "quarter")


def _months_on(moment: datetime, months: int, unit: str) -> str:
    """The unit so many months on; unknown beyond the calendar's ends."""
    try:
        return value_at(add_months(moment, months), unit)
    except ValueError:
        return "XXXX"
