"""Whose deaths and damage are a disaster's: told by the clause, the noun or the subject that brought them."""

from __future__ import annotations

from dataclasses import replace

from timeline.actors.tables import find_noun
from timeline.events.syntax.arguments import subjects
from timeline.events.syntax.governed import under
from timeline.events.triggers.trigger import Candidate
from timeline.language.document import Token

# Verbs that tell what something did to people and things.
HARMING = frozenset("kill injure wound hurt maim destroy damage die leave bury displace level flatten burn".split())
# Beside these in the sentence, a disaster may not be what harmed.
VIOLENT = frozenset({"ASSAULT", "PROTEST", "COERCE", "MOBILIZE"})
_NAMED = frozenset({"PERSON", "GPE", "NORP"})
_WEAPONS = frozenset("bomb drone missile rocket shell grenade airstrike mortar bullet".split())
# Before what harmed them: "killed in a gas explosion", "killed during a storm", "injured following a collapse".
_BROUGHT_BY = frozenset({"in", "by", "during", "following", "after", "from", "amid"})


def by_disaster(one: Candidate, own: dict[int, Candidate]) -> Candidate:
    """Deaths and damage are those of the disaster that the same sentence tells: "crashed, killing all on board",
    "were killed when a bus overturned", "crashed, and four people were hurt", "killed in an explosion at a mill"; where
    nobody is said to have done it, and the sentence tells of no violence, they hang on the disaster wherever it stands."""
    verb = one.token
    if one.row.type not in ("ASSAULT", "DEATH") or verb.lemma not in HARMING or verb.pos != "VERB":
        return one
    own_subject = verb.child("nsubj", "nsubjpass", "mark")
    told_of = verb.dep == "conj" and verb.child("nsubjpass") is not None and verb.child("agent") is None
    joined = verb.dep in ("advcl", "conj") and own_subject is None
    above = verb.head if joined or told_of else None
    causes = [] if above is None or above is verb else [above]
    if not any(cause.i in own and own[cause.i].row.type == "DISASTER" for cause in causes) and _is_done(verb):
        return one
    shared = [verb, *verb.children_by("conj")]  # "were killed and thirty injured when …"
    causes += [
        clause
        for told in shared
        for clause in told.children_by("advcl")
        if clause.child("advmod", "mark") is not None and not _is_later(clause)
    ]
    if any(cause.i in own and own[cause.i].row.type == "DISASTER" for cause in causes):
        return _of_disaster(one)
    if len(own) == 1:
        return one
    types = {own[noun.i].row.type for noun in _nouns(verb, shared) if noun.i in own}
    if verb.tag == "VBG" or (verb.tag == "VBN" and verb.child("agent") is None):
        types |= {told.row.type for told in own.values() if told.token.lemma not in HARMING and _is_told(told)}
    return _of_disaster(one) if "DISASTER" in types and types.isdisjoint(VIOLENT) else one


def _is_done(verb: Token) -> bool:
    """Whether somebody is said to have done it: "Gunmen killed five as floods rose", "lit fires, killing two"."""
    if verb.tag == "VBN" and verb.child("dobj") is None:
        return verb.child("agent") is not None
    clause = verb
    while clause.dep == "conj":
        clause = clause.head
    told_aside = clause.dep in ("acl", "relcl") or (verb.tag == "VBG" and verb.child("nsubj") is not None)
    named = () if told_aside else _NAMED  # "collided in Mpika, Zambia killing nine"
    return any(one.entity in named or _acts(one) or one.base in _WEAPONS for one in subjects(verb))


def _acts(noun: Token) -> bool:
    known = find_noun(noun.base)
    return known is not None and known.kind in ("person", "group", "body")


def _is_later(clause: Token) -> bool:
    """ "were killed, a day after floods hit the town": only when it was."""
    mark = clause.child("mark")
    before = [*clause.children_by("npadvmod"), *(mark.children_by("npadvmod") if mark is not None else ())]
    return mark is not None and mark.lower == "after" and any(one.i < mark.i for one in before)


def _is_told(one: Candidate) -> bool:
    """Whether a word of disaster is what the sentence tells, not what it says of a thing ("a drone that had crashed");
    violence may be told anywhere."""
    token = one.token
    clause = token.head if token.dep == "nsubj" else token
    if clause.dep == "relcl" or _is_later(clause):
        return False  # "killed in Mexico, where a quake struck", "killed a day after floods hit the town"
    if one.row.type != "DISASTER" or token.dep in ("ROOT", "advcl", "conj", "nsubj", "ccomp"):
        return True
    return token.dep == "pobj" and token.head.head.is_root  # "Nine cars met in a pileup, injuring six"


def _nouns(verb: Token, shared: list[Token]) -> list[Token]:
    """What harmed, as a noun: the subject of the active, what stands behind "in" or "by" of the passive."""
    if verb.tag != "VBN" or verb.child("dobj") is not None:
        return subjects(verb)
    return [
        noun
        for told in shared
        for child in told.children
        if child.lower in _BROUGHT_BY
        for noun in under(told, child.lower)
    ]


def _of_disaster(one: Candidate) -> Candidate:
    return replace(one, row=replace(one.row, type="DISASTER", mode="casualties"))
