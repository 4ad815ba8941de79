"""Headlines in capitals, read as running text and quoted as they stand: corpus/headlines.csv, one event a row; a headline
without a type tells none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.events.marking import rows
from tests.events.test_facts import events_of
from timeline.language.document import Document
from timeline.pipeline import to_extraction

Read = Callable[..., Document]
HEADLINES = rows("headlines.csv")


@pytest.mark.parametrize("row", HEADLINES, ids=[f"{row['text']} {row['type']}" for row in HEADLINES])
def test_headline(row: dict[str, str], read: Read) -> None:
    found = [
        {
            "type": event.type,
            "actors": ";".join(one.name for one in event.actors),
            "recipients": ";".join(one.name for one in event.recipients),
            "title": event.title,
        }
        for event in events_of(read(row["text"]))
        if event.type != "STATEMENT"
    ]
    if row["type"]:
        assert {column: row[column] for column in ("type", "actors", "recipients", "title")} in found
    else:
        assert found == []


@pytest.mark.parametrize("text", sorted({row["text"] for row in HEADLINES}))
def test_quotes_are_the_articles_words(text: str, read: Read) -> None:
    for event in to_extraction(read(text)).events:
        assert event.evidence.quote in text
        assert all(word in text for word in event.trigger_text.split())
        for actor in (*event.actors, *event.recipients):
            assert text[actor.span.start : actor.span.end] in text


def test_a_row_of_a_headline_quotes_capitals_and_is_titled_in_small_letters(read: Read) -> None:
    (event,) = to_extraction(read("Gunmen Storm Fishing Village in Chad")).events
    assert event.trigger_text == "Storm"
    assert event.evidence.quote == "Gunmen Storm Fishing Village in Chad"
    assert event.title == "Gunmen storm fishing village in Chad"
    assert [one.name for one in event.recipients] == ["fishing village"]
