"""Mentions of one event in one article become one event: "a brief lull", "the halt in strikes", "this tactical pause".

Three ways in which words point back to an event already told, tried in the order of `join_mentions`:
- the same kind of happening, told again: a definite noun ("the attack"), or a word for what an article rarely tells of
  twice ("a week-long pause", after "the lull");
- what an act does, told as its effect: "the strike killed 12", "shelled the town, killing 12";
- one verb said again of one thing: "the pause ends", "a pause that will end in two days".
Whatever parties, place, time or size both mentions state must agree; a word such as "another" or "earlier" keeps apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline.events.coreference.agreement import (
    READ,
    day_of,
    parties_agree,
    quantities_agree,
    times_agree,
    types_agree,
)
from timeline.events.coreference.combine import Told, combine, real_title
from timeline.events.coreference.concepts import find_concept
from timeline.events.coreference.effects import cause_fits, effects_of
from timeline.events.coreference.groups import Group, Groups, move
from timeline.events.coreference.mention import (
    ALONE,
    Mention,
    find_length,
    points_back,
    read_mention,
)
from timeline.events.coreference.tolls import is_purpose, is_sum
from timeline.events.syntax.arguments import objects, surface_subjects
from timeline.events.syntax.governed import under
from timeline.events.syntax.relatives import antecedent
from timeline.language.document import Document, Token
from timeline.model import Event

STATES = frozenset({"pause", "offensive", "protest", "exercise", "visit", "outage", "cold", "heat"})


def join_mentions(document: Document, events: Sequence[Event]) -> list[Event]:
    """The events with those that are mentions of one event joined, in the order of their triggers."""
    mentions = [read_mention(document, event) for event in sorted(events, key=lambda event: (event.trigger, event.id))]
    effects = effects_of(mentions)
    later = {id(effect) for told in effects.values() for effect in told}
    groups = Groups()
    for mention in mentions:
        if id(mention) not in later:
            groups.add(mention, groups.with_effect(mention, groups.pointed_at(mention)))
            for effect in effects.get(mention.head.i, ()):
                cause = groups.at[mention.head.i]
                fits = all(cause_fits(one, effect) for one in cause.compared)
                groups.add(effect, cause if fits else groups.pointed_at(effect), effect=fits)
    _join_repeated_verbs(groups.all, groups.at)
    _add_bare_nouns(document, groups)
    joined = [_combined(group) for group in groups.all if group.mentions]
    return sorted(joined, key=lambda event: (event.trigger, event.id))


def _combined(group: Group) -> Event:
    lengths = [one.length for one in group.mentions] + [length for _, length in group.nouns]
    alone = len(group.mentions) == 1
    if alone and not any(lengths) and not group.nouns:
        return _state(group.mentions[0].told, group)
    told = Told(
        [one.told if alone else one.event for one in group.mentions],
        [one.event for one in group.mentions if not one.noun],
        [one.event for one in group.mentions if one.effect or is_purpose(one) or is_sum(one)],
        _modality(group),
        [length for length in lengths if length],
        [span for span, _ in group.nouns],
        [one.event for one in group.mentions if is_sum(one)] if len(group.mentions) > 1 else [],
    )
    return _state(combine(told), group)


def _add_bare_nouns(document: Document, groups: Groups) -> None:
    """Nouns that are no trigger of an event, where the article tells of one event that they can mean: "the pause", and
    "a week-long pause" in what is another event ("agreed to a week-long pause")."""
    only: dict[str, Group | None] = {}
    for group in groups.all:
        if (
            group.mentions
            and group.mentions[0].event.type not in ALONE
            and group.mentions[0].concept.once
            and group.mentions[0].event.polarity == "positive"
            and not group.mentions[0].apart
        ):
            family = group.mentions[0].concept.family
            only[family] = None if family in only else group
    for token in document.tokens if any(only.values()) else ():
        if token.pos != "NOUN" or token.dep == "compound" or token.i in groups.at:
            continue
        concept = find_concept(token.lemma, "")
        meant = only.get(concept.family)
        if meant is None or not all(one.concept.fits(concept) for one in meant.mentions):
            continue
        length = find_length(document, token)
        if length is not None or points_back(token):
            stated = {one.length.low for one in meant.mentions if one.length}
            if length is None or stated <= {length.low}:
                meant.nouns.append((token.span, length))


def _modality(group: Group) -> str:
    """How real the event is, all mentions heard. A verb in the indicative says more than the bare noun of an event,
    which says no more than that there is talk of it; a cue ("upcoming", "continuing") says more than none. What is told
    as a fact is no less so where somebody is blamed for it."""
    told = [mention.event.modality for mention in group.mentions]
    firm = [
        one.event.modality for one in group.mentions if not one.noun and one.event.modality in ("ongoing", "happened")
    ]
    cued = [one for one in told if one != "happened" and (one != "alleged" or "happened" not in told)]
    return "ongoing" if "ongoing" in told else firm[0] if firm else cued[0] if cued else told[0]


def _state(event: Event, group: Group) -> Event:
    """A state that has begun and not ended on the day of publication goes on: "stop the strikes until February 1",
    if the text speaks of it as begun ("the pause")."""
    time, published = event.time, event.evidence.published
    if group.mentions[0].concept.family not in STATES or time is None or time.end is None or published is None:
        return event
    begun = time.start is None or time.start.date() <= day_of(published)
    known = event.modality == "happened" or (
        event.modality == "planned"
        and time.start is not None
        and any(one.noun and one.definite and one.event.modality == "happened" for one in group.mentions)
    )
    if known and begun and time.end.date() > day_of(published) and event.time_basis in READ:
        title = real_title([one.event for one in group.mentions], event)
        return replace(event, modality="ongoing", modality_cue="", title=title)
    return event


def _join_repeated_verbs(groups: list[Group], group_at: dict[int, Group]) -> None:
    """One verb said again of one joined thing: "the lull is about to end", "once the pause ends"."""
    seen: dict[tuple[str, int], Group] = {}
    number = {id(group): k for k, group in enumerate(groups)}
    for group in groups:
        for mention in list(group.mentions):
            if mention.head.pos != "VERB" or mention.event.type in ALONE:
                continue
            for thing in _things(mention.head, group_at):
                if thing is group:
                    continue
                first = seen.setdefault((mention.concept.family, number[id(thing)]), group)
                if first is not group and all(_repeats(one, mention) for one in first.compared):
                    move(mention, group, first, group_at)
                    break


def _things(verb: Token, group_at: dict[int, Group]) -> list[Group]:
    """Events that are an argument of the verb."""
    clause = verb.head.head if verb.dep == "xcomp" and verb.head.pos == "ADJ" else verb  # "is about to end"
    words = [antecedent(token) for token in surface_subjects(clause)] + objects(verb)
    words += [token for preposition in ("to", "for", "on") for token in under(verb, preposition)]
    return [group_at[token.i] for token in words if token.i in group_at]


def _repeats(one: Mention, other: Mention) -> bool:
    mine, theirs = one.event, other.event
    return (
        one.concept == other.concept
        and types_agree(mine.type, theirs.type)
        and mine.polarity == theirs.polarity
        and parties_agree(one.sides, other.sides)
        and quantities_agree(mine, theirs)
        and times_agree(mine, theirs)
    )
