"""What comes back from the browser: clicks, ranges, widths; and what does not count as one."""

from __future__ import annotations

from datetime import date

import pytest

from timeline.app.chart import View, _clicked, in_view, look_at, opening_window
from timeline.app.shelf import Reader
from timeline.app.zoom import to_window
from timeline.query import Filter
from timeline.views.window import DAY, Window, to_ms


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        ({"selection": {"points": [{"customdata": "a"}, {"customdata": "b"}]}}, "a"),
        ({"selection": {"points": [{"customdata": ["a"]}]}}, "a"),
        ({"selection": {"points": [{}, {"customdata": ""}, {"customdata": 4}]}}, ""),
        ({"selection": {"points": []}}, ""),
        ({"selection": {}}, ""),
        (None, ""),
    ],
    ids=["one of two", "in a list", "without an id", "taken back", "without points", "nothing"],
)
def test_the_event_a_click_means(state, expected):
    assert _clicked(state) == expected


@pytest.mark.parametrize(
    "view",
    [None, {}, {"start": "a", "end": "b"}, {"start": 2.0, "end": 1.0}, {"start": float("nan"), "end": 1.0}, [1, 2]],
    ids=["none", "empty", "words", "reversed", "no number", "a list"],
)
def test_what_is_no_range_changes_nothing(view):
    assert to_window(view) is None


def test_a_range_becomes_a_window():
    assert to_window({"start": 0, "end": DAY, "width": 400}) == Window(0.0, DAY)


def test_the_first_view_shows_all_that_has_a_date(store):
    window = opening_window(Reader(store), Filter(dated=True))
    assert window.days[0] <= date(2022, 3, 1) and window.days[1] >= date(2023, 7, 18)
    view = look_at(Reader(store), Filter(dated=True), window)
    assert (view.shown, view.earlier, view.later) == (10, 0, 0)


def test_the_first_view_is_the_dates_asked_for(store):
    first, last = date(2022, 7, 1), date(2022, 8, 31)
    window = opening_window(Reader(store), Filter(dated=True, since=first, until=last))
    assert abs(window.start - to_ms(first)) < 3 * DAY and abs(window.end - to_ms(last)) < 4 * DAY


def test_a_store_without_dates_has_no_view(store):
    assert opening_window(Reader(store), Filter(dated=True, text="no such word")) is None


def test_what_is_not_drawn_is_counted():
    view = View(Window(to_ms(date(2022, 3, 1)), to_ms(date(2022, 4, 1))), 5, 2, 1, 3)
    assert "2 earlier and 1 later out of view" in in_view(view) and "March 2022" in in_view(view)
    assert "3 with one side open" in in_view(view)


def test_an_open_side_does_not_bring_an_event_into_every_view(store):
    """“Demands safe passage”, some time up to 24 July 2022, may have been in March; it is not drawn there."""
    march = Window(to_ms(date(2022, 3, 1)), to_ms(date(2022, 4, 1)))
    view = look_at(Reader(store), Filter(dated=True), march)
    assert (view.shown, view.earlier, view.later, view.reaching) == (1, 0, 9, 0)
