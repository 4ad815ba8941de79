"""Denials: the act that is denied, or that somebody had no part in, with its own parties and time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline.events.triggers.trigger import Candidate, Trigger, position, weigh
from timeline.language.document import Token

# Words for a share in an act: "denied any role in the raid", "denied it was involved in the raid".
PARTS = frozenset("role part hand involvement responsibility complicity participation connection link tie".split())
CLAIMS = frozenset("claim report rumor rumour suggestion speculation assertion insinuation".split())
PARTS_SAID = frozenset("involved responsible complicit implicated linked tied connected".split())


def denied(one: Candidate, carried: Trigger, governed: Sequence[Token]) -> Trigger:
    """The act that is denied, with its own parties and time: "Spain denied that its navy fired". Where the denial is of
    something else about it ("denied that the move was linked to the attack"), the denial itself."""
    words = (carried.head, carried.real, carried.core, carried.first, carried.last)
    clause = next((token for token in governed if token in words), None)
    tokens = (one.token, *one.parts, carried.first, carried.last)
    claim = next((token for token in governed if token.lemma in CLAIMS), None)
    if claim is not None and claim.left <= carried.head.i <= claim.right:
        clause = carried.real
    part = next((token for token in governed if _is_part(token)), None)
    if clause is None and part is not None and one.token.pos == "VERB":
        return Trigger(
            head=one.token,
            first=one.token,
            last=max(one.token, part, key=position),
            type=carried.type,
            mode=carried.mode,
            rule=f"deny: {one.token.lemma} + {carried.rule}",
            core=carried.core,
            real=part,
            weight=weigh(one),
            carries=carried,
            operators=("deny",),
        )
    if clause is not None:
        return replace(
            carried,
            first=min(tokens, key=position),
            last=max(tokens, key=position),
            real=clause,
            weight=weigh(one),
            operators=("deny", *carried.operators),
        )
    return Trigger(
        head=one.token,
        first=one.token,
        last=one.token,
        type="REJECT",
        mode="",
        rule=f"deny: {one.token.lemma}",
        core=one.token,
        real=one.token,
        weight=weigh(one),
        operators=("deny",),
    )


def disclaimed(one: Candidate, carried: Trigger) -> Trigger:
    """The act that somebody had no part in, told of them: "had no role in the raid", "was not behind the raid"."""
    token = one.token
    head = token.head if token.dep in ("dobj", "prep", "acomp", "relcl") and token.head.pos != "NOUN" else token
    if token.dep == "relcl":  # "nothing to do with"
        token = token.head
        head = token.head
    words = (head, token, carried.first, carried.last)
    return Trigger(
        head=head,
        first=min(words, key=position),
        last=max(words, key=position),
        type=carried.type,
        mode=carried.mode,
        rule=f"disclaim: {one.token.lemma} + {carried.rule}",
        core=carried.core,
        real=token if token.pos in ("NOUN", "PRON") else head,
        weight=weigh(one),
        carries=carried.carries,
        operators=("disclaim", *carried.operators),
    )


def _is_part(token: Token) -> bool:
    """Whether the word says that somebody did an act that it does not name: "any role in", "was behind"."""
    if token.pos == "NOUN":
        return token.lemma in PARTS
    own = token.child("nsubj", "nsubjpass")
    if own is not None and own.pos != "PRON":
        return False  # "denied that the tariff was linked to the raid"
    if token.lemma == "be":
        said = token.child("acomp")
        return (token.child("prep") is not None and any(child.lower == "behind" for child in token.children)) or (
            said is not None and said.lower in PARTS_SAID
        )
    return token.pos == "VERB" and token.lower in PARTS_SAID
