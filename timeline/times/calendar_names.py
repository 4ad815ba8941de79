"""Calendar names → their years and weeks: "in March", "on Friday", "the 13th", counted from where the text stands."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from timeline.times.attributes import CONTRACT, is_attribute
from timeline.times.calendar import interval_of, shift, value_at
from timeline.times.meaning import Answer, Bare, Reading
from timeline.times.narrative import NEAR, Standpoint
from timeline.times.neighbours import coordinated, listed_weekday
from timeline.times.scene import is_in_modifier, tells_of_before
from timeline.times.set_days import of_what_was
from timeline.times.standing import Standing
from timeline.times.tense import is_said, tense_at
from timeline.times.toward import direction_of, way_of
from timeline.times.years import (
    century_of,
    dated_weekday,
    days_to_weekday,
    first_day,
    nearest_year,
    unanchored,
    value_in_year,
    year_told,
)


def bare(at: Standing, meaning: Bare, reading: Reading) -> Answer:
    """A calendar name without its year or week."""
    if meaning.toward == "year ago":
        now = bare(at, replace(meaning, toward=""), reading)
        return replace(now, value=f"{int(now.value[:4]) - 1:04d}{now.value[4:]}") if now.value[:4].isdigit() else now
    tense = way_of(meaning, reading, at.context)
    if meaning.weekday == 8:
        return weekend(at, reading, tense)
    if meaning.weekday and not meaning.month:
        return weekday(at, meaning, reading, tense)
    if meaning.short_year >= 0:
        return short_year(at, meaning, reading)
    if meaning.toward == "reported" and (named := at.quarters.compared(reading.start, 0)):
        return Answer(named, anchored_by="previous time")
    if meaning.month and not meaning.toward and at.opens_entry(reading):
        entered = at.chronicle.year_of(meaning, at.published)
        if entered is not None:
            return Answer(value_in_year(meaning, entered), implied=("year",), anchored_by="previous time")
    told = at.told(reading, tense)
    if meaning.toward == "that" and (near := at.story.near(reading.start)) is not None:
        return in_narrative(at, meaning, near)
    if told is None and meaning.toward in ("before", "after") and not meaning.weekday:
        told = at.reference(reading)
    if meaning.day and not meaning.month:
        return day_of_month(at, meaning.day, reading)
    if told is not None and (at.narrative or meaning.toward not in ("last", "next", "this")):
        meant = of_what_was(meaning, reading, tense, at.context)
        return in_narrative(
            at, replace(meant, toward="gone") if is_told_of_before(at, meant, reading, told) else meant, told
        )
    if at.published is None:
        return Answer(unanchored(meaning), implied=("year",))
    same = at.story.year_of(meaning, reading.start, at.context)
    year = same or nearest_year(meaning, at.published, direction_of(meaning, tense, reading.signal))
    if same is None and (dated := year_of_month_told(at, meaning, reading, tense, year)) is not None:
        return Answer(value_in_year(meaning, dated), implied=("year",), anchored_by="previous time")
    contract = CONTRACT.match(at.context.after(reading.end, 40))
    if (
        not (meaning.toward or contract or same)
        and meaning.month
        and (before := coordinated(meaning, reading, at.story.here, at.context)) is not None
    ):
        year = before.start.year + (meaning.month < before.start.month)
    return Answer(
        value_in_year(meaning, year),
        implied=("year",) if meaning.toward else ("year", "direction"),
        anchored_by="publication",
    )


def year_of_month_told(at: Standing, meaning: Bare, reading: Reading, tense: str, year: int) -> int | None:
    """The year that the text has named the month with: "killed in June 2003 … on June 20", told long after it."""
    dated = at.story.dated.get(meaning.month) if meaning.month and meaning.day and not meaning.toward else None
    if dated is None or at.published is None or tense != "past" or reading.start - dated.at > 5 * NEAR:
        return None
    day, told = first_day(meaning, year), first_day(meaning, dated.start.year)
    again = dated.granularity == "day" and abs(meaning.day - dated.start.day) <= 1  # the very day, or one beside it
    if day is None or told is None or told >= day:
        return None
    if (at.published.date() - day).days < (A_WEEK if again else LONG_AGO):
        return None
    return dated.start.year


A_WEEK, LONG_AGO = 7, 60  # days: a day nearer than that is of the report's own year


def is_told_of_before(at: Standing, meaning: Bare, reading: Reading, told: Standpoint) -> bool:
    """Whether a time lies before the one that the story stands at: "Warwick, who had spent the winter at Calais"."""
    if not meaning.season or meaning.toward or told.aside or not at.narrative:
        return False
    if meaning.season == "WI" and told.start.month <= 2:
        return False  # the winter that the text is in
    return tells_of_before(at.context, reading.start) and is_in_modifier(at.context, reading.start)


def in_narrative(at: Standing, meaning: Bare, told: Standpoint) -> Answer:
    """The year that the narrative has come to: the nearest to where it stands, or its own where only that is known."""
    year = at.story.clamp(year_told(meaning, told.start, told.granularity))
    if told.late and meaning.toward == "after" and year == told.start.year:
        year += 1  # "Later that year it fell. The following autumn …"
    if first_day(meaning, year) is None:
        year = min((y for y in range(year - 4, year + 5) if first_day(meaning, y)), key=lambda y: abs(y - year))
    if meaning.season == "WI" and told.granularity in ("day", "month") and told.start.month <= 2:
        # A winter told of in January is the one that the text is in, and TIMEX3 names it for that year.
        interval = interval_of(f"{year - 1:04d}-WI")
        return Answer(f"{year:04d}-WI", interval, implied=("year",), anchored_by="narrative")
    return Answer(value_in_year(meaning, year), implied=("year",), anchored_by="narrative")


def short_year(at: Standing, meaning: Bare, reading: Reading) -> Answer:
    told = at.told(reading, "past")
    base = told.start if told is not None else at.published
    if base is None:
        return Answer(f"XX{meaning.short_year:02d}", implied=("century",))
    year = century_of(meaning.short_year, base.year, 30 if told is None else 60)
    return Answer(f"{year:04d}", implied=("century",), anchored_by="narrative" if told else "publication")


def day_of_month(at: Standing, day: int, reading: Reading) -> Answer:
    here = at.reference(reading)
    if here is None or here.granularity not in ("month", "day", "week"):
        here = at.story.month if at.narrative else None
    if here is None:
        return Answer(f"XXXX-XX-{day:02d}", implied=("year", "month"))
    try:
        found = here.start.replace(day=day)
        if not at.narrative:
            found = told_or_to_come(at, found, reading)
    except ValueError:
        return Answer(f"XXXX-XX-{day:02d}", implied=("year", "month"))
    return Answer(value_at(found, "day"), implied=("year", "month"), anchored_by="narrative")


def told_or_to_come(at: Standing, day: datetime, reading: Reading) -> datetime:
    """In a report, "they met on the 27th" is no day to come, and "will meet on the 3rd" none that is over."""
    if at.published is None:
        return day
    tense = tense_at(at.context, reading.start, reading.end, reading.signal)
    if tense == "past" and at.published < day <= shift(at.published, "month", 1):
        return shift(day, "month", -1)
    if tense == "future" and shift(at.published, "month", -1) <= day < at.published:
        return shift(day, "month", 1)
    return day


def weekday(at: Standing, meaning: Bare, reading: Reading, tense: str) -> Answer:
    """The weekday next to the anchor, in the direction of the words or the tense."""
    base, by = at.published, "publication"
    if meaning.toward == "that" and not at.narrative and (day := at.story.named.get(meaning.weekday)) is not None:
        return Answer(day.value, implied=("week",), anchored_by="previous time")
    here = at.reference(reading)
    said = at.narrative and not meaning.toward and (at.story.here is None or is_said(at.context, reading.start))
    told = (at.narrative and not said) or meaning.toward in ("that", "before", "after")
    if told and here is not None and here.granularity in ("day", "month", "week"):
        base, by = here.start, "narrative"
        if here.granularity != "day":
            return Answer(f"XXXX-WXX-{meaning.weekday}", implied=("week",))
    if base is None or (at.narrative and by == "publication" and not said):
        return Answer(f"XXXX-WXX-{meaning.weekday}", implied=("week",))
    if meaning.day:
        return dated_weekday(meaning, base, tense, by)
    named = at.story.named.get(meaning.weekday) if reading.rule == "weekday_part" and tense == "future" else None
    if named is not None and not (meaning.toward or meaning.day) and 0 <= (base - named.start).days <= 1:
        return Answer(
            named.value, implied=("week",), anchored_by="previous time"
        )  # "said Friday … through Friday night"
    if not (meaning.toward or meaning.day) and tense == "future" and is_known_day(at, meaning, reading, base):
        return Answer(at.story.named[meaning.weekday].value, implied=("week",), anchored_by="previous time")
    listed = None
    if by != "narrative" and not meaning.toward:
        listed = listed_weekday(meaning, reading, at.story.here, at.published, at.context)
    days = days_to_weekday(meaning, base, tense, told=by == "narrative") if listed is None else (listed - base).days
    return Answer(
        value_at(base + timedelta(days=days), "day"),
        implied=("week",) if meaning.toward else ("week", "direction"),
        anchored_by=by,
    )


def is_known_day(at: Standing, meaning: Bare, reading: Reading, base: datetime) -> bool:
    """Whether "the Thursday deadline" is that of a Thursday gone by which the text has named."""
    named = at.story.named.get(meaning.weekday)
    if named is None or not 0 <= (base - named.start).days <= 7:
        return False
    return at.context.before(reading.start, 4) == "the " and is_attribute(at.context, reading.end)


def weekend(at: Standing, reading: Reading, tense: str) -> Answer:
    base = at.published
    if at.narrative:
        here = at.reference(reading)
        base = here.start if here is not None else None
    if base is None:
        return Answer("XXXX-WXX-WE", implied=("week",))
    if tense not in ("future", "perhaps", "ahead") and base.isoweekday() < 6:
        base -= timedelta(days=7)
    return Answer(value_at(base, "weekend"), implied=("week", "direction"), anchored_by="publication")
