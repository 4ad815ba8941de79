"""What a relative pronoun stands for."""

from __future__ import annotations

from timeline.actors.tables import load_nouns
from timeline.events.syntax.governed import under
from timeline.events.syntax.words import ARMED, FIGHTS, HURT, HURTFUL, REACTIONS, STRIKES
from timeline.language.document import Token

RELATIVE = frozenset({"who", "whom", "which", "that"})
DISASTERS = frozenset(
    "crash accident collision earthquake quake storm cyclone flood landslide collapse disaster".split()
)
# What a pact does: "a deal with rebels in Juba that calls for a truce"; and such pacts.
_PROVIDING = frozenset(
    "call provide require aim seek envisage stipulate oblige commit grant end bring set allow establish ensure".split()
)
_AGREED = frozenset(
    "deal agreement accord pact treaty truce ceasefire plan resolution law bill proposal declaration roadmap document "
    "communique motion ultimatum order decree protocol".split()
)
_ONE, _SEVERAL = frozenset(("was", "is", "has")), frozenset(("were", "are", "have"))
DEEP = 4  # words between an act and the place that it is told with


def antecedent(token: Token) -> Token:
    """The noun that a relative pronoun stands for, else the token itself."""
    if token.lower in RELATIVE and token.tag in ("WDT", "WP", "IN", "DT"):
        for above in token.ancestors():
            if above.dep == "relcl":
                struck = _harmful(above) if token.lower in ("that", "which") else None
                return _as_many(_meant(token.lower, struck or above.head, above), above)
            if above.dep not in ("conj", "pobj", "prep", "xcomp", "ccomp"):
                break
    return token


def _as_many(noun: Token, clause: Token) -> Token:
    """As many as the clause's verb tells of: "Ana Ruiz and Ken Poe, who [was] arrested" is Poe, "who [were]" both."""
    told = clause.child("aux", "auxpass") or clause
    if told.lower in _ONE or told.tag == "VBZ":
        while (joined := [one for one in noun.children_by("conj") if one.i < clause.left]) and _is_somebody(joined[-1]):
            noun = joined[-1]
    elif told.lower in _SEVERAL and noun.dep == "conj" and noun.tag in ("NN", "NNP"):
        while noun.dep == "conj" and _is_somebody(noun.head) and not _is_of_somebody(noun.head, noun):
            noun = noun.head
    elif told.lower in _SEVERAL and noun.tag == "NNP" and noun.entity == "PERSON" and noun.dep == "pobj":
        return next((one for one in list(noun.ancestors())[:4] if one.tag == "NNS" and names_many(one)), noun)
    return noun


def _is_of_somebody(noun: Token, joined: Token) -> bool:
    """The father of "the father of a boy and a girl who were killed"."""
    return any(
        noun.i < one.i < joined.i and one.dep == "prep" and one.child("pobj") is not None for one in noun.children
    )


def names_many(noun: Token) -> bool:
    """ "11 officials close to Khan who were detained"."""
    known = load_nouns().get(noun.base)
    return known is not None and known.kind in ("person", "office", "group")


def _is_somebody(noun: Token) -> bool:
    return noun.tag in ("NN", "NNP") and (noun.entity == "PERSON" or names_people(noun))


def _harmful(clause: Token) -> Token | None:
    """ "a response to the attacks that killed nine": it is not the response that kills, whatever the parser says."""
    left = clause.lemma == "leave" and any(one.lower in ("dead", "wounded", "injured") for one in clause.children)
    claimed = clause.lemma == "claim" and any(one.lemma == "life" for one in clause.children_by("dobj"))
    if clause.lemma not in HURT and not left and not claimed:
        return None
    noun = clause.head
    if left and noun.dep == "pobj" and noun.head.lower == "by" and noun.head.head.base in STRIKES:
        return noun.head.head  # "attacks by the rebels which left nine dead"
    if noun.base not in STRIKES and noun.dep in ("dobj", "nsubjpass", "nsubj"):
        tokens, first = clause.sentence.tokens, clause.sentence.tokens[0].i
        between = [one for one in tokens[noun.i - first + 1 : clause.left - first] if one.dep in ("pobj", "dobj")]
        struck = next((one for one in reversed(between) if one.base in STRIKES or one.base in FIGHTS), None)
        if struck is not None:
            return struck  # "detained nine men over the shooting that killed a guard", hung on the men
    listed = _head_of_places(noun)
    if listed is not noun or (noun.dep == "pobj" and noun.entity not in HURTFUL and noun.base not in STRIKES):
        return _struck_above(listed)
    if noun.base not in REACTIONS:
        return None
    met = [one for word in ("to", "for", "of", "over") for one in under(clause.head, word) if one.i < clause.i]
    return met[0] if met else None


