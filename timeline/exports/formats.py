"""Every format the events table can be written in."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import BinaryIO

from timeline.exports.csv import write_csv
from timeline.exports.jsonl import write_jsonl
from timeline.exports.parquet import write_parquet
from timeline.exports.text import write_text
from timeline.table import Row


@dataclass(frozen=True, slots=True)
class Format:
    """`write` takes rows and an open binary file and gives how many it wrote; `binary` formats are no terminal's."""

    name: str
    endings: tuple[str, ...]
    write: Callable[[Iterable[Row], BinaryIO], int]
    binary: bool = False


FORMATS = (
    Format("table", (".txt",), write_text),
    Format("csv", (".csv",), write_csv),
    Format("jsonl", (".jsonl", ".ndjson"), write_jsonl),
    Format("parquet", (".parquet",), write_parquet, binary=True),
)
