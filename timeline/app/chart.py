"""The timeline in the page: what it shows at this zoom, the ways to move it, and what a click does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import streamlit as st

from timeline.app import zoom
from timeline.app.filters import LANES
from timeline.app.look import legend
from timeline.app.shelf import Reader
from timeline.query import Filter
from timeline.table import Row
from timeline.views import dates, words
from timeline.views.density import draw_density
from timeline.views.palette import Theme
from timeline.views.timeline import MOST_MARKS, describe, draw
from timeline.views.window import DAY, LEAST, MINUTE, Window, first_window, to_ms

WIDTH = 1100.0  # pixels assumed until the browser tells
BUCKETS = 240
PADDING = 0.045  # of the window, either side
EARLIEST, LATEST = to_ms(date(1, 1, 1)), to_ms(date(9999, 12, 31))
CONFIG = {
    "displaylogo": False,
    "doubleClick": "autosize",
    "modeBarButtonsToRemove": [
        *("select2d", "lasso2d", "autoScale2d", "zoomIn2d", "zoomOut2d", "resetScale2d", "zoom2d", "pan2d"),
    ],
    "showTips": False,
    "toImageButtonOptions": {"filename": "timeline", "scale": 2},
}


@dataclass(frozen=True, slots=True)
class View:
    """The window drawn, and how many of the dated events it shows or leaves out: `reaching` counts those that may lie
    in it, for the text leaves one side of them open, but whose known side lies outside."""

    window: Window
    shown: int
    earlier: int
    later: int
    reaching: int = 0


def show(reader: Reader, chosen: Filter, selected: str, theme: Theme, choose: Callable[[str], None]) -> None:
    """Draws the timeline of the events `chosen` lets through; `choose` is called with the id of a clicked one."""
    dated = replace(chosen, dated=True)
    opening = opening_window(reader, dated)
    if opening is None:
        st.caption("None of these events has a date: they are in the list below.")
        return
    view = look_at(reader, dated, st.session_state.get("window") or opening)
    width = float(st.session_state.get("width", WIDTH))
    by = controls(view)
    rows: list[Row] = []
    if view.shown > MOST_MARKS:
        buckets = reader.density(within(dated, view.window), BUCKETS, by)
        figure = draw_density(buckets, view.window, width, theme, by)
        lanes = [note.hovertext for note in figure.layout.annotations]
    else:
        rows = reader.rows(within(dated, view.window))
        figure = draw(rows, view.window, width, theme, by, selected)
        lanes = [note.hovertext for note in figure.layout.annotations]
    st.session_state["drawn"] = view.window
    with st.container(key="timeline", gap=None):
        st.plotly_chart(
            figure,
            theme=None,
            key="chart",
            on_select=lambda: clicked(choose),
            selection_mode="points",
            config=CONFIG,
            alt=describe(lanes, view.shown, view.window),
        )
        zoom.listen(".st-key-timeline", width, theme.name, moved, recoloured)
        if rows:
            st.html(legend(rows, theme))
        elif view.shown > MOST_MARKS:
            st.caption(f"Too many to draw one by one: bars count events. Zoom in below {MOST_MARKS:,} to see each.")


def opening_window(reader: Reader, dated: Filter) -> Window | None:
    """What to show first: the dates asked for; else all there is, or the dense part of it where a few dates lie far
    away. An event whose open side reaches into the dates asked for may have its known end outside of them."""
    extent = reader.extent(dated)
    window = first_window((one.start, one.end, one.count) for one in reader.density(dated, 400))
    if window is None or extent.first is None or extent.last is None:
        return window
    whole = Window(*_ms(extent.first, extent.last))
    if window.start <= whole.start and whole.length < 1.7 * window.length:
        window = Window(min(window.start, whole.start), max(window.end, whole.end))
    start = _ms(dated.since, dated.since)[0] if dated.since else window.start
    end = _ms(dated.until, dated.until)[1] if dated.until else window.end
    if end <= start:  # what is found has its known side outside of the dates asked for
        start, end = min(start, end) - DAY, max(start, end) + DAY
    return Window(start, end).padded(max(PADDING, (LEAST / (end - start) - 1) / 2))


def look_at(reader: Reader, dated: Filter, window: Window) -> View:
    """How many events the window shows, and how many lie before and after it."""
    shown = reader.count(within(dated, window))
    _, last = window.days
    total = reader.count(dated)
    reaching = reader.count(replace(within(dated, window), reaching=True)) - shown
    later = total - reader.count(narrowed(dated, None, last))
    return View(window, shown, max(0, total - shown - reaching - later), later, reaching)


def within(dated: Filter, window: Window) -> Filter:
    """The filter, held to what the window shows: events whose known days lie in it."""
    return replace(narrowed(dated, *window.days), reaching=False)


def narrowed(dated: Filter, first: date | None, last: date | None) -> Filter:
    since = max((one for one in (dated.since, first) if one), default=None)
    until = min((one for one in (dated.until, last) if one), default=None)
    return replace(dated, since=since, until=until)


def in_view(view: View) -> str:
    """HTML of what the chart shows and what it does not."""
    first, last = view.window.days
    aside = [f"{view.earlier:,} earlier"] * bool(view.earlier) + [f"{view.later:,} later"] * bool(view.later)
    said = f" · {words.listed(aside)} out of view" if aside else ""
    if view.reaching:
        said += f" · {view.reaching:,} with one side open may fall here, not drawn"
    return f'<span class="tl-quiet" role="status"><b>{dates.stretch(first, last)}</b>{said}</span>'


def controls(view: View) -> str:
    """The line over the chart: what is in view, ways to move that need no mouse, and what the lanes are. Gives the
    column the lanes are made of."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="controls"):
        st.html(in_view(view), width="stretch")
        for label, help_, change in MOVES:
            st.button(label, key=f"move-{label}", help=help_, type="tertiary", on_click=move, args=(change,))
        st.button("All", help="Show the whole of what is filtered", type="tertiary", on_click=reset)
        st.button("Filter to view", help="Keep only the events of these dates", type="tertiary", on_click=keep_view)
        by = st.selectbox(
            "Lanes",
            list(LANES),
            format_func=LANES.__getitem__,
            key="lanes",
            bind="query-params",
            persist_state="session",
            label_visibility="collapsed",
            width=150,
            help="What each lane of the timeline stands for",
        )
    return str(by)


