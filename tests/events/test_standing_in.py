"""Who stands for whom by syntax: officers for their state, "which" for a thing, a pronoun for whoever says it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from timeline.events.syntax.relatives import antecedent
from timeline.events.syntax.reported import who_says
from timeline.events.triggers.surroundings import is_officer
from timeline.language.document import Document, Token

Read = Callable[[str], Document]


def _token(read: Read, text: str, word: str) -> Token:
    return next(token for token in read(text).tokens if token.text == word)


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The minister left Lima.", "minister", True),
        ("President Ruto left Lima.", "Ruto", True),
        ("Ms. Merkel left Lima.", "Merkel", True),
        ("Angela Merkel left Lima.", "Merkel", True),
        ("Nato left Kabul.", "Nato", True),
        ("The European Union left Kabul.", "Union", True),
        ("Western Union left Kabul.", "Union", False),
        ("Greta Merkel left Lima.", "Merkel", False),
        ("The charity left Lima.", "charity", False),
        ("The dentist left Lima.", "dentist", False),
    ],
)
def test_officers(text: str, word: str, expected: bool, read: Read) -> None:
    assert is_officer(_token(read, text, word)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The chairman of the bank, which the state seized, fled.", "bank"),
        ("The daughter of the pilot of the plane, which rebels shot down, wept.", "plane"),
        ("The photos of the boy, which the police released, were old.", "photos"),
        ("The army of the emir, which the rebels attacked, fled.", "army"),
        ("He sold the bank, which the state seized.", "bank"),
    ],
)
def test_which(text: str, expected: str, read: Read) -> None:
    assert antecedent(_token(read, text, "which")).text == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The pirates said they had boarded it.", "they", ["pirates"]),
        ("Kenya and Chad said they had shelled it.", "they", ["Kenya", "Chad"]),
        ("The ministry said they had left.", "they", ["ministry"]),
        ("The minister said she had left.", "she", ["minister"]),
        ("The court said it had freed nine men.", "it", ["court"]),
        ("The court said he had killed nine men.", "he", []),
        ("The minister said it had killed nine men.", "it", []),
        ("The pope said they had left.", "they", []),
        ("The guards said he had left.", "he", []),
        ("They said they had left.", "they", []),
    ],
)
def test_who_says(text: str, word: str, expected: list[str], read: Read) -> None:
    assert [one.text for one in who_says(_token(read, text, word))] == expected
