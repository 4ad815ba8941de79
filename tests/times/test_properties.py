"""What must hold of every text: spans quote it, times do not overlap, intervals are not empty, nothing raises."""

from __future__ import annotations

import itertools
import re
from datetime import date, datetime
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.language.parse import read_plain
from timeline.model import Anchor, Article, Timex
from timeline.rules import Rule
from timeline.times.calendar import interval_of
from timeline.times.edtf import from_edtf, to_edtf
from timeline.times.english import RULES
from timeline.times.find import find_candidates, find_times
from timeline.times.phrase import Context

TUESDAY = date(2024, 1, 16)
PHRASES = sorted({text for rule in RULES for text in (*rule.yes, *rule.no)})
FILLERS = (
    " and ",
    ", ",
    ". ",
    " the ",
    " in ",
    " until ",
    " from ",
    " by ",
    "\n\n",
    " (",
    ") ",
    " – ",
    " of ",
    " was seen ",
    " 7 ",
    "'s ",
)
texts = st.lists(st.one_of(st.sampled_from(PHRASES), st.sampled_from(FILLERS)), max_size=14).map("".join)
anything = st.text(alphabet=st.characters(exclude_categories=("Cs",)), max_size=200)
dates = st.one_of(
    st.none(), st.dates(date(1, 1, 1), date(9999, 12, 31)), st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1))
)


def read(text: str, published: date | datetime | None) -> tuple[str, list[Timex]]:
    document = read_plain(Article("", text))
    return document.text, find_times(document, Anchor(published))


@settings(max_examples=300, deadline=None)
@given(st.one_of(texts, anything, st.tuples(texts, anything).map("".join)), dates)
def test_spans_and_intervals(text: str, published: date | datetime | None) -> None:
    copy, times = read(text, published)
    for time in times:
        assert time.text == time.span.of(copy)
        assert time.text.strip() == time.text != ""
        if time.interval is not None:
            start, end = time.interval.start, time.interval.end
            assert start is None or end is None or start < end
            assert (start, end) != (None, None)
    for first, second in itertools.pairwise(times):
        assert first.span.end <= second.span.start


@settings(max_examples=150, deadline=None)
@given(texts, dates)
def test_edtf_is_that_of_the_interval(text: str, published: date | datetime | None) -> None:
    for time in read(text, published)[1]:
        if time.interval is None:
            assert time.edtf == ""
        else:
            assert time.edtf == to_edtf(time.interval)
            again = from_edtf(time.edtf)
            assert (again.start, again.end) == (time.interval.start, time.interval.end)


@settings(max_examples=150, deadline=None)
@given(texts, dates)
def test_a_text_is_read_the_same_twice(text: str, published: date | datetime | None) -> None:
    assert read(text, published) == read(text, published)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(PHRASES))
def test_a_phrase_reads_the_same_inside_a_document(phrase: str) -> None:
    alone = read(phrase, TUESDAY)[1]
    around = "Nobody spoke at the harbour.\n\n" + phrase + "\n\nNobody knew why it rained."
    inside = read(around, TUESDAY)[1]
    assert [(time.text, time.type, time.value, time.edtf) for time in inside] == [
        (time.text, time.type, time.value, time.edtf) for time in alone
    ]


HOSTILE = (
    "a ",
    "the first of the ",
    "1 ",
    "1,1,",
    "12:",
    "May ",
    "mid-",
    "one hundred and ",
    "last ",
    "22-",
    "quarter of the ",
    "3/4/",
)


def test_no_rule_looks_further_than_a_line_of_text() -> None:
    """A match that cannot be long cannot take long: every pattern has a greatest width, so the whole is linear."""
    unbounded = [rule.name for rule in RULES if re._parser.parse(rule.pattern.pattern).getwidth()[1] > 1000]  # type: ignore[attr-defined]
    assert unbounded == []


def test_hostile_repetition_gives_no_more_readings_than_words() -> None:
    for piece in HOSTILE:
        text = piece * 3000
        context = Context(read_plain(Article("", text)))
        assert len(find_candidates(context)) <= 4 * len(text)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_is_linear_on_long_near_matches(rule: Rule) -> None:
    """Its own examples cut short, run together and repeated. Backtracking without end would take hours; the bound is
    some hundred times what it takes."""
    pieces = [text[:cut] for text in rule.yes for cut in (-1, -4, len(text) // 2) if text[:cut]]
    pieces += [text.replace(" ", "  ") for text in rule.yes] + [text + " and " for text in rule.yes]
    text = (" ".join(pieces) * (1 + 20_000 // len(" ".join(pieces)))).lower()[:20_000]
    before = process_time()
    for start in range(len(text)):
        rule.pattern.match(text, start)
    assert process_time() - before < 20


@given(st.integers(1, 9996), st.integers(1, 12))
def test_a_month_covers_its_days(year: int, month: int) -> None:
    interval = interval_of(f"{year:04d}-{month:02d}")
    assert interval is not None and interval.days in (28, 29, 30, 31)


def test_before_the_first_day_of_the_calendar_nothing_is_covered() -> None:
    assert [time.interval for time in read("They left before AD 1.", date(2024, 1, 16))[1]] == [None]
