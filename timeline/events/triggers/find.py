"""The words that signal events: a document → its triggers, typed, each with what it carries.

Two steps. `candidates` reads triggers.csv at every verb, noun and adjective; `embedding.compose` then puts words
together that speak of one event ("held talks", "agreed to lift the embargo", "the halt in strikes").
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from timeline.actors.tables import load_nouns
from timeline.events.syntax.arguments import (
    PORTIONS,
    content,
    is_passive,
    modifiers,
    objects,
    saying_verb,
    subjects,
    surface_subjects,
    under,
)
from timeline.events.triggers.embedding import Candidate, Trigger, compose
from timeline.events.triggers.lexicon import Need, Row, classes, rows
from timeline.language.document import Document, Sentence, Token

__all__ = ["Trigger", "candidates", "find_triggers"]

AROUND = 2  # sentences before and after in which `near` looks
BEFORE, AFTER = 5, 13  # words around a trigger in which `has` looks
_POS = {"VERB": "v", "AUX": "v", "NOUN": "n", "PROPN": "n", "ADJ": "a", "ADP": "a"}
# Verbs whose "in" governs what they are about; of all others it is a particle ("take in", "move in").
WITH_IN = frozenset({"result", "participate", "take", "engage", "succeed"})
# Before "fire", beside forces and weapons: how or by whom it is aimed.
_AIMED = frozenset("sniper gun gunman arm small friendly enemy hostile tank mortar automatic covering crossed".split())
# What whoever speaks "must" do by speaking.
_SAYING_SO = frozenset("say tell admit confess note add stress mention remember acknowledge recall ask thank".split())
# Whom a duty of all is put to, and what nobody is asked to do.
_ANYBODY = frozenset("we one you people everyone everybody anyone anybody nobody".split())
_INWARD = frozenset("know remember understand realise realize feel think believe see have need be mean".split())
# What "should" only foresees: of things that do it by themselves, and of whoever "should be" so.
_COMES = frozenset(
    "come rise fall drop grow improve decline recover ease slow reach average emerge benefit cost".split()
)
_ABLE = frozenset("able ready better easier higher lower fine clear possible available enough good safe".split())
# Classes of those who act.
_SOMEBODY = ("people", "prisoner", "official", "side", "body", "force", "labour", "press")
_OWN_WILL = frozenset({"will", "would", "'ll", "'d", "might", "may", "could"})
# Entities whose words are a name's, not an event's.
NAMES = frozenset({"DATE", "TIME", "PERSON", "ORG", "PRODUCT", "WORK_OF_ART", "LANGUAGE", "MONEY", "PERCENT", "NORP"})
# Pronouns as subjects, and the labels of what they may stand for. (As objects they bring in more wrong rows than right.)
STANDS_FOR = (
    dict.fromkeys("he she him her who whom we us i me them".split(), frozenset({"PERSON"}))
    | {"it": frozenset({"GPE", "ORG"}), "which": frozenset({"GPE", "ORG"})}
    | {"they": frozenset({"PERSON", "GPE", "ORG", "NORP"})}
)
_NO_LABELS: frozenset[str] = frozenset()


def find_triggers(document: Document) -> list[Trigger]:
    """Triggers in order of appearance; a carried act that is no row of its own is reachable through `carries`."""
    found: list[Trigger] = []
    context = Context(document)
    for sentence in document.sentences:
        own = candidates(sentence, context)
        if own:
            found += compose(own)
    return found


class Context:
    """Lemmas of the sentences around a sentence, worked out when a row asks for them and only once."""

    __slots__ = ("document", "known", "own", "words")

    def __init__(self, document: Document) -> None:
        self.document = document
        self.known: dict[int, frozenset[str]] = {}
        self.own: list[frozenset[str]] = []
        self.words: frozenset[str] = frozenset()

    def everywhere(self) -> frozenset[str]:
        """Lemmas of the whole document; few of the words that rows ask for are in it at all."""
        if not self.own:
            self.own = [_lemmas(sentence) for sentence in self.document.sentences]
            self.words = frozenset().union(*self.own)
        return self.words

    def around(self, sentence: Sentence) -> frozenset[str]:
        if sentence.index not in self.known:
            self.everywhere()
            near = self.own[max(0, sentence.index - AROUND) : sentence.index + AROUND + 1]
            self.known[sentence.index] = frozenset().union(*near)
        return self.known[sentence.index]


def _lemmas(sentence: Sentence) -> frozenset[str]:
    return frozenset(token.lemma.lower() for token in sentence.tokens if token.pos not in ("DET", "PUNCT"))


def candidates(sentence: Sentence, context: Context) -> dict[int, Candidate]:
    """The row of triggers.csv that each word of the sentence matches best, by token index."""
    found: dict[int, Candidate] = {}
    for token in sentence.tokens:
        possible = possible_rows(token)
        made = best_row(token, possible, context) if possible else None
        if made is not None:
            found[token.i] = made
    for one in list(found.values()):
        for part in one.parts:
            found.pop(part.i, None)
    return {i: one for i, one in found.items() if one.row.type or one.row.operator}


def possible_rows(token: Token) -> tuple[Row, ...]:
    """The rows that begin with the word, the most specific first; none where it can signal nothing."""
    pos = _POS.get(token.pos)
    if pos is None:
        return ()
    table, lemma = rows()[pos], token.lemma.lower()
    found = table.get(lemma, ())
    if not found and pos == "v":
        found = next((table[one] for one in _respelt(lemma) if one in table), ())
    return found if found and may_signal(token) else ()


def _respelt(lemma: str) -> tuple[str, ...]:
    """The parser's "stag" for "staged", "cordone" for "cordoned", "extoll" for "extolled", "martialle" for "martialled"."""
    stem = lemma.removesuffix("e")
    return (stem if stem != lemma else lemma + "e", stem[:-1] if stem[-2:-1] == stem[-1:] else "")


