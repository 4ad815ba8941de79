"""Filter → DuckDB SQL over the Parquet files of a store. Values are bound, never written into the SQL."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import duckdb

from timeline.table import COLUMNS, NAMES, Row

STATEMENT = "STATEMENT"
SPEECH = ("text", "choice", "time")  # kinds that are held as text
RECORDS = frozenset(column.name for column in COLUMNS if column.kind == "records")
LISTS = frozenset(column.name for column in COLUMNS if column.kind == "texts")
# Columns beside COLUMNS that the store keeps for looking up: see `timeline.delta.EXTRA`.
PARTIES, PUBLISHERS, ARTICLES, FIRST, LAST = "_parties", "_publishers", "_articles", "_first", "_last"
SEARCHED = ("title", "sentence", "trigger", "place", "speaker", "mode")
UNITS = ("day", "week", "month", "quarter", "year", "decade", "century")
_DAYS = {"day": 1, "week": 7, "month": 30, "quarter": 91, "year": 365, "decade": 3652, "century": 36524}
ORDER = f"coalesce({FIRST}, {LAST}) nulls last, start nulls last, id"


@dataclass(frozen=True, slots=True)
class Filter:
    """Which events to show. Every field left empty lets everything through; fields are joined by "and", the values
    of one field by "or".

    `actors` match either role, by name, by id or by country code, whatever the case. `since` and `until` (inclusive)
    keep events whose time touches that range; an event with no time is left out. An open end reaches on as far as it
    can ("since Monday"), unless `reaching=False`: then the start alone counts. An open beginning never reaches back:
    "some time up to 30 January 2026" counts by that day, for else it would be found in every year before. `text`
    keeps events that hold every one of its words. `statements=False` leaves STATEMENT rows out. `dated=False` keeps only what has no date, `dated=True` only
    what has one.
    """

    actors: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    modalities: tuple[str, ...] = ()
    publishers: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    text: str = ""
    statements: bool = True
    dated: bool | None = None
    ids: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    reaching: bool = True

    def without(self, field: str) -> Filter:
        """The same filter with one field emptied: what a widget's own choices are counted under."""
        return replace(self, **{field: getattr(EVERYTHING, field)})


EVERYTHING = Filter()


@dataclass(frozen=True, slots=True)
class Bucket:
    """How many events of `group` begin in `[start, end)`."""

    start: date
    end: date
    group: str
    count: int


@dataclass(frozen=True, slots=True)
class Extent:
    """First and last day among the events, how many there are, and how many of them have no date."""

    first: date | None
    last: date | None
    count: int
    undated: int


@dataclass(frozen=True, slots=True)
class Source:
    """What to query: Parquet files, and the relation over `$files` that gives its rows (with `params` beside)."""

    files: tuple[str, ...]
    relation: str = "select * from read_parquet($files, union_by_name=true)"
    params: tuple[tuple[str, Any], ...] = ()


