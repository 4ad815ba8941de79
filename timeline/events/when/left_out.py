"""Times that date no event: that of writing, and what only says which sort a thing is."""

from __future__ import annotations

import re

from timeline.actors.tables import find_noun
from timeline.events.syntax.reach import Hung
from timeline.language.datelines import dateline_end
from timeline.language.document import Document, Token

FRONT = 12  # paragraphs in which a dateline stands
_DATELINE = re.compile(
    r"(?:^|\s)[A-Z][A-Z.'-]+(?: [A-Z][A-Z.'-]+){0,3}(?:, [A-Z][\w.]*(?: [A-Z][\w.]*){0,3}){0,2},? ?\(?$"
)
_AFTER_DATELINE = re.compile(r"\)|,? ?(?:\([^()]{0,8}\) ?)?[—–:-]")
_AROUND = " \t\n.,:;|()[]-–—"
_SEASONS = frozenset({"winter", "summer", "spring", "autumn", "fall"})
_SPAN = re.compile(r"[0-9]{2,3}X{0,2}|[0-9]{4}")  # a century, a decade, a year
_NTH = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth latest only worst deadliest".split())
_OF_A_SEASON = frozenset(
    "storm weather rain snow wind flood olympics olympic game sport camp school holiday vacation break festival wheat "
    "crop harvest clothing clothes coat palace residence capital".split()
)
_OCCASIONS = frozenset(
    "celebration festivity party event preparation market fair concert dinner gathering shopping season travel rush sale "
    "tree light decoration bazaar bonus gift message greeting speech address".split()
)


def in_dateline(document: Document, hung: Hung) -> bool:
    """ "KABUL, Afghanistan (Feb. 8, 2011) —", or a day alone on its line: that of writing, not of an event."""
    paragraph = hung.head.sentence.paragraph
    if paragraph > FRONT:
        return False
    start, end = hung.time.span.start, hung.time.span.end
    line = document.paragraphs[paragraph]
    alone = f"{document.text[line.start : start]}{document.text[end : line.end]}"
    if hung.time.type == "DATE" and not alone.strip(_AROUND):
        return True
    if dateline_end(document.text, line.start, line.end) >= end:
        return True
    return _DATELINE.search(document.text[max(0, start - 70) : start]) is not None and (
        _AFTER_DATELINE.match(document.text[end : end + 12]) is not None
    )


def dates_nothing(hung: Hung) -> bool:
    """Whether a time only says of a thing or a person which one it is."""
    return names_a_kind(hung) or sets_a_record(hung) or is_of_somebody(hung) or is_of_an_occasion(hung)


def names_a_kind(hung: Hung) -> bool:
    """ "a winter storm", "the summer games": which sort it is, not when."""
    return hung.modifier and hung.time.text.lower() in _SEASONS and hung.governor.base in _OF_A_SEASON


_MARKING = frozenset("make mark see suffer record call represent constitute witness register".split())


def sets_a_record(hung: Hung) -> bool:
    """ "the worst attack since March 2022", "was the deadliest since 2015", "the strongest to hit Chile since 2010": since
    when there was no such, not since when it lasts."""
    if hung.time.signal != "since":
        return False
    word = hung.governor
    near = [word, *word.children_by("attr", "oprd", "acomp")]
    near += word.children_by("ccomp", "dobj") if word.lemma in _MARKING else []
    if word.dep in ("relcl", "acl", "xcomp", "ccomp", "advcl"):
        near += [word.head, *word.head.children_by("attr", "acomp")]
    return word.lower in _NTH or any(_is_the_most(one) for one in near)


def _is_the_most(noun: Token) -> bool:
    """ "the deadliest", "the worst attack", "the first visit"."""
    return noun.tag == "JJS" or any(
        child.tag == "JJS" or child.lower in ("first", "most", "least") for child in noun.children_by("amod", "advmod")
    )


def is_of_somebody(hung: Hung) -> bool:
    """ "a 17th-century emperor": when he lived, not when anything of him was done."""
    noun = find_noun(hung.governor.base) if hung.modifier and _SPAN.fullmatch(hung.time.value) else None
    return noun is not None and noun.kind == "person" and hung.head.dep in ("compound", "amod", "nmod")


def is_of_an_occasion(hung: Hung) -> bool:
    """ "a Hanukkah celebration", "Christmas preparations", held before the day or after it."""
    return hung.modifier and hung.time.rule == "holiday" and hung.governor.base in _OCCASIONS
