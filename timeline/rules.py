"""Rule: a pattern, what it means, and the examples that prove it, in one block.

A rules file builds values with `@rule(...)` and lists them in a tuple at its foot; that tuple is the registry.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Rule:
    """`pattern` finds, `make` says what was found; `yes` maps an example to its expected value, `no` lists near
    misses the rule must leave alone. Both are run by `tests/test_rules.py`."""

    name: str
    pattern: re.Pattern[str]
    make: Callable[..., Any]
    yes: Mapping[str, Any] = field(default_factory=dict)
    no: Sequence[str] = ()

    @property
    def doc(self) -> str:
        return (self.make.__doc__ or "").strip()


def rule(
    pattern: str, *, yes: Mapping[str, Any], no: Sequence[str] = (), flags: int = re.IGNORECASE
) -> Callable[[Callable[..., Any]], Rule]:
    """Decorator: turns `make(match, …)` into a Rule named after it. It only builds a value; it registers nothing."""

    def build(make: Callable[..., Any]) -> Rule:
        return Rule(make.__name__, re.compile(pattern, flags), make, dict(yes), tuple(no))

    return build
