"""A time of day and its day are one time, in whichever order: "before dawn on Saturday", "Tuesday at around 2 a.m.".

A night that runs into the next day ("the night of 24/25 May", "overnight from Saturday to Sunday") is one too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from timeline.times.calendar import granularity_of
from timeline.times.joins import join_readings, names_day, pairwise
from timeline.times.meaning import Bare, Clock, Count, Known, Meaning, Of, Reading
from timeline.times.phrase import Context
from timeline.times.words import SMALL_HOURS_END

# What a part of the day has: "the morning commute on Monday", "afternoon trading Friday".
OF_A_PART = (
    r" (?:commute|rush(?: hour)?|session|trad(?:e|ing)|dealings|prayers?|service|mass|shift|traffic|newscast|briefing|"
    r"hours)"
)
IN_WORDS = ("hour_in_part", "o_clock")  # "nine in the evening of 14 June"
REACH = 30  # characters between a clock and its day
LOCAL = r"(?:,? \(?(?:local|[a-z]+ (?:standard |daylight |summer )?)time\)?,?| \([a-z]{2,4}t\),?)?"
DAY_AFTER_CLOCK = re.compile(rf"{LOCAL},? (?:on )?(?:the )?")
DAY_AFTER_PART = re.compile(rf"(?:{OF_A_PART})?,? (?:on |of |of the )?")
ABOUT = r"(?P<about>(?:at )?(?:around|about|approximately|roughly|shortly (?:before|after)|just (?:before|after)) )?"
CLOCK_AFTER_DAY = re.compile(rf"(?:,| at|, at)? {ABOUT}(?:at |the )?")
PART_AFTER_DAY = re.compile(
    rf",? {ABOUT}(?:(?P<how>early|late) )?(?P<side>at |in |during |before |after |just before |shortly before |shortly after )?(?:the )?"
)
PART_OF_ITS_DAY = re.compile(rf"{LOCAL},? (?:on |in |of |at )?(?:the )?")
NIGHT_GOES_ON = re.compile(r"(?: ?[-–—/] ?| (?:to|and|into|through) (?:the )?)")
NIGHT_FROM = re.compile(  # the words before its first day, and those between both
    r" (?:from|of) (?:the )?\|(?: ?[-–—/] ?| (?:to|into|through) (?:the )?)| between (?:the )?\| and (?:the )?| on (?:the )?\| ?[-–—/] ?"
)
OVER_NIGHT = (20, 30)  # hours after midnight of its first day


def join_clock_and_day(readings: Sequence[Reading], context: Context) -> list[Reading]:
    """ "5 p.m. EST Nov. 9", "dawn on Saturday", "Friday at 9 a.m.", "the morning of March 5", "9:40 that evening"."""

    def join(first: Reading, second: Reading, gap: str) -> Reading | None:
        one, two = first.meaning, second.meaning
        if isinstance(one, Clock) and isinstance(two, Clock) and not is_part(one) and not is_part(two):
            return of_zone(first, second, gap, context)
        if isinstance(one, Clock) and isinstance(two, Clock) and one.day is not None and two.day is None:
            return after_part(first, second, gap)
        if isinstance(one, Clock) and one.day is None:
            if isinstance(two, Clock):
                return of_part(first, second, gap)
            return before_day(first, second, gap, context) if is_one_day(two) else None
        if names_day(one) and isinstance(two, Clock) and two.day is None:
            return after_day(first, second, gap)
        return None

    return pairwise(readings, context, join, REACH)


def is_part(clock: Clock) -> bool:
    """Whether it is a part of the day ("dawn") and not a time on the clock."""
    return len(clock.clock) == 2


def is_one_day(meaning: Meaning) -> bool:
    """ "Saturday", "5 March", and "the 20th" of a month that the text is in."""
    return names_day(meaning) or (isinstance(meaning, Bare) and meaning.day > 0 and not meaning.month)


def of_part(first: Reading, second: Reading, gap: str) -> Reading | None:
    """ "9:40 on the morning of 14 June", "10:00 tonight"; "the small hours of Sunday morning" are the part's own."""
    one, two = first.meaning, second.meaning
    assert isinstance(one, Clock) and isinstance(two, Clock)
    if two.day is None or not is_part(two):
        return None
    if is_part(one):
        return join_readings(first, second, replace(one, day=two.day)) if one.hours and gap == " of " else None
    if not PART_OF_ITS_DAY.fullmatch(gap):
        return None
    hour = in_part(one.clock, two.clock)
    return join_readings(first, second, replace(one, clock=hour, day=day_of_hour(two.day, hour, two.clock)))


def after_part(first: Reading, second: Reading, gap: str) -> Reading | None:
    """ "tonight at nine o'clock", "Monday night, at around 11"."""
    part, clock = first.meaning, second.meaning
    assert isinstance(part, Clock) and isinstance(clock, Clock)
    if not is_part(part) or is_part(clock) or CLOCK_AFTER_DAY.fullmatch(gap) is None:
        return None
    hour = in_part(clock.clock, part.clock)
    day = day_of_hour(part.day, hour, part.clock) if part.day is not None else None
    return join_readings(first, second, replace(clock, clock=hour, day=day), second.rule)


