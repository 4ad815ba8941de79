"""The date an article states about itself: "Published: …", a line that is a date, "KABUL, Afghanistan (Nov. 20, 2011)".

Everything here is read at the head or the foot of the text. A dateline may lack its year ("LONDON, March 3 (Reuters)").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from timeline.model import Timex
from timeline.times.words import MONTH, MONTHS, WEEKDAY, weekday_of

HEAD, FOOT = 1_600, 500  # characters looked at
LONG = 160  # characters that make a line a paragraph
YEAR = r"(?:1[89]|20)[0-9]{2}"
DAY = r"(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?(?![0-9])"
MDY = rf"(?P<month>{MONTH}) ?(?P<day>{DAY})(?:[.,]? ?,? ?(?P<year>{YEAR})\b)?"
DMY = rf"(?P<day>{DAY}) (?:of )?(?P<month>{MONTH})(?:,? (?P<year>{YEAR})\b)?"
ISO = r"(?P<year>(?:1[89]|20)[0-9]{2})[-/](?P<month>0[1-9]|1[0-2])[-/](?P<day>0[1-9]|[12][0-9]|3[01])\b"
DOTTED = r"(?P<day>0?[1-9]|[12][0-9]|3[01])\.(?P<month>0?[1-9]|1[0-2])\.(?P<year>(?:19|20)[0-9]{2})\b"
SLASHED = r"(?P<first>[0-9]{1,2})/(?P<second>[0-9]{1,2})/(?P<year>(?:19|20)[0-9]{2})\b"
FORMS = tuple(
    re.compile(rf"(?<![\w-])(?:(?P<weekday>{WEEKDAY}),? (?:the )?)?{form}", re.IGNORECASE)
    for form in (MDY, DMY, ISO, DOTTED, SLASHED)
)
LABEL = re.compile(
    r"\b(?P<label>first published|published|publication date|posted|date posted|release date|released|issued|dated?|"
    r"updated|last updated|last modified|modified)(?: (?:on|at|in))?\s{0,2}[:\-–]?\s{0,3}(?:[A-Z]{3,4} )?$",
    re.IGNORECASE,
)
LATE_LABELS = frozenset({"updated", "last updated", "last modified", "modified"})
# What may stand beside a date on its line without making it a sentence: clock, zone, by-line marks, a label.
_FILLER = re.compile(
    r"\b(?:[0-9]{1,2}[:.h][0-9]{2}(?::[0-9]{2})?(?: ?[ap]\.?m\.?)?|[0-9]{1,2} ?[ap]\.?m\.?|at|on|gmt|utc|e[sd]t|p[sd]t|"
    r"c[sd]t|bst|cest|cet|ist|msk|by [\w.' -]{1,40}|first|published|posted|updated|last|modified|dated?|released|issued|"
    r"for immediate release|news|press release)\b|[^\w]",
    re.IGNORECASE,
)
_SHOUTED = r"[A-Z][A-Z'’.\- ]{2,30}(?:,? (?:[A-Z][\w.'’-]*|of|the|and)){0,4}"
_NAMED = r"[A-Z][\w'’-]{2,20}(?: [A-Z][\w'’-]{2,20}){0,2}(?:, [A-Z][\w.'’-]{1,20}){0,2}"  # "Geneva, Switzerland"
_PAREN = re.compile(rf"(?:^|[\s>]){_SHOUTED},? ?[\[(]$|(?:^|\n)[ ]{{0,9}}{_NAMED},? ?[\[(]$")
_WIRE = re.compile(rf"(?:^|\n)[ ]{{0,9}}(?:{_SHOUTED}|{_NAMED})[,.]? $")
_AFTER_WIRE = re.compile(r"\.? ?(?:[(/][\w .,/&-]{2,40}[)/])? ?(?:[-–—:]|\. )")
_RELEASE = re.compile(r"(?<![\w-])(?P<year>20[0-9]{2})-(?P<month>0[1-9]|1[0-2])-(?:[A-Z]{1,3}-)?[0-9]{2,4}\b")
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\s{0,2}(?:[\w ,]{0,30} )?(?P<year>20[0-9]{2}|19[0-9]{2})\b", re.IGNORECASE
)
_DAY_VALUE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9:]{2,8})?")
_LABELS_ABROAD = re.compile(
    r"(?i)\b(?:опубліковано|оновлено|дата|опубликовано|обновлено|publié|mis à jour|le|à|publicado|actualizado|el|a las|"
    r"veröffentlicht|aktualisiert|stand|am|um|uhr|pubblicato|aggiornato|il|alle|ore|року|года|р|г|نشر|تاريخ النشر|في|الساعة)\b"
)
# A line that speaks of the day itself opens or closes a title: "Operational Update, Feb. 8, 2011", "Apr. 23: …".
_TITLE_BEFORE = re.compile(
    r"\b(?:update|report|briefing|bulletin|digest|summary|news|statement|transcript|assessment|release|diary|"
    r"communique|communiqué|press conference)s?,? ?(?:for|of|on|[-–:])? ?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Stated:
    """A date the text states: `year` is None where it does not name one; `words` are its own; `rank` orders the
    ways of stating, the surest first."""

    rank: int
    year: int | None
    month: int
    day: int
    weekday: int | None
    words: str
    how: str
    start: int

    def on(self, year: int) -> date | None:
        try:
            return date(self.year or year, self.month, self.day)
        except ValueError:
            return None


def find_dates(text: str) -> Iterator[tuple[re.Match[str], Stated]]:
    """Every day named in the text in full or without its year, in order of appearance."""
    found: list[tuple[re.Match[str], Stated]] = []
    for form in FORMS:
        found += [(match, stated) for match in form.finditer(text) if (stated := _stated(match)) is not None]
    end = 0
    for match, stated in sorted(found, key=lambda pair: (pair[0].start(), -pair[0].end())):
        if match.start() >= end:
            end = match.end()
            yield match, stated


def find_datelines(text: str) -> list[Stated]:
    """The dates that the text states as its own, the surest first."""
    stated = []
    head = text[:HEAD]
    foot = max(len(text) - FOOT, len(head))
    first_line = len(text) - len(text.lstrip())
    body = _body(text)
    first_break = text.find("\n", first_line)
    title_end = min(first_break if first_break >= 0 else len(text), first_line + 160)
    for offset, piece in ((0, head), (foot, text[foot:])):
        for match, one in find_dates(piece):
            start, end = offset + match.start(), offset + match.end()
            how = _how(text, start, end, first_line, title_end)
            if how is None or (offset and how[0] > 2) or (how[0] == 1 and start > body and text[end:].strip()):
                continue
            stated.append(_with(one, start, *how))
    lines = {(one.year, one.month, one.day) for one in stated if one.rank == 1}
    if len(lines) > 1:  # a chronology, whose lines are dates of what it tells
        stated = [one for one in stated if one.rank != 1]
    return sorted(stated, key=lambda one: (one.rank, one.year is None, one.start))


def find_lines(text: str, times: Sequence[Timex]) -> list[tuple[date, str]]:
    """Days that have a line of the head to themselves, in any language: (day, words), out of times found already."""
    body = _body(text)
    found = []
    for time in times:
        start, end = time.span.start, time.span.end
        if start > body or not _DAY_VALUE.fullmatch(time.value) or time.anchored_by:
            continue
        line_end = text.find("\n", end)
        before = text[text.rfind("\n", 0, start) + 1 : start]
        after = text[end : line_end if line_end >= 0 else len(text)]
        if len(before) + len(after) <= 90 and not _FILLER.sub("", _LABELS_ABROAD.sub("", f"{before} {after}")).strip():
            found.append((date.fromisoformat(time.value[:10]), time.text))
    return found if len({day for day, _ in found}) == 1 else []


def find_release_month(text: str) -> tuple[int, int] | None:
    """Year and month of a release number at the head: "2012-06-S-026"."""
    found = _RELEASE.search(text[:HEAD])
    return (int(found["year"]), int(found["month"])) if found else None


def find_copyright_year(text: str) -> int | None:
    """The year of a copyright line at the head or the foot."""
    found = _COPYRIGHT.search(text[:HEAD]) or _COPYRIGHT.search(text[-FOOT:])
    return int(found["year"]) if found else None


def _body(text: str) -> int:
    """Where the first line stands that is long enough to be a paragraph."""
    start = 0
    for line in text.split("\n"):
        if len(line) > LONG:
            return start
        start += len(line) + 1
    return start


def _how(text: str, start: int, end: int, first_line: int, title_end: int) -> tuple[int, str] | None:
    """Rank and name of the way a date at `[start, end)` is stated as the article's own; None when it is not."""
    before = text[max(0, start - 80) : start]
    label = LABEL.search(before)
    if label:
        late = label["label"].lower() in LATE_LABELS
        return (5 if late else 0), f"stated as “{label['label'].lower()}”"
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    line = text[line_start:start] + " " + text[end : line_end if line_end >= 0 else len(text)]
    if len(line) <= 90 and not _FILLER.sub("", line).strip():
        return 1, "a line of its own"
    if _PAREN.search(before) and re.match(r" ?[\])]", text[end : end + 2]):
        return 2, "dateline"
    if _WIRE.search(before if start > 80 else "\n" + before) and _AFTER_WIRE.match(text, end):
        return 2, "dateline"
    if start < title_end:
        if start <= first_line + 1 and text[end : end + 1] == ":":
            return 3, "title"
        if _TITLE_BEFORE.search(before) and (
            end >= title_end - 1 or text[end : end + 4].strip(" ")[:1] in ("", "\n", "I")
        ):
            return 3, "title"
    return None


def _stated(match: re.Match[str]) -> Stated | None:
    parts = match.groupdict()
    month = parts.get("month")
    if parts.get("first"):
        one, two = int(parts["first"] or 0), int(parts["second"] or 0)
        if not (one == two or max(one, two) > 12):
            return None  # "3/4/2019": nobody can tell
        number, day = (one, two) if one <= 12 else (two, one)
    else:
        number = int(month) if month and month.isdigit() else MONTHS.get((month or "").lower().rstrip("."), 0)
        day = int(re.sub(r"\D", "", parts["day"] or "0"))
    if not (1 <= number <= 12 and 1 <= day <= (29 if number == 2 else 30 if number in (4, 6, 9, 11) else 31)):
        return None
    if month and month.lower() == "may" and month.islower():
        return None  # "may 5 of them go"
    weekday = weekday_of(parts["weekday"].lower()) if parts.get("weekday") else None
    year = int(parts["year"]) if parts.get("year") else None
    return Stated(9, year, number, day, weekday, match.group(), "", match.start())


def _with(one: Stated, start: int, rank: int, how: str) -> Stated:
    return Stated(rank, one.year, one.month, one.day, one.weekday, one.words, how, start)
