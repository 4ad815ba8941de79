"""Houses of parliament called by one word: "the Senate", "Congress", "the House" are one of a country's, by the article.

A body that the article has named in full before comes first ("the Texas Senate … the Senate"); else the country of
another house, of the parties and officials close by, or the one that the article is about decides, if chambers.csv
knows a house of that name there. The tables say which body of that country the word means.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from timeline.actors.mention import Mention
from timeline.actors.people import adopt, take
from timeline.actors.roles import main_country
from timeline.actors.tables import HERE, Entry, load_tables, read_rows
from timeline.language.document import Document

POLITICAL = frozenset(("LEG", "PTY", "GOV", "OPP"))
NEAR = 6  # mentions before or after that may tell whose house it is


@dataclass(frozen=True, slots=True)
class Chamber:
    """The full name, the countries that have such a house, and the one meant where none of them is spoken of."""

    name: str
    countries: frozenset[str]
    default: str

    @property
    def full(self) -> str:
        return self.name.lower()


def name_chambers(document: Document, mentions: list[Mention]) -> None:
    """Give each house called by its bare word the body it is; mentions are changed in place."""
    for number, mention in enumerate(mentions):
        chamber = _chamber(document, mention)
        if chamber is None:
            continue
        before = mentions[:number]
        named = next((one for one in reversed(before) if _is_named(one, chamber)), None)
        if named is not None:
            adopt(mention, named, implied=True)
            continue
        country = next(
            (one for one in _countries(mention, mentions, number) if one in chamber.countries), chamber.default
        )
        entry = _bodies().get((country, chamber.full))
        state = load_tables().entries.get(country)
        if entry is not None:
            take(mention, entry)
        elif state is not None:
            mention.country, mention.name = country, f"{state.adjective} {chamber.name}".strip()


def _chamber(document: Document, mention: Mention) -> Chamber | None:
    """None where the mention is no bare word for a house ("the House of Sweden")."""
    tokens = document.tokens
    if mention.id or mention.kind == "person" or not tokens[mention.seed.first].text[:1].isupper():
        return None
    word = mention.name.lower().removeprefix("the ")
    after = tokens[mention.seed.last + 1].lower if mention.seed.last + 1 < len(tokens) else ""
    return None if word == "house" and after == "of" else _chambers().get(word)


def _is_named(one: Mention, chamber: Chamber) -> bool:
    """Whether the mention names a body of that kind, and whose: "the Texas Senate", "the US House"."""
    name = one.name.lower().removeprefix("the ")
    return one.kind == "organisation" and name.endswith(f" {chamber.full}") and name != chamber.full


def _countries(mention: Mention, mentions: list[Mention], number: int) -> Iterator[str]:
    """Whose house it may be, the likeliest first."""
    yield mention.country
    before, here = mentions[:number], mention.head.sentence
    yield from (one.country for one in reversed(before) if one.sector == "LEG" and one.kind == "organisation")
    after = mentions[number + 1 : number + 1 + NEAR]
    close = [one for one in reversed(before[-NEAR:]) if here.index - one.head.sentence.index <= 1]
    close += [one for one in after if one.head.sentence is here]
    yield from (one.country for one in close if one.sector in POLITICAL and one.kind != "state")
    yield main_country(mentions)
    yield from (one.country for one in reversed(before))


@lru_cache(maxsize=1)
def _chambers() -> dict[str, Chamber]:
    return {
        row["word"]: Chamber(row["name"], frozenset(row["countries"].split()), row["default"])
        for row in read_rows(HERE / "chambers.csv")
    }


@lru_cache(maxsize=1)
def _bodies() -> dict[tuple[str, str], Entry]:
    """(country, word) → the legislature of that name, or where there is none the party ("Congress" in India)."""
    found: dict[tuple[str, str], Entry] = {}
    for sector in ("PTY", "LEG"):
        for entry in load_tables().entries.values():
            for word in {one.full for one in _chambers().values()} if entry.sector == sector else ():
                if entry.name.lower().endswith(f" {word}"):
                    found[entry.country, word] = entry
    return found
