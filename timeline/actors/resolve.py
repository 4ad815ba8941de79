"""Words that stand for someone named elsewhere: pronouns, surnames, roles."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from timeline.actors.tables import load_tables
from timeline.language.document import Document, Token
from timeline.model import Actor


def terms() -> list[tuple[str, str, str, date | None, date | None]]:
    """Terms of office as (name, office, country, start, end); None where a side is open."""
    return [(term.entry.name, term.office, term.country, term.start, term.end) for term in load_tables().terms]


def resolve_pronoun(
    document: Document, token: Token, actors: Sequence[Actor], speaker: Actor | None = None
) -> Actor | None:
    """The actor that the pronoun stands for, None when the text does not decide."""
    for actor in reversed(actors):
        if actor.span.end <= token.start and not actor.implied:
            return actor
    return None
