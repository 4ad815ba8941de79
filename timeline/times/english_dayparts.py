"""English: parts of the day ("Friday morning", "overnight", "before dawn", "the early hours of Sunday")."""

from __future__ import annotations

import re

from timeline.rules import Rule
from timeline.times.english_relative import BESIDE_ENDS
from timeline.times.meaning import Bare, Clock, Count, Known, Made
from timeline.times.phrase import Context, phrase
from timeline.times.set_days import SUDDEN
from timeline.times.tense import governor, tense_of
from timeline.times.words import (
    MONTH,
    NUMBER,
    PART_OF_DAY,
    PARTS_OF_DAY,
    WEEKDAY,
    WEEKDAYS,
    number_of,
    one_of,
    weekday_of,
)

PART_OF_DAY_WORDS = ("morning", "afternoon", "evening", "night", "nighttime")
SMALL_HOURS = (0, 6)
HOW = {"early": "START", "mid": "MID", "late": "END", "": ""}
# Parts with hours of their own: code, and the hours after midnight that they cover.
NARROW: dict[str, tuple[str, tuple[int, int]]] = {
    **dict.fromkeys(("dawn", "daybreak", "sunrise", "sunup", "first light"), ("MO", (4, 8))),
    "midmorning": ("MO", (9, 11)),
    "midafternoon": ("AF", (14, 16)),
    **dict.fromkeys(("dusk", "sunset", "sundown", "twilight", "last light"), ("EV", (17, 21))),
    **dict.fromkeys(("nightfall", "dark"), ("NI", (18, 22))),
    **dict.fromkeys(("daytime", "daylight"), ("DT", (6, 18))),
}


@phrase(
    rf"(?:(?P<how>early|late|mid)[\s-](?:on\s)?|(?P<lead>last\s|this\s|next\s))?(?P<weekday>{WEEKDAY})(?:\s|'s\s|-)(?:(?P<how2>early|late|mid)[\s-]?)?(?<!\bmid)(?P<part>{PART_OF_DAY})",
    yes={
        "Friday morning": "2024-01-12TMO",
        "early Thursday evening": "2024-01-11TEV",
        "late on Friday night": "2024-01-12TNI",
        "the Monday-night flyby": "2024-01-15TNI",
    },
    no=["Saturday Night Live", "Friday Night Lights", "a Saturday midnight deadline"],
)
def weekday_part(match: re.Match[str], context: Context) -> Made:
    """'Friday morning'."""
    if not context.is_capital(match.start("weekday")) or context.is_named(match.start("part")):
        return None
    day = Bare(weekday=weekday_of(match["weekday"]), toward=(match["lead"] or "").strip())
    return Clock(clock=PARTS_OF_DAY[match["part"]], day=day, mod=HOW[match["how"] or match["how2"] or ""])


@phrase(
    rf"(?:(?P<how>early|late)\s)?(?P<day>yesterday|tomorrow|today|the\sday\sbefore\syesterday|the\sday\safter\stomorrow)\s(?:(?P<how2>early|late)\s)?(?P<part>{PART_OF_DAY})",
    yes={"tomorrow morning": "2024-01-17TMO", "yesterday afternoon": "2024-01-15TAF"},
)
def deictic_part(match: re.Match[str], context: Context) -> Made:
    """'tomorrow morning'."""
    words = match["day"]
    days = {"today": 0, "yesterday": -1, "tomorrow": 1}.get(words, -2 if "yesterday" in words else 2)
    mod = HOW[match["how"] or match["how2"] or ""]
    return Clock(clock=PARTS_OF_DAY[match["part"]], day=Count(count=days, unit="day"), mod=mod)


