"""CSV that a spreadsheet can open without running anything.

A text cell that begins like a formula gets an apostrophe before it, and so does one that already begins with
apostrophes before such a sign, so that `unguard` gives back exactly what was there. Numbers, dates and EDTF stay what
they are. Lists are joined by "; ", spans are written 12-34, records are JSON. A name without an id has an empty one
beside it, so one such name alone gives an empty cell of ids.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, BinaryIO, TextIO

from timeline.table import COLUMNS, Column, Row

BOM = "\ufeff"
JOIN = "; "
QUOTE = '"'
BESIDE = {"actors": "actor_ids", "recipients": "recipient_ids"}  # one id a name, empty where there is none
# What begins a formula in spreadsheets (OWASP, "CSV Injection"), the full-width forms of Japanese ones among them.
_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
_GUARDED = re.compile(r"'+[=+\-@\t\r\n＝＋－＠]")
_QUOTED = re.compile(r'[",\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]|^\s|\s$')
_EDTF = re.compile(r"[-0-9TXYZSE:.,~?%/+{}\[\] ]*")


def write_csv(rows: Iterable[Row], stream: BinaryIO, *, bom: bool = False, columns: Sequence[Column] = COLUMNS) -> int:
    """How many rows were written. `bom` marks the file as UTF-8 for Excel."""
    text = io.TextIOWrapper(stream, "utf-8", newline="", write_through=True)
    text.write(BOM if bom else "")
    text.write(_line(column.name for column in columns))
    number = 0
    for row in rows:
        text.write(_line(to_cell(column.name, column.kind, row[column.name]) for column in columns))
        number += 1
    text.flush()
    text.detach()
    return number


def to_csv(rows: Iterable[Row], *, bom: bool = False) -> bytes:
    """The whole file as bytes."""
    stream = io.BytesIO()
    write_csv(rows, stream, bom=bom)
    return stream.getvalue()


def read_csv(stream: TextIO) -> Iterator[Row]:
    """The rows of a file that `write_csv` wrote, with the guard undone."""
    csv.field_size_limit(100_000_000)
    for cells in csv.DictReader(_without_bom(stream)):
        row = {column.name: from_cell(column.name, column.kind, cells.get(column.name) or "") for column in COLUMNS}
        for names, ids in BESIDE.items():
            if len(row[names]) == 1 and not row[ids]:  # an empty cell is an empty list, or a list of one empty text
                row[ids] = [""]
        yield row


def guard(text: str) -> str:
    """The text, defused where a spreadsheet would take it for a formula.

    >>> guard("=HYPERLINK(1)"), guard("-26"), guard("Kyiv")
    ("'=HYPERLINK(1)", "'-26", 'Kyiv')
    """
    return f"'{text}" if _FORMULA.match(text) else text


def unguard(text: str) -> str:
    """What `guard` was given.

    >>> [unguard(guard(text)) for text in ("=1", "'=1", "'twas", "")]
    ['=1', "'=1", "'twas", '']
    """
    return text[1:] if _GUARDED.match(text) else text


def to_cell(name: str, kind: str, value: Any) -> str:
    if value is None or value == []:
        return ""
    if kind in ("number", "integer"):
        return str(int(value)) if float(value).is_integer() and abs(value) < 1e15 else repr(float(value))
    if kind == "time" or (name == "edtf" and _EDTF.fullmatch(value)):
        return str(value)
    if kind == "spans":
        return JOIN.join(f"{start}-{end}" for start, end in value)
    if kind == "records":
        return json.dumps(value, ensure_ascii=False)
    if kind == "texts":
        return guard(JOIN.join(str(one).replace(";", ",") for one in value))
    return guard(str(value))


def from_cell(name: str, kind: str, cell: str) -> Any:
    if kind == "number":
        return float(cell) if cell else None
    if kind == "integer":
        return int(cell) if cell else None
    if kind == "time":
        return cell or None
    if kind == "spans":
        return [[int(edge) for edge in one.split("-")] for one in cell.split(JOIN)] if cell else []
    if kind == "records":
        return json.loads(cell) if cell else []
    if kind == "texts":
        return unguard(cell).split(JOIN) if cell else []
    return cell if name == "edtf" and _EDTF.fullmatch(cell) else unguard(cell)


def _line(cells: Iterable[str]) -> str:
    """One record. The standard library's writer leaves a lone carriage return unquoted, which breaks the row apart."""
    return ",".join(f'"{cell.replace(QUOTE, QUOTE * 2)}"' if _QUOTED.search(cell) else cell for cell in cells) + "\n"


def _without_bom(stream: TextIO) -> Iterator[str]:
    for number, line in enumerate(stream):
        yield line.removeprefix(BOM) if number == 0 else line
