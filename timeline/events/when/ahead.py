"""When what is to come begins, where something else that is dated opened it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from timeline.events.syntax.reach import Hung
from timeline.events.syntax.tenses import finite
from timeline.events.when.dates import Dates, Dating, dated
from timeline.events.when.fitting import ONE_DAY
from timeline.events.when.telling import CURRENT
from timeline.language.document import Token
from timeline.model import Interval


def opened_on(dates: Dates, trigger: Token) -> Dating | None:
    """What was to come when something was done before the news ("were allowed in 2013 to look into it", "as the country
    prepared for a vote"), or will be done ("will fly there next week to meet them"); None for what today's news opens."""
    assert dates.today is not None
    opener = _opener(trigger, dates.beside(trigger), dates.today)
    if opener is not None and opener.time.interval is not None:
        why = f"what was to come from “{opener.time.text}” on"
        since = Interval(opener.time.interval.start, None, "vague")
        return dated(since, "inherited", "told", why, opener.time)
    verb = finite(trigger)
    aside = verb is not None and verb.tag == "VBD" and verb.dep in ("advcl", "relcl")
    if dates.story.is_of_the_past or (aside and dates.story.has_left_today(trigger.sentence)):
        why = "what had been to come: some time before publication"
        return dated(Interval(None, dates.today + ONE_DAY, "vague"), "publication", "before", why, None)
    return None


def _opener(trigger: Token, times: Sequence[Hung], today: datetime) -> Hung | None:
    """The time of a past verb above, over for longer than a week of news, or of what will be done for it."""
    if not times:
        return None
    past = {word.i for word in trigger.ancestors() if word.tag in ("VBD", "VBN")}
    means = trigger.head if trigger.dep == "advcl" and trigger.tag == "VB" else None
    for one in times:
        interval = one.time.interval
        if interval is None or interval.start is None:
            continue
        if one.governor.i in past and interval.end is not None and interval.end <= today - CURRENT:
            return one
        if one.governor is means and interval.start > today:
            return one
    return None
