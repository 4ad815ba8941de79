"""Weekdays of what is set and of what nobody sets: "called a strike for Monday", "the attack on Friday", "as Friday's deadline loomed"."""

from __future__ import annotations

import re
from dataclasses import replace

from timeline.language.document import Token
from timeline.times.attributes import CALENDAR, SITTINGS, is_attribute
from timeline.times.meaning import Bare, Reading
from timeline.times.phrase import Context
from timeline.times.tense import AHEAD, AHEAD_VERBS, MOVING, PLANS, governor, is_perfect, is_promised


def is_sudden(start: int, end: int, tense: str, context: Context) -> bool:
    """ "The attack Friday is the third", "the dollar, down Friday, may fall": a day right behind what nobody sets."""
    token = context.token_at(start)
    if token is None or not token.pos or not token.i:
        return False
    before = context.document.tokens[token.i - 1]
    if before.lower in ("on", "late", "early") and before.i:
        before = context.document.tokens[before.i - 1]
    if any(child.dep == "poss" and child.entity == "DATE" for child in before.children):
        return False  # "will visit the victims of Sunday's blast on Thursday"
    if before.lower in ("up", "down"):
        return before.dep == "advmod" and before.head.tag not in ("VB", "VBG")
    told = noun_dated(token)
    if told is not None and (told.lemma in SUDDEN or token.head.head.lemma in SUDDEN):
        return True
    if is_tried_for(token):
        return True
    if before.pos != "NOUN" or before.dep not in ("nsubj", "nsubjpass", "pobj"):
        return False
    if before.lemma in SUDDEN:
        return True
    if before.lemma not in DECIDED or TO_FOLLOW.match(context.after(end, 40)):
        return False
    return tense == "present" or context.after(end, 4) == " to "


def is_tried_for(day: Token) -> bool:
    """ "Faces a charge over the brawl on Friday", "is held over Friday's raid": what one is tried for has been done."""
    noun = day.head.head if day.head.lower in ("on", "in") else day.head
    if noun.dep != "pobj" or noun.head.lower != "over":
        return False
    above = governor(noun)
    return above is not None and above.lemma in TRYING


TRYING = frozenset("appear arrest charge face fine hold jail question quiz sue try wanted".split())


def noun_dated(day: Token) -> Token | None:
    """The loss of "the loss in court on Tuesday may mean": the subject that a day stands in, no verb between."""
    at = day.head
    for _ in range(5):
        if at.pos not in ("ADP", "NOUN", "PROPN") or at.head is at:
            return None
        if at.dep in ("nsubj", "nsubjpass"):
            return at if at.pos == "NOUN" else None
        at = at.head
    return None


# "The verdict Friday is awaited": what is told is still to come; what is sudden is not, whatever will follow from it.
TO_FOLLOW = re.compile(
    r",? (?:[a-z]+ly )?(?:will|(?:is|are) (?:[a-z]+ ){0,2}(?:likely|expected|awaited|aimed|due|set))\b"
)
# What happens without a day that was set for it, and what may have one but is told when it is done ("the ruling Friday
# means", "the decision Friday to close").
SUDDEN = frozenset(
    "accident brawl fire aftershock airstrike ambush arrest arson assassination assault attack avalanche blast blaze bombing "
    "bombardment breach clash collapse collision coup crackdown crash death decline defeat derailment disaster discovery "
    "drop earthquake eruption escape explosion firefight flood gain gunfight hijacking incident jump kidnapping killing "
    "landslide leak loss massacre mudslide murder mutiny outburst plunge quake raid rampage rebound riot robbery shelling "
    "shooting shootout sinking slide slump spill stabbing stampede suicide surge tornado tragedy tremor violence "
    "wildfire wreck".split()
)
DECIDED = frozenset(
    "agreement announcement appeal attempt call decision demand failure move offer order pledge promise refusal rejection "
    "request ruling threat verdict victory vow warning win".split()
)
# What one does about something that has happened: "are hailing the speech on Thursday".
REACTING = frozenset(
    "applaud assess blame celebrate condemn criticise criticize debate decry defend denounce deny digest dismiss hail "
    "investigate lament mock mourn praise probe question slam".split()
)


def is_said_in(context: Context, start: int) -> bool:
    """ "In an interview with the BBC on Sunday", of what is said and not what will be: a speech is dated when it is made."""
    return SAID_IN.search(context.before(start, 90)) is not None


SAID_IN = re.compile(
    r"\bin an? (?:[a-z-]+ ){0,2}(?:interview|statement|speech|letter|memo|tweet|report|briefing|e-?mail|post|note)(?: (?:with|to|on|for|in|from|at|by) "
    r"[^.,;:\n]{1,50})? (?:on |late |early |late on |early on )?$"
)


