"""What tense and publication alone say of when an event is."""

from __future__ import annotations

from timeline.events.factuality.reality import AHEAD, OPEN, Reality
from timeline.events.syntax.tenses import FUTURE, PAST, PERFECT, PLUPERFECT, PRESENT, PROGRESSIVE, tense_of
from timeline.events.when.ahead import opened_on
from timeline.events.when.asides import is_background, is_known_by, is_of_a_case, modifies, stands_alone, tells_who
from timeline.events.when.dates import Dates, Dating, dated
from timeline.events.when.fitting import ONE_DAY, is_guess
from timeline.events.when.telling import finite_be, is_speaking
from timeline.language.document import Token
from timeline.model import Interval

_VERBAL = frozenset({"VERB", "AUX"})
_MUST = frozenset(("demanded", word) for word in ("must", "should", "ought", "shall", "must not", "should not"))


def by_tense(dates: Dates, trigger: Token, reality: Reality, reported: bool) -> Dating:
    """What tense and publication alone say."""
    today = dates.today
    if today is None:
        return Dating(None, "", "none", "none", "no time is given and the day of publication is unknown")
    tense, tomorrow = tense_of(trigger), today + ONE_DAY
    is_open = reality.status == OPEN or (reality.modality == "forecast" and tense in (PRESENT, FUTURE))
    if tense == FUTURE and (reality.status != OPEN or (reality.modality, reality.cue.lower()) in _MUST):
        why = "what must be, by today's words: the day of publication"
        return dated(Interval(today, tomorrow, "day"), "publication", "said", why, None)
    if reality.modality in AHEAD and is_open and (tense == PLUPERFECT or is_guess(trigger, reality)):
        why = "what had been to come, or may have happened: some time before publication"
        return dated(Interval(None, tomorrow, "vague"), "publication", "before", why, None)
    if reality.modality in AHEAD and is_open and is_of_a_case(trigger):
        why = "what somebody is tried or held for: some time before publication"
        return dated(Interval(None, tomorrow, "vague"), "publication", "before", why, None)
    if reality.modality in AHEAD and is_open and (told := dates.told_before(trigger)) is not None:
        why = f"what was to come when it was told, “{told.text}”: from then on"
        return dated(
            Interval(told.interval.start if told.interval is not None else None, None, "vague"),
            "inherited",
            "told",
            why,
            told,
        )
    if reality.modality in AHEAD and is_open and (since := opened_on(dates, trigger)) is not None:
        return since
    if reality.modality in AHEAD and is_open:
        why = "no time is given for what has not happened yet: from publication on"
        return dated(Interval(today, None, "vague"), "publication", "future", why, None)
    if tense == PROGRESSIVE:
        why = "the present tense: the day of publication"
        return dated(Interval(today, tomorrow, "day"), "publication", "present", why, None)
    if is_speaking(trigger) and tense in (PAST, PRESENT) and not dates.story.is_of_the_past:
        return dated(
            Interval(today, tomorrow, "day"), "publication", "said", "today's words: the day of publication", None
        )
    if tense == PRESENT and reported and finite_be(trigger):
        why = "a present state, as reported today"
        return dated(Interval(today, tomorrow, "day"), "publication", "present", why, None)
    if (
        tense in (PERFECT, PLUPERFECT)
        or reported
        or dates.story.is_of_the_past
        or (reality.modality == "alleged" and not reality.cue.lower().endswith("ly"))  # "accused of", not "reportedly"
        or modifies(trigger)
        or tells_who(trigger)
        or is_background(trigger)
        or is_known_by(trigger)
        or (trigger.pos not in _VERBAL and stands_alone(trigger))
        or (tense == PAST and dates.told_on(trigger) is not None)
    ):
        said = dates.told_on(trigger)
        if said is not None and said.interval is not None:
            why = f"no time is given: before it was told, “{said.text}”"
            return dated(Interval(None, said.interval.end, "vague"), "publication", "before", why, None)
        why = "no time is given: some time before publication"
        return dated(Interval(None, tomorrow, "vague"), "publication", "before", why, None)
    why = "a plain report without a time: the day of publication"
    return dated(Interval(today, tomorrow, "day"), "publication", "report", why, None)


def left_open(dates: Dates, trigger: Token, why: str) -> Dating | None:
    if dates.today is None:
        return None
    told = dates.told_on(trigger)
    if told is not None and told.interval is not None:
        why = f"{why}: before it was told, “{told.text}”"
        return dated(Interval(None, told.interval.end, "vague"), "publication", "open", why, None)
    return dated(Interval(None, dates.today + ONE_DAY, "vague"), "publication", "open", f"{why}: by publication", None)
