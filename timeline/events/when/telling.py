"""When somebody told of an event: what has happened came before that, what is to come comes after it."""

from __future__ import annotations

from collections.abc import Container, Sequence
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
        if end is None or today is None or end > today:
            continue
        if one.governor.i in above or _is_of_telling(one.governor, above):
            return one.time
    return None


def _is_of_telling(word: Token, above: Container[int]) -> bool:
    """Whether the time of a word is that of telling: "a report in March found", "a video posted on Monday showed", "said
    in a speech on Monday", "speaking on Monday, he said"."""
    at = word
    for _ in range(3):
        if at.is_root or not above:
            return False
        if at.dep == "pobj":
            at = at.head
            if word.lemma not in _WORDS or at.lower not in ("in", "at", "during"):
                return False
        elif at.dep == "advcl":
            if at.tag != "VBG" or at.lemma not in _UTTERING:
                return False
        elif at.dep not in ("nsubj", "acl"):
            return False
        at = at.head
        if at.i in above:
            return True
    return False


_WORDS = frozenset(
    "speech statement interview letter report briefing conference address article post message testimony hearing memo "
    "broadcast communique release note call tweet".split()
)
_UTTERING = frozenset("speak write address testify talk tweet appear".split())


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
