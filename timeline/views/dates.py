"""When, in words a person would say, and no more certain than the row they come from."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from timeline.table import CLOCK

MONTHS = "January February March April May June July August September October November December".split()
SHORT = [month[:3] for month in MONTHS]
SEASONS = {12: "winter", 3: "spring", 6: "summer", 9: "autumn"}
QUARTERS = {1: "first", 4: "second", 7: "third", 10: "fourth"}
DASH = "–"

# Words before a time that make its end the end of something that lasts.
LASTS_UNTIL = ("until", "till", "til", "through", "up to", "to run", "to last")


def when(row: Mapping[str, Any]) -> str:
    """The time of a row in words.

    >>> when({"start": "2022-03-01", "end": "2022-03-31", "granularity": "month"})
    'March 2022'
    >>> when({"end": "2026-02-01", "granularity": "day", "time_text": "until February 1"})
    'until 1 Feb 2026'
    >>> when({"end": "2026-01-30", "granularity": "vague"})
    'some time up to 30 Jan 2026'
    >>> when({"start": "2026-02-01", "granularity": "day"})
    'from 1 Feb 2026, open end'
    """
    start, end = moment(row.get("start")), moment(row.get("end"))
    granularity = str(row.get("granularity") or "")
    said = str(row.get("time_text") or "")
    if start is None and end is None:
        return f"no date (“{said}”)" if said else "no date"
    if row.get("modality") == "ongoing" and (start is None or end is None):
        return _going_on(start, end)
    words = _spell(start, end, granularity, said.strip().lower())
    edtf = str(row.get("edtf") or "")
    if "%" in edtf or ("~" in edtf and "?" in edtf):
        return f"perhaps about {words}"
    if "~" in edtf:
        return f"about {words}"
    return f"perhaps {words}" if "?" in edtf else words


def _going_on(start: date | None, end: date | None) -> str:
    """What goes on fills its time: a side left open is one the text does not tell."""
    return f"going on from {_point(start)}" if start is not None else f"going on, up to {_point(end)}" if end else ""


def _spell(start: date | None, end: date | None, granularity: str, said: str) -> str:
    vague = granularity == "vague"
    if start is None and end is not None:
        if said.startswith(LASTS_UNTIL):
            return f"until {_point(end)}"
        if said.startswith("before"):
            is_edge = isinstance(end, datetime) or end == date.max
            return f"by {_point(end)}" if is_edge else f"before {_point(end + timedelta(days=1))}"
        if said.startswith("by"):
            return f"by {_point(end)}"
        return f"some time up to {_point(end)}"
    if start is not None and end is None:
        if vague or said.startswith("after"):
            return f"some time from {_point(start)} on"
        if said.startswith("since"):
            return f"since {_point(start)}"
        return f"from {_point(start)}, open end"
    assert start is not None and end is not None
    named = _named(start, end, granularity)
    if named:
        return named
    span = _point(start) if start == end else _range(start, end)
    return f"some time in {span}" if vague and start != end else span


def _named(start: date, end: date, granularity: str) -> str:
    """ "March 2022", "the 1990s": the calendar's own name for exactly this stretch, or ""."""
    if isinstance(start, datetime) or isinstance(end, datetime):
        return ""
    after = end + timedelta(days=1) if end < date.max else end
    months = (after.year - start.year) * 12 + after.month - start.month if start.day == after.day == 1 else 0
    if granularity == "week" and (after - start).days == 7:
        return f"week of {_range(start, end)}"
    if granularity == "weekend":
        return f"weekend of {_range(start, end)}"
    if granularity == "month" and months == 1:
        return f"{MONTHS[start.month - 1]} {start.year}"
    if granularity == "quarter" and months == 3 and start.month in QUARTERS:
        return f"{QUARTERS[start.month]} quarter of {start.year}"
    if granularity == "season" and months == 3 and start.month in SEASONS:
        years = f"{start.year}{DASH}{after.year % 100:02d}" if start.month == 12 else str(start.year)
        return f"{SEASONS[start.month]} {years}"
    if granularity == "half_year" and months == 6 and start.month in (1, 7):
        return f"{'first' if start.month == 1 else 'second'} half of {start.year}"
    if granularity == "year" and months == 12 and start.month == 1:
        return str(start.year)
    if granularity == "decade" and months == 120 and start.month == 1 and start.year % 10 == 0:
        return f"the {start.year}s"
    if granularity == "century" and months == 1200 and start.month == 1:
        return f"the {ordinal(start.year // 100 + 1)} century"
    if months > 1 and granularity in ("month", "quarter", "season", "half_year"):
        first, last = f"{SHORT[start.month - 1]} {start.year}", f"{SHORT[end.month - 1]} {end.year}"
        return f"{first[:3] if start.year == end.year else first} {DASH} {last}"
    if months >= 12 and start.month == 1 and granularity in ("year", "decade", "century"):
        return f"{start.year} {DASH} {end.year}"
    return ""


