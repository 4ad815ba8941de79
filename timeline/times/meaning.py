"""What the words of a time expression say, before anything is counted from anywhere.

A rule makes a `Meaning`; `resolve` turns it into a value and an interval once it knows what to count from. What the
words leave open stays zero or "" here.
"""

from __future__ import annotations

from timeline.model import Interval
from timeline.record import record


@record(kw_only=True)
class Meaning:
    """What all have in common: TIMEX3 attributes. `mod` is START, MID, END, APPROX, LESS_THAN, MORE_THAN, …"""

    type: str = "DATE"
    mod: str = ""
    quant: str = ""
    freq: str = ""


@record(kw_only=True)
class Known(Meaning):
    """A value that depends on nothing: "22 March 1998", "now", "every Friday"."""

    value: str


@record(kw_only=True)
class Bare(Meaning):
    """A calendar name that leaves open which one: "in March", "on Friday", "the third quarter", "the 13th".

    `toward` is "last", "next", "this" or "that" where the words say so, "reported" for a quarter that a fiscal one named
    before goes before ("the quarter ended Sept. 30"), "new" for the year that a January opens ("the new year"), "gone" for one that lies before where the text stands, "year ago" for a quarter of the year before. `holiday` names a row of holidays.csv; `nth`
    counts weekdays, of the month or back from the anchor.
    """

    month: int = 0
    day: int = 0
    weekday: int = 0
    quarter: int = 0
    half: int = 0
    season: str = ""
    holiday: str = ""
    short_year: int = -1
    nth: int = 0
    week: int = 0
    toward: str = ""


@record(kw_only=True)
class Count(Meaning):
    """So many units from a base: "three days ago", "last year", "the following month", "that week".

    `base` is "published", "reference" (the time the text last stood at), or "either" (a reference if one is near).
    `granularity` is the result's where that is not the unit's ("a year ago today"); `start` is the time beside
    publication that is counted from ("a year ago Monday", "six years ago next month").
    """

    count: float
    unit: str
    base: str = "published"
    granularity: str = ""
    start: Bare | Count | None = None


@record(kw_only=True)
class Of(Meaning):
    """A part of a larger time: "the third quarter of last year", "July of that year", "the winter of 1914", "Monday
    next week"; with a `unit`, the larger time of that unit around a day ("the week of March 6")."""

    part: Bare
    whole: Meaning
    unit: str = ""


@record(kw_only=True)
class Clock(Meaning):
    """A time of day. `clock` is "15:00", "03", or a part of the day ("MO"); `day` is None where the words name none.
    `offset` is the zone in minutes. `hours` after midnight, first and last, are those of a part that is narrower than
    its code ("dawn", "the small hours")."""

    clock: str
    day: Meaning | None = None
    offset: int | None = None
    hours: tuple[int, int] | None = None
    type: str = "TIME"


@record(kw_only=True)
class Length(Meaning):
    """How long: "three weeks". `toward` is "past" or "next" for one that ends or begins at the anchor ("the past two
    weeks", "over the next year"), "before" or "after" for one counted from the narrative's time; "" floats free. `whole`
    is what it is the first or (`last`) the last part of: "the first nine months of 1989"."""

    value: str
    count: float | None = None
    unit: str = ""
    toward: str = ""
    whole: Meaning | None = None
    last: bool = False
    type: str = "DURATION"


@record
class Reading:
    """A meaning and the characters it was read from."""

    start: int
    end: int
    meaning: Meaning
    rule: str
    signal: str = ""

    @property
    def length(self) -> int:
        return self.end - self.start


@record
class Answer:
    """A value, what it covers where that is not the value's own span, and how it was worked out."""

    value: str
    interval: Interval | None = None
    implied: tuple[str, ...] = ()
    anchored_by: str = ""


Pieces = tuple[tuple[int, int, Meaning], ...]
Made = Meaning | Pieces | None
