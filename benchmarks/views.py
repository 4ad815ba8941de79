"""Seconds and kilobytes of a timeline's figure, at 1,000 to 1,000,000 made-up events: `python -m benchmarks.views`."""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

ACTORS = "Russia Ukraine Turkey China Iran Israel France Germany Poland Egypt India Japan Sudan Qatar Kenya".split()
TYPES = "ASSAULT COERCE SANCTION REQUEST ACCUSE REJECT THREATEN AGREE CONSULT SUPPORT AID RETREAT ELECTION WEATHER".split()
MODALITIES = "happened happened happened happened ongoing planned forecast demanded threatened denied alleged".split()
FIRST = date(2014, 1, 1)


def made_rows(number: int, seed: int = 1, days: int = 4_000) -> Iterator[dict[str, Any]]:
    """Rows as the table has them, with days, months, spans, open sides, and none."""
    dice = random.Random(seed)
    for count in range(number):
        actor, other = dice.sample(ACTORS, 2)
        start = FIRST + timedelta(days=dice.randrange(days))
        shape = dice.random()
        row: dict[str, Any] = {
            "id": f"made{count:07d}",
            "title": f"{actor} {dice.choice(('talks with', 'strikes', 'warns', 'sends aid to'))} {other}",
            "type": dice.choice(TYPES),
            "modality": dice.choice(MODALITIES),
            "polarity": "positive",
            "actors": [actor],
            "recipients": [other],
            "publisher": f"Outlet {count % 7}",
            "granularity": "day",
            "start": start.isoformat(),
            "end": start.isoformat(),
        }
        if shape > 0.95:
            row["start"], row["granularity"] = None, "vague"
        elif shape > 0.9:
            row["end"] = None
        elif shape > 0.8:
            row["end"] = (start + timedelta(days=dice.randrange(2, 90))).isoformat()
        elif shape > 0.7:
            first = start.replace(day=1)
            row["start"], row["granularity"] = first.isoformat(), "month"
            row["end"] = ((first + timedelta(days=32)).replace(day=1) - timedelta(days=1)).isoformat()
        yield row
