"""The reading copy of a text: what extraction from the web broke is mended, and every character knows its origin.

A repair never changes `Article.text`. It makes the copy that the parser reads, with the offsets that lead back.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

from timeline.model import Span

SAME_LENGTH = str.maketrans(
    {
        "‘": "'", "’": "'", "‛": "'", "`": "'", "´": "'", "ʼ": "'",
        "“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"',
        "\u00a0": " ", "\u2007": " ", "\u2009": " ", "\u200a": " ", "\u202f": " ", "\u3000": " ", "\t": " ",
        "\u2010": "-", "\u2011": "-", "\u2012": "–", "\u2015": "—", "−": "-", "\r": "\n", "\x0b": "\n", "\x0c": "\n",
        "\u2028": "\n", "\u2029": "\n", "\x85": "\n",
    }
)  # fmt: skip
INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\x00"
# Words that open a clause or a phrase of their own: a spaced dash before one is a real dash, not a broken hyphen.
CLAUSE_OPENERS = frozenset(
    "a an the this that these those and or but nor yet so if when where which who whom whose what while as because "
    "since though although in on at by for from with without of to into he she it they we you i his her its their "
    "our there here not no also even including such like is are was were has have had will would can could may might "
    "must should do does did all some any most many much one two three both each every then now today just only".split()
)
_SPACED_DASH = re.compile(r"(?<=\w) [-–] (?=\w)")
_HYPHENATED = re.compile(r"[^\W\d_]-[^\W\d_]")
_SENTENCE = re.compile(r"[^.!?\n]+")
_GLUED = re.compile(r"(?<=[a-z]{2})[.!?](?P<quote>[\"']?)(?=[A-Z][a-z]*[ ,])")
_HOLE = re.compile(
    r"\b(?:in|of|the|a|an|to|for|with|by|from|additional|considering|between|and|at|on)(?P<hole> [.,;:!?])"
)

_BRACKETED = re.compile(r"\[{1,2}(?P<inner>[^\[\]\n]{1,80})\]{1,2}(?!\()")
# The numbers of notes, and the languages of pages elsewhere ("Rozlyv [uk]").
_NOTE = re.compile(
    r"[0-9]{1,3}(?: ?[–,-] ?[0-9]{1,3})*|(?:note|nb|lower-alpha|lower-roman) [0-9a-z]{1,3}|[Ss]ic|update|[a-z ]+ needed|"
    r"[a-z ]+\?|"
    r"(?:ar|az|bg|bn|bs|ca|cs|cy|da|de|el|es|et|eu|fa|fi|fr|ga|gl|hi|hr|hu|hy|id|ja|ka|kk|ko|lt|lv|mk|ms|nl|pl|pt|ro|ru|"
    r"sk|sl|sq|sr|sv|sw|ta|te|th|tr|uk|ur|uz|vi|zh)"
)
# Words that stand for something else, which an editor may name after them: "he [Vaz]".
_EXPLAINED = frozenset("he she it they we you i him them us this that these those here there".split())


@dataclass(frozen=True, slots=True)
class Reading:
    """`text` to read; `offsets[i]` is where `text[i]` stands in the original, None when both are the same length."""

    text: str
    offsets: list[int] | None


def repair(original: str) -> Reading:
    """The reading copy.

    >>> repair("Russia – Ukraine talks on air – defense aren’t over").text
    "Russia–Ukraine talks on air-defense aren't over"
    >>> repair("The talks – which began on Monday – failed").text
    'The talks – which began on Monday – failed'
    >>> repair('He said "[T]he army[2] hit the [old] port" and "it [the port] burns"').text
    'He said "The army hit the old port" and "it (the port) burns"'
    """
    text = original.translate(SAME_LENGTH)
    edits = [
        *_broken_hyphens(text),
        *_glued_sentences(text),
        *_doubled_quotes(text),
        *_invisible(text),
        *_editorial(text),
    ]
    if edits:
        text, offsets = _apply(text, edits)
    else:
        offsets = None
    return Reading(_unwrap(text), offsets)


def find_holes(text: str) -> list[Span]:
    """Places where words went missing ("delays in .", "considering the ,"): flagged, never filled."""
    return [Span(m.start("hole"), m.end("hole")) for m in _HOLE.finditer(text)]


def _broken_hyphens(text: str) -> list[tuple[int, int, str]]:
    """Spaced dashes that stand for hyphens: in a text with no hyphen of its own, or between two names.

    A sentence with one real dash in it has real dashes only: "– which began on Monday – failed".
    """
    if (" – " not in text and " - " not in text) or _HYPHENATED.search(text):
        return []
    found: list[tuple[int, int, str]] = []
    for sentence in _SENTENCE.finditer(text):
        edits: list[tuple[int, int, str]] = []
        for match in _SPACED_DASH.finditer(text, sentence.start(), sentence.end()):
            left = text[max(0, match.start() - 60) : match.start()].rpartition(" ")[2]
            right = re.split(r"\W", text[match.end() : match.end() + 60], maxsplit=1)[0]
            if right in CLAUSE_OPENERS or right[:1].isdigit() or left[-1:].isdigit():
                edits = []
                break
            if not right[:1].isupper():
                edits.append((match.start(), match.end(), "-"))
            elif left[:1].isupper():
                edits.append((match.start(), match.end(), "–"))
        found += edits
    return found


def _glued_sentences(text: str) -> list[tuple[int, int, str]]:
    """The space that a page lost between two sentences, as in "ended.The talks" and 'said."We'.

    A quotation mark belongs to what follows when none is open in its paragraph.
    """
    edits: list[tuple[int, int, str]] = []
    for match in _GLUED.finditer(text):
        near = max(0, match.start() - 2000)
        paragraph = max(near, text.rfind("\n", near, match.start()) + 1)
        opens = match["quote"] and text.count('"', paragraph, match.start()) % 2 == 0
        at = match.start("quote") if opens else match.end("quote")
        edits.append((at, at, " "))
    return edits


def _doubled_quotes(text: str) -> list[tuple[int, int, str]]:
    """``quoted'' in the way of newswires (after `SAME_LENGTH` both are two apostrophes)."""
    return [(m.start(), m.end(), '"') for m in re.finditer(r"(?<!')''(?!')", text)]


def _invisible(text: str) -> list[tuple[int, int, str]]:
    return [(m.start(), m.end(), "") for m in re.finditer(f"[{INVISIBLE}]+", text)]


def _editorial(text: str) -> list[tuple[int, int, str]]:
    """What an editor put in brackets, read as part of the sentence where it stands for a word of it ("[T]he army", "hit
    the [old] port"), as an aside where it explains one ("it [the port] burns"). Notes are left out."""
    edits: list[tuple[int, int, str]] = []
    for match in _BRACKETED.finditer(text) if "[" in text else ():
        start, end = match.span()
        if _NOTE.fullmatch(match["inner"]) or _is_letter_note(text, start, end):
            edits.append((start - (text[start - 1 : start] == " "), end, ""))
            continue
        words = re.split(r"[^\w']", text[max(0, start - 30) : start].rstrip())
        before, several = words[-1], " " in match["inner"].strip()
        explains = before.lower() in _EXPLAINED or (several and before[:1].isupper() and match["inner"].strip(" .…"))
        glued = text[start - 1 : start].isalpha() or text[end : end + 1].isalpha()
        opening, closing = ("(", ")") if explains and not glued else ("", "")
        inner = match.span("inner")
        edits += [(start, inner[0], opening), (inner[1], end, closing)]
    return edits


def _is_letter_note(text: str, start: int, end: int) -> bool:
    """The "[a]" of "Hamas[a] attacked" and "hit.[b]", not of "[p]eace"."""
    one = end - start == 3 and text[start + 1].islower()
    return one and start > 0 and not text[start - 1].isspace() and not text[end : end + 1].isalpha()


def _apply(text: str, edits: list[tuple[int, int, str]]) -> tuple[str, list[int]]:
    pieces: list[str] = []
    offsets: list[int] = []
    at = 0
    for start, end, new in sorted(edits):
        if start < at:
            continue
        pieces += [text[at:start], new]
        offsets.extend(range(at, start))
        offsets.extend(min(start + k, max(start, end - 1)) for k in range(len(new)))
        at = end
    pieces.append(text[at:])
    offsets.extend(range(at, len(text)))
    return "".join(pieces), offsets


def _unwrap(text: str) -> str:
    """Lines broken at a fixed width are joined again; a blank line or a finished line keeps its break. A date that a
    break stands in is joined whatever the width: "on March / 3, 2022", "the spring of / 1925"."""
    if "\n" not in text:
        return text
    lines = text.split("\n")
    widths = [len(line) for line in lines if line.strip()]
    wrapped = len(widths) > 3 and max(widths) <= 100
    joined: list[str] = [lines[0]]
    for before, line in itertools.pairwise(lines):
        open_end = before.strip() and before.rstrip()[-1] not in ".!?:;\"'"
        goes_on = line[:1].islower() or (wrapped and len(before) >= 55 and line[:1].strip() != "")
        in_date = line[:1].isdigit() and _breaks_date(before, line)
        joined.append(" " if (open_end and goes_on) or in_date else "\n")
        joined.append(line)
    return "".join(joined)


_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\.?|Feb\.?|Mar\.|Apr\.?|"
    r"Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)"
)
_ENDS_IN_MONTH = re.compile(rf"\b{_MONTH} *$")
_ENDS_IN_DAY = re.compile(rf"\b{_MONTH} [0-9]{{1,2}}, *$")
_ENDS_OPEN = re.compile(r"\b[a-z]+,? (?:of|since|until|in|by|from|and|to) *$")
# A day that something of a sentence follows: not "12 others hurt", under the headline "Fire kills nine in May"; after "on"
# also what else may follow a day.
_DAY = re.compile(
    r"[0-3]?[0-9](?:st|nd|rd|th)?(?=[,;)]|\.?$|[-–][0-3]?[0-9]\b| (?:when|after|before|by|that|was|is)\b)"
)
_ON_MONTH = re.compile(rf"\b[Oo]n (?:[A-Z][a-z]+day,? )?{_MONTH} *$")
_DAY_OF_MONTH = re.compile(r"[0-3]?[0-9](?:st|nd|rd|th)?(?=\. [A-Z]| [a-z])")
_YEAR = re.compile(r"[12][0-9]{3}(?=[,;:)'-]|\.?$|\. [A-Z\"]| [a-z])")


def _breaks_date(before: str, line: str) -> bool:
    """Whether a line that begins with a figure goes on with the date that the line before has begun. The entry of a
    list is no date.

    >>> _breaks_date("They met on March", "3, 2022."), _breaks_date("in the spring of", "1925 he left")
    (True, True)
    >>> _breaks_date("Fire kills nine in May", "12 others hurt"), _breaks_date("To look out for in", "1. The vote")
    (False, False)
    >>> _breaks_date("Torres won in May", "2. The army left"), _breaks_date("They met on May", "2 in Oslo")
    (False, True)
    """
    tail = before[-40:]
    if _ON_MONTH.search(tail) and _DAY_OF_MONTH.match(line):
        return True
    if _ENDS_IN_MONTH.search(tail):
        return _DAY.match(line) is not None or _YEAR.match(line) is not None
    return _YEAR.match(line) is not None and (_ENDS_IN_DAY.search(tail) or _ENDS_OPEN.search(tail)) is not None
