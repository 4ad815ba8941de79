"""The tables of who can act: read once, with a user's own rows over them.

Aliases are separated by `|`. A star behind an alias ("Apple*") says that the word is also an ordinary one, so it
counts only where the parser sees a name. `TIMELINE_ACTORS` names a user's own `actors.csv` (columns id, name, aliases,
country, sector, kind); a row with an id of ours replaces that row, any other is added and wins over ours.
"""

from __future__ import annotations

import csv
import os
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

HERE = Path(__file__).parent
SETTING = "TIMELINE_ACTORS"
PEOPLE = "person"
# What compounds for people end in, with their sector, and what ends so and is nobody.
TAILS = {
    **dict.fromkeys("goer girl boy woman man mate seeker sitter person".split(), "CVL"),
    **dict.fromkeys("worker keeper driver cleaner".split(), "LAB"), "teacher": "EDU", "fighter": "REB",
}  # fmt: skip
NO_PERSONS = frozenset(
    "human ottoman talisman caiman roman german norman snowman superman stalemate checkmate mincemeat estimate screwdriver "
    "firefighter goalkeeper peacekeeper timekeeper wicketkeeper scorekeeper primate climate inmate ultimate cowboy playboy "
    "intimate legitimate approximate animate penultimate".split()
)
# Letters with marks, and typographic signs, to plain ones: one character to one, so that offsets stay.
_PLAIN = str.maketrans(
    "ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝàáâãäåçèéêëìíîïñòóôõöøùúûüýÿĀāĂăĄąĆćČčĎďĐđĒēĖėĘęĚěĞğĢģĪīĮįİıĶķĹĺĻļĽľŁłŃńŅņŇňŌōŐőŔŕŘřŚśŞşŠšȘșŢţŤťȚțŪūŮůŰűŲųŹźŻżŽžḨḩḤḥṢṣṬṭẒẓ‘’`–",
    "AAAAAACEEEEIIIINOOOOOOUUUUYaaaaaaceeeeiiiinoooooouuuuyyAaAaAaCcCcDdDdEeEeEeEeGgGgIiIiIiKkLlLlLlLlNnNnNnOoOoRrRrSsSsSsSsTtTtTtUuUuUuUuZzZzZzHhHhSsTtZz'''-",
)
_MARKED = re.compile(f"[{''.join(map(chr, _PLAIN))}]")


def plain(text: str) -> str:
    """The text without accents and with straight quotes, character for character.

    >>> plain("Łódź’s Erdoğan")
    "Lodz's Erdogan"
    """
    if text.isascii():
        return text
    return _MARKED.sub(lambda match: match[0].translate(_PLAIN), text)


@dataclass(frozen=True, slots=True)
class Entry:
    """Someone the tables know. `adjective` is the demonym of a state ("Russian"), `sex` is m, f or ""."""

    id: str
    name: str
    kind: str
    country: str = ""
    sector: str = ""
    adjective: str = ""
    sex: str = ""
    start: date | None = None
    end: date | None = None
    status: str = ""


@dataclass(frozen=True, slots=True)
class Alias:
    """One way to say an entry. `form` is name, demonym, capital or seat; `careful` means that it is an ordinary word
    too; `rank` breaks ties, the higher wins."""

    text: str
    entry: Entry
    form: str = "name"
    careful: bool = False
    rank: int = 0


@dataclass(frozen=True, slots=True)
class Term:
    """A term of office: half-open dates, None where it is open."""

    entry: Entry
    office: str
    country: str
    start: date | None
    end: date | None


@dataclass(frozen=True, slots=True)
class Tables:
    """`entries` by id, every alias, and the terms of office."""

    entries: dict[str, Entry]
    aliases: tuple[Alias, ...]
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Noun:
    """An agent noun: its sector, the sector it has when nothing else says one, and what kind of agent it names."""

    word: str
    sector: str
    default: str
    kind: str
    form: str


def load_tables(own: str | Path | None = None) -> Tables:
    """The tables, with the rows of `own` (default: the file that the setting names) over them."""
    return _load(str(own or os.environ.get(SETTING, "")).strip())


@lru_cache(maxsize=4)
def _load(own: str) -> Tables:
    entries: dict[str, Entry] = {}
    aliases: list[Alias] = []
    _add_states(entries, aliases)
    for name, kind in (("organisations", "organisation"), ("groups", "group"), ("companies", "company")):
        for row in read_rows(HERE / f"{name}.csv"):
            entry = Entry(row["id"], row["name"].rstrip("*"), kind, row["country"], row["sector"])
            _add(entries, aliases, entry, row["aliases"], careful=row["name"].endswith("*"))
    terms = _add_people(entries, aliases)
    if own:
        aliases = _add_own(Path(own), entries, aliases)
    return Tables(entries, tuple(aliases), tuple(terms))


def _add(
    entries: dict[str, Entry], aliases: list[Alias], entry: Entry, others: str, rank: int = 0, *, careful: bool = False
) -> None:
    entries[entry.id] = entry
    for text in dict.fromkeys([entry.name, *others.split("|")]):
        if text:
            aliases.append(
                Alias(text.rstrip("*"), entry, "name", text.endswith("*") or (careful and text == entry.name), rank)
            )


