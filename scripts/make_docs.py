"""Writes the pages that are made from the code's own tables: `python scripts/make_docs.py [--check]`.

With --check nothing is written; exit code 1 names the pages that are stale.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "scripts")]


def columns() -> str:
    from timeline.table import COLUMNS

    lines = [
        "# The columns of the events table",
        "",
        "Made from `COLUMNS` in `timeline/table.py` by `python scripts/make_docs.py`. In CSV, lists are joined by `; `",
        "and records are JSON; in JSONL lists are lists. What is unknown is empty. Offsets count characters of the",
        "article's own text.",
        "",
        "| column | kind | meaning |",
        "|---|---|---|",
    ]
    lines += [f"| `{column.name}` | {column.kind} | {column.meaning} |" for column in COLUMNS]
    return "\n".join(lines) + "\n"


def event_types() -> str:
    with (ROOT / "timeline" / "events" / "types.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    names = list(rows[0])
    lines = [
        "# Event types",
        "",
        "Made from `timeline/events/types.csv` by `python scripts/make_docs.py`. The first sixteen are PLOVER 2.0's",
        "(POLECAT's ontology, Open Event Data Alliance); the rest are our own, for what PLOVER leaves out.",
        "",
        "| " + " | ".join(names) + " |",
        "|---" * len(names) + "|",
    ]
    lines += ["| " + " | ".join(row[name] for name in names) + " |" for row in rows]
    return "\n".join(lines) + "\n"


def quantities() -> str:
    import quantities_page

    return quantities_page.page()


def times() -> str:
    import times_page

    return times_page.page()


def merging() -> str:
    import merging_page

    return merging_page.page()


PAGES: dict[str, Callable[[], str]] = {
    "docs/columns.md": columns,
    "docs/event-types.md": event_types,
    "docs/times.md": times,
    "docs/quantities.md": quantities,
    "docs/merging.md": merging,
}


def stale() -> list[str]:
    """Pages that are not what the code would write."""
    return [
        page
        for page, make in PAGES.items()
        if not (ROOT / page).exists() or (ROOT / page).read_text(encoding="utf-8") != make()
    ]


def main() -> int:
    old = stale()
    if "--check" in sys.argv:
        for page in old:
            print(f"{page} is stale: run python scripts/make_docs.py")
        return 1 if old else 0
    for page in old:
        (ROOT / page).write_text(PAGES[page](), encoding="utf-8")
        print(f"wrote {page}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
