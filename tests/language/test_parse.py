"""Plain tokens: offsets quote the text, trees are whole, whatever the text."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.language.document import Document
from timeline.language.parse import LONGEST, read_document, read_plain
from timeline.language.parser import ParserMissing, load_parser, parser_name
from timeline.model import Article


def check(document: Document) -> None:
    for number, token in enumerate(document.tokens):
        assert token.i == number
        assert document.text[token.start : token.end] == token.text
        assert token.left <= token.i <= token.right
        assert token.head in token.sentence.tokens
        assert token in token.head.children or token.head is token
        assert token.left == min([token.i, *(child.left for child in token.children)])
        assert token.right == max([token.i, *(child.right for child in token.children)])
        list(token.ancestors())
    assert [token for sentence in document.sentences for token in sentence.tokens] == document.tokens


def test_tree_of_a_plain_sentence(read: Callable[..., Document]) -> None:
    document = read("The talks in Geneva ended on Friday. Nobody spoke.\nA second paragraph stood here.")
    check(document)
    assert [sentence.paragraph for sentence in document.sentences] == [0, 0, 1]
    assert document.sentences[0].root.lemma == "end"


def test_subject_under_as_is_the_subject(read: Callable[..., Document]) -> None:
    document = read("As a brief lull in attacks on the city is about to end, Ukraine is in a hurry.")
    lull = next(token for token in document.tokens if token.text == "lull")
    assert (lull.dep, lull.head.text) == ("nsubj", "is")
    check(document)


def test_a_very_long_line_is_read_in_pieces() -> None:
    text = "The army shelled the town again. " * 1000
    document = read_document(Article("long", text))
    assert max(span.end - span.start for span in document.paragraphs) <= LONGEST
    assert sum(token.text == "shelled" for token in document.tokens) == 1000
    check(document)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("ISTANBUL, July 22 – Russia signed the deal.", "ISTANBUL, July 22 –"),
        ("KABUL, Afghanistan (Nov. 20, 2011) — Forces captured a leader.", "KABUL, Afghanistan (Nov. 20, 2011) —"),
        ("WASHINGTON (AP) -- The president left.", "WASHINGTON (AP) --"),
        ("BAGHDAD - A bomb exploded.", "BAGHDAD–"),
        ("AP - Two ministers met.", "AP–"),
        ("MOSUL, Iraq -- US and Iraqi troops left.", "MOSUL, Iraq --"),
        ("BAGHDAD : At least six people died.", "BAGHDAD :"),
        ("BANGALORE, DEC 5: The president left.", "BANGALORE, DEC 5:"),
        ("Reuters - Three well-known men were freed.", "Reuters -"),
        ("AFP -- Rebels attacked a town.", "AFP --"),
        ("AFP said that rebels attacked a town.", "AFP said that rebels attacked a town."),
        ("NATO – The alliance met.", "NATO–The alliance met."),
        ("RUSSIA – which invaded – lost.", "RUSSIA – which invaded – lost."),
    ],
)
def test_a_dateline_is_a_sentence_of_its_own(text: str, first: str) -> None:
    document = read_document(Article("wire", text))
    assert document.sentences[0].span.of(document.text) == first
    assert {sentence.paragraph for sentence in document.sentences} == {0}


def test_empty_text_has_no_tokens() -> None:
    assert read_document(Article("empty", " \n\n ")).tokens == []


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    check(read_document(Article("any", text)))
    check(read_plain(Article("any", text)))


def test_spans_lead_back_to_the_article(read: Callable[..., Document]) -> None:
    text = "The “cease – fire” on the Russia – Ukraine border isn’t over."
    document = read(text)
    found = {token.text: document.to_article(token.span).of(text) for token in document.tokens}
    assert found["Ukraine"] == "Ukraine"
    assert found["n't"] == "n’t"


def test_missing_model_says_what_to_do() -> None:
    with pytest.raises(ParserMissing, match=r"not installed. Run `make setup`"):
        load_parser("no_such_pipeline")


@pytest.mark.parametrize(
    ("text", "word", "head"),
    [
        ("Temperatures are expected to drop to minus 26 degrees Celsius starting Sunday.", "degrees", "to"),
        ("A magnitude 6.2 earthquake struck the valley, killing 120 people.", "earthquake", "struck"),
    ],
)
def test_words_that_the_parser_mishears(read: Callable[..., Document], text: str, word: str, head: str) -> None:
    document = read(text)
    assert next(token for token in document.tokens if token.text == word).head.text == head
    assert len(document.sentences) == 1
    check(document)


def test_the_models_objects_are_set_apart_from_the_garbage_collector() -> None:
    load_parser(parser_name())
    assert gc.get_freeze_count() > 10_000


def test_what_a_script_left_unwritten_is_written_at_its_end(tmp_path: Path) -> None:
    """Objects set apart for good would keep the script's own from being closed."""
    script = (
        "from timeline.language.parser import load_parser, parser_name\n"
        "file = open('rows.txt', 'w')\n"
        "def held(): return file\n"
        "load_parser(parser_name())\n"
        "file.write('row')\n"
    )
    root = {"PYTHONPATH": str(Path(__file__).parents[2])}
    subprocess.run([sys.executable, "-c", script], cwd=tmp_path, env={**os.environ, **root}, check=True)
    assert (tmp_path / "rows.txt").read_text() == "row"


@pytest.mark.parametrize(
    ("text", "word", "lemma"),
    [
        ("The army retook the port on Monday.", "retook", "retake"),
        ("Oslo forgave the debt of Chad in May.", "forgave", "forgive"),
        ("The senate overrode the veto of the president.", "overrode", "override"),
        ("Two jets overflew the palace at dawn.", "overflew", "overfly"),
        ("Doha underwrote the wages of the nurses.", "underwrote", "underwrite"),
    ],
)
def test_pasts_that_the_parser_does_not_know(read: Callable[..., Document], text: str, word: str, lemma: str) -> None:
    token = next(token for token in read(text).tokens if token.text == word)
    assert (token.lemma, token.tag) == (lemma, "VBD")


@pytest.mark.parametrize(
    ("text", "word", "lemma"),
    [
        ("Chad and Niger re-opened their border on Monday.", "re-opened", "re-open"),
        ("Oslo co-hosted the talks with Doha.", "co-hosted", "co-host"),
        ("The Re-Establishment of ties with Peru took nine years.", "Re-Establishment", "establishment"),
        ("The premier won re-election in May.", "re-election", "election"),
        ("Pre-trial hearings began at The Hague.", "Pre-trial", "pre-trial"),
    ],
)
def test_words_with_a_prefix_and_a_hyphen_are_whole(
    read: Callable[..., Document], text: str, word: str, lemma: str
) -> None:
    token = next(token for token in read(text).tokens if token.text == word)
    assert token.lemma == lemma


def test_other_hyphens_part_words(read: Callable[..., Document]) -> None:
    assert "free" in [token.text for token in read("Rebel-held Re is no duty-free port.").tokens]
