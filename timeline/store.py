"""The store: articles and their events in a folder of Delta Lake tables.

Delta has no transaction over two tables. So events are only ever appended, under a token of their own; the article's
row, appended after them, names that token and is the commit mark. Readers join events to the newest row of each
article: what a killed writer left without its mark, or a later reading replaced, is not seen. Appends do not conflict,
so any number of processes may write. `compact` drops what nobody can see any more.
"""

from __future__ import annotations

import hashlib
import json
import threading
import time
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from timeline import query
from timeline.delta import BATCH, Tables, encode, ensure, files, retry
from timeline.folder import MARK, check_path, check_schema, found
from timeline.merged import merged_file, save
from timeline.model import Article, Extraction
from timeline.query import EVERYTHING, Bucket, Extent, Filter, Source
from timeline.stored import (
    BLANK,
    HIDDEN,
    SCHEMAS,
    Correction,
    Saved,
    StoredArticle,
    fingerprint,
    new_token,
    to_mark,
)
from timeline.table import Row, to_rows, to_table
from timeline.version import derived_version, extractor_version
from timeline.writable import StoreError, writing

if TYPE_CHECKING:
    import pandas as pd

KEPT = 3600  # seconds that unmarked events are kept for writers that are still at work
_NEWEST = "qualify row_number() over (partition by {key} order by seq desc, _batch desc) = 1"
_CURRENT = f"select {{}} from read_parquet($files) {_NEWEST.format(key='id')}"


def open_store(path: str | Path, *, create: bool = True) -> Store:
    """The store in that folder, made there when it is new.

    Raises StoreError when the folder holds something else, or a store of a newer timeline.
    """
    folder = Path(path).expanduser().absolute()
    check_path(folder)
    mark = folder / MARK
    if not mark.exists():
        if not create:
            raise StoreError(
                f"There is no store in {folder}. Make one with: python -m timeline ingest PATH --store {path}"
            )
        found(folder, mark)
    check_schema(mark)
    for name, schema in SCHEMAS.items():
        ensure(folder / name, schema)
    return Store(folder)


