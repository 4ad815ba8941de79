"""The reading copy, and the way back to the article's own characters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.language.repair import find_holes, repair

CASES = [
    # spaced dashes that stand for hyphens, in a text that has no hyphen of its own
    ("air – defense systems", "air-defense systems"),
    ("a cease – fire and short – range missiles", "a cease-fire and short-range missiles"),
    ("Miami - based exiles", "Miami-based exiles"),
    # between two names the dash stays a dash, and both names stay
    ("upcoming Russia – Ukraine talks", "upcoming Russia–Ukraine talks"),
    # a real dash opens a clause, or stands in a text that hyphenates properly
    ("The talks – which began on Monday – failed", "The talks – which began on Monday – failed"),
    ("Two well-known men – brothers – met", "Two well-known men – brothers – met"),
    ("He left – and returned", "He left – and returned"),
    # quotes and apostrophes
    ("They aren’t “safe”", 'They aren\'t "safe"'),
    ("``We will,'' he said", '"We will," he said'),
    # sentences glued together by a page
    ("The war ended.The talks began", "The war ended. The talks began"),
    ("He said.“We won”", 'He said. "We won"'),
    ("“It is over.”The talks began", '"It is over." The talks began'),
    ("U.S. Army and Node.js", "U.S. Army and Node.js"),
    # lines broken at a fixed width
    ("the talks were to\nresume on Friday", "the talks were to resume on Friday"),
    ("A headline\nThe talks resumed.", "A headline\nThe talks resumed."),
    # a date that a break stands in
    ("They met on March\n3, 2022.", "They met on March 3, 2022."),
    ("They met on Oct.\n3 in Rome.", "They met on Oct. 3 in Rome."),
    ("They met on March 3,\n2022.", "They met on March 3, 2022."),
    ("It fell in the spring of\n1925.", "It fell in the spring of 1925."),
    ("Since then, in\n1998 and later, it grew.", "Since then, in 1998 and later, it grew."),
    ("Fire kills nine in May\n12 others hurt", "Fire kills nine in May\n12 others hurt"),
    ("What we believe in\n1. The vote", "What we believe in\n1. The vote"),
    ("Budget of 2022\n2023 is worse.", "Budget of 2022\n2023 is worse."),
    ("Sales\n2022", "Sales\n2022"),
    # invisible characters
    ("cease\u00adfire\u200b now", "ceasefire now"),
]


@pytest.mark.parametrize(("broken", "mended"), CASES)
def test_reading_copy(broken: str, mended: str) -> None:
    assert repair(broken).text == mended


@pytest.mark.parametrize(
    ("text", "holes"),
    [
        ("strained due to delays in .", 1),
        ("in high demand, considering the , he said", 1),
        ("It ended in May. He left.", 0),
        ("What is it for?", 0),
    ],
)
def test_holes_are_flagged(text: str, holes: int) -> None:
    assert len(find_holes(text)) == holes


@given(st.text(alphabet="ab A.’“”–-'\n\u200b `\u00ad0Z", max_size=80))
def test_every_character_knows_where_it_came_from(text: str) -> None:
    reading = repair(text)
    if reading.offsets is None:
        assert len(reading.text) == len(text)
    else:
        assert len(reading.offsets) == len(reading.text)
        assert reading.offsets == sorted(reading.offsets)
        assert all(0 <= at < len(text) for at in reading.offsets)
        plain = [(a, text[b]) for a, b in zip(reading.text, reading.offsets, strict=True) if a.isalnum()]
        assert all(a == b for a, b in plain)
