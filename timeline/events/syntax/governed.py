"""What stands behind the prepositions of a word."""

from __future__ import annotations

from timeline.events.syntax.coordination import with_conjuncts
from timeline.language.document import Token


def under(token: Token, preposition: str) -> list[Token]:
    """Heads of what a preposition after the word governs: `under(talks, "with")`."""
    found: list[Token] = []
    for child in token.children:
        if child.lower == preposition and child.dep in ("prep", "agent", "dative", "prt", "advmod"):
            found += governed(child)
    return with_conjuncts(found) if found else found


def governed(preposition: Token) -> list[Token]:
    """What a preposition governs, through a second one ("from across the river")."""
    found: list[Token] = []
    for child in preposition.children:
        if child.dep == "pcomp" and preposition.lower == "with" and child.child("nsubj") is not None:
            continue  # "With both sides massing troops, the envoy warned …": a clause beside, and nobody he warned
        if child.dep in ("pobj", "pcomp"):
            doer = child.child("dobj") if preposition.dep == "agent" and child.tag == "VBG" else None
            found.append(doer or child)  # "by responding officers", of which the parser makes a clause
        elif child.dep == "prep" or (child.dep == "conj" and child.lower == preposition.lower):
            found += governed(child)
    return found
