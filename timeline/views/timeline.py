"""The timeline: lanes of packed events where they can be told apart, a strip of density where they cannot.

Three levels, by how many events the window shows: titles everywhere, titles where there is room (`pack` decides), and
above MOST_MARKS a strip of counts (`timeline.views.density`). Plotly draws bars on a time axis from `base` and length
in epoch milliseconds. Everything a person points at is one invisible trace of bars over marks and titles, so that a
title can be clicked as well as its bar, and each answers with its event's id.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from html import escape
from typing import Any

import plotly.graph_objects as go

from timeline.views.marks import shorten, to_marks
from timeline.views.pack import FONT, SPACE, Lane, Placed, font_size, pack, row_height
from timeline.views.palette import LIGHT, Theme, ink, over
from timeline.views.window import Window

Trace = dict[str, Any]
MOST_MARKS = 2_000
FAMILY = "Source Sans, Source Sans Pro, Segoe UI, Helvetica, Arial, sans-serif"
MARGIN = 150  # pixels left of the plot for the lanes' names
NARROW = 640  # pixels below which the lanes' names go into the plot
HEAD = 48  # pixels above and below the rows
NAME_ROOM = 0.85  # rows for a lane's name, where it stands in the plot
EDGE = 0.08  # rows of air above and below
FADES = 7
BAR, LINE, CAP = 0.74, 0.13, 0.42  # heights in rows
TICKS = [
    {"dtickrange": [None, 60_000], "value": "%H:%M:%S\n%-d %b %Y"},
    {"dtickrange": [60_000, 86_000_000], "value": "%H:%M\n%-d %b %Y"},
    {"dtickrange": [86_000_000, "M1"], "value": "%-d %b\n%Y"},
    {"dtickrange": ["M1", "M12"], "value": "%b\n%Y"},
    {"dtickrange": ["M12", None], "value": "%Y"},
]


def draw(
    rows: Iterable[Mapping[str, Any]],
    window: Window,
    width: float = 1100,
    theme: Theme = LIGHT,
    by: str = "actors",
    selected: str = "",
) -> go.Figure:
    """A figure of the rows the window shows. `width` is the whole chart's, in pixels: what fits depends on it."""
    narrow = width < NARROW
    marks, lanes = to_marks(rows, by)
    placed, drawn = pack(marks, lanes, window, plot_width(width))
    extra = NAME_ROOM if narrow else 0.0
    below = {lane.name: (number + 1) * extra for number, lane in enumerate(drawn)}
    placed = [replace(one, row=one.row + below[one.mark.lane]) for one in placed]
    paper = layout(window, drawn, theme, narrow)
    scale = window.length / plot_width(width)
    row = (paper["height"] - HEAD) / max(1.0, paper["yaxis"]["range"][0])
    traces = [
        _bars(placed, window, scale, theme),
        _points(placed, window, scale, theme, min(1.0, max(0.55, row / 15))),
        _titles(placed, window, scale, theme, font_size(row)),
        _hits(placed, window, scale, theme, selected),
    ]
    return go.Figure({"data": traces, "layout": paper})


def plot_width(width: float) -> float:
    """Pixels of the plot itself, inside its margins."""
    return max(120.0, width - (8 if width < NARROW else MARGIN) - 8)


def layout(window: Window, lanes: Sequence[Lane], theme: Theme, narrow: bool) -> dict[str, Any]:
    """The paper: time axis on top, a band for every other lane, a name for each."""
    extra = NAME_ROOM if narrow else 0.0
    bottoms = lane_bottoms(lanes, extra)
    total = bottoms[-1] if bottoms else 1.0
    row = row_height(total)
    font = {"family": FAMILY, "size": FONT, "color": theme.text}
    return {
        "font": font,
        "height": int(total * row) + HEAD,
        "margin": {"l": 8 if narrow else MARGIN, "r": 8, "t": 40, "b": HEAD - 40},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "barmode": "overlay",
        "bargap": 0,
        "showlegend": False,
        "hovermode": "closest",
        "dragmode": "zoom",
        "clickmode": "event+select",
        "hoverlabel": {
            "align": "left",
            "bgcolor": theme.hover,
            "bordercolor": theme.quiet,
            "font": {**font, "size": FONT + 1},
            "namelength": 0,
        },
        "modebar": {"bgcolor": "rgba(0,0,0,0)", "color": theme.quiet, "activecolor": theme.text, "orientation": "h"},
        "xaxis": {
            "type": "date",
            "range": [window.start, window.end],
            "side": "top",
            "gridcolor": theme.grid,
            "zeroline": False,
            "showline": False,
            "tickfont": {"color": theme.quiet, "size": FONT},
            "tickformatstops": TICKS,
            "nticks": 5 if narrow else 12,
            "hoverformat": "%-d %b %Y",
        },
        "yaxis": {"visible": False, "fixedrange": True, "range": [total + EDGE, -EDGE]},
        "shapes": [_band(lane, bottom, theme, narrow) for lane, bottom in list(zip(lanes, bottoms))[::2]],
        "annotations": [_lane_name(lane, bottom, extra, theme, narrow) for lane, bottom in zip(lanes, bottoms)],
    }


