"""English: decades and centuries ("the 1980s", "the nineties", "the late 19th century")."""

from __future__ import annotations

import re

from timeline.rules import Rule
from timeline.times.english_ancient import era_near
from timeline.times.meaning import Known, Made
from timeline.times.phrase import Context, phrase
from timeline.times.words import DECADES, NTH, one_of, ordinal_of


@phrase(
    r"(?:the\s)?(?:(?:early|mid|late)(?:-|\s)?(?:to-late(?:-|\s))?)?(?P<century>1[0-9]|20)(?P<decade>[0-9])0'?s",
    yes={
        "in the 1980s": "198",
        "the mid-1990s": "199",
        "1930s": "193",
        "It began in the 1990's.": "199",
    },
    no=["the 1985s", "Growth beat 1990's 6 percent rate."],
)
def decade(match: re.Match[str], context: Context) -> Made:
    """'the 1980s'."""
    value = match["century"] + match["decade"]
    owner = match.group().endswith("0's") and len(match.group()) == 6 and context.tag_at(match.end() + 1) in OWNED
    if owner and not context.before(match.start(), 5).endswith(("the ", " in ", "-")):
        return None  # "1990's 6 percent rate" is that year's
    mod = {"e": "START", "m": "MID", "l": "END"}.get(match.group().removeprefix("the").strip()[:1], "")
    return Known(value=value, mod=mod)


OWNED = frozenset(("CD", "$", "JJ", "JJR", "JJS", "NN", "NNS"))


@phrase(
    rf"(?:the\s)?(?:(?:early|mid|late)(?:-|\s))?(?:'?(?P<tens>[1-9])0'?s|(?P<century>(?:eighteen|nineteen)[-\s])?(?P<name>{one_of(DECADES)}))",
    yes={"the '80s": "198", "the nineties": "199", "the late sixties": "196", "back in the '20s": "192"},
    no=[
        "temperatures in the nineties",
        "in his sixties",
        "Oil may rise to the mid 20s.",
        "a stock worth in the mid-30's",
    ],
)
def named_decade(match: re.Match[str], context: Context) -> Made:
    """ "the '80s", "the nineties"."""
    before = context.before(match.start(), 24)
    words = match.group()
    if match["tens"] and "'" not in words[:-2] and not re.search(r"mid-?|early |late ", before[-6:] + words):
        return None
    if not words.startswith("the ") and not re.search(
        r"\b(?:the|early|late|mid|in|of|since|and|or|to)[ -]$|[-–]$", before
    ):
        return None
    if re.search(r"\b(?:his|her|their|my|your|our) (?:early |mid-?|late )?$", before) or re.search(
        r"temperatures? (?:\w+ )?in (?:the )?$", before
    ):
        return None
    if match["tens"] and int(match["tens"]) < 6 and "'" not in words[:-2] and AMOUNT.search(before):
        return None
    part = PART.match(words)
    mod = MODS[part[1]] if part is not None else ""
    if match["tens"]:
        return Known(value=f"{decade_of(int(match['tens']), context)}", mod=mod)
    tens = DECADES[match["name"]]
    if match["century"]:
        return Known(value=("18" if match["century"].startswith("eight") else "19") + str(tens), mod=mod)
    if match["name"] in ("tens", "teens"):
        return None
    return Known(value=f"19{tens}", mod=mod)


# A price "rises to the mid 20s" and a share is "worth in the mid-30s"; decades above the fifties are rarely amounts.
AMOUNT = re.compile(
    r"\b(?:(?:to|into|at|near|above|below|around|toward|towards) (?:the )?|"
    r"(?:worth|valued|priced|trad(?:es?|ed|ing)|sold|prices?|shares?|highs?|lows?) in (?:the )?)(?:(?:early|mid|late)[- ])?$"
)
PART = re.compile(r"(?:the )?(early|mid|late)\b")
MODS = {"early": "START", "mid": "MID", "late": "END"}


