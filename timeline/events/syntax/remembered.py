"""Answers about a word that are asked for again and again while its article is read, kept.

A token is told apart by identity and never changes after the reading, so an answer holds as long as the token lives.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar, cast

from timeline.language.document import Token

ANSWERS = 1 << 12  # kept of each question: the words of one long article
Answer = TypeVar("Answer")


def remembered(ask: Callable[[Token], Answer]) -> Callable[[Token], Answer]:
    """For a question whose answer nobody changes (a string, a truth, a frozen record)."""
    return cast("Callable[[Token], Answer]", lru_cache(maxsize=ANSWERS)(ask))


def remembered_words(ask: Callable[[Token], list[Token]]) -> Callable[[Token], list[Token]]:
    """For a question whose answer is words; every asker gets a list of its own."""
    kept = lru_cache(maxsize=ANSWERS)(ask)

    @wraps(ask)
    def asked(token: Token) -> list[Token]:
        return kept(token).copy()

    return asked
