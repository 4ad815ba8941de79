"""What a row tells as set or begun, and not as done: "called elections", "launched an operation to detain them"."""

from __future__ import annotations

from timeline.events.factuality.modality import judge
from timeline.events.factuality.reality import FACT
from timeline.events.syntax.arguments import objects
from timeline.events.syntax.passives import is_passive
from timeline.events.triggers.trigger import Trigger
from timeline.language.document import Token

# Verbs of which the subject is to take place, and the types of what does.
SCHEDULING = frozenset("schedule plan set slate fix arrange".split())
# Verbs of which the object is to take place when it is not over: "called elections", "announced a strike".
CALLING = frozenset({"call", "announce"})
CALLED = frozenset({"ELECTION", "PROTEST"})
GATHERINGS = frozenset("CONSULT ELECTION PROTEST".split())
LAUNCHING = frozenset("launch mount begin start conduct".split())


def is_set(trigger: Trigger) -> bool:
    """Whether a row tells that something is to take place: "scheduled talks", "called elections"."""
    lemma = trigger.head.lemma
    arranged = (lemma in SCHEDULING and trigger.type in GATHERINGS) or (lemma in CALLING and trigger.type in CALLED)
    if not arranged or trigger.mode in ("riot", "obstruct") or (lemma == "set" and not is_passive(trigger.head)):
        return False  # "set himself on fire"
    if lemma in CALLING and trigger.head.dep == "acl" and is_past_doer(trigger.head.head):
        return False
    held = (clause for noun in objects(trigger.head) for clause in noun.children_by("relcl"))
    return all(clause.tag != "VBD" for clause in held)  # not "called a strike that shut the port"


def what_is_set(head: Token) -> Token | None:
    """The act that is to be by what a row tells: "are scheduled to [resume]", "talks due to [begin]"."""
    if head.lemma in SCHEDULING:
        return head.child("xcomp")
    due = next((one for one in head.children if one.lower == "due" and one.i > head.i and one.dep == "amod"), None)
    return due.child("xcomp") if due is not None else None


def is_under_way(trigger: Trigger) -> bool:
    """ "Police launched an operation to detain them": what it is for is to come, and PLOVER codes what is done for it."""
    purpose = trigger.real
    return (
        trigger.operators == ("light",)
        and trigger.head.lemma in LAUNCHING
        and purpose.tag == "VB"
        and purpose.dep in ("acl", "advcl", "xcomp")
        and judge(trigger.head).status == FACT
    )


def is_past_doer(noun: Token) -> bool:
    """ "A strike called by the union [shut] the port": what has done something has been."""
    done = noun.head
    return noun.dep == "nsubj" and done.tag == "VBD" and done.child("dobj") is not None


def called_for(trigger: Trigger) -> str:
    """The type of the act that a noun names which a row carries: "called for sanctions"; "" of "urged it to meet"."""
    inner = trigger.carries
    return inner.type if inner is not None and inner.head.pos in ("NOUN", "PROPN") else ""
