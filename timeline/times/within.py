"""The publication date inferred from within: every clue is a constraint, and a day is named only if one day meets all.

Three kinds of clue: *pins* say which day of the year it is ("today, January 5"; "until February 1 … will end in two
days"), *weekdays* say which day of the week ("Earlier on Friday"), *bounds* say between which days it lies (offices
held, events that have happened, the month of a release number).
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path

from timeline.times.counting_up import days_of_war, exact_days
from timeline.times.dateline import Stated, find_dates
from timeline.times.words import NTH, SMALL, SMALLER, WEEKDAY, ordinal_of, weekday_of

Term = tuple[str, str, date | None, date | None]  # name, office, first and last day in it; None while it lasts
YEARS = range(1950, 2100)
MOST = 40_000  # characters read; the rest of a long text adds nothing to its date
DAY_NAMES = ("", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
GRACE = timedelta(days=21)  # a president is still called one for a while
STILL = timedelta(days=4 * 365)  # how long after the table's last entry a term without an end is taken to last

_COUNT = rf"(?P<count>{SMALLER}|[0-9]{{1,2}})"
_DAY_WORD = r"(?P<word>today|tonight|yesterday|tomorrow|this (?:morning|afternoon|evening))"
_BEFORE_DATE = re.compile(rf"\b{_DAY_WORD},? ?(?:on |is |\()? ?$")
_AFTER_DATE = re.compile(rf"\)?,? (?:- )?{_DAY_WORD}\b|[,)]? {_COUNT} days (?P<ago>ago)\b")
_AGO_BEFORE = re.compile(rf"\b{_COUNT} days (?P<ago>ago),? (?:on |\()?$")
_AHEAD_BEFORE = re.compile(rf"\bin {_COUNT} days(?:' time)?,? (?:on |\()?$")
_UNTIL = re.compile(r"\b(?:until|till|through|expires? on|ends? on|lasts? until)(?: midnight)?(?: on)? $")
_END_IN = re.compile(
    rf"\b(?:ends?|ending|expires?|expiring|runs? out|lapses?|is over|be over|to end|to expire|finish(?:es)?)"
    rf" (?:in (?:just |only |about )?{_COUNT} days|(?P<word>today|tomorrow|tonight))\b"
)
_THIS_WEEKDAY = re.compile(
    rf"\b(?P<words>(?:earlier|later)(?: on)? (?P<a>{WEEKDAY})|(?:today|tonight),? \(?(?P<b>{WEEKDAY})\b|"
    rf"(?P<c>{WEEKDAY}),? (?:today|tonight)\b)"
)
_STARTING = re.compile(rf"\b(?:starting|beginning|from|as of) (?:on )?(?P<day>{WEEKDAY})")
_NEXT_WEEKDAY = re.compile(rf"\b(?P<words>(?P<word>yesterday|tomorrow),? \(?(?P<day>{WEEKDAY}))\b")
_NOT_NOW = re.compile(
    r"\b(?:former|ex|then|late|future|ousted|deposed|onetime|one-time|previous|elect)[- ]*$", re.IGNORECASE
)
_AHEAD = re.compile(
    r"\b(?:will|would|until|by|due|schedul\w+|plan\w*|expect\w*|next|expir\w+|upcoming|through|tomorrow|deadline|before)\b"
)
_ANNIVERSARY = re.compile(
    rf"\b(?P<nth>{NTH}) (?:anniversary|year) (?:of|since) (?:the |russia's |ukraine's )?(?P<what>[^.;]{{1,60}})"
)
_TODAY_MARKS = re.compile(r"\btoday(?:,? we (?:mark|observe|commemorate)| is| marks)(?: already)? (?:the )?$")
_TOWARD = re.compile(r"\b(?P<word>this|next|coming|last|past)(?: week's)? $")
# From how many days before the day named (negative) to how many after it.
REACH = {"this": (-6, 3), "coming": (-7, -1), "next": (-13, -1), "last": (1, 13), "past": (1, 7)}
SHIFT = {"today": 0, "tonight": 0, "yesterday": 1, "tomorrow": -1}


@dataclass(frozen=True, slots=True)
class Clue:
    """`allows` judges a day; `why` is the clue in words; `days` are the only days it allows, where they can be named."""

    why: str
    allows: Callable[[date], bool]
    kind: str  # pin, weekday, window, bound; agreement only adds to the reasons


@dataclass(slots=True)
class Clues:
    pins: list[Clue] = field(default_factory=list)
    days: list[set[date]] = field(default_factory=list)  # beside `pins`: the days each allows
    windows: list[set[date]] = field(default_factory=list)  # days that a few words leave open
    others: list[Clue] = field(default_factory=list)
    latest: date | None = None  # of the full dates told as past

    def add_pin(self, why: str, days: Iterable[date]) -> None:
        allowed = set(days)
        self.pins.append(Clue(why, allowed.__contains__, "pin"))
        self.days.append(allowed)

    def add(self, kind: str, why: str, allows: Callable[[date], bool]) -> None:
        self.others.append(Clue(why, allows, kind))


def find_clues(text: str, terms: Sequence[Term]) -> Clues:
    """Every clue of the text (the article's own, white space made plain)."""
    text = text[:MOST]
    lower = text.lower() if len(text.lower()) == len(text) else text
    clues = Clues()
    dates = list(find_dates(text))
    _pins_beside_dates(lower, dates, clues)
    _pin_of_an_end(lower, text, dates, clues)
    _counted_up(lower, clues)
    _weekdays(lower, text, clues)
    _pairs(dates, clues)
    _windows(lower, dates, clues)
    _offices(text, terms, clues)
    _past_dates(lower, dates, clues)
    _events(lower, clues)
    return clues


def _pins_beside_dates(lower: str, dates: list[tuple[re.Match[str], Stated]], clues: Clues) -> None:
    """ "today, January 5", "three days ago, on March 3", "in two days, on 1 February", "exactly a year ago, on …"."""
    for match, stated in dates:
        if exact := exact_days(lower, match.start(), match.end(), stated):
            clues.add_pin(exact[0], [exact[1]])
            continue
        before, after = lower[max(0, match.start() - 40) : match.start()], lower[match.end() : match.end() + 30]
        for pattern, text in (
            (_BEFORE_DATE, before),
            (_AGO_BEFORE, before),
            (_AHEAD_BEFORE, before),
            (_AFTER_DATE, after),
        ):
            found = pattern.search(text) if text is before else pattern.match(text)
            if found is None:
                continue
            parts = found.groupdict()
            if parts.get("word"):
                shift = SHIFT.get(parts["word"], 0)
            else:
                shift = _count(parts["count"]) * (1 if parts.get("ago") else -1)
            words = (found.group() + match.group() if text is before else match.group() + found.group()).strip()
            clues.add_pin(f"“{' '.join(words.split())}”", _days_of(stated, shift))


def _pin_of_an_end(lower: str, text: str, dates: list[tuple[re.Match[str], Stated]], clues: Clues) -> None:
    """Something lasts "until February 1" and "will end in two days": it is January 30, if there is but one of each."""
    ends = {
        (match.start(), stated)
        for match, stated in dates
        if _UNTIL.search(lower[max(0, match.start() - 30) : match.start()])
    }
    counted = {(found["count"] or found["word"], found.group()) for found in _END_IN.finditer(lower)}
    if len({(stated.month, stated.day) for _, stated in ends}) != 1 or len({count for count, _ in counted}) != 1:
        return
    _, stated = min(ends, key=lambda one: one[0])
    count, words = min(counted)
    shift = SHIFT[count] if count in SHIFT else -_count(count)
    clues.add_pin(f"what lasts “until {stated.words}” will “{words}”", _days_of(stated, shift))
    for found in _STARTING.finditer(lower):
        weekday = weekday_of(found["day"])
        clues.add(
            "agreement",
            f"“{text[found.start() : found.end()]}” is that day",
            _is_weekday((weekday - 1 + shift) % 7 + 1),
        )


def _counted_up(lower: str, clues: Clues) -> None:
    """ "today is the 100th day of the war"."""
    for why, day in days_of_war(lower):
        clues.add_pin(why, [day])


def _weekdays(lower: str, text: str, clues: Clues) -> None:
    for found in _THIS_WEEKDAY.finditer(lower):
        day = weekday_of(found["a"] or found["b"] or found["c"])
        clues.add("weekday", f"“{text[found.start() : found.end()]}”", _is_weekday(day))
    for found in _NEXT_WEEKDAY.finditer(lower):
        day = (weekday_of(found["day"]) - 1 + SHIFT[found["word"]]) % 7 + 1
        clues.add("weekday", f"“{text[found.start() : found.end()]}”", _is_weekday(day))


def _pairs(dates: list[tuple[re.Match[str], Stated]], clues: Clues) -> None:
    """ "Monday, January 7": the January 7 nearest to publication is a Monday."""
    for _, stated in dates:
        if stated.weekday is not None and stated.year is None:
            clues.add("bound", f"“{stated.words}”", _nearest_is(stated, stated.weekday))


def _windows(lower: str, dates: list[tuple[re.Match[str], Stated]], clues: Clues) -> None:
    """ "this Sunday, July 7": published in the week before it."""
    for match, stated in dates:
        found = _TOWARD.search(lower[max(0, match.start() - 12) : match.start()])
        if found is None or stated.weekday is None:
            continue
        first, last = REACH[found["word"]]
        named = [day for day in _days_of(stated, 0) if day.isoweekday() == stated.weekday]
        window = {day + timedelta(days=k) for day in named for k in range(first, last + 1)}
        clues.windows.append(window)
        clues.others.append(Clue(f"“{found['word']} {stated.words}”", window.__contains__, "window"))


def _offices(text: str, terms: Sequence[Term], clues: Clues) -> None:
    """ "President Volodymyr Zelenskyy": published while he was president."""
    if not terms:
        return
    last = max((day for _, _, start, end in terms for day in (start, end) if day is not None), default=date(2000, 1, 1))
    held: dict[tuple[str, str], list[tuple[date, date]]] = {}
    for name, office, start, end in terms:
        held.setdefault((name, office.lower()), []).append((start or date.min, end + GRACE if end else last + STILL))
    known: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for name, office in held:
        known.setdefault((office, name.split()[-1].lower()), []).append((name, office))
    pattern = _titles(tuple(sorted({office for _, office in held}, key=lambda office: (-len(office), office))))
    seen = set()
    for found in pattern.finditer(text):
        office = found["office"].lower()
        if _NOT_NOW.search(text[max(0, found.start() - 12) : found.start()]):
            continue
        words = found["name"].replace("'s", "").split()
        for size in range(1, len(words) + 1):
            holders = known.get((office, words[size - 1].lower().strip(".,'’")), [])
            if len(holders) == 1 and (size == 1 or words[0] == holders[0][0].split()[0]) and holders[0] not in seen:
                seen.add(holders[0])
                name = holders[0][0]
                clues.add("bound", f"{name} in office as {office}", _in_any(held[holders[0]]))
                break


@lru_cache(maxsize=8)
def _titles(offices: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(
        rf"\b(?P<office>(?i:{'|'.join(re.escape(office) for office in offices)})) "
        r"(?P<name>[A-ZÀ-ÖØ-ÞŁŞÇ][\w.'’-]{1,25}(?: [A-ZÀ-ÖØ-ÞŁŞÇ][\w.'’-]{1,25}){0,2})"
    )


def _past_dates(lower: str, dates: list[tuple[re.Match[str], Stated]], clues: Clues) -> None:
    """No article is older than the past that it tells."""
    for match, stated in dates:
        day = stated.on(stated.year) if stated.year else None
        begin = max(lower.rfind(".", 0, match.start() - 4), lower.rfind("\n", 0, match.start())) + 1
        sentence = lower[max(begin, match.start() - 200) : match.end() + 80]
        if day is not None and not _AHEAD.search(sentence) and (clues.latest is None or day > clues.latest):
            clues.latest = day
    if clues.latest is not None:
        clues.add("bound", f"{clues.latest.isoformat()} is told as past", clues.latest.__le__)


def _events(lower: str, clues: Clues) -> None:
    """Named events with a date: no article that names one is older, and an anniversary tells the year."""
    events = [(name, day, pattern) for name, day, pattern in known_events() if pattern.search(lower)]
    if events:
        name, day, _ = max(events, key=lambda event: event[1])
        clues.add("bound", f"the {name} ({day.isoformat()}) is told", day.__le__)
    for found in _ANNIVERSARY.finditer(lower):
        for name, day, pattern in events:
            if pattern.match(found["what"]):
                count = ordinal_of(found["nth"])
                if _TODAY_MARKS.search(lower[max(0, found.start() - 30) : found.start()]):
                    clues.add_pin(f"today is the {found['nth']} anniversary of the {name}", _years_on(day, count))
                clues.add("bound", f"{found['nth']} anniversary of the {name}", _near(day, count))


@lru_cache(maxsize=1)
def known_events() -> tuple[tuple[str, date, re.Pattern[str]], ...]:
    """Name, day and pattern of the events of known_events.csv."""
    with Path(__file__).with_name("known_events.csv").open(encoding="utf-8", newline="") as table:
        return tuple(
            (row["event"], date.fromisoformat(row["date"]), re.compile(row["pattern"])) for row in csv.DictReader(table)
        )


def _days_of(stated: Stated, shift: int) -> list[date]:
    years = [stated.year] if stated.year else YEARS
    return [day + timedelta(days=shift) for year in years if (day := stated.on(year)) is not None]


def _years_on(day: date, years: int) -> list[date]:
    """The same day some years on; none of 29 February in most years."""
    try:
        return [day.replace(year=day.year + years)]
    except ValueError:
        return []


def _count(word: str) -> int:
    return int(word) if word.isdigit() else SMALL[word]


def _is_weekday(day: int) -> Callable[[date], bool]:
    return lambda published: published.isoweekday() == day


def _nearest_is(stated: Stated, weekday: int) -> Callable[[date], bool]:
    def allows(published: date) -> bool:
        days = [day for year in range(published.year - 1, published.year + 2) if (day := stated.on(year)) is not None]
        return bool(days) and min(days, key=lambda day: abs((day - published).days)).isoweekday() == weekday

    return allows


def _in_any(spans: list[tuple[date, date]]) -> Callable[[date], bool]:
    return lambda published: any(start <= published <= end for start, end in spans)


def _near(day: date, years: int) -> Callable[[date], bool]:
    return lambda published: abs((published - day).days - 365.25 * years) < 60
