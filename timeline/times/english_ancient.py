"""English: years of antiquity and the early Middle Ages ("44 BC", "AD 114", "the year 480", "2 August 902", "in 558")."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from operator import itemgetter

from timeline.rules import Rule
from timeline.times.english_dates import A_DAY, day_and_month
from timeline.times.meaning import Bare, Known, Made, Of
from timeline.times.phrase import Context, phrase
from timeline.times.words import DAY, MONTH, SEASONS, day_of, month_of, one_of

ERA = r"(?:b\.\s?c\.(?:\s?e\.)?|bce?)"
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
THREE = r"[1-9][0-9]{2}(?![0-9,.][0-9]|[0-9%])"
TWO_OR_THREE = r"[1-9][0-9]{1,2}(?![0-9,.:][0-9]|[0-9%])"


@phrase(
    rf"(?P<circa>c\.\s?|circa\s)?(?P<year>[0-9]{{1,4}})\s?{ERA}(?![a-z])",
    yes={"44 BC": "BC0044", "in 218 B.C.": "BC0218"},
)
def before_christ(match: re.Match[str], context: Context) -> Made:
    """'44 BC'."""
    if not context.is_capital(match.end("year") + (context.lower[match.end("year")] == " ")):
        return None
    return Known(value=f"BC{int(match['year']):04d}", mod="APPROX" if match["circa"] else "")


@phrase(
    rf"(?P<year>[0-9]{{1,4}})(?:\s?[-–/]\s?|\s(?:to|until|and|or|through)\s)(?P<last>[0-9]{{1,4}})\s?{ERA}(?![a-z])",
    yes={
        "264-241 BC": ["BC0264", "BC0241"],
        "from 499 to 449 BC": ["BC0499", "BC0449"],
        "481/0 BC": ["BC0481", "BC0480"],
    },
)
def years_before_christ(match: re.Match[str], context: Context) -> Made:
    """'264-241 BC': the first borrows the era, the second its first digits."""
    first, last = match["year"], match["last"]
    if len(last) < len(first):
        full = first[: -len(last)] + last
        last = full if int(full) < int(first) else f"{int(first) - 1}" if "/" in match.group() else last
    return (
        (match.start(), match.end("year"), Known(value=f"BC{int(first):04d}")),
        (match.start("last"), match.end(), Known(value=f"BC{int(last):04d}")),
    )


@phrase(
    r"(?:(?:a\.\s?d\.|ad)\s?(?P<year>[0-9]{1,4})|(?P<after>[0-9]{1,4})\s?(?:a\.\s?d\.|ad|c\.\s?e\.|ce))(?![a-z0-9])",
    yes={"AD 114": "0114", "70 A.D.": "0070", "in 312 CE": "0312"},
    no=["ad 5"],
)
def anno_domini(match: re.Match[str], context: Context) -> Made:
    """'AD 114'."""
    letters = context.text[match.start() : match.end()]
    number = int(match["year"] or match["after"])
    return Known(value=f"{number:04d}") if number and any(letter.isupper() for letter in letters) else None


@phrase(
    r"(?:(?:a\.\s?d\.|ad)\s?(?P<year>[1-9][0-9]{1,2})\s?[-–/]\s?(?P<last>[1-9][0-9]{0,2})|"
    r"(?P<year2>[1-9][0-9]{1,2})\s?[-–/]\s?(?P<last2>[1-9][0-9]{0,2})\s?(?:a\.\s?d\.|ad|c\.\s?e\.|ce))(?![a-z0-9])",
    yes={"69–70 AD": ["0069", "0070"], "in AD 117-38": ["0117", "0138"]},
    no=["69-70 ad breaks"],
)
def years_anno_domini(match: re.Match[str], context: Context) -> Made:
    """'69–70 AD'."""
    if not any(letter.isupper() for letter in context.text[match.start() : match.end()]):
        return None
    mark = "" if match["year"] else "2"
    first, last = match[f"year{mark}"], match[f"last{mark}"]
    last = first[: max(0, len(first) - len(last))] + last
    if int(last) <= int(first):
        return None
    return (
        (
            match.start() if not mark else match.start("year2"),
            match.end(f"year{mark}"),
            Known(value=f"{int(first):04d}"),
        ),
        (match.start(f"last{mark}"), match.end(), Known(value=f"{int(last):04d}")),
    )


@phrase(
    rf"(?:the\s)?year\s(?P<year>{THREE}|[1-9][0-9](?![0-9]))",
    yes={"In the year 480": "0480"},
    no=["the year 480 people died", "year 12 of the war"],
)
def year_of_three(match: re.Match[str], context: Context) -> Made:
    """'the year 480'."""
    if not match.group().startswith("the ") or not ENDS_A_YEAR.match(context.after(match.end(), 16)):
        return None
    return _in_era(match["year"], match.start(), context)


@phrase(
    rf"(?:(?P<day>{A_DAY})\s(?P<month>{MONTH})|(?P<month2>{MONTH})(?:\s(?P<day2>{DAY}))?,?|(?P<season>(?:the\s)?{one_of(SEASONS)})(?:\sof)?)\s(?:of\s)?(?P<year>{TWO_OR_THREE})(?:[/–-](?P<last>[0-9]{{1,3}})(?![0-9]))?",
    yes={
        "In 480 BC he fled. In the spring of 478 Pausanias sailed.": ["BC0480", "BC0478-SP"],
        "Rome fell in 73 BC. In the winter of 74/73 exiles came.": ["BC0073", "BC0074-WI"],
        "Rome fell in 58 BC. He crossed in August of 55 and left.": ["BC0058", "BC0055-08"],
        "The town fell on 2 August 902.": "0902-08-02",
        "In the spring of 542, in the 6th century": ["0542-SP", "05"],
        "It fell in May 614, under a king of the 7th century.": ["0614-05", "06"],
        "It fell in March, 538. The 6th century was hard.": ["0538-03", "05"],
        "on March 15, 453.": "0453-03-15",
        "In June 774 Pavia fell. The 8th century was hard.": ["0774-06", "07"],
        "He died in 84 BC. Rome fell on 1 March 86 and burned.": ["BC0084", "BC0086-03-01"],
    },
    no=[
        "On 2 August 902 soldiers left",
        "in May 300 people",
        "in the summer 400 were killed",
        "It fell in 480 BC, and in the summer 400 Greeks were killed.",
        "A 6th century church was burned. In March, 538 were killed.",
    ],
)
def ancient_date(match: re.Match[str], context: Context) -> Made:
    """'2 August 902', 'the spring of 542'."""
    if (len(match["year"]) == 2 and not names_short_years(context)) or (match["last"] and not match["season"]):
        return None
    month, day, after = match["month"] or match["month2"], match["day"] or match["day2"], context.after(match.end(), 16)
    if month and not context.is_capital(match.start("month" if match["month"] else "month2")):
        return None
    led = " of " in match.group() or LEADS_TO_MONTH_OF.search(context.before(match.start(), 8))
    ended = ENDS_A_YEAR.match(after) or (
        led and ((match["season"] and " of " in match.group()) or is_before_name(match.end(), context))
    )
    if not (era_near(match.start(), context) and ended) and not (day and STOPS.match(after)):
        return None
    if not day and "," in match.group() and not STOPS.match(after):
        return None  # "In March, 538 were killed"
    known = _in_era(match["year"], match.start(), context)
    if match["season"]:
        return Of(part=Bare(season=SEASONS[match["season"].removeprefix("the").strip()]), whole=known)
    if known.value.startswith("BC"):
        return Of(part=Bare(month=month_of(month), day=day_of(day) if day else 0), whole=known)
    if day:
        return day_and_month(month_of(month), day_of(day), known.value)
    return Known(value=f"{known.value}-{month_of(month):02d}")


@phrase(
    rf"the\s(?:(?P<how>early|mid|late)(?:\s|-))?(?P<decade>[1-9][0-9]?)0s(?P<era>\s{ERA})?",
    yes={
        "The plague of the 6th century came back in the 590s.": ["05", "059"],
        "It stood until the 140s BC.": "BC014",
        "He took the town in 345 BC and held it in the late 340s.": ["BC0345", "BC034"],
    },
    no=["prices in the low 500s", "He bowled in the 580s"],
)
def ancient_decade(match: re.Match[str], context: Context) -> Made:
    """'the 590s', in a text that names years of that era; 'the 340s BC'."""
    era = "BC" if match["era"] else era_near(match.start(), context)
    if not era or (len(match["decade"]) == 1 and not match["era"]):
        return None
    mod = {"early": "START", "mid": "MID", "late": "END"}.get(match["how"] or "", "")
    return Known(value=f"{'BC' if era == 'BC' else ''}{int(match['decade']):03d}", mod=mod)


@phrase(
    rf"(?P<year>{THREE})\s?(?P<dash>[-–/])\s?(?P<last>[1-9][0-9]{{0,2}}(?![0-9,.:][0-9]|[0-9%]))",
    yes={
        "Justinian (527–565), of the 6th century": ["0527", "0565", "05"],
        "The war of 431–404 BC had a first phase, 431–421, and a truce.": ["BC0431", "BC0404", "BC0431", "BC0421"],
        "In 430 BC there was plague. During 424–23 Athens lost towns.": ["BC0430", "BC0424", "BC0423"],
        "In 480 BC Gelon ruled. The house fell in 466/5.": ["BC0480", "BC0466", "BC0465"],
    },
    no=[
        "pages 120-135",
        "They lost 120–135 men",
        "In 480 BC they met. See pages 431-440.",
        "They won by 121-119.",
        "It passed by 431-421. The fort fell in 476 AD.",
        "The House voted 431-421. The fort is of 480 BC.",
        "In 480 BC they met. He lost 300-200 men.",
    ],
)
def ancient_years(match: re.Match[str], context: Context) -> Made:
    """'(527–565)', '431–421', '424–23', in a text that names years of that era."""
    year, last, era = match["year"], match["last"], era_near(match.start(), context)
    if not era or re.match(r" (?:[a-z]+s|men)\b", context.text[match.end() : match.end() + 16]):
        return None
    if match["dash"] != "/" and OF_A_SCORE.search(context.before(match.start(), 12)):
        return None
    counts_down = era == "BC" and match["dash"] != "/" and int(last) < int(year[-len(last) :])
    led = re.search(r"\($|\b(?:in|of|war|reigned|ruled|from|until|by|r\.|c\.),? $", context.before(match.start(), 12))
    if (len(last) < 3 and match["dash"] != "/" and not counts_down) or not (led or counts_down):
        return None
    last = year[: -len(last)] + last if len(last) < 3 else last
    if match["dash"] == "/" and abs(int(last) - int(year)) != 1:
        return None
    return (
        (match.start("year"), match.end("year"), _in_era(year, match.start(), context)),
        (match.start("last"), match.end("last"), _in_era(last, match.start(), context)),
    )


@phrase(
    TWO_OR_THREE,
    yes={
        "He won at Lade in 494 BC. In 492 Mardonius lost his ships.": ["BC0494", "BC0492"],
        "He won at Lade in 494 BC. By 490 Darius was ready.": ["BC0494", "BC0490"],
        "In 58 BC he left Rome. In 57 he fought the Belgae.": ["BC0058", "BC0057"],
        "In 533, he sailed. In 535, he took Sicily. In 536, he came.": ["0533", "0535", "0536"],
        "In 356, he sailed. In 354, war broke out. In 353, he came.": ["BC0356", "BC0354", "BC0353"],
        "Trajan, who came to power in AD 98, set out in 114": ["0098", "0114"],
        "The fort of the 9th century fell in 881.": ["08", "0881"],
    },
    no=[
        "in 114 days",
        "In 114 cases",
        "at 500 places in 300",
        "The bank lent in 114",
        "In 480 BC they came. In 300 Greek ships were rams.",
        "In 480 BC they came. In 57, they failed.",
        "In 533, he sailed. In 535, he took Sicily.",
        "The House voted 217–213 for it. The fort fell in 476 AD.",
        "It passed by 490 votes to 120. The fort is of 480 BC.",
        "It passed by 431-421. The fort fell in 476 AD.",
        "In 533, two fled. On Monday, in 535, he fled. On Friday, in 536, he came.",
    ],
)
def ancient_year(match: re.Match[str], context: Context) -> Made:
    """'in 114', in a text that names years of that era."""
    start, end = match.span()
    short = end - start == 2
    if context.lower[start - 3 : start] not in BEFORE_SHORT and short:
        return None
    before = context.before(start, 16)
    if not (LEADS_TO_SHORT if short else LEADS_TO_ANCIENT).search(before):
        return None
    if LAST_OF_SCORE.search(before) or (before.endswith("by ") and context.text[end : end + 1] in ("-", "–")):
        return None
    ended = ENDS_A_YEAR.match(context.after(end, 16)) or (
        (LEADS_TO_SHORT.search(before) or context.text[:start].endswith("By ")) and is_before_name(end, context)
    )
    if not ended or not era_near(start, context) or (short and not names_short_years(context)):
        return None
    return _in_era(match.group(), start, context)


LEADS_TO_MONTH_OF = re.compile(r"\b(?:in|by|until|since|early|late) $")
STOPS = re.compile(r"$|[.;:)\"']|, ")
ENDS_A_YEAR = re.compile(
    r"$|[.;:)\"']|, |[–/][1-9][0-9]{2}\b| (?:and|but|when|by|to|with|the|he|it|they|a|in|on|at|as|after|until|or|under|led|was|were|had|saw|that|some|many|his|her|their|its|which|whose|all|both|no)\b|"
    r"[-–][0-9]{2,3}\b"
)
LEADS_TO_ANCIENT = re.compile(
    r"\b(?:in|by|until|till|since|from|to|between|during|late|early|of|after|before|through|year|around|about)[ ]$|\($|"
    r"\b[1-9][0-9]{2}(?:[–/]|,? (?:and |or |to )?)$"
)
# "voted 217–213", "by 490 votes to 120", "pages 431-440"
OF_A_SCORE = re.compile(r"\b(?:vot(?:es?|ed)|pages?|by|won|lost|scored)(?: of)? $")
LAST_OF_SCORE = re.compile(r"\b(?:vot(?:es?|ed)|pages?|by|won|lost|scored)(?: of)? [0-9]{1,3}[-–]$|\bvotes to $")
BEFORE_SHORT = frozenset(("in ", "il ", "ll ", "ce ", "te ", "ly ", "ar "))  # the ends of what leads to one
LEADS_TO_SHORT = re.compile(r"\b(?:in|until|till|since|late|early|year)[ ]$")
ERA_NAMED = re.compile(
    r"\b(?:[0-9]{1,4}|century|0s) ?(?P<bc>B\.? ?C\b|BCE\b)|\b(?:[0-9]{1,4}|century) ?(?:A\.? ?D\b|CE\b)|\bA\.?D\.? ?[0-9]"
)
ERA_IMPLIED = re.compile(
    r"\b((?:[1-9]th|[123](?:st|nd|rd)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth) century\b|"
    rf"the year [1-9][0-9]{{2}}\b(?! [a-z]+s\b)|[0-9]{{1,2}} (?:{_MONTHS}) [1-9][0-9]{{2}}(?=[.,;)]))"
)


SHORT_NAMED = re.compile(r"\b[1-9][0-9] ?(B\.? ?C\b|BCE\b|A\.? ?D\b|CE\b)|\bA\.? ?D\.? ?[1-9][0-9]\b")
# "In 533, …", "in August 526.": three such, and a text that names no era tells of antiquity or the early Middle Ages.
YEARS_TOLD = re.compile(
    rf"\b(?:[Ii]n|{_MONTHS}|(?:spring|summer|autumn|winter)(?: of)?) ([2-9][0-9]{{2}})"
    r"(?=[.;)]|, [a-z]| (?:the|he|she|they|it|his|when)\b)"
)


# What an article of our day has, and a tale of antiquity has not.
OF_NEWS = re.compile(r"\b((?:1[5-9]|20)[0-9]{2}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b")


def names_short_years(context: Context) -> bool:
    """Whether the text names a year of two digits with its era ("58 BC"): then "In 57" may be one."""
    return bool(context.marks("short era", SHORT_NAMED))


def is_before_name(end: int, context: Context) -> bool:
    """Whether a person or a place follows: "In 492 Mardonius lost his ships", not "In 300 Greek ships"."""
    return context.text[end + 1 : end + 2].isupper() and context.tag_at(end + 1) == "NNP"


def era_near(character: int, context: Context) -> str:
    """The era last named before, else the first named in the text; "" where none is."""
    marks = context.marks("era", ERA_NAMED)
    if not marks:
        return "AD" if context.marks("implied", ERA_IMPLIED) else era_of_order(context)
    before = bisect_right(marks, character, key=itemgetter(0))
    return "BC" if marks[max(0, before - 1)][1] else "AD"


def era_of_order(context: Context) -> str:
    """The era of a text that names none, by the order of its years: a story goes on, so years that fall are before
    Christ; "" of fewer than three."""
    years = [year or "" for _, year in context.marks("years told", YEARS_TOLD)]
    if len(years) < TOLD or 2 * len(context.marks("news", OF_NEWS)) >= len(years):
        return ""
    rises = sum((second > first) - (second < first) for first, second in itertools.pairwise(years))
    return "BC" if rises < 0 else "AD"


TOLD = 3


def _in_era(year: str, character: int, context: Context) -> Known:
    return Known(value=f"BC{int(year):04d}" if era_near(character, context) == "BC" else f"{int(year):04d}")


RULES: tuple[Rule, ...] = (
    years_before_christ,
    before_christ,
    years_anno_domini,
    anno_domini,
    year_of_three,
    ancient_date,
    ancient_decade,
    ancient_years,
    ancient_year,
)
