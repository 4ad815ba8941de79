"""How the dashboard looks beyond its theme: one style sheet, and the legend. Colours follow the text's own colour,
so that light and dark need no second sheet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import quote

import streamlit as st

from timeline.views.marks import lies_within
from timeline.views.palette import KINDS, REALITIES, THEMES, Theme, kind_of, reality_of

STYLE = """<style>
.stMainBlockContainer { padding: 4.3rem 2rem 2rem; max-width: 1800px; }
[data-testid="stSidebarUserContent"] { padding-top: 0; }
.tl-count { font-size: 1.05rem; margin: 0; line-height: 1.35; }
.tl-count b { font-size: 1.35rem; font-weight: 650; }
.tl-quiet { opacity: .72; font-size: .86rem; }
.tl-legend { display: flex; flex-wrap: wrap; gap: .2rem 1.05rem; font-size: .8rem; line-height: 1.5; margin: 0 !important; padding: 0 !important; list-style: none; }
.tl-legend li { display: inline-flex; align-items: center; gap: .38rem; margin: 0 !important; padding: 0 !important; opacity: .92; white-space: nowrap; }
.tl-legend img { flex: none; display: block; }
.tl-swatch { display: inline-block; width: 13px; height: 11px; border-radius: 2px; flex: none; }
.tl-dot { display: inline-block; width: .72em; height: .72em; border-radius: 50%; margin-right: .4em; }
.tl-detail h3 { font-size: 1.22rem; line-height: 1.3; margin: 0 0 .35rem; padding: 0; overflow-wrap: anywhere; }
.tl-detail h4 { font-size: .8rem; font-weight: 650; letter-spacing: .02em; opacity: .72; margin: 1rem 0 .3rem; padding: 0; }
.tl-tags { display: flex; flex-wrap: wrap; gap: .35rem; margin: 0 0 .6rem; font-size: .8rem; }
.tl-tags span:not(.tl-dot) { border: 1px solid color-mix(in srgb, currentColor 22%, transparent); border-radius: 1rem; padding: .05rem .6rem; }
.tl-tags .tl-swatch { display: inline-block; width: 13px; height: 11px; border-radius: 2px; flex: none; }
.tl-dot { vertical-align: baseline; }
.tl-detail dl { display: grid; grid-template-columns: 6.6rem 1fr; gap: .22rem .8rem; margin: .9rem 0 0 !important; padding: 0 !important; font-size: .9rem; line-height: 1.45; }
.tl-detail dt { opacity: .68; font-weight: 400; margin: 0 !important; padding: 0 !important; }
.tl-detail dd { margin: 0 !important; padding: 0 !important; overflow-wrap: anywhere; }
.tl-detail code { font-size: .82em; opacity: .8; background: color-mix(in srgb, currentColor 8%, transparent); padding: .05em .35em; border-radius: .25em; }
.tl-detail small { opacity: .72; font-size: .92em; }
.tl-detail ul { margin: 0; padding-left: 1.1rem; font-size: .9rem; }
.tl-detail li { margin: 0 0 .45rem; overflow-wrap: anywhere; }
.tl-quote { font-size: .95rem; line-height: 1.6; overflow-wrap: anywhere; }
.tl-detail blockquote.tl-quote { margin: 0; padding: .1rem 0 .1rem .9rem; border-left: 3px solid color-mix(in srgb, currentColor 25%, transparent); opacity: 1; }
.tl-detail li .tl-quote { opacity: .85; font-size: .9rem; }
.tl-sentence { background: color-mix(in srgb, #f0c000 20%, transparent); }
.tl-trigger { background: color-mix(in srgb, #f0b000 52%, transparent); font-weight: 700; }
.tl-time { border-bottom: 2px solid #2f7ed8; }
.tl-cue { border-bottom: 2px dotted currentColor; }
.tl-mention { text-decoration: underline wavy color-mix(in srgb, currentColor 55%, transparent) 1px; text-underline-offset: 3px; }
.tl-disagree { border-left: 3px solid #d08700; padding: .3rem .8rem; margin: 0 0 .8rem; font-size: .9rem; background: color-mix(in srgb, #d08700 10%, transparent); }
.tl-disagree ul { margin-top: .2rem; }
.st-key-detail { position: fixed; top: 3.4rem; right: 0; bottom: 0; width: min(430px, 94vw) !important; overflow: auto; z-index: 90; padding: 1rem 1.3rem 2rem; display: block; border-left: 1px solid color-mix(in srgb, currentColor 16%, transparent); box-shadow: -6px 0 24px rgba(0, 0, 0, .10); }
.st-key-close { position: absolute !important; top: .6rem; right: 1rem; width: auto !important; z-index: 2; }
.tl-detail h3 { padding-right: 4rem !important; }
.tl-links { font-size: .85rem; margin: .8rem 0 0; }
.tl-empty { border: 1px dashed color-mix(in srgb, currentColor 30%, transparent); border-radius: .5rem; padding: 2.2rem 1rem; text-align: center; }
.tl-local { opacity: .66; font-size: .8rem; }
@media (min-width: 1500px) { .stMain:has(.st-key-detail) .stMainBlockContainer { padding-right: 460px; } }
@media (max-width: 800px) {
  .st-key-detail { top: auto; left: 0; width: 100vw !important; height: 58vh !important; border-left: 0; border-top: 1px solid color-mix(in srgb, currentColor 16%, transparent); box-shadow: 0 -6px 24px rgba(0, 0, 0, .14); }
  .stMain:has(.st-key-detail) .stMainBlockContainer { padding-bottom: 60vh; }
}
@media (max-width: 640px) {
  .stMainBlockContainer { padding-left: .8rem; padding-right: .8rem; }
  .tl-detail dl { grid-template-columns: 5.2rem 1fr; }
}
</style>"""
ICON = Path(__file__).with_name("icon.svg")
LOCAL = "Nothing leaves this machine: articles are read, kept and drawn here."


def theme_now() -> Theme:
    """The theme the browser shows, as the page last told."""
    return THEMES.get(str(st.session_state.get("theme") or st.context.theme.type), THEMES["light"])


def legend(rows: Iterable[Mapping[str, Any]], theme: Theme) -> str:
    """HTML of what the colours and shapes of these rows mean; what does not occur is left out."""
    kinds, realities, shapes = set(), set(), set()
    for row in rows:
        kinds.add(kind_of(str(row.get("type") or "")).name)
        realities.add(reality_of(str(row.get("modality") or ""), str(row.get("polarity") or "positive")).name)
        shapes.add(_shape(row))
    items = [_item(_dot(theme.colour(kind)), kind.label) for kind in KINDS if kind.name in kinds]
    items += [_item(_image(SYMBOLS[one.symbol], theme), one.label) for one in REALITIES if one.name in realities]
    items += [_item(_image(drawn, theme, 24), label) for name, (drawn, label) in SHAPES.items() if name in shapes]
    return f'<ul class="tl-legend" aria-label="What the colours and shapes mean">{"".join(items)}</ul>'


def _shape(row: Mapping[str, Any]) -> str:
    if not (row.get("start") and row.get("end")):
        return "open"
    return "within" if lies_within(row) else ""


def _item(drawn: str, label: str) -> str:
    return f"<li>{drawn}{escape(label)}</li>"


def _dot(colour: str) -> str:
    return f'<span class="tl-swatch" style="background:{colour}"></span>'


def _image(inside: str, theme: Theme, width: int = 14) -> str:
    """A drawing as an image with its data in its address: Streamlit takes SVG out of HTML, and no file is fetched."""
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="14" viewBox="0 0 {width} 14">{inside}</svg>'
    return f'<img alt="" width="{width}" height="14" src="data:image/svg+xml,{quote(svg.replace("currentColor", theme.text))}">'


STROKE = 'fill="none" stroke="currentColor" stroke-width="2"'
SYMBOLS = {
    "circle": '<circle cx="7" cy="7" r="5" fill="currentColor"/>',
    "circle-open": f'<circle cx="7" cy="7" r="4.4" {STROKE}/>',
    "diamond-open": f'<path d="M7 1.6 12.4 7 7 12.4 1.6 7Z" {STROKE}/>',
    "circle-open-dot": f'<circle cx="7" cy="7" r="4.4" {STROKE}/><circle cx="7" cy="7" r="1.4" fill="currentColor"/>',
    "x-thin-open": f'<path d="M2.6 2.6 11.4 11.4M11.4 2.6 2.6 11.4" {STROKE}/>',
}
FADING = "".join(
    f'<rect x="{2 + 4 * n}" y="3" width="4" height="8" fill="currentColor" opacity="{0.15 + 0.16 * n:.2f}"/>'
    for n in range(5)
)
SHAPES = {
    "within": (f'<path d="M2 3V11M22 3V11M2 7H22" {STROKE}/>', "some time in this stretch"),
    "open": (FADING, "fades where the text leaves it open"),
}
