"""Of whom a number is told: "the bandits, three of whom were killed", "four soldiers were killed and six hurt"."""

from __future__ import annotations

from timeline.events.roles.nouns import is_place
from timeline.events.syntax.arguments import SUBJECT
from timeline.events.syntax.governed import under
from timeline.language.document import Token

# What people attend, of which none is "of whom".
GATHERINGS = frozenset("party event wedding funeral concert festival gathering rally ceremony".split())
TAKEN = frozenset("capture arrest detain free release rescue kidnap abduct shoot catch charge convict jail".split())


def counted_of(number: Token) -> Token | None:
    """Of "the bandits, three of whom were killed" the bandits; so of "four soldiers were killed and six hurt" the soldiers,
    and of "all but one of the hostages" the hostages."""
    inner = under(number, "of")
    clause = number.head
    if not inner and number.dep in SUBJECT and number.pos == "NUM":
        return _counted_before(clause)
    if not inner and number.lower == "all" and number.child("prep") is not None:
        left = [*under(number, "but"), *clause.children_by("nsubjpass")]
        return next((one for each in left for one in under(each, "of")), None)
    if not inner or inner[0].lower not in ("whom", "which"):
        return None
    if clause.dep == "relcl":
        held = clause.head  # of "people attended the party, four of whom", hung on the party, the people
        doer = held.head.child("nsubj") if held.dep == "dobj" and inner[0].lower == "whom" else None
        gathered = held.lemma in GATHERINGS or is_place(held)
        return doer if gathered and doer is not None and doer.tag == "NNS" else held
    tokens = number.sentence.tokens  # "silenced his critics, three of whom were arrested", hung on some verb
    before = tokens[number.left - tokens[0].i - 2] if number.left - tokens[0].i > 1 else None
    return before if before is not None and before.tag == "NNS" else None


def _counted_before(verb: Token) -> Token | None:
    """The counted subject or object of the clause before: "Six of the rebels were killed and two were caught"."""
    above = verb.head
    if verb.dep != "conj" or above.pos != "VERB" or verb.lemma not in TAKEN:
        return None
    told = above.child("nsubjpass") or above.child("dobj")
    if told is None:
        return None
    inner = under(told, "of")
    if told.pos == "NUM":
        return inner[0] if inner else None
    return told if told.tag == "NNS" and told.child("nummod") is not None else None
