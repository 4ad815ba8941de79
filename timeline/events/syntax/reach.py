"""Which word a time hangs on, and how far that is from the word of an event, along the syntax."""

from __future__ import annotations

from timeline.events.cues.signatures import signature
from timeline.events.cues.speech import REPORTS, frames_of
from timeline.events.syntax.structure import is_infinitive, is_set_to_come
from timeline.events.syntax.words import REACTIONS
from timeline.language.document import Document, Token
from timeline.model import Timex
from timeline.record import record

FAR = 99.0
TOLD = 3.0  # from what is told to the verb that tells it
_VERBAL = frozenset({"VERB", "AUX"})
_NOMINAL = frozenset({"NOUN", "PROPN"})
# Words between a time and what it dates: "earlier on Friday", "starting Sunday", "late last night".
_GLUE = frozenset(
    "earlier later early late starting beginning effective shortly just only as ago before after until till since by "
    "from through between during within ahead end beginning start day night morning evening afternoon week month year "
    "midnight noon dawn dusk date".split()
)
_ENDING = frozenset({"until", "till", "through"})
_AT_ONCE = frozenset(
    "agree announce declare accept order sign approve propose reach extend call proclaim offer".split()
)
# Verbs that give what they name its time: "scheduled talks for Friday".
_SETTING = frozenset("schedule plan set declare announce call organize organise book fix propose invite slate".split())
_OTHER_TIME = frozenset(
    "after following since before despite over about for to until till against from ahead like than regarding on "
    "concerning pending without toward towards because".split()
)
# Before another event, whose time is not that of the clause: "took office after his victory in May's election".
_SEQUENCE = frozenset({"after", "following", "since", "before", "despite", "into"})
# Before a part of what was counted, which has a time of its own: "ten in a week, including two on Monday".
_PARTS = frozenset({"including", "excluding", "among"})
# Nouns that tie somebody to another event: "charged with a role in the May attack", "a suspect in the 2015 attacks".
_TYING = frozenset(
    "role part involvement participation complicity hand suspect defendant accomplice culprit mastermind conviction "
    "investigation inquiry probe trial case charge interest".split()
)
_DOWN = frozenset(
    "prep pobj dobj nsubj nsubjpass attr agent npadvmod advmod oprd acomp appos nmod conj dative prt nummod tmod obl dep".split()
)
_INSIDE = frozenset({"compound", "amod", "nmod"})
_ONWARD = frozenset({"starting", "beginning", "effective"})
_BOUND = frozenset({"by", "until", "before", "from", "starting", "beginning", "after"})
# What they let or forbid is let or forbidden from when it may or may not be done.
_LETTING = frozenset("allow permit let enable authorize authorise ban bar prohibit forbid".split())
# Words whose infinitive is at another time: "a threat to strike on Friday".
_WORDS_OF = frozenset("threat promise vow pledge demand offer proposal warning ultimatum call intention".split())
_AHEAD = frozenset("plan prepare hope seek aim intend expect try plot consider await demand call".split())
GUILTY = frozenset("guilty innocent accuse convict suspect acquit clear".split())
_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_TO_LEFT = frozenset({"poss", "compound", "nmod", "amod", "nummod", "det"})


@record
class Hung:
    """A time and the word it hangs on. `modifier` is true where it stands before a noun, "Friday's attack", or
    dates that noun alone."""

    time: Timex
    head: Token
    governor: Token
    modifier: bool


