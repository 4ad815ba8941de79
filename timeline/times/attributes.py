"""Times that say which one is meant: "a June agreement", "Wednesday's ruling", "the November election"."""

from __future__ import annotations

import re

from timeline.times.phrase import Context

# What a calendar sets long before: "the November election".
BALLOTS = (
    r"elections?|votes?|voting|referendum|deadline|convention|inauguration|polls|primary|primaries|caucus|caucuses|"
    r"contests?|showdown|runoff|summit|finals?"
)
# "They will meet in the fall campaign".
RACES = re.compile(r" (?:[a-z-]+ ){0,1}(?:campaigns?|season|semester|term|session|tournament|tour|race)\b")
CALENDAR = re.compile(rf" (?:[a-z-]+ ){{0,2}}(?:{BALLOTS})\b")
SITTINGS = re.compile(
    rf"'s (?:[a-z-]+ ){{0,3}}(?:{BALLOTS}|meetings?|talks|hearings?|debates?|games?|match|conference|ceremony|session|poll|test|derby|bout|fight|fixture|clash|opener|semi-?finals?|quarter-?finals?|"
    r"programmes?|programs?|performances?|shows?|broadcasts?|funerals?|services?|march|marches|launch|trial|visit|auction|report|speech|address|race|rally|concert|festival|tournament|congress|coronation|wedding)\b"
)
COMING = re.compile(
    r"\b(?:ahead of|in the run-up to|(?:hours|days|weeks|months|a day|a week) before) (?:[a-z'-]+ ){0,5}$"
)


# "The March futures", not "Friday after contract talks".
CONTRACT = re.compile(
    r" (?:(?!(?:after|before|when|while|as|on|in|over|under|for|with|without|to|at|from|by|and|but|or|because|since|that|if|"
    r"until|amid|despite|of|about|against) )[a-z]+ )?(?:contracts?|futures|delivery|shipment|loading|settlement|expirations?)\b|"
    r" (?:corn|wheat|oats|soybeans?|cotton|cocoa|coffee|sugar|gold|silver|platinum|copper|crude|heating oil|gasoline|"
    r"natural gas|cattle|hogs|(?:pork )?bellies|beans|lumber|orange juice)(?:$|[.,;]| (?:was|were|rose|fell|gained|lost|closed|"
    r"settled|ended|traded|slid|climbed|jumped|dropped|added|eased|slipped|finished|plunged|surged|advanced|declined)\b)"
)


def described(context: Context, end: int, tense: str, *, weekday: bool = False) -> str:
    """The tense of a time that says which: "Wednesday's ruling" and "a June agreement" are past whatever is to be done
    about them; "Sunday's election" may be ahead, and what is traded "for January delivery" is."""
    after = context.after(end, 40)
    if after.startswith("'s "):
        return tense if tense == "future" and SITTINGS.match(after) else "past" if tense else ""
    if CONTRACT.match(after):
        return "future"
    tense = "future" if tense == "going" else tense
    if not is_attribute(context, end):
        return tense
    if tense == "future" and not weekday and RACES.match(after):
        return tense
    if CALENDAR.match(after) and (tense == "future" or not weekday):
        return tense if tense == "future" and not weekday else "perhaps"
    return "" if tense in ("future", "present") else tense


def is_ahead_of(context: Context, start: int, tense: str = "") -> bool:
    """Whether it is what something led up to: "ahead of Tuesday's vote", "days before the caucuses on Monday"; what has
    happened "hours before" it is as past as it is."""
    match = COMING.search(context.before(start, 60))
    return match is not None and not (tense == "past" and match.group().startswith("hours"))


def is_attribute(context: Context, end: int) -> bool:
    """Whether a time stands before the noun it describes: "a June agreement"."""
    token = context.token_at(end - 1)
    if token is not None and token.dep == "nummod" and token.head.i < token.i:
        token = token.head  # the month of "the Feb. 25 elections"
    return token is not None and token.dep in ("compound", "amod", "nmod") and token.head.i > token.i
