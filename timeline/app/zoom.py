"""Gets the chart's zoom back from the browser: Streamlit reports clicks on a Plotly chart, but not its range.

A component without looks listens to `plotly_relayout` and reports the time range and the chart's width in pixels, and
whether the page has turned dark or light.
Nothing that comes out of an article goes into it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from timeline.views.window import Window

FARTHEST = 2.6e14  # milliseconds: beyond the calendar's years 1 to 9999
WAIT = 250  # milliseconds without another move before a zoom counts
JS = """
export default function (component) {
  const { data, setStateValue } = component;
  let timer = null, stop = false, plot = null, last = "", told = data.theme;
  const ms = (value) => typeof value === "number" ? value : Date.parse(
    String(value).trim().replace(" ", "T").replace(/^(\\d+-\\d+-\\d+)$/, "$1T00:00").replace(/Z?$/, "Z"));
  const report = (all) => {
    if (!plot || !plot._fullLayout || !plot._fullLayout.xaxis) return;
    const axis = plot._fullLayout.xaxis;
    const view = { width: Math.round(plot.getBoundingClientRect().width), all: !!all,
                   start: ms(axis.range[0]), end: ms(axis.range[1]) };
    const key = JSON.stringify([view.width, Math.round(view.start), Math.round(view.end), view.all]);
    if (key === last || !view.width || !(view.end > view.start)) return;
    last = key;
    setStateValue("view", view);
  };
  const moved = (change) => {
    if (!change) return;
    const all = change["xaxis.autorange"] === true;
    if (!all && !("xaxis.range[0]" in change) && !("xaxis.range" in change)) return;
    clearTimeout(timer);
    timer = setTimeout(() => report(all), data.wait);
  };
  const look = () => {
    const app = document.querySelector(".stApp");
    const parts = app ? (getComputedStyle(app).backgroundColor.match(/[\\d.]+/g) || []).map(Number) : [];
    if (parts.length < 3 || parts[3] === 0) return;
    const theme = parts[0] + parts[1] + parts[2] < 384 ? "dark" : "light";
    if (theme !== told) { told = theme; setStateValue("theme", theme); }
  };
  const attach = () => {
    if (stop) return;
    look();
    const found = document.querySelector(data.selector + " .js-plotly-plot");
    if (found && found.on && found !== plot && found._fullLayout) {
      if (plot && plot.removeListener) plot.removeListener("plotly_relayout", moved);
      plot = found;
      plot.on("plotly_relayout", moved);
      const width = Math.round(plot.getBoundingClientRect().width);
      if (width && Math.abs(width - data.width) > 24) report(false);
    }
    setTimeout(attach, plot && plot.isConnected ? 500 : 120);
  };
  const resized = () => { clearTimeout(timer); timer = setTimeout(() => report(false), 600); };
  window.addEventListener("resize", resized);
  attach();
  return () => {
    stop = true;
    clearTimeout(timer);
    window.removeEventListener("resize", resized);
    if (plot && plot.removeListener) plot.removeListener("plotly_relayout", moved);
  };
}
"""


@st.cache_resource(show_spinner=False)
def _component() -> Any:
    return st.components.v2.component("timeline_zoom", js=JS)


def listen(
    selector: str, width: float, theme: str, changed: Callable[[], None], recoloured: Callable[[], None]
) -> None:
    """Listens to the chart under `selector`: `changed` is called when session state "zoom" has a new view, `recoloured`
    when it has a new theme, of which Streamlit tells nothing by itself."""
    data = {"selector": selector, "width": round(width), "theme": theme, "wait": WAIT}
    _component()(key="zoom", data=data, on_view_change=changed, on_theme_change=recoloured, height="content")


def to_window(view: Any) -> Window | None:
    """The window of a reported view; None where it is none."""
    if not isinstance(view, Mapping):
        return None
    start, end = view.get("start"), view.get("end")
    if not isinstance(start, int | float) or not isinstance(end, int | float):
        return None
    if not -FARTHEST < start < end < FARTHEST:
        return None
    return Window(float(start), float(end))
