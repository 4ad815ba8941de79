"""English: calendar dates with their numbers ("22 March 1998", "May 5", "2024-03-22", "1985-86", "44 BC")."""

from __future__ import annotations

import re
from datetime import date

from timeline.language.document import Token
from timeline.rules import Rule
from timeline.times.calendar import days_in
from timeline.times.meaning import Bare, Known, Made, Meaning
from timeline.times.phrase import Context, phrase
from timeline.times.words import (
    DAY,
    MONTH,
    NTH,
    ORDINAL_DAY,
    YEAR,
    day_of,
    full_year,
    month_of,
    ordinal_of,
)

DASH = r"(?:\s?[-–—]\s?)"
TO = rf"(?:{DASH}|\s(?:to|and|or|through|until|till|&)\s(?:the\s)?|,\s)"
A_DAY = rf"(?:{DAY}(?![,.:][0-9]|%)|{ORDINAL_DAY})"
# After "May 5" or "1998" these show that the number counted something else.
COUNTED = re.compile(
    r"[ -](?:people|men|women|troops|soldiers|civilians|miles|km|kilomet|met(?:er|re)s|feet|ft|dollars|percent|per cent|"
    r"votes|points|tons|tonnes|pounds|homes|houses|jobs|seats|members|yards|kg|kilos|barrels|shares|prisoners|workers|"
    r"students|families|children|refugees|rounds|aircraft|tanks|ships|guns|planes|others|victims|words|calories|hp|"
    r"square|acres|hectares|mph|kph|degrees|employees|residents|dead|wounded|killed|injured|mm|cm|mg|rpm|volts|watts|"
    r"euros|yen|francs|marks|lire|pesos|rubles|roubles|rupees|crowns|million|billion|thousand|hundred|horses|cavalry|"
    r"infantry|men-at-arms|archers|knights|warriors|fighters|rebels|militants|police|officers|sailors|marines)\b|"
    r" block of\b"
)
# Dates of numbers that say themselves which is the day: the first group holds it where it goes first.
ORDERED = re.compile(
    r"(?<![0-9/])(?:(1[3-9]|2[0-9]|3[01])/(?:0?[1-9]|1[0-2])|(?:0?[1-9]|1[0-2])/(?:1[3-9]|2[0-9]|3[01]))/(?:[0-9]{4}|[0-9]{2})(?![0-9/])"
)
DAYS_BESIDE = 7  # from publication
BEFORE_A_NUMBER = re.compile(r"(?:[$£€¥#№]|\b(?:no|nos|number|page|pp?|room|flight|route|highway|runway|gate|section|chapter|"
                             r"article|resolution|vol|volume|suite|box|windows|office|server|russell|unit|series|about|some|nearly|over|than|least|roughly|"
                             r"approximately|only|numbered|numbering|killed|killing|c\$|a\$|us\$)\.?) ?$")  # fmt: skip
YEAR_FOLLOWS = re.compile(
    r"\b(?:in|since|of|by|from|until|till|to|between|after|before|during|the|around|circa|year|years|through|early|"
    r"late|mid|and|or|as of|back to|for|throughout|spring|summer|autumn|fall|winter|c\.)[ -]$|[(,–-] ?$|^$"
)


def dated(year: int, month: int, day: int) -> Known | None:
    """The day; None when the calendar has none such."""
    if not 1 <= month <= 12 or not 1 <= day <= days_in(max(year, 1), month):
        return None
    return Known(value=f"{year:04d}-{month:02d}-{day:02d}")


def day_and_month(month: int, day: int, year: str | None) -> Meaning | None:
    if year is not None:
        return dated(full_year(int(year[1:])) if year.startswith("'") else int(year), month, day)
    return Bare(month=month, day=day) if 1 <= day <= days_in(2024, month) else None


@phrase(
    rf"(?P<month>{MONTH})(?:\s(?:the\s)?|(?<=\.))(?P<day>{A_DAY})(?:(?:,\s?|\s|\s?\()(?:of\s)?(?P<year>{YEAR}))?",
    yes={
        "March 22, 1998": "1998-03-22",
        "Nov. 9": "2023-11-09",
        "Feb 4th": "2024-02-04",
        "for the period ended Sept.30": "2023-09-30",
        "March 11, 2013Police searched": "2013-03-11",
        "September the second": "2023-09-02",
    },
    no=["May 32", "mar 5", "its September first quarter profit"],
)
def month_day(match: re.Match[str], context: Context) -> Made:
    """'March 22, 1998'; without a year, the nearest that the tense allows."""
    if not context.is_capital(match.start()):
        return None
    if match["year"] is None and DAY_BEFORE.search(context.before(match.start(), 4)):
        return None  # "On 17 December the 3rd Company left"
    if match["year"] is None and re.match(
        r" (?:percent|per cent|points|million|billion|miles|km|people|quarter|half|week|round)\b",
        context.after(match.end(), 10),
    ):
        return None
    if match["year"] is None and (glued := GLUED_YEAR.match(context.text, match.end())):
        meaning = dated(int(glued["year"]), month_of(match["month"]), day_of(match["day"]))
        return ((match.start(), glued.end(), meaning),) if meaning is not None else None
    return day_and_month(month_of(match["month"]), day_of(match["day"]), match["year"])


