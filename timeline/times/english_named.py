"""English: days that have a name of their own ("Christmas", "Election Day", "the Sept. 11 attacks")."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from datetime import date, timedelta
from importlib.resources import files

from timeline.rules import Rule
from timeline.times.calendar import nth_weekday
from timeline.times.feasts import (
    ashura,
    days_of_ramadan,
    eid_al_adha,
    eid_al_fitr,
    hanukkah,
    mawlid,
    orthodox_easter,
    passover,
    ramadan,
    rosh_hashanah,
    western_easter,
)
from timeline.times.meaning import Bare, Clock, Known, Made, Of
from timeline.times.phrase import Context, phrase
from timeline.times.words import PART_OF_DAY, PARTS_OF_DAY, WEEKDAYS, YEAR, one_of

HOLIDAYS = {
    row["name"]: row["rule"]
    for row in csv.DictReader(files("timeline.times").joinpath("holidays.csv").read_text(encoding="utf-8").splitlines())
}
# "New Years Eve", "Valentines Day"; "New Years" alone is many.
HOLIDAYS |= {
    bare: rule for name, rule in HOLIDAYS.items() if (bare := name.replace("'", "")) not in (name, "new years")
}
FEASTS: dict[str, Callable[[int], date]] = {
    "easter": western_easter,
    "orthodox_easter": orthodox_easter,
    "passover": passover,
    "rosh_hashanah": rosh_hashanah,
    "hanukkah": hanukkah,
    "ramadan": ramadan,
    "eid_al_fitr": eid_al_fitr,
    "eid_al_adha": eid_al_adha,
    "ashura": ashura,
    "mawlid": mawlid,
}
LASTING = {"ramadan": days_of_ramadan}  # feasts of many days that are told of as a whole
MOVING = re.compile(r"(?P<month>[0-9]{2}) nth (?P<nth>-?[0-9]) (?P<weekday>[A-Z][a-z]{2})(?: \+(?P<plus>[0-9]))?")


def holiday_in(name: str, year: int) -> date:
    """The day of the holiday in a year.

    >>> holiday_in("thanksgiving", 1999), holiday_in("good friday", 2024)
    (datetime.date(1999, 11, 25), datetime.date(2024, 3, 29))
    """
    rule = HOLIDAYS[name]
    feast, _, days = rule.partition(" ")
    if feast in FEASTS:
        return FEASTS[feast](year) + timedelta(days=int(days))
    if match := MOVING.fullmatch(rule):
        day = nth_weekday(year, int(match["month"]), WEEKDAYS[match["weekday"].lower()], int(match["nth"]))
        return day + timedelta(days=int(match["plus"] or 0))
    month, day_of_month = rule.split("-")
    return date(year, int(month), int(day_of_month))


def holiday_value(name: str, year: int) -> str:
    """Its TIMEX3 value: a day, or the first of many and how many there are.

    >>> holiday_value("easter", 2024), holiday_value("ramadan", 2024)
    ('2024-03-31', '2024-03-11/P30D')
    """
    first = holiday_in(name, year).isoformat()
    return f"{first}/P{LASTING[name](year)}D" if name in LASTING else first


@phrase(
    rf"(?:(?P<toward>last|this|next)\s)?(?P<name>{one_of(re.escape(name) for name in HOLIDAYS)})(?:(?P<unit>\sweekend|\sweek)|\s(?P<part>{PART_OF_DAY})|,?\s(?:(?:of|in)\s)?(?P<year>{YEAR}))?",
    yes={
        "on Christmas Day": "2023-12-25",
        "on New Years Eve": "2023-12-31",
        "last Thanksgiving": "2023-11-23",
        "Easter 1916": "1916-04-23",
        "She said that Christmas was quiet.": "2023-12-25",
        "Easter 1471": "1471-04-14",
        "He fell ill in March 1454. That Christmas he was well.": ["1454-03", "1454-12-25"],
        "over the Labor Day weekend": "2023-W35-WE",
        "Thanksgiving weekend was quiet.": "2023-W47-WE",
        "Sales for Thanksgiving week were up.": "2023-W47",
        "She was found on Thanksgiving morning.": "2023-11-23TMO",
        "It began on Yom Kippur 1973.": "1973-10-06",
        "Orthodox Easter fell in May.": ["2023-04-16", "2023-05"],
        "on Inauguration Day 1961": "1961-01-20",
        "before Eid al-Fitr in 2020": "2020-05-24",
        "during Ramadan 2022": "2022-04-02/P30D",
        "They met at the end of Ramadan.": "2023-04-20",
        "Ramadan began quietly.": "2023-03-23/P29D",
    },
    no=[
        "Christmas trees",
        "the start of a Christmas recess",
        "Easter Island",
        "the Labor Day weekend sale",
        "Black Friday agreement",
        "the Good Friday Peace Agreement",
        "Merry Christmas to all",
        "Happy New Years ahead",
        "the Passover massacre",
        "Happy Hanukkah",
        "Ramadan Kareem",
        "Mr. Ramadan left the party.",
        "Tariq Ramadan ended his visit.",
        "They met in Ramadan's office.",
    ],
)
def holiday(match: re.Match[str], context: Context) -> Made:
    """'Christmas Day', 'last Thanksgiving'."""
    name = match["name"]
    if not any(context.is_capital(match.start("name") + at) for at in (0, name.rfind(" ") + 1)):
        return None
    after = context.after(match.end(), 18)
    if name in LASTING and (is_person(match, context) or not is_told_of(match.start(), after, context)):
        return None
    if WISH.search(context.before(match.start(), 9)) or is_of_a_name(match.end(), context):
        return None
    if re.match(
        r" (?:(?:peace )?(?:accord|agreement|deal|pact|treaty)|tree|trees|massacre|seder|meal|menorah|island|eggs?|bunny|cards?|party|parade|weekend|bombing|rising|lights|gifts?|presents?|shopping|sales|season|carol|market|offensive|message|holiday|recess|break|dinner|lunch|bonus|turkey|spending|rush|getaway|vacation|spirit)",
        after,
    ):
        return None
    day = Bare(holiday=name, toward=match["toward"] or "")
    if match["part"]:
        hyphen = context.text[match.end() : match.end() + 1] == "-"
        return None if hyphen else Clock(clock=PARTS_OF_DAY[match["part"]], day=day)
    if match["unit"]:
        return None if after.startswith((" sale", "-")) else Of(part=Bare(), whole=day, unit=match["unit"].strip())
    if context.lower.endswith("that ", 0, match.start()) and context.tag_at(match.end() + 1) not in FINITE:
        return (
            (match.start() - 5, match.end(), Bare(holiday=name, toward="that")),
        )  # not "said that Christmas was near"
    return Of(part=day, whole=Known(value=match["year"])) if match["year"] else day


FINITE = ("VBD", "VBZ", "MD")


def is_told_of(start: int, after: str, context: Context) -> bool:
    """Whether words around a feast that is a person's name too say that a time is meant."""
    return AT.search(context.before(start, 14)) is not None or BEGINS.match(after) is not None


