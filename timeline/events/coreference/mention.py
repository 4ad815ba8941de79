"""One event as one place of the text tells it: its head word, what kind of happening it is, how it points back."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from timeline.events.coreference.agreement import Sides, sides_of
from timeline.events.coreference.concepts import Concept, concept_of_mode, find_concept
from timeline.events.coreference.naming import (
    EFFECTS,
    LIGHT,
    SHELLS,
    SIDES,
    STRIKING,
    TAKING_PLACE,
    does_harm,
    is_counted,
    is_what_became,
    name_of,
    strikers,
)
from timeline.events.coreference.persons import Fate, fate_of
from timeline.events.syntax.words import NAMING_THE_DEAD
from timeline.language.document import Document, Sentence, Token
from timeline.model import Event, Place, Quantity, Span
from timeline.record import record

ALONE = frozenset({"STATEMENT"})  # each statement is its own
AHEAD = frozenset({"planned", "forecast", "demanded", "threatened", "offered"})  # what has not come to pass
GENERAL = frozenset("accident disaster incident tragedy catastrophe calamity".split())
MODES = {"coup": "coup", "abduct": "abduction", "strike": "strike"}
DEFINITE = frozenset({"the", "this", "that", "these", "those", "such", "both", "any"})
# Words that set an event apart from the one told before.
OTHER = frozenset(
    "another other second third fourth fifth previous prior earlier further more new separate similar next subsequent "
    "additional fresh future past last final first repeated follow-up different respective".split()
)
# Words that say no more than that there is one more.
NEW = dict.fromkeys("another fresh further more additional".split(), "new")
OF_ARMS = tuple("suicide air rocket mortar missile drone bomb gun knife".split())  # "a suicide bombing"
PHRASAL = frozenset({"open"})  # "opened fire", which is no opening
_LENGTH = re.compile(
    r"\b(\d{1,3}|an?|one|two|three|four|five|six|seven|ten|twelve)?[- ]?(day|week|month|year)s?(?=[- ]|\b)"
)
_NUMBERS = {
    word: k for k, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)
}
_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}


class Words(NamedTuple):
    """Lemmas of a mention's own phrase or clause, the clauses joined to it apart: of all content words, of nouns and
    numbers, of proper nouns, and of the adverbs that tell of one more act."""

    telling: frozenset[str]
    names: frozenset[str]
    proper: frozenset[str]
    again: frozenset[str]


@record(eq=False)
class Mention:
    """One event as one place of the text tells it; `told` is the same with the time of its clause, which may be that of
    what became of it ("the talks collapsed on Friday"). `name` is the noun that names it: its head, or what a verb speaks of
    ("the [blast] damaged a school"). `definite` and `vague` are its article ("the", "a"), `apart` words that set it
    apart from others ("another"), `count` the number before it ("two"); `length` is what stands before a noun
    ("week-long"), `place` what the mention itself names: not one that was taken over from elsewhere in the article.
    `effect` is true for a verb that tells only what an act did
    ("killing 12"), `ahead` for what is told as to come,
    `unreal` as not, or perhaps not, so (a definite noun takes its event as real: "whether the pause could lead to …"),
    `headline` where the article's headline tells it."""

    event: Event
    told: Event
    head: Token
    name: Token | None
    concept: Concept
    definite: bool
    vague: bool
    apart: frozenset[str]
    count: str
    length: Quantity | None
    place: Place | None
    words: Words
    noun: bool
    ahead: bool
    unreal: bool
    effect: bool
    headline: bool
    sides: Sides
    fate: Fate


TELLING = frozenset({"NOUN", "PROPN", "VERB", "NUM", "ADJ"})
NAMING = frozenset({"NOUN", "PROPN", "NUM"})
DATES = frozenset({"DATE", "TIME"})
APART = frozenset({"relcl", "advcl", "conj"})
AGAIN = frozenset("again anew also previously before once twice repeatedly formerly last".split())
TIMES, BLOWS = frozenset("once twice repeatedly".split()), frozenset("shoot stab hit beat strike kick".split())
LONGEST = 30  # tokens of a headline
_ENDS = frozenset(". ! ? \" ” ' ’".split())


