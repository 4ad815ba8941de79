"""Events told as before or after another: "two weeks after the deal was signed", "after an attack on its fleet"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from timeline.events.syntax.reach import Hung, is_speech
from timeline.language.document import Token
from timeline.model import Interval, Timex
from timeline.times.calendar import shift

EARLIER = frozenset({"after", "following", "since"})  # what stands behind them came first
LATER = frozenset({"before", "until", "till"})
_LENGTH = re.compile(r"P(?P<clock>T?)(?P<count>[0-9]+(?:\.[0-9]+)?|X)(?P<unit>[A-Z])")
_UNITS = {"D": "day", "W": "week", "M": "month", "Y": "year"}
_CARRIED = frozenset("conj xcomp dobj nsubj nsubjpass attr appos prep agent npadvmod ccomp".split())


@dataclass(frozen=True, slots=True)
class Order:
    """`word` sets the event apart from that of `main`; `length` is the time between them, where it is given."""

    word: Token
    main: Token
    length: Timex | None


def order_of(event: Token, hung: Sequence[Hung]) -> Order | None:
    """The clause that an event is told as before or after, None for one that is told for itself."""
    at = event
    for _ in range(6):
        if at.is_root:
            return None
        if at.dep in ("pobj", "pcomp"):
            if at.head.lower in EARLIER | LATER:
                return None if at.head.head is at.head else _order(at.head, at.head.head, hung)
        elif at.dep == "advcl":
            word = next((c for c in at.children if c.i < at.i and c.lower in EARLIER | LATER and c.dep != "dobj"), None)
            return None if word is None else _order(word, at.head, hung)
        elif at.dep not in _CARRIED:
            return None
        at = at.head
    return None


def counted(order: Order, main: Interval) -> tuple[Interval | None, str]:
    """When the event was, counted from the day of the main one, and the reason; None where that day is not known."""
    if main.start is None or main.end is None or main.granularity == "vague":
        return None, ""
    sign = -1 if order.word.lower in EARLIER else 1
    length = None if order.length is None else _LENGTH.match(order.length.value)
    words = f"{order.length.text} " if order.length is not None else ""
    why = f"“{words}{order.word.text}” what is dated {main.start.date().isoformat()}"
    if length is None or (length["count"] == "X" and not length["clock"]):
        bounded = Interval(None, main.end, "vague") if sign < 0 else Interval(main.start, None, "vague")
        return bounded, why
    if length["clock"]:
        return main, why
    unit = _UNITS.get(length["unit"])
    if unit is None:
        return None, ""
    try:
        start = shift(main.start, unit, sign * float(length["count"]))
        if unit in ("month", "year"):
            start = start.replace(day=1)
            return Interval(start, shift(start, "month", 1), "month", approximate=True), why
        return Interval(start, start + timedelta(days=1), "day", approximate=unit != "day"), why
    except (ValueError, OverflowError):  # beyond the calendar
        return None, ""


def _order(word: Token, main: Token, hung: Sequence[Hung]) -> Order:
    if word.i < main.i and is_speech(main) and (told := main.child("ccomp")) is not None:
        main = told  # "Paris was notified on Monday, after talks, he said": what is told, not the telling
    length = next(
        (one.time for one in hung if one.time.type == "DURATION" and 0 <= word.start - one.time.span.end <= 1), None
    )
    return Order(word, main, length)
