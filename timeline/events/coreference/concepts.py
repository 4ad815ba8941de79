"""What kind of happening a trigger word speaks of: "halt", "lull" and "truce" are one family, "airstrike" another.

Two mentions can be of one event only when their words can be. The words stand in `concepts.csv`: `family`, `kind`
(narrower; a word of no kind goes with every kind of its family), `once` (an article rarely tells of two), `types` (the
event types in which the words mean this; all where empty), irregular `forms`, an example and a near miss.
"""

from __future__ import annotations

import csv
import itertools
import re
from functools import lru_cache
from pathlib import Path

from timeline.language.inflect import gerund, past, present
from timeline.record import record

TABLE = Path(__file__).with_name("concepts.csv")
# Kinds that one act can be of: an ambush is a shooting too.
_PAIRS = (
    "air bombing|air shelling|air raid|bombing shelling|bombing raid|bombing massacre|bombing ambush|shooting ambush|"
    "shooting raid|shooting massacre|stabbing massacre|raid massacre|raid ambush|air massacre|shelling massacre|"
    "suicide bombing|suicide massacre"
)
_BOTH = frozenset(pair for one, two in map(str.split, _PAIRS.split("|")) for pair in ((one, two), (two, one)))
# What a word of a type and mode speaks of, where the table does not know it.
OF_MODE = {
    ("ASSAULT", "attack"): "attack",
    ("ASSAULT", "beat"): "attack",
    ("ASSAULT", "bomb"): "bomb",
    ("ASSAULT", "fight"): "fight",
    ("CONSULT", "meet"): "meet",
    ("CONSULT", "negotiate"): "negotiate",
    ("CONSULT", "discuss"): "discuss",
    ("CONSULT", "phone"): "telephone",
    ("COERCE", "arrest"): "arrest",
    ("ACCUSE", "convict"): "convict",
    ("DEATH", "die"): "die",
    ("SANCTION", "convict"): "convict",
    ("COERCE", "expel"): "expel",
    ("PROTEST", "demonstrate"): "demonstrate",
    ("PROTEST", "riot"): "riot",
    ("PROTEST", "strike"): "strike",
    ("PROTEST", "obstruct"): "block",
}
MOST_BARE = 4  # letters of a word that keeps its "e"
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@record
class Concept:
    """`family` and `kind`; `once` for what one article rarely tells of twice. A word in no table is its own family."""

    family: str
    kind: str = ""
    once: bool = False
    known: bool = True

    def fits(self, other: Concept) -> bool:
        """Whether the words of both can speak of one event."""
        if self.family != other.family:
            return False
        return self.kind == other.kind or not self.kind or not other.kind or (self.kind, other.kind) in _BOTH


@lru_cache(maxsize=50_000)
def find_concept(trigger: str, type_: str) -> Concept:
    """The concept of a trigger's words in an event of that type; the last word that has one decides.

    >>> find_concept("the week-long truce", "RETREAT")
    Concept(family='pause', kind='ceasefire', once=True, known=True)
    >>> find_concept("strike", "PROTEST").family, find_concept("strike", "ASSAULT").family
    ('stoppage', 'attack')
    """
    words = [word.lower() for word in _WORD.findall(trigger)]
    table = _table()
    pairs = [f"{one}_{two}" for one, two in itertools.pairwise(words)]
    for word in [*reversed(pairs), *reversed(words)]:
        for types, concept in table.get(word, ()):
            if not types or type_ in types:
                return concept
    return Concept(f"{type_} {stem(words[-1])}" if words else type_, known=False)


def concept_of_mode(type_: str, mode: str, unknown: Concept) -> Concept:
    """Of a word in no table the family of its mode, to which a noun can point back: "lobbed grenades … the attack"."""
    word = OF_MODE.get((type_, mode))
    found = find_concept(word, type_) if word is not None else unknown
    return Concept(found.family, found.kind, known=False)


def stem(word: str) -> str:
    """A word without the endings of English inflection: enough to see that "landed" and "landing" are one word.

    >>> [stem(word) for word in ("landed", "landing", "lands", "parties", "missiles")]
    ['land', 'land', 'land', 'party', 'missil']
    """
    for ending, instead in (("ies", "y"), ("sses", "ss"), ("ing", ""), ("ied", "y"), ("ed", ""), ("s", "")):
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
            word = word[: len(word) - len(ending)] + instead
            break
    return word.removesuffix("e") if len(word) > MOST_BARE else word  # "recognise", "recognised"


@lru_cache(maxsize=1)
def _table() -> dict[str, list[tuple[frozenset[str], Concept]]]:
    table: dict[str, list[tuple[frozenset[str], Concept]]] = {}
    for row in read_concepts():
        entry = (frozenset(row["types"].split()), Concept(row["family"], row["kind"], row["once"] == "yes"))
        forms = {form: None for word in row["words"].split() for form in _forms(word)}
        for form in [*forms, *row["forms"].split()]:
            table.setdefault(form, []).append(entry)
    for entries in table.values():
        entries.sort(key=lambda one: not one[0])  # readings tied to a type come before those that are not
    return table


def read_concepts() -> list[dict[str, str]]:
    """The rows of `concepts.csv`."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _forms(word: str) -> list[str]:
    """The word inflected as a noun and as a verb (its first part, where it has two)."""
    first, _, rest = word.partition("_")
    rest = f"_{rest}" if rest else ""
    forms = [first, present(first), past(first), gerund(first)]
    return [form + rest for form in forms] + ([word + "s"] if rest else [])