def may_signal(token: Token) -> bool:
    """Whether a word can speak of an event where it stands: not an auxiliary, nor a noun inside a name or a date
    ("4 March") or before a hyphen ("war-torn")."""
    if token.pos == "AUX":
        return token.dep not in ("aux", "auxpass") or (token.tag == "MD" and not _is_inverted(token))
    if token.pos == "VERB" and token.dep == "amod" and token.sentence.root.pos in ("VERB", "AUX"):
        return False  # "the ousted president" is what is known; in a sentence without a verb it is one misread
    if token.pos not in ("NOUN", "PROPN"):
        return True
    if token.entity in NAMES:
        return False
    tokens = token.sentence.tokens
    after = token.i - tokens[0].i + 1
    return not (after < len(tokens) and tokens[after].text == "-" and tokens[after].start == token.end)


def _is_inverted(modal: Token) -> bool:
    """ "Should any steps be taken against them": if they are; a question is no more of a demand."""
    subject = modal.head.child("nsubj", "nsubjpass")
    return subject is not None and modal.i < subject.i


def best_row(token: Token, possible: Iterable[Row], context: Context) -> Candidate | None:
    """The first row (they come most specific first) whose words and needs the token satisfies; it may be a silencing
    one, whose other words are silent too ("talk show")."""
    words = Surroundings(token, context)
    for row in possible:
        parts = match(token, row, words)
        if parts is not None:
            return Candidate(token, row, parts)
    return None


def match(token: Token, row: Row, words: Surroundings) -> tuple[Token, ...] | None:
    """The row's further words where they stand, when all that the row needs holds around the token."""
    parts = _parts(token, row) if row.rest else ()
    if parts is None:
        return None
    words.particle = row.rest[-1] if row.rest and row.forward and row.pos != "n" else ""
    for need in row.needs:  # a plain loop: this runs for every row of every word that some row begins with
        if not words.holds(need):
            return None
    return parts