def hang(document: Document, time: Timex) -> Hung | None:
    """Where a time hangs, None for one outside every token."""
    tokens = document.tokens_in(time.span)
    if not tokens:
        return None
    first, last = tokens[0].i, tokens[-1].i
    head = next((one for one in reversed(tokens) if one.is_root or not first <= one.head.i <= last), tokens[-1])
    governor, label, below = head.head, head.dep, head
    for _ in range(5):
        if governor is below or (governor.is_root and governor.pos in _VERBAL):
            break
        if governor.lower in _PARTS:
            break
        glue = governor.pos in ("ADP", "SCONJ", "PUNCT") or governor.dep == "prep" or governor.lower in _GLUE
        if not glue and not (governor.pos == "ADV" and governor.dep == "advmod"):
            break
        below, label, governor = governor, governor.dep, governor.head
    if (decided := _decided_before(governor, time.text.lower())) is not None:
        return Hung(time, head, decided, False)
    if (judged := _judged_before(governor, tokens)) is not None:
        return Hung(time, head, judged, False)
    bare = _bare_preposition(document, first)
    if bare is not None:
        return Hung(time, head, bare.head, False)
    moved = _reporting_verb_beside(document, first, governor)
    if moved is not None:
        return Hung(time, head, moved, False)
    wanting = time.signal in _BOUND and governor.pos in _VERBAL and _opens(governor, "obj")
    if wanting or (time.signal in _ENDING and governor.lemma in _AT_ONCE):
        lasting = _noun_before(document, tokens[0], governor)
        if lasting is not None:
            return Hung(time, head, lasting, False)
    gone = time.text.lower().startswith(("yesterday", "last "))
    if gone and (cause := _cause_before(document, first, governor)) is not None:
        return Hung(time, head, cause, True)
    if label == "npadvmod" and (met := _answered(governor, first)) is not None:
        return Hung(time, head, met, False)
    if (part := _part_before(document, first)) is not None:
        return Hung(time, head, part, False)
    if governor.base in REACTIONS and governor.i < first and label == "npadvmod":
        met = document.tokens[first - 1]  # "a response to the attacks last year"
        governor = met if met.pos in _NOMINAL and met.i > governor.i else governor
    before_noun = label in _TO_LEFT and below.i < governor.i and governor.pos in (*_NOMINAL, "ADJ")
    while before_noun and governor.dep in _INSIDE and governor.head.i > governor.i and governor.head.pos in _NOMINAL:
        governor = governor.head  # "a 2023 mass stabbing"
    before_noun = before_noun and governor.pos in _NOMINAL
    if time.signal in _ONWARD and governor.pos in _NOMINAL and not before_noun and first > 0:
        governor = _verb_around(governor)  # "enter without a visa starting June 1"
    if before_noun and any(token.pos == "PUNCT" for token in document.tokens[last + 1 : governor.i]):
        before_noun = False  # "killed in shelling December 31 - ministry"
    return Hung(time, head, governor, before_noun)


def _verb_around(noun: Token) -> Token:
    """The verb of a phrase that ends in the noun, the noun itself where there is none."""
    at = noun
    while at.dep in ("pobj", "prep", "dobj", "conj") and at.pos not in _VERBAL and not at.is_root:
        at = at.head
    return at if at.pos in _VERBAL else noun


def _decided_before(verb: Token, words: str) -> Token | None:
    """The verb of "threatened to take the town last month": days gone by are no days of what was then to come."""
    gone = words.startswith(("last ", "yesterday", "earlier ")) or words.endswith(" ago")
    above = verb.head
    if not gone or verb.dep != "xcomp" or not is_infinitive(verb) or above.pos not in _VERBAL:
        return None
    return above if _opens(above, "to") or _opens(above, "obj-to") else None


def _judged_before(crime: Token, day: list[Token]) -> Token | None:
    """The verb of "found him guilty of murder on Monday", "charged him with murder on Monday": a bare weekday is the
    court's, and the murder was before."""
    if day[-1].lower not in _WEEKDAYS or crime.dep != "pobj" or crime.i > day[0].i:
        return None
    if not tells_guilt(crime.head):
        return None
    return next(
        (one for one in crime.ancestors() if one.pos == "VERB" and one.lemma not in ("suspect", "accuse")), None
    )


def _bare_preposition(document: Document, first: int) -> Token | None:
    """The "on" of "On 3 May 2019 rebels burned the port", left without its object where the parser takes the day for a
    part of the next noun."""
    before = document.tokens[first - 1] if first else None
    if (
        before is None
        or before.dep != "prep"
        or before.lower not in ("on", "in", "at")
        or before.head.pos not in _VERBAL
    ):
        return None
    return before if not before.children and before.head.i > first else None


def is_speech(word: Token) -> bool:
    """Whether the verb tells something, in a clause or in a noun: "confirmed the arrest"."""
    frames = frames_of(word) if word.pos in _VERBAL else None
    return frames is not None and frames.get("that") in ("say", "ask", "deny")


