"""The language of a text, short ones above all."""

import pytest

from timeline.language.detect import find_language

TOLD = [
    ("Russia pauses strikes on Kyiv", "en"),
    ("Ceasefire talks stall", "en"),
    ("Two killed in Kabul blast", "en"),
    ("Росія призупинила удари по Києву", "uk"),
    ("Россия приостановила удары по Киеву", "ru"),
    ("Le président a dit qu'il partirait lundi", "fr"),
    ("El presidente dijo ayer que no irá", "es"),
    ("Der Präsident sagte am Montag ab", "de"),
    ("Il presidente ha detto che partirà lunedì", "it"),
    ("قال الرئيس اليوم إن المحادثات انتهت", "ar"),
    ("Prezydent powiedział wczoraj, że wyjedzie", "pl"),
]
OPEN = ["", "12345 2024", "Kyiv", "Putin Zelenskyy Trump", "!!! ??? ...", "\x00\ud800"]


@pytest.mark.parametrize(("text", "language"), TOLD, ids=[text for text, _ in TOLD])
def test_told(text, language):
    assert find_language(text) == language


@pytest.mark.parametrize("text", OPEN, ids=["empty", "figures", "a name", "names", "signs", "not text"])
def test_left_open(text):
    assert find_language(text) == ""
