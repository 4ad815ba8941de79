"""Headlines in capitals, as the parser hears them: "Chile Lifts Travel Ban" → "Chile lifts travel ban".

The parser takes a word in capitals for a name, and such a line for one long name without a verb. A word is heard in
small letters where the sentences of the article write it so, or else the dictionary of the parser's lemmatizer holds it
and it is no name of our tables ("Turkey", names.txt), and so it stands in the tokens; the spans of the text keep the
article's own. So it is with paragraphs that are written in capitals throughout, as scripts for the radio and old wires are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from timeline.model import Span

if TYPE_CHECKING:
    from spacy.language import Language

NAMES = Path(__file__).parent / "names.txt"
WORDS = Path(__file__).parent / "words.txt"
FEWEST, LONGEST = 4, 30  # words of a headline
FEWEST_SHOUTED = 8  # words of a paragraph in capitals
SHARE = 0.85  # of its words that may stand in capitals begin with one
PHRASE = 5  # words of the longest name
MOST = 300  # characters of a headline
_WORD = re.compile(r"[^\W\d_]+(?=['’][sS]\b)|[^\W\d_]+(?:['’][^\W\d_]+)?")
_POSSESSIVE = re.compile(r"['’]S\b")
_AMID = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+\b")
_SMALL = re.compile(r"\b[a-z]{2,}\b")
_STOP = re.compile(r"(?:!|(?<!\.\w)(?<!\b[JS]r)(?<!\bInc)(?<!\bCo)\.)[\"')]*\s*$")  # not "U.S.", "Jr.", "Inc.", "Co."
_SHORT = 4  # letters of a word that is cut short
_OPENS = re.compile(r"[^\W\d_]{5}[.!?][\"')]* [\"'(]*$")  # what a sentence inside the line follows; not "Gov."
_SENTENCES = re.compile(
    r"(?:[^.!?]|[.!?](?![\"')]*\s)|(?<=\b\w)[.](?=\s)|(?<=\bMR|\bDR|\bST)[.](?=\s))*[.!?]*[\"')]*\s*"
)
_ENDS = (".", "!", "?", '"')
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
_MONTHS = frozenset("may march jan feb mar apr jun jul aug sep sept oct nov dec".split())
_DAY_BEFORE = re.compile(r"(?:^|[^\d,.])[0-3]?\d(?:st|nd|rd|th)? $")  # not "10,000 March"
_FIGURE_AFTER = re.compile(r"[.,]? ?\d")
_DATED = frozenset("in of since by until till through from last next early late mid".split())
_ALWAYS = frozenset("US UN EU UK".split())  # in a line of capitals alone no word of the language
# Before a first name.
_OFFICES = frozenset(
    "sen senator rep gov governor president minister mayor judge justice gen general secretary ambassador".split()
)
_RANKS = frozenset("prince princess king queen pope".split())
_SCHOOLS = frozenset("university college".split())  # part of the name before them


class Dictionary:
    """Whether a word in small letters is one of the language: the lemmas and inflections of the parser's lemmatizer, and
    the words of the news that it lacks (words.txt)."""

    def __init__(self, parser: Language) -> None:
        self._lemmas: dict[str, frozenset[str]] = {}
        self._irregular: dict[str, frozenset[str]] = {}
        self._endings: dict[str, tuple[tuple[str, str], ...]] = {}
        tables = getattr(parser.get_pipe("lemmatizer"), "lookups", None) if parser.has_pipe("lemmatizer") else None
        if tables is None or not all(tables.has_table(f"lemma_{one}") for one in ("index", "exc", "rules")):
            return  # another parser: of no word we know that it is none of a name, joining ones apart
        index, irregular, endings = (tables.get_table(f"lemma_{one}") for one in ("index", "exc", "rules"))
        for pos in ("verb", "adj", "adv", "noun"):
            self._lemmas[pos] = frozenset(index.get(pos, ()))
            self._irregular[pos] = frozenset(irregular.get(pos, ()))
            self._endings[pos] = tuple((old, new) for old, new in endings.get(pos, ()) if old)

    def holds(self, word: str) -> bool:
        known = bool(self._lemmas) and (word in news_words() or word.removesuffix("s") in news_words())
        return known or self.has_lemma(word)

    def has_lemma(self, word: str, *, beside_nouns: bool = False) -> bool:
        """Whether the lemmatizer knows it; with `beside_nouns`, as something else than a noun."""
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
    """Names that hold a word of the dictionary, in small letters; "grace *" is one before a name."""
    return frozenset(line.lower() for line in _lines(NAMES) if not line.isupper())


@lru_cache(maxsize=1)
def acronyms() -> frozenset[str]:
    """Acronyms that are words of the dictionary too ("WHO")."""
    return frozenset(line for line in _lines(NAMES) if line.isupper())


@lru_cache(maxsize=1)
def news_words() -> frozenset[str]:
    """Words of the news that the parser's lemmatizer lacks."""
    return frozenset(_lines(WORDS))