def words_of(head: Token) -> Words:
    clause = [head]
    for token in clause:  # it grows as it is read
        clause += [child for child in token.children if child.dep not in APART or child.pos not in ("VERB", "AUX")]
    told = [token for token in clause if token.pos in TELLING]
    again = AGAIN - TIMES if head.lemma in BLOWS else AGAIN  # "was shot twice": two shots
    return Words(
        telling=frozenset([token.base for token in told]),
        names=frozenset([token.base for token in told if token.pos in NAMING and token.entity not in DATES]),
        proper=frozenset([token.base for token in told if token.pos == "PROPN"]),
        again=frozenset([token.lemma for token in clause if token.pos == "ADV" and token.lemma in again]),
    )


def read_mention(document: Document, event: Event) -> Mention:
    tokens = document.tokens_in(event.trigger) or document.tokens[:1]
    head = _head(tokens)
    concept = find_concept(_phrase(head), event.type)
    if not concept.known or (concept.family == "denial" and event.type == "ASSAULT"):
        nouns = [token for token in tokens if token.pos == "NOUN" and find_concept(token.lemma, event.type).known]
        head = nouns[-1] if nouns else head  # "led to an explosion"
        concept = find_concept(" ".join(token.lemma for token in tokens), event.type)
    if event.mode in MODES:
        concept = find_concept(MODES[event.mode], event.type)  # "seized power": a coup
    if not concept.known:
        concept = concept_of_mode(event.type, event.mode, concept)
    if not concept.kind and head.lemma in STRIKING and any(one.lemma in SHELLS for one in strikers(head)):
        concept = replace(concept, kind="shelling")
    noun = head.pos in ("NOUN", "PROPN")
    harm = does_harm(head, event.type)
    name = head if noun else name_of(head, event.type, event.mode, concept) if head.pos == "VERB" else None
    beside = name if name is not head else None
    if beside is not None:
        named = find_concept(_phrase(beside), "ASSAULT" if harm and event.type == "COERCE" else event.type)
        concept = named if named.known else concept
    before = [child for child in name.children if child.i < name.i] if name is not None else []
    definite = any(child.lower in DEFINITE or child.dep == "poss" for child in before)
    counted = name is not None and is_counted(name)
    definite = definite or counted or (beside is not None and beside.pos == "PRON")
    told = event
    if counted or (
        name is head
        and definite
        and (is_what_became(head) or _is_dated_from_afar(document, event, head))
        and not is_named_by_day(event, head)
    ):
        event = replace(event, time_basis="inherited")  # its clause dates the count, or what became of it
    if beside is not None and definite and harm:  # "nobody was hurt in the attack"
        event = replace(event, type="ASSAULT" if event.type == "COERCE" else event.type, polarity="positive")
    if name is head and definite and _is_taken_as_real(head):
        event = replace(event, modality="happened", polarity="positive")
    apart = frozenset(NEW.get(child.lower, child.lower) for child in before if child.lower in OTHER and not counted)
    if name is not None and name.dep == "pobj" and _is_one_of_several(name):
        apart |= {"most"}
    count = next((child.lower for child in before if child.dep == "nummod" and child.head.lemma not in SIDES), "")
    vague = any(child.lower in ("a", "an") for child in before)
    effect = _is_effect(head, event)
    sides = sides_of(event)
    fate = fate_of(document, event, head, concept.family)
    if (definite and beside is not None and head.dep != "relcl") or fate.new:
        # "the blast also damaged a school": whom else it met; not "the storm that hit Malawi", which tells which one
        sides = sides._replace(recipients=())
    return Mention(
        event,
        told,
        head,
        name,
        concept,
        definite,
        vague,
        apart,
        count,
        length=find_length(document, head) if noun else None,
        place=_own_place(document, event, head),
        words=words_of(head),
        noun=noun,
        ahead=event.modality in AHEAD,
        unreal=event.modality == "denied" or (event.modality == "conditional" and not (noun and definite)),
        effect=effect,
        headline=is_headline(head.sentence),
        sides=sides,
        fate=fate,
    )


def _is_one_of_several(noun: Token) -> bool:
    """ "In the deadliest [attack], a bomb killed four", first in its sentence."""
    verb = _verb_over(noun)
    ranked = any(one.tag == "JJS" or one.lower == "latest" for one in noun.children_by("amod"))
    return ranked and verb is not None and noun.i < verb.i


def _is_taken_as_real(noun: Token) -> bool:
    """ "The [arrest] would not have happened without them": it did."""
    verb = noun.head
    would = {one.lower for one in verb.children_by("aux", "neg")}
    return noun.dep == "nsubj" and verb.lemma in ("happen", "occur") and {"would", "have", "not"} <= would


