"""How rules for times are written, and what they may ask of the text around a match."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from timeline.language.capitals import is_shouted
from timeline.language.document import Document, Token
from timeline.rules import Rule, rule

GAP = "(?: {1,2})"
HEADLINE = 110  # characters; a longer line is a sentence
STOPS = frozenset(".!?,;:\"'")
LONG_WORDS = re.compile(r"[A-Za-z]{3,}")
LINKS = frozenset("after among and are before but for from has have into nor off out over per than that the through "
                  "until was were what when who why with".split())  # fmt: skip
MOST_LINES_HAVE = 4  # words and more; "Saturday Night Live" alone is a name
TIMES = frozenset(("DATE", "TIME"))  # entities that are times, whatever their capitals


def phrase(pattern: str, *, yes: Mapping[str, Any], no: Sequence[str] = ()) -> Callable[[Callable[..., Any]], Rule]:
    r"""Decorator: a rule that reads lower-case words from the start of a word to the end of one. `\s` is a gap between
    two words of a line."""
    return rule(rf"(?:{pattern})(?!\w)".replace(r"\s", GAP), yes=yes, no=no, flags=0)


def lower_in_place(text: str) -> str:
    """The text in lower case, every character at its old place ("İ" would become two)."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(one if len(one := character.lower()) == 1 else character for character in text)


def as_written_small(document: Document) -> str:
    """The text, its paragraphs in capitals throughout as the parser hears them; each character keeps its place."""
    text = document.text
    if not document.heard:
        return text
    pieces, at = [], 0
    for span in document.paragraphs:
        if is_shouted(span.of(text)):
            pieces += [text[at : span.start], span.of(document.heard)]
            at = span.end
    return "".join([*pieces, text[at:]])


class Context:
    """The text around a match, and the words as the parser tagged them."""

    __slots__ = ("_marks", "_starts", "document", "lower", "text")

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = as_written_small(document)
        self.lower = lower_in_place(document.text)
        self._marks: dict[str, list[tuple[int, str | None]]] = {}
        self._starts = [token.start for token in document.tokens]

    def token_at(self, character: int) -> Token | None:
        """The token that holds this character, or the nearest before it."""
        index = bisect_right(self._starts, character) - 1
        return self.document.tokens[index] if index >= 0 else None

    def tag_at(self, character: int) -> str:
        """Its Penn tag; "" in a text that was not parsed."""
        token = self.token_at(character)
        return token.tag if token is not None else ""

    def before(self, character: int, width: int = 40) -> str:
        """The lower-case text before, as far as the line goes."""
        piece = self.lower[max(0, character - width) : character]
        return piece[piece.rfind("\n") + 1 :]

    def after(self, character: int, width: int = 40) -> str:
        """The lower-case text after, as far as the line goes."""
        piece = self.lower[character : character + width]
        cut = piece.find("\n")
        return piece if cut < 0 else piece[:cut]

    def marks(self, name: str, pattern: re.Pattern[str]) -> list[tuple[int, str | None]]:
        """Where a pattern occurs in the whole text, and what its first group holds; looked up once a text."""
        if name not in self._marks:
            self._marks[name] = [(match.start(), match.group(1)) for match in pattern.finditer(self.text)]
        return self._marks[name]

    def owns(self, character: int) -> bool:
        """Whether the word here only says whose or which: "Friday's vote"."""
        token = self.token_at(character)
        if token is None or token.i + 1 >= len(self.document.tokens):
            return False
        return self.document.tokens[token.i + 1].tag == "POS"

    def is_capital(self, character: int) -> bool:
        return self.text[character].isupper()

    def is_named(self, character: int) -> bool:
        """Whether a capital marks the word here as a name's: the "Week" of "host of This Week", not of a headline whose
        every word has one."""
        return self.text[character].isupper() and not self.is_in_headline(character)

    def is_in_headline(self, character: int) -> bool:
        """Whether the line is set in capitals ("TALKS TO RESUME NEXT WEEK", "Talks to Resume Next Week")."""
        start = self.text.rfind("\n", max(0, character - HEADLINE), character) + 1
        end = self.text.find("\n", character, character + HEADLINE)
        line = self.text[start or max(0, character - HEADLINE) : end if end >= 0 else character + HEADLINE].strip()
        if len(line) > HEADLINE or line[-1:] in STOPS:
            return False
        words = [word for word in LONG_WORDS.findall(line) if word not in LINKS]
        return len(words) >= MOST_LINES_HAVE and all(word[0].isupper() for word in words)

    def is_in_name(self, character: int) -> bool:
        """Whether the word here is a capitalised one of a name: "Back to the Future", "The Tonight Show"."""
        token = self.token_at(character)
        if token is None or not token.text[:1].isupper() or token.text.isupper():
            return False
        if token.entity:
            return token.entity not in TIMES
        return token.tag == "NNP" and token.dep == "compound"
