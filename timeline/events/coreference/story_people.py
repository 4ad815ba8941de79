"""Whether a mention of a story of violence or disaster tells of the people that were told of: who did it, whom it met, and
how many fell."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.actors.sense import UNIFORMED
from timeline.actors.tables import load_nouns
from timeline.events.coreference.agreement import (
    ANYBODY,
    READ,
    Party,
    Sides,
    share,
)
from timeline.events.coreference.mention import Mention
from timeline.events.coreference.persons import STRIKERS
from timeline.events.coreference.pointing import AIMED
from timeline.events.coreference.restated import is_thing
from timeline.events.coreference.tolls import FIGHTERS as ARMED_MEN
from timeline.events.syntax.governed import under
from timeline.events.syntax.passives import is_passive
from timeline.model import Actor, Event, Quantity

FALLEN = ("killed", "wounded")
MANY_TIMES = 10  # as many as a word such as "several" may leave open
FIGHTERS = ARMED_MEN | STRIKERS
FAR = 1.5  # times as many
FORCES, OUTLAWS = frozenset({"MIL", "COP", "GOV"}), frozenset({"REB", "CRM", "UAF", "OPP"})
OFFICERS = frozenset(
    "officer officers patrolman patrolmen deputy deputies lawman lawmen trooper troopers detective detectives".split()
)
GENERAL = frozenset("people persons others victims victim civilians".split())


def counts_fit(told: Sequence[Mention], other: Mention) -> bool:
    """How many fell agrees, or is a part of what was told: "killed 14", "twelve soldiers were killed"; not "at least 40",
    "more than 200"."""
    alone = not other.sides.actors or is_passive(other.head) or other.head.tag == "VBG"
    part = other.effect and alone and not _heads(_sides(other).recipients) <= GENERAL
    for kind in FALLEN:
        theirs = [each for each in other.event.quantities if each.kind == kind]
        mine = [each for one in told for each in one.event.quantities if each.kind == kind] if theirs else []
        if mine and not any(_count_fits(a, b, part=part) for a in mine for b in theirs):
            return False
    return True


def _count_fits(one: Quantity, other: Quantity, *, part: bool) -> bool:
    first, then = one.low or one.high or 0, other.low or other.high or 0
    if part and then <= first:
        return True
    if "vague" in (one.rule, other.rule):  # "several people", "nine people"
        few, many = (one, other) if one.rule == "vague" else (other, one)
        return (few.low or 0) <= max(many.low or 0, many.high or 0) <= MANY_TIMES * (few.low or 0)
    if one.high is None or other.high is None:
        return max(first, then) <= FAR * min(first, then)
    return max(one.low or 0, other.low or 0) <= min(one.high, other.high)


def people_fit(told: Sequence[Mention], other: Mention) -> bool:
    """Nobody did it to the other one's doer; those who did it can be the same, and those who were hurt."""
    sides = [_sides(one) for one in told]
    doers = tuple(dict.fromkeys(party for one in sides for party in one.actors))
    met = tuple(dict.fromkeys(party for one in sides for party in one.recipients))
    theirs = _sides(other)
    if _is_more(told, met, other):
        return False
    if _meet(doers, theirs.recipients) or _meet(met, theirs.actors):
        return False
    if _forces((*other.event.actors, *other.event.recipients)) and any(
        _meet_their_own(one.event, other.event) or _meet_their_own(other.event, one.event) for one in told
    ):
        return False
    struck = [all(_heads((party,)) <= FIGHTERS for party in side) for side in (met, theirs.recipients) if side]
    if any(struck) and not all(struck):
        return False  # "nine people were killed", "the gunmen were killed"
    fell = theirs.recipients and (_heads(theirs.recipients) <= STRIKERS or _is_of_striker(other))
    if fell and not _heads(met) & STRIKERS:
        return False
    if _is_only_blamed(doers, other):
        return False
    if any(_are_foes(one.event.actors, other.event.actors) or _are_others(one, other) for one in told):
        return False
    told_on = other.effect or other.definite or is_passive(other.head) or other.event.type == "DEATH"
    part = told_on and any(_are_many(one.event) for one in told)
    alone = not theirs.actors and other.place is None and other.event.time_basis not in READ
    return _may_be_same(doers, theirs.actors) and _may_be_same(met, theirs.recipients, part=part, named=alone)


def _meet(doers: tuple[Party, ...], met: tuple[Party, ...]) -> bool:
    """Somebody did it here and is met there, by name or by one word ("Islamic militants", "the militants")."""
    return bool(_names(doers) & _names(met) or (_heads(doers) & _heads(met)) - GENERAL)


def _meet_their_own(one: Event, other: Event) -> bool:
    """ "Police shot a man", "officers were fired on": police here do what is done to police there."""
    if one.type == "DEATH":
        return False  # who died is told as who acts
    fell = other.type == "DEATH"
    doing = _forces(one.actors) - _forces(one.recipients)
    met = _forces(other.actors) if fell else _forces(other.recipients) - _forces(other.actors)
    if {each.name for each in one.actors} & {each.name for each in other.actors}:
        return False  # "an ex-policeman traded fire with officers, killing one"
    return bool(doing & met) and not _are_lands_apart(one.actors, other.recipients)


def _forces(side: Sequence[Actor]) -> set[str]:
    """Police and soldiers of a side, by their sectors or words: "officers", "a SWAT team"."""
    return {
        "COP" if one.name.rpartition(" ")[2].lower() in OFFICERS or "SWAT" in one.name else one.sector for one in side
    } & UNIFORMED


