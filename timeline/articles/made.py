"""What every way in gives: an Article made of a text and what is known about it, or an Unreadable with its reason."""

from __future__ import annotations

import hashlib
import itertools
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import ftfy
import ftfy.badness

from timeline.articles.dates import DateUnread, read_date
from timeline.articles.furniture import without_furniture
from timeline.model import Article

PART = 100_000  # characters: longer texts are cut into articles of at most this length
_NOT_TEXT = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff]")
# What a metadata field may be called, best first.
FIELDS = {
    "id": ("id", "article_id", "doc_id"),
    "title": ("title", "headline", "heading"),
    "published": (
        "published",
        "date",
        "published_at",
        "publication_date",
        "pubdate",
        "datepublished",
        "date_published",
    ),
    "publisher": ("publisher", "source", "outlet", "site", "sitename", "newspaper"),
    "url": ("url", "link", "address"),
    "language": ("language", "lang"),
    "text": ("text", "content", "body", "article", "fulltext", "full_text", "maintext"),
}


@dataclass(frozen=True, slots=True)
class Unreadable:
    """An input, or a part of one, that could not be read as it stands: `reason` says why and what to do.

    `where` is the row or part ("" for the whole). `fatal` is False for a remark beside an article that was read all
    the same, such as one whose encoding had to be guessed. `partly` is True where only a part was lost, such as a date
    that does not exist, of an article that was read.
    """

    path: str
    where: str
    reason: str
    fatal: bool = True
    partly: bool = False

    def __str__(self) -> str:
        return f"{self.path}{f', {self.where}' if self.where else ''}: {self.reason}"


def make_articles(
    pieces: str | Iterable[str], known: Mapping[str, str], path: str, where: str = ""
) -> Iterator[Article | Unreadable]:
    """The article of a text, which may come in pieces; several when it is very long, with a remark that says so.

    An empty text and a date that cannot be read are reported; the latter's article is read all the same, undated.
    """
    parts = cut([pieces] if isinstance(pieces, str) else pieces)
    first = next(parts, "")
    second = next(parts, None)
    if not first.strip() and second is None:
        yield Unreadable(path, where, "there is no text in it. Leave it out, or put the article's words in.")
        return
    published, basis = None, ""
    if known.get("published", "").strip():
        try:
            published, basis = read_date(known["published"]), "stated"
        except DateUnread as problem:
            yield Unreadable(path, where, f"{problem} The article is read as one without a date.", partly=True)
    if second is not None:
        reason = f"it is longer than {PART:,} characters, so it is read as several articles, one after another."
        yield Unreadable(path, where, reason, fatal=False)
    several = second is not None
    for number, whole in enumerate(itertools.chain([first], [second] if second else [], parts), start=1):
        part = without_furniture(whole)
        if part.strip():
            yield Article(
                article_id(part, known, number if several else 0),
                part,
                published,
                basis,
                (one_line(known.get("title", "")) + (f" (part {number})" if several else "")).strip(),
                one_line(known.get("publisher", "")),
                one_line(known.get("url", "")),
                known.get("language", "").strip().lower()[:2],
            )


def article_id(text: str, known: Mapping[str, str], part: int = 0) -> str:
    """A hash of the address where the article stands, or of its words where it has none, and of the id it came with:
    the same article by another way in, or from another path, is the same article."""
    address = known.get("url", "").strip()
    given = known.get("id", "").strip()
    named = f"{address or text.strip()}\n{given}" + (f"\n{part}" if part else "")
    return hashlib.sha256(named.encode("utf-8", "replace")).hexdigest()[:16]


def pick(row: Mapping[str, str]) -> dict[str, str]:
    """The fields we know, out of a row whose keys may be called differently or be written in capitals."""
    lower = {key.strip().lower().replace(" ", "_").replace("-", "_"): key for key in row if key}
    found: dict[str, str] = {}
    for field, names in FIELDS.items():
        for name in names:
            if name in lower and row[lower[name]].strip():
                found[field] = row[lower[name]]
                break
    return found


def clean(text: str) -> str:
    """The text with one kind of line end, without characters that no text has, and with double-encoded words
    ("donâ€™t") mended.

    >>> clean("They donâ€™t agree\\r\\n")
    'They don’t agree\\n'
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
    text = _NOT_TEXT.sub("", text)
    if ftfy.badness.is_bad(text):
        text = "".join(ftfy.fix_encoding(piece) for piece in text.splitlines(keepends=True))
    return text


def cut(pieces: Iterable[str], longest: int = PART) -> Iterator[str]:
    """The text, cleaned, in parts of at most `longest` characters, cut after a paragraph, else a sentence, else a
    word. Never more than a piece and a part are held.

    >>> list(cut(["One two. Thr", "ee four."], 10))
    ['One two. ', 'Three ', 'four.']
    """
    held = ""
    for piece in pieces:
        held += clean(piece)
        start = 0
        while len(held) - start > longest:
            least, most = start + longest // 2, start + longest
            ends = ((held.rfind(mark, least, most), len(mark)) for mark in ("\n", ". ", " "))
            at = next((found + length for found, length in ends if found > 0), most)
            yield held[start:at]
            start = at
        held = held[start:]
    if held:
        yield held


def one_line(text: str) -> str:
    """Metadata as one line of at most 500 characters."""
    return " ".join(clean(text).split())[:500]