def _parts(token: Token, row: Row) -> tuple[Token, ...] | None:
    """The trigger's other words, or None where one is missing."""
    tokens = token.sentence.tokens
    at = token.i - tokens[0].i
    if not row.forward:
        return _before(tokens, at, row.rest)
    following = _after(tokens, at, row.rest)
    if following is not None or row.pos == "n":
        return following
    found = []
    for word in row.rest:
        if (
            word == "in"
            and row.head == "take"
            and len(row.rest) == 1
            and not any(one.dep == "prt" for one in token.children)
        ):
            return None
        match = next((child for child in token.children if word in (child.lower, child.lemma)), None)
        if match is None or _dates(match) or (word == "in" and match.dep == "prep" and row.head not in WITH_IN):
            return None
        found.append(match)
    return tuple(found)


def _dates(preposition: Token) -> bool:
    """ "called Erdogan on Friday" is not "called on"."""
    governed = preposition.child("pobj") if preposition.dep == "prep" else None
    return governed is not None and governed.entity in ("DATE", "TIME")


def _before(tokens: list[Token], at: int, words: tuple[str, ...]) -> tuple[Token, ...] | None:
    found: list[Token] = []
    for word in reversed(words):
        at -= 1
        if at >= 0 and tokens[at].text in ("-", "–"):
            at -= 1
        if at < 0 or word not in (tokens[at].lower, tokens[at].lemma.lower()):
            return None
        found.append(tokens[at])
    return tuple(found)


def _after(tokens: list[Token], at: int, words: tuple[str, ...]) -> tuple[Token, ...] | None:
    found: list[Token] = []
    for word in words:
        at += 1
        if at < len(tokens) and tokens[at].text == "-":
            at += 1
        if at >= len(tokens) or word not in (tokens[at].lower, tokens[at].lemma.lower()):
            return None
        found.append(tokens[at])
    return tuple(found)


class Surroundings:
    """What stands around one word, worked out when a row asks for it and only once."""

    __slots__ = ("_objects", "_subjects", "_window", "context", "particle", "token")

    def __init__(self, token: Token, context: Context) -> None:
        self.token = token
        self.context = context
        self.particle = ""
        self._objects: dict[str, list[Token]] = {}
        self._subjects: list[Token] | None = None
        self._window: set[str] | None = None

    def holds(self, need: Need) -> bool:
        return self._holds(need) is not need.negated

    def _holds(self, need: Need) -> bool:
        token, key = self.token, need.key
        if key == "obj":
            return _any(self.objects(), need)
        if key == "subj":
            return _any(self.subjects(), need)
        if key == "has":
            return need.words is not None and not need.words.isdisjoint(self.window())
        if key == "near":
            return self.is_near(need.words or frozenset())
        if key == "mod":
            return _any_modifier(token, need)
        if key in SHAPES:
            return SHAPES[key](token)
        if key == "xcomp":
            return _any([*token.children_by("xcomp"), *_purposes(token)], need)
        if key in ("ccomp", "acl", "aux", "mark"):
            return _any(token.children_by(key), need)
        below = under(token, key) or ([] if need.negated else _under_object(token, key))
        if need.anything and key in ("on", "at"):  # "fired on demonstrators", not "fired on Monday"
            return any(one.entity not in ("DATE", "TIME") for one in below)
        return _any(below, need)

    def objects(self) -> list[Token]:
        if self.particle not in self._objects:
            self._objects[self.particle] = objects(self.token, self.particle)
        return self._objects[self.particle]

    def subjects(self) -> list[Token]:
        if self._subjects is None:
            self._subjects = subjects(self.token)
        return self._subjects

    def is_near(self, words: frozenset[str]) -> bool:
        """Whether a sentence around holds one of the words, the word itself apart."""
        if words.isdisjoint(self.context.everywhere()):
            return False
        around = self.context.around(self.token.sentence)
        return not words.isdisjoint(around) and (words & around) != {self.token.lemma.lower()}

    def window(self) -> set[str]:
        if self._window is None:
            tokens = self.token.sentence.tokens
            at = self.token.i - tokens[0].i
            near = tokens if self.token.pos != "VERB" else tokens[max(0, at - BEFORE) : at + AFTER]
            self._window = {token.lower for token in near} - {self.token.lower}
        return self._window


