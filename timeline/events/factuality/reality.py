"""Reality: how real the text says an event is, and how the answers combine."""

from __future__ import annotations

from dataclasses import replace

from timeline.language.document import Token
from timeline.model import Span
from timeline.record import record

FACT, NOT, OPEN = "fact", "not", "open"
# Modalities of what has not happened yet, if it will at all.
AHEAD = frozenset({"planned", "forecast", "demanded", "threatened", "offered", "conditional"})


@record
class Reality:
    """`modality` and `polarity` as the table has them, the `cue` that decided ("" for plain tense) and where it
    stands, `value` from -3 to 3. `status` is fact, not, or open; `decided` says that no outer clause can change it,
    `definite` that a noun speaks of a known event ("the attack")."""

    modality: str
    polarity: str = "positive"
    cue: str = ""
    cue_span: Span | None = None
    value: float = 3.0
    status: str = FACT
    decided: bool = False
    definite: bool = False


def turned(reality: Reality) -> Reality:
    """The same, negated."""
    positive = reality.polarity == "positive"
    status = reality.status if reality.status == OPEN else (NOT if reality.status == FACT else FACT)
    return replace(reality, polarity="negative" if positive else "positive", value=-reality.value, status=status)


def opened(reality: Reality, modality: str, cue: Token, value: float) -> Reality:
    """The same, no longer said to be a fact."""
    if reality.polarity == "negative":
        value = -value
    return replace(reality, modality=modality, cue=cue.text, cue_span=cue.span, value=value, status=OPEN)
