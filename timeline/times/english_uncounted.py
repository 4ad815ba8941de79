"""English: lengths without a number ("for years", "week-long", "daylong", "all week", "for a while")."""

from __future__ import annotations

import re

from timeline.rules import Rule
from timeline.times.ages import is_of_a_thing
from timeline.times.english_durations import AGES
from timeline.times.meaning import Length, Made
from timeline.times.phrase import Context, phrase
from timeline.times.words import EXACT, PLURAL, SMALL, duration, number_of, one_of, unit_of

TAKES = re.compile(r"\b(?:take|takes|took|taking|cost|costs) (?:[A-Z][A-Za-z'-]+ ){1,3}$")


@phrase(
    r"(?P<unit>seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|century|centuries)-(?P<long>long|old)|night-long",
    yes={
        "week-long": "P1W",
        "months-long": "PXM",
        "decades-old": "PXE",
        "a year-long trial": "P1Y",
        "the week-old truce": "P1W",
        "a night-long battle": "P1D",
    },
    no=["a year-old girl", "their month-old baby"],
)
def unit_long(match: re.Match[str], context: Context) -> Made:
    """'week-long', 'decades-old'."""
    if re.search(r"[0-9a-z]-$|[0-9] $", context.before(match.start(), 4)):
        return None
    if match["unit"] is None:
        return Length(value="P1D", count=1, unit="day")
    unit = unit_of(match["unit"])
    plural = match["unit"].endswith("s")
    if match["long"] == "old" and not plural and unit not in ("century", "decade"):
        token = context.token_at(match.end() - 1)
        if token is None or not token.pos or not is_of_a_thing(token, unit):
            return None
    return Length(value=duration(None if plural else 1, unit), count=None if plural else 1, unit=unit)


@phrase(
    r"(?P<unit>day|week|month|year|night|decade|season|hour)long",
    yes={"a daylong siege": "P1D", "yearlong": "P1Y"},
)
def unitlong(match: re.Match[str], context: Context) -> Made:
    """'daylong'."""
    unit = {"night": "day", "season": "month"}.get(match["unit"], match["unit"])
    return Length(value=duration(1, unit), count=1, unit=unit)


@phrase(
    rf"(?P<unit>{PLURAL})(?:\sand\s(?P<more>{PLURAL}))?(?P<ahead>\sto\scome)?",
    yes={
        "for years": "PXY",
        "in weeks": "PXW",
        "months of talks": "PXM",
        "It was over in seconds.": "PTXS",
        "It failed after hours of debate.": "PTXH",
        "It will matter for years to come.": "PXY",
        "You had three perfect days.": "P3D",
    },
    no=[
        "Dog Days",
        "a matter of months",
        "on days when it rains",
        "It fruits only in years when spring is warm.",
        "the headquarters",
        "seconds out",
        "quarters",
        "working hours",
        "office hours",
        "the early hours",
        "they work 16-hour days",
        "the minutes of the meeting",
        "the overnight hours",
        "from his days in the House",
        "in her college years he met her",
        "only a few years older than my son",
        "He made centuries in both matches.",
        "half centuries from both openers",
        "paid badly for the long hours",
        "On most days the market is quiet.",
        "closed outside meal hours",
        "The bank is open at all hours.",
        "after all the hours of rehearsal",
        "Hours are up from May.",
        "Days Inn will open three hotels.",
        "They cut hours and pay.",
        "paid for the hours in the contract",
        "It was one of the hottest days of the summer.",
        "the darkest hours of the siege",
        "The years from 1964 to 1967 were hard.",
        "The senator's days in office are over.",
        "It was one of those days.",
        "There were no days off.",
        "The star is some 50 light years away.",
        "Bars must close early on election days.",
        "Their days are numbered.",
        "It is to help them through the dry months.",
        "The bar opens after hours.",
    ],
)
def bare_plural(match: re.Match[str], context: Context) -> Made:
    """'for years', 'within weeks'."""
    unit = unit_of(match["unit"])
    start, end = match.span()
    before, after = context.before(start, 16), context.after(end, 12)
    if context.is_named(start) and start and not re.search(r"[.!?\"] $|^$", before):
        return None
    if AGES.match(after) or unit == "weekend":
        return None
    if context.text[end + 1 : end + 2].isupper() and context.is_named(start):
        return None  # "Days Inn"
    if (
        unit == "quarter"
        or (unit == "second" and not before.endswith((" in ", " within ")))
        or re.match(r" (?:apart|off|are numbered|were numbered)\b", after)
        or before.endswith((" light ", " the dry ", " the wet ", " the hot ", " the cold ", " the rainy "))
    ):
        return None
    if WHEN.match(after) or (
        before.endswith("the ")
        and (unit == "minute" or (unit == "hour" and (before.endswith("all the ") or not BESIDE.match(after))))
    ):
        return None
    if is_told_apart(start, context.before(start, 30), context):
        return None
    passed = before.endswith("after ") and after.startswith(" of ")  # "after hours of talks"
    if (
        unit == "hour"
        and not passed
        and re.search(
            r"\b(?:working|office|opening|business|trading|rush|visiting|school|early|small|late|peak|man|after|class|daylight|overnight|waking|daytime|wee|"
            r"all|happy|set|setting|long|longer|short|shorter|extra|fewer|flexible|work|teaching|overtime|unpaid|unsocial|regular|normal|daily|"
            r"cut|cutting|reduce|reduced|shorten|shortened|lengthen|lengthened|bill|billed|fewer) $|-$",
            before,
        )
    ):
        return None
    if unit == "century" and not (LEADS_TO_CENTURIES.search(before) or CENTURIES_PASS.match(after)):
        return None
    if (
        COUNTED_BEFORE.search(before)
        or is_own_time(before, match.start(), context)
        or re.match(r" (?:from |between )?[0-9]{4}\b", after)
    ):
        return None
    takes = TAKES.search(context.text[max(0, start - 40) : start]) is not None
    if (is_of_a_kind(match.start(), context) and not takes) or (
        unit == "hour" and is_statistic(match.start(), after, context)
    ):
        return None
    length = Length(value=duration(None, unit), unit=unit, toward="next" if match["ahead"] else "")
    if (kind := JUDGED_DAYS.search(context.before(start, 40))) and context.tag_at(start - 2) == "JJ":
        count = number_of(kind["number"])
        if count is not None:  # "three perfect days"
            return ((start - len(kind.group()), end, Length(value=duration(count, unit), count=count, unit=unit)),)
    if before.endswith("the ") and unit in ("hour", "decade", "century") and BESIDE.match(after):
        return ((start - 4, end, length),)  # "the hours before dawn", as "the days before the vote"
    return length


