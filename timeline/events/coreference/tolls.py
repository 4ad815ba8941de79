"""How many fell: a sum told after the act ("The death toll rose to nine"), the same number of the same people told again."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.coreference.agreement import (
    READ,
    overlap,
    parties_shared,
    places_agree,
    times_agree,
    types_agree,
)
from timeline.events.coreference.concepts import find_concept
from timeline.events.coreference.mention import DEFINITE, OTHER, Mention
from timeline.events.syntax.governed import under
from timeline.language.document import Token
from timeline.model import Event

MEETING, TALKING = (
    frozenset("meet gather convene sit".split()),
    frozenset("discuss negotiate talk confer debate".split()),
)
FORCE = frozenset({"ASSAULT", "COERCE", "MOBILIZE"})
HARMFUL = frozenset({"ASSAULT", "DISASTER"})
LOOK_BACK = 3  # sentences
ELSEWHERE = frozenset("elsewhere separately meanwhile".split())
ALIKE = 8  # tolls of one number that a toll is held against; keeps long articles linear
FALLEN = frozenset("dead people person victim death fatality casualty".split())
LETHAL = frozenset({"ASSAULT", "DISASTER", "DEATH"})
ANY = frozenset("people persons victims".split())
FIGHTERS = frozenset("gunmen militants fighters rebels insurgents".split())
KIN = (
    frozenset("children boys girls youngsters teenagers youths pupils".split()),
    frozenset("soldiers troops servicemen conscripts recruits".split()),
    FIGHTERS | {"men"},
    frozenset("police policemen officers".split()),
)
SUMS = frozenset("toll number count tally".split())


def acts_before(mentions: Sequence[Mention]) -> dict[int, int]:
    """Token of a toll → token of the act, or of the first toll, that told of the same fallen before."""
    told: dict[int, list[Mention]] = {}
    for one in mentions:
        told.setdefault(one.head.sentence.index, []).append(one)
    found: dict[int, int] = {}
    counted: dict[float, list[Mention]] = {}
    for one in mentions:
        count = _fallen(one.event)
        if is_sum(one) and (act := _act_before(one, told)) is not None:
            found[one.head.i] = act.head.i
        elif count is not None and (first := _same_toll(one, counted.get(count, [])[-ALIKE:])) is not None:
            found[one.head.i] = first.head.i
        if count is not None:
            counted.setdefault(count, []).append(one)
    return found


def _same_toll(one: Mention, before: Sequence[Mention]) -> Mention | None:
    """The last of the mentions of as many fallen that tells the same toll: "killed nine people in Jos … the nine died at a
    market": the same people, and no other act, place or day."""
    event = one.event
    if not (one.effect or event.type == "DEATH") or one.head.pos != "VERB" or _is_another(one):
        return None
    if event.type not in LETHAL or event.modality != "happened" or event.polarity != "positive":
        return None
    for first in reversed(before):
        told = first.event
        if first.head.sentence is one.head.sentence or told.type not in LETHAL or told.modality != event.modality:
            continue
        if not (types_agree(told.type, event.type) and places_agree(first.place, one.place)):
            continue
        if _days_agree(told, event) and _are_same_people(told, event) and _doers_agree(first, one):
            return first
    return None


def _is_another(one: Mention) -> bool:
    """ "Nine other soldiers", "nine were killed last year", "again", "nine died in a raid", which is told of first here."""
    if one.words.again or not one.words.telling.isdisjoint(OTHER):
        return True
    met = one.head.child("nsubjpass", "dobj") or one.head.child("nsubj")
    known = met is not None and any(child.lower in DEFINITE for child in met.children)
    return one.vague and not known


def _days_agree(first: Event, event: Event) -> bool:
    """What is dated "last month" is not what yesterday's sentence went on about."""
    if first.time is None or event.time is None or event.time_basis not in READ or first.time_basis == "publication":
        return times_agree(first, event)
    return overlap(first.time, event.time)


def _fallen(event: Event) -> float | None:
    """How many fell, where it is one number and more than one."""
    counts = {(each.low, each.high) for each in event.quantities if each.kind == "killed"}
    if len(counts) != 1:
        return None
    low, high = next(iter(counts))
    return low if low == high and low is not None and low > 1 else None


