"""Which time is the event's: by syntax, then by discourse, then by tense and publication; with the reason in words.

The conventions are those of DESIGN ("Time"): `until X` ends on X; what has happened at no stated time ends by
publication; what is planned at no stated time starts at publication and stays open; a plain report of today's words is
of the day of publication; the time of a reporting verb is never the time of what is reported.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from timeline.events.cues.speech import VOICING, frames_of
from timeline.events.factuality.modality import judge
from timeline.events.factuality.reality import AHEAD, OPEN, Reality
from timeline.events.syntax.reach import FAR, Hung, distance, hang, is_reporting, is_speech
from timeline.events.syntax.tenses import (
    FUTURE,
    NONE,
    PAST,
    PERFECT,
    PLUPERFECT,
    PRESENT,
    PROGRESSIVE,
    finite,
    tense_of,
)
from timeline.events.when.asides import is_aside, is_background, is_known_by
from timeline.events.when.bounds import Bounds, find_bounds
from timeline.events.when.deadline import time_limit
from timeline.events.when.discourse import EARLIER, REACH, Story, is_clock_alone, is_headline, order_word
from timeline.events.when.fitting import ONE_DAY, closed, fits, is_guess, joined
from timeline.events.when.left_out import in_dateline, names_a_kind, sets_a_record
from timeline.events.when.order import counted, order_of, order_on
from timeline.events.when.telling import told_before, told_on
from timeline.language.document import Document, Token
from timeline.model import Interval, Timex
from timeline.times.calendar import countable, midnight
from timeline.times.edtf import to_edtf

OVERNIGHT = "overnight"
_VERBAL = frozenset({"VERB", "AUX"})
AFTER_OTHERS = "told after other times were named: when is not said"
_MUST = frozenset(("demanded", word) for word in ("must", "should", "ought", "shall", "must not", "should not"))


@dataclass(frozen=True, slots=True)
class Dating:
    """When an event is: `interval` (None where nothing is known), its `edtf`, `basis` (explicit, relative, inherited,
    publication or none), the `rule` that decided, `why` in words, and the `timex` it was read from."""

    interval: Interval | None
    edtf: str
    basis: str
    rule: str
    why: str
    timex: Timex | None = None


DatingRule = Callable[["Dates", Token, Reality, bool], Dating | None]


@dataclass(slots=True, eq=False)
class Dates:
    """The times of one document, ready to be asked: which hang where, what each sentence is about; `today` is the
    midnight the day of publication began with."""

    document: Document
    today: datetime | None
    hung: Mapping[int, list[Hung]]
    bounds: Bounds
    story: Story


def find_dates(document: Document, times: Sequence[Timex], published: date | datetime | None) -> Dates:
    """The document's times by the sentence they stand in, hung on the words they date; datelines are left out."""
    by_sentence: dict[int, list[Hung]] = {}
    for time in times:
        hung = hang(document, time) if document.parsed else None
        if hung is not None and not in_dateline(document, hung) and not names_a_kind(hung) and not sets_a_record(hung):
            by_sentence.setdefault(hung.head.sentence.index, []).append(hung)
    day = countable(published)
    today = None if day is None else midnight(day)
    return Dates(document, today, by_sentence, find_bounds(by_sentence), Story(document, by_sentence, today))


def date_event(dates: Dates, trigger: Token, reality: Reality, reported: bool = False) -> Dating:
    """When the event of a trigger is. `reported` says that somebody is quoted with it."""
    return _first(RULES, dates, trigger, reality, reported)


def _first(rules: Sequence[DatingRule], dates: Dates, trigger: Token, reality: Reality, reported: bool) -> Dating:
    """The answer of the first rule that has one, else of tense and publication."""
    for rule in rules:
        found = rule(dates, trigger, reality, reported)
        if found is not None:
            return found
    return _by_tense(dates, trigger, reality, reported)


