"""Several mentions → one event: the most telling one leads, the others fill what it leaves open."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from timeline.actors.tables import load_tables
from timeline.events.coreference.agreement import READ
from timeline.events.coreference.measures import ordered
from timeline.events.syntax.words import FIGHTS
from timeline.model import Actor, Event, Interval, Place, Quantity, Span
from timeline.record import record
from timeline.times.edtf import to_edtf

FACT = frozenset({"happened", "ongoing"})


@record
class Told:
    """What is told of one event: its mentions in the order of the text; those that are verbs (a speaker who only
    names the event in passing does not tell it); those that only say what the act
    did ("killing 12"), which do not lead; how real it is, all heard; lengths that nouns state ("week-long"); other
    nouns that speak of it; and those that tell how many fell in all."""

    events: Sequence[Event]
    verbs: Sequence[Event]
    effects: Sequence[Event]
    modality: str
    lengths: Sequence[Quantity]
    nouns: Sequence[Span]
    sums: Sequence[Event]


STATELESS = frozenset({"region", "disputed"})  # statuses in states.csv of lands that are no states
FEW_WORDS = 4
ANY_PEOPLE = frozenset(("people", "men", "women"))  # told on both sides of an act
DOER_ALONE = "assault: carry out"  # "It was carried out by two men", which names no act
DAYS = frozenset({"day", "part_of_day", "hour", "minute"})  # granularities of what is told to the day
BARE = 2  # words of a title that only names the event


def combine(told: Told) -> Event:
    acts = [event for event in told.events if all(event is not effect for effect in told.effects)]
    named = [event for event in acts or told.events if event.type_rule != DOER_ALONE] or [
        event for event in told.events if event.type_rule != DOER_ALONE
    ]
    leader = _first_told(told, max(named or told.events, key=lambda event: (_telling(event), -event.trigger.start)))
    others = [event for event in told.events if event is not leader]
    best = [leader, *others]
    spans = {span for one in others for span in (one.trigger, *one.mentions)} | {*leader.mentions, *told.nouns}
    doers = [one for one in best if one.type != "DEATH" or leader.type == "DEATH"]  # "two died when a mine exploded"
    acting = (one.actors for one in doers if not all(_is_met(each, leader) for each in one.actors))
    actors = next(acting, ()) or _other_side(leader, told.effects)
    tolls = [one for one in told.effects if one.evidence != leader.evidence]  # "Nine were hurt, a doctor said"
    speaking = [one for one in told.verbs if all(one is not toll for toll in tolls)]
    joined = replace(
        leader,
        title=_title(told, leader),
        actors=actors,
        recipients=_recipients(best, told.effects, actors),
        place=_place(best),
        quantities=ordered(leader.type, _quantities(best, told.lengths, told.sums)),
        modality=told.modality,
        modality_cue=next((one.modality_cue for one in best if one.modality == told.modality), ""),
        attribution=leader.attribution or next((one.attribution for one in speaking if one.attribution), None),
        mentions=tuple(sorted(span for span in spans if not span.overlaps(leader.trigger))),
        confidence=max(event.confidence for event in told.events),
    )
    harm = next((one for one in told.effects if one.type == "ASSAULT" and one.modality in FACT), None)
    other = leader.mode != "crackdown" and any(leader is verb for verb in told.verbs)  # "arrested two in a fatal raid"
    own = harm is not None and any(one.name not in {each.name for each in leader.actors} for one in harm.actors)
    if harm is not None and leader.type == "COERCE" and not other and not own:  # "Nine were killed in a police raid"
        joined = replace(joined, type=harm.type, mode=harm.mode, type_rule=harm.type_rule)
    return _with_time(joined, others, told.lengths[0] if told.lengths else None)


def _place(told: Sequence[Event]) -> Place | None:
    """The place that the mention which says most gives; of one that names nobody, only a place in the country of the
    body that the others say it met (people travel): it may be no more than where the report is from."""
    met = {party.country for one in told for party in one.recipients if party.kind == "organisation"} - {""}
    lands = met and met | {party.country for one in told for party in one.actors}
    for one in told:
        if one.place is not None:
            named = {party.country for party in (*one.actors, *one.recipients)} - {""}
            if named or not lands or not one.place.country or one.place.country in lands:
                return one.place
    return None


def _is_met(actor: Actor, leader: Event) -> bool:
    """Whether one who is said to do it elsewhere is whom the leading mention says it befell: "Ruiz was arrested … when
    announcing the arrest"."""
    harm = leader.type in ("ASSAULT", "COERCE", "ACCUSE", "SANCTION", "CONCEDE") and not leader.actors
    return (
        harm
        and actor.kind != "state"
        and actor.name not in ANY_PEOPLE
        and any(actor.name == one.name for one in leader.recipients)
    )


