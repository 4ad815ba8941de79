"""Adding articles, taking them out, hiding events: each with its way back."""

from __future__ import annotations

from datetime import date

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from tests.app.made import extractions
from timeline.app import adding
from timeline.app.shelf import Reader
from timeline.articles.made import Unreadable
from timeline.articles.read import read_bytes
from timeline.model import Article
from timeline.query import Filter

PACT = b"PARIS, May 3, 2024 - France and Germany signed a defence agreement in Paris on May 2, 2024."


def articles_page() -> None:
    from timeline.app.articles_page import page

    page()


def hiding_page() -> None:
    import streamlit as st

    from timeline.app import hiding, shelf

    reader = shelf.reader()
    row = reader.event("deal-0158")
    st.button("hide", on_click=hiding.hide, args=(reader, row))
    hiding.notice(reader)
    hiding.hidden(reader)


@pytest.fixture
def page(store):
    app = AppTest.from_function(articles_page, default_timeout=120).run()
    assert not app.exception
    return app


def press(app: AppTest, label: str) -> AppTest:
    app = next(one for one in app.button if one.label == label).click().run()
    assert not app.exception, app.exception
    return app


def html(app: AppTest) -> str:
    return "\n".join(str(one.proto.body) for one in app.get("html"))


def add(store, found, published=None, known=None) -> adding.Account:
    return adding.add(store, found, published, lambda number, name: None, known)


def test_an_article_is_read_and_kept_once(store):
    known = Article("", "", title="A pact", publisher="The Seine Post", url="https://seine.example.org/1")
    first = add(store, read_bytes(PACT, "pact.txt"), known=known)
    assert [(one.title, one.status) for one in first.outcomes] == [("A pact", "added")]
    assert first.events >= 1 and first.outcomes[0].published == "2024-05-03"
    again = add(store, read_bytes(PACT, "pact.txt"), known=known)
    assert [one.status for one in again.outcomes] == ["unchanged"]
    stored = store.article(first.outcomes[0].id)
    assert (stored.title, stored.publisher, stored.url) == ("A pact", "The Seine Post", "https://seine.example.org/1")


def test_the_date_given_fills_one_that_is_not_stated(store):
    account = add(store, read_bytes(b"The talks ended on Friday.", "a.txt"), date(2024, 1, 16))
    assert account.outcomes[0].published == "2024-01-16" and account.outcomes[0].basis == "given"
    stated = add(
        store, read_bytes(b"---\npublished: 2023-05-05\n---\nThe talks ended on Friday.", "b.txt"), date(2024, 1, 16)
    )
    assert stated.outcomes[0].published == "2023-05-05"


def test_what_cannot_be_read_is_named_and_the_rest_is_read(store):
    rows = b'{"title": "One", "text": "France attacked Spain on May 2, 2024.", "published": "2024-05-03"}\n{"title": broken\n{"title": "Three"}\n'
    account = add(store, read_bytes(rows, "rows.jsonl"))
    assert [one.title for one in account.outcomes] == ["One"]
    assert len(account.problems) == 2 and all(isinstance(one, Unreadable) and one.where for one in account.problems)


def test_an_article_without_an_event_says_so(store):
    account = add(store, read_bytes(b"The sky is blue.", "sky.txt"), date(2024, 1, 16))
    assert account.outcomes[0].events == 0 and any("No event" in one for one in account.outcomes[0].messages)


def test_the_page_lists_what_is_kept(page):
    assert any("Articles (2)" in one.value for one in page.subheader)
    assert list(page.dataframe[-1].value["Title"]) == ["Grain deal signed", "Russia leaves"]


def test_nothing_pasted_is_said(page):
    press(page, "Read and add")
    assert [one.value for one in page.warning] == ["Choose one or more files first."]


