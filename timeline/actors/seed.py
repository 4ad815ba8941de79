"""A seed: the words at the heart of a mention."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.actors.tables import Alias, Entry, Noun
from timeline.language.document import Token


@dataclass(slots=True)
class Seed:
    """Tokens `[first, last]` and what they name. `form` is name, demonym, capital or seat for a name of the tables,
    entity for a name that only the parser knows, noun for an agent noun."""

    first: int
    last: int
    head: Token
    form: str
    kind: str
    entry: Entry | None = None
    noun: Noun | None = None
    label: str = ""
    country: str = ""
    turned: bool = False
    others: tuple[Alias, ...] = ()


def head_of_span(tokens: list[Token], first: int, last: int) -> Token:
    """The token that the rest of `[first, last]` hangs on; the last such where the parser made several."""
    for i in range(last, first - 1, -1):
        token = tokens[i]
        if (token.head is token or not first <= token.head.i <= last) and token.dep not in ("punct", "case"):
            return token
    return tokens[last]
