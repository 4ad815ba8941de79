"""Paths, standard input and uploads → articles. One bad file or row never stops the rest."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, TextIO

from timeline.articles.encoding import SAMPLE, NotText, find_encoding
from timeline.articles.html import read_html
from timeline.articles.made import Unreadable
from timeline.articles.rows import read_csv, read_json, read_jsonl
from timeline.articles.text import read_markdown, read_text
from timeline.model import Article

STDIN = "-"
Found = Iterator[Article | Unreadable]


@dataclass(frozen=True, slots=True)
class Way:
    """A way in: the endings of the names it reads, and what reads them."""

    name: str
    endings: tuple[str, ...]
    read: Callable[[TextIO, str], Found]


TEXT = Way("text", (".txt", ".text"), read_text)
HTML = Way("html", (".html", ".htm", ".xhtml"), read_html)
JSONL = Way("jsonl", (".jsonl", ".ndjson"), read_jsonl)
JSON = Way("json", (".json",), read_json)
WAYS = (
    TEXT,
    Way("markdown", (".md", ".markdown"), read_markdown),
    HTML,
    JSONL,
    JSON,
    Way("csv", (".csv", ".tsv"), read_csv),
)
BY_ENDING = {ending: way for way in WAYS for ending in way.endings}
ENDINGS = tuple(BY_ENDING)


def read(paths: str | Path | Iterable[str | Path], stdin: BinaryIO | None = None) -> Found:
    """Articles of files and folders (and of standard input for "-"), in the order given, a folder's by name; what
    cannot be read comes between them as Unreadable. Nothing is held but the article at hand."""
    for path in [paths] if isinstance(paths, str | Path) else paths:
        if str(path) == STDIN:
            yield from read_stream(stdin or sys.stdin.buffer, "standard input")
        else:
            yield from _read_path(Path(path))


def read_bytes(data: bytes, name: str) -> Found:
    """Articles of a file that is at hand as bytes, such as an upload."""
    return read_stream(io.BytesIO(data), name)


def count(paths: Iterable[str | Path]) -> int:
    """How many files there are to read: what a progress bar counts to."""
    return sum(
        1 if str(path) == STDIN or not Path(path).is_dir() else len(list(files_in(Path(path)))) for path in paths
    )


def files_in(folder: Path) -> Iterator[Path]:
    """The files in a folder and below that have a way in, by name. Hidden ones and READMEs are left out."""
    for path in sorted(folder.iterdir(), key=lambda one: one.name):
        if path.name.startswith("."):
            continue
        if path.is_dir() and not path.is_symlink():
            yield from files_in(path)
        elif path.suffix.lower() in BY_ENDING and path.stem.lower() != "readme":
            yield path


def read_stream(stream: BinaryIO, name: str) -> Found:
    """Articles of an open file: by the ending of its name, else by how it begins."""
    sample = stream.read(SAMPLE)
    if not sample.strip():
        yield Unreadable(name, "", "it is empty. Put the article's words in, or leave it out.")
        return
    way = BY_ENDING.get(Path(name).suffix.lower())
    try:
        encoding = find_encoding(sample, html=way is HTML or (way is None and looks_like(sample) is HTML))
    except NotText as problem:
        yield Unreadable(name, "", str(problem))
        return
    if encoding.guessed:
        reason = f"it is not UTF-8 and was read as {encoding.name}. If letters look wrong, save it as UTF-8."
        yield Unreadable(name, "", reason, fatal=False)
    text = io.TextIOWrapper(io.BufferedReader(_Joined(sample, stream)), encoding.name, errors="replace", newline=None)
    yield from (way or looks_like(sample)).read(text, name)


def looks_like(sample: bytes) -> Way:
    """The way in for a text without a name that says it."""
    head = sample.lstrip(b"\xef\xbb\xbf \t\r\n")[:500].lower()
    if head.startswith((b"<!doctype html", b"<html", b"<?xml")):
        return HTML
    return JSONL if head.startswith(b'{"') else TEXT


class _Joined(io.RawIOBase):
    """The bytes already looked at, and then the rest of the stream."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = io.BytesIO(head)
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, into: memoryview) -> int:  # type: ignore[override]
        piece = self._head.read(len(into)) or self._rest.read(len(into))
        into[: len(piece)] = piece
        return len(piece)


def _read_path(path: Path) -> Found:
    try:
        if path.is_dir():
            any_file = False
            for file in files_in(path):
                any_file = True
                yield from _read_path(file)
            if not any_file:
                endings = ", ".join(way.endings[0] for way in WAYS)
                yield Unreadable(
                    str(path), "", f"there is no file to read in this folder. Put {endings} files into it."
                )
            return
        with path.open("rb") as stream:
            yield from read_stream(stream, str(path))
    except FileNotFoundError:
        yield Unreadable(str(path), "", "there is no such file or folder. Check its name.")
    except PermissionError:
        yield Unreadable(str(path), "", "it may not be opened. Give yourself the right to read it.")
    except OSError as problem:
        yield Unreadable(str(path), "", f"it cannot be read ({problem.strerror or problem}). Check the file.")
    except UnicodeError:
        yield Unreadable(str(path), "", "its characters cannot be told. Save it as UTF-8.")
