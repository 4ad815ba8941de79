"""What a bomb strikes that nobody is said to have hit: the building or vehicle in or beside which it goes off."""

from __future__ import annotations

from timeline.events.roles.nouns import OPEN, is_facility, is_weapon
from timeline.events.syntax.governed import under
from timeline.events.syntax.phrases import content
from timeline.events.triggers.lexicon import classes
from timeline.language.document import Token

WHERE = ("in", "inside", "at", "under", "beneath", "aboard", "on", "within", "outside", "near", "beside", "behind")
LAYING = frozenset("place plant leave lay hide set put install conceal attach detonate explode".split())
# Sides of a thing for the thing: "in front of the bank", "at the entrance of the bank".
SIDES = frozenset(
    "front entrance door gate back side rear top corner foot basement lobby floor entry doorway step steps wall roof "
    "vicinity middle center centre".split()
)


def beside_blast(verb: Token, arms: list[Token]) -> list[Token]:
    """Heads of the nouns for what stands where the bomb goes off, or where it was laid: "exploded in a bus", "a bomb left
    at the entrance of a bank went off"."""
    found = _beside(verb)
    for bomb in arms:
        if found or not is_weapon(content(bomb)):
            break
        for child in bomb.children_by("acl", "relcl"):
            if child.tag in ("VBN", "VBD") and child.lemma in LAYING:
                found = found or _beside(child)
    return found


def _beside(verb: Token) -> list[Token]:
    for word in WHERE:
        nouns = [one for noun in under(verb, word) for one in _whole(noun)]
        struck = [one for one in nouns if is_facility(one) or is_named_house(one)]
        if struck:
            return struck
    return []


def is_named_house(noun: Token) -> bool:
    """ "outside the Elite Hotel"."""
    return noun.pos == "PROPN" and noun.lower not in OPEN and noun.lower in classes()["place"] and noun.entity != "GPE"


def _whole(noun: Token) -> list[Token]:
    inner = under(noun, "of") if noun.lemma in SIDES else []
    return inner or [noun]