def is_awaited(reading: Reading, toward: str, context: Context) -> bool:
    """ "As a Friday deadline loomed", "braced for Friday's storm", "for this Sunday's vote": what comes near lies
    ahead."""
    owned = context.owns(reading.end - 1)
    if not owned and not is_attribute(context, reading.end):
        return False
    if owned and toward == "this" and context.before(reading.start, 5).endswith("for "):
        return SITTINGS.match(context.after(reading.end, 60)) is not None
    token = context.token_at(reading.start)
    verb = governor(token) if token is not None else None
    if verb is not None and verb.pos == "NOUN":
        verb = governor(verb)  # the deadline's
    if verb is None or verb.lemma not in LOOMING:
        return False
    return not any(child.lower == "had" for child in verb.children_by("aux"))  # "had braced for Friday's storm"


FORWARD = re.compile(
    r"\b(?:(?:preparations?|readiness|ready) for (?:the |an? )?|look(?:s|ing)? forward to (?:(?:the |an? )(?:[a-z-]+ ){1,2})?(?:on )?|"
    r"(?:confident|hopeful|sure|certain|capable) of [a-z]+ing (?:on )?)$"
)
PICKED_FOR = re.compile(r"\b(?:teams?|sides?|squads?|line-?ups?|players|tickets?|candidates?) for (?:the )?$")


def is_looked_forward_to(reading: Reading, context: Context) -> bool:
    """ "In preparation for the weekend", "looking forward to the race on Sunday", "has named the side for Saturday"."""
    before = context.before(reading.start, 70)
    if FORWARD.search(before):
        return True
    token = context.token_at(reading.start)
    if token is None or not token.pos or PICKED_FOR.search(before) is None:
        return False
    verb = governor(token)
    return verb is None or (verb.tag != "VBD" and not any(child.lower in ("was", "were") for child in verb.children))


def is_of_what_is_set(reading: Reading, context: Context) -> bool:
    """ "plans a Friday launch", "faces a Monday deadline", "called for a Saturday march": what the time describes is still
    to come."""
    noun = described_noun(reading, context)
    if noun is None or noun.lemma in SUDDEN:
        return False
    above = noun.head
    if noun.dep == "pobj" and above.lower == "for":
        if above.head.pos == "NOUN":
            return above.head.lemma in PLANS
        return above.head.lemma in SOUGHT
    called = above.lemma in ("call", "summon") and noun.lemma in MARCHES
    if noun.dep not in ("dobj", "nsubjpass") or not (called or above.lemma in SET_OR_SOUGHT):
        return False
    return not any(child.lower == "had" for child in above.children if child.dep in ("aux", "auxpass"))


def is_of_date_set(reading: Reading, context: Context) -> bool:
    """ "Asked for a trial date in late June", "set a date of May 3": a date that is set or asked for lies ahead."""
    return DATE_SET.search(context.before(reading.start, 60)) is not None


DATE_SET = re.compile(
    r"\b(?:sets?|setting|fix(?:ed|es)|ask(?:ed|s|ing)? for|request(?:ed|s)?|sought|seeks?|propos(?:ed|es)|suggest(?:ed|s)|"
    r"pick(?:ed|s)|chose|named|wants?) (?:an? |the )?(?:new )?(?:(?:trial|court|hearing|target|starting|election|wedding|"
    r"execution|sentencing) )?date (?:of|in|on|for) (?:late |early |mid-?|the )?$"
)


def is_set_for(reading: Reading, context: Context) -> bool:
    """ "They set the vote for November", not "set a record for November" nor "announced results for November"."""
    if reading.signal != "for":
        return False
    token = context.token_at(reading.start)
    verb = governor(token) if token is not None and token.pos else None
    if verb is None or verb.lemma not in SETTING - {"announce", "order"}:
        return False
    what = verb.child("dobj") or verb.child("nsubjpass")
    return what is not None and what.lemma not in RECORDS


RECORDS = frozenset("record high low mark pace tone goal target budget price rate limit quota".split())


def is_faced(start: int, context: Context) -> bool:
    """ "Facing a strike Thursday, the line has stopped its trains": what is set and faced lies ahead; of what was told
    as past it may be gone by."""
    match = FACING.search(context.before(start, 60))
    if match is None:
        return False
    token = context.token_at(start - 2 - 3 * match.group().endswith(" on "))
    if token is None or (token.lemma not in MARCHES and token.lemma not in SET_BY_LAW):
        return False
    verb = token.sentence.root
    return verb.tag != "VBD" and not any(one.lower == "had" for one in verb.children_by("aux"))


