"""Which rows can meet at all: those of one kind of happening in one month, and those of its last day and the next's first.

A row stands in one block at most. A block is merged by itself; then clusters of two months that follow each other are
held against each other at the seam. So after an ingest it is enough to merge again the blocks of the rows that came, went
or changed, and those of the months beside them (`beside`).
"""

from __future__ import annotations

import itertools
from calendar import monthrange
from datetime import date, timedelta

from timeline.events.coreference.concepts import Concept, find_concept
from timeline.table import Row

COARSE = frozenset({"quarter", "season", "half_year", "year", "decade", "century", "millennium", "vague", ""})

READ = ("type", "trigger", "title", "start", "end", "granularity", "edtf")  # columns that decide a row's block


def block_keys(row: Row) -> tuple[str, ...]:
    """The one block that the row stands in; none for a row that merges with nothing (no date, or none near a month).

    >>> block_keys({"type": "ASSAULT", "trigger": "shelled", "title": "", "start": "2022-07-23", "end": None, "granularity": "day",
    ...             "edtf": "2022-07-23"})
    ('attack 2022-07',)
    """
    day = anchor_day(row)
    if day is None or row["type"] == "STATEMENT":
        return ()
    return (f"{concept_of(row).family} {day:%Y-%m}",)


def beside(block: str) -> tuple[str, str]:
    """The blocks of the month before and of the month after.

    >>> beside("attack 2022-01")
    ('attack 2021-12', 'attack 2022-02')
    """
    first = seam(block).replace(day=1)
    last = first - timedelta(days=1) if first > date.min else first
    return f"{family_of(block)} {last:%Y-%m}", after(block)


def after(block: str) -> str:
    """The block of the next month; the same one at the end of the calendar."""
    last = seam(block)
    return f"{family_of(block)} {last + timedelta(days=1):%Y-%m}" if last < date.max else block


def seam(block: str) -> date:
    """The last day of a block's month."""
    year, month = (int(one) for one in block.rpartition(" ")[2].split("-"))
    return date(year, month, monthrange(year, month)[1])


def family_of(block: str) -> str:
    return block.rpartition(" ")[0]


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
    """What the trigger speaks of; where it is a word for any act ("imposed", "held"), what the title does."""
    trigger = row["trigger"].split()[0] if row["type"] == "AGREE" else row["trigger"]  # "agreed to reopen": a deal
    found = find_concept(trigger, row["type"])
    if found.known or not row["title"]:
        return found
    words = row["title"].split()
    concepts = (find_concept(" ".join(pair), row["type"]) for pair in itertools.pairwise(words))
    return next((one for one in concepts if one.known), found)
