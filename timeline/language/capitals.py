"""Headlines in capitals, as the parser hears them: "Chile Lifts Travel Ban" → "Chile lifts travel ban".

The parser takes a word in capitals for a name, and such a line for one long name without a verb. A word that the
dictionary of its lemmatizer holds, and that is no name of our tables ("Turkey", names.txt), is heard in small letters,
and so it stands in the tokens; the spans of the text keep the article's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

NAMES = Path(__file__).parent / "names.txt"
FEWEST, LONGEST = 4, 30  # words of a headline
SHARE = 0.85  # of its words that may stand in capitals begin with one
PHRASE = 5  # words of the longest name
_WORD = re.compile(r"[^\W\d_]+(?=['’]s\b)|[^\W\d_]+(?:['’][^\W\d_]+)?")
# Words that stay small in such a line; the dictionary holds none of them.
JOINING = frozenset(
    "a an the and or but nor as at by for from in into of off on onto out over per than that to up upon via vs with "
    "within without about above across after against ahead along amid among around before behind below between beyond "
    "despite down during except inside near outside past since through throughout till toward towards under until when "
    "where whether while who whom whose which what why how if because though although unless is are was were be been "
    "has have had do does did will would can could should must might not no it its he she his her they their them we us "
    "our you your this these those there so too also more".split()
)
_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february april june july august september october "
    "november december".split()
)
_DATED = frozenset(
    "in of since by until till through from to last next early late mid this before after during".split()
)
_ACRONYMS = frozenset("US UN EU UK".split())  # in a line of capitals alone no word of the language


class Dictionary:
    """Whether a word in small letters is one of the language: the lemmas and inflections of the parser's lemmatizer."""

    def __init__(self, parser: Language) -> None:
        self._lemmas: dict[str, frozenset[str]] = {}
        self._irregular: dict[str, frozenset[str]] = {}
        self._endings: dict[str, tuple[tuple[str, str], ...]] = {}
        tables = getattr(parser.get_pipe("lemmatizer"), "lookups", None) if parser.has_pipe("lemmatizer") else None
        if tables is None or not all(tables.has_table(f"lemma_{one}") for one in ("index", "exc", "rules")):
            return  # another parser: every word counts as a name, and headlines in capitals are heard as they stand
        index, irregular, endings = (tables.get_table(f"lemma_{one}") for one in ("index", "exc", "rules"))
        for pos in ("verb", "adj", "adv", "noun"):
            self._lemmas[pos] = frozenset(index.get(pos, ()))
            self._irregular[pos] = frozenset(irregular.get(pos, ()))
            self._endings[pos] = tuple((old, new) for old, new in endings.get(pos, ()) if old)

    def holds(self, word: str, *, beside_nouns: bool = False) -> bool:
        """With `beside_nouns`, as something else than a noun."""
        return any(self._is(word, pos) for pos in self._lemmas if not (beside_nouns and pos == "noun"))

    def _is(self, word: str, pos: str) -> bool:
        lemmas = self._lemmas[pos]
        if pos == "verb" and word.startswith("re") and self._is(word[2:], pos):
            return True  # "readmitted"
        if word in lemmas or word in self._irregular[pos]:
            return True
        return any(word.endswith(old) and word.removesuffix(old) + new in lemmas for old, new in self._endings[pos])


@lru_cache(maxsize=2)
def dictionary_of(parser: Language) -> Dictionary:
    return Dictionary(parser)


@lru_cache(maxsize=1)
def names() -> frozenset[str]:
    """Names that hold a word of the dictionary, in small letters."""
    return frozenset(NAMES.read_text(encoding="utf-8").lower().split("\n"))


def in_small_letters(line: str, dictionary: Dictionary) -> str:
    """The line as the parser hears it, letter for letter; itself where it is no headline in capitals.

    >>> class Every:
    ...     def holds(self, word): return word in {"lifts", "travel", "ban", "turkey"}
    >>> in_small_letters("Turkey Lifts Travel Ban to Peru", Every())
    'Turkey lifts travel ban to Peru'
    """
    words = list(_WORD.finditer(line))
    if not FEWEST <= len(words) <= LONGEST or not _is_in_capitals([word.group() for word in words]):
        return line
    shouted = line.isupper()
    kept = set(_named(line, words, dictionary))
    heard = list(line)
    for k, word in enumerate(words):
        text = word.group()
        small = text.lower()
        if len(small) != len(text) or (len(text) == 1 and small not in JOINING):
            continue
        name = k in kept or not _is_word(small, dictionary)
        if shouted:
            if text in _ACRONYMS or (name and k not in kept and len(text) <= 4):
                continue
            heard[word.start() : word.end()] = text.capitalize() if name or k == 0 else small
        elif k and not name and text[1:] == small[1:]:
            heard[word.start() : word.end()] = small
    return "".join(heard)


def _is_in_capitals(words: list[str]) -> bool:
    """Whether nearly all words but the joining ones begin with a capital, and it is not that most are names: a line has
    one word at least that is no name."""
    telling = [word for word in words[1:] if word.lower() not in JOINING and len(word) > 1]
    capitals = sum(word[0].isupper() for word in telling)
    return len(telling) >= FEWEST - 1 and capitals >= SHARE * len(telling)


def _is_word(small: str, dictionary: Dictionary) -> bool:
    return small in JOINING or dictionary.holds(small)


def _named(line: str, words: list[re.Match[str]], dictionary: Dictionary) -> Iterator[int]:
    """The words that are part of a name of our tables, the longest first ("South", "Sudan"), first names before a name,
    and those of the calendar."""
    known = names()
    small = [word.group().lower() for word in words]
    at = 0
    while at < len(words):
        for count in range(min(PHRASE, len(words) - at), 0, -1):
            name = line[words[at].start() : words[at + count - 1].end()].lower()
            if name in known:
                yield from range(at, at + count)
                at += count - 1
                break
        else:
            after = small[at + 1] if at + 1 < len(words) else ""
            first = f"{small[at]} *" in known and after != "" and (after in known or not _is_word(after, dictionary))
            if first or small[at] in _CALENDAR or (small[at] in ("may", "march") and small[at - 1] in _DATED):
                yield at
        at += 1
