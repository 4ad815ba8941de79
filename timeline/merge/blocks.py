"""Which rows can meet at all: those of one kind of happening in one month.

A row stands in one block at most, and a block is merged without a look at any other. So after an ingest it is enough to
merge again the blocks of the rows that came, went or changed. The price: two reports that date one event on either side
of a month's end stay two.
"""

from __future__ import annotations

from datetime import date

from timeline.events.concepts import Concept, find_concept
from timeline.table import Row

COARSE = frozenset({"quarter", "season", "half_year", "year", "decade", "century", "millennium", "vague", ""})


def block_keys(row: Row) -> tuple[str, ...]:
    """The one block that the row stands in; none for a row that merges with nothing (no date, or none near a month).

    >>> block_keys({"type": "ASSAULT", "trigger": "shelled", "start": "2022-07-23", "end": None, "granularity": "day",
    ...             "edtf": "2022-07-23"})
    ('attack 2022-07',)
    """
    day = anchor_day(row)
    if day is None or row["type"] == "STATEMENT":
        return ()
    return (f"{concept_of(row).family} {day:%Y-%m}",)


def anchor_day(row: Row) -> date | None:
    """The day that the row is known by: its first, or its last where the first is open or only reckoned."""
    if row["granularity"] in COARSE:
        return None
    start, end = day_of(row["start"]), day_of(row["end"])
    reckoned = end is not None and row["edtf"].partition("/")[0].endswith("~")
    return end if start is None or reckoned else start


def day_of(moment: str | None) -> date | None:
    """The day of an ISO date or date-time; None for what is no date."""
    try:
        return date.fromisoformat(moment[:10]) if moment else None
    except ValueError:
        return None


def concept_of(row: Row) -> Concept:
    return find_concept(row["trigger"], row["type"])
