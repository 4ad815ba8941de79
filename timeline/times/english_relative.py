"""English: times counted from the report or from the time the text stands at ("last week", "two days later")."""

from __future__ import annotations

import re

from timeline.rules import Rule
from timeline.times.meaning import Bare, Count, Known, Length, Made
from timeline.times.phrase import Context, phrase
from timeline.times.scene import is_sentence_start
from timeline.times.words import (
    DAY,
    MONTH,
    NTH,
    NUMBER,
    SINGULAR,
    UNIT,
    WEEKDAY,
    YEAR,
    duration,
    number_of,
    unit_of,
    weekday_of,
)

BACK = r"(?:last|past|previous|preceding|prior)"
ON = r"(?:next|following|coming|upcoming|subsequent|ensuing)"
HERE = r"(?:this|current|present)"
THERE = r"(?:that|same)"
DIRECTION = {
    "last": -1, "past": -1, "previous": -1, "preceding": -1, "prior": -1, "next": 1, "following": 1, "coming": 1,
    "upcoming": 1, "subsequent": 1, "ensuing": 1, "this": 0, "current": 0, "present": 0, "that": 0, "same": 0,
    "latest": -1, "most recent": -1, "this past": -1, "this coming": 1, "that same": 0, "that very": 0,
}  # fmt: skip
# Words that count from where the narrative stands, not from the day of publication.
NARRATIVE = frozenset(
    ("previous", "preceding", "prior", "following", "subsequent", "ensuing", "that", "same", "that same", "that very")
)


@phrase(
    rf"(?P<the>(?:the|its|our)\s)?(?P<which>this\spast|this\scoming|that\s(?:same|very)|{BACK}|{ON}|{HERE}|{THERE}|latest|most\srecent(?=\s(?:fiscal|week|month|year)))\s(?:(?P<fiscal>fiscal|calendar|financial|business|very\s|school|election)\s)?(?P<unit>{SINGULAR})",
    yes={
        "last week": "2024-W02",
        "next month": "2024-02",
        "this year": "2024",
        "the current quarter": "2024-Q1",
        "the following year": "2025",
        "that week": "2024-W03",
        "They met on 3 May 1915. Next day they left.": ["1915-05-03", "1915-05-04"],
        "He fled on 3 May 1915. That very day she died.": ["1915-05-03", "1915-05-03"],
        "the previous month": "2023-12",
        "this past week": "2024-W02",
        "Two men were killed this weekend.": "2024-W02-WE",
        "They will meet this weekend.": "2024-W03-WE",
        "over the past half-century": "P50Y",
        "Talks to Resume Next Week": "2024-W04",
        "Profits last year doubled.": "2023",
        "There were four this week.": "2024-W03",
        "TALKS TO RESUME NEXT WEEK": "2024-W04",
        "It will be ready within the next week.": "P1W",
        "Over the coming decade it will need ten plants.": "P10Y",
        "In the most recent week claims fell.": "2024-W02",
    },
    no=[
        "The host of This Week",
        "this second attempt",
        "the last minute",
        "her last year in office",
        "the bishop's last month at the post",
        "this second",
        "the last day of the hearings",
        "during the last day of the hearings",
        "by the same quarter-point margin",
    ],
)
def neighbour(match: re.Match[str], context: Context) -> Made:
    """'last week', 'the following year'."""
    which, unit = " ".join(match["which"].split()), unit_of(match["unit"])
    if context.lower.startswith("-", match.end()):
        return None  # "by the same quarter-point margin"
    before = context.before(match.start(), 11)
    if context.is_named(match.start("unit")) or (which == "last" and OF_A_TIME.match(context.after(match.end(), 14))):
        return None
    if which == "last" and is_somebodys(match.start(), before, context):
        return None  # "his last year in office"
    if unit == "second" or (unit == "minute" and which != "next") or (unit == "day" and which == "this"):
        return None
    the = (match["the"] or "").strip() == "the"
    if match["the"] is None and WITH_ARTICLE.search(before):
        return None
    if which == "last" and the and unit == "day" and is_final(before, context.after(match.end(), 4)):
        return None
    if (
        match["the"] is None
        and which
        in (
            "past",
            "same",
            "previous",
            "preceding",
            "prior",
            "following",
            "current",
            "present",
            "latest",
            "most recent",
            "subsequent",
        )
        and which not in ("current",)
    ):
        return None
    if unit == "hour":
        return Length(value="PT1H", count=1, unit="hour", toward="past" if DIRECTION[which] < 0 else "next")
    if (
        which in ("past", "last")
        and the
        and unit in ("day", "week", "month", "quarter", "year", "decade", "century", *PARTS_OF_CENTURY)
    ):
        final = which == "last" and OF_A_WHOLE.match(context.after(match.end(), 12))
        return Length(value=duration(1, unit), count=1, unit=unit, toward="" if final else "past")
    if which in ("coming", "upcoming", "next") and the and unit in PARTS_OF_CENTURY:
        return Length(value=duration(1, unit), count=1, unit=unit, toward="next")
    if which in ("coming", "upcoming") and not (the and unit in ("year", "decade") and SPENT.search(before)):
        return Count(count=1, unit=unit)
    if which in ("next", "following", "coming", "upcoming") and the and unit != "day" and SPENT.search(before):
        return Length(value=duration(1, unit), count=1, unit=unit, toward="after" if which == "following" else "next")
    if which == "next" and (the or unit == "day"):
        return Count(count=1, unit=unit, base="reference")
    if which == "latest" and unit in ("day", "minute"):
        return None
    return Count(count=DIRECTION[which], unit=unit, base="reference" if which in NARRATIVE else "published")


