"""One event as one place of the text tells it: its head word, what kind of happening it is, how it points back."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline.events.coreference.agreement import Sides, sides_of
from timeline.events.coreference.concepts import Concept, find_concept, is_phrase
from timeline.events.coreference.persons import Fate, fate_of
from timeline.events.syntax.arguments import antecedent, objects, surface_subjects, under
from timeline.language.document import Document, Sentence, Token
from timeline.model import Event, Place, Quantity, Span

ALONE = frozenset({"STATEMENT"})  # each statement is its own
EFFECTS = frozenset("kill wound injure hurt destroy damage maim die displace".split())
STRIKING = frozenset("hit strike target rock shake pound batter attack cut".split())
ACTS = frozenset({"attack", "fighting", "offensive"})  # families of what has such effects
NAMED_BY = frozenset({"DISASTER", "ELECTION"})  # types that a noun names, whatever its verb
MODES = {"coup": "coup", "abduct": "abduction", "strike": "strike"}
DEFINITE = frozenset({"the", "this", "that", "these", "those", "such", "both", "any"})
# Words that set an event apart from the one told before.
OTHER = frozenset(
    "another other second third fourth fifth previous prior earlier further more new separate similar next subsequent "
    "additional fresh future past last final first repeated follow-up different respective".split()
)
STANCES = frozenset({"SUPPORT", "REJECT", "REQUEST", "THREATEN", "ACCUSE"})
# Words that say no more than that there is one more.
NEW = dict.fromkeys("another fresh further more additional".split(), "new")
RANKS = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth latest last only such".split())
DEVICES = frozenset("device explosive charge mine grenade vehicle car truck van motorbike package bomb".split())
LIGHT = frozenset(
    "launch carry conduct make hold take give mount stage have do perform undertake wage begin start".split()
)
MAKING = LIGHT | {"reach", "seal", "clinch"}
_LENGTH = re.compile(
    r"\b(\d{1,3}|an?|one|two|three|four|five|six|seven|ten|twelve)?[- ]?(day|week|month|year)s?(?=[- ]|\b)"
)
_NUMBERS = {
    word: k for k, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)
}
_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}


@dataclass(frozen=True, slots=True, eq=False)
class Mention:
    """One event as one place of the text tells it. `name` is the noun that names it: its head, or what a verb speaks of
    ("the [blast] damaged a school"). `definite` and `vague` are its article ("the", "a"), `apart` words that set it
    apart from others ("another"), `count` the number before it ("two"); `length` is what stands before a noun
    ("week-long"), `place` what the mention itself names: not one that was taken over from elsewhere in the article.
    `words` are the lemmas of its phrase or clause, the clauses joined to it apart, `proper` those of proper nouns, `names` those of nouns and numbers,
    `again` the adverbs that tell of one more act; `effect` is true for a verb that tells only what an act did
    ("killing 12"), `headline` where the article's headline tells it."""

    event: Event
    head: Token
    name: Token | None
    concept: Concept
    definite: bool
    vague: bool
    apart: frozenset[str]
    count: str
    length: Quantity | None
    place: Place | None
    words: frozenset[str]
    proper: frozenset[str]
    names: frozenset[str]
    again: frozenset[str]
    noun: bool
    effect: bool
    headline: bool
    sides: Sides
    fate: Fate


TELLING = frozenset({"NOUN", "PROPN", "VERB", "NUM", "ADJ"})
NAMING = frozenset({"NOUN", "PROPN", "NUM"})
PROPER = frozenset({"PROPN"})
ADVERBS = frozenset({"ADV"})
APART = frozenset({"relcl", "advcl", "conj"})
AGAIN = frozenset("again anew also previously before once twice repeatedly formerly".split())
LONGEST = 30  # tokens of a headline
_ENDS = frozenset(". ! ? \" ” ' ’".split())


def _clause(head: Token) -> list[Token]:
    """The tokens of a mention's own phrase or clause, the clauses joined to it apart."""
    found = [head]
    for token in found:  # it grows as it is read
        found += [child for child in token.children if child.dep not in APART or child.pos not in ("VERB", "AUX")]
    return found


def _lemmas(tokens: Sequence[Token], kinds: frozenset[str]) -> frozenset[str]:
    return frozenset([token.lemma.lower() for token in tokens if token.pos in kinds])


