"""Agreements and those who make them, which the parser takes apart: "signed a ceasefire [deal] with rebels", "the government
of Chad [and rebel leaders] signed"."""

from __future__ import annotations

from timeline.language.document import Sentence, Token
from timeline.language.hang import move

_MATTERS = frozenset(
    "ceasefire cease-fire truce peace trade arms nuclear border hostage prisoner exchange swap power-sharing coalition "
    "security defence defense debt loan bailout gas oil grain migration withdrawal extradition cooperation partnership "
    "merger energy water weapons aid plea free-trade armistice settlement unity reconciliation disarmament climate".split()
)
_BODIES = frozenset("government army military president parliament minister leader king delegation junta".split())
_FOES = frozenset("rebel opposition militia guerrilla separatist insurgent tribal".split())


def deal_taken_for_verb(sentence: Sentence) -> bool:
    """ "signed a ceasefire [deal] with rebels", "agreed a truce [deal] on Friday": it is a noun, and what it is about stands
    before it."""
    changed = False
    for deal in sentence.tokens[2:]:
        if deal.lower != "deal" or deal.pos != "VERB" or deal.child("aux", "auxpass", "prt") is not None:
            continue
        matter = sentence.tokens[deal.i - 1 - sentence.tokens[0].i]
        if (
            matter.lower not in _MATTERS
            or matter.tag not in ("NN", "NNS")
            or matter.child("det", "amod", "poss") is None
        ):
            continue
        above = deal.head if matter.head is deal else matter.head
        if above is deal or (
            matter.head is not deal and matter.dep not in ("dobj", "pobj", "nsubj", "nsubjpass", "attr")
        ):
            continue
        part = matter.dep if matter.head is not deal else "dobj" if deal.dep == "ccomp" else deal.dep
        for one in [one for one in deal.children if one.i > deal.i and above.pos == "VERB" and _is_of_verb(one)]:
            move(one, above, one.dep)
        deal.pos, deal.tag = "NOUN", "NN"
        if not deal.is_root:
            move(deal, above, part)
        for one in [one for one in matter.children if one.i < matter.i]:
            move(one, deal, one.dep)
        move(matter, deal, "compound")
        changed = True
    return changed


def _is_of_verb(word: Token) -> bool:
    """What follows the deal and tells of the act: when it was, and what else was done."""
    timed = word.dep == "prep" and any(one.entity in ("DATE", "TIME") for one in word.children_by("pobj"))
    return timed or word.dep in ("advcl", "npadvmod", "punct", "conj", "cc")


def leaders_joined_to_a_land(sentence: Sentence) -> bool:
    """ "The government of Chad [and rebel leaders] signed a pact": of the parser's "Chad and rebel leaders" only Chad is
    the government's."""
    changed = False
    for land in sentence.tokens:
        leaders = land.head
        joining = land.child("cc")
        if land.dep != "nmod" or land.entity not in ("GPE", "NORP") or leaders.dep != "pobj" or leaders.tag != "NNS":
            continue
        body = leaders.head.head
        if joining is None or leaders.head.lower != "of" or body.lemma not in _BODIES or joining.i != land.i + 1:
            continue
        if land.child("conj") is not None:  # "of Chadian and Malian rebels"
            continue
        preposition = leaders.head
        move(leaders, body, "conj")
        move(joining, body, "cc")
        move(land, preposition, "pobj")
        changed = True
    return changed


def body_beside_leaders(sentence: Sentence) -> bool:
    """ "The [government] and rebel leaders signed": they are two, and no "government leaders" are told of."""
    changed = False
    for body in sentence.tokens:
        leaders, joining, kind = body.head, body.child("cc"), body.child("conj")
        if body.dep != "nmod" or body.lemma not in _BODIES or body.tag != "NN" or leaders.tag != "NNS":
            continue
        if (
            joining is None
            or kind is None
            or joining.i != body.i + 1
            or kind.i != body.i + 2
            or kind.lemma not in _FOES
        ):
            continue
        part, above, article = leaders.dep, leaders.head, leaders.child("det")
        if (
            part != "nsubj" or article is None or article.i > body.i
        ):  # "arrested government and opposition leaders": of both
            continue
        move(body, above, part)
        for one in [one for one in leaders.children if one.i < body.i]:
            move(one, body, one.dep)
        move(kind, leaders, "compound")
        move(leaders, body, "conj")
        changed = True
    return changed


DEALS = (deal_taken_for_verb, leaders_joined_to_a_land, body_beside_leaders)
