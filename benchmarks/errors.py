"""What is still wrong in times, by category with counts: `python -m benchmarks.errors GOLD_FOLDER [--list CATEGORY]`.

Look halves only: these are the errors that may be read, and `--list` prints those of one category with their
surroundings. A category is decided by the two values alone, so anybody gets the same counts.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.halves import is_look, load
from benchmarks.predict import predictions

Record = dict[str, Any]
SETS = ("timebank", "aquaint", "wikiwars_01_16")
DAY = re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])")
YEAR = re.compile(r"[0-9]{4}")
KINDS = (
    (re.compile(r"(?:PAST|PRESENT|FUTURE)_REF"), "vague reference (now, recently, in the future)"),
    (re.compile(r".*X"), "left open (X)"),
    (re.compile(r"P"), "length"),
    (re.compile(r".*T"), "clock time or part of day"),
    (re.compile(r".*-[QH][0-9]"), "quarter or half year"),
    (re.compile(r".*-W[0-9]"), "week"),
    (re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}$"), "day"),
    (re.compile(r"[0-9]{4}-[0-9]{2}$"), "month"),
    (re.compile(r"[0-9]{2,4}$"), "year, decade or century"),
)


def kind(value: str) -> str:
    return next((name for pattern, name in KINDS if pattern.match(value)), "other")


def category(gold: Record | None, mine: Record | None) -> str:
    """One name for an error: what was missed, what the gold leaves out, or how the two values differ."""
    if gold is None:
        assert mine is not None
        return f"the gold has none: {kind(mine['value'])}"
    if mine is None:
        return f"missed: {kind(gold['value'])}"
    wanted, got = gold["value"], mine["value"]
    if not wanted:
        return "the gold has no value"
    if "SET" in (gold["type"], mine["type"]):
        return "sets"
    if (gold["type"] == "DURATION") != (mine["type"] == "DURATION"):
        return "a length where the gold has a date, or the reverse"
    if gold["type"] == "DURATION":
        return "length written otherwise"
    if kind(wanted) == kind(got):
        return same_kind(wanted, got)
    if "vague reference (now, recently, in the future)" in (kind(wanted), kind(got)):
        return "vague reference where the other has a date"
    if wanted.startswith(got) or got.startswith(wanted):
        return "as wide or as narrow as the gold has it not"
    return "another granularity"


def same_kind(wanted: str, got: str) -> str:
    days = [DAY.match(value) for value in (wanted, got)]
    if all(days):
        first, second = (date.fromisoformat(match.group()) for match in days if match)
        if first != second and (first - second).days % 7 == 0:
            return "weekday, weeks off"
    years = [YEAR.match(value) for value in (wanted, got)]
    if all(years) and wanted[4:] == got[4:] != "":
        return "another year"
    return f"another {kind(wanted)}"


def errors(gold: Path, name: str) -> Iterator[tuple[str, str]]:
    """Category and surroundings of every error of value in a set's look half."""
    halves, scorer = load(gold.parent / "bench" / "halves.py"), load(gold.parent / "bench" / "timex_eval.py")
    path = gold / "times" / f"{name}.jsonl"
    records = [json.loads(line) for line in path.read_text("utf-8").split("\n") if line.strip()]
    looked = {record["id"]: record for record in records if is_look(record, halves)}
    pred = {one["id"]: one for one in predictions("times", path) if one["id"] in looked}
    for what, document, wanted, mine in scorer.score(looked, pred)[1]:
        shown = scorer.show_error(what, document, wanted, mine, looked[document]["text"])
        yield category(wanted, mine), shown


def table(gold: Path) -> str:
    """Categories by how often they occur, a column a set."""
    counts = {name: Counter(what for what, _ in errors(gold, name)) for name in SETS}
    total = sum(counts.values(), Counter())
    lines = [f"| category | {' | '.join(SETS)} |", "|---" * (len(SETS) + 1) + "|"]
    for what, _ in sorted(total.items(), key=lambda item: (-item[1], item[0])):
        lines.append(f"| {what} | {' | '.join(str(counts[name][what] or '') for name in SETS)} |")
    return "\n".join([*lines, f"| **all** | {' | '.join(str(counts[name].total()) for name in SETS)} |"])


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("--list", metavar="CATEGORY", help="print the errors of categories that begin so")
    chosen = parser.parse_args()
    if chosen.list is None:
        print(table(chosen.gold))
        return
    for name in SETS:
        for what, shown in errors(chosen.gold, name):
            if what.startswith(chosen.list):
                print(f"{name}\t{what}\t{shown}")


if __name__ == "__main__":
    main()
