"""Publication dates as metadata and people write them → a date, or a clear refusal."""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

MONTHS = {
    name: number
    for number, names in enumerate(
        "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep|"
        "october oct|november nov|december dec".split("|"),
        start=1,
    )
    for name in names.split()
}
_NAMED = re.compile(
    r"(?:(?P<d1>\d{1,2})(?:st|nd|rd|th)? )?(?P<month>[a-z]{3,9})\.?(?: (?P<d2>\d{1,2})(?:st|nd|rd|th)?)?,? (?P<year>\d{4})"
)
_NUMBERS = re.compile(r"(\d{1,4})[./-](\d{1,2})[./-](\d{1,4})")
_ADVICE = "Write it as YEAR-MONTH-DAY, such as 2024-01-16."


class DateUnread(ValueError):
    """The words are not a date; the message says so and how to write one."""


def read_date(said: str) -> date | datetime:
    """The date (or local date-time) that the words give; its zone is left out, for news counts in local days.

    >>> read_date("2024-01-16T09:30:00+02:00")
    datetime.datetime(2024, 1, 16, 9, 30)
    >>> read_date("16 January 2024"), read_date("Tue, 16 Jan 2024 00:00:00 GMT")
    (datetime.date(2024, 1, 16), datetime.date(2024, 1, 16))

    Raises DateUnread for a day that does not exist, for 03/04/2024 (which may be two days), and for anything else.
    """
    words = " ".join(said.split())
    if len(words) > 60:
        raise DateUnread(f"{words[:40]!r}… is not a date. {_ADVICE}")
    for read in (_iso, _mail, _named, _numbers):
        moment = read(words)
        if moment is not None:
            if not 1000 <= moment.year <= 2999:
                raise DateUnread(f"The year of {words!r} cannot be an article's. {_ADVICE}")
            return _plain(moment)
    raise DateUnread(f"{words!r} is not a date. {_ADVICE}")


def _iso(words: str) -> date | datetime | None:
    if re.fullmatch(r"\d{4}-\d{1,2}-\d{1,2}", words):
        year, month, day = map(int, words.split("-"))
        return _day(year, month, day, words)
    if not re.match(r"\d{4}-\d{2}-\d{2}[T ]", words):
        return None
    try:
        return datetime.fromisoformat(words.replace(" UTC", "Z").replace(" GMT", "Z").replace(" +", "+"))
    except ValueError:
        raise DateUnread(f"{words!r} does not exist as a date and time. {_ADVICE}") from None


def _mail(words: str) -> datetime | None:
    """As e-mail and feeds have it (RFC 2822)."""
    if not re.match(r"[A-Za-z]{3}, \d", words):
        return None
    try:
        return parsedate_to_datetime(words)
    except (ValueError, IndexError):
        return None


def _named(words: str) -> date | None:
    match = _NAMED.fullmatch(re.sub(r"^[a-z]+day,? ", "", words.lower()))
    if match is None or match["month"] not in MONTHS or not (match["d1"] or match["d2"]):
        return None
    return _day(int(match["year"]), MONTHS[match["month"]], int(match["d1"] or match["d2"]), words)


def _numbers(words: str) -> date | None:
    if re.fullmatch(r"(?:19|20)\d{6}", words):
        return _day(int(words[:4]), int(words[4:6]), int(words[6:]), words)
    match = _NUMBERS.fullmatch(words)
    if match is None:
        return None
    first, second, third = map(int, match.groups())
    if first > 999:
        return _day(first, second, third, words)
    if third <= 999:
        return None
    if "." in words or first > 12:
        return _day(third, second, first, words)
    if second > 12 or first == second:
        return _day(third, first, second, words)
    raise DateUnread(f"{words!r} may be two different days. {_ADVICE}")


def _day(year: int, month: int, day: int, words: str) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise DateUnread(f"There is no such day as {words!r}. {_ADVICE}") from None


def _plain(moment: date | datetime) -> date | datetime:
    """Without its zone; a midnight is a day, for that is how systems write one."""
    if not isinstance(moment, datetime):
        return moment
    local = moment.replace(tzinfo=None, microsecond=0)
    return local.date() if (local.hour, local.minute, local.second) == (0, 0, 0) else local