def of_zone(first: Reading, second: Reading, gap: str, context: Context) -> Reading | None:
    """ "6 p.m. (1500 GMT)", "10:00 GMT (1 p.m. in Kyiv)": one time told for two zones, which says how far apart they
    are; the first is kept, without the bracket."""
    here, there = first.meaning, second.meaning
    assert isinstance(here, Clock) and isinstance(there, Clock)
    if there.day is not None or ZONE_OPENS.fullmatch(gap) is None:
        return None
    closes = ZONE_CLOSES.match(context.after(second.end, 26))
    if closes is None or (here.offset is None and there.offset is None):
        return None
    apart = (minutes_of(here.clock) - minutes_of(there.clock) + 720) % 1440 - 720
    if second.rule == "clock" and "01" <= there.clock < "12" and abs(apart) > 360:
        apart += 720 if apart < 0 else -720  # "9:45 p.m. (3:45 EDT)" is an afternoon there
    offset = there.offset + apart if here.offset is None and there.offset is not None else here.offset
    if here.offset is not None and there.offset is not None and here.offset - there.offset != apart:
        return None
    return replace(first, meaning=replace(here, offset=offset))


ZONE_OPENS = re.compile(r"(?: (?:local|[a-z]+ (?:standard |daylight |summer )?) ?time)?,? [(\[]")
ZONE_CLOSES = re.compile(r"(?: in [a-z ]{1,18}| local| (?:[a-z]+ )?time)?[)\]]")


def minutes_of(clock: str) -> int:
    """ "15:30" is 930 minutes after midnight."""
    return int(clock[:2]) * 60 + int(clock[3:5] or 0)


def before_day(first: Reading, second: Reading, gap: str, context: Context) -> Reading | None:
    """ "5 p.m. EST Nov. 9", "8 p.m. local time on Sunday", "dawn on Saturday", "the morning of March 5"."""
    one, two = first.meaning, second.meaning
    assert isinstance(one, Clock)
    if gap.startswith(", on ") and isinstance(two, Bare) and two.weekday:
        return None  # a new clause: "until 6 a.m., on Monday it was lifted"
    if not (DAY_AFTER_PART if is_part(one) or first.rule in IN_WORDS else DAY_AFTER_CLOCK).fullmatch(gap):
        return None
    start = first.start
    if gap == " of " and context.before(start, 4).endswith("the "):
        start -= 4
    return Reading(start, second.end, replace(one, day=two), first.rule, first.signal)


def after_day(first: Reading, second: Reading, gap: str) -> Reading | None:
    """ "Friday at 9 a.m.", "Tuesday at around 2 a.m.", "on Monday before dawn", "yesterday, late in the evening"."""
    one, two = first.meaning, second.meaning
    assert isinstance(two, Clock)
    if not is_part(two):
        match = CLOCK_AFTER_DAY.fullmatch(gap)
        if match is None:
            return None
        return join_readings(
            first, second, replace(two, day=one, mod=two.mod or ("APPROX" if match["about"] else "")), second.rule
        )
    match = PART_AFTER_DAY.fullmatch(gap)
    if match is None or (isinstance(one, Bare) and one.holiday):
        return None
    side = (match["about"] or match["side"] or "").split()
    clock = replace(two, day=one, mod=two.mod or {"early": "START", "late": "END"}.get(match["how"] or "", ""))
    if side and side[-1] in ("before", "after"):
        bounded = beside(clock, side[-1])
        if bounded is None:
            return None
        clock = bounded
    return join_readings(first, second, clock, second.rule)


def in_part(clock: str, part: str) -> str:
    """ "10:00 tonight" is 22:00."""
    hour = int(clock[:2])
    late = 1 <= hour < 12 if part in ("AF", "EV") else part == "NI" and 5 <= hour < 12
    return f"{hour + 12:02d}{clock[2:]}" if late else clock


def day_of_hour(day: Meaning, clock: str, part: str) -> Meaning:
    """The day of an hour of a part of a day: "tonight at 12:30" and "2 a.m. last night" are after midnight.

    >>> day_of_hour(Count(count=-1, unit="day"), "02:00", "NI").count
    0
    """
    if part != "NI" or not clock < SMALL_HOURS_END:
        return day
    if isinstance(day, Count) and day.unit == "day":
        return replace(day, count=day.count + 1)
    return Of(part=Bare(nth=1), whole=day, unit="day")


