"""English sentences and the times they name: tests/corpus/times_en.csv holds `words=value` pairs in order."""

from __future__ import annotations

import csv
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest

from timeline.language.document import Document
from timeline.language.parse import read_plain
from timeline.model import Anchor, Article, Interval
from timeline.times.find import find_times

CORPUS = Path(__file__).parent.parent / "corpus" / "times_en.csv"
FRIDAY = date(2026, 1, 30)
Reader = Callable[..., Document]


def rows() -> list[dict[str, str]]:
    with CORPUS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("row", [pytest.param(row, id=row["text"][:60]) for row in rows()])
def test_corpus(row: dict[str, str], read: Reader) -> None:
    published = date.fromisoformat(row["published"])
    times = find_times(read(row["text"], published), Anchor(published))
    assert "; ".join(f"{time.text}={time.value}" for time in times) == row["times"]


def only(text: str, read: Reader, published: date | None = FRIDAY) -> Interval | None:
    """What the one time of a sentence covers."""
    times = find_times(read(text, published), Anchor(published))
    assert len(times) == 1, [time.text for time in times]
    return times[0].interval


# What a time covers under the words around it: (text, from, to), days only, None where a side stays open.
BOUNDS = [
    ("The pause lasts until February 1.", None, "2026-02-02"),
    ("They must leave by Monday.", None, "2026-02-03"),
    ("It froze before January 12.", None, "2026-01-12"),
    ("It has snowed since January 12.", "2026-01-12", None),
    ("It will be colder after February 1.", "2026-02-02", None),
    ("It will be colder starting Sunday.", "2026-02-01", None),
    ("They did not meet until January 12.", "2026-01-12", None),
    ("They will not meet until January 12.", "2026-01-12", None),
    ("They met on January 12.", "2026-01-12", "2026-01-13"),
    ("They met in early January.", "2026-01-01", "2026-01-11"),
    ("They met in mid-January.", "2026-01-11", "2026-01-21"),
    ("They will meet by the end of March.", None, "2026-04-01"),
    ("It happened over the past two weeks.", "2026-01-16", "2026-01-31"),
    ("It snowed for the third straight day.", "2026-01-28", "2026-01-31"),
    ("It will happen over the next three days.", "2026-01-30", "2026-02-03"),
    ("They met earlier this month.", "2026-01-01", "2026-01-30"),
    ("They will meet later this month.", "2026-01-30", "2026-02-01"),
    ("They came in the winter of 1942.", "1942-12-01", "1943-03-01"),
    ("They came in the second half of 2025.", "2025-07-01", "2026-01-01"),
]


@pytest.mark.parametrize(("text", "start", "end"), BOUNDS)
def test_bounds(text: str, start: str | None, end: str | None, read: Reader) -> None:
    interval = only(text, read)
    assert interval is not None
    assert (interval.start and interval.start.date().isoformat()) == start
    assert (interval.end and interval.end.date().isoformat()) == end


@pytest.mark.parametrize(
    "text", ["In the coming weeks they will meet.", "They talked for three weeks.", "They meet every Friday."]
)
def test_what_has_no_days_of_its_own(text: str, read: Reader) -> None:
    assert only(text, read) is None


@pytest.mark.parametrize(
    ("text", "covers"),
    [
        ("From March 2020 to May 2021 schools were closed.", ("2020-03-01", "2021-06-01")),
        ("Fighting went on from 24 July until 26 November 1938.", ("1938-07-24", "1938-11-27")),
        ("Between 1985 and 1987 they met.", ("1985-01-01", "1988-01-01")),
        ("The battle (22-25 April 1951) was lost.", ("1951-04-22", "1951-04-26")),
    ],
)
def test_both_ends_of_a_range_cover_the_whole(text: str, covers: tuple[str, str], read: Reader) -> None:
    times = find_times(read(text, FRIDAY), Anchor(FRIDAY))
    found = [
        (time.interval.start.date().isoformat(), time.interval.end.date().isoformat())
        for time in times
        if time.interval and time.interval.start and time.interval.end
    ]
    assert found == [covers, covers]


def test_a_night_that_leads_to_the_day(read: Reader) -> None:
    interval = only("Drones were launched overnight.", read)
    assert interval is not None
    assert (interval.start, interval.end) == (datetime(2026, 1, 29, 20), datetime(2026, 1, 30, 8))
    assert interval.approximate


