"""Taking a wrong event out of sight, and back: a correction in the store, which outlives a new reading."""

from __future__ import annotations

from html import escape

import streamlit as st

from timeline.app.shelf import Reader
from timeline.query import Filter
from timeline.stored import HIDDEN, Correction
from timeline.table import Row

Key = tuple[str, int, int]


def hide(reader: Reader, row: Row) -> None:
    """Hides the event, with every report it was made of."""
    keys = triggers_of(reader, row)
    for key in keys:
        reader.store.correct(Correction(*key, HIDDEN, True))
    st.session_state["hidden"] = (str(row.get("title") or row.get("trigger")), keys)
    st.query_params.pop("event", None)


def show_again(reader: Reader, keys: list[Key]) -> None:
    for key in keys:
        reader.store.correct(Correction(*key, HIDDEN, None))
    st.session_state["hidden"] = None


def triggers_of(reader: Reader, row: Row) -> list[Key]:
    """Article and trigger of each report of the event: what a correction is kept by."""
    ids = tuple(str(one["event_id"]) for one in row.get("sources") or () if one.get("event_id")) or (str(row["id"]),)
    alone = reader.store.rows(Filter(ids=ids), merged=False)
    return [(str(one["article_id"]), int(one["trigger_start"]), int(one["trigger_end"])) for one in alone]


def notice(reader: Reader) -> None:
    """What was hidden last, and the way back."""
    last = st.session_state.get("hidden")
    if not last:
        return
    title, keys = last
    with st.container(horizontal=True, vertical_alignment="center"):
        st.html(f'<span role="status">Hidden: {escape(title)}</span>', width="content")
        st.button("Show it again", on_click=show_again, args=(reader, keys), type="tertiary")


def hidden(reader: Reader) -> None:
    """All that is hidden, with one way back for all."""
    keys = [
        (one.article_id, one.trigger_start, one.trigger_end)
        for one in reader.store.corrections()
        if one.column == HIDDEN and one.value
    ]
    if keys:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.html(f"{len(keys):,} event{'s' if len(keys) != 1 else ''} hidden by hand", width="content")
            st.button("Show all again", on_click=show_again, args=(reader, keys), type="tertiary")