def _is_agentive(token: Token) -> bool:
    """Whether a duty is somebody's: not "I must say", "we must admit", what one "had to" do oneself, nor a guess ("must
    have fled", "must be hiding", "prices should fall")."""
    verb = token.head if token.dep in ("aux", "auxpass") else token
    found = surface_subjects(verb)
    if not found or found[0].lower in ("this", "that", "it", "there", "what", "which", "i"):
        return False
    act = verb if verb is not token else verb.child("xcomp") or verb
    subject = found[0].lower
    if subject in ("we", "one", "you") and act.lemma in _SAYING_SO:
        return False
    if token is verb and _is_own_need(token, act, subject):
        return False
    if token.lower in ("should", "ought") and _is_foreseen(act, found[0]):
        return False
    guess = act.tag in ("VBG", "VBN") and any(one.lemma in ("have", "be") for one in act.children_by("aux"))
    return not (guess and token.lower in ("must", "have", "has", "had"))


def _is_own_need(verb: Token, act: Token, subject: str) -> bool:
    """ "we had to go it alone", "you have to weigh the costs", "has them worried": "have" and "need" that ask nothing."""
    if verb.lemma != "need" and not any(one.lower == "to" for one in act.children_by("aux")):
        return True
    return subject == "you" or (verb.tag in ("VBD", "VB") and subject in ("we", "he", "she", "they"))


def _is_directed(token: Token) -> bool:
    """Whether a duty is put to somebody who is not the speaker: "Qatar must mediate", not "we need to learn from it", nor
    "the figures must be read with care", nor "the roof must hold"."""
    verb = token.head if token.dep in ("aux", "auxpass") else token
    act = verb if verb is not token else verb.child("xcomp") or verb
    found = surface_subjects(verb)
    if not found or found[0].lower in _ANYBODY or act.lemma in _INWARD or _is_thing(found[0]):
        return False
    return not is_passive(act) or bool(subjects(act))


def _is_foreseen(act: Token, subject: Token) -> bool:
    """ "inflation should come down", "the road should be ready": what is expected of a thing, not asked of anybody."""
    if act.lemma == "be":
        said = act.child("acomp")
        return said is not None and said.lower in _ABLE
    return act.lemma in _COMES and not subject.entity and subject.pos != "PRON"


def _is_by_thing(verb: Token) -> bool:
    """Whether what does it is a thing: "the bridge allows lorries to pass", "a front threatens the coast"."""
    found = subjects(verb)
    return bool(found) and all(_is_thing(one) for one in found)


def _is_thing(noun: Token) -> bool:
    """A common noun that names nobody, nor any body."""
    lemma, known = noun.lemma.lower(), classes()
    if noun.pos != "NOUN" or noun.entity or lemma in load_nouns() or (noun.tag == "NNS" and lemma in PORTIONS):
        return False
    return not any(lemma in known[name] for name in _SOMEBODY)


def _is_consequence(verb: Token) -> bool:
    """ "signed the treaty, allowing it to take effect": what follows from an act that the sentence tells already."""
    return verb.dep == "advcl" and verb.tag == "VBG" and verb.i > verb.head.i and verb.child("nsubj") is None


def _is_own_will(verb: Token) -> bool:
    """ "warned they will shoot": what one says that one will do oneself."""
    clause = verb.child("ccomp")
    subject = clause.child("nsubj") if clause is not None else None
    if clause is None or subject is None or subject.lower not in ("it", "they", "he", "she", "we", "i"):
        return False
    return any(one.lower in _OWN_WILL for one in clause.children_by("aux"))


