"""Which way a time without a year or week points: by the tense of the verb that governs it."""

from __future__ import annotations

import re

from timeline.language.document import Token
from timeline.times.phrase import Context

FUTURE_AUX = frozenset(("will", "'ll", "shall", "wo", "would", "'d", "may", "might", "should", "could", "can", "must"))
# Words that look ahead whatever their tense: "is due Friday", "scheduled for May", "payable Dec. 1".
AHEAD = frozenset(
    "due payable expected scheduled slated set planned poised effective upcoming deadline expire expires expiring "
    "plan plans planning schedule intend intends hope hopes expect expects aim aims await awaits prepare preparing "
    "vow vows pledge pledges promise promises propose proposes proposed seek seeks want wants need needs".split()
)
SAYS = frozenset("say tell report announce add note write warn state claim insist argue declare".split())
# "managed to leave": the infinitive happened as its verb did.
HAPPENED = frozenset(
    "manage go come begin start continue help force use happen fail appear seem prove cease get".split()
)
# An object before an infinitive of these is made or let to do it in their own time.
AHEAD_TEXT = re.compile(
    r"\b(?:will|'ll|shall|won't|going to|due|expected|scheduled|would|set to|plans? to|is to|are to)\b"
)
PAST_TEXT = re.compile(r"\b(?:was|were|had|did|has|have|said|[a-z]{3,}ed)\b")


def tense_at(context: Context, start: int, end: int) -> str:
    """ "past", "present", "future", or "" where nothing tells."""
    token = context.token_at(max(start, end - 1))
    if token is None:
        return ""
    if not context.document.parsed or not token.pos:
        before = context.before(start, 70)
        before = before[max(before.rfind(". "), 0) :]
        if AHEAD_TEXT.search(before) or AHEAD_TEXT.match(context.after(end, 12).lstrip()):
            return "future"
        return "past" if PAST_TEXT.search(before) else ""
    verb = governor(token)
    if verb is None:
        return ""
    if verb.lower in AHEAD and verb.pos in ("ADJ", "NOUN"):
        return "future"
    return tense_of(verb)


def governor(token: Token) -> Token | None:
    """The verb that a word hangs from, or a word that looks ahead on the way to it."""
    here = token
    for _ in range(14):
        if here.pos in ("VERB", "AUX") and here is not token:
            return here
        if here.lower in AHEAD and here is not token and here.pos in ("ADJ", "NOUN", "VERB"):
            return here
        if here.head is here:
            return None
        here = here.head
    return None


def tense_of(verb: Token, depth: int = 0) -> str:
    """The tense of a verb with its auxiliaries."""
    aux = [child.lower for child in verb.children if child.dep in ("aux", "auxpass")]
    if any(word in FUTURE_AUX for word in aux):
        return "future"
    if "going" in verb.lower and any(child.dep == "xcomp" for child in verb.children):
        return "future"
    if any(word in ("did", "was", "were", "had", "has", "have", "'ve") for word in aux) and "to" not in aux:
        if verb.tag == "VBN" and verb.lower in AHEAD:
            return "future"
        if verb.tag == "VBG" and any(word in ("has", "have", "'ve") for word in aux) and depth == 0:
            return "past"
        return "past"
    if verb.tag == "VBD":
        return "past"
    if verb.tag == "VB":
        if "to" in aux or any(child.lower == "to" for child in verb.children):
            return infinitive(verb, depth)
        return "future" if verb.is_root else _of_head(verb, depth) or "future"
    if verb.tag == "VBN":
        if verb.lower in AHEAD or "to" in aux:
            return "future"
        if any(word in ("is", "are", "'s", "be", "am", "'re") for word in aux):
            return "present"
        return "past"
    if verb.tag == "VBG":
        if any(word in ("is", "are", "'s", "'re", "am", "'m") for word in aux):
            return "future"
        return _of_head(verb, depth)
    if verb.tag in ("VBZ", "VBP"):
        if verb.lemma in AHEAD:
            return "future"
        return "present"
    return ""


def infinitive(verb: Token, depth: int) -> str:
    """ "agreed to meet Thursday" looks ahead, "managed to leave Thursday" back."""
    if verb.is_root or depth > 4:
        return "future"
    head = verb.head
    if head.lemma in HAPPENED and head.pos in ("VERB", "AUX"):
        return tense_of(head, depth + 1)
    if (
        verb.dep in ("advcl",)
        and head.pos == "VERB"
        and tense_of(head, depth + 1) == "past"
        and head.lemma not in AHEAD
    ):
        return "past"
    return "future"


def _of_head(verb: Token, depth: int) -> str:
    if verb.is_root or depth > 4:
        return ""
    above = governor(verb)
    return tense_of(above, depth + 1) if above is not None and above is not verb else ""
