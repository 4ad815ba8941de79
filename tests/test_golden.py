"""The seeds' tables, word for word. A change shows as a diff of `tests/golden/`; to accept it, run

    TIMELINE_WRITE_GOLDEN=1 python -m pytest tests/test_golden.py

and review the diff before committing it.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from timeline.articles.read import read
from timeline.model import Article
from timeline.pipeline import extract
from timeline.table import to_rows

ROOT = Path(__file__).parent
SEEDS = ROOT.parent / "seeds"
GOLDEN = (
    "kyiv-pause.txt",
    "black-sea-grain/2022-07-24-moscow-observer.txt",
    "black-sea-grain/2023-07-17-geneva-grain-monitor.txt",
)


def table_of(name: str) -> str:
    (article,) = read([SEEDS / name])
    assert isinstance(article, Article)
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in to_rows(extract(article).events))


@pytest.mark.parametrize("name", GOLDEN)
def test_table_of_a_seed(name: str) -> None:
    kept = ROOT / "golden" / f"{Path(name).stem}.jsonl"
    found = table_of(name)
    if os.environ.get("TIMELINE_WRITE_GOLDEN") == "1":
        kept.parent.mkdir(exist_ok=True)
        kept.write_text(found, encoding="utf-8")
    assert found.splitlines() == kept.read_text(encoding="utf-8").splitlines()
