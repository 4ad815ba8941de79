"""English: weekdays, weekends and months by name ("on Friday", "last April")."""

from __future__ import annotations

import re

from timeline.rules import Rule
from timeline.times.english_relative import BACK, DIRECTION, HERE, ON, THERE
from timeline.times.meaning import Bare, Count, Known, Made, Of
from timeline.times.phrase import Context, phrase
from timeline.times.words import (
    DAY,
    MONTH,
    NUMBER,
    WEEKDAY,
    YEAR,
    day_of,
    month_of,
    number_of,
    ordinal_of,
    weekday_of,
)


@phrase(
    rf"(?P<lead>(?:(?:the|this|early|late)\s)?(?:(?P<which>{BACK}|{ON}|{HERE}|{THERE}|on)\s)?)(?P<weekday>{WEEKDAY})",
    yes={
        "on Friday": "2024-01-12",
        "will meet on Friday": "2024-01-19",
        "last Friday": "2024-01-12",
        "next Monday": "2024-01-22",
        "They meet this Thursday": "2024-01-18",
        "He noted that Friday was a holiday.": "2024-01-12",
        "They met this past Friday": "2024-01-12",
    },
    no=[
        "Fox News Sunday",
        "the Sunday Times",
        "Black Friday",
        "Bloody Sunday",
        "the sun",
        "Sat down",
        "Wed in June",
        "Sunday Express",
    ],
)
def weekday(match: re.Match[str], context: Context) -> Made:
    """'on Friday', 'next Monday': by the tense where the words do not say."""
    word = match["weekday"].rstrip(".")
    start = match.start("weekday")
    if not context.is_capital(start):
        return None
    before, after = context.before(start, 16), context.after(match.end(), 24)
    if len(word) < 6 and word not in ("tues", "weds", "thurs", "thur"):
        if not re.search(
            r"\b(?:on|last|next|this|by|until|from|since|through|and|to|every|each) $|[(,–-] ?$|^$", before
        ) and not match["weekday"].endswith("."):
            return None
        if word in ("sun", "sat", "wed", "mon") and not re.match(
            r"[.,]? (?:[0-9]|" + MONTH.replace(r"\b", "") + ")", after
        ):
            return None
    if re.search(
        r"\b(?:black|bloody|good|ash|palm|super|big|cyber|ruby|fat|holy|easter|giving|casual|boxing|fox news) $", before
    ):
        return None
    if (
        re.match(
            r" (?:times|express|telegraph|mirror|mail|herald|post|independent|night football|night live|school|mercury)\b",
            after,
        )
        and context.text[match.end() + 1].isupper()
    ):
        return None
    token = context.token_at(start)
    if token is not None and token.entity == "PERSON":
        return None
    which = match["which"] or ""
    if which == "that" and context.tag_at(match.start("which")) == "IN":
        which = ""
    if which in NEEDS_THE and not match["lead"].startswith(("the ", "this ")):
        which = ""
    begin = match.start() if which not in ("", "on") else start
    if which and which != "on" and match["lead"].startswith(("early", "late")):
        begin = start - len(which) - 1
    toward = ""
    if which and which != "on":
        toward = {-1: "last", 0: "this", 1: "next"}[DIRECTION[which]]
        if which in ("that", "same"):
            toward = "that"
        if which in ("previous", "preceding", "prior"):
            toward = "before"
        if which in ("following", "subsequent") or match["lead"].startswith("the next"):
            toward = "after"
    return ((begin, match.end(), Bare(weekday=weekday_of(word), toward=toward)),)


# "Following Monday's debate" comes after it; "the following Monday" is a week on.
NEEDS_THE = frozenset("previous preceding prior following subsequent ensuing same past".split())


@phrase(
    rf"(?P<which>last|this|next|this\spast|this\scoming|that|the\s(?:previous|following|same|next))\s(?P<month>{MONTH})(?:\s(?P<day>{DAY})(?!\s?[0-9:%]))?",
    yes={"last April": "2023-04", "next March": "2024-03", "this September": "2024-09", "last October 5": "2023-10-05"},
    no=["She said that March was too early."],
)
def which_month(match: re.Match[str], context: Context) -> Made:
    """'last April', 'this September'."""
    if not context.is_capital(match.start("month")):
        return None
    which = match["which"]
    if which == "that" and context.tag_at(match.start()) == "IN":
        return None
    toward = {
        "last": "last", "next": "next", "this": "this", "this past": "last", "this coming": "next", "that": "that",
        "the previous": "before", "the following": "after", "the next": "after", "the same": "that",
    }[" ".join(which.split())]  # fmt: skip
    day = day_of(match["day"]) if match["day"] else 0
    return Bare(month=month_of(match["month"]), day=day, toward=toward)


