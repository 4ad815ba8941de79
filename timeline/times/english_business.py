"""English: the periods that reports and budgets compare ("the quarter", "year-earlier", "by year-end")."""

from __future__ import annotations

import re

from timeline.rules import Rule
from timeline.times.attributes import is_attribute
from timeline.times.meaning import Bare, Count, Known, Length, Made, Meaning, Of
from timeline.times.phrase import Context, phrase
from timeline.times.words import DAY, MONTH, YEAR, duration, month_of, ordinal_of


@phrase(
    rf"mid-?(?P<mid>year|month|week)|(?:the\s)?(?P<unit>year|month|quarter|week|day(?='s))(?:'s)?[- ]end(?:\s(?P<year>{YEAR}))?|(?:the\s)?end\sof\sthe\s(?P<of>year|month|quarter|week|decade|century|day)",
    yes={
        "by year-end": "2024",
        "by midyear": "2024",
        "at year-end 1988": "1988",
        "at year's end": "2024",
        "By day's end they were gone.": "2024-01-16",
        "before the month-end": "2024-01",
        "The year-end rally failed.": "2024",
        "Shares are up 12% since year-end.": "2023",
        "At year-end, it had 900 workers.": "2023",
        "At year-end, it will have 900 workers.": "2024",
        "By the end of the year the dams were half empty.": "2023",
        "By the end of the year the dams will be full.": "2024",
        "the end of the month": "2024-01",
        "Sales fell in November, the largest drop since May 1982. Stocks rose at the end of the month.": [
            "2023-11",
            "1982-05",
            "2023-11",
        ],
    },
    no=["midweek flights are cheap"],
)
def unit_end(match: re.Match[str], context: Context) -> Made:
    """'year-end', 'the end of the month'."""
    if match["unit"] == "week" and not match.group().startswith("week's"):
        return None
    if match["of"] == "day":
        return None
    if match["year"]:
        return Known(value=match["year"], mod="END")
    if match["mid"] == "week" and is_attribute(context, match.end()):
        return None
    if match["mid"]:
        return Count(count=0, unit=match["mid"], base="either", mod="MID")
    meaning = Count(count=0, unit=match["unit"] or match["of"], base="either", mod="END")
    if match["unit"] and match.group().startswith("the ") and is_attribute(context, match.end()):
        return ((match.start("unit"), match.end(), meaning),)  # the article of "the year-end rally" is the rally's
    return meaning


@phrase(
    r"(?:the\s)?(?:year(?P<gap>-|\s)(?:ago|earlier|before)|prior-year)(?:(?:\s|-)(?P<nth>first|second|third|fourth)(?:-|\s)quarter|\s(?P<what>quarter|period|month|week))?",
    yes={
        "the year-earlier period": "2023",
        "year-ago results": "2023",
        "a year-earlier loss": "2023",
        "the year-ago third quarter": "2023-Q3",
        "In September sales fell from the year-earlier month.": ["2023-09", "2022-09"],
    },
    no=["a year ago", "the year before last"],
)
def year_ago(match: re.Match[str], context: Context) -> Made:
    """'the year-earlier quarter'."""
    if match["gap"] == " " and not match["what"]:
        return None
    if match["nth"]:
        return Of(part=Bare(quarter=ordinal_of(match["nth"])), whole=Count(count=-1, unit="year"))
    if match["what"] in ("month", "week"):
        return Count(count=-1, unit="year", base="reference", granularity=match["what"])
    meaning = Count(count=-1, unit="year", base="period", granularity="quarter" if match["what"] == "quarter" else "")
    if match.group().startswith("the ") and not match["what"] and is_attribute(context, match.end()):
        return ((match.start() + 4, match.end(), meaning),)  # the article of "the year-earlier pace" is the pace's
    return meaning