def lane_bottoms(lanes: Sequence[Lane], extra: float) -> list[float]:
    """Where each lane ends, in rows from the top, with `extra` room above each lane's rows."""
    return [lane.first + lane.rows + (number + 1) * extra for number, lane in enumerate(lanes)]


def _band(lane: Lane, bottom: float, theme: Theme, narrow: bool) -> dict[str, Any]:
    left = 0.0 if narrow else -0.5
    across = {"type": "rect", "xref": "paper", "yref": "y", "x0": left, "x1": 1.0, "layer": "below"}
    return {**across, "y0": bottom - lane.rows, "y1": bottom, "fillcolor": theme.band, "line": {"width": 0}}


def _lane_name(lane: Lane, bottom: float, extra: float, theme: Theme, narrow: bool) -> dict[str, Any]:
    top = bottom - lane.rows
    room = 40 if narrow else 22
    where = (
        {"x": 0.0, "xanchor": "left", "y": top - extra / 2, "xshift": 2}
        if narrow
        else {"x": 0.0, "xanchor": "right", "y": top + 0.5, "xshift": -10}
    )
    return {
        **where,
        "text": f"<b>{escape(shorten(lane.name, room), quote=False)}</b>",
        "hovertext": escape(lane.name, quote=False),
        "xref": "paper",
        "yref": "y",
        "yanchor": "middle",
        "showarrow": False,
        "font": {"color": theme.text, "size": FONT},
    }


class _Bars:
    """Columns of a bar trace, filled one bar at a time."""

    def __init__(self) -> None:
        self.base: list[float] = []
        self.length: list[float] = []
        self.middle: list[float] = []
        self.height: list[float] = []
        self.fill: list[str] = []
        self.line: list[str] = []
        self.line_width: list[float] = []
        self.pattern: list[str] = []
        self.ink: list[str] = []

    def add(self, base: float, length: float, middle: float, height: float, fill: str, line: str, width: float) -> None:
        self.base.append(base)
        self.length.append(length)
        self.middle.append(middle)
        self.height.append(height)
        self.fill.append(fill)
        self.line.append(line)
        self.line_width.append(width)
        self.pattern.append("")
        self.ink.append(line)

    def trace(self) -> Trace:
        marker = {
            "color": self.fill,
            "line": {"color": self.line, "width": self.line_width},
            "pattern": {"shape": self.pattern, "fgcolor": self.ink, "size": 7, "solidity": 0.22, "fillmode": "overlay"},
        }
        return {
            "type": "bar",
            "orientation": "h",
            "base": self.base,
            "x": self.length,
            "y": self.middle,
            "width": self.height,
            "marker": marker,
            "unselected": {"marker": {"opacity": 1}},
            "hoverinfo": "skip",
        }


def _bars(placed: Sequence[Placed], window: Window, scale: float, theme: Theme) -> Trace:
    """What has a width: stretches the event fills (tall) or lies in (a line with caps), open sides fading out."""
    bars = _Bars()
    for one in placed:
        if one.point:
            continue
        colour = theme.colour(one.mark.kind)
        start, end = window.start + one.left * scale, window.start + one.right * scale
        middle, height = _middle(one), LINE if one.mark.within else BAR
        opacity = 1.0 if one.mark.within else one.mark.reality.fill
        if one.mark.start is None or one.mark.end is None:
            _fade(bars, one, start, end, colour, theme)
        else:
            fill = over(colour, opacity, theme.paper)
            bars.add(start, end - start, middle, height, fill, colour, 0 if one.mark.within else 1.3)
            if not one.mark.within:
                bars.pattern[-1] = one.mark.reality.pattern
                bars.ink[-1] = over(colour, 0.6, theme.paper)
        if one.mark.within:
            for edge, known in ((start, one.mark.start), (end, one.mark.end)):
                if known is not None:
                    bars.add(edge - scale, 2 * scale, middle, CAP, colour, colour, 0)
    return bars.trace()


