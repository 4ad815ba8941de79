"""Calendar names and the years they belong to."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from timeline.times.calendar import SEASONS, days_in, interval_of, midnight, nth_weekday, shift, value_at
from timeline.times.english_named import holiday_in, holiday_value
from timeline.times.meaning import Answer, Bare, Count, Of

ORDER = (
    "second",
    "minute",
    "hour",
    "day",
    "week",
    "weekend",
    "month",
    "quarter",
    "season",
    "half_year",
    "year",
    "decade",
    "century",
    "millennium",
)


def finer_than(unit: str, granularity: str) -> bool:
    """Whether a unit is finer than what it would be counted from."""
    if unit not in ORDER or granularity not in ORDER:
        return False
    if {unit, granularity} <= {"week", "weekend", "day"}:
        return False
    return ORDER.index(unit) < ORDER.index(granularity)


def first_day(meaning: Bare, year: int) -> date | None:
    """Its first day in a year; None where that year has none (29 February)."""
    try:
        if meaning.holiday:
            return holiday_in(meaning.holiday, year)
        if meaning.month and meaning.weekday:
            return nth_weekday(year, meaning.month, meaning.weekday, meaning.nth)
        if meaning.week:
            return _in_week(meaning, year) - timedelta(days=3)
        if meaning.month:
            return date(year, meaning.month, meaning.day or 1)
        if meaning.quarter:
            return date(year, 3 * meaning.quarter - 2, 1)
        if meaning.half:
            return date(year, 6 * meaning.half - 5, 1)
        if meaning.season:
            return date(year, SEASONS[meaning.season], 1)
    except ValueError:
        return None
    return date(year, 1, 1)


def _in_week(meaning: Bare, year: int) -> date:
    """The middle day of the nth seven days of a month, or of its last seven."""
    if meaning.week > 0:
        return date(year, meaning.month, 7 * meaning.week - 3)
    return date(year, meaning.month, days_in(year, meaning.month)) - timedelta(days=3)


def value_in_year(meaning: Bare, year: int) -> str:
    """The value of a calendar name in a year."""
    if meaning.holiday:
        return holiday_value(meaning.holiday, year)
    if meaning.month and meaning.weekday:
        return nth_weekday(year, meaning.month, meaning.weekday, meaning.nth).isoformat()
    if meaning.week:
        return value_at(midnight(_in_week(meaning, year)), "week")
    if meaning.toward == "new":
        return f"{year:04d}"
    if meaning.month:
        return f"{year:04d}-{meaning.month:02d}" + (f"-{meaning.day:02d}" if meaning.day else "")
    if meaning.quarter:
        return f"{year:04d}-Q{meaning.quarter}"
    if meaning.half:
        return f"{year:04d}-H{meaning.half}"
    return f"{year:04d}-{meaning.season}"


def around(meaning: Of, whole: Answer) -> Answer:
    """ "the week of March 6", "Monday next week", "the day before Tuesday"; the whole itself at the calendar's edge."""
    covers = interval_of(whole.value)
    if covers is None or covers.start is None:
        return whole
    part = meaning.part
    if part.weekday and part.nth:
        day = nth_weekday(covers.start.year, covers.start.month, part.weekday, part.nth)
        return replace(whole, value=day.isoformat(), interval=None)
    days = part.nth if meaning.unit == "day" else 0 if meaning.unit else part.weekday - 1
    if meaning.unit == "weekend" and covers.start.isoweekday() <= 2:
        days -= 7  # "the Labor Day weekend" ends with its Monday
    try:
        return replace(whole, value=value_at(covers.start + timedelta(days=days), meaning.unit or "day"))
    except OverflowError:
        return whole


def unanchored(meaning: Bare) -> str:
    """Its value when nobody knows the year."""
    if meaning.toward == "new":
        return "XXXX"
    if meaning.month:
        return f"XXXX-{meaning.month:02d}" + (f"-{meaning.day:02d}" if meaning.day else "")
    if meaning.quarter:
        return f"XXXX-Q{meaning.quarter}"
    if meaning.half:
        return f"XXXX-H{meaning.half}"
    return f"XXXX-{meaning.season}" if meaning.season else "XXXX-XX-XX"


def days_to_weekday(meaning: Bare, base: datetime, tense: str, *, told: bool) -> int:
    """Days from the base to the weekday that the words or the tense mean. A story goes on (`told`), a report looks back."""
    back = (base.isoweekday() - meaning.weekday) % 7
    ahead = (meaning.weekday - base.isoweekday()) % 7
    match meaning.toward:
        case "last" | "before":
            yesterday = back == 1 and meaning.toward == "last" and not told  # which nobody calls "last Monday"
            return -(back or 7) - 7 * max(yesterday, meaning.nth - 1)
        case "next" | "after":
            return (ahead or 7) + 7 * max(0, meaning.nth - 1)
        case "this":
            return -back if tense == "past" else ahead
        case "" if tense == "ahead":
            return -back if back <= 2 else ahead
        case "that":
            return ahead if told else -back
        case _:
            if tense in ("present", "perhaps") and not told:
                return ahead if ahead < back else -back
            return ahead if tense == "future" or told else -back


def started(meaning: Count, base: datetime) -> datetime:
    """What a count counts from: the base, of "a year ago Monday" the Monday nearest to it (of weeks the last), of "six
    years ago next month" the next month."""
    start = meaning.start
    if isinstance(start, Bare):
        back = (base.isoweekday() - start.weekday) % 7
        return base - timedelta(days=back if back <= 3 or meaning.unit == "week" else back - 7)
    return base if start is None else shift(base, start.unit, start.count)


