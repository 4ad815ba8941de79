"""What all tests share: one named date, and a reader that parses each text once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import lru_cache
from pathlib import Path

import pytest

from timeline.language.document import Document
from timeline.language.parse import read_document
from timeline.model import Article

TUESDAY = date(2024, 1, 16)
SEEDS = Path(__file__).parent.parent / "seeds"


@lru_cache(maxsize=4096)
def _read(text: str, published: date | None) -> Document:
    return read_document(Article("test", text, published, "given" if published else "", language="en"))


@pytest.fixture(scope="session")
def read() -> Callable[..., Document]:
    """`read(text, published=TUESDAY)` → Document, parsed once however many tests ask for it."""

    def reader(text: str, published: date | None = TUESDAY) -> Document:
        return _read(text, published)

    return reader
