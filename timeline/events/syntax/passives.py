"""Which verb forms are passive, told apart from the past tenses that the parser makes of them."""

from __future__ import annotations

from timeline.events.syntax.remembered import remembered
from timeline.events.syntax.structure import is_headed
from timeline.events.syntax.words import HARM, INTRANSITIVE, SEIZING
from timeline.language.document import Token

# What befalls somebody at work or at a gate, and what opens a clause without a verb of its own.
BARRED = frozenset("suspend fire sack dismiss expel ban bar evict exile demote honour honor praise warn fine".split())
WHILE = frozenset("although though while when once if until unless whilst".split())
# Verbs of which "is …ed to" tells what somebody is for or against, and where "committed to" tells of a captive.
MINDED = frozenset("oppose commit wed accustom resign".split())
CONFINING = frozenset(
    "prison jail hospital asylum trial custody institution clinic ward care cell memory grave".split()
)
# Whoever is given something is the subject of their passive.
GRANTING = frozenset("give grant award offer hand deny promise send refuse pay allow assign".split())
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
    told = token.lemma in HARM or token.lemma in ("want", "gun") or (token.dep == "acl" and token.lemma in SEIZING)
    if token.tag == "VBD" and told and token.dep in ("acl", "relcl"):
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
        if child.dep == "nsubj":  # "many of them supplied by Chad"
            return token.child("agent") is not None and token.child("aux", "dobj") is None
    if token.dep == "acomp" and token.lemma in HARM and token.head.lemma == "be" and token.child("dobj") is None:
        return True  # "whose wife was slain"
    if token.dep == "acomp" and token.head.lemma in ("stand", "remain") and token.child("nsubj", "dobj") is None:
        return True  # "stands accused of"
    if token.dep in ("xcomp", "oprd") and token.head.child("auxpass") is not None:
        return token.lemma not in INTRANSITIVE  # "were reported killed", "was found beheaded"
    if token.dep in ("acl", "amod"):
        if token.lemma in INTRANSITIVE:
            return False
        met = token.child("dobj")
        if token.dep == "acl" and token.lemma in GRANTING:
            return True  # "the nine people granted amnesty"
        return met is None or met.lower in ("hostage", "captive", "prisoner") or token.child("agent") is not None
    if token.dep == "conj" and token.head.tag == "VBN":
        return is_passive(token.head) and token.child("nsubj") is None
    if token.dep == "advcl" and token.lemma not in INTRANSITIVE and token.child("dobj", "mark") is None:
        return True  # "Charged with fraud, she fled"
    if token.dep == "advcl" and token.lemma in SEIZING | HARM | BARRED and token.child("dobj", "nsubj", "aux") is None:
        mark = token.child("mark")  # "The guards, although suspended from duty, …"
        return mark is None or mark.lower in WHILE
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


def shared_passives(verb: Token) -> list[Token]:
    """Participles coordinated with a passive: "was shot and killed by a guard", "Two were killed and 20 injured by a
    bomb", where the parser hangs the second on the number. One with a subject of its own shares only harm: not "The bill
    was approved and two were killed by police"."""
    found = [verb.head] if verb.dep == "conj" and verb.head.pos == "VERB" else []
    for child in verb.children_by("conj"):
        found += child.children_by("acl") if child.pos == "NUM" else [child]
    told = [one for one in found if one.tag == "VBN" or (one.tag == "VBD" and one.child("agent") is not None)]
    return [one for one in told if _shares(verb, one)]


def shares_modal(token: Token, above: Token) -> bool:
    """ "should be suspended, investigated and held": of "held" the parser makes a past tense."""
    if token.tag != "VBD" or above.tag != "VBN" or token.child("dobj", "nsubj") is not None:
        return False
    while above.dep == "conj" and above.child("auxpass") is None and above.head.tag == "VBN":
        above = above.head
    return above.child("auxpass") is not None and any(one.tag == "MD" for one in above.children_by("aux"))


def _shares(verb: Token, other: Token) -> bool:
    later = max(verb, other, key=lambda one: one.i)
    alone = later.dep == "conj" and later.child("nsubj", "nsubjpass", "csubj") is not None
    return not alone or (_is_toll(verb) and _is_toll(other))


def _is_toll(verb: Token) -> bool:
    """ "killed", "reported missing"."""
    lost = any(one.lower in ("missing", "dead", "injured", "wounded") for one in verb.children_by("oprd", "xcomp"))
    return verb.lemma in HARM or (lost and is_passive(verb))