def _head_of_places(noun: Token) -> Token:
    """The Mannheim of "in Mannheim, Baden-Württemberg, Germany, which killed one": an address does nothing."""
    place = noun
    while place.dep in ("conj", "appos") and place.entity == place.head.entity == "GPE" and place.child("cc") is None:
        place = place.head
    where = place.dep == "pobj" and place.head.lower in ("in", "at", "near", "outside")
    return place if where and not any(one.dep == "cc" for one in place.children) else noun


def _struck_above(noun: Token) -> Token | None:
    """The act that a place or a thing is told with: "an [ambush] on a bus carrying pilgrims in Narino, that killed nine"."""
    for _ in range(DEEP):
        if _may_harm(noun.base):
            return None
        if noun.dep == "pobj" and noun.head.lower in ("on", "of", "at", "in", "near", "outside", "against"):
            above = noun.head.head
        elif noun.dep == "acl" or (noun.dep == "dobj" and noun.head.dep == "acl"):
            above = noun.head
        else:
            return None
        if above.base in STRIKES or above.base in DISASTERS:
            return above
        noun = above
    return None


def _may_harm(lemma: str) -> bool:
    """Whether a noun names somebody who can kill: not "the bombings of two embassies that killed nine"."""
    known = load_nouns().get(lemma)
    return known is not None and not (known.kind == "body" and known.sector not in ARMED)


def names_people(noun: Token) -> bool:
    """Whether a common noun names people one by one, "the chairman", "two boys", whom no "which" stands for."""
    known = load_nouns().get(noun.base) if noun.pos == "NOUN" else None
    return known is not None and known.kind in ("person", "office")


def _meant(pronoun: str, noun: Token, clause: Token) -> Token:
    """ "a rapporteur for the Office who …" is not the Office, "a rally for Khan which …" not Khan: who is somebody, which
    is something; and nobody is a time ("clashes last night that …")."""
    if pronoun == "which":
        described = noun.child("appos") if noun.entity == "PERSON" else noun  # "Khan, head of the brigade which …"
        if described is not None and described.i < clause.left and names_people(described):
            noun = _thing_within(described, clause) or noun
    if noun.entity in ("DATE", "TIME") and noun.dep in ("npadvmod", "pobj", "appos", "nmod"):
        noun = _timed(noun) or noun
    elif noun.lemma == "time" and noun.dep == "pobj" and noun.child("nummod") is not None:
        noun = _timed(noun) or noun  # "at about 13:40 local time, which …"
    if pronoun == "that" and clause.lemma in _PROVIDING and noun.entity not in ("PERSON", "NORP"):
        noun = next((one for one in (noun, *noun.ancestors()) if one.base in _AGREED), noun)
    unfit = {"who": ("ORG", "GPE", "LOC", "FAC"), "which": ("PERSON",)}.get(pronoun, ())
    for _ in range(3):
        above = noun.head.head if noun.dep == "pobj" else noun.head
        fits = noun.entity not in unfit and not (pronoun == "which" and names_people(noun))
        if fits or noun.tag == "NNS" or above.pos not in ("NOUN", "PROPN") or above is noun:
            break
        noun = above
    return noun


def _thing_within(people: Token, clause: Token) -> Token | None:
    """The bank of "the chairman of the bank, which …", the plane of "the son of the pilot of the plane, which …"."""
    noun = people
    for _ in range(3):
        inner = [one for word in ("of", "at", "for") for one in under(noun, word) if one.i < clause.left]
        if not inner:
            break
        noun = inner[-1]
    return None if names_people(noun) else noun


def _timed(time: Token) -> Token | None:
    """What a time is of: the noun it hangs on, or the act whose verb it hangs on ("the attack was at 8 p.m., which …")."""
    above = time.head.head if time.dep == "pobj" else time.head
    if above.pos in ("NOUN", "PROPN"):
        return above
    subject = above.child("nsubj", "nsubjpass")
    return subject if subject is not None and subject.base in STRIKES else None
