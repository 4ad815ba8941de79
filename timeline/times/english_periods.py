"""English: quarters, halves and fiscal years ("the third quarter of 1990", "H1 2025", "fiscal 1989")."""

from __future__ import annotations

import re

from timeline.rules import Rule
from timeline.times.attributes import is_attribute
from timeline.times.meaning import Bare, Count, Known, Made, Meaning, Of
from timeline.times.phrase import Context, phrase
from timeline.times.words import DAY, MONTH, WEEKDAY, YEAR, full_year, month_of, ordinal_of

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
    "prior": -1,
}


RESULTS = (
    r"(?:profits?|net|earnings|results|sales|revenues?|loss(?:es)?|income|growth|gdp|gnp|output|exports|imports|orders|"
    r"shipments|deliveries|data|figures|gains?|charges?|dividend|operating|pretax|per-share)\b"
)
OF_BUSINESS = re.compile(rf" {RESULTS}")
LEADS_TO_HALF = re.compile(r"\b(?:in|for|during|through|over|by|from|until|than|with|against|since|the) $")
GAME = re.compile(
    r"\b(?:scored (?:[0-9]|twice|again|first|early|late|in the)|outscored|touchdowns?|yards?|yarders?|field goals?|scoreless|free throws?|rebounds?|quarterback|halftime|season opener)\b|\bscored in $|"
    r"^ of (?:the|a|their|his|its|last night's|sunday's) (?:game|match|season opener|contest)\b|"
    r"^ of [a-z' ]{1,30}[0-9]{1,3}-[0-9]{1,3} (?:[a-z]+ )?(?:victory|win|loss|defeat|rout|tie|draw)\b"
)
GAME_OF_HALVES = re.compile(
    rf"^ (?:on )?(?:{WEEKDAY})|\b(?:lost|won|tied|led|beaten|drew) [0-9]{{1,2}}-[0-9]{{1,2}}\b|"
    r"\b(?:goals?|games?|match|scor(?:e|ed|es|ing)|minutes?|penalt(?:y|ies)|teams?|kick(?:ed|s)?|touchdowns?)\b"
)


def is_of_a_game(match: re.Match[str], context: Context, words: re.Pattern[str]) -> bool:
    """Whether it is the quarter or the half of a game, not of a year."""
    if words.search(context.after(match.end(), 60)):
        return True
    return words.search(context.before(match.start(), 60)) is not None


def relative_year(words: str) -> Meaning:
    """ "last year", "that year", "the following year" as the whole of something."""
    word = words.split()[-2]
    base = (
        "reference"
        if word in ("that", "same", "previous", "prior", "following") or words.startswith("the next")
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
    rf"(?:(?P<lead>the|its|a|their)\s)?(?:(?:fiscal|seasonally|latest|flat|current|recent|just-ended)(?:-|\s))?(?P<nth>{QUARTER_NTH})(?:(?:-|\s)(?:fiscal(?:-|\s))?(?:calendar\s)?(?:quarter|qtr\b\.?)|-period(?=\s{RESULTS})|\s(?P<period>period))(?:\s(?:(?:of|in)\s)?(?:fiscal\s)?(?:{WHOLE_YEAR}))?",
    yes={
        "the third quarter": "2023-Q3",
        "third-quarter profit": "2023-Q3",
        "the third quarter of 1990": "1990-Q3",
        "the second quarter of last year": "2023-Q2",
        "the fiscal first quarter": "2024-Q1",
        "third-period net income": "2023-Q3",
        "Profit rose in the third quarter ended Jan. 9.": ["2024-Q3", "2024-01-09"],
        "Profit rose in the fiscal third quarter ended Nov. 30.": ["2023-Q3", "2023-11-30"],
        "in first quarter 1990": "1990-Q1",
        "4th qtr net rose": "2023-Q4",
        "It expects second-quarter results to be flat.": "2024-Q2",
        "A year ago, fourth-quarter profit was $2 million.": ["2023", "2022-Q4"],
        "It will report fourth-quarter results on Friday.": ["2023-Q4", "2024-01-19"],
        "It expects a gain from the first quarter's 2 million.": "2023-Q1",
        "Output will be weaker than in the first quarter.": "2023-Q1",
        "It expects a gain in the first quarter.": "2024-Q1",
        "It expects sales to fall from the second quarter.": "2024-Q2",
        "It expects sales to fall from the fourth quarter.": "2023-Q4",
        "It expects sales to fall from the second quarter's 2 million.": "2023-Q2",
        "Sales rose in the last quarter of the year.": "2023-Q4",
        "A sale added $2 million to second-quarter earnings in 2021.": ["2021-Q2", "2021"],
        "Its third-quarter profit fell 3%. It will lose money in the fourth period.": ["2023-Q3", "2023-Q4"],
    },
    no=[
        "a quarter of the people",
        "the second quarter of the game",
        "a fourth-quarter touchdown",
        "a third-period goal",
        "the third quarter of their 22-17 victory",
        "The Lakers scored in the third quarter.",
        "They lost 3-2 in the second half.",
        "the second period",
        "He wrote nothing in the third period of his life.",
        "They scored twice in the third period.",
    ],
)
def quarter(match: re.Match[str], context: Context) -> Made:
    """'the third quarter (of 1990)'."""
    if match["period"] and (
        not (context.marks("named quarters", NAMED_QUARTER) and context.marks("figures", FIGURES))
        or context.after(match.end(), 4).startswith(" of ")
    ):
        return None
    of_year = match["year"] or match["rel"] or OF_THE_YEAR.match(context.after(match.end(), 13))
    number = quarter_of(match["nth"]) or 4 * bool(of_year)
    if context.before(match.start(), 4).endswith("the ") or not number or is_of_a_game(match, context, GAME):
        return None
    meaning = part_of_year(Bare(quarter=number), match)
    ended = ENDED.match(context.after(match.end(), 40)) if isinstance(meaning, Bare) else None
    if ended:
        meaning = (
            Known(value=f"{ended['year']}-Q{number}") if ended["year"] else of_ended(number, ended["month"], context)
        )
    if match["lead"] in ("its", "their") or (match["lead"] and is_attribute(context, match.end())):
        return ((match.end("lead") + 1, match.end(), meaning),)  # "a third-quarter loss": the article is the loss's
    return meaning