JUDGED_DAYS = re.compile(rf"(?<![a-z0-9.,$-])(?P<number>{EXACT}) [a-z]+ $".replace(r"\s", " "))
ONE_OF = re.compile(r"\bone of (?:the|those|these|his|her|its|their|our|my) (?:[a-z-]+ )?$")


def is_told_apart(start: int, before: str, context: Context) -> bool:
    """ "The hottest days", "one of the worst years", "his most difficult hours": some of them, and none are counted."""
    if ONE_OF.search(before):
        return True
    token = context.token_at(start)
    if token is None or not token.i:
        return False
    tokens = context.document.tokens
    which = tokens[token.i - 1]
    return which.tag == "JJS" or (which.tag == "JJ" and which.i > 0 and tokens[which.i - 1].lower == "most")


BESIDE = re.compile(
    r" (?:before|after|since|that|leading|following|of|to)\b"
)  # "the hours before dawn", not "the hours he puts in"
WHEN = re.compile(r" (?:when|in which|on which|during which)\b")  # "only in years when it rains": some of them
COUNTED_BEFORE = re.compile(
    rf"-$|\b(?:in as|how) many $|[0-9] $|-(?:minute|hour|day|week|month) $|\bon $|\bmatter of $|\b{one_of(SMALL)} $|"
    r"\b(?:on (?:some|most|many|other|certain)|day of) $"
)
# Batsmen score centuries; of time they pass.
LEADS_TO_CENTURIES = re.compile(
    r"\b(?:for|over|in|of|after|through|throughout|across|within|during|many|few|several|some) $"
)
CENTURIES_PASS = re.compile(r" (?:of|ago|later|earlier|before|after|past|passed|old|to come)\b")


# "his days in the House", "her college years": a part of a life, no length.
OWN_TIME = re.compile(r"(?:\b(?P<own>his|her|their|my|our|your|its)|(?P<owner>[a-z]'s|s')) (?:[a-z]+ )?$")


def is_own_time(before: str, start: int, context: Context) -> bool:
    """Whether somebody's own days are meant: not in "gave her months to pay"."""
    owner = OWN_TIME.search(before)
    if owner is None:
        return False
    if owner["owner"]:
        token = context.token_at(start)
        return token is not None and token.child("poss") is not None
    return context.tag_at(start - len(before) + owner.start()) == "PRP$"


