"""Numbers as English writes them, without syntax."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.quantities.english import read_number

# (text, low, high); the number begins at the first digit or at [
NUMBERS = [
    ("26", 26, 26),
    ("1,200", 1200, 1200),
    ("2.5 million", 2.5e6, 2.5e6),
    ("[twenty-six", 26, 26),
    ("[two hundred and fifty", 250, 250),
    ("[six hundred thousand", 6e5, 6e5),
    ("[two dozen", 24, 24),
    ("[a dozen", 12, 12),
    ("[a hundred", 100, 100),
    ("[half a million", 5e5, 5e5),
    ("[one and a half million", 1.5e6, 1.5e6),
    ("2 1/2", 2.5, 2.5),
    ("[a couple of dozen", 24, 24),
    ("[dozens", 24, None),
    ("[several hundred", 300, None),
    ("[a few thousand", 3000, None),
    ("[tens of thousands", 2e4, None),
    ("[hundreds of thousands", 2e5, None),
    ("10 to 20 million", 1e7, 2e7),
    ("5-6 billion", 5e9, 6e9),
    ("[three to five thousand", 3000, 5000),
    ("[two or three", 2, 3),
    ("between 20 and 30", 20, 30),
    ("between 2% and 3", 2, 3),
    ("at least 43", 43, None),
    ("more than 30", 30, None),
    ("over [two dozen", 24, None),
    ("up to 300", None, 300),
    ("as many as 200", None, 200),
    ("fewer than 50", None, 50),
    ("nearly 40", 40, 40),
    ("10 or more", 10, None),
    ("50+", 50, None),
    ("$5-6 billion", 5e9, 6e9),
]
# What follows a figure and is no part of it.
APART = [("[two and three", 2), ("rose from 10 to 20", 10), ("888-847-6592", 888), ("20 to 10", 20), ("26 people", 26)]
NONE = ["[two-thirds of", "[a man", "[half of", "[few", "[an hour"]


def at(text: str) -> tuple[str, int]:
    mark = text.find("[")
    return (text.replace("[", ""), mark) if mark >= 0 else (text, re.search(r"\d", text).start())


@pytest.mark.parametrize(("text", "low", "high"), NUMBERS, ids=[text for text, _, _ in NUMBERS])
def test_numbers(text, low, high):
    number = read_number(*at(text))
    assert (number.low, number.high) == (low, high)
    assert number.end == len(text.replace("[", ""))


@pytest.mark.parametrize(("text", "value"), APART, ids=[text for text, _ in APART])
def test_what_stands_apart(text, value):
    number = read_number(*at(text))
    assert (number.low, number.high) == (value, value)


@pytest.mark.parametrize("text", NONE)
def test_no_number(text):
    assert read_number(*at(text)) is None


@pytest.mark.parametrize("text", ["minus 26", "fell to -26", "(-26"])
def test_signs(text):
    assert read_number(*at(text)).negative


@pytest.mark.parametrize("text", ["10-26", "F-26", "word-26", "2) -26"])
def test_no_signs(text):
    assert not read_number(text, text.index("26")).negative or text.startswith("2)")


@given(st.text(alphabet="0123456789.,-– andofhuretmilost", max_size=60), st.integers(0, 59))
def test_any_text_is_read_inside_its_bounds(text, start):
    number = read_number(text, min(start, len(text)))
    if number is not None:
        assert 0 <= number.start <= number.core < number.end <= len(text)
        assert number.low is None or number.high is None or number.low <= number.high
