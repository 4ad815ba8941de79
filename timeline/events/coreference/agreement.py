"""Whether what two mentions say of their parties, place, time and size can be true of one event.

Silence agrees with everything; only what both state can disagree.
"""

from __future__ import annotations

import math
from datetime import date, datetime
from functools import lru_cache
from typing import NamedTuple

from timeline.model import Actor, Event, Interval, Place, Quantity

# Types that one act may be read as, depending on the word used for it.
ALIKE = (
    frozenset({"RETREAT", "CONCEDE"}),
    frozenset({"AGREE", "COOPERATE"}),
    frozenset({"MOBILIZE", "COOPERATE"}),
    frozenset({"ASSAULT", "DEATH"}),
    frozenset({"DISASTER", "DEATH"}),
    frozenset({"DISASTER", "WEATHER"}),
    frozenset({"COERCE", "LEGAL"}),
    frozenset({"ACCUSE", "SANCTION", "LEGAL"}),
    frozenset({"ELECTION", "APPOINTMENT"}),
)
RECIPROCAL = frozenset({"CONSULT", "AGREE", "COOPERATE"})
ONE_SIDED = RECIPROCAL | {"RETREAT", "CONCEDE"}
READ = frozenset({"explicit", "relative"})  # bases of a time that the mention itself gives
ANYBODY = frozenset(
    "man woman individual person suspect attacker assailant gunman gunmen attackers assailants bombers shooter bomber killer perpetrator protester demonstrator marcher protesters demonstrators marchers".split()
)
MANY = frozenset(
    "people men women children civilians soldiers troops policemen officers officials police forces militants fighters "
    "rebels villagers residents boy girl boys girls soldier policeman officer official civilian militant fighter village "
    "city town state states minister ministry government court president".split()
)
PERSONS = frozenset({"people", "detained", "freed", "abducted", "deported"})  # kinds of quantity
NEAR_KM = 25.0
WIDE_PLACES = frozenset({"country", "region", "water"})


class Party(NamedTuple):
    """What of an actor tells whether another is the same; the name is in lower case."""

    id: str
    name: str
    country: str
    kind: str
    named: bool


class Sides(NamedTuple):
    """The parties of an event, as they are compared. An article names few, so that a pair of them is compared once."""

    type: str
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]


def sides_of(event: Event) -> Sides:
    return Sides(event.type, _parties(event.actors), _parties(event.recipients))


def _parties(actors: tuple[Actor, ...]) -> tuple[Party, ...]:
    return tuple([Party(one.id, one.name.lower(), one.country, one.kind, one.name[:1].isupper()) for one in actors])


@lru_cache(maxsize=10_000)
def types_agree(one: str, other: str) -> bool:
    return one == other or any(one in group and other in group for group in ALIKE)


@lru_cache(maxsize=10_000)
def parties_agree(one: Sides, other: Sides) -> bool:
    """Actors do not contradict each other, nor recipients. Who meets whom has no direction, and who stands down before
    whom is often told from one side only ("a lull in Russian attacks")."""
    if _undirected(one, other):
        if one.type in RECIPROCAL and other.type in RECIPROCAL and others_met(one, other):
            return False
        return _agree((*one.actors, *one.recipients), (*other.actors, *other.recipients))
    return _agree(one.actors, other.actors) and _agree(one.recipients, other.recipients)


def others_met(one: Sides, other: Sides) -> bool:
    """ "Armenia and Azerbaijan met", "Armenia met Georgia": fewer than two in common, and one more known on each side."""
    mine, theirs = (
        [party for party in (*each.actors, *each.recipients) if party.id or party.country] for each in (one, other)
    )
    common = [party for party in mine if share((party,), tuple(theirs))]
    others = [party for party in theirs if not share((party,), tuple(mine))]
    return len(common) < 2 and len(mine) > len(common) and bool(others) and len(theirs) > 1


def _undirected(one: Sides, other: Sides) -> bool:
    if one.type not in ONE_SIDED or other.type not in ONE_SIDED:
        return False
    whole = one.actors and one.recipients and other.actors and other.recipients
    return not whole or (one.type in RECIPROCAL and other.type in RECIPROCAL)


@lru_cache(maxsize=10_000)
def parties_shared(one: Sides, other: Sides, *, known: bool = False) -> bool:
    """Some party stands in both; with `known`, one of the tables or of a country."""
    mine, theirs = (
        tuple(party for party in (*sides.actors, *sides.recipients) if not known or party.id or party.country)
        for sides in (one, other)
    )
    return share(mine, theirs)


def sides_shared(one: Sides, other: Sides) -> bool:
    """The same actor in both, and the same recipient."""
    return share(one.actors, other.actors) and share(one.recipients, other.recipients)


