"""The words that signal events: every line of triggers.csv by its own example and near miss, sentences of our own for
each type, pure statements that must stay silent, and what embeds an act."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Callable
from importlib.resources import files

import pytest

from tests.events.marking import rows
from timeline.events.find import find_scored
from timeline.events.plover import label
from timeline.events.triggers.embedding import outcome
from timeline.events.triggers.find import find_triggers, match, possible_rows
from timeline.events.triggers.lexicon import Line, classes, lines
from timeline.events.triggers.surroundings import Context, Surroundings
from timeline.events.triggers.trigger import Trigger
from timeline.language.document import Document

Read = Callable[..., Document]
TYPES = rows("types.csv")
STATEMENTS = rows("statements.csv")
KINDS = list(csv.DictReader(files("timeline.events").joinpath("types.csv").read_text("utf-8").splitlines()))
EXAMPLES = [line for line in lines() if line.example]
NEAR_MISSES = [line for line in lines() if line.near_miss]
SHOWN = [line for line in EXAMPLES if line.type]


def all_types(document: Document) -> set[str]:
    """Types of the document's triggers and of what they carry."""
    found: set[str] = set()
    for trigger in find_triggers(document):
        one: Trigger | None = trigger
        while one is not None:
            found.add(one.type)
            one = one.carries
    return found


def all_rules(document: Document) -> set[str]:
    """Lines that gave the document's triggers, and what they carry, their type."""
    found: set[str] = set()
    for trigger in find_triggers(document):
        one: Trigger | None = trigger
        while one is not None:
            found.add(one.rule)
            one = one.carries
    return found


def matching(document: Document, line: Line) -> set[int]:
    """Indices of the tokens that a line of triggers.csv, looked at alone, matches."""
    context = Context(document)
    return {
        token.i
        for token in document.tokens
        for row in possible_rows(token).rows
        if row.rule == line.rule and match(token, row, Surroundings(token, context)) is not None
    }


@pytest.mark.parametrize("line", EXAMPLES, ids=[line.rule for line in EXAMPLES])
def test_a_line_matches_its_example(read: Read, line: Line) -> None:
    assert matching(read(line.example), line)


@pytest.mark.parametrize("line", NEAR_MISSES, ids=[line.rule for line in NEAR_MISSES])
def test_a_line_makes_no_event_of_its_near_miss(read: Read, line: Line) -> None:
    """A word that signals nothing alone may match, and a silencing line may take it, as long as no event comes."""
    assert line.rule not in all_rules(read(line.near_miss))


@pytest.mark.parametrize("line", SHOWN, ids=[line.rule for line in SHOWN])
def test_an_example_has_the_type_of_its_line(read: Read, line: Line) -> None:
    assert line.type in all_types(read(line.example))


SILENCING = [line for line in lines() if not line.type and not line.operator]


@pytest.mark.parametrize("line", SILENCING, ids=[line.rule for line in SILENCING])
def test_a_silencing_line_has_the_last_word(read: Read, line: Line) -> None:
    """Where it matches, no other line speaks for that word; where it does not, it keeps out."""
    document = read(line.example)
    silenced = matching(document, line)
    assert silenced
    assert not silenced & {trigger.head.i for trigger in find_triggers(document)}
    assert not matching(read(line.near_miss), line)


@pytest.mark.parametrize("row", TYPES, ids=[row["sentence"] for row in TYPES])
def test_sentences_have_their_type(read: Read, row: dict[str, str]) -> None:
    found = {trigger.type for trigger in find_triggers(read(row["sentence"]))}
    if row["type"].startswith("-"):
        assert row["type"][1:] not in found
    else:
        assert row["type"] in found


def test_pure_statements_are_hardly_ever_events(read: Read) -> None:
    alarms = {
        row["sentence"]: [name for name, _ in find_scored(read(row["sentence"]), [], [], [], [])] for row in STATEMENTS
    }
    wrong = {sentence: names for sentence, names in alarms.items() if names}
    assert len(STATEMENTS) >= 100
    assert len(wrong) <= len(STATEMENTS) // 10, wrong


