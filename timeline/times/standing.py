"""Where a text stands as its times are told one by one, and what the next one counts from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

from timeline.model import Anchor
from timeline.times.attributes import is_attribute
from timeline.times.calendar import countable, midnight, value_at
from timeline.times.chronicle import Chronicle, is_label, is_line
from timeline.times.comparisons import says_next
from timeline.times.meaning import Answer, Bare, Clock, Count, Known, Length, Meaning, Reading
from timeline.times.narrative import (
    LEAP,
    NEAR,
    Standpoint,
    Story,
    goes_on,
    is_a_record,
    is_aside,
    is_compared,
    looks_back,
    same_month,
    standpoint,
)
from timeline.times.phrase import Context
from timeline.times.quarters import Quarters
from timeline.times.scene import (
    LOOSE,
    hangs_from_noun,
    is_heading,
    is_in_modifier,
    is_sentence_start,
    sets_scene,
    tells_of_after,
    tells_of_before,
)
from timeline.times.tense import tense_at
from timeline.times.years import finer_than, is_near


class Standing:
    """The publication, and the time the text has come to."""

    __slots__ = (
        "_clock",
        "_clock_end",
        "chronicle",
        "context",
        "moment",
        "narrative",
        "published",
        "quarters",
        "story",
    )

    def __init__(self, context: Context, anchor: Anchor, *, narrative: bool) -> None:
        self.context = context
        published = countable(anchor.published)
        self.published = midnight(published) if published is not None else None
        self.moment = published.replace(microsecond=0) if isinstance(published, datetime) else self.published
        self.narrative = narrative
        first = None
        if anchor.narrative is not None and anchor.narrative.start is not None:
            first = Standpoint(value_at(anchor.narrative.start, anchor.narrative.granularity), anchor.narrative, 0)
        self.story = Story(first)
        self.quarters = Quarters(self.published)
        self.chronicle = Chronicle()
        self._clock: tuple[int, str, str] | None = None  # where a clock with its half was told last, its day and hour
        self._clock_end = 0

    def begin(self, readings: Sequence[Reading]) -> None:
        """Set a story that begins with a mere "29 December" in the year of the first full date that follows."""
        bare = False
        for reading in readings:
            meaning = reading.meaning
            if isinstance(meaning, Known) and meaning.value[:4].isdigit():
                full = len(meaning.value) in (7, 10) and meaning.value[5:7].isdigit()
                if bare and full and self.story.here is None and reading.start <= 2 * NEAR:
                    self.story.here = self.story.main = standpoint(meaning.value[:4], 0)
                return
            bare = bare or (isinstance(meaning, Bare) and meaning.month > 0 and not meaning.toward)

    def move(self, answer: Answer, meaning: Meaning, reading: Reading) -> None:
        """The text now stands at this time, where it is one."""
        if meaning.type not in ("DATE", "TIME") or isinstance(meaning, Length):
            return
        if self.narrative and answer.anchored_by == "publication":
            return
        here = standpoint(answer.value.partition("T")[0], reading.start)
        if here is None:
            return
        here.late = meaning.mod == "END" and here.granularity == "year"
        if answer.anchored_by in ("", "previous time") and self.opens_entry(reading):
            self.chronicle.enter(here)
        if answer.anchored_by == "" and here.granularity in ("day", "month"):
            self.story.dated[here.start.month] = here
        if self.narrative and (looks_back(reading) or self.is_foreseen(reading) or is_aside(meaning)):
            return
        if reading.rule == "the_unit" and here.granularity == "year":
            self.quarters.name_other(reading.start)
        if reading.rule == "fiscal_year":
            self.quarters.name_fiscal(here.start.year, self.context.after(reading.end, 24))
        if not self.narrative and self.is_past_record(here, reading):
            return
        if here.granularity == "day":
            self.story.named[here.start.isoweekday()] = here
            owns = self.context.owns(reading.end - 1)
            here.which = owns or (isinstance(meaning, Bare) and is_attribute(self.context, reading.end))
            self.story.scene = self.story.scene if here.which else here
        if here.granularity == "quarter":
            self.quarters.last = here
        back = not self.narrative and (looks_back(reading) or is_bound_told(meaning, reading))
        if here.granularity == "quarter" and not (
            (back and isinstance(meaning, Count) and meaning.count < 0)
            or is_compared(meaning)
            or answer.anchored_by == "previous time"
        ):
            self.quarters.name(here, told=self.is_told_quarter(reading))
        if back:
            self.story.back = here
            return
        if not self.narrative and here.granularity == "day" and self.is_day_owning(reading):
            return
        opens = is_sentence_start(self.context, reading.start)
        if (last := self.story.here) is not None and reading.start - last.at <= ONE_RANGE:
            opens = opens or (last.opens and not APART.search(self.context.text[last.at : reading.start]))
        here.firm = opens or sets_scene(self.context, reading, here.granularity)
        if not self.narrative and not opens and is_in_modifier(self.context, reading.start):
            here.firm = False
            here.beside = self.story.day if here.granularity == "day" else None
            years = last is not None and last.opens and last.granularity == here.granularity == "year"
            if last is not None and years and ". " not in self.context.text[last.at : reading.start]:
                here.aside = True  # "In 2011 Hale, who would be killed in 2017, fled"
                self.story.turn_aside(here)
                return
        here.opens = opens
        if opens and here.granularity == "day":
            self.story.opened = here
        if self.narrative and self.looks_aside(here, reading):
            here.firm, here.aside = False, True
            self.story.turn_aside(here)
            return
        heading = is_heading(self.context, reading.start)
        if heading and not self.is_title(reading) and self.story.head(here):
            self.story.here = here
            return
        self.story.move(here, heading=heading)

    def looks_aside(self, to: Standpoint, reading: Reading) -> bool:
        """Whether a time stands in a clause that looks back or far ahead of where the story stands: "the fort, which they
        had lost in 1757, …", "Nelson, who would die in 1805, …"."""
        years = self.story.years_on(to)
        if years < 0:
            to.told_before = not is_in_modifier(self.context, reading.start)
            return tells_of_before(self.context, reading.start) or (years < -1 and not to.told_before)
        if years <= 1 or to.opens:
            return False
        return tells_of_after(self.context, reading.start) or (
            years > LEAP and is_in_modifier(self.context, reading.start)
        )

    def come_back(self, here: Standpoint, reading: Reading) -> None:
        """Leave what a clause looked back to, where the next time is not in that clause or goes on telling of before."""
        meaning = reading.meaning
        if here.told_before and isinstance(meaning, Count) and meaning.count > 0:
            return  # "He had fled in 1630. Two years later …"
        one_sentence = ". " not in self.context.text[here.at : reading.start]
        if tells_of_before(self.context, reading.start):
            return
        if not (one_sentence and is_in_modifier(self.context, reading.start)):
            self.story.come_back()

    def opens_entry(self, reading: Reading) -> bool:
        """Whether the time is the label of a chronicle's entry, or the line above such entries."""
        where = self.context, reading.start, reading.end
        return is_label(*where) or is_line(*where)

    def is_title(self, reading: Reading) -> bool:
        """Whether a time only comes up in the first line: "The War of 1812" names no section's years."""
        first = "\n" not in self.context.text[: reading.start].lstrip()
        return first and not is_line(self.context, reading.start, reading.end)

    def is_foreseen(self, reading: Reading) -> bool:
        """ "it would be over by Christmas": told of, but the story does not go there."""
        if reading.signal not in ("by", "before", "until"):
            return False
        return tense_at(self.context, reading.start, reading.end) in ("future", "perhaps")

    def reference(self, reading: Reading, unit: str = "") -> Standpoint | None:
        """What "that day" and "later" count from: the narrative's time, in a report only if it is near."""
        here, day = self.story.here, self.story.day
        if here is not None and (self.narrative or reading.start - here.at <= NEAR):
            if unit == "day" and here.granularity != "day" and day is not None and day.within(here):
                return day if reading.start - day.at <= NEAR else here
            if unit == "day" and not self.narrative and here.granularity in WIDE and says_day_beside(reading):
                return self.day_of_publication()  # "He won in 2008. The day before, a man …"
            return here
        if unit == "day" and day is not None and reading.start - day.at <= 5 * NEAR:
            return day
        return self.day_of_publication()

    def is_past_record(self, here: Standpoint, reading: Reading) -> bool:
        """Whether a time a year and more ago only says how far back a figure has no equal."""
        over = self.published is not None and (self.published - here.start).days >= A_YEAR
        return over and is_a_record(reading, self.context.lower)

    def told_here(self, reading: Reading) -> Standpoint | None:
        """The day that the same sentence has told of: "arrested on Friday, he was held overnight"."""
        day = self.story.told_day(reading.start)
        return day if day is not None and not SENTENCE_ENDS.search(self.context.text, day.at, reading.start) else None

    def day_under_way(self, reading: Reading) -> Standpoint | None:
        """What a clock may belong to: the time named last, in a report also the day before a mere year ("It took off
        Sunday, the last of 1999. The launch came at 7:50 p.m.")."""
        here, day = self.story.here, self.story.day
        if self.narrative or here is None or day is None or here.opens:
            return here
        if here.which and SENTENCE_ENDS.search(self.context.text, here.at, reading.start):
            return self.story.scene  # "… over the March 20 attack. The raid began at dawn"
        if here.beside is not None and self.is_back_from(here, reading):
            return here.beside  # "It met Friday. Hale, who had fled Monday, came at 8:30 a.m."
        if here.granularity == "day" and self.published is not None and here.start > self.published:
            return self.last_day_gone(reading) or here
        if here.granularity not in WIDE and here.granularity not in ("week", "weekend"):
            return here
        return day if tense_at(self.context, reading.start, reading.end, reading.signal) == "past" else here

    def is_over_midnight(self, clock: Clock, reading: Reading) -> bool:
        """The morning of "a 7 p.m. to 7:30 a.m. curfew" is the next day's."""
        last = self._clock
        if last is None or not "00" < clock.clock < "12" or len(clock.clock) < 3:
            return False
        return self.context.lower[self._clock_end : reading.start] in (" to ", " until ", "-", " - ", " through ")

    def is_back_from(self, aside: Standpoint, reading: Reading) -> bool:
        """Whether a sentence has come back from a clause that named a day of its own."""
        if SENTENCE_ENDS.search(self.context.text, aside.at, reading.start):
            return False
        return not is_in_modifier(self.context, reading.start)

    def in_half_told(self, clock: Clock, day: str, reading: Reading) -> str:
        """The time on the clock, of the afternoon where the text has come to it: "at 9 p.m. … At 10:30 they left"."""
        said, last = clock.clock, self._clock
        bare = (
            clock.offset is None
            and clock.day is None
            and BARE_CLOCK.fullmatch(self.context.lower[reading.start : reading.end])
        )
        if bare and last is not None and last[1] == day and reading.start - last[0] <= NEAR // 2:
            later = f"{int(said[:2]) + 12}{said[2:]}"
            near = last[2] <= later < "24" and int(later[:2]) - int(last[2][:2]) <= HOURS
            before = HAD.search(self.context.before(reading.start, 40)) is not None
            said = later if near and not before else said
        self._clock_end = reading.end
        if not bare or said != clock.clock:
            told = self.context.lower[reading.start : reading.end]
            half = said != clock.clock or PM.search(told) is not None  # "14:30" tells no half
            self._clock = (reading.start, day, said) if half and "12" < said < "24" and len(said) > 2 else None
        return said

    def is_day_owning(self, reading: Reading) -> bool:
        """Whether a day only says whose, in a sentence told of another day: "On Tuesday they lost some of Monday's
        gains"."""
        day = self.story.told_day(reading.start)
        if day is None or self.context.after(reading.end, 2) != "'s":
            return False
        return not SENTENCE_ENDS.search(self.context.text, day.at, reading.start)

    def is_told_quarter(self, reading: Reading) -> bool:
        """Whether the figures of a quarter are told as past: a firm's third may end before the calendar's does."""
        tense = tense_at(self.context, reading.start, reading.end, reading.signal)
        return tense == "past" or (tense != "future" and "fiscal" in self.context.lower[reading.start : reading.end])

    def last_day_gone(self, reading: Reading) -> Standpoint | None:
        """The last day gone by that was named, where something is told of: "They met Monday. More talks are set for April
        6. The rebels came in midafternoon"."""
        gone = [day for day in self.story.named.values() if self.published is None or day.start <= self.published]
        if self.published is not None:
            gone = [day for day in gone if (self.published - day.start).days <= A_WEEK] or gone
        last = max(gone, key=lambda day: day.at, default=None)
        if last is None or tense_at(self.context, reading.start, reading.end, reading.signal) != "past":
            return None
        return last if reading.start - last.at <= 3 * NEAR else None

    def is_beside_day(self, reading: Reading) -> bool:
        """Whether a sentence has told of a day of these days and of no quarter: "They closed yesterday at $17; a year ago
        they sold for $31"."""
        here, quarter = self.story.here, self.quarters.named_at
        if here is None or here.granularity != "day" or self.published is None or quarter > here.at:
            return False
        recent = 0 <= (self.published - here.start).days <= 7
        between = self.context.text[quarter : reading.start], self.context.text[here.at : reading.start]
        return recent and ". " in between[0] and ". " not in between[1]

    def month_told(self, reading: Reading) -> Standpoint | None:
        """The month that "in the month" means, of figures of months gone by: the latest of those just named."""
        month = self.story.month_compared(self.published)
        if month is None or reading.start - month.at > NEAR or self.published is None:
            return None
        if month.granularity == "day" and 0 <= (self.published - month.start).days <= DAYS_TO_FIGURES:
            month = standpoint(value_at(month.start, "month"), month.at)  # "in the Oct. 21-31 period … for the month"
        if month is None or month.granularity != "month":
            return None
        over = month.interval.end is not None and month.interval.end <= self.published
        return month if over and tense_at(self.context, reading.start, reading.end, reading.signal) == "past" else None

    def day_of_publication(self) -> Standpoint | None:
        return None if self.published is None else standpoint(value_at(self.published, "day"), 0)

    def told(self, reading: Reading, tense: str) -> Standpoint | None:
        """The narrative's time that a bare date belongs to; None where it belongs to the report's own."""
        here = self.story.here
        if here is None:
            return None
        if self.narrative or self.published is None:
            between = self.context.text[here.at : min(reading.start, here.at + 4 * NEAR)]
            near = "\n" not in between and (". " not in between or here.opens or same_month(reading.meaning, here))
            return here if near else self.story.in_section() or here
        far = self.published.year - here.start.year > 2
        if not (far and here.firm and tense in ("past", "over", "") and goes_on(here, reading, self.context)):
            return None
        return None if isinstance(reading.meaning, Bare) and is_near(reading.meaning, self.published) else here

    def base_of(self, meaning: Count, reading: Reading) -> tuple[Standpoint | None, str]:
        if meaning.base == "published" and not self.narrative:
            return self.day_of_publication(), "publication"
        if meaning.base == "published":
            main = self.story.main
            storys = reading.rule in ("neighbour", "weekend", "which_part") and (
                not meaning.count or not self.published
            )
            if storys and main is not None and self.is_long_past(main):
                return main, "narrative"
            return self.day_of_publication(), "publication"
        if meaning.base == "either" and not self.narrative:
            here = self.story.here
            if (
                reading.rule in ("the_unit", "unit_end")
                and meaning.unit == "month"
                and (month := self.month_told(reading)) is not None
            ):
                return month, "narrative"
            if reading.rule == "overnight" and (day := self.told_here(reading)) is not None:
                return day, "narrative"
            if (
                reading.rule in ("the_unit", "unit_end")
                and meaning.unit == "day"
                and (day := self.story.told_day(reading.start))
            ):
                far = self.published is not None and (self.published - day.start).days >= A_YEAR
                return (self.last_day_gone(reading) if far else None) or day, "narrative"
            if reading.rule == "the_unit" and meaning.unit == "day" and (day := self.last_day_gone(reading)):
                return day, "narrative"
            if (
                here is not None
                and here.firm
                and reading.start - here.at <= 120
                and not finer_than(meaning.unit, here.granularity)
                and self.published is not None
                and abs(here.start.year - self.published.year) > 1
            ):
                return here, "narrative"
            return self.day_of_publication(), "publication"
        if not self.narrative and says_next(reading, self.context) and not self.is_day_on(meaning, reading):
            return self.day_of_publication(), "publication"
        if self.narrative and self.story.here is None and reading.rule in ("the_unit", "unit_end"):
            return None, ""
        here = self.opened_before(meaning, reading) or self.reference(reading, meaning.unit)
        if meaning.unit == "day" and meaning.count < 0 and self.is_to_come(here, reading):
            here = self.last_day_gone(reading) or self.day_of_publication()
        back = self.story.looked_back(reading.start) if reading.rule in ("counted", "neighbour") else None
        if back is not None and (meaning.count > 0 or (not meaning.count and meaning.unit == back.granularity)):
            here = back
        published = here is not None and here.at == 0 and here is not self.story.here and here is not back
        return here, "publication" if published else "narrative"

    def opened_before(self, meaning: Count, reading: Reading) -> Standpoint | None:
        """The day that the sentence before opened with, where it only came by another: "On 5 May they met, a year after
        the fall of Lyon on 30 April. The same day …"."""
        opened, here = self.story.opened, self.story.here
        if meaning.unit != "day" or opened is None or here is None or here is opened or here.opens:
            return None
        if reading.start - opened.at > NEAR or not is_sentence_start(self.context, reading.start):
            return None
        first, second = self.context.token_at(opened.at), self.context.token_at(reading.start)
        if first is None or second is None or here.at < opened.at:
            return None
        if second.sentence.index != first.sentence.index + 1:
            return None
        return opened if hangs_from_noun(self.context, here.at) else None

    def is_to_come(self, here: Standpoint | None, reading: Reading) -> bool:
        """Whether a report stands at a day to come, and tells of what is over: "by Feb. 12 … as he did the day before"."""
        if here is None or self.narrative or self.published is None or here.start <= self.published:
            return False
        return tense_at(self.context, reading.start, reading.end, reading.signal) == "past"

    def is_after_now(self, moment: datetime, reading: Reading) -> bool:
        """Whether a report tells as past of what would be to come."""
        if self.narrative or self.published is None or moment <= self.published:
            return False
        return tense_at(self.context, reading.start, reading.end, reading.signal) == "past"

    def is_day_on(self, meaning: Count, reading: Reading) -> bool:
        """ "will open on Monday and go on the next day": the day after one that the sentence has named."""
        here = self.story.here
        if here is None or meaning.unit != "day" or here.granularity != "day" or reading.start - here.at > NEAR:
            return False
        return ". " not in self.context.text[here.at : reading.start]

    def is_long_past(self, main: Standpoint) -> bool:
        """Whether "this year" in a story can only be the story's."""
        return self.published is None or self.published.year - main.start.year > 1


