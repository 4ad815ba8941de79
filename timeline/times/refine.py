"""From what the rules found to one reading a time: overlaps dropped, parts joined, modifiers taken in.

`REFINERS` runs from top to bottom; each takes the readings and gives new ones.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from timeline.times.bounds import signal_before
from timeline.times.calendar import granularity_of
from timeline.times.meaning import Bare, Clock, Count, Known, Length, Meaning, Of, Reading
from timeline.times.phrase import Context

COARSE = ("month", "year", "decade", "century", "quarter", "season", "half_year", "week", "weekend")
REFS = ("PRESENT_REF", "PAST_REF", "FUTURE_REF")


def drop_overlaps(readings: Sequence[Reading], context: Context) -> list[Reading]:
    """The longest of those that overlap, the first rule's of those equally long. Linear: only neighbours overlap."""
    kept: list[Reading] = []
    for reading in sorted(readings, key=lambda one: (one.start, -one.length)):
        beaten = False
        while kept and kept[-1].end > reading.start:
            if kept[-1].length >= reading.length:
                beaten = True
                break
            kept.pop()
        if not beaten:
            kept.append(reading)
    return kept


def join_weekday_and_date(readings: Sequence[Reading], context: Context) -> list[Reading]:
    """ "Monday, Oct. 26" and "Sunday, 25 June 1950" are one day."""

    def join(first: Reading, second: Reading, gap: str) -> Reading | None:
        if gap not in (" ", ", ", ", the ", " the ", ",", "., ", " (", ", on "):
            return None
        one, two = first.meaning, second.meaning
        if isinstance(one, Bare) and 1 <= one.weekday <= 7 and is_day(two):
            return _joined(first, second, two, second.rule)
        if isinstance(one, Clock) and isinstance(one.day, Bare) and one.day.weekday and is_day(two):
            return _joined(first, second, replace(one, day=two), first.rule)
        if is_day(one) and isinstance(two, Bare) and False:
            return _joined(first, second, one, first.rule)
        return None

    return pairwise(readings, context, join)


def is_day(meaning: Meaning) -> bool:
    """Whether it is a single calendar day."""
    if isinstance(meaning, Known):
        return granularity_of(meaning.value) == "day"
    return isinstance(meaning, Bare) and bool((meaning.month and meaning.day) or meaning.holiday)


def names_day(meaning: Meaning) -> bool:
    """Whether a clock time can belong to it."""
    if isinstance(meaning, Count):
        return meaning.unit == "day"
    return is_day(meaning) or (isinstance(meaning, Bare) and 1 <= meaning.weekday <= 7)


def join_clock_and_day(readings: Sequence[Reading], context: Context) -> list[Reading]:
    """ "5 p.m. EST Nov. 9", "10 a.m. (0735 GMT) Friday", "Friday at 9 a.m.", "the morning of March 5"."""

    def join(first: Reading, second: Reading, gap: str) -> Reading | None:
        one, two = first.meaning, second.meaning
        if isinstance(one, Clock) and one.day is None and names_day(two):
            filled = replace(one, day=two)
            if gap in (" ", ", ") or (gap == " of " and len(one.clock) == 2):
                start = first.start
                if gap == " of " and context.before(start, 4).endswith("the "):
                    start -= 4
                return Reading(start, second.end, filled, first.rule, first.signal)
            return None
        if not (names_day(one) and isinstance(two, Clock) and two.day is None and gap in (" ", ", ")):
            return None
        if len(two.clock) == 2 and isinstance(one, Bare) and one.holiday:
            return None
        return _joined(first, second, replace(two, day=one), second.rule)

    return pairwise(readings, context, join)


