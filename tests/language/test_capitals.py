"""Headlines in capitals as the parser hears them: what is one, what becomes of its words, and that nothing moves."""

from __future__ import annotations

import re
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.language.capitals import (
    NAMES,
    WORDS,
    Dictionary,
    dictionary_of,
    hear,
    in_small_letters,
    is_in_capitals,
    usage_of,
)
from timeline.language.parse import read_document
from timeline.language.parser import load_parser, parser_name
from timeline.model import Article, Span


@pytest.fixture(scope="module")
def dictionary() -> Dictionary:
    return dictionary_of(load_parser(parser_name()))


HEARD = [
    ("Chile Lifts Travel Ban", "Chile lifts travel ban"),
    ("Senate Passes Bill To Fund the Coast Guard", "Senate passes bill to fund the Coast Guard"),
    # states, peoples, towns that are words
    ("Turkey and Chad Sign Deal in Jordan", "Turkey and Chad sign deal in Jordan"),
    ("Polish Farmers Block Roads to Bergen", "Polish farmers block roads to Bergen"),
    ("South Sudan Frees Prisoners in North Darfur", "South Sudan frees prisoners in North Darfur"),
    ("Floods Cut Off Phoenix and Little Rock", "Floods cut off Phoenix and Little Rock"),
    # persons called by words
    ("Court Fines Mark Rutte and Grace Mugabe", "Court fines Mark Rutte and Grace Mugabe"),
    ("Banks Mark Down Bill for Frank Talk", "Banks mark down bill for frank talk"),
    ("Vote Fails After Sen. Tom Cotton Objects", "Vote fails after Sen. Tom Cotton objects"),
    ("Court Hears How Prince Harry Sued Paper", "Court hears how Prince Harry sued paper"),
    # bodies of several words
    ("White House Backs Islamic State Victims", "White House backs Islamic State victims"),
    ("Rebels of the Lord's Resistance Army Raid Camp", "Rebels of the Lord's Resistance Army raid camp"),
    ("Students of Columbia University End Sit-In", "Students of Columbia University end sit-in"),
    # months
    ("Strikes Hit Kyiv in May and in March", "Strikes hit Kyiv in May and in March"),
    ("Evening Command Report of March 22, 2011", "Evening command report of March 22, 2011"),
    ("Evening Report, Feb. 1 and 9 May", "Evening report, Feb. 1 and 9 May"),
    ("Court May Free Men After March to Capital", "Court may free men after march to capital"),
    ("Rail Workers to March Through Capital", "Rail workers to march through capital"),
    ("Some 10,000 March Through Rain in Seoul", "Some 10,000 march through rain in Seoul"),
    # acronyms, possessives, hyphens, particles
    ("EU Fines IT Firm as US Joins Probe", "EU fines IT firm as US joins probe"),
    ("Iran’s Army Kills Rebel’s Sons", "Iran’s army kills rebel’s sons"),
    ("Russia-Backed Troops Shell Front-Line Town", "Russia-backed troops shell front-line town"),
    ("Aid Reaches Hospital in Port-au-Prince", "Aid reaches hospital in Port-au-Prince"),
    # words that the lemmatizer does not know
    ("Airstrikes Break Ceasefire in Second Cyberattack", "Airstrikes break ceasefire in second cyberattack"),
    # a sentence inside the line
    ("Leave Your Weapons. Talks Come First, Envoy Says", "Leave your weapons. Talks come first, envoy says"),
    ("Guard Called as Gov. Signs New Order", "Guard called as Gov. signs new order"),
    # capitals alone
    ("TURKEY BOMBS CAMP IN IRAQ", "Turkey bombs camp in Iraq"),
    ("US AND EU TO TALK TO IMF", "US and EU to talk to IMF"),
    ("IRAN'S ENVOY LEAVES KYIV", "Iran's envoy leaves KYIV"),
    ("WHO SENDS DOCTORS TO CONGO", "WHO sends doctors to Congo"),
    ("WHO SENDS DOCTORS TO CONGO?", "Who sends doctors to Congo?"),
    ("ARMY HUNTS MAN WHO SHOT GUARD", "Army hunts man who shot guard"),
]


@pytest.mark.parametrize(("line", "heard"), HEARD, ids=[line for line, _ in HEARD])
def test_heard(line: str, heard: str, dictionary: Dictionary) -> None:
    assert in_small_letters(line, dictionary) == heard


LEFT_ALONE = [
    "",
    "Chile Lifts Ban",  # too short to tell
    "By Ana Torres",
    "FOR IMMEDIATE RELEASE",
    "Chile lifts travel ban",
    "Chile Lifts ban on travel to several towns of the Andes",
    "Ana Torres, Boris Novak and Chen Wei met in Lima.",
    "Accompanied President Bush to the NATO Summit Meeting.",
    "Met King Hassan II. Returned to U.S. August 7.",
    "Dear Mr. President of the Senate!",
    "The Prime Minister of Peru Met the King of Spain in the Royal Palace of Madrid.",
    " ".join(["Chile Lifts Ban"] * 20),  # too long
    "1,204 2,310 4,012 5,120 7,891",
    "Чили Отменила Запрет На Въезд",  # of another language no word is known
]


