"""Killed and captured in ISAF releases, exactly as coded: `python -m benchmarks.isaf_counts GOLD_FOLDER`.

The coders give the least number of insurgents killed and captured; soldiers, police and civilians are left out, as
they left them out.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from timeline.language.parse import read_document
from timeline.model import Article
from timeline.quantities.find import find_quantities
from timeline.quantities.totals import Totals, count_totals

NOT_INSURGENTS = frozenset(
    "soldier civilian policeman police officer woman child boy girl trooper serviceman servicemember marine airman "
    "guard national resident villager elder contractor worker american member troop force".split()
)
Record = dict[str, Any]


def load(folder: Path) -> list[Record]:
    path = next(folder.rglob("isaf.jsonl"))
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]


def read(records: list[Record]) -> Iterator[tuple[Record, Totals]]:
    for record in records:
        document = read_document(Article(record["id"], record["text"], language="en"))
        yield record, count_totals(document, find_quantities(document, []), NOT_INSURGENTS)


def table(gold: Path) -> str:
    """Exact counts over all releases, and over those that tell of any."""
    right = dict.fromkeys(("killed", "captured", "some killed", "some captured"), 0)
    of = dict(right)
    for record, totals in read(load(gold)):
        for kind, told in (("killed", totals.killed), ("captured", totals.captured)):
            wanted = int(record["gold"][f"min_{kind}"])
            for name in (kind, *([f"some {kind}"] if wanted else [])):
                right[name] += told == wanted
                of[name] += 1
    lines = ["| count | releases | exact |", "|---|---|---|"]
    lines += [f"| {name} | {of[name]} | {count / max(of[name], 1):.3f} |" for name, count in right.items()]
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("gold", type=Path, help="folder that holds articles/isaf.jsonl")
    print(table(parser.parse_args().gold))


if __name__ == "__main__":
    main()
