"""Nouns for acts that tell of no act: the one told before, counted; one that never came; such acts in general; a war by its
name."""

from __future__ import annotations

from timeline.events.syntax.words import STRIKES
from timeline.language.document import Token

MARCHES = frozenset("march rally demonstration protest parade vigil gathering".split())
OFTEN = frozenset("often frequently regularly usually typically routinely sometimes generally always commonly".split())
COMMONPLACE = frozenset(
    "unpopular popular common frequent rare illegal legal unlawful unacceptable wrong unjustified justified dangerous "
    "controversial necessary counterproductive effective ineffective useless routine commonplace costly".split()
)


def is_habit(act: Token) -> bool:
    """ "[Abductions] often force families to [sell] land", "[Kidnappings] have become frequent": at no time in particular."""
    verb = act.head if act.dep in ("nsubj", "nsubjpass") else act
    if act.tag == "NNS" and act.dep == "nsubj" and act.child("det", "nummod") is None and verb.lemma == "become":
        return any(one.lemma in COMMONPLACE for one in verb.children_by("acomp"))
    while verb.dep in ("xcomp", "ccomp") and verb.tag in ("VB", "VBG"):
        verb = verb.head
    if verb.tag not in ("VBP", "VBZ") or not any(one.lower in OFTEN for one in verb.children_by("advmod")):
        return False
    subject = verb.child("nsubj", "nsubjpass")
    return subject is not None and subject.tag == "NNS" and subject.child("det", "nummod") is None


def is_aim_of_march(act: Token) -> bool:
    """ "blocked a march to [protest] the results": told by the march."""
    return act.tag == "VB" and act.dep == "acl" and act.head.lemma in MARCHES and act.head.dep in ("dobj", "nsubjpass")


def is_named_war(word: Token) -> bool:
    """A war by the name that history has given it, told to say when or which: "a veteran of the Vietnam War"."""
    return (
        word.text in ("War", "Wars")
        and word.dep in ("pobj", "compound", "poss")
        and (word.child("compound") is not None or any(one.entity == "NORP" for one in word.children_by("amod")))
    )


def is_ranked(noun: Token) -> bool:
    """ "This is the second [riot] in two months": the one told before, counted."""
    if noun.dep != "attr" or noun.pos != "NOUN" or noun.head.lemma != "be":
        return False
    subject = noun.head.child("nsubj")
    ordinal = any(one.entity == "ORDINAL" or one.lower == "latest" for one in noun.children_by("amod"))
    if not ordinal or subject is None:
        return False
    told = any(one.lower in ("by", "on", "against") for one in noun.children_by("prep", "agent"))
    again = subject.lemma in STRIKES and noun.lemma in STRIKES and not told
    return again or subject.lower in ("this", "it", "that")


def is_imagined(noun: Token) -> bool:
    """ "planned to bomb planes, an [attack] that would have killed thousands"."""
    article = noun.child("det") if noun.pos == "NOUN" else None
    clause = noun.child("relcl") if article is not None and article.lower in ("a", "an") else None
    if clause is None:
        return False
    words = {one.lower for one in clause.children_by("aux")}
    return "have" in words and not words.isdisjoint(("could", "would", "might"))


def is_commonplace(noun: Token) -> bool:
    """ "Drone [strikes] are unpopular": of no strike in particular."""
    be = noun.head
    if noun.tag != "NNS" or noun.dep != "nsubj" or be.lower != "are" or noun.child("det", "nummod") is not None:
        return False
    return any(one.lemma in COMMONPLACE for one in be.children_by("acomp"))


NOTHING_NEW = (is_ranked, is_imagined, is_commonplace, is_habit, is_aim_of_march)
