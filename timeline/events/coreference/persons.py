"""What befalls one person once in an article: an arrest, a trial, a death, a resignation. Told again of the same person, it is
the same event: "police arrested Bello … Bello was detained as he left home"."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.events.coreference.agreement import ANYBODY
from timeline.events.syntax.relatives import names_people
from timeline.language.document import Document, Token
from timeline.model import Actor, Event

FATES = frozenset("detention release trial charge abduction death resignation appointment".split())
KILLING = frozenset("kill shoot murder assassinate slay behead execute".split())
STRIKERS = frozenset("suspect attacker assailant gunman gunmen shooter bomber killer perpetrator".split())
SEPARATE = frozenset("separate another different separately elsewhere also too already previously".split())
LOOKING_BACK = frozenset({"had", "already", "previously"})
DOERS = frozenset({"resignation", "appointment", "death"})  # families of what a person himself does


@dataclass(frozen=True, slots=True)
class Fate:
    """Whom it befalls: ids or names in lower case, those of persons named or meant by a pronoun ("she") in `known`, and
    those that the text names here for the first time in `new`; `before` where the verb looks back ("had been jailed", "has already been jailed")."""

    persons: frozenset[str] = frozenset()
    known: frozenset[str] = frozenset()
    new: frozenset[str] = frozenset()
    before: bool = False
    named: tuple[frozenset[str], ...] = ()
    introduced: int = -1  # the sentence that first names whom it befalls


NOBODY = Fate()


def fate_of(document: Document, event: Event, head: Token, family: str) -> Fate:
    if family not in FATES and head.lemma not in KILLING:
        return NOBODY
    met = (*event.recipients, *event.actors) if family in DOERS else event.recipients
    fell = head.lemma in KILLING or family == "death"
    persons = [one for one in met if one.kind == "person" or (fell and _is_one_person(document, one))]
    if not persons:
        return NOBODY
    known = [one for one in persons if _is_known(document, one)]
    start = head.sentence.tokens[0].start
    new = [one for one in known if one.name[:1].isupper() and document.text.find(one.name.split()[-1], 0, start) < 0]
    meant = {MEANT} if any(_is_meant(document, one, fell=fell) for one in persons) else frozenset()
    if not SEPARATE.isdisjoint({one.lower for one in head.sentence.tokens}):
        meant, new = frozenset(), []  # "in a separate case"
    had = any(one.lower in LOOKING_BACK for one in head.children_by("aux", "advmod"))
    named = [frozenset(one.name.lower().split()) for one in known if one.name[:1].isupper() and not fell]
    struck = {one.name.lower() for one in persons if fell and _is_the_one(document, one)}
    names = [one.name.split()[-1] for one in known if one.name[:1].isupper()] if meant or new or known else []
    introduced = _first_named(document, names[0]) if len(names) == 1 and (new or not meant) else -1
    separate = not SEPARATE.isdisjoint({one.lower for one in head.sentence.tokens})
    return Fate(
        _keys(persons), _keys(known) | meant | struck, _keys(new), had, tuple(named), -1 if separate else introduced
    )


def _is_one_person(document: Document, person: Actor) -> bool:
    """One man or woman by a common noun: "a settler"."""
    tokens = document.tokens_in(person.span)
    return bool(tokens) and tokens[-1].tag == "NN" and names_people(tokens[-1])


def _is_the_one(document: Document, person: Actor) -> bool:
    """ "A gunman died … the gunman was found dead", "killed a settler … shot the settler dead": by the same word."""
    tokens = document.tokens_in(person.span)
    return _is_one_person(document, person) and any(one.lower == "the" for one in tokens[-1].children)


def _first_named(document: Document, name: str) -> int:
    at = document.text.find(name)
    return next((one.index for one in document.sentences if one.span.start <= at < one.span.end), -1)


MEANT = "*"  # "the man", "the suspect": whoever was told of


def is_fate_again(one: Fate, other: Fate, sentences: int) -> bool:
    """The same person; or one who is named in the very next sentence: "a minister quit on Friday. Walter Ortiz stepped down
    over …"."""
    if other.before and not one.before:
        return False
    if one.persons & other.known or (MEANT in other.known and one.persons and sentences <= 2):
        return True
    return bool(sentences == 1 and other.new and one.persons and not one.known)


def is_named_after(one: Fate, other: Fate, sentence: int) -> bool:
    """ "A suspect was detained. Ali Khan faces ten years. Khan was arrested on May 2": whom the next sentence names."""
    return other.introduced == sentence + 1 and bool(one.persons) and not one.known and not other.before


def befell_others(one: Fate, other: Fate) -> bool:
    """ "Charged Ali Khan with murder", "charged Omar Khan with fraud": both name people, and none is the same."""
    return bool(one.named and other.named) and not any(
        mine <= theirs or theirs <= mine for mine in one.named for theirs in other.named
    )


def _is_known(document: Document, person: Actor) -> bool:
    tokens = document.tokens_in(person.span)
    if not tokens:
        return False
    pointed = person.implied and any(one.lower == "the" for one in tokens[-1].children)
    return pointed or tokens[-1].pos in ("PROPN", "PRON")


def _is_meant(document: Document, person: Actor, *, fell: bool) -> bool:
    """Not the one who struck, where people fell: "A policeman was shot. The attacker was killed"."""
    tokens = document.tokens_in(person.span)
    if fell and tokens and tokens[-1].lemma in STRIKERS:
        return False
    aged = person.name.lower().endswith("year-old")
    return (
        bool(tokens)
        and (aged or tokens[-1].lemma in ANYBODY)
        and any(one.lower == "the" for one in tokens[-1].children)
    )


def _keys(persons: list[Actor]) -> frozenset[str]:
    return frozenset(one.id or one.name.lower() for one in persons)
