"""Date arithmetic: TIMEX3 date values, what they cover, and how far one lies from another.

A *value* is a date as TIMEX3 writes it at the granularity that is known: `2024`, `202` (a decade), `20` (a century),
`2024-03`, `2024-03-22`, `2024-W12`, `2024-W12-WE`, `2024-Q1`, `2024-H2`, `2024-SP`, `2024-03-22TMO`,
`2024-03-22T15:00`. `X` stands for digits nobody knows. Years before 1 are `BC0044`.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from functools import lru_cache

from timeline.model import Interval

FIRST_YEAR, LAST_YEAR = 1, 9997  # a winter reaches into the next year, and 9999 has no end that datetime can hold
SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}  # meteorological, north of the equator; winter begins in its year
# Hours (from, to) after midnight of the day that is named. A night is the evening's; its small hours are the next day's.
PARTS_OF_DAY = {
    "MO": (5, 12),
    "MI": (11, 13),
    "AF": (12, 18),
    "EV": (18, 22),
    "NI": (20, 24),
    "DT": (6, 18),
    "DW": (5, 8),
}
MONTHS_IN = {
    "month": 1,
    "quarter": 3,
    "season": 3,
    "half_year": 6,
    "year": 12,
    "decade": 120,
    "century": 1200,
    "millennium": 12000,
    "half-century": 600,
    "quarter-century": 300,
}
DAYS_IN = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}
SECONDS_IN = {"second": 1, "minute": 60, "hour": 3600}

BC_STANDS_AT = 5000
_BC = re.compile(r"BC[0-9]{4}")
_LENGTH = re.compile(r"P(?P<clock>T(?=[0-9.]+[HMS])|(?=[0-9.]+[DWMY]))(?P<count>[0-9]+(?:\.[0-9]+)?)(?P<unit>[A-Z])")
_DAYS_AND_MORE = {"D": "day", "W": "week", "M": "month", "Y": "year"}
_HOURS_AND_LESS = {"H": "hour", "M": "minute", "S": "second"}
_YEARS = re.compile(r"(?P<year>[0-9]{1,4})")
_MONTH = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})")
_DAY = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})")
_DAYS = re.compile(r"(?P<first>[0-9]{4}-[0-9]{2}-[0-9]{2})/P(?P<days>[0-9]{1,3})D")
_WEEK = re.compile(r"(?P<year>[0-9]{4})-W(?P<week>[0-9]{2})(?P<weekend>-WE)?")
_PART = re.compile(r"(?P<year>[0-9]{4})-(?:Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<season>SP|SU|FA|WI))")
_CLOCK = re.compile(r"(?P<hour>[0-9]{2})(?::(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2}))?)?(?:Z|[+-][0-9:]{2,5})?")
_DECADE = re.compile(r"(?P<decade>[0-9]{3})X|(?P<century>[0-9]{2})XX")


@lru_cache(maxsize=4096)
def interval_of(value: str) -> Interval | None:
    """What the value covers; None where it has no beginning and end of its own.

    >>> interval_of("2024-Q1").end
    datetime.datetime(2024, 4, 1, 0, 0)
    >>> interval_of("PRESENT_REF"), interval_of("XXXX-03"), interval_of("BC0044")
    (None, None, None)
    """
    day, _, clock = value.partition("T")
    try:
        interval = _of_date(day)
        if not clock or interval is None:
            return None if clock else interval
        return _of_clock(interval, clock) if interval.granularity == "day" else None
    except (ValueError, OverflowError):
        return None


def _of_date(value: str) -> Interval | None:
    if match := _YEARS.fullmatch(value):
        width = 10 ** (4 - len(value))
        first = int(value) * width
        name = {1: "year", 10: "decade", 100: "century", 1000: "millennium"}[width]
        return _years(first, width, name)
    if match := _DECADE.fullmatch(value):
        if match["decade"]:
            return _years(int(match["decade"]) * 10, 10, "decade")
        return _years(int(match["century"]) * 100, 100, "century")
    if match := _DAY.fullmatch(value):
        start = datetime(int(match["year"]), int(match["month"]), int(match["day"]))
        return Interval(start, start + timedelta(days=1), "day")
    if match := _DAYS.fullmatch(value):
        first = datetime.fromisoformat(match["first"])
        return Interval(first, first + timedelta(days=int(match["days"])), "month")
    if match := _MONTH.fullmatch(value):
        return _months(int(match["year"]), int(match["month"]), 1, "month")
    if match := _WEEK.fullmatch(value):
        monday = datetime.combine(date.fromisocalendar(int(match["year"]), int(match["week"]), 1), datetime.min.time())
        if match["weekend"]:
            return Interval(monday + timedelta(days=5), monday + timedelta(days=7), "weekend")
        return Interval(monday, monday + timedelta(days=7), "week")
    if match := _PART.fullmatch(value):
        year = int(match["year"])
        if match["quarter"]:
            return _months(year, 3 * int(match["quarter"]) - 2, 3, "quarter")
        if match["half"]:
            return _months(year, 6 * int(match["half"]) - 5, 6, "half_year")
        return _months(year, SEASONS[match["season"]], 3, "season")
    return None


def _of_clock(day: Interval, clock: str) -> Interval | None:
    assert day.start is not None
    if clock in PARTS_OF_DAY:
        low, high = PARTS_OF_DAY[clock]
        return Interval(day.start + timedelta(hours=low), day.start + timedelta(hours=high), "part_of_day", True)
    match = _CLOCK.fullmatch(clock)
    if match is None:
        return None
    start = day.start + timedelta(
        hours=int(match["hour"]), minutes=int(match["minute"] or 0), seconds=int(match["second"] or 0)
    )
    name = "second" if match["second"] else "minute" if match["minute"] else "hour"
    return Interval(start, start + timedelta(seconds=SECONDS_IN[name]), name)


def _years(first: int, width: int, granularity: str) -> Interval | None:
    """A span of years; a first century or decade begins in year 1."""
    last = first + width
    first = max(first, FIRST_YEAR)
    if last > LAST_YEAR or last <= first:
        return None
    return Interval(datetime(first, 1, 1), datetime(last, 1, 1), granularity)


def _months(year: int, month: int, count: int, granularity: str) -> Interval | None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    start = datetime(year, month, 1)
    return Interval(start, add_months(start, count), granularity)


def add_months(moment: datetime, count: int) -> datetime:
    """The same day and time some months on; the last of the month where that month is shorter.

    >>> add_months(datetime(2024, 1, 31), 1)
    datetime.datetime(2024, 2, 29, 0, 0)
    """
    year, month = divmod(moment.year * 12 + moment.month - 1 + count, 12)
    month += 1
    return moment.replace(year=year, month=month, day=min(moment.day, days_in(year, month)))


def days_in(year: int, month: int) -> int:
    """How many days the month has."""
    following = date(year + month // 12, month % 12 + 1, 1)
    return (following - date(year, month, 1)).days


def shift(moment: datetime, unit: str, count: float) -> datetime:
    """The moment some units later, or earlier for a negative count.

    Raises ValueError or OverflowError beyond the calendar.

    >>> shift(datetime(2024, 1, 16), "week", -2)
    datetime.datetime(2024, 1, 2, 0, 0)
    """
    if unit in SECONDS_IN:
        return moment + timedelta(seconds=count * SECONDS_IN[unit])
    if unit in DAYS_IN:
        return moment + timedelta(days=count * DAYS_IN[unit])
    if not float(count).is_integer() and unit == "month":
        return add_months(moment, int(count)) + timedelta(days=30 * (count - int(count)))
    return add_months(moment, round(count * MONTHS_IN[unit]))


def moved(moment: datetime, value: str, sign: int = 1) -> datetime | None:
    """The moment moved on, or back, by a TIMEX3 duration; None for one without a count, or beyond the calendar.

    >>> moved(datetime(2010, 1, 1), "P7Y"), moved(datetime(2024, 3, 31), "P1W", -1), moved(datetime(2024, 1, 1), "PXD")
    (datetime.datetime(2017, 1, 1, 0, 0), datetime.datetime(2024, 3, 24, 0, 0), None)
    """
    length = _LENGTH.fullmatch(value)
    if length is None:
        return None
    unit = _HOURS_AND_LESS[length["unit"]] if length["clock"] else _DAYS_AND_MORE[length["unit"]]
    try:
        return shift(moment, unit, sign * float(length["count"]))
    except (ValueError, OverflowError):
        return None


def value_at(moment: datetime, granularity: str) -> str:
    """The value of the granule of this granularity that the moment lies in.

    >>> value_at(datetime(2024, 1, 16), "week"), value_at(datetime(2024, 1, 16), "season")
    ('2024-W03', '2023-WI')
    """
    year, month = moment.year, moment.month
    match granularity:
        case "year":
            return f"{year:04d}"
        case "decade":
            return f"{year // 10:03d}"
        case "century":
            return f"{year // 100:02d}"
        case "millennium":
            return f"{year // 1000}"
        case "month":
            return f"{year:04d}-{month:02d}"
        case "quarter":
            return f"{year:04d}-Q{(month + 2) // 3}"
        case "half_year":
            return f"{year:04d}-H{(month + 5) // 6}"
        case "season":
            name = ("WI", "SP", "SU", "FA")[month % 12 // 3]
            return f"{year - (month < 3):04d}-{name}"
        case "week" | "fortnight":
            iso = moment.isocalendar()
            return f"{iso.year:04d}-W{iso.week:02d}"
        case "weekend":
            iso = moment.isocalendar()
            return f"{iso.year:04d}-W{iso.week:02d}-WE"
        case "hour" | "minute" | "second":
            return f"{moment.date().isoformat()}T{moment:%H:%M}"
        case _:
            return moment.date().isoformat()


@lru_cache(maxsize=1 << 12)
def granularity_of(value: str) -> str:
    """The granularity a value stands at; "" for one that is no date.

    >>> granularity_of("2024-W12"), granularity_of("XXXX-03"), granularity_of("P1D")
    ('week', 'month', '')
    """
    if value[:1] in ("P", "F") or not value:
        return ""
    day, mark, clock = value.partition("T")
    if mark:
        return "part_of_day" if clock in PARTS_OF_DAY else "hour" if len(clock) <= 2 else "minute"
    for shape, name in _SHAPES:
        if shape.fullmatch(day):
            return name
    return ""


_SHAPES = tuple(
    (re.compile(shape), name)
    for shape, name in (
        (r"[0-9X]{4}|BC[0-9]{4}", "year"),
        (r"BC[0-9]{2}", "century"),
        (r"[0-9X]{3}", "decade"),
        (r"[0-9X]{2}", "century"),
        (r"[0-9]", "millennium"),
        (r"[0-9X]{4}-[0-9X]{2}", "month"),
        (r"[0-9X]{4}-[0-9X]{2}-[0-9X]{2}", "day"),
        (r"[0-9X]{4}-WX?[0-9X]{2}-WE", "weekend"),
        (r"[0-9X]{4}-W[0-9X]{2}-[1-7]", "day"),
        (r"[0-9X]{4}-W[0-9X]{2}", "week"),
        (r"[0-9X]{4}-Q[1-4X]", "quarter"),
        (r"[0-9X]{4}-H[12X]", "half_year"),
        (r"[0-9X]{4}-(?:SP|SU|FA|WI)", "season"),
    )
)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The nth weekday (Monday is 1) of a month; -1 is the last.

    >>> nth_weekday(2024, 11, 4, 4)
    datetime.date(2024, 11, 28)
    """
    if nth > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
    last = date(year, month, days_in(year, month))
    return last - timedelta(days=(last.isoweekday() - weekday) % 7)


