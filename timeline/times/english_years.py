"""English: years by themselves ("1998", "1985-86", "'98", "nineteen ninety-one")."""

from __future__ import annotations

import re

from timeline.language.document import Token
from timeline.rules import Rule
from timeline.times.english_dates import A_DAY, BEFORE_A_NUMBER, COUNTED, YEAR_FOLLOWS
from timeline.times.meaning import Bare, Known, Made
from timeline.times.phrase import Context, phrase
from timeline.times.scene import is_sentence_start
from timeline.times.words import MONTH, SMALL, SPELLED, YEAR, number_of


@phrase(
    rf"(?:the\syear\s)?(?P<year>{YEAR})",
    yes={
        "in 1998": "1998",
        "the year 2000": "2000",
        "the 1987 crash": "1987",
        "(1913-1914)": ["1913", "1914"],
        "In 1066 three men claimed it": "1066",
        "It lost money in 2003, 2004 and 2005.": ["2003", "2004", "2005"],
        "The coast was raided in 1719, 1720 and 1721.": ["1719", "1720", "1721"],
        "In 2003, 2004 troops died.": ["2003"],
        "It will be late until 1988/1989.": ["1988", "1989"],
        "frozen at 1989 levels": "1989",
        "It was an improvement over 1988 results.": "1988",
        "Growth beat 1990's 6 percent rate.": "1990",
        "the 1968 Prague Spring": "1968",
        "It was worse in 1929 on Wall Street.": "1929",
        "The 1987 Wall Street crash was short.": "1987",
        "By 2009 Azadi Square was empty.": "2009",
        "Rents were frozen at 2008, she said.": "2008",
        "In 2012 rebels attacked the port.": "2012",
        "He was born about 1787.": "1787",
        "Bombings in Bali in 2002 killed nine people.": "2002",
    },
    no=[
        "1500 people",
        "$1998",
        "no. 1945",
        "about 1,998",
        "1998.5",
        "2000 troops",
        "Power failed in 2000 homes.",
        "Taxes fell on over 2000 goods.",
        "0.1998",
        "a 1987 Chevrolet",
        "a company called Orion 1980",
        "Releases 1511, 1533, 1574",
        "case 17/1988/1989",
        "They live at 1945 Elm Street.",
        "The 2000 block of Elm Street was shut.",
        "Police searched 2020 K Street.",
        "on runway 2007",
        "It called its Series 1987 A bonds.",
        "a copy of the novel 1984",
        "It runs on Windows 2000.",
        "The index closed at 2016.",
        "Gold fell to 1950 an ounce.",
    ],
)
def year(match: re.Match[str], context: Context) -> Made:
    """'1998'; numbers that count something stay silent."""
    number, start, end = int(match["year"]), match.start("year"), match.end()
    before, after = context.before(match.start(), 24), context.after(end, 16)
    token = context.token_at(start)
    if OF_RESULTS.match(after) and BESIDE.search(before) and counts_plural(token):
        return Known(value=match["year"])
    if (
        (COUNTED.match(context.lower, end) and not is_year_of_clause(token, before))
        or MODELS.match(after)
        or is_level(before, after)
        or (OF_YEARS.search(before) is None and ADDRESS.match(context.text, end))
        or MONEY.search(before)
        or is_part_of_number(before, after)
    ):
        return None
    counts = (
        counts_plural(token)
        and not (before.endswith("in ") and NUMBER_NEXT.match(after))  # "In 1066 three men claimed the throne"
    )
    usual = 1850 <= number <= 2040
    if NAMED.search(context.text[max(0, start - 60) : start]):
        return None
    if (
        BEFORE_A_NUMBER.search(before)
        and not BORN_ABOUT.search(before)
        and (not usual or counts or not ABOUT.search(before))
    ):
        return None
    if not usual:
        if not (YEAR_FOLLOWS.search(before) or BORN_ABOUT.search(before)) and not re.match(r"[):]|[-–][0-9]{2}", after):
            return None
        if counts and not before.endswith("the "):
            return None
    return Known(value=match["year"])


def counts_plural(token: Token | None) -> bool:
    """Whether a number stands before a plural, which it may count."""
    return token is not None and token.dep == "nummod" and token.head.tag == "NNS" and token.head.i > token.i


# "An improvement over 1988 results", "up from 1988 levels": what a year has, not what a number counts.
OF_RESULTS = re.compile(r" (?:results|levels|sales|earnings|figures|profits|revenues|prices|rates|totals|standards)\b")
BESIDE = re.compile(r"\b(?:over|than|from|below|above|under|near) $")


def is_year_of_clause(token: Token | None, before: str) -> bool:
    """ "In 2012 rebels took it", "bombings in 2012 killed nine": the verb needs the noun for its subject, and the
    preposition the year, wherever the parser hangs them; not "In 2000 homes there was no power"."""
    if token is None or not before.endswith(("in ", "since ", "by ", "until ")):
        return False
    noun = token.head
    if token.dep != "nummod" or noun.i != token.i + 1 or not 1900 <= int(token.text) <= 2040:
        return token.dep == "pobj"
    if noun.dep == "pobj":
        verb = noun.head.head
        return verb.i > noun.i and verb.pos == "VERB" and verb.child("nsubj", "nsubjpass", "expl") is None
    return noun.dep in ("nsubj", "nsubjpass")


