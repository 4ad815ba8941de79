"""Delta Lake tables on a plain folder: created once, appended to with retries, read by the files their log lists."""

from __future__ import annotations

import hashlib
import json
import random
import threading
import time
import uuid
from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import unquote

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
from deltalake import DeltaTable, write_deltalake
from deltalake.exceptions import CommitFailedError, DeltaError

from timeline.locking import alone
from timeline.query import ARTICLES, FIRST, LAST, PARTIES, PUBLISHERS, connection
from timeline.table import COLUMNS, NAMES, Row
from timeline.writable import Derived, check_writable, writing

BATCH = "_batch"
TRIES = 12
MANY = 100  # files of a table that a reader opens without noticing
# No minima and maxima of every column in the log: nobody reads them, and they took 0.4 MB of memory a commit.
SETTINGS = {"delta.dataSkippingNumIndexedCols": "0"}
T = TypeVar("T")

_KINDS: dict[str, Any] = {
    "text": pa.string(),
    "choice": pa.string(),
    "time": pa.string(),
    "number": pa.float64(),
    "integer": pa.int64(),
    "texts": pa.list_(pa.string()),
    "spans": pa.list_(pa.list_(pa.int64())),
    "records": pa.string(),  # JSON text: a record may gain a key without a new schema
}
# Beside COLUMNS, what rows are looked up by: names, ids and country codes of both roles without their case; the
# outlets and articles that tell it; first and last day (years 1 to 9999, else null, so that no reader stumbles).
EXTRA = (
    (PARTIES, pa.list_(pa.string())),
    (PUBLISHERS, pa.list_(pa.string())),
    (ARTICLES, pa.list_(pa.string())),
    (FIRST, pa.date32()),
    (LAST, pa.date32()),
)
ROWS = pa.schema([*((column.name, _KINDS[column.kind]) for column in COLUMNS), *EXTRA])
EVENTS = ROWS.append(pa.field(BATCH, pa.string()))


def encode(row: Row) -> dict[str, Any]:
    """A table row as the store's files have it, with the columns it is looked up by."""
    held = {name: row[name] for name in NAMES}
    for column in COLUMNS:
        if column.kind == "records":
            held[column.name] = json.dumps(row[column.name], ensure_ascii=False, default=str)
    names = ("actors", "actor_ids", "actor_countries", "recipients", "recipient_ids", "recipient_countries")
    sources = row["sources"]
    held[PARTIES] = sorted({name.casefold() for key in names for name in row[key] if name})
    held[PUBLISHERS] = sorted({one.get("publisher") or "" for one in sources} - {""})
    held[ARTICLES] = sorted({one["article_id"] for one in sources})
    held[FIRST], held[LAST] = _day(row["start"]), _day(row["end"])
    return held


def to_arrow(rows: Iterable[dict[str, Any]], schema: pa.Schema) -> pa.Table:
    return pa.Table.from_pylist(list(rows), schema=schema)


def ensure(folder: Path, schema: pa.Schema) -> None:
    """Create the table unless it is there.

    It is made aside and moved into place, so that no reader ever meets a log without its first commit. A log that an
    interrupted writer of another kind left so is put aside. One process creates at a time.
    """
    if exists(folder):
        return
    with alone(folder.parent / ".creating"):
        if exists(folder):
            return
        if folder.exists():
            folder.rename(folder.parent / f".broken-{uuid.uuid4().hex}")
        making = folder.parent / f".making-{uuid.uuid4().hex}"
        DeltaTable.create(str(making), schema=schema, configuration=SETTINGS)
        making.rename(folder)


def exists(folder: Path) -> bool:
    """Whether the folder is a table with at least one commit."""
    if not (folder / "_delta_log").is_dir():
        return False
    try:
        DeltaTable(str(folder))
    except DeltaError:
        return False
    return True


