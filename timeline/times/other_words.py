"""How seven languages write times: the words of languages.csv, joined to patterns that are tried in this order.

A form is a piece of a regular expression, lower case. Every pattern is of fixed depth and linear.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

# Arabic writes "and", "in", "for" as one letter before the word: it is passed over, and stays outside of the span.
CLITICS = {"ar": "(?:[وفبل]{1,2})?"}
YEAR = r"(?P<year>(?:1[89]|20)[0-9]{2})(?![0-9])"
DAY = r"(?P<day>3[01]|[12][0-9]|0?[1-9])(?![0-9])(?:er|º|ª|°|\.|-?(?:го|е|ге|те))?"


@dataclass(frozen=True, slots=True)
class Language:
    """`patterns` are (name of the rule, pattern) in the order in which they are tried; `words` is kind → value → form."""

    code: str
    patterns: tuple[tuple[str, re.Pattern[str]], ...]
    words: dict[str, dict[str, re.Pattern[str]]]
    since: re.Pattern[str]
    until: re.Pattern[str]
    after: re.Pattern[str]
    before: re.Pattern[str]
    future: re.Pattern[str]
    past: re.Pattern[str] | None

    def value(self, kind: str, match: re.Match[str], group: str = "") -> str:
        """The value of the row of this kind that the group (named like the kind, if not otherwise) matches; "" for
        none. It is matched in its place, for a form may look at what stands around it."""
        start, end = match.span(group or kind)
        for value, pattern in self.words.get(kind, {}).items():
            if pattern.fullmatch(match.string, start, end):
                return value
        for value, pattern in self.words.get(kind, {}).items():
            found = pattern.match(match.string, start)
            if found and found.end() == end:
                return value
        return ""


@lru_cache(maxsize=1)
def table() -> dict[str, dict[str, dict[str, str]]]:
    """Language → kind → value → forms."""
    found: dict[str, dict[str, dict[str, str]]] = {}
    with Path(__file__).with_name("languages.csv").open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            found.setdefault(row["language"], {}).setdefault(row["kind"], {})[row["value"]] = row["forms"]
    return found


@lru_cache(maxsize=16)
def language(code: str) -> Language | None:
    """The language of that code, None when languages.csv does not know it."""
    kinds = table().get(code)
    if kinds is None:
        return None
    words = {kind: {value: re.compile(f"(?:{forms})") for value, forms in rows.items()} for kind, rows in kinds.items()}
    ends = {kind: re.compile(rf"(?<!\w)(?:{_any(kinds, kind)}) ?$") for kind in ("since", "until", "after", "before")}
    past = _word(_any(kinds, "past")) if "past" in kinds else None
    return Language(code, _patterns(code, kinds), words, **ends, future=_word(_any(kinds, "future")), past=past)


def _any(kinds: dict[str, dict[str, str]], kind: str) -> str:
    forms = [form for form in kinds.get(kind, {}).values() if form]
    return "|".join(forms) if forms else "(?!)"


def _word(forms: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{forms})(?!\w)")


def _patterns(code: str, kinds: dict[str, dict[str, str]]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    def group(name: str, kind: str) -> str:
        return f"(?P<{name}>{_any(kinds, kind)})"

    month, weekday, part = group("month", "month"), group("weekday", "weekday"), group("part", "part")
    of = f"(?:{_any(kinds, 'of')})?" if kinds.get("of", {}).get("") else ""
    year_after = f"(?:{_any(kinds, 'year_after')})" if "year_after" in kinds else ""
    some_year = f"(?:,? ?{of}{YEAR}{f'{year_after}?' if year_after else ''})?"
    ordinal = f"(?P<ordinal>{_any(kinds, 'ordinal')})"
    number = rf"(?P<count>[0-9]{{1,3}}|{_any(kinds, 'number')})"
    span = group("span", "span")
    unit, period = group("unit", "unit"), group("period", "period")
    toward, toward_after = group("toward", "toward"), group("toward", "toward")
    day_word = f"(?:{_any(kinds, 'weekday_word')} )?" if "weekday_word" in kinds else ""
    some_part = f"(?: {part})?"
    shapes = [
        ("iso_date", r"(?P<iso>(?:1[89]|20)[0-9]{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01]))"),
        ("figures", r"(?P<day>0?[1-9]|[12][0-9]|3[01])(?P<mark>[./])(?P<number>0?[1-9]|1[0-2])(?P=mark)(?P<year>(?:19|20)[0-9]{2})(?![0-9])"),
        ("first_of_range", rf"{DAY}(?= ?(?:-|–|(?<=[ .])(?:{_any(kinds, 'to')}) ) ?(?P<last>3[01]|[12][0-9]|0?[1-9])\.? {of}{month}(?!\w){some_year})"),
        ("day_month", rf"(?:{DAY}|{ordinal}) ?{of}{month}(?!\w){some_year}"),
        ("phase_month", rf"{group('phase', 'phase')} ?{month}{some_year}"),
        ("month_year", rf"{month},? ?{of}{YEAR}{f'{year_after}?' if year_after else ''}"),
        ("toward_month", rf"{toward} {month}"),
        ("month_toward", rf"{month} {toward_after}"),
        ("month", rf"(?:{_any(kinds, 'in_month')}) {month}"),
        ("phase_year", rf"{group('phase', 'phase')} ?{YEAR}{f'{year_after}?' if year_after else ''}"),
        ("today_part", group("today", "today_part")),
        ("toward_weekday", rf"{toward} {weekday}{some_part}"),
        ("weekday_toward", rf"{day_word}{weekday} {toward_after}{some_part}"),
        ("weekday", rf"{day_word}{weekday}{some_part}"),
        ("part_day", rf"{part} {group('shift', 'day')}"),
        ("day_part", rf"{group('shift', 'day')}{some_part}"),
        ("dual_ago", rf"(?:(?P<ago>{_any(kinds, 'ago_before')})|(?:{_any(kinds, 'in_before')})) {group('dual', 'dual')}"),
        ("ago_before", rf"(?:{_any(kinds, 'ago_before')}) (?:{number} )?{unit}"),
        ("ago_after", rf"(?:{number} )?{unit} (?:{_any(kinds, 'ago_after')})"),
        ("ahead", rf"(?:{_any(kinds, 'in_before')}) (?:{number} )?{unit}"),
        ("toward_period", rf"{toward}(?: |(?<=')){period}"),
        ("period_toward", rf"{period} {toward_after}"),
        ("span", rf"{span} (?:{number} )?{unit}"),
        ("counted_span", rf"{number} {span} {unit}"),
        ("plural_span", rf"{group('plural', 'plural')} {span}"),
        ("year_word", group("year_word", "year_word")),
        ("toward_season", rf"{toward} {group('season', 'season')}"),
        ("season_toward", rf"{group('season', 'season')} {toward_after}"),
        ("season_year", rf"{group('season', 'season')} ?{of}{YEAR}{f'{year_after}?' if year_after else ''}"),
        ("decade", group("decade", "decade")),
        ("clock", rf"(?:{_any(kinds, 'clock')}) (?P<hour>[01]?[0-9]|2[0-3])(?:[:.h](?P<minute>[0-5][0-9])(?![0-9]|[.:][0-9])(?: (?:{_any(kinds, 'hour_word')}))?| ?(?:{_any(kinds, 'hour_word')}))"),
        ("lasting", rf"(?:{_any(kinds, 'lasting')}) {number} {unit}"),
        ("year_marked", rf"{YEAR}{year_after}" if year_after else "(?!)"),
        ("year", rf"(?:{_any(kinds, 'year_before')}) {YEAR}(?![-/.,]?[0-9])"),
    ]  # fmt: skip
    clitic = CLITICS.get(code, "")
    return tuple(
        (name, re.compile(rf"(?<![\w-]){clitic}(?P<core>{shape})(?!\w)")) for name, shape in shapes if shape != "(?!)"
    )
