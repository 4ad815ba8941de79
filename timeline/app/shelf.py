"""The store the dashboard works on: where it lies, opening it, and filling it the first time."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import streamlit as st

from timeline.query import Bucket, Extent, Filter
from timeline.store import Store, open_store
from timeline.stored import StoredArticle
from timeline.table import Row
from timeline.writable import StoreError

SEEDS = Path(__file__).parents[2] / "seeds"
FILLED = "seeded"  # file in the store's folder: seeds were put in once, and what a person removed stays removed


def folder() -> Path:
    """`TIMELINE_STORE`, or "timeline" in this system's folder for a user's data."""
    named = os.environ.get("TIMELINE_STORE")
    if named:
        return Path(named).expanduser()
    if sys.platform == "darwin":
        home = Path.home() / "Library" / "Application Support"
    elif os.name == "nt":
        home = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    else:
        home = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return home / "timeline" / "store"


@st.cache_resource(show_spinner=False)
def opened(path: str) -> Store:
    """The store, one for all sessions of this process."""
    return open_store(path)


_planting = threading.Lock()


def needs_seeds(store: Store) -> bool:
    return not (store.path / FILLED).exists() and SEEDS.is_dir() and store.count() == 0 and not store.articles()


def plant(store: Store, told: Callable[[int, int, str], None]) -> None:
    """Reads the seeds into an empty store, calling `told(done, of, name)` before each."""
    from timeline.articles.read import read
    from timeline.model import Article
    from timeline.pipeline import extract

    articles = [one for one in read([SEEDS]) if isinstance(one, Article)]

    def extracted() -> Iterator[object]:
        for done, article in enumerate(articles):
            told(done, len(articles), article.title or article.id)
            yield extract(article)

    list(store.add_all(extracted(), batch=4))  # type: ignore[arg-type]
    (store.path / FILLED).touch()


class Reader:
    """What the pages ask the store, remembered as long as the store has not changed."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.key = f"{store.path} {store.version}"

    def rows(self, chosen: Filter, limit: int | None = None) -> list[Row]:
        return _rows(self.store, self.key, chosen, limit)

    def count(self, chosen: Filter) -> int:
        return _count(self.store, self.key, chosen)

    def extent(self, chosen: Filter) -> Extent:
        return _extent(self.store, self.key, chosen)

    def choices(self, column: str, chosen: Filter) -> list[tuple[str, int]]:
        return _choices(self.store, self.key, column, chosen)

    def density(self, chosen: Filter, most: int, by: str = "") -> list[Bucket]:
        return _density(self.store, self.key, chosen, most, by)

    def articles(self) -> list[StoredArticle]:
        return _articles(self.store, self.key)

    def event(self, id_: str) -> Row | None:
        """The event with that id, or the one that a report with that id was merged into."""
        found = self.rows(Filter(ids=(id_,)))
        if found:
            return found[0]
        alone = next(iter(self.store.rows(Filter(ids=(id_,)), merged=False)), None)
        if alone is None:
            return None
        near = self.rows(Filter(articles=(alone["article_id"],)))
        return next((row for row in near if any(one.get("event_id") == id_ for one in row["sources"])), alone)


_cache = st.cache_data(show_spinner=False, max_entries=64)


@st.cache_data(show_spinner=False, max_entries=8)
def _rows(_store: Store, key: str, chosen: Filter, limit: int | None) -> list[Row]:
    return list(_store.rows(chosen, limit=limit))


@_cache
def _count(_store: Store, key: str, chosen: Filter) -> int:
    return _store.count(chosen)


@_cache
def _extent(_store: Store, key: str, chosen: Filter) -> Extent:
    return _store.extent(chosen)


@_cache
def _choices(_store: Store, key: str, column: str, chosen: Filter) -> list[tuple[str, int]]:
    return _store.choices(column, chosen)


@_cache
def _density(_store: Store, key: str, chosen: Filter, most: int, by: str) -> list[Bucket]:
    return _store.density(chosen, most, by)


@_cache
def _articles(_store: Store, key: str) -> list[StoredArticle]:
    return _store.articles()


def reader() -> Reader | None:
    """The store, opened, and filled with the seeds the first time; None when it cannot be, which is then said."""
    path = folder()
    try:
        store = opened(str(path))
    except (StoreError, OSError) as problem:
        st.error(f"The store in `{path}` cannot be opened: {problem}")
        st.caption("Set TIMELINE_STORE to another folder, or move what lies there, and load this page again.")
        return None
    if needs_seeds(store):
        with st.status("Reading the sample articles, this once …", expanded=True) as status, _planting:
            bar = st.progress(0.0)

            def told(done: int, total: int, name: str) -> None:
                bar.progress(done / max(1, total), text=plain(name))

            if needs_seeds(store):  # another window may have been first
                plant(store, told)
            status.update(label="The sample articles are read", state="complete", expanded=False)
        st.rerun()
    return Reader(store)


def plain(text: str) -> str:
    """Text that Streamlit's Markdown shows as it stands."""
    return "".join(f"\\{char}" if char in "\\`*_{}[]()#+-.!~|<>$:" else char for char in text)
