"""The words of the quantity tables, read once: units, currencies, words for people and what befalls them, things."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

HERE = Path(__file__).parent
# Units that are also words or names: read only when they touch the figure ("300m", "-14C").
TOUCHING = frozenset({"m", "C", "F", "ha", "mi", "mt"})


def rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of one table, as text."""
    with (HERE / name).open(encoding="utf-8", newline="") as table:
        yield from csv.DictReader(table)


@dataclass(frozen=True, slots=True)
class Units:
    """`after` finds a unit behind a figure, `before` a currency sign before it; both map the form to kind and unit."""

    after: re.Pattern[str]
    before: re.Pattern[str]
    meanings: dict[str, tuple[str, str]]
    currencies: dict[str, str]


@lru_cache(maxsize=1)
def units() -> Units:
    meanings: dict[str, tuple[str, str]] = {}
    loose: list[str] = []
    touching: list[str] = []
    for row in rows("units.csv"):
        meanings[_key(row["form"])] = (row["kind"], row["unit"])
        (touching if row["form"] in TOUCHING else loose).append(row["form"])
    signs = {}
    for row in rows("currencies.csv"):
        if row["place"] == "after":
            meanings[_key(row["form"])] = ("money", row["unit"])
            loose.append(row["form"])
        else:
            signs[row["form"]] = row["unit"]
    after = rf"(?:[ -]?(?i:(?P<loose>{_any(loose)}))|(?P<touching>{_any(touching)}))(?![\w°])"
    before = rf"(?<![A-Za-z$])(?P<sign>{_any(signs)}) ?$"
    return Units(re.compile(after), re.compile(before), meanings, signs)


def _key(form: str) -> str:
    return form if form in TOUCHING else form.lower()


def _any(forms: list[str] | dict[str, str]) -> str:
    return "|".join(re.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form)))


@lru_cache(maxsize=1)
def people() -> dict[str, dict[str, tuple[str, str]]]:
    """Part ("object", "subject", "state", "event", "status", "custody") → form → kind and the word itself.

    Inflected forms stand beside the word, because a tagger's lemma may fail on them ("maimed": "maime").
    """
    parts: dict[str, dict[str, tuple[str, str]]] = {}
    for row in rows("people.csv"):
        part = parts.setdefault(row["part"], {})
        for form in _forms(row["word"], is_verb=row["part"] in ("object", "subject")):
            part.setdefault(form, (row["kind"], row["word"]))
    return parts


def _forms(word: str, *, is_verb: bool) -> list[str]:
    stem = word.removesuffix("e")
    if is_verb:
        return [word, f"{word}s", f"{stem}ed", f"{stem}ing"]
    return [word, f"{word[:-1]}ies" if word.endswith("y") else f"{word}s"]


@lru_cache(maxsize=1)
def things() -> dict[str, tuple[str, str]]:
    """Lower-case noun, singular or plural → kind and unit. "people" is the kind of words for persons."""
    found: dict[str, tuple[str, str]] = {}
    for row in rows("things.csv"):
        found[row["singular"]] = found[row["plural"]] = (row["kind"], row["unit"] or row["plural"])
    return found