def lend_day_to_clock(readings: Sequence[Reading], context: Context) -> list[Reading]:
    """ "at 5:34 a.m. on March 20", "Friday at 9 p.m.": two expressions, one day."""
    out = list(readings)
    for index, (first, second) in enumerate(itertools.pairwise(out)):
        gap = context.lower[first.end : second.start]
        one, two = first.meaning, second.meaning
        if len(gap) > 30 or "\n" in gap:
            continue
        if (
            isinstance(one, Clock)
            and one.day is None
            and names_day(two)
            and re.fullmatch(r"(?: [a-z]+ time| local time)?,? (?:on )?(?:the )?|[^.;]{0,20}\([^)]*\) (?:on )?", gap)
        ):
            out[index] = replace(first, meaning=replace(one, day=two))
        elif (
            isinstance(one, Clock)
            and one.day is None
            and isinstance(two, Clock)
            and re.fullmatch(r" ?(?:\(|-|–|to|and|or) ?\(?", gap.strip() or "x")
        ) and two.day is not None:
            out[index] = replace(first, meaning=replace(one, day=two.day))
        if isinstance(two, Clock) and two.day is None:
            if names_day(one) and re.fullmatch(
                r",? (?:at|around|about|by|from|before|after|until|shortly before|shortly after|just before|just after) (?:about |around )?",
                gap,
            ):
                out[index + 1] = replace(second, meaning=replace(two, day=one))
            elif (
                isinstance(one, Clock)
                and one.day is not None
                and re.fullmatch(r",? ?(?:\(|-|–|to|and|or|until|,|at) ?\(?", gap.strip() or "x")
            ):
                out[index + 1] = replace(second, meaning=replace(two, day=one.day))
    for index in range(len(out) - 2):
        first, middle, third = out[index : index + 3]
        one, two = first.meaning, middle.meaning
        if (
            isinstance(one, Clock)
            and one.day is None
            and isinstance(two, Clock)
            and third.start - first.end < 30
            and two.day is not None
        ):
            out[index] = replace(first, meaning=replace(one, day=two.day))
    return out


def join_part_and_whole(readings: Sequence[Reading], context: Context) -> list[Reading]:
    """ "the winter of nineteen ninety-four", "the second quarter of fiscal 1990": a part of a year and the year."""

    def join(first: Reading, second: Reading, gap: str) -> Reading | None:
        one, two = first.meaning, second.meaning
        ancient = isinstance(two, Known) and two.value.startswith(("BC", "0"))
        if not isinstance(one, Bare) or one.toward or not (one.month or one.season or one.quarter or one.half):
            return None
        if gap != " of " and not (ancient and gap in (" ", ", ")):
            return None
        if isinstance(two, Known) and granularity_of(two.value) == "year" and (not one.day or ancient):
            return _joined(first, second, Of(part=one, whole=two, mod=one.mod), first.rule)
        return None

    return pairwise(readings, context, join)


def lend_year(readings: Sequence[Reading], context: Context) -> list[Reading]:
    """ "21 March - 21 June 1952", "between March and May 1915": the first borrows the year of the second."""
    out = list(readings)
    for index in range(len(out) - 2, -1, -1):
        first, second = out[index], out[index + 1]
        one, two = first.meaning, second.meaning
        if not (isinstance(one, Bare) and (one.month or one.season) and not one.toward):
            continue
        if BETWEEN.fullmatch(context.lower[first.end : second.start]) is None:
            continue
        if isinstance(two, Known) and granularity_of(two.value) in ("day", "month") and two.value[:4].isdigit():
            year = int(two.value[:4]) - (one.month > int(two.value[5:7]))
        elif isinstance(two, Of) and isinstance(two.whole, Known) and two.whole.value.isdigit():
            year = int(two.whole.value)
        else:
            continue
        out[index] = replace(first, meaning=Of(part=one, whole=Known(value=f"{year:04d}"), mod=one.mod))
    return out


