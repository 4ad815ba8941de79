"""What had been set for a day, and whether the same breath tells what came of it: "was due on Saturday but is late"."""

from __future__ import annotations

import re

from timeline.language.document import Token
from timeline.times.phrase import Context
from timeline.times.tense import AHEAD, HOPING, governor, is_set

BUT = re.compile(r"[^.;:\n]{0,30}\b(?:but|until)\b")
# "It was to end on Friday, but was put off": the day may still be ahead.
PUT_ASIDE = frozenset(
    "cancel postpone delay call move scrap abandon drop withdraw change put reschedule suspend defer cut may might say "
    "warn add tell ask announce fear hope expect be have remain".split()
)


def is_given_up(token: Token, context: Context, end: int) -> bool:
    """ "Had hoped to leave on Thursday", "was due on Saturday but is late": the day has gone by."""
    verb = governor(token)
    if verb is None:
        return False
    for word in (verb, verb.head, verb.head.head):
        if (word.lemma in HOPING or word.lemma == "expect") and any(
            child.lower == "had" for child in word.children_by("aux")
        ):
            return True
    if verb.lower == "due" and is_to_have_been(token) and BUT.match(context.after(end, 40)) is not None:
        return True
    return is_come_of(verb, token)


def is_come_of(verb: Token, day: Token) -> bool:
    """Whether the same breath tells what a plan of the past came to: "was to end on Friday and did", "was due to leave on
    Monday but stayed", "was to sail on Friday, and it sailed"; not "was to meet on Friday and was to speak"."""
    plan = verb.head if verb.dep == "xcomp" and (verb.head.lower in AHEAD or verb.head.lemma in PLANNED) else verb
    if plan.tag not in ("VBD", "VBN", "JJ") or not any(
        one.tag == "VBD" for one in (plan, plan.head, *plan.children_by("aux", "auxpass"))
    ):
        return False
    for then in (*plan.children_by("conj"), *plan.head.children_by("conj")):
        if then.i < day.i or then.tag != "VBD" or (then.child("xcomp") is not None and then.lemma in PLANNED):
            continue
        if then.lemma in ("do", verb.lemma) and not then.children_by("aux"):
            return True
        joined = day.sentence.tokens[day.i - day.sentence.tokens[0].i + 1 : then.i - day.sentence.tokens[0].i]
        if any(word.lower == "but" for word in joined) and then.lemma not in PUT_ASIDE:
            return True
    return False


PLANNED = frozenset("be suppose schedule plan expect set".split())


def is_to_have_been(token: Token) -> bool:
    """Whether the day was set in the past: "was expected to pass on Friday", "a vote had been scheduled for Friday"."""
    verb = governor(token)
    if verb is None:
        return False
    for word in (verb, verb.head if verb.dep == "xcomp" else verb):
        if word.lower == "due" and word.head.lemma == "be" and word.head.tag == "VBD":
            return True
        if word.tag == "VBN" and (word.lower in AHEAD or is_set(word)):
            return any(child.lower in ("was", "were", "had") for child in word.children_by("aux", "auxpass"))
    return False
