"""Days read in one language against days read in its translation: `python -m benchmarks.languages GOLD_FOLDER`.

Official addresses in Ukrainian and in English are pairs (the same id but for the language). Over the pairs whose text
is more than a title, the days resolved by `find_times_other` in the one are held against those that `find_times`
resolves in the other, both counted from the stated day of publication.
"""

from __future__ import annotations

import argparse
import json
from datetime import date
from pathlib import Path
from typing import Any

from timeline.language.parse import read_document, read_plain
from timeline.model import Anchor, Article, Timex
from timeline.times.find import find_times
from timeline.times.other import find_times_other

Record = dict[str, Any]
TITLE = 200  # characters: shorter texts repeat the title


def load(folder: Path, name: str) -> list[Record]:
    path = next(folder.rglob(f"{name}.jsonl"))
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]


def days(times: list[Timex]) -> set[str]:
    """The days named, clocks and parts of the day left out."""
    found = {time.value.partition("T")[0] for time in times if time.type in ("DATE", "TIME")}
    return {
        value for value in found if len(value) == 10 and "X" not in value and value[:4].isdigit() and value[5] != "W"
    }


def published(record: Record) -> date | None:
    stated = record.get("published")
    return date.fromisoformat(stated[:10]) if stated else None  # some clocks there say 24:05


def compare(ours: list[Record], theirs: list[Record], language: str) -> tuple[int, int, int, int]:
    """Pairs, days in both, days in ours alone, days in theirs alone."""
    by_id = {record["id"].replace("-en-", "-"): record for record in theirs}
    pairs = both = extra = missed = 0
    for record in ours:
        other = by_id.get(record["id"].replace(f"-{language}-", "-"))
        if other is None or min(len(record["text"]), len(other["text"])) < TITLE:
            continue
        pairs += 1
        day = published(record)
        here = read_plain(Article(record["id"], record["text"], language=language))
        there = read_document(Article(other["id"], other["text"], language="en"))
        read = days(find_times_other(here, Anchor(day), language))
        wanted = days(find_times(there, Anchor(day)))
        both += len(read & wanted)
        extra += len(read - wanted)
        missed += len(wanted - read)
    return pairs, both, extra, missed


def table(gold: Path) -> str:
    """Ukrainian against English."""
    pairs, both, extra, missed = compare(load(gold, "official_uk"), load(gold, "official_en"), "uk")
    precision, recall = both / max(both + extra, 1), both / max(both + missed, 1)
    score = 2 * both / max(2 * both + extra + missed, 1)
    return "\n".join(
        [
            "| pairs | days in both | Ukrainian alone | English alone | precision | recall | F1 |",
            "|---" * 7 + "|",
            f"| {pairs} | {both} | {extra} | {missed} | {precision:.3f} | {recall:.3f} | {score:.3f} |",
        ]
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("gold", type=Path, help="folder that holds articles/official_uk.jsonl and official_en.jsonl")
    print(table(parser.parse_args().gold))


if __name__ == "__main__":
    main()