def where(chosen: Filter) -> tuple[str, dict[str, Any]]:
    """The SQL condition and its parameters.

    >>> where(Filter(types=("ASSAULT",)))
    ('type in (select unnest($types))', {'types': ['ASSAULT']})
    """
    said: list[str] = []
    values: dict[str, Any] = {}

    def add(condition: str, **bound: Any) -> None:
        said.append(condition)
        values.update(bound)

    if chosen.actors:
        add(f"list_has_any({PARTIES}, $actors)", actors=[name.casefold() for name in chosen.actors])
    if chosen.types:
        add("type in (select unnest($types))", types=list(chosen.types))
    if chosen.modalities:
        add("modality in (select unnest($modalities))", modalities=list(chosen.modalities))
    if chosen.publishers:
        add(f"list_has_any({PUBLISHERS}, $publishers)", publishers=list(chosen.publishers))
    if chosen.ids:
        add("id in (select unnest($ids))", ids=list(chosen.ids))
    if chosen.articles:
        add(f"list_has_any({ARTICLES}, $articles)", articles=list(chosen.articles))
    last = f"case when {FIRST} is not null then date '9999-12-31' end" if chosen.reaching else FIRST
    if chosen.since is not None:
        add(f"coalesce({LAST}, {last}) >= $since", since=chosen.since)
    if chosen.until is not None:
        add(f"coalesce({FIRST}, {LAST}) <= $until", until=chosen.until)
    for number, word in enumerate(chosen.text.split()):
        searched = " || chr(10) || ".join([*SEARCHED, f"array_to_string({PARTIES}, ' ')"])
        add(f"contains({_folded(f'({searched})')}, {_folded(f'$word{number}')})", **{f"word{number}": word})
    if not chosen.statements:
        add(f"type <> '{STATEMENT}'")
    if chosen.dated is not None:
        add(f"coalesce({FIRST}, {LAST}) is {'not ' if chosen.dated else ''}null")
    return " and ".join(said) or "true", values


def rows(source: Source, chosen: Filter = EVERYTHING, limit: int | None = None, offset: int = 0) -> Iterator[Row]:
    """The events let through, as table rows in order of time, undated ones last; read in pieces."""
    paging = {} if limit is None else {"limit": limit, "offset": offset}
    tail = "" if limit is None else " limit $limit offset $offset"
    answer = _run(
        source, chosen, f"select {', '.join(map(_quoted, NAMES))} from events where {{}} order by {ORDER}{tail}", paging
    )
    if answer is None:
        return
    while piece := answer.fetchmany(1000):
        for found in piece:
            yield decode(dict(zip(NAMES, found, strict=True)))


def values(source: Source, columns: Sequence[str], chosen: Filter = EVERYTHING) -> list[tuple[Any, ...]]:
    """A few columns of the events let through, as the store has them, in no order."""
    answer = _run(source, chosen, f"select {', '.join(map(_quoted, columns))} from events where {{}}")
    return [] if answer is None else list(answer.fetchall())


def count(source: Source, chosen: Filter = EVERYTHING) -> int:
    answer = _run(source, chosen, "select count(*) from events where {}")
    return 0 if answer is None else int(_one(answer)[0])


def extent(source: Source, chosen: Filter = EVERYTHING) -> Extent:
    answer = _run(
        source,
        chosen,
        f"select min(coalesce({FIRST}, {LAST})), max(coalesce({LAST}, {FIRST})), count(*), "
        f"count(*) filter (coalesce({FIRST}, {LAST}) is null) from events where {{}}",
    )
    return Extent(None, None, 0, 0) if answer is None else Extent(*_one(answer))


def choices(source: Source, column: str, chosen: Filter = EVERYTHING) -> list[tuple[str, int]]:
    """Distinct values of a column with how many events have each, most frequent first. `parties` are the names of
    actors and recipients together; `publisher` counts every report's."""
    lists = {"parties": "list_distinct(list_concat(actors, recipients))", "publisher": PUBLISHERS}
    if column not in lists and column not in NAMES:
        raise ValueError(f"The table has no column {column!r}; it has {', '.join(NAMES)}.")
    if column in LISTS:
        lists[column] = f"list_distinct({_quoted(column)})"
    value = f"unnest({lists[column]})" if column in lists else f"cast({_quoted(column)} as varchar)"
    answer = _run(
        source,
        chosen,
        f"select value, count(*) as n from (select {value} as value from events where {{}}) "
        "where value is not null and value <> '' group by value order by n desc, value",
    )
    return [] if answer is None else [(str(value), int(number)) for value, number in answer.fetchall()]


