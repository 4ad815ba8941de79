"""What a document knows of its times, and what is said of one event."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from timeline.events.factuality.reality import Reality
from timeline.events.syntax.reach import Hung, hang
from timeline.events.when.bounds import Bounds, find_bounds
from timeline.events.when.discourse import FAR_BACK, Story
from timeline.events.when.left_out import dates_nothing, in_dateline
from timeline.events.when.telling import told_before, told_on
from timeline.language.document import Document, Token
from timeline.model import Interval, Timex
from timeline.record import record
from timeline.times.calendar import countable, midnight
from timeline.times.edtf import to_edtf


@record
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

    def told_on(self, trigger: Token) -> Timex | None:
        """The time in which somebody told of it; see `telling`."""
        return told_on(trigger, self.beside(trigger), self.today)

    def is_ahead(self, interval: Interval | None) -> bool:
        """Whether it begins after the day of publication."""
        start = interval.start if interval is not None else None
        return start is not None and self.today is not None and start > self.today

    def is_long_over(self, end: datetime) -> bool:
        """Whether it ended longer before publication than news is told of."""
        return self.today is not None and end < self.today - FAR_BACK

    def told_before(self, trigger: Token) -> Timex | None:
        """The same where it was over for longer than a week of news."""
        return told_before(self.told_on(trigger), self.today)

    def beside(self, word: Token) -> Sequence[Hung]:
        """The times of its sentence."""
        return self.hung.get(word.sentence.index, ())


def find_dates(document: Document, times: Sequence[Timex], published: date | datetime | None) -> Dates:
    """The document's times by the sentence they stand in, hung on the words they date; datelines are left out."""
    by_sentence: dict[int, list[Hung]] = {}
    for time in times:
        if time.rule == "nth_running":
            continue  # "for a third day"
        hung = hang(document, time) if document.parsed else None
        if hung is not None and not in_dateline(document, hung) and not dates_nothing(hung):
            by_sentence.setdefault(hung.head.sentence.index, []).append(hung)
    day = countable(published)
    today = None if day is None else midnight(day)
    return Dates(document, today, by_sentence, find_bounds(by_sentence), Story(document, by_sentence, today))


def basis_of(time: Timex) -> str:
    """What the table says of how a time was read."""
    return "relative" if time.anchored_by else "explicit"


def dated(interval: Interval | None, basis: str, rule: str, why: str, time: Timex | None) -> Dating:
    """The answer, with the interval as EDTF: in the words of the time where it is that time's own."""
    edtf = ""
    if interval is not None:
        edtf = time.edtf if time is not None and time.edtf and interval == time.interval else to_edtf(interval)
    return Dating(interval, edtf, basis, rule, why, time)


def from_then_on(decided: Dating) -> Dating:
    """ "decided on Monday to visit Chad": the visit may be any day from Monday on."""
    if decided.interval is None or decided.interval.start is None:
        return decided
    interval = Interval(decided.interval.start, None, "vague")
    why = f"{decided.why}; what was decided then is to come: from then on"
    return Dating(interval, to_edtf(interval), "inherited", "told", why, decided.timex)
