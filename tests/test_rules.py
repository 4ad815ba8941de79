"""Every rule's own examples and near misses, read as any text is: `month_day: March 22, 1998`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from timeline.language.document import Document
from timeline.model import Anchor
from timeline.rules import Rule
from timeline.times.english import RULES
from timeline.times.find import find_candidates, find_times
from timeline.times.phrase import Context

TUESDAY = date(2024, 1, 16)


def cases(kind: str) -> list[object]:
    return [pytest.param(rule, text, id=f"{rule.name}: {text}") for rule in RULES for text in getattr(rule, kind)]


@pytest.mark.parametrize(("rule", "text"), cases("yes"))
def test_reads(rule: Rule, text: str, read: Callable[..., Document]) -> None:
    expected = rule.yes[text]
    values = [expected] if isinstance(expected, str) else expected
    document = read(text)
    assert rule.name in [reading.rule for reading in find_candidates(Context(document))]
    assert [time.value for time in find_times(document, Anchor(TUESDAY))] == values


@pytest.mark.parametrize(("rule", "text"), cases("no"))
def test_leaves_alone(rule: Rule, text: str, read: Callable[..., Document]) -> None:
    times = find_times(read(text), Anchor(TUESDAY))
    assert [time.text for time in times if time.rule == rule.name] == []


def test_every_rule_has_a_name_of_its_own_an_example_and_a_docstring() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert [rule.name for rule in RULES if not rule.yes or not rule.doc] == []
