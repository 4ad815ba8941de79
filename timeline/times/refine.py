"""From what the rules found to one reading a time: overlaps dropped, parts joined, modifiers taken in.

`REFINERS` runs from top to bottom; each takes the readings and gives new ones.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from timeline.times.clock_and_day import join_clock_and_day, join_nights, lend_day_to_clock, settle_sides
from timeline.times.in_quotes import drop_titles
from timeline.times.joins import (
    join_ago_and_unit,
    join_lengths,
    join_part_and_whole,
    join_weekday_and_date,
    lend_whole,
    lend_year,
)
from timeline.times.meaning import Reading
from timeline.times.modifiers import (
    about_clock,
    find_signals,
    take_in_approximators,
    take_in_parts,
    take_in_tails,
    take_in_what_counts,
)
from timeline.times.phrase import Context


def drop_overlaps(readings: Sequence[Reading], context: Context) -> list[Reading]:
    """The longest of those that overlap, the first rule's of those equally long. Linear: only neighbours overlap."""
    kept: list[Reading] = []
    for reading in sorted(readings, key=lambda one: (one.start, -one.length)):
        beaten = False
        while kept and kept[-1].end > reading.start:
            if kept[-1].length >= reading.length:
                beaten = True
                break
            kept.pop()
        if not beaten:
            kept.append(reading)
    return kept


REFINERS: tuple[Callable[[Sequence[Reading], Context], list[Reading]], ...] = (
    drop_overlaps,
    drop_titles,
    join_weekday_and_date,
    join_part_and_whole,
    join_clock_and_day,
    join_nights,
    lend_day_to_clock,
    join_lengths,
    join_ago_and_unit,
    lend_year,
    lend_whole,
    take_in_what_counts,
    take_in_parts,
    take_in_approximators,
    take_in_tails,
    drop_overlaps,
    about_clock,
    find_signals,
    settle_sides,
)
