"""A store that may only be read, or that cannot be written any more."""

from __future__ import annotations

from pathlib import Path

import pytest
from deltalake.exceptions import DeltaError

from tests.store.made_extractions import make_extraction
from timeline import writable
from timeline.store import Store, open_store
from timeline.writable import StoreError, writing


@pytest.fixture
def read_only(store: Store, monkeypatch: pytest.MonkeyPatch) -> Store:
    """Made as usual, then opened where nothing may be written (a superuser may write anywhere, so this is said)."""
    store.add(make_extraction(events=1))
    monkeypatch.setattr(writable, "may_write", lambda folder: False)
    return open_store(store.path)


def test_a_store_that_may_only_be_read_is_read(read_only: Store) -> None:
    before = sorted(read_only.path.rglob("*"))
    assert [row["trigger"] for row in read_only.rows()] == ["struck"]
    assert read_only.count(merged=False) == 1
    assert sorted(read_only.path.rglob("*")) == before


def test_a_write_there_says_so(read_only: Store) -> None:
    with pytest.raises(
        StoreError, match=r"cannot be written \(Permission denied\)\. What was committed before is safe"
    ):
        read_only.delete(read_only.articles()[0].id)


@pytest.mark.parametrize(
    "problem",
    [
        pytest.param(
            DeltaError("External: Unable to open file /a/b: No space left on device (os error 28)"), id="delta"
        ),
        pytest.param(OSError(28, "No space left on device"), id="system"),
    ],
)
def test_a_full_disk_is_told_in_one_line(problem: Exception, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"cannot be written \(No space left on device\)"), writing(tmp_path):
        raise problem


def test_any_other_failure_stays_what_it_is(tmp_path: Path) -> None:
    with pytest.raises(DeltaError, match="schema"), writing(tmp_path):
        raise DeltaError("schema mismatch")
