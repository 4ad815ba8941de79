"""Honest dates in words: what the row leaves open, the words leave open."""

from __future__ import annotations

from typing import Any

import pytest

from timeline.views import dates, words

CASES = [
    # what the text names is named
    ("day", {"start": "2026-01-30", "end": "2026-01-30", "granularity": "day"}, "30 Jan 2026"),
    ("month", {"start": "2022-03-01", "end": "2022-03-31", "granularity": "month"}, "March 2022"),
    ("february", {"start": "2024-02-01", "end": "2024-02-29", "granularity": "month"}, "February 2024"),
    ("months", {"start": "2022-03-01", "end": "2022-05-31", "granularity": "month"}, "Mar – May 2022"),
    ("months over new year", {"start": "2022-11-01", "end": "2023-01-31", "granularity": "month"}, "Nov 2022 – Jan 2023"),
    ("quarter", {"start": "2022-04-01", "end": "2022-06-30", "granularity": "quarter"}, "second quarter of 2022"),
    ("half", {"start": "2022-07-01", "end": "2022-12-31", "granularity": "half_year"}, "second half of 2022"),
    ("winter", {"start": "2025-12-01", "end": "2026-02-28", "granularity": "season"}, "winter 2025–26"),
    ("summer", {"start": "2025-06-01", "end": "2025-08-31", "granularity": "season"}, "summer 2025"),
    ("year", {"start": "1943-01-01", "end": "1943-12-31", "granularity": "year"}, "1943"),
    ("years", {"start": "2014-01-01", "end": "2016-12-31", "granularity": "year"}, "2014 – 2016"),
    ("decade", {"start": "1990-01-01", "end": "1999-12-31", "granularity": "decade"}, "the 1990s"),
    ("century", {"start": "1800-01-01", "end": "1899-12-31", "granularity": "century"}, "the 19th century"),
    ("week", {"start": "2026-01-26", "end": "2026-02-01", "granularity": "week"}, "week of 26 Jan – 1 Feb 2026"),
    ("weekend", {"start": "2026-01-31", "end": "2026-02-01", "granularity": "weekend"}, "weekend of 31 Jan – 1 Feb 2026"),
    # stretches
    ("days", {"start": "2022-03-03", "end": "2022-03-09", "granularity": "day"}, "3–9 Mar 2022"),
    ("days over months", {"start": "2022-03-30", "end": "2022-04-02", "granularity": "day"}, "30 Mar – 2 Apr 2022"),
    ("days over years", {"start": "2022-12-30", "end": "2023-01-02", "granularity": "day"}, "30 Dec 2022 – 2 Jan 2023"),
    ("vague stretch", {"start": "2022-03-03", "end": "2022-03-09", "granularity": "vague"}, "some time in 3–9 Mar 2022"),
    # open sides
    ("until", {"end": "2026-02-01", "granularity": "day", "time_text": "until February 1"}, "until 1 Feb 2026"),
    ("by", {"end": "2026-02-01", "granularity": "day", "time_text": "by February 1"}, "by 1 Feb 2026"),
    ("before", {"end": "2026-01-31", "granularity": "day", "time_text": "before February 1"}, "before 1 Feb 2026"),
    ("before the last day", {"end": "9999-12-31", "granularity": "day", "time_text": "before then"}, "by 31 Dec 9999"),
    ("past", {"end": "2026-01-30", "granularity": "vague"}, "some time up to 30 Jan 2026"),
    ("since", {"start": "2022-02-24", "granularity": "day", "time_text": "since February 24"}, "since 24 Feb 2022"),
    ("from", {"start": "2026-02-01", "granularity": "day", "time_text": "starting Sunday"}, "from 1 Feb 2026, open end"),
    ("to come", {"start": "2026-02-01", "granularity": "vague", "time_text": "soon"}, "some time from 1 Feb 2026 on"),
    ("nothing", {}, "no date"),
    ("no date", {"time_text": "at some point"}, "no date (“at some point”)"),
    # clocks and flags
    ("clock", {"start": "2026-01-30T05:00", "end": "2026-01-30T05:00", "granularity": "minute"}, "30 Jan 2026, 05:00"),
    ("hours", {"start": "2026-01-30T05:00", "end": "2026-01-30T06:59", "granularity": "hour"}, "30 Jan 2026, 05:00–06:59"),
    ("about", {"start": "2022-03-01", "end": "2022-03-31", "granularity": "month", "edtf": "2022-03~"}, "about March 2022"),
    ("perhaps", {"start": "2022-03-01", "end": "2022-03-01", "granularity": "day", "edtf": "2022-03-01?"}, "perhaps 1 Mar 2022"),
    ("night", {"start": "2023-07-17T20:00", "end": "2023-07-18T05:59", "granularity": "part_of_day"}, "night of 17–18 Jul 2023"),
    ("going on since", {"start": "2022-10-29", "granularity": "day", "modality": "ongoing"}, "going on from 29 Oct 2022"),
    ("going on until", {"end": "2026-01-30", "granularity": "vague", "modality": "ongoing"}, "going on, up to 30 Jan 2026"),
    # what is no date stays no date
    ("broken", {"start": "2022-13-45", "end": "", "granularity": "day"}, "no date"),
    ("last day there is", {"start": "9999-12-01", "end": "9999-12-31", "granularity": "month"}, "1–31 Dec 9999"),
]  # fmt: skip


@pytest.mark.parametrize(("row", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_when(row: dict[str, Any], expected: str) -> None:
    assert dates.when(row) == expected


def test_the_zone_is_said_only_beside_a_clock() -> None:
    assert dates.zone({"utc_offset": -300, "granularity": "minute"}) == "UTC−5"
    assert dates.zone({"utc_offset": 330, "granularity": "hour"}) == "UTC+5:30"
    assert dates.zone({"utc_offset": 0, "granularity": "minute"}) == "UTC"
    assert dates.zone({"utc_offset": 120, "granularity": "day"}) == ""
    assert dates.zone({"utc_offset": float("nan"), "granularity": "minute"}) == ""


def test_who_to_whom() -> None:
    assert words.parties({"actors": ["Russia"], "recipients": ["Ukraine"]}) == "Russia → Ukraine"
    assert words.parties({"actors": ["Russia", "Ukraine"], "recipients": []}) == "Russia and Ukraine"
    assert words.parties({"actors": [], "recipients": ["Ukraine"]}) == "→ Ukraine"
    assert words.parties({}) == ""


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        ({"kind": "weapons", "low": 300, "high": 300, "unit": "drones"}, "300 drones (weapons)"),
        ({"kind": "money", "low": 2.5e9, "high": 2.5e9, "unit": "USD"}, "US$2,500,000,000 (money)"),
        ({"kind": "percentage", "low": 4.5, "high": 5.0, "unit": "%"}, "4.5 to 5% (percentage)"),
        ({"kind": "killed", "low": None, "high": 10, "unit": "people"}, "at most 10 people (killed)"),
        ({"kind": "people", "low": 0, "high": 0, "unit": "people"}, "0 people"),
        ({"kind": "people", "low": None, "high": None, "unit": "people"}, ""),
        ({"kind": "people", "low": float("inf"), "high": None, "unit": ""}, ""),
    ],
    ids=["count", "money", "range", "at most", "none of them", "nothing", "no end"],
)
def test_quantity(one: dict[str, Any], expected: str) -> None:
    assert words.quantity(one) == expected
