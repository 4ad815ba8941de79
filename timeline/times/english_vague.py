"""English: the present, the past and the future at large ("now", "recently", "in the coming weeks")."""

from __future__ import annotations

import re

from timeline.rules import Rule
from timeline.times.attributes import is_attribute
from timeline.times.meaning import Known, Made
from timeline.times.phrase import Context, phrase
from timeline.times.scene import is_sentence_start
from timeline.times.tense import governor, tense_at, tense_of
from timeline.times.words import NUMBER, UNIT


@phrase(
    r"(?:right\snow|just\snow|by\snow|now|currently|at\spresent|(?:at|for)\sthe\smoment|for\sthe\stime\sbeing|nowadays|these\sdays|this\sday\sand\sage|"
    r"(?:at|as\sof)\sthis\s(?:(?:crucial|critical|difficult|sensitive|delicate|particular|important|decisive|historic|late)\s)?(?:time|moment|juncture|hour)|by\sthis\stime|at\sthe\spresent\stime|to\sdate|the\spresent(?:\sday)?)",
    yes={
        "now": "PRESENT_REF",
        "these days": "PRESENT_REF",
        "Few walk in this day and age.": "PRESENT_REF",
        "at the moment": "PRESENT_REF",
        "at this critical moment": "PRESENT_REF",
        "He is now, after ten years, free.": ["PRESENT_REF", "P10Y"],
        "Now, the firm is selling the mill.": "PRESENT_REF",
        '"The vote is over," he said. Now, both sides have turned to the courts.': "PRESENT_REF",
        "Now, two years later, the mill is open.": ["PRESENT_REF", "P2Y"],
        "At this hour, crews are still searching.": "PRESENT_REF",
        "For the moment nobody is counting.": "PRESENT_REF",
        "For the present it will stay.": "PRESENT_REF",
        "As of this hour, the jet is on the runway.": "PRESENT_REF",
        "Now, at 47, she wants to run the bank.": "PRESENT_REF",
    },
    no=[
        "the present he gave",
        "now-defunct",
        "Now for the weather",
        '"Now, that is a question for the court," he said.',
        "Now to the weather.",
        "Now to Iraq.",
        "Now, a mill is no toy.",
        "Now that the talks have failed, both sides arm.",
        "a donor to the Apartments Now group",
        "every now and then",
        "Well, now, let us see.",
        "He waited for the moment when the gates opened.",
        "It is worth more at present prices.",
        "Last year at this time it rained.",
        "A year ago at this time it rained.",
        "It is cold at this time of year.",
        "For the present government it is too late.",
    ],
)
def present(match: re.Match[str], context: Context) -> Made:
    """'now'."""
    words = match.group()
    after = context.after(match.end(), 12)
    named = context.is_in_name(match.end() - 1) and not context.is_in_headline(match.start())
    if named or (words.endswith("this time") and after.startswith(OTHER_TIME)):
        return None
    if words.endswith("this time") and re.match(r" of (?:the )?(?:year|month|week|day|night|life)\b", after):
        return None
    if words.endswith("this time") and OF_ANOTHER.search(context.before(match.start(), 14)):
        return None
    if words == "for the moment" and re.match(r" (?:when|that|of|to|he|she|they|it|we|i|at|in)\b", after):
        return None
    if words == "now" and (
        WELL_NOW.search(context.before(match.start(), 10))
        or after.startswith(("-", " and then", " and again"))
        or (after.startswith(",") and context.is_capital(match.start()) and only_links(match.start(), context))
        or (after.startswith(" that ") and context.is_capital(match.start()))
        or (after.startswith(OPENS_ITEM) and context.is_capital(match.start()))
    ):
        return None
    if (
        words.startswith("the present")
        and not IS_FOR.search(context.before(match.start(), 5) + context.tag_at(match.end() + 1))
        and (not re.match(r"(?: day)?(?:$|[.,;)]| and )", after) or context.tag_at(match.start() + 4) == "JJ")
    ):
        return None
    if words == "at present" and context.tag_at(match.end() + 1).startswith("NN"):
        return None  # "at present prices"
    for prefix in ("just ", "by ", "at ", "for ", "to ", "as of "):
        if words.startswith(prefix):
            return ((match.start() + len(prefix), match.end(), Known(value="PRESENT_REF")),)
    return Known(value="PRESENT_REF")


