"""Facts that must not be made up: what is denied, alleged or refused, and what nobody did."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from timeline.actors.find import find_actors
from timeline.events.find import find_events
from timeline.language.document import Document
from timeline.model import Anchor, Event
from timeline.places.find import find_places
from timeline.quantities.find import find_quantities
from timeline.times.find import find_times

Read = Callable[..., Document]


def events_of(document: Document) -> list[Event]:
    times = find_times(document, Anchor(document.article.published))
    actors = find_actors(document, document.article.published)
    return find_events(document, times, actors, find_places(document, actors), find_quantities(document, times))


def names(event: Event) -> list[str]:
    return [actor.name for actor in event.actors]


def test_a_denial_of_something_else_is_no_attack(read: Read) -> None:
    events = events_of(read("Chile denied that the tariff was linked to an attack on the port."))
    assert [(one.type, one.modality) for one in events if names(one) == ["Chile"]] == [("REJECT", "happened")]


@pytest.mark.parametrize(
    "text",
    [
        "Chile denied that its navy took part in the raid on Lima.",
        "Chile denied that the ceasefire was extended.",
        "Chile denied on Monday that Peru had shelled the port.",
    ],
)
def test_the_denier_is_not_the_actor(read: Read, text: str) -> None:
    (event,) = events_of(read(text))
    assert (event.modality, event.polarity) == ("denied", "negative")
    assert "Chile" not in names(event)


@pytest.mark.parametrize(
    ("text", "involved"),
    [
        ("Chad was involved in the attack on the port.", True),
        ("Chad denied that it was involved in the attack on the port.", False),
        ("Chad was not involved in the attack on the port.", False),
    ],
)
def test_who_is_not_involved_did_not_do_it(text: str, involved: bool, read: Read) -> None:
    attacks = [one for one in events_of(read(text)) if one.type == "ASSAULT" and one.polarity == "positive"]
    assert any("Chad" in names(one) for one in attacks) is involved


def test_the_accused_acts_and_the_accuser_says_so(read: Read) -> None:
    event = next(one for one in events_of(read("Chad accused Niger of attacking it.")) if one.type == "ASSAULT")
    assert (event.modality, names(event), [one.name for one in event.recipients]) == ("alleged", ["Niger"], ["Chad"])
    assert event.attribution is not None
    assert event.attribution.speaker == "Chad"


@pytest.mark.parametrize(
    "text",
    [
        "A magnitude 6.2 earthquake struck northern Chile on Saturday, killing at least 120 people.",
        "Floods in Pakistan killed 120 soldiers.",
        "A bus crash killed 120 soldiers in Peru.",
        "The cyclone left 120 soldiers dead in Cuba.",
        "Wildfires burned 120 homes in Greece.",
        "The storm killed 120 people and destroyed nine homes in Cuba.",
        "A plane crashed in Peru, killing all 120 on board.",
        "At least 120 people were killed and 30 injured when a bus overturned in Peru.",
    ],
)
def test_nobody_does_a_disaster(read: Read, text: str) -> None:
    (event,) = events_of(read(text))
    assert (event.type, event.actors) == ("DISASTER", ())
    assert 120 in [one.low for one in event.quantities]


def test_to_say_that_one_will_not_is_to_refuse(read: Read) -> None:
    event = next(one for one in events_of(read("Chad said it would not return to the talks.")) if one.type == "REJECT")
    assert (event.modality, event.polarity, names(event)) == ("happened", "positive", ["Chad"])
    assert "not return" in event.title


def test_the_size_of_an_attack_is_its_dead_and_no_length(read: Read) -> None:
    (event,) = events_of(read("Chad launched a one-day attack on Biltine with 30 drones, killing three people."))
    assert next((one.kind, one.low) for one in event.quantities) == ("killed", 3)
    assert "duration" not in {one.kind for one in event.quantities}


@pytest.mark.parametrize(
    "text",
    [
        "Naval drones attacked a tanker on Monday.",
        "Air defences shot down 20 drones over Lima.",
        "Kalibr missiles hit a depot in Lima.",
    ],
)
def test_weapons_are_no_parties(read: Read, text: str) -> None:
    (event,) = events_of(read(text))
    words = " ".join(one.name.lower() for one in (*event.actors, *event.recipients))
    assert not {"drones", "defences", "kalibr"} & set(words.split())


# A denied share in an act is the act, denied, with its parties
@pytest.mark.parametrize(
    "text",
    [
        "Chile denied it was behind the attack on the port.",
        "Chile denied being behind the attack on the port.",
        "Chile denied any role in the attack on the port.",
        "Chile denied responsibility for the attack on the port.",
        "Chile denied responsibility for the attacks on the port.",
    ],
)
def test_a_denied_share_in_an_act(read: Read, text: str) -> None:
    (event,) = events_of(read(text))
    assert (event.type, event.modality, event.polarity) == ("ASSAULT", "denied", "negative")
    assert names(event) == ["Chile"]


@pytest.mark.parametrize(
    "text",
    [
        "The ministry dismissed reports that soldiers had been killed.",
        "The ministry rejected claims that its troops had killed ten villagers.",
        "The ministry disputed claims that police fired on the crowd.",
    ],
)
def test_claims_that_are_rejected(read: Read, text: str) -> None:
    event = next(one for one in events_of(read(text)) if one.type == "ASSAULT")
    assert (event.modality, event.polarity) == ("denied", "negative")


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ('"We will lift the ban," Peruvian Foreign Minister Ana Torres said.', "Peru"),
        ('"I will sign the treaty," Ana Torres said.', "Ana Torres"),
    ],
)
def test_who_says_we(text: str, who: str, read: Read) -> None:
    assert [who] in [names(one) for one in events_of(read(text))]


def test_those_hurt_stand_for_the_region_they_were_in(read: Read) -> None:
    events = events_of(read("Israeli strikes on the Gaza Strip killed four farmers."))
    assert [[actor.name for actor in one.recipients] for one in events] == [["farmers"]]


def test_a_meeting_that_nobody_is_said_to_hold_is_of_both(read: Read) -> None:
    (event,) = events_of(read("A meeting was arranged between the Peruvians and the Chileans."))
    assert (names(event), event.recipients) == (["Peruvians", "Chileans"], ())
