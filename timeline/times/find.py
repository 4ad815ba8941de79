"""Every time a document names: candidates by rule, refined, then resolved in the order of the text."""

from __future__ import annotations

from functools import lru_cache

from timeline.language.document import Document
from timeline.model import Anchor, Timex
from timeline.rules import Rule
from timeline.times.english import RULES
from timeline.times.in_quotes import count_from_saying
from timeline.times.joins import join_wholes
from timeline.times.meaning import Meaning, Reading
from timeline.times.narrative import is_narrative
from timeline.times.openings import by_opening, openings_in
from timeline.times.phrase import Context
from timeline.times.ranges import join_ranges
from timeline.times.refine import REFINERS
from timeline.times.resolve import Resolver

STORY_ONLY = frozenset(("of_the_story", "spelled_day"))
REPORT_ONLY = frozenset(("soon",))


def find_times(document: Document, anchor: Anchor) -> list[Timex]:
    """The time expressions of a document, in order, none overlapping, bounds ("until") already in the interval."""
    context = Context(document)
    readings = find_readings(context)
    published = anchor.published
    narrative = is_narrative(readings, published, context.lower)
    resolver = Resolver(context, anchor, narrative=narrative)
    others = REPORT_ONLY if narrative else STORY_ONLY
    told = [reading for reading in readings if reading.rule not in others]
    told = join_wholes(told) if narrative else told
    if narrative:
        resolver.at.begin(told)
    times = [resolver.resolve(reading) for reading in told]
    if not narrative:
        times = count_from_saying(times, told, context, resolver.at.published)
    return join_ranges(times, context.text)


def find_readings(context: Context) -> list[Reading]:
    """What the rules and refiners read, not yet counted from anywhere."""
    readings = find_candidates(context)
    for refine in REFINERS:
        readings = refine(readings, context)
    return readings


def find_candidates(context: Context) -> list[Reading]:
    """Every match of every rule, tried only where its opening stands."""
    rules_at = rules_by_opening()
    lower = context.lower
    found: list[Reading] = []
    for start, opening in openings_in(lower):
        for rule in rules_at.get(opening, ()):
            match = rule.pattern.match(lower, start)
            if match is None:
                continue
            made = rule.make(match, context)
            if made is None:
                continue
            if isinstance(made, Meaning):
                found.append(Reading(start, match.end(), made, rule.name))
            else:
                found += [Reading(first, last, meaning, rule.name) for first, last, meaning in made]
    return found


@lru_cache(maxsize=1)
def rules_by_opening() -> dict[str, tuple[Rule, ...]]:
    return by_opening(RULES)