FACING = re.compile(
    r"\b(?:facing|awaiting|expecting|anticipating|fearing|dreading|planning) (?:an? |the |its |their |his |her )?"
    r"(?:[a-z-]+ ){1,3}(?:on )?$"
)
SET_BY_LAW = frozenset("deadline trial hearing execution retrial sentencing inquest ballot lawsuit eviction".split())


def lasts_until(reading: Reading, context: Context) -> bool:
    """ "Will lie in state until a Monday funeral": what something lasts until lies ahead."""
    return UNTIL.search(context.before(reading.start, 12)) is not None and is_attribute(context, reading.end)


UNTIL = re.compile(r"\b(?:until|till|pending) (?:an?|the) $")


def has_left_results(reading: Reading, tense: str, context: Context) -> bool:
    """ "Are still counting arrests from a march Thursday", where it has some; "awaits the results of a vote Thursday" and
    "will know" have none yet."""
    before = context.before(reading.start, 70)
    if tense in ("going", "present") and AFTER_WHAT.search(before):
        return True
    if tense not in ("going", "present", "future") or LEFT_BY.search(before) is None:
        return False
    token = context.token_at(reading.start)
    verb = governor(token) if token is not None else None
    return verb is not None and verb.lemma not in LOOMING and not is_promised(context, reading.end)


# "Ballots are being counted after a vote Thursday".
AFTER_WHAT = re.compile(r"\b(?:after|following) (?:an? |the |its |their |his |her )(?:[a-z-]+ ){1,3}(?:on |in )?$")
LEFT_BY = re.compile(
    r"\b(?:arrests|aftermath|damage|debris|fallout|footage|injuries|losses|photographs|pictures|survivors|victims|wounds|"
    r"wreckage) (?:from|of|in) (?:an? |the )(?:[a-z-]+ ){1,3}(?:on )?$"
)


def is_met_by(reading: Reading, tense: str, context: Context) -> bool:
    """ "He is fit for Sunday's game": who is so for it has it before him."""
    if tense != "present" or not context.owns(reading.end - 1) or not context.before(reading.start, 5).endswith("for "):
        return False
    token = context.token_at(reading.start)
    verb = governor(token) if token is not None else None
    return verb is not None and verb.lemma == "be" and SITTINGS.match(context.after(reading.end, 60)) is not None


def is_told_by_results(reading: Reading, context: Context) -> bool:
    """ "To help the country digest the results of Tuesday's election": it has some, but for "will decide the outcome"."""
    return (
        RESULTS_OF.search(context.before(reading.start, 40)) is not None
        and context.owns(reading.end - 1)
        and not is_promised(context, reading.end)
    )


RESULTS_OF = re.compile(
    r"\b(?:results?|aftermath|wake|winners?|losers?|tally|turnout|fallout|victims|survivors|casualties|shock) "
    r"(?:of|from|in|for|at) (?:the )?$"
)


def is_over(reading: Reading, context: Context) -> bool:
    """ "The November election decided it", "he won the March vote": what has done something, or been won, is over."""
    noun = described_noun(reading, context)
    if noun is None or CALENDAR.match(context.after(reading.end, 40)) is None:
        return False
    verb = noun.head
    if noun.dep == "nsubj":
        return verb.tag == "VBD" and verb.lemma not in LOOMING and verb.lemma not in STILL
    if noun.dep in ("dobj", "nsubjpass"):
        return verb.lemma in FOUGHT
    return noun.dep == "pobj" and verb.lower in ("after", "since", "following")


def is_done_in(reading: Reading, context: Context) -> bool:
    """ "The embassy was attacked in June", written in May: what was done in a month was not done in one to come."""
    token = context.token_at(reading.start)
    verb = token.head.head if token is not None and token.pos and token.dep == "pobj" else None
    if verb is None or verb.pos != "VERB" or verb.tag not in ("VBD", "VBN") or verb.lemma in FORESEEN:
        return False
    if verb.tag == "VBN" and verb.dep == "acl" and verb.lower not in AHEAD:
        return True  # "the flood brought by a storm in September", written in August
    aux = {child.lower for child in verb.children_by("aux", "auxpass")}
    return verb.tag == "VBD" or bool(aux & {"was", "were", "had"})


def is_of_the_sudden(reading: Reading, context: Context) -> bool:
    """ "convicts the perpetrator of an attack in Lima on March 3", written in December: nobody had set that day."""
    at = context.token_at(reading.start)
    for _ in range(FARTHEST_NOUN):
        if at is None or at.head is at or at.pos not in ("ADP", "NOUN", "PROPN", "NUM"):
            return False
        if at.lemma in CULPRITS or (at.lemma in SUDDEN and at.pos == "NOUN" and at.dep == "pobj"):
            return True
        at = at.head
    return False