BETWEEN = re.compile(
    r"(?: ?[-–—] ?| to | and | or | until | through | till |, | and in | and the | or the |, and )(?:early |late |mid-|the )?"
)
PART_BEFORE = re.compile(
    r"(?:(?:^|(?<=[\s(,;\"'–—-]))(?:the )?(?P<word>early part|latter part|later part|beginning|start|opening|outset|dawn|end|close|middle|middle part|mid|onset|final days|last days|first days|closing days|opening days|early days)"
    r" (?:of )(?P<the>the )?)$"
)
ADJECTIVE_BEFORE = re.compile(
    r"(?:^|(?<=[\s(,;\"'–—-]))(?:(?P<the>the )?(?P<word>very early|very late|early|late|mid|middle)(?:[ -]to[ -](?P<to>mid|late))?(?P<gap>[ -])(?:in )?(?P<the2>the )?)$"
)
TIMEWISE = re.compile(r"(?:^|(?<=[\s(,;\"'–—-]))(?P<word>earlier|later)(?: (?:in|on))? (?P<the>the )?$")
MODS = {"early": "START", "very early": "START", "late": "END", "very late": "END", "mid": "MID", "middle": "MID", "beginning": "START",
        "start": "START", "opening": "START", "outset": "START", "dawn": "START", "onset": "START", "early part": "START", "end": "END",
        "close": "END", "latter part": "END", "later part": "END", "middle part": "MID", "final days": "END", "last days": "END",
        "closing days": "END", "first days": "START", "opening days": "START", "early days": "START"}  # fmt: skip


def take_in_parts(readings: Sequence[Reading], context: Context) -> list[Reading]:
    """ "early March", "the end of 1998", "mid-July", "earlier this year"."""
    out = []
    for reading in readings:
        meaning = reading.meaning
        if isinstance(meaning, Length) or (
            isinstance(meaning, Known) and (meaning.value in REFS or meaning.type != "DATE")
        ):
            out.append(reading)
            continue
        before = context.before(reading.start, 30)
        grown = reading
        if match := PART_BEFORE.search(before):
            if not meaning.mod and not (isinstance(meaning, Clock)) and spans_days(meaning):
                grown = replace(
                    reading, start=reading.start - len(match.group()), meaning=replace(meaning, mod=MODS[match["word"]])
                )
        elif match := ADJECTIVE_BEFORE.search(before):
            if (not meaning.mod and (spans_days(meaning) or isinstance(meaning, Clock))) or (
                not meaning.mod
                and names_day(meaning)
                and match["gap"] == " "
                and not match["the"]
                and not match["the2"]
            ):
                start = reading.start - len(match.group())
                grown = replace(reading, start=start, meaning=replace(meaning, mod=MODS[match["word"]]))
        elif (match := TIMEWISE.search(before)) and not meaning.mod:
            grown = replace(
                reading,
                start=reading.start - len(match.group()),
                meaning=replace(meaning, mod="START" if match["word"] == "earlier" else "END"),
            )
        out.append(grown)
    return out


def spans_days(meaning: Meaning) -> bool:
    """Whether it is longer than a day."""
    if isinstance(meaning, Known):
        return granularity_of(meaning.value) in COARSE
    if isinstance(meaning, Count):
        return meaning.unit not in ("day", "hour", "minute", "second")
    if isinstance(meaning, Bare):
        return not (meaning.day or (meaning.weekday and meaning.weekday < 8) or meaning.holiday)
    return isinstance(meaning, Of) and not meaning.part.day


APPROX = re.compile(
    r"(?:^|(?<=[\s(,;\"'–—-]))(?:the )?(?P<word>at least|no less than|no fewer than|not less than|a minimum of|at most|no more than|not more than|up to|as much as|"
    r"as long as|as many as|a maximum of|more than|over|longer than|better than|well over|upwards? of|in excess of|just over|little more than|"
    r"less than|fewer than|under|just under|shorter than|nearly|almost|close to|not quite|about|around|approximately|roughly|some|"
    r"an estimated|an average of|circa|c\.|toward|towards)(?: (?P<the>the))? $"
)
APPROX_MODS = {
    "EQUAL_OR_MORE": "at least|no less than|no fewer than|not less than|a minimum of",
    "EQUAL_OR_LESS": "at most|no more than|not more than|up to|as much as|as long as|as many as|a maximum of",
    "MORE_THAN": "more than|over|longer than|better than|well over|upward of|upwards of|in excess of|just over|little more than",
    "LESS_THAN": "less than|fewer than|under|just under|shorter than|nearly|almost|close to|not quite",
    "APPROX": "about|around|approximately|roughly|some|an estimated|an average of|circa|c.|toward|towards",
}
MOD_OF = {word: mod for mod, words in APPROX_MODS.items() for word in words.split("|")}