def is_statistic(start: int, after: str, context: Context) -> bool:
    """ "Total hours fell": so many were worked, and none passed; not "hours of talks failed"."""
    token = context.token_at(start)
    if (
        token is None
        or token.dep not in ("nsubj", "nsubjpass")
        or after.startswith((" of ", " before", " after", " later"))
    ):
        return False
    return token.head.lemma not in PASSING


PASSING = frozenset("pass go elapse turn drag fly slip tick stretch become".split())


def is_of_a_kind(start: int, context: Context) -> bool:
    """Whether a name says which, "the Reagan years", or of hours any noun, "meal hours"; not "told the BBC days before"."""
    token = context.token_at(start)
    if token is None or re.match(r" (?:before|after|later|earlier|ago)\b", context.after(start + len(token.text), 9)):
        return False
    kinds = ("PROPN", "NOUN") if token.lower in ("hours", "days") else ("PROPN",)
    return any(child.dep == "compound" and child.i < token.i and child.pos in kinds for child in token.children)


@phrase(
    r"a\smatter\sof\s(?P<unit>seconds|minutes|hours|days|weeks|months|years)",
    yes={"He will be caught in a matter of days.": "PXD", "It fell within a matter of hours.": "PTXH"},
    no=["a matter of days off", "It is a matter of minutes kept and letters lost."],
)
def matter_of(match: re.Match[str], context: Context) -> Made:
    """'in a matter of days'."""
    if not re.match(r"$|[.,;:)]| (?:and|but|after|before|to|for|if|when|as)\b", context.after(match.end(), 8)):
        return None
    unit = unit_of(match["unit"])
    return Length(value=duration(None, unit), unit=unit)


@phrase(
    r"(?:a\s(?:long|short|little|brief|considerable)(?:er)?\s(?:while|period)|a\swhile|(?:quite\s)?some\stime|a\s(?:fairly\s|very\s|rather\s)?(?:lengthy|long|short|brief)(?:er)?\speriod(?:\sof\stime)?)",
    yes={
        "It may be some time before we know.": "PXX",
        "for a while": "PXX",
        "for a long period": "PXX",
        "held for a longer period": "PXX",
    },
    no=["while he waited", "for a long time", "once in a while", "some time in May", "for some time slots"],
)
def indefinite(match: re.Match[str], context: Context) -> Made:
    """'for a while'."""
    if context.before(match.start(), 8).endswith("once in "):
        return None
    if match.group().endswith("time") and not re.match(
        r"$|[.,;:)]| (?:and|but|that|to|by|now|since|before)\b", context.after(match.end(), 8)
    ):
        return None
    if not re.search(
        r"\b(?:for|in|after|within|quite|over|take|takes|took|last|lasted|be|been) $", context.before(match.start(), 10)
    ):
        return None
    return Length(value="PXX")


@phrase(
    r"all[\s-](?P<unit>day|night|week|month|year)(?:[\s-](?P<long>long))?",
    yes={
        "They worked all day.": "P1D",
        "The shop is open all year long.": "P1Y",
        "Talks went on all night, he said.": "P1D",
        "It has thrown the party into chaos all week.": "P1W",
        "They agreed after an all-night session.": "P1D",
    },
    no=["the all day pass", "all day trips", "an all-night cafe", "He knew them all week after week."],
)
def all_unit(match: re.Match[str], context: Context) -> Made:
    """'all week': from its beginning to its end."""
    goes_on = LASTING if match.group()[3] == "-" else WHOLE_ENDS
    if not goes_on.match(context.after(match.end(), 20)) or context.before(match.start(), 4).endswith("the "):
        return None
    unit = {"night": "day"}.get(match["unit"], match["unit"])
    return Length(value=duration(1, unit), count=1, unit=unit)


# "An all-night session" lasted; an all-night cafe is open.
LASTING = re.compile(
    r" (?:[a-z]+ )?(?:sessions?|meetings?|talks|negotiations|hearings?|debates?|battles?|fights?|siege|vigils?|search|march|"
    r"rall(?:y|ies)|protests?|sit-in|bombardment|bargaining|drives?|flights?|strikes?|events?|parties|party)\b"
)
WHOLE_ENDS = re.compile(
    r"$|[.,;:)!?\"'”–—]| [–—-]| (?:and|but|in|at|on|to|with|for|as|while|when|because|that|about|from|over)\b"
)


RULES: tuple[Rule, ...] = (
    unit_long,
    unitlong,
    all_unit,
    bare_plural,
    indefinite,
    matter_of,
)