def is_somebodys(start: int, before: str, context: Context) -> bool:
    """ "His last year in office", "Lee's last month at the bank"."""
    return re.search(r"\b(?:his|her|their|my|your) $", before) is not None or (
        before.endswith(("'s ", "s' ")) and context.tag_at(start - 2) == "POS"
    )


def is_final(before: str, after: str) -> bool:
    """ "The last day of the hearings" is the final one; "in the last day, nine were killed" tells how long.

    >>> is_final("on ", " of "), is_final("during ", " of "), is_final("in ", ", ni"), is_final("over ", ".")
    (True, True, False, False)
    """
    return after.startswith(" of ") or not (SPENT.search(before) or re.search(r"\bin $", before))


WITH_ARTICLE = re.compile(r"\b(?:the|its|our) $")  # not "profits last year", "four last week"
SPENT = re.compile(r"\b(?:for|over|within|during|throughout) $")
OF_A_WHOLE = re.compile(r" of \w")  # "the last year of his presidency", "the last week of talks": no year or week past
PARTS_OF_CENTURY = ("half-century", "quarter-century")
OF_A_TIME = re.compile(
    rf" of (?:the |that |last |this )?(?:{MONTH}|{YEAR}|year|month|century|decade|war|campaign|season)".replace(
        r"\s", " "
    )
)


@phrase(
    rf"(?P<number>{NUMBER})(?:\s|-)(?P<trading>(?:trading|business|working|full|long|short|whole|calendar)\s)?(?P<unit>{UNIT})(?P<half>\sand\sa\shalf|\sor\s(?:so|two|three))?\s(?P<way>ago|back|earlier|later|hence|afterwards?|previously|prior|beforehand|from\snow|from\stoday|before(?:\sthat)?|after(?:\sthat)?|on)",
    yes={
        "three days ago": "2024-01-13",
        "two weeks ago": "2024-W01",
        "a year ago": "2023",
        "Third-quarter profit fell. Shares closed yesterday at $17; a year ago they sold for $31.": [
            "2023-Q3",
            "2024-01-15",
            "2023",
        ],
        "a year and a half ago": "2022-07",
        "two days later": "P2D",
        "a few years ago": "PAST_REF",
        "He died a few years later.": "PXY",
        "He fled on 3 May 1915. He died a few years later.": ["1915-05-03", "FUTURE_REF"],
        "five minutes ago": "2024-01-16",
        "10 years from now": "2034",
        "a week from today": "2024-01-23",
        "It began in May 1998. Two years on, it ends.": ["1998-05", "2000"],
        "He came on 3 May 1915 and died three days after that.": ["1915-05-03", "1915-05-06"],
        "It opened a year ago today.": "2023-01-16",
        "It opened six years ago next month.": "2018-02",
        "It opened 50 years ago tomorrow.": "1974-01-17",
        "Twenty years ago this spring, he fled.": "2004-SP",
        "A year ago Monday, they crossed the border.": "2023-01-15",
        "He was freed a week ago Friday.": "2024-01-05",
        "They met five years ago this month.": "2019-01",
        "It rose to $90 million on Sept. 30 from $70 million three months earlier.": ["2023-09-30", "2023-06"],
        "It fell on 3 May 1915. He had left a year prior.": ["1915-05-03", "1914"],
    },
    no=[
        "two years back to back",
        "a second before",
        "three days on the road",
        "It rained for two days on, two days off",
        "three days prior to the vote",
    ],
)
def counted(match: re.Match[str], context: Context) -> Made:
    """'three days ago', 'two days later'."""
    way, unit, number = match["way"], unit_of(match["unit"]), number_of(match["number"])
    if match["half"] and match["half"].endswith("half") and number is not None:
        number += 0.5
    after = context.after(match.end(), 14)
    if unit == "second" and not match["unit"].endswith("s") and (way != "later" or match["number"] != "a"):
        return None
    if way in ("before", "after", "prior") and re.match(r"-| [a-z0-9]", after):
        return None
    if way == "on" and not (after.startswith(",") and is_sentence_start(context, match.start())):
        return None
    way = way.removesuffix(" that")
    if way == "back" and re.match(r" (?:to|in|from|at|home|on|into|and)\b", after):
        return None
    if way in ("later", "earlier") and after.startswith(" than"):
        return None  # "opened two weeks earlier than usual": a length
    sign = -1 if way in ("ago", "back", "earlier", "before", "previously", "prior", "beforehand") else 1
    if number is None:
        if way == "ago" or way.startswith("from"):
            return Known(value="PAST_REF" if sign < 0 else "FUTURE_REF")
        return Length(value=duration(None, unit), unit=unit, toward="before" if sign < 0 else "after")
    base = "published" if way in ("ago", "back", "hence") or way.startswith("from") else "reference"
    return Count(
        count=sign * number, unit=unit, base=base, granularity="day" if way == "from today" and unit in DAYS else ""
    )


