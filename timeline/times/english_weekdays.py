"""English: weekdays, weekends and months by name ("on Friday", "last April")."""

from __future__ import annotations

import re

from timeline.rules import Rule
from timeline.times.attributes import is_attribute
from timeline.times.english_relative import BACK, DIRECTION, HERE, ON, THERE
from timeline.times.meaning import Bare, Count, Known, Made, Of
from timeline.times.phrase import Context, phrase
from timeline.times.set_days import MARCHES, SUDDEN
from timeline.times.words import (
    DAY,
    MONTH,
    NTH,
    NUMBER,
    PART_OF_DAY,
    PARTS_OF_DAY,
    WEEKDAY,
    day_of,
    month_of,
    number_of,
    ordinal_of,
    weekday_of,
)


@phrase(
    rf"(?P<lead>(?:(?:the|this|early|late)\s)?(?:(?P<which>{BACK}|{ON}|{HERE}|{THERE}|on)\s)?)(?P<weekday>{WEEKDAY})",
    yes={
        "on Friday": "2024-01-12",
        "will meet on Friday": "2024-01-19",
        "last Friday": "2024-01-12",
        "next Monday": "2024-01-22",
        "They meet this Thursday": "2024-01-18",
        "He noted that Friday was a holiday.": "2024-01-12",
        "He said that last Tuesday was quiet.": "2024-01-09",
        "Forecasters said Saturday would be dry.": "2024-01-20",
        "Critics are hailing her speech on Monday.": "2024-01-15",
        "He is hosting a dinner on Monday.": "2024-01-22",
        "They will meet next Tuesday or Wednesday.": ["2024-01-23", "2024-01-24"],
        "They will walk in space on Thursday. A first walk, on Sunday, was cut short.": ["2024-01-18", "2024-01-14"],
        "The storm was expected to pass by the island on Sunday.": "2024-01-14",
        "The vote was scheduled for Friday.": "2024-01-19",
        "The union has called a Monday meeting of its council.": "2024-01-22",
        "The police called off a Monday search.": "2024-01-15",
        "A ruling could come on Friday.": "2024-01-19",
        "Shots could be heard on Monday.": "2024-01-15",
        "The tower refused to allow a jet to land on Monday.": "2024-01-15",
        "They had given the council until Thursday to drop the plan.": "2024-01-11",
        "They gave the council until Thursday to drop the plan.": "2024-01-18",
        "She has denied it, saying the firm does not want that, in an interview with the BBC on Sunday.": "2024-01-14",
        "She will explain it in an interview with the BBC on Sunday.": "2024-01-21",
        "They are angry over his refusal on Monday to resign.": "2024-01-15",
        "The truce was to end on Friday and did.": "2024-01-12",
        "The ship was to sail on Friday, and it sailed on time.": "2024-01-12",
        "He was supposed to leave on Monday but stayed.": "2024-01-15",
        "The talks were to open on Friday and were to last a week.": ["2024-01-19", "P1W"],
        "The vote was to be on Friday but was put off.": "2024-01-19",
        "Polls close Saturday.": "2024-01-20",
        "The army wants the force to be cut and withdrawn by Friday.": "2024-01-19",
        "He urged that it be withdrawn on Friday.": "2024-01-19",
        "The bill has been passed and signed on Friday.": "2024-01-12",
        "They met a week ago Friday. He spoke yesterday of that Friday.": ["2024-01-05", "2024-01-15", "2024-01-05"],
        "It fell on Friday. Much has been said since that Friday.": ["2024-01-12", "2024-01-12"],
        "They met this past Friday": "2024-01-12",
        "They prepared for this Sunday's vote.": "2024-01-21",
        "In this Monday's raid two men died.": "2024-01-15",
    },
    no=[
        "Fox News Sunday",
        "the Sunday Times",
        "Black Friday",
        "Bloody Sunday",
        "the sun",
        "Sat down",
        "Wed in June",
        "Sunday Express",
    ],
)
def weekday(match: re.Match[str], context: Context) -> Made:
    """'on Friday', 'next Monday': by the tense where the words do not say."""
    word = match["weekday"].rstrip(".")
    start = match.start("weekday")
    if not context.is_capital(start):
        return None
    before, after = context.before(start, 16), context.after(match.end(), 24)
    if len(word) < 6 and word not in ("tues", "weds", "thurs", "thur"):
        if not re.search(
            r"\b(?:on|last|next|this|by|until|from|since|through|and|to|every|each) $|[(,–-] ?$|^$", before
        ) and not match["weekday"].endswith("."):
            return None
        if word in ("sun", "sat", "wed", "mon") and not re.match(
            r"[.,]? (?:[0-9]|" + MONTH.replace(r"\b", "") + ")", after
        ):
            return None
    if re.search(
        r"\b(?:black|bloody|good|ash|palm|super|big|cyber|ruby|fat|holy|easter|giving|casual|boxing|fox news) $", before
    ):
        return None
    if (
        re.match(
            r" (?:times|express|telegraph|mirror|mail|herald|post|independent|night football|night live|school|mercury)\b",
            after,
        )
        and context.text[match.end() + 1].isupper()
    ):
        return None
    if NIGHT_NAMED.match(context.text, match.end()) and not context.is_in_headline(start):
        return None
    token = context.token_at(start)
    if token is not None and token.entity == "PERSON":
        return None
    which = match["which"] or ("this" if match["lead"] == "this " else "")
    if which == "that" and context.tag_at(match.start("which")) == "IN":
        which = ""
    if which == "last" and context.before(match.start("which"), 4) in (" at ", "at "):
        which = ""  # "at last Friday came"
    if which in NEEDS_THE and not match["lead"].startswith(("the ", "this ")):
        which = ""
    begin = match.start() if which not in ("", "on") else start
    if which and which != "on" and match["lead"].startswith(("early", "late")):
        begin = start - len(which) - 1
    toward = ""
    if which and which != "on":
        toward = {-1: "last", 0: "this", 1: "next"}[DIRECTION[which]]
        if which in ("that", "same"):
            toward = "that"
        if which in ("previous", "preceding", "prior"):
            toward = "before"
        if which in ("following", "subsequent") or match["lead"].startswith("the next"):
            toward = "after"
    return ((begin, match.end(), Bare(weekday=weekday_of(word), toward=toward)),)