@phrase(
    rf"(?P<which>this|last|that\ssame|that|the\svery\ssame|the\snext|the\sfollowing|the\sprevious|the\ssame|next)\s(?:very\s)?(?:early\s|late\s)?(?P<part>{PART_OF_DAY}|dawn|daybreak|dusk)|tonight",
    yes={
        "this morning": "2024-01-16TMO",
        "last night": "2024-01-15TNI",
        "tonight": "2024-01-16TNI",
        "the next morning": "2024-01-17TMO",
        "He was last seen two weeks ago tonight.": "2024-01-02TNI",
    },
    no=[
        "a guest on The Tonight Show",
        "That is all from Harbour News Tonight.",
        'Speaking on CBS\'s "This Morning" he denied it.',
    ],
)
def which_part(match: re.Match[str], context: Context) -> Made:
    """'this morning', 'last night', 'the next morning'."""
    if context.is_in_name(match.end() - 1):
        return None
    if match["which"] is None:
        return None if is_programme(match.start(), context) else Clock(clock="NI", day=Count(count=0, unit="day"))
    which = " ".join(match["which"].split())
    count = {
        "last": -1,
        "the previous": -1,
        "this": 0,
        "that": 0,
        "that same": 0,
        "the same": 0,
        "the very same": 0,
    }.get(which, 1)
    base = "published" if which in ("this", "last") else "reference"
    code, hours = NARROW.get(match["part"], (PARTS_OF_DAY.get(match["part"], ""), None))
    return Clock(clock=code, hours=hours, day=Count(count=count, unit="day", base=base))


def is_programme(start: int, context: Context) -> bool:
    """ "World News Tonight": the capital goes on from a name's."""
    if not context.is_capital(start) or context.is_in_headline(start):
        return False
    return re.search(r"\b[A-Z][A-Za-z]+ $", context.text[max(0, start - 20) : start]) is not None


@phrase(
    rf"the\s(?P<part>{PART_OF_DAY})\s(?P<way>before|after)",
    yes={
        "He had fled the night before.": "2024-01-15TNI",
        "He fled on 3 May 1915. The morning after, they came.": ["1915-05-03", "1915-05-04TMO"],
    },
    no=["the night before the vote", "the morning after he left", "a morning-after pill"],
)
def part_before(match: re.Match[str], context: Context) -> Made:
    """'the night before', of the day the text stands at."""
    if not BESIDE_ENDS.match(context.after(match.end(), 7)):
        return None
    day = Count(count=-1 if match["way"] == "before" else 1, unit="day", base="reference")
    return Clock(clock=PARTS_OF_DAY[match["part"]], day=day)


@phrase(
    rf"(?P<number>{NUMBER})\snights\s(?P<way>ago|earlier|later)",
    yes={"The boat left three nights ago.": "2024-01-13TNI"},
    no=["some nights later"],
)
def nights_ago(match: re.Match[str], context: Context) -> Made:
    """'three nights ago'."""
    number = number_of(match["number"])
    if number is None:
        return None
    base = "published" if match["way"] == "ago" else "reference"
    return Clock(clock="NI", day=Count(count=number if match["way"] == "later" else -number, unit="day", base=base))


@phrase(
    r"overnight",
    yes={
        "overnight": "2024-01-16TNI",
        "Guards will remain overnight.": "2024-01-16TNI",
        "After his arrest on Friday, he was held overnight.": ["2024-01-12", "2024-01-12TNI"],
        "He spoke on Friday. Rain fell overnight.": ["2024-01-12", "2024-01-16TNI"],
        "Two men were killed in an overnight raid.": "2024-01-16TNI",
        "They are investigating the overnight crash of a jet.": "2024-01-16TNI",
        "Overnight fires have burnt ten barns.": "2024-01-16TNI",
    },
    no=[
        "an overnight success",
        "Two men were killed in an overnight raid in Gao on Thursday.",
        "an overnight flight to Rome",
        "Overnight rates rose.",
        "Nobody fears overnight raids.",
        "Overnight Express",
        "Guests may stay overnight.",
        "There is nowhere to sleep overnight.",
        "Leave the dough overnight.",
        "It did not happen overnight.",
        "Such a bill would have passed overnight.",
    ],
)
def overnight(match: re.Match[str], context: Context) -> Made:
    """'overnight': the night that leads to the day."""
    if context.tag_at(match.start()) in ("JJ", "NN", "NNP") and not is_of_last_night(match.start(), context):
        return None
    if is_of_any_night(match.start(), context):
        return None
    return Clock(clock="NI", day=Count(count=0, unit="day", base="either"))


