"""A mention: words that stand for someone who can act, while it is being worked out who that is."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.actors.seed import Seed
from timeline.actors.tables import Entry
from timeline.language.document import Token

TITLED = frozenset(("office", "person"))
WIDE = frozenset(("IGO", "NGO", "MNC", "IMG"))
RELATIONAL = frozenset(
    "ally partner enemy foe adversary counterpart neighbor neighbour rival opponent successor predecessor".split()
)


@dataclass(slots=True, eq=False)
class Mention:
    """Tokens `[first, last]` that stand for someone, headed by `head`."""

    first: int
    last: int
    head: Token
    seed: Seed
    id: str = ""
    name: str = ""
    country: str = ""
    sector: str = ""
    kind: str = "unknown"
    title: Seed | None = None
    plural: bool = False
    sex: str = ""
    implied: bool = False
    definite: bool = False
    entry: Entry | None = None
