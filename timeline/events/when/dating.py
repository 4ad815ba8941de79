"""Which time is the event's: by syntax, then by discourse, then by tense and publication; with the reason in words.

The conventions are those of DESIGN ("Time"): `until X` ends on X; what has happened at no stated time ends by
publication; what is planned at no stated time starts at publication and stays open; a plain report of today's words is
of the day of publication; the time of a reporting verb is never the time of what is reported.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from timeline.events.counted import is_longer_count
from timeline.events.factuality.clauses import is_till_a_day
from timeline.events.factuality.modality import judge
from timeline.events.factuality.reality import AHEAD, OPEN, Reality
from timeline.events.syntax.reach import FAR, Hung, distance
from timeline.events.syntax.tenses import NONE, PAST, PERFECT, PLUPERFECT, PRESENT, tense_of
from timeline.events.when.asides import is_background, modifies
from timeline.events.when.by_discourse import by_discourse, by_since_then
from timeline.events.when.by_tense import by_tense
from timeline.events.when.dates import Dates, Dating, DatingRule, basis_of, dated
from timeline.events.when.deadline import time_limit
from timeline.events.when.discourse import is_clock_alone, is_headline
from timeline.events.when.fitting import ONE_DAY, WIDE, closed, fits, joined
from timeline.events.when.order import counted, order_of, order_on, reacting
from timeline.events.when.purpose import by_purpose
from timeline.events.when.retold import counted_from
from timeline.events.when.telling import is_speaking
from timeline.language.document import Token
from timeline.model import Interval, Timex
from timeline.times.calendar import interval_of
from timeline.times.edtf import to_edtf
from timeline.times.set_days import CULPRITS, SUDDEN

OVERNIGHT = "overnight"


def date_event(dates: Dates, trigger: Token, reality: Reality, reported: bool = False) -> Dating:
    """When the event of a trigger is. `reported` says that somebody is quoted with it."""
    return _first(RULES, dates, trigger, reality, reported)


def _first(rules: Sequence[DatingRule], dates: Dates, trigger: Token, reality: Reality, reported: bool) -> Dating:
    """The answer of the first rule that has one, else of tense and publication."""
    for rule in rules:
        found = rule(dates, trigger, reality, reported)
        if found is not None:
            return found
    return by_tense(dates, trigger, reality, reported)


def _by_syntax(dates: Dates, trigger: Token, reality: Reality, reported: bool) -> Dating | None:
    """The time whose governor the syntax leads to from the trigger."""
    near: list[tuple[float, int, Hung]] = []
    reaction = reacting(trigger) if trigger.dep in ("dobj", "nsubjpass") else None
    causes = trigger.lemma in CAUSING
    durations: list[tuple[float, Hung]] = []
    for hung in dates.hung.get(trigger.sentence.index, ()):
        cost = distance(trigger, hung)
        if cost >= FAR and hung.head is trigger.head and (then := _then(trigger, hung)) is not None:
            return dated(
                then, basis_of(hung.time), "syntax", f"“{trigger.text}” was then, “{hung.time.text}”", hung.time
            )
        counts = hung.head.head.lower == "since" and any(is_longer_count(one) for one in hung.head.ancestors())
        if cost >= FAR or (counts and trigger.tag != "VBG") or (causes and _is_of_cause(trigger, hung)):
            continue
        if (reaction is not None and not _is_nouns_own(trigger, hung)) or _is_of_joined(trigger, hung):
            continue
        if trigger.lemma in JUDGING and _is_of_deed(trigger, hung):
            continue
        if hung.time.type == "DURATION" and hung.time.interval is None:
            durations.append((cost, hung))
        elif (
            hung.head.lower != OVERNIGHT
            and hung.time.interval is not None
            and hung.time.type != "SET"
            and fits(hung.time, reality, trigger, dates.today)
        ):
            near.append((cost, abs(hung.head.i - trigger.i), hung))
    if not near:
        return None
    near.sort(key=lambda one: one[:2])
    best = near[0][2]
    if best.time.rule == "nth_day":
        return None  # "on the third day of protests": which of its days, not how that day is called
    if is_clock_alone(best.time) and dates.story.has_left_today(trigger.sentence):
        return None  # "It struck at 9 a.m.", told of another day
    interval = best.time.interval
    if best.time.signal == "from" and reality.status != OPEN and trigger.child("neg") and is_till_a_day(trigger):
        interval = interval_of(best.time.value) or interval  # "did not leave until Monday": left on that day
    if best.time.rule in COUNTED and dates.is_ahead(interval) and (told := dates.told_on(trigger)) is not None:
        since_told = counted_from(best.time, told, trigger, dates.today)
        if since_told is not None:
            why = f"“{best.time.text}”, counted from “{told.text}”"
            return dated(since_told, "relative", "syntax", why, best.time)
    others: list[Hung] = []
    spans = (
        best.time.type == "DURATION"
    )  # "in the past month", of which "last week" in "at a school last week" is no part
    for cost, _, hung in near[1:]:
        if spans and hung.time.type == "DATE" and hung.time.signal not in ("until", "till", "since"):
            continue
        one_time = joined(interval, hung.time.interval) if cost <= near[0][0] + 1 else None
        if one_time is not None:
            interval, others = one_time, [*others, hung]
    why = f"“{best.time.text}” goes with “{trigger.text}”"
    if others:
        why += " and so does " + ", ".join(f"“{one.time.text}”" for one in others)
    interval, counted = dates.bounds.counted(interval, trigger, [one for _, one in durations])
    if counted:
        why += f"; {counted}"
    interval, over = closed(interval, reality, trigger, dates.today, best.time.signal)
    return dated(interval, basis_of(best.time), "syntax", why + over, best.time)


def _then(trigger: Token, hung: Hung) -> Interval | None:
    """The time of the raid of "was shot in 2019 when they raided the town", "was held until Monday, when they raided the
    town", where the clause hangs on the time."""
    clause = trigger.dep == "relcl" and trigger.head is hung.head and hung.time.type == "DATE"
    if not clause or all(child.lower != "when" for child in trigger.children_by("advmod")):
        return None
    return interval_of(hung.time.value)


