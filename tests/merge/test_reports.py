"""Two outlets' reports of one event are one row, those of two events two: corpus/reports.csv.

`first` and `second` are two articles, each of its own day; `first_word` and `second_word` stand in the rows held against each other.
"""

from __future__ import annotations

from datetime import date

import pytest

from tests.events.marking import rows
from timeline.merge import merge_rows
from timeline.model import Article
from timeline.pipeline import extract
from timeline.table import Row, to_rows

PAIRS = rows("reports.csv")


def read(outlet: str, published: str, text: str) -> list[Row]:
    article = Article(outlet, text, date.fromisoformat(published), "given", publisher=outlet, language="en")
    return list(to_rows(extract(article).events))


def row_of(found: list[Row], text: str, word: str) -> Row:
    """The row whose trigger begins with the word, or that has it as a mention."""
    place = text.index(word)
    spans = ((row, span) for row in found for span in ([row["trigger_start"], row["trigger_end"]], *row["mentions"]))
    return next(row for row, (start, end) in spans if row["type"] != "STATEMENT" and start <= place < end)


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair['told']}: {pair['first'][:40]}")
def test_reports(pair: dict[str, str]) -> None:
    first = read("Harbour News", pair["first_day"], pair["first"])
    second = read("Cedar Daily", pair["second_day"], pair["second"])
    told = {
        row_of(first, pair["first"], pair["first_word"])["id"],
        row_of(second, pair["second"], pair["second_word"])["id"],
    }
    united = any(told <= {source["event_id"] for source in row["sources"]} for row in merge_rows([*first, *second]))
    assert united == (pair["told"] == "once")
