"""What a phrase in another language says: one reader a pattern of other_words, each giving a TIMEX3 value."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from timeline.model import Interval
from timeline.times.calendar import add_months, interval_of, shift, value_at
from timeline.times.other_words import Language

GRANULARITY = {"D": "day", "W": "week", "M": "month", "Y": "year", "H": "hour", "m": "minute"}
AROUND = 300  # characters of its sentence looked at for a word of the future
ENDS = (". ", "\n", "! ", "? ", "؟ ")


@dataclass(frozen=True, slots=True)
class Said:
    """What a phrase says: TIMEX3 value, what is implied and from what; `interval` where it is not the value's own."""

    value: str
    type: str = "DATE"
    mod: str = ""
    implied: tuple[str, ...] = ()
    is_relative: bool = False
    interval: Interval | None = None


@dataclass(frozen=True, slots=True)
class Reader:
    """The text (lower case, places kept), its language and the day it was published."""

    text: str
    language: Language
    published: datetime | None


def _iso(match: re.Match[str], reader: Reader) -> Said | None:
    return _valid(match["iso"])


def _figures(match: re.Match[str], reader: Reader) -> Said | None:
    """Day before month: so all seven languages write."""
    return _valid(f"{match['year']}-{int(match['number']):02d}-{int(match['day']):02d}")


def _valid(value: str) -> Said | None:
    try:
        date.fromisoformat(value)
    except ValueError:
        return None
    return Said(value)


def _day_month(match: re.Match[str], reader: Reader) -> Said | None:
    """ "30 січня 2026"; without a year, the one nearest to publication."""
    parts = match.groupdict()
    month = int(reader.language.value("month", match))
    day = int(parts["day"] or reader.language.value("ordinal", match))
    if match["year"]:
        return _valid(f"{match['year']}-{month:02d}-{day:02d}")
    published = reader.published
    if published is None:
        return Said(f"XXXX-{month:02d}-{day:02d}", implied=("year",))
    days = []
    for year in range(published.year - 1, published.year + 2):
        try:
            days.append(datetime(year, month, day))
        except ValueError:
            continue
    if not days:
        return None
    nearest = min(days, key=lambda one: abs(one - published))
    return Said(nearest.date().isoformat(), implied=("year",), is_relative=True)


def _month_year(match: re.Match[str], reader: Reader) -> Said | None:
    month = int(reader.language.value("month", match))
    phase = reader.language.value("phase", match) if "phase" in match.groupdict() else ""
    if match["year"]:
        return Said(f"{match['year']}-{month:02d}", mod=phase)
    said = _month(match, reader)
    return None if said is None else replace(said, mod=phase)


def _month(match: re.Match[str], reader: Reader) -> Said | None:
    """A month without its year: the nearest, or the last or next where the text says so."""
    month = int(reader.language.value("month", match))
    if reader.published is None:
        return Said(f"XXXX-{month:02d}", implied=("year",))
    here = reader.published.year * 12 + reader.published.month - 1
    months = [year * 12 + month - 1 for year in range(reader.published.year - 1, reader.published.year + 2)]
    toward = _toward(match, reader)
    if toward == -1:
        chosen = max(one for one in months if one < here)
    elif toward == 1:
        chosen = min(one for one in months if one > here)
    elif toward == 0:
        chosen = reader.published.year * 12 + month - 1
    elif _is_future(match, reader):
        chosen = min(one for one in months if one >= here)
    else:
        chosen = min(months, key=lambda one: (abs(one - here), one))
    return Said(f"{chosen // 12:04d}-{chosen % 12 + 1:02d}", implied=("year",), is_relative=True)


def _weekday(match: re.Match[str], reader: Reader) -> Said | None:
    """The last such day, or the next where the text says so or speaks of the future; today's own is today."""
    weekday = int(reader.language.value("weekday", match))
    if reader.published is None:
        return Said(f"XXXX-WXX-{weekday}", implied=("week",))
    back = (reader.published.isoweekday() - weekday) % 7
    toward = _toward(match, reader)
    if toward == -1:
        shift = -(back or 7)
    elif toward == 1:
        shift = (7 - back) if back else 7
    elif toward == 0:
        shift = weekday - reader.published.isoweekday()
        if shift > 0 and not _is_future(match, reader) and _is_past(match, reader):
            shift -= 7
    elif _is_future(match, reader):
        shift = (7 - back) % 7
    else:
        shift = -back
    return _with_part(reader.published + timedelta(days=shift), match, reader, ("direction",))


