"""English: what recurs ("every Friday", "twice a week", "daily")."""

from __future__ import annotations

import re

from timeline.rules import Rule
from timeline.times.attributes import is_attribute
from timeline.times.english_named import HOLIDAYS
from timeline.times.meaning import Known, Made
from timeline.times.phrase import Context, phrase
from timeline.times.scene import is_sentence_start
from timeline.times.words import (
    MONTH,
    NTH,
    NUMBER,
    PART_OF_DAY,
    PARTS_OF_DAY,
    SEASON,
    SEASONS,
    UNIT,
    WEEKDAY,
    duration,
    month_of,
    number_of,
    one_of,
    ordinal_of,
    unit_of,
    weekday_of,
)

ADVERBS = {
    "daily": "P1D", "weekly": "P1W", "monthly": "P1M", "yearly": "P1Y", "annually": "P1Y",
    "hourly": "PT1H", "nightly": "XXXX-XX-XXTNI", "biweekly": "P2W", "fortnightly": "P2W",
    "biannually": "P6M", "biannual": "P6M", "semiannually": "P6M", "semiannual": "P6M", "biennially": "P2Y",
    "biennial": "P2Y", "bimonthly": "P2M", "quadrennial": "P4Y", "quarterly": "P3M",
}  # fmt: skip
SINGULARS = r"(?:second|minute|hour|day|week|weekend|fortnight|month|quarter|year|decade|century)\b"


@phrase(
    rf"(?:almost\s|nearly\s|(?P<times>once|twice)\s|the\s(?:first|second|third|fourth|last)\s(?:{WEEKDAY}|weekend|week|day)\s(?:of|in)\s)?"
    rf"(?P<each>every\sother|every\ssingle|every|each)\s(?:and\severy\s)?(?:(?P<number>{NUMBER})\s|(?P<nth>{NTH})\s)?(?:(?P<half>half)[- ](?=hour\b|minute\b|day\b|year\b))?(?P<unit>{UNIT})",
    yes={
        "every day": "P1D",
        "each year": "P1Y",
        "every two weeks": "P2W",
        "every other month": "P2M",
        "every third day": "P3D",
        "the first Sunday of every month": "P1M",
        "once every ten years": "P10Y",
        "There is a call every half hour.": "PT30M",
    },
    no=["each second", "every fourth quarter", "every first day"],
)
def every_unit(match: re.Match[str], context: Context) -> Made:
    """'every two weeks'."""
    unit = unit_of(match["unit"])
    if unit == "second" and not match["number"]:
        return None
    count = number_of(match["number"]) if match["number"] else 1.0
    if match["nth"]:
        count = float(ordinal_of(match["nth"]))
        if count < 2 or unit == "quarter":
            return None
    quant = "EACH" if match["each"] == "each" else "EVERY"
    if match["each"] == "every other":
        count = 2.0
    if match["half"]:
        if match["number"] or match["nth"]:
            return None
        count = 0.5
    freq = {"once": "1X", "twice": "2X"}.get(match["times"] or "", "")
    return Known(type="SET", value=duration(count, unit), quant=quant, freq=freq)


@phrase(
    rf"(?P<each>every|each|every\sother)\s(?:(?P<weekday>{WEEKDAY})(?:\s(?P<part>{PART_OF_DAY}))?|(?P<month>{MONTH})|(?P<season>{SEASON})|(?P<part_alone>{PART_OF_DAY})|(?P<weekday_word>weekday)|(?P<holiday>{one_of(re.escape(name) for name in HOLIDAYS)}))",
    yes={
        "every Friday": "XXXX-WXX-5",
        "They meet here every Christmas.": "XXXX-12-25",
        "every Thanksgiving": "P1Y",
        "each Independence Day": "XXXX-07-04",
        "each July": "XXXX-07",
        "every summer": "XXXX-SU",
        "every morning": "XXXX-XX-XXTMO",
    },
    no=["every Christmas tree", "Every Easter Island statue"],
)
def every_name(match: re.Match[str], context: Context) -> Made:
    """'every Friday'."""
    quant = "EACH" if match["each"] == "each" else "EVERY"
    if match["weekday"]:
        value = f"XXXX-WXX-{weekday_of(match['weekday'])}"
        if match["part"]:
            value += f"T{PARTS_OF_DAY[match['part']]}"
    elif match["month"]:
        value = f"XXXX-{month_of(match['month']):02d}"
    elif match["season"]:
        value = f"XXXX-{SEASONS[match['season']]}"
    elif match["part_alone"]:
        value = f"XXXX-XX-XXT{PARTS_OF_DAY[match['part_alone']]}"
    elif match["holiday"]:
        if not context.is_capital(match.start("holiday")) or is_attribute(context, match.end()):
            return None
        rule = HOLIDAYS[match["holiday"]]
        value = f"XXXX-{rule}" if DAY_OF_YEAR.fullmatch(rule) else "P1Y"
    else:
        value = "XXXX-WXX"
    return Known(type="SET", value=value, quant=quant)


