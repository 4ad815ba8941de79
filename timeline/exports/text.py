"""The table as a person reads it in a terminal: when, what, who to whom, and how real."""

from __future__ import annotations

import shutil
import unicodedata
from collections.abc import Iterable
from typing import BinaryIO

from timeline.table import Row

HEAD = ("WHEN", "TYPE", "MODALITY", "WHAT", "WHO → WHOM", "SAYS")
WIDTHS = (23, 11, 13, 0, 34, 18)  # 0 takes what is left
LEAST = 24


def write_text(rows: Iterable[Row], stream: BinaryIO, width: int | None = None) -> int:
    """How many rows were written, each one line as wide as the terminal."""
    left = (width or shutil.get_terminal_size((140, 24)).columns) - sum(WIDTHS) - 2 * (len(WIDTHS) - 1)
    widths = [one or max(LEAST, left) for one in WIDTHS]
    number = 0
    for number, row in enumerate(rows, start=1):
        if number == 1:
            stream.write(line(HEAD, widths))
        stream.write(line((when(row), row["type"], reality(row), row["title"], who(row), row["speaker"]), widths))
    if not number:
        stream.write(b"No events.\n")
    return number


def when(row: Row) -> str:
    """
    >>> when({"start": "2022-07-23", "end": "2022-07-23"}), when({"start": None, "end": "2022-07-23"})
    ('2022-07-23', '… 2022-07-23')
    """
    start, end = row["start"], row["end"]
    if not start and not end:
        return row.get("edtf", "") or "no date"
    if start == end:
        return str(start)
    if start and end and "T" in start and "T" in end and start[:10] == end[:10]:
        return f"{start[:10]} {start[11:16]}–{end[11:16]}"
    if start and end:
        return f"{start[:10]} – {end[:10]}"
    return f"{start} …" if start else f"… {end}"


def who(row: Row) -> str:
    actors, recipients = ", ".join(row["actors"]), ", ".join(row["recipients"])
    return f"{actors} → {recipients}" if recipients else actors


def reality(row: Row) -> str:
    negative = row["polarity"] == "negative" and row["modality"] != "denied"
    return f"not {row['modality']}" if negative else str(row["modality"])


def line(cells: Iterable[str], widths: Iterable[int]) -> bytes:
    return "  ".join(fit(cell, width) for cell, width in zip(cells, widths, strict=True)).rstrip().encode() + b"\n"


def fit(text: str, width: int) -> str:
    """The text, cut or filled to that many columns; control characters, which can steer a terminal, become spaces.

    >>> fit("Kyiv\\x1b[2J", 10), fit("北京会谈", 6)
    ('Kyiv [2J  ', '北京… ')
    """
    text = "".join(" " if unicodedata.category(sign) in ("Cc", "Cf") else sign for sign in text)
    if columns(text) > width:
        while columns(text) > width - 1:
            text = text[:-1]
        text += "…"
    return text + " " * (width - columns(text))


def columns(text: str) -> int:
    """How wide a terminal draws it."""
    return sum(
        0 if unicodedata.combining(sign) else 2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text
    )
