"""What goes into a store comes out of it; replaced, deleted, corrected, refused."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pandas as pd
import pytest

from tests.store.made_extractions import WORDS, make_event, make_extraction
from timeline import query
from timeline import store as store_module
from timeline.folder import MARK
from timeline.model import Article, Extraction, Interval, Span
from timeline.store import Store, open_store
from timeline.stored import HIDDEN, Correction
from timeline.table import NAMES, to_rows
from timeline.writable import StoreError


class TestRoundTrip:
    def test_rows_come_back_as_they_were(self, store: Store) -> None:
        extraction = make_extraction(events=3)
        store.add(extraction)
        assert list(store.rows(merged=False)) == list(to_rows(extraction.events))

    def test_an_article_comes_back_with_its_text(self, store: Store) -> None:
        article = Article("ü", "Київ: “тиша”\n北京\x85", date(2022, 7, 22), "stated", "T", "P", "https://e.org", "uk")
        store.add(Extraction(article, (), (), ("No event was found in this article.",)))
        assert store.article("ü") == article
        assert store.article("another") is None
        (listed,) = store.articles()
        assert (listed.id, listed.published, listed.events) == ("ü", "2022-07-22", 0)
        assert listed.messages == ("No event was found in this article.",)

    def test_an_empty_store_answers(self, store: Store) -> None:
        assert list(store.rows()) == [] == store.articles() == store.density() == store.choices("type")
        assert store.count() == 0
        assert store.extent() == query.Extent(None, None, 0, 0)
        assert list(store.table().columns) == list(NAMES)

    def test_the_table_is_a_data_frame(self, store: Store) -> None:
        store.add(make_extraction())
        table = store.table(merged=False)
        assert isinstance(table, pd.DataFrame)
        assert list(table["actors"]) == [["Russia"], ["Russia"]]
        assert str(table["trigger_start"].dtype) == "Int64"

    def test_another_process_sees_it(self, store: Store) -> None:
        store.add(make_extraction())
        assert open_store(store.path, create=False).count(merged=False) == 2

    def test_years_before_one_and_open_sides(self, store: Store) -> None:
        article = make_extraction("a").article
        old = replace(make_event(0, article, time=None), edtf="-0044-03-15", time_text="the Ides of March 44 BC")
        store.add(Extraction(article, (old,)))
        (row,) = store.rows()
        assert (row["edtf"], row["start"], row["end"]) == ("-0044-03-15", None, None)
        assert store.extent().undated == 1


class TestAgain:
    def test_the_same_again_changes_nothing(self, store: Store) -> None:
        assert store.add(make_extraction()).status == "added"
        version = store.version
        assert store.add(make_extraction()).status == "unchanged"
        assert store.version == version
        assert store.count(merged=False) == 2

    def test_a_newer_extractor_replaces(self, store: Store) -> None:
        store.add(make_extraction(events=3), extractor="1")
        assert store.known([make_extraction().article], extractor="1") == {"a"}
        assert store.known([make_extraction().article], extractor="2") == set()
        assert store.add(make_extraction(events=1), extractor="2").status == "replaced"
        assert [row["id"] for row in store.rows(merged=False)] == ["a-0"]
        assert len(store.articles()) == 1

    def test_another_date_replaces(self, store: Store) -> None:
        extraction = make_extraction()
        store.add(extraction)
        other = replace(extraction, article=replace(extraction.article, published=date(2024, 2, 1)))
        assert store.add(other).status == "replaced"

    def test_an_inferred_date_is_no_part_of_what_came_in(self, store: Store) -> None:
        came = Article("a", WORDS)
        store.add(Extraction(replace(came, published=date(2024, 1, 16), published_basis="inferred: Monday")))
        assert store.known([came]) == {"a"}

    def test_twice_in_one_batch(self, store: Store) -> None:
        saved = list(store.add_all([make_extraction(events=1), make_extraction(events=2)]))
        assert [one.status for one in saved] == ["added"]
        assert store.count(merged=False) == 2

    def test_deleted_and_back(self, store: Store) -> None:
        store.add(make_extraction("a"))
        store.add(make_extraction("b"))
        assert store.delete("a")
        assert not store.delete("a")
        assert {row["article_id"] for row in store.rows(merged=False)} == {"b"}
        assert store.article("a") is None
        assert store.add(make_extraction("a")).status == "added"
        assert store.count(merged=False) == 4


class TestMerged:
    def test_reports_of_one_event_are_one_row(self, store: Store) -> None:
        store.add(make_extraction("a", events=1))
        store.add(make_extraction("b", events=1))
        (row,) = store.rows()
        assert row["reports"] == 2
        assert sorted(one["article_id"] for one in row["sources"]) == ["a", "b"]

    def test_refreshed_as_if_made_anew(self, store: Store, tmp_path: Path) -> None:
        """Adding, replacing, deleting and correcting one by one gives what one reading of the end state gives."""
        for name in "abcd":
            store.add(make_extraction(name, events=4))
            store.count()
        store.delete("b")
        store.count()
        store.add(make_extraction("c", events=2), extractor="newer")
        store.count()
        store.correct(Correction("d", 15, 21, "start", "2024-03-09"))
        store.count()
        anew = open_store(tmp_path / "anew")
        for name, events in (("a", 4), ("c", 2), ("d", 4)):
            anew.add(make_extraction(name, events=events))
        anew.correct(Correction("d", 15, 21, "start", "2024-03-09"))
        assert list(store.rows()) == list(anew.rows())
        assert store.count() == 5

    @pytest.mark.parametrize("seed", range(4))
    def test_any_course_of_changes_ends_where_a_new_store_begins(self, tmp_path: Path, seed: int) -> None:
        """Adding, replacing, deleting, correcting and compacting at random, refreshed now and then."""
        chance = random.Random(seed)
        store, held = open_store(tmp_path / "store"), {}
        corrections: dict[str, str] = {}
        for step in range(25):
            name = chance.choice("abcdef")
            match chance.choice(["add", "add", "delete", "correct", "refresh", "compact"]):
                case "add":
                    held[name] = make_extraction(name, events=chance.randint(0, 4), text=f"{WORDS} {step}")
                    store.add(held[name])
                case "delete":
                    assert store.delete(name) is (held.pop(name, None) is not None)
                case "correct":
                    corrections[name] = chance.choice(("2023-12-31", "2024-01-31", "2024-02-01", "2024-07-03"))
                    store.correct(Correction(name, 15, 21, "start", corrections[name]))
                case "refresh":
                    store.refresh()
                case "compact":
                    store.compact()
        anew = open_store(tmp_path / "anew")
        list(anew.add_all(held[name] for name in sorted(held)))
        for name, start in corrections.items():
            anew.correct(Correction(name, 15, 21, "start", start))
        assert list(store.rows()) == list(anew.rows())
        assert list(store.rows(merged=False)) == list(anew.rows(merged=False))

    def test_a_months_end_is_refreshed_as_if_made_anew(self, tmp_path: Path) -> None:
        """Each change touches one month; what it meets, or met, in the next is merged again too."""
        days = ("2024-01-30", "2024-01-31", "2024-02-01", "2024-02-29", "2024-03-01")
        times = {day: datetime.fromisoformat(day) for day in days}
        made = [
            make_extraction(
                f"n{k}", events=1, edtf=day, time=Interval(times[day], times[day] + timedelta(days=1), "day")
            )
            for k, day in enumerate(days)
        ]
        store = open_store(tmp_path / "store")
        for turn, extraction in enumerate([*made[::2], *made[1::2], made[1]]):
            if turn == len(made):
                store.delete("n2")
            store.add(extraction)
            store.refresh()
            anew = open_store(tmp_path / f"anew-{turn}")
            list(anew.add_all(made[k] for k in range(len(made)) if store.article(f"n{k}")))
            assert list(store.rows()) == list(anew.rows())

    def test_the_order_of_arrival_does_not_matter(self, tmp_path: Path) -> None:
        made = []
        for number, order in enumerate(("abc", "cab")):
            store = open_store(tmp_path / str(number))
            for name in order:
                store.add(make_extraction(name))
                store.refresh()
            made.append(list(store.rows()))
        assert made[0] == made[1]


class TestCorrections:
    def test_the_last_word_counts_and_none_undoes(self, store: Store) -> None:
        store.add(make_extraction(events=1))
        for value in ("First", "Second"):
            store.correct(Correction("a", 15, 21, "title", value))
        assert [row["title"] for row in store.rows(merged=False)] == ["Second"]
        assert [row["title"] for row in store.rows()] == ["Second"]
        store.correct(Correction("a", 15, 21, "title", None))
        assert [row["title"] for row in store.rows()] == ["Russia strikes Odesa (0)"]

    def test_outlives_a_new_reading(self, store: Store) -> None:
        store.add(make_extraction(events=1), extractor="1")
        store.correct(Correction("a", 15, 21, "actors", ["Ukraine"]))
        store.add(make_extraction(events=2), extractor="2")
        assert [row["actors"] for row in store.rows(merged=False)] == [["Ukraine"], ["Russia"]]

    def test_hidden(self, store: Store) -> None:
        store.add(make_extraction(events=2))
        store.correct(Correction("a", 15, 21, HIDDEN, True))
        assert [row["id"] for row in store.rows()] == ["a-1"] == [row["id"] for row in store.rows(merged=False)]


class TestInterrupted:
    def test_what_was_given_before_a_failure_is_kept(self, store: Store) -> None:
        def source() -> object:
            yield make_extraction("a")
            raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            list(store.add_all(source()))  # type: ignore[arg-type]
        assert [one.id for one in store.articles()] == ["a"]

    def test_what_was_given_before_the_reader_went_is_kept(self, store: Store) -> None:
        saving = store.add_all((make_extraction(name) for name in "abcde"), batch=2)
        next(saving)
        saving.close()  # type: ignore[attr-defined]
        assert [one.id for one in store.articles()] == ["a", "b"]

    def test_events_without_their_mark_are_not_seen(self, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
        """A writer killed between the two commits: nothing is seen, and writing again gives no doubles."""
        append = store._tables.append

        def killed(name: str, rows: list[dict[str, object]]) -> None:
            if name == "articles":
                raise SystemError
            append(name, rows)

        monkeypatch.setattr(store._tables, "append", killed)
        with pytest.raises(SystemError):
            store.add(make_extraction())
        monkeypatch.undo()
        assert store.count(merged=False) == 0
        store.add(make_extraction())
        assert store.count(merged=False) == 2

    def test_a_half_made_log_is_no_obstacle(self, tmp_path: Path) -> None:
        (tmp_path / "events" / "_delta_log").mkdir(parents=True)
        (tmp_path / "articles" / "_delta_log").mkdir(parents=True)
        (tmp_path / "articles" / "_delta_log" / f"{0:020}.json").touch()
        store = open_store(tmp_path)
        store.add(make_extraction())
        assert open_store(tmp_path).count(merged=False) == 2


class TestCompact:
    def test_keeps_what_counts_and_drops_the_rest(self, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
        for name in "abc":
            store.add(make_extraction(name), extractor="1")
        store.add(make_extraction("a", events=1), extractor="2")
        store.delete("b")
        before = list(store.rows(merged=False))
        monkeypatch.setattr(store_module, "KEPT", -1)
        sizes = store.compact()
        assert sizes["after"] < sizes["before"]
        assert list(store.rows(merged=False)) == before
        assert list(open_store(store.path).rows(merged=False)) == before
        held = store._tables.query("select id from read_parquet($files) order by id", "articles")
        assert held == [("a",), ("c",)]

    def test_spares_writers_at_work(self, store: Store) -> None:
        """Events whose article's row is still to come are not swept away."""
        store._tables.append("events", [{"id": "x", "_batch": store_module.new_token()}])
        store.compact()
        assert store._tables.query("select id from read_parquet($files)", "events") == [("x",)]

    def test_a_reader_goes_on(self, store: Store) -> None:
        reader = open_store(store.path)
        for name in "abc":
            store.add(make_extraction(name))
        rows = reader.rows(merged=False)
        first = next(rows)
        store.compact()
        assert [first, *rows] == list(reader.rows(merged=False))


