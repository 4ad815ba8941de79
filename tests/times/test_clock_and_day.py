"""A time of day and its day, in every order, are one time with an honest interval."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from timeline.language.document import Document
from timeline.model import Anchor
from timeline.times.find import find_times

Reader = Callable[..., Document]
TUESDAY = date(2024, 1, 16)

# (sentence with the whole time in brackets, value, what it covers: from, to; "" where a side stays open)
ONE = [
    # parts of the day with hours of their own
    ("Shelling began before [dawn on Saturday].", "2024-01-13TMO", "2024-01-13T00:00", "2024-01-13T06:00"),
    ("Troops moved in at [dawn on Saturday].", "2024-01-13TMO", "2024-01-13T04:00", "2024-01-13T08:00"),
    ("Troops moved in at [dawn Saturday].", "2024-01-13TMO", "2024-01-13T04:00", "2024-01-13T08:00"),
    ("Troops moved in on [Saturday before dawn].", "2024-01-13TMO", "2024-01-13T00:00", "2024-01-13T06:00"),
    ("Troops moved in on [Saturday at dawn].", "2024-01-13TMO", "2024-01-13T04:00", "2024-01-13T08:00"),
    ("It came in [the early hours of Sunday].", "2024-01-14TMO", "2024-01-14T00:00", "2024-01-14T06:00"),
    ("It came in [the small hours of Sunday morning].", "2024-01-14TMO", "2024-01-14T00:00", "2024-01-14T06:00"),
    ("It came on [Sunday in the early hours].", "2024-01-14TMO", "2024-01-14T00:00", "2024-01-14T06:00"),
    ("It came in [the pre-dawn hours of Monday].", "2024-01-15TMO", "2024-01-15T00:00", "2024-01-15T06:00"),
    ("They left after [dark on Monday].", "2024-01-15TNI", "2024-01-15T18:00", "2024-01-16T00:00"),
    ("They had left by [nightfall on Monday].", "2024-01-15TNI", "", "2024-01-15T22:00"),
    ("They have been there since [dawn on Monday].", "2024-01-15TMO", "2024-01-15T04:00", ""),
    # parts of the day by their usual hours, early and late ones narrower
    ("He was shot [late on Friday night].", "2024-01-12TNI", "2024-01-12T22:40", "2024-01-13T00:00"),
    ("It sank [early on Sunday morning].", "2024-01-14TMO", "2024-01-14T05:00", "2024-01-14T07:20"),
    ("He died on [the evening of March 3, 1998].", "1998-03-03TEV", "1998-03-03T18:00", "1998-03-03T22:00"),
    ("He died in [the evening on Sunday].", "2024-01-14TEV", "2024-01-14T18:00", "2024-01-14T22:00"),
    # the clock
    ("It expires at [5 p.m. EST Nov. 9].", "2024-11-09T17:00", "2024-11-09T17:00", "2024-11-09T17:01"),
    ("It struck at [around 2 a.m. local time on Tuesday].", "2024-01-16T02:00", "2024-01-16T02:00", "2024-01-16T02:01"),
    ("It struck on [Tuesday at around 2 a.m.] local time.", "2024-01-16T02:00", "2024-01-16T02:00", "2024-01-16T02:01"),
    ("Polls closed at [8 p.m. on Sunday].", "2024-01-14T20:00", "2024-01-14T20:00", "2024-01-14T20:01"),
    ("Polls closed on [Sunday at 8 p.m.] sharp.", "2024-01-14T20:00", "2024-01-14T20:00", "2024-01-14T20:01"),
    ("The guns fell silent at [11 a.m. on 11 November 1918].", "1918-11-11T11:00", "1918-11-11T11:00", "1918-11-11T11:01"),
    ("The guns fell silent on [11 November 1918, at 1100 hours].", "1918-11-11T11:00", "1918-11-11T11:00", "1918-11-11T11:01"),
    ("He came at [9:40 on the morning of 14 June 1940].", "1940-06-14T09:40", "1940-06-14T09:40", "1940-06-14T09:41"),
    ("He came at [nine in the evening of 14 June 1940].", "1940-06-14T21:00", "1940-06-14T21:00", "1940-06-14T21:01"),
    ("He came [yesterday at noon].", "2024-01-15T12:00", "2024-01-15T12:00", "2024-01-15T12:01"),
    ("It lasts until [midnight on January 31].", "2024-01-31T24:00", "", "2024-02-01T00:01"),
    # nights that run into the next day
    ("It fell on [the night of 3-4 May 1999].", "1999-05-03TNI", "1999-05-03T20:00", "1999-05-04T06:00"),
    ("It fell on [the night of 3/4 May 1999].", "1999-05-03TNI", "1999-05-03T20:00", "1999-05-04T06:00"),
    ("It fell on [the night of May 3-4, 1999].", "1999-05-03TNI", "1999-05-03T20:00", "1999-05-04T06:00"),
    ("It fell on [the night of 30 April–1 May 1942].", "1942-04-30TNI", "1942-04-30T20:00", "1942-05-01T06:00"),
    ("It fell on [the night of 31 December 1941 - 1 January 1942].", "1941-12-31TNI", "1941-12-31T20:00", "1942-01-01T06:00"),
    ("It fell in [the night between 3 and 4 May 1942].", "1942-05-03TNI", "1942-05-03T20:00", "1942-05-04T06:00"),
    ("It fell [overnight from Saturday to Sunday].", "2024-01-13TNI", "2024-01-13T20:00", "2024-01-14T06:00"),
    ("It fell [overnight on 3/4 May 1942].", "1942-05-03TNI", "1942-05-03T20:00", "1942-05-04T06:00"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "value", "start", "end"), [pytest.param(*one, id=one[0]) for one in ONE])
def test_one_time(sentence: str, value: str, start: str, end: str, read: Reader) -> None:
    words = sentence[sentence.index("[") + 1 : sentence.index("]")]
    times = find_times(read(sentence.replace("[", "").replace("]", "")), Anchor(TUESDAY))
    assert [(time.text, time.value, time.type) for time in times if time.type != "DURATION"] == [
        (times[0].text, value, "TIME")
    ]
    assert times[0].text.removeprefix("around ") == words.removeprefix("around ")
    covers = times[0].interval
    assert covers is not None
    found = [moment.isoformat(timespec="minutes") if moment else "" for moment in (covers.start, covers.end)]
    assert found == [start, end]


# Neighbours that are two times: (sentence, their words)
TWO = [
    ("The curfew lasted until 6 a.m., on Monday it was lifted.", ["6 a.m.", "Monday"]),
    ("The night of 3 May and 6 May 1999 was quiet.", ["The night of 3 May", "6 May 1999"]),
    ("They met on Monday and dined in the evening.", ["Monday", "the evening"]),
    ("He came on Monday; before dawn he left.", ["Monday", "dawn"]),
    ("It opened at 9 a.m. and on Sunday it closed.", ["9 a.m.", "Sunday"]),
    ("Fighting went on from 10 p.m. on Sunday to 4 a.m. on Monday.", ["10 p.m. on Sunday", "4 a.m. on Monday"]),
    ("It came on the night from Saturday to Monday.", ["the night", "Saturday", "Monday"]),
]


@pytest.mark.parametrize(("sentence", "words"), TWO)
def test_two_times(sentence: str, words: list[str], read: Reader) -> None:
    times = find_times(read(sentence), Anchor(TUESDAY))
    assert [time.text for time in times][: len(words)] == words