OF_THE_YEAR = re.compile(r" of the year\b")
ENDED = re.compile(
    rf",? (?:(?:which |that )?ended|to) (?:on |in )?(?P<month>{MONTH})(?: {DAY}(?:, (?P<year>{YEAR}))?)?"
)


def of_ended(number: int, month: str, context: Context) -> Meaning:
    """The quarter that a firm ended in a month: "the third quarter ended March 31" of a spring is of this year."""
    published = context.document.article.published
    if published is None:
        return Bare(quarter=number)
    return Known(value=f"{published.year - (month_of(month) > published.month)}-Q{number}")


NAMED_QUARTER = re.compile(r"(?i)\b((?:first|second|third|fourth)[- ]quarter)\b")
FIGURES = re.compile(r"(%|\bpercent\b|\$|\b[mb]illion\b)")


def quarter_of(word: str) -> int:
    return {"final": 4, "last": 0}.get(word, ordinal_of(word) if word not in ("final", "last") else 0)


@phrase(
    rf"(?:(?:fiscal\s)?(?P<year>{YEAR})|(?P<rel>(?:last|this|next|(?:the\s)?(?:prior|previous))\syear))'s\s(?P<nth>{QUARTER_NTH}|same)(?:-|\s)quarter",
    yes={
        "this year's third quarter": "2024-Q3",
        "1990's first quarter": "1990-Q1",
        "next year's first quarter": "2025-Q1",
        "fiscal 1990's first quarter": "1990-Q1",
        "It was worse in the prior year's first quarter.": "2023-Q1",
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
    rf"(?:(?:fiscal\s)?(?P<year>{YEAR})|(?P<rel>(?:last|this|next)\syear))'s\s(?P<nth>first|second)(?:-|\s)half",
    yes={"1990's first half": "1990-H1", "in next year's second half": "2025-H2"},
    no=["last year's first half-marathon"],
)
def years_half(match: re.Match[str], context: Context) -> Made:
    """ "next year's first half"."""
    if context.after(match.end(), 1) == "-":
        return None
    return part_of_year(Bare(half=ordinal_of(match["nth"])), match)


@phrase(
    rf"(?:the\s)?(?P<nth>{HALF_NTH})(?:-|\s)half(?:\sof\s(?:(?:fiscal|the\syear)\s?)?(?:{WHOLE_YEAR})?)?",
    yes={
        "the second half of 2025": "2025-H2",
        "in the first half": "2024-H1",
        "In the first half on Friday, the bank lost money.": ["2024-H1", "2024-01-12"],
        "the first half of last year": "2023-H1",
        "It warned that the first half would be weak.": "2024-H1",
        "The rest should be better than the first half, it said.": "2024-H1",
    },
    no=["during the second half Saturday", "the second half of the match", "in the first half of the game"],
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
        attribute = "-" in words and OF_BUSINESS.match(following)
        led = LEADS_TO_HALF.search(context.before(match.start(), 9)) is not None
        foreseen = words.startswith("the ") and context.tag_at(match.end() + 1) == "MD"
        if not attribute and (following.startswith("-") or not (led or foreseen)):
            return None
        if is_of_a_game(match, context, GAME_OF_HALVES) and not is_of_a_firm(context.after(match.end(), 60)):
            return None
    return part_of_year(Bare(half=number), match)


def is_of_a_firm(after: str) -> bool:
    """ "In the first half on Friday, the bank lost money": a weekday alone makes no game.

    >>> is_of_a_firm(" on monday the firm lost money"), is_of_a_firm(" on sunday the team lost money")
    (True, False)
    """
    return OF_A_FIRM.search(after) is not None and GAME_OF_HALVES.search(after[1:]) is None


OF_A_FIRM = re.compile(
    r"\b(?:firm|company|bank|profits?|sales|revenues?|earnings|money|output|orders|exports|imports|shares)\b"
)


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
    rf"(?:the\s)?(?:fiscal(?:\syear)?\s|fy\s?|financial\syear\s)(?:'?(?P<short>[0-9]{{2}})(?![0-9])|(?P<year>{YEAR})(?:[/-](?P<second>[0-9]{{2}})(?![0-9]))?)|(?:the\s)?(?P<before>{YEAR})\s(?:fiscal|financial|calendar|budget|tax|school|academic)\syear",
    yes={
        "fiscal 1989": "1989",
        "the 2025 fiscal year": "2025",
        "FY26": "2026",
        "fiscal year 2025": "2025",
        "FY2025": "2025",
        "fiscal 1985/86": "1986",
    },
)
def fiscal_year(match: re.Match[str], context: Context) -> Made:
    """'fiscal 1989', as the guidelines write it: the year's own number, of two the one in which it ends."""
    if match["second"] and int(match["second"]) == (int(match["year"]) + 1) % 100:
        return Known(value=str(int(match["year"]) + 1))
    return Known(value=match["year"] or match["before"] or str(full_year(int(match["short"]))))


RULES: tuple[Rule, ...] = (
    quarters_of,
    years_quarter,
    compared_quarter,
    year_quarter,
    quarter,
    quarters,
    q_number,
    h_number,
    years_half,
    half_year,
    fiscal_year,
)
