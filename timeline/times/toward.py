"""Times whose neighbours say which way they lie: items of a list, "by midyear", "will end in two days"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, timedelta

from timeline.language.document import Token
from timeline.times.meaning import Bare, Count, Length, Reading
from timeline.times.narrative import NEAR, Standpoint
from timeline.times.phrase import Context
from timeline.times.tense import described, governor, is_ahead_of, is_attribute, is_perfect, is_promised, tense_at


def way_of(meaning: Bare, reading: Reading, context: Context) -> str:
    """The tense that a calendar name is told in, and what the words around it say of where it lies."""
    tense = tense_at(context, reading.start, reading.end, reading.signal)
    if reading.signal == "since":
        tense = "past"
    elif reading.signal in ("until", "by", "through") and tense != "past":
        tense = "future"
    if meaning.weekday and not meaning.toward and (is_ahead_of(context, reading.start) or looms(reading, context)):
        return "ahead"
    if tense == "past" and meaning.weekday and not meaning.toward and not context.owns(reading.start):
        tense = of_set_day(reading, context)
    if (
        meaning.weekday
        and not meaning.toward
        and tense not in ("past", "")
        and is_sudden(reading.start, reading.end, tense, context)
    ):
        tense = "past"
    if meaning.weekday and not meaning.toward and context.is_in_headline(reading.start):
        tense = of_headline(context, reading.start, tense)
    return described(context, reading.end, tense, weekday=meaning.weekday > 0)


def is_sudden(start: int, end: int, tense: str, context: Context) -> bool:
    """ "The attack Friday is the third", "the dollar, down Friday, may fall": a day right behind what nobody sets."""
    token = context.token_at(start)
    if token is None or not token.pos or not token.i:
        return False
    before = context.document.tokens[token.i - 1]
    if before.lower in ("on", "late", "early") and before.i:
        before = context.document.tokens[before.i - 1]
    if before.lower in ("up", "down"):
        return before.dep == "advmod" and before.head.tag not in ("VB", "VBG")
    if before.pos != "NOUN" or before.dep not in ("nsubj", "nsubjpass", "pobj"):
        return False
    if TO_FOLLOW.match(context.after(end, 40)):
        return False
    return before.lemma in SUDDEN or (
        before.lemma in DECIDED and (tense == "present" or context.after(end, 4) == " to ")
    )


# "The verdict Friday is awaited": what is told is still to come.
TO_FOLLOW = re.compile(
    r",? (?:[a-z]+ly )?(?:will|(?:is|are) (?:[a-z]+ ){0,2}(?:likely|expected|awaited|aimed|due|set))\b"
)
# What happens without a day that was set for it, and what may have one but is told when it is done ("the ruling Friday
# means", "the decision Friday to close").
SUDDEN = frozenset(
    "accident ambush arrest assassination attack avalanche blast bombing bombardment clash collapse collision coup crash "
    "death decline defeat derailment disaster discovery drop earthquake escape explosion flood gain incident "
    "jump kidnapping killing loss massacre murder outburst plunge quake raid rebound "
    "robbery shooting slide slump spill stabbing suicide surge tragedy violence wreck".split()
)
DECIDED = frozenset("agreement announcement decision move order ruling verdict victory win".split())


def looms(reading: Reading, context: Context) -> bool:
    """ "As a Friday deadline loomed", "waiting for Friday's figures": what comes near lies ahead."""
    if not is_attribute(context, reading.end) and not context.owns(reading.start):
        return False
    token = context.token_at(reading.start)
    verb = governor(token) if token is not None else None
    if verb is not None and verb.pos == "NOUN":
        verb = governor(verb)  # the deadline's
    return verb is not None and verb.lemma in LOOMING


def of_headline(context: Context, start: int, tense: str) -> str:
    """Headlines tell what has happened in the present ("Quake Kills 40 on Friday"), and what is to come by "to" ("Union
    to Strike Friday")."""
    before = context.before(start, 110)
    if TO_BEGIN.search(before):
        return "future"
    for match in TO_COME.finditer(before):
        if DONE.search(before[: match.start()]) is None and is_base_verb(
            match["verb"], context.tag_at(start - len(before) + match.start("verb"))
        ):
            return "future"
    return "past" if tense == "present" else tense


def is_base_verb(word: str, tag: str) -> bool:
    """Whether "to" and this make what is to come: "to strike", not "to death" or "to Lima".

    >>> is_base_verb("strike", "NNP"), is_base_verb("quell", "VB"), is_base_verb("death", "VB"), is_base_verb("lima", "NNP")
    (True, True, False, False)
    """
    return word in HEADLINE_VERBS or (tag == "VB" and word not in NO_DEEDS)


TO_COME = re.compile(r"(?<!\bin )(?<!\bof )(?<!\bby )(?<!\bsince )(?<!\buntil )\b(?:to|will|may) (?P<verb>[a-z]+)\b")
# "Shot to Death", "Sent to Lima"; not "Expected to Vote".
DONE = re.compile(
    r"\b(?:sent|went|shot|beaten|taken|brought|(?!(?:expected|scheduled|slated|planned|agreed|asked|united|fed) )[a-z]+ed) $"
)
# "Talks Open in Geneva Monday", not "Talks End in Failure Friday" or "School Open Day Sunday".
TO_BEGIN = re.compile(
    r"\b(?:(?:begin|start|resume|reopen|meet|face)s? (?:[a-z]+ ){0,2}|(?:open|(?<!wins )(?<!loses )(?<!after )(?<!in )(?<!by )vote|return)s? (?:(?:in|at|on|to|for) [a-z]+ )?"
    r"|(?:end|close|expire)s? )(?:on |late |early )?$"
)
HEADLINE_VERBS = frozenset(
    "address announce appear argue arrive ask attend ban be become begin build buy call campaign close consider continue "
    "cut debate decide deliver demand discuss elect end enter expire face fight fly get give go head hear hold host "
    "hunt inaugurate join keep land launch lay lead leave make march mark meet mourn move name negotiate offer open "
    "pay play protest quit raise reach receive release reopen resign resume return reveal run seek sell send set sign "
    "speak stage stand start step stop strike tackle take talk testify tour travel try unveil urge visit vote walk weigh "
    "win withdraw".split()
)
NO_DEEDS = frozenset(
    "court death exile floor ground hell hospital jail justice life power prison rest safety trial war work".split()
)


def of_set_day(reading: Reading, context: Context) -> str:
    """The tense of a weekday under a verb of the past: "called a strike for Monday" looks ahead, and what "has set up
    talks on Monday" has not been on a Monday gone by."""
    token = context.token_at(reading.end - 1)
    verb = governor(token) if token is not None and token.pos else None
    if verb is None or reading.signal == "since":
        return "past"
    if reading.signal == "for" and verb.lemma in SETTING:
        return "future"
    return "perhaps" if is_perfect(verb) and has_arranged(verb, reading.start) else "past"


def has_arranged(verb: Token, day: int) -> bool:
    """ "has lined up a meeting on Friday", not "has arrested two on Friday" nor "has announced on Friday"."""
    arranged = verb.child("dobj") or verb.child("nsubjpass")
    return verb.lemma in ARRANGING and arranged is not None and arranged.start < day


LOOMING = frozenset("loom near approach await wait".split())
SETTING = frozenset("announce book call convene fix order plan schedule set summon".split())
ARRANGING = SETTING - {"order"} | {"arrange", "line", "organise", "organize", "propose", "slate"}


def direction_of(meaning: Bare, tense: str, signal: str) -> str:
    """Which way the year of a calendar name lies: as the words say, else as the tense does."""
    if signal == "effective" and tense == "future":
        return "effective"
    if signal == "since" and not meaning.toward:
        return "gone"
    if meaning.toward == "this" and tense == "future":
        return "this coming"
    return tense if meaning.toward == "new" else meaning.toward or tense


ONE_LIST = 90  # characters: from one item of a list to the next
RANGE = re.compile(r"[a-z]+ (?:to|through|until|till|up to) (?:late |early )?")
FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
ONE_PAIR = 40  # characters: from the first time of a pair to the second
PAIRED = re.compile(r"[a-z0-9.](?: and | to | through | until |-| - | – |–)(?:early |late |mid-)?$")
ITEM = re.compile(r"(?:(?:[,;:]|\band) [^.?!\n]*\b(?:on )?|^next week's [^.?!\n]*\bon )(?:late |early )?$")


def listed_weekday(
    meaning: Bare, reading: Reading, here: Standpoint | None, published: datetime | None, context: Context
) -> datetime | None:
    """The weekday of the week that a list has come to: "next week: notes on Tuesday and bonds on Wednesday", "ahead of next
    week's vote on Tuesday"; None
    where a verb stands between, or the list would run from the past into the future."""
    if here is None or here.granularity not in ("day", "week") or reading.start - here.at > ONE_LIST:
        return None
    if here.granularity == "day" and RANGE.fullmatch(context.lower[here.at : reading.start]):
        return here.start + timedelta(days=(meaning.weekday - here.start.isoweekday()) % 7)
    days = meaning.weekday - here.start.isoweekday()
    if days < (here.granularity == "day") or context.lower.startswith("'s", reading.end):
        return None
    day = here.start + timedelta(days=days)
    if published is not None and here.start <= published < day and here.granularity == "day":
        return None
    return day if goes_on_as_list(context, here.at, reading.start) else None


def goes_on_as_list(context: Context, first: int, start: int) -> bool:
    """Whether a time is the next item of a list that has named one: no verb and no stop between them."""
    if ITEM.search(context.lower[first:start]) is None:
        return False
    token = context.token_at(start)
    while token is not None and token.start > first:
        if token.tag in FINITE or not token.tag or token.i == 0:
            return False
        token = context.document.tokens[token.i - 1]
    return token is not None


def coordinated(meaning: Bare, reading: Reading, here: Standpoint | None, context: Context) -> Standpoint | None:
    """The month or day right before, of "May and June" or "from March 3 to May 9"."""
    if here is None or here.granularity != ("day" if meaning.day else "month") or reading.start - here.at > ONE_PAIR:
        return None
    return here if PAIRED.search(context.lower[here.at : reading.start]) else None


def is_still_day(here: Standpoint, reading: Reading, published: datetime | None, context: Context) -> bool:
    """Whether a clock belongs to the day that was named a few sentences before: it is no entry of a list of times, the
    day was no "Friday's vote", and what the clock tells is not to come when the day is over."""
    if (
        reading.start - here.at > NEAR
        or LIST_ITEM.fullmatch(context.before(reading.start, 12))
        or context.owns(here.at)
    ):
        return False
    if context.text.count("\n", here.at, reading.start) > 3:
        return False
    over = published is not None and here.start < published
    return not (over and tense_at(context, reading.start, reading.end, reading.signal) == "future")


LIST_ITEM = re.compile(r"\W*(?:at |by |around |about )?")
HELD_AT = re.compile(r"\b(?:on|at|as of|in|for|during) $")
NEW_SENTENCE = re.compile(r"[.?!]\"? [A-Z]")
ONE_COMPARISON = 160  # characters: from the time of a figure to that of the figure it is compared with
# The next sentence goes on comparing: "Imports fell to 8 million from 9 million a year earlier", "This compares with".
COMPARES_ON = re.compile(
    r"[.?!]\"? +(?:This compares with |[A-Z](?:[^.;\n]|\.(?=[0-9]))*\b(?:from|than|against|with)(?: [a-z]+)? [$0-9](?:[^.;\n]|\.(?=[0-9]))*)$"
)
COMPARED = re.compile(r"\b(?:from|than|compared|compares|over|against|versus|vs|up|down)\b(?:[^.;\n]|\.(?=[0-9]))*$")


def compared_with(reading: Reading, here: Standpoint | None, context: Context) -> Standpoint | None:
    """The day or month whose figure is set beside that of a year before: "on Sept. 30, down from $2 million a year
    earlier" is of Sept. 30 of that year."""
    if here is None or here.granularity not in ("day", "month") or reading.start - here.at > ONE_COMPARISON:
        return None
    if here.granularity == "month" and COMPARES_ON.search(context.text[here.at : reading.start]):
        return here
    if here.granularity == "day" and HELD_AT.search(context.before(here.at, 8)) is None:
        return None
    between = context.text[here.at : reading.start]
    return here if NEW_SENTENCE.search(between) is None and COMPARED.search(between) is not None else None


def settled(meaning: Count, reading: Reading, base: Standpoint, context: Context, *, reported: bool) -> Count:
    """The count, one on or one back where the words around it say so."""
    if is_next_middle(meaning, reading, base, context):
        return replace(meaning, count=meaning.count + 1)
    if reported and (is_last_end(meaning, reading, base, context) or is_just_over(meaning, reading, base, context)):
        return replace(meaning, count=meaning.count - 1)
    return meaning


def is_just_over(meaning: Count, reading: Reading, base: Standpoint, context: Context) -> bool:
    """ "Orders fell this quarter", written in the first days of the next one."""
    if meaning.unit != "quarter" or meaning.count or reading.rule != "neighbour" or meaning.base != "published":
        return False
    begun = base.start.month % 3 == 1 and base.start.day <= DAYS_TO_REPORT
    return begun and tense_at(context, reading.start, reading.end, reading.signal) == "past"


DAYS_TO_REPORT = 10  # from the end of a quarter on it is "last quarter"


def is_next_middle(meaning: Count, reading: Reading, base: Standpoint, context: Context) -> bool:
    """ "By midyear" of an autumn looks to the next year's."""
    late = meaning.mod == "MID" and meaning.unit == "year" and base.start.month > 7
    return late and tense_at(context, reading.start, reading.end, reading.signal) == "future"


def is_last_end(meaning: Count, reading: Reading, base: Standpoint, context: Context) -> bool:
    """ "Up 12% since year-end", and in spring "at year-end it had 900 workers": the end of the year before."""
    if meaning.mod != "END" or meaning.unit != "year" or meaning.count or reading.rule != "unit_end":
        return False
    if reading.signal in ("since", "from"):
        return True
    told = tense_at(context, reading.start, reading.end, reading.signal) == "past"
    return told and reading.signal == "at" and base.start.month <= 6


WOULD = re.compile(r"\bwould\b(?!.*\bwill\b)")


def says_next(reading: Reading, context: Context) -> bool:
    """ "in the next year" counts from today where it is still to come; "he said he would resign the next day" does not."""
    if not context.lower.startswith("the next ", reading.start):
        return False
    if context.lower.startswith("the next day", reading.start) and WOULD.search(context.before(reading.start, 80)):
        return False
    return tense_at(context, reading.start, reading.end) == "future"


def is_day_to_come(meaning: Length, reading: Reading, context: Context) -> bool:
    """ "will end in two days": a day, not a length."""
    if meaning.count is None or meaning.unit in ("second", "minute", "hour"):
        return False
    if reading.rule == "year_ended" or context.lower.startswith("the ", reading.start):
        return False
    if reading.signal != "in" or not float(meaning.count).is_integer() or meaning.mod not in ("", "APPROX"):
        return False
    return is_promised(context, reading.end)
