"""The day of each row, of sentences that tell of several times: corpus/row_days.csv, published on Thursday 2024-05-16.

`start` is the first day of the row of that type, ".." where it is not known: some time before, or the day of publication
where that is all the text says.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from tests.events.marking import rows
from tests.events.test_facts import events_of
from timeline.language.document import Document

Read = Callable[..., Document]
PUBLISHED = date(2024, 5, 16)
DAYS = rows("row_days.csv")


@pytest.mark.parametrize("row", DAYS, ids=[f"{row['text']} {row['type']}" for row in DAYS])
def test_row_day(row: dict[str, str], read: Read) -> None:
    found = [one for one in events_of(read(row["text"], PUBLISHED)) if one.type == row["type"]]
    starts = {one.time.start.date().isoformat() if one.time and one.time.start else ".." for one in found}
    wanted = {row["start"]} | ({PUBLISHED.isoformat()} if row["start"] == ".." else set())
    assert starts & wanted, [(one.title, one.time_rule, one.edtf) for one in found]
