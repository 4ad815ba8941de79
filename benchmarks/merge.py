"""How long merging takes and how right it is on made-up reports: `python -m benchmarks.merge [ROWS]`.

Strikes, talks and deals are drawn over two years, each told by one to six outlets with other words, a missing party, a
count that grew, a date a day off. Beside the processor time stand precision and recall over pairs of reports, and the time for
half as many rows, which shows whether it grows faster than they do.
"""

from __future__ import annotations

import itertools
import random
import sys
import time
from datetime import date, timedelta
from typing import Any

from timeline.merge import merge_rows
from timeline.table import COLUMNS, Row, source

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


def main() -> None:
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
