"""Persons listed with what each of them is: "Ana Ruiz, Reuters, Ken Poe, 34, and Omar Farah of the BBC" are three."""

from __future__ import annotations

from timeline.language.document import Sentence, Token
from timeline.language.hang import move
from timeline.language.subjects import SUBJECTS

_BODIES_AND_PLACES = frozenset(("ORG", "NORP", "GPE", "LOC", "FAC"))
_LINKS = frozenset(("appos", "conj", "pobj", "prep", "nmod"))
_BETWEEN = frozenset((",", ")", ";"))
_OBJECTS = ("dobj", "pobj", "attr")
_HOMES = frozenset(("from", "of", "in", "at"))
_MAIN = frozenset(("ROOT", "conj", "ccomp", "advcl"))
_ROSTER = 3  # persons that stand with something each before what stands between is no member


def persons_listed(sentence: Sentence) -> bool:
    """ "Ana Ruiz (Labour), Ken Poe (Greens) and Omar Farah", "Ana Ruiz, 34, from Leeds, Ken Poe, 29, and Omar Farah": the
    person that the parser hangs under the one before as an apposition, under what that one is, under where that one is
    from, or under the verb of both, is another one."""
    changed = False
    for name in sentence.tokens:
        if name.dep in ("compound", "poss", "ROOT") or not (_is_person(name) or _is_kin(name, sentence)):
            continue
        first = _listed_after(name, sentence)
        if first is not None and not any(one is name for one in first.ancestors()):
            last = _last_before(name, first)
            move(name, last, "conj")
            for later in [one for one in last.children_by("conj") if one.i > name.i and _is_person(one)]:
                move(later, name, "conj")
            changed = True
    return changed


def home_hung_on_the_verb(sentence: Sentence) -> bool:
    """ "jailed Ana Ruiz, 34, [from] Leeds": she is from Leeds, not jailed from there."""
    changed = False
    for home in sentence.tokens:
        if home.dep != "prep" or home.lower not in ("from", "of") or home.head.pos != "VERB":
            continue
        at = home.i - sentence.tokens[0].i
        if at > 4 and [one.text for one in sentence.tokens[at - 3 : at : 2]] == [",", ","]:
            age, name = sentence.tokens[at - 2], sentence.tokens[at - 4]
            if age.text.isdigit() and age.head is name and _is_person(name) and home.head in name.ancestors():
                move(home, name, "prep")
                changed = True
    return changed


def roster(sentence: Sentence) -> bool:
    """ "Ana Ruiz, Labour Party, Ken Poe, Green Party, Omar Farah, Labour Party": what follows each person in a list is no
    member of it."""
    changed = False
    for first in sentence.tokens:
        if not _is_person(first) or first.dep == "conj" or first.child("conj", "appos") is None:
            continue
        listed = [one for one in sentence.tokens if one is first or _hangs_in_list(one, first)]
        persons = [one for one in listed if _is_person(one)]
        others = [one for one in listed if not _is_person(one) and one.i > first.i and not _is_last(one, sentence)]
        if len(persons) < _ROSTER or any(_next(person, listed) not in others for person in persons[:-1]):
            continue
        for one in others:
            person = max((person for person in persons if person.i < one.i), key=lambda person: person.i)
            for member in [child for child in one.children_by("conj") if _is_person(child)]:
                move(member, person, "conj")
            if one.dep == "conj":
                move(one, person, "appos")
                changed = True
    return changed


def _is_person(name: Token) -> bool:
    return name.entity == "PERSON" and name.pos == "PROPN"


def _is_kin(noun: Token, sentence: Sentence) -> bool:
    """ "Ana Ruiz, his [wife] Maria Poe and his [chief] of staff Omar Farah"."""
    named = noun.child("appos") if noun.dep == "appos" and noun.tag == "NN" and noun.child("poss") is not None else None
    if named is None or not _is_person(named):
        return False
    return all(
        one.text != "," for one in sentence.tokens[noun.i - sentence.tokens[0].i : named.i - sentence.tokens[0].i]
    )


