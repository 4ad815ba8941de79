"""Whose words they are: the speaker of a verb or noun of speech, and how the table names him."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from timeline.actors.pronouns import QUOTING
from timeline.events.cues.speech import frames_of
from timeline.events.syntax.texts import issuing_verb
from timeline.language.document import Document, Token
from timeline.model import Actor, Span

MOST_NAMES = 4
SUBJECT = ("nsubj", "nsubjpass", "csubj")
_RELATIVE = frozenset({"who", "which", "that"})
_PERSONAL = frozenset({"he", "she", "they", "it", "we", "i", "him", "her", "them", "his", "their", "its"})
_MEDIA = frozenset("tweet post message letter statement speech video interview article email".split())
# Verbs whose subject is told, or brings about, what others say: "faces warnings that …".
_HEARING = frozenset(
    "face receive get hear ignore heed dismiss reject deny draw bring prompt spark provoke trigger attract invite fuel "
    "refute counter ease allay fear follow cite quote".split()
)
# Verbs by which one who has said something says more, whatever clause they stand behind.
_GOING_ON = frozenset(
    "add note stress emphasize emphasise underline explain continue specify clarify insist reiterate".split()
)
_SUBJECTS = {"his": "he", "her": "she"}
_INSIDE = frozenset({"compound", "amod", "nmod", "nummod", "poss", "case", "det", "quantmod", "advmod", "punct"})


def subject_of(verb: Token) -> Token | None:
    """The word that says, thinks or shows: the subject, of the clause above where the verb has none of its own, the
    agent of a passive, the noun a relative or participle clause hangs on."""
    passive = verb.child("auxpass") is not None
    if passive or (verb.tag == "VBN" and verb.dep == "acl"):
        agent = verb.child("agent")
        return agent.child("pobj") if agent else None
    above = _going_on(verb) or verb
    for _ in range(6):
        own = above.child("nsubj", "csubj", "nsubjpass")
        if own is not None and own.pos != "SCONJ":
            return own
        if above.dep in ("relcl", "acl") or (above.dep == "xcomp" and above.head.pos in ("NOUN", "PROPN")):
            return above.head if above.tag != "VB" else _possessor(above.head) or above.head
        if above.dep in ("conj", "xcomp", "advcl", "ccomp", "dep", "parataxis") and above.head.pos in ("VERB", "AUX"):
            if above.dep == "ccomp" and above.tag not in ("VBG", "VB"):
                return None
            if above.dep == "xcomp":
                controller = above.head.child("dobj")
                if controller is not None and above.tag == "VB":
                    return controller
            above = above.head
            continue
        if above.dep == "pcomp" and above.head.head.pos in ("VERB", "AUX"):
            quoting = above.head.head
            source = quoting.child("dobj") if quoting.lemma in QUOTING and above.head.lower == "as" else None
            if source is not None:
                return source  # "cited the mayor as saying"
            above = quoting
            continue
        if above.dep == "pcomp" and above.head.head.pos in ("NOUN", "PROPN"):
            return _possessor(above.head.head)
        return None
    return None


def _going_on(participle: Token) -> Token | None:
    """The "said" of "Tusk said they had expelled envoys, [adding] that …", which the parser hangs on what is said."""
    told = participle.head
    if participle.lemma not in _GOING_ON or participle.tag != "VBG" or participle.dep != "advcl" or told.dep != "ccomp":
        return None
    return told.head if told.i < participle.i and frames_of(told) is None and frames_of(told.head) is not None else None


def speaker_of_noun(noun: Token) -> Token | None:
    """Whose claim, warning or promise it is: the possessor, "by" and "from", or the subject of the verb it is object
    of ("he made a promise to …")."""
    owner = _possessor(noun)
    if owner is not None:
        return owner
    for child in noun.children:
        if child.dep in ("prep", "agent") and child.lower in ("by", "from", "among"):
            return child.child("pobj")
    if noun.dep in ("dobj", "attr") and noun.head.pos in ("VERB", "AUX"):
        verb = noun.head
        if verb.lemma not in _HEARING:
            return subject_of(verb)
        source = next((one for one in verb.children if one.lower == "from" and one.i > noun.i), None)
        return source.child("pobj") if source is not None else None
    for child in noun.children:
        if child.dep == "amod" and child.entity in ("NORP", "GPE"):
            return child
    return None


def antecedent(token: Token) -> Token:
    """What "who" and "which" stand for."""
    if token.lower in _RELATIVE and token.tag in ("WP", "WDT", "IN"):
        for above in token.ancestors():
            if above.dep == "relcl":
                return above.head
    return token


def phrase(token: Token) -> Span:
    """The noun phrase of a speaker, without the clauses that hang on it: "Russian speaker Vyacheslav Volodin"."""
    last = token
    left = _token_at(token, min([token.i, *(child.left for child in _inside(token))]))
    for child in token.children:
        if child.dep == "prep" and child.i == last.i + 1 and child.lower in ("of", "for", "in", "at", "from"):
            inner = child.child("pobj")
            if inner is not None:
                last = _token_at(token, max(inner.i, phrase_end(inner)))
    return Span(left.start, last.end)


def phrase_end(token: Token) -> int:
    """Index of the last token of a noun with its of-phrase."""
    for child in token.children:
        if child.dep == "prep" and child.i == token.i + 1 and child.lower == "of":
            inner = child.child("pobj")
            if inner is not None and inner.i - child.i < 8:
                return inner.i
    return token.i


class Names:
    """How speakers are named: by the actor whose mention covers the word, else by their own words; a pronoun that no
    actor explains is the last person (for "they" and "it" the last of any kind) who spoke."""

    def __init__(self, document: Document, actors: Sequence[Actor]) -> None:
        self.document = document
        self.actors = sorted(actors, key=lambda actor: (actor.span.start, -actor.span.end))
        self.starts = [actor.span.start for actor in self.actors]
        self.last_person = ""
        self.last_sentence = -1
        self.last = ""
        self.persons: set[str] = set()
        self.pronouns: dict[str, str] = {}  # name → the pronoun that has stood for it

    def name(self, token: Token, spoke: bool = True) -> str:
        """The display name of the speaker whose noun phrase this word heads; `spoke` says that later pronouns may
        mean it."""
        token = _named(_author(antecedent(token)))
        actor = self.actor_at(token)
        if token.lower in _PERSONAL:
            if token.lower in ("they", "their") and (before := self._plural_before(token)):
                return before
            if token.lower in ("he", "she", "his") and self._spoke_just_before(token):
                self.last_sentence = token.sentence.index
                self.pronouns.setdefault(self.last_person, _SUBJECTS.get(token.lower, token.lower))
                return self.last_person
            if actor is not None and actor.name.lower() not in _PERSONAL and actor.kind != "state":
                return actor.name
            last = self.last if token.lower in ("it", "they", "we", "its", "their") else self.last_person or self.last
            return last or token.text
        found = self._plain(token)
        if len(found) > 5 and found.lower().startswith("both ") and _conjuncts(token):
            found = found[5:]
        joined = list(dict.fromkeys([found, *(self._plain(other) for other in _conjuncts(token))]))
        found = joined[0] if len(joined) == 1 else f"{', '.join(joined[:-1])} and {joined[-1]}"
        if spoke:
            self.last = found
            if self._is_person(token, actor):
                self.persons.add(token.text)
                self.last_person, self.last_sentence = found, token.sentence.index
        return found

    def _plain(self, token: Token) -> str:
        """One name: the actor's, unless the words say more ("Ukrainian officials", "the Kremlin")."""
        actor = self.actor_at(token)
        if actor is not None and actor.kind not in ("state", "") and token.tag not in ("NN", "NNS"):
            return actor.name
        if actor is not None and actor.kind == "person" and not actor.implied:
            after = self.document.text[token.end : actor.span.end].split()
            if after and after[-1] == actor.name.split()[-1]:  # "US ambassador to NATO Nicholas Burns"
                return actor.name
        return _bare(self.document.written(phrase(token)))

    def _is_person(self, token: Token, actor: Actor | None) -> bool:
        """By the parser, by the actor tables, or by a surname that has stood for one before."""
        return token.entity == "PERSON" or (actor is not None and actor.kind == "person") or token.text in self.persons

    def _plural_before(self, pronoun: Token) -> str:
        """The plural subject of the sentence before: "The two presidents talked. They stressed that …"."""
        here = pronoun.sentence.root.child("nsubj", "nsubjpass")
        if here is not None and here.tag == "NNS" and here.i < pronoun.i and pronoun.head.dep in ("relcl", "advcl"):
            return _bare(self.document.written(phrase(here)))  # "The troops seek a man they say fled"
        if pronoun.sentence.index == 0:
            return ""
        subject = self.document.sentences[pronoun.sentence.index - 1].root.child("nsubj", "nsubjpass")
        return _bare(self.document.written(phrase(subject))) if subject is not None and subject.tag == "NNS" else ""

    def _spoke_just_before(self, pronoun: Token) -> bool:
        """Whether the last person who spoke did so within two sentences and has not been the other pronoun."""
        word = _SUBJECTS.get(pronoun.lower, pronoun.lower)
        near = bool(self.last_person) and 0 <= pronoun.sentence.index - self.last_sentence <= 2
        return near and self.pronouns.get(self.last_person, word) == word

    def actor_at(self, token: Token) -> Actor | None:
        """The actor whose mention covers the word."""
        at = bisect_right(self.starts, token.start)
        for actor in self.actors[max(0, at - 4) : at][::-1]:
            if actor.span.start <= token.start and token.end <= actor.span.end:
                return actor
        return None