@phrase(
    rf"(?:the\s)?(?P<nth>latest|most\srecent|year-ago|year-earlier|(?P<year>{YEAR})|comparable|corresponding|same|current|previous|prior|prior-year|like|year-before)\s(?:(?:year-ago|year-earlier|(?P<more>{YEAR}))\s)?(?P<what>period|quarter)(?P<last>\s(?:(?:(?:of|in|for)\s)?last\syear|(?:of\s|in\s)?the\s(?:previous|prior|preceding)\syear|the\syear\s(?:before|earlier)|a\syear\s(?:ago|earlier|before)|in\s(?:the\s)?(?P<also>{YEAR})|of\s(?P<of>{YEAR})))?",
    yes={
        "the 1988 quarter": "1988-Q4",
        "the latest quarter": "2023-Q4",
        "In the most recent quarter it lost money.": "2023-Q4",
        "the same quarter of last year": "2022-Q4",
    },
    no=["the previous period", "the same period"],
)
def business_period(match: re.Match[str], context: Context) -> Made:
    """'the latest quarter', 'the 1988 period': business news compares like with like."""
    words = match.group()
    number = match["year"] or match["more"] or match["also"] or match["of"]
    if number:
        return Count(
            count=int(number),
            unit="year",
            base="period of",
            granularity="quarter" if match["what"] == "quarter" else "",
        )
    if match["what"] == "period" and re.match(
        r"(?:the )?(?:same|current|previous|prior|comparable|corresponding|like) period$", words
    ):
        return None
    if re.search(r"year-ago|year-earlier|year-before|prior-year|year$|year (?:ago|earlier|before)$", words):
        return Count(count=-1, unit="year", base="period", granularity="quarter" if match["what"] == "quarter" else "")
    if words.endswith(("latest period", "latest quarter", "recent period", "recent quarter")):
        return Count(count=0, unit="year", base="period", granularity="quarter")
    return None


@phrase(
    r"(?P<the>the\s)?(?P<unit>month|week|quarter)-(?:ago|earlier)(?:\s(?P<what>period|month|week|quarter))?",
    yes={
        "In September orders fell from the month-earlier level.": ["2023-09", "2023-08"],
        "Rates were 8.1%; the week-earlier rate was 8.2%.": "2024-W02",
        "a month-ago gain": "2023-12",
    },
    no=["a two-month-ago deal", "a month ago"],
)
def unit_earlier(match: re.Match[str], context: Context) -> Made:
    """'the month-earlier level': the month before the one that is told of."""
    if context.before(match.start(), 1) == "-":
        return None
    meaning = Count(count=-1, unit=match["unit"], base="reference")
    return meaning if match["what"] else ((match.start("unit"), match.end(), meaning),)


@phrase(
    r"the\ssame\s(?P<unit>week|month)(?:\s(?:of|in))?\s(?:last\syear|a\syear\s(?:ago|earlier|before)|the\s(?:year\s(?:before|earlier)|(?:previous|prior|preceding)\syear))",
    yes={
        "In September sales fell from the same month last year.": ["2023-09", "2022-09"],
        "It is up from the same week a year earlier.": "2023-W03",
    },
    no=["the same month", "the same month of the year"],
)
def same_unit_of_last_year(match: re.Match[str], context: Context) -> Made:
    """'the same month last year', of the month the text is in."""
    return Count(count=-1, unit="year", base="reference", granularity=match["unit"])


@phrase(
    r"(?P<lead>the|a|its|our)\s(?:(?:full|whole|entire|fiscal|business|financial|calendar)\s){0,3}(?P<unit>year|week|month|half)(?=\s(?:ended|ending|that\sended|to)\b)|the\s(?:fiscal|financial)\syear",
    yes={
        "the year ended June 30": ["P1Y", "2023-06-30"],
        "the week to Oct. 29": ["P1W", "2023-10-29"],
        "the fiscal year ending June 30": ["P1Y", "2024-06-30"],
        "It expects a profit for the fiscal year.": "2024",
    },
    no=["the fiscal year 1989"],
)
def year_ended(match: re.Match[str], context: Context) -> Made:
    """'the year ended June 30' is a length; the date that follows says which."""
    if re.match(r" [0-9]", context.after(match.end(), 3)):
        return None
    if match["lead"] == "a" and context.after(match.end(), 4).startswith(" to "):
        return None
    unit = match["unit"] or "year"
    if not match["unit"] and not BEGUN.match(context.after(match.end(), 24)):
        return Count(count=0, unit="year", base="either")
    if unit == "half" or (TO_NO_MONTH if unit == "year" else TO_NO_DAY).match(context.after(match.end(), 18)):
        return None
    return Length(value=duration(1, unit), count=1, unit=unit)


