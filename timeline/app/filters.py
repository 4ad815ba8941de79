"""The filters: widgets in the sidebar, their values in the address, and the Filter they add up to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import streamlit as st

from timeline.app.shelf import Reader, plain
from timeline.model import MODALITIES
from timeline.query import Filter
from timeline.views.palette import KINDS

# Keys of the widgets are the names in the address.
KEYS = ("q", "actor", "type", "modality", "from", "to", "publisher", "statements")
EARLIEST, LATEST = date(1, 1, 1), date(9999, 12, 31)
LANES = {"actors": "Actor", "actor_countries": "Country", "type": "Kind of event", "publisher": "Outlet"}


def sidebar(reader: Reader) -> Filter:
    """Draws the filters and gives what they say."""
    everything = Filter()
    with st.sidebar:
        text = st.text_input(
            "Search",
            key="q",
            bind="query-params",
            persist_state="session",
            type="search",
            placeholder="words in titles, sentences, names",
        )
        actors = _several(
            "Actor",
            "actor",
            [name for name, _ in reader.choices("parties", everything)],
            "Who did it, or to whom it was done.",
        )
        types = _several(
            "Event type", "type", _types(reader), "PLOVER event types, and our own for what PLOVER leaves out."
        )
        modalities = _several(
            "How real",
            "modality",
            [one for one in MODALITIES if one in dict(reader.choices("modality", everything))],
            "How real the text says it is.",
        )
        since, until = _dates(reader)
        publishers = _several(
            "Outlet", "publisher", [name for name, _ in reader.choices("publisher", everything)], "Any of its reports."
        )
        statements = st.toggle(
            "Show statements",
            key="statements",
            bind="query-params",
            persist_state="session",
            help="What people said without reporting or announcing an act: assessments, opinions, comments.",
        )
        st.button("Clear filters", on_click=clear, width="stretch", disabled=not any_set())
    return Filter(
        actors=tuple(actors),
        types=tuple(types),
        modalities=tuple(modalities),
        publishers=tuple(publishers),
        since=since,
        until=until,
        text=text or "",
        statements=bool(statements) or "STATEMENT" in types,
    )


def any_set() -> bool:
    """Whether any filter says something."""
    return any(st.session_state.get(key) for key in KEYS)


def clear() -> None:
    """Empties every filter (a callback: it runs before the widgets are drawn)."""
    for key in KEYS:
        st.session_state[key] = {"q": "", "statements": False, "from": None, "to": None}.get(key, [])


def _several(label: str, key: str, options: Sequence[str], help_: str) -> list[str]:
    """A choice of several. What the address or an earlier choice names stays choosable even when no event has it any
    more, so that a link never means something else than it says: it then finds nothing."""
    asked = [*st.query_params.get_all(key), *st.session_state.get(key, [])]
    known = [*options, *(one for one in dict.fromkeys(asked) if one and one not in set(options))]
    return st.multiselect(
        label,
        known,
        key=key,
        bind="query-params",
        persist_state="session",
        help=help_,
        placeholder="any",
        filter_mode="contains",
        select_all=False,
    )


def _types(reader: Reader) -> list[str]:
    """The types there are, in the order of the legend."""
    there = {name for name, _ in reader.choices("type", Filter())}
    known = [name for kind in KINDS for name in kind.types if name in there]
    return [*known, *sorted(there - set(known))]


def _dates(reader: Reader) -> tuple[date | None, date | None]:
    """First and last day asked for; a reversed pair is put right and said, and so is a date that is none."""
    broken = [text for key in ("from", "to") if (text := st.query_params.get(key)) and _asked(key) is None]
    extent = reader.extent(Filter())
    held = [one for one in (extent.first, extent.last, st.session_state.get("from"), st.session_state.get("to")) if one]
    held += [one for key in ("from", "to") for one in [_asked(key)] if one]
    low, high = min(held, default=EARLIEST), max(held, default=LATEST)
    since = st.date_input(
        "From", None, low, high, key="from", bind="query-params", persist_state="session", format="YYYY-MM-DD"
    )
    until = st.date_input(
        "To", None, low, high, key="to", bind="query-params", persist_state="session", format="YYYY-MM-DD"
    )
    for text in broken:
        st.warning(f"The address asks for “{plain(text[:40])}”, which is not a date such as 2022-03-01.")
    if since and until and since > until:
        st.caption("“From” is later than “To”: read the other way round.")
        return until, since
    return since, until


def _asked(key: str) -> date | None:
    """A date in the address; None where there is none, or nonsense."""
    try:
        return date.fromisoformat(st.query_params.get(key, ""))
    except ValueError:
        return None