def decade_of(tens: int, context: Context) -> int:
    """The decade of "the '20s": of this century where the text was written after it had begun for a few years."""
    published = context.document.article.published
    recent = 2000 + 10 * tens
    return recent // 10 if published is not None and published.year > recent + 4 else 190 + tens


@phrase(
    rf"(?:the\s)?(?:(?:early|mid|late)(?:-|\s)(?:to-late(?:-|\s))?)?(?:(?P<first>{NTH})(?:\s(?:and|or|to)\s|-|–)(?:the\s)?)?(?P<second>(?:(?:early|mid|late)(?:-|\s))?(?P<nth>{NTH})(?:-|\s)(?P<unit>century|centuries)(?:\s(?:(?P<bc>b\.\s?c\.(?:e\.)?|bce?)|(?P<ad>a\.\s?d\.|ad|ce))(?!\w))?)",
    yes={
        "the 20th century": "19",
        "eighteenth-century": "17",
        "the late 19th century": "18",
        "the 5th century BC": "BC04",
        "the second century AD": "01",
        "He died in 323 BC. In the third century the city was rich.": ["BC0323", "BC02"],
        "the 20th and 21st centuries": ["19", "20"],
        "during the 16th and early 17th centuries": ["15", "16"],
        "from the 5th to the 3rd century BC": ["BC04", "BC02"],
    },
    no=["Twentieth Century Fox made the film."],
)
def century(match: re.Match[str], context: Context) -> Made:
    """'the 20th century', 'the 16th and early 17th centuries'."""
    first, number = ordinal_of(match["first"]) if match["first"] else 0, ordinal_of(match["nth"])
    if not 1 <= number <= MOST_CENTURIES:
        return None
    if context.text[match.end() + 1 : match.end() + 2].isupper() and context.is_named(match.start("unit")):
        return None  # "Twentieth Century Fox"
    ancient = match["bc"] or (number <= ANCIENT and not match["ad"] and era_near(match.start(), context) == "BC")
    if first:
        if not (number < first if ancient else first < number):
            return None
        return (
            (match.start(), match.end("first"), century_known(first, bool(ancient), match.group())),
            (match.start("second"), match.end(), century_known(number, bool(ancient), match["second"])),
        )
    return century_known(number, bool(ancient), match.group())


def century_known(number: int, ancient: bool, words: str) -> Known:
    """A century by its number; "early" and "late" of the words say which part."""
    part = PART.match(words)
    mod = MODS[part[1]] if part is not None else ""
    return Known(value=f"BC{number - 1:02d}" if ancient else f"{number - 1:02d}", mod=mod)


MOST_CENTURIES = 30
ANCIENT = 8  # of the later centuries nobody writes before Christ


@phrase(
    rf"(?:the\s)?turn\sof\sthe\s(?P<unit>century|millennium|year)|the\sturn\sof\sthe\s(?P<nth>{NTH})\scentury",
    yes={"at the turn of the century": "XXXX"},
)
def turn_of(match: re.Match[str], context: Context) -> Made:
    """'the turn of the century' is the time about it, which one the reader knows."""
    if match["nth"]:
        return Known(value=f"{ordinal_of(match['nth']) - 1:02d}00", mod="APPROX")
    if match["unit"] == "year":
        return None
    return Known(value="XXXX", mod="APPROX")


@phrase(
    r"the\snew\s(?P<unit>century|millennium)",
    yes={"Ties in the new century will be strong.": "20", "at the start of the new millennium": "2"},
    no=["the new century-old rule", "the new century's end"],
)
def new_century(match: re.Match[str], context: Context) -> Made:
    """'the new century', which one only where it has just begun or is about to."""
    published = context.document.article.published
    if published is None or context.after(match.end(), 2) in ("-o", "'s"):
        return None
    number = (published.year + SOON) // 100
    if published.year // 100 == number and published.year % 100 > YOUNG:
        return None
    return Known(value=str(number if match["unit"] == "century" else number // 10))


SOON = 12  # years before it begins in which a century is the new one
YOUNG = 30  # years of it


RULES: tuple[Rule, ...] = (
    decade,
    named_decade,
    century,
    turn_of,
    new_century,
)
