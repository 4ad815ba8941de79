"""What stands around a word, as the rows of triggers.csv ask for it: its subject and objects, what hangs on its
prepositions, the words near it and in the sentences around."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from timeline.actors.tables import find_noun
from timeline.events.syntax.arguments import objects, subjects
from timeline.events.syntax.governed import under
from timeline.events.syntax.phrases import content, modifiers
from timeline.events.syntax.relatives import antecedent, names_people
from timeline.events.syntax.reported import who_says
from timeline.events.syntax.structure import is_prospective
from timeline.events.syntax.words import HURT
from timeline.events.triggers.lexicon import FOR_STATES, OFFICER, Need, classes, classes_of
from timeline.events.triggers.officers import is_officer
from timeline.events.triggers.shapes import SHAPES
from timeline.language.document import Document, Sentence, Token

AROUND = 2  # sentences before and after in which `near` looks
BEFORE, AFTER = 5, 13  # words around a trigger in which `has` looks, quotation marks apart
QUOTES = frozenset(('"', "“", "”", "``", "''"))
# Pronouns as subjects, and the labels of what they may stand for; as objects those alone that mean a person, for the
# others bring in more wrong rows than right.
STANDS_FOR = (
    dict.fromkeys("he she him her who whom we us i me them".split(), frozenset({"PERSON"}))
    | {"it": frozenset({"GPE", "ORG"}), "which": frozenset({"GPE", "ORG"})}
    | {"they": frozenset({"PERSON", "GPE", "ORG", "NORP"})}
)
PERSONS = frozenset("who whom".split())
OF_THINGS = frozenset(
    "drop throw launch plant lob hurl unleash explode detonate rain".split()
)  # what is done so is a bomb
# What takes hold of somebody and does nothing to him: "Fear seized him", "The camera captured her".
FEELINGS = frozenset(
    "fear panic terror grief rage anger despair doubt mood joy camera photo picture image film view".split()
)
MET = frozenset(("obj", "of", "on", "at", "against"))
# What people of any calling do; "guests burst into song" is no storming.
OPINED = frozenset(
    "accuse blame fault criticize criticise condemn denounce decry deplore slam blast lambast lambaste castigate rebuke "
    "reject oppose demand urge welcome praise hail applaud thank protest question lash hit assail rap chide".split()
)
PRIVATE = frozenset(("LAB", "CVL", "EDU", "HLH"))
# Adverbs beside a verb on which the parser hangs where the way leads.
DIRECTIONS = frozenset(
    ("back", "home", "over", "out", "away", "down", "up", "ashore", "north", "south", "east", "west")
)
NOBODY: frozenset[str] = frozenset()
UNREAD = frozenset({"PERSON", "ORG"})  # what a name may be that the parser's entity reader missed

_FORM = frozenset({"DET", "PUNCT"})
_TWO_SENSES = frozenset({"storm", "fire", "leak", "strike"})
STORMS = frozenset("cyclone hurricane typhoon storm".split())
_ON_WHEELS = frozenset(
    "bus coach truck lorry van minibus car train tram vehicle boat ferry ship vessel wave tree".split()
)


class Context:
    """The words of a sentence, and the lemmas of those around it, worked out when a row asks for them and only once."""

    __slots__ = ("document", "known", "own", "saying", "words")

    def __init__(self, document: Document) -> None:
        self.document = document
        self.known: dict[int, frozenset[str]] = {}
        self.own: list[frozenset[str]] = []
        self.words: frozenset[str] = frozenset()
        self.saying: tuple[int, frozenset[str]] = (-1, frozenset())

    def said(self, sentence: Sentence) -> frozenset[str]:
        """All that a row may ask of the sentence: its words as they stand and their lemmas, both in small letters, their
        classes, and the labels of what they name or stand for; kept while the sentence is read."""
        if self.saying[0] != sentence.index:
            tokens = sentence.tokens
            said = {word for one in tokens for word in (one.lower, one.base, one.entity)}
            for one in tokens:
                pos = one.pos
                if pos == "PROPN":
                    said |= UNREAD
                elif pos == "PRON":
                    said |= STANDS_FOR.get(one.lower, NOBODY)
                elif pos == "NOUN" and is_person(one.base):
                    said.add("person")
                if pos in ("NOUN", "PROPN") and OFFICER not in said and is_officer(one):
                    said.add(OFFICER)
            kinds = classes_of()
            said.update([kind for word in said & kinds.keys() for kind in kinds[word]])
            self.saying = sentence.index, frozenset(said)
        return self.saying[1]

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


# What judges are called before their names: "Judge Torres ruled" is a judge's ruling.
TITLES = frozenset("judge justice magistrate prosecutor".split())


def _lemmas(sentence: Sentence) -> frozenset[str]:
    """ "stormed the palace" is no storm, "fired at the palace" and "opened fire" no fire, "leaked the names" no leak,
    "a bus driver" no bus, what a quake or a lorry "strikes" nothing that anybody struck."""
    return frozenset(
        [
            token.base
            for token in sentence.tokens
            if token.pos not in _FORM
            and not (token.lemma in _TWO_SENSES and _is_other(token))
            and not (token.dep == "compound" and _is_of_somebody(token))
        ]
    )


def _is_other(token: Token) -> bool:
    """Whether a word of two senses has the one that `near` does not mean."""
    if token.lemma in ("storm", "fire"):
        return _is_of_arms(token)
    if token.pos != "VERB":
        return False
    return _is_blind(token) if token.lemma == "strike" else token.child("dobj", "nsubjpass") is not None


@lru_cache(maxsize=10_000)
def is_person(lemma: str) -> bool:
    """Whether a noun of no class is a word for a private person: "schoolteacher", "guest"."""
    known = find_noun(lemma)
    return known is not None and known.kind == "person" and known.sector in PRIVATE


def _is_of_somebody(word: Token) -> bool:
    """The "gas" and "station" of "a gas station attendant", the "train" of "train passengers"."""
    noun = word.head
    while noun.dep == "compound":
        noun = noun.head
    return noun.pos == "NOUN" and is_person(noun.base)


def _is_blind(strike: Token) -> bool:
    verb = strike
    while verb.dep == "conj" and verb.child("nsubj") is None:
        verb = verb.head
    subject = verb.child("nsubj")
    return subject is not None and (subject.base in classes()["disaster"] or subject.base in _ON_WHEELS)


def _is_of_arms(token: Token) -> bool:
    return token.pos == "VERB" or (token.dep == "dobj" and token.head.lemma in ("open", "exchange", "return", "trade"))


class Said(NamedTuple):
    """What rows may ask of some words: whether there are any, which they are, what entities they name."""

    any: bool
    words: frozenset[str]
    labels: frozenset[str]


class Surroundings:
    """What stands around one word, worked out when a row asks for it and only once."""

    __slots__ = ("_said", "_window", "context", "particle", "token")

    def __init__(self, token: Token, context: Context) -> None:
        self.token = token
        self.context = context
        self.particle = ""
        self._said: dict[str, Said] = {}
        self._window: set[str] | None = None

    def holds(self, need: Need) -> bool:
        """Whether the condition holds, before it is turned round."""
        key, words = need.key, need.words
        if key == "has":
            window = self.window()
            return words is not None and not (window.isdisjoint(words) and window.isdisjoint(need.labels))
        if key == "near":
            return self.is_near(words or frozenset())
        if key in SHAPES:
            return SHAPES[key](self.token)
        if need.anything and key in ("on", "at"):  # "fired on demonstrators", not "fired on Monday"
            return any(one.entity not in ("DATE", "TIME") for one in self.tokens(key, need.negated))
        told = f"!{key}" if need.negated else key
        if key == "obj":
            told += self.particle
        said = self._said.get(told)
        if said is None:
            said = self._said[told] = _said(self.tokens(key, need.negated), key)
        if words is None or need.anything or not said.any:
            return said.any
        return not words.isdisjoint(said.words) or not need.labels.isdisjoint(said.labels)

    def tokens(self, key: str, negated: bool) -> list[Token]:
        """The words in the place that a condition names."""
        token = self.token
        if key == "obj":
            found = objects(token, self.particle) if token.base != "be" else _named(token)
            return found if negated or token.dep != "relcl" else [*found, *_nouns_above(token, found)]
        if key == "subj":
            return subjects(token)
        if key == "mod":
            return list(modifiers(token))
        if key == "xcomp":
            return [*token.children_by("xcomp"), *_purposes(token)]
        if key in ("ccomp", "acl", "aux", "mark"):
            return token.children_by(key)
        found = under(token, key) or _under_particle(token, key)
        return found if found or negated else _under_object(token, key) or _under_next(token, key)

    def is_near(self, words: frozenset[str]) -> bool:
        """Whether a sentence around holds one of the words, the word itself apart."""
        if words.isdisjoint(self.context.everywhere()):
            return False
        around = self.context.around(self.token.sentence)
        return not words.isdisjoint(around) and (words & around) != {self.token.base}

    def window(self) -> set[str]:
        if self._window is None:
            tokens = self.token.sentence.tokens
            at = self.token.i - tokens[0].i
            reach = at + AFTER + sum(token.text in QUOTES for token in tokens[at : at + AFTER])
            near = tokens if self.token.pos != "VERB" else tokens[max(0, at - BEFORE) : reach]
            self._window = {token.lower for token in near} - {self.token.lower}
            self._window.update([token.entity for token in near if token.entity])
            if self.token.dep == "relcl":  # "martial law, which the president had imposed"
                noun = self.token.head
                self._window.update([one.lower for one in tokens[noun.left - tokens[0].i : noun.i - tokens[0].i + 1]])
        return self._window


def _named(be: Token) -> list[Token]:
    """ "One of the victims was [Ana Ruiz]"."""
    return [one for one in be.children_by("attr") if one.entity == "PERSON"]


def _under_particle(verb: Token, preposition: str) -> list[Token]:
    """ "sent back to Iraq", "moved back from the ridge": what the parser hangs on the adverb of direction."""
    return (
        [one for child in verb.children if child.lower in DIRECTIONS for one in under(child, preposition)]
        if verb.pos == "VERB" and preposition in ("to", "from", "into", "on")
        else []
    )


def _under_object(verb: Token, preposition: str) -> list[Token]:
    """ "imposed a ban on the league", "a ban on the league was imposed": what the parser hangs on the object may as well
    hang on the verb."""
    nouns = verb.children_by("dobj", "nsubjpass")
    if verb.dep == "relcl":  # "the loan for Zambia, which the fund approved"
        nouns = [antecedent(noun) for noun in nouns]
        nouns += _nouns_above(verb, nouns)
    return [one for noun in nouns for one in under(noun, preposition)]


def _under_next(verb: Token, preposition: str) -> list[Token]:
    """ "Two were killed and nine were hurt in a pileup": where or in what one was hurt the other was killed."""
    if preposition not in ("in", "during") or verb.lemma not in HURT or verb.tag != "VBN":
        return []
    return [one for joined in verb.children_by("conj") if joined.lemma in HURT for one in under(joined, preposition)]


def _nouns_above(clause: Token, found: list[Token]) -> list[Token]:
    """The "visit" of "a visit to Lima, which he cancelled", where the parser takes Lima for what the clause tells of."""
    noun = clause.head
    if noun not in found or not any(one.tag == "WDT" for one in clause.children_by("dobj", "nsubjpass")):
        return []
    above: list[Token] = []
    while noun.dep == "pobj" and noun.head.head.pos in ("NOUN", "PROPN") and len(above) < 2:
        noun = noun.head.head
        above.append(noun)
    return [one for one in above if not names_people(one)]  # "the owner of the ship, which gunmen boarded"


def _purposes(token: Token) -> list[Token]:
    """ "called Lavrov to discuss": the infinitive, even where the parser calls it an adverbial clause."""
    return [one for one in token.children if one.dep == "advcl" and is_prospective(one)]


def _is_person(pronoun: Token) -> bool:
    """Whether an object is a person and what befalls him an act: "arrested him"; a fall or a shark may kill him too.
    "Fired him a question", "fired him up" and "dropped him from the squad" befall nobody so."""
    verb = pronoun.head
    if pronoun.lower not in PERSONS or verb.lemma in HURT or verb.lemma in OF_THINGS:
        return False
    if any(one.lemma in FEELINGS for one in verb.children_by("nsubj")):
        return False
    return verb.lemma != "fire" or (
        pronoun.dep != "dative" and verb.child("prt") is None and len(verb.children_by("dobj")) <= 1
    )


def _said(tokens: list[Token], key: str) -> Said:
    """The words themselves, the nouns that count in them, and what stands before those ("peace talks")."""
    words: set[str] = set()
    labels: set[str] = set()
    for token in tokens if key != "subj" or len(tokens) != 1 else [*tokens, *who_says(tokens[0])]:
        head = content(token)
        if storm := _storm(head):
            words |= {storm, head.lower}
            continue
        for one in (token, head) if head is not token else (token,):
            words.add(one.base)
            words.add(one.lower)
            met = key in MET or (key == "subj" and one.head.lemma in OPINED)
            if met and one.pos == "NOUN" and is_person(one.base):
                words.add("person")
            if key in FOR_STATES and is_officer(one):
                labels.add(OFFICER)
            if one.entity:
                labels.add(one.entity)
            elif one.pos == "PROPN":
                labels |= UNREAD
            if one.pos == "PRON" and (key == "subj" or (key == "obj" and _is_person(one))):
                labels |= STANDS_FOR.get(one.lower, NOBODY)
        for child in head.children:
            if child.dep in ("compound", "amod"):
                words.add(f"{child.lower} {head.base}")
                if head.entity == "PERSON" and child.lower in TITLES:
                    words.add(child.lower)
    return Said(bool(tokens), frozenset(words), frozenset(labels))


def _storm(name: Token) -> str:
    """The "cyclone" of "Cyclone Freddy", which is no person."""
    named = name.pos == "PROPN" and name.child("compound")
    return named.lower if named and named.lower in STORMS else ""
