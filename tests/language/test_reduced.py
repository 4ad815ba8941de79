"""Participles, nouns and joined verbs that the parser hangs on the wrong word: who does what after the mends."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from timeline.events.syntax.arguments import objects, surface_subjects
from timeline.language.document import Document, Token

Read = Callable[..., Document]


def word(document: Document, text: str) -> Token:
    return next(one for one in document.tokens if one.text == text)


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("The nine people granted amnesty by the king left the prison on Monday.", "left", "people"),
        ("Three journalists denied entry to the zone said they would sue.", "said", "journalists"),
        ("President Clinton on Friday imposed sanctions on Sudan.", "imposed", "Clinton"),
        ("General Ruiz has written to General Vaz demanding that he end the siege.", "demanding", "Ruiz"),
        ("The envoy said that the sanctions were illegal and accused Chad of bad faith.", "accused", "envoy"),
        ("The envoy said the gas was made in Chad and accused the army of fraud.", "accused", "envoy"),
        ("The party says the charges are false and has vowed to march.", "vowed", "party"),
        ("Thousands of protesting farmers blocked a road.", "blocked", "Thousands"),
        ("The U.S. and human rights activists condemned it.", "condemned", "U.S."),
        ("A crowd marched through cities across Burma demanding a vote.", "demanding", "crowd"),
        (
            "Chad is sabotaging the peace process, the Libyan foreign minister charged in a speech.",
            "charged",
            "minister",
        ),
        ("Riga is in breach of the pact by keeping troops there, the chief envoy said on Monday.", "said", "envoy"),
        ("Iran dismissed reports that it had armed the rebels, accusing Chad of lies.", "accusing", "Iran"),
        # Near misses: what is read as it stands.
        ("Police freed Ana Torres, a lawyer charged in May over the riot.", "freed", "Police"),
        ("The king granted amnesty to nine people, the palace said.", "granted", "king"),
        ("The minister denied entry to the reporters as they arrived.", "denied", "minister"),
        ("The envoy said that the minister was angry and accused Chad of bad faith.", "accused", "minister"),
        ("US and Iraqi forces raided the town.", "raided", "forces"),
    ],
)
def test_who_does_it(read: Read, text: str, verb: str, subject: str) -> None:
    assert surface_subjects(word(read(text), verb))[0].text == subject


@pytest.mark.parametrize(
    ("text", "verb", "met"),
    [
        ("Workers released about 200 executives held hostage for three days.", "released", "executives"),
        ("The rebels seized two executives and held them hostage.", "seized", "executives"),
        ("Iran on Monday dismissed as unfounded American allegations that it arms rebels.", "dismissed", "allegations"),
        ("The envoy described as a sham the vote in Chad.", "described", "vote"),
        ("The envoy described the vote as illegal acts of violence.", "described", "vote"),
    ],
)
def test_whom_it_meets(read: Read, text: str, verb: str, met: str) -> None:
    assert met in [one.text for one in objects(word(read(text), verb))]


@pytest.mark.parametrize(
    ("text", "act", "above"),
    [
        ("There was no sign troops had left the town.", "left", "sign"),
        ("The council has pressed Peru for years to withdraw from the village.", "withdraw", "pressed"),
        ("The senator went so far as to call for a vote.", "call", "went"),
        ("The firms should be suspended, investigated and fined.", "investigated", "suspended"),
        ("The court gave him two days to leave.", "leave", "days"),
        ("Citizens voted despite the Pine Party boycotting the poll.", "boycotting", "Party"),
        ("He left in response to the premier threatening a strike.", "threatening", "premier"),
    ],
)
def test_where_it_hangs(read: Read, text: str, act: str, above: str) -> None:
    assert word(read(text), act).head.text == above