def _first_told(told: Told, leader: Event) -> Event:
    """ "Gunmen killed four on Monday. … condemned the violence": the sentence that first told it, with its day, leads a
    noun without one."""
    first = told.events[0]
    bare = leader.time_basis not in READ and all(event is not leader for event in told.verbs)
    if not bare or first.evidence == leader.evidence:
        return leader
    today = any(first is verb for verb in told.verbs) and _is_bounded(first) and not _is_bounded(leader)
    return first if today or first.time_basis in READ else leader


def _is_bounded(event: Event) -> bool:
    """ "Is killed", of today, beside "the attack", of some day until today."""
    return event.time is not None and event.time.start is not None


def _other_side(fight: Event, effects: Sequence[Event]) -> tuple[Actor, ...]:
    """Of a fight told with those whom it killed, the side that it was with: "killed in a shootout with police"."""
    two_sided = fight.trigger_text.rpartition(" ")[2].lower().rstrip("s") in FIGHTS
    return fight.recipients if two_sided and any(one.recipients for one in effects if one is not fight) else ()


def _recipients(best: Sequence[Event], effects: Sequence[Event], actors: Sequence[Actor]) -> tuple[Actor, ...]:
    """The first mention's that has any, and whom the act's effects met: of "the attack on a mosque killed 12 worshippers"
    both; nobody who did it himself ("killed in a shootout with police")."""
    first = next((one.recipients for one in best if one.recipients), ())
    found: dict[str, Actor] = {}
    dead = (one for effect in effects if effect.type == "DEATH" != best[0].type for one in effect.actors)
    for one in (*first, *(one for effect in effects for one in effect.recipients), *dead):
        if all(one.span != actor.span and (one.name != actor.name or one.name in ANY_PEOPLE) for actor in actors):
            found.setdefault(one.name.lower(), one)
    known = load_tables().entries
    met = tuple(one for one in found.values() if one.id not in known or known[one.id].status not in STATELESS)
    return met or tuple(found.values())  # "attacks in the Gaza Strip" that killed Palestinians strike them


def _title(told: Told, leader: Event) -> str:
    """The leader's line, or that of an effect in the same sentence where it says more: "16 people killed in airstrike
    conducted by the army"."""
    title = real_title(told.events, leader) if told.modality in FACT else leader.title
    effects = [one.title for one in told.effects if one.evidence == leader.evidence and one.modality in FACT]
    title = max([title, *effects], key=len) if leader.modality in FACT else title
    if len(title.split()) > BARE or told.modality not in FACT:
        return title
    verbs = (one.title for one in told.verbs if one.modality in FACT and len(one.title.split()) > BARE)
    return next(verbs, title)  # "Election", told elsewhere as "Banda wins election"


def real_title(events: Sequence[Event], leader: Event) -> str:
    """The leader's, unless the event is more real than the leader alone says ("to stop the strikes"): then that of the
    first mention that tells it as a fact in more than two words."""
    if leader.modality in FACT:
        beside = [one.title for one in events if one.evidence == leader.evidence and one.modality in FACT]
        short = len(leader.title.split()) <= FEW_WORDS  # "Raid near Basra" beside "Two men killed in raid near Basra"
        return max([leader.title, *beside], key=len) if short else leader.title
    real = (one.title for one in events if one.modality in FACT and len(one.title.split()) > 2)
    return next(real, leader.title)


def _telling(event: Event) -> float:
    """How much a mention says of its event: its time first, then its parties, place and size."""
    time = 3.0 if event.time is not None and event.time_basis in READ else 0.0
    facts = (event.actors, event.recipients, event.place, event.quantities)
    return time + sum(bool(fact) for fact in facts)


