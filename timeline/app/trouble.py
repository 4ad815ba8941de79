"""A page that fails says so in a sentence a person can act on; the whole of it goes to the terminal."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import wraps

import streamlit as st

from timeline.language.parser import ParserMissing
from timeline.writable import StoreError


def guarded(page: Callable[[], None]) -> Callable[[], None]:
    """The page, with every failure told."""

    @wraps(page)
    def run() -> None:
        try:
            page()
        except StoreError as problem:
            st.error(f"The store cannot be used: {problem}")
        except ParserMissing as problem:
            st.error(str(problem))
        except Exception as problem:
            logging.getLogger("timeline").exception("A page of the dashboard failed")
            st.error(
                f"This page could not be drawn ({type(problem).__name__}). Nothing in the store was changed by that. "
                "Load it again; if it stays, take the filters off, and look at the terminal for the whole message."
            )
            st.button("Load again")

    return run
