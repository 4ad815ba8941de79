"""Places that are where somebody goes, comes from or lives, and not where something happens."""

from __future__ import annotations

from timeline.actors.tables import load_nouns
from timeline.language.document import Token

ATTRIBUTES = ("compound", "amod", "poss", "nmod")
TRAVELLING = frozenset("travel fly drive sail head ride go come return walk bind".split())
VEHICLES = frozenset("bus train plane flight airliner ship boat ferry car truck convoy way trip journey".split())
LENGTHS = frozenset("km kilometer kilometre mile meter metre m mi".split())


def is_way(head: Token) -> bool:
    """Where somebody goes or comes from: "flew to Kigali", "the bus from Oslo"."""
    noun = head.head if head.dep in ATTRIBUTES and head.head.dep == "pobj" else head
    return noun.dep == "pobj" and noun.head.lower in ("to", "from", "via")


def _names_somebody(lemma: str) -> bool:
    known = load_nouns().get(lemma)
    return known is not None and known.kind in ("person", "office", "group")


def is_on_the_way(preposition: Token) -> bool:
    """ "the bus to Oslo", "traveling from Oslo": where something goes or comes from, not where it is hit."""
    above = preposition.head
    if preposition.lower == "from" and above.base in LENGTHS:
        return True  # "250 km from Bogota"
    if preposition.lower == "from" and above.pos == "NOUN" and _names_somebody(above.base):
        return True  # "killed two tourists from Denmark"
    if preposition.lower in ("from", "of") and above.entity == "PERSON":  # "Ana Ruiz, 34, of Lima"
        return any(one.entity in ("GPE", "LOC") for one in preposition.children_by("pobj"))
    return preposition.lower in ("to", "from", "via") and (above.lemma in TRAVELLING or above.lemma in VEHICLES)


def whom_it_describes(place: Token) -> Token | None:
    """The noun for people that a place stands before: "Darfur rebels", "an Arvada, Colorado, man"."""
    if place.dep not in ATTRIBUTES:
        return None
    noun, state = place.head, place.head
    if state.entity == "GPE" and state.dep in ATTRIBUTES and is_one_person(state.head):
        noun = state.head
    return noun if noun.base in load_nouns() else None


def is_one_person(noun: Token) -> bool:
    """ "a Lima man"; an office-holder or a body of a town is at work there."""
    known = load_nouns().get(noun.base)
    return noun.tag == "NN" and known is not None and known.kind == "person"


def is_home(place: Token) -> bool:
    """ "a Lima man", "Ana Ruiz, 34, of Lima"."""
    described = whom_it_describes(place)
    if described is not None:
        return is_one_person(described)
    return place.dep == "pobj" and place.head.lower in ("from", "of") and place.head.head.entity == "PERSON"


# What those who govern in a capital do, and no town does.
_GOVERNING = frozenset(
    "use employ launch fire deploy send offer provide supply sign accuse blame condemn denounce criticize criticise deny "
    "reject threaten warn urge demand call ask want seek agree announce impose ban recall expel support back insist say "
    "maintain claim release free sanction recognize recognise pledge promise vow order refuse consider plan".split()
)


def acts(town: Token) -> bool:
    """ "Moscow has used missiles to destroy plants": a government, and no scene."""
    verb = town.head
    active = town.dep == "nsubj" and verb.pos == "VERB" and verb.lemma in _GOVERNING
    return active and verb.child("dobj", "xcomp", "ccomp") is not None
