"""Where an article quotes: spans of direct speech, also those that run on over sentences and paragraphs."""

from __future__ import annotations

import re

from timeline.language.document import Document
from timeline.model import Span
from timeline.record import record

_SINGLE = re.compile("'")
OPENING, CLOSING, EITHER = "open", "close", "either"
_OPENERS, _CLOSERS = "“„«‟", "”»"
_BEFORE_OPENING = " \n([{-–—/'‘:"


@record
class Quote:
    """`span` holds the marks; `closed` is false where the closing one is missing; `first` is false for the later
    paragraphs of a quote that runs on over several (each opens with a mark, only the last one closes)."""

    span: Span
    closed: bool = True
    first: bool = True


def find_quotes(document: Document) -> list[Quote]:
    """Quotes in double marks, in order, none overlapping; a quote within a quote belongs to the outer one. An article
    without double marks is read by its single ones, which quote speech where they close behind a comma or a stop."""
    found: list[Quote] = []
    running_on = False
    read_marks = _marks if '"' in document.text else _single_marks
    for paragraph in document.paragraphs:
        quotes = _in_paragraph(document, paragraph, running_on, read_marks(document, paragraph))
        found += quotes
        running_on = bool(quotes) and not quotes[-1].closed
    return found


def _in_paragraph(document: Document, paragraph: Span, running_on: bool, marks: list[tuple[int, str]]) -> list[Quote]:
    text = document.text
    found: list[Quote] = []
    start, depth = -1, 0
    for number, (at, kind) in enumerate(marks):
        if start < 0:
            is_last = number == len(marks) - 1
            if kind == CLOSING and is_last:
                continue  # a stray closing mark opens nothing
            start, depth = at, 1
        elif kind == OPENING:
            ended = text[start:at].rstrip()[-1:]
            nested = any(k == CLOSING for _, k in marks[number:][1:2]) and not _begins_anew(document, at, ended)
            if ended in ".,!?" and not nested:
                found.append(Quote(Span(start, at), first=_first(found, running_on, start, paragraph)))
                start, depth = at, 1
            else:
                depth += 1
        else:
            depth -= 1
            if depth <= 0 or kind == EITHER:
                found.append(Quote(Span(start, at + 1), first=_first(found, running_on, start, paragraph)))
                start = -1
    if start >= 0 and paragraph.end - start > 2:
        begins = text[start - 1 : start].strip() == "" or start == paragraph.start
        if begins:
            closed = depth == 1 and text[paragraph.end - 1] == text[start]
            found.append(Quote(Span(start, paragraph.end), closed, _first(found, running_on, start, paragraph)))
    return found


def _begins_anew(document: Document, at: int, ended: str) -> bool:
    """Whether a straight mark after a full sentence opens the next paragraph of a quote, the paragraphs run together:
    what is quoted within a quote stands in single marks, or goes on in the sentence."""
    after = document.text[at + 1 : at + 2]
    return ended in ".!?" and after.isupper() and _original(document, at) == '"'


def _first(found: list[Quote], running_on: bool, start: int, paragraph: Span) -> bool:
    return not (running_on and not found and start == paragraph.start)


def _marks(document: Document, paragraph: Span) -> list[tuple[int, str]]:
    """Every double mark of the paragraph with its direction: by its own shape, else by the spaces around it."""
    text = document.text
    found: list[tuple[int, str]] = []
    at = text.find('"', paragraph.start, paragraph.end)
    while at >= 0:
        before = text[at - 1] if at > paragraph.start else " "
        after = text[at + 1] if at + 1 < paragraph.end else " "
        if not (before.isdigit() and not (after in " ,.;:)" and found and found[-1][1] != CLOSING)):
            found.append((at, _direction(_original(document, at), before, after)))
        at = text.find('"', at + 1, paragraph.end)
    return found


def _single_marks(document: Document, paragraph: Span) -> list[tuple[int, str]]:
    """Single marks in pairs around speech: one before a capital, one behind a comma or a stop. What does not pair is an
    apostrophe."""
    text = document.text
    found: list[tuple[int, str]] = []
    opened = -1
    for match in _SINGLE.finditer(text, paragraph.start, paragraph.end):
        at = match.start()
        before = text[at - 1] if at > paragraph.start else " "
        after = text[at + 1] if at + 1 < paragraph.end else " "
        if opened < 0 and before in _BEFORE_OPENING and after.isupper():
            opened = at
        elif opened >= 0 and before in ",.?!…" and not after.isalnum():
            found += [(opened, OPENING), (at, CLOSING)]
            opened = -1
    return found


def _direction(shape: str, before: str, after: str) -> str:
    if shape in _OPENERS and not after.isspace():
        return OPENING
    if shape in _CLOSERS and not (before.isspace() and not after.isspace()):
        return CLOSING if not (before.isspace() and after.isspace()) else EITHER
    if before in _BEFORE_OPENING and not after.isspace():
        return OPENING
    if not before.isspace():
        return CLOSING
    return EITHER


def _original(document: Document, at: int) -> str:
    return document.article.text[at if document.offsets is None else document.offsets[at]]