def _range(start: date, end: date) -> str:
    """A stretch, with what both ends share said once.

    >>> _range(date(2022, 3, 3), date(2022, 3, 9))
    '3–9 Mar 2022'
    """
    clock = isinstance(start, datetime) or isinstance(end, datetime)
    if _is_night(start, end):
        return f"night of {_range(_day(start), _day(end))}"
    if clock and _day(start) == _day(end):
        last = f"{end:%H:%M}" if isinstance(end, datetime) else ""
        return f"{_point(start)}{DASH}{last}"
    if not clock and (start.year, start.month) == (end.year, end.month):
        return f"{start.day}{DASH}{_point(end)}"
    if not clock and start.year == end.year:
        return f"{start.day} {SHORT[start.month - 1]} {DASH} {_point(end)}"
    return f"{_point(start)} {DASH} {_point(end)}"


def _is_night(start: date, end: date) -> bool:
    """Whether this is evening to morning of two neighbouring days."""
    if not isinstance(start, datetime) or not isinstance(end, datetime):
        return False
    return (end.date() - start.date()).days == 1 and start.hour >= 18 and end.hour < 9


def _point(one: date) -> str:
    words = f"{one.day} {SHORT[one.month - 1]} {one.year}"
    if isinstance(one, datetime):
        return f"{words}, {one:%H:%M:%S}" if one.second else f"{words}, {one:%H:%M}"
    return words


def _day(one: date) -> date:
    return one.date() if isinstance(one, datetime) else one


def moment(text: Any) -> date | datetime | None:
    """A date or date-time out of the table's ISO text; None for nothing and for what is no date."""
    if isinstance(text, date):
        return text
    if not isinstance(text, str) or not text:
        return None
    try:
        return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)
    except ValueError:
        return None


def day(text: Any) -> str:
    """An ISO date in words, "" for none.

    >>> day("2026-01-30")
    '30 Jan 2026'
    """
    one = moment(text)
    return _point(one) if one else ""


def ordinal(number: int) -> str:
    """
    >>> [ordinal(n) for n in (1, 2, 3, 11, 20, 21)]
    ['1st', '2nd', '3rd', '11th', '20th', '21st']
    """
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def zone(row: Mapping[str, Any]) -> str:
    """ "UTC+2" where the text names a zone and the row a clock, else ""."""
    minutes = row.get("utc_offset")
    if minutes is None or minutes != minutes or str(row.get("granularity")) not in CLOCK:
        return ""
    hours, rest = divmod(abs(int(minutes)), 60)
    sign = "−" if minutes < 0 else "+"
    return f"UTC{sign}{hours}" + (f":{rest:02d}" if rest else "") if minutes else "UTC"


def stretch(start: date, end: date) -> str:
    """Days from `start` to `end`, both included, by the calendar's name where it has one.

    >>> stretch(date(2022, 3, 1), date(2022, 3, 31)), stretch(date(2022, 3, 3), date(2022, 3, 3))
    ('March 2022', '3 Mar 2022')
    """
    for granularity in ("month", "quarter", "year", "decade", "century"):
        if name := _named(start, end, granularity):
            return name
    return _point(start) if start == end else _range(start, end)
