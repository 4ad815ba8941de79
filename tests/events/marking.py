"""Sentences with a marked word: "The army [shelled] the port." """

from __future__ import annotations

import csv
from pathlib import Path

from timeline.language.document import Document, Token

CORPUS = Path(__file__).parent.parent / "corpus"


def unmarked(text: str) -> str:
    return text.replace("[", "", 1).replace("]", "", 1)


def marked_token(document: Document, text: str) -> Token:
    """The last token of the marked words, in the document of the unmarked text."""
    end = text.index("]") - 1
    return next(token for token in document.tokens if token.end >= end)


def rows(name: str) -> list[dict[str, str]]:
    with (CORPUS / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))
