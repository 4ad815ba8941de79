"""Who a pronoun in reported speech stands for by syntax alone: "The pirates said [they] had boarded it"."""

from __future__ import annotations

from timeline.events.syntax.arguments import subjects
from timeline.events.syntax.words import SAYING
from timeline.language.document import Token

_PRONOUNS = frozenset("they he she it we".split())
_OTHERS = frozenset("deny dispute reject refute vow pledge promise threaten warn".split())  # that speak, too


def who_says(pronoun: Token) -> list[Token]:
    """Those who say it, where the pronoun is the subject of what is said and may stand for all of them."""
    clause = pronoun.head
    if pronoun.lower not in _PRONOUNS or pronoun.dep not in ("nsubj", "nsubjpass") or clause.dep != "ccomp":
        return []
    if clause.head.lemma not in SAYING and clause.head.lemma not in _OTHERS:
        return []
    said = subjects(clause.head)
    several = len(said) > 1 or any(one.tag in ("NNS", "NNPS") for one in said)
    one_person = not several and said != [] and said[0].entity == "PERSON"
    fits = not one_person if pronoun.lower in ("they", "we") else not several
    return [one for one in said if one.pos != "PRON"] if fits else []
