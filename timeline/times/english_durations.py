"""English: how long ("three weeks", "2 1/2 years", "the past two months", "the year ahead")."""

from __future__ import annotations

import re

from timeline.rules import Rule
from timeline.times.ages import is_of_a_thing
from timeline.times.attributes import is_attribute
from timeline.times.meaning import Known, Length, Made
from timeline.times.phrase import Context, phrase
from timeline.times.words import EXACT, NUMBER, PLURAL, SINGULAR, SMALL, UNIT, duration, number_of, unit_of

JUDGED = "good|bad|great|tough|painful|happy|lonely|lean|busy|quiet|dry|wet|hot|cold"  # of "two good years", not "a good year"
EXTRA = rf"(?:(?:more|additional|further|consecutive|straight|full|whole|successive|solid|long|short|extra|trading|business|working|calendar|fiscal|school|other|entire|hard|difficult|bloody|tense|intense|turbulent|{JUDGED})\s)?"
JOINED = r"(?:[a-z]{3,16}-[a-z]{3,16}\s)?"  # "five heart-stopping seconds"; a rule cannot begin with it
ABOUT = r"(?:\+|-odd|-some|-plus|\splus|\sor\smore|\sor\sso|\sor\sfewer|\sor\sless)"
ABOUT_MODS = {"odd": "APPROX", "some": "APPROX", "so": "APPROX", "plus": "MORE_THAN", "+": "MORE_THAN", "more": "EQUAL_OR_MORE",
              "fewer": "EQUAL_OR_LESS", "less": "EQUAL_OR_LESS"}  # fmt: skip
PAST = r"(?:past|last|latest|trailing|previous|preceding|prior)"
NEXT = r"(?:next|coming|following|upcoming|ensuing|subsequent|first)"
AGES = re.compile(r"(?:-| )olds?\b| of age\b| (?:older|younger|(?:his|her|my) (?:senior|junior))\b")


