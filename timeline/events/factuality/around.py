"""What stands around a word that decides how real it is: "is yet to", "would be", "the law allows"."""

from __future__ import annotations

from timeline.events.cues.signatures import Signature, signature
from timeline.events.factuality.reality import NOT, Reality
from timeline.events.syntax.arguments import surface_subjects
from timeline.events.syntax.phrases import content
from timeline.events.syntax.reach import is_reporting
from timeline.language.document import Token

SPEECH_ACTS = frozenset({"demanded", "threatened", "offered", "denied"})
# What somebody "is to be": whoever says so does it.
_DESERVED = frozenset(
    "commend congratulate applaud praise thank welcome admire condemn deplore blame pity regret fault credit".split()
)
# What is not known to be: as the subject of "would be", and as what "may be" is said of.
_TO_BE = {
    "subj": frozenset("will would 'll 'd".split()),
    "attr": frozenset("will would 'll 'd could may might".split()),
}
# What permits or orders without that it need happen.
_NORMS = frozenset(
    "law legislation bill act rule constitution treaty agreement decree order regulation amendment provision clause "
    "mandate warrant statute ordinance".split()
)


def is_yet_to(verb: Token) -> bool:
    """ "has yet to agree", "is yet to reply", "have still to withdraw", "remains to be freed"; "still has to" is a duty."""
    if verb.lemma == "remain":
        done = verb.child("xcomp")
        return done is not None and done.child("auxpass") is not None
    if verb.lemma not in ("have", "be"):
        return False
    tokens = [one.lower for one in verb.sentence.tokens[verb.i - verb.sentence.tokens[0].i + 1 :][:3]]
    tokens = tokens[1:] if tokens[:1] == ["as"] else tokens  # "has as yet to agree"
    return tokens[:2] in (["yet", "to"], ["still", "to"])


def is_deserved(verb: Token) -> bool:
    """ "are to blame", "is to be commended": who says so does it; nothing is to come."""
    if verb.lemma == "blame" and verb.tag == "VB":
        return verb.child("dobj") is None
    return verb.lemma in _DESERVED and verb.child("auxpass") is not None


def comes_about(verb: Token | None) -> bool:
    """ "begin", "take place": what has yet to do so is not; a strike that has yet to end is on."""
    return verb is not None and verb.lemma in ("begin", "start", "take", "happen", "occur", "come", "materialize")


def raised_verb(above: Token) -> Token | None:
    """The infinitive whose subject stands with the verb or adjective above: "are expected to [begin]", "is due to [begin]"."""
    return _predicate(above).child("xcomp")


def is_arranged(above: Token) -> bool:
    """ "is due to begin", "is set to begin"."""
    return _predicate(above).lower in ARRANGED


def _predicate(verb: Token) -> Token:
    """The adjective after a form of "be", else the verb itself."""
    return (verb.child("acomp") if verb.lemma == "be" else None) or verb


def is_held(verb: Token) -> bool:
    """Whether what is raised to the subject of an infinitive comes about by it: "to be held", "to take place", not "to
    end"."""
    if verb.child("auxpass") is None:
        return comes_about(verb) or verb.lemma in ("open", "resume", "go")
    row = signature(verb).get("obj")
    return row is not None and row.name == "perform"


def is_to_be(copula: Token, frame: str) -> bool:
    """ "the raid would be a mistake", "it will be his first visit", "this may be the start of a siege": what is to be, or
    may be; "the raid may be their work" was one."""
    modals = _TO_BE.get(frame, frozenset())
    return copula.lemma == "be" and any(one.lower in modals for one in copula.children_by("aux"))


def is_norm(verb: Token) -> bool:
    """ "the law allows the police to detain", "a bill enabling raids": what rules permit need not happen; what
    an agreement "allowed" did."""
    standing = verb.tag in ("VBZ", "VBP", "VBG")
    if not standing and not any(one.lower in ("will", "would") for one in verb.children_by("aux")):
        return False
    found = [verb.head] if verb.dep == "acl" else surface_subjects(verb)
    return bool(found) and content(found[0]).base in _NORMS


def is_rumoured(act: Token, supposed: Token) -> bool:
    """ "is supposed to have killed two" tells what is said; "was supposed to have begun" what was to be."""
    perfect = any(one.lemma == "have" for one in act.children_by("aux"))
    return perfect and any(one.tag in ("VBZ", "VBP") for one in supposed.children_by("auxpass"))


ARRANGED = frozenset({"due", "set", "scheduled", "slated", "poised"})
_JUDGING = frozenset(
    "fair unfair wrong right hard difficult easy tough dangerous illegal legal wise premature good better best".split()
)


def is_speech_act(noun: Token) -> bool:
    """A request, a threat, an offer: whoever answers it, it was made."""
    return any(
        row.modality in SPEECH_ACTS or row.name in ("plan-noun", "alleged-noun") for row in signature(noun).values()
    )


def is_denied_existence(noun: Token) -> bool:
    """ "officials emphasized that there is no ceasefire": somebody says that it is not so."""
    copula = noun.head
    return (
        noun.dep == "attr" and copula.child("expl") is not None and copula.dep == "ccomp" and is_reporting(copula.head)
    )


# What an act can only do to others once it is there; "No deal took effect", "No aid reached the town".
_EFFECT = frozenset(
    "affect disrupt stop prevent deter halt damage hurt harm hamper hinder injure wound kill change alter impact delay "
    "produce yield slow weaken undermine interrupt cause claim touch dent destroy dampen silence end break discourage".split()
)


def predicated(copula: Token) -> Signature | None:
    """ "an attack is possible", "a deal seems unlikely": what an adjective says of its subject. One that only judges it
    ("the election was not fair", "the war was wrong") leaves it as real as it is."""
    adjective = copula.child("acomp", "oprd")
    if adjective is None or adjective.lemma in _JUDGING:
        return None
    return signature(adjective).get("that")


def was_there(verb: Token, frame: str, outer: Reality) -> bool:
    """ "The strike did not affect exports": what an act did not do to others, it was there to do."""
    told = frame == "subj" and outer.status == NOT and outer.modality == "happened"
    return told and verb.child("dobj") is not None and verb.lemma in _EFFECT


def says_but(token: Token) -> bool:
    return any(child.dep == "cc" and child.lower == "but" for child in [*token.children, *token.head.children])
