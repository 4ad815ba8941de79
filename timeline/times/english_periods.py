"""English: decades, centuries, quarters, halves, fiscal years, seasons."""

from __future__ import annotations

import re

from timeline.rules import Rule
from timeline.times.meaning import Bare, Count, Known, Made, Meaning, Of
from timeline.times.phrase import Context, phrase
from timeline.times.words import DECADES, NTH, SEASONS, YEAR, full_year, one_of, ordinal_of

QUARTER_NTH = r"(?:first|second|third|fourth|final|last|1st|2nd|3rd|4th)"
HALF_NTH = r"(?:first|second|1st|2nd|latter|last|former)"
WHOLE_YEAR = (
    rf"(?P<year>{YEAR})|(?P<rel>(?:last|this|next|that|the\s(?:same|previous|following|current|next|past))\syear)"
)
REL_YEAR = {
    "last": -1,
    "this": 0,
    "next": 1,
    "that": 0,
    "same": 0,
    "previous": -1,
    "following": 1,
    "current": 0,
    "past": -1,
}


def relative_year(words: str) -> Meaning:
    """ "last year", "that year", "the following year" as the whole of something."""
    word = words.split()[-2]
    base = (
        "reference"
        if word in ("that", "same", "previous", "following") or words.startswith("the next")
        else "published"
    )
    return Count(count=REL_YEAR[word], unit="year", base=base)


def whole_year(match: re.Match[str]) -> Meaning | None:
    if match["year"]:
        return Known(value=match["year"])
    return relative_year(match["rel"]) if match["rel"] else None


def part_of_year(part: Bare, match: re.Match[str]) -> Meaning:
    whole = whole_year(match)
    return part if whole is None else Of(part=part, whole=whole)


@phrase(
    r"(?:the\s)?(?:(?:early|mid|late)(?:-|\s)?(?:to-late(?:-|\s))?)?(?P<century>1[0-9]|20)(?P<decade>[0-9])0'?s",
    yes={"in the 1980s": "198", "the mid-1990s": "199", "1930s": "193"},
    no=["the 1985s"],
)
def decade(match: re.Match[str], context: Context) -> Made:
    """'the 1980s'."""
    value = match["century"] + match["decade"]
    mod = {"e": "START", "m": "MID", "l": "END"}.get(match.group().removeprefix("the").strip()[:1], "")
    return Known(value=value, mod=mod)


