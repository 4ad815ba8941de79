"""Whole rows: corpus/rows.csv, a text and one row that must come of it, or ("no" before the type) must not.

Every column is asked for: `actors` and `recipients` are lists, `real` is the modality with "not" before it where the
polarity is negative, an empty place or speaker is none. Of a row that must not come only what is given is asked for.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest

from tests.events.marking import rows
from tests.events.test_facts import events_of
from timeline.language.document import Document
from timeline.model import Event

Read = Callable[..., Document]
ROWS = rows("rows.csv")
COLUMNS = ("type", "actors", "recipients", "real", "place", "speaker", "title")


def row_of(event: Event) -> dict[str, str]:
    real = event.modality if event.polarity == "positive" else f"not {event.modality}"
    return {
        "type": event.type,
        "actors": ";".join(one.name for one in event.actors),
        "recipients": ";".join(one.name for one in event.recipients),
        "real": real,
        "place": event.place.name if event.place is not None else "",
        "speaker": event.attribution.speaker if event.attribution is not None else "",
        "title": event.title,
    }


@pytest.mark.parametrize("row", ROWS, ids=[f"{row['text']} {row['type']}" for row in ROWS])
def test_row(row: dict[str, str], read: Read) -> None:
    found = [row_of(event) for event in events_of(read(row["text"]))]
    if row["type"].startswith("no "):
        unwanted = {column: row[column] for column in COLUMNS if row[column]} | {
            "type": row["type"].removeprefix("no ")
        }
        assert not [one for one in found if unwanted.items() <= one.items()]
    else:
        assert {column: row[column] for column in COLUMNS} in found


@pytest.mark.parametrize("again", ["the attack Friday and ", "attack attack "])
def test_an_endless_sentence_costs_no_more_than_its_length(again: str, read: Read) -> None:
    """Calls of functions, not seconds: four times the sentence is less than the square of it."""

    def calls(length: int) -> int:
        document = read("He saw " + again * length + "left.")
        count = 0

        def note(_frame: object, event: str, _argument: object) -> None:
            nonlocal count
            count += event == "call"

        sys.setprofile(note)
        try:
            events_of(document)
        finally:
            sys.setprofile(None)
        return count

    calls(10)  # so that tables are read before
    assert calls(200) < 10 * calls(50)
