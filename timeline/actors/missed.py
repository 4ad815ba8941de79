"""People and bodies that the parser misses: titles tell them, full names elsewhere, or that they act."""

from __future__ import annotations

from timeline.actors.seed import Seed, head_of_span
from timeline.actors.sense import LANDMARKS
from timeline.actors.tables import load_nouns
from timeline.actors.titles import POLITE, RANKS, is_rank_of
from timeline.language.document import Document, Token


def add_titled(tokens: list[Token], seeds: dict[int, Seed], taken: dict[int, Seed]) -> None:
    """ "Mr Haddad", "General Paris": a person, though the parser sees none."""
    for token in tokens[:-1]:
        word = token.lower
        if word not in POLITE and not (word in RANKS and is_rank_of(token, tokens[token.i + 1])):
            continue
        if word not in POLITE and tokens[token.i + 1].lower in load_nouns():
            continue  # "Justice Minister", "Secretary General"
        named = taken.get(token.i + 1)
        if named is not None and (named.form != "entity" or named.kind == "person" or named.last > token.i + 1):
            continue  # but "Mr Singh" is no place, whatever the parser says
        first = last = token.i + 1
        while last + 1 < len(tokens) and tokens[last + 1].pos == "PROPN" and last + 1 not in taken and last < first + 3:
            last += 1
        if tokens[first].text[:1].isupper() and tokens[first].pos == "PROPN":
            seed = Seed(first, last, head_of_span(tokens, first, last), "entity", "person", label="PERSON")
            if named is not None:
                seeds.pop(named.first, None)  # the body that the parser makes of "Justice India"
            seeds[first] = seed
            taken.update(dict.fromkeys(range(first, last + 1), seed))


def add_surnames(document: Document, seeds: dict[int, Seed], taken: dict[int, Seed]) -> None:
    """Surnames of people named in full elsewhere, where the parser misses them."""
    tokens = document.tokens
    surnames = {
        tokens[entity.last].text
        for entity in document.entities
        if entity.label == "PERSON"
        and entity.last > entity.first
        and entity.last in taken  # not the town of "the city of Tal Afar"
        and len(tokens[entity.last].text) > 3
        and tokens[entity.last].lower not in LANDMARKS
    }
    for token in tokens if surnames else ():
        if token.text not in surnames or token.pos != "PROPN":
            continue
        known = taken.get(token.i)
        if known is None or _is_taken_for_a_town(token, known):
            seed = Seed(token.i, token.i, token, "entity", "person", label="PERSON")
            seeds[token.i] = taken[token.i] = seed


def _is_taken_for_a_town(token: Token, known: Seed) -> bool:
    """ "Pilar Duarte … Duarte accused": somebody, though a town has the name."""
    town = (known.form == "entity" and known.kind == "place") or known.form == "capital"
    town = town and known.first == known.last
    return town and token.dep in ("nsubj", "nsubjpass", "dobj", "poss")


def add_subjects(document: Document, seeds: dict[int, Seed], taken: dict[int, Seed]) -> None:
    """Capitalised subjects of a verb that nothing else knows: someone acts there, whoever it is."""
    tokens = document.tokens
    for token in tokens:
        if token.pos != "PROPN" or token.dep not in ("nsubj", "nsubjpass") or token.i in taken or token.entity:
            continue
        if token.head.pos != "VERB" or not token.text[:1].isupper() or token.i in seeds or token.text.isupper():
            continue
        first = token.i
        while first and tokens[first - 1].head is token and tokens[first - 1].pos == "PROPN" and first - 1 not in taken:
            first -= 1
        if first not in seeds and first != token.sentence.tokens[0].i:
            seeds[first] = Seed(first, token.i, token, "entity", "unknown")
