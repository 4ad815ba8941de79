"""What the figure draws: true widths, open ends, packed rows, and nothing that an article could smuggle in."""

from __future__ import annotations

import json
from datetime import date
from itertools import combinations

import pytest

from benchmarks.views import made_rows
from timeline.query import Bucket
from timeline.views.density import draw_density
from timeline.views.marks import to_marks
from timeline.views.pack import pack, stack, text_width
from timeline.views.palette import DARK, LIGHT
from timeline.views.timeline import draw
from timeline.views.window import DAY, Window, first_window, to_ms

MARCH = Window(to_ms(date(2022, 2, 20)), to_ms(date(2022, 4, 10)))
ROW = {"id": "a", "title": "A thing", "type": "ASSAULT", "modality": "happened", "polarity": "positive", "actors": ["Russia"], "granularity": "day"}  # fmt: skip


def row(**changes):
    return {**ROW, **changes}


def bars(figure):
    """(start, end, height) of every bar drawn, as dates."""
    trace = figure.data[0]
    return [(base, base + length, height) for base, length, height in zip(trace.base, trace.x, trace.width)]


def spans(figure, height):
    return [(start, end) for start, end, tall in bars(figure) if tall == pytest.approx(height)]


def test_a_stretch_is_drawn_at_its_true_width_end_included():
    figure = draw([row(start="2022-03-03", end="2022-03-09")], MARCH)
    assert spans(figure, 0.74) == [(to_ms(date(2022, 3, 3)), to_ms(date(2022, 3, 10)))]


def test_a_month_is_a_line_as_wide_as_the_month_with_a_symbol_on_it():
    figure = draw([row(start="2022-03-01", end="2022-03-31", granularity="month")], MARCH)
    assert spans(figure, 0.13) == [(to_ms(date(2022, 3, 1)), to_ms(date(2022, 4, 1)))]
    assert list(figure.data[1].marker.symbol) == ["circle"]
    assert not spans(figure, 0.74)


def test_a_day_too_narrow_for_a_bar_is_a_point_in_its_middle():
    decade = Window(to_ms(date(2015, 1, 1)), to_ms(date(2025, 1, 1)))
    figure = draw([row(start="2022-03-03", end="2022-03-03")], decade)
    assert not bars(figure)
    assert figure.data[1].x[0] == pytest.approx(to_ms(date(2022, 3, 3)) + DAY / 2)


@pytest.mark.parametrize(
    ("changes", "edge", "towards"),
    [
        ({"end": "2022-03-09", "time_text": "until March 9"}, date(2022, 3, 10), -1),
        ({"start": "2022-03-03"}, date(2022, 3, 3), 1),
    ],
    ids=["no beginning", "no end"],
)
def test_an_open_side_fades_away_from_the_known_one(changes, edge, towards):
    figure = draw([row(**changes)], MARCH)
    slices = [(start, end) for start, end, _ in bars(figure)][:-1]
    colours = list(figure.data[0].marker.color)[: len(slices)]
    assert len(set(colours)) == len(slices) == 7
    known = slices[-1][1] if towards < 0 else slices[0][0]
    assert known == pytest.approx(to_ms(edge), abs=DAY / 100)


@pytest.mark.parametrize(
    ("modality", "polarity", "symbol"),
    [
        ("happened", "positive", "circle"),
        ("planned", "positive", "circle-open"),
        ("threatened", "positive", "diamond-open"),
        ("alleged", "positive", "circle-open-dot"),
        ("denied", "positive", "x-thin-open"),
        ("happened", "negative", "x-thin-open"),
    ],
)
def test_how_real_shows_without_colour(modality, polarity, symbol):
    decade = Window(to_ms(date(2015, 1, 1)), to_ms(date(2025, 1, 1)))
    figure = draw([row(start="2022-03-03", end="2022-03-03", modality=modality, polarity=polarity)], decade)
    assert list(figure.data[1].marker.symbol) == [symbol]


def test_an_event_stands_in_the_lane_of_each_actor_and_answers_with_its_id():
    figure = draw([row(start="2022-03-03", end="2022-03-09", actors=["Russia", "Ukraine"])], MARCH)
    assert list(figure.data[-1].customdata) == ["a", "a"]
    assert [note.text for note in figure.layout.annotations] == ["<b>Russia</b>", "<b>Ukraine</b>"]


def test_markup_of_an_article_stays_text():
    hostile = '<a href="https://example.org">click</a> <b>%{x}'
    figure = draw(
        [
            row(
                start="2022-03-03",
                end="2022-03-09",
                title=hostile,
                actors=[hostile],
                publisher=hostile,
                speaker=hostile,
            )
        ],
        MARCH,
    )
    shown = json.dumps(figure.to_plotly_json(), default=list)
    assert "<a " not in shown and "&lt;a " in shown
    assert figure.data[-1].hovertemplate is None


