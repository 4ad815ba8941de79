"""The words that signal events: a document → its triggers, typed, each with what it carries.

Two steps. `candidates` reads triggers.csv at every verb, noun and adjective; `embedding.compose` then puts words
together that speak of one event ("held talks", "agreed to lift the embargo", "the halt in strikes").
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from timeline.actors.tables import find_noun
from timeline.events.syntax.arguments import is_gerund, objects, subjects, under
from timeline.events.syntax.phrases import content, modifiers
from timeline.events.syntax.structure import is_prospective
from timeline.events.syntax.words import HURT
from timeline.events.triggers.embedding import compose
from timeline.events.triggers.lexicon import NO_ROWS, Need, Row, Rows, of_rows, rows, within_reach
from timeline.events.triggers.shapes import SHAPES
from timeline.events.triggers.trigger import Candidate, Trigger
from timeline.language.document import Document, Sentence, Token

__all__ = ["Trigger", "candidates", "find_triggers"]

AROUND = 2  # sentences before and after in which `near` looks
BEFORE, AFTER = 5, 13  # words around a trigger in which `has` looks
_POS = {"VERB": "v", "AUX": "v", "NOUN": "n", "PROPN": "n", "ADJ": "a", "ADP": "a"}
# Verbs whose "in" governs what they are about; of all others it is a particle ("take in", "move in").
WITH_IN = frozenset({"result", "participate", "take", "engage", "succeed"})
# Entities whose words are a name's, not an event's.
NAMES = frozenset({"DATE", "TIME", "PERSON", "ORG", "PRODUCT", "WORK_OF_ART", "LANGUAGE", "MONEY", "PERCENT", "NORP"})
# What a thing is that an event has left so: "a war ravaged country".
STRICKEN = frozenset("torn weary ravaged stricken scarred racked wracked plagued".split())
# Pronouns as subjects, and the labels of what they may stand for; as objects those alone that mean a person, for the
# others bring in more wrong rows than right.
STANDS_FOR = (
    dict.fromkeys("he she him her who whom we us i me them".split(), frozenset({"PERSON"}))
    | {"it": frozenset({"GPE", "ORG"}), "which": frozenset({"GPE", "ORG"})}
    | {"they": frozenset({"PERSON", "GPE", "ORG", "NORP"})}
)
# Those before or for whom a case is made, and what they do.
BENCHES = frozenset("prosecution inquiry enquiry investigation probe trial".split())
ARGUING = frozenset(
    "find conclude say argue tell claim allege prove ask call seek demand request present rest close show maintain insist contend".split()
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
PRIVATE = frozenset(("LAB", "CVL", "EDU", "HLH"))
# Adverbs beside a verb on which the parser hangs where the way leads.
DIRECTIONS = frozenset(
    ("back", "home", "over", "out", "away", "down", "up", "ashore", "north", "south", "east", "west")
)
NOBODY: frozenset[str] = frozenset()
UNREAD = frozenset({"PERSON", "ORG"})  # what a name may be that the parser's entity reader missed

STORMS = frozenset("cyclone hurricane typhoon storm".split())


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
    """The words of a sentence, and the lemmas of those around it, worked out when a row asks for them and only once."""

    __slots__ = ("document", "known", "own", "saying", "words")

    def __init__(self, document: Document) -> None:
        self.document = document
        self.known: dict[int, frozenset[str]] = {}
        self.own: list[frozenset[str]] = []
        self.words: frozenset[str] = frozenset()
        self.saying: tuple[int, frozenset[str]] = (-1, frozenset())

    def said(self, sentence: Sentence) -> frozenset[str]:
        """All that a row may ask of the sentence: its words as they stand and their lemmas, both in small letters, and the
        labels of what they name or stand for; kept while the sentence is read."""
        if self.saying[0] != sentence.index:
            tokens = sentence.tokens
            said = {one.lower for one in tokens}
            said.update([one.base for one in tokens])
            said.update([one.entity for one in tokens])
            for one in tokens:
                if one.pos == "PROPN":
                    said |= UNREAD
                elif one.pos == "PRON":
                    said |= STANDS_FOR.get(one.lower, NOBODY)
                elif one.pos == "NOUN" and is_person(one.base):
                    said.add("person")
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


def _lemmas(sentence: Sentence) -> frozenset[str]:
    """ "stormed the palace" is no storm, "fired at the palace" and "opened fire" no fire, "leaked the names" no leak,
    "a bus driver" no bus."""
    return frozenset(
        token.base
        for token in sentence.tokens
        if token.pos not in ("DET", "PUNCT")
        and not (token.lemma in ("storm", "fire") and _is_of_arms(token))
        and not (token.lemma == "leak" and token.pos == "VERB" and token.child("dobj", "nsubjpass") is not None)
        and not (token.dep == "compound" and _is_of_somebody(token))
    )


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


def _is_of_arms(token: Token) -> bool:
    return token.pos == "VERB" or (token.dep == "dobj" and token.head.lemma in ("open", "exchange", "return", "trade"))


def candidates(sentence: Sentence, context: Context) -> dict[int, Candidate]:
    """The row of triggers.csv that each word of the sentence matches best, by token index."""
    found: dict[int, Candidate] = {}
    for token in sentence.tokens:
        possible = possible_rows(token) if token.pos in _POS else NO_ROWS
        made = best_row(token, possible, context) if possible.rows else None
        if made is not None:
            found[token.i] = made
    for one in list(found.values()):
        for part in one.parts:
            found.pop(part.i, None)
    return {i: one for i, one in found.items() if one.row.type or one.row.operator}


def possible_rows(token: Token) -> Rows:
    """The rows that begin with the word; none where it can signal nothing."""
    pos = _POS.get(token.pos)
    if pos is None:
        return NO_ROWS
    table, lemma = rows()[pos], token.base
    found = table.get(lemma)
    if found is None and pos == "v":
        found = next((table[one] for one in _respelt(lemma) if one in table), None)
    if found is None and is_gerund(token):
        found = _as_verb(token.lower.removesuffix("ing"))
    return found if found is not None and may_signal(token) else NO_ROWS


def _respelt(lemma: str) -> tuple[str, ...]:
    """The parser's "stag" for "staged", "cordone" for "cordoned", "extoll" for "extolled", "martialle" for "martialled";
    "rejoin" or "join" for "re-join"."""
    prefix, hyphen, bare = lemma.partition("-")
    if hyphen and prefix in ("re", "co"):
        return prefix + bare, bare
    stem = lemma.removesuffix("e")
    return (stem if stem != lemma else lemma + "e", stem[:-1] if stem[-2:-1] == stem[-1:] else "")


@lru_cache(maxsize=1 << 12)
def _as_verb(stem: str) -> Rows:
    """The rows of a verb told as a noun ("the arming of"); no operators, for what they embed is told otherwise."""
    table = rows()["v"]
    found = next((table[one] for one in (stem, *_respelt(stem)) if one in table), NO_ROWS)
    return of_rows([row for row in found.rows if row.type and row.needs and not row.operator])


def may_signal(token: Token) -> bool:
    """Whether a word can speak of an event where it stands: not an auxiliary, nor a noun inside a name or a date
    ("4 March") or before a hyphen ("war-torn", "war torn")."""
    if token.pos == "AUX":
        return token.dep not in ("aux", "auxpass") or (token.tag == "MD" and not _is_inverted(token))
    before = token.dep == "amod" or (token.dep == "compound" and token.tag in ("VBN", "VBG"))
    if token.pos == "VERB" and before and token.sentence.root.pos in ("VERB", "AUX"):
        return False  # "the ousted president", "Jailed Ana Torres": what is known; without a verb it is one misread
    if token.tag == "VBN" and (article := token.child("det")) is not None and article.i == token.i - 1:
        return False  # "questioned the accused": a person
    if token.pos not in ("NOUN", "PROPN"):
        return True
    if token.entity in NAMES or (token.lemma in BENCHES and _argues(token)):
        return False
    tokens = token.sentence.tokens
    after = token.i - tokens[0].i + 1
    if after == len(tokens):
        return True
    if token.text == "March" and tokens[after].text.isdigit():
        return False  # "Abuja, March 10, 2023 - The …"
    joined = tokens[after].text == "-" and tokens[after].start == token.end
    return not joined and tokens[after].lower not in STRICKEN


def _argues(noun: Token) -> bool:
    """ "The prosecution said", "an inquiry found", "blamed by a UN inquiry": those who do it, not an act."""
    speaks = noun.dep == "nsubj" and noun.head.lemma in ARGUING
    speaks = speaks or (noun.lemma == "prosecution" and noun.dep == "poss")
    return (speaks and noun.child("prep") is None) or (noun.dep == "pobj" and noun.head.lower == "by")


def _is_inverted(modal: Token) -> bool:
    """ "Should any steps be taken against them": if they are; a question is no more of a demand."""
    subject = modal.head.child("nsubj", "nsubjpass")
    return subject is not None and modal.i < subject.i


def best_row(token: Token, possible: Rows, context: Context) -> Candidate | None:
    """The first row (they come most specific first) whose words and needs the token satisfies; it may be a silencing
    one, whose other words are silent too ("talk show")."""
    words = Surroundings(token, context)
    for row in within_reach(possible, possible.asked & context.said(token.sentence)):
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
        if words.holds(need) is need.negated:
            return None
    return parts


def _parts(token: Token, row: Row) -> tuple[Token, ...] | None:
    """The trigger's other words, or None where one is missing."""
    tokens = token.sentence.tokens
    at = token.i - tokens[0].i
    if not row.forward:
        return _before(tokens, at, row.rest)
    following = _after(tokens, at, row.rest)
    if following is not None and row.pos == "v" and any(_dates(one) for one in following):
        return None  # "elections were called for 3 September" is not "called for"
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
        if (
            match is None
            or match.dep == "aux"
            or _dates(match)
            or (word == "in" and match.dep == "prep" and row.head not in WITH_IN)
        ):
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
        if at < 0 or word not in (tokens[at].lower, tokens[at].base):
            return None
        found.append(tokens[at])
    return tuple(found)