def _add_states(entries: dict[str, Entry], aliases: list[Alias]) -> None:
    for row in read_rows(HERE / "states.csv"):
        demonyms = [text for text in row["demonyms"].split("|") if text]
        entry = Entry(
            row["id"], row["name"], "people" if row["status"] == "people" else "state", row["country"], "",
            _adjective(row["name"], demonyms), "", _date(row["start"]), _date(row["end"]), row["status"],
        )  # fmt: skip
        rank = 2 if row["status"] == "state" else 0 if row["status"] == "people" else 1
        _add(entries, aliases, entry, row["aliases"], rank)
        for text in demonyms:
            forms = [text, text + "s"] if text[-1] in "ni" and not text.endswith("men") else [text]
            for form in forms:
                if all(alias.text != form for alias in aliases[-20:]):
                    aliases.append(Alias(form, entry, "demonym", False, rank))
        for form, column in (("capital", "capitals"), ("seat", "seats")):
            for text in row[column].split("|"):
                if text:
                    aliases.append(Alias(text.rstrip("*"), entry, form, text.endswith("*"), rank))


def _adjective(name: str, demonyms: list[str]) -> str:
    """ "Russian"; of a people in -er the state's own name: "New Zealand judges"."""
    first = demonyms[0] if demonyms else ""
    return name if first.endswith("er") else first


def _add_people(entries: dict[str, Entry], aliases: list[Alias]) -> list[Term]:
    terms: list[Term] = []
    for row in read_rows(HERE / "people.csv"):
        known = entries.get(row["id"])
        if known is None:
            known = Entry(row["id"], row["name"], PEOPLE, row["country"], row["sector"], "", row["sex"])
            _add(entries, aliases, known, row["aliases"])
        if row["office"]:
            terms.append(Term(known, row["office"], row["country"], _date(row["start"]), _date(row["end"])))
    return terms


def _add_own(path: Path, entries: dict[str, Entry], aliases: list[Alias]) -> list[Alias]:
    """A user's rows: they replace ours of the same id and win every name they share with ours."""
    added: list[Alias] = []
    for row in read_rows(path):
        name = (row.get("name") or "").strip()
        if not name:
            continue
        key = (row.get("id") or "").strip() or f"own:{name}"
        ours = entries.get(key)
        entry = Entry(
            key, name, (row.get("kind") or (ours.kind if ours else "") or "organisation").strip(),
            (row.get("country") or (ours.country if ours else "")).strip(),
            (row.get("sector") or (ours.sector if ours else "")).strip(), ours.adjective if ours else "",
        )  # fmt: skip
        _add(entries, added, entry, row.get("aliases") or "", rank=9)
    replaced = {alias.entry.id for alias in added}
    kept = [alias for alias in aliases if alias.entry.id not in replaced]
    forms = [
        Alias(alias.text, entries[alias.entry.id], alias.form, alias.careful, 9)
        for alias in aliases
        if alias.entry.id in replaced and alias.form != "name"
    ]
    return kept + forms + added


@lru_cache(maxsize=1)
def load_nouns() -> dict[str, Noun]:
    """Agent nouns by lower-case lemma; the ones of several words under all their words."""
    return {
        row["word"]: Noun(row["word"], row["sector"], row["default"], row["kind"], row["form"])
        for row in read_rows(HERE / "nouns.csv")
    }


@lru_cache(maxsize=10_000)
def find_noun(lemma: str) -> Noun | None:
    """The agent noun of a lower-case lemma, by the table or by what a compound ends in.

    >>> find_noun("schoolteacher").word, find_noun("gatekeeper").word, find_noun("screwdriver"), find_noun("human")
    ('teacher', 'keeper', None, None)
    >>> find_noun("co-pilot").word
    'pilot'
    """
    nouns = load_nouns()
    if lemma not in nouns:
        lemma = lemma.removeprefix("co-")
    if lemma in nouns:
        return nouns[lemma]
    if lemma in NO_PERSONS:
        return None
    ends = (tail for tail in TAILS if lemma.endswith(tail) and len(lemma) > len(tail) + 1)
    return next((Noun(tail, TAILS[tail], "", PEOPLE, "") for tail in ends), None)


@lru_cache(maxsize=1)
def load_modifiers() -> dict[str, str]:
    """Words before an agent noun that decide its sector: "police spokesman" is COP."""
    return {row["word"]: row["sector"] for row in read_rows(HERE / "modifiers.csv")}


@lru_cache(maxsize=1)
def sexes() -> dict[str, str]:
    """m or f by first name (capitalised) and by title or noun (lower case)."""
    with (HERE / "sexes.csv").open(encoding="utf-8", newline="") as file:
        return {row[0]: row[1] for row in csv.reader(file)}


@lru_cache(maxsize=1)
def load_bodies() -> dict[str, str]:
    """Words in the name of a body that tell its sector: "University" is EDU."""
    return {row["word"]: row["sector"] for row in read_rows(HERE / "bodies.csv")}


def read_rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [{key: value or "" for key, value in row.items() if key} for row in csv.DictReader(file)]


def _date(text: str) -> date | None:
    """A date, or the first day of what is given of it ("1992", "1992-05")."""
    parts = [int(part) for part in text.split("-") if part]
    return date(*([*parts, 1, 1])[:3]) if parts else None
