"""An event's words in their place: the article's text around them, escaped, with what was read marked."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping
from html import escape
from typing import Any

AROUND = 320  # characters of context either side
BESIDE = 60
LONGEST = 4_000  # of a sentence: a file without a full stop is one sentence


def in_context(row: Mapping[str, Any], text: str) -> str:
    """HTML of the sentence in its context: the sentence, the trigger, the words of the time, other mentions.

    >>> row = {"sentence": "<b> came.", "sentence_start": 0, "sentence_end": 9, "trigger_start": 4, "trigger_end": 8}
    >>> in_context(row, "<b> came.")
    '<span class="tl-sentence">&lt;b&gt; </span><strong class="tl-sentence tl-trigger">came</strong><span class="tl-sentence">.</span>'
    """
    sentence = _span(row, "sentence_start", "sentence_end", len(text))
    if sentence is None or not quotes(row, text):
        return f'<span class="tl-sentence">{escape(shorten(str(row.get("sentence") or "")))}</span>'
    begin, end = sentence
    if end - begin > LONGEST:
        trigger = _span(row, "trigger_start", "trigger_end", len(text)) or (begin, begin)
        begin, end = max(begin, trigger[0] - LONGEST // 2), min(end, trigger[1] + LONGEST // 2)
    first, last = back_to_gap(text, begin - AROUND), on_to_gap(text, end + AROUND)
    marked = marked_up(text, first, last, marks_of(row, text, (begin, end)))
    return f"{'… ' if first > 0 else ''}{marked}{' …' if last < len(text) else ''}"


def marks_of(row: Mapping[str, Any], text: str, sentence: tuple[int, int]) -> list[tuple[int, int, str]]:
    """What is marked, as (start, end, class)."""
    marks = [(*sentence, "tl-sentence")]
    trigger = _span(row, "trigger_start", "trigger_end", len(text))
    if trigger:
        marks.append((*trigger, "tl-trigger"))
    said = str(row.get("time_text") or "")
    at = text.find(said, *sentence) if said else -1
    if at >= 0:
        marks.append((at, at + len(said), "tl-time"))
    cue = str(row.get("modality_cue") or "")
    at = text.find(cue, *sentence) if cue else -1
    if at >= 0:
        marks.append((at, at + len(cue), "tl-cue"))
    return marks + [(start, end, "tl-mention") for start, end in mentions(row, text)]


def marked_up(text: str, first: int, last: int, marks: Iterable[tuple[int, int, str]]) -> str:
    """`text[first:last]`, escaped, each piece in a span with the classes of all marks that cover it."""
    clipped = [(max(start, first), min(end, last), name) for start, end, name in marks]
    clipped = [one for one in clipped if one[0] < one[1]]
    edges = sorted({first, last, *(edge for start, end, _ in clipped for edge in (start, end))})
    pieces = []
    for start, end in itertools.pairwise(edges):
        names = list(dict.fromkeys(name for low, high, name in clipped if low <= start and end <= high))
        piece = escape(text[start:end]).replace("\r\n", "\n").replace("\n", "<br>")
        tag = "strong" if "tl-trigger" in names else "span"
        pieces.append(f'<{tag} class="{" ".join(names)}">{piece}</{tag}>' if names else piece)
    return "".join(pieces)


def elsewhere(row: Mapping[str, Any], text: str, most: int = 6) -> list[str]:
    """HTML of the other places in the article that speak of the event, outside the context already shown."""
    sentence = _span(row, "sentence_start", "sentence_end", len(text)) or (0, 0)
    found = []
    for start, end in mentions(row, text):
        if start < sentence[1] + AROUND and end > sentence[0] - AROUND:
            continue
        first, last = back_to_gap(text, start - BESIDE), on_to_gap(text, end + BESIDE)
        found.append(f"… {marked_up(text, first, last, [(start, end, 'tl-mention')])} …")
    return found[:most]


def mentions(row: Mapping[str, Any], text: str) -> list[tuple[int, int]]:
    """Spans of the other mentions that lie inside the text."""
    found = []
    listed = row.get("mentions")
    for one in listed if listed is not None else ():
        start, end = int(one[0]), int(one[1])
        if 0 <= start < end <= len(text):
            found.append((start, end))
    return sorted(set(found))


def quotes(row: Mapping[str, Any], text: str) -> bool:
    """Whether the row still quotes this text: an article may have been replaced since."""
    span = _span(row, "sentence_start", "sentence_end", len(text))
    return span is not None and text[span[0] : span[1]] == row.get("sentence")


def back_to_gap(text: str, at: int) -> int:
    """The start of the word at `at`, or the beginning."""
    if at <= 0:
        return 0
    gap = max(text.rfind(" ", max(0, at - 40), at), text.rfind("\n", max(0, at - 40), at))
    return gap + 1 if gap >= 0 else at


def on_to_gap(text: str, at: int) -> int:
    """The end of the word at `at`, or the end."""
    if at >= len(text):
        return len(text)
    gaps = [gap for gap in (text.find(" ", at, at + 40), text.find("\n", at, at + 40)) if gap >= 0]
    return min(gaps) if gaps else at


def shorten(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST]} …"


def _span(row: Mapping[str, Any], start: str, end: str, length: int) -> tuple[int, int] | None:
    low, high = row.get(start), row.get(end)
    if low is None or high is None:
        return None
    low, high = int(low), int(high)
    return (low, high) if 0 <= low < high <= length else None
