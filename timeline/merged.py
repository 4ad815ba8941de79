"""Merged events, derived from the per-article ones: files beside the tables that can be made again any time.

A row stands in one block at most, and a block meets only those of the months beside it (`timeline.merge.blocks`), so
after a change only the blocks of what came or went and their neighbours are merged again; the rest is copied from the
generation before. Each generation is two
files, named after the version of the tables and of the merging code: `index` (article's writing, event, block) and
`merged` (the rows).
"""

from __future__ import annotations

import contextlib
import itertools
import shutil
import time
import uuid
from collections.abc import Iterable, Iterator, Mapping
from operator import itemgetter
from pathlib import Path
from typing import Any

import pyarrow as pa

from timeline.delta import BATCH, EVENTS, ROWS, encode, save_arrow, to_arrow
from timeline.merge import block_keys
from timeline.merge.blocks import READ, beside
from timeline.merge.cluster import merge_blocks
from timeline.query import Source, connection, decode
from timeline.table import NAMES, Row

BLOCK, WRITING = "_block", "_writing"
INDEX = pa.schema([(WRITING, pa.string()), ("id", pa.string()), (BLOCK, pa.string())])
MERGED = ROWS.append(pa.field(BLOCK, pa.string())).append(pa.field(WRITING, pa.string()))
PIECE = 1000  # rows held at once
SPARED = 600  # seconds that a generation is kept for readers that opened it
KINDS = ("merged-*.parquet", "index-*.parquet", "corrected-*.parquet", ".*.tmp")
_COLUMNS = ", ".join(f'"{name}"' for name in NAMES)


def merged_file(folder: Path, name: str, source: Source, writings: Mapping[str, str]) -> Path:
    """The file of the merged rows, made or refreshed when it is not there.

    `source` gives the per-article rows with their `_batch`; `writings` maps each batch that counts to a name of its
    content, which changes when a person corrects it.
    """
    path = folder / f"merged-{name}.parquet"
    if not path.exists():
        before = _before(folder, name)
        _refresh(folder, name, before, source, writings)
        _sweep(folder, name)
    return path


def save(path: Path, rows: Iterable[tuple[Row, str]]) -> None:
    """Per-article rows, each with its batch, as a Parquet file like the store's own."""
    held = ({**encode(row), BATCH: batch} for row, batch in rows)
    save_arrow(path, (to_arrow(piece, EVENTS) for piece in _pieces(held)), EVENTS)


def _refresh(folder: Path, name: str, before: str, source: Source, writings: Mapping[str, str]) -> None:
    indexed = {one for (one,) in _ask(f"select distinct {WRITING} from old", folder, before)} if before else set()
    current = set(writings.values())
    added = {batch: writing for batch, writing in writings.items() if writing not in indexed}
    removed = sorted(indexed - current)
    if before and not added and not removed:  # a compaction, or a change and its undoing
        for kind in ("index", "merged"):
            _copy(Path(_file(folder, kind, before)), Path(_file(folder, kind, name)))
        return
    touched: set[str] = set()
    if before:
        gone = f"select distinct {BLOCK} from old where {WRITING} in (select unnest($removed)) and {BLOCK} is not null"
        touched |= {block for (block,) in _ask(gone, folder, before, removed=removed)}
        stays = f"select * from old where {WRITING} not in (select unnest($removed)) order by all"
        kept = _arrow(stays, INDEX, old=_file(folder, "index", before), removed=removed)
    else:
        kept = iter(())
    index = folder / f"index-{name}.parquet"

    def new() -> Iterator[dict[str, Any]]:
        for writing, key, block in _blocks_of(source, added):
            if block:
                touched.add(block)
            yield {WRITING: writing, "id": key, BLOCK: block}

    save_arrow(index, itertools.chain(kept, (to_arrow(piece, INDEX) for piece in _pieces(new()))), INDEX)
    anew = _with_neighbours(touched)
    pieces = [_merged(source, writings, index, anew), _alone(source, added, index)]
    if before:
        rest = (
            f"select * from old where case when {BLOCK} is null then {WRITING} not in (select unnest($removed)) "
            f"else {BLOCK} not in (select unnest($touched)) end"
        )
        old = _file(folder, "merged", before)
        pieces.insert(0, _arrow(rest, MERGED, old=old, removed=removed, touched=sorted(anew)))
    save_arrow(folder / f"merged-{name}.parquet", itertools.chain(*pieces), MERGED)