def _by_syntax(dates: Dates, trigger: Token, reality: Reality, reported: bool) -> Dating | None:
    """The time whose governor the syntax leads to from the trigger."""
    near: list[tuple[float, int, Hung]] = []
    durations: list[tuple[float, Hung]] = []
    for hung in dates.hung.get(trigger.sentence.index, ()):
        cost = distance(trigger, hung)
        if cost >= FAR:
            continue
        if hung.time.type == "DURATION" and hung.time.interval is None:
            durations.append((cost, hung))
        elif (
            hung.head.lower != OVERNIGHT
            and hung.time.interval is not None
            and hung.time.type != "SET"
            and fits(hung.time, reality, trigger, dates.today)
        ):
            near.append((cost, abs(hung.head.i - trigger.i), hung))
    if not near:
        return None
    near.sort(key=lambda one: one[:2])
    best = near[0][2]
    if is_clock_alone(best.time) and dates.story.has_left_today(trigger.sentence):
        return None  # "It struck at 9 a.m.", told of another day
    interval = best.time.interval
    others: list[Hung] = []
    for cost, _, hung in near[1:]:
        one_time = joined(interval, hung.time.interval) if cost <= near[0][0] + 1 else None
        if one_time is not None:
            interval, others = one_time, [*others, hung]
    why = f"“{best.time.text}” goes with “{trigger.text}”"
    if others:
        why += " and so does " + ", ".join(f"“{one.time.text}”" for one in others)
    interval, counted = dates.bounds.counted(interval, trigger, [one for _, one in durations])
    if counted:
        why += f"; {counted}"
    interval, over = closed(interval, reality, trigger, dates.today, best.time.signal)
    return _dating(interval, _basis(best.time), "syntax", why + over, best.time)


def coming_day(dates: Dates, noun: Token, reality: Reality) -> Timex | None:
    """The time, after publication, that a noun which is told as a fact has of its own: "tomorrow's talks", "prepared for
    the vote on Friday": it is planned, whatever is told of it."""
    if dates.today is None or reality.status == OPEN or reality.modality != "happened":
        return None
    own = {noun.i}
    if noun.dep == "nsubj" and noun.head.lemma == "be" and noun.head.tag in ("VBZ", "VBP"):
        own |= {one.i for one in (noun.head, *noun.head.children_by("acomp"))}  # "The runoff is due on Sunday"
    for hung in dates.hung.get(noun.sentence.index, ()):
        start = hung.time.interval.start if hung.time.interval is not None else None
        if hung.governor.i in own and start is not None and start >= dates.today + ONE_DAY:
            return hung.time
    return None


def _by_night(dates: Dates, trigger: Token, reality: Reality, reported: bool) -> Dating | None:
    """ "overnight", told in the past: the night that led to the day of publication."""
    today = dates.today
    if (
        today is None
        or reality.status == OPEN
        or tense_of(trigger) not in (PAST, PRESENT, NONE)
        or is_speaking(trigger)
    ):
        return None
    word = next((token for token in trigger.sentence.tokens if token.lower == OVERNIGHT), None)
    hung = dates.hung.get(trigger.sentence.index, ())
    if word is None or (word.head is not trigger and order_of(trigger, hung) is not None):
        return None
    night = Interval(today - timedelta(hours=4), today + timedelta(hours=6), "part_of_day")
    time = next((one.time for one in hung if one.head is word), None)
    return Dating(night, to_edtf(night), "relative", "night", "“overnight”: the night to the day of publication", time)


def _by_deadline(dates: Dates, trigger: Token, reality: Reality, reported: bool) -> Dating | None:
    """ "must leave within 48 hours": what is to come, from the telling to the end of the time it is given."""
    if dates.today is None or reality.modality not in AHEAD or dates.story.has_left_today(trigger.sentence):
        return None
    found = time_limit(trigger, dates.hung.get(trigger.sentence.index, ()), dates.today)
    if found is None:
        return None
    interval, time = found
    since = interval.start.date().isoformat() if interval.start is not None else ""
    return _dating(interval, "relative", "deadline", f"“within {time.text}”, counted from {since}", time)


def _by_bound(dates: Dates, trigger: Token, reality: Reality, reported: bool) -> Dating | None:
    """The end of something whose end was given: "about to end", "once the pause ends"; or the thing itself, again."""
    known = dates.bounds.ending(trigger)
    if known is not None:
        end = known.interval.end
        if end is not None:
            day = Interval(end - ONE_DAY, end, "day")
            return _dating(day, "inherited", "bound", f"what ends runs “{known.words}”", known.time)
    return None


