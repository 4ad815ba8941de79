"""A store in a folder whose name is not plain."""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline.store import Store, open_store


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return open_store(tmp_path / "my störe")
