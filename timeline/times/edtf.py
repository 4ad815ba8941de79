"""Interval ↔ EDTF, the text form of honest dates (ISO 8601-2, of which this is our subset).

A date stands at the precision that is known: `2022-03`, `2025-21` (spring), `2025-33` (first quarter), `2025-40`
(first half), `199X`, `19XX`, `2022-03-05T15:00`. `~` marks what is approximate, `?` what is uncertain, `%` both.
`a/b` runs from the beginning of `a` to the *end* of `b`; `..` is an open side. Weeks, weekends and parts of a day,
for which EDTF has no word, are written as what they cover (`2022-03-05/2022-03-06`).

Years before 1 have no datetime and so no Interval; `year_to_edtf` writes them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, timedelta

from timeline.model import Interval

# First month of the granule → its code. Winter is named for the year it begins in.
CODES = {
    "season": {3: 21, 6: 22, 9: 23, 12: 24},
    "quarter": {1: 33, 4: 34, 7: 35, 10: 36},
    "half_year": {1: 40, 7: 41},
}
MONTHS = {"month": 1, "season": 3, "quarter": 3, "half_year": 6}
YEARS = {"millennium": 1000, "century": 100, "decade": 10, "year": 1}
CLOCK = {
    "day": timedelta(days=1),
    "hour": timedelta(hours=1),
    "minute": timedelta(minutes=1),
    "second": timedelta(seconds=1),
}
# Coarsest first: both sides are written at the first granularity, from the interval's own, on whose edges they stand.
LADDER = (*YEARS, "month", *CLOCK)
EDGE_OF = {"week": "day", "weekend": "day", "vague": "day", "part_of_day": "minute"}
LAST_YEAR = 9998  # the end of 9999 is beyond datetime
OPEN = ".."
FLAGS = {(False, False): "", (True, False): "~", (False, True): "?", (True, True): "%"}
FINENESS = (*YEARS, *reversed(CODES), "month", *CLOCK)

_DATE = re.compile(
    r"(?P<year>[0-9]{4}|[0-9]{3}X|[0-9]{2}XX|[0-9]XXX)"
    r"(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2})"
    r"(?:T(?P<hour>[0-9]{2})(?::(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2}))?)?)?)?)?"
    r"(?P<flag>[~?%]?)"
)


def to_edtf(interval: Interval) -> str:
    """The interval as EDTF; "" when both sides are open.

    Raises ValueError for an interval that ends before it begins.

    >>> to_edtf(Interval(datetime(2022, 2, 1), datetime(2022, 3, 1), "month", approximate=True))
    '2022-02~'
    >>> to_edtf(Interval(None, datetime(2026, 2, 2), "day"))
    '../2026-02-01'
    """
    start, end = interval.start, interval.end
    if start is None and end is None:
        return ""
    if start is not None and end is not None and end <= start:
        raise ValueError(f"an interval must end after it begins: {start} to {end}")
    flag = FLAGS[interval.approximate, interval.uncertain]
    rungs = _rungs(interval.granularity)
    if start is not None and end is not None:
        for granularity in LADDER if interval.granularity == "vague" else rungs:
            text = _write(start, granularity)
            if text and _shift(start, granularity, 1) == end:
                return text + flag
    for granularity in rungs:
        first = OPEN if start is None else _write(start, granularity)
        last = OPEN if end is None else _write_last(end, granularity)
        if first and last:
            break
    return "/".join(side if side == OPEN else side + flag for side in (first, last))


def from_edtf(text: str) -> Interval:
    """The interval of an EDTF text of our subset.

    Raises ValueError for any other text, and for years that have no datetime.

    >>> from_edtf("2025-33").days
    90
    """
    first, slash, last = text.partition("/")
    if not slash:
        return _read(first)
    start = None if first == OPEN else _read(first)
    end = None if last == OPEN else _read(last)
    if start is None and end is None:
        raise ValueError(f"an interval open at both sides says nothing: {text!r}")
    sides = [side for side in (start, end) if side is not None]
    interval = Interval(
        start.start if start else None,
        end.end if end else None,
        _finer(*(side.granularity for side in sides)),
        any(side.approximate for side in sides),
        any(side.uncertain for side in sides),
    )
    if interval.start is not None and interval.end is not None and interval.end <= interval.start:
        raise ValueError(f"an interval must end after it begins: {text!r}")
    return interval


def year_to_edtf(year: int) -> str:
    """A year by its astronomical number: 1 BC is 0, 44 BC is -43; more than four digits begin with Y.

    >>> year_to_edtf(-43), year_to_edtf(114), year_to_edtf(-12000)
    ('-0043', '0114', 'Y-12000')
    """
    if abs(year) > 9999:
        return f"Y{year}"
    return f"{'-' if year < 0 else ''}{abs(year):04d}"


def _rungs(granularity: str) -> tuple[str, ...]:
    """The granularities a side may be written at, coarsest first."""
    granularity = EDGE_OF.get(granularity, granularity)
    if granularity in CODES:
        return (granularity, *LADDER[LADDER.index("month") :])
    return LADDER[LADDER.index(granularity) :]


def _write_last(end: datetime, granularity: str) -> str:
    """The granule that ends at `end`; "" when none of this granularity ends there."""
    start = _shift(end, granularity, -1)
    return _write(start, granularity) if start is not None and _shift(start, granularity, 1) == end else ""


def _shift(moment: datetime, granularity: str, by: int) -> datetime | None:
    """The moment `by` granules later; None outside of the calendar. Years and months stand on the first of a month."""
    if granularity in CLOCK:
        try:
            return moment + by * CLOCK[granularity]
        except OverflowError:
            return None
    years, month = divmod(moment.month - 1 + by * MONTHS.get(granularity, 0), 12)
    year = moment.year + years + by * YEARS.get(granularity, 0)
    return datetime(year, month + 1, 1) if 1 <= year <= 9999 else None


def _write(start: datetime, granularity: str) -> str:
    """The granule that begins at `start`; "" when none of this granularity begins there."""
    return WRITERS[granularity](start)


def _write_years(width: int) -> Callable[[datetime], str]:
    def write(start: datetime) -> str:
        if start.year % 10**width or not (_is_midnight(start) and start.month == start.day == 1):
            return ""
        return f"{start.year:04d}"[: 4 - width] + "X" * width

    return write


def _write_code(codes: dict[int, int]) -> Callable[[datetime], str]:
    def write(start: datetime) -> str:
        if start.month not in codes or start.day != 1 or not _is_midnight(start):
            return ""
        return f"{start.year:04d}-{codes[start.month]}"

    return write


def _write_month(start: datetime) -> str:
    return f"{start.year:04d}-{start.month:02d}" if start.day == 1 and _is_midnight(start) else ""


def _write_day(start: datetime) -> str:
    return start.date().isoformat() if _is_midnight(start) else ""


def _write_hour(start: datetime) -> str:
    return start.isoformat(timespec="hours") if not (start.minute or start.second or start.microsecond) else ""


def _write_minute(start: datetime) -> str:
    return start.isoformat(timespec="minutes") if not (start.second or start.microsecond) else ""


def _write_second(start: datetime) -> str:
    return start.isoformat(timespec="seconds")


WRITERS: dict[str, Callable[[datetime], str]] = {
    "millennium": _write_years(3),
    "century": _write_years(2),
    "decade": _write_years(1),
    "year": _write_years(0),
    **{name: _write_code(codes) for name, codes in CODES.items()},
    "month": _write_month,
    "day": _write_day,
    "hour": _write_hour,
    "minute": _write_minute,
    "second": _write_second,
}


def _read(text: str) -> Interval:
    """One date, without a slash."""
    match = _DATE.fullmatch(text)
    if match is None:
        raise ValueError(f"not EDTF as we write it: {text!r}")
    start, granularity = _start(match, text)
    end = _shift(start, granularity, 1)
    if end is None:
        raise ValueError(f"years from 1 to {LAST_YEAR} only: {text!r}")
    return Interval(start, end, granularity, match["flag"] in ("~", "%"), match["flag"] in ("?", "%"))


def _start(match: re.Match[str], text: str) -> tuple[datetime, str]:
    unknown = match["year"].count("X")
    year = int(match["year"].replace("X", "0"))
    if not 1 <= year <= LAST_YEAR or (unknown and match["month"]):
        raise ValueError(f"years from 1 to {LAST_YEAR} only: {text!r}")
    if match["month"] is None:
        return datetime(year, 1, 1), ("year", "decade", "century", "millennium")[unknown]
    month = int(match["month"])
    for granularity, codes in CODES.items():
        for first, code in codes.items():
            if month == code and match["day"] is None:
                return datetime(year, first, 1), granularity
    parts = [match[name] for name in CLOCK]
    day, hour, minute, second = (int(part or 0) for part in parts)
    granularity = ("month", *CLOCK)[sum(part is not None for part in parts)]
    return datetime(year, month, 1 if granularity == "month" else day, hour, minute, second), granularity


def _finer(*granularities: str) -> str:
    return max(granularities, key=FINENESS.index)


def _is_midnight(moment: datetime) -> bool:
    return not (moment.hour or moment.minute or moment.second or moment.microsecond)
