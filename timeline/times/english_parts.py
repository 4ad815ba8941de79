"""English: days, weeks and weekends as parts of a month or a year ("the last day of March", "the 20th of next month")."""

from __future__ import annotations

import re
from dataclasses import replace

from timeline.rules import Rule
from timeline.times.calendar import days_in
from timeline.times.english_dates import counts_a_noun
from timeline.times.meaning import Bare, Count, Known, Made, Meaning, Of
from timeline.times.phrase import Context, phrase
from timeline.times.words import MONTH, NTH, ORDINAL_DAY, WEEKDAY, YEAR, month_of, ordinal_of, weekday_of

NTHS = r"(?P<nth>first|second|third|fourth|last|final|opening|closing|1st|2nd|3rd|4th)"
OF_MONTH = rf"(?:in|of)\s(?P<month>{MONTH})(?:,?\s(?P<year>{YEAR}))?"
WHICH = r"(?P<which>the|this|last|next|that|the\s(?:same|following|previous|next|coming))"
COUNT_OF = {"last": -1, "next": 1, "coming": 1, "previous": -1, "following": 1}
TOLD = frozenset(("that", "same", "previous", "following"))


def nth_of(word: str) -> int:
    """The number of "first" or "3rd"; -1 of "last".

    >>> nth_of("second"), nth_of("closing"), nth_of("opening")
    (2, -1, 1)
    """
    return -1 if word in ("last", "final", "closing") else 1 if word == "opening" else ordinal_of(word)


def in_year(part: Bare, match: re.Match[str]) -> Meaning:
    return Of(part=part, whole=Known(value=match["year"])) if match["year"] else part


def counted_unit(words: str, unit: str) -> Count:
    """ "the month", "next month", "the following year" that something is a part of."""
    word = words.split()[-1]
    base = "either" if word == "the" else "reference" if word in TOLD or words == "the next" else "published"
    return Count(count=COUNT_OF.get(word, 0), unit=unit, base=base)


@phrase(
    rf"the\s(?P<day>{ORDINAL_DAY})",
    yes={
        "It began on 3 May 1915. On the eleventh they left.": ["1915-05-03", "1915-05-11"],
        "It began on 3 May 1915. By the evening of the twenty-first they were gone.": ["1915-05-03", "1915-05-21TEV"],
    },
    no=[
        "They met on the ninth.",
        "It began on 3 May 1915, on the third attempt.",
        "It began on 3 May 1915 with an attack on the second of two forts.",
    ],
)
def spelled_day(match: re.Match[str], context: Context) -> Made:
    """'on the eleventh', where a story is told: a report writes "the 11th"."""
    after = context.after(match.end(), 12)
    if not context.document.parsed or after.startswith((" of ", "-")):
        return None
    if not ON_A_DAY.search(context.before(match.start(), 14)) or counts_a_noun(match.start("day"), context):
        return None
    return Bare(day=ordinal_of(match["day"]))


ON_A_DAY = re.compile(r"(?:^|\W)(?:on|upon|by|until|till|(?:morning|afternoon|evening|night) of) $")


@phrase(
    rf"(?:the\s)?{NTHS}\s(?:full\s)?week\s{OF_MONTH}",
    yes={"the second week of March 2024": "2024-W11", "the last week of December 2022": "2022-W52"},
)
def week_of_month(match: re.Match[str], context: Context) -> Made:
    """'the second week of March'."""
    return in_year(Bare(month=month_of(match["month"]), week=nth_of(match["nth"])), match)


@phrase(
    rf"(?:the\s)?{NTHS}\s(?P<weekday>{WEEKDAY})\s{OF_MONTH}",
    yes={"the first Sunday in April": "2024-04-07", "the last Friday of May 2023": "2023-05-26"},
)
def nth_weekday_of_month(match: re.Match[str], context: Context) -> Made:
    """'the first Sunday in April'."""
    part = Bare(month=month_of(match["month"]), weekday=weekday_of(match["weekday"]), nth=nth_of(match["nth"]))
    return in_year(part, match)