def _is_dated_from_afar(document: Document, event: Event, noun: Token) -> bool:
    """ "Will travel to the scene of the [attack] on Monday", "declined on Friday to speak of the [attack]": the day of what
    is done about it."""
    day = event.time_span
    if day is None or noun.dep != "pobj" or (verb := _verb_over(noun)) is None:
        return False
    doing = verb.lemma in TAKING_PLACE or verb.lemma in EFFECTS or verb.lemma in STRIKING
    inside = document.tokens[noun.left].start <= day.start < document.tokens[noun.right].end
    beside = 0 <= day.start - noun.end <= len(" on ")  # "the killings last March of three men"
    return not doing and not inside and not beside


def _verb_over(noun: Token) -> Token | None:
    return next((one for one in noun.ancestors() if one.pos == "VERB"), None)


def is_named_by_day(event: Event, noun: Token) -> bool:
    """ "The September 11 [attacks]": its own day is its name."""
    day = event.time_span
    parts = noun.children_by("compound", "poss", "amod", "nmod")
    return day is not None and any(day.start <= one.start < day.end for one in parts)


def _phrase(head: Token) -> str:
    """The word, with its particle or with the noun that is one word with it: "pulled out", "opened fire"."""
    particle = head.child("prt")
    if particle is None and head.lemma in PHRASAL:
        particle = head.child("dobj")
    before = [one.lower for one in head.children_by("compound")] if head.pos == "NOUN" else []
    for word in OF_ARMS:
        if word in before:
            return f"{word} {head.lemma}"
    return f"{head.lemma} {particle.lower}" if particle is not None else head.lemma


def _own_place(document: Document, event: Event, head: Token) -> Place | None:
    """The event's place, if its name stands in the mention's own phrase or clause and names no party ("Russia's")."""
    if event.place is None:
        return None
    inside = document.tokens[head.left].start <= event.place.span.start < document.tokens[head.right].end
    countries = {one.country for one in (*event.actors, *event.recipients)}
    party = event.place.kind == "country" and event.place.country in countries
    return event.place if inside and not party else None


def _head(tokens: Sequence[Token]) -> Token:
    """The word that says what happened: the noun after a light verb ("launched an attack"), else the topmost."""
    inside = {token.i for token in tokens}
    top = next((token for token in tokens if token.is_root or token.head.i not in inside), tokens[0])
    if top.lemma in LIGHT:
        return next((token for token in tokens if token.head is top and token.dep in ("dobj", "obj")), top)
    return top


def _is_effect(head: Token, event: Event) -> bool:
    """A verb that tells only what an act did ("killing 12")."""
    if head.lemma == "leave" and event.type in ("DISASTER", "ASSAULT"):
        return head.pos == "VERB"  # "leaving 200 missing", "left 12 dead"
    if head.lemma == "be" or head.lemma in NAMING_THE_DEAD:
        return event.mode in ("kill", "casualties")  # "were among the dead"
    return head.pos == "VERB" and head.lemma in EFFECTS and event.type not in ALONE


def is_headline(sentence: Sentence) -> bool:
    """The article's first line, when nothing ends it."""
    return sentence.index == 0 and sentence.tokens[-1].text not in _ENDS and len(sentence.tokens) <= LONGEST


def is_general(mention: Mention) -> bool:
    """ "The accident", "this tragedy": a word for whatever befell."""
    return mention.definite and mention.name is not None and mention.name.lemma in GENERAL


def points_back(noun: Token) -> bool:
    """A noun phrase that speaks of a known event, and of no other one."""
    before = [child for child in noun.children if child.i < noun.i]
    definite = any(child.lower in DEFINITE or child.dep == "poss" for child in before)
    return definite and not any(child.lower in OTHER for child in before)


def find_length(document: Document, noun: Token) -> Quantity | None:
    """ "week-long", "120-day", "two-month" before a noun, in days."""
    first = document.tokens[noun.left].start
    match = _LENGTH.search(document.text[first : noun.start].lower())
    if match is None:
        return None
    count = match[1] or "one"
    days = float((int(count) if count.isdigit() else _NUMBERS.get(count, 1)) * _DAYS[match[2]])
    return Quantity(Span(first + match.start(), first + match.end()), "duration", days, days, "day", "length of a noun")
