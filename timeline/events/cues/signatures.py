"""Signatures: what words that embed an event make of it (`modality_cues.csv`).

`holds` and `fails` say what follows for the embedded event when the embedding one is a fact, or is not: "+" it is, "-" it
is not, "=" as the embedding (or, in a that-clause, as its own words have it), "?" open, with the row's modality.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from timeline.events.cues.speech import rows
from timeline.language.document import Token

_BEFORE_COURT = frozenset("appear go stand be put face await remain stay take place".split())
_WITHIN = frozenset(("on", "in", "into", "under", "before"))
_COURTS = frozenset("trial retrial dock custody detention arrest investigation".split())
_APPEARING = frozenset("appear go stand face".split())
_BENCHES = frozenset("court judge tribunal magistrate".split())
_HEARINGS = frozenset("trial retrial hearing sentencing".split())  # what those do who only look on
# What has terms, and the verbs by which it has them.
_TERMED = frozenset(
    "agreement deal accord pact treaty plan proposal phase stage roadmap draft truce ceasefire settlement framework "
    "package memorandum protocol compromise blueprint offer".split()
)
_CONTAINS = frozenset("include contain comprise provide cover entail involve specify outline detail".split())
_PRESENT = frozenset(("VBZ", "VBP", "VB", "VBG"))
_NONE: Mapping[str, Signature] = {}


@dataclass(frozen=True, slots=True)
class Signature:
    """One row of modality_cues.csv."""

    name: str
    holds: str
    fails: str
    modality: str
    value: float


@cache
def table() -> Mapping[tuple[str, str], Mapping[str, Signature]]:
    """(part of speech, lemma) → frame → signature; the first row that names a word and frame wins."""
    made: dict[tuple[str, str], dict[str, Signature]] = {}
    for row in rows("modality_cues.csv"):
        found = Signature(row["name"], row["holds"], row["fails"], row["modality"], float(row["value"]))
        for word in row["words"].split():
            frames = made.setdefault((row["pos"], word), {})
            for frame in row["frames"].split() or [""]:
                frames.setdefault(frame, found)
    return made


def signature(word: Token) -> Mapping[str, Signature]:
    """Frame → signature of a verb (with its particle), noun or predicative adjective; empty for a word in no row."""
    if word.pos in ("VERB", "AUX"):
        if word.lemma == "call" and (word.child("oprd") is not None or _is_summoned(word)):
            return _NONE  # "called the raid a crime" asks for no raid
        if word.lemma in _BEFORE_COURT and is_on_trial(word):
            return table()["NOUN", "trial"]
        if word.lemma in _CONTAINS and word.tag in _PRESENT and word.child("prt") is None and _has_terms(word):
            return table()["VERB", "stipulate"]
        particle = word.child("prt")
        if particle is not None and (found := table().get(("VERB", f"{word.lemma}_{particle.lower}"))) is not None:
            return found
        found = table().get(("VERB", word.lemma))
        if found is None and word.tag == "VBN":
            found = table().get(("ADJ", word.lower))
        return found or _NONE
    if word.pos == "NOUN":
        return table().get(("NOUN", word.lemma), _NONE)
    if word.pos == "ADJ":
        return table().get(("ADJ", word.lower)) or table().get(("ADJ", word.lemma)) or _NONE
    return _NONE


def is_on_trial(verb: Token) -> bool:
    """ "went on trial for the murder", "is in custody over it", "appeared in court over it": a court has yet to say whether it is so."""
    if verb.lemma not in _BEFORE_COURT:
        return False
    governed = (one for child in verb.children if child.lower in _WITHIN for one in child.children_by("pobj"))
    courts = [*governed, *verb.children_by("dobj")]
    if any(one.lemma in _COURTS for one in courts):
        return True
    if verb.lemma not in _APPEARING:
        return False
    what_for = (
        one
        for word in (verb, *courts)
        for child in word.children
        if child.lower in ("for", "over")
        for one in child.children_by("pobj")
    )
    return any(one.lemma in _BENCHES for one in courts) and all(one.lemma not in _HEARINGS for one in what_for)


def _has_terms(verb: Token) -> bool:
    """ "The deal includes the release of …", "a plan, which provides for a withdrawal": what is to be, as it lays down."""
    subject = verb.child("nsubj")
    if subject is None or subject.tag in ("WDT", "WP"):
        subject = verb.head if verb.dep == "relcl" else None
    return subject is not None and subject.lemma in _TERMED


def _is_summoned(word: Token) -> bool:
    """ "Crews were called to a fire": it burns already."""
    to = next((child for child in word.children_by("prep") if child.lower == "to"), None)
    return to is not None and word.tag == "VBN" and word.child("auxpass") is not None


def modifier(word: str, kind: str) -> Signature | None:
    """The row of an attributive adjective (AMOD) or an adverb (ADV)."""
    return table().get((kind, word), _NONE).get("")