def test_undated_rows_and_rows_out_of_view_are_not_drawn():
    figure = draw([row(), row(start="2021-01-01", end="2021-01-02")], MARCH)
    assert not bars(figure) and not list(figure.data[-1].customdata)


@pytest.mark.parametrize("width", [380, 1100, 2400])
@pytest.mark.parametrize("number", [1, 40, 400])
def test_nothing_covers_anything(number, width):
    rows = [one for one in made_rows(number, days=300) if one["start"]]
    marks, lanes = to_marks(rows)
    window = Window(to_ms(date(2013, 12, 1)), to_ms(date(2014, 12, 1)))
    placed, drawn = pack(marks, lanes, window, width)
    assert len(placed) == len([one for one in marks if one.start < window.end])
    for one, other in combinations(sorted(placed, key=lambda one: (one.row, one.hit)), 2):
        if one.row == other.row:
            assert one.hit[1] <= other.hit[0] + 0.01
    for lane in drawn:
        rows_taken = {one.row for one in placed if one.mark.lane == lane.name}
        assert rows_taken == set(range(lane.first, lane.first + lane.rows))


def test_titles_stay_inside_the_plot():
    marks, lanes = to_marks(
        [
            row(id=str(day), start=f"2022-04-0{day}", end=f"2022-04-0{day}", title="A long title " * 6)
            for day in range(1, 9)
        ]
    )
    placed, _ = pack(marks, lanes, MARCH, 700)
    for one in placed:
        assert one.hit[0] >= -1 and (not one.title or one.hit[1] <= 707)


def test_packing_takes_the_fewest_rows():
    """As many rows as ever overlap at once: first fit from the left is optimal for intervals."""
    marks, lanes = to_marks(list(made_rows(300, days=60)), by="none")
    placed, _ = pack(marks, lanes, Window(to_ms(date(2014, 1, 1)), to_ms(date(2014, 3, 10))), 900)
    bare = stack([one for one in placed if one.title == ""] or placed)
    edges = sorted({one.hit[0] for one in bare})
    most = max(sum(one.hit[0] <= at < one.hit[1] + 6 for one in bare) for at in edges)
    assert max(one.row for one in bare) + 1 == most


def test_too_many_lanes_are_folded_into_one():
    rows = [row(id=str(n), start="2022-03-03", end="2022-03-04", actors=[f"Actor {n:02d}"]) for n in range(30)]
    _, lanes = to_marks([*rows, row(id="x", start="2022-03-03", end="2022-03-04", actors=[])], most=12)
    assert lanes[-2:] == ["18 others", "No actor named"] and len(lanes) == 14


def test_the_same_rows_give_the_same_figure():
    rows = list(made_rows(200, days=300))
    window = Window(to_ms(date(2014, 1, 1)), to_ms(date(2014, 12, 1)))
    assert draw(rows, window, theme=DARK).to_json() == draw(rows, window, theme=DARK).to_json()


def test_an_empty_figure_is_a_figure():
    assert draw([], MARCH).layout.height > 0
    assert draw_density([], MARCH).layout.height > 0


def test_density_counts_every_event_once_and_a_bar_says_its_stretch():
    buckets = [
        Bucket(date(2022, 3, 1), date(2022, 3, 8), "Russia", 4),
        Bucket(date(2022, 3, 8), date(2022, 3, 15), "", 2),
        Bucket(date(2012, 3, 8), date(2012, 3, 15), "Russia", 9),
    ]
    figure = draw_density(buckets, MARCH, theme=LIGHT)
    assert sorted(figure.data[0].customdata) == sorted(
        f"{to_ms(one.start):.0f}/{to_ms(one.end):.0f}" for one in buckets[:2]
    )
    assert sorted(figure.data[0].hovertext) == [
        "<b>No actor named</b><br>8–14 Mar 2022: 2 events",
        "<b>Russia</b><br>1–7 Mar 2022: 4 events",
    ]


def test_the_first_window_leaves_out_strays_only_when_that_helps():
    near = [(date(2022, 3, day), date(2022, 3, day + 1), 5) for day in range(1, 20)]
    assert first_window([*near, (date(1943, 1, 1), date(1943, 1, 2), 1)]).days[0].year == 2022
    assert first_window([*near, (date(2022, 3, 24), date(2022, 3, 25), 1)]).days[1] >= date(2022, 3, 24)
    assert first_window([*near, (date(1943, 1, 1), date(1943, 1, 2), 50)]).days[0] <= date(1943, 1, 1)
    assert first_window([]) is None
    assert first_window([(date(2022, 3, 1), date(2022, 3, 2), 1)]).length >= 3 * DAY


def test_widths_of_titles_grow_with_them():
    assert text_width("illicit") < text_width("MMMMMMM")
    assert text_width("北京") > text_width("ab")
