"""Mentions of one event in one article: what is joined, what stays apart, and what the joined event keeps."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

import pytest

from timeline.events.coreference.concepts import find_concept, read_concepts
from timeline.events.coreference.mentions import join_mentions
from timeline.language.document import Document
from timeline.language.parse import read_document
from timeline.model import Actor, Article, Attribution, Event, Evidence, Interval, Place, Quantity, Span

RUSSIA = Actor(Span(0, 1), "RUS", "Russia", "RUS", "GOV", "state")
UKRAINE = Actor(Span(0, 1), "UKR", "Ukraine", "UKR", "GOV", "state")
ISRAEL = Actor(Span(0, 1), "ISR", "Israel", "ISR", "GOV", "state")
KYIV = Place(Span(0, 1), "Kyiv", "UKR", 50.45, 30.52)
ODESA = Place(Span(0, 1), "Odesa", "UKR", 46.48, 30.73)
MONDAY = Interval(datetime(2024, 1, 15), datetime(2024, 1, 16), "day")
SUNDAY = Interval(datetime(2024, 1, 14), datetime(2024, 1, 15), "day")

Told = tuple[str, str, dict[str, object]]


def events_of(document: Document, told: Sequence[Told]) -> list[Event]:
    """Events whose triggers are the given words, each looked for after the one before."""
    at, events = 0, []
    for words, type_, facts in told:
        start = document.text.index(words, at)
        at = start + len(words)
        trigger = Span(start, at)
        evidence = Evidence("one", trigger, words)
        base = Event(f"id{start}", type_, "", words, trigger, words, None, "none", "", evidence)
        events.append(_with(base, {**facts, **_placed(document.text, facts)}))
    return events


def _placed(text: str, facts: dict[str, object]) -> dict[str, object]:
    """The place with the span of its name in the text."""
    place = facts.get("place")
    if not isinstance(place, Place):
        return {}
    start = text.find(place.name)
    return {"place": replace(place, span=Span(start, start + len(place.name)))}


def _with(event: Event, facts: dict[str, object]) -> Event:
    changes = dict(facts)
    if "time" in changes:
        changes.setdefault("time_basis", "explicit")
    return replace(event, **changes)  # type: ignore[arg-type]


def join(text: str, *told: Told) -> list[list[str]]:
    """The words of each joined event: its trigger first, then its mentions."""
    document = read_document(Article("one", text))
    joined = join_mentions(document, events_of(document, told))
    return [[event.trigger_text, *(span.of(document.text) for span in event.mentions)] for event in joined]


STRUCK = {"actors": (RUSSIA,), "place": ODESA}
JOINED = {
    "a definite noun": (
        "Russia struck the port of Odesa on Monday. The attack damaged a pier.",
        ("struck", "ASSAULT", {**STRUCK, "time": MONDAY}),
        ("attack", "ASSAULT", {}),
    ),
    "other words for the same": (
        "A lull in Russian attacks on Kyiv surprised many. Experts doubt the halt. This pause is short.",
        ("lull", "RETREAT", {"actors": (RUSSIA,)}),
        ("halt", "RETREAT", {}),
        ("pause", "RETREAT", {}),
    ),
    "what an article tells of once, though indefinite": (
        "Russia paused its strikes on Kyiv. Putin had agreed to a week-long pause, the Kremlin said.",
        ("paused", "RETREAT", {"actors": (RUSSIA,), "place": KYIV}),
        ("pause", "RETREAT", {"actors": (RUSSIA,)}),
    ),
    "an effect with its cause as subject": (
        "Russia launched an airstrike on Odesa. The airstrike killed two people.",
        ("airstrike", "ASSAULT", STRUCK),
        ("airstrike", "ASSAULT", {}),
        ("killed", "ASSAULT", {}),
    ),
    "an effect as participle": (
        "Russia shelled Odesa, killing two people.",
        ("shelled", "ASSAULT", STRUCK),
        ("killing", "ASSAULT", {"actors": (RUSSIA,)}),
    ),
    "an effect in a passive": (
        "Two people were killed in a Russian airstrike on Odesa.",
        ("killed", "ASSAULT", {}),
        ("airstrike", "ASSAULT", STRUCK),
    ),
}
APART = {
    "another one": (
        "Russia struck Odesa on Monday. Another attack followed.",
        ("struck", "ASSAULT", {**STRUCK, "time": MONDAY}),
        ("attack", "ASSAULT", {}),
    ),
    "another day": (
        "Russia struck Odesa on Monday. The attack on Sunday was worse.",
        ("struck", "ASSAULT", {**STRUCK, "time": MONDAY}),
        ("attack", "ASSAULT", {"time": SUNDAY}),
    ),
    "another place": (
        "Russia struck Odesa. The attack on Kyiv was worse.",
        ("struck", "ASSAULT", STRUCK),
        ("attack", "ASSAULT", {"place": KYIV}),
    ),
    "another party": (
        "Russia struck Odesa. The Israeli attack was condemned too.",
        ("struck", "ASSAULT", STRUCK),
        ("attack", "ASSAULT", {"actors": (ISRAEL,)}),
    ),
    "another count": (
        "An attack killed four. The attack with nine dead was condemned.",
        ("attack", "ASSAULT", {"quantities": (Quantity(Span(0, 1), "killed", 4, 4, "people"),)}),
        ("attack", "ASSAULT", {"quantities": (Quantity(Span(0, 1), "killed", 9, 9, "people"),)}),
    ),
    "another length": (
        "Kyiv proposed a 30-day ceasefire. The three-day ceasefire of Moscow is not enough.",
        ("ceasefire", "RETREAT", {}),
        ("ceasefire", "RETREAT", {}),
    ),
    "two attacks, indefinite": (
        "Russia launched an attack on Odesa. In the evening an attack hit the harbour.",
        ("attack", "ASSAULT", STRUCK),
        ("attack", "ASSAULT", STRUCK),
    ),
    "denied": (
        "Russia struck Odesa. Moscow denied the attack.",
        ("struck", "ASSAULT", STRUCK),
        ("attack", "ASSAULT", {"modality": "denied"}),
    ),
    "several, then one": (
        "Attacks on ships continued. The attack of Monday sank a tanker.",
        ("Attacks", "ASSAULT", {}),
        ("attack", "ASSAULT", {}),
    ),
    "statements": (
        "He spoke about the talks. The statement surprised many.",
        ("spoke", "STATEMENT", {}),
        ("statement", "STATEMENT", {}),
    ),
    "kinds": (
        "A shooting in Odesa left one dead. The stabbing came later.",
        ("shooting", "ASSAULT", {}),
        ("stabbing", "ASSAULT", {}),
    ),
}


@pytest.mark.parametrize("name", JOINED)
def test_joined(name: str) -> None:
    text, *told = JOINED[name]
    assert len(join(text, *told)) == 1  # type: ignore[arg-type]


@pytest.mark.parametrize("name", APART)
def test_apart(name: str) -> None:
    text, *told = APART[name]
    assert len(join(text, *told)) == len(told)  # type: ignore[arg-type]


def test_a_verb_said_again_of_one_thing() -> None:
    text = "A lull in Russian attacks is about to end. Once the pause ends, the strikes will resume."
    assert join(
        text,
        ("lull", "RETREAT", {"actors": (RUSSIA,)}),
        ("end", "OTHER", {}),
        ("pause", "RETREAT", {}),
        ("ends", "OTHER", {}),
    ) == [["lull", "pause"], ["end", "ends"]]


def test_a_verb_said_again_of_another_thing() -> None:
    text = "The lull is about to end. The summit ends on Monday."
    assert (
        len(join(text, ("lull", "RETREAT", {}), ("end", "OTHER", {}), ("summit", "CONSULT", {}), ("ends", "OTHER", {})))
        == 4
    )


def test_an_effect_does_not_lead() -> None:
    text = "Russia attacked Odesa overnight, wounding twelve people and destroying a silo."
    assert join(
        text,
        ("attacked", "ASSAULT", STRUCK),
        ("wounding", "ASSAULT", {"actors": (RUSSIA,)}),
        ("destroying", "ASSAULT", {}),
    ) == [["attacked", "wounding", "destroying"]]


def test_start_is_counted_back_from_a_length() -> None:
    text = "Putin agreed to stop the strikes until February 1. Experts doubt the week-long pause."
    document = read_document(Article("one", text))
    until = Interval(None, datetime(2026, 2, 2), "day")
    told: list[Told] = [
        (
            "stop",
            "RETREAT",
            {"actors": (RUSSIA,), "time": until, "time_text": "until February 1", "modality": "planned"},
        ),
        ("pause", "RETREAT", {"modality": "ongoing"}),
    ]
    (event,) = join_mentions(document, events_of(document, told))
    assert event.time == Interval(datetime(2026, 1, 25), datetime(2026, 2, 2), "day", approximate=True)
    assert (event.trigger_text, event.modality) == ("stop", "ongoing")
    assert "counted back" in event.time_why
    assert [(one.kind, one.low, one.unit) for one in event.quantities] == [("duration", 7, "day")]


def test_who_only_names_the_event_is_not_its_speaker() -> None:
    text = "Russia struck Odesa. Despite the attack, talks go on, Paris said."
    document = read_document(Article("one", text))
    said = {"attribution": Attribution(Span(0, 1), "Paris")}
    (event,) = join_mentions(
        document, events_of(document, [("struck", "ASSAULT", STRUCK), ("attack", "ASSAULT", said)])
    )
    assert event.attribution is None


def test_who_tells_it_again_is_its_speaker() -> None:
    text = "The lull is about to end. Once the pause ends, the strikes will resume, she said."
    document = read_document(Article("one", text))
    said = {"attribution": Attribution(Span(0, 1), "Filipetti")}
    told: list[Told] = [
        ("lull", "RETREAT", {}),
        ("end", "OTHER", {}),
        ("pause", "RETREAT", {}),
        ("ends", "OTHER", said),
    ]
    _, end = join_mentions(document, events_of(document, told))
    assert end.attribution == said["attribution"]


@pytest.mark.parametrize("name", [*JOINED, *APART])
def test_the_order_of_the_events_does_not_matter(name: str) -> None:
    text, *told = {**JOINED, **APART}[name]
    document = read_document(Article("one", text))
    events = events_of(document, told)  # type: ignore[arg-type]
    shuffled = list(events)
    random.Random(1).shuffle(shuffled)
    assert join_mentions(document, shuffled) == join_mentions(document, events)


@pytest.mark.parametrize("row", read_concepts(), ids=lambda row: f"{row['family']} {row['kind']}".strip())
def test_concept_examples(row: dict[str, str]) -> None:
    type_ = (row["types"].split() or ["OTHER"])[0]
    found = find_concept(row["example"], type_)
    assert (found.family, found.kind) == (row["family"], row["kind"])
    if row["near_miss"]:
        assert find_concept(row["near_miss"], type_).family != row["family"]


# (text, events told): what one act does to people is one event; another place or day is another
HARMS = [
    ("Gunmen killed nine people and wounded three at a market.", ["killed wounded"]),
    ("Nine people were killed and 30 others were wounded on Monday.", ["killed wounded"]),
    ("At least nine people were killed and 30 wounded.", ["killed wounded"]),
    ("Gunmen killed nine people and the army wounded three gunmen.", ["killed", "wounded"]),
]


@pytest.mark.parametrize(("text", "events"), HARMS, ids=[text for text, _ in HARMS])
def test_harms_of_one_act(text: str, events: list[str]) -> None:
    told = [(word, "ASSAULT", {}) for word in ("killed", "wounded")]
    assert [" ".join(words) for words in join(text, *told)] == events