@phrase(
    rf"(?:the\s)?(?:(?:early|mid|late)(?:-|\s))?(?:'?(?P<tens>[1-9])0'?s|(?P<century>(?:eighteen|nineteen)[-\s])?(?P<name>{one_of(DECADES)}))",
    yes={"the '80s": "198", "the nineties": "199", "the late sixties": "196"},
    no=["temperatures in the nineties", "in his sixties"],
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
    mod = {"e": "START", "m": "MID", "l": "END"}.get(words.removeprefix("the").strip()[:1], "")
    if match["tens"]:
        return Known(value=f"{full_year(int(match['tens']) * 10) // 10:03d}", mod=mod)
    tens = DECADES[match["name"]]
    if match["century"]:
        return Known(value=("18" if match["century"].startswith("eight") else "19") + str(tens), mod=mod)
    if match["name"] in ("tens", "teens"):
        return None
    return Known(value=f"19{tens}", mod=mod)


@phrase(
    rf"(?:the\s)?(?:(?:early|mid|late)(?:-|\s)(?:to-late(?:-|\s))?)?(?P<nth>{NTH})(?:-|\s)(?P<unit>century|centuries)(?:\s(?P<bc>b\.\s?c\.(?:e\.)?|bce?))?",
    yes={
        "the 20th century": "19",
        "eighteenth-century": "17",
        "the late 19th century": "18",
        "the 5th century BC": "BC04",
    },
)
def century(match: re.Match[str], context: Context) -> Made:
    """'the 20th century'."""
    number = ordinal_of(match["nth"])
    if not 1 <= number <= 30:
        return None
    mod = {"e": "START", "m": "MID", "l": "END"}.get(match.group().removeprefix("the").strip()[:1], "")
    if mod and not re.match(r"(?:the )?(?:early|mid|late)", match.group()):
        mod = ""
    return Known(value=f"BC{number - 1:02d}" if match["bc"] else f"{number - 1:02d}", mod=mod)


@phrase(
    rf"(?:the\s)?(?P<nth>{NTH})(?:\s(?:and|or|to)\s|-|–)(?:the\s)?(?P<last>{NTH})\scenturies",
    yes={"the 20th and 21st centuries": ["19", "20"]},
)
def centuries(match: re.Match[str], context: Context) -> Made:
    """'the 20th and 21st centuries'."""
    first, last = ordinal_of(match["nth"]), ordinal_of(match["last"])
    if not 1 <= first < last <= 30:
        return None
    return (
        (match.start(), match.end("nth"), Known(value=f"{first - 1:02d}")),
        (match.start("last"), match.end(), Known(value=f"{last - 1:02d}")),
    )


@phrase(
    rf"(?:(?:the|its|a|their)\s)?(?:(?:fiscal|seasonally|latest|flat)(?:-|\s))?(?P<nth>{QUARTER_NTH})(?:-|\s)(?:fiscal(?:-|\s))?(?:calendar\s)?quarter(?:\s(?:of|in)\s(?:fiscal\s)?(?:{WHOLE_YEAR}))?",
    yes={
        "the third quarter": "2023-Q3",
        "third-quarter profit": "2023-Q3",
        "the third quarter of 1990": "1990-Q3",
        "the second quarter of last year": "2023-Q2",
        "the fiscal first quarter": "2024-Q1",
    },
    no=["a quarter of the people"],
)
def quarter(match: re.Match[str], context: Context) -> Made:
    """'the third quarter (of 1990)'."""
    number = quarter_of(match["nth"]) or 4 * (match["year"] is not None or match["rel"] is not None)
    before = context.before(match.start(), 4)
    if before.endswith("the ") or not number:
        return None
    return part_of_year(Bare(quarter=number), match)


def quarter_of(word: str) -> int:
    return {"final": 4, "last": 0}.get(word, ordinal_of(word) if word not in ("final", "last") else 0)


@phrase(
    rf"(?:(?P<year>{YEAR})|(?P<rel>(?:last|this|next)\syear))'s\s(?P<nth>{QUARTER_NTH}|same)(?:-|\s)quarter",
    yes={
        "this year's third quarter": "2024-Q3",
        "1990's first quarter": "1990-Q1",
        "next year's first quarter": "2025-Q1",
    },
)
def years_quarter(match: re.Match[str], context: Context) -> Made:
    """ "this year's third quarter"."""
    number = quarter_of(match["nth"]) if match["nth"] != "same" else 0
    return part_of_year(Bare(quarter=number), match) if number else None


@phrase(
    r"(?P<rel>last|this)\s(?:(?P<year>year)'s\s(?:same\s)?|(?=quarter's\s(?:loss|profit|results|earnings|net|sales|revenue)))(?:quarter|period)",
    yes={"last year's quarter": "2022-Q4", "this quarter's loss": "2023-Q4"},
    no=["this quarter's forecast"],
)
def compared_quarter(match: re.Match[str], context: Context) -> Made:
    """ "last year's quarter", "this quarter's loss": the one that is reported, and that of the year before."""
    years = -1 if match["rel"] == "last" and match["year"] else 0
    if match["rel"] == "last" and not match["year"]:
        return None
    return Count(count=years, unit="year", base="period", granularity="quarter")


@phrase(
    rf"(?:the\s)?(?P<year>{YEAR})\s(?P<nth>{QUARTER_NTH})(?:-|\s)quarter",
    yes={"the 1988 third quarter": "1988-Q3"},
)
def year_quarter(match: re.Match[str], context: Context) -> Made:
    """'the 1988 third quarter'."""
    number = quarter_of(match["nth"])
    return Known(value=f"{match['year']}-Q{number}") if number else None


@phrase(
    rf"(?:h(?P<number>[12])|(?P<before>[12])h)(?:(?:\s|-|,\s|/|\sof\s|)(?:(?P<year>{YEAR})|'?(?P<short>[0-9]{{2}}))(?![0-9%]))",
    yes={"H1 2025": "2025-H1", "1H25": "2025-H1"},
    no=["h2 2025"],
)
def h_number(match: re.Match[str], context: Context) -> Made:
    """'H1 2025'."""
    if "H" not in context.text[match.start() : match.end()]:
        return None
    year = match["year"] or str(full_year(int(match["short"])))
    return Known(value=f"{year}-H{match['number'] or match['before']}")


@phrase(
    r"(?:the\s)?(?P<nth>first|second|third)(?:\sand\s|\sor\s|,\s)(?:the\s)?(?P<last>second|third|fourth)\squarters?(?:\sof\s(?P<year>20[0-9]{2}|19[0-9]{2}))?",
    yes={
        "the second and third quarters": ["2023-Q2", "2023-Q3"],
        "the first and second quarters of 2025": ["2025-Q1", "2025-Q2"],
    },
)
def quarters(match: re.Match[str], context: Context) -> Made:
    """'the second and third quarters (of 2025)'."""
    parts = [Bare(quarter=quarter_of(match[name])) for name in ("nth", "last")]
    whole = Known(value=match["year"]) if match["year"] else None
    first, last = (part if whole is None else Of(part=part, whole=whole) for part in parts)
    return ((match.start(), match.end("nth"), first), (match.start("last"), match.end(), last))


@phrase(
    rf"(?:q(?P<number>[1-4])|(?P<before>[1-4])q)(?:(?:\s|-|,\s|/|\sof\s)(?:(?P<year>{YEAR})|'?(?P<short>[0-9]{{2}}))(?![0-9%]))?",
    yes={"Q1 2025": "2025-Q1", "in Q3": "2023-Q3", "4Q '98": "1998-Q4"},
    no=["q5"],
)
def q_number(match: re.Match[str], context: Context) -> Made:
    """'Q1 2025'."""
    if "Q" not in context.text[match.start() : match.end()]:
        return None
    number = int(match["number"] or match["before"])
    if match["year"] or match["short"]:
        year = match["year"] or str(full_year(int(match["short"])))
        return Known(value=f"{year}-Q{number}")
    return Bare(quarter=number)


@phrase(
    rf"(?:the\s)?(?P<nth>{HALF_NTH})(?:-|\s)half(?:\sof\s(?:(?:fiscal|the\syear)\s?)?(?:{WHOLE_YEAR})?)?",
    yes={
        "the second half of 2025": "2025-H2",
        "in the first half": "2024-H1",
        "the first half of last year": "2023-H1",
    },
    no=["the second half of the match", "in the first half of the game"],
)
def half_year(match: re.Match[str], context: Context) -> Made:
    """'the second half of 2025'."""
    number = 1 if match["nth"] in ("first", "1st", "former") else 2
    words = match.group()
    following = context.after(match.end(), 16)
    if words.endswith(" "):
        return None
    if not match["year"] and not match["rel"]:
        if words.endswith("of the year"):
            return Bare(half=number)
        if words.endswith("of") or following.startswith(" of ") or context.before(match.start(), 4).endswith("the "):
            return None
        attribute = "-" in words and re.match(
            r" (?:profit|net|earnings|results|sales|revenue|loss|income|growth|gdp|output|exports|data)", following
        )
        if not attribute and not re.search(
            r"\b(?:in|for|during|through|over|by|from|until) $", context.before(match.start(), 9)
        ):
            return None
        if re.search(
            r"goal|game|match|score|minute|penalty|team|kick|touchdown",
            context.before(match.start(), 60) + context.after(match.end(), 60),
        ):
            return None
    return part_of_year(Bare(half=number), match)


@phrase(
    rf"(?:the\s)?(?P<nth>first|last|final)\s(?P<count>two|three)\squarters\sof\s(?:the\s(?:fiscal\s)?year\s)?(?:{WHOLE_YEAR})",
    yes={"the first two quarters of 1990": "1990-H1"},
)
def quarters_of(match: re.Match[str], context: Context) -> Made:
    """'the first two quarters of 1990' are a half-year."""
    if match["count"] != "two":
        return None
    return part_of_year(Bare(half=1 if match["nth"] == "first" else 2), match)


@phrase(
    rf"(?:the\s)?(?:fiscal(?:\syear)?\s|fy\s?|financial\syear\s)(?:'?(?P<short>[0-9]{{2}})(?![0-9])|(?P<year>{YEAR}))|(?:the\s)?(?P<before>{YEAR})\s(?:fiscal|financial|calendar|budget|tax|school|academic)\syear",
    yes={
        "fiscal 1989": "1989",
        "the 2025 fiscal year": "2025",
        "FY26": "2026",
        "fiscal year 2025": "2025",
        "FY2025": "2025",
    },
)
def fiscal_year(match: re.Match[str], context: Context) -> Made:
    """'fiscal 1989', as the guidelines write it: the year's own number."""
    return Known(value=match["year"] or match["before"] or str(full_year(int(match["short"]))))


SEASON_YEAR = rf"(?:(?:,?\s|\sof\s|-)(?:(?P<year>{YEAR})(?:[-–/](?:[0-9]{{4}}|[0-9]{{2}})(?![0-9]))?|'(?P<short>[0-9]{{2}}))|\sof\s(?P<rel>(?:last|this|next|that|the\s(?:same|previous|following|next))\syear))"
GUARDED = ("spring", "fall")


@phrase(
    rf"(?:the\s)?(?P<season>{one_of(SEASONS)})(?:\smonths)?{SEASON_YEAR}",
    yes={
        "the winter of 1791": "1791-WI",
        "summer 2007": "2007-SU",
        "Spring of 2004": "2004-SP",
        "the fall of last year": "2023-FA",
    },
    no=["the fall of Saigon"],
)
def season_year(match: re.Match[str], context: Context) -> Made:
    """'the winter of 1791'."""
    season = Bare(season=SEASONS[match["season"]])
    if match["short"]:
        return Of(part=season, whole=Known(value=str(full_year(int(match["short"])))))
    return part_of_year(season, match)


@phrase(
    rf"(?P<year>{YEAR})\s(?P<season>{one_of(SEASONS)})",
    yes={"the 1982 summer offensives": "1982-SU"},
    no=["the 1988 Winter Olympics"],
)
def year_season(match: re.Match[str], context: Context) -> Made:
    """'1982 summer'."""
    if context.is_capital(match.start("season")):
        return None
    return Known(value=f"{match['year']}-{SEASONS[match['season']]}")


@phrase(
    rf"(?:(?:the|this|last|next|that|over\sthe|early|late|mid)(?:\s(?:early|late|mid|past|coming|following|previous|same|next))?\s)?(?P<season>{one_of(SEASONS)})(?:\smonths)?",
    yes={
        "last summer": "2023-SU",
        "next spring": "2024-SP",
        "in the summer": "2023-SU",
        "this winter": "2023-WI",
        "during the cold winter months": "2023-WI",
    },
    no=[
        "stocks fall",
        "a spring in his step",
        "the fall of Saigon",
        "the Prague Spring",
        "the Arab Spring",
        "Winter Olympics",
    ],
)
def season(match: re.Match[str], context: Context) -> Made:
    """'last summer', 'in winter', 'a spring offensive'."""
    name, words = match["season"], match.group().split()
    if not is_season(name, match.start("season"), match.end("season"), context):
        return None
    mods = {"early": "START", "mid": "MID", "late": "END"}
    toward = {
        "last": "last", "past": "last", "previous": "before", "next": "next", "coming": "next", "following": "after",
        "this": "this", "that": "that", "same": "that",
    }  # fmt: skip
    mod = next((mods[word] for word in words if word in mods), "")
    return Bare(
        season=SEASONS[name], toward=next((toward[word] for word in reversed(words) if word in toward), ""), mod=mod
    )


THINGS_OF_A_SEASON = re.compile(
    r" (?:and (?:early |late )?(?:spring|summer|fall|autumn|winter)|offensives?|campaigns?|fighting|planting|harvest|sowing|elections?|"
    r"session|semester|term|holidays?|vacation|fighting season|heat|weather|months|budget|collections?|meeting|summit)\b"
)
NOT_OF_A_SEASON = re.compile(
    r" (?:olympi|games|soldier|war\b|palace|quarters|break|league|training|water|roll|onion|mattress|tide|guy|street)|'s tale"
)
SPRINGS = re.compile(r"(?:prague|arab|silent|croatian|black|seoul|damascus|hot|natural|coil) $")
LEADS_TO_SEASON = re.compile(
    r"(?:\b(?:last|this|next|early|late|mid|each|every|in the|by|since|previous|following|and|or|during the|over the|until|"
    r"through the|through|that|in|same|coming|past)[ -]|[(–-])$"
)


def is_season(name: str, start: int, end: int, context: Context) -> bool:
    """Whether the word is a season here, not a verb, a source of water, a defeat or a name."""
    token = context.token_at(start)
    before, after = context.before(start, 24), context.after(end, 20)
    if token is None or token.entity == "PERSON":
        return False
    if re.search(r"\b(?:last|next|this past|this coming) $", before):
        return True
    if token.tag.startswith(("VB", "MD")):
        return False
    if NOT_OF_A_SEASON.match(after) or SPRINGS.search(before):
        return False
    if THINGS_OF_A_SEASON.match(after):
        return True
    if after.startswith("-") and not re.match(r"-(?:spring|summer|fall|autumn|winter)", after):
        return False
    if name in GUARDED:
        if after.startswith((" of ", " in ", " from ", " to ", " by ")) and (
            name == "fall" or after.startswith(" of ")
        ):
            return False
        spent = (
            name == "spring"
            and re.search(r"\bthe $", before)
            and token.tag == "NN"
            and token.dep in ("dobj", "npadvmod")
        )
        return bool(spent) or LEADS_TO_SEASON.search(before) is not None
    if context.is_capital(start) and context.document.parsed:
        return token.tag not in ("NNP", "NNPS") or token.head.i != token.i + 1
    return True


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


RULES: tuple[Rule, ...] = (
    decade,
    named_decade,
    century,
    quarters_of,
    years_quarter,
    compared_quarter,
    year_quarter,
    quarter,
    quarters,
    q_number,
    h_number,
    centuries,
    half_year,
    fiscal_year,
    season_year,
    year_season,
    season,
    turn_of,
)
