"""Who a pronoun in reported speech stands for by syntax alone: "The pirates said [they] had boarded it"."""

from __future__ import annotations

from timeline.actors.tables import load_nouns
from timeline.events.syntax.arguments import subjects
from timeline.events.syntax.relatives import names_people
from timeline.events.syntax.words import SAYING
from timeline.language.document import Token

_PRONOUNS = frozenset("they he she it we".split())
_OTHERS = frozenset("deny dispute reject refute vow pledge promise threaten warn".split())  # that speak, too


def who_says(pronoun: Token) -> list[Token]:
    """Those who say it, where the pronoun is the subject of what is said and may stand for all of them; and those
    joined by "and" whose other deed a clause tells: "Chad and Niger met as they signed a treaty"."""
    clause = pronoun.head
    if pronoun.lower == "they" and pronoun.dep in ("nsubj", "nsubjpass") and clause.dep == "advcl":
        joined = _joined_above(clause)
        if joined:
            return joined
    if pronoun.lower not in _PRONOUNS or pronoun.dep not in ("nsubj", "nsubjpass") or clause.dep != "ccomp":
        return []
    if clause.head.lemma not in SAYING and clause.head.lemma not in _OTHERS:
        return []
    said = [one for one in subjects(clause.head) if one.pos != "PRON"]
    return said if said and _fits(pronoun.lower, said) else []


def _joined_above(clause: Token) -> list[Token]:
    """The subjects, more than one, of the verb on which a clause hangs, straight or by an infinitive."""
    verb = clause.head
    while verb.dep == "xcomp" and not subjects(verb):
        verb = verb.head
    several = [one for one in subjects(verb) if one.pos != "PRON"] if verb.i < clause.i else []
    return several if len(several) > 1 else []


def _fits(pronoun: str, said: list[Token]) -> bool:
    """Not "The army said he …" nor "The pope said they …"."""
    several = len(said) > 1 or any(one.tag in ("NNS", "NNPS") for one in said)
    if pronoun == "we" or several:
        return pronoun in ("we", "they")
    if not said[0].entity and said[0].base not in load_nouns():
        return pronoun != "they"  # "the cashier", whom no table knows
    person = said[0].entity == "PERSON" or names_people(said[0])
    return person == (pronoun in ("he", "she"))