def test_zones_are_kept_in_minutes(read: Reader) -> None:
    (time,) = find_times(read("They met at 5 p.m. EST.", FRIDAY), Anchor(FRIDAY))
    assert (time.value, time.utc_offset) == ("2026-01-30T17:00", -300)


def test_every_answer_says_what_it_was_counted_from(read: Reader) -> None:
    text = "In 1998 they met. The following year they met again, and on Friday they spoke."
    times = find_times(read(text, FRIDAY), Anchor(FRIDAY))
    assert [(time.value, time.anchored_by, time.implied) for time in times] == [
        ("1998", "", ()),
        ("1999", "narrative", ()),
        ("2026-01-30", "publication", ("week", "direction")),
    ]


# Without a day of publication, what hangs on it stays open; what stands by itself does not.
UNDATED = [
    ("They met on Friday.", "XXXX-WXX-5"),
    ("They met in March.", "XXXX-03"),
    ("They met on March 5.", "XXXX-03-05"),
    ("They met last week.", "XXXX-WXX"),
    ("They met yesterday.", "XXXX-XX-XX"),
    ("They met in the third quarter.", "XXXX-Q3"),
    ("They met at noon.", "XXXX-XX-XXT12:00"),
]


@pytest.mark.parametrize(("text", "value"), UNDATED)
def test_without_a_day_of_publication(text: str, value: str, read: Reader) -> None:
    (time,) = find_times(read(text, None), Anchor(None))
    assert (time.value, time.interval, time.edtf) == (value, None, "")


def test_a_text_without_a_parse_is_read_too() -> None:
    document = read_plain(Article("", "They will meet on Tuesday, after the talks of 12 January."))
    assert [time.value for time in find_times(document, Anchor(FRIDAY))] == ["2026-02-03", "2026-01-12"]


STORY = (
    "On 1 September 1939 the war began. On 17 September a second army crossed the border. "
    "The fighting ended in March 1940, and in April it began elsewhere. A week later the port fell. "
    "The winter of 1942-43 was hard. In January, the siege was lifted. By the end of the year it was over."
)


def test_a_story_keeps_its_own_years(read: Reader) -> None:
    times = find_times(read(STORY, FRIDAY), Anchor(FRIDAY))
    assert [time.value for time in times] == [
        "1939-09-01",
        "1939-09-17",
        "1940-03",
        "1940-04",
        "1940-WXX",
        "1942-WI",
        "1943-01",
        "1943",
    ]


def test_days_later_are_a_length_that_comes_to_a_day(read: Reader) -> None:
    times = find_times(read("They met on January 12. Three days later they met again.", FRIDAY), Anchor(FRIDAY))
    assert [(time.type, time.value, time.edtf) for time in times] == [
        ("DATE", "2026-01-12", "2026-01-12"),
        ("DURATION", "P3D", "2026-01-15"),
    ]


def test_a_second_clock_in_brackets_is_the_zone_of_the_first(read: Reader) -> None:
    for text, value, offset in (
        ("It struck at 6 p.m. (1500 GMT).", "2026-01-30T18:00", 180),
        ("It begins at 10:00 GMT (1 p.m. in Kyiv).", "2026-01-30T10:00", 0),
        ("It was at 9 a.m. EST (1400 GMT).", "2026-01-30T09:00", -300),
    ):
        (time,) = find_times(read(text, FRIDAY), Anchor(FRIDAY))
        assert (time.value, time.utc_offset) == (value, offset)
    for text, values in (
        ("It rang at 9:15 a.m. (10 a.m. on Sundays).", ["XXXX-WXX-7T09:15", "XXXX-WXX-7T10:00"]),
        ("Polls closed at 3 a.m. (8 p.m. EST Thursday).", ["2026-01-29T03:00", "2026-01-29T20:00"]),
    ):
        assert [time.value for time in find_times(read(text, FRIDAY), Anchor(FRIDAY))] == values


def test_titles_of_works_name_no_time(read: Callable[..., Document]) -> None:
    def times(text: str) -> list[str]:
        return [time.text for time in find_times(read(text), Anchor(date(2024, 1, 16)))]

    assert times('The film "Seven Days in May" was shown Friday.') == ["Friday"]
    assert times('She sang "Yesterday" and left.') == []
    assert times('"Yesterday," he said, "we lost."') == ["Yesterday"]
    assert times('They said "we leave tomorrow" and left.') == ["tomorrow"]
