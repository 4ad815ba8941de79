"""Names that a state shares with a part of another: which one an article means, by the words around it.

A row of `namesakes.csv`: the `name` that the tables give to `id` is, in an article that names more of the `other` words
than of its `own`, a part of the country `instead`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from timeline.actors.tables import HERE, read_rows
from timeline.language.document import Document


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