# What a night brings, not what it always has: "an overnight raid", not "overnight rates", "an overnight stay".
OF_A_NIGHT = SUDDEN | frozenset(
    "battle bombing bombardment clash demonstration fight fighting fire flooding gunfire offensive operation protest rain "
    "rainfall rioting search session shooting snow snowfall storm strike talks thunderstorm unrest violence vigil".split()
)


def is_of_last_night(start: int, context: Context) -> bool:
    """ "An overnight raid has killed two": what a night brought, told as done."""
    token = context.token_at(start)
    if token is None or token.dep not in ("amod", "compound", "nmod", "advmod") or token.head.i <= token.i:
        return False
    if token.head.base not in OF_A_NIGHT and token.head.lemma not in OF_A_NIGHT:
        return False
    later = (one for one in token.sentence.tokens if one.i > token.head.i)
    if any(one.lower in WEEKDAYS and one.entity == "DATE" for one in later):
        return False  # "an overnight raid on Thursday": that day says when
    verb = governor(token.head)
    if verb is None or verb.pos not in ("VERB", "AUX"):
        return True
    known = any(child.lower == "the" for child in token.head.children) and tense_of(verb) != "future"
    return known or tense_of(verb) == "past" or token.head.dep in ("nsubj", "nsubjpass")


# What guests do on any night; "it did not change overnight" is no night at all.
OF_ANY_NIGHT = frozenset("stay sleep camp leave park keep stop store soak rest lodge".split())
AT_ONCE = frozenset("change happen become make build cure fix solve transform".split())


def is_of_any_night(start: int, context: Context) -> bool:
    """Whether no night is told of: "to stay overnight", "it will not change overnight"."""
    token = context.token_at(start)
    verb = governor(token) if token is not None and token.pos else None
    if verb is None:
        return False
    if verb.tag == "VBN" and any(child.lower in ("would", "could") for child in verb.children_by("aux")):
        return True  # "such a bill would have passed overnight"
    if verb.tag != "VB":
        return False
    return verb.lemma in OF_ANY_NIGHT or verb.lemma in AT_ONCE


