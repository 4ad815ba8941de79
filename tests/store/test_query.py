"""Each field of a Filter, and what it must leave alone."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from tests.store.made_extractions import TUESDAY, make_event
from timeline.model import Actor, Article, Extraction, Interval, Span
from timeline.query import Bucket, Filter
from timeline.store import Store, open_store


def interval(start: str, end: str, granularity: str = "day") -> Interval:
    """From first to last day; "" is an open side."""
    begin = datetime.fromisoformat(start) if start else None
    finish = datetime.fromisoformat(end) + timedelta(days=1) if end else None
    return Interval(begin, finish, granularity)


def actor(name: str, country: str, id_: str = "") -> tuple[Actor, ...]:
    return (Actor(Span(0, 1), id_, name, country),)


EVENTS = {
    "strike": {"time": interval("2022-07-23", "2022-07-23")},
    "talks": {
        "type": "CONSULT",
        "modality": "planned",
        "time": interval("2022-08-01", "2022-08-31", "month"),
        "actors": actor("Türkiye", "TUR", "state:TUR"),
        "recipients": (),
        "title": "Türkiye to host talks in İstanbul",
    },
    "since": {
        "type": "PROTEST",
        "time": interval("2022-09-01", ""),
        "actors": actor("Students", "SRB"),
        "recipients": (),
    },
    "until": {
        "type": "COERCE",
        "time": interval("", "2022-06-30"),
        "actors": actor("100% _real_ O'Hara", ""),
        "recipients": (),
    },
    "words": {"type": "STATEMENT", "time": None, "time_basis": "none", "recipients": ()},
}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    store = open_store(tmp_path_factory.mktemp("query") / "store")
    for name, changes in EVENTS.items():
        article = Article(f"in {name}", "text", TUESDAY, "stated", "", "Herald" if name < "t" else "Courier", "")
        store.add(Extraction(article, (make_event(0, article, id=name, **changes),)))
    return store


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        pytest.param(Filter(), "until strike talks since words", id="everything, in order of time"),
        pytest.param(Filter(actors=("russia",)), "strike words", id="an actor's name, whatever its case"),
        pytest.param(Filter(actors=("UKR",)), "strike", id="a recipient's country"),
        pytest.param(Filter(actors=("state:TUR",)), "talks", id="an actor's id"),
        pytest.param(Filter(actors=("TÜRKIYE", "Students")), "talks since", id="one of several actors"),
        pytest.param(Filter(actors=("Russ",)), "", id="a part of a name is no name"),
        pytest.param(Filter(actors=("100% _real_ O'Hara",)), "until", id="a name with signs of SQL"),
        pytest.param(Filter(actors=("'; drop table events; --",)), "", id="a name that is SQL"),
        pytest.param(Filter(types=("PROTEST", "CONSULT")), "talks since", id="types"),
        pytest.param(Filter(modalities=("planned",)), "talks", id="modality"),
        pytest.param(Filter(publishers=("Herald",)), "strike since", id="publisher"),
        pytest.param(Filter(since=date(2022, 7, 23), until=date(2022, 7, 23)), "strike", id="one day"),
        pytest.param(Filter(since=date(2022, 8, 31)), "talks since", id="the last day of an interval counts"),
        pytest.param(Filter(until=date(2022, 8, 1)), "until strike talks", id="its first day counts"),
        pytest.param(Filter(since=date(2030, 1, 1)), "since", id="an open end reaches on"),
        pytest.param(Filter(until=date(1900, 1, 1)), "", id="an open beginning does not reach back"),
        pytest.param(Filter(text="HOST istanbul turkiye"), "talks", id="all words, whatever their case"),
        pytest.param(Filter(text="ukraine odesa"), "strike", id="words of a name and of a sentence"),
        pytest.param(Filter(text="100% o'hara"), "until", id="words with signs of SQL"),
        pytest.param(Filter(text="_real_"), "until", id="an underscore is itself"),
        pytest.param(Filter(text="10%real"), "", id="a percent sign is itself"),
        pytest.param(Filter(statements=False), "until strike talks since", id="no statements"),
        pytest.param(Filter(dated=False), "words", id="without a date"),
        pytest.param(Filter(dated=True), "until strike talks since", id="with a date"),
        pytest.param(Filter(ids=("talks", "none")), "talks", id="ids"),
        pytest.param(Filter(articles=("in since",)), "since", id="articles"),
        pytest.param(Filter(actors=("RUS",), until=date(2022, 12, 31)), "strike", id="fields are joined by and"),
    ],
)
def test_filter(store: Store, chosen: Filter, expected: str) -> None:
    found = [row["id"] for row in store.rows(chosen)]
    assert found == expected.split()
    assert store.count(chosen) == len(found)
    assert sorted(row["id"] for row in store.rows(chosen, merged=False)) == sorted(found)


def test_pages(store: Store) -> None:
    assert [row["id"] for row in store.rows(limit=2, offset=1)] == ["strike", "talks"]


def test_extent(store: Store) -> None:
    extent = store.extent()
    assert (extent.first, extent.last) == (date(2022, 6, 30), date(2022, 9, 1))
    assert (extent.count, extent.undated) == (5, 1)


def test_choices(store: Store) -> None:
    assert store.choices("parties")[:2] == [("Russia", 2), ("100% _real_ O'Hara", 1)]
    assert store.choices("publisher") == [("Courier", 3), ("Herald", 2)]
    assert store.choices("type", Filter(statements=False)) == [
        ("ASSAULT", 1),
        ("COERCE", 1),
        ("CONSULT", 1),
        ("PROTEST", 1),
    ]
    assert store.choices("actor_countries")[0] == ("RUS", 2)
    with pytest.raises(ValueError, match="no column 'colour'"):
        store.choices("colour")


def test_density(store: Store) -> None:
    months = store.density(most=5)
    assert [(one.start.isoformat(), one.count) for one in months] == [
        ("2022-06-01", 1),
        ("2022-07-01", 1),
        ("2022-08-01", 1),
        ("2022-09-01", 1),
    ]
    days = store.density(Filter(types=("ASSAULT",)), by="type")
    assert days == [Bucket(date(2022, 7, 23), date(2022, 7, 24), "ASSAULT", 1)]
    assert {one.group for one in store.density(by="actors")} == {"Russia", "Türkiye", "Students", "100% _real_ O'Hara"}
    with pytest.raises(ValueError, match="no column"):
        store.density(by="type; drop table")


def test_nothing_is_downloaded(tmp_path: Path) -> None:
    from timeline.query import connection

    names = ("autoinstall_known_extensions", "autoload_known_extensions")
    said = connection().execute("select value from duckdb_settings() where name in (?, ?)", names).fetchall()
    assert said == [("false",), ("false",)]
