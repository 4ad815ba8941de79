"""Seconds and kilobytes of a timeline's figure, at 1,000 to 1,000,000 made-up events: `python -m benchmarks.views`.

What a redraw of the dashboard does: count what is in view, fetch it (rows, or counts where there are too many), make
the figure, write it as JSON. Once for everything in view and once for one month of it.
"""

from __future__ import annotations

import gc
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from timeline import query
from timeline.delta import ROWS, encode, to_arrow
from timeline.query import Filter, Source
from timeline.table import COLUMNS
from timeline.views.density import draw_density
from timeline.views.timeline import MOST_MARKS, draw
from timeline.views.window import DAY, Window, to_ms

ACTORS = "Russia Ukraine Turkey China Iran Israel France Germany Poland Egypt India Japan Sudan Qatar Kenya".split()
TYPES = (
    "ASSAULT COERCE SANCTION REQUEST ACCUSE REJECT THREATEN AGREE CONSULT SUPPORT AID RETREAT ELECTION WEATHER".split()
)
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


EMPTY: dict[str, Any] = {"texts": [], "spans": [], "records": [], "text": "", "choice": ""}
BLANK = {column.name: EMPTY.get(column.kind) for column in COLUMNS}
PIECE = 100_000  # rows made; a larger store repeats them under other days


def save(number: int, path: Path) -> Source:
    """A Parquet file of that many rows, as the store's merged ones are."""
    made = min(number, PIECE)
    table = to_arrow((encode({**BLANK, **row, "sources": []}) for row in made_rows(made)), ROWS)
    with pq.ParquetWriter(path, table.schema) as writer:
        for repeat in range(-(-number // made)):
            ids = pa.array([f"{repeat}-{id_}" for id_ in table["id"].to_pylist()])
            writer.write_table(table.set_column(table.schema.get_field_index("id"), "id", ids))
    return Source((str(path),))


def redraw(source: Source, window: Window) -> tuple[int, float, int]:
    """Events in view, seconds, and bytes of the figure."""
    gc.collect()
    begun = time.perf_counter()
    first, last = window.days
    chosen = Filter(since=first, until=last, dated=True, reaching=False)
    shown = query.count(source, chosen)
    if shown > MOST_MARKS:
        figure = draw_density(query.density(source, chosen, 240, "actors"), window)
    else:
        figure = draw(query.rows(source, chosen), window)
    size = len(figure.to_json())
    return shown, time.perf_counter() - begun, size


def main(sizes: list[int]) -> None:
    whole = Window(to_ms(FIRST), to_ms(FIRST + timedelta(days=4_100)))
    month = Window(whole.start + 2_000 * DAY, whole.start + 2_030 * DAY)
    print(f"{'events':>10}  {'in view':>10}  {'seconds':>8}  {'kilobytes':>9}")
    with tempfile.TemporaryDirectory() as folder:
        for number in sizes:
            source = save(number, Path(folder) / "rows.parquet")
            redraw(source, month)  # what is loaded once is not counted
            for window in (whole, month):
                shown, seconds, size = min((redraw(source, window) for _ in range(3)), key=lambda one: one[1])
                print(f"{number:>10,}  {shown:>10,}  {seconds:>8.3f}  {size / 1000:>9,.0f}")


if __name__ == "__main__":
    main([int(one) for one in sys.argv[1:]] or [1_000, 10_000, 100_000, 1_000_000])
