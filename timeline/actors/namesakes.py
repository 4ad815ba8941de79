"""Names that two bear. Of a state and a part of another the words around tell which one an article means; a surname of the
tables inside another's whole name is another's.

A row of `namesakes.csv`: the `name` that the tables give to `id` is, in an article that names more of the `other` words
than of its `own`, a part of the country `instead`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from timeline.actors.tables import HERE, Entry, load_bodies, load_nouns, read_rows
from timeline.actors.titles import TITLES
from timeline.language.document import Document, Entity, Token
from timeline.places.gazetteer import lookup


@dataclass(frozen=True, slots=True)
class Namesake:
    """One shared name, and the words that tell which bearer is meant."""

    name: str
    id: str
    instead: str
    own: re.Pattern[str]
    other: re.Pattern[str]


@lru_cache(maxsize=1)
def namesakes() -> dict[str, Namesake]:
    """Name → its row."""
    return {
        row["name"]: Namesake(row["name"], row["id"], row["instead"], _words(row["own"]), _words(row["other"]))
        for row in read_rows(HERE / "namesakes.csv")
    }


def _words(words: str) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(re.escape(word) for word in words.split("|")) + r")\b")


def not_meant(document: Document) -> frozenset[str]:
    """Ids of the states whose name is another's in this article."""
    text = document.text
    return frozenset(
        one.id
        for one in namesakes().values()
        if one.name in text and len(one.other.findall(text)) > len(one.own.findall(text))
    )


def namesake_country(name: str) -> str:
    """The country of the other bearer; asked of a name that was told apart from the state's own."""
    found = namesakes().get(name)
    return found.instead if found is not None else ""


def is_anothers_name(token: Token, entry: Entry, entity: Entity | None) -> bool:
    """ "Arafat Waheed Khan", of which a table knows the first word as somebody's surname; "Elena Castro"."""
    longer = entity is not None and entity.label == "PERSON" and entity.first <= token.i < entity.last
    if longer and token.dep == "compound" and token.head.i > token.i:
        return True
    return _is_second_surname(token, entry)


def _is_second_surname(token: Token, entry: Entry) -> bool:
    """The "Castro" of "Elena Castro", "Ruiz Castro's wife": another's, whom the name before it tells."""
    tokens = token.sentence.tokens
    at = token.i - tokens[0].i
    before = tokens[at - 1] if at else None
    if before is None or before.tag != "NNP" or before.dep != "compound" or before.head is not token:
        return False
    named = before.text.istitle() and before.text.isalpha() and before.lower not in TITLES
    own = before.text in entry.name or before.base in load_nouns() or before.entity not in ("", "PERSON", "ORG")
    return named and not own and lookup(before.text) == () and before.lower not in load_bodies()
