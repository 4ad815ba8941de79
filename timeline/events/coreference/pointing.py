"""Whether a mention points back to one told before: "the attack", a word for what an article rarely tells of twice, the
same day and place."""

from __future__ import annotations

from timeline.events.coreference.agreement import READ, parties_shared
from timeline.events.coreference.concepts import Concept, find_concept
from timeline.events.coreference.mention import Mention
from timeline.events.coreference.naming import ARMS
from timeline.events.syntax.arguments import objects, surface_subjects
from timeline.events.syntax.governed import under
from timeline.events.syntax.relatives import antecedent
from timeline.events.syntax.remembered import remembered
from timeline.language.document import Token

VAGUE, VERY_NEAR = frozenset({"violence", "bloodshed", "fighting"}), 3  # sentences
WHOLE = frozenset("attack assault bombardment operation".split())
JUDGING = frozenset("condemn denounce deplore criticize criticise decry welcome praise blast slam".split())
AIMED = ("on", "against", "at")
ONE_IN_PLURAL = frozenset(
    {"earthquake", "election", "talks", "pause", "fighting", "exercise", "protest", "flood", "cold", "heat", "aid"}
)


def may_point_back(mention: Mention) -> bool:
    """What `points_back_to` asks of the mention alone; most mentions stop here, which keeps long articles fast."""
    if mention.definite or mention.concept.once or mention.event.type == "ASSAULT":
        return True
    return mention.event.time_basis in READ and mention.place is not None


def points_back_to(one: Mention, other: Mention) -> bool:
    mine, theirs = one.event, other.event
    shared = parties_shared(one.sides, other.sides)
    silent = not (other.sides.actors or other.sides.recipients) or not (one.sides.actors or one.sides.recipients)
    odd = other.concept.kind == "suicide" and one.concept.kind == "" and one.name is None and not one.effect
    if other.definite and _same_number(one, other) and not _is_far(one, other) and not odd:
        bare = other.event.trigger_text.lower() == other.head.lower
        blamed = bare and (theirs.modality == "alleged" or not theirs.recipients)
        nobody = not any(one.id or one.country for one in mine.actors)
        if shared or silent or (blamed and nobody):  # "gunmen attacked a mosque … the rebels claimed the attack"
            return True
    if other.head.tag == "VB":  # "it is common to suspend parliament" tells of no event in particular
        return other.concept.once and parties_shared(one.sides, other.sides, known=True)
    known = one.concept.known or other.definite  # "found guilty" is not what "sentencing is set for July" means
    if other.concept.once and known and _same_number(one, other):
        return shared or (silent and _may_be_that(one, other))
    same_day = mine.time is not None and mine.time == theirs.time
    both_read = mine.time_basis in READ and theirs.time_basis in READ
    same_place = one.place is not None and other.place is not None and one.place.name == other.place.name
    return same_day and both_read and same_place and shared


def is_named_by_what_it_met(one: Mention, other: Mention) -> bool:
    """Whether "the attack on the bus" says what the act told before met."""
    if other.name is None or not one.sides.recipients:
        return False
    met = {noun.lower for word in AIMED for noun in under(other.name, word)}
    return any(party.name.rpartition(" ")[2] in met for party in one.sides.recipients)


def names_what_it_met(mention: Mention) -> bool:
    """ "The attack on the bus", not "the attack"."""
    return mention.name is not None and any(under(mention.name, word) for word in AIMED)


def _is_far(one: Mention, other: Mention) -> bool:
    """ "The violence" is of the act told right before; far below, it is that of the country."""
    return other.head.lemma in VAGUE and other.head.sentence.index - one.head.sentence.index > VERY_NEAR


def _may_be_that(one: Mention, other: Mention) -> bool:
    """Of two words for what is rarely told twice, without parties: "the pause", not "a pause"; verbs of one thing."""
    if other.noun:
        bare = other.head.tag == "NNS" and not other.definite and other.concept.family not in ONE_IN_PLURAL
        return not (other.vague or bare) or other.length is not None
    return _one_thing(one.head, other.head)


def _one_thing(one: Token, other: Token) -> bool:
    """Two verbs that speak of one thing: "the deal was extended", "the agreement is extended"."""
    return not _things_meant(one).isdisjoint(_things_meant(other))


@remembered
def _things_meant(head: Token) -> frozenset[Concept]:
    return frozenset(find_concept(word.lemma, "") for word in ([head] if head.pos == "NOUN" else _arguments(head)))


def _arguments(verb: Token) -> list[Token]:
    return [*objects(verb), *(antecedent(token) for token in surface_subjects(verb)), *under(verb, "in")]


def _same_number(one: Mention, other: Mention) -> bool:
    """Two nouns are both singular or both plural, unless their plural is one event too ("talks", "dialogue")."""
    if one.name is None or other.name is None or one.concept.family in ONE_IN_PLURAL:
        return True
    if (one.name.lemma in ARMS and not one.count) or _is_all_of_it(one, other) or _is_judged_next(one, other):
        return True
    return one.name.tag.endswith("S") == other.name.tag.endswith("S")


def _is_judged_next(one: Mention, other: Mention) -> bool:
    """ "A raid killed nine. The envoy condemned the attacks": what is judged in the next sentence and told no further."""
    head = other.head
    if not other.noun or head.dep != "dobj" or head.head.lemma not in JUDGING or head.child("prep") is not None:
        return False
    return other.place is None and head.sentence.index - one.head.sentence.index == 1


def _is_all_of_it(one: Mention, other: Mention) -> bool:
    """ "Air strikes hit the port on Monday … condemned the attack": one word, which says nothing else, for what one day saw."""
    bare = (
        other.noun and other.place is None and other.event.time_basis not in READ and other.head.child("prep") is None
    )
    return bare and other.head.lemma in WHOLE and one.event.time_basis in READ
