"""The dashboard over a small store made by hand, run by Streamlit's own test harness."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from tests.app.made import made_store
from timeline.store import Store

APP = str(Path(__file__).parents[2] / "streamlit_app.py")


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    """A store with two articles, which the dashboard opens."""
    monkeypatch.setenv("TIMELINE_STORE", str(tmp_path / "store"))
    st.cache_resource.clear()
    st.cache_data.clear()
    return made_store(tmp_path / "store")


@pytest.fixture
def open_app(store: Store) -> Callable[..., AppTest]:
    """`open_app(actor=["Russia"], event="…")` → the page at that address, run."""

    def opener(**address: str | list[str]) -> AppTest:
        app = AppTest.from_file(APP, default_timeout=60)
        for name, value in address.items():
            app.query_params[name.rstrip("_")] = value
        app.run()
        assert not app.exception and not app.error, [*app.exception, *app.error]
        return app

    return opener