@phrase(
    rf"(?:(?P<least>{EXACT})(?:-?\s(?:to|or)\s|-to-|(?<!ty)\s?[-–]\s?(?![1-9]/|hundred|thousand|million)))?(?P<number>{NUMBER})(?P<about>{ABOUT})?(?:\s|-)(?:{EXTRA}|{JOINED})(?P<unit>{UNIT})(?:(?:\s|-)(?P<long>long|longer|old))?(?:\sand\sa\shalf|(?P<few>\sor\s(?:two|three)))?",
    yes={
        "for three weeks": "P3W",
        "He will be the first in 130 years.": "P130Y",
        "The first strike against AT&T in three years will begin today.": ["P3Y", "2024-01-16"],
        "The deal will lapse in 30 years.": "2054",
        "It will open two weeks earlier than usual.": "P2W",
        "Army Chief Gets 12 Years for Coup": "P12Y",
        "ARMY CHIEF GETS 12 YEARS": "P12Y",
        "2 1/2 years": "P2Y6M",
        "1-1/2 years": "P1Y6M",
        "two-week": "P2W",
        "a minute and a half": "PT1M30S",
        "several months": "PXM",
        "at least 20 more years": "P20Y",
        "half an hour": "PT30M",
        "a half-hour talk": "PT30M",
        "three quarters of an hour": "PT45M",
        "a quarter of a century": "P25Y",
        "two to three weeks": "P2W",
        "a two-three week wait": "P2W",
        "two and one-half years": "P2Y6M",
        "half a dozen years": "P6Y",
        "some 30-odd years": "P30Y",
        "five or more years": "P5Y",
        "another two weeks": "P2W",
        "a year or two": "P1Y",
        "thirty-six hours": "PT36H",
        "the eight-month-old truce": "P8M",
        "Its two-month-old bid for the chain was dropped.": "P2M",
        "The treaty is 30 years old.": "P30Y",
        "A law five years old was dropped.": "P5Y",
        "She opened a 40-year-old letter.": "P40Y",
        "thirty-seven years": "P37Y",
        "He quit, one day after winning.": "P1D",
        "The storm hit a day before the vote.": "P1D",
        "It came one day before the vote.": "P1D",
        "six years, four months and two days": "P6Y4M2D",
        "an hour and 20 minutes": "PT1H20M",
        "5 ½ years": "P5Y6M",
        "He served three four-year terms.": "P4Y",
        "He has two good years left.": "P2Y",
        "It was out of sight for five heart-stopping seconds.": "PT5S",
        "the two-thousand-year-old city": "P2000Y",
        "He will stay another day or two.": "P1D",
        "the roughly 30-minute speech": "PT30M",
        "The stay was cut by a day to nine days.": ["P1D", "P9D"],
        "In 18+ years of work he never saw one.": "P18Y",
        "It took millions of years.": "PXY",
        "They waited until April 12 - two days after the vote.": ["2023-04-12", "P2D"],
        "The jury took less than a day to decide.": "P1D",
        "He won another six-year term.": "P6Y",
    },
    no=[
        "after 15 consecutive year-on-year drops",
        "He scored a century on the second day.",
        "They called it a day.",
        "a 50-year-old man",
        "He drives a Fury 3 Day Coupe.",
        "he is 50 years old",
        "her nine-month-old baby",
        "he is two years older than his brother",
        "a rival ten years his junior",
        "a second attack",
        "a quarter of it",
        "a great day",
        "a fiscal year",
        "the 2025 fiscal year",
        "24 hours a day",
        "every single year",
        "it will one day be told",
        "One day after school he left.",
        "as many as three-quarters of voters",
        "In a year when little went right, he won.",
        "It was a month in which nobody bought.",
        "not for a minute did he believe it",
        "Not a week goes by without a strike.",
        "Hardly a day passes that he does not call.",
        "There has not been a day since then that he slept.",
        "On a day rich in symbols they met.",
        "They had hundreds of seconds-long talks.",
        "A minute amount of lead was found.",
        "an attack in as many weeks",
        "How many years has it run?",
        "a day trader in his kitchen",
        "It was as good a year as any.",
        "a two million-a-year trade",
        "He led in a weekend poll.",
        "It was a long-awaited day.",
    ],
)
def length(match: re.Match[str], context: Context) -> Made:
    """'three weeks'; ages of people stay silent."""
    unit, words = unit_of(match["unit"]), match["number"]
    singular = not match["unit"].endswith("s")
    if not singular and match["long"] in ("long", "old") and hyphen_before(match) and number_of(words) is None:
        return None  # "hundreds of seconds-long talks"
    if (
        UNIT_ON_UNIT.match(context.lower, match.end())
        or not counts_units(unit, words, singular, match, context)
        or is_age(match, unit, context)
    ):
        return None
    if (
        match.group() == "one day"
        and not context.after(match.end(), 4).startswith(" of ")
        and not COUNTS_ONE.search(context.before(match.start(), 10))
        and not ONE_DAY_APART.match(context.after(match.end(), 16))
    ):
        return None
    if match["least"] and words in ("a", "an"):
        return None  # "a $9 million-a-year trade"
    if (more := MORE_OF.match(words)) and context.lower[match.end("number")] == "-":
        count = number_of(words)  # "another" is the term's, of "another six-year term"
        return ((match.start() + more.end(), match.end(), Length(value=duration(count, unit), count=count, unit=unit)),)
    many, _, each = words.rpartition(" ")
    if counts_separately(many, each) and context.lower[match.end("number")] == "-":
        count = number_of(each)
        start = match.end("number") - len(each)
        return ((start, match.end(), Length(value=duration(count, unit), count=count, unit=unit)),)
    count = None if words in ("a", "an") and not singular else number_of(words)
    if match.group().endswith("and a half"):
        count = (count or 0) + 0.5
    if match["few"] and singular and words in ("a", "an", "another"):
        return Length(value=duration(1, unit), count=1, unit=unit, mod="APPROX")
    if match["few"]:
        return ((match.start(), match.start("few"), Length(value=duration(count, unit), count=count, unit=unit)),)
    if match["about"]:
        mod = ABOUT_MODS[re.split(r"[- ]", match["about"])[-1]]
        return Length(value=duration(count, unit), count=count, unit=unit, mod=mod)
    if match["least"] and " - " in match.group() and match["least"].isdigit() != words[:1].isdigit():
        return ((match.start("number"), match.end(), Length(value=duration(count, unit), count=count, unit=unit)),)
    if match["least"] and (least := number_of(match["least"])) is not None:
        return Length(value=duration(least, unit), count=least, unit=unit, mod="EQUAL_OR_MORE")
    return Length(value=duration(count, unit), count=count, unit=unit)


MORE_OF = re.compile(r"(?:another|an (?:additional|extra)|a further) (?=[a-z0-9])")
UNIT_ON_UNIT = re.compile(r"-(?:on|over|to|by)-")  # "15 consecutive year-on-year drops"