MOVES: tuple[tuple[str, str, tuple[float, float]], ...] = (
    ("Earlier", "Move the timeline to earlier dates", (-0.5, -0.5)),
    ("Later", "Move the timeline to later dates", (0.5, 0.5)),
    ("Zoom in", "Half as long a stretch (or drag over the chart)", (0.25, -0.25)),
    ("Zoom out", "Twice as long a stretch (or double-click the chart for all)", (-0.5, 0.5)),
)


def move(change: tuple[float, float]) -> None:
    """Shifts the window's ends by shares of its length."""
    window = st.session_state.get("drawn")
    if window is not None:
        start, end = window.start + change[0] * window.length, window.end + change[1] * window.length
        start, end = max(start, EARLIEST), min(end, LATEST)
        if end - start >= MINUTE:
            st.session_state["window"] = Window(start, end)


def reset() -> None:
    st.session_state["window"] = None


def keep_view() -> None:
    """Makes the dates in view the date filter."""
    window = st.session_state.get("drawn")
    if window is not None:
        st.session_state["from"], st.session_state["to"] = window.days
        st.session_state["window"] = None


def clicked(choose: Callable[[str], None]) -> None:
    """What a click on the chart does: opens an event, or zooms into a bar of the density."""
    found = _clicked(st.session_state.get("chart"))
    if "/" in found:
        start, _, end = found.partition("/")
        st.session_state["window"] = Window(float(start), float(end)).padded()
    else:
        choose(found)


def _clicked(state: Any) -> str:
    """The `customdata` of the first point of a selection; "" when it holds none."""
    points = (state or {}).get("selection", {}).get("points", [])
    for point in points:
        data = point.get("customdata")
        data = data[0] if isinstance(data, list | tuple) and data else data
        if isinstance(data, str) and data:
            return data
    return ""


def moved() -> None:
    """Takes over the range and width that the browser reports."""
    view = (st.session_state.get("zoom") or {}).get("view")
    window, drawn = zoom.to_window(view), st.session_state.get("drawn")
    if view is None or window is None:
        return
    st.session_state["width"] = float(max(240, min(4000, view["width"])))
    if view.get("all"):
        st.session_state["window"] = None
    elif drawn is None or max(abs(window.start - drawn.start), abs(window.end - drawn.end)) > drawn.length / 500:
        st.session_state["window"] = window


def recoloured() -> None:
    """Takes over the theme that the browser shows."""
    st.session_state["theme"] = (st.session_state.get("zoom") or {}).get("theme")


def _ms(first: date, last: date) -> tuple[float, float]:
    return to_ms(first), to_ms(last) + DAY