def test_paste_and_read(page, store):
    page.text_area(key="pasted").set_value(PACT.decode())
    next(one for one in page.text_input if one.label == "Title").set_value("A <b>pact</b>")
    buttons = [one for one in page.button if one.label == "Read and add"]
    buttons[-1].click().run()
    assert not page.exception
    assert any("1 article read" in one.value for one in page.success)
    assert len(store.articles()) == 3
    assert any("Articles (3)" in one.value for one in page.subheader)


def test_an_article_whose_date_does_not_exist_is_read_in_part(page, store):
    """It is not told as one that could not be read; without a title it is listed by its first words."""
    page.text_area(key="pasted").set_value("---\npublished: 2022-02-30\n---\nRussia attacked Ukraine with missiles.")
    [one for one in page.button if one.label == "Read and add"][-1].click().run()
    assert not page.exception
    assert [one.value for one in page.warning] == ["1 article read, 1 event found. 1 only in part."]
    assert "There is no such day as" in html(page)
    assert "Russia attacked Ukraine with missiles." in [one.name for one in store.articles()]


def test_remove_and_undo(page, store):
    page.session_state[f"articles-{Reader(store).key}"] = {"selection": {"rows": [1], "columns": [], "cells": []}}
    page.run()
    press(page, "Remove")
    assert [one.id for one in store.articles()] == ["deal"]
    assert "Removed: Russia leaves" in html(page)
    press(page, "Undo")
    assert [one.id for one in store.articles()] == ["deal", "later"]
    assert "Removed:" not in html(page)


def test_what_an_older_version_read_can_be_read_again(page, store):
    list(store.add_all(extractions(), "an older version"))
    page.session_state[f"articles-{Reader(store).key}"] = {"selection": {"rows": [0], "columns": [], "cells": []}}
    page.run()
    assert not page.exception
    press(page, "Read 1 article again")
    assert len(store.articles()) == 2
    assert "deal-0158" not in {row["id"] for row in store.rows()}  # made by hand, replaced by what was read


def test_an_event_is_hidden_and_shown_again(store):
    app = AppTest.from_function(hiding_page, default_timeout=60).run()
    before = store.count(Filter())
    press(app, "hide")
    assert store.count(Filter()) == before - 1
    assert "Hidden: Missiles strike port of Odesa" in html(app)
    press(app, "Show it again")
    assert store.count(Filter()) == before
    press(app, "hide")
    press(app, "Show all again")
    assert store.count(Filter()) == before


def test_the_first_start_reads_the_seeds_once(tmp_path, monkeypatch):
    from timeline.app import shelf

    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "pact.txt").write_bytes(PACT)
    monkeypatch.setenv("TIMELINE_STORE", str(tmp_path / "store"))
    monkeypatch.setattr(shelf, "SEEDS", seeds)
    st.cache_resource.clear()
    store = shelf.opened(str(shelf.folder()))
    assert shelf.needs_seeds(store)
    told = []
    shelf.plant(store, lambda done, total, name: told.append((done, total)))
    assert told == [(0, 1)] and len(store.articles()) == 1
    store.delete(store.articles()[0].id)
    assert not shelf.needs_seeds(store)


def test_a_folder_that_is_no_store_gives_one_clear_line(tmp_path, monkeypatch):
    (tmp_path / "letters.txt").write_text("mine")
    monkeypatch.setenv("TIMELINE_STORE", str(tmp_path))
    st.cache_resource.clear()
    app = AppTest.from_function(articles_page, default_timeout=60).run()
    assert not app.exception
    assert len(app.error) == 1 and str(tmp_path) in app.error[0].value


def test_the_store_lies_where_it_is_asked_to_or_in_the_user_s_data(tmp_path, monkeypatch):
    from timeline.app import shelf

    monkeypatch.setenv("TIMELINE_STORE", str(tmp_path / "named"))
    assert shelf.folder() == tmp_path / "named"
    monkeypatch.delenv("TIMELINE_STORE")
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    assert shelf.folder() == tmp_path / "data" / "timeline" / "store"
