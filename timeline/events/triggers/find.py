"""The words that signal events: a document → its triggers, typed, each with what it carries.

Two steps. `candidates` reads triggers.csv at every verb, noun and adjective; `embedding.compose` then puts words
together that speak of one event ("held talks", "agreed to lift the embargo", "the halt in strikes").
"""

from __future__ import annotations

from functools import lru_cache

from timeline.events.syntax.arguments import is_gerund
from timeline.events.triggers.embedding import compose
from timeline.events.triggers.lexicon import NO_ROWS, Row, Rows, of_rows, rows, within_reach
from timeline.events.triggers.surroundings import Context, Surroundings
from timeline.events.triggers.trigger import Candidate, Trigger
from timeline.language.document import Document, Sentence, Token

__all__ = ["Trigger", "candidates", "find_triggers"]

_POS = {"VERB": "v", "AUX": "v", "NOUN": "n", "PROPN": "n", "ADJ": "a", "ADP": "a"}
# Verbs whose "in" governs what they are about; of all others it is a particle ("take in", "move in").
WITH_IN = frozenset({"result", "participate", "take", "engage", "succeed"})
# Entities whose words are a name's, not an event's.
NAMES = frozenset({"DATE", "TIME", "PERSON", "ORG", "PRODUCT", "WORK_OF_ART", "LANGUAGE", "MONEY", "PERCENT", "NORP"})
# What a thing is that an event has left so: "a war ravaged country".
STRICKEN = frozenset("torn weary ravaged stricken scarred racked wracked plagued".split())
# Those before or for whom a case is made, and what they do.
BENCHES = frozenset("prosecution inquiry enquiry investigation probe trial".split())
ARGUING = frozenset(
    "find conclude say argue tell claim allege prove ask call seek demand request present rest close show maintain insist contend".split()
)


def find_triggers(document: Document) -> list[Trigger]:
    """Triggers in order of appearance; a carried act that is no row of its own is reachable through `carries`."""
    found: list[Trigger] = []
    context = Context(document)
    for sentence in document.sentences:
        own = candidates(sentence, context)
        if own:
            found += compose(own)
    return found


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
            or _is_joined(match)
            or _dates(match)
            or (word == "in" and match.dep == "prep" and row.head not in WITH_IN)
        ):
            return None
        found.append(match)
    return tuple(found)


def _is_joined(particle: Token) -> bool:
    """The "up" of "gave money for the clean-up", by which nothing is given up."""
    tokens = particle.sentence.tokens
    return particle.dep == "prt" and tokens[particle.i - tokens[0].i - 1].text == "-"


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
