"""Colours can be told apart with every kind of eyes, and words read on them."""

from __future__ import annotations

import csv
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest

from timeline.events.triggers import lexicon
from timeline.model import MODALITIES
from timeline.views.palette import KINDS, REALITIES, THEMES, contrast, ink, kind_of, over, reality_of, rgb

# Machado, Oliveira and Fernandes (2009), severity 1.0, on linear RGB.
EYES = {
    "all cones": [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
    "no red": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "no green": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    "no blue": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
}
TO_XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
WHITE = np.array([0.95047, 1.0, 1.08883])


def lab(colour: str, eyes: str) -> np.ndarray:
    value = np.array(rgb(colour)) / 255
    linear = np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)
    seen = np.clip(np.array(EYES[eyes]) @ linear, 0, 1)
    part = TO_XYZ @ seen / WHITE
    bent = np.where(part > 0.008856, np.cbrt(part), 7.787 * part + 16 / 116)
    return np.array([116 * bent[1] - 16, 500 * (bent[0] - bent[1]), 200 * (bent[1] - bent[2])])


@pytest.mark.parametrize("eyes", EYES)
@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES.keys())
def test_kinds_are_told_apart(theme, eyes):
    """CIE76 distance; 2.3 is just noticeable, 10 is seen at a glance."""
    for one, other in combinations(KINDS, 2):
        distance = np.linalg.norm(lab(theme.colour(one), eyes) - lab(theme.colour(other), eyes))
        assert distance > 17, (one.name, other.name, round(float(distance), 1))


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES.keys())
def test_words_read_on_every_filling(theme):
    for kind in KINDS:
        for reality in REALITIES:
            fill = over(theme.colour(kind), reality.fill, theme.paper)
            assert contrast(ink(fill), fill) >= 4.5, (kind.name, reality.name)
    assert contrast(theme.text, theme.paper) >= 7
    assert contrast(theme.quiet, theme.paper) >= 4.5


def test_every_modality_has_a_shape_and_none_shares_its_symbol():
    assert {one for reality in REALITIES for one in reality.modalities} == set(MODALITIES)
    assert len({reality.symbol for reality in REALITIES}) == len(REALITIES)


def test_every_type_of_the_tables_has_a_kind():
    known = {one for kind in KINDS for one in kind.types}
    assert len(known) == sum(len(kind.types) for kind in KINDS)
    with (Path(lexicon.__file__).parent / "triggers.csv").open(encoding="utf-8", newline="") as table:
        assert {row["type"] for row in csv.DictReader(table)} - {""} <= known
    assert kind_of("something new").name == "other"
    assert reality_of("something new").name == "doubtful"
