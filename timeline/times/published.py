"""When was the article written? What it states (a dateline), else what can be inferred from within, else nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from timeline.language.document import Document
from timeline.language.repair import SAME_LENGTH
from timeline.model import Timex
from timeline.times.dateline import Stated, find_copyright_year, find_datelines, find_lines, find_release_month
from timeline.times.within import DAY_NAMES, Clues, Term, find_clues

STATED = (0.98, 0.97, 0.97, 0.93, 0.9, 0.85)  # confidence by rank of the way of stating
INFERRED = 0.8
_IN_ADDRESS = re.compile(
    r"[/_-](?P<year>(?:19|20)\d\d)(?P<mark>[/_-]?)(?P<month>\d\d)(?P=mark)(?P<day>\d\d)(?=[/_.-]|$)"
)
WEEK = timedelta(days=6)


@dataclass(frozen=True, slots=True)
class Published:
    """A day of publication, `basis` in words, and how sure it is (0 to 1)."""

    date: date
    basis: str
    confidence: float


def infer_published(document: Document, times: Sequence[Timex], terms: Sequence[Term] = ()) -> Published | None:
    """The day the article was written, None where the text does not decide.

    `times` are the article's, found without an anchor; `terms` are offices held: (name, office, first day, last day).
    """
    text = document.article.text.translate(SAME_LENGTH)
    clues = find_clues(text, terms)
    title = document.article.title.translate(SAME_LENGTH)
    headed = text if not title or title in text[: len(title) + 200] else f"{title}\n\n{text}"
    return (
        from_dateline(headed, clues)
        or from_line(document, times)
        or from_address(document.article.url)
        or from_within(clues)
    )


def from_dateline(text: str, clues: Clues) -> Published | None:
    """The date that the text states as its own."""
    stated = find_datelines(text)
    for one in stated:
        if one.year is not None:
            day = one.on(one.year)
            if day is None or (one.weekday is not None and day.isoweekday() != one.weekday):
                continue
            return Published(day, f"{one.how} “{one.words}”", STATED[one.rank])
    for one in stated:
        found = _with_year(one, text, stated, clues)
        if found is not None:
            return found
    return None


def from_address(url: str) -> Published | None:
    """The day in the address of the page: "…/2019/01/04/…"."""
    found = _IN_ADDRESS.search(url[:2000])
    if found is None:
        return None
    try:
        day = date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        return None
    return Published(day, f"the page's address has “{found.group().strip('/-_')}”", 0.9)


def from_line(document: Document, times: Sequence[Timex]) -> Published | None:
    """The date that has a line to itself at the head, in whichever language the times were read."""
    lines = find_lines(document.text, times)
    return Published(lines[0][0], f"a line of its own “{lines[0][1]}”", STATED[1]) if lines else None


def _with_year(one: Stated, text: str, stated: list[Stated], clues: Clues) -> Published | None:
    """A dateline without a year ("LONDON, March 3 (Reuters)"), completed from the rest of the text."""
    month = find_release_month(text)
    if month is not None:
        middle = date(*month, 15)
        days = [day for year in range(month[0] - 1, month[0] + 2) if (day := one.on(year)) is not None]
        day = min(days, key=lambda day: abs((day - middle).days), default=None)
        if day is not None and abs((day - middle).days) <= 62:
            return Published(day, f"{one.how} “{one.words}”, year from the release number", 0.93)
    year = find_copyright_year(text)
    if year is not None and (day := one.on(year)) is not None:
        return Published(day, f"{one.how} “{one.words}”, year from the copyright line", 0.85)
    pinned = Clues([*clues.pins], [*clues.days], [*clues.windows], [*clues.others], clues.latest)
    pinned.add_pin(f"{one.how} “{one.words}”", [day for year in range(1950, 2100) if (day := one.on(year)) is not None])
    if one.weekday is not None:
        weekday = one.weekday
        pinned.add("weekday", f"“{one.words}”", lambda day: day.isoweekday() == weekday)
    return from_within(pinned)


def from_within(clues: Clues) -> Published | None:
    """The one day that meets every clue; None when there is none, or more than one."""
    if clues.days:
        days = sorted(set.intersection(*clues.days))
    elif not any(clue.kind == "weekday" for clue in clues.others):
        return None
    elif clues.windows:
        days = sorted(set.intersection(*clues.windows))
    elif clues.latest is not None:
        days = [clues.latest + timedelta(days=k) for k in range(WEEK.days + 1)]
    else:
        return None
    binding = [clue for clue in clues.others if clue.kind != "agreement"]
    fitting = [day for day in days if all(clue.allows(day) for clue in binding)]
    if len(fitting) != 1:
        return None
    day = fitting[0]
    agreeing = [clue for clue in clues.others if clue.kind == "agreement" and clue.allows(day)]
    weekdays = [clue for clue in binding if clue.kind == "weekday"]
    bounds = [clue for clue in binding if clue.kind != "weekday"]
    telling = [clue.why for clue in (*clues.pins, *agreeing, *weekdays, *bounds)]
    reasons = "; ".join(dict.fromkeys(telling))
    return Published(day, f"the one day that fits all of: {reasons} ({DAY_NAMES[day.isoweekday()]})", INFERRED)