@phrase(
    r"(?:the\s)?current",
    yes={"the current president": "PRESENT_REF", "Current rates are low.": "PRESENT_REF"},
    no=[
        "an electric current",
        "the current of the river",
        "Current Events",
        "He reads Current.",
        "the current account",
    ],
)
def current(match: re.Match[str], context: Context) -> Made:
    """'current' before what it describes."""
    token = context.token_at(match.end() - 1)
    if token is None or (context.is_capital(match.end() - 7) and not opens_sentence(match.end() - 7, context)):
        return None
    if context.lower.startswith(" account", match.end()):
        return None
    if (token.tag and token.tag != "JJ") or not re.match(r" [a-z0-9]", context.after(match.end(), 3)):
        return None
    return ((match.end() - 7, match.end(), Known(value="PRESENT_REF")),)


def only_links(start: int, context: Context) -> bool:
    """Whether "Now, …" only links a sentence to the last. Outside a quotation it is a time where it tells what is under
    way ("Now, both sides are arming") or a time stands beside it ("Now, three years later, …")."""
    before = context.before(start, A_PARAGRAPH)
    if before.count('"') % 2 == 1 or before.endswith("'"):
        return True
    if BESIDE_NOW.match(context.after(start, 40)):
        return False
    token = context.token_at(start)
    verb = governor(token) if token is not None and token.pos else None
    aux = [child.lower for child in verb.children if child.dep in ("aux", "auxpass")] if verb is not None else []
    return verb is None or not ((verb.tag == "VBG" and aux) or (verb.tag == "VBN" and ("has" in aux or "have" in aux)))


BESIDE_NOW = re.compile(
    rf"now, at (?:age\s)?[0-9]{{2}},|now, (?:more than |nearly |almost |just |about |some )?{NUMBER} {UNIT}".replace(
        r"\s", " "
    )
)
A_PARAGRAPH = 2000  # characters


def opens_sentence(start: int, context: Context) -> bool:
    """ "Current rates are low", not the title "Current Events"."""
    title = re.match(r"[A-Z]\w* [A-Z][a-z]", context.text[start : start + 30])
    return title is None and is_sentence_start(context, start)


@phrase(
    r"(?:of\slate(?=[.,;:!?)]|$|\s(?:he|she|it|they|we|i|the|has|have|had|is|are|was|were|and|but|by|in|with|to)\b)|more\srecently|most\srecently(?!\s(?:last|in|on|this))|recently|lately|the\srecent\spast|(?:in\s)?(?:the\s)?(?:distant\s)?past|recent(?!\smemory)(?:\s(?:weeks\sand\smonths|months\sand\syears|days\sand\sweeks|days|weeks|months|years|decades|times|hours))?|in\sthose\s(?:days|years|times)|(?:bygone|earlier|olden|former)\s(?:days|years|times|decades)|(?:years|decades|days|times)\s(?:past|gone\sby)|(?:not\s)?(?:(?:all\sthat|so|too|very|that)\s)?long\sago|the\sother\s(?:day|night|evening|morning)(?!\sof\b)|the\sold\sdays|(?:the\s)?good\sold\sdays|past\s(?:years|decades|centuries|times))",
    yes={
        "recently": "PAST_REF",
        "in recent days": "PAST_REF",
        "in the past": "PAST_REF",
        "recent attacks": "PAST_REF",
        "in years past": "PAST_REF",
        "We met the other day.": "PAST_REF",
        "Not so long ago it was a port.": "PAST_REF",
        "Crossings have become more frequent of late.": "PAST_REF",
        "in earlier years": "PAST_REF",
        "In those days, few could read.": "PAST_REF",
        "In those years he wrote little.": "PAST_REF",
        "What worked in the past doesn't work here.": "PAST_REF",
    },
    no=[
        "as recently as August",
        "the worst storm in recent memory",
        "It was known as long ago as then.",
        "the rains of late autumn nights",
        "the payment of late fees",
        "half past three",
        "past the post",
        "the past tense",
        "the past president",
        "On the other day of talks they met.",
        "the other night shift",
        "In those years when it rained, they moved.",
    ],
)
def past(match: re.Match[str], context: Context) -> Made:
    """'recently', 'in the past'."""
    words = match.group()
    if words == "recently" and context.before(match.start(), 3) == "as " and context.after(match.end(), 4) == " as ":
        return None
    if words == "recently" and MOST_RECENT.search(context.before(match.start(), 5) + context.after(match.end(), 6)):
        return None
    if words.startswith("the other ") and context.tag_at(match.end() + 1).startswith("NN"):
        return None  # "the other night shift"
    if words.endswith("long ago") and context.after(match.end(), 4) == " as ":
        return None
    if words.startswith("in those"):
        if words.endswith("years") and WHICH_OF_THEM.match(context.after(match.end(), 10)):
            return None
        return ((match.start() + 3, match.end(), Known(value="PAST_REF")),)
    if words.endswith("past") and not words.startswith(("years", "decades", "days", "times")):
        if not re.search(r"the (?:recent |distant )?past$", words) or (
            (context.tag_at(match.end() - 1) != "NN" and re.match(r" [a-z0-9]+", context.after(match.end(), 12)))
            and not re.match(
                r" (?:and|or|but|to|for|as|he|it|they|she|when|with|by|is|was|has|had|have|were|that|which|who|because|in|at|on|we|i|you|of)\b",
                context.after(match.end(), 12),
            )
        ):
            return None
        start = match.start() + (3 if words.startswith("in ") else 0)
        return ((start, match.end(), Known(value="PAST_REF")),)
    return Known(value="PAST_REF")


