"""English: seasons ("last summer", "the winter of 1791", "a spring offensive")."""

from __future__ import annotations

import re

from timeline.language.document import Token
from timeline.rules import Rule
from timeline.times.attributes import is_attribute
from timeline.times.english_periods import part_of_year
from timeline.times.meaning import Bare, Known, Made, Of
from timeline.times.phrase import Context, phrase
from timeline.times.words import SEASONS, YEAR, full_year, one_of

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
    rf"(?:(?:the|this|last|next|that|early|late|mid)(?:\s(?:early|late|mid|past|coming|following|previous|preceding|ensuing|succeeding|same|next))?\s)?(?P<season>{one_of(SEASONS)})(?:\smonths)?",
    yes={
        "last summer": "2023-SU",
        "It may last until the spring.": "2024-SP",
        "It has been shut since the spring.": "2023-SP",
        "It was dry for most of the spring.": "2023-SP",
        "Growth is slower than in the spring.": "2023-SP",
        "next spring": "2024-SP",
        "She said that summer would be dry.": "2024-SU",
        "In 1978 he drew for a paper. That fall the strip began.": ["1978", "1978-FA"],
        "He fled in March 1757. They had met the summer before.": ["1757-03", "1756-SU"],
        "He fled in March 1757. In the preceding autumn they had met.": ["1757-03", "1756-FA"],
        "in the summer": "2023-SU",
        "this winter": "2023-WI",
        "during the cold winter months": "2023-WI",
    },
    no=[
        "stocks fall",
        "It is said that fall the stocks will.",
        "a spring in his step",
        "the fall of Saigon",
        "the Prague Spring",
        "the Arab Spring",
        "Winter Olympics",
        "the summer capital",
        "his summer home by the lake",
        "The bank took on 20 summer analysts.",
        "since the fall of the wall",
        "He drank half of the spring water.",
        "A fire broke out in Fall River, Massachusetts.",
    ],
)
def season(match: re.Match[str], context: Context) -> Made:
    """'last summer', 'in winter', 'a spring offensive'."""
    name, words, start = match["season"], match.group().split(), match.start()
    if not is_season(name, match.start("season"), match.end("season"), context):
        return None
    if words[0] == "that" and context.tag_at(start) == "IN":
        words, start = words[1:], match.start() + 5  # "said that summer was over"
    mods = {"early": "START", "mid": "MID", "late": "END"}
    toward = {
        "last": "last", "past": "last", "previous": "before", "preceding": "before",
        "ensuing": "after", "succeeding": "after", "next": "next", "coming": "next", "following": "after",
        "this": "this", "that": "that", "same": "that",
    }  # fmt: skip
    if words[0] == "the" and (earlier := SEASON_BEFORE.match(context.after(match.end(), 14))) is not None:
        return ((match.start(), match.end() + earlier.end(1), Bare(season=SEASONS[name], toward="before")),)
    mod = next((mods[word] for word in words if word in mods), "")
    meaning = Bare(
        season=SEASONS[name], toward=next((toward[word] for word in reversed(words) if word in toward), ""), mod=mod
    )
    if words == ["the", name] and is_attribute(context, match.end()):
        return ((match.start("season"), match.end(), meaning),)  # the article of "the spring offensive" is the noun's
    return ((start, match.end(), meaning),)


SEASON_BEFORE = re.compile(r"( before)(?:$|[.,;:)]| (?:and|but)\b)")
THINGS_OF_A_SEASON = re.compile(
    r" (?:and (?:early |late )?(?:spring|summer|fall|autumn|winter)|offensives?|campaigns?|fighting|planting|harvest|sowing|elections?|"
    r"session|semester|term|holidays?|vacation|fighting season|heat|weather|months|budget|collections?|meeting|summit)\b"
)
NOT_OF_A_SEASON = re.compile(
    r" (?:olympi|games|soldier|war\b|palace|quarters|break|league|training|water|roll|onion|mattress|tide|guy|street|capital|residence|homes?\b|house|"
    r"resort|retreat|clothes|clothing|wear|coat|air\b|sky\b|skies|winds?\b|sun\b|sunshine|chill|boots|jackets?|jobs?\b|schools?\b|camps?\b|analysts?\b|associates?\b|interns?\b|internships?\b|clerks?\b)|'s tale"
)
SPRINGS = re.compile(r"(?:prague|arab|silent|croatian|black|seoul|damascus|hot|natural|coil) $")
LEADS_TO_SEASON = re.compile(
    r"(?:\b(?:last|this|next|early|late|mid|each|every|in the|by|since|previous|preceding|ensuing|following|and|or|during the|over the|until|before|"
    r"(?:until|till|by|since|before|from|throughout|for) the|through the|(?:much|most|part|all|half|rest|some) of the|through|into the|into|that|in|same|coming|past)[ -]|[(–-])$"
)


def is_season(name: str, start: int, end: int, context: Context) -> bool:
    """Whether the word is a season here, not a verb, a source of water, a defeat or a name."""
    token = context.token_at(start)
    before, after = context.before(start, 24), context.after(end, 20)
    if token is None or token.entity == "PERSON":
        return False
    if re.search(r"\b(?:last|next|this past|this coming) $", before):
        return True
    if token.tag.startswith(("VB", "MD")) and not is_that_one(token, before, context):
        return False
    if NOT_OF_A_SEASON.match(after) or SPRINGS.search(before):
        return False
    if THINGS_OF_A_SEASON.match(after):
        return True
    if context.is_capital(start) and token.entity in ("GPE", "LOC", "FAC"):
        return False  # "Fall River", "Winter Haven"
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
    rf"(?:the\s)?mid(?P<season>summer|winter)(?:{SEASON_YEAR})?",
    yes={
        "By midsummer the dams were dry.": "2023-SU",
        "They will return at midsummer.": "2024-SU",
        "in midsummer 1914": "1914-SU",
    },
    no=["A Midsummer Night's Dream", "the midwinter-old snow", "a midsummer's day"],
)
def middle_of_season(match: re.Match[str], context: Context) -> Made:
    """'midsummer'."""
    if context.is_capital(match.start("season") - 3) or context.after(match.end(), 1) in ("-", "'"):
        return None
    meaning = part_of_year(Bare(season=SEASONS[match["season"]], mod="MID"), match) if match["year"] else None
    return meaning or Bare(season=SEASONS[match["season"]], mod="MID")


def is_that_one(token: Token, before: str, context: Context) -> bool:
    """ "That fall the strip began", whatever the tag: of the verb it would be "that falls"."""
    return token.tag != "VBZ" and before.endswith("that ") and context.tag_at(token.start - 2) == "DT"


RULES: tuple[Rule, ...] = (
    middle_of_season,
    season_year,
    year_season,
    season,
)