class Store:
    """Articles, their events and a person's corrections. Safe to share between threads; made by `open_store`."""

    def __init__(self, folder: Path) -> None:
        self.path = folder
        self._lock = threading.RLock()
        self._tables = Tables(folder, SCHEMAS)

    # Writing

    def add(self, extraction: Extraction, extractor: str | None = None) -> Saved:
        """Keep an article and its events; what an earlier reading gave is replaced, both at once."""
        return next(self.add_all([extraction], extractor))

    def add_all(
        self, extractions: Iterable[Extraction], extractor: str | None = None, batch: int = 20
    ) -> Iterator[Saved]:
        """`add` for many, committed in batches; each is yielded once it is safe on disk. When the source of the
        extractions fails or is interrupted, what it gave before is still kept."""
        made_by = extractor or extractor_version()
        waiting: list[Extraction] = []
        try:
            for extraction in extractions:
                waiting.append(extraction)
                if len(waiting) >= batch:
                    saved = self._commit(waiting, made_by)
                    waiting = []
                    yield from saved
        except BaseException:
            self._commit(waiting, made_by)  # what a commit cut short had kept already is found unchanged
            raise
        yield from self._commit(waiting, made_by)

    def known(self, articles: Iterable[Article], extractor: str | None = None) -> set[str]:
        """Ids of those articles that are stored just as they are here (text, date, metadata) and as this extractor
        reads them: what need not be read again."""
        keys = {one.id: fingerprint(one) for one in articles}
        made_by = extractor or extractor_version()
        return {key for key, state in self._state(list(keys)).items() if state[1:] == (keys[key], made_by)}

    def has(self, article: Article, extractor: str | None = None) -> bool:
        """`known` for one article."""
        return article.id in self.known([article], extractor)

    def delete(self, article_id: str) -> bool:
        """Take an article and its events out; False when it is not there."""
        if article_id not in self._state([article_id]):
            return False
        self._tables.append(
            "articles", [{**BLANK, "id": article_id, BATCH: new_token(), "seq": self._tables.next("articles")}]
        )
        return True

    def correct(self, correction: Correction) -> None:
        """Keep a person's own value for one column (`HIDDEN` hides the event); the last word counts, None undoes."""
        row = {
            "article_id": correction.article_id,
            "trigger_start": correction.trigger_start,
            "trigger_end": correction.trigger_end,
            "column": correction.column,
            "value": None if correction.value is None else json.dumps(correction.value, ensure_ascii=False),
            "seq": self._tables.next("corrections"),
            BATCH: new_token(),
        }
        self._tables.append("corrections", [row])

    def compact(self) -> dict[str, int]:
        """Files before and after. Joins small files, drops what was replaced or deleted, and removes files that no
        reader can be using any more. Other processes may go on reading and writing."""
        with writing(self.path), self._tables.rewriting():
            return self._compact()

    def _compact(self) -> dict[str, int]:
        tables = self._tables.fresh()
        before = sum(len(files(table)) for table in tables.values())
        current = self._tables.query(_CURRENT.format(f"{BATCH}, seq, deleted"), "articles")
        kept = {token for token, _, deleted in current if not deleted}
        young = f"{time.time_ns() - KEPT * 10**9:020}"
        stored = self._tables.query(f"select distinct {BATCH} from read_parquet($files)", "events")
        rows = self._tables.query(f"select id, {BATCH} from read_parquet($files) where id is not null", "articles")
        busy = {key for key, token in rows if token not in kept and token >= young}
        for name, held in (
            ("events", [token for (token,) in stored]),
            ("articles", [token for key, token in rows if key not in busy]),
        ):
            gone = sorted(token for token in held if token not in kept and token < young)
            for at in range(0, len(gone), 5000):
                listed = ", ".join(f"'{token}'" for token in gone[at : at + 5000])
                retry(partial(tables[name].delete, f"{BATCH} in ({listed})"), tables[name])
        for name, table in tables.items():
            self._tables.join(name)
            table.create_checkpoint()
            table.vacuum(retention_hours=1, dry_run=False, enforce_retention_duration=False)
            table.cleanup_metadata()
        return {"before": before, "after": sum(len(files(table)) for table in self._tables.fresh().values())}

    # Reading

    @property
    def version(self) -> tuple[int, ...]:
        """Changes whenever the content may have changed: a key for caches."""
        tables = self._tables.fresh("articles", "corrections")
        return tuple(int(table.version()) for table in tables.values())

    def articles(self) -> list[StoredArticle]:
        """Every article, in order of publication, those without a date last."""
        names = ("id", "title", "published", "published_basis", "publisher", "url", "language", "messages", "events")
        found = self._tables.query(
            f"select {', '.join(names)}, substr(text, 1, 200) from ({_CURRENT.format('*')}) where not deleted "
            "order by published is null, published, id",
            "articles",
        )
        return [
            StoredArticle(*(value or "" for value in row[:7]), tuple(row[7] or ()), row[8] or 0, row[9] or "")  # type: ignore[arg-type, call-arg]
            for row in found
        ]

    def article(self, article_id: str) -> Article | None:
        """One article with its text; None when it is not there."""
        found = self._tables.query(
            "select id, text, published, published_basis, title, publisher, url, language "
            f"from ({_CURRENT.format('*')}) where id = $id and not deleted",
            "articles",
            {"id": article_id},
        )
        if not found:
            return None
        key, text, published, *rest = found[0]
        return Article(key, text, _moment(published), *(value or "" for value in rest))

    def rows(
        self, chosen: Filter = EVERYTHING, *, merged: bool = True, limit: int | None = None, offset: int = 0
    ) -> Iterator[Row]:
        """Events as table rows in order of time; `merged=False` gives them article by article, as they were read."""
        return query.rows(self.source(merged), chosen, limit, offset)

    def table(self, chosen: Filter = EVERYTHING, *, merged: bool = True) -> pd.DataFrame:
        """The same as a DataFrame."""
        return to_table(self.rows(chosen, merged=merged))

    def count(self, chosen: Filter = EVERYTHING, *, merged: bool = True) -> int:
        return query.count(self.source(merged), chosen)

    def extent(self, chosen: Filter = EVERYTHING, *, merged: bool = True) -> Extent:
        """First and last day, number of events, and how many have no date."""
        return query.extent(self.source(merged), chosen)

    def choices(self, column: str, chosen: Filter = EVERYTHING, *, merged: bool = True) -> list[tuple[str, int]]:
        """Distinct values of a column ("parties" for both roles) with how many events have each."""
        return query.choices(self.source(merged), column, chosen)

    def density(
        self, chosen: Filter = EVERYTHING, most: int = 200, by: str = "", *, merged: bool = True
    ) -> list[Bucket]:
        """Events counted over calendar time, for the zoomed-out view."""
        return query.density(self.source(merged), chosen, most, by)

    def corrections(self) -> list[Correction]:
        newest = _NEWEST.format(key='article_id, trigger_start, trigger_end, "column"')
        found = self._tables.query(
            'select article_id, trigger_start, trigger_end, "column", value from '
            f"(select * from read_parquet($files) {newest}) where value is not null order by all",
            "corrections",
        )
        return [Correction(*key, json.loads(value)) for *key, value in found]  # type: ignore[call-arg]

    def source(self, merged: bool = True) -> Source:
        """The files that hold the events right now, for `timeline.query`."""
        with self._lock, writing(self._tables.derived.path):
            tables = self._tables.fresh()
            name = f"{tables['articles'].version()}-{tables['corrections'].version()}-{derived_version()}"
            single, corrected = self._single(name)
            if not merged:
                return single
            return Source((str(merged_file(self._tables.derived.path, name, single, self._writings(corrected))),))

    def refresh(self) -> None:
        """Bring the merged events up to date now, instead of when they are next asked for."""
        self.source()

    # Inside

    def _single(self, name: str) -> tuple[Source, list[Correction]]:
        """Per-article events that their article's row marks as committed, with a person's corrections; and these."""
        committed = (
            "select e.* from read_parquet($files, union_by_name=true) as e semi join "
            f"(select {BATCH} from (select {BATCH}, deleted from read_parquet($article_files) {_NEWEST.format(key='id')}) "
            f"where not deleted) as a on e.{BATCH} = a.{BATCH}"
        )
        held = (("article_files", self._tables.paths("articles")),)
        paths = tuple(self._tables.paths("events"))
        plain = Source(paths, committed, held)
        corrections = self.corrections()
        if not corrections:
            return plain, []
        path = self._tables.derived.path / f"corrected-{name}.parquet"
        if not path.exists():
            save(path, _corrected(plain, corrections))
        touched = sorted({f"{one.article_id} {one.trigger_start} {one.trigger_end}" for one in corrections})
        relation = (
            f"select * from ({committed}) "
            "where concat_ws(' ', article_id, trigger_start, trigger_end) not in (select unnest($corrections)) "
            "union all by name select * from read_parquet($corrected)"
        )
        return Source(paths, relation, (*held, ("corrected", str(path)), ("corrections", touched))), corrections

    def _writings(self, corrections: list[Correction]) -> dict[str, str]:
        """Each batch that counts → a name of its content: the batch, and what a person corrected in it."""
        said: dict[str, list[str]] = {}
        for one in corrections:
            said.setdefault(one.article_id, []).append(repr(one))
        found = self._tables.query(f"select {BATCH}, id from ({_CURRENT.format('*')}) where not deleted", "articles")
        return {
            batch: batch + (f"~{hashlib.sha256(''.join(said[key]).encode()).hexdigest()[:12]}" if key in said else "")
            for batch, key in found
        }

    def _state(self, ids: list[str]) -> dict[str, tuple[int, str, str]]:
        """id → (seq, input, extractor) of the articles that are there."""
        found = self._tables.query(
            f"select id, seq, input, extractor from (select * from read_parquet($files) where id in "
            f"(select unnest($ids)) {_NEWEST.format(key='id')}) where not deleted",
            "articles",
            {"ids": ids},
        )
        return {key: (seq, given, extractor) for key, seq, given, extractor in found}

    def _commit(self, extractions: list[Extraction], extractor: str) -> list[Saved]:
        latest = {one.article.id: one for one in extractions}  # the last of an article's readings in one batch counts
        state = self._state(list(latest))
        events: list[dict[str, Any]] = []
        marks: list[dict[str, Any]] = []
        saved: list[Saved] = []
        seq = self._tables.next("articles")
        for extraction in latest.values():
            article = extraction.article
            key = fingerprint(article)
            known = state.get(article.id)
            status = "added" if known is None else "unchanged" if known[1:] == (key, extractor) else "replaced"
            if status != "unchanged":
                token = new_token()
                events += ({**encode(row), BATCH: token} for row in to_rows(extraction.events))
                marks.append(to_mark(extraction, token, seq, key, extractor))
            saved.append(Saved(article.id, article.title, status, len(extraction.events), extraction.messages))
        self._tables.append("events", events)
        self._tables.append("articles", marks)
        return saved


def _corrected(source: Source, corrections: list[Correction]) -> Iterator[tuple[Row, str]]:
    """The rows that corrections speak of, with the corrected values, and each one's batch."""
    said: dict[tuple[str, int, int], dict[str, Any]] = {}
    for one in corrections:
        said.setdefault((one.article_id, one.trigger_start, one.trigger_end), {})[one.column] = one.value
    articles = Filter(articles=tuple(sorted({key[0] for key in said})))
    batches = dict(query.values(source, ("id", BATCH), articles))
    for row in query.rows(source, articles):
        values = said.get((row["article_id"], row["trigger_start"], row["trigger_end"]))
        if values is not None and not values.get(HIDDEN):
            row.update((name, value) for name, value in values.items() if name in row)
            yield row, batches[row["id"]]


def _moment(text: str | None) -> date | datetime | None:
    if not text:
        return None
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)
