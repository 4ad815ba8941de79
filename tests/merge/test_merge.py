"""Reports of one event in several articles: what becomes one row, what stays apart, what the one row keeps."""

from __future__ import annotations

import itertools
import json
from typing import Any

import pytest

from timeline.merge import block_keys, merge_rows
from timeline.merge.blocks import family_of
from timeline.table import COLUMNS, Row, source

EMPTY: dict[str, Any] = {"texts": [], "spans": [], "records": [], "text": "", "choice": "", "time": None}


def row(article: str, **facts: Any) -> Row:
    """A row as the table has them: a strike on the port of Odesa, with the given facts changed."""
    base: Row = {column.name: EMPTY.get(column.kind) for column in COLUMNS}
    base |= {name: list(value) for name, value in base.items() if isinstance(value, list)}
    base |= {
        "id": f"{article}-{facts.get('trigger', 'struck')}",
        "article_id": article,
        "title": "Russian missiles strike port of Odesa",
        "type": "ASSAULT",
        "start": "2022-07-23",
        "end": "2022-07-23",
        "granularity": "day",
        "time_basis": "explicit",
        "published": "2022-07-23",
        "actors": ["Russia"],
        "actor_ids": ["RUS"],
        "actor_countries": ["RUS"],
        "recipients": ["Ukraine"],
        "recipient_ids": ["UKR"],
        "recipient_countries": ["UKR"],
        "place": "Odesa",
        "place_country": "UKR",
        "latitude": 46.48,
        "longitude": 30.73,
        "modality": "happened",
        "polarity": "positive",
        "trigger": "struck",
        "trigger_start": 0,
        "trigger_end": 6,
        "sentence": "Russian missiles struck the port of Odesa on Saturday.",
        "confidence": 0.6,
        "publisher": f"Paper {article}",
        "reports": 1,
    }
    base |= facts
    base["sources"] = [source(base)]
    return base


def killed(count: float) -> list[Row]:
    return [{"kind": "killed", "low": count, "high": count, "unit": "people", "start": 0, "end": 1}]


TALKS = {
    "type": "CONSULT",
    "trigger": "met",
    "sentence": "Erdogan met Putin in Sochi on Friday to talk about the grain deal.",
    "actors": ["Erdogan", "Putin"],
    "actor_ids": ["erdogan", "putin"],
    "actor_countries": ["TUR", "RUS"],
    "recipients": [],
    "recipient_ids": [],
    "recipient_countries": [],
    "place": "Sochi",
    "place_country": "RUS",
}
ONE = {
    "told alike": (row("a"), row("b")),
    "told with another word": (
        row("a"),
        row("b", trigger="airstrike", sentence="The airstrike on the port of Odesa started a fire."),
    ),
    "by its own army, the state": (
        row("a"),
        row("b", actors=["Russian army"], actor_ids=["rus-mil"], sentence="The Russian army struck a port in Odesa."),
    ),
    "planned, then happened": (
        row("a", **TALKS, modality="planned", published="2022-08-01", start="2022-08-05", end="2022-08-05"),
        row("b", **TALKS, published="2022-08-06", start="2022-08-05", end="2022-08-05"),
    ),
    "happened and denied": (row("a"), row("b", modality="denied")),
    "other counts": (row("a", quantities=killed(6)), row("b", quantities=killed(12))),
    "a day apart, else the same": (
        row("a", quantities=killed(6)),
        row("b", quantities=killed(6), start="2022-07-24", end="2022-07-24"),
    ),
    "one of them names no one": (
        row("a"),
        row("b", actors=[], actor_ids=[], actor_countries=[], sentence="The port of Odesa was struck by missiles."),
    ),
}
TWO = {
    "one article": (row("a"), row("a", trigger="strike")),
    "another week": (row("a"), row("b", start="2022-07-28", end="2022-07-28")),
    "another city": (row("a"), row("b", place="Kharkiv", latitude=49.99, longitude=36.23)),
    "another army": (row("a"), row("b", actors=["Ukraine"], actor_ids=["UKR"], actor_countries=["UKR"])),
    "another act": (row("a"), row("b", type="CONSULT", trigger="met")),
    "counts far apart": (row("a", quantities=killed(4)), row("b", quantities=killed(90))),
    "no date": (row("a", start=None, end=None), row("b", start=None, end=None)),
    "a year only": (row("a", granularity="year"), row("b", granularity="year")),
    "statements": (row("a", type="STATEMENT"), row("b", type="STATEMENT")),
    "alike but for the words that other columns hold": (
        row("a", place="Ukraine", title="Russia strikes Ukraine", sentence="Russia struck a bridge near the border."),
        row("b", place="Ukraine", title="Russia strikes Ukraine", sentence="Russia struck a bakery, the mayor wrote."),
    ),
    "a place that the sentence does not name": (
        row("a"),
        row(
            "b", title="Attack on bridge", sentence="He denied that the decision was linked to an attack on the bridge."
        ),
    ),
    "only the country in common": (
        row("a", place="Ukraine", title="Missiles hit bridge", sentence="Missiles struck a bridge near the border."),
        row("b", place="Ukraine", title="Drone hits bakery", sentence="A drone struck a bakery, the mayor wrote."),
    ),
    "demanded and happened": (
        row("a", type="RETREAT", trigger="withdraw", modality="demanded"),
        row("b", type="RETREAT", trigger="withdrew"),
    ),
}


@pytest.mark.parametrize("name", ONE)
def test_one_event(name: str) -> None:
    (merged,) = merge_rows(ONE[name])
    assert merged["reports"] == 2
    assert [one["article_id"] for one in merged["sources"]] == ["a", "b"]


