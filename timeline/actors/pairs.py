"""Pairs such as "both sides" and "the two leaders": the last two named, or those that something was between."""

from __future__ import annotations

from timeline.actors.mention import Mention
from timeline.actors.people import adopt
from timeline.actors.seed import Seed
from timeline.language.document import Token

PAIRS = frozenset("sides parties countries nations leaders neighbours neighbors governments presidents states".split())
DESCRIBING = frozenset(("amod", "compound", "nmod", "poss"))
MEDIATORS = frozenset("envoy mediator negotiator emissary broker".split())
LANDS = frozenset(("countries", "nations", "states", "neighbours", "neighbors"))
PARTIES = frozenset(("state", "group", "organisation", "person"))
SHARED = frozenset(
    "talk negotiation fighting war truce ceasefire clash dispute conflict battle accord agreement deal pact meeting summit "
    "hostility dialogue violence standoff feud treaty exchange combat skirmish".split()
)
BYSTANDERS = frozenset("EDU CVL MED NGO HLH BUS JUD REF IGO LAB".split())


def stand_in(token: Token, antecedent: Mention) -> Mention:
    seed = Seed(token.i, token.i, token, "pronoun", antecedent.kind)
    mention = Mention(token.i, token.i, token, seed, plural=antecedent.plural)
    adopt(mention, antecedent, implied=True)
    return mention


def _begins_a_pair(one: Mention) -> bool:
    """ "[China] and Japan held talks"."""
    joined = one.head.child("conj") if one.head.dep == "nsubj" and one.kind in PARTIES else None
    return joined is not None and joined.pos in ("NOUN", "PROPN")


def _between(token: Token, done: list[Mention]) -> list[Mention]:
    """The two of "talks between [the army] and [the rebels]" in the sentence or two before."""
    for number in range(len(done) - 1, max(-1, len(done) - 30), -1):
        one = done[number]
        if (
            one.head.dep != "pobj"
            or one.head.head.lower != "between"
            or token.sentence.index - one.head.sentence.index > 2
        ):
            continue
        other = next((two for two in done[number + 1 :] if two.head.dep == "conj" and two.head.head is one.head), None)
        if (
            other is None
            or one.kind not in PARTIES
            or other.kind not in PARTIES
            or one.head.head.head.base not in SHARED
        ):
            continue
        return [] if any(_begins_a_pair(later) for later in done[number + 2 :]) else [one, other]
    return []


def pair_of(token: Token, done: list[Mention]) -> list[Mention]:
    """ "both sides", "the two leaders": the last two different ones named, one at each of the two words."""
    if token.tag != "NNS":
        return []
    counter = next((child for child in token.children if child.lower in ("both", "two") and child.i < token.i), None)
    if counter is None or (counter.lower == "two" and token.child("det", "poss") is None):
        return []  # "two countries" are any two
    if any(child.i < token.i and child.dep in DESCRIBING for child in token.children):
        return []
    leaders = token.lower in ("leaders", "presidents")
    if token.lower in ("sides", "parties") and (named := _between(token, done)):
        return [stand_in(counter, named[0]), stand_in(token, named[1])]
    between = {  # of the last hundred, or a long text would be read over again at every "both sides"
        one.name for one in done[-100:] if any(child.base in MEDIATORS for child in (one.head, *one.head.children))
    }
    found: list[Mention] = []
    for one in reversed(done[-30:]):
        if one.name in between or (not leaders and one.kind == "person" and one.seed.form == "noun" and not one.id):
            continue  # who goes between is no side, nor is "an official"
        fits = one.kind == "person" and bool(one.name) and one.seed.form != "noun" if leaders else bool(one.country)
        if leaders and not fits:
            continue
        if token.lower in LANDS and one.kind != "state":
            continue
        if not leaders and (one.kind not in PARTIES or not one.name or one.sector in BYSTANDERS):
            continue
        if any(other.name == one.name or (other.country == one.country and one.country) for other in found):
            continue
        found.append(one)
        if len(found) == 2:
            break
    if len(found) < 2:
        return []
    second, first = found
    return [stand_in(counter, first), stand_in(token, second)]
