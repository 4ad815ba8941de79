"""What the dashboard shows for what it is asked: filters, address, counts, selection, download."""

from __future__ import annotations

import json

import streamlit as st
from streamlit.testing.v1 import AppTest

from tests.app.conftest import APP
from timeline.query import Filter


def html(app) -> str:
    return "\n".join(str(one.proto.body) for one in app.get("html"))


def figure(app):
    return json.loads(app.get("plotly_chart")[0].proto.spec)


def drawn(app) -> set[str]:
    """Ids of the events on the chart."""
    return set(figure(app)["data"][-1]["customdata"])


def listed(app, number: int = 0) -> list[str]:
    """Titles in a table."""
    return list(app.dataframe[number].value["Event"])


def test_it_opens_on_the_events_without_statements(open_app):
    app = open_app()
    assert "<b>10</b> of 10 events" in html(app) and "1 statement not shown" in html(app)
    assert len(drawn(app)) == 9
    assert len(listed(app)) == 9
    assert listed(app, 1) == ["Talks held"]


def test_statements_come_with_the_switch(open_app):
    app = open_app()
    app.toggle(key="statements").set_value(True).run()
    assert "<b>11</b> of 11 events" in html(app)
    assert any(title.startswith("Spokesman") for title in listed(app))


def test_an_actor_counts_in_either_role(open_app):
    app = open_app()
    app.multiselect(key="actor").set_value(["Ukraine"]).run()
    assert "Missiles strike port of Odesa" in listed(app)  # Ukraine is the recipient
    assert "Russia denies attacking port" not in listed(app)
    assert "<b>7</b> of 10 events" in html(app)


def test_every_filter_is_read_from_the_address(open_app):
    for address, expected in [
        ({"actor": ["United Nations"]}, {"Prices expected to rise"}),
        ({"type": ["ASSAULT", "RETREAT"]}, {"Missiles strike port of Odesa", "Russia withdraws from grain agreement"}),
        ({"modality": ["denied"]}, {"Russia denies attacking port"}),
        (
            {"publisher": ["Dnipro Courier"], "actor": ["Russia"], "type": ["RETREAT"]},
            {"Russia withdraws from grain agreement"},
        ),
        ({"q": "odesa missiles"}, {"Missiles strike port of Odesa"}),
        ({"from": "2023-07-18", "type": ["ACCUSE"]}, {"Ukraine accuses Russia of blackmail"}),
        ({"to": "2022-03-31", "type": ["COERCE"]}, {"Ports closed"}),
        ({"type": ["STATEMENT"]}, {"Spokesman: the <b>world</b> is watching"}),
    ]:
        assert set(listed(open_app(**address))) == expected, address


def test_a_name_that_no_event_has_finds_nothing_and_stays_in_sight(open_app):
    app = open_app(actor=["Nobody & Co; =1"])
    assert app.multiselect(key="actor").value == ["Nobody & Co; =1"]
    assert "<b>0</b> of 10 events" in html(app) and "No event passes these filters" in html(app)
    assert not app.get("plotly_chart")
    next(one for one in app.button if one.label == "Clear all filters").click().run()
    assert "<b>10</b> of 10 events" in html(app)


def test_a_date_that_is_none_is_said(open_app):
    app = open_app(from_="2022-13-45")
    assert any("not a date" in one.value for one in app.warning)
    assert "<b>10</b> of 10 events" in html(app)


def test_reversed_dates_are_read_the_other_way_round(open_app):
    app = open_app(from_="2022-07-24", to="2022-07-22", type=["AGREE", "ASSAULT"])
    assert any("other way round" in one.value for one in app.caption)
    assert "Missiles strike port of Odesa" in listed(app)


def test_an_event_has_an_address_and_shows_its_working(open_app):
    body = html(open_app(event="deal-0158"))
    assert "Missiles strike port of Odesa</h3>" in body
    assert '<strong class="tl-sentence tl-trigger">struck</strong>' in body
    assert "the day after 22 July 2022" in body
    assert "at least 40 people (wounded)" in body
    assert ">bosphorus.example.org</a>" in body
    assert "&lt;b&gt;world&lt;/b&gt;" in body and "<b>world</b>" not in body


def test_a_link_to_an_event_that_is_gone_says_so(open_app):
    app = open_app(event="<script>")
    assert any("no event with this address" in one.value for one in app.info)


def test_an_event_hidden_by_the_filters_is_still_shown_and_said(open_app):
    app = open_app(event="deal-0158", actor=["United Nations"])
    assert "Missiles strike port of Odesa</h3>" in html(app)
    assert any("filters hide this event" in one.value for one in app.caption)


def test_links_of_other_kinds_than_the_web_are_no_links(open_app):
    app = open_app(event="later-0024")
    assert "javascript:" not in html(app)


def test_lanes_can_be_countries(open_app):
    app = open_app(lanes="Country")
    assert {note["hovertext"] for note in figure(app)["layout"]["annotations"]} >= {"RUS", "UKR"}


def test_zoom_buttons_change_the_window_and_count_what_is_left_out(open_app):
    app = open_app()
    for _ in range(2):
        next(one for one in app.button if one.label == "Zoom in").click().run()
    assert "out of view" in html(app)
    assert len(drawn(app)) < 9
    assert len(listed(app)) == 9  # the table goes by the filters
    next(one for one in app.button if one.label == "All").click().run()
    assert len(drawn(app)) == 9


def test_the_view_can_become_the_filter(open_app):
    app = open_app()
    next(one for one in app.button if one.label == "Zoom in").click().run()
    next(one for one in app.button if one.label == "Filter to view").click().run()
    assert app.date_input(key="from").value is not None
    assert "of 10 events" in html(app) and "<b>10</b>" not in html(app)


def test_a_new_article_appears_without_a_restart(open_app, store):
    app = open_app()
    assert store.delete("later")
    app.run()
    assert "<b>7</b> of 7 events" in html(app)
    assert store.count(Filter()) == 8


def test_a_missing_language_model_gives_its_own_line(tmp_path, monkeypatch):
    from timeline.app import shelf
    from timeline.language.parser import ParserMissing

    def missing(store, told):
        raise ParserMissing("The language model is not installed. Run `make setup`.")

    monkeypatch.setenv("TIMELINE_STORE", str(tmp_path / "new"))
    monkeypatch.setattr(shelf, "plant", missing)
    st.cache_resource.clear()
    app = AppTest.from_file(APP, default_timeout=60).run()
    assert [one.value for one in app.error] == ["The language model is not installed. Run `make setup`."]


def test_a_page_that_fails_says_what_to_do(store, monkeypatch):
    from timeline.app import shelf

    def broken(reader, chosen):
        raise KeyError("x")

    monkeypatch.setattr(shelf.Reader, "count", broken)
    app = AppTest.from_file(APP, default_timeout=60).run()
    assert len(app.error) == 1 and "KeyError" in app.error[0].value and "terminal" in app.error[0].value
