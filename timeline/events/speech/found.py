"""An attribution in the making."""

from __future__ import annotations

from dataclasses import dataclass, field

from timeline.language.document import Token
from timeline.model import Span


@dataclass(slots=True, eq=False)
class Found:
    """The cue, the word that names the speaker, and the pieces of the content so far."""

    cue: Token
    speaker: Token | None
    kind: str
    parts: list[Span] = field(default_factory=list)
    direct: bool = False
    frame: str = "that"

    @property
    def start(self) -> int:
        return min(part.start for part in self.parts)
