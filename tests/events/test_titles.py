"""Titles as a person would write them, from sentences read by the parser."""

from __future__ import annotations

from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

import pytest

from timeline.events.factuality.reality import Reality
from timeline.events.titles.title import LIMIT, make_title
from timeline.language.document import Document, Token
from timeline.language.parse import read_document
from timeline.model import Actor, Article, Place, Quantity, Span

RUSSIA, UKRAINE, KYIV = ("Russia", "state"), ("Ukraine", "state"), ("Kyiv", "state")
PUTIN, ERDOGAN = ("Vladimir Putin", "person"), ("Recep Tayyip Erdogan", "person")


@dataclass
class Case:
    text: str
    trigger: str
    title: str
    type: str = "ASSAULT"
    actors: tuple[tuple[str, str], ...] = ()
    recipients: tuple[tuple[str, str], ...] = ()
    place: str = ""
    modality: str = "happened"
    polarity: str = "positive"
    carries: bool = False
    at: str = ""  # the words that name the first actor, where they are not its name


CASES = [
    Case(
        "Russian missiles struck the port of Odesa on Saturday, a day after Moscow signed the deal.",
        "struck",
        "Russian missiles strike port of Odesa",
        actors=(RUSSIA,),
    ),
    Case(
        "It launched a massive missile attack on Ukraine's energy grid early on Friday.",
        "launched a massive missile attack",
        "Russia launches massive missile attack on Ukraine's energy grid",
        actors=(RUSSIA,),
        at="It",
    ),
    Case(
        "Turkish President Recep Tayyip Erdogan will meet Vladimir Putin in Sochi next week.",
        "meet",
        "Erdogan to meet Putin in Sochi",
        "CONSULT",
        (ERDOGAN, PUTIN),
        modality="planned",
    ),
    Case(
        "Four civilians were killed in a drone attack near Kherson on Monday.",
        "killed",
        "Four civilians killed in drone attack near Kherson",
    ),
    Case(
        "Russia denied striking the port of Odesa.",
        "striking",
        "Russia denies striking port of Odesa",
        actors=(RUSSIA,),
        modality="denied",
    ),
    Case(
        "The president may travel to Beijing in May.",
        "travel",
        "President may travel to Beijing",
        "CONSULT",
        modality="conditional",
    ),
    Case("Iran did not attend the conference.", "attend", "Iran does not attend conference", polarity="negative"),
    Case(
        "The army allegedly shelled two villages.", "shelled", "Army allegedly shells two villages", modality="alleged"
    ),
    Case(
        "Ukrainian officials emphasized that there is no official cease-fire.",
        "emphasized",
        "Ukrainian officials: no official cease-fire",
        "STATEMENT",
    ),
    Case(
        "The Kremlin said Putin agreed to a personal request from Trump to stop the airstrikes on Kyiv until February 1.",
        "request",
        "Trump asks Putin to stop airstrikes on Kyiv",
        "REQUEST",
        (("Donald Trump", "person"),),
        (PUTIN,),
        at="Trump",
    ),
    Case(
        "The lull in Russian attacks on Kyiv surprised the diplomats who had gathered there.",
        "lull",
        "Lull in Russian attacks on Kyiv",
        "RETREAT",
        (RUSSIA,),
    ),
    Case(
        "Talks between the two sides will be held in Geneva on Monday.",
        "Talks",
        "Talks between two sides to be held in Geneva",
        "CONSULT",
        modality="planned",
    ),
    Case(
        "We must strengthen the protection of our cities, he wrote.",
        "strengthen",
        "Ukraine must strengthen protection of cities",
        "REQUEST",
        (UKRAINE,),
        modality="demanded",
        at="We",
    ),
    Case(
        "The United States imposed sanctions on 12 Iranian companies and their owners, accusing them of helping.",
        "imposed sanctions",
        "United States imposes sanctions on 12 Iranian companies and owners",
        "SANCTION",
    ),
]


def title_of(case: Case) -> str:
    document = read_document(Article("one", case.text))
    tokens = document.tokens_in(_span(case.text, case.trigger))
    head = _head(tokens)
    trigger: Any = SimpleNamespace(
        head=head,
        real=head,
        first=tokens[0],
        last=tokens[-1],
        type=case.type,
        mode="",
        operators=(),
        carries=True if case.carries else None,
    )
    actors = [_actor(document, one, case.at if k == 0 else "") for k, one in enumerate(case.actors)]
    recipients = [_actor(document, one, "") for one in case.recipients]
    place = Place(Span(0, 1), case.place) if case.place else None
    reality = Reality(case.modality, case.polarity)
    return make_title(document, trigger, actors, recipients, place, (), reality)


def _span(text: str, words: str) -> Span:
    start = max(text.find(words), 0)
    return Span(start, start + len(words))


def _head(tokens: list[Token]) -> Token:
    if tokens[-1].pos == "NOUN":
        return tokens[-1]
    inside = {token.i for token in tokens}
    return next(token for token in tokens if token.is_root or token.head.i not in inside)


def _actor(document: Document, who: tuple[str, str], words: str) -> Actor:
    name, kind = who
    return Actor(_span(document.text, words or name), name.lower(), name, kind=kind)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_title(case: Case) -> None:
    assert title_of(case) == case.title


def test_degrees_are_written_with_their_sign() -> None:
    text = "Temperatures in Kyiv are expected to drop to minus 26 degrees Celsius."
    document = read_document(Article("one", text))
    drop = next(token for token in document.tokens if token.text == "drop")
    trigger: Any = SimpleNamespace(
        head=drop, real=drop, first=drop, last=drop, type="WEATHER", mode="", carries=None, operators=()
    )
    cold = Quantity(_span(text, "minus 26 degrees Celsius"), "temperature", -26, -26, "degC")
    reality = Reality("forecast")
    title = make_title(document, trigger, (), (), None, (cold,), reality)
    assert title == "Temperatures in Kyiv expected to drop to −26 °C"


def test_no_title_is_longer_than_a_line() -> None:
    text = (
        "The extraordinarily long-winded intergovernmental commission for the reconstruction of bridges condemned "
        "the unprecedented, uninterrupted, unimaginably destructive bombardment of the northern harbour installations."
    )
    for trigger in ("condemned", "bombardment", "commission"):
        title = title_of(Case(text, trigger, ""))
        assert 10 < len(title) <= LIMIT
        assert not title.endswith((" the", " of", " of the…"))


def test_markup_stays_plain_text() -> None:
    title = title_of(Case("<b>Rebels</b> attacked the =cmd() camp.", "attacked", ""))
    assert "\n" not in title
    assert len(title) <= LIMIT
