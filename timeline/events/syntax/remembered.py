"""Answers about a word that are asked for again and again while its article is read, kept.

A token is told apart by identity and never changes after the reading, so an answer holds as long as the token lives.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import ParamSpec, TypeVar, cast

from timeline.language.document import Token

ANSWERS = 1 << 12  # kept of each question: the words of one long article
Answer = TypeVar("Answer")
Asked = ParamSpec("Asked")


def remembered(ask: Callable[[Token], Answer]) -> Callable[[Token], Answer]:
    """For a question whose answer nobody changes (a string, a truth, a frozen record)."""
    return cast("Callable[[Token], Answer]", lru_cache(maxsize=ANSWERS)(ask))


def remembered_words(ask: Callable[Asked, list[Token]]) -> Callable[Asked, list[Token]]:
    """For a question whose answer is words; every asker gets a list of its own."""
    kept = cast("Callable[Asked, list[Token]]", lru_cache(maxsize=ANSWERS)(ask))

    @wraps(ask)
    def asked(*about: Asked.args, **named: Asked.kwargs) -> list[Token]:
        return kept(*about, **named).copy()

    return asked