DAYS = ("day", "week", "fortnight", "month", "year")


@phrase(
    rf"(?P<number>{NUMBER})\s(?P<unit>{UNIT})(?:'s?)?\stime",
    yes={
        "It will be ready in three years' time.": "2027",
        "Polls open in ten days' time.": "2024-01-26",
        "He is to speak in a week's time.": "2024-W04",
        "It will be over in a few weeks time.": "FUTURE_REF",
    },
    no=["in two weeks' time trials", "He served three years' time."],
)
def units_time(match: re.Match[str], context: Context) -> Made:
    """'in three years' time'."""
    if not IN_UNITS.search(context.before(match.start(), 20)) or context.tag_at(match.end() + 1).startswith("NN"):
        return None
    number = number_of(match["number"])
    return Known(value="FUTURE_REF") if number is None else Count(count=number, unit=unit_of(match["unit"]))


IN_UNITS = re.compile(r"\b(?:in|within)(?: (?:about|around|just|only|less than|more than|under))? $")


@phrase(
    r"(?P<unit>seconds|minutes|hours|days|weeks|months|years|decades|centuries)\s(?P<way>ago|later|earlier|afterwards?)|"
    r"(?:(?:(?:not|just)\s)?(?:quite\s)?(?:a\s(?:(?:very|fairly|little|short|long|good|brief)\s)?(?:while|time)|some\s(?:time|while)|(?:a\s(?:few\s)?)?moments?))\sago",
    yes={
        "years ago": "PAST_REF",
        "He said a little while ago that he would go.": "PAST_REF",
        "He left a short time ago.": "PAST_REF",
        "It was announced just moments ago.": "PAST_REF",
        "Weeks later, he left.": "PXW",
        "He fled on 3 May 1915. Weeks later, he died.": ["1915-05-03", "FUTURE_REF"],
    },
    no=["days later than planned"],
)
def vaguely_counted(match: re.Match[str], context: Context) -> Made:
    """'years ago', 'weeks later'."""
    if context.after(match.end(), 5) == " than":
        return None
    if match["way"] == "ago" or match["unit"] is None:
        return Known(value="PAST_REF")
    unit = unit_of(match["unit"])
    return Length(value=duration(None, unit), unit=unit, toward="before" if match["way"] == "earlier" else "after")


