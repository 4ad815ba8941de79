"""JSONL: one JSON object a row, lists as lists, dates as ISO text."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import BinaryIO

from timeline.table import NAMES, Row

# Characters that JSON lets stand but some readers take for the end of a line.
_LINE_ENDS = str.maketrans({"\u2028": "\\u2028", "\u2029": "\\u2029", "\x85": "\\u0085"})


def write_jsonl(rows: Iterable[Row], stream: BinaryIO, names: Sequence[str] = NAMES) -> int:
    """How many rows were written."""
    number = 0
    for row in rows:
        line = json.dumps({name: row[name] for name in names}, ensure_ascii=False, allow_nan=False)
        stream.write(line.translate(_LINE_ENDS).encode("utf-8") + b"\n")
        number += 1
    return number
