"""Statements in their own right: what somebody says that reports no event found in it."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.triggers.trigger import Trigger
from timeline.language.document import Document, Token
from timeline.model import Attribution

WEIGHT = 0.4
SHORTEST = 4  # words a statement must have


def find_statements(document: Document, attributions: Sequence[Attribution]) -> list[Trigger]:
    """A STATEMENT for each reported content with a speaker; the caller leaves out those whose content holds events."""
    found: list[Trigger] = []
    seen: set[int] = set()
    for one in attributions:
        if not one.report or not one.speaker or one.cue is None:
            continue
        cue = document.tokens_in(one.cue)
        if cue and (cue[0].lower == "according" or cue[0].pos == "ADP"):
            continue
        if not cue or cue[0].i in seen or len(document.tokens_in(one.span)) < SHORTEST:
            continue
        if _is_aside(cue[0]):
            continue
        seen.add(cue[0].i)
        found.append(_statement(cue[0]))
    return found


def _is_aside(cue: Token) -> bool:
    """ "a flight, which the agency said might take place in June": nothing is said apart from the clause around it."""
    return any(
        child.tag in ("WDT", "WP") for clause in cue.children_by("ccomp") for child in clause.children_by("nsubj")
    )


def _statement(cue: Token) -> Trigger:
    return Trigger(
        head=cue,
        first=cue,
        last=cue,
        type="STATEMENT",
        mode="",
        rule="statement: " + cue.lemma,
        core=cue,
        real=cue,
        weight=WEIGHT,
    )