def dated_weekday(meaning: Bare, base: datetime, tense: str, by: str) -> Answer:
    """ "Friday the 13th": the nearest day that has both names, ahead where the tense says so."""
    implied = ("year", "month")
    for away in range(MOST_DAYS):
        day = base + timedelta(days=away if tense == "future" else -away)
        if (day.day, day.isoweekday()) == (meaning.day, meaning.weekday):
            return Answer(value_at(day, "day"), implied=implied, anchored_by=by)
    return Answer(f"XXXX-XX-{meaning.day:02d}", implied=implied)


MOST_DAYS = 610  # from one Thursday the 31st to the next there are at most twenty months


def is_near(meaning: Bare, published: datetime) -> bool:
    """Whether a day of that name lies within two months of publication."""
    if not meaning.day:
        return False
    starts = (first_day(meaning, year) for year in range(published.year - 1, published.year + 2))
    return any(abs((start - published.date()).days) <= 60 for start in starts if start is not None)


def nearest_year(meaning: Bare, published: datetime, direction: str) -> int:
    """The year that a calendar name has, seen from the day of publication: the nearest, unless the direction says
    otherwise. Nobody writes a day of another half-year without its year unless the direction is plain."""
    today = published.date()
    if meaning.toward == "new":
        meaning = replace(meaning, toward="")  # the year of the nearest January
    candidates = []
    reach = 8 if (meaning.month, meaning.day) == (2, 29) else 2  # 1896 to 1904
    for year in range(published.year - reach, published.year + reach + 1):
        start = first_day(meaning, year)
        if start is None:
            continue
        covered = interval_of(value_in_year(meaning, year))
        end = covered.end.date() if covered is not None and covered.end is not None else start + timedelta(days=1)
        candidates.append((year, start, end))
    past = [one for one in candidates if one[1] <= today]
    future = [one for one in candidates if one[2] > today]
    within = [one for one in candidates if one[1] <= today < one[2]]
    if not past or not future:  # the calendar's own ends
        return candidates[0][0] if candidates else published.year
    last, coming = past[-1][0], future[0][0]
    match direction:
        case "last" | "before":
            # In March, "last February" is not the month before, which is "last month".
            grace = timedelta(days=27 if meaning.month and not meaning.day else 0)
            ended = [one for one in candidates if one[2] + grace <= today]
            return ended[-1][0]
        case "next" | "after":
            return next(one[0] for one in candidates if one[1] > today)
        case "this coming":
            return coming
        case "gone":
            return last
        case "compared":
            ended = [one for one in candidates if one[2] <= today]
            return ended[-1][0] if ended else last
        case "this":
            same = [one for one in candidates if one[0] == published.year]
            return within[0][0] if within else same[0][0] if same else last
    if within:
        return within[0][0]
    back = (today - past[-1][1]).days
    ahead = (future[0][1] - today).days
    if meaning.quarter or meaning.half:
        since = (today - past[-1][2]).days
        if direction != "future" or (since <= 75 and not meaning.half):
            return last
        return coming
    if meaning.day or meaning.holiday or meaning.nth:
        # Nobody leaves out the year of a day most of a year away when the same day is near on the other side.
        if direction == "past" and back > FAR:
            return coming
        if direction == "future" and ahead > FAR:
            return last
        if direction == "effective":  # in March, "effective Jan. 1" is of this year, whenever it was said
            return last if 2 * back < ahead else coming
    elif back > FAR and ahead < SOON and direction != "over":
        return coming
    elif (
        meaning.month
        and direction in ("future", "for")
        and ahead > FAR
        and back < (FIGURES if direction == "for" else SOON)
    ):
        return last
    if direction in ("past", "over", "future", "for"):
        return coming if direction in ("future", "for") else last
    even = meaning.day or meaning.holiday or meaning.nth or direction == "perhaps"
    return last if back <= (ahead if even else 2 * ahead) else coming


FAR, SOON = 300, 45  # days
FIGURES = 62  # days from the first of a month to where its figures are still to come: "orders for July, due Thursday"


def year_told(meaning: Bare, told: datetime, granularity: str) -> int:
    """The year that a calendar name has in a story that stands at `told`, a time of that granularity."""
    year = told.year
    if meaning.toward == "before":
        start = first_day(meaning, year)
        ended = granularity in ("day", "month", "week") and start is not None and start < told.date()
        year -= not (ended and not (meaning.month == told.month and not meaning.day))
    elif meaning.toward in ("last", "next"):
        year = nearest_year(meaning, told, meaning.toward)
    elif granularity in ("month", "day", "season", "quarter", "week") and not meaning.toward:
        start = first_day(meaning, year)
        if start is not None:
            months = (start.year - told.year) * 12 + start.month - told.month
            if months <= -8:
                year += 1
            elif months >= 9:
                year -= 1
    if (
        meaning.toward == "gone"
        and granularity in ("day", "month")
        and (start := first_day(meaning, year)) is not None
        and start > told.date()
    ):
        year -= 1
    if meaning.toward == "after" and (start := first_day(meaning, year)) is not None and start <= told.date():
        year += 1
    return year


def century_of(short_year: int, here: int, ahead: int) -> int:
    """The year that two digits mean, seen from a year, no more than so many years ahead.

    >>> century_of(45, 1998, 30), century_of(5, 1998, 30)
    (1945, 2005)
    """
    century = here // 100 * 100
    candidates = (century + offset + short_year for offset in (-100, 0, 100))
    return max(one for one in candidates if one <= here + ahead)