def is_person(match: re.Match[str], context: Context) -> bool:
    """ "Ramadan's office", "Tariq Ramadan fell ill"."""
    token = context.token_at(match.start("name"))
    if token is None:
        return False
    if context.lower.startswith("'s ", match.end()):
        return OF_A_FEAST.match(context.lower, match.end()) is None
    first = any(child.pos == "PROPN" and child.dep == "compound" and child.i < token.i for child in token.children)
    return first or token.entity == "PERSON"


AT = re.compile(
    r"\b(?:during|in|of|for|before|after|until|till|through|throughout|over|since|by|this|last|next|amid|from|muslim) $",
    re.I,
)
BEGINS = re.compile(r",? (?:begin|began|starts?\b|started|ends?\b|ended|falls?\b|fell|fast)")
OF_A_FEAST = re.compile(r"'s (?:start|end|beginning|opening|first|last|final|closing|days|nights)\b")
WISH = re.compile(r"\b(?:merry|happy|jolly) $")


def is_of_a_name(end: int, context: Context) -> bool:
    """Whether the name goes on: "the Christmas Charity", not "the Bastille Day parade"."""
    last, following = context.token_at(end - 1), context.token_at(end + 1)
    if last is None or following is None or last.dep != "compound" or following.tag != "NNP":
        return False
    return last.head.tag == "NNP" and last.entity not in ("DATE", "EVENT") and context.is_capital(end + 1)


# Days that an attack is called by, for good, and what an article that means it speaks of.
ATTACKED = {
    "september": ("2001-09-11", re.compile(r"")),
    "october": ("2023-10-07", re.compile(r"\b(?:hamas|israel|gaza|hostage|kibbutz)")),
    "january": ("2021-01-06", re.compile(r"\b(?:capitol|trump|congress)")),
    "november": ("2008-11-26", re.compile(r"")),
}
_STRUCK = r"attack|terror|hijack|commission|suicide|victim|families|plot|strike|era|conspir|mastermind|widow"


@phrase(
    rf"(?P<september>(?:sept(?:ember|\.)?\s11(?:th)?|9/11)(?:,?\s2001)?(?=\s(?:{_STRUCK})|(?<=9/11)))"
    rf"|(?P<october>oct(?:ober|\.)?\s7(?:th)?(?=,?\s(?:hamas|{_STRUCK}|hostage|incursion|pogrom|atrocit|rampage|raid|massacre|assault)))"
    r"|(?P<january>jan(?:uary|\.)?\s6(?:th)?(?=\s(?:insurrection|capitol|riots?\b|committee|select|defendant|attack on the (?:u\.?s\.? )?capitol)))"
    r"|(?P<november>26/11(?=\s(?:attack|terror|mumbai|strike|case|accused|plot)))",
    yes={
        "the Sept. 11 attacks": "2001-09-11",
        "since 9/11": "2001-09-11",
        "Hamas led the October 7 attacks.": "2023-10-07",
        "the Jan. 6 riot at the Capitol": "2021-01-06",
        "the 26/11 attacks": "2008-11-26",
    },
    no=["The score was 26/11.", "Form 26/11 is blue."],
)
def day_of_an_attack(match: re.Match[str], context: Context) -> Made:
    """'the Sept. 11 attacks', of any year after, unless the article gives that day another year."""
    value, meant = ATTACKED[match.lastgroup or "september"]
    published = context.document.article.published
    if meant.search(context.lower) is None or (published is not None and published.isoformat() < value):
        return None
    told = re.compile(re.escape(match[0].lower()) + r"(?:th)?,? (\d{4})").search(context.lower)
    return None if told is not None and told[1] != value[:4] else Known(value=value)


RULES: tuple[Rule, ...] = (day_of_an_attack, holiday)
