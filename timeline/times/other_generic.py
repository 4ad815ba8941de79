"""Times in any further language that dateparser knows: full dates, days of a month, yesterday, today and tomorrow.

dateparser's own search takes "a", "we" and bare numbers for dates and costs milliseconds a sentence. Here a phrase is
first found by its shape, made of dateparser's month names, and only then given to dateparser to be resolved.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from importlib import import_module

from timeline.model import Span, Timex
from timeline.times.calendar import interval_of
from timeline.times.edtf import to_edtf

MONTHS = ("january february march april may june july august september october november december").split()
SHIFTS = {"1 day ago": -1, "0 day ago": 0, "in 1 day": 1}
SHORTEST = 4  # letters: "mar", "set" and "sty" are words of many languages
_CODE = re.compile(r"[a-z]{2,3}")


@dataclass(frozen=True, slots=True)
class Shapes:
    day_month: re.Pattern[str]
    days: tuple[tuple[re.Pattern[str], int], ...]


def find_generic(text: str, lower: str, published: datetime | None, language: str) -> list[Timex]:
    """The times that dateparser's names for months and days tell, in order, none overlapping."""
    found: list[tuple[int, int, str, bool, str]] = []
    for match in _FIGURES.finditer(lower):
        parts = match.groupdict()
        form = next(k for k in (1, 2, 3, 4) if parts[f"y{k}"])
        year, month, day = (parts[f"{name}{form}"] or "" for name in ("y", "m", "d"))
        found.append((*match.span(), f"{year}-{int(month):02d}-{int(day):02d}", False, "figures"))
    shapes = _shapes(language)
    if shapes is not None:
        for match in shapes.day_month.finditer(lower):
            value = _resolve(match, published, language)
            if value:
                found.append((*match.span(), value, match["year"] is None, "day_month"))
        for pattern, shift in shapes.days:
            for match in pattern.finditer(lower):
                day_value = (published + timedelta(days=shift)).date().isoformat() if published else "XXXX-XX-XX"
                found.append((*match.span(), day_value, True, "day_word"))
    times: list[Timex] = []
    at = 0
    for start, end, value, is_relative, rule in sorted(found, key=lambda one: (one[0], -one[1])):
        if start < at or not _exists(value):
            continue
        at = end
        interval = interval_of(value)
        anchored = "publication" if is_relative and published is not None else ""
        times.append(
            Timex(
                Span(start, end),
                text[start:end],
                "DATE",
                value,
                interval,
                to_edtf(interval) if interval else "",
                anchored_by=anchored,
                implied=("year",) if is_relative and rule == "day_month" else (),
                rule=f"{language}_{rule}",
            )
        )
    return times


_FIGURES = re.compile(
    r"(?:(?<![\w.-])(?P<y1>(?:19|20)[0-9]{2})-(?P<m1>0[1-9]|1[0-2])-(?P<d1>[0-3][0-9])"
    r"|(?<![\w.-])(?P<d2>[0-3]?[0-9])\.(?P<m2>0?[1-9]|1[0-2])\.(?P<y2>(?:19|20)[0-9]{2})"
    r"|(?<![0-9])(?P<y3>(?:19|20)[0-9]{2})年(?P<m3>1[0-2]|0?[1-9])月(?P<d3>3[01]|[12][0-9]|0?[1-9])日"
    r"|(?<![0-9])(?P<y4>(?:19|20)[0-9]{2})년 (?P<m4>1[0-2]|0?[1-9])월 (?P<d4>3[01]|[12][0-9]|0?[1-9])일)(?![0-9])"
)


def _exists(value: str) -> bool:
    if value.startswith("X"):
        return True
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


@lru_cache(maxsize=32)
def _shapes(language: str) -> Shapes | None:
    """Patterns made of dateparser's names; None for a language it does not know."""
    if not _CODE.fullmatch(language):
        return None
    try:
        info = import_module(f"dateparser.data.date_translation_data.{language}").info
    except ImportError:
        return None
    names = {name.lower() for month in MONTHS for name in info.get(month, []) if len(name) >= SHORTEST}
    names = {name for name in names if not name.isdigit()}
    if not names:
        return None
    months = "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))
    day_month = re.compile(
        rf"(?<![\w.,/-])(?P<day>3[01]|[12][0-9]|0?[1-9])(?:\.|º|-?a)? (?:de |di |da )?(?P<month>{months})(?!\w)"
        r"(?:,? (?:de |del |al )?(?P<year>(?:18|19|20)[0-9]{2})(?![0-9]))?"
    )
    relative = info.get("relative-type", {})
    days = []
    for key, shift in sorted(SHIFTS.items()):
        words = sorted(
            {word.lower() for word in relative.get(key, []) if len(word) >= SHORTEST}, key=lambda w: (-len(w), w)
        )
        if words:
            pattern = "|".join(re.escape(word) for word in words)
            days.append((re.compile(rf"(?<!\w)(?:{pattern})(?!\w)"), shift))
    return Shapes(day_month, tuple(days))


def _resolve(match: re.Match[str], published: datetime | None, language: str) -> str:
    """The day that dateparser reads, in the year nearest to publication where the words name none."""
    import dateparser

    years = [int(match["year"])] if match["year"] else []
    if not years:
        years = [published.year - 1, published.year, published.year + 1] if published else [2024]
    days = []
    for year in years:
        # a fixed base and a stated year: nothing is taken from the clock
        read = dateparser.parse(
            f"{match['day']} {match['month']} {year}",
            languages=[language],
            settings={
                "RELATIVE_BASE": datetime(2024, 1, 1),
                "DATE_ORDER": "DMY",
                "TIMEZONE": "UTC",
                "RETURN_AS_TIMEZONE_AWARE": False,
                "REQUIRE_PARTS": ["day", "month", "year"],
            },
        )
        if read is not None and read.day == int(match["day"]):
            days.append(read)
    if not days:
        return ""
    if match["year"] is None and published is None:
        return f"XXXX-{days[0].month:02d}-{days[0].day:02d}"
    chosen = min(days, key=lambda day: abs(day - published)) if published else days[0]
    return str(chosen.date())
