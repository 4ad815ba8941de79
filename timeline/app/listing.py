"""The table under the chart, and the file that holds exactly what it lists."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from timeline.app.shelf import Reader
from timeline.exports.text import reality
from timeline.query import Filter
from timeline.table import Row
from timeline.views import dates, words

MOST_ROWS = 5_000  # listed; the download has them all
COLUMNS: dict[str, Any] = {
    "When": st.column_config.TextColumn(width=185, help="As the text gives it; undated events come last"),
    "Event": st.column_config.TextColumn(width=310),
    "Who": st.column_config.TextColumn(width=190, help="Who did it → to whom"),
    "Type": st.column_config.TextColumn(width=105),
    "How real": st.column_config.TextColumn(width=95),
    "Who says so": st.column_config.TextColumn(width=140, help="The speaker; empty for the report itself"),
    "Where": st.column_config.TextColumn(width=110),
    "Outlet": st.column_config.TextColumn(width=150),
    "Reports": st.column_config.NumberColumn(width=70, help="How many articles tell it"),
    "Start": st.column_config.TextColumn(width=100),
    "End": st.column_config.TextColumn(width=100),
}


def to_frame(rows: Sequence[Row]) -> pd.DataFrame:
    """What a person reads of each row."""
    listed = [
        {
            "When": dates.when(row),
            "Event": row["title"] or row["trigger"],
            "Who": words.parties(row),
            "Type": row["type"],
            "How real": reality(row),
            "Who says so": row["speaker"],
            "Where": row["place"],
            "Outlet": row["publisher"],
            "Reports": row["reports"],
            "Start": row["start"] or "",
            "End": row["end"] or "",
        }
        for row in rows
    ]
    return pd.DataFrame(listed, columns=list(COLUMNS))


@st.cache_data(show_spinner=False, max_entries=16)
def _listed(_reader: Reader, key: str, chosen: Filter) -> tuple[list[str], pd.DataFrame]:
    rows = list(_reader.store.rows(chosen, limit=MOST_ROWS))
    return [str(row["id"]) for row in rows], to_frame(rows)


def show(reader: Reader, chosen: Filter, key: str, selected: str, choose: Callable[[str], None], alt: str) -> None:
    """What the filter lets through as a table; choosing a row calls `choose` with its id. The key changes with a
    choice made elsewhere, for a table keeps its own selection for as long as it keeps its key."""
    ids, frame = _listed(reader, reader.key, chosen)
    full_key = f"{key}-{st.session_state.get('elsewhere', 0)}"
    marked = [ids.index(selected)] if selected in ids else []

    def picked() -> None:
        found = (st.session_state.get(full_key) or {}).get("selection", {}).get("rows", [])
        choose(ids[found[0]] if found and found[0] < len(ids) else "")

    st.dataframe(
        frame,
        key=full_key,
        column_config=COLUMNS,
        hide_index=True,
        on_select=picked,
        selection_mode="single-row",
        selection_default={"selection": {"rows": marked}},
        row_height=31,
        height=min(440, 38 + 31 * max(1, len(ids))),
        alt=alt,
    )
