"""Which act a quantity belongs to: the trigger beside it, above it, or, for the dead and the wounded, below it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from timeline.events.roles.nouns import is_somebody
from timeline.events.syntax.arguments import objects
from timeline.events.syntax.governed import under
from timeline.events.triggers.trigger import Trigger
from timeline.language.document import Document, Token
from timeline.model import Quantity, Span
from timeline.quantities.kinds import participle

HARMED = frozenset({"killed", "wounded", "missing", "displaced"})  # kinds of quantity that an act of harm explains
SUMS = frozenset("toll number total tally".split())
HARMING = frozenset({"ASSAULT", "DISASTER"})
# Verbs of one person's fate, and the kind that a number of them would have.
ONE = {
    **dict.fromkeys("kill murder assassinate behead".split(), "killed"),
    **dict.fromkeys("wound injure".split(), "wounded"),
    **dict.fromkeys("kidnap abduct".split(), "abducted"),
}
# What leads from the dead to what killed them: "12 dead after an attack", "12 die in a raid", "12 dead as gunmen storm …".
LEADING = frozenset({"prep", "pobj", "pcomp", "advcl", "acl", "dobj", "agent"})


STATES = frozenset("dead missing injured wounded hurt".split())  # "12 people [dead] after a bombing"


def attach_quantities(
    document: Document, triggers: Sequence[Trigger], quantities: Sequence[Quantity]
) -> Mapping[int, list[Quantity]]:
    """Index of a trigger's head → the quantities that are its own."""
    heads = _heads(triggers)
    harm = {trigger.head.i for trigger in triggers if trigger.type in HARMING}
    found: dict[int, list[Quantity]] = {}
    for quantity in quantities:
        tokens = document.tokens_in(quantity.span)
        if not tokens:
            continue
        head = _beside(tokens[-1], quantity.kind, heads)
        head = _above(tokens[-1], heads) if head is None else head
        head = _below(tokens[-1], heads, harm) if head is None and quantity.kind in HARMED else head
        if head is not None:
            found.setdefault(head, []).append(quantity)
    for trigger in triggers:
        if trigger.head.lemma in ONE and trigger.type in HARMING and trigger.head.i not in found:
            found[trigger.head.i] = _single(trigger.head)
    return found


def _single(verb: Token) -> list[Quantity]:
    """The one person whom a verb of harm tells: "A soldier was killed", "Rebels kidnapped a nurse"; not "no soldier"."""
    met = objects(verb)
    if len(met) != 1 or met[0].tag != "NN" or not is_somebody(met[0], verb.lemma) or met[0].child("neg") is not None:
        return []
    article = met[0].child("det", "nummod")
    if article is None or article.lower not in ("a", "an", "another"):
        return []
    return [Quantity(Span(article.start, met[0].end), ONE[verb.lemma], 1.0, 1.0, "people", "one")]


def _beside(number: Token, kind: str, heads: Mapping[int, int]) -> int | None:
    """The participle that tells what befell those counted: "14 killed by a bomb", "nine men wounded in a raid"."""
    noun = number.head if number.dep == "nummod" else number
    if number.dep == "pobj" and number.head.lower in ("to", "at"):  # "The number of men killed has risen to 26"
        above = number.head.head
        sums = [one for one in above.children_by("nsubj", "dobj") if one.lemma in ("number", "total")]
        noun = next((one for total in sums for one in under(total, "of")), noun)
    for child in noun.children_by("acl", "relcl"):
        if child.i in heads and child.i > noun.i and (told := participle(child)) and told[0] == kind:
            return heads[child.i]
    return None


def _above(token: Token, heads: Mapping[int, int]) -> int | None:
    if token.i in heads:
        return heads[token.i]
    for above in token.ancestors():
        if is_longer_count(above):
            return None
        if above.i in heads:
            return heads[above.i]
        told = above.child("xcomp") if above.child("auxpass") is not None else None
        if told is not None and told.i in heads:
            return heads[told.i]  # "Nine were reported killed"
    return None


def is_longer_count(verb: Token) -> bool:
    """ "… raising the death toll since October to 900": of more than the act beside it."""
    if verb.tag != "VBG" or verb.dep != "advcl":
        return False
    tolls = [one for one in verb.children_by("dobj") if one.lemma in SUMS]
    return any(child.lower == "since" for toll in tolls for child in (*toll.children, *verb.children))


def _below(number: Token, heads: Mapping[int, int], harm: set[int]) -> int | None:
    """The act that harmed those counted where no word above is one: "12 dead after an [attack]", "12 die in a [raid]"."""
    at = [number, *number.ancestors()]
    seen = {one.i for one in at}
    for one in at:  # grows as it goes
        for child in one.children:
            if child.i < number.i or child.i in seen or (child.dep not in LEADING and child.lower not in STATES):
                continue
            if heads.get(child.i) in harm:
                return heads[child.i]
            seen.add(child.i)
            at.append(child)
    return None


def _heads(triggers: Sequence[Trigger]) -> dict[int, int]:
    """Token of a trigger (its head, its core noun, its other words) → index of its head."""
    found: dict[int, int] = {}
    for trigger in triggers:
        one: Trigger | None = trigger
        while one is not None:
            for token in (one.head, one.core, one.first, one.last):
                found.setdefault(token.i, trigger.head.i)
            one = one.carries
    return found
