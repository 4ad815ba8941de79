"""Every time a document names: candidates by rule, refined, then resolved in the order of the text."""

from __future__ import annotations

import re
from functools import lru_cache

from timeline.language.document import Document
from timeline.model import Anchor, Timex
from timeline.times.english import RULES
from timeline.times.meaning import Meaning, Reading
from timeline.times.narrative import is_narrative
from timeline.times.phrase import Context
from timeline.times.ranges import join_ranges
from timeline.times.refine import REFINERS
from timeline.times.resolve import Resolver

STORY_ONLY = frozenset(("of_the_story",))
WORD = re.compile(r"(?<![a-z0-9])(?:'(?=[0-9])|[a-z0-9])")
NAMED_GROUP = re.compile(r"\(\?P<[a-z_0-9]+>")
BACK_REFERENCE = re.compile(r"\(\?P=[a-z_0-9]+\)")


def find_times(document: Document, anchor: Anchor) -> list[Timex]:
    """The time expressions of a document, in order, none overlapping, bounds ("until") already in the interval."""
    context = Context(document)
    readings = find_readings(context)
    published = anchor.published
    narrative = is_narrative(readings, published)
    resolver = Resolver(context, anchor, narrative=narrative)
    told = (reading for reading in readings if narrative or reading.rule not in STORY_ONLY)
    return join_ranges([resolver.resolve(reading) for reading in told], context.text)


def find_readings(context: Context) -> list[Reading]:
    """What the rules and refiners read, not yet counted from anywhere."""
    readings = find_candidates(context)
    for refine in REFINERS:
        readings = refine(readings, context)
    return readings


def find_candidates(context: Context) -> list[Reading]:
    """Every match of every rule. One pattern that holds all rules says at which words it is worth trying each."""
    gate = all_rules().match
    lower = context.lower
    found: list[Reading] = []
    for word in WORD.finditer(lower):
        start = word.start()
        if gate(lower, start) is None:
            continue
        for rule in RULES:
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
def all_rules() -> re.Pattern[str]:
    """All rules as one pattern, which fails at most words after a character or two."""
    patterns = []
    for rule in RULES:
        pattern = BACK_REFERENCE.sub("[/.-]", rule.pattern.pattern)
        patterns.append(NAMED_GROUP.sub("(?:", pattern))
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))