def _fade(bars: _Bars, one: Placed, start: float, end: float, colour: str, theme: Theme) -> None:
    """Slices that grow fainter towards the side the text leaves open, and a firm edge on the known side."""
    towards_start = one.mark.start is None
    height = LINE if one.mark.within else BAR
    full = max(0.45, one.mark.reality.fill) if not one.mark.within else 1.0
    slice_ = (end - start) / FADES
    for number in range(FADES):
        strength = (number + 1 if towards_start else FADES - number) / (FADES + 1)
        fill = over(colour, full * strength**1.3, theme.paper)
        bars.add(start + number * slice_, slice_, _middle(one), height, fill, fill, 0)
    if not one.mark.within:
        edge = end if towards_start else start
        width = (end - start) / (one.right - one.left)
        bars.add(edge - width, 2 * width, _middle(one), BAR, colour, colour, 0)


def _points(placed: Sequence[Placed], window: Window, scale: float, theme: Theme, size: float) -> Trace:
    """A symbol for each event too short for a bar, and in the middle (or by the known end) of each line with caps."""
    held = [one for one in placed if one.point or one.mark.within]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [window.start + _symbol_at(one) * scale for one in held],
        "y": [_middle(one) for one in held],
        "marker": {
            "symbol": [one.mark.reality.symbol for one in held],
            "color": [theme.colour(one.mark.kind) for one in held],
            "size": [size * (10 if one.mark.reality.symbol == "circle" else 9) for one in held],
            "line": {"width": [1 if one.mark.reality.symbol == "circle" else 2.2 * size for one in held]},
            "opacity": 1,
        },
        "unselected": {"marker": {"opacity": 1}},
        "hoverinfo": "skip",
        "cliponaxis": True,
    }


def _symbol_at(one: Placed) -> float:
    if one.mark.start is None and not one.point:
        return one.right - 9
    if one.mark.end is None and not one.point:
        return one.left + 9
    return (one.left + one.right) / 2


def _titles(placed: Sequence[Placed], window: Window, scale: float, theme: Theme, size: float) -> Trace:
    held = [one for one in placed if one.title]
    colours = [_title_colour(one, theme) for one in held]
    return {
        "type": "scatter",
        "mode": "text",
        "x": [window.start + (one.left - SPACE if one.leftwards else one.title_at) * scale for one in held],
        "y": [_row_middle(one) - (0.16 if one.inside and one.mark.within else 0) for one in held],
        "text": [escape(one.title, quote=False) for one in held],
        "textposition": ["middle left" if one.leftwards else "middle right" for one in held],
        "textfont": {"color": colours, "size": size, "family": FAMILY},
        "hoverinfo": "skip",
        "cliponaxis": True,
    }


def _title_colour(one: Placed, theme: Theme) -> str:
    if not one.inside or one.mark.within or one.mark.start is None or one.mark.end is None:
        return theme.text
    return ink(over(theme.colour(one.mark.kind), one.mark.reality.fill, theme.paper))


def _hits(placed: Sequence[Placed], window: Window, scale: float, theme: Theme, selected: str) -> Trace:
    """What answers to pointing and clicking: invisible, but for the frame around the selected event."""
    reach = [one.hit for one in placed]
    chosen = [one.mark.id == selected for one in placed]
    return {
        "type": "bar",
        "orientation": "h",
        "base": [window.start + (left - 3) * scale for left, _ in reach],
        "x": [(right - left + 6) * scale for left, right in reach],
        "y": [_row_middle(one) for one in placed],
        "width": [0.98] * len(placed),
        "customdata": [one.mark.id for one in placed],
        "hovertext": [one.mark.hover for one in placed],
        "hoverinfo": "text",
        "marker": {
            "color": "rgba(0,0,0,0)",
            "line": {"color": [theme.text if one else "rgba(0,0,0,0)" for one in chosen], "width": 1.6},
        },
        "unselected": {"marker": {"opacity": 1}},
        "textposition": "none",
        "name": "events",
    }


def _row_middle(one: Placed) -> float:
    return one.row + 0.5


def _middle(one: Placed) -> float:
    """The height of what is drawn: a line goes under its title where the title stands on it."""
    return one.row + (0.82 if one.inside and one.mark.within else 0.5)


def describe(lanes: Iterable[str], shown: int, window: Window) -> str:
    """What the chart shows, for a screen reader."""
    first, last = window.days
    names = ", ".join(lanes)
    return f"Timeline of {shown} events from {first.isoformat()} to {last.isoformat()}, in lanes: {names}."
