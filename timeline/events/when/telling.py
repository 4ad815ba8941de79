"""When somebody told of an event: what has happened came before that, what is to come comes after it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from timeline.events.cues.speech import frames_of
from timeline.events.syntax.reach import Hung, is_reporting, is_speech, tells_guilt
from timeline.events.syntax.tenses import finite
from timeline.language.document import Token
from timeline.model import Timex

_VERBAL = frozenset({"VERB", "AUX"})
CURRENT = timedelta(days=7)  # how long what was said counts as today's news


def told_on(trigger: Token, hung: Sequence[Hung], today: datetime | None) -> Timex | None:
    """The time, over by publication, in which somebody told of it or found it out: "He said on Monday that two had died",
    "In 2019 a court found that they had lied", "They were convicted on Monday of lying"."""
    above, below = set(), trigger
    for word in trigger.ancestors():
        if tells_guilt(word):
            above.add(word.head.i)
        if is_speech(word) or (below.dep == "ccomp" and word.tag == "VBD"):
            above.add(word.i)
        below = word
    for one in hung:
        end = one.time.interval.end if one.time.interval is not None else None
        if one.governor.i in above and end is not None and today is not None and end <= today:
            return one.time
    return None


def told_before(told: Timex | None, today: datetime | None) -> Timex | None:
    """The same where it was over for longer than a week of news: "In 2010 he said he would resign"."""
    end = told.interval.end if told is not None and told.interval is not None else None
    return told if end is not None and today is not None and end <= today - CURRENT else None


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
