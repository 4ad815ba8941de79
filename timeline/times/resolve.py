"""Meaning → value and interval: what each time expression says once it is known what to count from."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from timeline.model import Anchor, Interval, Span, Timex
from timeline.times.bounds import covered
from timeline.times.calendar import (
    SECONDS_IN,
    from_bc,
    granularity_of,
    interval_of,
    shift,
    to_bc,
    value_at,
)
from timeline.times.calendar_names import bare
from timeline.times.comparisons import compared_with, is_day_to_come, settled
from timeline.times.edtf import to_edtf
from timeline.times.lengths import UNIT_NAMES, day_after, in_hours, part_of, stretch, type_of
from timeline.times.meaning import Answer, Bare, Clock, Count, Known, Length, Meaning, Of, Reading
from timeline.times.narrative import UNKNOWN, is_anchored_length, within_year
from timeline.times.neighbours import is_still_day
from timeline.times.phrase import Context
from timeline.times.standing import Standing
from timeline.times.tense import tense_at
from timeline.times.words import duration
from timeline.times.years import around, finer_than, started, unanchored, value_in_year


class Resolver:
    """Answers readings one by one, in the order of the text, and keeps where the text stands."""

    __slots__ = ("at",)

    def __init__(self, context: Context, anchor: Anchor, *, narrative: bool) -> None:
        self.at = Standing(context, anchor, narrative=narrative)

    def resolve(self, reading: Reading) -> Timex:
        """The time expression that a reading stands for."""
        meaning = reading.meaning
        here = self.at.story.here
        if here is not None and here.aside:
            self.at.come_back(here, reading)
        answer = self.answer(meaning, reading)
        value = to_bc(answer.value)
        interval = None if value.startswith("BC") else answer.interval or interval_of(value)
        self.at.move(answer, meaning, reading)
        if interval is not None:
            words = self.at.context.lower[reading.start : reading.start + 8]
            bound = "" if isinstance(meaning, Length) else reading.signal
            mod = "" if isinstance(meaning, Clock) and meaning.hours else meaning.mod
            interval = covered(interval, mod, bound, words, self.at.published)
        offset = meaning.offset if isinstance(meaning, Clock) else None
        kind = type_of(meaning, answer.value)
        if isinstance(meaning, Count) and not self.at.narrative and is_anchored_length(reading):
            kind, value = "DURATION", duration(abs(meaning.count), meaning.unit)
        return Timex(
            span=Span(reading.start, reading.end),
            text=self.at.context.document.text[reading.start : reading.end],
            type=kind,
            value=value,
            interval=interval,
            edtf=to_edtf(interval) if interval is not None else "",
            mod=meaning.mod,
            quant=meaning.quant,
            freq=meaning.freq,
            signal=reading.signal if reading.signal not in WEAK_SIGNALS else "",
            utc_offset=offset,
            implied=answer.implied,
            anchored_by=answer.anchored_by,
            rule=reading.rule,
        )

    def answer(self, meaning: Meaning, reading: Reading) -> Answer:
        if isinstance(meaning, Known):
            return Answer(from_bc(meaning.value))
        if isinstance(meaning, Bare):
            return bare(self.at, meaning, reading)
        if isinstance(meaning, Count):
            return self.count(meaning, reading)
        if isinstance(meaning, Of):
            return self.part(meaning, reading)
        if isinstance(meaning, Clock):
            return self.clock(meaning, reading)
        assert isinstance(meaning, Length)
        return self.length(meaning, reading)

    def count(self, meaning: Count, reading: Reading) -> Answer:
        """So many units from the base."""
        if meaning.base.startswith("period"):
            value, by = self.at.quarters.meant(meaning)
            return Answer(value, implied=("quarter",), anchored_by=by)
        base, by = self.at.base_of(meaning, reading)
        if base is None:
            nowhere = meaning.base == "published" or not self.at.published
            return Answer(UNKNOWN.get(meaning.unit, "XXXX"), implied=("year",) if nowhere else ())
        if meaning.unit == "year" and meaning.count == -1 and reading.rule in ("counted", "unit_before"):
            if (
                beside := compared_with(reading, self.at.story.month_compared(self.at.published), self.at.context)
            ) is not None and not self.at.narrative:
                moment = shift(beside.start, "year", meaning.count)
                return Answer(value_at(moment, beside.granularity), anchored_by="previous time")
            quarter = self.at.quarters.compared(reading.start, int(meaning.count))
            if quarter and not self.at.is_beside_day(reading):
                return Answer(quarter, anchored_by="previous time")
        if years := self.at.quarters.fiscal_years_on(meaning, reading, self.at.context):
            return Answer(years, anchored_by="previous time")
        meaning = settled(meaning, reading, base, self.at.context, reported=by == "publication")
        unit = UNIT_NAMES.get(meaning.unit, meaning.unit)
        if unit in ("hour", "minute", "second"):
            ago = by == "publication" and meaning.base != "reference"
            return Answer(value_at(base.start, "day") if ago else duration(abs(meaning.count), unit), anchored_by=by)
        if finer_than(unit, base.granularity) and meaning.count and by != "publication":
            if reading.rule == "counted" and meaning.base == "reference" and not self.at.narrative:
                return Answer(duration(abs(meaning.count), meaning.unit), anchored_by=by)
            return Answer(within_year(base, unit), implied=("day",), anchored_by=by)
        if finer_than(unit, base.granularity):
            day = f"{base.value}-XX" if unit == "day" and base.granularity == "month" else within_year(base, unit)
            return Answer(day, base.interval if unit == "day" else None, anchored_by=by)
        if by == "publication" and meaning.base == "reference" and reading.rule == "counted" and meaning.count > 0:
            return Answer(duration(meaning.count, meaning.unit))
        try:
            moment = shift(started(meaning, base.start), meaning.unit, meaning.count)
            if meaning.granularity and not (by == "narrative" and finer_than(meaning.granularity, base.granularity)):
                unit = meaning.granularity
            if not float(meaning.count).is_integer():
                unit = PART_OF.get(unit, unit)
            value = value_at(moment, unit)
        except (ValueError, OverflowError):
            return Answer("PAST_REF" if meaning.count < 0 else "FUTURE_REF")
        if meaning.count > 0 and reading.rule == "counted" and self.at.is_after_now(moment, reading):
            return Answer(duration(meaning.count, meaning.unit))  # "Sixteen years later, she won" of a past not dated
        return Answer(value, anchored_by=by)

    def part(self, meaning: Of, reading: Reading) -> Answer:
        """A part of a larger time."""
        whole = self.answer(meaning.whole, replace(reading, meaning=meaning.whole))
        if meaning.unit or (meaning.part.weekday and not meaning.part.month):
            return around(meaning, whole)
        year = whole.value[:4]
        if not year.isdigit() or len(year) < 4:
            return Answer(unanchored(meaning.part))
        value = value_in_year(meaning.part, int(year))
        if self.is_of_year_over(meaning, value, reading):
            value = value_in_year(meaning.part, int(year) - 1)
        return replace(whole, value=value, interval=None)

    def is_of_year_over(self, meaning: Of, value: str, reading: Reading) -> bool:
        """ "Sales fell in the last quarter of the year", written in January."""
        whole, covers = meaning.whole, interval_of(value)
        if not isinstance(whole, Count) or whole.base != "either" or whole.count or covers is None:
            return False
        ahead = self.at.published is not None and covers.start is not None and covers.start > self.at.published
        return ahead and tense_at(self.at.context, reading.start, reading.end, reading.signal) == "past"

    def clock(self, meaning: Clock, reading: Reading) -> Answer:
        """A time of day, on the day that the words name, else on the day the text stands at."""
        if meaning.day is not None:
            day = self.answer(meaning.day, replace(reading, meaning=meaning.day))
        else:
            here = self.at.day_under_way(reading)
            if (
                here is not None
                and here.granularity == "day"
                and (self.at.narrative or is_still_day(here, reading, self.at.published, self.at.context))
            ):
                day = Answer(here.value, implied=("day",), anchored_by="previous time")
            elif self.at.published is not None and not self.at.narrative:
                day = Answer(value_at(self.at.published, "day"), implied=("day",), anchored_by="publication")
            else:
                day = Answer("XXXX-XX-XX", implied=("day",))
        value = day.value if granularity_of(day.value) == "day" else "XXXX-XX-XX"
        if value[:4].isdigit() and meaning.day is None and self.at.is_over_midnight(meaning, reading):
            value = value_at(shift(date_of(value), "day", 1), "day")
        if clock_is_gone(meaning, value, reading, self.at):
            value = value_at(shift(date_of(value), "day", -1), "day")
        told = self.at.in_half_told(meaning, value, reading)
        hours = meaning.hours or (NIGHT_BEFORE if reading.rule == "overnight" else None)
        interval = in_hours(value, hours) if hours else None
        return replace(day, value=f"{value}T{told}", interval=interval)

    def length(self, meaning: Length, reading: Reading) -> Answer:
        """A length of time; where it ends or begins at the anchor, what it covers."""
        if reading.rule in ("stretch", "year_ended") and meaning.unit in ("month", "year") and not meaning.toward:
            self.at.quarters.name_other(reading.start)
        if meaning.whole is not None:
            whole = self.answer(meaning.whole, replace(reading, meaning=meaning.whole))
            covers = self.told(part_of(meaning, interval_of(whole.value)), reading)
            return replace(whole, value=meaning.value, interval=covers)
        toward, by = meaning.toward, "publication"
        base = self.at.moment if meaning.unit in SECONDS_IN else self.at.published
        if toward in ("before", "after") or self.at.narrative:
            here = self.at.story.here
            base = here.start if here is not None else base
            by = "narrative"
            toward = {"before": "past", "after": "next"}.get(toward, toward)
        if self.at.narrative and meaning.count is None and reading.rule in ("counted", "vaguely_counted"):
            return Answer("PAST_REF" if toward == "past" else "FUTURE_REF", anchored_by=by)
        if base is None or meaning.count is None or not meaning.unit:
            return Answer(meaning.value)
        if toward:
            return Answer(meaning.value, stretch(meaning, base, toward), anchored_by=by)
        to_come = not self.at.narrative and is_day_to_come(meaning, reading, self.at.context)
        day = day_after(meaning, base) if to_come else ""
        return Answer(day, anchored_by="publication") if day else Answer(meaning.value)

    def told(self, covers: Interval | None, reading: Reading) -> Interval | None:
        """What is told as done goes no further than the publication: "In the first 100 days of this year ten died"."""
        published = self.at.published
        if covers is None or covers.start is None or covers.end is None or published is None:
            return covers
        under_way = covers.start <= published < covers.end - timedelta(days=1)
        if not under_way or tense_at(self.at.context, reading.start, reading.end, reading.signal) != "past":
            return covers
        return replace(covers, end=published + timedelta(days=1))


def clock_is_gone(meaning: Clock, day: str, reading: Reading, at: Standing) -> bool:
    """Whether a midnight is the one that began the day of the report: "declared a strike this morning after a midnight
    deadline passed"."""
    if meaning.clock != "24:00" or meaning.day is not None or at.narrative or at.published is None:
        return False
    if day != value_at(at.published, "day"):
        return False
    tense = tense_at(at.context, reading.start, reading.end, reading.signal)
    after = reading.signal == "after" or at.context.before(reading.start, 6) == "after "
    return tense == "past" or (tense == "present" and after)  # "Just after midnight, a bomb explodes"


def date_of(day: str) -> datetime:
    """A day's midnight."""
    return datetime.fromisoformat(day)


PART_OF = {"year": "month", "decade": "year", "century": "decade", "month": "day", "week": "day", "day": "day"}
NIGHT_BEFORE = (-4, 8)  # hours after midnight of the day that a night leads to
WEAK_SIGNALS = frozenset(("in", "on", "at", "for", "and"))
