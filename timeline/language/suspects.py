"""The person of "arrested bombing suspect Ali Khan", which the parser takes apart, mended on the tokens."""

from __future__ import annotations

from timeline.language.document import Sentence, Token
from timeline.language.hang import make_root, move

_CRIMES = frozenset(
    "murder killing stabbing shooting bombing robbery kidnapping abduction rape terror terrorism drug fraud assault arson "
    "theft burglary hijacking attack massacre genocide espionage spy spying corruption bribery smuggling trafficking blast "
    "siege extortion racketeering embezzlement assassination coup riot torture knife hostage mugging poisoning hacking "
    "explosion crime crimes war graft laundering lynching manslaughter homicide beheading shoplifting".split()
)
_PERSONS = frozenset("suspect convict victim survivor defendant mastermind ringleader fugitive witness plotter".split())
# What is done by the one who is named after it: "denied stabbing convict Ali Khan".
_WITH_A_GERUND = frozenset(
    "deny admit confess start stop keep begin continue regret risk avoid recall mention consider suggest describe report "
    "remember resume finish try discuss contemplate plan".split()
)


def suspect_before_a_name(sentence: Sentence) -> bool:
    """ "arrested bombing suspect Ali Khan", "freed kidnapping victim Ana Ruiz": the verb has one object, the person."""
    tokens = sentence.tokens
    for at in range(2, len(tokens) - 1):
        person, crime, verb = tokens[at], tokens[at - 1], tokens[at - 2]
        if person.lower not in _PERSONS or crime.lower not in _CRIMES or verb.pos != "VERB":
            continue
        name = _name_after(at, tokens)
        if name is None or verb.lemma in _WITH_A_GERUND:
            continue
        if person.head is name and crime.head in (person, name) and name.head is verb:
            continue
        _give_object(verb, crime, person, name)
        return True
    return False


def _name_after(at: int, tokens: list[Token]) -> Token | None:
    """The last word of the person's name that follows."""
    last = at
    while last + 1 < len(tokens) and tokens[last + 1].entity == "PERSON" and tokens[last + 1].pos == "PROPN":
        last += 1
    return tokens[last] if last > at else None


def _give_object(verb: Token, crime: Token, person: Token, name: Token) -> None:
    misread = (verb, crime, person)
    top = next(one for one in misread if not any(up in misread for up in one.ancestors()))
    above, dep = top.head, top.dep
    make_root(verb)
    for one in [child for word in (crime, person) for child in word.children if child not in (*misread, name)]:
        move(one, verb, one.dep)
    move(name, verb, "dobj")
    move(person, name, "compound")
    move(crime, person, "compound")
    if above is not top:
        move(verb, above, dep)
    for one in (crime, person):
        one.pos, one.tag = "NOUN", "NN"
