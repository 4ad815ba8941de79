"""Which word embeds another, and how: the links that modality is carried along."""

from __future__ import annotations

from timeline.events.cues.signatures import signature
from timeline.events.syntax.words import COMING_TO_BE
from timeline.language.document import Token

_CONDITIONS = frozenset({"if", "unless", "whether", "provided", "providing", "should", "assuming", "lest", "suppose"})
_TEMPORAL = frozenset({"when", "once", "after", "until", "till", "whenever", "soon"})
_PREPOSITIONS = frozenset({"following", "including", "regarding", "concerning"})
_SUSPICIONS = frozenset({"connection", "relation", "suspicion"})
_VERBAL = frozenset({"VERB", "AUX"})
# What a headline that leaves out "were" tells of its subject: a deal is signed, somebody is denied entry, people are
# killed.
SETTLING = frozenset(
    "agree sign announce extend approve reach launch postpone cancel lift impose declare reject pass".split()
)
SETTLED = frozenset(
    "deal agreement accord truce ceasefire treaty pact talks talk law bill sanction curfew emergency election summit plan".split()
)
GIVING = frozenset("deny refuse hand give grant".split())
GIVEN = frozenset(
    "entry access visa bail permission asylum parole term sentence amnesty pardon immunity citizenship".split()
)
ENTRIES = frozenset({"entry", "access"})  # to a place; what else is given to somebody is given by the subject
AUTHORITIES = frozenset("court judge tribunal police government ministry minister council panel authority".split())
HARMED = frozenset("kill wound injure hurt displace".split())
MANY = frozenset("dozen score hundred thousand many several".split())
# Verbs by which fears, rumours and hopes come up or go, after which is told what they are of.
SPREADING = frozenset(
    "grow mount rise emerge spread increase surface circulate arise abound persist swirl linger intensify deepen remain recede "
    "fade dwindle exist".split()
)
BEFALLING = frozenset(
    "kill wound injure hurt arrest detain jail behead displace indict charge convict sentence acquit accuse blame sue fine "
    "deport expel abduct kidnap murder stab hang poison rescue evict extradite suspect".split()
)


def link_of(token: Token) -> tuple[Token, str] | None:
    """The embedding word and the frame, None for a word that nothing embeds.

    Frames: that, to, ing, participle, obj, subj, attr, conj, if, temporal, without, instead, ahead, or a preposition.
    """
    dep = token.dep
    if token.is_root or dep == "ROOT" or token.lower in _PREPOSITIONS:
        return None
    if dep == "conj":
        return token.head, "conj"
    if token.pos in _VERBAL or dep in ("ccomp", "xcomp", "advcl", "pcomp"):
        return _link_of_verb(token, dep)
    return _link_of_noun(token, dep)


def is_infinitive(verb: Token) -> bool:
    """A verb with "to" before it, or a bare infinitive without an auxiliary of its own."""
    to = any(child.dep == "aux" and child.lower == "to" for child in verb.children)
    return to or (verb.tag == "VB" and not any(child.dep == "aux" for child in verb.children))


def is_raising(verb: Token) -> bool:
    """ "An election is expected to be held": what the passive's subject does or meets, the infinitive says."""
    return any(is_infinitive(one) for one in verb.children_by("xcomp"))


def is_prospective(verb: Token) -> bool:
    """ "to leave", "that will leave": a base form with an auxiliary."""
    return verb.tag == "VB" and verb.child("aux") is not None