def _lines(file: Path) -> list[str]:
    return file.read_text(encoding="utf-8").splitlines()


@dataclass(frozen=True, slots=True)
class Usage:
    """How the sentences of an article write its words, here in small letters: `names` only with a capital (sentence
    beginnings apart), `words` only without."""

    names: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()


NOTHING = Usage()


def hear(text: str, paragraphs: list[Span], dictionary: Dictionary) -> str:
    """The text with its headlines in capitals in small letters, every character in its place."""
    pieces: list[str] = []
    usage: Usage | None = None
    at = 0
    for span in paragraphs:
        line = span.of(text)
        headline = len(line) <= MOST and is_in_capitals(line)
        if not headline and not is_shouted(line):
            continue
        usage = usage or usage_of(span.of(text) for span in paragraphs)
        lines = [line] if headline else _SENTENCES.findall(line)
        pieces += [text[at : span.start], *(_in_small_letters(one, dictionary, usage) for one in lines)]
        at = span.end
    return "".join([*pieces, text[at:]])


def usage_of(paragraphs: Iterable[str]) -> Usage:
    """What the paragraphs that end in a stop tell.

    >>> usage = usage_of(["Nine men of the Coast Guard drowned.", "The guard left the coast, and the Coast Guard its boats."])
    >>> sorted(usage.names), "boats" in usage.words, "coast" in usage.words
    ([], True, False)
    """
    capital: set[str] = set()
    small: set[str] = set()
    for paragraph in paragraphs:
        if paragraph[-1:] in _ENDS:  # a line without one is a headline, a byline or a table
            capital.update(_AMID.findall(paragraph))
            small.update(_SMALL.findall(paragraph))
    names = {word.lower() for word in capital}
    return Usage(frozenset(names - small), frozenset(small - names))


def in_small_letters(line: str, dictionary: Dictionary, usage: Usage = NOTHING) -> str:
    """The line as the parser hears it, letter for letter; itself where it is no headline in capitals.

    >>> class Every:
    ...     def holds(self, word): return word in {"lifts", "travel", "ban", "turkey"}
    >>> in_small_letters("Turkey Lifts Travel Ban to Peru", Every())
    'Turkey lifts travel ban to Peru'
    """
    return _in_small_letters(line, dictionary, usage) if is_in_capitals(line) else line


def _in_small_letters(line: str, dictionary: Dictionary, usage: Usage) -> str:
    words = list(_WORD.finditer(line))
    shouted = line.isupper()
    kept = set(_named(line, words, dictionary))
    heard = list(line)
    for k, word in enumerate(words):
        text = word.group()
        small = text.lower()
        if len(small) != len(text) or (len(text) == 1 and small not in JOINING):
            continue
        told = small in usage.names and small not in JOINING
        name = k in kept or told or not (small in usage.words or _is_word(small, dictionary))
        if shouted:
            if _POSSESSIVE.match(line, word.end()):
                heard[word.end() + 1] = "s"
            if _is_acronym(text, k, line) or (name and k not in kept and not told and len(text) <= 4):
                continue
            heard[word.start() : word.end()] = text.capitalize() if name or k == 0 else small
        elif k and not name and text[1:] == small[1:] and not _is_fixed(line, word):
            heard[word.start() : word.end()] = small
    return "".join(heard)