def is_level(before: str, after: str) -> bool:
    """ "The index closed at 2016", "gold at 1950 an ounce"; not "at 1989 levels".

    >>> is_level("closed at ", "."), is_level("frozen at ", " levels"), is_level("fell to ", " an ounce")
    (True, False, True)
    """
    return PRICED.match(after) is not None or (
        before.endswith(" at ") and not before.endswith("frozen at ") and ENDS.match(after) is not None
    )


PRICED = re.compile(r" an? (?:ounce|barrel|share|ton|tonne|bushel|pound|carat|head|piece)\b")
ENDS = re.compile(r"$|[.;!?]|, ")
ADDRESS = re.compile(
    r" (?:[A-Z][A-Za-z]*\.? ){1,3}(?:Street|St\.|Avenue|Ave\.|Road|Rd\.|Boulevard|Blvd\.|Drive|Dr\.|Lane|Square|Plaza|Way)"
    r"(?=$|[,.;:)]| (?:in|on|and|to|by|for|was|is|near|where|after|before)\b)"
)
OF_YEARS = re.compile(
    r"\b(?:the|an?|in|since|after|before|during|this|that|by|from|of|until|till|late|early|mid) $"
)  # "after the 1929 Wall Street crash"
NUMBER_NEXT = re.compile(rf" (?:[0-9]|(?:{SPELLED}) [a-z])".replace(r"\s", " "))
MODELS = re.compile(
    r" (?:model|edition)?(?: ?(?:chevrolet|chevy|ford|toyota|honda|nissan|mazda|bmw|mercedes|audi|volkswagen|vw|porsche|ferrari|"
    r"cadillac|buick|pontiac|oldsmobile|chrysler|dodge|jeep|lincoln|mercury|plymouth|volvo|saab|jaguar|lexus|hyundai|kia|subaru|"
    r"lada|volga|fiat|renault|peugeot|citroen|rolls-royce|bentley|lamborghini|corvette|mustang|camaro|cessna|boeing|airbus)\b|-model\b)"
)
MONEY = re.compile(r"(?:[$£€¥#№]|\bc\$|\ba\$|us\$) ?$")
NAMED = re.compile(
    r"\b(?:called|named|dubbed|titled|entitled|codenamed|branded) (?:[A-Z][A-Za-z]{1,20} ){1,3}$|\b(?:film|movie|novel|album|song) $"
)
ABOUT = re.compile(r"\b(?:about|some|nearly|over|than|least|roughly|approximately|only) $")
BORN_ABOUT = re.compile(
    r"\b(?:born|died|founded|built|written|painted|composed|made|begun|began|dates? from|dating from|in|until|since|from) about $"
)
HEADING = re.compile(r": (?:[a-z\"]|$)|:$")


def is_part_of_number(before: str, after: str) -> bool:
    """Whether digits, signs or hyphens around make it something longer than a year."""
    if (SLASHED_AFTER.match(after) and before[-1:] in (" ", "(")) or SLASHED_BEFORE.search(before):
        return False
    if before[-1:] in (".", ":", "/", "'", "+", "_") or re.match(r"[%/]|[-–][0-9]{5}|s\b|[.,][0-9]", after):
        return True
    if after.startswith(":") and not HEADING.match(after):
        return True
    if re.match(r"-[a-z]", after) and not re.match(r"-(?:born|era|style|vintage|model|built)", after):
        return True
    if re.search(r"[0-9]-$|[0-9],? $|[a-z]-$|[0-9],$", before[-3:]) is None:
        return False
    if AFTER_YEAR.search(before) and YEAR_IN_LIST.match(after):
        return False
    return re.search(r"(?:post|pre|mid|early|late|\b[0-9]{4})[-–]$|\b[0-9]{1,2},? $", before) is None


# "1988/1989", not a page or a part number.
SLASHED_AFTER = re.compile(r"/(?:19|20)[0-9]{2}(?![0-9/-]|\.[0-9])")
SLASHED_BEFORE = re.compile(r"[ (](?:19|20)[0-9]{2}/$")
# "in 2003, 2004 and 2005", not "in 2003, 2004 troops died".
AFTER_YEAR = re.compile(r"\b(?:1[6-9]|20)[0-9]{2}, $")
YEAR_IN_LIST = re.compile(r",? (?:and|or) |, (?:1[6-9]|20)[0-9]{2}\b")


