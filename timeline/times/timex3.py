"""TIMEX3 inline XML (TimeML 1.2.1, as the TempEval corpora have it): the text with its time expressions marked."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime
from xml.sax.saxutils import escape

from timeline.model import Timex

PUBLISHED_ID = "t0"
# Characters that XML 1.0 cannot hold, written as U+FFFD; a carriage return would be read back as a line feed.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_IN_ATTRIBUTES = {"\r": "&#13;", '"': "&quot;", "\n": "&#10;", "\t": "&#9;"}


def to_timex3(
    text: str, times: Iterable[Timex], published: date | datetime | None = None, *, name: str = "", title: str = ""
) -> str:
    """One well-formed XML document: `DOCID` with the article's name, `DCT` with the publication date, if there is one,
    `TITLE` where it has one, and `TEXT` with every time of `times` in a TIMEX3 element. Spans are characters of `text`.
    Of two times that overlap the first is kept.

    >>> print(to_timex3("R&D met.", [], date(2024, 1, 16), name="a1").splitlines()[-2])
    <TEXT>R&amp;D met.</TEXT>
    """
    pieces = []
    at = 0
    ordered = sorted(times, key=lambda time: (time.span.start, -time.span.end))
    for number, time in enumerate(ordered, start=1):
        if time.span.start < at or time.span.end <= time.span.start:
            continue
        pieces.append(_plain(text[at : time.span.start]))
        pieces.append(_element(time, number, text[time.span.start : time.span.end], is_dated=published is not None))
        at = time.span.end
    pieces.append(_plain(text[at:]))
    return "\n".join(
        [
            '<?xml version="1.0" encoding="UTF-8"?>',
            "<TimeML>",
            f"<DOCID>{_plain(name)}</DOCID>",
            _creation_time(published),
            *([f"<TITLE>{_plain(title)}</TITLE>"] if title else []),
            f"<TEXT>{''.join(pieces)}</TEXT>",
            "</TimeML>",
            "",
        ]
    )


def _creation_time(published: date | datetime | None) -> str:
    if published is None:
        return "<DCT/>"
    is_clocked = isinstance(published, datetime)
    value = published.isoformat(timespec="minutes") if isinstance(published, datetime) else published.isoformat()
    kind = "TIME" if is_clocked else "DATE"
    attributes = f'tid="{PUBLISHED_ID}" type="{kind}" value="{value}" temporalFunction="false"'
    return f'<DCT><TIMEX3 {attributes} functionInDocument="CREATION_TIME">{value}</TIMEX3></DCT>'


def _element(time: Timex, number: int, words: str, *, is_dated: bool) -> str:
    attributes = {
        "tid": f"t{number}",
        "type": time.type,
        "value": time.value,
        "mod": time.mod,
        "quant": time.quant,
        "freq": time.freq,
        "temporalFunction": "true" if time.anchored_by else "",
        "anchorTimeID": PUBLISHED_ID if is_dated and time.anchored_by == "publication" else "",
    }
    written = " ".join(f'{name}="{_attribute(value)}"' for name, value in attributes.items() if value)
    return f"<TIMEX3 {written}>{_plain(words)}</TIMEX3>"


def _plain(text: str) -> str:
    return escape(_FORBIDDEN.sub("\ufffd", text), {"\r": "&#13;"})


def _attribute(value: str) -> str:
    return escape(_FORBIDDEN.sub("\ufffd", value), _IN_ATTRIBUTES)