@pytest.mark.parametrize("line", LEFT_ALONE)
def test_left_alone(line: str, dictionary: Dictionary) -> None:
    assert in_small_letters(line, dictionary) == line


def test_a_stop_that_is_no_end() -> None:
    assert is_in_capitals("Troops Sent by Joint Force of U.S.")
    assert is_in_capitals("Court Fines Owner of Acme Inc.")
    assert not is_in_capitals("Court Fines Owner of Acme Bank.")


ARTICLE = """Senator Rand Paul Blocks Target Deal

Sen. Rand Paul said he would block the deal with Target. "The rand has fallen," said Sen. Paul, whom the army backs."""


def test_sentences_of_the_article_tell_names(dictionary: Dictionary) -> None:
    paragraphs = [Span(match.start(), match.end()) for match in re.finditer(r"[^\n]+", ARTICLE)]
    heard = hear(ARTICLE, paragraphs, dictionary)
    assert (
        heard.split("\n")[0] == "Senator rand Paul blocks Target deal"
    )  # both are said of "rand": the dictionary tells
    assert heard.split("\n")[1:] == ARTICLE.split("\n")[1:]


def test_usage_of_lines_that_are_no_sentences() -> None:
    assert usage_of(["Read More of This Story", "By Ana Stone"]).names == frozenset()


ALPHABET = "aZ İıẞßǅﬁﬀŉſKÅéçÑаБαΩσς'’-.,:;!?\"()עبمशक中😀🇫🇷\u0301\u200d\u00ad 12"


@given(st.lists(st.text(alphabet=ALPHABET, max_size=12), max_size=20).map(" ".join))
def test_letter_for_letter(dictionary: Dictionary, line: str) -> None:
    heard = in_small_letters(line, dictionary)
    assert len(heard) == len(line)
    assert heard.lower() == line.lower()


@given(st.text(max_size=200))
def test_any_text(dictionary: Dictionary, line: str) -> None:
    assert len(in_small_letters(line, dictionary)) == len(line)
    assert len(in_small_letters(line.upper(), dictionary)) == len(line.upper())
    assert len(in_small_letters(line.title(), dictionary)) == len(line.title())


@pytest.mark.parametrize(
    "word", ["İSTANBUL", "STRAẞE", "ﬁRE", "ŉATIVE", "ǅUNGLA", "ΌΔΟΣ", unicodedata.normalize("NFD", "ÉTÉ"), "שלום", "😀"]
)
def test_odd_letters_keep_their_places(word: str, dictionary: Dictionary) -> None:
    for line in (f"Fire Hits {word} Town in Peru", f"FIRE HITS {word} TOWN IN PERU"):
        heard = in_small_letters(line, dictionary)
        assert len(heard) == len(line)
        assert heard.lower() == line.lower()


def test_spans_are_the_articles_and_tokens_are_heard() -> None:
    document = read_document(Article("a", "Chile Lifts Travel Ban\n\nThe ban was lifted on Monday.", None, "none"))
    first = document.tokens[1]
    assert (first.text, first.span.of(document.text), document.written(first.span)) == ("lifts", "Lifts", "lifts")
    assert len(document.heard) == len(document.text)
    assert read_document(Article("a", "Chile lifts travel ban", None, "none")).heard == ""


def test_tables_hold_what_they_say(dictionary: Dictionary) -> None:
    names = NAMES.read_text(encoding="utf-8").splitlines()
    words = WORDS.read_text(encoding="utf-8").splitlines()
    assert names == sorted(set(names))
    assert words == sorted(set(words))
    assert all(name.removesuffix(" *") for name in names)
    assert not [word for word in words if not (word.isalpha() and word.islower())]
    for name in ("Turkey", "South Sudan", "Grace *", "IMF"):
        assert name in names
    for word in ("Ban", "Police", "Reading", "girl *", "Sanctions"):
        assert word not in names


HOSTILE = [
    "Chile Lifts Travel Ban ",
    "CHILE LIFTS TRAVEL BAN ",
    "A. B. C. D. ",
    "'S 'S ’S ",
    "May 1 March 2 ",
    "..........",
    "!\"')\"')",
    "A\nB C D E\n",
    "Chile Lifts Travel Ban\n",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_cost_grows_with_the_text_alone(piece: str, dictionary: Dictionary) -> None:
    """Calls of functions, not seconds: ten times the text is no more than some ten times the calls."""

    def calls(times: int) -> int:
        text = piece * times
        paragraphs = [Span(match.start(), match.end()) for match in re.finditer(r"[^\n]+", text)]
        count = 0

        def note(_frame: object, _event: str, _argument: object) -> None:
            nonlocal count
            count += 1

        sys.setprofile(note)
        try:
            hear(text, paragraphs, dictionary)
        finally:
            sys.setprofile(None)
        return count

    calls(10)  # so that tables are read before
    assert calls(10_000) < 12 * calls(1_000) + 1_000


def test_a_line_of_three_hundred_capitals(dictionary: Dictionary) -> None:
    for line in ("A" * 300, "A " * 150, "AB " * 100, "A'" * 150, "A." * 150):
        assert len(in_small_letters(line, dictionary)) == len(line)