@phrase(
    rf"(?:the\syear\s)?(?P<words>(?:(?:fifteen|sixteen|seventeen|eighteen|nineteen|twenty)[\s-](?:hundred(?:\sand)?[\s-]?)?(?:oh[\s-])?{SPELLED})|two\sthousand(?:(?:\sand)?\s{SPELLED})?)",
    yes={
        "in nineteen ninety-one": "1991",
        "the year two thousand": "2000",
        "in twenty twenty-four": "2024",
        "in two thousand and five": "2005",
        "Nineteen eighty-nine was a good year.": "1989",
        "on the ninth of April, nineteen ninety-five": "1995-04-09",
        "since June nineteen ninety-five": "1995-06",
    },
    no=["two thousand people", "twenty five", "nineteen hundred soldiers", "Nineteen fifty-foot masts fell."],
)
def spelled_year(match: re.Match[str], context: Context) -> Made:
    """'nineteen ninety-one'."""
    words = re.split(r"[ -]+", match["words"].replace(" oh ", " "))
    if words[0] == "two":
        number = number_of(match["words"]) or 0.0
    else:
        number = (number_of(words[0]) or 0.0) * 100 + (
            number_of(" ".join(word for word in words[1:] if word not in ("hundred", "and"))) or 0.0
        )
        if len(words) == 2 and words[0] == "twenty" and SMALL.get(words[1], 0) < 10:
            return None
    before = context.before(match.start(), 26)
    led = match.group().startswith("the year") or LEADS_TO_SPELLED.search(before) is not None
    opens = len(words) > 1 and words[0] != "two" and is_sentence_start(context, match.start())
    led = led or (opens and context.tag_at(match.end() + 1) in ("VBD", "VBZ", "MD"))
    if not led or not 1400 <= number <= 2100 or COUNTED.match(context.lower, match.end()):
        return None
    if (
        words[0] == "two"
        and not match.group().startswith("the")
        and re.match(r" [a-z]+s\b", context.after(match.end(), 16))
    ):
        return None
    return Known(value=f"{int(number):04d}")


LEADS_TO_SPELLED = re.compile(
    rf"\b(?:in|of|since|by|until|from|to|and|through|during|before|after|{MONTH}(?: {A_DAY})?,?) $".replace(r"\s", " ")
)


@phrase(
    rf"(?P<year>{YEAR})[-–/](?P<tail>[0-9]{{2}})(?![0-9-])",
    yes={"1985-86": ["1985", "1986"], "2006-07": ["2006", "2007"]},
    no=["2024-13-01", "1998-02"],
)
def year_pair(match: re.Match[str], context: Context) -> Made:
    """'1985-86': two years."""
    first, tail = int(match["year"]), int(match["tail"])
    second = first // 100 * 100 + tail
    if second <= first or (tail <= 12 and first % 100 != tail - 1 and match.group()[4] == "-" and second - first > 10):
        return None
    return (
        (match.start(), match.end("year"), Known(value=match["year"])),
        (match.start("tail"), match.end(), Known(value=f"{second:04d}")),
    )


@phrase(
    r"'(?P<year>[0-9]{2})(?![0-9])(?!s\b)",
    yes={
        "the class of '98": "1998",
        "in '12": "2012",
        "He lost the '92 election.": "1992",
        "It rose 3% over '22 levels.": "2022",
    },
    no=["the '98s", "the '50", "the '22 he wrote", "The '10 students left."],
)
def short_year(match: re.Match[str], context: Context) -> Made:
    """ "'98": the nearest century that has it."""
    before = context.before(match.start(), 12)
    told = BESIDE.search(before) and OF_RESULTS.match(context.after(match.end(), 16))
    if (
        not LEADS_TO_SHORT.search(before)
        and not told
        and not (WHICH.search(before) and context.tag_at(match.end() + 1) in ("NN", "JJ", "NNP"))
    ):
        return None
    return Bare(short_year=int(match["year"]))


LEADS_TO_SHORT = re.compile(r"\b(?:in|of|since|by|until|from|to|and|spring|summer|fall|winter|class|before|after) $")
WHICH = re.compile(r"\b(?:the|an?|his|her|its|their|our|your|my) $")  # "the '92 election"


@phrase(
    r"the\snew\s(?:calendar\s)?year",
    yes={
        "Output rose in the new year.": "2024",
        "The rest will follow early in the new year.": "2024",
        "before the New Year": "2024",
    },
    no=[
        "the New Year's party",
        "a new year of war",
        "the new year-end rule",
        "the new yearly fee",
        "the New Year holiday",
        "They went home for the new year.",
    ],
)
def new_year(match: re.Match[str], context: Context) -> Made:
    """'the new year': the one that has just begun, or is about to."""
    if re.match(
        r"-|'s| (?:of|holidays?|eve|celebrations?|part(?:y|ies)|message|address|speech|honou?rs)\b",
        context.after(match.end(), 14),
    ):
        return None
    if re.search(r"\bfor $|\b(?:[Cc]elebrat|[Mm]ark|[Gg]reet|[Ww]elcom)\w* $", context.before(match.start(), 14)):
        return None  # the feast
    return Bare(month=1, toward="new")


RULES: tuple[Rule, ...] = (
    new_year,
    spelled_year,
    year_pair,
    year,
    short_year,
)