def from_bc(value: str) -> str:
    """A value of a year before 1 as one of a far year, so that it can be counted with: later is more.

    >>> from_bc("BC0490-08"), to_bc("4511"), to_bc("1998-03")
    ('4510-08', 'BC0489', '1998-03')
    """
    return f"{BC_STANDS_AT - int(value[2:6]):04d}{value[6:]}" if _BC.match(value) else value


def to_bc(value: str) -> str:
    """The value that `from_bc` changed, or the decade or century of one.

    >>> to_bc("494"), to_bc("45"), to_bc("199"), to_bc("19")
    ('BC005', 'BC04', '199', '19')
    """
    year = value[:4]
    if len(year) < 4:
        if not value.isdigit():
            return value
        unit = 10 ** (4 - len(value))
        middle = BC_STANDS_AT - int(value) * unit - unit // 2
        return f"BC{middle // unit:0{len(value)}d}" if 0 < middle < 2000 else value
    if year.isdigit() and BC_STANDS_AT - 2000 <= int(year) < BC_STANDS_AT:
        return f"BC{BC_STANDS_AT - int(year):04d}{value[4:]}"
    return value


def midnight(day: date | datetime) -> datetime:
    """The beginning of the day."""
    return datetime(day.year, day.month, day.day)


COUNTABLE = range(20, 9980)  # years of publication; from one at the calendar's edge nothing can be counted


def countable(published: date | datetime | None) -> date | datetime | None:
    """The day of publication, where times can be counted from it; None at the calendar's edge."""
    return published if published is not None and published.year in COUNTABLE else None