def _is_absent(verb: Token) -> bool:
    """ "There is no ceasefire"."""
    thing = verb.child("attr", "nsubj")
    return verb.child("expl") is not None and thing is not None and any(child.lower == "no" for child in thing.children)


def _is_hortative(verb: Token) -> bool:
    """ "Let's talk", "Let us talk": who speaks allows nothing."""
    if verb.lower != "let" or surface_subjects(verb):
        return False
    tokens = verb.sentence.tokens
    after = verb.i - tokens[0].i + 1
    return after < len(tokens) and tokens[after].lower in ("'s", "’s", "us")


def _is_by_gunfire(verb: Token) -> bool:
    """ "killed by Israeli fire", "died in sniper fire": the fire of weapons is a mass and says whose or which it is."""
    if verb.pos == "NOUN":
        return _is_gunfire(verb)
    return any(_is_gunfire(one) for one in (*subjects(verb), *under(verb, "in"), *under(verb, "by")))


def _is_gunfire(noun: Token) -> bool:
    if noun.lemma.lower() != "fire" or noun.tag == "NNS":
        return False
    known = classes()
    arms = known["force"] | known["weapon"] | _AIMED
    before = [child for child in noun.children if child.i < noun.i]
    if any(child.dep == "det" and child.lower in ("a", "an") for child in before):
        return False
    return any(
        child.entity == "NORP" or child.lemma.lower() in arms
        for child in before
        if child.dep in ("amod", "compound", "nmod", "poss")
    )


def _under_object(verb: Token, preposition: str) -> list[Token]:
    """ "imposed a ban on the league": what the parser hangs on the object may as well hang on the verb."""
    return [one for noun in verb.children_by("dobj") for one in under(noun, preposition)]


def _is_to_someone(verb: Token) -> bool:
    """ "gave it to Chad", "gave Chad a jet", of which the parser makes two objects where the name is no pronoun."""
    return bool(verb.child("dative") or under(verb, "to")) or len(verb.children_by("dobj")) > 1


SHAPES: dict[str, Callable[[Token], bool]] = {
    "passive": is_passive,
    "hortative": _is_hortative,
    "own_will": _is_own_will,
    "consequence": _is_consequence,
    "gunfire": _is_by_gunfire,
    "said": lambda token: saying_verb(token) is not None,
    "copula": lambda token: token.dep in ("prep", "acomp") and token.head.lemma in ("be", "remain", "stand", "seem"),
    "agentive": _is_agentive,
    "directed": _is_directed,
    "thing": _is_by_thing,
    "absent": _is_absent,
    "to_someone": _is_to_someone,
}


def _purposes(token: Token) -> list[Token]:
    """ "called Lavrov to discuss": the infinitive, even where the parser calls it an adverbial clause."""
    return [one for one in token.children if one.dep == "advcl" and one.tag == "VB" and one.child("aux") is not None]


def _any(tokens: list[Token], need: Need) -> bool:
    if not tokens or need.words is None or need.anything:
        return bool(tokens)
    return any(_fits(token, need) for token in tokens)


def _fits(token: Token, need: Need) -> bool:
    words = need.words or frozenset()
    head = content(token)
    for one in (token, head) if head is not token else (token,):
        lemma = one.lemma.lower()
        if lemma in words or one.lower in words or (one.entity and one.entity in need.labels):
            return True
        if one.pos == "PRON" and need.key == "subj" and need.labels & STANDS_FOR.get(one.lower, _NO_LABELS):
            return True
        if one.pos == "PROPN" and not one.entity and not need.labels.isdisjoint(("PERSON", "ORG")):
            return True  # a name that the parser's entity reader missed
    return any(
        child.dep in ("compound", "amod") and f"{child.lower} {head.lemma.lower()}" in words for child in head.children
    )


def _any_modifier(token: Token, need: Need) -> bool:
    return any(_fits(one, need) for one in modifiers(token))
