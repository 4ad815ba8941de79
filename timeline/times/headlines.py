"""Which way a weekday in a headline points: what is told in the present has happened, what is to come has a "to"."""

from __future__ import annotations

import re

from timeline.times.phrase import Context
from timeline.times.tense import SCHEDULED, goes_to, governor, is_to


def of_headline(context: Context, start: int, tense: str) -> str:
    """Headlines tell what has happened in the present ("Quake Kills 40 on Friday"), and what is to come by "to" ("Union
    to Strike Friday")."""
    before = context.before(start, 110)
    begins = TO_BEGIN.search(before)
    if begins is not None and not is_object(context, start - len(before) + begins.start()):
        return "future"
    if EXPECTED.search(before):
        return "future"
    for match in TO_COME.finditer(before):
        if DONE.search(before[: match.start()]) is None and is_base_verb(
            match["verb"], context.tag_at(start - len(before) + match.start("verb"))
        ):
            return "future"
    return "past" if tense == "present" or (tense == "future" and tells_news(context, start)) else tense


def is_object(context: Context, at: int) -> bool:
    """The vote of "Wins Key Vote Monday"."""
    token = context.token_at(at)
    return token is not None and token.lower == "vote" and token.dep in ("dobj", "pobj")


def tells_news(context: Context, start: int) -> bool:
    """ "Man Returns Home Friday", "Theresa May Loses Vote Friday": a bare present; a calendar's "Arrives" or "Airs" may be
    to come."""
    token = context.token_at(start)
    verb = governor(token) if token is not None else None
    if verb is None or verb.pos != "VERB":
        return False
    aux = [child.lower for child in verb.children if child.dep == "aux"]
    if "may" in aux:
        return aux == ["may"] and verb.lower.endswith("s") and verb.lemma != verb.lower
    if aux or verb.tag not in ("VBZ", "VBP") or is_to(verb) or goes_to(verb):
        return False
    if verb.lemma == "leave" and verb.child("dobj") is not None:
        return True
    return verb.lemma in SCHEDULED and verb.lemma not in ON_CALENDARS


ON_CALENDARS = frozenset(
    "address adjourn air arrive convene debut depart host launch leave play premiere reconvene testify visit".split()
)


def is_base_verb(word: str, tag: str) -> bool:
    """Whether "to" and this make what is to come: "to strike", not "to death" or "to Lima".

    >>> is_base_verb("strike", "NNP"), is_base_verb("quell", "VB"), is_base_verb("death", "VB"), is_base_verb("lima", "NNP")
    (True, True, False, False)
    """
    return word in HEADLINE_VERBS or (tag == "VB" and word not in NO_DEEDS)


EXPECTED = re.compile(r"\b(?:expected|due|slated|scheduled) (?:at|in|on|for|to|back)\b")
TO_COME = re.compile(r"(?<!\bin )(?<!\bof )(?<!\bby )(?<!\bsince )(?<!\buntil )\b(?:to|will|may) (?P<verb>[a-z]+)\b")
# "Shot to Death", "Sent to Lima", "Votes to Ban"; not "Expected to Vote".
DONE = re.compile(
    r"\b(?:votes?|fails?|refuses?|moves?|helps?|continues?|vows?|sent|went|shot|beaten|taken|brought|(?!(?:expected|scheduled|slated|planned|agreed|asked|united|fed) )[a-z]+ed) $"
)
# "Talks Open in Geneva Monday", not "Talks End in Failure Friday" or "School Open Day Sunday".
TO_BEGIN = re.compile(
    r"\b(?:(?:begin|start|resume|reopen|meet|face)s? (?:[a-z]+ ){0,2}|(?:open|(?<!wins )(?<!loses )(?<!after )(?<!in )(?<!by )vote|return)s? (?:(?:in|at|on|to|for) [a-z]+ )?|votes? in (?:[a-z]+ ){1,3}"
    r"|(?:end|close|expire)s? )(?:on |late |early )?$"
)
HEADLINE_VERBS = frozenset(
    "address announce appear argue arrive ask attend ban be become begin build buy call campaign close consider continue "
    "cut debate decide deliver demand discuss elect end enter expire face fight fly get give go head hear hold host "
    "hunt inaugurate join keep land launch lay lead leave make march mark meet mourn move name negotiate offer open "
    "pay play protest quit raise reach receive release reopen resign resume return reveal run seek sell send set sign "
    "speak stage stand start step stop strike tackle take talk testify tour travel try unveil urge visit vote walk weigh "
    "win withdraw".split()
)
NO_DEEDS = frozenset(
    "court death exile floor ground hell hospital jail justice life power prison rest safety trial war work".split()
)
