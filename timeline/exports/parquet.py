"""Parquet: the table with its types, lists as lists and records as structs."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from typing import BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

from timeline.table import COLUMNS, Row

PIECE = 2000  # rows held at once
_TEXT = pa.string()
RECORDS = {
    "quantities": pa.struct(
        [
            ("kind", _TEXT),
            ("low", pa.float64()),
            ("high", pa.float64()),
            ("unit", _TEXT),
            ("start", pa.int64()),
            ("end", pa.int64()),
        ]
    ),
    "sources": pa.struct(
        [
            ("event_id", _TEXT),
            ("article_id", _TEXT),
            ("publisher", _TEXT),
            ("url", _TEXT),
            ("published", _TEXT),
            ("modality", _TEXT),
            ("start", _TEXT),
            ("end", _TEXT),
            ("speaker", _TEXT),
            ("quote", _TEXT),
        ]
    ),
}
_KINDS = {
    "text": _TEXT,
    "choice": _TEXT,
    "time": _TEXT,
    "number": pa.float64(),
    "integer": pa.int64(),
    "texts": pa.list_(_TEXT),
    "spans": pa.list_(pa.list_(pa.int64())),
}
SCHEMA = pa.schema(
    [
        pa.field(
            column.name,
            pa.list_(RECORDS[column.name]) if column.kind == "records" else _KINDS[column.kind],
            metadata={"meaning": column.meaning},
        )
        for column in COLUMNS
    ]
)


def write_parquet(rows: Iterable[Row], stream: BinaryIO) -> int:
    """How many rows were written."""
    number = 0
    left = iter(rows)
    with pq.ParquetWriter(stream, SCHEMA, compression="zstd") as writer:
        while piece := list(itertools.islice(left, PIECE)):
            writer.write_table(pa.Table.from_pylist(piece, schema=SCHEMA))
            number += len(piece)
    return number