def _noun_before(document: Document, first: Token, verb: Token) -> Token | None:
    """The noun right before "until …": of an act done at once ("agreed to a truce until Friday") what lasts is its
    object."""
    at = first.i - 1
    while at >= 0 and document.tokens[at].pos in ("ADP", "SCONJ"):
        at -= 1
    noun = document.tokens[at] if at >= 0 else first
    return noun if noun.pos == "NOUN" and noun.sentence is verb.sentence and noun.i > verb.i else None


def _cause_before(document: Document, first: int, verb: Token) -> Token | None:
    """What a headline's present ("fires at the port in reply to a raid yesterday") looks back to: today's news has no
    yesterday of its own."""
    if verb.tag not in ("VBZ", "VBP") or first == 0 or verb.child("aux") is not None:
        return None
    at, cause = document.tokens[first - 1], None
    for _ in range(8):
        if at is verb or at.is_root:
            break
        if at.dep in ("pobj", "pcomp", "dobj") and at.head.lower in _OTHER_TIME:
            cause = at
        at = at.head
    return cause if at is verb else None


def _answered(verb: Token, first: int) -> Token | None:
    """The raids of "called the attack a reply to raids in the north last week", and "was a reply to raids last week"."""
    for child in verb.children_by("oprd", "attr"):
        if child.i < first and any(one.base in REACTIONS for one in (child, *child.children_by("compound"))):
            return next((one.child("pobj") for one in child.children if one.lower in ("to", "for")), None)
    return None


def _is_answered(noun: Token) -> bool:
    """The raids of "a reply to raids last week", which came before it."""
    return noun.dep == "pobj" and noun.head.lower in ("to", "for") and noun.head.head.base in REACTIONS


def _part_before(document: Document, first: int) -> Token | None:
    """The "including" of "ten in March, including two on Monday", wherever the parser hangs the day."""
    at = first - 1
    if at >= 0 and document.tokens[at].pos == "ADP" and document.tokens[at].lower not in _PARTS:
        at -= 1
    if at < 0:
        return None
    word = document.tokens[at]
    for _ in range(3):
        if word.lower in _PARTS:
            return word
        word = word.head
    return None


def is_reporting(word: Token) -> bool:
    """Whether the verb's own time is the time of speaking, not of what it tells."""
    if word.pos not in _VERBAL:
        return False
    frames = frames_of(word)
    return frames is not None and frames.get("that") in REPORTS and word.child("ccomp", "parataxis") is not None


def distance(trigger: Token, hung: Hung) -> float:
    """How far the time is from the event, FAR when the syntax does not lead from one to the other."""
    cost, above = 0.0, trigger
    for _ in range(6):
        down = _down(above, hung, trigger)
        if down < FAR:
            return cost + down
        if _tells_of(above, hung):
            return cost + 1.0
        step = _up(above)
        if step >= FAR or above.is_root:
            return FAR
        if step == TOLD and hung.head.i < trigger.i:
            return FAR  # "confirmed on Monday the arrest": the day of speaking
        cost += step
        above = _over(above)
    return FAR


def _tells_of(verb: Token, hung: Hung) -> bool:
    """ "the raids this month which killed nine": what the thing did that the time dates."""
    if verb.dep != "relcl" or not (hung.governor is verb.head or hung.head is verb.head) or is_speech(verb):
        return False
    return hung.head.i < verb.i and any(one.lower in ("which", "that") for one in verb.children_by("nsubj"))


def tells_guilt(preposition: Token) -> bool:
    """The "of" of "convicted of killing two", "found guilty on Monday of killing two", the "with" of "charged with it"."""
    above = preposition.head
    if preposition.lower in ("with", "to") and above.lemma in ("charge", "indict", "guilty"):
        return True
    if preposition.lower != "of":
        return False
    if above.dep == "dobj" and above.head.lemma in GUILTY:
        return True  # "convicts an ex-minister of murder", where the parser hangs it on him
    return above.lemma in GUILTY or any(child.lemma in GUILTY for child in above.children_by("oprd", "acomp"))


