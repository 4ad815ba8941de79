"""Small whole articles: an act that the headline, the lede and a later sentence tell is one row; two acts are two."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.events.test_facts import events_of
from timeline.language.document import Document

Read = Callable[..., Document]

ONE_ROW = [
    # a headline and its lede, in the same words and in others
    (
        "Chad blames rebels for blackout\n\nChad has blamed rebels for the blackout that hit its capital.",
        "ACCUSE",
    ),
    (
        "Police break up protest in Lima\n\nPolice in Lima have dispersed a protest against the tax on Monday.",
        "COERCE",
    ),
    (
        "State of emergency in Peru's capital\n\nA state of emergency has been declared in Peru's capital.",
        "COERCE",
    ),
    ("Minister quits\n\nThe woman who ran the ports of Chad has resigned after a year in office.", "CONCEDE"),
    # a toll and what it came of
    ("Nine people were killed when a bomb exploded in Basra on Monday.", "ASSAULT"),
    ("At least two men have been killed after a bomber crashed a truck into a gate.", "ASSAULT"),
    ("Nine people were killed and forty hurt when a ferry sank off Peru.", "DISASTER"),
    ("A gunman opened fire in Lima on Sunday and wounded five people.", "ASSAULT"),
    # the same ambush, told as noun and as verb
    (
        "Nine soldiers were killed in an ambush near Gao. On their way back the soldiers were ambushed by rebels.",
        "ASSAULT",
    ),
    # one quake, one election, told by several words
    ("The quake struck Peru on Monday. Territory hit by the quake was cut off.", "DISASTER"),
    ("The presidential election on Sunday was peaceful. Banda won the election, officials said.", "ELECTION"),
    ("Fourteen people were killed in landslides in Peru. Thirty people were hurt in the landslides.", "DISASTER"),
    # force and its purpose
    ("Police fired in the air to disperse demonstrators in Lima.", "COERCE"),
    # the running story: nothing points back, and nothing sets apart
    (
        (
            "Blast kills nine in Herat\n\nHERAT - A suicide bomber killed at least nine people in an attack on a bank in "
            "Herat on Monday, police said.\n\nThe bomber blew himself up at the gate. The attacker struck as clerks "
            "arrived. Around 40 people were wounded, a doctor said.\n\nThe explosion also damaged a school. Two guards "
            "were among the dead."
        ),
        "ASSAULT",
    ),
    ("Gunmen shot dead nine people in Lima on Monday. Five women were killed. A boy was shot in the leg.", "ASSAULT"),
    ("Three people were killed and nine others injured after a man opened fire in Lima.", "ASSAULT"),
    ("Rebels ambushed an army truck near Gao with a mine and gunfire on Monday.", "ASSAULT"),
    ("Gunmen killed a general in Gao on Monday.\n\nThe attackers opened fire from two cars, police said.", "ASSAULT"),
    ("Nine people were shot when soldiers opened fire in Gao on Monday.", "ASSAULT"),
    ("A student who opened fire in a school in Lima killed a clerk on Monday.", "ASSAULT"),
    ("Gunmen killed several people in Gao on Monday. Nine people were killed, police said.", "ASSAULT"),
    ("Rebels shelled a post near Gao, the army said on Monday, killing nine soldiers.", "ASSAULT"),
    ("A bus flipped over near Lima in an accident that killed nine people.", "DISASTER"),
    ("A bus plunged off a bridge in Peru on Monday. Nine people died. Thirty passengers were injured.", "DISASTER"),
    # a demand said twice in one sentence
    ("The rebels insisted that their leader must first be freed.", "REQUEST"),
]

SEVERAL_ROWS = [
    ("Rebels attack Gao\n\nA day earlier, soldiers attacked the town of Kidal.", "ASSAULT", 2),
    ("Soldiers were ambushed near Gao on Monday. Soldiers were ambushed near Gao on Sunday too.", "ASSAULT", 2),
    ("A quake struck Peru on Monday. A quake struck Chile in 2010.", "DISASTER", 2),
    (
        "Rebels set free 40 soldiers\n\nRebels have set free 40 soldiers. Last week the rebels released 42 soldiers.",
        "CONCEDE",
        2,
    ),
    ("Chad blamed rebels for the blackout. Mali blamed rebels for the blackout.", "ACCUSE", 2),
    # what sets a story of violence apart: a habit, an old blast, another people or place, a foe, a later hour
    ("A bomb killed nine people in Herat on Monday.\n\nRebels have killed hundreds in the province.", "ASSAULT", 2),
    (
        "A bomb killed nine people in Herat on Monday.\n\nA truck bomb killed 60 there in 2009.\n\nThe blast broke windows.",
        "ASSAULT",
        2,
    ),
    ("Gunmen killed nine people in Gao on Monday. Soldiers shot dead two of the gunmen.", "ASSAULT", 2),
    ("A bomb killed nine people in Herat on Monday. Elsewhere, four soldiers were killed.", "ASSAULT", 2),
    ("A bomb killed nine people in Herat on Monday. Two hours later, a bomb wounded a guard.", "ASSAULT", 2),
    ("Gunmen shot the mayor of Gao on Monday. Sixty people were wounded in Kidal.", "ASSAULT", 2),
    ("Rebels have killed nine people since Monday. In the deadliest attack, a bomb killed four.", "ASSAULT", 2),
    (
        (
            "A bomber killed nine people in Herat on Monday. The blast came hours after jets bombed a rebel camp.\n\nThe "
            "bomb also damaged a bus."
        ),
        "ASSAULT",
        2,
    ),
]

NO_ROW = [
    "The coach called up nine players for the rugby clash with Wales after the captain's injury.",
    "The top seed rallied to beat his rival in the semifinal of the tennis championship, his third win of the season.",
    "The new unit is charged with guarding the pipelines.",
    "The clerk, who asked not to be named, had requested anonymity.",
    "The envoy, who declined to be named, was calm.",
    "The soil there is prone to collapse.",
    "The army acted before the rebels could threaten the capital.",
]


@pytest.mark.parametrize(("text", "kind"), ONE_ROW)
def test_one_act_is_one_row(text: str, kind: str, read: Read) -> None:
    assert [event.type for event in events_of(read(text))].count(kind) == 1


@pytest.mark.parametrize(("text", "kind", "number"), SEVERAL_ROWS)
def test_two_acts_are_two_rows(text: str, kind: str, number: int, read: Read) -> None:
    assert [event.type for event in events_of(read(text))].count(kind) == number


@pytest.mark.parametrize("text", NO_ROW)
def test_what_is_no_act(text: str, read: Read) -> None:
    assert not [event.title for event in events_of(read(text)) if event.type != "STATEMENT"]
