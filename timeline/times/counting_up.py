"""Days that a text counts up to: "today is the 100th day of the war", "exactly a year ago, on 24 February 2022".

Each says which day the text was written; only what is said of the present day counts.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path

from timeline.times.calendar import add_months, midnight
from timeline.times.dateline import Stated
from timeline.times.words import NTH, SMALL, SMALLER, ordinal_of

_COUNT = rf"(?P<count>an?|{SMALLER}|[0-9]{{1,2}})"
_UNIT = r"(?P<unit>week|month|year)s?"
# Without "exactly" or "today" people round.
_AGO_BEFORE = re.compile(
    rf"\b(?:(?:exactly|precisely) {_COUNT} {_UNIT} ago(?: today)?|"
    rf"{_COUNT.replace('count', 'count2')} {_UNIT.replace('unit', 'unit2')} ago today),? ?(?:on |\()?(?:the )?$"
)
_AGO_AFTER = re.compile(rf",? (?:exactly|precisely) {_COUNT} {_UNIT} ago\b")
_NTH_DAY = re.compile(rf"\b(?:the|our) (?P<nth>{NTH}) day of (?P<what>[^.;:!?\n]{{0,60}})")
_OF_WAR = re.compile(r"\b(?:war|invasion|aggression|resistance|defen[cs]e|attack|hostilities|offensive)\b")
_OF_TODAY = re.compile(
    r"(?:(?:^|[.!?\"'\n] {0,3})(?:and |but |so )?|\b(?:today|this|it) is (?:already |now )?|\btoday, (?:on )?)$"
)
_OVER = re.compile(r"\b(?:was|were|had|saw|is over|has passed)\b")
MONTHS_IN = {"month": 1, "year": 12}


def exact_days(lower: str, start: int, end: int, stated: Stated) -> tuple[str, date] | None:
    """The words and the day they come to, of a full date that is "exactly a year ago"; None where it is not."""
    before, after = lower[max(0, start - 50) : start], lower[end : end + 40]
    found = _AGO_BEFORE.search(before) or _AGO_AFTER.match(after)
    day = stated.on(stated.year) if stated.year else None
    if found is None or day is None:
        return None
    parts = found.groupdict()
    word, unit = parts["count"] or parts["count2"], parts["unit"] or parts["unit2"]
    count = int(word) if word.isdigit() else SMALL.get(word, 1)
    words = found.group().strip(" ,(")
    if unit == "week":
        return f"“{words}” {stated.words}", day + timedelta(days=7 * count)
    return f"“{words}” {stated.words}", add_months(midnight(day), count * MONTHS_IN[unit]).date()


def days_of_war(lower: str) -> Iterator[tuple[str, date]]:
    """The words and the day, of every "today is the 100th day of the war" where the text tells which war."""
    fought = [one for one in counted_wars() if one[2] in lower and one[3] in lower]
    if len(fought) != 1:
        return
    name, first, _, _ = fought[0]
    for found in _NTH_DAY.finditer(lower):
        what = found["what"]
        if not _OF_WAR.search(what) or _OVER.search(what):
            continue
        if _OF_TODAY.search(lower[max(0, found.start() - 30) : found.start()]):
            count = ordinal_of(found["nth"])
            yield f"the {found['nth']} day of the {name}", first + timedelta(days=count - 1)


@lru_cache(maxsize=1)
def counted_wars() -> tuple[tuple[str, date, str, str], ...]:
    """Name, first day and both sides of the wars whose days are counted (counted_wars.csv)."""
    with Path(__file__).with_name("counted_wars.csv").open(encoding="utf-8", newline="") as table:
        return tuple(
            (row["name"], date.fromisoformat(row["first_day"]), row["side"], row["other_side"])
            for row in csv.DictReader(table)
        )