def _link_of_verb(token: Token, dep: str) -> tuple[Token, str] | None:
    head = token.head
    if dep in ("ccomp", "xcomp", "oprd"):
        mark = token.child("mark")
        if mark is not None and mark.lower in ("if", "whether"):
            return head, "if" if head.child("ccomp") is not token else "that"
        if dep == "ccomp" and token.tag == "VB" and token.i < head.i and token.child("aux", "nsubj") is None:
            return head, "that"  # '"Send him back," she said'
        if token.child("nsubj", "nsubjpass") is None and any(
            child.lower in ("having", "being") for child in token.children if child.dep in ("aux", "auxpass")
        ):
            return head, "ing"  # "denied having shelled", "denied being paid"
        if is_infinitive(token):
            return _raised(head), "to"
        if token.tag == "VBG" and token.child("aux") is None:
            return head, "ing"
        if token.tag == "VBN" and token.child("aux", "auxpass") is None:
            reported = head.child("auxpass") is not None  # "are confirmed killed"
            return head, "to" if dep == "xcomp" and not reported else "that"
        if dep == "ccomp" and (felt := _spread(head)) is not None and "that" in signature(felt):
            return felt, "that"
        return (_raised(head), "that") if dep == "ccomp" else (head, "to")
    if dep == "advcl":
        if head.pos == "ADV" and not head.is_root:
            return head.head, "temporal"  # "as soon as the threat is lifted"
        return _adverbial(token, head)
    if dep == "pcomp":
        return _prepositional(head)
    if dep in ("acl", "relcl"):
        doers = token.children_by("nsubj")
        mark = token.child("mark") or (doers[0] if len(doers) > 1 else None)  # "claims that guards beat him", misread
        if mark is not None and mark.lower in ("that", "whether"):
            return head, "that"
        if is_infinitive(token) and token.child("aux") is not None:
            return head, "to"
        if dep == "acl" and doers and head.pos == "NOUN" and "that" in signature(head):
            return head, "that"  # "no suggestion [that] he was planning a raid"
        return None
    if dep in ("amod", "compound"):
        return None
    if dep == "csubj":
        return (head, "subj") if token.tag == "VBG" else (head, "to")
    return None


def _raised(head: Token) -> Token:
    """ "is likely to": the adjective, where the parser hung the infinitive on the copula."""
    if head.pos == "AUX" and head.lemma == "be":
        return head.child("acomp") or head
    return head


def _adverbial(token: Token, head: Token) -> tuple[Token, str]:
    mark = next((child for child in token.children if child.dep in ("mark", "advmod") and child.i < token.i), None)
    words = [child.lower for child in token.children if child.i < token.i and child.dep in ("mark", "advmod", "aux")]
    if any(word in _CONDITIONS for word in words) or (mark is not None and mark.lower in _CONDITIONS):
        return head, "if"
    if "before" in words:
        return head, "before"
    if any(word in _TEMPORAL for word in words):
        return head, "temporal"
    if is_infinitive(token):
        return _raised(head), "to"
    if token.tag in ("VBG", "VBN") and token.child("aux", "auxpass", "nsubj", "nsubjpass") is None:
        return head, "participle"
    return head, "clause"


def _prepositional(preposition: Token) -> tuple[Token, str] | None:
    if preposition.dep == "conj" and preposition.head.pos == "ADP":
        preposition = preposition.head  # "accused of shelling and of laying mines"
    word = preposition.lower
    if word == "without":
        return preposition.head, "without"
    if word in ("of", "than") or (word == "from" and word_before(preposition).lower == "far"):
        before = word_before(preposition)
        if before.lower in ("instead", "rather", "short", "far"):
            return before.head, "instead"
    if word == "of" and preposition.head.lower in ("ahead", "front"):
        return preposition.head.head, "ahead"
    if word == "of" and preposition.head.head.lower == "in" and _is_event(preposition.head):
        return preposition.head.head.head, "if"
    head = preposition.head
    if head.lemma in _SUSPICIONS and head.dep == "pobj" and (held := _suspected(head.head)) is not None:
        return held, "over"
    state = head.child("acomp", "oprd")
    if state is not None and state.i == preposition.i - 1 and word in signature(state):
        return state, word  # "pleaded not guilty to shelling"
    felt = _spread(head)
    if felt is not None and word in signature(felt):
        return felt, word  # "fears are growing of a war"
    given = head.child("dobj") if word == "to" and head.pos in _VERBAL else None
    linked = word in signature(head) and signature(head)[word].modality == "alleged"  # "linked the group to the raid"
    if given is not None and given.pos == "NOUN" and head.i < given.i < preposition.i and not linked:
        return given, word  # "offered its approval to the raid"
    paid = head.child("dobj") if word == "for" and head.pos in _VERBAL else None
    if paid is not None and paid.lemma in ("reward", "bounty") and paid.i < preposition.i:
        return paid, word  # "offered a reward for the arrest"
    own = word == "to" and head.pos == "NOUN" and word in signature(head)  # "offered approval to the raid"
    if not own and head.dep == "dobj" and head.head.pos in _VERBAL and word in signature(head.head):
        return head.head, word  # "accused the army of shelling"
    return head, word