@phrase(
    rf"(?P<lead>(?:an?|one)\srecent|one|an?)\s(?P<weekday>{WEEKDAY})(?:\s(?P<part>{PART_OF_DAY}))?",
    yes={
        "He was seen on a recent Friday.": "XXXX-WXX-5",
        "One Sunday the soldiers came.": "XXXX-WXX-7",
        "She was born on a Monday.": "XXXX-WXX-1",
        "On one recent Saturday morning it was empty.": "XXXX-WXX-6TMO",
    },
    no=["on a Friday deadline", "one Monday-night flight"],
)
def some_weekday(match: re.Match[str], context: Context) -> Made:
    """'a recent Friday', 'one Sunday', 'on a Monday': no day of the calendar."""
    if not context.is_capital(match.start("weekday")) or context.after(match.end(), 1) == "-":
        return None
    if "recent" not in match["lead"]:
        alone = match["lead"] == "one" or context.before(match.start(), 3) == "on "
        if not alone or is_attribute(context, match.end()) or context.owns(match.end() - 1):
            return None
    value = f"XXXX-WXX-{weekday_of(match['weekday'])}"
    if match["part"]:
        return Known(type="TIME", value=f"{value}T{PARTS_OF_DAY[match['part']]}")
    return Known(value=value)


# "Following Monday's debate" comes after it; "the following Monday" is a week on.
NEEDS_THE = frozenset("previous preceding prior following subsequent ensuing same past".split())