def _by_condition(dates: Dates, trigger: Token, reality: Reality, reported: bool) -> Dating | None:
    """ "could follow once the pause ends": from the end of what was bounded, open."""
    if reality.status != OPEN:
        return None
    clause = next((child for child in trigger.children if child.dep == "advcl"), None)
    known = dates.bounds.ending(clause) if clause is not None else None
    if known is None or known.interval.end is None or clause is None:
        return None
    open_end = Interval(known.interval.end - ONE_DAY, None, "vague")
    return _dating(open_end, "inherited", "after bound", f"after “{clause.text}”: {known.words}", known.time)


def _by_order(dates: Dates, trigger: Token, reality: Reality, reported: bool) -> Dating | None:
    """ "two weeks after the deal was signed", "after an attack": counted from, or bounded by, the main event."""
    order = order_of(trigger, dates.hung.get(trigger.sentence.index, ()))
    if order is None or reality.status == OPEN:
        return None
    main = _first(MAIN_RULES, dates, order.main, judge(order.main), reported)
    interval, why = counted(order, main.interval) if main.interval is not None else (None, "")
    if interval is None:
        return _by_tense(dates, trigger, reality, True)
    return _dating(
        closed(interval, reality, trigger, dates.today)[0], "inherited", "order", why, order.length or main.timex
    )


def _by_other(dates: Dates, trigger: Token, reality: Reality, reported: bool) -> Dating | None:
    """ "Two days after the attack on Monday they held two men": counted from another event with a time of its own."""
    order = order_on(trigger, dates.hung.get(trigger.sentence.index, ()))
    if order is None or reality.status == OPEN:
        return None
    other = _by_syntax(dates, order.main, judge(order.main), reported)
    interval, why = counted(order, other.interval) if other is not None and other.interval is not None else (None, "")
    if interval is None or other is None:
        return None
    if dates.today is not None and interval.start is not None and interval.start > dates.today:
        return None  # "was shot the day before the vote on Sunday"
    return _dating(closed(interval, reality, trigger, dates.today)[0], "inherited", "order", why, other.timex)


def _by_label(dates: Dates, trigger: Token, reality: Reality, reported: bool) -> Dating | None:
    """ "1 February 2013: The minister steps down": the day or year that a chronicle sets before what it tells."""
    if reality.status == OPEN or tense_of(trigger) not in (PAST, PRESENT, NONE):
        return None
    time = dates.story.label(trigger.sentence)
    if time is None or _modifies(trigger) or is_background(trigger):
        return None
    return _dating(time.interval, _basis(time), "label", f"told under “{time.text}”", time)


def _by_discourse(dates: Dates, trigger: Token, reality: Reality, reported: bool) -> Dating | None:
    """The day the text is on: this sentence's, that of one before it, or, for a headline, the lead's."""
    tense, sentence, story = tense_of(trigger), trigger.sentence, dates.story
    headline = is_headline(sentence)
    if reality.status == OPEN and reality.modality != "alleged":
        return None
    if tense not in (PAST, PRESENT, NONE) or (tense == PRESENT and not headline):
        return None
    if _modifies(trigger) or is_background(trigger) or is_known_by(trigger):
        return None
    if _is_voiced(trigger):
        return _voiced(dates, trigger)
    frame = story.ahead(sentence) if headline else story.around(sentence, REACH if tense == PAST else 0)
    if frame is None:
        if not headline and story.has_left_today(sentence):
            return _left_open(dates, trigger, AFTER_OTHERS)
        return None
    interval, time = frame.interval, frame.hung.time
    if not frame.is_day or interval is None:
        return _left_open(dates, trigger, f"told beside “{time.text}”: the day is not said")
    here = frame.hung.head.sentence is sentence
    if not here and _is_told_on_a_day(dates, trigger):
        return _left_open(dates, trigger, "the sentence gives the day of telling only")
    if not here and is_aside(trigger):
        return _left_open(dates, trigger, "told in passing: the day is not said")
    if trigger.pos not in _VERBAL and ((here and tense == NONE and reported) or (not here and _stands_alone(trigger))):
        return None
    away = sentence.index - frame.hung.head.sentence.index
    where = {0: "this sentence", 1: "the sentence before"}.get(away, "the text around it")
    why = f"{where} is about “{time.text}”"
    word = order_word(trigger)
    if word is not None:
        interval = _set_apart(dates, interval, word)
        why = f"“{word.text}” than that: {why}"
    return _dating(interval, "inherited", "discourse", why, time)