def density(source: Source, chosen: Filter = EVERYTHING, most: int = 200, by: str = "") -> list[Bucket]:
    """Events counted by the day they begin (or end, where the beginning is open), in at most `most` equal spans of
    calendar time; `by` splits them by a column ("type", "modality", …)."""
    if by and by not in NAMES:
        raise ValueError(f"The table has no column {by!r}; it has {', '.join(NAMES)}.")
    dated = replace(chosen, dated=True)
    span = extent(source, dated)
    if span.first is None or span.last is None:
        return []
    unit = bucket_unit(span.first, span.last, most)
    day = f"coalesce({FIRST}, {LAST})"
    if by in LISTS:
        select = f"select {day} as day, unnest({_quoted(by)}) as named from events where {{}}"
    else:
        select = f"select {day} as day, {f'cast({_quoted(by)} as varchar)' if by else chr(39) * 2} as named from events where {{}}"
    answer = _run(
        source,
        dated,
        f"select cast(date_trunc('{unit}', day) as date) as begins, coalesce(named, ''), count(*) "
        f"from ({select}) group by all order by 1, 2",
    )
    if answer is None:
        return []
    return [Bucket(begins, after(begins, unit), group, number) for begins, group, number in answer.fetchall()]


def bucket_unit(first: date, last: date, most: int) -> str:
    """The finest calendar unit that cuts `first … last` into at most `most` pieces.

    >>> bucket_unit(date(2022, 1, 1), date(2022, 3, 1), 100)
    'day'
    >>> bucket_unit(date(1900, 1, 1), date(2022, 3, 1), 200)
    'year'
    """
    days = (last - first).days + 1
    return next((unit for unit in UNITS if days / _DAYS[unit] <= most), UNITS[-1])


def after(begins: date, unit: str) -> date:
    """The first day after the bucket that begins on `begins`.

    >>> after(date(2022, 12, 1), "month")
    datetime.date(2023, 1, 1)
    """
    if unit in ("day", "week"):
        return begins + timedelta(days=_DAYS[unit])
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}[unit]
    year, month = divmod(begins.year * 12 + begins.month - 1 + months, 12)
    return date(year, month + 1, 1) if year <= 9999 else date.max


def decode(row: Row) -> Row:
    """A row as `timeline.table` has it: records out of their JSON text, missing lists as empty ones."""
    for column in COLUMNS:
        value = row[column.name]
        if column.kind == "records":
            row[column.name] = json.loads(value) if isinstance(value, str) else (value or [])
        elif column.kind in ("texts", "spans"):
            row[column.name] = value or []
        elif column.kind in ("text", "choice"):
            row[column.name] = value or ""
    return row


def connection() -> duckdb.DuckDBPyConnection:
    """A cursor of this process's one in-memory DuckDB, which may not fetch extensions."""
    return _database().cursor()


@cache
def _database() -> duckdb.DuckDBPyConnection:
    settings = {
        "autoinstall_known_extensions": "false",
        "autoload_known_extensions": "false",
        "memory_limit": "1GB",  # what is larger is sorted on disk
        "temp_directory": str(Path(tempfile.gettempdir()) / f"timeline-{os.getpid()}"),
    }
    return duckdb.connect(":memory:", config=settings)


def _run(source: Source, chosen: Filter, sql: str, more: dict[str, Any] | None = None) -> Any:
    """The answer to `sql`, whose {} takes the filter's condition; None where the source has no file."""
    if not source.files:
        return None
    condition, bound = where(chosen)
    statement = f"with events as ({source.relation}) {sql.format(condition)}"
    return connection().execute(
        statement, {"files": list(source.files), **dict(source.params), **bound, **(more or {})}
    )


def _one(answer: Any) -> Sequence[Any]:
    found: Sequence[Any] = answer.fetchone()
    return found


def _folded(text: str) -> str:
    """SQL for a text without case and accents, so that "istanbul" finds "İstanbul"."""
    return f"strip_accents(lower({text}))"


def _quoted(name: str) -> str:
    """A column's name for SQL: "end" is a word of SQL too. Only names out of COLUMNS come here."""
    return f'"{name}"'
