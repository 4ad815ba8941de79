"""Who does what an infinitive tells: corpus/control.csv, frames of two parties, filled with acts of several types."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.events.marking import rows
from tests.events.test_facts import events_of
from timeline.language.document import Document

Read = Callable[..., Document]
PARTIES = {"who": "Norway", "whom": "Peru"}
ACTS = {
    "ASSAULT": "shell the port",
    "COERCE": "arrest the general",
    "MOBILIZE": "send troops to Chad",
    "SANCTION": "expel the ambassador",
}


@pytest.mark.parametrize("row", rows("control.csv"), ids=lambda row: row["frame"])
def test_who_does_it(row: dict[str, str], read: Read) -> None:
    for kind, act in ACTS.items():
        text = row["frame"].format(act=act, **PARTIES)
        found = events_of(read(text))
        assert found, text
        for one in found:
            if one.type == kind:
                assert {PARTIES[row["actor"]]} >= {actor.name for actor in one.actors}, (text, one.title)
