"""Several mentions → one event: the most telling one leads, the others fill what it leaves open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from timeline.events.agreement import READ
from timeline.model import Event, Interval, Quantity
from timeline.times.edtf import to_edtf


def combine(
    events: Sequence[Event], lengths: Sequence[Quantity | None], effects: Sequence[Event], modality: str
) -> Event:
    """One event out of its mentions, given in the order of the text; `lengths` are those that their nouns state,
    `effects` those mentions that tell only what the act did ("killing 12"): they do not lead."""
    if len(events) == 1 and lengths[0] is None:
        return events[0]
    acts = [event for event in events if all(event is not effect for effect in effects)]
    leader = max(acts or events, key=lambda event: (_telling(event), -event.trigger.start))
    others = [event for event in events if event is not leader]
    length = next((one for one in lengths if one), None)
    actors = leader.actors or next((one.actors for one in others if one.actors), ())
    attributed = next((event.attribution for event in events if event.attribution), None)
    joined = replace(
        leader,
        actors=actors,
        recipients=leader.recipients or next((one.recipients for one in others if one.recipients), ()),
        place=leader.place or next((one.place for one in others if one.place), None),
        quantities=_quantities([leader, *others], length),
        modality=modality,
        modality_cue=next((one.modality_cue for one in [leader, *others] if one.modality == modality), ""),
        attribution=attributed,
        mentions=tuple(sorted({span for one in others for span in (one.trigger, *one.mentions)} | {*leader.mentions})),
        confidence=max(event.confidence for event in events),
    )
    return _with_time(joined, others, length)


def _telling(event: Event) -> float:
    """How much a mention says of its event: its time first, then its parties, place and size."""
    time = 3.0 if event.time is not None and event.time_basis in READ else 0.0
    facts = (event.actors, event.recipients, event.place, event.quantities)
    return time + sum(bool(fact) for fact in facts)


def _with_time(event: Event, others: Sequence[Event], length: Quantity | None) -> Event:
    """The leader's time; an open side is filled from another mention, or counted from the length that one states."""
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
        why = f"{why}; {counted}, as a mention says that it lasts {length.low:g} days"
    if time is event.time:
        return event
    return replace(event, time=time, edtf=to_edtf(time), time_why=why.removeprefix("; "))


def _counted(time: Interval, days: int) -> tuple[Interval, str]:
    """ "Until February 1", "week-long": from January 25, seven days before its last."""
    if time.start is None and time.end is not None:
        start = time.end - timedelta(days=days + 1)
        return replace(
            time, start=start, approximate=True
        ), f"start counted back from {time.end - timedelta(days=1):%Y-%m-%d}"
    if time.start is not None:
        return replace(time, end=time.start + timedelta(days=days + 1), approximate=True), "end counted from the start"
    return time, ""


def _quantities(events: Sequence[Event], length: Quantity | None) -> tuple[Quantity, ...]:
    """Every quantity once; a length that no mention carries as a quantity is one too."""
    found: dict[tuple[str, float | None, float | None, str], Quantity] = {}
    for event in events:
        for one in event.quantities:
            found.setdefault((one.kind, one.low, one.high, one.unit), one)
    if length and all(one.kind != "duration" for one in found.values()):
        found[("duration", length.low, length.high, length.unit)] = length
    return tuple(found.values())
