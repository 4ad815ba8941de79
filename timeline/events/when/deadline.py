"""Time limits counted from the day they were told: "will withdraw within 60 days"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from timeline.events.syntax.reach import FAR, Hung, distance
from timeline.language.document import Token
from timeline.model import Interval, Timex
from timeline.times.calendar import midnight, moved

# After the length: what it is counted from instead, "within two years of taking office".
_COUNTED_FROM = frozenset({"of", "after", "from", "following", "since", "before"})


def time_limit(trigger: Token, hung: Sequence[Hung], today: datetime) -> tuple[Interval, Timex] | None:
    """From the day of telling to the end of the length after "within" that the event's syntax reaches; None without one.

    >>> _end("PT48H", datetime(2024, 5, 15)), _end("P2Y", datetime(2024, 5, 15)), _end("PXD", datetime(2024, 5, 15))
    (datetime.datetime(2024, 5, 18, 0, 0), datetime.datetime(2026, 5, 16, 0, 0), None)
    """
    limits = [one for one in hung if one.time.signal == "within" and one.time.type == "DURATION"]
    start = _counted_from(hung, today) if limits else None
    if start is None:
        return None
    for one in limits:
        if _is_counted_from_else(one.head) or distance(trigger, one) >= FAR:
            continue
        if (end := _end(one.time.value, start)) is not None:
            return Interval(start, end, "vague"), one.time
    return None


def _counted_from(hung: Sequence[Hung], today: datetime) -> datetime | None:
    """The day of publication, or the past day that the sentence names ("said on Monday it would …"); None beside a past
    that is not told to the day."""
    past = [one.time.interval for one in hung if one.time.interval is not None and one.time.type == "DATE"]
    over = [one for one in past if one.end is not None and one.end <= today]
    if not over:
        return today
    return over[0].start if len(over) == 1 and over[0].granularity == "day" else None


def _is_counted_from_else(head: Token) -> bool:
    tokens = head.sentence.tokens
    after = head.i - tokens[0].i + 1
    return after < len(tokens) and tokens[after].lower in _COUNTED_FROM


def _end(value: str, today: datetime) -> datetime | None:
    """The midnight after the last day; None for a length without a count, or beyond the calendar."""
    last = moved(today, value)
    return None if last is None else midnight(last) + timedelta(days=1)