def _is_nouns_own(noun: Token, hung: Hung) -> bool:
    """Whether a time that the parser hangs on "condemned" is that of the raid: "the raid on Monday of a port", "the raid
    last year"."""
    if noun.left <= hung.governor.i <= noun.right:
        return True
    if hung.head.i < noun.i or hung.time.interval is None:
        return False
    tokens = noun.sentence.tokens
    at = hung.head.i - tokens[0].i + 1
    return hung.time.interval.granularity in WIDE or (at < len(tokens) and tokens[at].lower == "of")


def _is_of_joined(trigger: Token, hung: Hung) -> bool:
    """ "lifts the curfew and sets a December [vote]": when the vote is says nothing of the curfew."""
    noun = hung.head.head
    if hung.head.dep not in ("compound", "nmod", "amod") or noun.dep != "dobj" or noun.i < hung.head.i:
        return False
    return noun.head.dep == "conj" and noun.head.head is trigger


def _is_of_cause(trigger: Token, hung: Hung) -> bool:
    """ "The killing in 2022 led to nine arrests": the time of what led to it."""
    return hung.governor.dep == "nsubj" and hung.governor.head is trigger


def _is_of_deed(verb: Token, hung: Hung) -> bool:
    """ "convicted him over a raid on Monday", "convicted the perpetrator of a raid in Lima on Monday": the raid's day."""
    for above in hung.head.ancestors():
        if above is verb or above.pos == "VERB":
            return False
        if above.pos == "NOUN" and (above.lemma in SUDDEN or above.lemma in CULPRITS):
            return above.dep != "dobj" or above.lemma in CULPRITS
    return False


JUDGING = frozenset(
    "convict sentence try charge indict accuse acquit jail imprison fine extradite condemn punish sue prosecute".split()
)
COUNTED = frozenset({"length", "weekday", "neighbour"})  # rules of times that count from the day they are told
CAUSING = frozenset("lead spark trigger prompt provoke cause result inspire fuel".split())


