"""Events told as before or after another: "two weeks after the deal was signed", "after an attack on its fleet"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from timeline.events.syntax.reach import Hung, is_speech
from timeline.language.document import Token
from timeline.model import Interval, Timex
from timeline.times.calendar import midnight, shift

EARLIER = frozenset({"after", "following", "since"})  # what stands behind them came first
LATER = frozenset({"before", "until", "till"})
# What is done about, or is known of, something that came before.
REACTING = frozenset(
    "condemn denounce deplore lament regret protest criticize criticise praise hail welcome mourn mark commemorate "
    "investigate probe review remember decry slam".split()
)
BEGINNING = frozenset("begin start erupt break flare".split())  # "the war began after rebels took the town"
COMING = frozenset("come happen occur follow".split())
BOUNDING = frozenset({"before", "until", "till", "since", "by"})
AFTER_OR_BEFORE = frozenset({"after", "following", "before"})
BESIDE = AFTER_OR_BEFORE | BOUNDING
_NEARLY = frozenset("shortly soon immediately right just minutes moments hours".split())
HOURS = 24
_LENGTH = re.compile(r"P(?P<clock>T?)(?P<count>[0-9]+(?:\.[0-9]+)?|X)(?P<unit>[A-Z])")
_UNITS = {"D": "day", "W": "week", "M": "month", "Y": "year"}
_CARRIED = frozenset("conj xcomp dobj nsubj nsubjpass attr appos prep agent npadvmod ccomp".split())


@dataclass(frozen=True, slots=True)
class Order:
    """`word` sets the event apart from that of `main`, which came before it (`sign` 1) or after it (-1); `length` is the
    time between them, where it is given, `nearly` the word that says it was short ("shortly", "hours"), or "day"."""

    word: Token
    main: Token
    sign: int
    length: Timex | None
    nearly: str = ""


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
            if at.lower == "following":
                return _order(at, at.head, hung)  # "agree to a truce following clashes"
            return None if word is None else _order(word, at.head, hung)
        elif (verb := reacting(at)) is not None:
            return Order(verb, verb, -1, None)
        elif at.dep not in _CARRIED:
            return None
        at = at.head
    return None


def counted(order: Order, main: Interval) -> tuple[Interval | None, str]:
    """When the event was, counted from the day of the main one, and the reason; None where that day is not known."""
    if main.start is None or main.end is None or main.granularity == "vague":
        return None, ""
    sign = order.sign
    length = None if order.length is None else _LENGTH.match(order.length.value)
    words = f"{order.length.text} " if order.length is not None else ""
    why = f"“{words}{order.word.text}” what is dated {main.start.date().isoformat()}"
    if order.nearly == "day":
        return _moved(main, "day", sign), f"the day {why}"
    if order.nearly:
        return main, f"“{order.nearly}” {why}"
    if length is None or (length["count"] == "X" and not length["clock"]):
        bounded = Interval(None, main.end, "vague") if sign < 0 else Interval(main.start, None, "vague")
        return bounded, why
    if length["clock"]:
        days = float(length["count"]) / HOURS if length["unit"] == "H" and length["count"] != "X" else 0.5
        return _moved(main, "day", sign * days) if days.is_integer() else main, why
    unit = _UNITS.get(length["unit"])
    return None if unit is None else _moved(main, unit, sign * float(length["count"])), why


def _moved(main: Interval, unit: str, count: float) -> Interval | None:
    """The time so much later; counted from a day it is a day, or a month where months are counted; from a longer time it
    is as long. None beyond the calendar."""
    if main.start is None or main.end is None:
        return None
    first = midnight(main.start)
    try:
        start = shift(first, unit, count)
        if main.end - first > timedelta(days=1):
            return Interval(start, shift(main.end, unit, count), main.granularity, approximate=True)
        if unit in ("month", "year"):
            start = start.replace(day=1)
            return Interval(start, shift(start, "month", 1), "month", approximate=True)
        return Interval(start, start + timedelta(days=1), "day", approximate=unit != "day")
    except (ValueError, OverflowError):
        return None


def reacting(noun: Token) -> Token | None:
    """The verb of "condemned the raid", "are investigating the raid", which came before."""
    verb = noun.head
    return verb if noun.dep in ("dobj", "nsubjpass") and verb.lemma in REACTING and noun.pos == "NOUN" else None


def order_on(event: Token, hung: Sequence[Hung]) -> Order | None:
    """The event that another is told as after or before: "two days after the vote", "soon after it began"; of one with no
    words of how long, what bounds it: "killed nine before the army came", "have killed nine since the coup", "had killed
    nine by the time it came", "the war began after the coup"."""
    bound = None
    begins = event.head if event.dep == "nsubj" and event.head.lemma in BEGINNING | COMING else event
    for word, main in _set_beside(begins):
        sign = 1 if word.lower in EARLIER else -1
        if word.lower in AFTER_OR_BEFORE:
            length = _length_before(word, hung)
            nearly = "" if length is not None else _nearly(word)
            if length is not None or nearly:
                return Order(word, main, sign, length, nearly)
        if bound is None and (word.lower in BOUNDING or begins.lemma in BEGINNING):
            bound = Order(word, main, sign, None)
    return bound


def _set_beside(event: Token) -> Iterator[tuple[Token, Token]]:
    """The "after" and "before" that hang on a word, or on a length beside it, and the events behind them."""
    for child in event.children:
        for word in (child, *(child.children if child.dep in ("npadvmod", "advmod") else ())):
            if word.lower not in BESIDE:
                continue
            main = word.child("pobj", "pcomp")
            if word.lower == "by":
                main = main.child("relcl", "acl") if main is not None and main.lower == "time" else None
            if main is not None:
                yield word, main
        if child.dep == "advcl":
            mark = next((one for one in child.children if one.i < child.i and one.lower in BESIDE), None)
            if mark is not None:
                yield mark, child


def _nearly(word: Token) -> str:
    """ "shortly" of "shortly after", "day" of "the day before"; else ""."""
    tokens = word.sentence.tokens
    at = word.i - tokens[0].i
    before = tokens[at - 1].lower if at else ""
    if before == "day":
        return before if at > 1 and tokens[at - 2].lower == "the" else ""
    return before if before in _NEARLY else ""


def _length_before(word: Token, hung: Sequence[Hung]) -> Timex | None:
    return next(
        (
            one.time
            for one in hung
            if one.time.type == "DURATION"
            and 0 <= word.start - one.time.span.end <= 1
            and one.head.head.lower != "for"  # "was held for two months before it was freed"
        ),
        None,
    )


def _order(word: Token, main: Token, hung: Sequence[Hung]) -> Order:
    if word.i < main.i and is_speech(main) and (told := main.child("ccomp")) is not None:
        main = told  # "Paris was notified on Monday, after talks, he said": what is told, not the telling
    return Order(word, main, -1 if word.lower in EARLIER else 1, _length_before(word, hung))