DAY_BEFORE = re.compile(r"(?:^|\s)[0-9]{1,2} $")
# "March 11, 2013Police searched": the line break that a page lost.
THIRDS = re.compile(r"\b(?:first|second|middle|last|final) $", re.IGNORECASE)
GLUED_YEAR = re.compile(r",? (?P<year>(?:19|20)[0-9]{2})(?=[A-Z][a-z])")


@phrase(
    rf"(?P<month>{MONTH})\s(?P<day>{A_DAY})(?P<tails>(?:{TO}{A_DAY}(?!\s?(?:{MONTH}))){{1,4}})(?:,?\s(?P<year>{YEAR}))?",
    yes={
        "April 6-7": ["2024-04-06", "2024-04-07"],
        "March 3, 4 and 5, 1998": ["1998-03-03", "1998-03-04", "1998-03-05"],
    },
)
def month_days(match: re.Match[str], context: Context) -> Made:
    """'April 6-7': each day its own."""
    if not context.is_capital(match.start()):
        return None
    month, year = month_of(match["month"]), match["year"]
    first = day_and_month(month, day_of(match["day"]), year)
    pieces = [(match.start(), match.end("day"), first)]
    for tail in re.finditer(A_DAY, match["tails"]):
        if tail.group()[0].isalpha() and match["tails"][tail.start() - 1] in "-–—":
            break  # "Sept. 6-10—First Battle"
        meaning = day_and_month(month, day_of(tail.group()), year)
        pieces.append((match.start("tails") + tail.start(), match.start("tails") + tail.end(), meaning))
    if any(meaning is None for _, _, meaning in pieces):
        return None
    if year is not None:
        pieces[-1] = (pieces[-1][0], match.end(), pieces[-1][2])
    return tuple((start, end, meaning) for start, end, meaning in pieces if meaning is not None)


@phrase(
    rf"(?:the\s)?(?P<day>{A_DAY})(?:\s|\sof\s|\sday\sof\s|-)(?P<month>{MONTH})(?:(?:,?\s|,\sof\s|\sof\s|-)(?P<year>{YEAR}|'[0-9]{{2}}(?![0-9])))?",
    yes={
        "22 March 1998": "1998-03-22",
        "3rd March 1918": "1918-03-03",
        "the 3d of July, 1814": "1814-07-03",
        "on the 4th of July 2023": "2023-07-04",
        "the fourth of July, 1776": "1776-07-04",
        "30 December": "2023-12-30",
    },
    no=["12 marchers", "412 March", "10 march", "in the last third of May"],
)
def day_month(match: re.Match[str], context: Context) -> Made:
    """'22 March 1998', 'the 4th of July'."""
    if match["day"].lower() == "third" and THIRDS.search(context.before(match.start("day"), 8)):
        return None  # a part of the month
    if not context.is_capital(match.start("month")):
        return None
    return day_and_month(month_of(match["month"]), day_of(match["day"]), match["year"])


@phrase(
    rf"(?P<heads>(?:(?:the\s)?{A_DAY}{TO}){{1,4}})(?:the\s)?(?P<day>{A_DAY})(?:\s|\sof\s)(?P<month>{MONTH})(?:,?\s(?:of\s)?(?P<year>{YEAR}))?",
    yes={"22-25 April 1951": ["1951-04-22", "1951-04-25"], "15 to 22 February": ["2024-02-15", "2024-02-22"]},
)
def days_month(match: re.Match[str], context: Context) -> Made:
    """'22-25 April 1951': the first day borrows month and year."""
    if not context.is_capital(match.start("month")):
        return None
    month, year = month_of(match["month"]), match["year"]
    pieces: list[tuple[int, int, Meaning | None]] = []
    for head in re.finditer(rf"(?:the\s)?{A_DAY}".replace(r"\s", " {1,2}"), match["heads"]):
        digits = head.group().removeprefix("the").strip()
        meaning = day_and_month(month, day_of(digits), year)
        pieces.append((match.start() + head.start(), match.start() + head.end(), meaning))
    start = match.start("day")
    if context.lower[max(0, start - 4) : start] == "the ":
        start -= 4
    pieces.append((start, match.end(), day_and_month(month, day_of(match["day"]), year)))
    if any(meaning is None for _, _, meaning in pieces):
        return None
    return tuple((start, end, meaning) for start, end, meaning in pieces if meaning is not None)


