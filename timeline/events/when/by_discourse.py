"""The day the text is on, for what is told at no time of its own."""

from __future__ import annotations

from timeline.events.cues.speech import VOICING
from timeline.events.factuality.reality import OPEN, Reality
from timeline.events.syntax.reach import digresses, is_speech, tells_guilt
from timeline.events.syntax.tenses import NONE, PAST, PERFECT, PRESENT, tense_of
from timeline.events.when.asides import is_aside, is_background, is_content_of, is_known_by, modifies, stands_alone
from timeline.events.when.by_tense import left_open
from timeline.events.when.dates import Dates, Dating, dated
from timeline.events.when.discourse import EARLIER, REACH, is_headline, order_word
from timeline.events.when.fitting import ONE_DAY
from timeline.events.when.telling import is_speaking
from timeline.language.document import Token
from timeline.model import Interval

_VERBAL = frozenset({"VERB", "AUX"})
AFTER_OTHERS = "told after other times were named: when is not said"


def by_discourse(dates: Dates, trigger: Token, reality: Reality, reported: bool) -> Dating | None:
    """The day the text is on: this sentence's, that of one before it, or, for a headline, the lead's."""
    tense, sentence, story = tense_of(trigger), trigger.sentence, dates.story
    headline = is_headline(sentence)
    if reality.status == OPEN and reality.modality != "alleged":
        return None
    if tense not in (PAST, PRESENT, NONE) or (tense == PRESENT and not headline):
        return None
    if modifies(trigger) or is_background(trigger) or is_known_by(trigger):
        return None
    if _is_voiced(trigger):
        return _voiced(dates, trigger)
    frame = story.ahead(sentence) if headline else story.around(sentence, REACH if tense == PAST else 0)
    if frame is None:
        if not headline and story.has_left_today(sentence):
            return left_open(dates, trigger, AFTER_OTHERS)
        return None
    interval, time = frame.interval, frame.hung.time
    if not frame.is_day or interval is None:
        return left_open(dates, trigger, f"told beside “{time.text}”: the day is not said")
    here = frame.hung.head.sentence is sentence
    told = reality.modality == "alleged" and any(word is frame.hung.governor for word in trigger.ancestors())
    if here and (told or is_content_of(trigger, frame.hung.governor)):
        why = f"what was told, “{time.text}”, came before"
        return dated(Interval(None, interval.end, "vague"), "publication", "before", why, None)
    if not here and _is_told_on_a_day(dates, trigger):
        return left_open(dates, trigger, "the sentence gives the day of telling only")
    if not here and is_aside(trigger):
        return left_open(dates, trigger, "told in passing: the day is not said")
    if trigger.pos not in _VERBAL and ((here and tense == NONE and reported) or (not here and stands_alone(trigger))):
        return None
    away = sentence.index - frame.hung.head.sentence.index
    where = {0: "this sentence", 1: "the sentence before"}.get(away, "the text around it")
    why = f"{where} is about “{time.text}”"
    word = order_word(trigger)
    if word is not None:
        interval = _set_apart(dates, interval, word)
        why = f"“{word.text}” than that: {why}"
    return dated(interval, "inherited", "discourse", why, time)


def by_since_then(dates: Dates, trigger: Token, reality: Reality, reported: bool) -> Dating | None:
    """ "Since then nine have been killed": from what the sentence before told of."""
    if tense_of(trigger) != PERFECT or dates.today is None or reality.status == OPEN:
        return None
    words = trigger.sentence.tokens
    at = next((i for i, one in enumerate(words[:-1]) if one.lower == "since"), None)
    if at is None or words[at + 1].lower != "then":
        return None
    frame = dates.story.around(trigger.sentence, 1)
    if frame is None or frame.interval is None or frame.interval.start is None:
        return None
    since = Interval(frame.interval.start, dates.today + ONE_DAY, "vague")
    return dated(since, "inherited", "discourse", f"since “{frame.hung.time.text}”", frame.hung.time)


def _is_told_on_a_day(dates: Dates, trigger: Token) -> bool:
    """ "On 3 May it was reported that he was held": the day of telling keeps the day of the sentence before away."""
    return any(
        is_speech(hung.governor) and hung.governor is not trigger and hung.time.type in ("DATE", "TIME")
        for hung in dates.beside(trigger)
    )


def _is_voiced(trigger: Token) -> bool:
    """Words of speech, thanks, demands and accusations: today's words, whatever day the story is on."""
    return is_speaking(trigger) or is_speech(trigger) or (trigger.pos in _VERBAL and trigger.lemma in VOICING)


def _voiced(dates: Dates, trigger: Token) -> Dating | None:
    """What is voiced takes the day of its own sentence; after a day that the text told of, it lies between that day and
    publication; beside what lies behind the story it stays open. Plain speech ("said") is of today."""
    frame = dates.story.around(trigger.sentence, 1 if is_speaking(trigger) else REACH)
    if frame is None:
        if (after := _after_what_it_blames(dates, trigger)) is not None:
            return after
        if is_speaking(trigger) or not dates.story.has_left_today(trigger.sentence):
            return None
        return left_open(dates, trigger, AFTER_OTHERS)
    time = frame.hung.time
    if is_speaking(trigger) and time.signal == "since":
        return None  # "since August 1, tons have left the ports": the text is still on today
    if not frame.is_day or frame.interval is None:
        return left_open(dates, trigger, f"told beside “{time.text}”: the day is not said")
    if is_speaking(trigger):
        return None
    if frame.hung.head.sentence is trigger.sentence:
        return dated(frame.interval, "inherited", "discourse", f"this sentence is about “{time.text}”", time)
    if dates.today is None or frame.interval.start is None or frame.interval.start >= dates.today:
        return None
    since = Interval(frame.interval.start, dates.today + ONE_DAY, "vague")
    return dated(since, "inherited", "discourse", f"voiced after “{time.text}”, by publication", time)


def _after_what_it_blames(dates: Dates, trigger: Token) -> Dating | None:
    """ "Accused it of shelling a port on Monday": on that day, whichever of the two it is of, or by publication."""
    accuses = any(tells_guilt(one) for one in trigger.children_by("prep"))
    for hung in dates.beside(trigger) if accuses else ():
        interval = hung.time.interval
        if interval is None or interval.start is None or dates.today is None or not digresses(hung):
            continue
        blamed = interval.granularity == "day" and any(above is trigger for above in hung.governor.ancestors())
        if blamed and interval.start <= dates.today:
            since = Interval(interval.start, dates.today + ONE_DAY, "vague")
            return dated(since, "inherited", "discourse", f"voiced on or after “{hung.time.text}”", hung.time)
    return None


def _set_apart(dates: Dates, day: Interval, word: Token) -> Interval:
    """ "Earlier" than a day: until it; "later": from it to publication."""
    if word.lower in EARLIER:
        return Interval(None, day.end, "vague")
    return Interval(day.start, None if dates.today is None else dates.today + ONE_DAY, "vague")
