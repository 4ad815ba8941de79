"""Words around a time that belong to it: "early March", "at least 20 years", "1990 and beyond", "until Friday"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from timeline.times.bounds import signal_before
from timeline.times.calendar import granularity_of
from timeline.times.joins import names_day
from timeline.times.meaning import Bare, Clock, Count, Known, Length, Meaning, Of, Reading
from timeline.times.phrase import Context

COARSE = ("month", "year", "decade", "century", "quarter", "season", "half_year", "week", "weekend")
REFS = ("PRESENT_REF", "PAST_REF", "FUTURE_REF")
PART_BEFORE = re.compile(
    r"(?:(?:^|(?<=[\s(,;\"'–—-]))(?:the )?(?P<word>early part|latter part|later part|beginning|start|opening|outset|dawn|end|close|middle|middle part|mid|onset|final days|last days|first days|(?:first|opening|last|final|closing) weeks|closing days|opening days|early days|first third|middle third|last third|final third)"
    r" (?:of )(?P<the>the )?)$"
)
ADJECTIVE_BEFORE = re.compile(
    r"(?:^|(?<=[\s(,;\"'–—-]))(?:(?P<the>the )?(?P<word>very early|very late|early|late|mid|middle|end(?=-))(?:[ -]to[ -](?P<to>mid|late))?(?P<gap>[ -])(?:in |on )?(?P<the2>the )?)$"
)
TIMEWISE = re.compile(r"(?:^|(?<=[\s(,;\"'–—-]))(?P<word>earlier|later)(?: (?:in|on))? (?P<the>the )?$")
MODS = {"early": "START", "very early": "START", "late": "END", "very late": "END", "mid": "MID", "middle": "MID", "beginning": "START",
        "start": "START", "opening": "START", "outset": "START", "dawn": "START", "onset": "START", "early part": "START", "end": "END",
        "close": "END", "latter part": "END", "later part": "END", "middle part": "MID", "final days": "END", "last days": "END",
        "closing days": "END", "first days": "START", "first weeks": "START", "opening weeks": "START", "last weeks": "END",
        "final weeks": "END", "closing weeks": "END", "opening days": "START", "early days": "START",
        "first third": "START", "middle third": "MID", "last third": "END", "final third": "END"}  # fmt: skip


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
            whole = not (isinstance(meaning, Known) and tells_which(reading, context))  # "the end of the 2004 season"
            if whole and not meaning.mod and not isinstance(meaning, Clock) and spans_days(meaning):
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


WEEK_OF = re.compile(
    r"(?:^|(?<=[\s(,;]))(?:the |(?<!\ba ))(?P<unit>week|weekend) (?:of|beginning|starting|commencing) (?:on )?(?:monday,? )?$"
)
DAY_BESIDE = re.compile(r"(?:^|(?<=[\s(,;]))the (?P<part>day|night|evening|morning) (?P<way>before|after) $")


def take_in_what_counts(readings: Sequence[Reading], context: Context) -> list[Reading]:
    """ "the week of March 6", "the day before last Tuesday"."""
    out = []
    for reading in readings:
        meaning = reading.meaning
        grown = reading
        if (names_day(meaning) or is_day_of_month(meaning)) and not meaning.mod:
            before = context.before(reading.start, 40)
            if match := WEEK_OF.search(before):
                start = reading.start - len(match.group())
                grown = replace(reading, start=start, meaning=Of(part=Bare(), whole=meaning, unit=match["unit"]))
            elif match := DAY_BESIDE.search(before):
                beside = Of(part=Bare(nth=-1 if match["way"] == "before" else 1), whole=meaning, unit="day")
                start = reading.start - len(match.group())
                code = {"day": "", "night": "NI", "evening": "EV", "morning": "MO"}[match["part"]]
                grown = replace(reading, start=start, meaning=Clock(clock=code, day=beside) if code else beside)
        out.append(grown)
    return out


def is_day_of_month(meaning: Meaning) -> bool:
    """ "the week of the 18th"."""
    return isinstance(meaning, Bare) and meaning.day > 0 and not meaning.month


SHORTLY = re.compile(r"\b(?:shortly|just|soon|immediately) (?:after|before) $")


def about_clock(readings: Sequence[Reading], context: Context) -> list[Reading]:
    """ "shortly after noon" is about noon."""
    return [
        replace(reading, meaning=replace(reading.meaning, mod="APPROX"))
        if isinstance(reading.meaning, Clock)
        and not reading.meaning.mod
        and SHORTLY.search(context.before(reading.start, 20))
        else reading
        for reading in readings
    ]


APPROX = re.compile(
    r"(?:^|(?<=[\s(,;\"'–—-]))(?:the )?(?P<word>at least|no less than|no fewer than|not less than|a minimum of|at most|no more than|not more than|up to|as much as|"
    r"as long as|as many as|a maximum of|more than|over|longer than|better than|well over|upwards? of|in excess of|just over|(?:a )?little (?:more than|over)|(?:slightly|somewhat) (?:more than|over)|"
    r"(?:a )?little less than|slightly less than|less than|fewer than|under|just under|shorter than|nearly|almost|close to|not quite|about|around|approximately|roughly|some|"
    r"an estimated|an average of|circa|c\.|toward|towards)(?: (?P<the>the))? $"
)
# "for over ten years", "it took over a month" count; "paid over ten years" says during what.
OVER_COUNTS = re.compile(
    r"\b(?:for|in|after|within|of|by|than|at|to|a|the|its|is|was|were|be|been|last|lasts|lasted|take|takes|took|taken|spend|"
    r"spends|spent|wait|waited|just|well|now|with|had|has|have) over $"
)
# "An increase of 5 percent over a year ago" compares.
GROWN_OVER = re.compile(
    r"(?:\b(?:increases?|rises?|gains?|jumps?|growth|improvements?|advances?|drops?|declines?|percent|pct|higher|lower|up)"
    r"|%|[0-9])(?: in [a-z]+)? over $"
)
APPROX_MODS = {
    "EQUAL_OR_MORE": "at least|no less than|no fewer than|not less than|a minimum of",
    "EQUAL_OR_LESS": "at most|no more than|not more than|up to|as much as|as long as|as many as|a maximum of",
    "MORE_THAN": "more than|over|longer than|better than|well over|upward of|upwards of|in excess of|just over|little more than|a little more than|little over|a little over|slightly more than|slightly over|somewhat more than|somewhat over",
    "LESS_THAN": "little less than|a little less than|slightly less than|less than|fewer than|under|just under|shorter than|nearly|almost|close to|not quite",
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
        match = APPROX.search(context.before(reading.start, 28))
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
        if word == "over" and isinstance(meaning, Length) and not OVER_COUNTS.search(context.before(reading.start, 24)):
            out.append(reading)
            continue
        if word == "over" and GROWN_OVER.search(context.before(reading.start, 36)):
            out.append(reading)
            continue
        if word == "under" and match["the"] is None and context.lower.startswith("the ", reading.start):
            out.append(reading)
            continue
        if word == "up to" and (match["the"] or context.lower.startswith("the ", reading.start)):
            out.append(reading)  # "right up to the last nine minutes"
            continue
        if match["the"] and not context.lower.startswith(("past", "last", "next"), reading.start):
            out.append(reading)
            continue
        if isinstance(meaning, Bare) and meaning.weekday:
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
        taken = match.group()
        if (
            "-" in context.lower[reading.start : reading.end]
        ):  # "the roughly 30-minute speech": the article is not of it
            taken = taken.removeprefix("the ")
        out.append(replace(reading, start=reading.start - len(taken), meaning=replace(meaning, mod=MOD_OF[word])))
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
    """The bound before each: until, since, by, from … to. "Up from a year earlier" and "12 years to …" have none."""
    out: list[Reading] = []
    for reading in readings:
        signal = signal_before(context.before(reading.start, 30)) or reading.signal
        if (signal in ("from", "to") and compares(reading)) or (signal == "to" and not runs_from(out, reading)):
            signal = ""
        if signal in OF_A_NOUN and tells_which(reading, context):
            signal = ""
        if signal == "until" and is_negated(reading, context):
            signal = "from"
        out.append(replace(reading, signal=signal) if signal else reading)
    return out


OF_A_NOUN = frozenset({"after", "before", "since", "until", "by", "following", "from", "through", "starting"})


def tells_which(reading: Reading, context: Context) -> bool:
    """Whether a bound is that of a noun which the time only tells apart: "after the 2022 election", "before Friday's
    raid"."""
    if context.after(reading.end, 3) == "'s ":
        return True
    token = context.token_at(reading.end - 1)
    if token is None or not context.before(reading.start, 5).endswith(("the ", " a ", " an ")):
        return False
    noun = token.head
    return noun.i > token.i and noun.pos in ("NOUN", "PROPN") and token.dep in ("compound", "nmod", "nummod", "amod")


def runs_from(before: Sequence[Reading], reading: Reading) -> bool:
    """Whether a range began shortly before: "from 9 a.m. on Monday to Friday"."""
    return any(reading.start - one.end <= 60 and one.signal in ("from", "between") for one in before[-2:])


def is_negated(reading: Reading, context: Context) -> bool:
    """ "did not stop until Tuesday": from then on."""
    token = context.token_at(reading.end - 1)
    for _ in range(6):
        if token is None or any(child.dep == "neg" for child in token.children):
            break
        if token.pos in ("VERB", "AUX") and token.dep != "xcomp" and token.head.lower not in ("able", "unable"):
            break
        token = token.head  # "could not leave until", "was not able to leave until"
    return token is not None and any(child.dep == "neg" or child.lower == "unable" for child in token.children)


def compares(reading: Reading) -> bool:
    """Whether "from" and "to" before it say what something is measured against, not when it begins or ends."""
    meaning = reading.meaning
    if isinstance(meaning, Length):
        return True
    return isinstance(meaning, Count) and (meaning.count < 0 or meaning.base.startswith("period"))
