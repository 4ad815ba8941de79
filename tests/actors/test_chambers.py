"""Houses of parliament called by one word are one of a country's."""

from datetime import date

import pytest

from timeline.actors.find import find_actors
from timeline.actors.tables import HERE, load_tables, read_rows
from timeline.language.parse import read_document
from timeline.model import Article

# text → the last house in it: its name and country
HOUSES = {
    "The House voted to censure President Donald Trump.": ("United States House of Representatives", "USA"),
    "Democrats in the House accused the president of abuse.": ("United States House of Representatives", "USA"),
    "The U.S. House of Representatives passed a bill. The House sent it to the Senate.": (
        "United States Senate", "USA"),
    "The Philippine Senate approved the treaty. The Senate voted 20 to 3.": ("Philippine Senate", "PHL"),
    "The Philippine Senate approved it. The House of Representatives followed.": (
        "Philippine House of Representatives", "PHL"),
    "Nigeria's House of Representatives summoned the minister. The House said he misled it.": (
        "Nigerian House of Representatives", "NGA"),
    "The Texas Senate passed a bill. The Senate then adjourned.": ("Texas Senate", "USA"),
    "French senators met on Monday. The Senate rejected the pension reform.": ("French Senate", "FRA"),
    "India's parliament rejected the bill. Congress walked out.": ("Indian National Congress", "IND"),
    "Brazil's Congress passed the reform. Congress will vote again in May.": ("Brazilian Congress", "BRA"),
    "Russia condemned the U.S. sanctions. Congress had approved them.": ("United States Congress", "USA"),
    "Fighting went on near Kharkiv. Congress is debating more aid for Ukraine.": ("United States Congress", "USA"),
}  # fmt: skip
NAMED = "The University Senate of Ghana met. The Senate chose a rector."
OTHERS = ("Mr. Kim visited the House of Sweden.", "The crew left the house.", "Kate House called for calm.")


def read(text: str) -> list[tuple[str, str, str]]:
    document = read_document(Article("a", text, date(2019, 12, 15), "stated", language="en"))
    return [(actor.span.of(text), actor.name, actor.country) for actor in find_actors(document, date(2019, 12, 15))]


@pytest.mark.parametrize("text", HOUSES)
def test_a_house_is_a_countrys(text: str) -> None:
    houses = [one for one in read(text) if any(word in one[0] for word in ("House", "Senate", "Congress"))]
    assert houses[-1][1:] == HOUSES[text]


@pytest.mark.parametrize("text", OTHERS)
def test_other_houses_are_no_parliaments(text: str) -> None:
    assert not any("Representatives" in name for _, name, _ in read(text))


def test_a_senate_of_the_article_comes_first() -> None:
    assert read(NAMED)[1][1:] == ("University Senate of Ghana", "GHA")


def test_the_table_names_states() -> None:
    entries = load_tables().entries
    for row in read_rows(HERE / "chambers.csv"):
        assert {entries[country].kind for country in row["countries"].split()} == {"state"}, row["word"]
        assert row["default"] in ("", *row["countries"].split())
