"""Who says what: sentences of our own, the examples of the word tables, and quotes that run on."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from importlib.resources import files

import pytest

from tests.events.marking import marked_token, rows, unmarked
from timeline.events.speech.attribution import find_attributions, index_speakers, outermost, speaker_at
from timeline.language.document import Document
from timeline.language.quotes import find_quotes
from timeline.model import Actor, Attribution, Span

Read = Callable[..., Document]
SENTENCES = rows("attribution.csv")
SPEAKERS = rows("speakers.csv")
TABLES = ("speech_verbs.csv", "speech_nouns.csv", "speech_adjectives.csv")
EXAMPLES = [
    row["example"]
    for table in TABLES
    for row in csv.DictReader(files("timeline.events.cues").joinpath(table).read_text("utf-8").splitlines())
]


def pieces(text: str) -> list[str]:
    return re.findall(r"\{([^}]*)\}", text)


def plain(text: str) -> str:
    return text.replace("{", "").replace("}", "")


def said(document: Document, one: Attribution) -> list[str]:
    return [part.of(document.text) for part in one.parts or (one.span,)]


@pytest.mark.parametrize("row", SENTENCES, ids=[row["text"] for row in SENTENCES])
def test_sentence(row: dict[str, str], read: Read) -> None:
    document = read(plain(row["text"]))
    found = find_attributions(document, [])
    assert (pieces(row["text"]), row["speaker"]) in [(said(document, one), one.speaker) for one in found]


@pytest.mark.parametrize("example", EXAMPLES)
def test_example_of_a_table(example: str, read: Read) -> None:
    document = read(plain(example))
    assert pieces(example) in [said(document, one) for one in find_attributions(document, [])]


# Who gives an event its speaker
@pytest.mark.parametrize("row", SPEAKERS, ids=[row["text"] for row in SPEAKERS])
def test_speaker_of_an_event(row: dict[str, str], read: Read) -> None:
    document = read(unmarked(row["text"]))
    attributions = find_attributions(document, [])
    token = marked_token(document, row["text"])
    found = index_speakers(document, attributions).get(token.i)
    assert (found.speaker if found else "") == row["speaker"]
    assert found == speaker_at(attributions, token)


def test_a_long_list_of_speakers_names_the_first(read: Read) -> None:
    text = ", ".join(f"Ana T{number}" for number in range(400)) + " and Ana Ruiz said the bridge was safe."
    assert all(one.speaker.count(" and ") <= 1 for one in find_attributions(read(text), []))


# Near misses: nobody is quoted
@pytest.mark.parametrize(
    "text",
    [
        "The army shelled the port on Monday.",
        'The ship, a "floating hotel", left the port.',
        "In order to leave, the crew cut the ropes.",
        "The road goes according to the map.",
    ],
)
def test_nobody_says_it(text: str, read: Read) -> None:
    assert not [one for one in find_attributions(read(text), []) if one.report and one.direct]


def test_a_quote_goes_on_in_the_next_paragraphs(read: Read) -> None:
    text = '"The bridge is shut," Ana Torres said.\n\n"We will rebuild it. \n\n"It will take a year."'
    document = read(text)
    (one,) = [one for one in find_attributions(document, []) if one.direct]
    assert one.speaker == "Ana Torres"
    assert one.parts[-1].of(document.text) == '"It will take a year."'


def test_an_unattributed_quote_is_the_paragraphs_speakers(read: Read) -> None:
    document = read('"Only time will tell," Torres said. "The bridge may never open again."')
    (one,) = [one for one in find_attributions(document, []) if one.direct]
    assert [part.of(document.text) for part in one.parts] == [
        '"Only time will tell,"',
        '"The bridge may never open again."',
    ]


def test_what_follows_a_quote_is_the_writers(read: Read) -> None:
    text = 'The mayor said at the port, "I believe we are very close," showing optimism about the talks.'
    document = read(text)
    talks = next(token for token in document.tokens if token.lower == "talks")
    assert speaker_at(find_attributions(document, []), talks) is None


def test_the_innermost_speaker(read: Read) -> None:
    document = read("The agency said that the mayor had announced that the bridge was shut.")
    found = find_attributions(document, [])
    token = next(token for token in document.tokens if token.lower == "shut")
    one = speaker_at(found, token)
    assert one is not None
    assert one.speaker == "the mayor"
    assert index_speakers(document, found)[token.i] == one
    assert [one.speaker for one in outermost(found)] == ["the agency"]


# A mere attitude gives an event no speaker
@pytest.mark.parametrize(
    "text", ["The mayor wants to rebuild the bridge.", "The bishop condemned the killing of three farmers."]
)
def test_attitudes_are_no_reports(text: str, read: Read) -> None:
    assert not any(one.report for one in find_attributions(read(text), []))


def test_the_speaker_is_the_actor_who_stands_there(read: Read) -> None:
    text = "She said the bridge was safe."
    actor = Actor(Span(0, 3), "", "Ana Torres", "ESP", "GOV", "person", implied=True)
    (one,) = find_attributions(read(text), [actor])
    assert one.speaker == "Ana Torres"


def test_a_pronoun_is_the_last_person_who_spoke(read: Read) -> None:
    found = find_attributions(read("Maria Lopez said the bridge was safe. She added that trains would run."), [])
    assert [one.speaker for one in found] == ["Maria Lopez", "Maria Lopez"]


# Marks: curly and straight, nested, never closed, inches
@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ('"One," he said. "Two."', ['"One,"', '"Two."']),
        ("“One,” he said.", ['"One,"']),
        ("“She called it “a trap” and left,” he said.", ['"She called it "a trap" and left,"']),
        ('He said: "It is over', ['"It is over']),
        ('A 15" gun stood on the hill.', []),
        ("”", []),
        ("‘One of us must go,’ he said. ‘It’s not safe.’", ["'One of us must go,'", "'It's not safe.'"]),
        ("The boys' team lost. 'Em and us', they sang at the '90s bar.", []),
        (  # two paragraphs run together, the first left open
            'He said no. "We lost. "We go home now." Rain fell.',
            ['"We lost. ', '"We go home now."'],
        ),
    ],
)
def test_quotes(text: str, quotes: list[str], read: Read) -> None:
    document = read(text)
    assert [quote.span.of(document.text) for quote in find_quotes(document)] == quotes


def test_spans_quote_the_text_whatever_the_marks(read: Read) -> None:
    document = read('" " said. ""He "said" that " he\n\n" according to " to " said: ""')
    for one in find_attributions(document, []):
        assert 0 <= one.span.start < one.span.end <= len(document.text)


@pytest.mark.parametrize(
    "text", ["The army shelled a camp. according to the BBC", "According to the BBC", "In a tweet."]
)
def test_an_adjunct_alone_says_nothing(text: str, read: Read) -> None:
    assert not find_attributions(read(text), [])
