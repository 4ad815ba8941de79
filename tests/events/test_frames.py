"""How real an act is, whatever it is: corpus/frames.csv, sentence frames, each filled with acts of several types.

No row of the act's own type may say anything else than the frame does: a wrong "happened" is the worst a row can be.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.events.marking import rows
from tests.events.test_facts import events_of
from timeline.language.document import Document

Read = Callable[..., Document]
FRAMES = rows("frames.csv")
WHO = "Peru"
VERBS = {  # base, past, perfect, -ing; the last words stand for all
    "ASSAULT": ("shell", "shelled", "shelled", "shelling", "the port"),
    "COERCE": ("arrest", "arrested", "arrested", "arresting", "nine students"),
    "MOBILIZE": ("send", "sent", "sent", "sending", "troops to Chad"),
    "CONSULT": ("hold", "held", "held", "holding", "talks with Chad"),
}
PASSIVES = {  # subject, whether it is plural, participle and agent
    "ASSAULT": ("the port", False, "shelled by Peru"),
    "COERCE": ("nine students", True, "arrested by Peru"),
    "SANCTION": ("sanctions", True, "imposed on Chad by Peru"),
    "ELECTION": ("an election", False, "held in Peru"),
}
NOUNS = {
    "ASSAULT": "attack on the port",
    "CONSULT": "meeting with Chad",
    "COERCE": "arrest of nine students",
    "DISASTER": "earthquake in Peru",
}


def filled(frame: dict[str, str]) -> list[tuple[str, str]]:
    """The frame's sentences with the type of each one's act."""
    made = []
    if frame["kind"] == "verb":
        for kind, (base, past, perfect, ing, rest) in VERBS.items():
            words = {"base": base, "past": past, "pp": perfect, "ing": ing}
            put = {name: f"{word} {rest}" for name, word in words.items()}
            made.append((kind, frame["frame"].format(who=WHO, **put)))
    elif frame["kind"] == "passive":
        for kind, (subject, plural, done) in PASSIVES.items():
            verbs = (
                {"is": "are", "was": "were", "have": "have"} if plural else {"is": "is", "was": "was", "have": "has"}
            )
            made.append((kind, frame["frame"].format(S=subject.capitalize(), s=subject, done=done, **verbs)))
    else:
        for kind, noun in NOUNS.items():
            article = "an" if noun[0] in "aeiou" else "a"
            text = frame["frame"].format(n=noun, a=article)
            made.append((kind, text[0].upper() + text[1:]))
    return made


@pytest.mark.parametrize("frame", FRAMES, ids=[frame["frame"] for frame in FRAMES])
def test_frame(frame: dict[str, str], read: Read) -> None:
    wanted = frame["real"].split("|")
    for kind, text in filled(frame):
        found = events_of(read(text))
        said = [
            (one.modality if one.polarity == "positive" else f"not {one.modality}", one.title)
            for one in found
            if one.type == kind
        ]
        assert found or frame["silent"], text
        assert all(real in wanted for real, _ in said), (text, said)
