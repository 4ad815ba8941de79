"""Titles of whole sentences, read by every room: `tests/corpus/titles.csv`."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.events.marking import rows
from timeline.events.titles.phrasing import DANGLING, LIMIT
from timeline.language.document import Document
from timeline.pipeline import to_extraction

Read = Callable[..., Document]
SENTENCES = rows("titles.csv")


@pytest.mark.parametrize("row", SENTENCES, ids=[row["text"] for row in SENTENCES])
def test_title(row: dict[str, str], read: Read) -> None:
    titles = [event.title for event in to_extraction(read(row["text"])).events]
    assert row["title"] in titles
    assert len(set(titles)) == len(titles)
    for title in titles:
        assert len(title) <= LIMIT
        assert title.split()[-1] not in DANGLING