class TestRefused:
    def test_a_folder_of_other_things(self, tmp_path: Path) -> None:
        (tmp_path / "letter.txt").write_text("x")
        with pytest.raises(StoreError, match=r"holds other files \(letter.txt\); name a new or empty folder"):
            open_store(tmp_path)

    def test_a_file(self, tmp_path: Path) -> None:
        (tmp_path / "x").touch()
        with pytest.raises(StoreError, match="is a file; a store is a folder"):
            open_store(tmp_path / "x")

    def test_none_there(self, tmp_path: Path) -> None:
        with pytest.raises(StoreError, match=r"There is no store in .* Make one with: python -m timeline ingest"):
            open_store(tmp_path / "x", create=False)
        assert not (tmp_path / "x").exists()

    @pytest.mark.parametrize("name", ["a[b]", "what?", "50%20", "a|b"])
    def test_names_that_break_the_tables(self, tmp_path: Path, name: str) -> None:
        with pytest.raises(StoreError, match="Name another folder"):
            open_store(tmp_path / name)

    @pytest.mark.parametrize("name", ["with space", "Київ", "a'b", 'a"b', "a#b", "100%", "a&b;c=d"])
    def test_names_that_do_not(self, tmp_path: Path, name: str) -> None:
        store = open_store(tmp_path / name)
        store.add(make_extraction())
        assert store.count() == 2

    @pytest.mark.parametrize(
        ("schema", "said"),
        [
            (99, "a newer timeline .* Update timeline"),
            (0, "an older timeline .* Ingest the articles into a new folder"),
        ],
    )
    def test_another_schema(self, store: Store, schema: int, said: str) -> None:
        (store.path / MARK).write_text(json.dumps({"schema": schema}))
        with pytest.raises(StoreError, match=said):
            open_store(store.path)

    def test_a_broken_mark(self, store: Store) -> None:
        (store.path / MARK).write_text("{")
        with pytest.raises(StoreError, match=r"cannot be read\. Restore it"):
            open_store(store.path)


def test_a_store_from_before_a_column_was_added(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Columns may be added to the table: in what was stored before they are empty."""
    schemas = dict(store_module.SCHEMAS)
    older = schemas["events"].remove(schemas["events"].get_field_index("disagreements"))
    old_path = tmp_path / "old"
    monkeypatch.setattr(store_module, "SCHEMAS", {**schemas, "events": older})
    old = open_store(old_path)
    old.add(make_extraction("a"))
    monkeypatch.undo()
    new = open_store(old_path)
    assert [row["disagreements"] for row in new.rows(merged=False)] == [[], []]
    new.add(make_extraction("b"))
    assert new.count(merged=False) == 4


def test_spans_and_numbers_keep_their_kind(store: Store) -> None:
    article = make_extraction().article
    store.add(Extraction(article, (make_event(0, article, mentions=(Span(1, 4), Span(5, 9))),)))
    (row,) = store.rows()
    assert row["mentions"] == [[1, 4], [5, 9]]
    assert (row["quantity_low"], row["quantity_high"], row["utc_offset"]) == (3.0, None, None)
    assert row["quantities"][0]["kind"] == "killed"
