"""The label PLOVER itself would give an event, for exchange and scoring.

Our type is the act's and modality is a column of its own; PLOVER codes future and conditional cooperation as AGREE,
announced conflict as THREATEN, refused cooperation as REJECT, and has no place for denials and forecasts.
"""

from __future__ import annotations

from timeline.model import Event

COOPERATIVE = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "AGREE"})
HOSTILE = frozenset({"SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "PROTEST"})
# Wishes and denials are statements to PLOVER; appeals (CAMEO 02) have no type in its table, unlike demands (CAMEO 10).
SILENT = frozenset({"appeal", "wish", "deny", "disclaim"})
RALLYING = frozenset({"SANCTION", "PROTEST", "ASSAULT"})
SUPPORTING = frozenset({"light", "plan", "decide", "order", "law"})
DECISIVE = frozenset({"decide", "order", "must", "request", "threat", "agree", "promise", "offer", "refuse", "accuse"})
TYPES = COOPERATIVE | HOSTILE | {"REQUEST", "ACCUSE", "REJECT", "THREATEN"}


def plover_label(event: Event) -> str | None:
    """One of PLOVER's 16 types, or None for what PLOVER does not code."""
    return label(event.type, event.modality, event.polarity, mode=event.mode)


def label(
    kind: str, modality: str, polarity: str, operators: tuple[str, ...] = (), mode: str = "", carried: str = ""
) -> str | None:
    """The label of a type, modality and polarity; what an authority has decided or ordered counts as done.

    `carried` is the type of the act that an appeal names: to call for sanctions or a boycott is to rally opposition
    against somebody (CAMEO 113), a disapproval; to urge a state to impose them is an appeal. Who says that he will back
    somebody backs him by saying so, as who promises it does; a treaty that will be signed is not signed yet.

    >>> label("CONSULT", "planned", "positive"), label("AID", "happened", "negative"), label("WEATHER", "happened", "")
    ('AGREE', 'REJECT', None)
    >>> label("SUPPORT", "planned", "positive", mode="praise"), label("SUPPORT", "planned", "positive", mode="sign")
    ('SUPPORT', 'AGREE')
    """
    if kind not in TYPES:
        return None
    if lead(operators) == "appeal" and carried in RALLYING and polarity != "negative":
        return "ACCUSE"
    if kind == "SANCTION" and mode == "economic":
        kind = "COERCE"  # CAMEO 163 in PLOVER's own table
    if "order" in operators and polarity != "negative":
        return kind
    if "absent" in operators:
        return kind  # "there will be no talks": the negative is what made it REJECT
    if modality in ("denied", "demanded") and kind not in ("REQUEST", "THREATEN"):
        return None
    if lead(operators) in SILENT or (kind == "REQUEST" and mode == "appeal"):
        return None
    if DECISIVE.intersection(operators) and polarity != "negative":
        return kind
    if polarity == "negative":
        return "REJECT" if kind in COOPERATIVE else None
    if kind == "SUPPORT" and mode == "praise" and modality == "planned" and not operators:
        return kind
    if kind in COOPERATIVE and modality in ("planned", "offered", "conditional"):
        return "AGREE"
    if kind in HOSTILE and modality in ("threatened", "conditional", "planned"):
        return "THREATEN"
    return kind


def lead(operators: tuple[str, ...]) -> str:
    """The outermost operator that does more than support a noun: "launched an appeal" is an appeal."""
    return next((one for one in operators if one not in SUPPORTING), "")