@phrase(
    rf"(?:the\s)?(?:(?P<adjective>early|late|small|wee|pre-?dawn|mid)[\s-])?(?P<part>{one_of([*PART_OF_DAY_WORDS, *NARROW, 'hours'])})(?:\shours)?",
    yes={
        "at night": "XXXX-XX-XXTNI",
        "in the morning": "2024-01-16TMO",
        "by mid afternoon": "2024-01-16TAF",
        "at dawn": "2024-01-16TMO",
        "By evening the town had fallen.": "2024-01-16TEV",
        "They met on Monday. New talks are set for Friday. The rebels arrived in midafternoon.": [
            "2024-01-15",
            "2024-01-19",
            "2024-01-15TAF",
        ],
        "They fought from morning to evening.": ["2024-01-16TMO", "2024-01-16TEV"],
        "moved only in daylight": "XXXX-XX-XXTDT",
        "At daylight they attacked.": "2024-01-16TMO",
        "after dark on Saturday": "2024-01-13TNI",
        "in the early hours of Sunday": "2024-01-14TMO",
        "The morning of 4 August 2011 was foggy": "2011-08-04TMO",
        "on Monday before first light": "2024-01-15TMO",
        "A second raid was set for dawn tomorrow.": "2024-01-17TMO",
        "the pre-dawn hours of 4 May 1999": "1999-05-04TMO",
        "from dusk to dawn": ["2024-01-16TEV", "2024-01-16TMO"],
        "As of late afternoon Monday nobody had been found.": "2024-01-15TAF",
    },
    no=[
        "a night to remember",
        "election night",
        "Night fell",
        "the Dawn newspaper",
        "working hours",
        "the evening standard",
        "the early hours of the war",
        "in those early hours",
        "in the dark",
        "It was in the morning papers.",
        "in daylight saving time",
        "a daylight robbery",
        "the first light tanks",
        "at the dawn of the republic",
        "a star in the night sky",
        "since the dawn of the republic",
    ],
)
def part_of_day(match: re.Match[str], context: Context) -> Made:
    """'in the morning', 'at night', 'before dawn', 'the early hours'."""
    words, part, adjective = match.group(), match["part"], (match["adjective"] or "").replace("-", "")
    before, after = context.before(match.start(), 14), context.after(match.end(), 24)
    if context.is_named(match.start("part")) or after.startswith("-") or NAMED_AFTER_PART.match(after):
        return None
    if before.endswith(("those ", "these ")):
        return None
    if part == "hours" or adjective in ("small", "wee", "predawn"):
        early = adjective in ("early", "small", "wee", "predawn") and words.endswith("hours")
        known = early and (not after.startswith(" of ") or OF_A_DAY.match(after))
        return Clock(clock="MO", hours=SMALL_HOURS, mod="START" if adjective == "early" else "") if known else None
    code, hours = NARROW.get(part, (PARTS_OF_DAY.get(part, ""), None))
    if part == "daylight" and AT_DAYLIGHT.search(before):
        return Clock(clock="MO", hours=NARROW["dawn"][1])
    if part in ("night", "daytime", "daylight", "nighttime") and not words.startswith(("the ", "early", "late")):
        if re.search(r"\b(?:at|by) $" if code == "NI" else r"\b(?:at|by|in|during|broad) $", before):
            return Known(type="TIME", value=f"XXXX-XX-XXT{code}")
        return None
    if part == "dark" and (words != "dark" or not re.search(r"\b(?:before|after|until) $", before)):
        return None
    if hours is not None and after.startswith(" of ") and not OF_A_DAY.match(after):
        return None
    led = LEADS_TO_PART.search(before) or (hours is not None and DAY_NEXT.match(after))
    if not led and not (words.startswith("the ") and OF_A_DAY.match(after)):
        return None
    toward = words == part and BY_THEN.search(before) and BY_THEN_ENDS.match(after)
    if words.startswith("the ") or adjective in ("early", "late", "mid") or hours is not None or toward:
        return Clock(clock=code, hours=hours, mod=HOW[adjective])
    return None


AT_DAYLIGHT = re.compile(r"\b(?:at|before|until|till) $")  # when it comes
# "By evening the town had fallen", not "by night", which is any night.
BY_THEN = re.compile(r"\b(?:(?:by|until|till|towards?|before|since) (?=$)|(?:from|to) $)")
BY_THEN_ENDS = re.compile(
    r"$|[.,;:)]| (?:the|a|an|he|she|it|they|we|his|her|its|their|some|and|but|as|on|when|all|to|of|more)\b"
)
NAMED_AFTER_PART = re.compile(
    r"[- ](?:(?:news)?papers?|editions?|newscasts?|rush|meals?|prayers|shift|standard|news|post|raid|club|vision|market|school|star|sickness|life|saving|savings|robbery|tanks?|infantry|horse|cruisers?|sk(?:y|ies)|air|buses|bus|trains?|clerks?|watchm[ae]n|guards?|light)\b"
)
LEADS_TO_PART = re.compile(
    r"\b(?:in|by|at|as of|during|on|until|before|since|from|after|throughout|through|around|about|towards?|late|early|into|(?:dusk|dawn|sunset|sundown|sunrise|midnight|night|morning) (?:to|and)) $"
)
DAY_NEXT = re.compile(rf" (?:today|yesterday|tomorrow|{WEEKDAY})")  # "a march planned for dawn today"
OF_A_DAY = re.compile(
    rf" of (?:the )?(?:{WEEKDAY}|{MONTH}|[0-9]{{1,2}}(?:st|nd|rd|th)?\b|today|yesterday|tomorrow|(?:this|that|the|next|following|same) (?:next |following |same )?(?:morning|day|night|evening)\b)"
)


