"""Tables of articles: JSONL and CSV, one article a row, read as a stream."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator
from typing import Any, TextIO

from timeline.articles.made import FIELDS, Unreadable, make_articles, pick
from timeline.model import Article

LONGEST = 8_000_000  # characters of one row
LARGEST = 50_000_000  # characters of one JSON file
DELIMITERS = ",;\t|"


def read_jsonl(stream: TextIO, path: str) -> Iterator[Article | Unreadable]:
    """One article a line: an object with `text` and, where known, id, title, published, publisher, url."""
    number = 0
    empty = True
    while line := stream.readline(LONGEST):
        number += 1
        where = f"row {number}"
        if len(line) >= LONGEST and not line.endswith("\n"):
            yield Unreadable(path, where, f"the row is longer than {LONGEST:,} characters. Split it into several.")
            while line and not line.endswith("\n"):
                line = stream.readline(LONGEST)
            empty = False
            continue
        if not line.strip():
            continue
        empty = False
        try:
            held = json.loads(line.lstrip("\ufeff"))
        except (ValueError, RecursionError) as problem:
            said = problem.msg if isinstance(problem, json.JSONDecodeError) else "it is nested too deeply"
            yield Unreadable(path, where, f"the row is not valid JSON ({said}). Write one object a line.")
            continue
        yield from _row(held, path, where)
    if empty:
        yield Unreadable(path, "", "it is empty. Write one JSON object a line, with a text field.")


def read_json(stream: TextIO, path: str) -> Iterator[Article | Unreadable]:
    """A JSON file: one article, or a list of them. For many articles JSONL is better: it is read row by row."""
    text = stream.read(LARGEST + 1)
    if len(text) > LARGEST:
        yield Unreadable(path, "", f"it is larger than {LARGEST // 1_000_000} MB. Write JSONL: one article a line.")
        return
    try:
        held = json.loads(text)
    except (ValueError, RecursionError):
        yield Unreadable(path, "", "it is not valid JSON. For one article a line, let the name end in .jsonl.")
        return
    if not isinstance(held, list):
        yield from _row(held, path, "")
        return
    for number, one in enumerate(held, start=1):
        yield from _row(one, path, f"row {number}")


def read_csv(stream: TextIO, path: str) -> Iterator[Article | Unreadable]:
    """One article a row, with a `text` column and, where known, id, title, published, publisher, url."""
    csv.field_size_limit(LONGEST)
    head = stream.readline(100_000).lstrip("\ufeff")
    if not head.strip():
        yield Unreadable(path, "", "it is empty. Its first line must name the columns, text among them.")
        return
    delimiter = max(DELIMITERS, key=head.count)
    rows = csv.reader(_joined(head, stream), delimiter=delimiter)
    names = [name.strip() for name in next(rows)]
    if "text" not in pick(dict.fromkeys(names, "x")):
        seen = ", ".join(name for name in names[:12] if name) or "none"
        wanted = ", ".join(FIELDS["text"][:3])
        yield Unreadable(path, "", f"it has no column with the article's words; it has {seen}. Call one {wanted}.")
        return
    none = True
    number = 1
    while True:
        number += 1
        try:
            row = next(rows)
        except StopIteration:
            break
        except csv.Error as problem:
            yield Unreadable(path, f"row {number}", f"the row cannot be read ({problem}). Check its quotation marks.")
            continue
        if any(cell.strip() for cell in row):
            none = False
            yield from _row(dict(zip(names, row)), path, f"row {number}")
    if none:
        yield Unreadable(path, "", "it has column names but no rows. Add a row for each article.")


def _row(held: Any, path: str, where: str) -> Iterator[Article | Unreadable]:
    if not isinstance(held, dict):
        yield Unreadable(path, where, 'it is not an object. Write {"text": "…", "published": "2024-01-16"}.')
        return
    known = pick({str(key): _text(value) for key, value in held.items()})
    if "text" not in known:
        if "text" in pick(dict.fromkeys(map(str, held), "x")):
            yield Unreadable(path, where, "its text is empty. Leave it out, or put the article's words in.")
            return
        seen = ", ".join(str(key) for key in list(held)[:12]) or "none"
        yield Unreadable(path, where, f"it has no text; its fields are {seen}. Put the article's words into text.")
        return
    yield from make_articles(known.pop("text"), known, path, where)


def _text(value: Any) -> str:
    """A field as text: a list of paragraphs is joined, an object gives its name."""
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return "\n".join(_text(one) for one in value)
    if isinstance(value, dict):
        return _text(value.get("name", ""))
    return "" if value is None or isinstance(value, bool) else str(value)


def _joined(head: str, stream: Iterable[str]) -> Iterator[str]:
    yield head
    yield from stream
