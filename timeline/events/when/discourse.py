"""The time a text is on: each sentence's own, and how far a sentence without one may take it from those before it.

A day carries a story on until the text names another time. A month, a year or a vague past ("in 2016", "years ago") is
where a text turns to what lies behind its story: nothing told after it has the story's day, and when it was stays open.
A day far back ("on 26 May 1953") holds for its own paragraph only.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from timeline.events.syntax.reach import Hung, digresses, is_occasion, is_speech
from timeline.language.document import Document, Sentence, Token
from timeline.model import Interval, Timex
from timeline.times.chronicle import AFTER_LABEL

REACH = 6  # sentences a day is carried on through a narrative in the past tense
FRONT = 12  # sentences in which a headline finds its day
ONE_DAY = timedelta(days=1)
FAR_BACK = timedelta(days=31)  # a day longer ago than this is no day of the news
DAYLIKE = frozenset({"day", "part_of_day", "hour", "minute", "second", "weekend"})
# Words that set what they tell before, or after, the day the text is on.
EARLIER = frozenset({"earlier", "previously", "formerly", "historically", "originally"})
LATER = frozenset({"later", "subsequently", "afterwards", "afterward", "thereafter"})


@dataclass(frozen=True, slots=True)
class Frame:
    """The time a sentence is about: `hung` gives it; `is_day` where it is a day of its own, open to others."""

    hung: Hung
    is_day: bool

    @property
    def interval(self) -> Interval | None:
        return self.hung.time.interval


@dataclass(slots=True, eq=False)
class Story:
    """The frames of one document, worked out as they are asked for. `hung` gives the times of each sentence, `today` is
    the midnight the day of publication began with."""

    document: Document
    hung: Mapping[int, Sequence[Hung]]
    today: datetime | None
    _frames: dict[int, Frame | None] = field(default_factory=dict)
    _first: int | None = None
    _past: bool | None = None

    def frame(self, sentence: Sentence) -> Frame | None:
        """What the sentence itself is about."""
        index = sentence.index
        if index not in self._frames:
            self._frames[index] = self._read(index)
        return self._frames[index]

    def around(self, sentence: Sentence, reach: int) -> Frame | None:
        """The frame that the sentence stands in: its own, or the nearest before it, `reach` sentences back at most.

        None where the text names none there, or where what it names does not reach so far.
        """
        sentences, at = self.document.sentences, sentence.index
        for index in range(at, max(-1, at - reach - 1), -1):
            frame = self.frame(sentences[index])
            if frame is not None:
                return frame if self._reaches(frame, sentences[index], sentence) else Frame(frame.hung, False)
        return None

    def _reaches(self, frame: Frame, named: Sentence, sentence: Sentence) -> bool:
        """Whether the day named in one sentence holds in a later one: to the end of the paragraph and for the sentence
        after it; and on into others that speak of the same people and things."""
        if named.paragraph == sentence.paragraph:
            return True
        if self._is_far_back(frame):
            return False
        if named.index == sentence.index - 1:
            return True
        told = set(self.matters(named))
        for other in self.document.sentences[named.index + 1 : sentence.index]:
            if other.paragraph == named.paragraph or not told.isdisjoint(self.matters(other)):
                told |= self.matters(other)
        return not told.isdisjoint(self.matters(sentence))

    def matters(self, sentence: Sentence) -> frozenset[str]:
        """What a sentence speaks of: the lemmas of its nouns and names."""
        return frozenset(token.base for token in sentence.tokens if token.pos in ("NOUN", "PROPN"))

    def ahead(self, sentence: Sentence) -> Frame | None:
        """A headline's day: the first that the text below it names."""
        for other in self.document.sentences[sentence.index : sentence.index + FRONT]:
            frame = self.frame(other)
            if frame is not None and frame.is_day:
                return frame
        return None

    def label(self, sentence: Sentence) -> Timex | None:
        """The time that opens a line of a chronicle: "1 February 2013: The minister resigns. His deputy follows."."""
        sentences = self.document.sentences
        for index in range(sentence.index, max(-1, sentence.index - REACH), -1):
            other = sentences[index]
            if other.paragraph != sentence.paragraph:
                return None
            for hung in self.hung.get(index, ()):
                if self._is_label(hung.time, other):
                    return hung.time
        return None

    def _is_label(self, time: Timex, sentence: Sentence) -> bool:
        opens = time.type == "DATE" and time.span.start - sentence.tokens[0].start <= 3
        if not opens or time.interval is None or AFTER_LABEL.match(self.document.text, time.span.end) is None:
            return False
        start = time.interval.start
        return start is not None and (self.today is None or start < self.today)

    def has_left_today(self, sentence: Sentence) -> bool:
        """Whether the text has named another time than the day of publication before this sentence."""
        if self._first is None:
            self._first = next((one.index for one in self.document.sentences if self._is_elsewhere(one)), 1 << 30)
        return self._first < sentence.index

    @property
    def is_of_the_past(self) -> bool:
        """Whether the text tells of nothing but days long gone: of two times at least, and none of the last month."""
        if self._past is None:
            starts = [one.time.interval.start for hung in self.hung.values() for one in hung if one.time.interval]
            known = [start for start in starts if start is not None]
            self._past = len(known) > 1 and self.today is not None and max(known) < self.today - FAR_BACK
        return self._past

    def _is_elsewhere(self, sentence: Sentence) -> bool:
        frame = self.frame(sentence)
        if self.today is None:
            return False
        if frame is None:
            return any(self._is_told_before(hung) for hung in self.hung.get(sentence.index, ()))
        return not frame.is_day or frame.interval is None or frame.interval.start != self.today

    def _is_told_before(self, hung: Hung) -> bool:
        """ "The minister said on Friday", in a paper of Sunday: what follows was not of its own day."""
        interval = hung.time.interval
        if not is_speech(hung.governor) or interval is None or interval.end is None or self.today is None:
            return False
        return interval.end <= self.today and interval.granularity in DAYLIKE

    def _is_far_back(self, frame: Frame) -> bool:
        interval = frame.interval
        if self.today is None or interval is None or interval.start is None:
            return False
        return self.today - interval.start > FAR_BACK

    def _read(self, index: int) -> Frame | None:
        """The first day in a sentence that does not date a verb of speech; else the first time that lies behind, if only
        that of speech: "Last week they reported"."""
        behind: Frame | None = None
        for hung in self.hung.get(index, ()):
            time, interval = hung.time, hung.time.interval
            if time.type not in ("DATE", "TIME") or time.rule == "nth_day" or digresses(hung):
                continue
            if is_speech(hung.governor) and (interval is None or interval.granularity in DAYLIKE):
                continue
            if (hung.modifier and not is_occasion(hung.governor)) or is_clock_alone(time):
                continue
            if (
                interval is None
                or interval.start is None
                or interval.end is None
                or interval.granularity not in DAYLIKE
            ):
                if behind is None and self._is_behind(hung) and _has_verb(hung.head.sentence):
                    behind = Frame(hung, False)
            elif time.signal in ("", "on", "at") and (self.today is None or interval.start < self.today + ONE_DAY):
                return Frame(hung, True)
        return behind

    def _is_behind(self, hung: Hung) -> bool:
        """Whether a time that is no day lies, or begins, before the day of publication."""
        interval = hung.time.interval
        if interval is None:
            return hung.time.value == "PAST_REF"
        first = interval.start or interval.end
        return first is not None and (self.today is None or first < self.today)


def is_clock_alone(time: Timex) -> bool:
    """A time of day of which no words say the day: "at 9 a.m.", taken to be of the day of publication."""
    return time.type == "TIME" and "day" in time.implied and time.anchored_by == "publication"


def _has_verb(sentence: Sentence) -> bool:
    """Whether the line tells anything: a reference ("2010-11-S-300") or a table's cell does not."""
    return any(token.pos in ("VERB", "AUX") for token in sentence.tokens)


def order_word(trigger: Token) -> Token | None:
    """ "earlier", "later" where it sets apart what the trigger tells: "a third man later died", "police had earlier
    closed the road"; not "later on Friday", which is a time."""
    verb = trigger
    for _ in range(4):
        for child in verb.children:
            if child.dep == "advmod" and child.lower in EARLIER | LATER and not child.child("prep", "npadvmod", "pobj"):
                return child
        if verb.pos in ("VERB", "AUX") or verb.is_root:
            return None
        verb = verb.head
    return None


def is_headline(sentence: Sentence) -> bool:
    """The line above the text: the first one, without a full stop."""
    return sentence.index == 0 and sentence.tokens[-1].lower not in (".", "!", "?", '"', ":", ";")
