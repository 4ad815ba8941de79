"""English: how long something has gone on without a break ("the third straight day", "in as many weeks")."""

from __future__ import annotations

import re

from timeline.rules import Rule
from timeline.times.meaning import Length, Made
from timeline.times.phrase import Context, phrase
from timeline.times.tense import tense_at
from timeline.times.words import FIGURE, NTH, PLURAL, SINGULAR, SPELLED, duration, number_of, ordinal_of, unit_of

RUNNING = r"(?:straight|consecutive|successive|unbroken)"
KIND = r"(?:(?:full|whole|calendar|fiscal|trading|business|working)\s)?"


@phrase(
    rf"(?P<nth>{NTH})(?:-|\s)(?:(?P<running>{RUNNING})\s{KIND})?(?P<unit>{SINGULAR}|night)(?P<after>\s(?:in\sa\srow|running|in\ssuccession))?",
    yes={
        "It rained for the third straight day.": "P3D",
        "Exports fell for a second consecutive month.": "P2M",
        "Growth slowed for the fifth successive year.": "P5Y",
        "They marched for the sixth day in a row.": "P6D",
        "Shares fell for an 11th straight trading day.": "P11D",
        "Talks went on for the second week running.": "P2W",
        "They marched for a fourth day.": "P4D",
        "Shells fell for the third straight night.": "P3D",
        "The siege went into a third week, he said.": "P3W",
        "They marched for a second day Friday.": ["P2D", "2024-01-12"],
    },
    no=[
        "for the third straight win",
        "for the first straight day",
        "for the third consecutive year-end loss",
        "for the second day",
        "for his fourth week running the bank",
        "for the third consecutive monthly fall",
        "It was the third consecutive month of rain.",
        "He scored on the third consecutive day.",
        "They paid for a second day of rest.",
        "She left for a third year abroad.",
    ],
)
def nth_running(match: re.Match[str], context: Context) -> Made:
    """'for the third straight day': three days, of which today is the last, where a month told of is over already; of
    what is to come no days are known. "It was the third straight day" is no length."""
    count, unit = ordinal_of(match["nth"]), "day" if match["unit"] == "night" else unit_of(match["unit"])
    after = context.after(match.end(), 9)
    if count < 2 or unit in ("second", "minute") or after.startswith("-"):
        return None
    before = context.before(match.start(), 14)
    if not (match["running"] or match["after"]) and not (GOES_ON.search(before) and STOPS.match(after)):
        return None
    token = context.token_at(match.end("unit") - 1)
    led = LED.search(before)
    if led is None or not (led["for"] or led["into"] or (token is not None and token.dep == "npadvmod")):
        return None
    if (match["after"] or "").endswith("running") and re.match(r" (?:the|an?|its|his|her|their|our|in|for)\b", after):
        return None
    start = match.start() - len(led["the"] or "")
    passed = count - 1 if unit in ("day", "week") else count
    ahead = tense_at(context, start, match.end()) == "future"
    toward = "" if ahead else "past"
    return ((start, match.end(), Length(value=duration(count, unit), count=passed, unit=unit, toward=toward)),)


LED = re.compile(r"\b(?:(?P<for>for )|(?P<into>into |entered ))?(?P<the>(?:the|an?|its|his|her|their|our|my) )?$")
GOES_ON = re.compile(r"\b(?:for|into|entered) an? $")  # "for the second day" may be a ticket
STOPS = re.compile(r"$|[.,;:!?)\"'–—]| (?:on|as|after|when|while|despite|amid|and|but|in|today|yesterday|[a-z]+day)\b")


@phrase(
    rf"as\smany\s(?P<unit>{PLURAL})",
    yes={
        "Three men died in as many days.": "P3D",
        "It was the second strike in as many weeks.": "P2W",
        "He scored 12 goals over as many months.": "P12M",
    },
    no=["They worked in as many weeks as we did.", "as many years", "He resigned in as many days."],
)
def as_many(match: re.Match[str], context: Context) -> Made:
    """'in as many weeks': as many as the clause has counted."""
    before = context.before(match.start(), 80)
    if not LEADS_TO_AS_MANY.search(before) or context.after(match.end(), 4) == " as ":
        return None
    counted = COUNT.findall(before[before.rfind(". ") + 1 :])
    if not counted:
        return None
    nth, number = counted[-1]
    count, unit = float(ordinal_of(nth)) if nth else number_of(number), unit_of(match["unit"])
    if count is None or count < 2 or unit in ("quarter", "second"):
        return None
    return Length(value=duration(count, unit), count=count, unit=unit, toward="past")


LEADS_TO_AS_MANY = re.compile(r"\b(?:in|for|over|within) $")
COUNT = re.compile(rf"(?<![\w.,$])(?:({NTH})|({SPELLED}|{FIGURE}))(?![\w%])".replace(r"\s", " "))


@phrase(
    rf"(?:the\s(?:first|last|past|next)\s)?(?P<number>{SPELLED}|{FIGURE})\s(?:(?:more|straight|sleepless|long|consecutive)\s)?nights|(?P<one>one\snight)",
    yes={
        "It rained for two nights.": "P2D",
        "the first two nights of raids": "P2D",
        "They spent one night in jail.": "P1D",
    },
    no=[
        "two nights ago",
        "open two nights a week",
        "two nights later",
        "the Arabian Nights",
        "One night the guards came.",
        "It fell after one night raid.",
    ],
)
def nights(match: re.Match[str], context: Context) -> Made:
    """'for two nights', counted as days."""
    if NOT_SPENT.match(context.after(match.end(), 12)) or context.is_capital(match.end() - 6):
        return None
    if match["one"]:
        spent = SPENDS_ONE.search(context.before(match.start(), 10)) and ENDS_NIGHT.match(context.after(match.end(), 8))
        return Length(value="P1D", count=1, unit="day") if spent else None
    count = number_of(match["number"])
    return None if count is None else Length(value=duration(count, "day"), count=count, unit="day")


SPENDS_ONE = re.compile(r"\b(?:for|spen[dt]s?|spending|after|just|only) $")
ENDS_NIGHT = re.compile(r"$|[.,;:)]| (?:in|at|on|and|but|before|of|there|here|with)\b")
NOT_SPENT = re.compile(r" (?:ago|earlier|later|before|after|per|a week|a month|a year|each|every|out)\b|-|'")


RULES: tuple[Rule, ...] = (nth_running, as_many, nights)