def _after(tokens: list[Token], at: int, words: tuple[str, ...]) -> tuple[Token, ...] | None:
    found: list[Token] = []
    for word in words:
        at += 1
        if at < len(tokens) and tokens[at].text == "-":
            at += 1
        if at >= len(tokens) or word not in (tokens[at].lower, tokens[at].base):
            return None
        found.append(tokens[at])
    return tuple(found)


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
            return words is not None and not words.isdisjoint(self.window())
        if key == "near":
            return self.is_near(words or frozenset())
        if key in SHAPES:
            return SHAPES[key](self.token)
        if need.anything and key in ("on", "at"):  # "fired on demonstrators", not "fired on Monday"
            return any(one.entity not in ("DATE", "TIME") for one in self.tokens(key, need.negated))
        told = key + self.particle if key == "obj" else f"!{key}" if need.negated else key
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
            return objects(token, self.particle)
        if key == "subj":
            return subjects(token)
        if key == "mod":
            return list(modifiers(token))
        if key == "xcomp":
            return [*token.children_by("xcomp"), *_purposes(token)]
        if key in ("ccomp", "acl", "aux", "mark"):
            return token.children_by(key)
        return under(token, key) or _under_particle(token, key) or ([] if negated else _under_object(token, key))

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
            near = tokens if self.token.pos != "VERB" else tokens[max(0, at - BEFORE) : at + AFTER]
            self._window = {token.lower for token in near} - {self.token.lower}
        return self._window


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
    return [one for noun in verb.children_by("dobj", "nsubjpass") for one in under(noun, preposition)]


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
    for token in tokens:
        head = content(token)
        if storm := _storm(head):
            words |= {storm, head.lower}
            continue
        for one in (token, head) if head is not token else (token,):
            words.add(one.base)
            words.add(one.lower)
            if key in MET and one.pos == "NOUN" and is_person(one.base):
                words.add("person")
            if one.entity:
                labels.add(one.entity)
            elif one.pos == "PROPN":
                labels |= UNREAD
            if one.pos == "PRON" and (key == "subj" or (key == "obj" and _is_person(one))):
                labels |= STANDS_FOR.get(one.lower, NOBODY)
        for child in head.children:
            if child.dep in ("compound", "amod"):
                words.add(f"{child.lower} {head.base}")
    return Said(bool(tokens), frozenset(words), frozenset(labels))


def _storm(name: Token) -> str:
    """The "cyclone" of "Cyclone Freddy", which is no person."""
    named = name.pos == "PROPN" and name.child("compound")
    return named.lower if named and named.lower in STORMS else ""
