"""COLUMNS, the only definition of the events table, and Events → rows → DataFrame."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from timeline.model import Actor, Event, Interval, Quantity

if TYPE_CHECKING:
    import pandas as pd

Row = dict[str, Any]

# Granularities whose start and end are written with a clock.
CLOCK = frozenset({"second", "minute", "hour", "part_of_day"})
_SMALLEST = {"second": timedelta(seconds=1)}


@dataclass(frozen=True, slots=True)
class Column:
    """`kind` is text, choice (text out of a closed list), time (ISO date or date-time as text), number, integer,
    texts (list of text), spans (list of [start, end]), records (list of objects)."""

    name: str
    kind: str
    meaning: str


COLUMNS = (
    Column("id", "text", "hash of article, type and trigger span: a rerun keeps it"),
    Column("article_id", "text", "the article the row was read from (the first one, where several tell it)"),
    Column("title", "text", "one line a person would write, at most 80 characters"),
    Column("type", "choice", "PLOVER 2.0 event type, or one of our own (docs/event-types.md)"),
    Column("mode", "text", "subtype, or what a speech act is about"),
    Column("start", "time", "first day (or minute) of the event; empty where the text leaves it open"),
    Column("end", "time", "last day (or minute), inclusive; empty where the text leaves it open"),
    Column("granularity", "choice", "how finely the text gives the time: minute, day, month, …, vague"),
    Column("edtf", "text", "the time as EDTF (ISO 8601-2), `~` approximate, `?` uncertain"),
    Column("utc_offset", "integer", "minutes ahead of UTC where the text names a zone; times are local to it"),
    Column("time_text", "text", "the words the time was read from"),
    Column("time_text_start", "integer", "first character of those words in the article's text"),
    Column("time_text_end", "integer", "the character after their last"),
    Column("time_basis", "choice", "explicit, relative, inherited, publication or none"),
    Column("time_rule", "text", "name of the rule that read the time"),
    Column("time_why", "text", "how the time was worked out, in words"),
    Column("published", "time", "when the article was published"),
    Column("published_basis", "text", "where that date comes from: stated, given, or inferred with the reason"),
    Column("actors", "texts", "who did it"),
    Column("actor_ids", "texts", "their ids in the actor tables, empty for a name that stands in none"),
    Column("actor_countries", "texts", "their countries: ISO 3166 alpha-3, or IGO, NGO, …"),
    Column("actor_sectors", "texts", "their sectors: GOV, MIL, REB, CVL, …"),
    Column("recipients", "texts", "to whom"),
    Column("recipient_ids", "texts", "their ids"),
    Column("recipient_countries", "texts", "their countries"),
    Column("recipient_sectors", "texts", "their sectors"),
    Column("place", "text", "where"),
    Column("place_country", "text", "its country: ISO 3166 alpha-3"),
    Column("latitude", "number", "degrees, WGS 84"),
    Column("longitude", "number", "degrees, WGS 84"),
    Column("quantity_kind", "text", "of the main quantity: temperature, killed, weapons, money, …"),
    Column("quantity_low", "number", "its lower bound (or its value)"),
    Column("quantity_high", "number", "its upper bound (or its value)"),
    Column("quantity_unit", "text", "its unit: degC, people, missiles, USD, km, %, …"),
    Column("quantities", "records", "all of them: kind, low, high, unit, start, end"),
    Column("modality", "choice", "how real the text says it is: happened, planned, forecast, denied, …"),
    Column("modality_cue", "text", "the words that say so"),
    Column("polarity", "choice", "positive, or negative for what did not take place"),
    Column("speaker", "text", "who says so; empty for the outlet itself"),
    Column("trigger", "text", "the words that signal the event"),
    Column("trigger_start", "integer", "first character of the trigger in the article's text"),
    Column("trigger_end", "integer", "the character after its last"),
    Column("mentions", "spans", "other places in the article that speak of the same event: [start, end] each"),
    Column("sentence", "text", "the sentence it was read from, word for word"),
    Column("sentence_start", "integer", "first character of the sentence in the article's text"),
    Column("sentence_end", "integer", "the character after its last"),
    Column("type_rule", "text", "the row of triggers.csv that gave the type"),
    Column("confidence", "number", "0 to 1: how sure the reading is (docs/design.md says how it is made)"),
    Column("publisher", "text", "the outlet"),
    Column("url", "text", "where the article stands"),
    Column("reports", "integer", "how many articles tell it"),
    Column(
        "sources",
        "records",
        "each report: article_id, event_id, publisher, url, published, modality, start, end, quote",
    ),
    Column("disagreements", "texts", "where reports contradict each other: dates, counts, denials"),
)
NAMES = tuple(column.name for column in COLUMNS)


def to_rows(events: Iterable[Event]) -> Iterator[Row]:
    """One row an event, in the order given. Every key of COLUMNS is there; what is unknown is None, "" or []."""
    return map(to_row, events)


def to_row(event: Event) -> Row:
    start, end = inclusive(event.time)
    main = event.quantities[0] if event.quantities else None
    evidence = event.evidence
    row: Row = {
        "id": event.id,
        "article_id": evidence.article_id,
        "title": event.title,
        "type": event.type,
        "mode": event.mode,
        "start": start,
        "end": end,
        "granularity": event.time.granularity if event.time else ("vague" if event.time_basis != "none" else ""),
        "edtf": event.edtf,
        "utc_offset": event.utc_offset,
        "time_text": event.time_text,
        "time_text_start": event.time_span.start if event.time_span else None,
        "time_text_end": event.time_span.end if event.time_span else None,
        "time_basis": event.time_basis,
        "time_rule": event.time_rule,
        "time_why": event.time_why,
        "published": iso(evidence.published),
        "published_basis": evidence.published_basis,
        **_parties("actor", event.actors),
        **_parties("recipient", event.recipients),
        "place": event.place.name if event.place else "",
        "place_country": event.place.country if event.place else "",
        "latitude": event.place.latitude if event.place else None,
        "longitude": event.place.longitude if event.place else None,
        "quantity_kind": main.kind if main else "",
        "quantity_low": main.low if main else None,
        "quantity_high": main.high if main else None,
        "quantity_unit": main.unit if main else "",
        "quantities": [_quantity(one) for one in event.quantities],
        "modality": event.modality,
        "modality_cue": event.modality_cue,
        "polarity": event.polarity,
        "speaker": event.attribution.speaker if event.attribution else "",
        "trigger": event.trigger_text,
        "trigger_start": event.trigger.start,
        "trigger_end": event.trigger.end,
        "mentions": [[span.start, span.end] for span in event.mentions],
        "sentence": evidence.quote,
        "sentence_start": evidence.span.start,
        "sentence_end": evidence.span.end,
        "type_rule": event.type_rule,
        "confidence": event.confidence,
        "publisher": evidence.publisher,
        "url": evidence.url,
        "reports": 1,
        "disagreements": [],
    }
    row["sources"] = [source(row)]
    return {name: row[name] for name in NAMES}


def source(row: Row) -> Row:
    """What a merged event keeps of one report."""
    kept = ("article_id", "publisher", "url", "published", "modality", "start", "end", "speaker")
    return {"event_id": row["id"], **{name: row[name] for name in kept}, "quote": row["sentence"]}


def to_table(events: Iterable[Event] | Iterable[Row]) -> pd.DataFrame:
    """The events table: one row an event, columns as in COLUMNS, times as ISO text.

    >>> to_table([]).columns[0]
    'id'
    """
    import pandas as pd  # here, so that the store and the command start without it

    rows = [one if isinstance(one, dict) else to_row(one) for one in events]
    table = pd.DataFrame(rows, columns=list(NAMES))
    for column in COLUMNS:
        if column.kind == "integer":
            table[column.name] = table[column.name].astype("Int64")
        elif column.kind == "number":
            table[column.name] = table[column.name].astype("Float64")
    return table


def inclusive(interval: Interval | None) -> tuple[str | None, str | None]:
    """Start and end as the table has them: inclusive, dates, or date-times where the text has a clock.

    >>> inclusive(Interval(datetime(2022, 3, 1), datetime(2022, 4, 1), "month"))
    ('2022-03-01', '2022-03-31')
    """
    if interval is None:
        return None, None
    clock = interval.granularity in CLOCK
    start = interval.start
    end = interval.end
    if end is not None:
        end -= _SMALLEST.get(interval.granularity, timedelta(minutes=1))
    write = _clock if clock else _day
    return (write(start) if start else None, write(end) if end else None)


def iso(moment: date | datetime | None) -> str | None:
    """A date or date-time as ISO text; midnight keeps its clock only when it came as a datetime."""
    if moment is None:
        return None
    return moment.isoformat(timespec="minutes") if isinstance(moment, datetime) else moment.isoformat()


def _day(moment: datetime) -> str:
    return moment.date().isoformat()


def _clock(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds" if moment.second else "minutes")


def _parties(role: str, actors: tuple[Actor, ...]) -> Row:
    return {
        f"{role}s": [actor.name for actor in actors],
        f"{role}_ids": [actor.id for actor in actors],
        f"{role}_countries": list(dict.fromkeys(actor.country for actor in actors if actor.country)),
        f"{role}_sectors": list(dict.fromkeys(actor.sector for actor in actors if actor.sector)),
    }


def _quantity(quantity: Quantity) -> Row:
    return {
        "kind": quantity.kind,
        "low": quantity.low,
        "high": quantity.high,
        "unit": quantity.unit,
        "start": quantity.span.start,
        "end": quantity.span.end,
    }
