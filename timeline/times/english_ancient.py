"""English: years of antiquity and the early Middle Ages ("44 BC", "AD 114", "the year 480", "2 August 902", "in 558")."""

from __future__ import annotations

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
    rf"(?:(?P<day>{A_DAY})\s(?P<month>{MONTH})|(?P<month2>{MONTH})(?:\s(?P<day2>{DAY}),)?|(?P<season>(?:the\s)?{one_of(SEASONS)})(?:\sof)?)\s(?P<year>{THREE})",
    yes={
        "The town fell on 2 August 902.": "0902-08-02",
        "In the spring of 542, in the 6th century": ["0542-SP", "05"],
        "It fell in May 614, under a king of the 7th century.": ["0614-05", "06"],
        "on March 15, 453.": "0453-03-15",
    },
    no=["On 2 August 902 soldiers left", "in May 300 people", "in the summer 400 were killed"],
)
def ancient_date(match: re.Match[str], context: Context) -> Made:
    """'2 August 902', 'the spring of 542'."""
    month, day, after = match["month"] or match["month2"], match["day"] or match["day2"], context.after(match.end(), 16)
    if month and not context.is_capital(match.start("month" if match["month"] else "month2")):
        return None
    if not (era_near(match.start(), context) and ENDS_A_YEAR.match(after)) and not (day and STOPS.match(after)):
        return None
    known = _in_era(match["year"], match.start(), context)
    if match["season"]:
        return Of(part=Bare(season=SEASONS[match["season"].removeprefix("the").strip()]), whole=known)
    if known.value.startswith("BC"):
        return Of(part=Bare(month=month_of(month), day=day_of(day) if day else 0), whole=known)
    if day:
        return day_and_month(month_of(month), day_of(day), known.value)
    return Known(value=f"{known.value}-{month_of(month):02d}")


@phrase(
    r"the\s(?:(?P<how>early|mid|late)(?:\s|-))?(?P<decade>[1-9][0-9])0s",
    yes={"The plague of the 6th century came back in the 590s.": ["05", "059"]},
    no=["prices in the low 500s", "He bowled in the 580s"],
)
def ancient_decade(match: re.Match[str], context: Context) -> Made:
    """'the 590s', in a text that names years of that era."""
    if era_near(match.start(), context) != "AD":
        return None
    mod = {"early": "START", "mid": "MID", "late": "END"}.get(match["how"] or "", "")
    return Known(value=f"0{match['decade']}", mod=mod)


@phrase(
    rf"(?P<year>{THREE})\s?[-–]\s?(?P<last>{THREE})",
    yes={"Justinian (527–565), of the 6th century": ["0527", "0565", "05"]},
    no=["pages 120-135", "They lost 120–135 men"],
)
def ancient_years(match: re.Match[str], context: Context) -> Made:
    """'(527–565)', in a text that names years of that era."""
    if not re.search(r"\($|\b(?:in|of|war|reigned|ruled|from|r\.|c\.),? $", context.before(match.start(), 12)):
        return None
    if not era_near(match.start(), context) or re.match(r" [a-z]+s\b", context.after(match.end(), 16)):
        return None
    return tuple(
        (match.start(one), match.end(one), _in_era(match[one], match.start(), context)) for one in ("year", "last")
    )


@phrase(
    THREE,
    yes={
        "Trajan, who came to power in AD 98, set out in 114": ["0098", "0114"],
        "The fort of the 9th century fell in 881.": ["08", "0881"],
    },
    no=["in 114 days", "In 114 cases", "at 500 places in 300", "The bank lent in 114"],
)
def ancient_year(match: re.Match[str], context: Context) -> Made:
    """'in 114', in a text that names years of that era."""
    if not LEADS_TO_ANCIENT.search(context.before(match.start(), 16)):
        return None
    if not ENDS_A_YEAR.match(context.after(match.end(), 16)) or not era_near(match.start(), context):
        return None
    return _in_era(match.group(), match.start(), context)


STOPS = re.compile(r"$|[.;:)\"']|, ")
ENDS_A_YEAR = re.compile(
    r"$|[.;:)\"']|, | (?:and|but|when|by|to|with|the|he|it|they|a|in|on|at|as|after|until|or|under|led|was|were|had|saw|that)\b|"
    r"[-–][0-9]{2,3}\b"
)
LEADS_TO_ANCIENT = re.compile(
    r"\b(?:in|by|until|till|since|from|to|between|during|late|early|of|after|before|through|year|around|about)[ ]$|\($|"
    r"\b[1-9][0-9]{2},? (?:and |or |to )?$"
)
ERA_NAMED = re.compile(
    rf"\b[0-9]{{1,4}} ?(?P<bc>B\.? ?C\b|BCE\b)|\b[0-9]{{1,4}} ?(?:A\.?D\b|CE\b)|\bA\.?D\.? ?[0-9]|"
    rf"\b(?:[1-9]th|[123](?:st|nd|rd)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth) century\b(?! B)|"
    rf"\bthe year [1-9][0-9]{{2}}\b(?! [a-z]+s\b)|\b[0-9]{{1,2}} (?:{_MONTHS}) [1-9][0-9]{{2}}(?=[.,;)])"
)


def era_near(character: int, context: Context) -> str:
    """The era last named before, else the first named in the text; "" where none is."""
    marks = context.marks("era", ERA_NAMED)
    if not marks:
        return ""
    before = bisect_right(marks, character, key=itemgetter(0))
    return "BC" if marks[max(0, before - 1)][1] else "AD"


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
