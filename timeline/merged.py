"""Merged events, derived from the per-article ones: Parquet files beside the tables that can be made again any time."""

from __future__ import annotations

import contextlib
import itertools
import time
import uuid
from collections.abc import Iterable, Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from timeline.delta import ROWS, encode, to_arrow
from timeline.table import Row

PIECE = 5000
SPARED = 600  # seconds


def make_merged(folder: Path, name: str, rows: Iterable[Row]) -> Path:
    """The Parquet file of the merged rows, made unless it is there; older ones of its kind are removed."""
    path = folder / f"merged-{name}.parquet"
    if not path.exists():
        try:
            from timeline.merge import merge_rows
        except ModuleNotFoundError:  # not built yet
            merge_rows = list
        save(path, merge_rows(rows))
        _sweep(folder, path)
    return path


def save(path: Path, rows: Iterable[Row]) -> None:
    """Table rows as a Parquet file with the columns they are looked up by."""
    save_arrow(path, (to_arrow(map(encode, piece), ROWS) for piece in _pieces(rows)), ROWS)


def save_arrow(path: Path, pieces: Iterable[pa.Table], schema: pa.Schema) -> None:
    """A Parquet file that appears whole or not at all."""
    path.parent.mkdir(exist_ok=True)
    making = path.with_name(f".{path.name}-{uuid.uuid4().hex}.tmp")
    with pq.ParquetWriter(making, schema, compression="zstd") as writer:
        for piece in pieces:
            writer.write_table(piece)
    making.replace(path)


def _sweep(folder: Path, newest: Path) -> None:
    """Remove what no reader can be using any more: derived files replaced more than ten minutes ago."""
    for old in (*folder.glob("merged-*.parquet"), *folder.glob("corrected-*.parquet"), *folder.glob(".*.tmp")):
        with contextlib.suppress(OSError):  # another process removes it too, or holds it open
            if old != newest and old.stat().st_mtime < time.time() - SPARED:
                old.unlink()


def _pieces(rows: Iterable[Row]) -> Iterator[list[Row]]:
    left = iter(rows)
    while piece := list(itertools.islice(left, PIECE)):
        yield piece
