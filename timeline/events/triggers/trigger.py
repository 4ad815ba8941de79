"""The words that signal one event: a candidate reads a row of triggers.csv, a trigger is what comes of putting them
together."""

from __future__ import annotations

from timeline.events.syntax.words import SAYING
from timeline.events.triggers.lexicon import Row
from timeline.language.document import Token
from timeline.record import record

# Main verbs that only say of an act that it was: "the boycott spread after he spoke" tells the boycott first.
HAPPENING = frozenset("spread begin start erupt continue last drag widen".split())
SUBORDINATE = {
    "relcl": 0.3,
    "acl": 0.25,
    "advcl": 0.2,
    "ccomp": 0.1,
    "csubj": 0.2,
    "parataxis": 0.05,
    "pcomp": 0.15,
    "conj": 0.02,
}


@record(eq=False)
class Trigger:
    """The words that signal one event. `head` is the word that stands for it in the sentence (the verb of "held
    talks", whose noun is `core`), `real` the one whose reality is the event's; `carries` is the embedded act that this
    trigger speaks of, and `carrier` the trigger that embeds this one. `operators` names what the words between did ("stop", "agree", …), outermost first. `weight`
    orders the events of a sentence: main clauses before subordinate ones, verbs before bare nouns."""

    head: Token
    first: Token
    last: Token
    type: str
    mode: str
    rule: str
    core: Token
    real: Token
    weight: float
    carries: Trigger | None = None
    carrier: Trigger | None = None
    operators: tuple[str, ...] = ()


@record(eq=False)
class Candidate:
    """A word, the row of triggers.csv it matches, and the row's other words where they stand."""

    token: Token
    row: Row
    parts: tuple[Token, ...]


def weigh(one: Candidate) -> float:
    """1 for the verb of the main clause, less for each clause it is embedded in, less for a bare noun."""
    token = one.token
    weight = 1.0 if token.pos in ("VERB", "AUX", "ADJ", "ADP") else 0.9 if token.head is token else 0.62
    if token.dep in ("compound", "amod", "poss", "nmod"):
        weight -= 0.4
    if token.pos == "NOUN" and token.dep == "nsubj" and token.head.head is token.head and token.head.lemma in HAPPENING:
        weight = 0.82
    at = token
    while at.head is not at:
        if at.dep == "ccomp" and at.head.lemma in SAYING:
            pass
        elif at.dep in SUBORDINATE:
            weight -= SUBORDINATE[at.dep]
        elif at.dep == "pobj":
            weight -= 0.03
        at = at.head
    return max(weight, 0.05)


def position(token: Token) -> int:
    """Where the word stands, to order words by."""
    return token.i