def beside(clock: Clock, side: str) -> Clock | None:
    """ "Before dawn" is the night's end and "after dark" the evening's beginning, of the same day; None for parts that
    have no such side."""
    if clock.hours is None or clock.hours[0] == 0:
        return None
    first, last = clock.hours
    return replace(clock, hours=(0, (first + last) // 2) if side == "before" else (first, 24 if first > 12 else 12))


def join_nights(readings: Sequence[Reading], context: Context) -> list[Reading]:
    """ "the night of 24/25 May 1943", "the night of 30 April–1 May", "overnight from Saturday to Sunday"."""
    out: list[Reading] = []
    for reading in readings:
        night, day = reading, None
        if out and is_night(out[-1].meaning) and names_day(reading.meaning):
            clock = out[-1].meaning
            assert isinstance(clock, Clock)
            gap = context.lower[out[-1].end : reading.start]
            if clock.day is not None and NIGHT_GOES_ON.fullmatch(gap):
                night, day = out[-1], day_before(reading.meaning, clock.day)
        elif len(out) > 1 and names_day(reading.meaning) and names_day(out[-1].meaning) and is_night(out[-2].meaning):
            led = context.lower[out[-2].end : out[-1].start]
            gap = context.lower[out[-1].end : reading.start]
            if NIGHT_FROM.fullmatch(f"{led}|{gap}"):
                day = day_before(reading.meaning, out[-1].meaning)
                if day is not None:
                    out.pop()
                    night = out[-1]
        if day is None:
            out.append(reading)
            continue
        clock = night.meaning
        assert isinstance(clock, Clock)
        out[-1] = Reading(night.start, reading.end, replace(clock, day=day, hours=OVER_NIGHT), night.rule, night.signal)
    return out


def is_night(meaning: Meaning) -> bool:
    return isinstance(meaning, Clock) and meaning.clock == "NI"


def day_before(last: Meaning, first: Meaning) -> Meaning | None:
    """The first day, with the year of the last, where the last follows it; None where it does not."""
    if isinstance(last, Known) and granularity_of(last.value) == "day" and last.value[:4].isdigit():
        day = date.fromisoformat(last.value) - timedelta(days=1)
        if isinstance(first, Known):
            return first if first.value == day.isoformat() else None
        if isinstance(first, Bare) and (first.month, first.day) == (day.month, day.day):
            return Known(value=day.isoformat())
        return None
    if isinstance(last, Bare) and isinstance(first, Bare):
        if last.month and last.day and first.month and first.day:
            day = date(2023, last.month, last.day if (last.month, last.day) != (2, 29) else 28) - timedelta(days=1)
            leap = (last.month, last.day, first.month, first.day) in ((3, 1, 2, 29), (2, 29, 2, 28))
            return first if (first.month, first.day) == (day.month, day.day) or leap else None
        if first.weekday and last.weekday and not first.month and not last.month:
            return first if last.weekday == first.weekday % 7 + 1 else None
    return None


def lend_day_to_clock(readings: Sequence[Reading], context: Context) -> list[Reading]:
    """ "at 5:34 a.m. on March 20", "4 a.m. (0200 GMT) on Wednesday", "Friday at 9 p.m.": one day for each of them."""
    out = list(readings)
    for index in range(len(out) - 2, -1, -1):
        day = day_of(out[index + 1])
        clock = out[index].meaning
        if day is None or not isinstance(clock, Clock) or clock.day is not None:
            continue
        gap = context.lower[out[index].end : out[index + 1].start]
        if len(gap) <= 30 and (DAY_FOLLOWS if names_day(out[index + 1].meaning) else CLOCK_AND_CLOCK).fullmatch(gap):
            out[index] = replace(out[index], meaning=replace(clock, day=day))
    for index in range(1, len(out)):
        day = day_of(out[index - 1])
        clock = out[index].meaning
        if day is None or not isinstance(clock, Clock) or clock.day is not None:
            continue
        gap = context.lower[out[index - 1].end : out[index].start]
        if len(gap) <= 30 and (CLOCK_FOLLOWS if names_day(out[index - 1].meaning) else CLOCK_AND_CLOCK).fullmatch(gap):
            out[index] = replace(out[index], meaning=replace(clock, day=day))
    return out


def day_of(reading: Reading) -> Meaning | None:
    """The day that a neighbour can borrow."""
    meaning = reading.meaning
    if isinstance(meaning, Clock):
        return meaning.day
    return meaning if names_day(meaning) else None


DAY_FOLLOWS = re.compile(
    r"\)?(?: [a-z]+ time| local time)?\)?,? (?:late |early )?(?:on )?(?:the )?| (?:deadline|cutoff|curfew) (?:on )?|[^.;\n]{0,20}\([^)\n]{0,20}\) (?:on )?"
)
CLOCK_AND_CLOCK = re.compile(r"(?: (?:[a-z]+ )?time)?,? ?(?:\(|-|–|to|and|or|until|at)? ?\(?")
CLOCK_FOLLOWS = re.compile(
    r",? (?:at|around|about|by|from|before|after|until|between|shortly before|shortly after|just before|just after) (?:about |around )?"
)


def settle_sides(readings: Sequence[Reading], context: Context) -> list[Reading]:
    """ "before dawn" and "after dark" lie in their own day: no bound that leaves a side open."""
    out = []
    for reading in readings:
        clock = reading.meaning
        if reading.signal in ("before", "after") and isinstance(clock, Clock) and is_part(clock):
            bounded = beside(clock, reading.signal)
            if bounded is not None:
                reading = replace(reading, meaning=bounded, signal="")
        out.append(reading)
    return out
