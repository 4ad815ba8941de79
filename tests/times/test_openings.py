"""Trying a rule only where its opening stands finds all that trying it everywhere finds."""

import re
from pathlib import Path

import pytest

from timeline.times.english import RULES
from timeline.times.openings import by_opening, openings_in, openings_of

EXAMPLES = [example for rule in RULES for example in rule.yes]
SEEDS = [path.read_text(encoding="utf-8") for path in sorted(Path("seeds").rglob("*.txt"))]
BEGINNINGS = re.compile(r"(?<![a-z0-9])(?:'(?=[0-9])|[0-9]|[a-z])")


@pytest.mark.parametrize("text", [*SEEDS, "\n".join(EXAMPLES), "\n".join(f"the  {words}" for words in EXAMPLES)])
def test_nothing_is_lost(text):
    lower = text.lower()
    rules_at = by_opening(RULES)
    found = {
        (rule.name, start)
        for start, opening in openings_in(lower)
        for rule in rules_at.get(opening, ())
        if rule.pattern.match(lower, start)
    }
    everywhere = {
        (rule.name, word.start())
        for word in BEGINNINGS.finditer(lower)
        for rule in RULES
        if rule.pattern.match(lower, word.start())
    }
    assert everywhere
    assert found == everywhere


@pytest.mark.parametrize(
    ("pattern", "openings"),
    [
        ("monday", {"mond"}),
        ("may|june", {"may", "june"}),
        (r"(?:the )?week", {"the we", "week"}),
        (r"an? {1,2}hour", {"a ho", "an ho"}),
        (r"[12]?[0-9] may", set("0123456789")),
        (r"(?:mid-)?may", {"mid", "may"}),
        (r"'[0-9]{2}s", {"'"}),
        (r"(?=night)(?:the {1,2})?[0-9]th", {"the 0", *(f"the {n}" for n in range(1, 10)), *"0123456789"}),
    ],
)
def test_openings_of(pattern, openings):
    assert openings_of(re.compile(pattern)) == openings


@pytest.mark.parametrize("pattern", [r"\w+ ago", r".may", r"the (?=week)", r"(?P<a>may|june)?[^ ]day"])
def test_a_rule_that_begins_with_anything_is_refused(pattern):
    with pytest.raises(ValueError, match="begins with words or digits"):
        openings_of(re.compile(pattern))
