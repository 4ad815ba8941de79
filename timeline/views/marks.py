"""Rows → marks: what is drawn for an event, before anyone knows where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from timeline.views import dates, words
from timeline.views.palette import Kind, Reality, kind_of, reality_of
from timeline.views.window import first_ms, last_ms

# Granularities that say "some time in this stretch" when the stretch is one of them: a month named for an event is
# where the event lies, not how long it took.
WIDE = frozenset(
    {"weekend", "week", "month", "quarter", "season", "half_year", "year", "decade", "century", "millennium"}
)
LONGEST_LABEL = 80


@dataclass(frozen=True, slots=True)
class Mark:
    """One event of one lane. `start` and `end` are epoch milliseconds, None where open. `within` is true for an event
    that lies somewhere in its stretch, false for one that fills it."""

    id: str
    lane: str
    label: str
    hover: str
    kind: Kind
    reality: Reality
    start: float | None
    end: float | None
    within: bool


def to_marks(rows: Iterable[Mapping[str, Any]], by: str = "actors", most: int = 12) -> tuple[list[Mark], list[str]]:
    """Marks of the rows that have a date, and the lanes' names from top to bottom. A row stands in the lane of each
    of its actors (or of whatever column `by` names); lanes beyond the `most` busiest are folded into one."""
    dated = [row for row in rows if row.get("start") or row.get("end")]
    lanes, folded = rank_lanes(dated, by, most)
    marks = [mark for row in dated for mark in _marks(row, by, folded)]
    named = {mark.lane for mark in marks}
    return marks, [lane for lane in lanes if lane in named]


def rank_lanes(rows: Sequence[Mapping[str, Any]], by: str, most: int) -> tuple[list[str], dict[str, str]]:
    """Lanes by how many events they hold, and the lane that each name falls into."""
    counts = Counter(name for row in rows for name in lanes_of(row, by))
    nameless = no_name(by)
    ranked = sorted((name for name in counts if name != nameless), key=lambda name: (-counts[name], name))
    kept, rest = (ranked, []) if len(ranked) <= most + 1 else (ranked[:most], ranked[most:])
    others = f"{len(rest)} others"
    lanes = [*kept, *([others] if rest else []), nameless]
    return lanes, {**{name: name for name in [*kept, nameless]}, **dict.fromkeys(rest, others)}


def lanes_of(row: Mapping[str, Any], by: str) -> list[str]:
    """The lanes a row belongs to, each once."""
    value = row.get(by)
    names = words.texts(value)
    if by == "type" and names:
        names = [kind_of(names[0]).label]
    return list(dict.fromkeys(names)) or [no_name(by)]


def no_name(by: str) -> str:
    return {"actors": "No actor named", "actor_countries": "No country", "publisher": "No outlet named"}.get(by, "None")


def _marks(row: Mapping[str, Any], by: str, folded: Mapping[str, str]) -> list[Mark]:
    kind = kind_of(str(row.get("type") or ""))
    reality = reality_of(str(row.get("modality") or ""), str(row.get("polarity") or "positive"))
    start, end = first_ms(row.get("start")), last_ms(row.get("end"))
    hover, within = hover_of(row), lies_within(row)
    label = shorten(str(row.get("title") or row.get("trigger") or row.get("type") or ""), LONGEST_LABEL)
    lanes = dict.fromkeys(folded[name] for name in lanes_of(row, by))
    return [Mark(str(row["id"]), lane, label, hover, kind, reality, start, end, within) for lane in lanes]


def lies_within(row: Mapping[str, Any]) -> bool:
    """Whether the event happened at some moment of its stretch rather than all through it.

    >>> lies_within({"start": "2022-03-01", "end": "2022-03-31", "granularity": "month"})
    True
    >>> lies_within({"start": "2022-03-01", "end": "2022-05-31", "granularity": "month"})
    False
    """
    granularity = str(row.get("granularity") or "")
    if row.get("modality") == "ongoing":
        return False
    if granularity == "vague":
        return True
    if not row.get("start"):
        return not str(row.get("time_text") or "").strip().lower().startswith(dates.LASTS_UNTIL)
    if not row.get("end"):
        return False
    return granularity in WIDE and DASHED not in dates.when(row)


DASHED = f" {dates.DASH} "


def hover_of(row: Mapping[str, Any]) -> str:
    """Title, honest date, parties, how real, and who says so; escaped, for Plotly reads markup in texts."""
    zone = dates.zone(row)
    lines = [
        f"<b>{escape(wrap(str(row.get('title') or row.get('trigger') or ''), 60), quote=False)}</b>",
        escape(f"{dates.when(row)}{f' ({zone})' if zone else ''}", quote=False),
        escape(wrap(words.parties(row), 60), quote=False),
        escape(words.how_real(row), quote=False),
        escape(wrap(words.who_says(row), 60), quote=False),
        "Reports disagree" if words.texts(row.get("disagreements")) else "",
    ]
    return "<br>".join(line.replace("\n", "<br>") for line in lines if line)


def wrap(text: str, width: int) -> str:
    """Lines of at most about `width` characters, at most four of them; a long word is cut.

    >>> wrap("one two three", 8)
    'one two\\nthree'
    """
    lines, line = [], ""
    for word in text.split():
        word = shorten(word, width)
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    lines = [one for one in [*lines, line] if one]
    return "\n".join(lines if len(lines) <= 4 else [*lines[:3], f"{lines[3]} …"])


def shorten(text: str, most: int) -> str:
    """
    >>> shorten("a long title", 7)
    'a long…'
    """
    text = " ".join(text.split())
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