def coming_day(dates: Dates, noun: Token, reality: Reality) -> Timex | None:
    """The time, after publication, that a noun which is told as a fact has of its own: "tomorrow's talks", "prepared for
    the vote on Friday": it is planned, whatever is told of it."""
    if dates.today is None or reality.status == OPEN or reality.modality != "happened":
        return None
    own = {noun.i}
    if noun.dep == "nsubj" and noun.head.lemma == "be" and noun.head.tag in ("VBZ", "VBP"):
        own |= {one.i for one in (noun.head, *noun.head.children_by("acomp"))}  # "The runoff is due on Sunday"
    for hung in dates.hung.get(noun.sentence.index, ()):
        start = hung.time.interval.start if hung.time.interval is not None else None
        if hung.governor.i in own and start is not None and start >= dates.today + ONE_DAY:
            return hung.time
    return None


def _by_night(dates: Dates, trigger: Token, reality: Reality, reported: bool) -> Dating | None:
    """ "overnight", told in the past: the night that led to the day of publication."""
    today = dates.today
    if (
        today is None
        or reality.status == OPEN
        or tense_of(trigger) not in (PAST, PRESENT, NONE)
        or is_speaking(trigger)
    ):
        return None
    word = next((token for token in trigger.sentence.tokens if token.lower == OVERNIGHT), None)
    hung = dates.hung.get(trigger.sentence.index, ())
    if word is None:
        return None
    order = order_of(trigger, hung)
    if order is not None and (word.head is not trigger or any(one.governor is order.main for one in hung)):
        return None
    night = Interval(today - timedelta(hours=4), today + timedelta(hours=6), "part_of_day")
    time = next((one.time for one in hung if one.head is word), None)
    return Dating(night, to_edtf(night), "relative", "night", "“overnight”: the night to the day of publication", time)


def _by_deadline(dates: Dates, trigger: Token, reality: Reality, reported: bool) -> Dating | None:
    """ "must leave within 48 hours": what is to come, from the telling to the end of the time it is given."""
    if dates.today is None or reality.modality not in AHEAD or dates.story.has_left_today(trigger.sentence):
        return None
    found = time_limit(trigger, dates.hung.get(trigger.sentence.index, ()), dates.today)
    if found is None:
        return None
    interval, time = found
    since = interval.start.date().isoformat() if interval.start is not None else ""
    return dated(interval, "relative", "deadline", f"“within {time.text}”, counted from {since}", time)


def _by_bound(dates: Dates, trigger: Token, reality: Reality, reported: bool) -> Dating | None:
    """The end of something whose end was given: "about to end", "once the pause ends"; or the thing itself, again."""
    known = dates.bounds.ending(trigger)
    if known is not None:
        end = known.interval.end
        if end is not None:
            day = Interval(end - ONE_DAY, end, "day")
            return dated(day, "inherited", "bound", f"what ends runs “{known.words}”", known.time)
    return None


def _by_condition(dates: Dates, trigger: Token, reality: Reality, reported: bool) -> Dating | None:
    """ "could follow once the pause ends": from the end of what was bounded, open."""
    if reality.status != OPEN:
        return None
    clause = next((child for child in trigger.children if child.dep == "advcl"), None)
    known = dates.bounds.ending(clause) if clause is not None else None
    if known is None or known.interval.end is None or clause is None:
        return None
    open_end = Interval(known.interval.end - ONE_DAY, None, "vague")
    return dated(open_end, "inherited", "after bound", f"after “{clause.text}”: {known.words}", known.time)