def places_agree(one: Place | None, other: Place | None) -> bool:
    """The same place, one inside the other as far as the records tell, or not both known."""
    if one is None or other is None or one.name == other.name:
        return True
    if one.country and other.country and one.country != other.country:
        return False
    if one.kind in WIDE_PLACES or other.kind in WIDE_PLACES:
        return not (one.region and other.region and one.region != other.region)
    distance = distance_km(one.latitude, one.longitude, other.latitude, other.longitude)
    return distance is not None and distance <= NEAR_KM


def times_agree(one: Event, other: Event) -> bool:
    """The intervals share a moment, where both mentions state a time of their own."""
    if one.time is None or other.time is None or one.time_basis not in READ or other.time_basis not in READ:
        return True
    return overlap(one.time, other.time)


def overlap(one: Interval, other: Interval) -> bool:
    """Open sides reach forever."""
    return (one.start or datetime.min) < (other.end or datetime.max) and (other.start or datetime.min) < (
        one.end or datetime.max
    )


def quantities_agree(one: Event, other: Event) -> bool:
    """No quantity of one kind and unit that is told with two values that exclude each other, nor the people of an act that
    tells of no others ("freed 40 men", "the release of 900")."""
    if not one.quantities or not other.quantities:
        return True
    mine, theirs = ([each for each in event.quantities if each.kind in PERSONS] for event in (one, other))
    pairs = [(mine[0], theirs[0])] if len(mine) == len(theirs) == 1 else []
    kinds = {(own.kind, own.unit) for own in one.quantities} & {(its.kind, its.unit) for its in other.quantities}
    told = [
        any(
            _overlap(own, its)
            for own in one.quantities
            for its in other.quantities
            if (own.kind, own.unit) == (its.kind, its.unit) == kind
        )
        for kind in kinds
    ]  # "killed 17, among them five children": any of both numbers
    return all(told) and all(_overlap(own, its) for own, its in pairs)


def _overlap(one: Quantity, other: Quantity) -> bool:
    low = max(_or(one.low, -math.inf), _or(other.low, -math.inf))
    high = min(_or(one.high, math.inf), _or(other.high, math.inf))
    return low <= high


def distance_km(lat1: float | None, lon1: float | None, lat2: float | None, lon2: float | None) -> float | None:
    """Kilometres between two points on a sphere, None where one is unknown.

    >>> round(distance_km(50.45, 30.52, 46.48, 30.73))
    442
    """
    if lat1 is None or lon1 is None or lat2 is None or lon2 is None:
        return None
    a, b = math.radians(lat1), math.radians(lat2)
    half = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(math.radians(lon2 - lon1) / 2) ** 2
    return 2 * 6371.0 * math.asin(math.sqrt(min(1.0, half)))


def _agree(some: tuple[Party, ...], others: tuple[Party, ...]) -> bool:
    """One in common, or too little known of either side to tell ("missiles", "gunmen")."""
    if not some or not others or share(some, others):
        return True
    if {one.name for one in (*some, *others)} == {"man", "woman"}:
        return False
    known, unknown = (any(one.id or one.country for one in side) for side in (some, others))
    return known != unknown or (not known and any(all(_is_anybody(one) for one in side) for side in (some, others)))


def _is_anybody(party: Party) -> bool:
    """ "a man", "the gunman", "the suspect": whoever did it, told by another word."""
    return party.name.rpartition(" ")[2] in ANYBODY


def day_of(moment: date) -> date:
    """The day of a moment; a day itself."""
    return moment.date() if isinstance(moment, datetime) else moment


def share(some: tuple[Party, ...], others: tuple[Party, ...]) -> bool:
    """Somebody stands in both."""
    return any(_same(one, other) for one in some for other in others)


def _same(one: Party, other: Party) -> bool:
    """The same row or name; or a state beside its own people and bodies."""
    if (one.id and one.id == other.id) or one.name == other.name:
        return True
    mine, theirs = sorted((one.name, other.name), key=len)
    if one.kind == other.kind == "organisation" and theirs.startswith(f"{mine} "):
        return True  # "the United Nations" beside its Security Council
    if _is_named_short(mine, theirs):
        return True
    if not one.country or one.country != other.country:
        return False
    return "state" in (one.kind, other.kind) or not (one.id and other.id)


@lru_cache(maxsize=10_000)
def _is_named_short(mine: str, theirs: str) -> bool:
    """ "The bus" beside "an Israeli bus", "Dinka groups" beside "Dinka armed groups": fewer words about one noun; not people
    of whom there are many ("the men" beside "armed men")."""
    few, many = mine.split(), theirs.split()
    return few[-1] == many[-1] and few[-1] not in ANYBODY and few[-1] not in MANY and set(few) < set(many)


def _or(value: float | None, instead: float) -> float:
    return instead if value is None else value