@phrase(
    rf"(?P<first>{A_DAY})/(?P<last>{A_DAY})(?:\s|\sof\s)(?P<month>{MONTH})(?:,?\s(?P<year>{YEAR}))?",
    yes={
        "on 24/25 May 1943": ["1943-05-24", "1943-05-25"],
        "the night of 24/25 May 1943": "1943-05-24TNI",
        "the night of 28/29 February 1944": "1944-02-28TNI",
    },
    no=["3/5 May", "a 4/5 march"],
)
def slash_days(match: re.Match[str], context: Context) -> Made:
    """'24/25 May': the day and the one after it."""
    return both_days(match, context)


def both_days(match: re.Match[str], context: Context) -> Made:
    """Two days of a slash, where the second is the day after the first."""
    if not context.is_capital(match.start("month")) or day_of(match["last"]) != day_of(match["first"]) + 1:
        return None
    first, last = (
        day_and_month(month_of(match["month"]), day_of(match[one]), match["year"]) for one in ("first", "last")
    )
    if first is None or last is None:
        return None
    return ((match.start(), match.end("first"), first), (match.start("last"), match.end(), last))


@phrase(
    rf"(?P<month>{MONTH})\s(?P<first>{DAY})/(?P<last>{DAY})(?:,?\s(?P<year>{YEAR}))?",
    yes={"on May 24/25, 1943": ["1943-05-24", "1943-05-25"], "the night of May 24/25, 1943": "1943-05-24TNI"},
    no=["May 3/5"],
)
def month_slash_days(match: re.Match[str], context: Context) -> Made:
    """'May 24/25'."""
    return both_days(match, context)


@phrase(
    rf"(?P<month>{MONTH})(?:,?\s|,?\sof\s|,\sin\s|[-/])(?P<year>{YEAR}|'[0-9]{{2}}(?![0-9]))",
    yes={
        "March 2022": "2022-03",
        "January and February 1937": ["1937-01", "1937-02"],
        "October, 1917": "1917-10",
        "May of 1789": "1789-05",
        "Aug. '98": "1998-08",
    },
)
def month_year(match: re.Match[str], context: Context) -> Made:
    """'March 2022'."""
    if not context.is_capital(match.start()):
        return None
    year = match["year"]
    number = int(year) if year[0] != "'" else full_year(int(year[1:]))
    return Known(value=f"{number:04d}-{month_of(match['month']):02d}")


# A bare month that is also a word or a name must be led up to like a date.
LEADS_TO_MONTH = re.compile(
    r"\b(?:in|of|by|since|until|till|from|to|through|during|early|late|mid|last|next|this|each|every|before|after|"
    r"between|and|or|for|throughout|around|as of|ending|ended|beginning|starting|past|that|previous|following|"
    r"on|about|is|was|between|first|into|(?:cold|hott|warm|wett|dri|deadli|bloodi|quiet|busi|hard|high|low|great|larg|bigg)est|worst|best|as)[ -]$|[-–(,/] ?$"
)
# "In March Vitiges came": a subject follows no preposition, so the month is none of its names.
AFTER_PREPOSITION = re.compile(r"\b(?:in|by|during|throughout|since|until|till) (?:early |late |mid[- ])?$")
NAMES = frozenset(("april", "may", "june", "august", "jan", "march", "mar", "sun", "dec", "sep"))


@phrase(
    MONTH,
    yes={
        "in October": "2023-10",
        "since Jan.": "2024-01",
        "They met in May": "2023-05",
        "Orders for December are expected to be flat.": "2023-12",
        "Two years ago, in June, he fled.": ["2022", "2022-06"],
        "Last year she was fired in January.": ["2023", "2023-01"],
        "Next year it will open in January.": ["2025", "2025-01"],
        "Last year nine ships sank, the navy said in January.": ["2023", "2024-01"],
        "Last year's plan was dropped in January.": ["2023", "2024-01"],
        "April sales were up six percent.": "2023-04",
        "The rains of May did not come until July.": ["2023-05", "2023-07"],
        "Output fell in the April-June period.": ["2023-04", "2023-06"],
        "Throughout August Birgu was shelled.": "2023-08",
        "In March Vitiges came back with an army.": "2023-03",
        "In May Nasser closed the straits.": "2023-05",
    },
    no=[
        "He may go",
        "They march on",
        "Theresa May spoke",
        "April Smith said",
        "an august body",
        "Jan spoke",
        "Black September",
        "Jan-Erik and May-Britt won",
        "The March to the Sea",
    ],
)
def bare_month(match: re.Match[str], context: Context) -> Made:
    """'in October': the year by the tense."""
    if not names_a_month(match.group().rstrip("."), match.start(), match.end(), context):
        return None
    return Bare(month=month_of(match.group()))


