"""The first page: filters, timeline, the chosen event, and the table."""

from __future__ import annotations

from dataclasses import replace
from html import escape

import streamlit as st

from timeline.app import chart, detail, filters, hiding, listing, look, shelf
from timeline.query import Filter
from timeline.views.palette import Theme


def page() -> None:
    st.html(look.STYLE)
    reader = shelf.reader()
    if reader is None:
        return
    if not reader.articles():
        empty_store()
        return
    chosen = filters.sidebar(reader)
    with st.sidebar:
        st.html(f'<p class="tl-local">{look.LOCAL}</p>')
    theme = look.theme_now()
    shown = reader.count(chosen)
    heading(reader, chosen, shown)
    hiding.notice(reader)
    selected = str(st.query_params.get("event", ""))
    if not shown:
        nothing_found()
    else:
        chart.show(reader, chosen, selected, theme, choose)
    tables(reader, chosen, selected)
    if selected:
        st.html(f"<style>.st-key-detail {{ background: {theme.paper}; }}</style>")
        with st.container(key="detail"):
            chosen_event(reader, selected, theme, chosen)


def heading(reader: shelf.Reader, chosen: Filter, shown: int) -> None:
    """How many events are shown of how many, and what is not among them."""
    every = reader.count(Filter())
    hidden = every - reader.count(Filter(statements=False)) if not chosen.statements else 0
    total, undated = every - hidden, reader.count(replace(chosen, dated=False))
    articles = len(reader.articles())
    notes = [f"from {articles:,} article{'s' if articles != 1 else ''}"]
    if undated:
        notes.append(f"{undated:,} without a date, listed below")
    if hidden:
        notes.append(f"{hidden:,} statement{'s' if hidden != 1 else ''} not shown")
    with st.container(horizontal=True, vertical_alignment="center", key="heading"):
        st.html(
            f'<p class="tl-count" role="status"><b>{shown:,}</b> of {total:,} events '
            f'<span class="tl-quiet">{escape(" · ".join(notes))}</span></p>',
            width="content",
        )
        download(reader, chosen, shown)


def download(reader: shelf.Reader, chosen: Filter, shown: int) -> None:
    """Exactly what is filtered, as CSV."""
    from timeline.exports.csv import to_csv

    st.download_button(
        "Download CSV",
        data=lambda: to_csv(reader.store.rows(chosen), bom=True),
        file_name="events.csv",
        mime="text/csv",
        on_click="ignore",
        disabled=not shown,
        help=f"The {shown:,} events that the filters let through, with every column",
    )


def tables(reader: shelf.Reader, chosen: Filter, selected: str) -> None:
    """What is shown, as tables: the dated events, and those without a date."""
    dated, undated = replace(chosen, dated=True), replace(chosen, dated=False)
    counts = reader.count(dated), reader.count(undated)
    if not any(counts):
        return
    with_date, without = st.tabs([f"Events ({counts[0]:,})", f"No date ({counts[1]:,})"])
    for tab, part, number, key in ((with_date, dated, counts[0], "table"), (without, undated, counts[1], "undated")):
        with tab:
            if not number:
                st.caption("None among what is filtered.")
                continue
            if number > listing.MOST_ROWS:
                st.caption(f"The first {listing.MOST_ROWS:,} of {number:,}; the download has them all.")
            listing.show(reader, part, key, selected, choose_row, f"Table of {number} events, in order of time")


def chosen_event(reader: shelf.Reader, selected: str, theme: Theme, chosen: Filter) -> None:
    row = reader.event(selected)
    if row is None:
        st.info("There is no event with this address any more. Its article may have been removed or read anew.")
        st.button("Close", on_click=choose, args=("",))
        return
    if not reader.count(replace(chosen, ids=(str(row["id"]),))):
        st.caption("The filters hide this event from the chart and the table.")
    article = reader.store.article(str(row["article_id"]))
    st.button("Close", on_click=choose, args=("",), key="close", type="tertiary", help="Close this event")
    st.html(detail.to_html(row, article.text if article else "", theme))
    st.button(
        "Hide: this is no event",
        on_click=hiding.hide,
        args=(reader, row),
        type="tertiary",
        help="Takes it off the chart, the table and the download. It stays hidden when its article is read anew.",
    )


def choose(id_: str) -> None:
    """Opens an event (or none), from the chart or a button."""
    if id_:
        st.query_params["event"] = id_
    else:
        st.query_params.pop("event", None)
    st.session_state["elsewhere"] = st.session_state.get("elsewhere", 0) + 1


def choose_row(id_: str) -> None:
    """Opens an event from a table, which shows its own choice."""
    if id_:
        st.query_params["event"] = id_
    else:
        st.query_params.pop("event", None)


def nothing_found() -> None:
    st.html(
        '<div class="tl-empty"><strong>No event passes these filters.</strong><br>Take one away, or clear them all.</div>'
    )
    st.button("Clear all filters", on_click=filters.clear)


def empty_store() -> None:
    st.html(
        '<div class="tl-empty"><strong>No articles yet.</strong><br>'
        '<a href="articles" target="_self">Add some</a>, and their events appear here.</div>'
    )