def counts_separately(many: str, each: str) -> bool:
    """ "three four-year terms" are three of four years each; "twenty four" is one number.

    >>> counts_separately("three", "four"), counts_separately("twenty", "four"), counts_separately("", "four")
    (True, False, False)
    """
    if many not in SMALL or each not in SMALL:
        return False
    return SMALL[many] < 20 or SMALL[each] >= 10


ONE = ("a", "an", "one", "single", "a single")
VAGUE_ONLY = ("many", "few", "some", "several", "a few", "a couple", "a couple of", "numerous", "countless")


def counts_units(unit: str, words: str, singular: bool, match: re.Match[str], context: Context) -> bool:
    """Whether the number counts the unit: no ordinal "second", no "quarter of it", no model "Fury 3 Day"."""
    before, after = context.before(match.start(), 12), context.after(match.end(), 18)
    hyphened = context.lower[match.end("number")] == "-"
    if NUMBER_GOES_ON.search(before) or is_always(match, after) or (words == "many" and ASKED.search(before)):
        return False
    if (
        unit == "second"
        and singular
        and ((words in ONE and words != "one") or (not hyphened and not words[:1].isdigit()))
    ):
        return False
    if unit == "quarter" and (
        words in (*ONE, "half a", "some") or (words == "three" and (hyphened or after.startswith(" of ")))
    ):
        return False
    rare = unit in ("day", "second", "quarter", "weekend") and not match["few"]  # "another day or two"
    if words == "another" and (not singular or rare):
        return False
    if singular and (words in VAGUE_ONLY or (words.isdigit() and len(words) == 4 and 1900 <= int(words) < 2100)):
        return False
    if words == "a" and hyphened and before.endswith("-"):
        return False
    if words in (*ONE, "another") and HOW_IT_WAS.search(match.group()):
        return False
    if words in ("a", "single", "a single") and NO_SUCH.search(before) and GOES_BY.match(after):
        return False
    if words in ("a", "an", "single", "a single"):
        if re.search(r"(?:fiscal|calendar|business|working|school|trading) (?:year|day)$", match.group()):
            return False
        if after.startswith("-") or context.is_named(match.start("unit")) or (match["long"] and hyphen_before(match)):
            return False
        if unit in ("day", "weekend") and not hyphened and not match["long"] and is_attribute(context, match.end()):
            return False
        if unit == "day" and DAY_SOMEBODY.match(after) and not LASTS.search(before):
            return False
        if unit == "day" and ((DAY_OF.match(after) and not TAKES.search(before)) or ON_A.search(before)):
            return False
        if is_idiom(unit, match, context):
            return False
        if AS_GOOD.search(before) and after.startswith(" as "):
            return False
        if (unit != "week" and SAYS_WHICH.match(after)) or (
            unit in ("minute", "second") and NEVER.search(context.before(match.start(), 40))
        ):
            return False
    return not words.isdigit() or context.is_capital(match.start()) or not context.is_named(match.start("unit"))


def is_idiom(unit: str, match: re.Match[str], context: Context) -> bool:
    """ "a minute amount", "scored a century", "called it a day"."""
    if unit == "minute":
        after = context.after(match.end(), 14)
        return MINUTE_THING.match(after) is not None or (
            context.tag_at(match.start("unit")) == "JJ" and after[1:2].isalpha()
        )
    if unit in ("day", "century"):
        idiom = IDIOM.search(context.before(match.start(), 18))
        apart = unit == "day" and APART.match(context.after(match.end(), 9)) is not None
        return idiom is not None and not (apart and not idiom.group().startswith("call"))
    return False


MINUTE_THING = re.compile(
    r" (?:amounts?|quantit|traces?|part|particles?|fragments?|details?|fraction|difference|proportion|percentage|dose|crack)"
)
APART = re.compile(r" (?:after|before|later|earlier)\b")  # "the quake hit a day after the vote"
IDIOM = re.compile(r"\b(?:(?:scor|notch|smash|hitt)\w+|hit|made|call(?:s|ed|ing)? it) $")


def hyphen_before(match: re.Match[str]) -> bool:
    """ "a week-long siege": the article is not of the length."""
    return match.group()[match.start("long") - match.start() - 1] == "-"


