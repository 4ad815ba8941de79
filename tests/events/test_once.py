"""One event told once, different events kept apart: corpus/once.csv, short passages, a headline before " // ".

`rows` names the rows that the passage has beside statements, by words of the text that belong to them: "struck attack |
killed#2" are two rows, the first told by "struck" and "attack", the second by the second "killed".
"""

from __future__ import annotations

import re
from datetime import date

import pytest

from tests.events.marking import rows
from timeline.model import Article, Event
from timeline.pipeline import extract

WEDNESDAY = date(2024, 5, 15)
PASSAGES = rows("once.csv")


def word_at(text: str, word: str) -> int:
    """Where a word stands: its first time, or its second ("killed#2")."""
    name, _, time = word.partition("#")
    found = [match.start() for match in re.finditer(rf"\b{re.escape(name.replace('_', ' '))}\b", text)]
    return found[int(time or 1) - 1]


def told_at(events: list[Event], place: int) -> set[str]:
    """The rows that a word belongs to."""
    return {event.id for event in events for span in (event.trigger, *event.mentions) if span.start <= place < span.end}


@pytest.mark.parametrize("passage", PASSAGES, ids=lambda passage: passage["text"][:60])
def test_passage(passage: dict[str, str]) -> None:
    text = passage["text"].replace(" // ", "\n")
    article = Article("one", text, WEDNESDAY, "given", language="en")
    events = [event for event in extract(article).events if event.type != "STATEMENT"]
    told = [
        set().union(*(told_at(events, word_at(text, word)) for word in row.split()))
        for row in passage["rows"].split("|")
    ]
    assert [len(ids) for ids in told] == [1] * len(told)
    assert len(set().union(*told)) == len(told) == len(events)