@phrase(
    rf"(?P<which>last|this|next|this\spast|this\scoming|that|the\s(?:previous|following|same|next))\s(?P<month>{MONTH})(?:\s(?P<day>{DAY})(?!\s?[0-9:%]))?",
    yes={
        "It fell in 2019. He quit that July when she won.": ["2019", "2019-07"],
        "last April": "2023-04",
        "next March": "2024-03",
        "this September": "2024-09",
        "last October 5": "2023-10-05",
    },
    no=["She said that March was too early.", "That May Change."],
)
def which_month(match: re.Match[str], context: Context) -> Made:
    """'last April', 'this September'."""
    if not context.is_capital(match.start("month")):
        return None
    which = match["which"]
    told = context.tag_at(match.end() + 1)[:2] in ("VB", "MD") or match["day"]  # "said that July was hot"
    if which == "that" and ((context.tag_at(match.start()) == "IN" and told) or is_auxiliary(match, context)):
        return None
    toward = {
        "last": "last", "next": "next", "this": "this", "this past": "last", "this coming": "next", "that": "that",
        "the previous": "before", "the following": "after", "the next": "after", "the same": "that",
    }[" ".join(which.split())]  # fmt: skip
    day = day_of(match["day"]) if match["day"] else 0
    return Bare(month=month_of(match["month"]), day=day, toward=toward)


def is_auxiliary(match: re.Match[str], context: Context) -> bool:
    """ "That May Change", a title."""
    if match["month"] != "may":
        return False
    return context.tag_at(match.start("month")) == "MD" or context.text[match.end() + 1 : match.end() + 2].isupper()


@phrase(
    rf"(?:(?:the\s)?(?P<day>{DAY})\s(?:of\s)?)?(?P<month>{MONTH})(?:\s(?P<day2>{DAY}),?)?\s(?P<which>last|this|next|of\slast|of\sthis|of\snext|of\sthat|the\sfollowing|of\sthe\s(?:following|same|previous|next))\syear",
    yes={
        "April next year": "2025-04",
        "October of last year": "2023-10",
        "July of that year": "2024-07",
        "23 March of the following year": "2025-03-23",
        "He fell in 1783. In May of the next year she wed.": ["1783", "1784-05"],
        "on March 5 next year": "2025-03-05",
    },
)
def month_which_year(match: re.Match[str], context: Context) -> Made:
    """'April next year'."""

    word = match["which"].split()[-1]
    told = word in ("that", "following", "same", "previous") or match["which"].endswith("the next")
    base = "reference" if told else "published"
    count = {"last": -1, "previous": -1, "next": 1, "following": 1}.get(word, 0)
    day = match["day"] or match["day2"]
    part = Bare(month=month_of(match["month"]), day=day_of(day) if day else 0)
    return Of(part=part, whole=Count(count=count, unit="year", base=base))


@phrase(
    rf"(?P<number>{NUMBER})\s(?P<weekday>mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays)\s(?P<way>ago|earlier|from\snow|hence)",
    yes={"two Fridays ago": "2024-01-05", "three Fridays from now": "2024-02-02"},
    no=["three Sundays running"],
)
def weekdays_ago(match: re.Match[str], context: Context) -> Made:
    """'two Fridays ago', 'three Fridays from now'."""
    number = number_of(match["number"])
    if number is None:
        return None
    toward = "last" if match["way"] in ("ago", "earlier") else "next"
    return Bare(weekday=weekday_of(match["weekday"][:-1]), toward=toward, nth=int(number))


NIGHT_NAMED = re.compile(r" Night [A-Z]")  # "the Saturday Night Massacre"


@phrase(
    rf"the\s(?:(?P<weekday>{WEEKDAY})|(?P<unit>week|weekend|month|quarter|year))\s(?P<way>before\slast|after\snext)",
    yes={
        "the week before last": "2024-W01",
        "the year after next": "2026",
        "the Friday before last": "2024-01-05",
        "They will meet the Tuesday after next.": "2024-01-30",
    },
    no=["the week before last Friday", "the year after next summer", "the day before last"],
)
def neighbour_but_one(match: re.Match[str], context: Context) -> Made:
    """'the week before last', 'the Tuesday after next'."""
    if not PHRASE_ENDS.match(context.after(match.end(), 8)):
        return None
    last = match["way"].startswith("before")
    if match["unit"]:
        return Count(count=-2 if last else 2, unit=match["unit"])
    if not context.is_capital(match.start("weekday")):
        return None
    return Bare(weekday=weekday_of(match["weekday"]), toward="last" if last else "next", nth=2)


PHRASE_ENDS = re.compile(
    r"$|[.,;:)!?'–—-]| (?:and|or|but|to|for|in|at|on|as|by|with|from|when|after|before|that|which|because|he|she|it|they|we|"
    r"was|were|is|are|will|would|has|had|the|an?)\b"
)


