"""The tables themselves, and a user's own rows over them."""

import re
from collections import Counter

import pytest

from timeline.actors.find import find_actors
from timeline.actors.names import find_names
from timeline.actors.tables import HERE, load_modifiers, load_nouns, load_tables, read_rows

FILES = ("states", "organisations", "groups", "companies", "people")
SECTORS = set(
    "GOV MIL REB OPP PTY COP JUD SPY MED BUS EDU REL LEG CVL CRM IGO NGO LAB AGR HLH REF ELI UAF MNC SOC".split()
)


@pytest.mark.parametrize("name", FILES)
def test_rows_are_whole(name):
    for row in read_rows(HERE / f"{name}.csv"):
        assert row["id"] and row["name"] and row["source"], row
        assert re.fullmatch(r"[A-Z]{3}|", row["country"]), row
        assert row.get("sector", "") in SECTORS | {""}, row
        assert row["name"].rstrip("*") not in [alias.rstrip("*") for alias in row["aliases"].split("|")], row


def test_ids_are_of_one_row_each():
    counted = Counter(
        row_id for name in FILES for row_id in sorted({row["id"] for row in read_rows(HERE / f"{name}.csv")})
    )
    assert [row_id for row_id, times in counted.items() if times > 1] == []


def test_terms_of_one_office_do_not_run_backwards():
    for term in load_tables().terms:
        assert term.start is None or term.end is None or term.start < term.end, term


def test_every_noun_stands_in_its_example():
    wrong = []
    for row in read_rows(HERE / "nouns.csv"):
        stem = row["word"].split()[-1][: max(2, len(row["word"].split()[-1]) - 3)]
        if stem.lower() not in row["example"].lower():
            wrong.append(row["word"])
    assert wrong == []
    assert {noun.sector for noun in load_nouns().values()} <= SECTORS | {""}
    assert set(load_modifiers().values()) <= SECTORS


@pytest.mark.parametrize("name", ["bodies", "modifiers"])
def test_every_word_stands_in_its_example(name):
    rows = read_rows(HERE / f"{name}.csv")
    assert [row["word"] for row in rows if row["word"].split("-")[0].lower() not in row["example"].lower()] == []
    assert {row["sector"] for row in rows} <= SECTORS
    assert len({row["word"] for row in rows}) == len(rows)


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Iranians left Iran", ["IRN", "IRN"]),
        ("Romania and Oman", ["ROU", "OMN"]),
        ("North Koreans", ["PRK"]),
        ("South Sudanese", ["SSD"]),
        ("Zelensky, Zelenskiy and Zelenskyy", ["volodymyr-zelenskyy"] * 3),
        ("Turkiye, Türkiye", ["TUR", "TUR"]),
        ("Indiana Omaha Malik", []),
        ("KABUL", ["AFG"]),
        ("THE US AND NATO", ["USA", "nato"]),
    ],
)
def test_names_match_whole_words_and_the_longest(text, ids):
    assert [name.aliases[0].entry.id for name in find_names(text)] == ids


def test_names_a_hyphen_turns_away():
    assert [name.turned for name in find_names("Iran-backed U.S.-led anti-Russian Chinese")] == [
        True,
        False,
        True,
        False,
    ]


def test_own_rows_add_and_override(read, tmp_path):
    own = tmp_path / "actors.csv"
    own.write_text(
        "id,name,aliases,country,sector,kind\n"
        "zeta,Zeta Legion,Zeta fighters,ROU,REB,group\n"
        "nato,North Atlantic Pact,NATO|the Pact,IGO,MIL,\n"
        "UKR,Ucrania,,,,\n",
        encoding="utf-8",
    )
    document = read("NATO said Zeta fighters and Ukrainian troops fought in Zetaland.")
    found = [
        (actor.id, actor.name, actor.country, actor.sector, actor.kind)
        for actor in find_actors(document, None, str(own))
    ]
    assert ("nato", "North Atlantic Pact", "IGO", "MIL", "organisation") in found
    assert ("zeta", "Zeta Legion", "ROU", "REB", "group") in found
    assert ("", "Ukrainian troops", "UKR", "MIL", "group") in found
    assert ("nato", "NATO", "IGO", "IGO", "organisation") in [
        (actor.id, actor.name, actor.country, actor.sector, actor.kind) for actor in find_actors(document)
    ]
