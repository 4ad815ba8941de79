"""A time at the end of what an act was for: "sent a corvette to guard the cable on Friday"."""

from __future__ import annotations

from timeline.events.factuality.reality import OPEN, Reality
from timeline.events.syntax.tenses import PAST, tense_of
from timeline.events.when.dates import Dates, Dating, basis_of, dated
from timeline.events.when.fitting import ONE_DAY, closed
from timeline.language.document import Token


def by_purpose(dates: Dates, trigger: Token, reality: Reality, reported: bool) -> Dating | None:
    """The last words of a report say when it was, though the parser hangs them on the infinitive of purpose; not where
    that day is still to come ("flew to Oslo to sign a pact next week")."""
    if trigger.pos != "VERB" or tense_of(trigger) != PAST or reality.status == OPEN or dates.today is None:
        return None
    for hung in dates.hung.get(trigger.sentence.index, ()):
        time = hung.time
        if time.type not in ("DATE", "TIME") or time.interval is None or time.interval.start is None or time.signal:
            continue
        if time.interval.start < dates.today + ONE_DAY and _is_purpose(hung.governor, trigger):
            why = f"“{time.text}” ends what was done: “{trigger.text} … {hung.governor.text}”"
            interval, over = closed(time.interval, reality, trigger, dates.today)
            return dated(interval, basis_of(time), "purpose", why + over, time)
    return None


def _is_purpose(verb: Token, act: Token) -> bool:
    """Whether the verb says what the act was for: "to guard it", "barred her from entering", "spent it on building"."""
    if verb.tag == "VBG" and verb.dep == "pcomp" and verb.head.lower in ("from", "into", "to", "on"):
        above = verb.head.head
        return above is act or (above.head is act and above.dep in ("dobj", "nsubjpass"))
    to = verb.child("aux")
    infinitive = verb.tag == "VB" and to is not None and to.lower == "to" and verb.dep in ("advcl", "xcomp", "acl")
    above = verb.head
    if verb.dep == "acl" and above.dep in ("dobj", "nsubjpass"):
        above = above.head  # "sent a corvette to guard it"
    return infinitive and above is act and verb.i > act.i