def take_in_approximators(readings: Sequence[Reading], context: Context) -> list[Reading]:
    """ "at least 20 years", "nearly two weeks ago", "around 7:15 p.m."."""
    out = []
    for reading in readings:
        meaning = reading.meaning
        if isinstance(meaning, Known) and (meaning.value in REFS or meaning.type == "SET"):
            out.append(reading)
            continue
        match = APPROX.search(context.before(reading.start, 24))
        if match is None or meaning.mod:
            out.append(reading)
            continue
        word = match["word"]
        lengthy = isinstance(meaning, Length) or (
            isinstance(meaning, Count) and float(meaning.count) not in (0.0,) and reading.rule == "counted"
        )
        if word in ("over", "under", "up to", "better than", "toward", "towards", "some", "close to") and not lengthy:
            out.append(reading)
            continue
        if (
            word in ("over", "under")
            and match["the"] is None
            and context.lower.startswith(("the ", "a "), reading.start)
            and not context.lower.startswith("a ", reading.start)
        ):
            out.append(reading)
            continue
        if match["the"] and not context.lower.startswith(("past", "last", "next"), reading.start):
            out.append(reading)
            continue
        if not lengthy and word not in (
            "about",
            "around",
            "approximately",
            "roughly",
            "circa",
            "c.",
            "almost",
            "nearly",
        ):
            out.append(reading)
            continue
        out.append(
            replace(reading, start=reading.start - len(match.group()), meaning=replace(meaning, mod=MOD_OF[word]))
        )
    return out


AFTER = re.compile(r" (?P<word>or (?:more|longer|later|so|less|earlier)|and (?:beyond|after|later)|onwards?)\b")


def take_in_tails(readings: Sequence[Reading], context: Context) -> list[Reading]:
    """ "1990 and beyond", "two weeks or more"."""
    out = []
    for reading in readings:
        match = AFTER.match(context.after(reading.end, 14))
        if match is None or reading.meaning.mod or isinstance(reading.meaning, Clock):
            out.append(reading)
            continue
        word = match["word"]
        if isinstance(reading.meaning, Length) == (
            word in ("or later", "or earlier", "and beyond", "and after", "and later", "onward", "onwards")
        ):
            out.append(reading)
            continue
        mod = {
            "or so": "APPROX",
            "or less": "EQUAL_OR_LESS",
            "or earlier": "ON_OR_BEFORE",
            "or more": "EQUAL_OR_MORE",
            "or longer": "EQUAL_OR_MORE",
        }.get(word, "ON_OR_AFTER")
        if mod == "ON_OR_AFTER" and word == "and later":
            out.append(reading)
            continue
        out.append(replace(reading, end=reading.end + len(match.group()), meaning=replace(reading.meaning, mod=mod)))
    return out


def find_signals(readings: Sequence[Reading], context: Context) -> list[Reading]:
    """The bound before each: until, since, by, from … to."""
    out = []
    for reading in readings:
        signal = signal_before(context.before(reading.start, 30)) or reading.signal
        out.append(replace(reading, signal=signal) if signal else reading)
    return out


def pairwise(
    readings: Sequence[Reading], context: Context, join: Callable[[Reading, Reading, str], Reading | None]
) -> list[Reading]:
    """Neighbours joined where `join` makes one of two, from left to right."""
    out: list[Reading] = []
    for reading in readings:
        if out and reading.start - out[-1].end <= 14:
            gap = context.lower[out[-1].end : reading.start]
            joined = join(out[-1], reading, gap) if "\n" not in gap else None
            if joined is not None:
                out[-1] = joined
                continue
        out.append(reading)
    return out


def _joined(first: Reading, second: Reading, meaning: Meaning, rule: str) -> Reading:
    return Reading(first.start, second.end, meaning, rule, first.signal)


REFINERS: tuple[Callable[[Sequence[Reading], Context], list[Reading]], ...] = (
    drop_overlaps,
    join_weekday_and_date,
    join_clock_and_day,
    lend_day_to_clock,
    join_part_and_whole,
    lend_year,
    take_in_parts,
    take_in_approximators,
    take_in_tails,
    drop_overlaps,
    find_signals,
)