@pytest.mark.parametrize("name", TWO)
def test_two_events(name: str) -> None:
    assert sorted(one["id"] for one in merge_rows(TWO[name])) == sorted(one["id"] for one in TWO[name])


def test_planned_then_happened_shows_both() -> None:
    (merged,) = merge_rows(ONE["planned, then happened"])
    assert merged["modality"] == "happened"
    assert [one["modality"] for one in merged["sources"]] == ["planned", "happened"]
    assert merged["disagreements"] == []


def test_disagreements_are_put_in_words() -> None:
    told = [
        row("a", quantities=killed(6)),
        row("b", quantities=killed(12), published="2022-07-24"),
        row("c", modality="denied", published="2022-07-25", speaker="Sergei Lavrov"),
    ]
    (merged,) = merge_rows(told)
    assert merged["disagreements"] == ["killed: 6 (Paper a) or 12 (Paper b)", "denied, says Sergei Lavrov (Paper c)"]


def test_dates_that_differ_are_put_in_words() -> None:
    (merged,) = merge_rows(ONE["a day apart, else the same"])
    assert merged["disagreements"] == ["date: 2022-07-23 (Paper a) or 2022-07-24 (Paper b)"]


def test_a_count_inside_a_bound_is_no_disagreement() -> None:
    at_least = [{"kind": "killed", "low": 10, "high": None, "unit": "people", "start": 0, "end": 1}]
    (merged,) = merge_rows([row("a", quantities=at_least), row("b", quantities=killed(12))])
    assert merged["disagreements"] == []


def test_gaps_are_filled_and_the_first_speaker_kept() -> None:
    told = [
        row("a", speaker="", place="", place_country="", latitude=None, longitude=None),
        row("b", speaker="Oleksandr Kubrakov", published="2022-07-24"),
        row("c", speaker="Hulusi Akar", published="2022-07-25"),
    ]
    (merged,) = merge_rows(told)
    assert merged["article_id"] == "a"
    assert (merged["place"], merged["latitude"], merged["speaker"]) == ("Odesa", 46.48, "Oleksandr Kubrakov")
    assert merged["confidence"] > 0.6


def test_the_order_of_arrival_does_not_matter() -> None:
    rows = [one for pair in (*ONE.values(), *TWO.values()) for one in pair]
    rows = [{**one, "article_id": f"{one['article_id']}{k}", "id": str(k)} for k, one in enumerate(rows)]
    rows = [{**one, "sources": [source(one)]} for one in rows]
    first = json.dumps(merge_rows(rows), sort_keys=True)
    for turn in range(len(rows)):
        assert json.dumps(merge_rows([*rows[turn:], *rows[:turn]]), sort_keys=True) == first
    assert json.dumps(merge_rows(rows[::-1]), sort_keys=True) == first


def test_every_order_of_three_gives_the_same() -> None:
    rows = [row("a"), row("b", start="2022-07-24", end="2022-07-24", quantities=killed(3)), row("c", modality="denied")]
    assert len({json.dumps(merge_rows(order), sort_keys=True) for order in itertools.permutations(rows)}) == 1


def test_no_chain_leads_from_one_event_to_another() -> None:
    """Each day's strike is like the next day's; the first and the last are not one."""
    days = [
        row(f"n{day:02}", start=f"2022-07-{day}", end=f"2022-07-{day}", quantities=killed(5)) for day in range(10, 20)
    ]
    for merged in merge_rows(days):
        told = sorted(one["start"] for one in merged["sources"])
        assert int(told[-1][-2:]) - int(told[0][-2:]) <= 1


def test_families_can_be_merged_one_by_one() -> None:
    rows = [one for pair in (*ONE.values(), *TWO.values()) for one in pair]
    rows = [{**one, "id": str(k), "article_id": f"n{k}"} for k, one in enumerate(rows)]
    rows = [{**one, "sources": [source(one)]} for one in rows]
    families = sorted({family_of(key) for one in rows for key in block_keys(one)})
    apart = [
        one
        for family in families
        for one in merge_rows([one for one in rows if family in map(family_of, block_keys(one))])
    ]
    apart += [one for one in rows if not block_keys(one)]
    assert sorted(one["id"] for one in apart) == sorted(one["id"] for one in merge_rows(rows))


@pytest.mark.parametrize(
    ("days", "left"),
    [
        (("2022-07-31", "2022-08-01"), 1),
        (("2022-07-31", "2022-07-31", "2022-08-01"), 1),
        (("2022-12-31", "2023-01-01"), 1),
        (("2022-07-30", "2022-08-01"), 2),  # two days apart are two events, at a month's end as elsewhere
        (("2022-06-30", "2022-07-01", "2022-07-31", "2022-08-01"), 2),
    ],
)
def test_a_months_end_cuts_nothing(days: tuple[str, ...], left: int) -> None:
    rows = [row(f"n{k}", start=day, end=day, quantities=killed(5)) for k, day in enumerate(days)]
    for order in itertools.permutations(rows):
        assert len(merge_rows(order)) == left


def test_a_row_alone_stays_as_it_is() -> None:
    alone = row("a")
    assert merge_rows([alone]) == [alone]
    assert merge_rows([]) == []


def test_merged_rows_keep_every_column() -> None:
    (merged,) = merge_rows(ONE["told alike"])
    assert list(merged) == [column.name for column in COLUMNS]
    assert merged["id"] not in ("a-struck", "b-struck")


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_a_day_at_the_calendars_edge_meets_its_like(day: str) -> None:
    assert len(merge_rows([row("a", start=day, end=day), row("b", start=day, end=day)])) == 1
