"""How old a thing is, a length of time ("a two-year-old truce"), against how old a person is, which is none here."""

from __future__ import annotations

from timeline.language.document import Token

# What is told to be years old and is no person. Of months, weeks and days anything is a thing but the young.
THINGS = frozenset(
    "accord agency agreement airline airliner alliance apartment archive army artefact artifact association award "
    "ban bank barn bell bid blockade bond boom border bottle boycott bracelet brand brewery bridge building "
    "bunker bus business cabin campaign canal cannon car case castle cathedral ceasefire cemetery certificate "
    "chain chapel church city civil clause clinic clock club coalition code coin collection colony community "
    "company complex computer concern conflict constitution contract controversy copy cottage country crisis "
    "cruiser curfew custom dam deal debate debt decree democracy dictatorship dispute document drought effort embargo "
    "empire enterprise estate exhibition expansion experiment facility factory farm farmhouse federation ferry "
    "feud file film firm force fort fortress fossil freeze friendship fund garden government guerrilla gun hall "
    "highway hospital hotel house icon industry injunction inn institution instrument insurgency investigation issue jet "
    "junta kingdom landmark law lawsuit league lease letter library license loan machine magazine mall mansion "
    "manuscript market marriage medal mill mine mission monastery monument moratorium mortgage mosque movement "
    "mural museum mystery necklace negotiation network newspaper novel oak occupation offer operation order organ "
    "organization pact painting palace paper park parliament partnership party patent peace petition photo "
    "photograph picture pier pipeline plan plane plant plantation poem policy pool port practice prison problem "
    "process program programme prohibition project pub publication quarrel railroad railway rally ranch reactor "
    "rebellion recession record refinery regime reign relationship relic republic restaurant restriction revolt "
    "revolution rifle ritual rivalry road rock rocket ruin rule ruling saga sanction satellite scandal school "
    "sculpture secret series settlement ship shop shrine siege skeleton skull skyscraper slump song stadium "
    "stalemate standoff state station statue statute store strike structure struggle study subsidiary subway suit "
    "syndicate system tariff tax talks technology telescope temple theater theatre theory title tomb tower town tractor "
    "tradition train treaty tree trial truce tunnel union unit university van vault vehicle venture vessel video "
    "village vineyard violence volcano walkout wall war warehouse warrant waterway wine wreck yacht".split()
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
    if token.dep == "amod" and token.head.pos == "NOUN":
        return _is_thing(token.head, unit)  # "a policy five years old"
    verb = token.head
    opens = verb.pos == "VERB" and token.dep in ("advcl", "amod", "acomp")  # "Now 3 years old, the program has …"
    subject = verb.child("nsubj") if verb.lemma == "be" or opens else None
    return subject is not None and subject.pos == "NOUN" and _is_thing(subject, unit)


def _is_thing(noun: Token, unit: str) -> bool:
    if unit in ("year", "decade"):
        return noun.lemma in THINGS or noun.lower in THINGS
    return noun.lemma not in YOUNG and noun.lower not in YOUNG
