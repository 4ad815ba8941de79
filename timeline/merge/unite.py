"""One row out of the reports of one event: the best report's own, its gaps filled from the others, all sources kept."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

from timeline.merge.disagreements import find_disagreements
from timeline.merge.features import rank
from timeline.table import Row

# Columns that go together: filled from one report, never mixed from two.
FILLED = (
    ("actors", "actor_ids", "actor_countries", "actor_sectors"),
    ("recipients", "recipient_ids", "recipient_countries", "recipient_sectors"),
    ("place", "place_country", "latitude", "longitude"),
    ("quantities", "quantity_kind", "quantity_low", "quantity_high", "quantity_unit"),
)
MOST_SURE = 0.99


def unite(rows: Sequence[Row]) -> Row:
    """The rows as one. One row alone is returned as it is."""
    if len(rows) == 1:
        return rows[0]
    best, *others = sorted(rows, key=rank)
    united = dict(best)
    for columns in FILLED:
        if not united[columns[0]]:
            fuller = next((row for row in others if row[columns[0]]), None)
            if fuller is not None:
                united.update({name: fuller[name] for name in columns})
    sources = sorted((source for row in rows for source in row["sources"]), key=_by_time)
    told = [row["speaker"] for row in sorted(rows, key=_told_first) if row["speaker"]]
    united["id"] = merged_id(source["event_id"] for source in sources)
    united["speaker"] = told[0] if told else ""
    united["sources"] = sources
    united["reports"] = len({source["article_id"] for source in sources})
    united["confidence"] = _confidence(rows)
    united["disagreements"] = find_disagreements(sorted(rows, key=_told_first))
    return united


def merged_id(ids: Iterable[str]) -> str:
    """A hash of the ids of the events that were united, whatever their order.

    >>> merged_id(["b", "a"]) == merged_id(["a", "b"])
    True
    """
    return hashlib.sha256("\n".join(sorted(ids)).encode()).hexdigest()[:16]


def _confidence(rows: Sequence[Row]) -> float:
    """The surest report's, raised a little by every further outlet that tells the same."""
    by_outlet: dict[str, float] = {}
    for row in rows:
        outlet = row["publisher"] or row["article_id"]
        by_outlet[outlet] = max(by_outlet.get(outlet, 0.0), row["confidence"])
    surest, *others = sorted(by_outlet.values(), reverse=True)
    doubt = 1.0 - surest
    for one in others:
        doubt *= 1.0 - 0.3 * one
    return round(min(max(surest, MOST_SURE), 1.0 - doubt), 3)


def _told_first(row: Row) -> tuple[object, ...]:
    return (row["published"] or "9999", row["article_id"], row["trigger_start"] or 0, row["id"])


def _by_time(source: Row) -> tuple[str, str, str]:
    return (source["published"] or "9999", source["article_id"], source["event_id"])