@phrase(
    rf"(?:the\s)?{NTHS}\sweekend\s{OF_MONTH}",
    yes={"the last weekend of October": "2023-W43-WE", "the first weekend in May 2023": "2023-W18-WE"},
    no=["the last weekend of the fair"],
)
def weekend_of_month(match: re.Match[str], context: Context) -> Made:
    """'the last weekend of October': that of its Saturday."""
    if not context.is_capital(match.start("month")):
        return None
    saturday = Bare(month=month_of(match["month"]), weekday=6, nth=nth_of(match["nth"]))
    return Of(part=Bare(), whole=in_year(saturday, match), unit="weekend")


@phrase(
    rf"(?:the\s)?(?:very\s)?(?P<nth>first|last|final|opening|closing)\sday\s{OF_MONTH}",
    yes={
        "the first day of May 2022": "2022-05-01",
        "on the last day of October 2015": "2015-10-31",
        "It ended on the last day of March.": "2023-03-31",
        "It ended on the last day of December.": "2023-12-31",
        "the last day of February 2024": "2024-02-29",
    },
    no=["the first day of the march", "the last day of the talks"],
)
def end_day_of_month(match: re.Match[str], context: Context) -> Made:
    """'the last day of March'."""
    if not context.is_capital(match.start("month")):
        return None
    month = month_of(match["month"])
    last = nth_of(match["nth"]) < 0
    published = context.document.article.published
    year = int(match["year"]) if match["year"] else published.year if published is not None else 2023
    day = days_in(year, month) if last else 1
    return in_year(Bare(month=month, day=day), match)


@phrase(
    rf"(?:(?:the|this)\s)?(?:very\s)?(?P<nth>first|last|final|opening|closing)\sday\sof\s(?:{WHICH}\s(?P<unit>month|year)|(?P<number>{YEAR}))",
    yes={
        "It fell on the last day of 1937.": "1937-12-31",
        "They meet on the first day of the month.": "2024-01-01",
        "The permit lapses on the last day of next year.": "2025-12-31",
        "the first day of this year": "2024-01-01",
    },
    no=["the first day of the week", "the last day of the year of the rat", "the first day of the fiscal year"],
)
def end_day_of_unit(match: re.Match[str], context: Context) -> Made:
    """'the last day of the year'."""
    if context.after(match.end(), 4).startswith((" of ", "-")):
        return None
    if match["number"]:
        return Known(value=f"{match['number']}-{'01-01' if nth_of(match['nth']) > 0 else '12-31'}")
    whole = counted_unit(match["which"], match["unit"])
    if nth_of(match["nth"]) > 0:
        return Of(part=Bare(nth=0), whole=whole, unit="day")
    return Of(part=Bare(nth=-1), whole=replace(whole, count=whole.count + 1), unit="day")


@phrase(
    rf"the\s(?P<day>{NTH})\s(?:day\s)?of\s(?P<which>this|last|next|the\s(?:following|previous|next|coming))\smonth",
    yes={"on the 20th of next month": "2024-02-20", "by the fifth of this month": "2024-01-05"},
    no=["the 31st of each month", "the second of last month's two strikes"],
)
def day_of_which_month(match: re.Match[str], context: Context) -> Made:
    """'the 20th of next month'."""
    day = ordinal_of(match["day"])
    if not 1 <= day <= 28 or context.after(match.end(), 2) == "'s":
        return None
    return Of(part=Bare(nth=day - 1), whole=counted_unit(match["which"], "month"), unit="day")


@phrase(
    rf"the\s{NTHS}\s(?P<weekday>{WEEKDAY})\sof\s{WHICH}\smonth",
    yes={"The last Friday of the month is a holiday.": "2024-01-26", "the second Tuesday of next month": "2024-02-13"},
    no=["the last Friday of the campaign"],
)
def nth_weekday_of_unit(match: re.Match[str], context: Context) -> Made:
    """'the last Friday of the month'."""
    if not context.is_capital(match.start("weekday")):
        return None
    part = Bare(weekday=weekday_of(match["weekday"]), nth=nth_of(match["nth"]))
    return Of(part=part, whole=counted_unit(match["which"], "month"))


RULES: tuple[Rule, ...] = (
    spelled_day,
    week_of_month,
    nth_weekday_of_month,
    weekend_of_month,
    end_day_of_month,
    end_day_of_unit,
    day_of_which_month,
    nth_weekday_of_unit,
)
