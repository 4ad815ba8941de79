"""Which time is an event's: sentences of our own, each read on Tuesday 16 January 2024."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from tests.events.marking import marked_token, rows, unmarked
from timeline.events.factuality.modality import judge
from timeline.events.speech.attribution import find_attributions, speaker_at
from timeline.events.syntax.tenses import tense_of
from timeline.events.when.dates import Dating, find_dates
from timeline.events.when.dating import date_event
from timeline.language.document import Document
from timeline.model import TIME_BASES, Anchor
from timeline.table import inclusive
from timeline.times.find import find_times

Read = Callable[..., Document]
TUESDAY = date(2024, 1, 16)
TEXTS = rows("dating.csv")


def dated(document: Document, marked: str, published: date | None = TUESDAY) -> Dating:
    trigger = marked_token(document, marked)
    dates = find_dates(document, find_times(document, Anchor(published)), published)
    said = speaker_at(find_attributions(document, []), trigger)
    reported = said is not None and (said.cue is None or said.cue.start != trigger.start)
    return date_event(dates, trigger, judge(trigger), reported)


@pytest.mark.parametrize("row", TEXTS, ids=[row["text"] for row in TEXTS])
def test_text(row: dict[str, str], read: Read) -> None:
    dating = dated(read(unmarked(row["text"])), row["text"])
    start, end = ((side or "")[:10] for side in inclusive(dating.interval))
    assert (start, end, dating.basis) == (row["start"], row["end"], row["basis"])


def test_the_reason_is_kept(read: Read) -> None:
    text = "The two sides agreed to a week-long [truce] until 30 January 2024."
    dating = dated(read(unmarked(text)), text)
    assert dating.rule == "syntax"
    assert "30 January 2024" in dating.why
    assert "start counted back from" in dating.why
    assert dating.edtf == "2024-01-23/2024-01-30"


def test_without_publication_a_plain_report_has_no_time(read: Read) -> None:
    text = "The army [shelled] the port."
    dating = dated(read(unmarked(text), None), text, None)
    assert (dating.interval, dating.basis) == (None, "none")


def test_every_word_gets_an_answer(read: Read) -> None:
    document = read("Until on before Monday, ending. The the from Friday starting to since — ends; said on.")
    dates = find_dates(document, find_times(document, Anchor(TUESDAY)), TUESDAY)
    for token in document.tokens:
        dating = date_event(dates, token, judge(token))
        assert dating.basis in TIME_BASES
        assert dating.why


@pytest.mark.parametrize(
    ("sentence", "tense"),
    [
        ("The army [shelled] the port.", "past"),
        ("The army has [shelled] the port.", "perfect"),
        ("The army had [shelled] the port.", "pluperfect"),
        ("The army is [shelling] the port.", "progressive"),
        ("The army [shells] the port.", "present"),
        ("The army will [shell] the port.", "future"),
        ("The port was [shelled].", "past"),
        ("The port has been [shelled].", "perfect"),
        ("The army began to [shell] the port.", "past"),
        ("Shells hit the [port].", "past"),
    ],
)
def test_tense(sentence: str, tense: str, read: Read) -> None:
    assert tense_of(marked_token(read(unmarked(sentence)), sentence)) == tense


# Two weeks before a day is about two weeks
def test_a_count_of_weeks_is_approximate(read: Read) -> None:
    text = "The ministers met on Friday, two weeks after the deal was [signed]."
    dating = dated(read(unmarked(text)), text)
    assert dating.edtf == "2023-12-29~"
    assert dating.why == "“two weeks after” what is dated 2024-01-12"


def test_a_count_beyond_the_calendar_is_no_error(read: Read) -> None:
    text = "The ministers met on Friday, 90000 years after the deal was [signed]."
    assert dated(read(unmarked(text)), text).basis in TIME_BASES


@pytest.mark.parametrize("published", [date.min, date.max])
def test_nothing_is_counted_from_a_publication_at_the_calendars_edge(published: date, read: Read) -> None:
    text = "Troops [attacked] the town."
    assert dated(read(unmarked(text)), text, published).interval is None


def test_a_length_beyond_the_calendar_leaves_its_side_open(read: Read) -> None:
    text = "The war [lasted] 80000 months until Friday."
    interval = dated(read(unmarked(text)), text).interval
    assert interval is not None
    assert interval.start is None
