"""Where the text stands in time: the publication, or the years that a narrative has moved to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from timeline.model import Interval
from timeline.times.calendar import granularity_of, interval_of
from timeline.times.meaning import Bare, Clock, Count, Known, Meaning, Of, Reading
from timeline.times.phrase import Context
from timeline.times.scene import is_sentence_start


def is_narrative(readings: Sequence[Reading], published: date | None, lower: str) -> bool:
    """Whether the text (`lower`, in lower case) tells of past years, and bare dates in it belong to those: it names full
    dates of other years ("in 1943", not "the 1943 treaty") more often than it counts from publication; or it names one, counts nothing from
    publication, and looks at nothing ahead; so it does, too, with a year long past and days or months after it."""
    told = years = counted = old = bare = 0
    opens = False
    for reading in readings:
        meaning = reading.meaning
        opens = opens or (reading.start < OPENING and is_of_these_days(meaning))
        if isinstance(meaning, Clock) and meaning.day is not None:
            meaning = meaning.day
        elif isinstance(meaning, Clock) and not told + years:
            counted += 1  # a clock before any date is of the day of publication
        if isinstance(meaning, Of) and isinstance(meaning.whole, Known) and meaning.whole.value.isdigit():
            meaning = Known(value=f"{meaning.whole.value}-01")  # "the winter of 1791": as good as a month
        if isinstance(meaning, Known):
            granularity = granularity_of(meaning.value)
            if reading.rule == "day_of_an_attack" or is_a_record(reading, lower):
                continue  # a report names it or looks back
            if meaning.value.startswith("BC"):
                told += 1
            elif meaning.value[:4].isdigit():
                past = published is None or published.year - int(meaning.value[:4]) > 1
                told += past and granularity in ("day", "month", "season")
                years += past and granularity == "year" and reading.signal != ""
                led = reading.signal != "" or lower.endswith(" of ", 0, reading.start)
                old += granularity == "year" and led and is_old(meaning.value, published)
                counted += not past and granularity in ("day", "month")
        elif isinstance(meaning, Bare) and meaning.month and not meaning.toward:
            bare += old > 0
        elif (isinstance(meaning, Count) and meaning.base == "published") or (
            isinstance(meaning, Bare) and meaning.weekday
        ):
            counted += 1
    if opens and published is not None and told + years <= MOSTLY * counted:
        return False  # who opens with "Monday" reports, whatever years follow
    if (told >= 3 and told > counted) or (told + years >= 4 and counted * 10 <= told + years):
        return True
    return (told >= 1 or old >= 2 or bare >= 2) and not counted and LOOKS_AHEAD.search(lower) is None


def is_of_these_days(meaning: Meaning) -> bool:
    """ "Monday", "yesterday": what a report opens with."""
    day = meaning.day if isinstance(meaning, Clock) and meaning.day is not None else meaning
    if isinstance(day, Bare):
        return 1 <= day.weekday <= 7 and not (day.month or day.day or day.toward in ("that", "before", "after"))
    return (
        isinstance(day, Count) and day.unit == "day" and day.base == "published" and day.count == -1 and not day.start
    )


OPENING = 400  # characters
MOSTLY = 5  # times as many full dates of other years make a story of what opens as a report


def is_a_record(reading: Reading, lower: str) -> bool:
    """Whether a time only says how far back something has no equal: "the largest drop since January 1982"."""
    return reading.signal == "since" and RECORD.search(lower[max(0, reading.start - 60) : reading.start]) is not None


RECORD = re.compile(r"\b(?:first|best|worst|most|least|[a-z]{3,}est)\b[^.;\n]*\bsince (?:late |early |mid-)?$")


def is_old(year: str, published: date | None) -> bool:
    """Whether a year is so long past that no report counts from it."""
    return published is None or published.year - int(year[:4]) > OLD


OLD = 30  # years

LOOKS_AHEAD = re.compile(r"\b(?:will|shall|won't|going to|scheduled|expected|due (?:in|on|to|by|for|next))\b|'ll\b")


@dataclass(slots=True)
class Standpoint:
    """A time the text stands at: `value`, what it covers, and where that was said. `firm` where the sentence is set in
    it ("In 1943, …", a heading); not where it only comes up ("the 1943 treaty", "since 1943"). `aside` where a clause only
    looks at it ("the king, who had been born in 1682, …") and the story goes on from where it stood, `told_before` where that clause is the sentence's own. `late` where the
    end of it is meant ("later that year"), `beside` the day that a clause with another one stands in, `which`
    where a day only tells something apart ("the March 20 attack")."""

    value: str
    interval: Interval
    at: int
    firm: bool = True
    opens: bool = False
    aside: bool = False
    told_before: bool = False
    late: bool = False
    beside: Standpoint | None = None
    which: bool = False

    @property
    def start(self) -> datetime:
        assert self.interval.start is not None
        return self.interval.start

    @property
    def granularity(self) -> str:
        return granularity_of(self.value)

    def within(self, other: Standpoint) -> bool:
        """Whether it lies in the other."""
        end = other.interval.end
        return other.start <= self.start and (end is None or self.start < end)


def standpoint(value: str, at: int, *, firm: bool = True) -> Standpoint | None:
    """A standpoint where the value has a beginning; None otherwise."""
    interval = interval_of(value)
    return Standpoint(value, interval, at, firm) if interval is not None and interval.start is not None else None


class Story:
    """Where a text stands as it goes on. `here` is the last time named, `day` the last day, `month` the last day or month, `main` the time its
    sentences are set in, which an aside about other years leaves alone, `back` the last that was looked back to."""

    __slots__ = (
        "_aside",
        "_held",
        "_left",
        "_years",
        "back",
        "dated",
        "day",
        "here",
        "main",
        "month",
        "named",
        "opened",
        "reported",
        "scene",
        "section",
    )

    def __init__(self, first: Standpoint | None = None) -> None:
        self.here = self.main = first
        self.day = first if first is not None and first.granularity == "day" else None
        self.month = first if first is not None and first.granularity in ("day", "month") else None
        self.section: tuple[int, int, int] | None = None
        self.back: Standpoint | None = None
        self.reported: Standpoint | None = None
        self._aside: Standpoint | None = None
        self._left: Standpoint | None = None
        self._held = 0
        self._years: dict[str, int] = {}
        self.named: dict[int, Standpoint] = {}  # the last day named of each weekday
        self.opened: Standpoint | None = None  # the last day that a sentence opened with
        self.scene: Standpoint | None = None  # the last day that does more than tell something apart
        self.dated: dict[int, Standpoint] = {}  # the last month named with its year, of each name

    def year_of(self, day: Bare, start: int, context: Context) -> int | None:
        """The year of a day told of again: "last Dec. 7, … after the Dec. 7 plunge"."""
        return self._years.get(f"{day.month:02d}-{day.day:02d}") if context.before(start, 4) == "the " else None

    def looked_back(self, start: int) -> Standpoint | None:
        """What the text looked back to right before: "two years ago … that summer", "a year ago … two months later"."""
        back = self.back
        if back is None or start - back.at > NEAR // 4 or (self.here is not None and self.here.at > back.at):
            return None
        return back

    def near(self, start: int) -> Standpoint | None:
        """What "that summer" counts from: the time named last, looked back to or not, if that was shortly before."""
        here = self.looked_back(start) or self.here
        return here if here is not None and start - here.at <= NEAR else None

    def month_compared(self, published: datetime | None) -> Standpoint | None:
        """The month whose figures are compared, the latest of those just named: of "in February from 9 million in
        January and 8 million a year earlier" it is February."""
        here, reported = self.here, self.reported
        if here is None or here.granularity != "month" or reported is None or here.at - reported.at > NEAR:
            return here
        if published is not None and reported.start > published:
            return here
        return Standpoint(reported.value, reported.interval, here.at)

    def told_day(self, start: int) -> Standpoint | None:
        """The day that a sentence was set in a little before: "It rose Tuesday … and ended the day at its high"."""
        near = self.day is not None and self.day.firm and start - self.day.at <= NEAR
        return self.day if near else None

    def years_on(self, to: Standpoint) -> float:
        """How many years a time lies after the one that the story is told at; less than 0 where it lies before."""
        if self.main is None:
            return 0
        return to.start.year - self.main.start.year - (to.start < self.main.start) / 2

    def turn_aside(self, to: Standpoint) -> None:
        """A clause looks at another time; the story comes back to where it stands."""
        if self.here is not None and not self.here.aside:
            self._left = self.here
        self.here = to

    def come_back(self) -> None:
        """The clause that looked at another time is over."""
        if self.here is not None and self.here.aside and self._left is not None:
            self.here = self._left

    def move(self, to: Standpoint, *, heading: bool) -> None:
        """The text names another time, in a heading or in a sentence."""
        self.here = to
        if to.granularity == "day":
            self.day = to
            self._years[to.value[-5:]] = to.start.year
        if to.granularity in ("day", "month"):
            self.month = to
        if to.granularity == "month" and (
            self.reported is None or to.start >= self.reported.start or to.at - self.reported.at > NEAR
        ):
            self.reported = to
        if self.section is not None and to.opens and self._goes_beyond(to, self.section[1]):
            self.section = (self.section[0], to.start.year, self.section[2])
        if self.main is None or heading:
            self._settle(to)
        elif to.firm:
            jump = abs(to.start.year - self.main.start.year)
            confirmed = self._aside is not None and abs(to.start.year - self._aside.start.year) <= 1
            if (jump > LEAP and self._held >= SETTLED and not confirmed) or (jump > ERA and not to.opens):
                self._aside = to
            else:
                self._settle(to)

    def head(self, to: Standpoint) -> bool:
        """A heading names a time: the years of the section it opens. "1939-1941" are two times of one line, and the
        section begins with the first; whether this is not the first."""
        year = to.start.year
        if to.granularity in ("decade", "century", "millennium"):
            return False
        if self.section is not None and to.at - self.section[2] < LINE:
            self.section = (min(self.section[0], year), max(self.section[1], year), to.at)
            return True
        self.section = (year, year, to.at)
        return False

    def clamp(self, year: int) -> int:
        """The year, kept in the section where it is one off."""
        if self.section is None:
            return year
        first, last, _ = self.section
        return min(max(year, first), last) if first - 1 <= year <= last + 1 else year

    def in_section(self) -> Standpoint | None:
        """Where the story stands, moved into the years of its section where it is one off."""
        main = self.main
        if main is None or self.clamp(main.start.year) == main.start.year:
            return main
        return standpoint(f"{self.clamp(main.start.year):04d}", main.at)

    def _goes_beyond(self, to: Standpoint, last: int) -> bool:
        """Whether a story goes on beyond the year of its heading: "1810 … In early March 1811 they fell back"."""
        return to.granularity in ("day", "month") and to.start.year == last + 1

    def _settle(self, to: Standpoint) -> None:
        same = self.main is not None and abs(to.start.year - self.main.start.year) <= LEAP
        self._held = self._held + 1 if same else 1
        self.main, self._aside = to, None


