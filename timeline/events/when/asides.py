"""What is told in passing: the reason of something else, which one is meant, what a noun holds."""

from __future__ import annotations

from timeline.events.cues.signatures import is_on_trial
from timeline.events.cues.speech import frames_of
from timeline.events.syntax.reach import tells_guilt
from timeline.events.syntax.words import BRINGING, HURT
from timeline.events.when.discourse import is_headline
from timeline.language.document import Token

_VERBAL = frozenset({"VERB", "AUX"})
# What is done for something that was done before.
_JUDGING = frozenset(
    "accuse blame condemn criticize criticise sanction punish thank praise apologize apologise convict sentence jail "
    "arrest detain charge indict try imprison fine retaliate revenge retaliation responsibility responsible apology "
    "trial retrial extradite wanted compensate compensation avenge mourn prosecute award honor honour blacklist retribution "
    "payback slam blast assail rebuke lambaste castigate chide berate censure reprimand hail applaud laud commend "
    "congratulate reward expel sack dismiss oust".split()
)
_SHARES = frozenset("part role involvement participation complicity".split())
_AFTERMATH = frozenset(
    "anniversary aftermath wake memory commemoration mastermind perpetrator survivor veteran".split()
)


# Whose names or bodies are told later than what befell them.
_BODIES = frozenset("body remains corpse".split())
_KNOWN_LATER = frozenset("identify name bury mourn remember recover cremate".split())


def is_known_by(word: Token) -> bool:
    """ "The man who was shot has been identified": what befell one who is named or buried now came before."""
    met = word.head
    if met.dep == "pobj" and met.head.lower == "of" and met.head.head.lemma in _BODIES:
        met = met.head.head  # "the bodies of nine who were killed were buried"
    if word.dep != "relcl" or met.dep not in ("nsubjpass", "dobj"):
        return False
    return met.head.lemma in _KNOWN_LATER


def is_background(word: Token) -> bool:
    """What tells why something else was done: "sanctions over the detention", "thanked them for the rescue", "jailed for
    driving into a crowd that was protesting"."""
    at = word
    for _ in range(5):
        if at.dep in ("pobj", "pcomp"):
            if _is_reason(at):
                return True
            if word.pos not in _VERBAL:
                return False  # of nouns the nearest preposition decides
        if at.is_root or (at.pos in _VERBAL and at.dep not in ("pcomp", "relcl", "acl")):
            return False
        at = at.head
    return False


def _is_reason(noun: Token) -> bool:
    """Whether a preposition makes the word the reason of what governs it."""
    preposition = noun.head
    verb = preposition.head
    while verb.pos in ("NOUN", "PROPN") and not verb.is_root and verb.dep in ("dobj", "nsubjpass", "pobj", "prep"):
        verb = verb.head.head if verb.dep == "pobj" else verb.head
    if preposition.lower == "in":
        return preposition.head.lemma in _SHARES  # "on trial for their part in the riots"
    if preposition.lower == "over":
        return preposition.head.pos in _VERBAL or preposition.head.dep in ("dobj", "nsubjpass", "nsubj", "pobj")
    if preposition.lower == "of":
        found_guilty = tells_guilt(preposition) and preposition.head.lemma not in ("accuse", "suspect")
        brought = preposition.head  # "tampered with papers on his declaration of martial law"
        theirs = brought.lemma in BRINGING and brought.dep == "pobj" and brought.child("poss") is not None
        return brought.lemma in _AFTERMATH or found_guilty or theirs
    if preposition.lower == "for" and is_on_trial(preposition.head):
        return True
    return preposition.lower == "for" and (verb.lemma in _JUDGING or preposition.head.lemma in _JUDGING)


def is_content_of(word: Token, above: Token) -> bool:
    """Whether the word is told in a clause that the other opens: "exposed on Monday that they shot him"."""
    at, clause = word, False
    for _ in range(6):
        if at.is_root:
            return False
        clause = clause or (at.dep == "ccomp" and at.tag in ("VBD", "VBN", "VBZ", "VBP"))
        at = at.head
        if at is above:
            return clause
    return False


def is_aside(word: Token) -> bool:
    """Whether the word stands in a clause that tells which one is meant, or what a noun holds: "the man who hit a guard",
    "claims that the army fired"; no step of the story."""
    at = word
    for _ in range(6):
        if at.dep == "relcl" or (at.dep in ("acl", "ccomp") and at.pos in _VERBAL and at.head.pos == "NOUN"):
            return True
        if at.is_root:
            return False
        at = at.head
    return False


def modifies(verb: Token) -> bool:
    """A participle that tells which one is meant, at a time of its own: "missiles supplied by Paris"; without an agent
    it tells the news: "an operation with two men detained", "Three soldiers killed in ambush"."""
    plain = verb.pos in _VERBAL and verb.dep == "acl" and verb.tag == "VBN" and not verb.head.is_root
    return plain and verb.child("agent") is not None and not is_headline(verb.sentence)


def stands_alone(noun: Token) -> bool:
    """A noun that no verb makes happen: "the halt in strikes", "recent Russian strikes on Kyiv"."""
    at = noun
    while at.dep in ("pobj", "conj", "compound", "appos") and at.head.pos not in _VERBAL and not at.is_root:
        at = at.head
        if at.pos in ("NOUN", "PROPN"):
            return True
    if at.dep == "dobj" and at.head.pos in _VERBAL and frames_of(at.head) is not None:
        return True  # "confirmed the arrest", "condemned the attack"
    return at.dep not in ("dobj", "nsubjpass", "nsubj", "ROOT", "attr", "pobj", "prep", "agent")


def tells_who(verb: Token) -> bool:
    """ "Police who raided the office", "a truce that brought peace": which one is meant, not what is new; "a blast which
    killed nine" is."""
    if verb.dep != "relcl" or verb.tag not in ("VBD", "VBN") or verb.lemma in _WROUGHT:
        return False
    return any(child.lower in _WHICH and child.dep in ("nsubj", "nsubjpass") for child in verb.children)


_WHICH = frozenset({"who", "that", "which"})
_WROUGHT = HURT | frozenset("destroy damage injure hit leave cause force trap topple sink".split())


_TRIED = frozenset("convict sentence charge indict acquit jail imprison prosecute arrest detain".split())
_WITHIN = frozenset("pcomp xcomp prep pobj acl dobj conj".split())


def is_of_a_case(trigger: Token) -> bool:
    """ "convicted of conspiring to [kill] hundreds", "jailed for a plot to [bomb] a station": what was planned lies behind,
    whether it came about or not."""
    one = trigger
    while one.dep in _WITHIN or (one.dep == "relcl" and one.tag == "VB"):
        beside = one.dep == "conj"  # "was arrested and is set to be deported"
        one = one.head
        if beside and one.pos == "VERB" and one.lemma in _TRIED:
            return False
        if one.lemma in _TRIED and one.tag in ("VBD", "VBN", "VBZ"):
            return True
        if one.lower == "guilty":
            return True
        if one.lemma in ("prevent", "stop", "keep"):
            return False  # "arrested to prevent him from bombing the station"
    return False
