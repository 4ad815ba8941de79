"""Whether a time fits the tense an event is told in, and what of it the tense leaves."""

from __future__ import annotations

from datetime import datetime, timedelta

from timeline.events.factuality.reality import AHEAD, OPEN, Reality
from timeline.events.syntax.tenses import FUTURE, PAST, PERFECT, PRESENT, PROGRESSIVE, tense_of
from timeline.events.when.retold import is_would
from timeline.language.document import Token
from timeline.model import Interval, Timex

ONE_DAY = timedelta(days=1)
WIDE = frozenset({"week", "month", "quarter", "season", "half_year", "year", "decade", "century"})
_AT_A_MOMENT = frozenset({"minute", "second"})


def fits(time: Timex, reality: Reality, trigger: Token, today: datetime | None) -> bool:
    """Whether tense and time agree: nothing has happened tomorrow, nothing is planned for yesterday."""
    interval = time.interval
    if interval is None or today is None:
        return True
    if reality.status != OPEN and reality.modality in ("happened", "alleged"):
        return interval.start is None or interval.start < today + ONE_DAY or tense_of(trigger) in (PRESENT, FUTURE)
    if reality.modality in ("planned", "forecast") and tense_of(trigger) in (FUTURE, PRESENT, PROGRESSIVE):
        return interval.end is None or interval.end > today or is_would(trigger)
    return True


def joined(one: Interval | None, other: Interval | None) -> Interval | None:
    """Two times of one event as one: from … until …, or the finer of two that hold each other; None where they clash."""
    if one is None or other is None:
        return None
    if (one.start is None or other.start is None) and not {one.granularity, other.granularity}.isdisjoint(_AT_A_MOMENT):
        return None  # "issued at 10:30 a stay until 14 October": done at once, lasting until then
    if one.start is None and one.end is not None and other.start is not None and other.start < one.end:
        return Interval(other.start, one.end, "day")
    if other.start is None and one.start is not None and other.end is not None and one.start < other.end:
        return Interval(one.start, other.end, "day")
    if None in (one.start, one.end, other.start, other.end):
        return None
    if one.start <= other.start and other.end <= one.end and (other.start, other.end) != (one.start, one.end):  # type: ignore[operator]
        return other
    return None


def closed(
    interval: Interval | None, reality: Reality, trigger: Token, today: datetime | None, signal: str = ""
) -> tuple[Interval | None, str]:
    """What has happened "after Monday" or "this month" is over by publication; what is to happen "this month" or "by
    Monday" lies after it."""
    if interval is None or today is None:
        return interval, ""
    start, end, tomorrow = interval.start, interval.end, today + ONE_DAY
    if reality.modality == "happened" and reality.status != OPEN and tense_of(trigger) in (PAST, PERFECT):
        too_far = end is None or (end > tomorrow and interval.granularity in WIDE)
        if start is not None and start < tomorrow and too_far:
            return Interval(start, tomorrow, "vague"), "; over by publication"
    elif reality.status == OPEN and reality.modality in AHEAD and tense_of(trigger) == FUTURE:
        too_soon = (start is None and signal in ("by", "before")) or (
            start is not None and start < today and interval.granularity in WIDE
        )
        if end is not None and end > tomorrow and too_soon:
            return Interval(today, end, "vague"), "; from publication on"
    return interval, ""


def is_guess(trigger: Token, reality: Reality) -> bool:
    """ "may have killed nine", "apparently killed nine": what happened before it was told, if it did."""
    verb = next((word for word in (trigger, *trigger.ancestors()) if word.pos in ("VERB", "AUX")), None)
    if verb is None or reality.modality not in ("conditional", "forecast"):
        return False
    if verb.dep == "ccomp" and verb.tag == "VBD" and reality.cue.lower() in ("whether", "if"):
        return True  # "it is unclear whether they shot him"
    aux = [child.lower for child in verb.children_by("aux")]
    if aux:
        return "have" in aux and not GUESSING.isdisjoint(aux)
    return verb.tag in ("VBD", "VBN") and (
        reality.cue.lower().endswith("ly") or reality.cue.lower() in ("perhaps", "maybe")
    )


GUESSING = frozenset(("may", "might", "could", "must", "can"))
