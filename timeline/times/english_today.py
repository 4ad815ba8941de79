"""English: the day of the report and its neighbours ("today", "yesterday"), and a "today" that means nowadays."""

from __future__ import annotations

import re

from timeline.language.document import Token
from timeline.rules import Rule
from timeline.times.meaning import Count, Known, Made
from timeline.times.phrase import Context, phrase
from timeline.times.scene import is_sentence_start
from timeline.times.set_days import MARCHES, SUDDEN
from timeline.times.tense import governor

QUOTES = frozenset('"“”')
PLACES = frozenset(("GPE", "LOC"))
# What changes with the times and not with the day: "today's youth", "the children of today".
OF_AN_AGE = frozenset(
    "adolescent age artist audience car child climate computer consumer culture dollar economy environment family "
    "farmer feminist generation girl boy kid life man music parent people politics price reader "
    "society standard student technology teen teenager term voter woman workforce workplace world youngster "
    "youth".split()
)
# "The vote of today", against "the town of today".
OF_A_DAY = (
    SUDDEN
    | MARCHES
    | frozenset(
        "action blow change debate election event figure game hearing market match news one paper price result ruling "
        "session speech statement talk talks trading way weather work".split()
    )
)
# "today's Enugu state"
REGIONS = frozenset("state province county region district territory republic".split())
KNOWN_THING = re.compile(r"\bthe (?:[a-z-]+,? ){1,4}of $")
# "Today the firm employs 500 people": what is so for long. "Today he meets the king" is of the day.
LASTING = frozenset("own employ live number comprise cover contain account consist range serve operate".split())

# What a thing has become: "Today the old mill is a museum", not "Today he is a guest".
PLACES_NOW = frozenset(
    "bar cafe cathedral cemetery church city college desert dump farm garden hospital hostel hotel library market "
    "memorial monument mosque museum nightclub park prison republic resort restaurant ruin school shop shrine slum station "
    "suburb temple theater theatre town university village wasteland wreck".split()
)


@phrase(
    r"(?P<word>today|yesterday|tomorrow|the\sday\sbefore\syesterday|the\sday\safter\stomorrow)",
    yes={
        "today": "2024-01-16",
        "yesterday": "2024-01-15",
        "the day after tomorrow": "2024-01-18",
        "In today's China, few would dare.": "PRESENT_REF",
        "It is no secret in today's crowded world.": "PRESENT_REF",
        "They moved along the road in today's Enugu state.": "PRESENT_REF",
        "The Germany of today is another one.": "PRESENT_REF",
        "The children of today want more.": "PRESENT_REF",
        "It was not yet the quiet harbour of today.": "PRESENT_REF",
        "The vote of today is no surprise.": "2024-01-16",
        "Today, the firm employs 500 people.": "PRESENT_REF",
        "Today the old mill is a museum.": "PRESENT_REF",
        "Today the firm has 40 shops.": "PRESENT_REF",
        '"Children today want more," she said.': "PRESENT_REF",
        "Most voters know it. Today, most farmers own a computer.": "PRESENT_REF",
        "The children today are marching.": "2024-01-16",
        "Voters today are choosing a mayor.": "2024-01-16",
        "Today she is the guest of the mayor.": "2024-01-16",
        "Today we have a truce.": "2024-01-16",
        "Today she has two meetings.": "2024-01-16",
        "Today's China talks failed.": "2024-01-16",
        "Today is her birthday.": "2024-01-16",
        "Today the king is in Cairo.": "2024-01-16",
        "Today, the firm announced a sale.": "2024-01-16",
        "the news of today": "2024-01-16",
        "today's meeting of the world's banks": "2024-01-16",
    },
    no=["USA Today", "Today's Zaman", 'He appeared on NBC\'s "Today" and denied it.'],
)
def deictic_day(match: re.Match[str], context: Context) -> Made:
    """'yesterday'; 'today' of an age or of what lasts is the present at large."""
    word = match["word"]
    days = {"today": 0, "yesterday": -1, "tomorrow": 1}.get(word, -2 if "yesterday" in word else 2)
    if word == "today" and context.is_named(match.start()) and is_name(match, context):
        return None
    if word == "today" and is_nowadays(match.start(), match.end(), context):
        return Known(value="PRESENT_REF")
    return Count(count=days, unit="day")


def is_name(match: re.Match[str], context: Context) -> bool:
    """Whether it is part of a name: "USA Today"."""
    if re.search(r"[A-Za-z,] $", context.text[max(0, match.start() - 2) : match.start()]):
        return True
    if (
        context.text[max(0, match.start() - 1) : match.start()] in QUOTES
        and context.text[match.end() : match.end() + 1] in QUOTES
    ):
        return True
    return bool(
        re.search(r"\b(?:usa|india|psychology|russia|china) $", context.before(match.start(), 12))
        or re.match(r"(?:'s)? (?:show|programme|zaman)", context.after(match.end(), 16))
    )


def is_nowadays(start: int, end: int, context: Context) -> bool:
    """Whether the age is meant, not the day: "today's youth", "the China of today", "Today it is a museum"."""
    token = context.token_at(start)
    if token is None or not token.pos:
        return False
    if context.owns(start):
        owned = token.head
        return owned.i > token.i and (is_of_an_age(owned.base, owned.entity) or owned.lower in REGIONS)
    if context.before(start, 4) == " of ":
        noun = context.token_at(start - 5)
        if noun is None or noun.head.lower == "today":
            return False
        known = noun.tag in ("NN", "NNS") and KNOWN_THING.search(context.before(start, 60)) is not None
        return is_of_an_age(noun.base, noun.entity) or (known and noun.lemma not in OF_A_DAY)
    if is_of_many(token, context):
        return True
    if not (context.is_capital(start) and is_sentence_start(context, start)):
        return False
    verb = governor(token)
    if verb is None or verb.tag not in ("VBZ", "VBP") or verb.child("nsubj") in (None, token):
        return False
    if verb.lemma == "be":
        what = verb.child("attr")
        return what is not None and what.lemma in PLACES_NOW and any(one.lower in ("a", "an") for one in what.children)
    if verb.lemma == "have":
        what = verb.child("dobj")
        who = verb.child("nsubj")
        return (
            what is not None
            and what.tag == "NNS"
            and who is not None
            and who.lower not in ("i", "you", "he", "she", "we")
        )
    return verb.lemma in LASTING


def is_of_many(today: Token, context: Context) -> bool:
    """ "Children today want more", "Today most farmers own a computer": told in the present of all or most of a kind."""
    tokens, i = context.document.tokens, today.i
    if i and tokens[i - 1].tag == "NNS":
        who = tokens[i - 1]
        if (
            who.dep != "nsubj"
            or who.base not in OF_AN_AGE
            or any(child.dep != "amod" for child in who.children if child is not today)
        ):
            return False
    else:
        first = tokens[i + 1] if i + 1 < len(tokens) else None
        first = tokens[i + 2] if first is not None and first.lower == "," and i + 2 < len(tokens) else first
        if first is None or first.lower not in ("most", "few") or first.head.tag != "NNS" or first.head.dep != "nsubj":
            return False
        who = first.head
    return who.head.tag == "VBP" and not any(
        child.dep == "aux" and child.lower in ("are", "have") for child in who.head.children
    )


def is_of_an_age(lemma: str, entity: str) -> bool:
    return lemma in OF_AN_AGE or entity in PLACES


RULES: tuple[Rule, ...] = (deictic_day,)