@phrase(
    rf"(?:(?:the\s)?(?P<day>{DAY})\s(?:of\s)?)?(?P<month>{MONTH})(?:\s(?P<day2>{DAY}),?)?\s(?P<which>last|this|next|of\slast|of\sthis|of\snext|of\sthat|the\sfollowing|of\sthe\s(?:following|same|previous|next))\syear",
    yes={
        "April next year": "2025-04",
        "October of last year": "2023-10",
        "July of that year": "2024-07",
        "23 March of the following year": "2025-03-23",
        "on March 5 next year": "2025-03-05",
    },
)
def month_which_year(match: re.Match[str], context: Context) -> Made:
    """'April next year'."""

    word = match["which"].split()[-1]
    base = "reference" if word in ("that", "following", "same", "previous") else "published"
    count = {"last": -1, "previous": -1, "next": 1, "following": 1}.get(word, 0)
    day = match["day"] or match["day2"]
    part = Bare(month=month_of(match["month"]), day=day_of(day) if day else 0)
    return Of(part=part, whole=Count(count=count, unit="year", base=base))


@phrase(
    rf"(?:the\s)?(?P<nth>first|second|third|fourth|last)\s(?P<weekday>{WEEKDAY})\s(?:in|of)\s(?:(?P<month>{MONTH})(?:,?\s(?P<year>{YEAR}))?)",
    yes={"the first Sunday in April": "2024-04-07", "the last Friday of May 2023": "2023-05-26"},
)
def nth_weekday_of_month(match: re.Match[str], context: Context) -> Made:
    """'the first Sunday in April'."""
    nth = -1 if match["nth"] == "last" else ordinal_of(match["nth"])
    part = Bare(month=month_of(match["month"]), weekday=weekday_of(match["weekday"]), nth=nth)
    return Of(part=part, whole=Known(value=match["year"])) if match["year"] else part


@phrase(
    rf"(?P<number>{NUMBER})\s(?P<weekday>mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays)\s(?:ago|earlier|running)",
    yes={"two Fridays ago": "2024-01-05"},
    no=["three Sundays running"],
)
def weekdays_ago(match: re.Match[str], context: Context) -> Made:
    """'two Fridays ago'."""
    number = number_of(match["number"])
    if number is None or match.group().endswith("running"):
        return None
    return Bare(weekday=weekday_of(match["weekday"][:-1]), toward="last", nth=int(number))


@phrase(
    r"(?P<the>the\s|over\sthe\s|(?:this|last|next|that)\s)(?:(?P<which>past|last|coming|following|previous|same)\s)?weekend",
    yes={"last weekend": "2024-W02-WE", "over the weekend": "2024-W02-WE", "this weekend": "2024-W03-WE"},
)
def weekend(match: re.Match[str], context: Context) -> Made:
    """'over the weekend'."""
    words = match.group().split()
    start = match.start() + (
        len(match.group()) - len(match.group().removeprefix("over").lstrip()) if words[0] == "over" else 0
    )
    lead = match["which"] or words[0]
    if lead in ("the", "over"):
        meaning: Bare | Count = Bare(weekday=8)
    elif lead in ("last", "past"):
        meaning = Count(count=-1, unit="weekend")
    elif lead == "that" or lead == "same":
        meaning = Count(count=0, unit="weekend", base="reference")
    else:
        meaning = Count(
            count={"previous": -1, "this": 0}.get(lead, 1),
            unit="weekend",
            base="reference" if lead in ("previous", "following") else "published",
        )
    return ((start, match.end(), meaning),)


RULES: tuple[Rule, ...] = (
    nth_weekday_of_month,
    weekdays_ago,
    weekday,
    which_month,
    month_which_year,
    weekend,
)
