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
    named: dict[str, Mention] = {}  # how a body's name ends, and the last that bears it
    seen: dict[str, int] = {}  # country and where it was last spoken of
    houses: dict[str, int] = {}  # the same of countries whose houses were
    main: str | None = None
    for number, mention in enumerate(mentions):
        chamber = _chamber(document, mention)
        if chamber is not None and chamber.full in named:
            adopt(mention, named[chamber.full], implied=True)
        elif chamber is not None:
            main = main_country(mentions) if main is None else main
            known = [mention.country, *_last(houses), *_beside(mention, mentions, number), main, *_last(seen)]
            _take_house(mention, chamber, known)
        if mention.kind == "organisation":
            for full in _endings():
                if _is_named(mention, full):
                    named[full] = mention
            if mention.sector == "LEG":
                houses[mention.country] = number
        seen[mention.country] = number


def _take_house(mention: Mention, chamber: Chamber, countries: list[str]) -> None:
    """The house of the first country that has one; the default only for a mention whose country nobody knows."""
    default = "" if mention.country else chamber.default
    country = next((one for one in countries if one in chamber.countries), default)
    entry = _bodies().get((country, chamber.full))
    state = load_tables().entries.get(country)
    if entry is not None:
        take(mention, entry)
    elif state is not None:
        mention.country, mention.name = country, f"{state.adjective} {chamber.name}".strip()


def _last(spoken: dict[str, int]) -> list[str]:
    return sorted(spoken, key=lambda country: -spoken[country])


def _chamber(document: Document, mention: Mention) -> Chamber | None:
    """None where the mention is no bare word for a house ("the House of Sweden")."""
    tokens = document.tokens
    if mention.id or mention.kind == "person" or not tokens[mention.seed.first].text[:1].isupper():
        return None
    word = mention.name.lower().removeprefix("the ")
    after = tokens[mention.seed.last + 1].lower if mention.seed.last + 1 < len(tokens) else ""
    return None if word == "house" and after == "of" else _chambers().get(word)


def _is_named(one: Mention, full: str) -> bool:
    """Whether the mention names a body of that kind, and whose: "the Texas Senate", "the US House"."""
    name = one.name.lower().removeprefix("the ")
    return name != full and f" {full} " in f" {name} "


def _beside(mention: Mention, mentions: list[Mention], number: int) -> Iterator[str]:
    """Countries of the parties and officials of the same sentence or the one before."""
    here = mention.head.sentence
    close = [
        one for one in reversed(mentions[max(0, number - NEAR) : number]) if here.index - one.head.sentence.index <= 1
    ]
    close += [one for one in mentions[number + 1 : number + 1 + NEAR] if one.head.sentence is here]
    return (one.country for one in close if one.sector in POLITICAL and one.kind != "state")


@lru_cache(maxsize=1)
def _chambers() -> dict[str, Chamber]:
    return {
        row["word"]: Chamber(row["name"], frozenset(row["countries"].split()), row["default"])
        for row in read_rows(HERE / "chambers.csv")
    }


@lru_cache(maxsize=1)
def _endings() -> tuple[str, ...]:
    return tuple(sorted({one.full for one in _chambers().values()}))


@lru_cache(maxsize=1)
def _bodies() -> dict[tuple[str, str], Entry]:
    """(country, word) → the legislature of that name, or where there is none the party ("Congress" in India)."""
    found: dict[tuple[str, str], Entry] = {}
    for sector in ("PTY", "LEG"):
        for entry in load_tables().entries.values():
            for word in _endings() if entry.sector == sector else ():
                if entry.name.lower().endswith(f" {word}"):
                    found[entry.country, word] = entry
    return found
