"""The label PLOVER itself would give an event, for exchange and scoring.

Our type is the act's and modality is a column of its own; PLOVER codes future cooperation as AGREE, announced conflict
as THREATEN, refused cooperation as REJECT, and has no place for denials, forecasts and conditions.
"""

from __future__ import annotations

from timeline.model import Event

COOPERATIVE = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "AGREE"})
HOSTILE = frozenset({"SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "PROTEST"})
DECISIVE = frozenset({"decide", "order", "must", "request", "threat", "agree", "promise", "offer", "refuse", "accuse"})
TYPES = COOPERATIVE | HOSTILE | {"REQUEST", "ACCUSE", "REJECT", "THREATEN"}


def plover_label(event: Event) -> str | None:
    """One of PLOVER's 16 types, or None for what PLOVER does not code."""
    return label(event.type, event.modality, event.polarity)


def label(kind: str, modality: str, polarity: str, operators: tuple[str, ...] = ()) -> str | None:
    """The label of a type, modality and polarity; what an authority has decided or ordered counts as done.

    >>> label("CONSULT", "planned", "positive"), label("AID", "happened", "negative"), label("WEATHER", "happened", "")
    ('AGREE', 'REJECT', None)
    """
    if kind not in TYPES:
        return None
    if modality == "denied":
        return None
    if DECISIVE.intersection(operators) and polarity != "negative":
        return kind
    if polarity == "negative":
        return "REJECT" if kind in COOPERATIVE else None
    if kind in COOPERATIVE and modality in ("planned", "offered"):
        return "AGREE"
    if kind in HOSTILE and modality in ("planned", "threatened"):
        return "THREATEN"
    if kind in COOPERATIVE | HOSTILE and modality == "demanded":
        return "REQUEST"
    return kind
