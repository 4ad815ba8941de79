"""Inside a noun phrase: the noun that counts in it, and what stands before it."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.language.document import Token

# Nouns that count or portion another: "thousands of prisoners" are prisoners.
PORTIONS = frozenset(
    "number dozen hundred thousand million score lot group series round wave string part member some most many all "
    "several majority handful couple spate piece pair ton tonne kilogram one two three four five six seven eight nine night "
    "ten half third quarter batch hour day week month kind type form set bulk rest remainder trio convoy crowd team "
    "bunch range host total percent % none any each few more worth kilo gram pound ounce litre liter barrel truckload "
    "shipment cache stash haul body corpse corps corpses control possession outskirts swathe swath entirety whole scores last load stick life".split()
)

GIVING = frozenset(
    "give send lend hand offer grant supply donate sell ship pay award deliver loan promise pledge".split()
)


def content(token: Token) -> Token:
    """The noun that counts: "thousands of prisoners" → prisoners, "55 of 145 seats" → seats."""
    seen = 0
    while (token.pos == "NUM" or token.base in PORTIONS) and seen < 3:
        beside = (
            token.head.children if token.dep == "conj" and token.pos == "NUM" else ()
        )  # "a colonel and 11 of his men"
        near = (*token.children, *(one for one in beside if one.i == token.i + 1))
        of = next((child for child in near if child.dep == "prep" and child.lower == "of"), None)
        inner = of.child("pobj") if of else _remaining(token)
        if inner is None or inner.lower in ("whom", "which", "them"):
            break  # "four of whom were injured"
        token, seen = inner, seen + 1
    return token


def _remaining(token: Token) -> Token | None:
    """The noun of "all remaining hostages", which the parser may read as what "all" do."""
    rest = token.child("acl")
    return rest.child("dobj") if rest is not None and rest.lower == "remaining" else None


def modifiers(token: Token, depth: int = 4) -> Iterator[Token]:
    """Adjectives, compounds and possessors before a noun, and theirs, as deep as a name goes ("air force base gate")."""
    for child in token.children:
        if child.dep in ("amod", "compound", "poss", "nmod", "nummod", "npadvmod"):
            yield child
            if depth and child.dep in ("compound", "amod"):
                yield from modifiers(child, depth - 1)


def misread_recipients(verb: Token) -> list[Token]:
    """The "Armenia" of "send Armenia three radars", which the parser may take for a part of the thing's name."""
    return [
        name
        for thing in (verb.children_by("dobj") if verb.lemma in GIVING else ())
        for name in thing.children_by("nmod", "compound")
        if name.pos == "PROPN" and any(name.i < one.i < thing.i for one in thing.children_by("nummod", "det"))
    ]
