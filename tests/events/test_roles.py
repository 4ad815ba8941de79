"""Who did it and to whom, over sentences of our own: the parties that a row names, and no others. Names are matched by
words of the mention or of the resolved name."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.events.marking import rows
from timeline.actors.find import find_actors
from timeline.events.find import index_actors
from timeline.events.roles.find import Roles, find_roles
from timeline.events.triggers.find import find_triggers
from timeline.language.document import Document
from timeline.model import Actor

Read = Callable[..., Document]
ROLES = rows("roles.csv")


def roles_of(document: Document, kind: str) -> Roles:
    actors_at = index_actors(document, find_actors(document))
    trigger = max((one for one in find_triggers(document) if one.type == kind), key=lambda one: one.weight)
    return find_roles(trigger, actors_at, document)


def missing(names: str, actors: tuple[Actor, ...], text: str) -> list[str]:
    words = [f"{one.name} {one.span.of(text)}".lower() for one in actors]
    return [name for name in names.split(";") if name and not any(name.lower() in word for word in words)]


def extra(names: str, actors: tuple[Actor, ...], text: str) -> list[str]:
    words = [f"{one.name} {one.span.of(text)}".lower() for one in actors]
    return [word for word in words if not any(name and name.lower() in word for name in names.split(";"))]


@pytest.mark.parametrize("row", ROLES, ids=[row["sentence"] for row in ROLES])
def test_parties(read: Read, row: dict[str, str]) -> None:
    document = read(row["sentence"])
    found = roles_of(document, row["type"])
    assert missing(row["actors"], found.actors, document.text) == []
    assert missing(row["recipients"], found.recipients, document.text) == []
    assert extra(row["actors"], found.actors, document.text) == []
    assert extra(row["recipients"], found.recipients, document.text) == []


def test_a_meeting_of_two_has_no_recipient(read: Read) -> None:
    found = roles_of(read("France and Greece held talks in Rome."), "CONSULT")
    assert found.reciprocal
    assert len(found.actors) == 2
    assert found.recipients == ()


def test_nobody_is_both(read: Read) -> None:
    found = roles_of(read("Russia accused Russia of lying."), "ACCUSE")
    assert not {one.span for one in found.actors} & {one.span for one in found.recipients}


def test_the_speaker_is_not_the_actor(read: Read) -> None:
    found = roles_of(read("Spain said Turkey had arrested nine reporters."), "COERCE")
    assert [one.name for one in found.actors] != ["Spain"]
