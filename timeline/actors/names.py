"""Names of the tables in a text: one automaton over all aliases, whole words only, the longest match wins."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

import ahocorasick_rs

from timeline.actors.tables import Alias, load_tables, plain
from timeline.record import record

# What follows a name through a hyphen and takes the name's own part in the event away from it.
TURNED = re.compile(
    r"-(?:backed|held|occupied|controlled|born|made|built|supplied|sponsored|aligned|allied|linked|trained|supported|"
    r"funded|financed|installed|affiliated|educated|speaking|friendly|style|inspired|administered|annexed|ruled|flagged|"
    r"owned|imposed|sanctioned|wide|bound|designed|like|era)\b"
)
PREFIX = re.compile(r"\b(?:anti|non|pro|trans|ex|post|pan|neo|pre|intra|inter|de|un)-$", re.IGNORECASE)
# Before "American" they tell of other lands than the United States.
ELSEWHERE = re.compile(r"\b(?:Central|Latin|South|North|Meso|Ibero)[ -]$")
_SHOUTED = re.compile(r"\b[A-Z]{4,}(?:-[A-Z]{2,})?\b")


@record
class Name:
    """Characters `[start, end)` of the text are an alias of each of `aliases`, best first. `turned` is true in
    "Iran-backed", where Iran does nothing itself."""

    start: int
    end: int
    aliases: tuple[Alias, ...]
    turned: bool = False


class Matcher:
    """The automaton over a set of aliases."""

    def __init__(self, aliases: Iterable[Alias]) -> None:
        by_text: dict[str, list[Alias]] = {}
        for alias in aliases:
            by_text.setdefault(plain(alias.text), []).append(alias)
        self.groups = [tuple(sorted(group, key=_by_rank)) for group in by_text.values()]
        self.acronyms = frozenset(text for text in by_text if text.isupper())
        self.automaton = ahocorasick_rs.AhoCorasick(list(by_text), matchkind=ahocorasick_rs.MatchKind.Standard)

    def find(self, text: str, heard: str = "") -> list[Name]:
        """The names in order of appearance, none overlapping; with `heard`, also those that have small letters there."""
        straight = _SHOUTED.sub(self._lowered, plain(text))
        found = self._matches(straight)
        if heard:
            found += self._matches(_SHOUTED.sub(self._lowered, plain(heard)))
        length = len(straight)
        names: list[Name] = []
        reached = -1
        for start, negative_end, number in sorted(found):
            if start < reached:
                continue
            end = reached = -negative_end
            if straight.startswith("American", start) and ELSEWHERE.search(straight, max(0, start - 9), start):
                continue
            turned = end < length and straight[end] == "-" and TURNED.match(straight, end) is not None
            turned = turned or (
                start > 3 and straight[start - 1] == "-" and PREFIX.search(straight, start - 6, start) is not None
            )
            names.append(Name(start, end, self.groups[number], turned))
        return names

    def _matches(self, straight: str) -> list[tuple[int, int, int]]:
        """Start, end below nothing (so that the longest comes first) and alias of each whole word or words."""
        found: list[tuple[int, int, int]] = []
        length = len(straight)
        for number, start, end in self.automaton.find_matches_as_indexes(straight, overlapping=True):
            if start and (straight[start - 1].isalnum() or straight[start - 1] == "_"):
                continue
            if end < length and (straight[end].isalnum() or straight[end] == "_"):
                continue
            found.append((start, -end, number))
        return found

    def _lowered(self, match: re.Match[str]) -> str:
        """ "KABUL" in a dateline is Kabul; acronyms of the tables stay."""
        word = match.group()
        return word if word in self.acronyms else word.title()


def find_names(text: str, own: str = "", heard: str = "") -> list[Name]:
    """Every name of the tables in the text, and in it as the parser heard it."""
    return _matcher(own).find(text, heard)


@lru_cache(maxsize=4)
def _matcher(own: str) -> Matcher:
    return Matcher(load_tables(own).aliases)


def _by_rank(alias: Alias) -> tuple[int, str]:
    return (-alias.rank, alias.entry.id)
