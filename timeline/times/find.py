"""Every time a document names: candidates by rule, refined, then resolved in the order of the text."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from timeline.language.document import Document
from timeline.model import Anchor, Timex
from timeline.rules import Rule
from timeline.times.english import RULES
from timeline.times.meaning import Meaning, Reading
from timeline.times.narrative import is_narrative
from timeline.times.phrase import Context
from timeline.times.ranges import join_ranges
from timeline.times.refine import REFINERS
from timeline.times.resolve import Resolver

STORY_ONLY = frozenset(("of_the_story",))
WORD = re.compile(r"(?<![a-z0-9])(?:'(?=[0-9])|[0-9]|[a-z]{1,3})")
NAMED_GROUP = re.compile(r"\(\?P<[a-z_0-9]+>")
BACK_REFERENCE = re.compile(r"\(\?P=[a-z_0-9]+\)")
ESCAPE = re.compile(r"\\[a-zA-Z]")


def find_times(document: Document, anchor: Anchor) -> list[Timex]:
    """The time expressions of a document, in order, none overlapping, bounds ("until") already in the interval."""
    context = Context(document)
    readings = find_readings(context)
    published = anchor.published
    narrative = is_narrative(readings, published, context.lower)
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
    """Every match of every rule. Only a word that some rule begins with is worth a look, and only at those rules; one
    pattern for a group of them says whether it is worth trying each."""
    begins = openings()
    lower = context.lower
    found: list[Reading] = []
    for word in WORD.finditer(lower):
        themes = begins.get(word.group())
        if themes is None:
            continue
        start = word.start()
        for gate, rules in themes:
            if gate(lower, start) is None:
                continue
            for rule in rules:
                match = rule.pattern.match(lower, start)
                if match is None:
                    continue
                made = rule.make(match, context)
                if isinstance(made, Meaning):
                    found.append(Reading(start, match.end(), made, rule.name))
                elif made is not None:
                    found += [Reading(first, last, meaning, rule.name) for first, last, meaning in made]
    return found


Gate = Callable[[str, int], re.Match[str] | None]


@lru_cache(maxsize=1)
def openings() -> dict[str, tuple[tuple[Gate, tuple[Rule, ...]], ...]]:
    """What a match can begin with, up to three letters, and the rules that can: small groups of them, in order, each
    with one pattern for all of the group, which fails at most words after a character or two."""
    made: dict[str, list[tuple[Gate, tuple[Rule, ...]]]] = {}
    for first in range(0, len(RULES), GROUP):
        group = RULES[first : first + GROUP]
        gate = re.compile("|".join(plain(rule) for rule in group)).match
        begins = {rule.name: beginnings(rule) for rule in group}
        for opening in set().union(*begins.values()):
            able = tuple(rule for rule in group if opening in begins[rule.name])
            made.setdefault(opening, []).append((gate, able))
    return {opening: tuple(themes) for opening, themes in made.items()}


def beginnings(rule: Rule) -> set[str]:
    """The beginnings of the words in its pattern, and every digit where it has figures; a last letter may be optional."""
    pattern = NAMED_GROUP.sub("(", rule.pattern.pattern)
    words = set()
    for word in re.findall(r"[a-z]+\??", ESCAPE.sub(" ", pattern)):
        words.add(word.rstrip("?")[:3])
        if word.endswith("?"):  # "an?"
            words.add(word[:-2][:3])
    return words | set("0123456789'") if re.search("[0-9]", pattern) else words


GROUP = 12  # rules to a pattern


def plain(rule: Rule) -> str:
    """The rule's pattern without names, so that several fit into one."""
    return f"(?:{NAMED_GROUP.sub('(?:', BACK_REFERENCE.sub('[/.-]', rule.pattern.pattern))})"