def names_a_month(word: str, start: int, end: int, context: Context) -> bool:
    """Whether the word is a month here: capital, no auxiliary, no person's name."""
    if not context.is_capital(start):
        return False
    token = context.token_at(start)
    if token is None:
        return False
    if token.tag in ("MD", "VB", "VBP") and word in ("may", "march"):
        return False
    before = context.before(start)
    if before.endswith("black ") or (DOUBLE_NAME.match(context.lower, end) and context.is_capital(end + 1)):
        return False
    if word in NAMES:
        described = (
            before.endswith((" a ", "the ", "its "))
            and (re.match(r" (?:[a-z]|[0-9])", context.after(end, 3)) or MONTHS_ON.match(context.lower, end))
            and not re.match(r" (?:to|on|of|from|by|for|in|at|through)\b", context.after(end, 9))
        )
        if not (LEADS_TO_MONTH.search(before) or described or context.after(end, 2) == "'s" or is_month_of(token)):
            return False
        led = token.head.dep in ("nsubj", "nsubjpass") and AFTER_PREPOSITION.search(before) is not None
        if token.entity == "PERSON" and not (led and token.dep == "compound"):
            return False
        following = context.after(end, 24)
        if (
            re.match(r" [a-z]+", following)
            and context.text[end + 1].isupper()
            and token.tag == "NNP"
            and token.dep == "compound"
            and token.head.entity in ("PERSON", "ORG", "GPE")
            and not led
        ):
            return False
    if len(word) == 3 and word != "may" and not context.lower.startswith(".", end) and context.lower[end - 1] != ".":
        return bool(LEADS_TO_MONTH.search(before))
    return True


MONTHS_ON = re.compile(rf"\s?[-–]\s?{MONTH}".replace(r"\s", " "))  # "the April-June period"
DOUBLE_NAME = re.compile(rf"-(?!{MONTH})[a-z]{{3}}")  # "Jan-Erik", not "April-June"


def is_month_of(token: Token) -> bool:
    """ "April sales fell": it says which, before a common noun."""
    return token.dep in ("compound", "nmod") and token.head.pos == "NOUN" and token.head.i == token.i + 1


@phrase(
    r"(?P<year>[12][0-9]{3})-(?P<month>[01][0-9])-(?P<day>[0-3][0-9])(?:t(?P<clock>[0-2][0-9]:[0-5][0-9](?::[0-5][0-9])?)(?:\.[0-9]{1,9})?(?:z|[+-][0-9:]{4,5})?)?",
    yes={"2024-03-22": "2024-03-22", "2024-03-22T15:00": "2024-03-22T15:00"},
    no=["2024-13-22"],
)
def iso_date(match: re.Match[str], context: Context) -> Made:
    """'2024-03-22'."""
    meaning = dated(int(match["year"]), int(match["month"]), int(match["day"]))
    if meaning is None or match["clock"] is None:
        return meaning
    return Known(type="TIME", value=f"{meaning.value}T{match['clock']}")


@phrase(
    rf"(?P<first>[0-9]{{1,2}})(?P<mark>[/.-])(?P<second>[0-9]{{1,2}})(?P=mark)(?P<year>{YEAR}|[0-9]{{2}}(?![0-9]))",
    yes={"3/22/1998": "1998-03-22", "22.03.1998": "1998-03-22", "22/3/98": "1998-03-22"},
    no=["1.2.99.4", "33/44/1998"],
)
def slash_date(match: re.Match[str], context: Context) -> Made:
    """'3/22/1998': day first with dots; where a slash leaves it open, see `is_day_first`."""
    first, second = int(match["first"]), int(match["second"])
    if re.match(r"[./-][0-9]", context.after(match.end(), 2)) or re.search(
        r"[0-9][./-]$", context.before(match.start(), 3)
    ):
        return None
    if match["mark"] != "/" and len(match["year"]) == 2:
        return None
    year = int(match["year"]) if len(match["year"]) == 4 else full_year(int(match["year"]))
    if (
        match["mark"] == "."
        or first > 12
        or (match["mark"] == "/" and second <= 12 and is_day_first(year, first, second, context))
    ):
        return dated(year, second, first)
    return dated(year, first, second)


