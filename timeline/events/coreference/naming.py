"""The noun that names the event which a verb tells: "the [blast] damaged a school", "the [aid] was flown in", "made the
[accusation]". It points back as the noun alone would."""

from __future__ import annotations

from timeline.events.coreference.concepts import Concept, find_concept
from timeline.events.syntax.arguments import objects, surface_subjects
from timeline.events.syntax.governed import under
from timeline.events.syntax.relatives import antecedent
from timeline.language.document import Token

EFFECTS = frozenset("kill wound injure hurt destroy damage maim die drown displace".split())
STRIKING = frozenset("hit strike target rock shake pound batter attack cut".split())
LIGHT = frozenset(
    "launch carry conduct make hold take give mount stage have do perform undertake wage begin start".split()
)
MAKING = LIGHT | {"reach", "seal", "clinch"}
TAKING_PLACE = LIGHT | EFFECTS | STRIKING | frozenset("happen occur come follow last erupt break leave".split())
ACTS = frozenset({"attack", "fighting", "offensive"})  # families of what kills and destroys
NAMED_BY = frozenset({"DISASTER", "ELECTION"})  # types that a noun names, whatever its verb
STANCES = frozenset({"SUPPORT", "REJECT", "REQUEST", "THREATEN", "ACCUSE"})
CROWD = frozenset("protester demonstrator marcher crowd rioter".split())
SIDES = frozenset("they both leader side pair minister president envoy negotiator delegation".split())
DEVICES = frozenset("device explosive charge mine grenade vehicle car truck van motorbike package bomb".split())
ARMS = frozenset("rocket mortar shell missile drone gun bomb".split())  # several in one attack
MET = frozenset({"target", "casualty"})  # nouns of an attack that name what it met
AFTERWARDS = frozenset({"inquiry", "relief", "measures"})  # modes of what is done about a disaster
SHELLS = frozenset("rocket mortar shell missile artillery".split())
OF_ITSELF = frozenset("in on for during".split())
OWN = frozenset("his her its their".split())
RANKS = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth latest last only such".split())


def does_harm(verb: Token, kind: str) -> bool:
    """A verb that tells what an act did: its own noun names the act."""
    return verb.lemma in EFFECTS or verb.lemma in STRIKING or (verb.lemma == "leave" and kind == "ASSAULT")


def strikers(verb: Token) -> list[Token]:
    """What strikes: "[missiles] hit the port", "was hit by [mortars]"."""
    return [
        *verb.children_by("nsubj"),
        *(one for agent in verb.children_by("agent") for one in agent.children_by("pobj")),
    ]


def name_of(verb: Token, kind: str, mode: str, concept: Concept) -> Token | None:
    if verb.lemma == "lose" or mode in AFTERWARDS:
        return None
    does = does_harm(verb, kind)
    free = does or concept.kind == "bombing" or (verb.lemma in LIGHT and concept.family != "opening")
    if kind not in NAMED_BY and kind != "PROTEST" and concept.known and not free:
        return _subject_of_its_kind(verb, kind, concept)
    nouns = _nouns_beside(verb, kind, does)
    return next(
        (noun for noun in nouns if _is_name(noun, "ASSAULT" if does and kind == "COERCE" else kind, concept)), None
    )


def _subject_of_its_kind(verb: Token, kind: str, concept: Concept) -> Token | None:
    """ "The [aid] was delivered"; of those who met, "the two [leaders] discussed trade"."""
    for noun in verb.children_by("nsubj", "nsubjpass"):
        if concept.family == "talks" and (noun.lemma in SIDES or noun.lower in SIDES):
            return noun
        if find_concept(noun.lemma, kind).family == concept.family:
            return noun
    return None


def _is_name(noun: Token, kind: str, concept: Concept) -> bool:
    """Whether the noun is a word for acts of the type, in what it says of a verb of that concept."""
    if concept.kind == "bombing" and noun.lemma in DEVICES:
        return True
    if kind == "PROTEST" and noun.lemma in CROWD:
        return noun.dep == "nsubj"
    if noun.lemma in MET:
        return False
    named = find_concept(noun.lemma, kind)
    if kind in NAMED_BY:
        return named.known and named.once
    if kind == "ASSAULT":
        return named.family in ACTS
    return named.known and (kind != "PROTEST" or not concept.known)


def _nouns_beside(verb: Token, kind: str, does: bool) -> list[Token]:
    if verb.lemma in MAKING:
        return objects(verb)
    if kind in STANCES:
        return []  # not "welcomed the pause"
    if kind in NAMED_BY:
        found = surface_subjects(verb)
    else:
        found = [antecedent(one) for one in verb.children_by("nsubj", "" if does else "nsubjpass")]
    found += [noun for agent in verb.children_by("agent") for noun in agent.children_by("pobj")]
    if kind == "ELECTION":
        return found + objects(verb) + under(verb, "to")  # "went to the polls"
    return found + ([] if does else objects(verb)) + under(verb, "in") + under(verb, "during")


def is_counted(noun: Token) -> bool:
    """ "It was the third [attack] this week", "The [attack] was the deadliest since May", "flew in, his first [visit]"."""
    verb = noun.head
    words = {one.lower for one in noun.children}
    if words & OWN and words & RANKS and (noun.dep in ("appos", "npadvmod") or verb.lower in OF_ITSELF):
        return True
    if verb.lemma != "be" or noun.dep not in ("attr", "nsubj"):
        return False
    subject, said = verb.child("nsubj"), verb.child("attr", "acomp")
    if subject is None or said is None:
        return False
    ranked = any(one.tag in ("JJS", "RBS") or one.lower in RANKS for one in (said, *said.children))
    return ranked and (noun is subject or subject.lower in ("it", "this", "that"))


def is_what_became(noun: Token) -> bool:
    """ "The [storm] weakened on Monday", "the [talks] ended on Friday": the day is the verb's."""
    verb = noun.head
    return noun.dep in ("nsubj", "nsubjpass") and verb.pos == "VERB" and verb.lemma not in TAKING_PLACE