def _day_word(match: re.Match[str], reader: Reader) -> Said | None:
    shift = int(reader.language.value("day", match, "shift"))
    if reader.published is None:
        return Said("XXXX-XX-XX")
    return _with_part(reader.published + timedelta(days=shift), match, reader)


def _today_part(match: re.Match[str], reader: Reader) -> Said | None:
    part = reader.language.value("today_part", match, "today")
    if reader.published is None:
        return Said(f"XXXX-XX-XXT{part}", type="TIME")
    return Said(f"{reader.published.date().isoformat()}T{part}", type="TIME", is_relative=True)


def _with_part(day: datetime, match: re.Match[str], reader: Reader, implied: tuple[str, ...] = ()) -> Said:
    word = match.groupdict().get("part")
    value = day.date().isoformat()
    if word:
        return Said(f"{value}T{reader.language.value('part', match)}", "TIME", implied=implied, is_relative=True)
    return Said(value, implied=implied, is_relative=True)


def _ago(match: re.Match[str], reader: Reader) -> Said | None:
    return _counted(match, reader, -1)


def _ahead(match: re.Match[str], reader: Reader) -> Said | None:
    return _counted(match, reader, 1)


def _dual(match: re.Match[str], reader: Reader) -> Said | None:
    value = reader.language.value("dual", match)
    return _shifted(reader, int(value[:-1]) * (-1 if match["ago"] else 1), value[-1])


def _counted(match: re.Match[str], reader: Reader, sign: int) -> Said | None:
    word = match["count"]
    unit = reader.language.value("unit", match)
    if word is None:  # "a year ago"; "years ago" is vague
        if sign > 0 and "single" not in reader.language.words:
            return None  # "en años": with no number before it, "en" is "in"
        count = "1" if reader.language.value("single", match, "unit") else "X"
    else:
        count = word if word.isdigit() else reader.language.value("number", match, "count")
    if count == "X":
        return Said("PAST_REF" if sign < 0 else "FUTURE_REF", is_relative=True, interval=_vague(reader, sign))
    return _shifted(reader, sign * int(count), unit)


def _vague(reader: Reader, sign: int) -> Interval | None:
    if reader.published is None:
        return None
    if sign < 0:
        return Interval(None, reader.published + timedelta(days=1), "vague", True)
    return Interval(reader.published, None, "vague", True)


def _shifted(reader: Reader, count: int, unit: str) -> Said | None:
    """So many days, weeks, months, years from publication, at that granularity."""
    if reader.published is None:
        return Said({"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX"}.get(unit, "XXXX"))
    if unit in ("H", "m"):
        return None  # counted from a moment that nobody knows
    try:
        if unit == "D":
            moment = reader.published + timedelta(days=count)
        elif unit == "W":
            moment = reader.published + timedelta(weeks=count)
        else:
            moment = add_months(reader.published, count * (12 if unit == "Y" else 1))
        value = value_at(moment, GRANULARITY[unit])
    except (ValueError, OverflowError):
        return None
    return Said(value, is_relative=True)


def _span(match: re.Match[str], reader: Reader) -> Said | None:
    """ "los últimos cinco años", "in den kommenden Wochen": a length that ends, or begins, with publication."""
    sign = int(reader.language.value("span", match))
    parts = match.groupdict()
    unit = reader.language.value("plural" if parts.get("plural") else "unit", match)
    word = parts.get("count")
    count = "X" if word is None else word if word.isdigit() else reader.language.value("number", match, "count")
    if count == "X":
        return Said("PAST_REF" if sign < 0 else "FUTURE_REF", is_relative=True, interval=_vague(reader, sign))
    length = f"PT{count}{unit.upper()}" if unit in ("H", "m") else f"P{count}{unit}"
    if reader.published is None or unit in ("H", "m"):
        return Said(length, type="DURATION")
    try:
        other = shift(reader.published, GRANULARITY[unit], sign * int(count))
    except (ValueError, OverflowError):
        return None
    start, end = sorted((reader.published, other))
    interval = Interval(start, end + timedelta(days=1), "day", True)
    return Said(length, type="DURATION", is_relative=True, interval=interval)


def _period(match: re.Match[str], reader: Reader) -> Said | None:
    """ "минулого тижня", "l'an dernier", "este mes"."""
    unit = reader.language.value("period", match)
    toward = _toward(match, reader)
    return None if toward is None or unit == "D" else _shifted(reader, toward, unit)


