"""What the store keeps of an article, and the schemas of its three tables."""

from __future__ import annotations

import hashlib
import json
import time
import uuid
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from timeline.delta import BATCH, EVENTS
from timeline.model import Article, Extraction
from timeline.table import iso

TABLES = ("articles", "events", "corrections")
HIDDEN = "hidden"  # a correction under this name takes the event out of sight
ARTICLES = pa.schema(
    [
        ("id", pa.string()),
        (BATCH, pa.string()),
        ("seq", pa.int64()),
        ("deleted", pa.bool_()),
        ("input", pa.string()),
        ("extractor", pa.string()),
        ("title", pa.string()),
        ("published", pa.string()),
        ("published_basis", pa.string()),
        ("publisher", pa.string()),
        ("url", pa.string()),
        ("language", pa.string()),
        ("messages", pa.list_(pa.string())),
        ("events", pa.int64()),
        ("text", pa.string()),
    ]
)
CORRECTIONS = pa.schema(
    [
        ("article_id", pa.string()),
        ("trigger_start", pa.int64()),
        ("trigger_end", pa.int64()),
        ("column", pa.string()),
        ("value", pa.string()),
        ("seq", pa.int64()),
        (BATCH, pa.string()),
    ]
)
SCHEMAS = dict(zip(TABLES, (ARTICLES, EVENTS, CORRECTIONS), strict=True))
NAMED = 70  # characters of the first words that an article without a title is called by


@dataclass(frozen=True, slots=True)
class Saved:
    """What became of one article: "added", "replaced" or "unchanged"."""

    article_id: str
    title: str
    status: str
    events: int
    messages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """An article as the store lists it, without its text."""

    id: str
    title: str
    published: str
    published_basis: str
    publisher: str
    url: str
    language: str
    messages: tuple[str, ...]
    events: int
    opening: str = ""  # the text's beginning

    @property
    def name(self) -> str:
        """What a person knows it by: its title, else its first words."""
        words = " ".join(self.opening.split())
        return self.title or (words if len(words) <= NAMED else f"{words[:NAMED].rstrip()}…") or self.id


@dataclass(frozen=True, slots=True)
class Correction:
    """A person's own value for one column of the event read at that trigger; it outlives a new reading."""

    article_id: str
    trigger_start: int
    trigger_end: int
    column: str
    value: Any


BLANK: dict[str, Any] = {**dict.fromkeys(ARTICLES.names), "deleted": True}


def fingerprint(article: Article) -> str:
    """A hash of what came in: text, metadata and the date that was stated or given (an inferred one is a result)."""
    stated = None if article.published_basis.startswith("inferred") else iso(article.published)
    given = [article.id, article.text, article.title, stated, article.publisher, article.url]
    return hashlib.sha256(json.dumps(given, ensure_ascii=False).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def to_mark(extraction: Extraction, token: str, seq: int, key: str, extractor: str) -> dict[str, Any]:
    article = extraction.article
    return {
        **BLANK,
        "id": article.id,
        BATCH: token,
        "seq": seq,
        "deleted": False,
        "input": key,
        "extractor": extractor,
        "title": article.title,
        "published": iso(article.published),
        "published_basis": article.published_basis,
        "publisher": article.publisher,
        "url": article.url,
        "language": article.language,
        "messages": list(extraction.messages),
        "events": len(extraction.events),
        "text": article.text,
    }


def new_token() -> str:
    """A name for one writing of one article: unique, and its age can be told (see `compact`)."""
    return f"{time.time_ns():020}-{uuid.uuid4().hex[:16]}"
