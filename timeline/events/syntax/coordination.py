"""One noun phrase, several parties: conjuncts, lists that the parser takes for appositions, those "along with" them, and
the members that a plural names ("three leaders: …", "several countries, including …")."""

from __future__ import annotations

from timeline.language.document import Token

NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP", "FAC", "LOC"})
PLURAL = frozenset({"NNS", "NNPS"})
ACCOMPANYING = frozenset({"accompany", "join", "flank"})
INSTANCES = frozenset({"including", "like", "especially", "notably", "namely"})
BODIES = frozenset(
    "country nation state party group company organization organisation body power neighbour neighbor".split()
)
APPOSED = frozenset({"appos", "npadvmod"})
FOLLOWED = frozenset({"prep", "acl", "advmod"})
AHEAD = 8  # tokens within which a list begins after its colon


def with_conjuncts(heads: list[Token]) -> list[Token]:
    """The heads and everything coordinated with them."""
    found: list[Token] = []
    for head in heads:
        at = [head]
        for one in at:  # grows as it goes
            if one in found:
                continue
            found.append(one)
            for child in one.children:
                dep = child.dep
                if dep == "conj":
                    if child.pos != "VERB":
                        at.append(child)
                elif dep in APPOSED:
                    if child.i > one.i and is_listed(one, child):
                        at.append(child)
                elif dep in FOLLOWED and child.i > one.i:
                    at += accompanying(child)
    return found


def before_clause(nouns: list[Token], clause: Token) -> list[Token]:
    """Those of coordinated nouns that a clause stands behind: "Ana Ruiz, accused of fraud, and Karim Haddad" are not both
    accused."""
    if clause.dep not in ("acl", "relcl"):
        return nouns
    return [one for one in nouns if one.dep != "conj" or not one.head.i <= clause.head.i < clause.i < one.i]


def is_listed(noun: Token, other: Token) -> bool:
    """Whether what looks like an apposition goes on with a list: "the editor, the publisher and two printers", but not
    "Anna Berg, a reporter and mother of two"."""
    if not any(child.dep == "conj" and child.pos in ("NOUN", "PROPN", "NUM") for child in other.children):
        return False
    if noun.tag in PLURAL:
        return False
    if noun.pos == "PROPN" or other.pos == "PROPN":
        return noun.entity == other.entity and noun.entity in NAMED and noun.pos == other.pos
    return other.dep == "appos" and _article(noun) == _article(other) != ""


def _article(noun: Token) -> str:
    det = noun.child("det", "poss")
    return "" if det is None else "a" if det.lower in ("a", "an") else det.dep


def accompanying(word: Token) -> list[Token]:
    """Who acts along: what stands after "along with", "together with", "accompanied by"."""
    if word.lower in ("along", "together"):
        inner = next((child for child in word.children if child.lower == "with"), None)
        return inner.children_by("pobj") if inner is not None else []
    if word.lower == "with":
        with_others = any(child.lower in ("together", "along") for child in word.children if child.i < word.i)
        return word.children_by("pobj") if with_others else []
    if word.dep == "acl" and word.lemma in ACCOMPANYING and word.tag == "VBN":
        agent = word.child("agent")
        return agent.children_by("pobj") if agent is not None else []
    return []


def members(noun: Token, tokens: list[Token]) -> tuple[list[Token], bool]:
    """The named members of a plural, and whether they stand for all of it: after a comma, dash or colon they do, after
    "including" and "such as" only of countries and bodies, whose plural says nobody's name."""
    if noun.tag not in PLURAL:
        return [], False
    for child in noun.children:
        if child.i < noun.i:
            continue
        if child.dep == "appos" and child.pos == "PROPN" and child.entity in NAMED and child.child("conj") is not None:
            return with_conjuncts([child]), True
        if child.dep == "prep" and (child.lower in INSTANCES or (child.lower == "as" and _is_such_as(child))):
            named = [one for one in with_conjuncts(child.children_by("pobj")) if one.entity in NAMED]
            return named, noun.base in BODIES
    if noun.i + 2 < len(tokens) and tokens[noun.i + 1].text == ":":
        for token in tokens[noun.i + 2 : noun.i + 2 + AHEAD]:
            if token.dep == "appos" and token.pos == "PROPN":
                return with_conjuncts([token]), True
    return [], False


def _is_such_as(word: Token) -> bool:
    return any(child.lower == "such" for child in word.children)
