"""EDTF: what is written, what is read, and the way there and back."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.model import GRANULARITIES, Interval
from timeline.times.edtf import from_edtf, to_edtf, year_to_edtf


def day(text: str) -> datetime:
    return datetime.fromisoformat(text)


def span(start: str | None, end: str | None, granularity: str, **flags: bool) -> Interval:
    return Interval(day(start) if start else None, day(end) if end else None, granularity, **flags)


# Both ways: the interval is written so, and read back the same.
EXACT = [
    (span("1000-01-01", "2000-01-01", "millennium"), "1XXX"),
    (span("1900-01-01", "2000-01-01", "century"), "19XX"),
    (span("1990-01-01", "2000-01-01", "decade"), "199X"),
    (span("2025-01-01", "2026-01-01", "year"), "2025"),
    (span("0114-01-01", "0115-01-01", "year"), "0114"),
    (span("2025-01-01", "2025-07-01", "half_year"), "2025-40"),
    (span("2025-03-01", "2025-06-01", "season"), "2025-21"),
    (span("2025-12-01", "2026-03-01", "season"), "2025-24"),
    (span("2025-10-01", "2026-01-01", "quarter"), "2025-36"),
    (span("2022-02-01", "2022-03-01", "month", approximate=True), "2022-02~"),
    (span("2022-02-01", "2022-03-01", "month", uncertain=True), "2022-02?"),
    (span("2022-02-01", "2022-03-01", "month", approximate=True, uncertain=True), "2022-02%"),
    (span("2026-02-01", "2026-02-02", "day"), "2026-02-01"),
    (span("2026-02-01T15:00", "2026-02-01T16:00", "hour"), "2026-02-01T15"),
    (span("2026-02-01T15:30", "2026-02-01T15:31", "minute"), "2026-02-01T15:30"),
    (span("2026-02-01T15:30:05", "2026-02-01T15:30:06", "second"), "2026-02-01T15:30:05"),
    (span("2025-01-01", "2025-05-01", "month"), "2025-01/2025-04"),
    (span("2020-01-01", "2023-01-01", "year"), "2020/2022"),
    (span(None, "2026-02-02", "day"), "../2026-02-01"),
    (span(None, "2022-04-01", "month"), "../2022-03"),
    (span("1990-01-01", None, "year", approximate=True), "1990~/.."),
    (span("2025-04-01", None, "quarter"), "2025-34/.."),
]
# Written as what they cover: EDTF has no word for them, so the granularity does not come back.
COVERED = [
    (span("2025-01-27", "2025-02-03", "week"), "2025-01-27/2025-02-02"),
    (span("2025-02-01", "2025-02-03", "weekend"), "2025-02-01/2025-02-02"),
    (span("2025-01-27T06:00", "2025-01-27T12:00", "part_of_day"), "2025-01-27T06:00/2025-01-27T11:59"),
    (span("1801-01-01", "1901-01-01", "century"), "1801/1900"),
    (span("2022-03-03", "2022-06-01", "month"), "2022-03-03/2022-05-31"),
    (span("2022-03-03", "2022-06-01", "vague", approximate=True), "2022-03-03~/2022-05-31~"),
    (span("2022-03-01", "2022-04-01", "vague"), "2022-03"),
    (span("2025-02-01", "2025-05-01", "quarter"), "2025-02/2025-04"),
]
MALFORMED = [
    "", "..", "../..", "2025-13", "2025-02-30", "2025-1", "25", "2025-02-01T25", "20250201", "tomorrow", "-0044",
    "0000", "9999", "199X-02", "2025-25", "2026/2025", "2025/", "/2025", "2025~~", "2025-02-01/2025-02-03/2025-02-04",
    "٢٠٢٥", "2025\n",
]  # fmt: skip


@pytest.mark.parametrize(("interval", "text"), EXACT, ids=[text for _, text in EXACT])
def test_written_and_read_back(interval, text):
    assert to_edtf(interval) == text
    assert from_edtf(text) == interval


@pytest.mark.parametrize(("interval", "text"), COVERED, ids=[text for _, text in COVERED])
def test_written_as_what_is_covered(interval, text):
    assert to_edtf(interval) == text
    read = from_edtf(text)
    assert (read.start, read.end) == (interval.start, interval.end)


@pytest.mark.parametrize("text", MALFORMED)
def test_other_texts_are_refused(text):
    with pytest.raises(ValueError, match=r"."):
        from_edtf(text)


def test_nothing_known_is_nothing_written():
    assert to_edtf(Interval(None, None, "vague")) == ""


def test_an_interval_that_ends_before_it_begins_is_refused():
    with pytest.raises(ValueError, match="must end after it begins"):
        to_edtf(span("2025-02-02", "2025-02-02", "day"))


@pytest.mark.parametrize(("year", "text"), [(1, "0001"), (0, "0000"), (-43, "-0043"), (-12000, "Y-12000")])
def test_years_without_a_datetime(year, text):
    assert year_to_edtf(year) == text


MOMENTS = st.datetimes(datetime(1, 1, 1), datetime(9980, 1, 1)).map(lambda moment: moment.replace(microsecond=0))


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    start = draw(MOMENTS)
    coarse = draw(st.sampled_from(["year", "month", "day", "second"]))
    if coarse != "second":
        start = start.replace(hour=0, minute=0, second=0)
    if coarse in ("year", "month"):
        start = start.replace(day=1, month=start.month if coarse == "month" else 1)
    length = timedelta(
        days=draw(st.integers(0, 4000)), seconds=draw(st.integers(1, 90_000)) if coarse == "second" else 0
    )
    end = max(start + length, start + timedelta(days=coarse != "second", seconds=1 if coarse == "second" else 0))
    side = draw(st.sampled_from(["both", "both", "start", "end"]))
    return Interval(
        None if side == "end" else start,
        None if side == "start" else end,
        draw(st.sampled_from(GRANULARITIES)),
        draw(st.booleans()),
        draw(st.booleans()),
    )


@given(intervals())
def test_reading_what_was_written_gives_the_same_bounds(interval):
    read = from_edtf(to_edtf(interval))
    assert (read.start, read.end) == (interval.start, interval.end)
    assert (read.approximate, read.uncertain) == (interval.approximate, interval.uncertain)


@given(intervals())
def test_writing_what_was_read_gives_the_same_text(interval):
    text = to_edtf(interval)
    assert to_edtf(from_edtf(text)) == text


@given(st.text(max_size=40) | st.from_regex(r"[0-9X]{4}(-[0-9]{2}){0,3}[~?%]?(/[0-9.]{2,10})?", fullmatch=True))
def test_any_text_is_read_or_refused_in_one_way(text):
    try:
        interval = from_edtf(text)
    except ValueError:
        return
    assert interval.start is None or interval.end is None or interval.start < interval.end


# What the `edtf` library reads otherwise: clocks without seconds and seasons as bounds, which ISO 8601-2 allows, and
# winter, which it ends in December.
BEYOND_THE_ORACLE = ("T", "-34/", "-24")


@pytest.mark.parametrize("text", [text for _, text in EXACT + COVERED if not any(x in text for x in BEYOND_THE_ORACLE)])
def test_another_reader_of_edtf_agrees(text):
    parse_edtf = pytest.importorskip("edtf").parse_edtf
    read, ours = parse_edtf(text), from_edtf(text)
    if ours.start is not None:
        assert tuple(read.lower_strict())[:3] == (ours.start.year, ours.start.month, ours.start.day)
    if ours.end is not None:
        last = ours.end - timedelta(days=1)
        assert tuple(read.upper_strict())[:3] == (last.year, last.month, last.day)