@phrase(
    rf"(?P<weekday>{WEEKDAY}),?\sthe\s(?P<day>{NTH})",
    yes={
        "They lost on Friday the 13th.": "2023-10-13",
        "They will vote on Tuesday the 23rd.": "2024-01-23",
        "They will vote on Monday the first.": "2024-04-01",
    },
    no=[
        "every Friday the 13th",
        "a Friday the 13th joke",
        "Monday, the third day of talks",
        'the film "Friday the 13th"',
        "It was not a Friday, the second-busiest day of the week.",
    ],
)
def dated_weekday(match: re.Match[str], context: Context) -> Made:
    """'Friday the 13th'."""
    if not context.is_capital(match.start()) or not PHRASE_ENDS.match(context.after(match.end(), 8)):
        return None
    if re.search(r"(?:\b(?:an?|every|each)|[\"“']) ?$", context.before(match.start(), 7)):
        return None
    if context.text[match.end() : match.end() + 1] == "-":
        return None  # "Friday, the second-worst day"
    day = ordinal_of(match["day"])
    return Bare(weekday=weekday_of(match["weekday"]), day=day) if 1 <= day <= 31 else None


@phrase(
    r"(?P<the>the\s|over\sthe\s|(?:this|last|next|that)\s)(?:(?P<which>past|last|coming|following|previous|same)\s)?weekend",
    yes={"last weekend": "2024-W02-WE", "over the weekend": "2024-W02-WE", "this weekend": "2024-W03-WE"},
    no=["The weekend warrior hurt his knee.", "the weekend bag"],
)
def weekend(match: re.Match[str], context: Context) -> Made:
    """'over the weekend'."""
    if OF_WEEKENDS.match(context.lower, match.end()):
        return None
    words = match.group().split()
    start = match.start() + (
        len(match.group()) - len(match.group().removeprefix("over").lstrip()) if words[0] == "over" else 0
    )
    lead = match["which"] or words[0]
    if lead in ("the", "over"):
        meaning: Bare | Count = Bare(weekday=8)
    elif lead in ("last", "past"):
        meaning = Count(count=-1, unit="weekend")
    elif lead == "that" or lead == "same":
        meaning = Count(count=0, unit="weekend", base="reference")
    else:
        meaning = Count(
            count={"previous": -1, "this": 0}.get(lead, 1),
            unit="weekend",
            base="reference" if lead in ("previous", "following") else "published",
        )
    return ((start, match.end(), meaning),)


@phrase(
    r"weekend",
    yes={
        "Weekend raids left nine dead.": "2024-W02-WE",
        "Police are looking into a weekend fire.": "2024-W02-WE",
        "Guards fear weekend violence.": "2024-W02-WE",
        "The union called a weekend strike.": "2024-W03-WE",
    },
    no=[
        "He led in a weekend poll.",
        "a weekend retreat",
        "They fear every weekend riot.",
        "Weekend flights are cheap.",
    ],
)
def weekend_of(match: re.Match[str], context: Context) -> Made:
    """ "weekend raids": what a weekend brought, or was set for one."""
    token = context.token_at(match.start())
    if token is None or token.dep not in ("compound", "amod", "nmod") or token.head.i <= token.i:
        return None
    noun = token.head
    if noun.base not in OF_A_WEEKEND and noun.lower not in OF_A_WEEKEND:
        return None
    if any(child.dep == "det" and child.lower not in ("a", "an", "the") for child in noun.children):
        return None
    return Bare(weekday=8)


OF_A_WEEKEND = (SUDDEN | MARCHES | frozenset("clash fighting protest storm summit talks unrest violence".split())) - {
    "conference", "drop", "gain", "jump", "meeting", "poll", "walkout",
}  # fmt: skip
OF_WEEKENDS = re.compile(r" (?:warriors?|bags?|homes?|house|cottage|edition|magazine)\b")


RULES: tuple[Rule, ...] = (
    weekdays_ago,
    neighbour_but_one,
    dated_weekday,
    some_weekday,
    weekday,
    which_month,
    month_which_year,
    weekend,
    weekend_of,
)