NEAR = 600  # characters: as far as "that day" or "a year earlier" looks in a report
LINE = 80  # characters
LEAP = 2  # years: a story that is settled does not leap further on the strength of one date
ERA = 50  # years: a leap that only a heading or the head of a sentence makes
SETTLED = 3  # dates in a row


UNKNOWN = {
    "day": "XXXX-XX-XX",
    "month": "XXXX-XX",
    "week": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
    "quarter": "XXXX-QX",
    "season": "XXXX",
}


def within_year(base: Standpoint, unit: str) -> str:
    """A day or week of which no more than the year is known."""
    unknown = UNKNOWN.get(unit, "XXXX")
    return unknown.replace("XXXX", base.value[:4], 1) if base.value[:4].isdigit() else unknown


def goes_on(here: Standpoint, reading: Reading, context: Context) -> bool:
    """Whether a report goes on in the past year just told: "In 1940, it fell. In May …". After "It fell in 1940." a day at
    the head of the next sentence does ("On 8 May …"), a month is the report's own."""
    between = context.text[here.at : reading.start]
    if len(between) > 250 or "\n" in between:
        return False
    dated = isinstance(reading.meaning, Bare) and reading.meaning.day > 0
    return here.opens or (". " in between and dated and is_sentence_start(context, reading.start))