def read_mention(document: Document, event: Event) -> Mention:
    tokens = document.tokens_in(event.trigger) or document.tokens[:1]
    head = _head(tokens)
    particle = head.child("prt") or next((one for one in head.children if is_phrase(head.lemma, one.lower)), None)
    words = f"{head.lemma} {particle.lower}" if particle else head.lemma  # "opened fire"
    concept = find_concept(words, event.type)
    if not concept.known:
        nouns = [token for token in tokens if token.pos == "NOUN" and find_concept(token.lemma, event.type).known]
        head = nouns[-1] if nouns else head  # "led to an explosion"
        concept = find_concept(" ".join(token.lemma for token in tokens), event.type)
    if event.mode in MODES:
        concept = find_concept(MODES[event.mode], event.type)  # "seized power": a coup
    noun = head.pos in ("NOUN", "PROPN")
    name = head if noun else _name(head, event.type, concept) if head.pos == "VERB" else None
    if name is not None and name is not head:
        named = find_concept(name.lemma, event.type)
        concept = named if named.known else concept
    before = [child for child in name.children if child.i < name.i] if name is not None else []
    definite = any(child.lower in DEFINITE or child.dep == "poss" for child in before)
    counted = name is not None and _is_counted(name)
    if counted:  # "It was the third attack this week": the one just told, in a count of its own time
        event = replace(event, time_basis="inherited")
    definite = definite or counted
    apart = (
        frozenset()
        if counted
        else frozenset(NEW.get(child.lower, child.lower) for child in before if child.lower in OTHER)
    )
    count = next((child.lower for child in before if child.dep == "nummod"), "")
    vague = any(child.lower in ("a", "an") for child in before)
    effect = _is_effect(head, event)
    sides = sides_of(event)
    if effect and definite:
        sides = sides._replace(recipients=())  # "the blast also damaged a school": whom else it met
    clause = _clause(head)
    return Mention(
        event,
        head,
        name,
        concept,
        definite,
        vague,
        apart,
        count,
        length=find_length(document, head) if noun else None,
        place=_own_place(document, event, head),
        words=_lemmas(clause, TELLING),
        proper=_lemmas(clause, PROPER),
        names=_lemmas([token for token in clause if token.entity not in ("DATE", "TIME")], NAMING),
        again=_lemmas(clause, ADVERBS) & AGAIN,
        noun=noun,
        effect=effect,
        headline=is_headline(head.sentence),
        sides=sides,
        fate=fate_of(document, event, head, concept.family),
    )


def _is_counted(noun: Token) -> bool:
    """ "It was the third [attack] this week", "The [attack] was the deadliest since May"."""
    verb = noun.head
    if verb.lemma != "be" or noun.dep not in ("attr", "nsubj"):
        return False
    subject, said = verb.child("nsubj"), verb.child("attr", "acomp")
    if subject is None or said is None:
        return False
    ranks = (said, *said.children)
    ranked = any(one.tag in ("JJS", "RBS") or one.lower in RANKS for one in ranks)
    return ranked and (noun is subject or subject.lower in ("it", "this", "that"))


def _name(verb: Token, kind: str, concept: Concept) -> Token | None:
    """The noun that names the event of a verb which only says what became of it or what it did: "the [blast] damaged a
    school", "hit by Monday's [quake]", "12 were killed in the [attack]", "made the [accusation]"."""
    does = verb.lemma in EFFECTS or verb.lemma in STRIKING or (verb.lemma == "leave" and kind == "ASSAULT")
    bursts = concept.kind == "bombing"
    if verb.lemma == "lose" or (concept.known and not does and not bursts and kind not in NAMED_BY):
        return None
    for noun in _named_beside(verb, kind, does):
        named = find_concept(noun.lemma, kind)
        if bursts and noun.lemma in DEVICES:
            return noun
        if named.known and (named.once if kind in NAMED_BY else not does or named.family in ACTS):
            return noun
    return None


def _named_beside(verb: Token, kind: str, does: bool) -> list[Token]:
    if verb.lemma in MAKING or kind in STANCES:
        return objects(verb) if verb.lemma in MAKING else []  # not "welcomed the pause"
    if kind in NAMED_BY:
        found = surface_subjects(verb)
    else:
        found = [antecedent(one) for one in verb.children_by("nsubj", "" if does else "nsubjpass")]
    found += [noun for agent in verb.children_by("agent") for noun in agent.children_by("pobj")]
    if kind == "ELECTION":
        return found + objects(verb) + under(verb, "to")  # "went to the polls"
    return found + ([] if does else objects(verb)) + under(verb, "in") + under(verb, "during")


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
    return head.pos == "VERB" and head.lemma in EFFECTS and event.type not in ALONE


def is_headline(sentence: Sentence) -> bool:
    """The article's first line, when nothing ends it."""
    return sentence.index == 0 and sentence.tokens[-1].text not in _ENDS and len(sentence.tokens) <= LONGEST


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