def digresses(hung: Hung) -> bool:
    """Whether the time dates something the sentence only looks back or ahead to: "responsible for the attack Jan. 7"."""
    at = hung.governor
    for _ in range(6):
        if at.is_root:
            return False
        if at.dep in ("pobj", "pcomp") and (at.head.lower in _OTHER_TIME or tells_guilt(at.head)):
            return True
        if at.dep == "relcl" or at.lower == "following" or (at.dep == "advcl" and _up_from_adverbial(at) >= FAR):
            return True
        at = at.head
    return False


def _reporting_verb_beside(document: Document, first: int, governor: Token) -> Token | None:
    """ "said Friday it would strike": a day right after a verb of speech is the day of speaking."""
    if first == 0:
        return None
    before = document.tokens[first - 1]
    if before.lower in ("on", "late", "early", "earlier", "later") and first > 1:
        before = document.tokens[first - 2]
    if before is governor or before.pos not in _VERBAL or before.sentence is not governor.sentence:
        return None
    return before if is_reporting(before) and governor.i > first else None


def _over(word: Token) -> Token:
    """The next word up that can carry a time: prepositions are stepped over."""
    above = word.head
    while above.pos in ("ADP", "SCONJ") and not above.is_root:
        above = above.head
    return above


def _up(word: Token) -> float:
    """The cost of taking the time of the word above; FAR where it is another time."""
    dep, above = word.dep, word.head
    if word.is_root:
        return FAR
    if dep in ("dobj", "nsubjpass", "nsubj", "attr", "acomp", "oprd"):
        if above.lower == "following" and dep == "dobj":
            return FAR
        if above.pos not in _VERBAL:
            return 1.0
        if is_speech(above):
            return FAR if is_reporting(above) or dep == "nsubj" else TOLD
        return 2.0 if _opens(above, "obj") else 1.0
    if dep in ("pobj", "pcomp"):
        if above.lower in _OTHER_TIME or tells_guilt(above):
            return FAR  # "convicted on Monday of killing two"
        return 1.0 if above.lower in ("of", "in", "during", "by", "with") else 1.5
    if dep in ("appos", "compound", "nmod", "dative", "prep"):
        return 1.0
    if dep == "amod":
        return 1.0 if word.pos in _VERBAL else FAR
    if dep == "conj":
        return 1.5 if word.child("nsubj", "nsubjpass") is None else 2.5
    if dep == "xcomp":
        if word.tag == "VBN" and any(child.lower == "have" for child in word.children_by("aux")):
            return FAR  # "claimed on Monday to have shot him": before that
        return FAR if _opens(above, "to") or _opens(above, "obj-to") else 1.0
    if dep == "ccomp":
        if word.tag == "VBN" and above.lemma in ("see", "leave") and word.child("aux", "mark") is None:
            return 1.0  # "saw nine people killed", "left nine people wounded"
        return 1.0 if is_infinitive(word) and not _opens(above, "to") and not is_reporting(above) else FAR
    if dep == "advcl":
        return _up_from_adverbial(word)
    if dep == "acl" and word.tag == "VBG":
        return 1.5  # "suffered a quake causing eleven deaths"
    return FAR


def _up_from_adverbial(word: Token) -> float:
    words = {child.lower for child in word.children if child.dep in ("mark", "advmod", "prep") and child.i < word.i}
    if words & {"after", "before", "because", "if", "unless", "since", "until", "although", "though", "so", "once"}:
        return FAR
    if words & {"as", "while", "when", "where"}:
        return 1.5
    if is_infinitive(word):
        return FAR
    if word.tag == "VBN" and any(one.lower in ("to", "will") for one in word.head.children_by("aux")):
        return FAR  # "is to appear in court tomorrow, charged with theft"
    return 1.0 if word.tag in ("VBG", "VBN") else FAR


def _opens(above: Token, frame: str) -> bool:
    row = signature(above).get(frame)
    return row is not None and (row.holds == "?" or row.modality != "happened")


