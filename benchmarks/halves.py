"""Each set's figure in the half that rules were made by reading, and in the half that is only scored.

`python -m benchmarks.halves GOLD_FOLDER [SET …]`

A look half that is better by more than chance means that the sample was learnt, not the language. `apart` is the
look half's figure less the score half's, with the 95 % interval of a bootstrap over documents; for times the lead over
HeidelTime is compared in the same way, which takes out how hard a half is. The halves and the scorers are those that
stand beside the gold folder. Nothing of a text is printed.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import importlib.util
import io
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np

from benchmarks.predict import predictions

Record = dict[str, Any]
SAMPLES = 2000
SETS: dict[str, tuple[str, str]] = {
    "timebank": ("times", "times"),
    "aquaint": ("times", "times"),
    "wikiwars_01_16": ("times", "times"),
    "plv_train": ("events", "events"),
    "cameo_st_train": ("events", "events"),
    "case21_a": ("events", "events"),
    "wikievents_a": ("events", "events"),
    "polnear_dev": ("events", "quotes"),
    "polnear_train": ("events", "quotes"),
    "uw_dev": ("events", "factuality"),
    "re3d_a": ("events", "entities"),
}
CLASSES = ("happened", "uncertain", "not_happened")


@dataclass(frozen=True)
class Figure:
    """Counts of every document (documents × counts) and what a sum of them (… × counts) comes to."""

    name: str
    counts: Any
    value: Callable[[Any], Any]


def f1(counts: Any) -> Any:
    """Counts: hits, predicted, wanted."""
    return 200 * counts[..., 0] / np.maximum(counts[..., 1] + counts[..., 2], 1)


def lead(counts: Any) -> Any:
    """Counts: ours, then theirs."""
    return f1(counts[..., :3]) - f1(counts[..., 3:])


def macro_f1(counts: Any) -> Any:
    """Counts: hits, predicted, wanted of every class in turn."""
    return sum(f1(counts[..., k : k + 3]) for k in range(0, counts.shape[-1], 3)) / (counts.shape[-1] // 3)


def times(gold: list[Record], pred: dict[str, Record], scorer: ModuleType, path: Path) -> Iterator[Figure]:
    theirs = scorer.load(path.with_name(f"{path.stem}.heideltime.jsonl"))
    ours = [scorer.score({r["id"]: r}, {r["id"]: pred[r["id"]]})[0]["counts"] for r in gold]
    other = [scorer.score({r["id"]: r}, {r["id"]: theirs.get(r["id"], {})})[0]["counts"] for r in gold]
    for figure in ("value", "relaxed", "strict", "type"):
        rows = [[c[figure], c["pred"], c["gold"]] for c in ours]
        yield Figure(figure, np.array(rows), f1)
        if figure == "value":
            both = [[*row, c[figure], c["pred"], c["gold"]] for row, c in zip(rows, other, strict=True)]
            yield Figure("lead over HeidelTime", np.array(both), lead)


def events(gold: list[Record], pred: dict[str, Record], scorer: ModuleType, path: Path) -> Iterator[Figure]:
    fold = any(e.get("type") == "YIELD" for r in gold for e in r["events"])
    for pick in ("first", "all"):
        found: dict[str, list[list[int]]] = {}
        for record in gold:
            wanted = [e for e in (scorer.Event(e, False, fold) for e in record["events"]) if e.kind or e.quad]
            made = [scorer.Event(e, False, fold) for e in pred[record["id"]]["events"]]
            made = [e for e in made if e.kind or e.quad]
            chosen = scorer.choose(wanted, made, pick) if wanted else made
            told = scorer.score_record(
                wanted,
                chosen,
                any(e.kind for e in wanted),
                any(e.src or e.tgt for e in wanted),
                any(e.src_sp or e.tgt_sp for e in wanted),
            )
            for figure in ("type", "quad", "source_text", "target_text"):
                hits, extra, missed = told.get(figure, (0, 0, 0))
                found.setdefault(figure, []).append([hits, hits + extra, hits + missed])
        for figure, rows in found.items():
            if sum(row[2] for row in rows):
                yield Figure(f"{figure}, pick={pick}", np.array(rows), f1)
    told = [[int(bool(pred[r["id"]]["events"])), 1] if not r["events"] else [0, 0] for r in gold]
    if sum(row[1] for row in told) > 1:
        yield Figure("% of statements with an event", np.array(told), share)


def share(counts: Any) -> Any:
    return 100 * counts[..., 0] / np.maximum(counts[..., 1], 1)


def quotes(gold: list[Record], pred: dict[str, Record], scorer: ModuleType, path: Path) -> Iterator[Figure]:
    told = []
    for record in gold:
        with contextlib.redirect_stdout(io.StringIO()):
            told.append(
                scorer.quotes({record["id"]: record}, {record["id"]: pred[record["id"]]}, argparse.Namespace(iou=0.5))
            )
    for figure in ("content", "end_to_end"):
        rows = [[round(one[figure]["r"] * one["gold"]), one["predicted"], one["gold"]] for one in told]
        yield Figure(figure.replace("_", " "), np.array(rows), f1)


def factuality(gold: list[Record], pred: dict[str, Record], scorer: ModuleType, path: Path) -> Iterator[Figure]:
    rows = []
    for record in gold:
        counts = dict.fromkeys(CLASSES, (0, 0, 0))
        for mention in record["mentions"]:
            wanted = scorer.fclass(mention["label"])
            hit = next(
                (
                    m
                    for m in pred[record["id"]]["mentions"]
                    if m["start"] < mention["end"] and mention["start"] < m["end"]
                ),
                None,
            )
            got = scorer.fclass(hit["label"]) if hit else None
            for name in CLASSES:
                hits, predicted, total = counts[name]
                counts[name] = (hits + (name == wanted == got), predicted + (name == got), total + (name == wanted))
        rows.append([count for name in CLASSES for count in counts[name]])
    yield Figure("macro F1", np.array(rows), macro_f1)
    yield Figure("uncertain F1", np.array(rows)[:, 3:6], f1)


def entities(gold: list[Record], pred: dict[str, Record], scorer: ModuleType, path: Path) -> Iterator[Figure]:
    rows = []
    for record in gold:
        wanted, made = (
            sorted({(e["start"], e["end"]) for e in of["entities"] if e["type"] == "Quantity"})
            for of in (record, pred[record["id"]])
        )
        hits = scorer.one_to_one(wanted, made, lambda a, b: a[0] < b[1] and b[0] < a[1])
        rows.append([hits, len(made), len(wanted)])
    yield Figure("Quantity overlap", np.array(rows), f1)


TASKS = {"times": times, "events": events, "quotes": quotes, "factuality": factuality, "entities": entities}


def is_look(record: Record, halves: ModuleType) -> bool:
    return hashlib.sha1(halves.key(record).encode()).digest()[0] % 2 == 0


def compare(figure: Figure, look: Any) -> str:
    """One row: the whole, both halves, and how far apart they are with the bootstrap's 95 %."""
    random = np.random.default_rng(7)
    drawn = []
    for part in (figure.counts[look], figure.counts[~look]):
        weights = random.multinomial(len(part), np.full(len(part), 1 / len(part)), SAMPLES)
        drawn.append(figure.value(weights @ part))
    low, high = np.percentile(drawn[0] - drawn[1], [2.5, 97.5])
    whole, seen, unseen = (figure.value(figure.counts[rows].sum(axis=0)) for rows in (look | True, look, ~look))
    verdict = "chance" if low <= 0 <= high else "**more than chance**"
    return f"{whole:.1f} | {seen:.1f} | {unseen:.1f} | {seen - unseen:+.1f} [{low:+.1f}, {high:+.1f}] | {verdict}"


def load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def table(gold: Path, names: list[str]) -> str:
    bench = gold.parent / "bench"
    halves = load(bench / "halves.py")
    lines = ["| set | figure | whole | look | score | apart | by |", "|---" * 7 + "|"]
    for name in names:
        folder, task = SETS[name]
        path = gold / folder / f"{name}.jsonl"
        records = [json.loads(line) for line in path.read_text("utf-8").split("\n") if line.strip()]
        pred = {one["id"]: one for one in predictions(task, path)}
        look = np.array([is_look(record, halves) for record in records])
        scorer = load(bench / ("timex_eval.py" if task == "times" else "event_eval.py"))
        lines += [
            f"| {name} | {figure.name} | {compare(figure, look)} |"
            for figure in TASKS[task](records, pred, scorer, path)
        ]
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument(
        "sets", nargs="*", choices=[*SETS, []], metavar="SET", help=f"of {', '.join(SETS)}; all by default"
    )
    chosen = parser.parse_args()
    print(table(chosen.gold, chosen.sets or list(SETS)))


if __name__ == "__main__":
    main()
