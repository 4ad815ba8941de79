"""What the words around a time make of its interval: "until", "since", "by", "early", "at least"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, timedelta

from timeline.model import Interval

SIGNAL = re.compile(
    r"(?:^|(?<=[\s(,;–-]))(?P<not>not |n't )?(?P<word>up until|up to|up through|until|till|through|by|before|after|ever since|since|from|"
    r"starting|beginning|commencing|as of|as from|effective|no later than|between|within|throughout|during|over|prior to|ahead of|"
    r"in|on|upon|at|for|to|and|following)"
    r"(?: (?:on|in|at|from|about|around|just|the|this|at least))?[ ]$"
)
SOON = re.compile(
    r"\b(?:shortly|just|soon|immediately|right|moments|minutes|hours|days|weeks|months|years) (?:after|before) $"
)
NAMES = {"till": "until", "up until": "until", "up to": "until", "up through": "through", "no later than": "by",
         "ever since": "since", "commencing": "starting", "as from": "from", "prior to": "before", "ahead of": "before",
         "following": "after", "upon": "on"}  # fmt: skip


def signal_before(text: str) -> str:
    """The bound that a text ends with, by its usual name; "" for none.

    >>> signal_before("the pause lasts until "), signal_before("he spoke ")
    ('until', '')
    """
    match = SIGNAL.search(text)
    if match is None or SOON.search(text):
        return ""
    word = NAMES.get(match["word"], match["word"])
    return "from" if match["not"] and word == "until" else word


def covered(interval: Interval, mod: str, signal: str, words: str, published: datetime | None) -> Interval | None:
    """What the time covers under its modifier and its bound; None where nothing bounds it."""
    if mod:
        timewise = words.startswith(("earlier ", "later "))
        interval = _to_now(interval, words, published) if timewise else narrowed(interval, mod)
    interval = bounded(interval, signal)
    return None if interval.start is None and interval.end is None else interval


def _to_now(interval: Interval, words: str, published: datetime | None) -> Interval:
    """ "earlier this year" ends today, "later this month" begins today; "earlier Sunday" is Sunday."""
    if interval.granularity in ("day", "part_of_day") or published is None:
        return interval
    if interval.start is None or interval.end is None or not interval.start < published < interval.end:
        return interval
    return replace(interval, end=published) if words.startswith("earlier") else replace(interval, start=published)


def bounded(interval: Interval, signal: str) -> Interval:
    """The interval under its bound: "until X" ends when X ends, "before X" when it begins."""
    if signal in ("until", "through", "by", "to"):
        return replace(interval, start=None)
    if signal == "before":
        first = interval.start
        return replace(interval, start=None, end=first if first > datetime.min else None) if first else interval
    if signal == "after":
        return replace(interval, start=interval.end, end=None) if interval.end else interval
    if signal in ("since", "from", "starting", "beginning", "as of", "effective"):
        return replace(interval, end=None)
    return interval


def narrowed(interval: Interval, mod: str) -> Interval:
    """ "early March": the first third, approximately; "about 1910": the year, approximately. Of a weekend it is a day."""
    if interval.start is None or interval.end is None:
        return interval
    if mod in ("START", "MID", "END") and interval.granularity == "weekend":
        start = interval.end - timedelta(days=1) if mod == "END" else interval.start
        end = interval.start + timedelta(days=1) if mod == "START" else interval.end
        return replace(interval, start=start, end=end, approximate=True)
    if mod in ("START", "MID", "END"):
        third = (interval.end - interval.start) / 3
        third = timedelta(days=max(1, round(third / timedelta(days=1)))) if third >= timedelta(days=1) else third
        start = interval.start + {"START": 0, "MID": 1, "END": 2}[mod] * third
        end = interval.end if mod == "END" else start + third
        return replace(interval, start=_whole(start, interval), end=_whole(end, interval), approximate=True)
    if mod:
        return replace(interval, approximate=True)
    return interval


def _whole(moment: datetime, interval: Interval) -> datetime:
    if interval.granularity in ("part_of_day", "hour", "minute", "second", "day"):
        return moment.replace(microsecond=0)
    return moment.replace(hour=0, minute=0, second=0, microsecond=0)
