"""Whom an infinitive is put to where the verb above has no such object: after its preposition, or given something."""

from __future__ import annotations

from timeline.actors.tables import load_nouns
from timeline.events.syntax.words import SOMEBODY
from timeline.language.document import Token

# Verbs whose infinitive is put to whoever stands after their preposition, and nouns of the same.
ADDRESSING = frozenset("appeal plead call look count rely signal gesture prevail depend pray cry bank beckon".split())
PLEAS = frozenset("appeal plea call request signal demand invitation instruction order entreaty petition".split())
# What one calls on somebody in person for.
VISITING = frozenset("discuss talk brief congratulate convey condole thank express wish inquire".split())
# Verbs of giving somebody what to do it with, and nouns of what the giver does himself.
GIVING = frozenset("give grant set allow send hand offer lend leave issue".split())
PROMISES = frozenset("promise pledge assurance word guarantee undertaking commitment vow threat offer".split())
OWN_MEANS = frozenset(
    "message letter note statement list report document dossier file evidence proof video photograph cable telegram".split()
)
NAMING = frozenset({"PRON", "PROPN"})
BRINGING = frozenset("extradite return deport transfer hand bring summon surrender fly".split())


def addressees(verb: Token, act: Token) -> list[Token]:
    """Whom an infinitive is put to beside the verb: "appealed to [Chad] to leave", "made a plea to [Chad] to leave", "gave
    [Chad] a week to leave", but not "relied on a map to leave", "relied on Chad for fuel to leave", "called on Chad to discuss it"."""
    put = _put_to(verb, ("to", "on", "upon", "with")) if verb.lemma in ADDRESSING else []
    if verb.lemma == "call" and act.lemma in VISITING:
        return []
    for noun in verb.children_by("dobj") if not put else ():
        rung = noun.lemma == "call" and verb.lemma == "make"  # "made a call to Chad to congratulate it"
        put = _put_to(noun, ("to", "on", "upon")) if noun.lemma in PLEAS and not rung else []
    if put:
        wanted = any(one.lower == "for" and put[0].i < one.i < act.i for one in verb.children_by("prep"))
        return [] if wanted else [one for one in put if one.i < act.i]
    gift = verb.child("dobj")
    if gift is not None and gift.lemma in PLEAS and verb.lemma in GIVING:  # "gave an order to the army to attack"
        ordered = _put_to(verb, ("to",))
        if ordered and ordered[0].i < act.i:
            return ordered
    given = verb.child("dative") if verb.lemma in GIVING else None
    if given is None or given.pos == "ADP" or (gift is not None and _serves_the_giver(gift)):
        return []
    return [given]


def _serves_the_giver(gift: Token) -> bool:
    """What is sent to say or do the sender's own: "sent Chad [a note] to thank it", "sent Chad [a team] to arrest him"."""
    return gift.lemma in OWN_MEANS or gift.base in load_nouns()


def _put_to(word: Token, prepositions: tuple[str, ...]) -> list[Token]:
    """The somebody after a preposition of the word."""
    return [
        one
        for child in word.children
        if child.dep in ("prep", "dative") and child.lower in prepositions
        for one in child.children_by("pobj")
        if one.entity in SOMEBODY or (not one.entity and (one.pos in NAMING or one.base in load_nouns()))
    ]


def is_for_trial(token: Token, verb: Token) -> bool:
    """ "extradited the gunman to face charges": it is he who faces them."""
    return verb.lemma in BRINGING and token.lemma in ("face", "stand", "serve", "answer", "await", "undergo")