OF_ANOTHER = re.compile(
    r"\b(?:(?:last|next) (?:year|week|month)|yesterday|tomorrow|(?:year|week|month)s? ago),? $"
)  # "last year at this time"
WHICH_OF_THEM = re.compile(r" (?:when|that|in which|before|after|of)\b")
IS_FOR = re.compile(r"\bfor (?:PRP|DT|EX|NNPS?|)$")  # "for the present it will stay"
WELL_NOW = re.compile(r"\b(?:well|oh|why|there|come),? $")
OTHER_TIME = (" last ", " next ", " around", " tomorrow", " yesterday")
OPENS_ITEM = (" for ", " to ", " let ", " let's", " back to ", " on to ", " over to ")
MOST_RECENT = re.compile(r"most  (?:last|in|on|this)\b")
SAYING = re.compile(
    r"\b(?:said|saying|says|say|told|noted|argued|claimed|wrote|insisted|thought|believed|reported|recalled) $"
)


@phrase(
    r"(?:(?:the\s)?(?:foreseeable|near|not-too-distant|not\stoo\sdistant|immediate|distant)\sfuture|the\sfuture|(?:the\s)?(?:coming|upcoming)\s(?:days|weeks|months|years|decades|hours|quarters|times)(?:\sand\s(?:weeks|months|years|decades))?|future\s(?:years|quarters|months|days|times))",
    yes={
        "in the near future": "FUTURE_REF",
        "for the foreseeable future": "FUTURE_REF",
        "in the coming weeks": "FUTURE_REF",
        "in future quarters": "FUTURE_REF",
        "over the coming days and weeks": "FUTURE_REF",
    },
    no=[
        "futures",
        "future-proof",
        "Future Combat Systems",
        "the film Back to the Future",
        "talks on the future of the port",
        "much of the future growth",
    ],
)
def future(match: re.Match[str], context: Context) -> Made:
    """'in the coming weeks', 'in the future'."""
    fate = match.group() == "the future" and context.after(match.end(), 4) == " of "
    growth = match.group() == "the future" and (
        context.tag_at(match.end() - 1) == "JJ" or is_attribute(context, match.end())
    )  # "the future growth"
    return None if fate or growth or context.is_in_name(match.end() - 1) else Known(value="FUTURE_REF")


@phrase(
    r"(?:very\s|pretty\s)?soon|shortly",
    yes={
        "The report will be out soon.": "FUTURE_REF",
        "A ruling is expected shortly.": "FUTURE_REF",
        "Prices may soon rise.": "FUTURE_REF",
        "He is leaving soon.": "FUTURE_REF",
        "If the strike is not settled soon, prices could rise.": "FUTURE_REF",
    },
    no=[
        "It soon became clear that he had left.",
        "They will leave as soon as they can.",
        "It will end soon after the vote.",
        "If he soon lost heart, nobody saw it.",
        "It will end no sooner.",
        "Prices will not rise any time soon.",
        "Shortly before noon they left.",
    ],
)
def soon(match: re.Match[str], context: Context) -> Made:
    """'will be out soon'; of the past it only says what came next."""
    if BOUND_BY.match(context.after(match.end(), 8)) or NO_SOON.search(context.before(match.start(), 9)):
        return None
    ahead = tense_at(context, match.start(), match.end()) in ("future", "going") or is_of_condition(match, context)
    return Known(value="FUTURE_REF") if ahead else None


