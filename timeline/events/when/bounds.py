"""Lengths and ends given in one place of an article and used in another: "a week-long pause", "until February 1",
"the pause ends"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from timeline.events.syntax.reach import Hung
from timeline.language.document import Token
from timeline.model import Interval, Timex
from timeline.times.calendar import moved

# Words for one thing: a time in which something stops.
PAUSES = frozenset(
    "pause halt lull stop truce ceasefire cease-fire suspension suspend moratorium freeze break respite cessation "
    "armistice standstill stoppage cease interruption".split()
)
_ENDS = frozenset({"end", "expire", "finish", "conclude", "lapse", "close"})
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Bound:
    """Something with a known end: the words of it and the interval they gave."""

    words: str
    interval: Interval
    time: Timex


@dataclass(frozen=True, slots=True)
class Bounds:
    """Of each word (pauses count as one): its given length and its given end."""

    lengths: Mapping[str, Timex]
    ends: Mapping[str, Bound]

    def counted(
        self, interval: Interval | None, trigger: Token, durations: Sequence[Hung]
    ) -> tuple[Interval | None, str]:
        """The interval with its open side counted from a length, and the reason; as it was where there is none."""
        if interval is None or (interval.start is None) == (interval.end is None):
            return interval, ""
        time = durations[0].time if durations else self.lengths.get(_key(trigger))
        if time is None:
            return interval, ""
        if interval.end is not None and (start := moved(interval.end - ONE_DAY, time.value, -1)) is not None:
            return Interval(start, interval.end, interval.granularity), f"start counted back from “{time.text}”"
        if interval.start is not None and (end := moved(interval.start, time.value)) is not None:
            return Interval(interval.start, end, interval.granularity), f"end counted from “{time.text}”"
        return interval, ""

    def ending(self, verb: Token | None) -> Bound | None:
        """What is known of the thing whose end a verb speaks of."""
        if verb is None or verb.lemma not in _ENDS:
            return None
        for child in verb.children:
            if child.dep in ("nsubj", "nsubjpass", "dobj"):
                known = self.ends.get(_key(child))
                if known is not None:
                    return known
        if verb.dep == "relcl":
            return self.ends.get(_key(verb.head))
        subject = _subject_above(verb)
        return None if subject is None else self.ends.get(_key(subject))


def find_bounds(hung: Mapping[int, Sequence[Hung]]) -> Bounds:
    """Every length and end that the article gives to a word."""
    lengths: dict[str, Timex] = {}
    ends: dict[str, Bound] = {}
    for sentence in sorted(hung):
        for one in hung[sentence]:
            key, time = _key(one.governor), one.time
            if time.type == "DURATION" and one.modifier:
                lengths.setdefault(key, time)
            elif (
                time.interval is not None
                and time.interval.end is not None
                and time.signal in ("until", "till", "through")
            ):
                bound = Bound(f"{time.signal} {time.text}", time.interval, time)
                for name in (key, *map(_key, _parties(one.governor))):
                    ends.setdefault(name, bound)
    return Bounds(lengths, ends)


def _subject_above(verb: Token) -> Token | None:
    """The subject an infinitive borrows: "the lull is about to end"."""
    at = verb
    for _ in range(4):
        if at.dep not in ("xcomp", "conj", "acomp", "pcomp", "prep", "ccomp") or at.is_root:
            return None
        at = at.head
        subject = at.child("nsubj", "nsubjpass")
        if subject is not None:
            return subject
    return None


def _parties(verb: Token) -> list[Token]:
    """What a verb says it of: "the truce runs until …", "extended the truce until …"."""
    return [child for child in verb.children if child.dep in ("nsubj", "nsubjpass", "dobj", "compound")]


def _key(word: Token) -> str:
    lemma = word.base
    return "pause" if lemma in PAUSES else lemma