TAKES = re.compile(r"\b(?:after|by|than|took|take|takes|nearly|almost|within) $")  # "took less than a day to decide"
ON_A = re.compile(r"(?:^|\W)on $")
NO_SUCH = re.compile(r"\b(?:not|hardly|scarcely|barely|not been|never been|n't been) $")  # "not a day goes by"
GOES_BY = re.compile(r" (?:goes|went|passe[sd]|has gone|has passed|since|when|that)\b")
HOW_IT_WAS = re.compile(rf"[ -](?:{JUDGED}|[a-z]{{3,16}}-[a-z]{{3,16}}) ")
ASKED = re.compile(r"\b(?:in as|how) $")  # "how many seconds does it last?"
NUMBER_GOES_ON = re.compile(r"[0-9][.,:/]$|[$£€#]$|\b(?:every|each|24 hours|twenty-four hours|seven days|7 days) $")
# "a year when …" is told by what happened in it, and "not for a minute" is never.
AS_GOOD = re.compile(r"\bas [a-z]+ $")  # "as good a year as the last"
SAYS_WHICH = re.compile(r",? (?:when|in which(?! to\b)|on which|during which)\b")
NEVER = re.compile(r"(?:\b(?:not|never|nor)|n't) (?:\w+ ){0,2}for $")
DAY_OF = re.compile(r" (?:of|when|that|for|to|in which)(?!\w)")
# "a day they left", not "for a day they held the bridge".
DAY_SOMEBODY = re.compile(r" (?:they|he|she|we|i|you)(?!\w)")
LASTS = re.compile(r"\b(?:for|in|within|after|over) $")


def is_age(match: re.Match[str], unit: str, context: Context) -> bool:
    """Whether it says how old a person is."""
    if match["long"] == "old":
        token = context.token_at(match.end() - 1)
        return token is None or not token.pos or not is_of_a_thing(token, unit)
    return AGES.match(context.after(match.end(), 12)) is not None


# "One day after the vote", not "one day after school".
ONE_DAY_APART = re.compile(r" (?:after|before) (?:the|an?|his|her|its|their|he|she|it|they|[a-z]+ing)\b")
# "Will one day be told" is no length.
COUNTS_ONE = re.compile(r"\b(?:for|in|within|of|by|after|than|last|lasted|only|just|took|take|takes) $")


def is_always(match: re.Match[str], after: str) -> bool:
    """ "24 hours a day", "seven days a week": an idiom, no length."""
    return (
        re.fullmatch(r"(?:24|twenty-four) hours|(?:7|seven) days", match.group()) is not None
        and re.match(r" an? (?:day|week)\b", after) is not None
    )


@phrase(
    rf"(?P<the>the\s|its\s|his\s|her\s|their\s|our\s)?(?:(?P<early_number>{NUMBER})\s(?=(?:{PAST}|{NEXT})\s))?(?:(?P<first>first|final|opening|closing|last|initial|early)\s)?(?:(?P<past>{PAST})|(?P<next>{NEXT}))?\s?(?:(?P<least>{EXACT})\s(?:to|or)\s)?(?P<number>{NUMBER})?\s?{EXTRA}(?P<unit>{PLURAL})(?:\s(?P<ahead>ahead|to\scome))?",
    yes={
        "the past two months": "P2M",
        "over the next four years": "P4Y",
        "in the last few months": "PXM",
        "the first nine months": "P9M",
        "Profit rose in the first nine months of 1989.": ["P9M", "1989"],
        "It fell on 3 May 1915. In the first nine months of 1916 nobody came.": ["1915-05-03", "P9M"],
        "It was dry in the last two weeks of May.": ["P2W", "2023-05"],
        "It did well in the first three months of this year.": ["P3M", "2024"],
        "In the first two months of the year it rose.": ["P2M", "2024"],
        "In the first three months of 1989's drought it did badly.": ["P3M", "1989"],
        "in the past 24 hours": "P1D",
        "over the next 12 to 18 months": "P12M",
        "for the latest 12 months": "P12M",
    },
    no=[
        "the quarters",
        "Following ten years in the navy he studied.",
        "over the years 2005 and 2006",
        "the years from 2005 to 2009",
        "Following days of rain the dam broke.",
        "He thought of the days when they would return.",
        "on the days of mourning",
        "It is to help them through the dry months.",
    ],
)
def stretch(match: re.Match[str], context: Context) -> Made:
    """'the past two months', 'the next four years'."""
    unit, words = unit_of(match["unit"]), match["number"] or match["early_number"]
    if unit == "hour" and re.search(r"(?:early|small|wee|office|working) hours$", match.group()):
        return None
    if "  " in match.group() or match.group()[:1] == " ":
        return None
    led = match["the"] or match["past"] or match["next"]
    if not led or (
        (match["the"] or "").strip() in ("its", "his", "her", "their", "our") and not (match["past"] or match["next"])
    ):
        return None
    if unit in ("second", "quarter") and words is None:
        return None
    if (
        words is None
        and not (match["past"] or match["next"] or match["first"] or match["ahead"])
        and unit not in ("day", "week", "month", "year")
    ):
        return None
    if words in ("a", "an") or (match["past"] in ("latest", "trailing") and not (words and match["the"])):
        return None
    after = context.after(match.end(), 10)
    if match["the"] is None and match["next"] in ("following", "ensuing") and (words or after.startswith(" of ")):
        return None  # "following weeks of talks": after them
    if words is None and OF_WEATHER.search(match.group()):
        return None
    if words is None and (WHICH_ONES.match(after) or context.before(match.start(), 3) == "on "):
        return None  # "the days when they met", "on the days of mourning"
    if (
        words is None
        and not (match["past"] or match["next"])
        and re.match(r" (?:from )?[0-9]{4}\b", context.after(match.end(), 10))
    ):
        return None
    if context.before(match.start(), 4).endswith("the ") and match["the"] is None:
        return None
    if re.match(r"(?:-| )old\b", context.after(match.end(), 5)):
        return None
    if words is None and match["past"] in ("past", "previous", "last", "prior") and not match["the"]:
        return Known(value="PAST_REF")
    count = number_of(words) if words else None
    if match["least"]:
        count = number_of(match["least"]) if match["past"] or match["next"] else None
        if count is None:
            return None
    if unit == "hour" and count == 24:
        unit, count = "day", 1.0
    way = (
        "past"
        if match["past"] in ("past", "last", "latest", "trailing") or (match["first"] == "last" and not match["next"])
        else "next"
        if (match["next"] in ("next", "coming", "upcoming") or match["ahead"])
        else ""
    )
    if match["past"] in ("previous", "preceding", "prior"):
        way = "before"
    if match["next"] in ("following", "ensuing", "subsequent"):
        way = "after"
    if way in ("past", "next") and after.startswith(" of "):
        way = ""
    meaning = Length(value=duration(count, unit), count=count, unit=unit, toward=way)
    if (match["the"] or "").startswith("the") and not way and is_attribute(context, match.end()):
        return ((match.end("the"), match.end(), meaning),)
    return meaning