@phrase(
    r"(?:(?P<how>early|late|mid)[\s-])?(?P<part>morning|afternoon|evening|mid-?morning|mid-?afternoon|dawn)",
    yes={
        "He told a morning rally in Rome that he would win.": "2024-01-16TMO",
        "She denied it at an afternoon news conference.": "2024-01-16TAF",
        "The dawn raids were led by the army.": "2024-01-16TMO",
        "He met her on Friday. The evening talks failed.": ["2024-01-12", "2024-01-12TEV"],
    },
    no=[
        "He never misses the daily morning briefing.",
        "They will hold a morning rally.",
        "It was shown at a morning rally on Friday.",
        "She wore an evening dress.",
        "Morning talks are rare.",
    ],
)
def part_of_event(match: re.Match[str], context: Context) -> Made:
    """'an afternoon news conference', told as past."""
    token = context.token_at(match.start("part"))
    if token is None or token.dep not in ("amod", "compound", "nmod") or token.head.i <= token.i:
        return None
    noun = token.head
    if noun.base not in OF_A_PART and noun.lower not in OF_A_PART:
        return None
    if not any(one.dep == "det" and one.lower in ("a", "an", "the") for one in noun.children):
        return None
    if any(one.lower in ("daily", "regular", "usual", "weekly", "traditional") for one in noun.children):
        return None
    if any(one.lower in DAYS_NAMED or YEAR_ALONE.fullmatch(one.text) for one in token.sentence.tokens):
        return None  # "In 1998 the morning raids killed nine"
    verb = governor(noun)
    if verb is None or verb.pos not in ("VERB", "AUX") or tense_of(verb) != "past":
        return None
    part = match["part"].replace("-", "")
    code, hours = NARROW.get(part, (PARTS_OF_DAY.get(part, ""), None))
    return Clock(clock=code, hours=hours, mod=HOW[match["how"] or ""])


YEAR_ALONE = re.compile(r"(?:1[5-9]|20)\d\d")
OF_A_PART = (OF_A_NIGHT - {"strike", "search", "storm", "rain", "snow", "fighting", "fire"}) | frozenset(
    "address appearance briefing ceremony conference debate hearing interview march meeting news parade rally session "
    "speech stakeout patrol sweep drive visit".split()
)
DAYS_NAMED = frozenset((*WEEKDAYS, "yesterday", "today", "tomorrow"))


@phrase(
    r"(?P<part>night|nighttime|daytime|daylight)(?=[\s-](?:attacks?|raids?|operations?|patrols?|march(?:es|ed)?|flights?|strikes?|bombings?|bombardments?|shelling|traffic|fighting|assaults?|landings?|curfew|actions?|battles?|missions?|sorties|air)\b)",
    yes={"using night attacks": "XXXX-XX-XXTNI", "a daytime raid": "XXXX-XX-XXTDT"},
    no=["night clubs", "Night attack"],
)
def by_night(match: re.Match[str], context: Context) -> Made:
    """'night attacks': those of any night."""
    if context.is_capital(match.start()):
        return None
    return Known(type="TIME", value=f"XXXX-XX-XXT{'NI' if match['part'].startswith('night') else 'DT'}")


RULES: tuple[Rule, ...] = (
    weekday_part,
    deictic_part,
    which_part,
    nights_ago,
    part_before,
    overnight,
    part_of_day,
    part_of_event,
    by_night,
)