DAY_OF_YEAR = re.compile(r"[0-9]{2}-[0-9]{2}")  # not a feast that moves


@phrase(
    r"(?:(?:once|twice|thrice)(?:-|\s))?(?P<word>daily|weekly|monthly|yearly|annually|hourly|nightly|bi-weekly|biweekly|fortnightly|bi-monthly|bimonthly|bi-?annual(?:ly)?|semi-?annual(?:ly)?|biennial(?:ly)?|quadrennial|quarterly)",
    yes={
        "daily": "P1D",
        "meets weekly": "P1W",
        "annually": "P1Y",
        "the twice-weekly flight": "P1W",
        "a semiannual dividend": "P6M",
        "The biennial show opened in May.": ["P2Y", "2023-05"],
        "He left early. Weekly claims fell.": "P1W",
        "Rates fell at the weekly Treasury auction.": "P1W",
        "The dividend is paid quarterly.": "P3M",
    },
    no=[
        "the Daily Mail",
        "Weekly Standard",
        "the Monthly Review",
        "the state-run daily Granma",
        "its quarterly dividend",
        "It laid off ten hourly workers.",
        "They met at the annual show.",
        "He left. Daily Express writers did not.",
    ],
)
def adverb(match: re.Match[str], context: Context) -> Made:
    """'daily'."""
    if (match["word"] == "daily" and context.before(match.start(), 8) == "average ") or (
        context.is_capital(match.start()) and match.start() and not is_sentence_start(context, match.start())
    ):
        return None
    tag = context.tag_at(match.start("word"))
    if match["word"] == "hourly" and PAID.match(context.after(match.end(), 11)):
        return None
    if match["word"] == "quarterly" and tag != "RB":
        return None  # "its quarterly loss"
    if tag in ("NN", "NNP") or (
        re.match(r" \w", context.after(match.end(), 2))
        and context.is_capital(match.end() + 1)
        and not describes(match.start("word"), context)
    ):
        return None
    return Known(type="SET", value=ADVERBS[match["word"].replace("-", "")])


PAID = re.compile(r" (?:workers?|employees?|staff|labou?r)\b")  # "hourly workers" are so paid


def describes(start: int, context: Context) -> bool:
    """ "the weekly Treasury auction", not "the daily Granma"."""
    token = context.token_at(start)
    if token is None or token.text[:1].isupper() or token.dep != "amod":
        return False
    return token.head.i > token.i and token.head.pos == "NOUN" and token.head.text.islower()


@phrase(
    rf"(?:(?P<times>once|twice|thrice|(?:{NUMBER}\s(?:or|to)\s)?{NUMBER}\stimes)(?:\s|-))?(?:(?P<per>an?|per|each|every|/)[- ]?(?P<unit>{SINGULARS})|per\s(?P<annum>annum))",
    yes={
        "twice a week": "P1W",
        "$10 million a year": "P1Y",
        "100 per day": "P1D",
        "six times a month": "P1M",
        "a once-a-year sale": "P1Y",
        "pays 12 cents a quarter": "P1Q",
        "holds several rallies a day": "P1D",
        "a 30,000-barrel-a-day plant": "P1D",
        "nine percent per annum": "P1Y",
        "Traffic came to 14 billion dlrs a day.": "P1D",
        "gusts of 80 kilometres an hour": "PT1H",
        "He did one day a week of service.": "P1W",
        "They take $2,000 a year from each member.": "P1Y",
        "The river dropped two feet of silt a day on the port.": "P1D",
    },
    no=[
        "a day later",
        "fell 12 cents a quarter of the time",
        "a quarter more",
        "They met on 5 May, a day on which the city rests.",
        "The bank gave two men a week off.",
        "They will pay $5 million a year from today.",
        "He gave the two sons of the king a year to leave.",
    ],
)
def per_unit(match: re.Match[str], context: Context) -> Made:
    """'twice a week', '$10 million a year'."""
    if match["annum"]:
        return Known(type="SET", value="P1Y", quant="EVERY")
    per, unit = match["per"], unit_of(match["unit"])
    after, before = context.after(match.end(), 14), context.before(match.start(), 30)
    if unit == "second" or (unit == "quarter" and per == "a" and not MONEY.search(before)):
        return None
    start = match.start()
    if match["times"] is None:
        if per in ("each", "every"):
            return None
        if per in ("a", "an") and not ONE_PER.search(before):
            if re.match(
                r"(?:'s|-| (?:ago|earlier|later|before|after|off|and a half|or (?:so|two|more)|old|from(?=\s(?:now|today|then|when|[a-z]+day)\b)|long|since|into|of|when|on which|in which|that))\b",
                after,
            ):
                return None
            if not is_rate(before, context, start) or re.search(
                r"\b(?:24|twenty-four) hours $|\b(?:7|seven) days $", before
            ):
                return None
    freq = {"once": "1X", "twice": "2X"}.get(match["times"] or "", "")
    return Known(type="SET", value=duration(1, unit), quant="EVERY", freq=freq)