def _is_told_on_a_day(dates: Dates, trigger: Token) -> bool:
    """ "On 3 May it was reported that he was held": the day of telling keeps the day of the sentence before away."""
    return any(
        is_speech(hung.governor) and hung.governor is not trigger and hung.time.type in ("DATE", "TIME")
        for hung in dates.hung.get(trigger.sentence.index, ())
    )


def _is_voiced(trigger: Token) -> bool:
    """Words of speech, thanks, demands and accusations: today's words, whatever day the story is on."""
    return is_speaking(trigger) or is_speech(trigger) or (trigger.pos in _VERBAL and trigger.lemma in VOICING)


def _voiced(dates: Dates, trigger: Token) -> Dating | None:
    """What is voiced takes the day of its own sentence; after a day that the text told of, it lies between that day and
    publication; beside what lies behind the story it stays open. Plain speech ("said") is of today."""
    frame = dates.story.around(trigger.sentence, 1 if is_speaking(trigger) else REACH)
    if frame is None:
        if is_speaking(trigger) or not dates.story.has_left_today(trigger.sentence):
            return None
        return _left_open(dates, trigger, AFTER_OTHERS)
    time = frame.hung.time
    if is_speaking(trigger) and time.signal == "since":
        return None  # "since August 1, tons have left the ports": the text is still on today
    if not frame.is_day or frame.interval is None:
        return _left_open(dates, trigger, f"told beside “{time.text}”: the day is not said")
    if is_speaking(trigger):
        return None
    if frame.hung.head.sentence is trigger.sentence:
        return _dating(frame.interval, "inherited", "discourse", f"this sentence is about “{time.text}”", time)
    if dates.today is None or frame.interval.start is None or frame.interval.start >= dates.today:
        return None
    since = Interval(frame.interval.start, dates.today + ONE_DAY, "vague")
    return _dating(since, "inherited", "discourse", f"voiced after “{time.text}”, by publication", time)


def _left_open(dates: Dates, trigger: Token, why: str) -> Dating | None:
    if dates.today is None:
        return None
    told = _told_on(dates, trigger)
    if told is not None and told.interval is not None:
        why = f"{why}: before it was told, “{told.text}”"
        return _dating(Interval(None, told.interval.end, "vague"), "publication", "open", why, None)
    return _dating(
        Interval(None, dates.today + ONE_DAY, "vague"), "publication", "open", f"{why}: by publication", None
    )


def _set_apart(dates: Dates, day: Interval, word: Token) -> Interval:
    """ "Earlier" than a day: until it; "later": from it to publication."""
    if word.lower in EARLIER:
        return Interval(None, day.end, "vague")
    return Interval(day.start, None if dates.today is None else dates.today + ONE_DAY, "vague")


def _modifies(verb: Token) -> bool:
    """A participle that tells which one is meant, at a time of its own: "missiles supplied by Paris"; without an agent
    it tells the news: "an operation with two men detained", "Three soldiers killed in ambush"."""
    plain = verb.pos in _VERBAL and verb.dep == "acl" and verb.tag == "VBN" and not verb.head.is_root
    return plain and verb.child("agent") is not None and not is_headline(verb.sentence)


