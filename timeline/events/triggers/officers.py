"""Who acts for a state, where a row asks for one: its officers and organs, alliances and armed groups."""

from __future__ import annotations

from functools import lru_cache

from timeline.actors.tables import PEOPLE, load_tables
from timeline.events.triggers.lexicon import classes
from timeline.language.document import Token

COURTESY = frozenset("mr. mrs. ms. mr mrs ms dr. dr sir dame lord lady".split())
# Sides and delegations that are no organ of a state, and do not do what a row says of states.
PRIVATE_BODIES = frozenset(
    "team charity church diocese synod guild institute foundation academy association ngo lobby boss voter electorate".split()
) | {"think tank"}
ALLIED = ("organisation", "group")


@lru_cache(maxsize=1)
def offices() -> frozenset[str]:
    """Words for officers and organs of states, in small letters."""
    return (classes()["official"] | classes()["side"] | classes()["body"]) - PRIVATE_BODIES


@lru_cache(maxsize=1)
def known() -> dict[str, frozenset[str]]:
    """Last word of a name → words before it, of those who held an office, of alliances and of armed groups; "" where it
    may stand alone, as surnames and "Nato" do."""
    tables = load_tables()
    held = {term.entry.id for term in tables.terms}
    found: dict[str, set[str]] = {}
    for alias in tables.aliases:
        person = alias.entry.kind == PEOPLE
        if alias.form != "name" or not (alias.entry.id in held if person else alias.entry.kind in ALLIED):
            continue
        *before, last = alias.text.lower().split()
        found.setdefault(last, set()).update([*before, ""] if person or not before else before[-1:])
    return {last: frozenset(before) for last, before in found.items()}


def is_officer(word: Token) -> bool:
    """Whether somebody acts for a state: "the minister", "Ruto, the president", "President Ruto", "Nato"; not whoever
    only shares a last word with one, as "Western Union" does with the European."""
    if word.pos == "NOUN":
        return word.base in offices()
    if word.pos != "PROPN":
        return False
    if any(one.base in offices() for one in word.children if one.dep in ("compound", "appos")):
        return True
    before = known().get(word.lower)
    if before is None:
        return False
    names = [one.lower for one in word.children if one.dep == "compound" and one.pos == "PROPN"]
    named = [one for one in names if one not in COURTESY]
    return any(one in before for one in named) if named else "" in before
