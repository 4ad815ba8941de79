"""Are two rows reports of one event? First what must not disagree, then how much agrees, in points.

The points and the bar were set on the seeds and on news of consecutive days about one conflict, where a wrong merge
shows at once (docs/merging.md). A wrong merge costs more trust than a missed one, so the bar is high.
"""

from __future__ import annotations

import math

from timeline.events.coreference.agreement import RECIPROCAL, distance_km, others_met, types_agree
from timeline.merge.features import Bound, Features, is_wide

BAR = 4.0
BOTH_PARTIES = 2.5
SPEECH = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT", "AGREE", "CONSULT", "STATEMENT"})
REAL = frozenset({"happened", "ongoing", "planned", "forecast", "alleged", "denied"})
FACT = frozenset({"happened", "ongoing"})
SPOT_KM, NEAR_KM, FAR_KM = 5.0, 15.0, 60.0
WIDEST_KM = 3000.0  # from the middle of a sea to its shores
SAME_WORDS, SOME_WORDS = 0.4, 0.25  # part of the shorter sentence's words
MANY_TIMES = 5.0  # two counts of one event do not differ by more
OTHER_TERM = 1.5  # nor the terms of one sentence


def contradict(one: Features, other: Features) -> bool:
    """Whether the rows cannot be of one event. Dates a day apart, counts and denials may differ: those are shown."""
    return (
        bool(one.articles & other.articles)
        or not one.concept.fits(other.concept)
        or not _types_agree(one.row["type"], other.row["type"])
        or _different_reality(one, other)
        or _different_times(one, other)
        or _different_parties(one, other)
        or _different_places(one, other)
        or _different_sizes(one, other)
    )


def _types_agree(one: str, other: str) -> bool:
    return types_agree(one, other) or {one, other} == {"AGREE", "SUPPORT"}  # "agreed to reopen", "reached an agreement"


def points(one: Features, other: Features) -> float:
    """How much agrees.

    Place up to 2, parties up to 2.5, time up to 1, counts up to 1.5, words up to 2.5, and 1 for what rarely happens
    twice, 1.5 in the same words. Speech needs more words in common, because one person says many things in a day.
    """
    total = _place_points(one, other) + _party_points(one, other) + _time_points(one, other) + _size_points(one, other)
    shared = common_words(one, other)
    total += 2.5 * shared
    if one.concept.once and not _are_other_deals(one, other):
        total += 1.5 if shared >= SAME_WORDS else 1.0
    if one.row["type"] in SPEECH and not one.concept.once:
        total -= 1.0
    return total


def share_something_specific(one: Features, other: Features) -> bool:
    """What few other events share: many words; a count; a spot, with some words or with both parties. In a war, "shelled
    a town on Monday" is true of many events."""
    shared = common_words(one, other)
    spot = _same_spot(one, other) and (shared >= SOME_WORDS or _party_points(one, other) >= BOTH_PARTIES)
    return shared >= SAME_WORDS or one.concept.once or _size_points(one, other) > 1.0 or spot


def common_words(one: Features, other: Features) -> float:
    """0 to 1: shared content words of the two sentences, as a part of the shorter one's; or of the two titles, where
    they share three or more beside the parties, the place and the trigger."""
    return max(_shared(one.words, other.words, 4, 4), _shared(one.title, other.title, 2, 3))


def _shared(mine: frozenset[str], theirs: frozenset[str], least: int, full: int) -> float:
    """The part of the smaller set that the other has too, 0 for sets too small to tell; full weight from `full` on."""
    shorter = min(len(mine), len(theirs))
    shared = len(mine & theirs)
    return shared / shorter * min(1.0, shared / full) if shorter >= least else 0.0


def _are_other_deals(one: Features, other: Features) -> bool:
    """ "Agreed to reopen the border", "agreed to a withdrawal of troops": titles with no word in common."""
    told = one.concept.family == "deal" and len(one.title) > 1 and len(other.title) > 1
    return told and one.title.isdisjoint(other.title)


def _different_reality(one: Features, other: Features) -> bool:
    mine, theirs = one.row["modality"], other.row["modality"]
    if mine == theirs:
        return one.row["polarity"] != other.row["polarity"] and not (one.place and one.place == other.place)
    return mine not in REAL or theirs not in REAL


def _different_times(one: Features, other: Features) -> bool:
    if one.monthly or other.monthly:
        return not (one.concept.once and one.day.replace(day=1) == other.day.replace(day=1))
    return abs((one.day - other.day).days) > 1