CULPRITS = frozenset("perpetrator attacker assailant gunman shooter bomber killer victim survivor".split())
FARTHEST_NOUN = 6  # steps up from a day to the noun that it tells of


def is_done_on(reading: Reading, context: Context) -> bool:
    """ "They were hunting him on the night of Feb. 4", written in December."""
    token = context.token_at(reading.end - 1)
    if token is None or not token.pos or reading.signal not in ("on", ""):
        return False
    at = token.head if token.dep == "nummod" and token.head.i < token.i else token
    for _ in range(2):
        if at.dep != "pobj" or at.head.lower not in ("on", "of"):
            return False
        at = at.head.head
        if at.pos == "VERB":
            plain = at.tag == "VBD" or any(
                child.lower in ("was", "were", "had") for child in at.children_by("aux", "auxpass")
            )
            return plain and at.lemma not in FORESEEN
    return False


def of_what_was(meaning: Bare, reading: Reading, tense: str, context: Context) -> Bare:
    """In a story, "spoke of the September attacks" means a September before it, "the May campaign" of May one within it."""
    if (
        tense != "past"
        or not meaning.month
        or meaning.day
        or meaning.toward
        or described_noun(reading, context) is None
    ):
        return meaning
    return replace(meaning, toward="before") if context.before(reading.start, 4) == "the " else meaning


def described_noun(reading: Reading, context: Context) -> Token | None:
    """The "vote" of "a Friday vote"; None where the time describes no noun."""
    token = context.token_at(reading.end - 1)
    if token is None or not is_attribute(context, reading.end):
        return None
    if token.dep == "nummod" and token.head.i < token.i:
        token = token.head  # the month of "a Nov. 10 trial date"
    return token.head if token.head.pos == "NOUN" else None


def of_set_day(reading: Reading, context: Context) -> str:
    """The tense of a weekday under a verb of the past: "called a strike for Monday" looks ahead, and what "has set up
    talks on Monday" has not been on a Monday gone by."""
    token = context.token_at(reading.end - 1)
    verb = governor(token) if token is not None and token.pos else None
    if verb is None or reading.signal == "since":
        return "past"
    if (reading.signal == "for" and verb.lemma in SETTING) or is_called_for(verb, reading.start, context):
        return "future"
    return "perhaps" if is_perfect(verb) and has_arranged(verb, reading.start) else "past"


def is_called_for(verb: Token, day: int, context: Context) -> bool:
    """ "called for a strike on Friday": right behind what people are called to, it is the day for it."""
    token = context.token_at(day)
    if token is None or verb.lemma not in CALLING or token.i < 2:
        return False
    before = context.document.tokens[token.i - 1]
    noun = context.document.tokens[token.i - 2] if before.lower == "on" else before
    return noun.lemma in MARCHES and noun.dep == "pobj" and noun.head.lower == "for"


CALLING = frozenset("call ask push press appeal campaign".split())
MARCHES = frozenset(
    "strike march protest rally demonstration walkout sit-in shutdown stoppage boycott vigil election referendum vote "
    "poll runoff summit meeting conference".split()
)


def has_arranged(verb: Token, day: int) -> bool:
    """ "has lined up a meeting on Friday", "has called a strike"; not "has arrested two on Friday", "has called the police"
    nor "has announced on Friday"."""
    arranged = verb.child("dobj") or verb.child("nsubjpass")
    if verb.lemma not in ARRANGING or arranged is None or arranged.start >= day:
        return False
    known = arranged.pos == "PROPN" or any(child.dep == "poss" or child.lower == "the" for child in arranged.children)
    return not (known and verb.lemma in ("call", "summon"))


LOOMING = frozenset("loom near approach await wait brace prepare campaign rehearse".split())
SETTING = frozenset("announce book call convene fix order plan schedule set summon".split())
ARRANGING = SETTING - {"order"} | {"arrange", "line", "organise", "organize", "propose", "slate"}
SOUGHT = frozenset(
    "aim ask call demand hope plan press push schedule set shoot slate urge wait".split()
)  # "for a Friday vote"
SET_OR_SOUGHT = ARRANGING - {"call", "line", "summon"} | {
    "anticipate", "await", "consider", "demand", "expect", "eye", "face", "mull", "need", "propose", "seek", "target",
    "threaten", "want",
}  # fmt: skip
FORESEEN = AHEAD_VERBS | MOVING | SETTING | {"expect", "say", "tell"}
STILL = frozenset("be remain seem appear lie matter".split())  # "the November vote was months away"
FOUGHT = frozenset("win lose concede rig steal boycott annul contest dispute".split())
