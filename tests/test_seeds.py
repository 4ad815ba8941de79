"""What the seeds are there to show, end to end."""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline.articles.read import read
from timeline.merge import merge_rows
from timeline.model import Article, Extraction
from timeline.pipeline import extract, extract_all
from timeline.table import Row, to_rows

SEEDS = Path(__file__).parent.parent / "seeds"


@pytest.fixture(scope="module")
def pause() -> Extraction:
    (article,) = read([SEEDS / "kyiv-pause.txt"])
    assert isinstance(article, Article)
    return extract(article)


@pytest.fixture(scope="module")
def rows(pause: Extraction) -> list[Row]:
    return list(to_rows(pause.events))


@pytest.fixture(scope="module")
def grain() -> list[Row]:
    articles = [one for one in read([SEEDS / "black-sea-grain"]) if isinstance(one, Article)]
    assert len(articles) >= 8
    return merge_rows(row for one in extract_all(articles) for row in to_rows(one.events))


class TestTheArticleThatStatesNoDate:
    def test_its_date_is_inferred_with_the_reason(self, pause: Extraction) -> None:
        assert str(pause.article.published) == "2026-01-30"
        assert pause.article.published_basis.startswith("inferred: ")
        assert "Friday" in pause.article.published_basis
        assert any("2026-01-30" in message for message in pause.messages)

    @pytest.mark.parametrize("words", ["February 1", "Sunday", "two days"])
    def test_three_ways_to_say_the_first_of_february(self, pause: Extraction, words: str) -> None:
        (time,) = {one.value for one in pause.times if words in one.text}
        assert time == "2026-02-01"

    def test_the_pause_is_one_event_with_its_mentions(self, rows: list[Row]) -> None:
        (row,) = [row for row in rows if row["type"] == "RETREAT"]
        assert (row["start"], row["end"]) == ("2026-01-25", "2026-02-01")
        assert len(row["mentions"]) >= 6
        assert row["modality"] == "ongoing"

    def test_the_cold_is_below_zero(self, rows: list[Row]) -> None:
        (row,) = [row for row in rows if row["type"] == "WEATHER"]
        assert (row["quantity_low"], row["quantity_unit"]) == (-26, "degC")
        assert (row["start"], row["end"], row["modality"]) == ("2026-02-01", None, "forecast")

    def test_every_row_quotes_the_article(self, pause: Extraction, rows: list[Row]) -> None:
        text = pause.article.text
        for row in rows:
            assert text[row["sentence_start"] : row["sentence_end"]] == row["sentence"]
            assert text[row["trigger_start"] : row["trigger_end"]] == row["trigger"]
            assert row["sentence_start"] <= row["trigger_start"] < row["trigger_end"] <= row["sentence_end"]
            if row["time_text_start"] is not None:
                assert text[row["time_text_start"] : row["time_text_end"]] == row["time_text"]

    def test_missing_words_are_said_to_be_missing(self, pause: Extraction) -> None:
        assert any("missing in 3 place(s)" in message for message in pause.messages)


class TestManyReports:
    def test_one_event_told_by_several_outlets(self, grain: list[Row]) -> None:
        strikes = [row for row in grain if row["type"] == "ASSAULT" and row["start"] == "2022-07-23"]
        told = max(strikes, key=lambda row: row["reports"])
        assert told["reports"] >= 2
        assert len({source["publisher"] for source in told["sources"]}) >= 2

    def test_contradictions_stay_visible(self, grain: list[Row]) -> None:
        assert any(row["disagreements"] for row in grain)

    def test_denials_are_marked(self, grain: list[Row]) -> None:
        assert any(row["modality"] == "denied" or row["type"] == "REJECT" for row in grain)

    def test_planned_then_happened_is_one_event_with_both(self, grain: list[Row]) -> None:
        both = [{source["modality"] for source in row["sources"]} for row in grain if row["reports"] > 1]
        assert any("happened" in one and one & {"planned", "forecast", "conditional"} for one in both)


def test_same_articles_same_bytes() -> None:
    articles = [one for one in read([SEEDS / "black-sea-grain"]) if isinstance(one, Article)][:3]
    once = [list(to_rows(one.events)) for one in extract_all(articles)]
    alone = [list(to_rows(extract(one).events)) for one in reversed(articles)]
    assert once == alone[::-1]
