"""Counts that the words around them set one on, one back, or beside another time: "by midyear", "from $2 million a year
earlier", "will end in two days"."""

from __future__ import annotations

import re
from dataclasses import replace

from timeline.times.attributes import is_attribute
from timeline.times.meaning import Count, Length, Reading
from timeline.times.narrative import Standpoint
from timeline.times.phrase import Context
from timeline.times.tense import is_promised, tense_at

HELD_AT = re.compile(r"\b(?:on|at|as of|in|for|during) $")
NEW_SENTENCE = re.compile(r"[.?!]\"? [A-Z]")
ONE_COMPARISON = 160  # characters: from the time of a figure to that of the figure it is compared with
# The next sentence goes on comparing: "Imports fell to 8 million from 9 million a year earlier", "This compares with".
COMPARES_ON = re.compile(
    r"[.?!]\"? +(?:This compares with |[A-Z](?:[^.;\n]|\.(?=[0-9]))*\b(?:from|than|against|with)(?: [a-z]+)? [$0-9](?:[^.;\n]|\.(?=[0-9]))*)$"
)
COMPARED = re.compile(r"\b(?:from|than|compared|compares|over|against|versus|vs|up|down)\b(?:[^.;\n]|\.(?=[0-9]))*$")


def compared_with(reading: Reading, here: Standpoint | None, context: Context) -> Standpoint | None:
    """The day or month whose figure is set beside that of a year before: "on Sept. 30, down from $2 million a year
    earlier" is of Sept. 30 of that year."""
    if here is None or here.granularity not in ("day", "month") or reading.start - here.at > ONE_COMPARISON:
        return None
    if here.granularity == "month" and COMPARES_ON.search(context.text[here.at : reading.start]):
        return here
    if here.granularity == "day" and HELD_AT.search(context.before(here.at, 8)) is None:
        return None
    between = context.text[here.at : reading.start]
    return here if NEW_SENTENCE.search(between) is None and COMPARED.search(between) is not None else None


def settled(meaning: Count, reading: Reading, base: Standpoint, context: Context, *, reported: bool) -> Count:
    """The count, one on or one back where the words around it say so."""
    if is_next_middle(meaning, reading, base, context) or (
        reported and is_week_of_sunday(meaning, reading, base, context)
    ):
        return replace(meaning, count=meaning.count + 1)
    if reported and (
        is_year_before_told(meaning, reading, base, context)
        or is_year_over(meaning, reading, base, context)
        or is_last_end(meaning, reading, base, context)
        or is_just_over(meaning, reading, base, context)
        or is_weekend_over(meaning, reading, base, context)
    ):
        return replace(meaning, count=meaning.count - 1)
    return meaning


def is_year_before_told(meaning: Count, reading: Reading, base: Standpoint, context: Context) -> bool:
    """ "It earned $3.16 in 1991, compared with $3.08 last year", written in January: the year before the one told."""
    if meaning.unit != "year" or meaning.count != -1 or reading.rule != "neighbour":
        return False
    told = YEAR_COMPARED.search(context.before(reading.start, 110))
    return told is not None and int(told["year"]) == base.start.year - 1


YEAR_COMPARED = re.compile(
    r"\bin (?P<year>[0-9]{4}),? (?:(?!\.[ \n])[^;\n]){0,30}\b(?:compared|against|versus|from)\b(?:(?!\.[ \n])[^;\n]){0,60}"
    r"[0-9][^ ]*(?: (?:cents|[mb]illion|percent|a share|per share|dlrs|mln)){0,3} $"
)


def is_just_over(meaning: Count, reading: Reading, base: Standpoint, context: Context) -> bool:
    """ "Orders fell this quarter", written in the first days of the next one."""
    if meaning.unit != "quarter" or meaning.count or reading.rule != "neighbour" or meaning.base != "published":
        return False
    begun = base.start.month % 3 == 1 and base.start.day <= DAYS_TO_REPORT
    return begun and tense_at(context, reading.start, reading.end, reading.signal) == "past"