def is_day_first(year: int, first: int, second: int, context: Context) -> bool:
    """The order of an open date ("06/04/2017"): that of the text's dates which are not open, else the one that is
    within a week of the publication where the other is not, else the American."""
    told = [day is not None for _, day in context.marks("ordered dates", ORDERED)]
    if told:
        return sum(told) * 2 > len(told)
    published = context.document.article.published
    if published is None or not 1 <= first <= 12 or not 1 <= second <= 12:
        return False
    european, american = (
        abs((date(year, month, day) - date(published.year, published.month, published.day)).days)
        for month, day in ((second, first), (first, second))
    )
    return european <= DAYS_BESIDE < american


@phrase(
    rf"the\s(?P<day>{NTH})(?:\sof\s(?:the\s(?:same\s)?|that\s)month)?",
    yes={
        "Fighting began on 3 May 1915 and went on until the 13th.": ["1915-05-03", "1915-05-13"],
        "It began on 3 May 1915; by the 9th most of the town was lost.": ["1915-05-03", "1915-05-09"],
        "It began on 3 May 1915. On the 7th guards entered the town.": ["1915-05-03", "1915-05-07"],
        "It began on 3 May 1915. On the 12th Napoleon left.": ["1915-05-03", "1915-05-12"],
        "It began on 3 May 1915. The 10th, they rested.": ["1915-05-03", "1915-05-10"],
        "The two met on the 27th.": "2023-12-27",
        "The two will meet on the 5th.": "2024-02-05",
    },
    no=[
        "the third, and the fourth",
        "on the 3rd floor",
        "of the 20th century",
        "from the 7th row",
        "on the 9th-floor",
        "On the 7th floor guards slept.",
        "He led a small body of the 13th Hussars.",
    ],
)
def day_of_month(match: re.Match[str], context: Context) -> Made:
    """'on the 13th': of the month the text is in."""
    before, after = context.before(match.start(), 9), context.after(match.end(), 12)
    led = re.search(r"\b(?:on|upon|by|until|till|from|since|of|through|after|before|between) $", before)
    if not match["day"][0].isdigit() or not (led or (after.startswith(", ") and SENTENCE_BEGINS.search(before))):
        return None
    if after.startswith("-") or (after.startswith(" of ") and not match.group().endswith("month")):
        return None
    if TO_A_CENTURY.match(context.lower, match.end()):
        return None
    if not DAY_ENDS.match(after) and counts_a_noun(match.start("day"), context):
        return None
    number = ordinal_of(match["day"])
    return Bare(day=number) if 1 <= number <= 31 else None


SENTENCE_BEGINS = re.compile(r"(?:^|[.!?] )$")
TO_A_CENTURY = re.compile(r" (?:to|and|or) (?:the )?(?:(?:early|mid|late)[- ])?[a-z0-9]+ centur")
DAY_ENDS = re.compile(
    r"$|[,.;:)–—]| ?–| (?:to|and|he|she|they|it|the|a|an|was|were|had|when|but|as|with|after|before|until|by|both)\b"
)


def counts_a_noun(character: int, context: Context) -> bool:
    """Whether an ordinal says which of something: "the 3rd floor"; taken for granted where the text was not parsed."""
    token = context.token_at(character)
    if token is None or not token.pos:
        return True
    if any(following.tag == "NNPS" for following in context.document.tokens[token.i + 1 : token.i + 2]):
        return True  # "the 13th Hussars"
    counted = token.head.i > token.i and token.head.pos in ("NOUN", "PROPN")
    return counted and not (is_subject_beside(token.head) and context.document.tokens[token.i + 1].tag != "NN")


def is_subject_beside(noun: Token) -> bool:
    """Whether a noun that the parser hung on the preposition is what the sentence is about: "On the 7th guards entered
    the town" has no other."""
    verb = noun.head.head
    if noun.dep != "pobj" or verb.tag not in ("VBD", "VBZ", "VBP") or verb.i < noun.i:
        return False
    return not any(child.dep in ("nsubj", "nsubjpass", "expl", "csubj") for child in verb.children)


RULES: tuple[Rule, ...] = (
    slash_days,
    month_slash_days,
    month_days,
    month_day,
    days_month,
    day_month,
    month_year,
    iso_date,
    slash_date,
    day_of_month,
    bare_month,
)