# One event, not two: the outer word's type, and what it is about.
EMBEDDED = [
    ("The junta agreed to lift the embargo.", "AGREE", "concede"),
    ("Iran threatened to resume shelling.", "THREATEN", "assault"),
    ("Brazil called for a withdrawal of the troops.", "REQUEST", "retreat"),
    ("Germany refused to send aid to the rebels.", "REJECT", "aid"),
    ("Moscow promised to release the prisoners.", "AGREE", "concede"),
    ("Moscow vowed to attack the port.", "THREATEN", "assault"),
    ("The army halted its airstrikes.", "RETREAT", "ceasefire"),
    ("The militia resumed its attacks.", "ASSAULT", "attack"),
    ("The sides held talks.", "CONSULT", "negotiate"),
    ("The judge ordered the release of the editor.", "CONCEDE", "release"),
]


@pytest.mark.parametrize(("text", "kind", "mode"), EMBEDDED, ids=[text for text, _, _ in EMBEDDED])
def test_a_carried_act_is_no_row_of_its_own(read: Read, text: str, kind: str, mode: str) -> None:
    found = [(trigger.type, trigger.mode) for trigger in find_triggers(read(text))]
    assert found == [(kind, mode)]


def test_what_a_denial_carries_keeps_its_type(read: Read) -> None:
    (trigger,) = find_triggers(read("Hamas denied attacking the convoy."))
    assert (trigger.type, trigger.operators) == ("ASSAULT", ("deny",))


def test_a_condemned_attack_stands_beside_its_condemnation(read: Read) -> None:
    found = {trigger.type: trigger for trigger in find_triggers(read("Chile condemned the attack on the embassy."))}
    assert set(found) == {"ACCUSE", "ASSAULT"}
    carrier = found["ASSAULT"].carrier
    assert carrier is not None and carrier.type == "ACCUSE"
    assert found["ACCUSE"].weight > found["ASSAULT"].weight


@pytest.mark.parametrize("row", KINDS, ids=[row["type"] for row in KINDS])
def test_each_type_shows_itself(read: Read, row: dict[str, str]) -> None:
    if row["type"] == "STATEMENT":  # found by who says what, not by triggers.csv
        assert find_triggers(read(row["example"])) == []
    else:
        assert row["type"] in {trigger.type for trigger in find_triggers(read(row["example"]))}


def test_every_line_has_its_example_and_its_near_miss() -> None:
    assert [line.rule for line in lines() if not line.example or not line.near_miss] == []


def test_names_of_lines_are_their_own() -> None:
    counted = Counter(line.rule for line in lines())
    assert max(counted.values()) == 1


def test_no_line_stands_twice() -> None:
    """A merge of two changes to a line keeps both, and the older one undoes what the newer one turns round."""
    counted = Counter((line.example, line.near_miss) for line in lines())
    assert [both for both, times in counted.items() if times > 1] == []


def test_classes_are_not_empty() -> None:
    assert all(words and "" not in words for words in classes().values())


@pytest.mark.parametrize(
    ("operator", "carried", "kind"),
    [
        ("stop", "ASSAULT", "RETREAT"),
        ("stop", "AID", "SANCTION"),
        ("stop", "SANCTION", "CONCEDE"),
        ("promise", "AID", "AGREE"),
        ("promise", "ASSAULT", "THREATEN"),
        ("light", "CONSULT", "CONSULT"),
    ],
)
def test_outcomes(operator: str, carried: str, kind: str) -> None:
    assert outcome(operator, carried)[0] == kind


@pytest.mark.parametrize(
    ("kind", "modality", "polarity", "name"),
    [
        ("CONSULT", "planned", "positive", "AGREE"),
        ("AID", "happened", "negative", "REJECT"),
        ("CONCEDE", "conditional", "positive", "AGREE"),
        ("ASSAULT", "planned", "positive", "THREATEN"),
        ("ASSAULT", "denied", "positive", None),
        ("WEATHER", "forecast", "positive", None),
        ("SANCTION", "happened", "positive", "SANCTION"),
    ],
)
def test_plover_label(kind: str, modality: str, polarity: str, name: str | None) -> None:
    assert label(kind, modality, polarity) == name


def test_a_call_for_sanctions_rallies_opposition_where_a_request_for_them_is_an_appeal() -> None:
    assert label("REQUEST", "demanded", "positive", ("appeal",), carried="SANCTION") == "ACCUSE"
    assert label("REQUEST", "demanded", "positive", ("appeal",), carried="AID") is None
    assert label("REQUEST", "demanded", "positive", ("appeal",)) is None
