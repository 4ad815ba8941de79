"""Which way a calendar name points, back or ahead, by its tense and by the words around it."""

from __future__ import annotations

import re

from timeline.times.attributes import described, is_ahead_of
from timeline.times.come_of import is_given_up, is_to_have_been
from timeline.times.headlines import of_headline
from timeline.times.meaning import Bare, Reading
from timeline.times.phrase import Context
from timeline.times.set_days import (
    AFTER_WHAT,
    REACTING,
    SUDDEN,
    has_left_results,
    is_awaited,
    is_done_in,
    is_done_on,
    is_faced,
    is_looked_forward_to,
    is_met_by,
    is_of_date_set,
    is_of_the_sudden,
    is_of_what_is_set,
    is_over,
    is_said_in,
    is_set_for,
    is_sudden,
    is_told_by_results,
    is_tried_for,
    lasts_until,
    noun_dated,
    of_set_day,
)
from timeline.times.tense import governor, is_promised, is_when_said, tense_at

THAN = re.compile(r"\bthan (?:in|on|during) (?:the )?$")  # "slower than in the spring"


SAID_END = re.compile(r"$|[.:;]|, ?[\"“‘']")
# "Expects a gain from the first quarter's $2 million": what figures are set against has ended.
SET_AGAINST = re.compile(
    r"\b(?:up|down|gains?|rises?|rose|grow|growth|increases?d?|decreases?d?|declines?d?|drops?|dropped|falls?|fell|improvements?|improved?|jumps?|jumped|"
    r"compares?d?|comparison|higher|lower|better|worse|more|less|fewer|larger|smaller|stronger|weaker|unchanged)\b"
    r"[^.;:\n]{0,40}\b(?:from|than|with|over|against) (?:(?:in|its|that of) )?$"
)


def way_of(meaning: Bare, reading: Reading, context: Context) -> str:
    """The tense that a calendar name is told in, and what the words around it say of where it lies."""
    tense = tense_at(context, reading.start, reading.end, reading.signal)
    if tense != "future" and is_on_the_calendar(reading.start, context):
        tense = "future"
    if reading.signal == "since" or (
        tense != "future" and (meaning.season or meaning.month) and THAN.search(context.before(reading.start, 12))
    ):
        tense = "past"
    elif reading.signal in ("until", "by", "through") and tense != "past":
        tense = "future"
    if meaning.weekday and not meaning.month:
        return of_weekday(meaning, reading, tense, context)
    if meaning.month and meaning.day and not meaning.toward and tense == "past" and not context.owns(reading.start):
        if is_of_what_is_set(reading, context):
            return "future"
        tense = of_set_day(reading, context)
        if tense == "past" and is_done_on(reading, context):
            return "over"
    if (
        meaning.month
        and meaning.day
        and not meaning.toward
        and tense == "present"
        and is_of_the_sudden(reading, context)
    ):
        return "over"
    if meaning.month and not meaning.toward and is_of_date_set(reading, context):
        return "future"
    if meaning.month and not meaning.day and not meaning.toward:
        if is_of_what_is_set(reading, context):
            return "perhaps" if tense == "past" else "future"
        if tense == "past" and is_set_for(reading, context):
            return "future"
        if tense == "past" and is_ahead_of(context, reading.start, tense):
            return "perhaps"
        if tense != "past" and lasts_until(reading, context):
            return "future"
        token = context.token_at(reading.start)
        told = tense in ("future", "present") and token is not None and token.pos
        if told and token is not None and (is_given_up(token, context, reading.end) or is_tried_for(token)):
            return "past"
        if tense == "past" and is_over(reading, context):
            return "past"
        if tense == "present" and reading.signal == "in" and token is not None and token.pos:
            told_of = noun_dated(token)
            if (told_of is not None and told_of.lemma in SUDDEN) or AFTER_WHAT.search(
                context.before(reading.start, 60)
            ):
                return "past"  # "the loss in Rome in October still hurts"
        if tense == "past" and reading.signal == "in" and is_done_in(reading, context):
            return "over"
        if SAID_END.match(context.after(reading.end, 3)) and is_when_said(context, reading.start, reading.end):
            return "over"  # "He must go," she said in January.
    if meaning.quarter and not meaning.toward and (against := SET_AGAINST.search(context.before(reading.start, 70))):
        begins = against.group().endswith("from ") and tense == "future" and not context.owns(reading.end - 1)
        return "future" if begins and not is_just_past(meaning.quarter, context) else "compared"
    if (meaning.quarter or meaning.half) and not meaning.toward and tense == "future":
        return tense  # "expects first-quarter results to be flat"
    return described(context, reading.end, tense)