def _are_same_people(one: Event, other: Event) -> bool:
    """ "Two children", "two boys"; "nine people", "nine miners", not "nine militants"."""
    mine, theirs = (_people(each) for each in (one, other))
    if not mine or not theirs or mine & theirs:
        return True
    pairs = [(a, b) for a in mine for b in theirs]
    anybody = any({a, b} & ANY and not {a, b} & FIGHTERS for a, b in pairs)
    return anybody or any(a in kin and b in kin for kin in KIN for a, b in pairs)


def _people(event: Event) -> frozenset[str]:
    who = event.actors if event.type == "DEATH" else event.recipients
    return frozenset(one.name.lower().rpartition(" ")[2] for one in who)


def _doers_agree(one: Mention, other: Mention) -> bool:
    doing = [() if each.event.type == "DEATH" else each.event.actors for each in (one, other)]
    return not (doing[0] and doing[1]) or parties_shared(one.sides, other.sides)


def is_sum(one: Mention) -> bool:
    """A clause that tells how many fell in all: "The death [toll] rose to seven", "the toll of the attack"; not "from the
    war", "of last year's floods"."""
    if one.event.type not in HARMFUL or one.place is not None:
        return False
    subject = one.head.child("nsubj", "nsubjpass")
    if subject is None or subject.lemma not in SUMS:
        return False
    of_what = [
        noun for word in ("of", "from", "in", "since") for noun in under(subject, word) if noun.lemma not in FALLEN
    ]
    act = all(_is_the_act(noun, one) for noun in of_what)
    return act and any(each.kind == "killed" for each in one.event.quantities)


def _is_the_act(noun: Token, toll: Mention) -> bool:
    concept = find_concept(noun.lemma, toll.event.type)
    known = concept.known and concept.family not in ("fighting", "offensive", "war")
    return known and all(child.lower in ("the", "this") for child in noun.children)


def _act_before(toll: Mention, told: dict[int, list[Mention]]) -> Mention | None:
    """The act of the nearest sentence before that tells more than who fell."""
    for index in range(toll.head.sentence.index - 1, toll.head.sentence.index - 1 - LOOK_BACK, -1):
        before = told.get(index, [])
        if all(one.effect and one.name is None and one.place is None for one in before):
            continue  # "Nine were hurt"
        acts = [one for one in before if one.event.type in HARMFUL and one.event.modality == "happened"]
        main = [one for one in acts if not one.effect] or acts
        return main[0] if len(main) == 1 and main[0].event.polarity == "positive" else None
    return None


def is_how(clause: Token) -> bool:
    """ "were killed when a bomb exploded", "died after gunmen opened fire"; not "two days after"."""
    mark = clause.child("mark", "advmod")
    if mark is None or mark.lower not in ("when", "as", "after") or clause.child("nsubj", "nsubjpass") is None:
        return False
    ago = [one for word in (clause, mark) for one in word.children_by("npadvmod") if one.i < mark.i]
    return clause.tag in ("VBD", "VBN", "VBZ") and not ago


def is_victim(cause: Event, effect: Event) -> bool:
    """ "Two men were killed after they attacked a guard": who met the effect did what came before."""
    met = {one.name for one in effect.recipients}
    return bool(met) and any(one.name in met for one in cause.actors)


def is_purpose(mention: Mention) -> bool:
    """What force was used for, told in its own clause: "deployed troops to [bolster] the army", "fired in the air to
    [disperse] the crowd"; what a meeting is about: "met to [discuss] the truce", "summoned the envoy to [protest] the raid"."""
    verb = mention.head
    talks = mention.event.type in ("CONSULT", "ACCUSE") and verb.lemma in TALKING and verb.head.lemma in MEETING
    return (
        (talks or mention.event.type in FORCE)
        and verb.tag == "VB"
        and verb.dep in ("advcl", "xcomp")
        and verb.child("nsubj") is None
        and any(one.lower == "to" for one in verb.children_by("aux"))
    )
