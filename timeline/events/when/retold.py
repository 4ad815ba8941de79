"""Times counted from the day of telling: "said on 3 May that it would leave in ten days"."""

from __future__ import annotations

from datetime import datetime, timedelta

from timeline.events.syntax.tenses import finite
from timeline.language.document import Token
from timeline.model import Interval, Timex

ONE_DAY = timedelta(days=1)
WEEK = timedelta(days=7)


def counted_from(time: Timex, told: Timex | None, trigger: Token, today: datetime | None) -> Interval | None:
    """The interval of a time that was counted from publication, counted from the past day on which it was told; None
    where the words do not count from that day."""
    said = told.interval if told is not None else None
    interval = time.interval
    if said is None or said.start is None or interval is None or today is None:
        return None
    start, end, back = interval.start, interval.end, today - said.start
    if start is None or end is None or said.granularity != "day" or time.anchored_by != "publication":
        return None
    if back < ONE_DAY or (time.rule != "length" and not (is_would(trigger) and start > today)):
        return None
    if time.rule == "length" or time.text.lower() in ("the next day", "the following day"):
        return Interval(start - back, end - back, interval.granularity)
    if time.rule == "weekday" and "direction" in time.implied:
        ahead = (start - said.start - ONE_DAY) // WEEK * WEEK
        return Interval(start - ahead, end - ahead, interval.granularity)
    return None


def is_would(trigger: Token) -> bool:
    """Whether it was to come when it was told, "it would leave", and may have come since."""
    verb = finite(trigger)
    return verb is not None and any(child.lower in ("would", "'d") for child in verb.children_by("aux"))