def _listed_after(name: Token, sentence: Sentence) -> Token | None:
    """The person that begins the list in which this one stands, or that stands before in it, if the parser does not say
    so."""
    before = _word_before(name, sentence)
    if before is None or (before.text not in _BETWEEN and before.lower != "and"):
        return None
    above = name.head
    if name.dep in SUBJECTS or (name.dep == "conj" and above.pos in ("VERB", "AUX")):
        return _with_the_verb(name, before)
    if name.dep not in ("appos", "conj") or (name.dep == "conj" and _is_person(above)):
        return None
    if before.lower == "and" and not _is_person(above) and not _is_comma_before(before, sentence):
        return None  # "brother of the singer and feminist Ana Ruiz"
    for one in name.ancestors():
        if _is_person(one):
            if one.dep == "appos" and one.head.tag == "NN" and one.head.child("poss") is not None:
                one = one.head  # "his wife Maria Poe, his [son]"
            if _is_followed_by_a_verb(name) and one.dep not in SUBJECTS:
                return None  # "accused Ken Poe, her husband, and Omar Farah backed her"
            return one if one.i < name.i and _goes_on(name, one, before, sentence) else None
        if one.dep not in _LINKS or one.i > name.i or one.i == name.i - 1:
            return None
        if one.dep == "pobj" and (one.entity not in _BODIES_AND_PLACES or one.head.lower not in _HOMES):
            return None  # "the widow of a driver, Ken Poe"
    return None


def _with_the_verb(name: Token, before: Token) -> Token | None:
    """ "Ana Ruiz, who led it, [and Ken Poe] were jailed", "killed Ana Ruiz, 34, [and Ken Poe]"."""
    if before.lower != "and" or (name.dep not in SUBJECTS and _is_followed_by_a_verb(name)):
        return None
    verb = name.head
    kinds = SUBJECTS if name.dep in SUBJECTS else _OBJECTS
    listed = [one for one in verb.children if one.dep in kinds and one.i < name.i and _is_person(one)]
    if name.dep not in SUBJECTS and any(one.dep in (*SUBJECTS, "aux", "auxpass", "dobj") for one in name.children):
        return None
    return listed[-1] if listed and before.head in (verb, listed[-1]) else None


def _is_followed_by_a_verb(name: Token) -> bool:
    tokens = name.sentence.tokens
    return name.i < tokens[-1].i and tokens[name.i + 1 - tokens[0].i].pos in ("VERB", "AUX")


def _word_before(name: Token, sentence: Sentence) -> Token | None:
    """What stands before the name and its titles."""
    own = [
        child.i
        for child in name.children
        if child.i < name.i and child.dep in ("compound", "amod", "det", "nmod", "poss", "nummod")
    ]
    at = min([name.i, *own]) - sentence.tokens[0].i - 1
    return sentence.tokens[at] if at > 0 else None


def _is_comma_before(joining: Token, sentence: Sentence) -> bool:
    return sentence.tokens[joining.i - sentence.tokens[0].i - 1].text in _BETWEEN


def _goes_on(name: Token, first: Token, before: Token, sentence: Sentence) -> bool:
    """Whether the list has an end: an "and" before this person or a later one."""
    if before.lower == "and":
        return True
    for one in sentence.tokens[name.i + 1 - sentence.tokens[0].i :]:
        if one.pos in ("VERB", "AUX") and one.dep in _MAIN:
            return False
        if one.dep == "cc" and one.lower == "and":
            return one.head in (name, first, first.head) or _hangs_in_list(one.head, first)
    return False


def _last_before(name: Token, first: Token) -> Token:
    """The member of the list that stands last before it."""
    last = first
    while (
        more := next((one for one in last.children_by("conj") if one.i < name.i and _is_person(one)), None)
    ) is not None:
        last = more
    return last


def _hangs_in_list(one: Token, first: Token) -> bool:
    while one.dep in ("conj", "appos"):
        one = one.head
        if one is first:
            return True
    return False


def _is_last(noun: Token, sentence: Sentence) -> bool:
    before = _word_before(noun, sentence)
    return before is not None and before.lower == "and"


def _next(person: Token, listed: list[Token]) -> Token | None:
    return next((one for one in listed if one.i > person.i), None)
