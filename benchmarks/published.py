"""How often the day of publication is worked out, and how often rightly: `python -m benchmarks.published GOLD_FOLDER`.

Three sets, without their metadata: Wikinews (its own date stands on the first line), ISAF releases (a dateline where
`dateline` says so; else the release is held against the day of its event, which it follows by at most four days) and
official addresses (no dateline; an evening's address may be put up after midnight, so the day before counts as right).
Each is read whole, and again with its dateline cut away: the line that is a date, every repetition of the stated day,
and the day in brackets after the place.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from timeline.actors.resolve import terms
from timeline.language.document import Document
from timeline.model import Article
from timeline.times.published import Published, infer_published

Record = dict[str, Any]
MONTH = r"(?:Jan|Feb|Mar|Apr|May|June|July|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
FIRST_LINE = re.compile(r"^\s*\w+day, \w+ \d+, \d{4}\s*")
IN_BRACKETS = re.compile(rf"\({MONTH}\s\d+(?:[.,]\s\d{{4}})?\)")
AFTER_EVENT = timedelta(days=4)


def read(text: str) -> Published | None:
    document = Document(Article("", text), text, [], [])
    offices = [(name, office, start, end) for name, office, _, start, end in terms()]
    return infer_published(document, [], offices)


def wikinews_day(record: Record) -> tuple[date, date]:
    day = date.fromisoformat(record["published"])
    return day, day


def isaf_day(record: Record) -> tuple[date, date]:
    """First and last day that count as right."""
    if record["dateline"]:
        words = re.sub(r"[.,]", "", record["dateline"]).split()
        day = datetime.strptime(f"{words[0][:3]} {words[1]} {words[2]}", "%b %d %Y").date()
        return day, day
    event = date.fromisoformat(record["gold"]["start_date"])
    return event, event + AFTER_EVENT


def official_day(record: Record) -> tuple[date, date]:
    put_up = date.fromisoformat(record["published"][:10])
    return put_up - timedelta(days=1), put_up


def whole(record: Record) -> str:
    return str(record["text"])


def wikinews_cut(record: Record) -> str:
    return FIRST_LINE.sub("", record["text"])


def isaf_cut(record: Record) -> str:
    text = record["text"].replace(record["dateline"], "") if record["dateline"] else record["text"]
    return IN_BRACKETS.sub("", text)


SETS: tuple[tuple[str, Callable[[Record], tuple[date, date]], Callable[[Record], str]], ...] = (
    ("wikinews_en", wikinews_day, wikinews_cut),
    ("isaf", isaf_day, isaf_cut),
    ("official_en", official_day, whole),
)


def measure(records: list[Record], day: Callable[[Record], tuple[date, date]], text: Callable[[Record], str]) -> str:
    answers = right = 0
    for record in records:
        found = read(text(record))
        first, last = day(record)
        answers += found is not None
        right += found is not None and first <= found.date <= last
    precision = f"{right / answers:.3f}" if answers else "–"
    return f"{len(records)} | {answers} | {right} | {precision}"


def table(gold: Path) -> str:
    """Both sets, whole and cut."""
    lines = ["| set | text | articles | answered | right | precision |", "|---" * 6 + "|"]
    for name, day, cut in SETS:
        path = next(gold.rglob(f"{name}.jsonl"))
        records = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]
        stated = [record for record in records if record.get("dateline", True)]
        lines.append(f"| {name} | whole | {measure(records, day, whole)} |")
        if len(stated) < len(records):
            lines.append(f"| {name} | whole, full dateline | {measure(stated, day, whole)} |")
            lines.append(f"| {name} | full dateline, cut away | {measure(stated, day, cut)} |")
        if cut is not whole:
            lines.append(f"| {name} | dateline cut away | {measure(records, day, cut)} |")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument(
        "gold", type=Path, help="folder that holds articles/wikinews_en.jsonl, isaf.jsonl and official_en.jsonl"
    )
    print(table(parser.parse_args().gold))


if __name__ == "__main__":
    main()