def is_shouted(line: str) -> bool:
    """Whether it is a paragraph of capitals alone, and no name or table: "THE TALKS WILL RESUME ON FRIDAY, HE SAID."

    >>> is_shouted("THE TALKS IN OSLO WILL GO ON ALL WEEK, HE SAID."), is_shouted("NORTH AND SOUTH HOLDINGS CO. INC.")
    (True, False)
    """
    if not line.isupper():
        return False
    words = _WORD.findall(line)
    return len(words) >= FEWEST_SHOUTED and sum(word.lower() in JOINING for word in words) * 8 >= len(words)


def is_in_capitals(line: str) -> bool:
    """Whether it has as many words as a headline and no full stop, and nearly all but the joining ones begin with a
    capital. Particles ("au", "al") tell nothing, nor does the first word, which begins every sentence.

    >>> is_in_capitals("Chile Lifts Travel Ban"), is_in_capitals("Chile lifts travel ban"), is_in_capitals("Ana Torres")
    (True, False, False)
    """
    if _STOP.search(line):
        return False  # a sentence of names: "Accompanied President Bush to the NATO Summit."
    words = _WORD.findall(line)
    if not FEWEST <= len(words) <= LONGEST:
        return False
    telling = [one for one in words[1:] if one.lower() not in JOINING and len(one) > (1 if one[0].isupper() else 2)]
    capitals = sum(word[0].isupper() for word in telling)
    return len(telling) >= FEWEST - 1 and capitals >= SHARE * len(telling)


def _is_fixed(line: str, word: re.Match[str]) -> bool:
    """Whether it has its capital for another reason: it begins a sentence, or is cut short ("Sen.", "Apr.")."""
    if len(word.group()) <= _SHORT and line.startswith(". ", word.end()):
        return True
    return _OPENS.search(line, max(0, word.start() - 12), word.start()) is not None


def _is_word(small: str, dictionary: Dictionary) -> bool:
    return small in JOINING or dictionary.holds(small)


def _is_acronym(text: str, at: int, line: str) -> bool:
    """Of a line of capitals alone; one that is a joining word too ("WHO") is told at the head of what is no question."""
    if text in _ALWAYS:
        return True
    return text in acronyms() and (text.lower() not in JOINING or (at == 0 and not line.endswith("?")))


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
            before = small[at - 1] if at else ""
            after = small[at + 1] if at + 1 < len(words) else ""
            first = f"{small[at]} *" in known
            titled = small[at] in _RANKS and f"{after} *" in known
            beside = first and (titled or _may_be_name(after, dictionary))
            schooled = small[at] in _SCHOOLS and _may_be_name(before, dictionary)
            if beside or schooled or small[at] in _CALENDAR or _is_month(line, words[at], before):
                yield at
            elif first and (before in _OFFICES or before in _RANKS):
                yield at
                if before in _OFFICES and after:  # "Sen. Tom Cotton", not "Prince Harry Sues"
                    at += 1
                    yield at
        at += 1


def _may_be_name(small: str, dictionary: Dictionary) -> bool:
    return small != "" and (small in names() or not _is_word(small, dictionary))


def _is_month(line: str, word: re.Match[str], before: str) -> bool:
    """ "May", "March" and what is short for a month, beside the figure of a day or a year, or behind "in"."""
    if word.group().lower() not in _MONTHS:
        return False
    figure = _DAY_BEFORE.search(line, max(0, word.start() - 8), word.start())
    return before in _DATED or figure is not None or _FIGURE_AFTER.match(line, word.end()) is not None
