"""How real an event is said to be: sentences of our own, and the examples of the cue table."""

from __future__ import annotations

import csv
from collections.abc import Callable
from importlib.resources import files

import pytest

from tests.events.marking import marked_token, rows, unmarked
from timeline.events.factuality.modality import carried, factuality, judge
from timeline.language.document import Document
from timeline.model import MODALITIES

Read = Callable[..., Document]
SENTENCES = rows("modality.csv")
CUES = list(csv.DictReader(files("timeline.events.cues").joinpath("modality_cues.csv").read_text("utf-8").splitlines()))


@pytest.mark.parametrize("row", SENTENCES, ids=[row["sentence"] for row in SENTENCES])
def test_sentence(row: dict[str, str], read: Read) -> None:
    reality = judge(marked_token(read(unmarked(row["sentence"])), row["sentence"]))
    assert (reality.modality, reality.polarity) == (row["modality"], row["polarity"])


@pytest.mark.parametrize("row", CUES, ids=[f"{row['name']}: {row['example']}" for row in CUES])
def test_example_of_a_cue(row: dict[str, str], read: Read) -> None:
    reality = judge(marked_token(read(unmarked(row["example"])), row["example"]))
    assert row["modality"] in MODALITIES
    if row["holds"] == "-":
        assert reality.polarity == "negative"
    elif row["holds"] == "?":
        assert reality.modality == row["modality"]
    elif row["holds"] == "+":
        assert reality.polarity == "positive"


# What the value says, from -3 (certainly not) to 3 (certainly)
@pytest.mark.parametrize(
    ("sentence", "low", "high"),
    [
        ("The army [shelled] the port.", 2.5, 3),
        ("The army may [shell] the port.", 0, 1.5),
        ("The army did not [shell] the port.", -3, -2),
        ("The army wants to [shell] the port.", 0, 1.9),
        ("The army failed to [take] the port.", -3, -2),
        ("It is doubtful that the truce will [hold].", -1.9, 1.9),
    ],
)
def test_value(sentence: str, low: float, high: float, read: Read) -> None:
    assert low <= factuality(marked_token(read(unmarked(sentence)), sentence)) <= high


def test_the_cue_is_shown(read: Read) -> None:
    sentence = "The army failed to [take] the town."
    reality = judge(marked_token(read(unmarked(sentence)), sentence))
    assert reality.cue == "failed"


# A carrier's row says how far the act it carries is real
@pytest.mark.parametrize(
    ("sentence", "modality"),
    [
        ("The envoy [called] for a withdrawal.", "demanded"),
        ("The militia [threatened] to resume shelling.", "threatened"),
        ("Turkey [offered] to host the talks.", "offered"),
        ("The army may [threaten] to resume shelling.", "conditional"),
    ],
)
def test_carried(sentence: str, modality: str, read: Read) -> None:
    reality = carried(marked_token(read(unmarked(sentence)), sentence))
    assert reality is not None
    assert reality.modality == modality


def test_a_plain_verb_carries_nothing(read: Read) -> None:
    sentence = "The army [shelled] the port."
    assert carried(marked_token(read(unmarked(sentence)), sentence)) is None


def test_every_word_of_a_broken_text_is_judged(read: Read) -> None:
    document = read("Not if to without: failed — the the no of? Denied to to deny that that.")
    assert all(-3 <= factuality(token) <= 3 for token in document.tokens)


def test_a_long_chain_of_nouns_is_judged_once_each(read: Read) -> None:
    document = read("Reports of " + "plans of threats of fears of hopes of " * 30 + "war spread.")
    assert all(-3 <= factuality(token) <= 3 for token in document.tokens)
