"""The figures of all gold sets: `python -m benchmarks.report GOLD_FOLDER` writes the tables of benchmarks/README.md.

The scorers stand beside the gold folder (`GOLD_FOLDER/../bench`). Predictions go to a temporary folder.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from benchmarks import errors, halves, isaf_counts, languages, published
from benchmarks.predict import predictions

README = Path(__file__).parent / "README.md"
BEGIN, END = "<!-- figures: made by python -m benchmarks.report -->", "<!-- end of figures -->"
TIMES = ("timebank", "aquaint", "wikiwars_01_16")
EVENTS = ("plv_train", "cameo_st_train", "case21_a", "wikievents_a")
DISASTERS = frozenset({"MAN_MADE_DISASTER", "NATURAL_DISASTER"})


def predict(task: str, gold: Path, folder: Path) -> Path:
    target = folder / f"{gold.stem}.{task}.jsonl"
    with target.open("w", encoding="utf-8") as to:
        to.writelines(json.dumps(one, ensure_ascii=False) + "\n" for one in predictions(task, gold))
    return target


def score(scorer: Path, *arguments: str | Path) -> str:
    return subprocess.run(
        [sys.executable, str(scorer), *map(str, arguments)], check=True, capture_output=True, text=True
    ).stdout


def times_table(gold: Path, bench: Path, folder: Path) -> str:
    lines = [
        "| set | tagger | value F1 | relaxed F1 | strict F1 | type F1 | value precision | value recall |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for name in TIMES:
        path = gold / "times" / f"{name}.jsonl"
        for tagger, pred in (
            ("ours", predict("times", path, folder)),
            ("HeidelTime", path.with_name(f"{name}.heideltime.jsonl")),
        ):
            got = json.loads(score(bench / "timex_eval.py", path, pred, "--json"))
            figures = [got[k]["f"] for k in ("value", "relaxed", "strict", "type")]
            figures += [got["value"]["p"], got["value"]["r"]]
            lines.append(f"| {name} | {tagger} | " + " | ".join(f"{100 * x:.1f}" for x in figures) + " |")
    return "\n".join(lines)


def event_scores(task: str, gold: Path, bench: Path, folder: Path) -> dict[str, Any]:
    written = folder / f"{gold.stem}.{task}.scores.json"
    pred = predict(task, gold, folder)
    score(bench / "event_eval.py", "--gold", gold, "--pred", pred, "--json", written)
    return {**json.loads(written.read_text(encoding="utf-8")), "pred": pred}


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]


def events_table(gold: Path, bench: Path, folder: Path) -> str:
    columns = ("type", "quad", "source_text", "target_text")
    lines = ["| set | pick | " + " | ".join(f"{c} F1" for c in columns) + " |", "|---" * 6 + "|"]
    notes = []
    for name in EVENTS:
        path = gold / "events" / f"{name}.jsonl"
        got = event_scores("events", path, bench, folder)
        for pick in ("first", "all"):
            cells = [f"{got[pick][c]['f1']:.3f}" if c in got[pick] else "" for c in columns]
            lines.append(f"| {name} | {pick} | " + " | ".join(cells) + " |")
        fired = {one["id"] for one in rows(got["pred"]) if one["events"]}
        records = rows(path)
        disasters = [r for r in records if {e["type_orig"] for e in r["events"]} & DISASTERS]
        if disasters:
            false = sum(r["id"] in fired for r in disasters)
            notes.append(f"{name}: {false} of {len(disasters)} disaster snippets get a PLOVER event")
        empty = [r for r in records if not r["events"]]
        if empty:
            false = sum(r["id"] in fired for r in empty)
            notes.append(f"{name}: {false} of {len(empty)} mere statements get a PLOVER event")
    return "\n".join([*lines, "", *(f"- {note}" for note in notes)])


def others_table(gold: Path, bench: Path, folder: Path) -> str:
    lines = ["| set | figure | value |", "|---|---|---|"]
    for name in ("polnear_dev", "polnear_train"):
        got = event_scores("quotes", gold / "events" / f"{name}.jsonl", bench, folder)
        for figure in ("content", "end_to_end", "chars"):
            lines.append(f"| {name} | {figure.replace('_', ' ')} F1 | {got[figure]['f1']:.3f} |")
    got = event_scores("factuality", gold / "events" / "uw_dev.jsonl", bench, folder)
    lines.append(f"| uw_dev | factuality macro F1 | {got['macro_f1']:.3f} |")
    got = event_scores("entities", gold / "events" / "re3d_a.jsonl", bench, folder)
    for kind in ("Quantity", "Location", "Organisation", "Person", "Temporal", "Money"):
        lines.append(f"| re3d_a | {kind} overlap F1 | {got[kind]['overlap'][2]:.3f} |")
    return "\n".join(lines)


def said_by(command: str, gold: Path) -> str:
    """What another command prints, as it is."""
    made = subprocess.run(
        [sys.executable, "-m", f"benchmarks.{command}", str(gold)], check=True, capture_output=True, text=True
    )
    return f"`python -m benchmarks.{command} GOLD_FOLDER`\n\n```\n{made.stdout.strip()}\n```"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("gold", type=Path)
    gold = parser.parse_args().gold
    bench = gold.parent / "bench"
    if not bench.is_dir():
        parser.error(f"the scorers are looked for in {bench}, which is not there")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        parts = [
            "### Times\n\n" + times_table(gold, bench, folder),
            "### Events\n\n" + events_table(gold, bench, folder),
            "### Quotations, factuality, entities\n\n" + others_table(gold, bench, folder),
            "### When was it written\n\n" + published.table(gold),
            "### Days in Ukrainian against days in English\n\n" + languages.table(gold),
            "### Killed and captured in ISAF releases\n\n" + isaf_counts.table(gold),
            "### The main event's day\n\n" + said_by("dating", gold),
            "### Who is known by name\n\n" + said_by("actors", gold),
            "### Places\n\n" + said_by("places", gold),
            "### The half that was read and the half that was not\n\n" + halves.table(gold, list(halves.SETS)),
            "### What is still wrong in times\n\nErrors of value in the look halves.\n\n" + errors.table(gold),
        ]
    before, rest = README.read_text(encoding="utf-8").split(BEGIN)
    README.write_text(
        before + BEGIN + "\n\n" + "\n\n".join(parts) + "\n\n" + END + rest.split(END)[1], encoding="utf-8"
    )
    print("\n\n".join(parts))


if __name__ == "__main__":
    main()
