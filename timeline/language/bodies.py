"""Names of bodies and lands that the parser takes apart, and sums of money that it takes for a part of one, mended on the
tokens."""

from __future__ import annotations

import re

from timeline.language.document import Sentence
from timeline.language.hang import make_root, move

# What the name of a body ends with, whatever is joined before it.
_ENDS = frozenset(
    "department ministry agency office authority commission committee council service services administration bureau "
    "association institute organization organisation center centre board union company fund bank corps".split()
)
_SUM = re.compile(r"(?:[A-Z]{1,3})?[$€£¥₹][0-9][0-9.,]*")
_LARGE = frozenset("hundred thousand million billion trillion crore lakh".split())


def body_taken_for_two(sentence: Sentence) -> bool:
    """ "The Lima Fire and Health Department says": one body of one name, which its last word heads."""
    changed = False
    for first in sentence.tokens:
        body, joining = first.child("conj"), first.child("cc")
        if body is None or joining is None or first.entity != "ORG" or body.entity != "ORG" or joining.entity != "ORG":
            continue
        if body.lower not in _ENDS or first.lower in _ENDS or first.pos != "PROPN" or not first.i < joining.i < body.i:
            continue
        if first.is_root:
            make_root(body)
        else:
            move(body, first.head, first.dep)
        for word in [one for one in first.children if one.dep == "det" or one.i > body.i]:
            move(word, body, word.dep)
        move(first, body, "compound")
        changed = True
    return changed


def one_of_several_named(sentence: Sentence) -> bool:
    """ "One of these groups, the Free Front, left": the name says which, and is no second."""
    changed = False
    for name in sentence.tokens:
        one = name.head
        if name.dep != "conj" or one.lower != "one" or one.child("cc") is not None or one.child("prep") is None:
            continue
        name.dep = "appos"
        changed = True
    return changed


def fine_taken_for_name(sentence: Sentence) -> bool:
    """ "fined carrier Air Lima AU$90 million": whom, and how much."""
    changed = False
    for money in sentence.tokens:
        verb = money.head
        if money.dep != "dobj" or money.lower not in _LARGE or verb.pos != "VERB":
            continue
        figure = next((one for one in money.children if _SUM.fullmatch(one.text) and one.i < money.i), None)
        before = [one for one in money.children if figure is not None and one.i < figure.i and one.dep != "quantmod"]
        whom = before[-1] if before and before[-1].pos in ("PROPN", "NOUN") else None
        if figure is None or whom is None:
            continue
        for word in before[:-1]:
            move(word, whom, word.dep)
        move(whom, verb, "dobj")
        money.dep = "npadvmod"
        for word in (figure, money):
            word.entity = "MONEY"
        changed = True
    return changed


def land_taken_for_object(sentence: Sentence) -> bool:
    """ "was shot in Nablus, occupied Palestine": where the town lies, and nobody occupies it now."""
    changed = False
    for verb in sentence.tokens:
        land = verb.child("dobj")
        if verb.lower not in ("occupied", "annexed") or verb.dep != "conj" or land is None or land.i != verb.i + 1:
            continue
        before = sentence.tokens[max(0, verb.i - 2 - sentence.tokens[0].i) : verb.i - sentence.tokens[0].i]
        town = before[0] if len(before) == 2 and before[1].text == "," else None
        if town is None or town.entity != "GPE" or land.entity not in ("GPE", "LOC") or len(verb.children) > 1:
            continue
        move(land, town, "appos")
        move(verb, land, "amod")
        verb.pos, verb.tag = "ADJ", "JJ"
        changed = True
    return changed


BODIES = (land_taken_for_object, body_taken_for_two, one_of_several_named, fine_taken_for_name)
