"""Which verb forms are passive, told apart from the past tenses that the parser makes of them."""

from __future__ import annotations

from timeline.events.syntax.remembered import remembered
from timeline.events.syntax.structure import is_headed
from timeline.events.syntax.words import HARM, INTRANSITIVE, SEIZING
from timeline.language.document import Token

# Verbs of which "is …ed to" tells what somebody is for or against, and where "committed to" tells of a captive.
MINDED = frozenset("oppose commit wed accustom resign".split())
CONFINING = frozenset(
    "prison jail hospital asylum trial custody institution clinic ward care cell memory grave".split()
)
PENALTIES = frozenset("term sentence penalty fine punishment life".split())


@remembered
def is_passive(token: Token) -> bool:
    """Whether a verb form is passive: "was killed", "the men killed in Mosul", "to be killed"."""
    if token.tag not in ("VBN", "VBD"):
        return False
    seized = token.lemma in SEIZING and token.child("prt") is None
    if token.tag == "VBD" and token.dep == "conj" and (seized or token.child("oprd") is not None):
        # "was acquitted of one charge and found guilty of two", "was caught by police and extradited to Peru", of which
        # the parser makes a past tense
        return is_passive(token.head) and token.child("nsubj", "dobj", "aux") is None
    if token.tag == "VBD" and token.dep == "conj" and token.lemma in ("hand", "give") and is_passive(token.head):
        # "were found guilty and handed prison terms"
        return token.child("nsubj", "aux", "dative") is None and any(
            one.lemma in PENALTIES for one in token.children_by("dobj")
        )
    if token.tag == "VBD" and token.dep == "conj" and token.child("agent") is not None:
        # "was kidnapped on Monday and killed two days later by rebels", of which the parser makes a past tense
        return is_passive(token.head) and token.child("nsubj", "dobj", "aux") is None
    if token.tag == "VBD" and (token.lemma in HARM or token.lemma == "want") and token.dep in ("acl", "relcl"):
        return token.child("nsubj", "nsubjpass", "dobj", "aux") is None  # "the judges murdered this year"
    if is_headed(token) or is_left_dead(token):
        return True
    if token.tag == "VBD" and token.lemma in HARM and is_gapped(token):
        return is_passive(token.head)  # "He was killed and his guard badly wounded"
    if token.tag != "VBN":
        return False
    if is_gapped(token):
        return True
    if is_of_mind(token):
        return False
    if token.child("nsubjpass", "auxpass", "csubjpass") is not None:
        return True  # "to have been shot"
    for child in token.children:
        if child.dep == "aux" and child.lemma in ("have", "be"):
            return False
        if child.dep == "nsubj":
            return False
    if token.dep == "acomp" and token.lemma in HARM and token.head.lemma == "be" and token.child("dobj") is None:
        return True  # "whose wife was slain"
    if token.dep == "acomp" and token.head.lemma in ("stand", "remain") and token.child("nsubj", "dobj") is None:
        return True  # "stands accused of"
    if token.dep == "xcomp" and token.head.child("auxpass") is not None:
        return token.lemma not in INTRANSITIVE  # "were reported killed"
    if token.dep in ("acl", "amod"):
        if token.lemma in INTRANSITIVE:
            return False
        met = token.child("dobj")
        return met is None or met.lower in ("hostage", "captive", "prisoner") or token.child("agent") is not None
    if token.dep == "conj" and token.head.tag == "VBN":
        return is_passive(token.head) and token.child("nsubj") is None
    if token.dep == "advcl" and token.lemma not in INTRANSITIVE and token.child("dobj", "mark") is None:
        return True  # "Charged with fraud, she fled"
    return token.child("agent") is not None


def is_of_mind(token: Token) -> bool:
    """ "is opposed to the deal", "is committed to the truce": what somebody holds to, and not what is done to him; but "was
    committed to prison"."""
    if token.lemma not in MINDED or token.child("agent", "dobj") is not None:
        return False
    to = next((child for child in token.children if child.lower == "to" and child.dep == "prep"), None)
    return to is not None and all(one.base not in CONFINING for one in to.children_by("pobj"))


def is_gapped(token: Token) -> bool:
    """ "Nine people were killed and forty injured": the second verb shares the first one's "were"."""
    if token.dep != "conj" or token.head.child("auxpass") is None or token.child("nsubj") is None:
        return False
    return token.child("aux", "auxpass", "dobj") is None


def is_left_dead(verb: Token) -> bool:
    """ "Officer shot dead in Kisumu", over an article; not "shot him dead"."""
    dead = any(one.lower == "dead" for one in verb.children_by("oprd"))
    return dead and verb.is_root and verb.child("dobj", "aux", "auxpass") is None
