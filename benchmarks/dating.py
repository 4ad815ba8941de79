"""How often an event's day is right: `python -m benchmarks.dating GOLD_FOLDER [--suffix look]`.

Two sets, through the whole pipeline. ISAF releases: the main event's day against the coded `start_date`, read as of
the dateline. UCDP's Syria headlines that come from a single report of known day and point at a day themselves
("yesterday", a date): against `date_start`, read as of `source_date`. The main event is the first act of force that
has happened and is told with a time, and not in passing, else the first event. Its day is the first of its interval,
and the day of telling where the interval is that and the day before ("in the past 24 hours": 5 of 5 labels in the
look halves). `told days` counts as right what the first two days of the interval hold ("overnight"). `--wrong N` prints
N wrong answers; use it on halves made for looking into only.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from benchmarks.documents import document_of
from timeline.model import Article, Event, Extraction
from timeline.pipeline import to_extraction
from timeline.times.calendar import midnight

Record = dict[str, Any]
DAY = timedelta(days=1)
NEARLY = 0.1  # in confidence
HELD_BY = re.compile(r"\((?P<date>[A-Z][a-z]{2,8}\.? [0-9]{1,2}(?:, ?[0-9]{4})?)\)")
POINTING = frozenset({"day", "part_of_day", "hour", "minute"})


def isaf(rows: list[Record]) -> Iterator[tuple[Article, date]]:
    """Releases whose dateline and coded day are known."""
    for row in rows:
        day, published = row["gold"]["start_date"], dateline(row)
        if day and published is not None:
            yield Article(str(row["id"]), row["text"], published, "given", language="en"), date.fromisoformat(day)


def dateline(row: Record) -> date | None:
    """The day in the dateline; where it names no year, that of the release's first four-digit number."""
    held = HELD_BY.search(row["text"])
    words = str(row["dateline"] or (held["date"] if held else "")).replace(",", " ").replace(".", " ").split()
    if len(words) == 2:
        year = re.search(r"\b20[0-9]{2}\b", row["text"])
        words += [year.group()] if year else []
    try:
        return datetime.strptime(" ".join([words[0][:3], *words[1:]]), "%b %d %Y").date()
    except (ValueError, IndexError):
        return None


def ucdp(rows: list[Record]) -> Iterator[tuple[Article, date]]:
    """Each headline once, of a single report, whose event is known to the day."""
    seen: dict[str, tuple[Article, set[str]]] = {}
    for row in rows:
        stated, text = row["source_date"] or "", row["source_headline"] or ""
        one_day = row["date_prec"] == 1 and row["date_start"] == row["date_end"]
        if one_day and text and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", stated):
            article = Article(str(row["id"]), text, date.fromisoformat(stated), "given", language="en")
            seen.setdefault(f"{stated} {text}", (article, set()))[1].add(row["date_start"])
    for article, days in seen.values():
        if len(days) == 1:
            yield article, date.fromisoformat(days.pop())


def points_at_a_day(extraction: Extraction) -> bool:
    return any(time.interval is not None and time.interval.granularity in POINTING for time in extraction.times)


def main_event(events: tuple[Event, ...]) -> Event | None:
    """The first act of force that has happened, else the first that is no statement, else the first; of each sort one
    that is told about as plainly as any, not in passing."""
    for wanted in (_is_dated_force, _is_force, _is_told, bool):
        found = [*filter(wanted, events)]
        if found:
            plain = max(event.confidence for event in found) - NEARLY
            return next(event for event in found if event.confidence >= plain)
    return None


def _is_dated_force(event: Event) -> bool:
    return _is_force(event) and event.time_basis in ("explicit", "relative", "inherited")


def _is_force(event: Event) -> bool:
    return event.type in ("ASSAULT", "COERCE") and (event.modality, event.polarity) == ("happened", "positive")


def _is_told(event: Event) -> bool:
    return event.type != "STATEMENT"


def told_days(event: Event | None) -> tuple[date, ...]:
    """The days of the event's interval, at most the first two; of one without a beginning the last day."""
    if event is None or event.time is None:
        return ()
    start, end = event.time.start, event.time.end
    if start is None:
        return ((end - DAY).date(),) if end is not None else ()
    first = start.date()
    return (first, first + DAY) if end is not None and end > midnight(first + DAY) else (first,)


def day_of(event: Event | None) -> date | None:
    """The first of the told days; the day of telling where they are the two that end with it."""
    days = told_days(event)
    if event is None or not days:
        return None
    start, end, told = event.time.start, event.time.end, event.evidence.published  # type: ignore[union-attr]
    whole = start == midnight(days[0]) and end == midnight(days[-1] + DAY)
    return days[-1] if whole and days[-1] == told else days[0]


def measure(name: str, cases: list[tuple[Article, date]], pointing: bool, wrong: int) -> None:
    right = near = inside = total = silent = 0
    for article, day in cases:
        extraction = to_extraction(document_of(article))
        if pointing and not points_at_a_day(extraction):
            continue
        event = main_event(extraction.events)
        if event is None:
            silent += 1
            continue
        mine = day_of(event)
        total += 1
        right += mine == day
        near += mine is not None and abs(mine - day) <= DAY
        inside += day in told_days(event)
        if mine != day and wrong > 0:
            wrong -= 1
            why = f"{event.trigger_text}: {event.time_why}"
            print(f"  {article.id} {article.published} gold {day} mine {mine} | {why} | {article.text[:160]!r}")
    shares = " ".join(
        f"{what} {count / max(1, total):.3f}"
        for what, count in (("day", right), ("told days", inside), ("within a day", near))
    )
    print(f"{name:20} texts with an event {total:5} {shares} without one {silent}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="the folder that holds isaf.jsonl and ucdp_syria.jsonl")
    parser.add_argument("--suffix", default="", help="read isaf.SUFFIX.jsonl, for one half of each set")
    parser.add_argument("--limit", type=int, default=None, help="at most so many records of each set")
    parser.add_argument("--wrong", type=int, default=0, help="print so many wrong answers of each set")
    given = parser.parse_args()
    for name, cases, pointing in (("isaf", isaf, False), ("ucdp_syria", ucdp, True)):
        path = next(given.folder.rglob(f"{name}{'.' + given.suffix if given.suffix else ''}.jsonl"))
        rows = [json.loads(line) for line in path.read_text("utf-8").split("\n") if line.strip()]
        measure(path.stem, list(cases(rows))[: given.limit], pointing, given.wrong)


if __name__ == "__main__":
    main()