@phrase(
    rf"(?P<number>{NUMBER})\s(?P<unit>days?|weeks?|months?|years?)\s(?P<way>before|after|from|following)\s(?P<day>today|yesterday|tomorrow|(?P<weekday>{WEEKDAY})|(?P<month>{MONTH})\s(?P<number_of_day>{DAY})(?:,?\s(?P<year>{YEAR}))?)",
    yes={
        "two days before yesterday": "2024-01-13",
        "a week from Friday": "2024-01-26",
        "two weeks from Monday": "2024-02-05",
    },
)
def counted_from_day(match: re.Match[str], context: Context) -> Made:
    """'a week from Friday'."""
    number = number_of(match["number"])
    if number is None:
        return None
    sign = -1 if match["way"] == "before" else 1
    days = {"yesterday": -1, "tomorrow": 1, "today": 0}.get(match["day"])
    if days is not None:
        per = {"day": 1, "week": 7}.get(unit_of(match["unit"]))
        return None if per is None else Count(count=days + sign * number * per, unit="day")
    if match["weekday"] and unit_of(match["unit"]) == "week" and match["way"] == "from":
        return Bare(weekday=weekday_of(match["weekday"]), toward="next", nth=int(number) + 1)
    return None


@phrase(
    r"the\s(?P<unit>day|week|month|quarter|year)\s(?P<way>before|after|earlier)",
    yes={
        "the day before": "2024-01-15",
        "He left in May 1998 and came back the year after.": ["1998-05", "1999"],
        "In 2019 it lost twice what it had lost the year before.": ["2019", "2018"],
        "Sales in August were below those of the month before, it said.": ["2023-08", "2023-07"],
        "She won in 2019. The day before, it rained. She will speak on Friday.": ["2019", "2024-01-15", "2024-01-19"],
        "Guards had fought them the day before as they shut the square.": "2024-01-15",
    },
    no=[
        "the day after the election he won",
        "the year before the war",
        "the year before last",
        "the week after they met",
    ],
)
def unit_before(match: re.Match[str], context: Context) -> Made:
    """'the day before', 'the year after', of the time the text stands at."""
    if not BESIDE_ENDS.match(context.after(match.end(), 7)):
        return None
    return Count(count=-1 if match["way"] != "after" else 1, unit=match["unit"], base="reference")


# "They had met the day before in Rome"; "the day before she left" is told by what follows.
BESIDE_ENDS = re.compile(r"$|[.,;:)]| (?:and|but|in|at|as|when|while|near|by)\b")


@phrase(
    r"this\stime\s(?:(?P<which>last|next)\s(?P<unit>week|month|year)|(?P<day>yesterday|tomorrow))",
    yes={"at this time last year": "2023", "By this time tomorrow, it will be over.": "2024-01-17"},
    no=["this time last spring", "this time around"],
)
def this_time_last(match: re.Match[str], context: Context) -> Made:
    """'this time last year'."""
    ahead = "next" in (match["which"] or "") or match["day"] == "tomorrow"
    return Count(count=1 if ahead else -1, unit=match["unit"] or "day")


@phrase(
    r"until\sthen|the\s(?:very\s)?day\s(?:before|after)(?=\s[a-z0-9])",
    yes={
        "It ends on Nov. 30. Until then, it holds.": ["2023-11-30", "2023-11-30"],
        "On 8 May 1950, the day after the vote, he left": ["1950-05-08", "1950-05-08"],
        "It fell in 1940. On 8 May, the day after the vote, he left": ["1940", "1940-05-08", "1940-05-08"],
    },
    no=["the day before the vote"],
)
def same_day(match: re.Match[str], context: Context) -> Made:
    """'until then', and the day that has just been named and is told in other words."""
    if match.group().startswith("until"):
        return ((match.end() - 4, match.end(), Count(count=0, unit="day", base="reference")),)
    if DAY_BEFORE.search(context.before(match.start(), 18)) is None:
        return None
    return (
        (match.start(), match.start() + match.group().index("day") + 3, Count(count=0, unit="day", base="reference")),
    )


DAY_BEFORE = re.compile(rf"(?:[0-9](?:st|nd|rd|th)?|[0-9] {MONTH}), $")


@phrase(
    rf"(?:the\s)?(?!first\b)(?P<nth>{NTH})\sday(?=\sof\b)",
    yes={"On 21 July 1936, the fifth day of the revolt, they won": ["1936-07-21", "1936-07-21"]},
    no=["the first day"],
)
def nth_day(match: re.Match[str], context: Context) -> Made:
    """'the fifth day of the revolt' is the day that is being told of."""
    if re.match(
        r" of (?:the )?(?:month|year|january|february|march|april|may|june|july|august|september|october|november|december)\b",
        context.after(match.end(), 16),
    ):
        return None
    return Count(count=0, unit="day", base="reference")


RULES: tuple[Rule, ...] = (
    nth_day,
    this_time_last,
    same_day,
    neighbour,
    units_time,
    counted,
    vaguely_counted,
    counted_from_day,
    unit_before,
)
