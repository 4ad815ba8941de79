"""Two times that are the ends of one: "from March 3 to May 9", "between 1985 and 1987", "22-25 April"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from timeline.model import Interval, Timex
from timeline.times.edtf import to_edtf

BETWEEN = re.compile(
    r"(?:,? (?:to|until|till|through|and up to) (?:about |around |early |late |mid-|the )?| ?[-–—] ?|/)"
)
AND = re.compile(r" and (?:about |around |early |late |mid-|the )?")


def join_ranges(times: Sequence[Timex], text: str) -> list[Timex]:
    """Both ends of a range cover the whole of it. Linear: only neighbours are joined."""
    out = list(times)
    for index in range(len(out) - 1):
        first, last = out[index], out[index + 1]
        if first.interval is None or last.interval is None or last.span.start - first.span.end > 16:
            continue
        gap = text[first.span.end : last.span.start].lower()
        if not (BETWEEN.fullmatch(gap) or (first.signal == "between" and AND.fullmatch(gap))):
            continue
        whole = spanned(first.interval, last.interval)
        if whole is not None:
            edtf = to_edtf(whole)
            out[index] = replace(first, interval=whole, edtf=edtf)
            out[index + 1] = replace(last, interval=whole, edtf=edtf, signal=last.signal or "to")
    return out


def spanned(first: Interval, last: Interval) -> Interval | None:
    """From the beginning of one to the end of the other; None where they are in no order."""
    if first.start is None or last.end is None or last.end <= first.start:
        return None
    return Interval(
        first.start,
        last.end,
        first.granularity,
        first.approximate or last.approximate,
        first.uncertain or last.uncertain,
    )