ONE_PER = re.compile(r"\bone (?:day|night|hour|morning|afternoon|evening) $")  # "one day a week of school"
MONEY = re.compile(r"\b(?:cents|million|billion|[0-9]+)(?: a share)? $")
RATE = re.compile(
    r"(?:[0-9]|million|billion|thousand|hundred|dollars|barrels|people|tons|tonnes|hours|days|times|percent|%|cents|shares|jobs|cars|"
    r"units|euros|pounds|marks|yen|francs|workers|flights|copies|cds|books|deaths|cases|bpd|miles|gallons|kilometers|"
    r"visitors|tourists|students|children|patients|meals|calls|attacks|minutes|nights|weeks|months)(?: or (?:more|so))? $"
)


GIVEN = re.compile(r"an? [a-z]+ (?:to|apart|for)\b")  # "gave the five men a week to leave"


def is_rate(before: str, context: Context, start: int) -> bool:
    """Whether a number of something comes right before: "$10 million a year", "six days a week", "barrels-a-day"."""
    if before.endswith("-"):
        return context.lower[start + 1] == "-"
    if re.search(
        r"\b(?:for|in|within|after|about|only|just|than|at least|nearly|almost|over|under|of|on|spent|spend|took|take) $",
        before,
    ):
        return False
    if RATE.search(before):
        return True
    token = context.token_at(start)
    if token is None or not token.i:
        return False
    counted = context.document.tokens[token.i - 1]
    if counted.tag in ("NN", "NNS", "NNP") and any(child.dep == "nummod" for child in counted.children):
        return GIVEN.match(context.after(start, 18)) is None
    if counted.dep == "pobj" and counted.head.lower == "of" and not counted.children:  # "two feet of rain a day"
        return any(child.dep == "nummod" for child in counted.head.head.children)
    if token.head.dep != "npadvmod":
        return False
    what = token.head.head
    several = context.tag_at(start - 2) == "NNS" and not context.text[start - 2 : start].startswith(",")
    return several or (what.dep in ("nummod", "quantmod", "pobj", "dobj") and what.i < token.i)


@phrase(
    r"(?:alternate\s)?(?P<weekday>mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays|weekdays|weekends)(?:\s(?P<part>mornings|afternoons|evenings|nights))?",
    yes={"on Fridays": "XXXX-WXX-5", "at weekends": "XXXX-WXX-WE", "on alternate Tuesdays": "XXXX-WXX-2"},
    no=["Happy Mondays played"],
)
def plural_weekday(match: re.Match[str], context: Context) -> Made:
    """'on Fridays'."""
    word = match["weekday"]
    if re.search(r"\bhappy $", context.before(match.start(), 8)):
        return None
    value = {"weekdays": "XXXX-WXX", "weekends": "XXXX-WXX-WE"}.get(word) or f"XXXX-WXX-{weekday_of(word[:-1])}"
    if match["part"]:
        value += f"T{PARTS_OF_DAY[match['part'][:-1]]}"
    return Known(type="SET", value=value)


@phrase(
    rf"(?P<day>{WEEKDAY}|weekday|weekend)\s(?P<part>mornings|afternoons|evenings|nights)",
    yes={"On Sunday mornings he walked.": "XXXX-WXX-7TMO", "on weekday evenings": "XXXX-WXXTEV"},
    no=["the Saturday Nights band"],
)
def weekday_parts(match: re.Match[str], context: Context) -> Made:
    """'on Sunday mornings'."""
    if context.is_capital(match.start("part")):
        return None
    day = {"weekday": "XXXX-WXX", "weekend": "XXXX-WXX-WE"}.get(match["day"]) or f"XXXX-WXX-{weekday_of(match['day'])}"
    return Known(type="SET", value=f"{day}T{PARTS_OF_DAY[match['part'][:-1]]}")


RULES: tuple[Rule, ...] = (every_name, every_unit, per_unit, adverb, plural_weekday, weekday_parts)