def _down(above: Token, hung: Hung, trigger: Token) -> float:
    """The cost of the way from a word down to where the time hangs."""
    at, cost = hung.governor, 0.0
    if at is above:
        return 0.0 if not hung.modifier or above is trigger or above.pos in _NOMINAL else FAR
    if hung.modifier and not is_occasion(at):
        return FAR
    if hung.head.head.lower == "for" and at.pos in _NOMINAL and above.pos in _VERBAL and above.lemma not in _SETTING:
        return FAR  # "approved a budget for next year": the budget's year
    if not above.left <= at.i <= above.right:
        return FAR
    for _ in range(6):
        if at is above:
            return cost
        if at.lower in _PARTS or at.lower in _SEQUENCE or _is_wanted(at, hung) or _is_answered(at):
            return FAR
        if at.dep in ("acl", "relcl") and at.head is above and above is trigger:
            if at.head.base in _WORDS_OF and is_infinitive(at):
                return FAR  # "a threat to strike on Friday"
            return cost + (0.5 if at.dep == "acl" else 1.0)
        if _shares_its_time(at):
            cost += 1.0
        elif (
            at.dep == "conj" and at.pos in _VERBAL and at.child("nsubj", "nsubjpass") is None and at.head.lemma != "be"
        ):
            cost += 1.5  # "killed two men and wounded a third on Monday"
        elif _is_meanwhile(at, hung):
            cost += 1.5
        elif at.dep not in _DOWN or (at.dep == "conj" and at.pos in _VERBAL):
            return FAR
        else:
            cost += 0.5 if at.dep in ("prep", "pobj") else 0.75
        if at.is_root:
            return FAR
        at = at.head
    return FAR


def _is_meanwhile(verb: Token, hung: Hung) -> bool:
    """ "collapsed on men building a bridge yesterday": what they were at when it happened."""
    at_work = verb.dep == "acl" and verb.tag == "VBG" and verb.lemma not in _AHEAD and hung.head.i > verb.i
    return at_work and hung.time.type in ("DATE", "TIME") and hung.time.signal in ("", "on")


def _is_wanted(word: Token, hung: Hung) -> bool:
    """Whether a time below the word is that of what is asked for: "called for a withdrawal by Friday"."""
    verb = word.head
    if verb.pos not in _VERBAL or hung.governor in (verb, word):
        return word.dep == "dobj" and hung.governor is word and hung.time.signal in _BOUND and _opens(verb, "obj")
    if word.dep == "prep":
        return word.lower == "for" and _opens(verb, "for")
    return word.dep == "dobj" and hung.time.signal in _BOUND and _opens(verb, "obj")


def is_occasion(noun: Token) -> bool:
    """Whether the noun's own time is that of the clause: "killed in Friday's raid", "launched Friday's raid"."""
    if noun.dep == "pobj":
        if noun.head.lower == "in" and _is_tied(noun.head):
            return False
        voting = noun.lemma == "poll" and noun.head.lower == "to"  # "go to the polls on Sunday"
        return voting or noun.head.lower in ("in", "during", "by", "with", "at", "amid")
    if noun.dep in ("dobj", "nsubjpass", "nsubj") and noun.head.pos in _VERBAL:
        row = signature(noun.head).get("subj" if noun.dep == "nsubj" else "obj")
        return row is not None and row.name in ("perform", "occur")
    return False


def _is_tied(preposition: Token) -> bool:
    """Whether "in" tells of what somebody's part, case or guilt is: "extradited a suspect in the 2015 attacks"."""
    above = preposition.head
    tied = above.children_by("dobj", "nsubjpass", "nsubj") if above.pos in _VERBAL else (above,)
    return any(one.lemma in _TYING and one.i < preposition.i for one in tied)


def _shares_its_time(verb: Token) -> bool:
    """Infinitives that nothing opens and participles: what they do is done at the time of the clause above."""
    if verb.dep in ("xcomp", "ccomp") and verb.head.lemma in _LETTING and is_infinitive(verb):
        return True
    if verb.dep == "xcomp":
        row = signature(verb.head).get("to")
        return not _opens(verb.head, "to") or (row is not None and row.modality == "forecast") or is_set_to_come(verb)
    if verb.dep != "advcl":
        return False
    if verb.tag in ("VBG", "VBN"):
        return _up_from_adverbial(verb) < FAR
    return verb.child("nsubj", "nsubjpass") is not None and _is_when(verb)


def _is_when(verb: Token) -> bool:
    """ "… when the plane came down last October"."""
    return any(child.lower == "when" and child.i < verb.i for child in verb.children)
