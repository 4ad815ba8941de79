"""Publication dates as metadata and people write them."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from timeline.articles.dates import DateUnread, read_date

TUESDAY = date(2024, 1, 16)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("2024-01-16", TUESDAY),
        ("2024-1-16", TUESDAY),
        ("20240116", TUESDAY),
        (" 2024-01-16 ", TUESDAY),
        ("2024/01/16", TUESDAY),
        ("16.01.2024", TUESDAY),
        ("16/01/2024", TUESDAY),
        ("01/16/2024", TUESDAY),
        ("5/5/2024", date(2024, 5, 5)),
        ("January 16, 2024", TUESDAY),
        ("Jan. 16, 2024", TUESDAY),
        ("16 Jan 2024", TUESDAY),
        ("16th January 2024", TUESDAY),
        ("Tuesday, 16 January 2024", TUESDAY),
        ("Tue, 16 Jan 2024 00:00:00 GMT", TUESDAY),
        ("Tue, 16 Jan 2024 09:30:00 +0200", datetime(2024, 1, 16, 9, 30)),
        ("2024-01-16T09:30:00Z", datetime(2024, 1, 16, 9, 30)),
        ("2024-01-16 09:30", datetime(2024, 1, 16, 9, 30)),
        ("2024-01-16 09:30:15 +0200", datetime(2024, 1, 16, 9, 30, 15)),
        ("2024-01-16T09:30:15.123456+02:00", datetime(2024, 1, 16, 9, 30, 15)),
        ("2024-01-16T00:00:00.000Z", TUESDAY),
        ("2024-02-29", date(2024, 2, 29)),
        ("1912-04-15", date(1912, 4, 15)),
    ],
)
def test_read(said: str, expected: date) -> None:
    read = read_date(said)
    assert read == expected
    assert type(read) is type(expected)


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("2024-02-30", "There is no such day as '2024-02-30'"),
        ("2023-02-29", "There is no such day"),
        ("31 April 2024", "There is no such day"),
        ("2024-13-01", "There is no such day"),
        ("2024-01-16T25:00:00", "does not exist as a date and time"),
        ("03/04/2024", "may be two different days"),
        ("0024-01-16", "The year"),
        ("yesterday", "is not a date"),
        ("2024", "is not a date"),
        ("January 2024", "is not a date"),
        ("May", "is not a date"),
        ("", "is not a date"),
        ("9" * 10_000, "is not a date"),
    ],
)
def test_refused(said: str, reason: str) -> None:
    with pytest.raises(DateUnread) as refused:
        read_date(said)
    assert reason in str(refused.value)
    assert "Write it as YEAR-MONTH-DAY, such as 2024-01-16." in str(refused.value)
