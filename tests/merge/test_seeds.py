"""The seeds' collection, from text to merged rows: each thing that merging is there for can be seen in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline.articles.read import read
from timeline.merge import merge_rows
from timeline.model import Article
from timeline.pipeline import extract
from timeline.table import Row, to_rows

SEEDS = Path(__file__).parent.parent.parent / "seeds"
COLLECTION = SEEDS / "black-sea-grain"


@pytest.fixture(scope="module")
def merged() -> list[Row]:
    articles = [one for one in read([COLLECTION]) if isinstance(one, Article)]
    return [
        one for one in merge_rows(row for one in articles for row in to_rows(extract(one).events)) if one["reports"] > 1
    ]


def of_day(merged: list[Row], day: str, type_: str) -> Row:
    (found,) = [one for one in merged if one["start"].startswith(day) and one["type"] == type_]
    return found


def test_every_report_states_its_title_day_outlet_and_reserved_address() -> None:
    articles = list(read([COLLECTION]))
    assert len(articles) >= 8
    for article in articles:
        assert isinstance(article, Article)
        assert article.title and article.published and article.publisher
        assert article.published_basis == "stated"
        assert ".example.org/" in article.url
        assert not article.text.startswith("---")


def test_the_first_seed_stands_as_it_came() -> None:
    (article,) = read([SEEDS / "kyiv-pause.txt"])
    assert isinstance(article, Article)
    assert article.text == (SEEDS / "kyiv-pause.txt").read_text(encoding="utf-8")
    assert article.published is None


def test_several_reports_are_one_event_and_a_denial_stays_visible(merged: list[Row]) -> None:
    strike = of_day(merged, "2022-07-23", "ASSAULT")
    assert strike["reports"] == 4
    assert {"happened", "denied"} == {one["modality"] for one in strike["sources"]}
    assert strike["modality"] == "happened"
    assert any(line.startswith("denied, says Hulusi Akar") for line in strike["disagreements"])


def test_planned_then_happened_is_one_event(merged: list[Row]) -> None:
    for day, type_, before in (("2022-08-05", "CONSULT", "planned"), ("2022-08-01", "ECONOMY", "forecast")):
        event = of_day(merged, day, type_)
        assert [one["modality"] for one in event["sources"]] == [before, "happened"]
        assert event["modality"] == "happened"


def test_terms_that_contradict_each_other_stay_visible(merged: list[Row]) -> None:
    (extension,) = [one for one in merged if one["start"].startswith("2023-03-18")]
    assert any("60" in line and "120" in line for line in extension["disagreements"])


def test_counts_that_contradict_each_other_stay_visible(merged: list[Row]) -> None:
    night = of_day(merged, "2023-07-18T20", "ASSAULT")
    assert any("at least 12" in line and "at least 6" in line for line in night["disagreements"])


def test_suspension_and_withdrawal_are_two_events(merged: list[Row]) -> None:
    for day in ("2022-10-29", "2023-07-17"):
        assert len([one for one in merged if one["start"].startswith(day) and "grain deal" in one["title"]]) == 1