def _by_tense(dates: Dates, trigger: Token, reality: Reality, reported: bool) -> Dating:
    """What tense and publication alone say."""
    today = dates.today
    if today is None:
        return Dating(None, "", "none", "none", "no time is given and the day of publication is unknown")
    tense, tomorrow = tense_of(trigger), today + ONE_DAY
    if tense == FUTURE and (reality.status != OPEN or (reality.modality, reality.cue.lower()) in _MUST):
        why = "what must be, by today's words: the day of publication"
        return _dating(Interval(today, tomorrow, "day"), "publication", "said", why, None)
    if reality.modality in AHEAD and reality.status == OPEN and (tense == PLUPERFECT or is_guess(trigger, reality)):
        why = "what had been to come, or may have happened: some time before publication"
        return _dating(Interval(None, tomorrow, "vague"), "publication", "before", why, None)
    if reality.modality in AHEAD and reality.status == OPEN and (told := _told_before(dates, trigger)) is not None:
        why = f"what was to come when it was told, “{told.text}”: from then on"
        return _dating(
            Interval(told.interval.start if told.interval is not None else None, None, "vague"),
            "inherited",
            "told",
            why,
            told,
        )
    if reality.modality in AHEAD and reality.status == OPEN:
        why = "no time is given for what has not happened yet: from publication on"
        return _dating(Interval(today, None, "vague"), "publication", "future", why, None)
    if tense == PROGRESSIVE:
        why = "the present tense: the day of publication"
        return _dating(Interval(today, tomorrow, "day"), "publication", "present", why, None)
    if is_speaking(trigger) and tense in (PAST, PRESENT):
        return _dating(
            Interval(today, tomorrow, "day"), "publication", "said", "today's words: the day of publication", None
        )
    if tense == PRESENT and reported and finite_be(trigger):
        why = "a present state, as reported today"
        return _dating(Interval(today, tomorrow, "day"), "publication", "present", why, None)
    if (
        tense in (PERFECT, PLUPERFECT)
        or reported
        or (reality.modality == "alleged" and not reality.cue.lower().endswith("ly"))  # "accused of", not "reportedly"
        or _modifies(trigger)
        or is_background(trigger)
        or is_known_by(trigger)
        or (trigger.pos not in _VERBAL and _stands_alone(trigger))
    ):
        said = _told_on(dates, trigger)
        if said is not None and said.interval is not None:
            why = f"no time is given: before it was told, “{said.text}”"
            return _dating(Interval(None, said.interval.end, "vague"), "publication", "before", why, None)
        why = "no time is given: some time before publication"
        return _dating(Interval(None, tomorrow, "vague"), "publication", "before", why, None)
    why = "a plain report without a time: the day of publication"
    return _dating(Interval(today, tomorrow, "day"), "publication", "report", why, None)


def _told_on(dates: Dates, trigger: Token) -> Timex | None:
    return told_on(trigger, dates.hung.get(trigger.sentence.index, ()), dates.today)


def _told_before(dates: Dates, trigger: Token) -> Timex | None:
    return told_before(_told_on(dates, trigger), dates.today)


def finite_be(word: Token) -> bool:
    """Whether the event is told as what is: "there is no ceasefire"."""
    verb = finite(word)
    return verb is not None and verb.lemma == "be" and verb.tag in ("VBZ", "VBP")


def is_speaking(word: Token) -> bool:
    """Whether the trigger is a word of speech itself, whose time is that of speaking."""
    if word.pos not in _VERBAL:
        return False
    frames = frames_of(word)
    return (
        frames is not None
        and ("that" in frames or "quote" in frames)
        and (is_reporting(word) or word.child("dobj", "xcomp", "prep") is None)
    )


def _stands_alone(noun: Token) -> bool:
    """A noun that no verb makes happen: "the halt in strikes", "recent Russian strikes on Kyiv"."""
    at = noun
    while at.dep in ("pobj", "conj", "compound", "appos") and at.head.pos not in _VERBAL and not at.is_root:
        at = at.head
        if at.pos in ("NOUN", "PROPN"):
            return True
    if at.dep == "dobj" and at.head.pos in _VERBAL and frames_of(at.head) is not None:
        return True  # "confirmed the arrest", "condemned the attack"
    return at.dep not in ("dobj", "nsubjpass", "nsubj", "ROOT", "attr", "pobj", "prep", "agent")


def _basis(time: Timex) -> str:
    return "relative" if time.anchored_by else "explicit"


def _dating(interval: Interval | None, basis: str, rule: str, why: str, time: Timex | None) -> Dating:
    edtf = ""
    if interval is not None:
        edtf = time.edtf if time is not None and time.edtf and interval == time.interval else to_edtf(interval)
    return Dating(interval, edtf, basis, rule, why, time)


MAIN_RULES: tuple[DatingRule, ...] = (_by_syntax, _by_night, _by_deadline, _by_bound, _by_condition, _by_discourse)
RULES: tuple[DatingRule, ...] = (*MAIN_RULES[:-1], _by_order, _by_other, _by_label, _by_discourse)
