"""What a rule's match can begin with, worked out from its pattern: only rules that fit the words at hand are tried.

An opening is a digit, an apostrophe before one, the first letters of a word, or an article and the first letters of
the word after it ("the la"): half of all rules can begin with "the".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from re import _constants as code  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

from timeline.rules import Rule

LONG, AFTER_ARTICLE = 4, 2  # letters that are looked at: of a word, of the word after an article
ARTICLES = ("the", "a", "an")
LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz")
DIGITS = frozenset("0123456789")
END = "."  # behind an opening to which nothing is added
ANYTHING = "*"

WORD = re.compile(
    rf"(?<![a-z0-9])(?:(the|an?)(?= {{1,2}}([a-z]{{1,{AFTER_ARTICLE}}}|[0-9']))|'(?=[0-9])|[0-9]|[a-z]{{1,{LONG}}})"
)


def openings_in(text: str) -> Iterator[tuple[int, str]]:
    """Where a match may begin in a lower-case text, and the opening that stands there.

    >>> list(openings_in("the last 2 days"))
    [(0, 'the la'), (4, 'last'), (9, '2'), (11, 'days')]
    """
    for word in WORD.finditer(text):
        article, after = word.groups()
        yield word.start(), f"{article} {after}" if article else word.group()


def by_opening(rules: Sequence[Rule]) -> dict[str, tuple[Rule, ...]]:
    """The rules that can match at a word, in their order, by opening.

    >>> from timeline.times.phrase import phrase
    >>> ago = phrase(r"(?:an?|two)\\sdays?\\sago", yes={})(lambda match, context: None)
    >>> sorted(by_opening([ago]))
    ['a da', 'an da', 'two']
    """
    openings = {rule.name: openings_of(rule.pattern) for rule in rules}
    return {
        opening: tuple(rule for rule in rules if opening in openings[rule.name])
        for opening in frozenset().union(*openings.values())
    }


def openings_of(pattern: re.Pattern[str]) -> frozenset[str]:
    """The openings with which a match of the pattern can begin.

    Raises ValueError for a pattern that may begin with anything or be an article alone: rules begin with words.
    """
    begun = _sequence(_parser.parse(pattern.pattern, pattern.flags), frozenset({""}))
    openings = frozenset(opening.rstrip(END) for opening in begun)
    if ANYTHING in openings or any(opening.endswith(" ") for opening in openings):
        raise ValueError(f"a rule begins with words or digits that it names, not with anything: {pattern.pattern[:80]}")
    return openings - {""}  # a match never begins at a space or a mark


def _is_full(opening: str) -> bool:
    article, space, after = opening.partition(" ")
    return opening.endswith((END, ANYTHING)) or len(after if space else article) == (AFTER_ARTICLE if space else LONG)


def _sequence(nodes: Iterable[Any], begun: frozenset[str]) -> frozenset[str]:
    """What the openings become when the nodes follow them."""
    for node in nodes:
        open_ = frozenset(opening for opening in begun if not _is_full(opening))
        if not open_:
            break
        begun = begun - open_ | _add(node, open_)
    return begun


def _add(node: Any, begun: frozenset[str]) -> frozenset[str]:
    kind, value = node
    if kind is code.LITERAL:
        return _letters(begun, [chr(value)])
    if kind is code.IN:
        return _letters(begun, _members(value))
    if kind is code.BRANCH:
        return frozenset().union(*(_sequence(branch, begun) for branch in value[1]))
    if kind is code.SUBPATTERN:
        return _sequence(value[-1], begun)
    if kind in (code.MAX_REPEAT, code.MIN_REPEAT):
        low, high, inner = value
        return _repeated(inner, low, min(high, low + LONG), begun)
    if kind in (code.ASSERT, code.ASSERT_NOT, code.AT):
        return begun
    return _letters(begun, None)


def _repeated(inner: Any, low: int, high: int, begun: frozenset[str]) -> frozenset[str]:
    found = begun if low == 0 else frozenset()
    for count in range(1, high + 1):
        begun = _sequence(inner, begun)
        found = found | begun if count >= low else found
    return found


def _letters(begun: frozenset[str], characters: Iterable[str] | None) -> frozenset[str]:
    """Each opening with each of the characters (None: any) behind it."""
    if characters is None:
        return frozenset({ANYTHING})
    return frozenset(_grown(opening, character) for opening in begun for character in characters)


def _grown(opening: str, character: str) -> str:
    if character == " " and opening.rstrip(" ") in ARTICLES:
        return f"{opening.rstrip(' ')} "
    if character in LETTERS:
        return opening + character
    if (not opening or opening.endswith(" ")) and (character in DIGITS or character == "'"):
        return opening + character + END
    return opening.rstrip(" ") + END


def _members(items: Iterable[Any]) -> list[str] | None:
    """The characters of a class; None where they cannot be listed."""
    found: list[str] = []
    for kind, value in items:
        if kind is code.LITERAL:
            found.append(chr(value))
        elif kind is code.RANGE:
            found += map(chr, range(value[0], value[1] + 1))
        elif kind is code.CATEGORY and value is code.CATEGORY_DIGIT:
            found += sorted(DIGITS)
        else:
            return None
    return found