def is_weekend_over(meaning: Count, reading: Reading, base: Standpoint, context: Context) -> bool:
    """ "Two men were killed this weekend", written on a Tuesday."""
    if meaning.unit != "weekend" or meaning.count or meaning.base != "published" or base.start.isoweekday() > 4:
        return False
    return tense_at(context, reading.start, reading.end, reading.signal) == "past"


def is_year_over(meaning: Count, reading: Reading, base: Standpoint, context: Context) -> bool:
    """ "Prices rose 6 percent for the year", written in the first months of the next one."""
    if meaning.unit != "year" or meaning.count or reading.rule != "the_unit" or base.start.month > MONTHS_TO_REPORT:
        return False
    if not FOR_ALL_OF.search(context.before(reading.start, 14)):
        return False
    return tense_at(context, reading.start, reading.end, reading.signal) == "past"


FOR_ALL_OF = re.compile(
    r"(?<!high )(?<!low )(?<!peak )\b(?:for|over|during) $"
)  # a share's high for the year is this one's
MONTHS_TO_REPORT = 3  # from the end of a year on, until its figures have been told


def is_week_of_sunday(meaning: Count, reading: Reading, base: Standpoint, context: Context) -> bool:
    """On a Sunday, "last week" is the one that is just over, and "this week" where it looks ahead the one to come."""
    if meaning.unit != "week" or reading.rule != "neighbour" or base.start.isoweekday() != 7:
        return False
    if meaning.base != "published" or meaning.count not in (-1, 0):
        return False
    return meaning.count < 0 or tense_at(context, reading.start, reading.end, reading.signal) == "future"


DAYS_TO_REPORT = 10  # from the end of a quarter on it is "last quarter"


def is_next_middle(meaning: Count, reading: Reading, base: Standpoint, context: Context) -> bool:
    """ "By midyear" of an autumn looks to the next year's."""
    late = meaning.mod == "MID" and meaning.unit == "year" and base.start.month > 7
    return late and tense_at(context, reading.start, reading.end, reading.signal) == "future"


def is_last_end(meaning: Count, reading: Reading, base: Standpoint, context: Context) -> bool:
    """ "Up 12% since year-end", and in spring "at year-end it had 900 workers": the end of the year before."""
    if meaning.mod != "END" or meaning.unit != "year" or meaning.count or reading.rule != "unit_end":
        return False
    if reading.signal in ("since", "from"):
        return True
    told = tense_at(context, reading.start, reading.end, reading.signal) == "past"
    return told and reading.signal in ("at", "by") and base.start.month <= 6


WOULD = re.compile(r"\bwould\b(?!.*\bwill\b)")


def says_next(reading: Reading, context: Context) -> bool:
    """ "in the next year" counts from today where it is still to come; "he said he would resign the next day" does not."""
    if not context.lower.startswith("the next ", reading.start):
        return False
    if context.lower.startswith("the next day", reading.start) and WOULD.search(context.before(reading.start, 80)):
        return False
    return tense_at(context, reading.start, reading.end) == "future"


# "It would be the first time in 48 years", "the worst drought in a decade".
AT_MOST = re.compile(r"\b(?:first|second|third|last|only|most|least|best|worst|[a-z]{3,}est) (?:[^ .;]+ ){0,11}in $")


def is_day_to_come(meaning: Length, reading: Reading, context: Context) -> bool:
    """ "will end in two days": a day, not a length."""
    if meaning.count is None or meaning.unit in ("second", "minute", "hour"):
        return False
    if reading.rule == "year_ended" or context.lower.startswith("the ", reading.start):
        return False
    if AT_MOST.search(context.before(reading.start, 110)):
        return False
    if "-" in context.lower[reading.start : reading.end] and is_attribute(context, reading.end):
        return False  # "will sell $12 billion in 60-day bills"
    if reading.signal != "in" or not float(meaning.count).is_integer() or meaning.mod not in ("", "APPROX"):
        return False
    return is_promised(context, reading.end)