OF_WEATHER = re.compile(r" (?:dry|wet|hot|cold) (?:months|weeks|years)$")  # "the dry months" are a season
WHICH_ONES = re.compile(r" (?:when|in which|on which)\b")


@phrase(
    rf"(?:the\s)?(?:(?P<past>past|last)|(?P<next>next|coming))\s(?:(?P<unit>{SINGULAR})(?:\sor\s(?P<more>so|two|three)|\sand\sa\s(?P<half>half))|(?P<half_of>half)(?:-|\s)(?P<short>hour|day))",
    yes={
        "over the next year or so": "P1Y",
        "in the past week or two": "P1W",
        "the past year and a half": "P1Y6M",
        "in the last half hour": "PT30M",
    },
    no=["the last half-hourly train"],
)
def unit_or_so(match: re.Match[str], context: Context) -> Made:
    """'the next year or so', 'the last half hour'."""
    unit = unit_of(match["unit"] or match["short"])
    count, mod = (1.5, "") if match["half"] else (0.5, "") if match["half_of"] else (1.0, "APPROX")
    return Length(
        value=duration(count, unit), count=count, unit=unit, toward="past" if match["past"] else "next", mod=mod
    )


@phrase(
    r"the\s(?P<unit>day|week|month|year|decade)\sahead",
    yes={"in the year ahead": "P1Y", "A look at the week ahead:": "P1W"},
    no=["the day ahead of the vote"],
)
def unit_ahead(match: re.Match[str], context: Context) -> Made:
    """'the year ahead'."""
    if context.after(match.end(), 4).startswith(" of "):
        return None
    return Length(value=duration(1, match["unit"]), count=1, unit=match["unit"], toward="next")


@phrase(
    rf"(?P<lead>the|an?|this|that)\s(?:entire|whole|full)\s(?P<unit>{SINGULAR})",
    yes={"for an entire year": "P1Y", "took up a whole week": "P1W"},
)
def entire(match: re.Match[str], context: Context) -> Made:
    """'an entire year'."""
    unit = unit_of(match["unit"])
    if match["lead"] == "the" and unit == "year" and "full" in match.group():
        return None
    return Length(value=duration(1, unit), count=1, unit=unit)


RULES: tuple[Rule, ...] = (
    stretch,
    unit_or_so,
    unit_ahead,
    entire,
    length,
)