def is_of_condition(match: re.Match[str], context: Context) -> bool:
    """ "If it is not resolved soon": in a clause of the present, what "if" and "unless" set is still to come."""
    token = context.token_at(match.start())
    verb = governor(token) if token is not None and token.pos else None
    if (
        verb is None
        or verb.dep != "advcl"
        or all(one.lower not in ("if", "unless") for one in verb.children_by("mark"))
    ):
        return False
    return tense_of(verb) in ("present", "future")


NO_SOON = re.compile(r"\b(?:as|so|too|any ?time) $")
BOUND_BY = re.compile(r" (?:after|before|as|to)\b")


@phrase(
    r"at\s(?:the|that)\stime|(?:by|until|till|since|before|from)\sthat\stime",
    yes={
        "By that time the war had spread.": "PAST_REF",
        "Until that time he had been a monk.": "PAST_REF",
        "The town was at that time a port.": "PAST_REF",
        "he said at the time": "PAST_REF",
        "She said at the time he was ill.": "PAST_REF",
        "Economists said at the time that prices would fall.": "PAST_REF",
    },
    no=[
        "at the time of the vote",
        "He was in Rome at the time that she fell ill.",
        "at the time when he left",
        "at the time being",
        "He led the polls at the time he withdrew",
        "Free to speak at the time and place of his choice",
    ],
)
def at_the_time(match: re.Match[str], context: Context) -> Made:
    """'at the time', 'at that time', with nothing that says which."""
    after = context.after(match.end(), 12)
    if after.startswith(" that ") and SAYING.search(context.before(match.start(), 12)):
        return ((match.start() + 3, match.end(), Known(value="PAST_REF")),) if "that" not in match.group() else None
    if re.match(r" (?:and (?:place|day|date)|of|when|that|being|in|for|to|was|is)\b|-", after):
        return None
    told = (
        "that" in match.group() or context.is_capital(match.start()) or SAYING.search(context.before(match.start(), 12))
    )
    if CLAUSE.match(after) and not told:
        return None
    start = match.start() + match.group().index(" ") + 1
    return ((start, match.end(), Known(value="PAST_REF")),)


# "at the time he withdrew", where no comma ends the phrase; not "saying at the time he was willing".
CLAUSE = re.compile(r" (?:i|he|she|it|we|you|they|the|an?|his|her|its|our|their|these|those|this)\b")


@phrase(
    r"the\s(?:near|short|medium|long|longer)\sterm",
    yes={"in the short term": "FUTURE_REF", "for the long term": "FUTURE_REF"},
    no=["the short term loan", "in near-term trading"],
)
def term(match: re.Match[str], context: Context) -> Made:
    """'in the short term'."""
    if re.match(
        r"$|[.,;:)\"']| (?:and|but|is|as|to|of|will|with|it|they|he|she|we|on|because)\b", context.after(match.end(), 9)
    ):
        return Known(value="FUTURE_REF")
    return None


@phrase(
    r"(?P<word>former|future)",
    yes={
        "On 1 May 1915, 3 May 1915 and 9 May 1915 the former tsar fled.": [
            "1915-05-01",
            "1915-05-03",
            "1915-05-09",
            "PAST_REF",
        ],
    },
    no=["the former president said", "the former and the latter", "its future earnings"],
)
def of_the_story(match: re.Match[str], context: Context) -> Made:
    """'the former tsar', 'future elections', in a text that tells of the past; a report's "former president" is a title."""
    if not re.match(r" \w", context.after(match.end(), 2)) or context.tag_at(match.start()) not in ("", "JJ"):
        return None
    return Known(value="PAST_REF" if match["word"] == "former" else "FUTURE_REF")


RULES: tuple[Rule, ...] = (
    present,
    current,
    past,
    future,
    soon,
    at_the_time,
    term,
    of_the_story,
)
