"""Meaning → value and interval: what each time expression says once it is known what to count from."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from timeline.model import Anchor, Span, Timex
from timeline.times.attributes import CONTRACT
from timeline.times.bounds import covered
from timeline.times.calendar import (
    SECONDS_IN,
    countable,
    from_bc,
    granularity_of,
    interval_of,
    midnight,
    shift,
    to_bc,
    value_at,
)
from timeline.times.comparisons import compared_with, is_day_to_come, says_next, settled
from timeline.times.edtf import to_edtf
from timeline.times.lengths import UNIT_NAMES, day_after, in_hours, stretch, type_of
from timeline.times.meaning import Answer, Bare, Clock, Count, Known, Length, Meaning, Of, Reading
from timeline.times.narrative import (
    NEAR,
    UNKNOWN,
    Standpoint,
    Story,
    goes_on,
    is_anchored_length,
    is_aside,
    is_compared,
    looks_back,
    same_month,
    standpoint,
    within_year,
)
from timeline.times.neighbours import coordinated, is_still_day, listed_weekday
from timeline.times.phrase import Context
from timeline.times.quarters import Quarters
from timeline.times.scene import is_heading, is_in_modifier, is_sentence_start, sets_scene
from timeline.times.set_days import of_what_was
from timeline.times.tense import is_said, tense_at
from timeline.times.toward import direction_of, way_of
from timeline.times.words import duration
from timeline.times.years import (
    around,
    century_of,
    dated_weekday,
    days_to_weekday,
    finer_than,
    first_day,
    is_near,
    nearest_year,
    started,
    unanchored,
    value_in_year,
    year_told,
)


class Resolver:
    """Answers readings one by one, in the order of the text, and keeps where the text stands."""

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

    def resolve(self, reading: Reading) -> Timex:
        """The time expression that a reading stands for."""
        meaning = reading.meaning
        answer = self.answer(meaning, reading)
        value = to_bc(answer.value)
        interval = None if value.startswith("BC") else answer.interval or interval_of(value)
        self.move(answer, meaning, reading)
        if interval is not None:
            words = self.context.lower[reading.start : reading.start + 8]
            bound = "" if isinstance(meaning, Length) else reading.signal
            mod = "" if isinstance(meaning, Clock) and meaning.hours else meaning.mod
            interval = covered(interval, mod, bound, words, self.published)
        offset = meaning.offset if isinstance(meaning, Clock) else None
        kind = type_of(meaning, answer.value)
        if isinstance(meaning, Count) and not self.narrative and is_anchored_length(reading):
            kind, value = "DURATION", duration(abs(meaning.count), meaning.unit)
        return Timex(
            span=Span(reading.start, reading.end),
            text=self.context.text[reading.start : reading.end],
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

    # Where the text stands

    def move(self, answer: Answer, meaning: Meaning, reading: Reading) -> None:
        """The text now stands at this time, where it is one."""
        if meaning.type not in ("DATE", "TIME") or isinstance(meaning, Length):
            return
        here = standpoint(answer.value.partition("T")[0], reading.start)
        if here is None:
            return
        if self.narrative and (looks_back(reading) or self.is_foreseen(reading) or is_aside(meaning)):
            return
        if reading.rule == "the_unit" and here.granularity == "year":
            self.quarters.name_other(reading.start)
        if reading.rule == "fiscal_year":
            self.quarters.name_fiscal(here.start.year, self.context.after(reading.end, 24))
        if here.granularity == "quarter" and not (is_compared(meaning) or answer.anchored_by == "previous time"):
            self.quarters.name(here)
        if not self.narrative and looks_back(reading):
            self.story.back = here
            return
        opens = is_sentence_start(self.context, reading.start)
        if (last := self.story.here) is not None and reading.start - last.at <= ONE_RANGE:
            opens = opens or last.opens
        here.firm = opens or sets_scene(self.context, reading, here.granularity)
        if not self.narrative and not opens and is_in_modifier(self.context, reading.start):
            here.firm = False
        here.opens = opens
        heading = is_heading(self.context, reading.start)
        if heading:
            self.story.head(here)
        self.story.move(here, heading=heading)

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
            return here
        if unit == "day" and day is not None and reading.start - day.at <= 5 * NEAR:
            return day
        return self.day_of_publication()

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
        if not (far and here.firm and tense in ("past", "") and goes_on(here, reading, self.context)):
            return None
        return None if isinstance(reading.meaning, Bare) and is_near(reading.meaning, self.published) else here

    # One method a kind of meaning

    def answer(self, meaning: Meaning, reading: Reading) -> Answer:
        if isinstance(meaning, Known):
            return Answer(from_bc(meaning.value))
        if isinstance(meaning, Bare):
            return self.bare(meaning, reading)
        if isinstance(meaning, Count):
            return self.count(meaning, reading)
        if isinstance(meaning, Of):
            return self.part(meaning, reading)
        if isinstance(meaning, Clock):
            return self.clock(meaning, reading)
        assert isinstance(meaning, Length)
        return self.length(meaning, reading)

    def bare(self, meaning: Bare, reading: Reading) -> Answer:
        """A calendar name without its year or week."""
        tense = way_of(meaning, reading, self.context)
        if meaning.weekday == 8:
            return self.weekend(reading, tense)
        if meaning.weekday and not meaning.month:
            return self.weekday(meaning, reading, tense)
        if meaning.short_year >= 0:
            return self.short_year(meaning, reading)
        if meaning.toward == "reported" and (named := self.quarters.compared(reading.start, 0)):
            return Answer(named, anchored_by="previous time")
        told = self.told(reading, tense)
        if meaning.toward == "that" and not self.narrative and (near := self.story.near(reading.start)) is not None:
            return self.in_narrative(meaning, near)
        if told is None and meaning.toward in ("before", "after") and not meaning.weekday:
            told = self.reference(reading)
        if meaning.day and not meaning.month:
            return self.day_of_month(meaning.day, reading)
        if told is not None and (self.narrative or meaning.toward not in ("last", "next", "this")):
            return self.in_narrative(of_what_was(meaning, reading, tense, self.context), told)
        if self.published is None:
            return Answer(unanchored(meaning), implied=("year",))
        same = self.story.year_of(meaning, reading.start, self.context)
        year = same or nearest_year(meaning, self.published, direction_of(meaning, tense, reading.signal))
        contract = CONTRACT.match(self.context.after(reading.end, 40))
        if (
            not (meaning.toward or contract or same)
            and meaning.month
            and (before := coordinated(meaning, reading, self.story.here, self.context)) is not None
        ):
            year = before.start.year + (meaning.month < before.start.month)
        return Answer(
            value_in_year(meaning, year),
            implied=("year",) if meaning.toward else ("year", "direction"),
            anchored_by="publication",
        )

    def in_narrative(self, meaning: Bare, told: Standpoint) -> Answer:
        """The year that the narrative has come to: the nearest to where it stands, or its own where only that is known."""
        year = self.story.clamp(year_told(meaning, told.start, told.granularity))
        if first_day(meaning, year) is None:
            year = min((y for y in range(year - 4, year + 5) if first_day(meaning, y)), key=lambda y: abs(y - year))
        if meaning.season == "WI" and told.granularity in ("day", "month") and told.start.month <= 2:
            # A winter told of in January is the one that the text is in, and TIMEX3 names it for that year.
            interval = interval_of(f"{year - 1:04d}-WI")
            return Answer(f"{year:04d}-WI", interval, implied=("year",), anchored_by="narrative")
        return Answer(value_in_year(meaning, year), implied=("year",), anchored_by="narrative")

    def short_year(self, meaning: Bare, reading: Reading) -> Answer:
        told = self.told(reading, "past")
        base = told.start if told is not None else self.published
        if base is None:
            return Answer(f"XX{meaning.short_year:02d}", implied=("century",))
        year = century_of(meaning.short_year, base.year, 30 if told is None else 60)
        return Answer(f"{year:04d}", implied=("century",), anchored_by="narrative" if told else "publication")

    def day_of_month(self, day: int, reading: Reading) -> Answer:
        here = self.reference(reading)
        if here is None or here.granularity not in ("month", "day", "week"):
            here = self.story.month if self.narrative else None
        if here is None:
            return Answer(f"XXXX-XX-{day:02d}", implied=("year", "month"))
        try:
            found = here.start.replace(day=day)
        except ValueError:
            return Answer(f"XXXX-XX-{day:02d}", implied=("year", "month"))
        return Answer(value_at(found, "day"), implied=("year", "month"), anchored_by="narrative")

    def weekday(self, meaning: Bare, reading: Reading, tense: str) -> Answer:
        """The weekday next to the anchor, in the direction of the words or the tense."""
        base, by = self.published, "publication"
        here = self.reference(reading)
        said = self.narrative and not meaning.toward and is_said(self.context, reading.start)
        told = (self.narrative and not said) or meaning.toward in ("that", "before", "after")
        if told and here is not None and here.granularity in ("day", "month", "week"):
            base, by = here.start, "narrative"
            if here.granularity != "day":
                return Answer(f"XXXX-WXX-{meaning.weekday}", implied=("week",))
        if base is None or (self.narrative and by == "publication" and not said):
            return Answer(f"XXXX-WXX-{meaning.weekday}", implied=("week",))
        if meaning.day:
            return dated_weekday(meaning, base, tense, by)
        listed = None
        if by != "narrative" and not meaning.toward:
            listed = listed_weekday(meaning, reading, self.story.here, self.published, self.context)
        days = days_to_weekday(meaning, base, tense, told=by == "narrative") if listed is None else (listed - base).days
        return Answer(
            value_at(base + timedelta(days=days), "day"),
            implied=("week",) if meaning.toward else ("week", "direction"),
            anchored_by=by,
        )

    def weekend(self, reading: Reading, tense: str) -> Answer:
        base = self.published
        if self.narrative:
            here = self.reference(reading)
            base = here.start if here is not None else None
        if base is None:
            return Answer("XXXX-WXX-WE", implied=("week",))
        if tense != "future" and base.isoweekday() < 6:
            base -= timedelta(days=7)
        return Answer(value_at(base, "weekend"), implied=("week", "direction"), anchored_by="publication")

    def count(self, meaning: Count, reading: Reading) -> Answer:
        """So many units from the base."""
        if meaning.base.startswith("period"):
            value, by = self.quarters.meant(meaning)
            return Answer(value, implied=("quarter",), anchored_by=by)
        base, by = self.base_of(meaning, reading)
        if base is None:
            nowhere = meaning.base == "published" or not self.published
            return Answer(UNKNOWN.get(meaning.unit, "XXXX"), implied=("year",) if nowhere else ())
        if meaning.unit == "year" and abs(meaning.count) == 1 and reading.rule in ("counted", "unit_before"):
            if (
                beside := compared_with(reading, self.story.month_compared(self.published), self.context)
            ) is not None and not self.narrative:
                moment = shift(beside.start, "year", meaning.count)
                return Answer(value_at(moment, beside.granularity), anchored_by="previous time")
            quarter = self.quarters.compared(reading.start, int(meaning.count))
            if quarter:
                return Answer(quarter, anchored_by="previous time")
        if years := self.quarters.fiscal_years_on(meaning, reading, self.context):
            return Answer(years, anchored_by="previous time")
        meaning = settled(meaning, reading, base, self.context, reported=by == "publication")
        unit = UNIT_NAMES.get(meaning.unit, meaning.unit)
        if unit in ("hour", "minute", "second"):
            ago = by == "publication" and meaning.base != "reference"
            return Answer(value_at(base.start, "day") if ago else duration(abs(meaning.count), unit), anchored_by=by)
        if finer_than(unit, base.granularity) and meaning.count and by != "publication":
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
        return Answer(value, anchored_by=by)

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
            if reading.rule == "the_unit" and meaning.unit == "day" and (day := self.story.told_day(reading.start)):
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
        if not self.narrative and says_next(reading, self.context):
            return self.day_of_publication(), "publication"
        here = self.reference(reading, meaning.unit)
        back = self.story.looked_back(reading.start) if reading.rule in ("counted", "neighbour") else None
        if back is not None and (meaning.count > 0 or (not meaning.count and meaning.unit == back.granularity)):
            here = back
        published = here is not None and here.at == 0 and here is not self.story.here and here is not back
        return here, "publication" if published else "narrative"

    def is_long_past(self, main: Standpoint) -> bool:
        """Whether "this year" in a story can only be the story's."""
        return self.published is None or self.published.year - main.start.year > 1

    def part(self, meaning: Of, reading: Reading) -> Answer:
        """A part of a larger time."""
        whole = self.answer(meaning.whole, replace(reading, meaning=meaning.whole))
        if meaning.unit or (meaning.part.weekday and not meaning.part.month):
            return around(meaning, whole)
        year = whole.value[:4]
        if not year.isdigit() or len(year) < 4:
            return Answer(unanchored(meaning.part))
        return replace(whole, value=value_in_year(meaning.part, int(year)), interval=None)

    def clock(self, meaning: Clock, reading: Reading) -> Answer:
        """A time of day, on the day that the words name, else on the day the text stands at."""
        if meaning.day is not None:
            day = self.answer(meaning.day, replace(reading, meaning=meaning.day))
        else:
            here = self.story.here
            if (
                here is not None
                and here.granularity == "day"
                and (self.narrative or is_still_day(here, reading, self.published, self.context))
            ):
                day = Answer(here.value, implied=("day",), anchored_by="previous time")
            elif self.published is not None and not self.narrative:
                day = Answer(value_at(self.published, "day"), implied=("day",), anchored_by="publication")
            else:
                day = Answer("XXXX-XX-XX", implied=("day",))
        value = day.value if granularity_of(day.value) == "day" else "XXXX-XX-XX"
        hours = meaning.hours or (NIGHT_BEFORE if reading.rule == "overnight" else None)
        interval = in_hours(value, hours) if hours else None
        return replace(day, value=f"{value}T{meaning.clock}", interval=interval)

    def length(self, meaning: Length, reading: Reading) -> Answer:
        """A length of time; where it ends or begins at the anchor, what it covers."""
        if reading.rule in ("stretch", "year_ended") and meaning.unit in ("month", "year") and not meaning.toward:
            self.quarters.name_other(reading.start)
        toward, by = meaning.toward, "publication"
        base = self.moment if meaning.unit in SECONDS_IN else self.published
        if toward in ("before", "after") or self.narrative:
            here = self.story.here
            base = here.start if here is not None else base
            by = "narrative"
            toward = {"before": "past", "after": "next"}.get(toward, toward)
        if self.narrative and meaning.count is None and reading.rule in ("counted", "vaguely_counted"):
            return Answer("PAST_REF" if toward == "past" else "FUTURE_REF", anchored_by=by)
        if base is None or meaning.count is None or not meaning.unit:
            return Answer(meaning.value)
        if toward:
            return Answer(meaning.value, stretch(meaning, base, toward), anchored_by=by)
        to_come = not self.narrative and is_day_to_come(meaning, reading, self.context)
        day = day_after(meaning, base) if to_come else ""
        return Answer(day, anchored_by="publication") if day else Answer(meaning.value)


PART_OF = {"year": "month", "decade": "year", "century": "decade", "month": "day", "week": "day", "day": "day"}
NIGHT_BEFORE = (-4, 8)  # hours after midnight of the day that a night leads to
ONE_RANGE = 40  # characters: from the first day to the last of "On the night of 13-14 February 1945"
WEAK_SIGNALS = frozenset(("in", "on", "at", "for", "and"))
