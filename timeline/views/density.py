"""Counts of events by lane and stretch of time: what the timeline becomes where events are too many to tell apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from html import escape

import plotly.graph_objects as go

from timeline.query import Bucket
from timeline.views.dates import stretch
from timeline.views.marks import no_name
from timeline.views.pack import Lane
from timeline.views.palette import LIGHT, Theme, kind_of, see_through
from timeline.views.timeline import NAME_ROOM, NARROW, layout
from timeline.views.window import Window, to_ms

Key = tuple[str, date, date]
ROWS = 2  # a lane's height, in rows of the timeline
FULL = 1.7  # of which the highest bar takes
LEAST_PIXELS = 1.2


def draw_density(
    buckets: Iterable[Bucket],
    window: Window,
    width: float = 1100,
    theme: Theme = LIGHT,
    by: str = "actors",
    most: int = 12,
) -> go.Figure:
    """A figure of counts: one strip of bars a lane, all on one scale (of square roots, so that quiet years still
    show). A bar's `customdata` is its stretch in epoch milliseconds, "start/end", which a click zooms into."""
    counts, names = fold(in_view(buckets, window), by, most)
    lanes = [Lane(name, ROWS * number, ROWS) for number, name in enumerate(names)]
    extra = NAME_ROOM if width < NARROW else 0.0
    bottoms = {name: (number + 1) * (ROWS + extra) for number, name in enumerate(names)}
    highest = max(counts.values(), default=1) ** 0.5
    keys = sorted(counts)
    spans = [(to_ms(start), to_ms(end)) for _, start, end in keys]
    bars = {
        "type": "bar",
        "x": [(start + end) / 2 for start, end in spans],
        "width": [max(end - start, window.length * LEAST_PIXELS / width) for start, end in spans],
        "base": [bottoms[name] for name, _, _ in keys],
        "y": [-FULL * counts[key] ** 0.5 / highest for key in keys],
        "marker": {"color": see_through(theme.colour(kind_of("CONSULT")), 0.9), "line": {"width": 0}},
        "customdata": [f"{start:.0f}/{end:.0f}" for start, end in spans],
        "hovertext": [_hover(key, counts[key]) for key in keys],
        "hoverinfo": "text",
        "textposition": "none",
        "unselected": {"marker": {"opacity": 1}},
        "name": "counts",
    }
    return go.Figure({"data": [bars], "layout": layout(window, lanes, theme, width < NARROW)})


def in_view(buckets: Iterable[Bucket], window: Window) -> list[Bucket]:
    """The buckets that the window shows any of."""
    first, last = window.days
    return [one for one in buckets if one.start <= last and one.end > first]


def fold(buckets: Iterable[Bucket], by: str, most: int) -> tuple[dict[Key, int], list[str]]:
    """Counts by (lane, start, end), with lanes beyond the `most` busiest summed into one; and the lanes in order."""
    counts: Counter[Key] = Counter()
    totals: Counter[str] = Counter()
    for one in buckets:
        lane = (kind_of(one.group).label if by == "type" else one.group) or no_name(by)
        counts[lane, one.start, one.end] += one.count
        totals[lane] += one.count
    nameless = no_name(by)
    ranked = sorted((name for name in totals if name != nameless), key=lambda name: (-totals[name], name))
    kept = ranked if len(ranked) <= most + 1 else ranked[:most]
    others = f"{len(ranked) - len(kept)} others"
    folded: Counter[Key] = Counter()
    for (lane, start, end), number in counts.items():
        folded[lane if lane in kept or lane == nameless else others, start, end] += number
    last = [name for name in (others, nameless) if any(lane == name for lane, _, _ in folded)]
    return dict(folded), [*kept, *last]


def _hover(key: Key, number: int) -> str:
    lane, start, end = key
    events = "1 event" if number == 1 else f"{number:,} events"
    return f"<b>{escape(lane, quote=False)}</b><br>{stretch(start, end - timedelta(days=1))}: {events}"
