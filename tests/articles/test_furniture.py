"""Captions, credits, links and buttons are not read; what only looks like them is."""

from __future__ import annotations

import pytest

from timeline.articles.furniture import is_furniture, without_furniture

FURNITURE = [
    "Image caption Residents cleared the square on Monday",
    "Image source, Getty Images",
    "Image caption The hall burned down on Monday.",
    "EPA 12",
    "Media caption: The moment the roof fell",
    "Photograph: Ana Torres/AP",
    "Read more: How the talks began",
    "READ MORE",
    "Related: The trial of the general",
    "Watch: Crowds storm the palace",
    "[The port that feeds a country]",
    "GETTY The president waved to the crowd",
    "Getty Images 12 The two leaders met on Thursday",
    "Crowds filled the bridge (Photo: Ana Torres)",
    "Follow Ana Torres on Twitter",
    "Share this story with a friend",
    "Skip Ad x Loading...",
    "3 of 14",
    "Sign up for our newsletter",
]
ARTICLE = [
    "Save the Children warned of famine on Monday",
    "Share prices fell in Lima",
    "3 of 14 hostages were freed on Monday",
    "Video of the raid was shown on Monday.",
    "Read the letter to the council.",
    "PA officials met in Ramallah on Monday.",
    "AP reported that the bridge had fallen.",
    "Photos of the raid show two bodies.",
    "The mosque fell (an image from May shows it whole).",
    "[The minister resigned on Sunday.]",
    "Live fire killed two men in the square.",
    "Follow the rebels into the hills and they vanish.",
    "Printers went on strike",
    "Media sources said two men had died.",
    "Media source close to the palace names the heir",
    "Sign up to fight, the emir told the villagers.",
    "Related topics were discussed by the ministers on Monday.",
    "PA Governor Signs Bill",
    "AFP photographer freed in Lima",
    "The talks ended on Monday. (Reporting by Ana Torres/Reuters)",
    "2014",
    "",
]


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture_is_told_from_the_article(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize("line", ARTICLE)
def test_the_article_is_not_furniture(line: str) -> None:
    assert not is_furniture(line)


def test_the_first_line_stays() -> None:
    assert without_furniture("Watch: The raid\nTwo died.\n\nRead more\nThe hunt goes on.") == (
        "Watch: The raid\nTwo died.\n\nThe hunt goes on."
    )