def _with_time(event: Event, others: Sequence[Event], length: Quantity | None) -> Event:
    """The leader's time; an open side is filled from another mention, or counted from the length that one states."""
    event = _with_finer_time(_with_time_of_effect(event, others), others)
    time, why, basis = event.time, event.time_why, event.time_basis
    if time is None or basis not in READ:
        return event
    for other in others:
        if other.time is None or other.time_basis not in READ or other.time.granularity != time.granularity:
            continue
        if time.start is None and other.time.start is not None and time.end is not None and other.time.start < time.end:
            time = replace(time, start=other.time.start)
            why = f"{why}; start from “{other.time_text}”"
        elif time.end is None and other.time.end is not None and time.start is not None and other.time.end > time.start:
            time = replace(time, end=other.time.end)
            why = f"{why}; end from “{other.time_text}”"
    if length and length.low and (time.start is None) != (time.end is None) and time.granularity == "day":
        time, counted = _counted(time, int(length.low))
        if counted:
            why = f"{why}; {counted}, as a mention says that it lasts {length.low:g} days"
    if time is event.time:
        return event
    return replace(event, time=time, edtf=to_edtf(time), time_why=why.removeprefix("; "))


def _with_time_of_effect(event: Event, others: Sequence[Event]) -> Event:
    """An act told of without its time is of that of what it did: "the cyclone that hit Malawi killed nine last year"; who
    died of it may have died later."""
    if event.time_basis != "publication" or event.time is None or event.time.start is not None:
        return event
    for one in others:
        dated = one.time is not None and one.time_basis in READ and one.time.start is not None
        if dated and one.type == event.type and one.evidence == event.evidence and not _DYING.search(one.trigger_text):
            return _at_time_of(event, one)
    return event


def _with_finer_time(event: Event, others: Sequence[Event]) -> Event:
    """ "Killed in late April", told elsewhere as "killed this morning", the 26th: that day."""
    wide = event.time
    if wide is None or wide.start is None or wide.end is None or wide.end - wide.start <= timedelta(days=1):
        return event
    for one in others:
        time = one.time
        if time is None or time.start is None or time.end is None or one.time_basis not in READ:
            continue
        if one.type == event.type and wide.start <= time.start < time.end <= wide.end and time.granularity in DAYS:
            return _at_time_of(event, one)
    return event


def _at_time_of(event: Event, other: Event) -> Event:
    return replace(
        event,
        time=other.time,
        edtf=other.edtf,
        time_basis=other.time_basis,
        time_span=other.time_span,
        time_text=other.time_text,
        time_rule=other.time_rule,
        time_why=other.time_why,
        utc_offset=other.utc_offset,
    )


_DYING = re.compile(r"\b(?:die|died|dies|dying|dead)\b")


def _counted(time: Interval, days: int) -> tuple[Interval, str]:
    """ "Until February 1", "week-long": from January 25, seven days before its last; as it was beyond the calendar."""
    try:
        length = timedelta(days=days + 1)
        if time.start is None and time.end is not None:
            last = time.end - timedelta(days=1)
            return replace(time, start=time.end - length, approximate=True), f"start counted back from {last:%Y-%m-%d}"
        if time.start is not None:
            return replace(time, end=time.start + length, approximate=True), "end counted from the start"
    except OverflowError:
        pass
    return time, ""


def _quantities(events: Sequence[Event], lengths: Sequence[Quantity], sums: Sequence[Event]) -> tuple[Quantity, ...]:
    """Every quantity once; a length that no mention carries as a quantity is one too. A later sum stands for the counts
    before it: "killed four … the death toll rose to seven"."""
    found: dict[tuple[str, float | None, float | None, str], Quantity] = {}
    summed = {one.kind for event in sums for one in event.quantities}
    for event in (*sums[-1:], *events):
        for one in event.quantities:
            if one.kind in summed and event is not sums[-1]:
                continue
            found.setdefault((one.kind, one.low, one.high, one.unit), one)
    for length in lengths:
        if all(one.kind != "duration" for one in found.values()):
            found[("duration", length.low, length.high, length.unit)] = length
    return tuple(found.values())
