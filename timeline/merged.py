"""Merged events, derived from the per-article ones: Parquet files beside the tables that can be made again any time."""

from __future__ import annotations

import contextlib
import itertools
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from timeline.delta import ROWS, encode, save_arrow, to_arrow
from timeline.merge import merge_rows
from timeline.table import Row

PIECE = 5000
SPARED = 600  # seconds


def make_merged(path: Path, rows: Iterable[Row]) -> None:
    """Write the merged rows to that file, and remove older ones of its kind."""
    save(path, merge_rows(rows))
    _sweep(path.parent, path)


def save(path: Path, rows: Iterable[Row]) -> None:
    """Table rows as a Parquet file with the columns they are looked up by."""
    save_arrow(path, (to_arrow(map(encode, piece), ROWS) for piece in _pieces(rows)), ROWS)


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
