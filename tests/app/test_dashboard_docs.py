"""docs/dashboard.md names every part of the address."""

from __future__ import annotations

from pathlib import Path

from timeline.app.filters import KEYS, LANES

PAGE = (Path(__file__).parents[2] / "docs" / "dashboard.md").read_text(encoding="utf-8")


def test_every_part_of_the_address_is_documented():
    assert [key for key in (*KEYS, *LANES.values(), "lanes", "event", "TIMELINE_STORE") if f"`{key}`" not in PAGE] == []