def _inside(token: Token) -> list[Token]:
    return [
        child
        for child in token.children
        if child.i < token.i and child.dep in _INSIDE and child.lower not in (",", '"', "–", "—", "(")
    ]


def _token_at(near: Token, index: int) -> Token:
    tokens = near.sentence.tokens
    return tokens[index - tokens[0].i]


def _possessor(noun: Token) -> Token | None:
    return noun.child("poss")


def _conjuncts(token: Token) -> list[Token]:
    """Who speaks along: "Rezaei and Amini said …"; of a long list the first few."""
    found: list[Token] = []
    at: Token | None = token
    while at is not None and len(found) < MOST_NAMES - 1:
        at = next((c for c in at.children if c.dep == "conj" and c.pos in ("PROPN", "NOUN") and c.i > token.i), None)
        if at is not None:
            found.append(at)
    return found


def _author(token: Token) -> Token:
    """Who wrote what speaks: "a tweet by Ana Torres", "[Chad] issued a statement saying …"."""
    if token.lemma in _MEDIA:
        for child in token.children:
            if child.dep in ("prep", "agent") and child.lower == "by" and (by := child.child("pobj")) is not None:
                return by
    verb = issuing_verb(token) if token.dep == "dobj" else None
    issuer = subject_of(verb) if verb is not None else None
    return antecedent(issuer) if issuer is not None and issuer.pos in ("NOUN", "PROPN") else token


def _named(token: Token) -> Token:
    """ "the mayor, Ana Torres,": the name beside the office."""
    if token.tag in ("NN", "NNS"):
        beside = token.child("appos")
        if beside is not None and beside.entity == "PERSON":
            return beside
    return token


def _bare(words: str) -> str:
    """Without the article of a name; that of a common noun begins small."""
    for article in ("the ", "a ", "an "):
        if words.lower().startswith(article):
            rest = words[len(article) :]
            return rest if rest[:1].isupper() else article + rest
    return words
