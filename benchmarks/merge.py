"""How long merging takes and how right it is: `python -m benchmarks.merge [ROWS]`, `python -m benchmarks.merge GOLD_FOLDER`.

Strikes, talks and deals are drawn over two years, each told by one to six outlets with other words, a missing party, a
count that grew, a date a day off. Beside the processor time stand precision and recall over pairs of reports, and the time for
half as many rows, which shows whether it grows faster than they do.

With a folder that holds `ucdp_syria.jsonl` the reports are real headlines, read by the whole pipeline: those that UCDP
names as a source of one event only. Two of them belong together where that event is the same and their days are one
apart at most; they are found where some merged row holds both. Many a headline tells little of its event ("More
casualties raise the death toll"), so that no recall near 1 can be had.
"""

from __future__ import annotations

import itertools
import json
import random
import sys
import time
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from benchmarks.documents import document_of
from timeline.merge import merge_rows
from timeline.model import Article
from timeline.pipeline import to_extraction
from timeline.table import COLUMNS, Row, source, to_rows

CITIES = [(f"City {k}", f"C{k % 40:02}", 10.0 + k % 60, 10.0 + k // 60) for k in range(3000)]
ACTS = (
    ("ASSAULT", ("struck", "attack", "airstrike", "hit"), "{actor} {act} the harbour and the {word} of {place}"),
    ("CONSULT", ("met", "talks", "negotiations"), "{actor} {act} with envoys of {other} in {place} on {word}"),
    ("AGREE", ("signed", "agreement", "deal"), "{actor} and {other} {act} a treaty on {word} in {place}"),
    ("PROTEST", ("protest", "rallied", "demonstration"), "Crowds {act} in {place} against {word} and {actor}"),
)
EMPTY: dict[str, Any] = {"texts": [], "spans": [], "records": [], "text": "", "choice": ""}


def make_rows(count: int, seed: int = 1) -> list[Row]:
    """`count` rows, the same for the same seed; `type_rule` holds the number of the event that a row tells."""
    draw = random.Random(seed)
    rows: list[Row] = []
    number = 0
    while len(rows) < count:
        number += 1
        told = min(draw.choice((1, 1, 1, 2, 2, 3, 4, 6)), count - len(rows))
        rows += _event(draw, number, told)
    draw.shuffle(rows)
    return rows


def _event(draw: random.Random, number: int, told: int) -> list[Row]:
    type_, words, pattern = draw.choice(ACTS)
    place, country, latitude, longitude = draw.choice(CITIES)
    actor, other = f"State {draw.randrange(60)}", f"State {draw.randrange(60)}"
    day = date(2022, 1, 1) + timedelta(days=draw.randrange(730))
    word = f"word{draw.randrange(5000)}"
    killed = float(draw.randrange(3, 60))
    rows = []
    for k in range(told):
        act = draw.choice(words)
        when = day + timedelta(days=draw.choice((0, 0, 0, 0, 0, 0, 1)))
        count = killed if draw.random() < 0.7 or when != day else killed + 1
        facts = {
            "id": f"{number}-{k}",
            "article_id": f"a{number}-{k}",
            "type": type_,
            "trigger": act,
            "title": f"{actor} {act} {word} {place}",
            "start": when.isoformat(),
            "end": when.isoformat(),
            "granularity": "day",
            "time_basis": draw.choice(("explicit", "relative", "publication")),
            "published": when.isoformat(),
            **_party("actor", actor if draw.random() < 0.9 else ""),
            **_party("recipient", other if draw.random() < 0.7 else ""),
            "place": place,
            "place_country": country,
            "latitude": latitude,
            "longitude": longitude,
            "quantities": [{"kind": "killed", "low": count, "high": count, "unit": "people", "start": 0, "end": 1}],
            "sentence": pattern.format(actor=actor, other=other, act=act, place=place, word=word),
            "publisher": f"Paper {draw.randrange(50)}",
            "type_rule": str(number),
        }
        rows.append(_row(facts))
    return rows


def _party(role: str, name: str) -> dict[str, list[str]]:
    named = [name] if name else []
    return {f"{role}s": named, f"{role}_ids": named, f"{role}_countries": named}


def _row(facts: dict[str, Any]) -> Row:
    row: Row = {column.name: EMPTY.get(column.kind) for column in COLUMNS}
    row |= {name: list(value) for name, value in row.items() if isinstance(value, list)}
    row |= {"modality": "happened", "polarity": "positive", "trigger_start": 0, "confidence": 0.6, "reports": 1} | facts
    row["sources"] = [source(row)]
    return row


def pairs(groups: list[list[str]]) -> set[tuple[str, str]]:
    return {pair for group in groups for pair in itertools.combinations(sorted(group), 2)}


def headlines(folder: Path) -> tuple[list[Article], set[tuple[str, str]]]:
    """Every headline that is a source of one event only, as an article of its day, and the pairs of one event."""
    told: dict[str, set[int]] = {}
    path = next(folder.rglob("ucdp_syria.jsonl"))
    for row in (json.loads(line) for line in path.read_text("utf-8").split("\n") if line.strip()):
        texts, days = (str(row[name] or "").split(";") for name in ("source_headline", "source_date"))
        if len(texts) == len(days):
            for text, day in zip(texts, days, strict=True):
                if text.strip() and len(day) == len("2016-01-01"):
                    told.setdefault(f"{day} {text.strip()}", set()).add(row["id"])
    single = {key: min(events) for key, events in sorted(told.items()) if len(events) == 1}
    articles = [Article(key, key[11:], day_of(key), "given", language="en") for key in single]
    by_event: dict[int, list[str]] = {}
    for key, event in single.items():
        by_event.setdefault(event, []).append(key)
    near = {(one, two) for one, two in pairs(list(by_event.values())) if abs(day_of(one) - day_of(two)).days <= 1}
    return articles, near


def day_of(key: str) -> date:
    return date.fromisoformat(key[:10])


def measure_headlines(folder: Path) -> None:
    articles, gold = headlines(folder)
    rows = [row for article in articles for row in to_rows(to_extraction(document_of(article)).events)]
    merged = merge_rows(rows)
    found = pairs([sorted({one["article_id"] for one in row["sources"]}) for row in merged])
    right = len(gold & found)
    print(f"{len(articles):,} headlines, {len(rows):,} rows -> {len(merged):,} events")
    print(
        f"pairs: precision {right / max(len(found), 1):.3f} of {len(found):,}, "
        f"recall {right / max(len(gold), 1):.3f} of {len(gold):,}"
    )


def main() -> None:
    if len(sys.argv) > 1 and not sys.argv[1].isdigit():
        measure_headlines(Path(sys.argv[1]))
        return
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    for size in (count // 2, count):
        rows = make_rows(size)
        start = time.process_time()
        merged = merge_rows(rows)
        seconds = time.process_time() - start
        told: dict[str, list[str]] = {}
        for row in rows:
            told.setdefault(row["type_rule"], []).append(row["id"])
        gold, found = pairs(list(told.values())), pairs([[one["event_id"] for one in row["sources"]] for row in merged])
        right = len(gold & found)
        print(
            f"{size:,} rows in {seconds:.1f} s ({size / seconds:,.0f} rows/s) -> {len(merged):,} events, "
            f"pairs: precision {right / max(len(found), 1):.4f}, recall {right / max(len(gold), 1):.4f}"
        )


if __name__ == "__main__":
    main()