def says_day_beside(reading: Reading) -> bool:
    """ "the day before", "the previous day"."""
    meaning = reading.meaning
    beside = isinstance(meaning, Count) and abs(meaning.count) == 1 and meaning.base == "reference"
    return beside and reading.rule in ("unit_before", "neighbour")


def is_bound_told(meaning: Meaning, reading: Reading) -> bool:
    """ "the worst day since that Friday": told of again, and not where the text goes on."""
    return isinstance(meaning, Bare) and meaning.toward == "that" and reading.signal in LOOSE


PM, HAD = re.compile(r"p\.?m|evening|afternoon|night|noon"), re.compile(r"\b(?:had|earlier)\b")
HOURS = 4  # after an evening clock within which the next is told of
BARE_CLOCK = re.compile(r"(?:[1-9]|1[01]):[0-5][0-9]|[a-z]+ o'clock")
SENTENCE_ENDS = re.compile(r"[.!?][\"”'’)]?\s|\n")
A_WEEK, A_YEAR = 7, 365  # days
DAYS_TO_FIGURES = 31  # until a month's figures are told
WIDE = frozenset(("month", "quarter", "season", "year", "decade", "century", "millennium"))
APART = re.compile(r"\(|, (?:who|which|whose|whom|[a-z]+ed) ")
ONE_RANGE = 40  # characters: from the first day to the last of "On the night of 13-14 February 1945"