BEGUN = re.compile(r",? (?:(?:that|which) )?(?:beg[iau]n|start|end)")
TO_NO_DAY = re.compile(rf" to (?!{MONTH} [0-9])".replace(r"\s", " "))
TO_NO_MONTH = re.compile(rf" to (?!(?:the end of |end[- ]|mid-)?{MONTH})")  # "for the year to its lowest level"


@phrase(
    rf"(?:(?P<the>the)\s)?(?P<month>{MONTH})\squarter",
    yes={
        "Its loss for the September quarter was small.": "2023-Q3",
        "in the December quarter": "2023-Q4",
        "a June quarter loss": "2023-Q2",
    },
    no=["in the June quarter-final", "the March quarter of a million"],
)
def month_quarter(match: re.Match[str], context: Context) -> Made:
    """'the September quarter': the one that ends with it."""
    if re.match(r"-| (?:final|of a|finals|mile|century)", context.after(match.end(), 10)):
        return None
    meaning = quarter_to(month_of(match["month"]), None)
    if match["the"] and is_attribute(context, match.end()):
        return ((match.start("month"), match.end(), meaning),)
    return meaning


@phrase(
    r"(?:(?:the|that)\squarter(?:\sa\syear\s(?:ago|earlier))?|(?:the\s)?fiscal\squarter(?=,?\s(?:that\s)?(?:ended|ending)\b))",
    yes={
        "in the quarter": "2023-Q4",
        "Profit fell in the third quarter from the third quarter of 2022. A charge cut profit in that quarter.": [
            "2023-Q3",
            "2022-Q3",
            "2022-Q3",
        ],
        "Its fiscal quarter ended Sept. 30 brought a loss.": ["2023-Q3", "2023-09-30"],
        "for the quarter ended Oct. 31": ["2023-Q3", "2023-10-31"],
        "It sees a loss for the quarter ending in March.": ["2024-Q1", "2024-03"],
    },
    no=[
        "the quarter-final",
        "the quarter of a million",
        "the quarterback",
        "It did well with the quarter of voters who are young.",
        "in each fiscal quarter",
    ],
)
def the_quarter(match: re.Match[str], context: Context) -> Made:
    """'in the quarter': the one spoken of, else the last that ended."""
    if re.match(r"-| (?:final|of a|finals|mile|century)", context.after(match.end(), 10)):
        return None
    if SHARE.match(context.after(match.end(), 16)):
        return None
    if match.group().startswith("that") and match.group().endswith("quarter"):
        return Count(count=0, unit="year", base="period that", granularity="quarter")
    years = -1 if match.group().endswith(("ago", "earlier")) else 0
    if ended := LAST_MONTH.match(context.after(match.end(), 30)):
        return quarter_to(month_of(ended["month"]), ended["year"])
    return Count(count=years, unit="year", base="period", granularity="quarter")


# "The quarter of the voters who …" is a fourth of them.
SHARE = re.compile(r" of (?!(?:the (?:fiscal |calendar )?year|last|this|next|fiscal|calendar|[12])\b)(?![12][0-9])")
LAST_MONTH = re.compile(
    rf",? (?:that )?(?:ended|ending|to|through) (?:on |in )?(?P<month>{MONTH})(?: {DAY}(?:, (?P<year>{YEAR}))?)?"
)


