"""Where reports of one event contradict each other, in words: dates, counts, denials."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from math import isinf
from urllib.parse import urlsplit

from timeline.table import Row

SURE = ("explicit", "relative")
DAYS = frozenset({"second", "minute", "hour", "part_of_day", "day"})


def find_disagreements(rows: Sequence[Row]) -> list[str]:
    """One line each; rows in the order of publication."""
    return [*_dates(rows), *_counts(rows), *_denials(rows)]


def outlet(row: Row) -> str:
    """Who reports: the publisher, else the host of the address, else the article's id."""
    return row["publisher"] or urlsplit(row["url"] or "").hostname or row["article_id"]


def _dates(rows: Sequence[Row]) -> list[str]:
    """Days that the texts themselves give and that differ."""
    told: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        if row["time_basis"] in SURE and row["granularity"] in DAYS:
            told.setdefault(((row["start"] or "")[:10], (row["end"] or "")[:10]), []).append(row)
    lines = []
    for side, name in ((0, "begins"), (1, "ends")):
        days: dict[str, list[Row]] = {}
        for key, tellers in told.items():
            if key[side]:
                days.setdefault(key[side], []).extend(tellers)
        points = all(not end or start == end for start, end in told)
        if len(days) > 1 and not (points and side == 1):
            lines.append(f"{'date' if points else name}: {_versus(days)}")
    return lines


def _counts(rows: Sequence[Row]) -> list[str]:
    """Quantities of one kind that exclude each other."""
    kinds: dict[tuple[str, str], dict[tuple[float, float], list[Row]]] = {}
    for row in rows:
        for one in row["quantities"]:
            low = one["low"] if one["low"] is not None else float("-inf")
            high = one["high"] if one["high"] is not None else float("inf")
            tellers = kinds.setdefault((one["kind"], one["unit"]), {}).setdefault((low, high), [])
            if row not in tellers:
                tellers.append(row)
    lines = []
    for (kind, unit), told in kinds.items():
        if any(_differ(one, other) for one, other in itertools.combinations(told, 2)):
            lines.append(f"{kind}: {_versus({_number(bounds, kind, unit): rows for bounds, rows in told.items()})}")
    return lines


def _differ(one: tuple[float, float], other: tuple[float, float]) -> bool:
    """They exclude each other, or both are bounds of one kind that differ ("at least 6", "at least 12")."""
    (low, high), (other_low, other_high) = one, other
    return max(low, other_low) > min(high, other_high) or (high == other_high and isinf(high) and low != other_low)


def _denials(rows: Sequence[Row]) -> list[str]:
    """Where it is denied, and who says so, if others tell it as so."""
    denying = [row for row in rows if row["modality"] == "denied" or row["polarity"] == "negative"]
    if len(denying) == len(rows):
        return []
    lines = [f"denied{', says ' + row['speaker'] if row['speaker'] else ''} ({outlet(row)})" for row in denying]
    return list(dict.fromkeys(lines))


def _versus(told: dict[str, list[Row]]) -> str:
    """ "12 (Odesa Harbour News) or 6 (The Cedar Daily)"."""
    return " or ".join(
        f"{value} ({', '.join(dict.fromkeys(outlet(row) for row in tellers))})" for value, tellers in told.items()
    )


def _number(bounds: tuple[float, float], kind: str, unit: str) -> str:
    low, high = bounds
    unit = "" if unit in ("people", "") or unit == kind else f" {unit}"
    unit += "s" if unit == " day" and low != 1 else ""
    if low == high:
        return f"{_written(low)}{unit}"
    if high == float("inf"):
        return f"at least {_written(low)}{unit}"
    if low == float("-inf"):
        return f"at most {_written(high)}{unit}"
    return f"{_written(low)} to {_written(high)}{unit}"


def _written(number: float) -> str:
    return f"{number:,.0f}" if number == int(number) else f"{number:,g}"