def _blocks_of(source: Source, added: Mapping[str, str]) -> Iterator[tuple[str, str, str | None]]:
    """Writing, event and block of each new row; an article without events is there with an empty id."""
    for writing in sorted(added.values()):
        yield writing, "", None
    columns = ", ".join(f'"{name}"' for name in READ)
    asked = f"select {BATCH}, id, {columns} from events where {BATCH} in (select unnest($added)) order by all"
    for batch, key, *values in _rows(source, asked, added=sorted(added)):
        blocks = block_keys(dict(zip(READ, values, strict=True)))
        yield added[batch], key, blocks[0] if blocks else None


def _with_neighbours(blocks: Iterable[str]) -> set[str]:
    """The blocks and those of the months beside them."""
    return {one for block in blocks for one in (block, *beside(block))}


def _merged(source: Source, writings: Mapping[str, str], index: Path, anew: set[str]) -> Iterator[pa.Table]:
    """These blocks, merged again, one at a time; their neighbours are read too, for what meets at the seams."""
    if not anew:
        return
    touched = sorted(_with_neighbours(anew))
    batches, names = list(writings), list(writings.values())
    asked = (
        f"select {_COLUMNS}, {BLOCK} from events join (select unnest($batches) as {BATCH}, unnest($names) as {WRITING}) "
        f"using ({BATCH}) join (select * from read_parquet($index) where {BLOCK} in (select unnest($touched))) "
        f"using ({WRITING}, id) order by {BLOCK}, id"
    )
    found = _rows(source, asked, batches=batches, names=names, index=str(index), touched=touched)

    def rows() -> Iterator[dict[str, Any]]:
        blocks = (
            (block, (decode(dict(zip(NAMES, values[:-1], strict=True))) for values in held))
            for block, held in itertools.groupby(found, key=itemgetter(-1))
        )
        for block, merged in merge_blocks(blocks):
            for row in merged if block in anew else ():
                yield {**encode(row), BLOCK: block, WRITING: None}

    yield from (to_arrow(piece, MERGED) for piece in _pieces(rows()))


def _alone(source: Source, added: Mapping[str, str], index: Path) -> Iterator[pa.Table]:
    """New rows that merge with nothing."""
    asked = (
        f"select {_COLUMNS}, {BATCH} from events where {BATCH} in (select unnest($added)) "
        f"and id in (select id from read_parquet($index) where {BLOCK} is null) order by {BATCH}, id"
    )
    rows = (
        {**encode(decode(dict(zip(NAMES, values[:-1], strict=True)))), BLOCK: None, WRITING: added[values[-1]]}
        for values in _rows(source, asked, added=sorted(added), index=str(index))
    )
    yield from (to_arrow(piece, MERGED) for piece in _pieces(rows))


def _rows(source: Source, sql: str, **params: Any) -> Iterator[tuple[Any, ...]]:
    answer = connection().execute(
        f"with events as ({source.relation}) {sql}", {"files": list(source.files), **dict(source.params), **params}
    )
    while piece := answer.fetchmany(1000):
        yield from piece


def _ask(sql: str, folder: Path, before: str, **params: Any) -> list[tuple[Any, ...]]:
    """The answer over the index of a generation, as `old`."""
    held = {"old": _file(folder, "index", before), **params}
    return list(connection().execute(f"with old as (select * from read_parquet($old)) {sql}", held).fetchall())


def _arrow(sql: str, schema: pa.Schema, **params: Any) -> Iterator[pa.Table]:
    answer = connection().sql(f"with old as (select * from read_parquet($old)) {sql}", params=params)
    for batch in answer.to_arrow_reader(PIECE):
        yield pa.Table.from_batches([batch]).select(schema.names).cast(schema)


def _before(folder: Path, name: str) -> str:
    """The newest generation made by the same code, "" when there is none."""
    made_by = name.rsplit("-", 1)[-1]
    found = []
    for path in folder.glob(f"merged-*-{made_by}.parquet"):
        generation = path.stem.removeprefix("merged-")
        if (folder / f"index-{generation}.parquet").exists():
            found.append((tuple(map(int, generation.split("-")[:-1])), generation))
    return max(found)[1] if found else ""


def _file(folder: Path, kind: str, generation: str) -> str:
    return str(folder / f"{kind}-{generation}.parquet")


def _copy(old: Path, new: Path) -> None:
    making = new.with_name(f".{new.name}-{uuid.uuid4().hex}.tmp")
    shutil.copyfile(old, making)
    making.replace(new)


def _sweep(folder: Path, name: str) -> None:
    """Remove what no reader can be using any more."""
    for old in itertools.chain(*(folder.glob(kind) for kind in KINDS)):
        with contextlib.suppress(OSError):  # another process removes it too, or holds it open
            if name not in old.name and old.stat().st_mtime < time.time() - SPARED:
                old.unlink()


def _pieces(rows: Iterable[Any]) -> Iterator[list[Any]]:
    left = iter(rows)
    while piece := list(itertools.islice(left, PIECE)):
        yield piece