def quarter_to(month: int, year: str | None) -> Meaning:
    """The calendar quarter that three months to the end of this one have most of: "the quarter ended Oct. 31" is the
    third.

    >>> [quarter_to(month, "1990").value for month in (1, 3, 10, 11)]
    ['1989-Q4', '1990-Q1', '1990-Q3', '1990-Q4']
    """
    middle = month - 1
    if year is None:
        return Bare(quarter=4 if middle == 0 else (middle + 2) // 3, toward="reported")
    return Known(value=f"{int(year) - 1:04d}-Q4" if middle == 0 else f"{year}-Q{(middle + 2) // 3}")


@phrase(
    r"the\s(?:full\s|whole\s|entire\s)?(?P<unit>year|week|month|day|decade|century)(?:\sto\sdate)?",
    yes={
        "for the year": "2024",
        "the decade's biggest deal": "202",
        "Later in the week he resigned": "2024-W03",
        "For the week they rose 4 percent.": "2024-W03",
        "By the end of the day it had lost 4 percent.": "2024-01-16",
        "for the week": "2024-W03",
        "It paid five cents for the year against four.": "2023",
        "That brought inflation for the year to its lowest level.": "2023",
        "Prices rose 1 percent in December and 6 percent for the year.": ["2023-12", "2023"],
        "In December it warned that growth for the year will be slow.": ["2023-12", "2024"],
        "The rest of the year will be hard.": "2024",
        "For the remainder of the year it was shut.": "2024",
        "For the rest of the day he slept.": "2024-01-16",
        "Shares ended the day up 3%.": "2024-01-16",
        "Shares fell on Friday. They ended the day near a low.": ["2024-01-12", "2024-01-12"],
        "Output in the month rose 3%.": "2024-01",
        "Output rose in November. Exports fell in the month from a month earlier.": ["2023-11", "2023-11", "2023-10"],
        "It reached a high for the year -- 33 cents.": "2024",
        "With the biggest sale of the year looming, shops hired.": "2024",
        "It was the worst flood of the century.": "20",
        "As the decade draws to a close, growth is slow.": "202",
        "They left as the day wore on.": "2024-01-16",
        "At the end of the day, both sides gave up.": "2024-01-16",
        "Stocks on Friday lost some of Thursday's gains. By the end of the day they had lost all.": [
            "2024-01-12",
            "2024-01-11",
            "2024-01-12",
        ],
    },
    no=[
        "the year of the rat",
        "the day of reckoning",
        "the day he died",
        "the week he left",
        "She was Woman of the Year.",
        "She was named swimmer of the year.",
        "She was named swimmer of the century.",
        "At the end of the day, it is a question of trust.",
        "The firm rents its cameras by the week.",
        "For the week ahead nobody has a plan.",
    ],
)
def the_unit(match: re.Match[str], context: Context) -> Made:
    """'for the year': the one the text is in."""
    unit = match["unit"]
    before, after = context.before(match.start(), 24), context.after(match.end(), 16)
    if context.is_capital(match.start("unit")) or is_award(match.start(), before, context):
        return None
    if before.endswith(" by ") and not after.startswith("'s "):
        return None  # "rents its cameras by the week"
    if (unit == "day" and before.endswith("at the end of ") and is_idiom(match.start(), context)) or before.endswith(
        "half "
    ):
        return None
    if (
        PART_OF_UNIT.search(before) or REST_OF_UNIT.search(before) or FIRST_OF_UNIT.search(before)
    ) and not after.startswith((" of ", "-")):
        return Count(count=0, unit=unit, base="either")
    tag = context.tag_at(match.end() + 1) if after.startswith(" ") else ""
    ends = ENDS_A_PHRASE.match(after) or (unit != "day" and tag in FINITE) or (unit == "year" and tag == "VBG")
    ends = ends or (OPENS_WITH.search(before) is not None and is_subject(match.end() + 1, context))
    ends = ends or bool(PASSES.match(after)) or (unit == "day" and tag == "IN" and CLOSES.search(before))
    if not ends or EVENT_FOLLOWS.match(after):
        return None
    passes = unit != "month" and PASSES.match(after)
    if unit in ("decade", "century", "month") and not (
        passes or after.startswith("'s ") or LEADS_TO_UNIT.search(before)
    ):
        return None
    if (
        unit == "day"
        and not (passes or after.startswith("'s "))
        and (not LEADS_TO_DAY.search(before) or re.match(r" (?:for|in|of|and|but|or)", after))
    ):
        return None
    return Count(count=0, unit=unit, base="either")


def is_idiom(start: int, context: Context) -> bool:
    """ "At the end of the day, it is a question of trust", not "At the end of the day, both sides gave up"."""
    token = context.token_at(start)
    if token is None or not token.pos:
        return True
    root = token.sentence.root
    return root.tag != "VBD" or root.lemma == "be"


def is_subject(start: int, context: Context) -> bool:
    """Whether a subject begins here: "For the week | shares rose"."""
    token = context.token_at(start)
    if token is None or token.start != start:
        return False
    return token.dep in SUBJECTS or (token.dep in ("det", "poss", "compound", "amod") and token.head.dep in SUBJECTS)


SUBJECTS = ("nsubj", "nsubjpass")
OPENS_WITH = re.compile(r"(?:^|[.!?;]\"? |, )(?:(?:and|but|still) )?(?:for|by the end of) $")


def is_award(start: int, before: str, context: Context) -> bool:
    """ "swimmer of the year", a title: not "the biggest deal of the year", "most of the day", "part of the week"."""
    if not before.endswith(" of ") or SHARES.search(before):
        return False
    token = context.token_at(start - 5)
    if token is None or token.tag not in ("NN", "NNP"):
        return False
    return not any(child.dep in ("det", "amod", "poss", "nummod") for child in token.children)


SHARES = re.compile(
    r"\b(?:half|part|end|rest|remainder|start|beginning|middle|all|course|close|much|bulk|balance|quarter|third|time) of $"
)
PART_OF_UNIT = re.compile(r"\b(?:later in|earlier in|late in|early in) $")
REST_OF_UNIT = re.compile(r"\b(?:rest|remainder|most|much|course|better part) of $")
FIRST_OF_UNIT = re.compile(r"\b(?:months|weeks|days|quarters) of $")  # "the first two months of the year"
ENDS_A_PHRASE = re.compile(
    r"$|[.,;:)!?]| (?:[-–—(]|_ )|'s\b| (?:to|in|as|with|at|on|through|and|but|or|was|were|is|has|had|will|would|could|may|up|down|higher|lower|after|before|for|from|that|the|net|against|compared|versus|vs|"
    r"by|because|when|while|since)\b"
)
PASSES = re.compile(
    r" (?:draws?|drew|drawing|wears?|wore|progresses|progressed|unfolds|unfolded|began|begins) "
)  # "as the year wore on"
CLOSES = re.compile(r"\b(?:began|ended|closed|finished|started) $")  # "ended the day near its high"
FINITE = ("VBD", "VBZ", "VBP", "MD")  # "output in the month rose", "the biggest sale of the year looming"
EVENT_FOLLOWS = re.compile(r" (?:that|when|before|after|since)\b")
LEADS_TO_UNIT = re.compile(
    r"\b(?:earlier|later|during|for|end of|rest of|throughout|of|over|in|by|started|ended|closed|finished|on) $"
)
LEADS_TO_DAY = re.compile(r"\b(?:earlier|later|end of|rest of|throughout|ended|closed|finished|started|on|for) $")


RULES: tuple[Rule, ...] = (
    year_ago,
    business_period,
    unit_earlier,
    same_unit_of_last_year,
    year_ended,
    month_quarter,
    the_quarter,
    unit_end,
    the_unit,
)