def looks_back(reading: Reading) -> bool:
    """ "a year ago", "the year-earlier quarter", "a fortnight earlier he had written": what a text compares with or
    looks back to, not where it goes on."""
    meaning = reading.meaning
    if not isinstance(meaning, Count):
        return False
    if reading.rule == "neighbour":
        return meaning.count < 0 and meaning.base == "reference"
    return meaning.base.startswith("period") or (meaning.count < 0 and reading.rule in ("counted", "unit_before"))


def is_compared(meaning: Meaning) -> bool:
    """ "the year-ago quarter", "the third quarter a year earlier": what the reported quarter is measured against."""
    whole = meaning.whole if isinstance(meaning, Of) else meaning
    return isinstance(whole, Count) and whole.unit == "year" and whole.count < 0


def is_aside(meaning: Meaning) -> bool:
    """ "the previous evening they had decided": a story tells what went before and comes back."""
    day = meaning.day if isinstance(meaning, Clock) else meaning
    if isinstance(day, Bare):
        return day.toward == "before"
    return isinstance(day, Count) and day.count < 0 and day.base == "reference"


def is_anchored_length(reading: Reading) -> bool:
    """ "three days later", which TIMEX3 writes in reports as a length between two points ("two weeks from June 7" of its
    specification): P3D, of which the interval is the day it comes to. "A year earlier" is the year."""
    meaning = reading.meaning
    return (
        isinstance(meaning, Count)
        and reading.rule == "counted"
        and meaning.base == "reference"
        and meaning.unit == "day"
    )


def same_month(meaning: Meaning, here: Standpoint) -> bool:
    """Whether the text has just named that month with its year: "until February 1994 … on 10 February"."""
    return isinstance(meaning, Bare) and meaning.month > 0 and here.value[4:7] == f"-{meaning.month:02d}"
