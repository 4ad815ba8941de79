"""Every record of the house. This file imports nothing of ours.

All spans are characters `[start, end)`. While an article is being read they point into `Document.text` (the reading
copy, see `timeline.language.repair`); `timeline.pipeline` maps them to the article's own text in one place, so every
record that leaves the pipeline quotes `Article.text`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NamedTuple

MODALITIES = (
    "happened",
    "ongoing",
    "planned",
    "forecast",
    "demanded",
    "threatened",
    "offered",
    "denied",
    "conditional",
    "alleged",
)
GRANULARITIES = (
    "second",
    "minute",
    "hour",
    "part_of_day",
    "day",
    "weekend",
    "week",
    "month",
    "quarter",
    "season",
    "half_year",
    "year",
    "decade",
    "century",
    "millennium",
    "vague",
)
TIME_BASES = ("explicit", "relative", "inherited", "publication", "none")


class Span(NamedTuple):
    """Characters `[start, end)` of a text. A tuple, for there are ten times as many as of any other record."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def of(self, text: str) -> str:
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Article:
    """A text and what its way in said about it.

    `published` is naive local time, a `date` where only the day is known. `published_basis` says where it comes from
    in words: "stated", "given", "inferred: …", or "" while unknown. `language` is ISO 639-1, "" while unknown.
    """

    id: str
    text: str
    published: date | datetime | None = None
    published_basis: str = ""
    title: str = ""
    publisher: str = ""
    url: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Interval:
    """Half-open `[start, end)` in naive local time; None where the text leaves that side open.

    >>> Interval(datetime(2022, 3, 1), datetime(2022, 4, 1), "month").days
    31
    """

    start: datetime | None
    end: datetime | None
    granularity: str
    approximate: bool = False
    uncertain: bool = False

    @property
    def days(self) -> int | None:
        """Whole days covered; None when a side is open."""
        return None if self.start is None or self.end is None else (self.end - self.start).days


@dataclass(frozen=True, slots=True)
class Anchor:
    """What relative times are counted from: the publication, and the narrative's own time where it has one."""

    published: date | datetime | None
    narrative: Interval | None = None


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression: TIMEX3 `type` (DATE, TIME, DURATION, SET) and `value`, and the honest interval beside them.

    `interval` is None for a bare DURATION or SET, for years before 1 and for what cannot be worked out without a
    publication date. `signal` is the bound before it ("until", "since", "by", "before", "after", "starting",
    "from", "between", "through", …; "" for none), already applied to `interval`. `implied` names the parts of the value
    that the words do not state ("year", "month", "day", "direction"); `anchored_by` says what it was counted from
    ("publication", "narrative", "previous time", "" for nothing). `utc_offset` is in minutes.
    """

    span: Span
    text: str
    type: str
    value: str
    interval: Interval | None
    edtf: str = ""
    mod: str = ""
    quant: str = ""
    freq: str = ""
    signal: str = ""
    utc_offset: int | None = None
    implied: tuple[str, ...] = ()
    anchored_by: str = ""
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Actor:
    """Someone who acts. `country` is ISO 3166 alpha-3, or IGO, NGO, MNC …, "" when unknown; `sector` is a PLOVER
    sector (GOV, MIL, REB, OPP, CVL, …); `kind` is state, organisation, person, group, company or unknown; `id` is a
    row of a table, or "" for a name that stands in none; `implied` is true for a pronoun or a role resolved here."""

    span: Span
    id: str
    name: str
    country: str = ""
    sector: str = ""
    kind: str = "unknown"
    implied: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """A place mentioned. `country` is ISO 3166 alpha-3; coordinates are WGS 84 degrees; `kind` is country, region,
    city, water, site."""

    span: Span
    name: str
    country: str = ""
    latitude: float | None = None
    longitude: float | None = None
    kind: str = "city"
    region: str = ""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit. `kind` is temperature, killed, wounded, detained, displaced, weapons, money, distance,
    area, percentage, duration, people, count, …; `low` and `high` bound it, None for an open side."""

    span: Span
    kind: str
    low: float | None
    high: float | None
    unit: str = ""
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says what. `span` is the content, `speaker` the resolved name ("" when the text names none), `cue` the
    words that signal it, `direct` whether the content stands in quotation marks. `parts` are the pieces of a content
    that the cue breaks or that goes on in later sentences ('"One," said X. "Two."'); `report` is false for a mere attitude
    (thinks, wants, praises), which gives an event no speaker."""

    span: Span
    speaker: str
    speaker_span: Span | None = None
    cue: Span | None = None
    direct: bool = False
    parts: tuple[Span, ...] = ()
    report: bool = True


@dataclass(frozen=True, slots=True)
class Evidence:
    """The sentence an event was read from, and where that sentence stands."""

    article_id: str
    span: Span
    quote: str
    publisher: str = ""
    url: str = ""
    published: date | datetime | None = None
    published_basis: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """One dated, sourced event of one article. See docs/columns.md for what each field becomes in the table."""

    id: str
    type: str
    mode: str
    title: str
    trigger: Span
    trigger_text: str
    time: Interval | None
    time_basis: str
    time_rule: str
    evidence: Evidence
    edtf: str = ""
    time_span: Span | None = None
    time_text: str = ""
    time_why: str = ""
    utc_offset: int | None = None
    actors: tuple[Actor, ...] = ()
    recipients: tuple[Actor, ...] = ()
    place: Place | None = None
    quantities: tuple[Quantity, ...] = ()
    modality: str = "happened"
    modality_cue: str = ""
    polarity: str = "positive"
    attribution: Attribution | None = None
    mentions: tuple[Span, ...] = ()
    type_rule: str = ""
    confidence: float = 0.5


@dataclass(frozen=True, slots=True)
class Extraction:
    """What was read out of one article: the article with its publication date filled in where it could be worked
    out, its events in order of appearance, its times, and messages a person should see."""

    article: Article
    events: tuple[Event, ...] = ()
    times: tuple[Timex, ...] = ()
    messages: tuple[str, ...] = field(default=())