def _year_word(match: re.Match[str], reader: Reader) -> Said | None:
    return _shifted(reader, int(reader.language.value("year_word", match)), "Y")


def _season(match: re.Match[str], reader: Reader) -> Said | None:
    """A season of a named year, or the last, this or next one."""
    season = reader.language.value("season", match)
    if match.groupdict().get("year"):
        return Said(f"{match['year']}-{season}")
    toward = _toward(match, reader)
    if reader.published is None or toward is None:
        return Said(f"XXXX-{season}")
    years = range(reader.published.year - 2, reader.published.year + 3)
    spans = [(f"{year}-{season}", interval_of(f"{year}-{season}")) for year in years]
    fitting = [value for value, span in spans if span is not None and _fits(span, toward, reader.published)]
    chosen = fitting[-1] if toward == -1 else fitting[0]
    return Said(chosen, is_relative=True)


def _fits(span: Interval, toward: int, published: datetime) -> bool:
    """Over before publication, still to come after it, or neither over nor far."""
    assert span.start is not None and span.end is not None
    return (span.end <= published, span.end > published, span.start > published)[toward + 1]


def _phase_year(match: re.Match[str], reader: Reader) -> Said | None:
    return Said(match["year"], mod=reader.language.value("phase", match))


def _year(match: re.Match[str], reader: Reader) -> Said | None:
    return Said(match["year"])


def _decade(match: re.Match[str], reader: Reader) -> Said | None:
    figures = re.search(r"(?:19|20)?\d0", match.group("core"))
    if figures is None:
        return None
    year = figures.group() if len(figures.group()) == 4 else f"19{figures.group()}"
    return Said(year[:3])


def _clock(match: re.Match[str], reader: Reader) -> Said | None:
    day = reader.published.date().isoformat() if reader.published else "XXXX-XX-XX"
    clock = f"{int(match['hour']):02d}" + (f":{match['minute']}" if match["minute"] else "")
    return Said(f"{day}T{clock}", type="TIME", implied=("day",), is_relative=True)


def _lasting(match: re.Match[str], reader: Reader) -> Said | None:
    word, unit = match["count"], reader.language.value("unit", match)
    count = word if word.isdigit() else reader.language.value("number", match, "count")
    return Said(f"PT{count}{unit.upper()}" if unit in ("H", "m") else f"P{count}{unit}", type="DURATION")


def _toward(match: re.Match[str], reader: Reader) -> int | None:
    word = match.groupdict().get("toward")
    return int(reader.language.value("toward", match)) if word else None


def _is_future(match: re.Match[str], reader: Reader) -> bool:
    """Whether the sentence around speaks of what is to come."""
    start, end = _sentence(match, reader.text)
    return reader.language.future.search(reader.text, start, end) is not None


def _is_past(match: re.Match[str], reader: Reader) -> bool:
    """Whether the sentence around has a verb of the past; yes for a language whose past has no marks of its own."""
    if reader.language.past is None:
        return True
    start, end = _sentence(match, reader.text)
    return reader.language.past.search(reader.text, start, end) is not None


def _sentence(match: re.Match[str], text: str) -> tuple[int, int]:
    low, high = max(0, match.start() - AROUND), min(len(text), match.end() + AROUND)
    start = max(low, *(text.rfind(mark, low, match.start()) for mark in ENDS))
    stops = [at for mark in ENDS if (at := text.find(mark, match.end(), high)) >= 0]
    return start, min(stops, default=high)


READERS: dict[str, Callable[[re.Match[str], Reader], Said | None]] = {
    "iso_date": _iso,
    "figures": _figures,
    "first_of_range": _day_month,
    "day_month": _day_month,
    "phase_month": _month_year,
    "month_year": _month_year,
    "toward_month": _month,
    "month_toward": _month,
    "month": _month,
    "phase_year": _phase_year,
    "today_part": _today_part,
    "toward_weekday": _weekday,
    "weekday_toward": _weekday,
    "weekday": _weekday,
    "part_day": _day_word,
    "day_part": _day_word,
    "dual_ago": _dual,
    "ago_before": _ago,
    "ago_after": _ago,
    "ahead": _ahead,
    "span": _span,
    "counted_span": _span,
    "plural_span": _span,
    "toward_period": _period,
    "period_toward": _period,
    "year_word": _year_word,
    "toward_season": _season,
    "season_toward": _season,
    "season_year": _season,
    "decade": _decade,
    "clock": _clock,
    "lasting": _lasting,
    "year_marked": _year,
    "year": _year,
}
