"""Which times a text is set in: those of headings and heads of sentences, not those in passing."""

from __future__ import annotations

import re

from timeline.language.document import Token
from timeline.times.meaning import Count, Known, Reading
from timeline.times.phrase import Context
from timeline.times.tense import FARTHEST, governor


def is_heading(context: Context, start: int) -> bool:
    """Whether the line is a heading: short, without the stop of a sentence."""
    low, high = max(0, start - LINE), start + LINE
    piece = context.text[low:high]
    first = piece.rfind("\n", 0, start - low)
    last = piece.find("\n", start - low)
    if (first < 0 and low > 0) or (last < 0 and high < len(context.text)):
        return False
    line = piece[first + 1 : last if last >= 0 else len(piece)].strip()
    return len(line) < LINE and line[-1:] not in ".!?,;\"'"


LINE = 80  # characters


def is_sentence_start(context: Context, start: int) -> bool:
    """Whether a sentence begins here, a preposition apart."""
    return (
        re.search(
            r"(?:^|[.!?\"] |\n)(?:(?:in|on|by|during|from|between|throughout) )?(?:the )?$", context.before(start, 18)
        )
        is not None
    )


FIRM = frozenset(("in", "by", "during", "throughout", "on", "over"))
LOOSE = frozenset(("since", "until", "after", "before"))


def sets_scene(context: Context, reading: Reading, granularity: str) -> bool:
    """Whether a sentence is set in a time, and does not only mention it ("since 1943", "the 1943 treaty")."""
    meaning = reading.meaning
    if isinstance(meaning, Known):
        said = reading.signal in FIRM and not (granularity == "day" and says_which(context, reading.start))
        return said or is_subject(context, reading.start, reading.end)
    back = isinstance(meaning, Count) and meaning.count < 0 and meaning.base != "published"
    return reading.signal not in LOOSE and not back


def is_in_modifier(context: Context, start: int) -> bool:
    """Whether a time stands in words that only say which or who: "the bank, founded in 1871, said", "Mr Hale, who was
    elected in 1988, resigned"."""
    token = context.token_at(start)
    verb = governor(token) if token is not None and token.pos else None
    for _ in range(FARTHEST):
        if verb is None or verb.is_root or (verb.dep == "acl" and is_lost_root(verb, context)):
            return False
        if verb.dep in ("relcl", "acl", "appos") or (verb.dep == "advcl" and verb.tag in ("VBN", "VBG")):
            return True
        verb = verb.head if verb.dep in ("conj", "xcomp", "ccomp", "auxpass", "aux") else None
    return False


def hangs_from_noun(context: Context, start: int) -> bool:
    """Whether a day only tells of a noun, or stands in a clause that does: "the fall of Lyon on 30 April"."""
    token = context.token_at(start)
    if token is None or not token.pos:
        return False
    at = token
    for _ in range(4):
        at = at.head
        if at.pos != "ADP" and not (at.pos in ("NUM", "PROPN") and at.i <= token.i + 1):
            break
    return at.pos == "NOUN" or is_in_modifier(context, start)


def is_lost_root(verb: Token, context: Context) -> bool:
    """Whether the parser took a sentence's own verb for a participle: "Hale, who had fled in 1567, invaded in October"."""
    if not verb.head.is_root or verb.head.pos not in ("NOUN", "PROPN"):
        return False
    return context.document.tokens[verb.i - 1].text == "," and verb.i > verb.head.i + 2


def tells_of_before(context: Context, start: int) -> bool:
    """Whether a time stands in the past perfect: "he had dismissed him in 1630 and sold the house"."""
    token = context.token_at(start)
    verb = governor(token) if token is not None and token.pos else None
    for _ in range(FARTHEST):
        if verb is None:
            return False
        if any(child.lower == "had" and child.dep == "aux" for child in verb.children):
            return True
        if verb.dep != "conj" or any(child.dep in ("nsubj", "nsubjpass") for child in verb.children):
            return False
        verb = verb.head
    return False


def tells_of_after(context: Context, start: int) -> bool:
    """Whether a time stands in what a story foresees: "he would be king in 1766", "was to be king from 1766"."""
    token = context.token_at(start)
    verb = governor(token) if token is not None and token.pos else None
    if verb is None:
        return False
    if verb.dep == "xcomp" and verb.head.lower in ("was", "were") and verb.tag == "VB":
        return True
    return any(child.lower == "would" and child.dep == "aux" for child in verb.children)


def says_which(context: Context, start: int) -> bool:
    """ "the Dec. 21, 1988, bombing": a day that only says which."""
    return context.before(start, 4).endswith("the ")


def is_subject(context: Context, start: int, end: int) -> bool:
    """ "1987 saw little change", not "Hale (1812-1887) saw it"."""
    token = context.token_at(start)
    if context.text[end : end + 1] != " ":
        return False
    return token is not None and (token.dep in ("nsubj", "nsubjpass") or context.tag_at(end + 1) in ("VBD", "VBZ"))
