"""What a noun phrase itself says about the reality of its event: "no talks", "the alleged attack", "upcoming talks"."""

from __future__ import annotations

from timeline.events.cues.signatures import modifier
from timeline.events.factuality.reality import FACT, NOT, OPEN, Reality
from timeline.language.document import Token

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my", "your"})
_NEGATIVE = frozenset({"no", "neither", "zero", "not"})
# What took place though it failed: "a failed raid" is one, "a failed agreement" is none.
_TRIED = frozenset(
    "attack raid assault offensive attempt bid strike airstrike coup putsch launch test talk negotiation meeting summit "
    "uprising revolt rebellion invasion operation mission bombing ambush referendum".split()
)
_SET_FOR = frozenset({"scheduled", "planned", "due", "slated", "set", "expected", "proposed", "aimed"})
_AHEAD = frozenset("agenda table cards offing horizon".split())
_FALSE = frozenset("false untrue incorrect wrong baseless unfounded groundless fabricated untenable".split())
_DENIALS = frozenset("deny refute rebut dispute disavow disclaim reject dismiss".split())


def judge_noun(noun: Token) -> Reality:
    """The reality of an event noun by its own words; `decided` where they leave nothing to the clause around it."""
    definite = False
    if noun.lower == "nothing":
        return Reality("happened", "negative", noun.text, noun.span, -2.4, NOT, definite=False)
    if noun.dep == "nsubj" and noun.head.lemma == "be" and (words := _ruled_out(noun.head)) is not None:
        return Reality("happened", "negative", words.text, words.span, -2.0, NOT, decided=True)
    for child in noun.children:
        word = child.lower
        if child.dep in ("det", "neg") and word in _NEGATIVE:
            return Reality("happened", "negative", child.text, child.span, -2.4, NOT, definite=False)
        if child.dep == "poss" or (child.dep == "det" and word in _DEFINITE):
            definite = True
        kind = modifier(word, "AMOD") if child.dep in ("amod", "compound", "nmod", "advmod") else None
        if kind is not None and not (word == "failed" and noun.lemma in _TRIED):
            status = FACT if kind.holds == "=" else NOT if kind.holds == "-" else OPEN
            polarity = "negative" if status == NOT else "positive"
            return Reality(kind.modality, polarity, child.text, child.span, kind.value, status, decided=True)
        due = child.dep == "amod" and word == "due" and child.i > noun.i and child.child("xcomp") is not None
        if due or (child.dep in ("acl", "relcl") and word in _SET_FOR and child.tag == "VBN" and child.i > noun.i):
            return Reality("planned", "positive", child.text, child.span, 1.5, OPEN, decided=True)
    return Reality("happened", value=2.7 if definite else 2.5, definite=definite)


def _ruled_out(verb: Token) -> Token | None:
    """ "A release is not on the [agenda]", "Talks are out of the [question]": it will not be."""
    for preposition in verb.children_by("prep"):
        if preposition.lower == "out":
            words = [noun for of in preposition.children_by("prep") for noun in of.children_by("pobj")]
            found = next((one for one in words if one.lower == "question"), None)
        else:
            words = preposition.children_by("pobj") if verb.child("neg") is not None else []
            found = next((one for one in words if one.lower in _AHEAD), None)
        if (
            found is not None and verb.tag != "VBD"
        ):  # "was not on the agenda of the talks" says nothing of the raid itself
            return found
    return None


def denial_of(noun: Token) -> Token | None:
    """The verb that denies what a claim says: "denied reports that …", "rejected claims that …"; a judge who dismisses a
    charge denies nothing."""
    verb = noun.head
    if noun.dep == "nsubj" and verb.lemma == "be" and verb.child("neg") is None:
        said = verb.child("acomp")
        return said if said is not None and said.lower in _FALSE else None  # "Reports that … are false"
    if noun.dep not in ("dobj", "nsubjpass") or verb.lemma not in _DENIALS or verb.child("neg") is not None:
        return None
    return None if verb.lemma in ("dismiss", "reject") and noun.lemma in ("charge", "suspicion") else verb