def _are_lands_apart(some: Sequence[Actor], others: Sequence[Actor]) -> bool:
    mine, theirs = ({one.country for one in side if one.country} for side in (some, others))
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def _is_of_striker(mention: Mention) -> bool:
    """ "The suspect was shot", who has a name by now."""
    return any(one.lemma in STRIKERS for one in mention.head.children_by("nsubjpass", "dobj"))


def _heads(parties: tuple[Party, ...]) -> set[str]:
    return {party.name.rpartition(" ")[2] for party in parties}


def _sides(mention: Mention) -> Sides:
    """Who did it and whom it met; who died is met."""
    sides = mention.sides
    return Sides(sides.type, (), (*sides.recipients, *sides.actors)) if sides.type == "DEATH" else sides


def are_same(one: Mention, other: Mention) -> bool:
    """Both name the same people, by more than a general word: "a suicide attacker … the suicide attacker"."""
    mine, theirs = one.sides, other.sides
    return bool(
        (_names(mine.actors) & _names(theirs.actors))
        | ((_names(mine.recipients) & _names(theirs.recipients)) - GENERAL)
    )


def _is_more(told: Sequence[Mention], met: tuple[Party, ...], other: Mention) -> bool:
    """ "A policeman shot a protester", "sixty-six people were hurt" that day."""
    one_man = len(met) == 1 and met[0].kind == "person" and not any(_are_many(one.event) for one in told)
    counted = [each.low or 0 for each in other.event.quantities if each.kind in FALLEN]
    return one_man and max(counted, default=0) > 1 and not other.definite and "also" not in other.words.again


def _is_only_blamed(doers: tuple[Party, ...], other: Mention) -> bool:
    """ "A bomb killed two. Russia accused Chad of the attack": what is told as a fact names no doer that is only blamed."""
    known = [party for party in other.sides.actors if party.id or party.country]
    return other.event.modality == "alleged" and bool(known) and not share(doers, tuple(known))


def _are_others(one: Mention, other: Mention) -> bool:
    """ "The village of Anah", "the village of Rawa"; "the attack on a bus", "the attack on a bank"."""
    if one.name is not None and other.name is not None:
        mine, theirs = ({noun.base for word in AIMED for noun in under(name, word)} for name in (one.name, other.name))
        if mine and theirs and mine.isdisjoint(theirs):
            return True
    named, others = (_named_after(each) for each in (one, other))
    return bool(named and others) and named.isdisjoint(others)


def _named_after(mention: Mention) -> set[str]:
    """The names of what it met: Anah of "shelled the village of Anah"."""
    met = mention.head.children_by("dobj", "nsubjpass")
    return {noun.base for one in met for noun in under(one, "of") if noun.pos == "PROPN"}


def _are_foes(some: Sequence[Actor], others: Sequence[Actor]) -> bool:
    """Soldiers or police, and rebels or criminals."""
    mine, theirs = ({one.sector for one in side} for side in (some, others))
    return bool((mine & FORCES and theirs & OUTLAWS) or (mine & OUTLAWS and theirs & FORCES))


def _are_many(event: Event) -> bool:
    heads = {one.name.lower().rpartition(" ")[2] for one in event.recipients}
    counted = any((each.high or each.low or 0) > 1 for each in event.quantities if each.kind in FALLEN)
    return len(heads) > 1 or counted or _are_general(heads) or any(head.endswith("s") for head in heads)


def _may_be_same(
    some: tuple[Party, ...], others: tuple[Party, ...], *, part: bool = False, named: bool = False
) -> bool:
    """Whether two sets of people can be, or overlap with, one another. Those hurt are told in parts ("a boy", "two women"),
    where nothing else is told (`part`)."""
    if not some or not others:
        return True
    if share(some, others) or _share_a_name(some, others):
        return True
    known, also = (any(one.id or one.country for one in side) for side in (some, others))
    if known and also and not (_are_of_many(some) or _are_of_many(others)):
        return False
    both = [*some, *others]
    if len(both) == 2 and all(one.kind == "person" for one in both) and both[0].named != both[1].named:
        return True  # "a colonel", "Juan Gonzales"
    if all(one.kind == "person" and one.named for one in others):
        return named and part
    if known != also:
        return True
    heads, rest = _heads(some), _heads(others)
    if all(map(is_thing, heads)) != all(map(is_thing, rest)):
        return True  # a theatre, and those in it
    return (
        part or bool(heads & rest) or heads <= ANYBODY or rest <= ANYBODY or _are_general(heads) or _are_general(rest)
    )


def _are_of_many(parties: tuple[Party, ...]) -> bool:
    """ "NATO soldiers", who may be Polish."""
    return any(party.country == "IGO" for party in parties)


def _share_a_name(some: tuple[Party, ...], others: tuple[Party, ...]) -> bool:
    """ "The Ortiz brothers", "Luis Ortiz"."""
    mine, theirs = (
        [frozenset(word for word in one.name.split() if word not in load_nouns()) for one in side if one.named]
        for side in (some, others)
    )
    return any(a and b and (a <= b or b <= a) for a in mine for b in theirs)


def _are_general(heads: set[str]) -> bool:
    return bool(heads & GENERAL)


def _names(parties: tuple[Party, ...]) -> set[str]:
    return {party.name for party in parties}
