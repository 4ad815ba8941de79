"""The members of a plural of people that are told apart from it: "five people, including a nurse", "three people, one of
whom was a nurse", "eight suspects, most of them students"."""

from __future__ import annotations

from timeline.actors.tables import find_noun
from timeline.events.syntax.coordination import INSTANCES, NAMED, PLURAL, with_conjuncts
from timeline.events.syntax.phrases import content
from timeline.language.document import Token

_PEOPLE = frozenset("people person couple other civilian dead victim dozen score hundred thousand".split())
_SEVERAL = frozenset("all others some many most several more both".split())
_WHOM = frozenset(("whom", "them"))


def told_apart(noun: Token) -> list[Token]:
    """Heads of the members' own nouns; none where the plural is of no people, or the members are none."""
    if noun.tag not in PLURAL and noun.pos != "NUM" and noun.lower not in _SEVERAL:
        return []
    found = [*_including(noun), *_one_of_them(noun)] if noun.children or noun.dep in ("nsubjpass", "dobj") else []
    if not found or not _is_somebody(noun):
        return []
    return [one for one in found if _is_somebody(one) and not (is_one(noun) and _is_body(one))]


def _is_body(noun: Token) -> bool:
    """ "Nine embassies were stormed by protesters, including the embassy of Chad": no protester."""
    known = find_noun(noun.base)
    return known is not None and known.kind not in ("person", "office", "group")


def _including(noun: Token) -> list[Token]:
    verb = noun.head
    far = [one for one in verb.children if one.i > noun.i] if _is_met(noun) else []
    for child in (*noun.children, *far):
        if child.dep == "prep" and child.lower in INSTANCES and child.i > noun.i:
            return with_conjuncts(child.children_by("pobj"))
    return []


def _is_met(noun: Token) -> bool:
    """Whether a verb's "including" tells of this noun: its object, or the subject of a verb without one."""
    return noun.dep == "dobj" or (noun.dep in ("nsubjpass", "nsubj") and noun.head.child("dobj") is None)


def _one_of_them(noun: Token) -> list[Token]:
    found: list[Token] = []
    for child in noun.children:
        if child.i < noun.i:
            continue
        if child.dep == "appos" and _is_of_them(child, noun):
            found += with_conjuncts([child])
        elif child.dep == "relcl" and child.lemma == "be" and any(_counts(one) for one in child.children_by("nsubj")):
            found += with_conjuncts(child.children_by("attr"))
    for child in (
        noun.head.children_by("npadvmod") if _is_met(noun) else ()
    ):  # "detained five people, among them the couple"
        near = (*child.children_by("prep"), *noun.head.children_by("prep"))
        if any(one.lower == "among" and _is_whom(one) and noun.i < one.i < child.i for one in near):
            found += with_conjuncts([child])
    return found


def _is_of_them(member: Token, noun: Token) -> bool:
    """ "among them a nurse", "one of them a nurse", wherever the parser hangs the number."""
    among = any(one.lower == "among" and _is_whom(one) for one in member.children_by("prep"))
    return among or any(_counts(one) for one in (*member.children, *noun.children) if noun.i < one.i < member.i)


def _counts(number: Token) -> bool:
    return any(one.lower == "of" and _is_whom(one) for one in number.children_by("prep"))


def _is_whom(preposition: Token) -> bool:
    return any(one.lower in _WHOM for one in preposition.children_by("pobj"))


def _is_somebody(noun: Token) -> bool:
    head = content(noun)
    if head.pos == "NUM" or head.lower in _SEVERAL:
        return True  # "wounding another five, including two children"
    lemma = head.base
    if lemma in _PEOPLE or head.entity == "NORP" or (head.entity in NAMED and head.pos == "PROPN"):
        return True
    known = find_noun(lemma)
    return known is not None and (known.kind in ("person", "office") or head.tag in PLURAL)


def told_of(noun: Token) -> list[Token]:
    """Who is said to be of those that a participle tells of: "A nurse was among [those] killed", "Among those killed were two
    nurses", "One of those killed was a nurse", "Those killed included a nurse"."""
    if noun.dep == "nsubj" and noun.head.lemma == "include":
        return with_conjuncts(noun.head.children_by("dobj"))
    if noun.dep != "pobj" or (noun.tag not in ("DT", *PLURAL) and noun.lower != "first"):
        return []
    above = noun.head.head
    if noun.head.lower == "among" and above.lemma == "be":
        return with_conjuncts([one for one in above.children_by("nsubj", "attr") if one.lower != "there"])
    if noun.head.lower == "of" and above.pos == "NUM" and above.dep == "nsubj" and above.head.lemma == "be":
        return with_conjuncts(above.head.children_by("attr"))
    return []


def beside_portion(noun: Token) -> list[Token]:
    """What stands beside the counted ones inside a phrase: the judges of "dozens of policemen, judges and clerks", the janitor
    of "five members of a cell and a janitor"."""
    inner = content(noun)
    if inner is not noun:
        return with_conjuncts([inner])[1:]
    if noun.pos != "NOUN":
        return []
    whole = [one for of in noun.children_by("prep") if of.lower == "of" for one in of.children_by("pobj")]
    if not whole or _is_somebody(whole[0]) or whole[0].child("conj") is None:
        return []
    return [one for one in with_conjuncts(whole)[1:] if one.child("det", "nummod") is not None and is_one(one)]


def drop_descriptions(heads: list[Token]) -> list[Token]:
    """The heads without what only describes a person named beside it: "A barrister and mother of three, Kate Denning",
    "businessman and politician Pedro Ruiz", "baker Pedro Ruiz and politician"."""
    if len(heads) < 2:
        return heads
    return [one for one in heads if not any(_describes(one, other) for other in heads if other is not one)]


def _describes(noun: Token, other: Token) -> bool:
    """Whether two coordinated nouns tell of one person, of which this is not the name, or one beside the other tells
    what those are ("Fellow members Latvia and Estonia", two subjects to the parser)."""
    if noun.tag == "NNS" and other.pos == "PROPN" and other.left == noun.i + 1:
        return noun.dep == other.dep and noun.head is other.head and noun.dep in ("nsubj", "nsubjpass")
    if noun.tag != "NN" or noun.entity == "PERSON" or other.tag not in ("NN", "NNP") or not is_one(noun):
        return False
    later = noun if noun.dep == "conj" and noun.head is other else other if other.head is noun else None
    if (
        later is None
        or later.dep != "conj"
        or any(one.i < later.i for one in later.children_by("det", "poss", "nummod"))
    ):
        return False
    if later is noun:
        return _is_titled(other) or _is_named_beside(other)
    return noun.child("det", "poss") is None and _is_titled(other)


def _is_titled(name: Token) -> bool:
    """ "politician Pedro Ruiz"."""
    return name.entity == "PERSON" and any(one.pos == "NOUN" for one in name.children_by("compound"))


def _is_named_beside(noun: Token) -> bool:
    """ "a barrister …, Kate Denning"."""
    named = noun.child("appos") if is_one(noun) else None
    return named is not None and named.entity == "PERSON"


def is_one(noun: Token) -> bool:
    """Whether a noun is a word for a person, or an age that stands for one."""
    known = find_noun(noun.base)
    return noun.lower == "old" or (known is not None and known.kind in ("person", "office"))
