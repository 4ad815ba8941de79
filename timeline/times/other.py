"""Times in other languages than English, as the same records: seven by words of our own, all others by dateparser."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace

from timeline.language.document import Document
from timeline.model import Anchor, Interval, Span, Timex
from timeline.times.bounds import bounded, narrowed
from timeline.times.calendar import interval_of, midnight
from timeline.times.edtf import to_edtf
from timeline.times.other_generic import find_generic
from timeline.times.other_read import READERS, Reader, Said
from timeline.times.other_words import language

# Figures of other scripts, each as one character, so that places stay the same.
DIGITS = {ord(figure): str(k % 10) for k, figure in enumerate("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹")}
# Which group the span begins with, where the pattern begins with a preposition.
BEGINS = {"month": "month", "clock": "hour", "lasting": "count", "year": "year"}
WINDOW = 24  # characters before a time that are looked at for its bound
NEAR = 14  # characters between a clock and its day


def find_times_other(document: Document, anchor: Anchor, language_code: str) -> list[Timex]:
    """The times of a text in another language, in order of appearance, none overlapping."""
    lower = lowered(document.text)
    published = midnight(anchor.published) if anchor.published is not None else None
    words = language(language_code)
    if words is None:
        return find_generic(document.text, lower, published, language_code)
    reader = Reader(lower, words, published)
    times = [_timex(document.text, reader, name, match, said) for name, match, said in _read(reader)]
    for step in STEPS:
        times = step(times, lower)
    return times


def lowered(text: str) -> str:
    """The text in lower case and with plain figures, every character in its place."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(one if len(one.lower()) != 1 else one.lower() for one in text)
    return lower.translate(DIGITS)


Found = tuple[str, re.Match[str], Said]


def _read(reader: Reader) -> list[Found]:
    """Of all that match, the longest at each place; earlier patterns before later ones."""
    candidates: list[tuple[int, int, int, Found]] = []
    for order, (name, pattern) in enumerate(reader.language.patterns):
        read = READERS[name]
        for match in pattern.finditer(reader.text):
            said = read(match, reader)
            if said is not None:
                candidates.append((_start(name, match), -match.end("core"), order, (name, match, said)))
    kept: list[Found] = []
    at = 0
    for start, end, _, found in sorted(candidates, key=lambda one: one[:3]):
        if start >= at:
            kept.append(found)
            at = -end
    return kept


def _start(name: str, match: re.Match[str]) -> int:
    """Where the time itself begins, without the preposition that its pattern asks for."""
    return match.start(BEGINS.get(name, "core"))


def _timex(text: str, reader: Reader, name: str, match: re.Match[str], said: Said) -> Timex:
    start, end = _start(name, match), match.end("core")
    signal = "" if said.type == "DURATION" else signal_before(reader, start)
    if name == "first_of_range":
        signal = signal or "from"
    interval = said.interval or interval_of(said.value)
    if interval is not None:
        interval = bounded(narrowed(interval, said.mod), signal)
        interval = None if interval.start is None and interval.end is None else interval
    return Timex(
        span=Span(start, end),
        text=text[start:end],
        type=said.type,
        value=said.value,
        interval=interval,
        edtf=to_edtf(interval) if interval is not None else "",
        mod=said.mod,
        signal=signal,
        implied=said.implied,
        anchored_by="publication" if said.is_relative and reader.published is not None else "",
        rule=f"{reader.language.code}_{name}",
    )


def signal_before(reader: Reader, start: int) -> str:
    """The bound that the words before a time set: "since", "until", "after", "before" or ""."""
    window = reader.text[max(0, start - WINDOW) : start]
    words = reader.language
    for signal, pattern in (
        ("after", words.after),
        ("before", words.before),
        ("until", words.until),
        ("since", words.since),
    ):
        if pattern.search(window):
            return signal
    return ""


def with_dates_beside(times: list[Timex], lower: str) -> list[Timex]:
    """ "this Thursday, March 24": the weekday is the day of the date that follows it."""
    done = list(times)
    for k, (time, following) in enumerate(itertools.pairwise(times)):
        if "weekday" not in time.rule:
            continue
        between = lower[time.span.end : following.span.start]
        if len(between) <= 3 and not between.strip(" ,(") and following.rule.endswith("day_month"):
            done[k] = _moved(time, following.value + time.value[10:])
    return done


def with_ranges(times: list[Timex], lower: str) -> list[Timex]:
    """ "from 3 to 5 May": both ends stand for the whole range."""
    done = list(times)
    for k, (time, following) in enumerate(itertools.pairwise(times)):
        if time.rule.endswith("first_of_range") and time.interval is not None and following.interval is not None:
            start, end = interval_of(time.value), interval_of(following.value)
            if start and end and start.start and end.end and start.start < end.end:
                both = Interval(start.start, end.end, "day")
                done[k] = replace(time, interval=both, edtf=to_edtf(both), signal="from")
                done[k + 1] = replace(following, interval=both, edtf=to_edtf(both), signal="to")
    return done


def with_years(times: list[Timex], lower: str) -> list[Timex]:
    """ "14 травня минулого року": a day takes its year from the one named beside it."""
    done = list(times)
    for k, time in enumerate(times):
        if time.implied != ("year",) or len(time.value) != 10:
            continue
        for other in (*times[max(k - 1, 0) : k], *times[k + 1 : k + 2]):
            between = lower[min(time.span.end, other.span.end) : max(time.span.start, other.span.start)]
            is_year = other.rule.endswith(("_period", "_period_toward", "_year_word")) and len(other.value) == 4
            if is_year and between.strip(" ,") in JOINTS and len(between) <= 8:
                done[k] = _moved(time, other.value + time.value[4:])
    return done


def _moved(time: Timex, value: str) -> Timex:
    """The same words with another value; as they were where the calendar has no such day."""
    interval = interval_of(value)
    if interval is None:
        return time
    interval = bounded(interval, time.signal)
    return replace(time, value=value, interval=interval, edtf=to_edtf(interval))


def with_clocks(times: list[Timex], lower: str) -> list[Timex]:
    """A clock belongs to the day named next to it; alone, to the day of publication (already in its value)."""
    done = list(times)
    for k, time in enumerate(times):
        if not time.rule.endswith("_clock"):
            continue
        for other in (*times[max(k - 1, 0) : k], *times[k + 1 : k + 2]):
            gap = max(other.span.start - time.span.end, time.span.start - other.span.end)
            if gap <= NEAR and other.value[4:5] == "-" and len(other.value.partition("T")[0]) == 10:
                done[k] = _moved(time, other.value[:10] + time.value[time.value.index("T") :])
                break
    return done


STEPS = (with_years, with_dates_beside, with_ranges, with_clocks)
JOINTS = ("", "de", "del", "dello", "des", "de l'", "dell'")