class Tables:
    """The Delta tables of one folder, opened once and brought up to date when asked."""

    def __init__(self, folder: Path, schemas: Mapping[str, pa.Schema]) -> None:
        self.folder = folder
        self.schemas = schemas
        self.derived = Derived(folder)
        self._open: dict[str, DeltaTable] = {}
        self._lock = threading.RLock()

    def fresh(self, *names: str) -> dict[str, DeltaTable]:
        """Those tables (all, when none is named) as they stand now.

        They are opened in the order given, and again when the first has changed meanwhile: so whatever rows of the
        first refer to is in the others.
        """
        names = names or tuple(self.schemas)
        with self._lock:
            for _ in range(10):
                for name in names:
                    self._update(name)
                seen = self._open[names[0]].version()
                if len(names) == 1 or self._update(names[0]).version() == seen:
                    break
            return {name: self._open[name] for name in names}

    def append(self, name: str, rows: list[dict[str, Any]]) -> None:
        """Add rows in one commit; none, none. Every so often the many small files are joined.

        The table is named by its folder: an open one grows with each of its own commits, and this stays flat.
        """
        if not rows:
            return
        folder, arrow = str(self.folder / name), to_arrow(rows, self.schemas[name])
        tried = False

        def write() -> None:
            nonlocal tried
            if tried and self._holds(name, rows[0][BATCH]):  # a commit may land and yet be said to have failed
                return
            tried = True
            write_deltalake(folder, arrow, mode="append", schema_mode="merge")

        with self._lock, writing(self.folder):
            check_writable(self.folder / name)
            retry(write)
            if len(self._update(name).file_uris()) > MANY:
                with self.rewriting(wait=False) as mine:
                    if mine:
                        self.join(name)

    def rewriting(self, *, wait: bool = True) -> AbstractContextManager[bool]:
        """Whether this process alone may rewrite files while this lasts. Appends may go on beside it; but two
        compactions at once both keep what they copied, and every row would be there twice (delta-rs 1.6)."""
        return alone(self.folder / ".rewriting", wait=wait)

    def join(self, name: str) -> None:
        """Join the table's small files. Only while `rewriting` is held."""
        table = self._update(name)
        retry(table.optimize.compact, table)

    def _holds(self, name: str, batch: str) -> bool:
        found = self.query(f"select 1 from read_parquet($files) where {BATCH} = $batch limit 1", name, {"batch": batch})
        return bool(found)

    def next(self, name: str) -> int:
        """A number above that of every commit to the table so far."""
        return int(self.fresh(name)[name].version()) + 1

    def paths(self, name: str) -> list[str]:
        """The files of the table as it was last brought up to date, and an empty one that has every column."""
        return [*files(self._open[name]), self._blank(name)]

    def query(self, sql: str, name: str, more: Mapping[str, Any] | None = None) -> list[tuple[Any, ...]]:
        """The answer over `read_parquet($files)`, the newest state of one table."""
        for attempt in range(5):
            self.fresh(name)
            try:
                answer = connection().execute(sql, {"files": self.paths(name), **(more or {})})
                return list(answer.fetchall())
            except duckdb.IOException:  # a compaction elsewhere has removed a file of the version we had
                if attempt == 4:
                    raise
        raise AssertionError("unreachable")

    def _update(self, name: str) -> DeltaTable:
        try:
            self._open[name].update_incremental()
        except (KeyError, DeltaError):
            self._open[name] = DeltaTable(str(self.folder / name))
        return self._open[name]

    def _blank(self, name: str) -> str:
        """An empty file with the present columns: in older files a column they lack reads as null."""
        schema = self.schemas[name]
        path = self.derived.path / f"{name}-{hashlib.sha256(str(schema).encode()).hexdigest()[:12]}.parquet"
        if not path.exists():
            save_arrow(path, [schema.empty_table()], schema)
        return str(path)


def save_arrow(path: Path, pieces: Iterable[pa.Table], schema: pa.Schema) -> None:
    """A Parquet file that appears whole or not at all."""
    path.parent.mkdir(exist_ok=True)
    making = path.with_name(f".{path.name}-{uuid.uuid4().hex}.tmp")
    with pq.ParquetWriter(making, schema, compression="zstd") as writer:
        for piece in pieces:
            writer.write_table(piece)
    making.replace(path)


def files(table: DeltaTable) -> tuple[str, ...]:
    """Paths of the Parquet files that this version of the table is made of.

    The log's own addresses are percent-encoded; the tables are flat, so the file's name is enough.
    """
    folder = Path(unquote(table.table_uri.removeprefix("file://")))
    return tuple(str(folder / unquote(uri.rsplit("/", 1)[-1])) for uri in table.file_uris())


def retry(step: Callable[[], T], table: DeltaTable | None = None, tries: int = TRIES) -> T:
    """What `step` gives; when another writer committed first, again after a short random wait, with the table (if one
    is given) brought up to date."""
    for attempt in range(tries):
        try:
            return step()
        except CommitFailedError:
            if attempt == tries - 1:
                raise
            time.sleep(random.uniform(0.2, 1.0) * min(0.02 * 2**attempt, 1.0))
            if table is not None:
                table.update_incremental()
    raise AssertionError("unreachable")


def _day(moment: str | None) -> date | None:
    """The day of an ISO date or date-time; None for years a date cannot hold."""
    if not moment or not moment[:4].isdigit() or moment[4:5] != "-":
        return None
    try:
        return date.fromisoformat(moment[:10])
    except ValueError:
        return None