def _different_parties(one: Features, other: Features) -> bool:
    """Both know their parties and none is the same. A name in no table ("missiles", "gunmen") is not known."""
    if one.row["type"] in RECIPROCAL:
        return others_met(one.sides, other.sides) or _disjoint(
            one.known_actors | one.known_recipients, other.known_actors | other.known_recipients
        )
    return _disjoint(one.known_actors, other.known_actors) or _disjoint(one.known_recipients, other.known_recipients)


def _disjoint(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    return bool(mine and theirs) and not mine & theirs


def _different_places(one: Features, other: Features) -> bool:
    if not one.site or not other.site or one.site == other.site:
        return False
    mine, theirs = one.row["place_country"], other.row["place_country"]
    if mine and theirs and mine != theirs:
        return True
    distance = _distance(one, other)
    if is_wide(one.site) or is_wide(other.site):  # a lake, which no one country has, and a town on its shore
        ocean = "Ocean" in one.site + other.site
        return not (mine and theirs) and not ocean and distance is not None and distance > WIDEST_KM
    return distance is None or distance > FAR_KM


def _different_sizes(one: Features, other: Features) -> bool:
    """Counts many times apart, or terms in prison; or any that differ on different days: each day of a war has its own toll."""
    for kind, mine in one.sizes:
        for other_kind, theirs in other.sizes:
            if kind != other_kind or not _differ(mine, theirs):
                continue
            low, high = sorted((_told(mine), _told(theirs)))
            term = kind.startswith("duration") and one.concept.family == "trial"
            if one.day != other.day or high / low > (OTHER_TERM if term else MANY_TIMES):
                return True
    return False


def _same_spot(one: Features, other: Features) -> bool:
    """One town or site; a region of the same name stands elsewhere on the map."""
    if not one.place or one.place != other.place or one.wide:
        return False
    distance = _distance(one, other)
    return distance is None or distance <= SPOT_KM


def _place_points(one: Features, other: Features) -> float:
    if not one.place or not other.place:
        return 0.0
    if _same_spot(one, other):
        return 2.0
    if one.wide or other.wide:
        return 0.5
    distance = _distance(one, other)
    return 1.0 if one.place == other.place or (distance is not None and distance <= NEAR_KM) else 0.0


def _party_points(one: Features, other: Features) -> float:
    if one.row["type"] in RECIPROCAL:
        mine, theirs = one.actors | one.recipients, other.actors | other.recipients
        shared = len(mine & theirs)
        return 2.5 if shared >= 2 else 1.5 if shared else 0.0
    total = 1.5 if one.actors & other.actors else 0.75 if one.actor_countries & other.actor_countries else 0.0
    if one.recipients & other.recipients:
        return total + 1.0
    return total + (0.5 if one.recipient_countries & other.recipient_countries else 0.0)


def _time_points(one: Features, other: Features) -> float:
    if one.monthly or other.monthly:
        return 0.25
    if one.day != other.day:
        return -1.0 if one.sure and other.sure else -0.5
    return 1.0 if one.sure and other.sure else 0.5


def _size_points(one: Features, other: Features) -> float:
    """Counts that agree say much, the more so the larger; counts that do not say that the reports may differ."""
    best = 0.0
    theirs = dict(other.sizes)
    for kind, mine in one.sizes:
        if kind not in theirs:
            continue
        if _told(mine) == _told(theirs[kind]):  # "40", "at least 40"
            best = max(best, 1.5 if mine[0] > 2 else 0.5)
        elif _differ(mine, theirs[kind]) and not one.concept.once:
            return -0.5
    return best


def _differ(mine: Bound, theirs: Bound) -> bool:
    """They exclude each other, or both are bounds of one side that differ ("at least 6", "at least 12")."""
    if max(mine[0], theirs[0]) > min(mine[1], theirs[1]):
        return True
    return mine != theirs and (mine[1] == theirs[1] == math.inf or mine[0] == theirs[0] == -math.inf)


def _told(bound: Bound) -> float:
    """The number that the text names."""
    return max(bound[1] if bound[0] == -math.inf else bound[0], 1.0)


def _distance(one: Features, other: Features) -> float | None:
    mine, theirs = one.row, other.row
    return distance_km(mine["latitude"], mine["longitude"], theirs["latitude"], theirs["longitude"])
