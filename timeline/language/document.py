"""The reading of an article: plain tokens and sentences, whatever parser made them.

Rules of the house see these records alone, never the parser's own objects: they are several times faster to walk in
Python, and another parser can stand behind them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from sys import intern

from timeline.model import Article, Span


@lru_cache(maxsize=1 << 14)
def _small(word: str) -> str:
    """The word in small letters, as one string however often it stands in an article: long ones read faster."""
    return word.lower()


class Token:
    """One word, in a headline in capitals as running text would have it. `base` is its lemma in small letters; `pos` is a
    Universal POS tag, `tag` a Penn tag, `dep` a ClearNLP dependency label (all "" where the text was not parsed); `head`
    is the token itself at a root; `left` and `right` are the first and last token index of its subtree; `entity` is an
    OntoNotes label or ""; `start` and `end` are characters of `Document.text`."""

    __slots__ = (
        "base",
        "children",
        "dep",
        "end",
        "entity",
        "head",
        "i",
        "left",
        "lemma",
        "lower",
        "pos",
        "right",
        "sentence",
        "start",
        "tag",
        "text",
    )  # fmt: skip

    i: int
    text: str
    lower: str
    lemma: str
    base: str
    pos: str
    tag: str
    dep: str
    start: int
    end: int
    head: Token
    children: tuple[Token, ...]
    left: int
    right: int
    entity: str
    sentence: Sentence

    def __init__(
        self, i: int, text: str, lemma: str, pos: str, tag: str, dep: str, start: int, entity: str = ""
    ) -> None:
        lower = _small(text)
        self.i = i
        self.text = lower if lower == text else text
        self.lower = lower
        self.set_lemma(lower if lemma == lower else lemma)
        self.pos = intern(pos)
        self.tag = intern(tag)
        self.dep = intern(dep)
        self.start = start
        self.end = start + len(text)
        self.head = self
        self.children = ()
        self.left = self.right = i
        self.entity = entity

    def __repr__(self) -> str:
        return f"Token({self.i}, {self.text!r}, {self.pos}, {self.dep}, head={self.head.i})"

    def set_lemma(self, lemma: str) -> None:
        self.lemma = lemma
        self.base = lemma if lemma is self.lower else _small(lemma)

    @property
    def is_root(self) -> bool:
        return self.head is self

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    def ancestors(self) -> Iterator[Token]:
        """Its heads, nearest first, the root last."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    def child(self, *deps: str) -> Token | None:
        """The first child with one of these dependency labels."""
        for token in self.children:
            if token.dep in deps:
                return token
        return None

    def children_by(self, *deps: str) -> list[Token]:
        return [token for token in self.children if token.dep in deps]


@dataclass(slots=True, eq=False)
class Sentence:
    """Consecutive tokens; `paragraph` counts paragraphs from 0. `span` has no space at either end."""

    index: int
    paragraph: int
    tokens: list[Token]

    @property
    def span(self) -> Span:
        return Span(self.tokens[0].start, self.tokens[-1].end)

    @property
    def root(self) -> Token:
        return next((token for token in self.tokens if token.head is token), self.tokens[0])


@dataclass(frozen=True, slots=True)
class Entity:
    """A named entity as the parser saw it: tokens `[first, last]`, both included."""

    first: int
    last: int
    label: str


@dataclass(slots=True, eq=False)
class Document:
    """An article as it is read. `text` is the reading copy (see `repair`), `heard` the same with headlines in capitals in
    small letters, "" where there are none (see `capitals`); `offsets[i]` is the character of `article.text` that
    `text[i]` comes from, and `offsets` is None when nothing was moved."""

    article: Article
    text: str
    tokens: list[Token]
    sentences: list[Sentence]
    entities: list[Entity] = field(default_factory=list)
    paragraphs: list[Span] = field(default_factory=list)
    offsets: list[int] | None = None
    parsed: bool = True
    heard: str = ""
    _ends: list[int] = field(default_factory=list, init=False, repr=False)

    def to_article(self, span: Span) -> Span:
        """The same words in the article's own text."""
        if self.offsets is None or span.end <= span.start:
            return span
        return Span(self.offsets[span.start], self.offsets[span.end - 1] + 1)

    def tokens_in(self, span: Span) -> list[Token]:
        """Tokens that share a character with the span, by bisection."""
        tokens, ends = self.tokens, self._ends
        if len(ends) != len(tokens):
            ends = self._ends = [token.end for token in tokens]
        first = bisect_right(ends, span.start)
        last = bisect_left(ends, span.end, first)  # the token that holds the span's end, or begins behind it
        return tokens[first : last + (last < len(tokens) and tokens[last].start < span.end)]

    def written(self, span: Span) -> str:
        """The words as running text would have them, a headline's too."""
        return span.of(self.heard or self.text)

    def words(self, first: Token, last: Token) -> str:
        return self.written(Span(first.start, last.end))