def _spread(verb: Token) -> Token | None:
    """The noun that a clause or phrase at the end belongs to: "[fears] are growing that it will burst"."""
    felt = verb.child("nsubj") if verb.lemma in SPREADING and verb.child("dobj") is None else None
    return felt if felt is not None and felt.pos == "NOUN" else None


def _suspected(preposition: Token) -> Token | None:
    """The verb of "arrested in connection with the raid", "held on suspicion of treason"."""
    verb = preposition.head.head if preposition.head.dep == "dobj" else preposition.head
    return verb if verb.pos in _VERBAL and "over" in signature(verb) else None


def word_before(word: Token, *, phrase: bool = False) -> Token:
    """The word before this one or, if asked, before its phrase; the first of the sentence has none but itself."""
    tokens = word.sentence.tokens
    return tokens[max(0, (word.left if phrase else word.i) - tokens[0].i - 1)]


def _is_event(noun: Token) -> bool:
    """ "in the event of an attack", "in case of an attack"; not "in the case of the Paris attack"."""
    return noun.lower == "event" or (noun.lower == "case" and noun.child("det", "poss", "amod") is None)


def _link_of_noun(token: Token, dep: str) -> tuple[Token, str] | None:
    head = token.head
    if dep in ("dobj", "nsubjpass"):
        return head, "obj"
    if dep in ("attr", "oprd"):
        return head, "attr"
    if dep == "nsubj":
        return head, "subj"
    if dep == "pobj":
        return _prepositional(head)
    if dep in ("compound", "nmod") and head.pos == "NOUN":
        return head, "of"
    return None


def is_headed(token: Token) -> bool:
    """ "Nine killed in a market": a headline leaves out "were"."""
    subject = token.child("nsubj")
    if _is_given(token, subject):
        return True
    settled = token.lemma in SETTLING and subject is not None and subject.base in SETTLED
    if (
        subject is not None
        and token.lemma in HARMED
        and _is_counted(subject)
        and token.dep in ("ROOT", "ccomp", "conj")
    ):
        return token.child("aux", "auxpass", "dobj", "ccomp", "nsubjpass") is None  # "says 3 people killed."
    if (
        not (settled or token.lemma in BEFALLING)
        or token.head is not token
        or token.sentence.tokens[-1].lower in (".", '"', "!")
    ):
        return False
    return subject is not None and token.child("aux", "auxpass", "dobj", "ccomp", "nsubjpass") is None


def _is_counted(noun: Token) -> bool:
    """ "Three", "3 people", "dozens of men"."""
    return noun.pos == "NUM" or noun.child("nummod") is not None or noun.base in MANY


def _is_given(token: Token, subject: Token | None) -> bool:
    """ "Journalist denied entry to Britain", "Editor handed a prison term", in a line that nothing ends."""
    met = token.child("dobj")
    if token.lemma not in GIVING or met is None or met.lemma not in GIVEN or subject is None:
        return False
    to = any(one.lower == "to" for noun in (token, met) for one in noun.children_by("prep"))
    if (to and met.lemma not in ENTRIES) or (subject.base in AUTHORITIES and token.child("agent") is None):
        return False  # "Court denied bail to the editor"
    somebody = subject.entity in ("", "PERSON") and token.child("aux", "auxpass", "dative") is None
    return somebody and token.sentence.tokens[-1].lower not in (".", '"', "!")


def is_set_to_come(verb: Token) -> bool:
    """ "are set to [go] into effect in May", but not "signed a treaty and are set to begin talks in May"."""
    return verb.head.tag == "VBN" and verb.lemma in COMING_TO_BE and verb.head.dep != "conj"
