"""English: days that have a name of their own ("Christmas", "Election Day", "the Sept. 11 attacks")."""

from __future__ import annotations

import csv
import re
from datetime import date, timedelta
from importlib.resources import files

from timeline.rules import Rule
from timeline.times.calendar import easter, nth_weekday
from timeline.times.feasts import hanukkah, orthodox_easter, passover, rosh_hashanah
from timeline.times.meaning import Bare, Known, Made, Of
from timeline.times.phrase import Context, phrase
from timeline.times.words import WEEKDAYS, YEAR, one_of

HOLIDAYS = {
    row["name"]: row["rule"]
    for row in csv.DictReader(files("timeline.times").joinpath("holidays.csv").read_text(encoding="utf-8").splitlines())
}
FEASTS = {
    "easter": easter,
    "orthodox_easter": orthodox_easter,
    "passover": passover,
    "rosh_hashanah": rosh_hashanah,
    "hanukkah": hanukkah,
}
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


@phrase(
    rf"(?:(?P<toward>last|this|next)\s)?(?P<name>{one_of(re.escape(name) for name in HOLIDAYS)})(?:(?P<weekend>\sweekend)|,?\s(?:of\s)?(?P<year>{YEAR}))?",
    yes={
        "on Christmas Day": "2023-12-25",
        "last Thanksgiving": "2023-11-23",
        "Easter 1916": "1916-04-23",
        "over the Labor Day weekend": "2023-W35-WE",
        "Thanksgiving weekend was quiet.": "2023-W47-WE",
        "It began on Yom Kippur 1973.": "1973-10-06",
        "Orthodox Easter fell in May.": ["2023-04-16", "2023-05"],
        "on Inauguration Day 1961": "1961-01-20",
    },
    no=[
        "Christmas trees",
        "Easter Island",
        "the Labor Day weekend sale",
        "Black Friday agreement",
        "Merry Christmas to all",
        "the Passover massacre",
        "Happy Hanukkah",
    ],
)
def holiday(match: re.Match[str], context: Context) -> Made:
    """'Christmas Day', 'last Thanksgiving'."""
    if not context.is_capital(match.start("name")):
        return None
    name = match["name"]
    after = context.after(match.end(), 14)
    if WISH.search(context.before(match.start(), 9)) or is_of_a_name(match.end(), context):
        return None
    if re.match(
        r" (?:tree|trees|massacre|seder|meal|menorah|island|eggs?|bunny|cards?|party|parade|weekend|bombing|rising|accords?|agreement|lights|gifts?|presents?|shopping|sales|season|carol|market|offensive|message|holiday)",
        after,
    ):
        return None
    day = Bare(holiday=name, toward=match["toward"] or "")
    if match["weekend"]:
        return None if after.startswith((" sale", "-")) else Of(part=Bare(), whole=day, unit="weekend")
    return Of(part=day, whole=Known(value=match["year"])) if match["year"] else day


WISH = re.compile(r"\b(?:merry|happy|jolly) $")


def is_of_a_name(end: int, context: Context) -> bool:
    """Whether the name goes on: "the Christmas Charity", not "the Bastille Day parade"."""
    last, following = context.token_at(end - 1), context.token_at(end + 1)
    if last is None or following is None or last.dep != "compound" or following.tag != "NNP":
        return False
    return last.head.tag == "NNP" and last.entity not in ("DATE", "EVENT") and context.is_capital(end + 1)


@phrase(
    r"(?:sept(?:ember|\.)?\s11(?:th)?|9/11)(?:,?\s2001)?(?=\s(?:attack|terror|hijack|commission|suicide|victim|families|plot|strike|era|conspirac)|(?<=9/11))",
    yes={"the Sept. 11 attacks": "2001-09-11", "since 9/11": "2001-09-11"},
)
def september_11(match: re.Match[str], context: Context) -> Made:
    """'the Sept. 11 attacks'."""
    return Known(value="2001-09-11")


RULES: tuple[Rule, ...] = (september_11, holiday)