def is_just_past(quarter: int, context: Context) -> bool:
    """Whether a forecast may set the next quarter against this one: the last that ended, or the one under way. "Sales will
    fall from the third quarter", written in January, says when."""
    published = context.document.article.published
    now = (published.month - 1) // 3 + 1 if published is not None else quarter
    return quarter in (now, now - 1 or 4)


def is_on_the_calendar(start: int, context: Context) -> bool:
    """ "Polls close Saturday", where the parser takes the verb for an adjective."""
    token = context.token_at(start)
    if token is None or token.i < 2:
        return False
    verb = context.document.tokens[token.i - 1]
    verb = context.document.tokens[token.i - 2] if verb.lower == "on" else verb
    if verb.lower not in ("close", "open") or verb.tag not in ("JJ", "NN", "RB", "VBP") or verb.i < 1:
        return False
    return context.document.tokens[verb.i - 1].tag in ("NNS", "NNPS")


def of_weekday(meaning: Bare, reading: Reading, tense: str, context: Context) -> str:
    """The tense of a weekday, mended by what is told of it."""
    start, end = reading.start, reading.end
    if meaning.toward not in ("", "this"):
        return described(context, end, tense, weekday=True)
    if tense != "future" and is_looked_forward_to(reading, context):
        return "future"
    if is_ahead_of(context, start, tense) or is_awaited(reading, meaning.toward, context):
        return "ahead"
    if is_of_what_is_set(reading, context) or is_met_by(reading, tense, context):
        return "future"
    if not meaning.toward and (is_faced(start, context) or is_of_date_set(reading, context)):
        return "future"
    if tense != "past" and lasts_until(reading, context):
        return "future"
    if not meaning.toward:
        if tense != "past" and is_said_in(context, start) and not is_promised(context, end):
            return "past"
        token = context.token_at(start)
        if tense == "perhaps" and token is not None and is_given_up(token, context, end):
            return "past"
        if tense == "future" and token is not None and token.pos:
            if is_given_up(token, context, end):
                return "past"
            if is_to_have_been(token):
                return "ahead"
        if tense == "going" and token is not None and (verb := governor(token)) is not None and verb.lemma in REACTING:
            tense = "present"
        if tense == "future" and is_told_by_results(reading, context):
            return "past"
        if tense == "past" and not context.owns(start):
            tense = of_set_day(reading, context)
        if tense not in ("past", "") and (
            is_sudden(start, end, tense, context) or has_left_results(reading, tense, context)
        ):
            tense = "past"
        if context.is_in_headline(start):
            tense = of_headline(context, start, tense)
    return described(context, end, tense, weekday=True)


def direction_of(meaning: Bare, tense: str, signal: str) -> str:
    """Which way the year of a calendar name lies: as the words say, else as the tense does."""
    if signal == "effective" and tense == "future":
        return "effective"
    if signal == "since" and not meaning.toward:
        return "gone"
    if signal == "for" and tense == "future" and meaning.month and not (meaning.day or meaning.toward):
        return "for"
    if meaning.toward == "this" and tense == "future":
        return "this coming"
    return tense if meaning.toward == "new" else meaning.toward or tense
