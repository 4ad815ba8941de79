"""How old a thing is, a length of time ("a two-year-old truce"), against how old a person is, which is none here."""

from __future__ import annotations

from timeline.language.document import Token

# What is told to be years old and is no person. Of months, weeks and days anything is a thing but the young.
THINGS = frozenset(
    "accord agency agreement airline airliner alliance association ban bank bid blockade bond boom border boycott "
    "brand brewery bridge building bus business campaign car case castle ceasefire chain church city civil club "
    "coalition community company computer concern conflict constitution contract controversy country crisis curfew "
    "custom dam deal debate debt democracy dictatorship dispute drought effort embargo empire enterprise expansion "
    "experiment factory federation feud firm force freeze friendship fund government guerrilla hotel house industry "
    "institution insurgency investigation issue jet junta law lawsuit league loan magazine marriage mill mine "
    "moratorium mosque movement mystery negotiation newspaper occupation offer operation organization pact paper "
    "parliament partnership party peace plan plane plant policy practice problem process program programme project "
    "publication quarrel rally reactor rebellion recession record refinery regime reign relationship republic revolt "
    "revolution rivalry road rule ruling sanction satellite scandal school secret settlement ship siege slump standoff "
    "station stalemate state store strike struggle subsidiary suit syndicate system talks technology temple theater "
    "theatre theory town tradition treaty tree trial truce union unit university venture village violence walkout war "
    "warehouse wine".split()
)
YOUNG = frozenset(
    "baby babies boy brother calf child children cub daughter fetus foal girl grandchild granddaughter grandson infant "
    "kid kitten lamb newborn panda pup puppy sibling sister son toddler triplet twin".split()
)


def is_of_a_thing(token: Token, unit: str) -> bool:
    """Whether the "old" at the end of an age is of a thing: "its two-month-old bid", "the law is 20 years old"."""
    head = token
    for _ in range(3):
        head = head.head
        if head.i > token.i and head.pos in ("NOUN", "PROPN"):
            return head.pos == "NOUN" and _is_thing(head, unit)
    verb = token.head
    subject = verb.child("nsubj") if verb.lemma == "be" else None
    return subject is not None and subject.pos == "NOUN" and _is_thing(subject, unit)


def _is_thing(noun: Token, unit: str) -> bool:
    if unit in ("year", "decade"):
        return noun.lemma in THINGS or noun.lower in THINGS
    return noun.lemma not in YOUNG and noun.lower not in YOUNG
