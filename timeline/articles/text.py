"""Plain text and Markdown, with a small header for what is known about the article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TextIO

from timeline.articles.made import Unreadable, make_articles, pick
from timeline.model import Article

FENCE = "---"
PIECE = 1_000_000  # characters
_ENTRY = re.compile(r"([A-Za-z][A-Za-z _-]{0,30}):(?: (.*))?")
_LINKS = re.compile(r"!?\[([^\[\]\n]{0,500})\]\([^()\s]{0,2000}(?: \"[^\"\n]{0,200}\")?\)")
_EMPHASIS = re.compile(r"(?<![\w*])(\*{1,3}|_{1,3})(?=\S)([^*_\n]{1,500})(?<=\S)\1(?![\w*])")
_HEADING = re.compile(r"#{1,6} +")


def read_text(stream: TextIO, path: str) -> Iterator[Article | Unreadable]:
    """The article of a plain text file."""
    known, body = split_header(stream.read(PIECE))
    yield from make_articles(_pieces(body, stream), known, path)


def read_markdown(stream: TextIO, path: str) -> Iterator[Article | Unreadable]:
    """The article of a Markdown file: its words without the marks, its first heading as title where it states none."""
    known, body = split_header(stream.read(PIECE))
    if "title" not in known:
        heading = next((line for line in body.split("\n") if line.startswith("# ")), "")
        known["title"] = plain_line(heading)
    plain = ("\n".join(map(plain_line, piece.split("\n"))) for piece in _pieces(body, stream))
    yield from make_articles(plain, known, path)


def _pieces(first: str, stream: TextIO) -> Iterator[str]:
    """The rest of a text in bounded pieces, so that one of any size takes the same memory."""
    yield first
    while piece := stream.read(PIECE):
        yield piece


def split_header(text: str) -> tuple[dict[str, str], str]:
    """What the header says, and the text after it. A header stands at the very beginning between two lines of `---`
    and holds `title`, `published`, `publisher`, `url`, `language`, `id` (all may be left out).

    >>> split_header("---\\ntitle: Talks resume\\npublished: 2024-01-16\\n---\\nGENEVA")
    ({'title': 'Talks resume', 'published': '2024-01-16'}, 'GENEVA')
    """
    text = text.removeprefix("\ufeff")
    lines = text[:20_000].split("\n")
    if lines[0].strip() != FENCE:
        return {}, text
    entries: dict[str, str] = {}
    for number, line in enumerate(lines[1:], start=1):
        if line.strip() == FENCE:
            end = sum(len(one) + 1 for one in lines[: number + 1])
            return pick(entries), text[end:]
        entry = _ENTRY.fullmatch(line.rstrip())
        if entry:
            entries[entry[1]] = _unquoted((entry[2] or "").strip())
    return {}, text


def _unquoted(value: str) -> str:
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value


def plain_line(line: str) -> str:
    """A line of Markdown without its marks.

    >>> plain_line("## The [pause](https://example.org) *holds*")
    'The pause holds'
    """
    line = _HEADING.sub("", line, count=1) if line.startswith("#") else line
    line = line.removeprefix("> ")
    return _EMPHASIS.sub(r"\2", _LINKS.sub(r"\1", line))