def _by_order(dates: Dates, trigger: Token, reality: Reality, reported: bool) -> Dating | None:
    """ "two weeks after the deal was signed", "after an attack": counted from, or bounded by, the main event."""
    order = order_of(trigger, dates.hung.get(trigger.sentence.index, ()))
    if order is None or reality.status == OPEN:
        return None
    main = _first(MAIN_RULES, dates, order.main, judge(order.main), reported)
    interval, why = counted(order, main.interval) if main.interval is not None else (None, "")
    if interval is None:
        return by_tense(dates, trigger, reality, True)
    return dated(
        closed(interval, reality, trigger, dates.today)[0], "inherited", "order", why, order.length or main.timex
    )


def _by_other(dates: Dates, trigger: Token, reality: Reality, reported: bool) -> Dating | None:
    """ "Two days after the attack on Monday they held two men": counted from another event with a time of its own."""
    order = order_on(trigger, dates.hung.get(trigger.sentence.index, ()))
    if order is None or reality.status == OPEN:
        return None
    judged = judge(order.main)
    if order.word.lower == "before" and judged.status != OPEN:
        judged = replace(judged, modality="planned", status=OPEN)  # "a week before the vote on Sunday"
    other = _by_syntax(dates, order.main, judged, reported)
    interval, why = counted(order, other.interval) if other is not None and other.interval is not None else (None, "")
    if interval is None or other is None:
        return None
    if dates.today is not None and (interval.start or interval.end - ONE_DAY) > dates.today:  # type: ignore[operator]
        return None  # "was shot the day before the vote on Sunday"
    return dated(closed(interval, reality, trigger, dates.today)[0], "inherited", "order", why, other.timex)


def _by_label(dates: Dates, trigger: Token, reality: Reality, reported: bool) -> Dating | None:
    """ "1 February 2013: The minister steps down": the day or year that a chronicle sets before what it tells."""
    time, tense = dates.story.label(trigger.sentence), tense_of(trigger)
    if time is None or time.interval is None:
        return None
    own = dates.story.frame(trigger.sentence)
    if own is not None and own.is_day and tense == PRESENT and reality.status != OPEN:
        time = own.hung.time
    start, end = time.interval.start if time.interval else None, time.interval.end if time.interval else None
    why = f"told under “{time.text}”"
    if reality.status == OPEN:
        return dated(Interval(start, None, "vague"), "inherited", "label", f"{why}: from then on", time)
    if modifies(trigger) or is_background(trigger) or tense in (PERFECT, PLUPERFECT):
        return dated(Interval(None, end, "vague"), "inherited", "label", f"{why}: before", time)
    return dated(time.interval, basis_of(time), "label", why, time) if tense in (PAST, PRESENT, NONE) else None


def _by_lead(dates: Dates, trigger: Token, reality: Reality, reported: bool) -> Dating | None:
    """A headline's act is of the day that the lead gives it where that tells of it in the same word."""
    if trigger.sentence.index or not is_headline(trigger.sentence) or reality.status == OPEN:
        return None
    for sentence in dates.document.sentences[1:4]:
        for word in sentence.tokens:
            if word.lemma == trigger.lemma and (word.pos == trigger.pos or {word.pos, trigger.pos} <= _VERBAL):
                judged = judge(word)
                found = None if judged.status == OPEN else _first(LEAD_RULES, dates, word, judged, False)
                if found is None or found.interval is None:
                    return None
                if word.pos not in _VERBAL and found.interval.start is None:
                    return None  # "condemned the coup"
                if sentence.index > 1 and found.interval.end is not None and dates.is_long_over(found.interval.end):
                    return None  # what is told below the lead of a month long before
                return replace(found, basis="inherited", rule="lead", why=f"told below: {found.why}", timex=None)
    return None


MAIN_RULES: tuple[DatingRule, ...] = (
    _by_syntax,
    by_purpose,
    _by_night,
    _by_deadline,
    _by_bound,
    _by_condition,
    by_discourse,
)
LEAD_RULES: tuple[DatingRule, ...] = (*MAIN_RULES[:-1], _by_order, _by_other, by_since_then, _by_label, by_discourse)
RULES: tuple[DatingRule, ...] = (*LEAD_RULES[:-1], _by_lead, by_discourse)
_VERBAL = frozenset({"VERB", "AUX"})
