"""Mentions of one event in one article become one event: "a brief lull", "the halt in strikes", "this tactical pause".

Three ways in which words point back to an event already told, tried in the order of `join_mentions`:
- the same kind of happening, told again: a definite noun ("the attack"), or a word for what an article rarely tells of
  twice ("a week-long pause", after "the lull");
- what an act does, told as its effect: "the strike killed 12", "shelled the town, killing 12";
- one verb said again of one thing: "the pause ends", "a pause that will end in two days".
Whatever parties, place, time or size both mentions state must agree; a word such as "another" or "earlier" keeps apart.
"""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from timeline.events.coreference.agreement import (
    READ,
    parties_agree,
    parties_shared,
    places_agree,
    quantities_agree,
    times_agree,
    types_agree,
)
from timeline.events.coreference.combine import Told, combine, real_title
from timeline.events.coreference.concepts import find_concept
from timeline.events.coreference.effects import cause_fits, effects_of
from timeline.events.coreference.mention import (
    ALONE,
    Mention,
    find_length,
    is_general,
    is_named_by_day,
    points_back,
    read_mention,
)
from timeline.events.coreference.naming import STRIKING
from timeline.events.coreference.persons import MEANT, befell_others, is_fate_again, is_named_after
from timeline.events.coreference.pointing import (
    is_named_by_what_it_met,
    may_point_back,
    names_what_it_met,
    points_back_to,
)
from timeline.events.coreference.restated import (
    LEAD,
    is_of_kind,
    is_one_more,
    is_restated,
    is_told_below,
    may_restate,
)
from timeline.events.coreference.tolls import is_purpose, is_sum
from timeline.events.syntax.arguments import objects, surface_subjects
from timeline.events.syntax.governed import under
from timeline.events.syntax.relatives import antecedent
from timeline.language.document import Document, Token
from timeline.model import Event, Quantity, Span

OLD = timedelta(days=31)  # before publication: no news of the day
NEAR = 6  # groups of any family that "the accident" may mean
LOOK_BACK = 24  # groups of one family; keeps long articles linear
ENDS = 8  # first and last mentions of a group that a mention is held against
STATES = frozenset({"pause", "offensive", "protest", "exercise", "visit", "outage", "cold", "heat"})


@dataclass(slots=True, eq=False)
class Group:
    """Mentions of one event, in the order of the text; `nouns` speak of it too, but tell nothing of their own; `effects`
    only tell what the act did; `compared` is what another mention is held against: the first and the last of the others,
    so that long articles stay linear."""

    mentions: list[Mention] = field(default_factory=list)
    effects: list[Mention] = field(default_factory=list)
    nouns: list[tuple[Span, Quantity | None]] = field(default_factory=list)
    compared: list[Mention] = field(default_factory=list)

    def take(self, mention: Mention, effect: bool = False) -> None:
        if effect or mention.effect:
            self.effects.append(mention)
        bisect.insort(self.mentions, mention, key=_position)
        self._compare()

    def give(self, mention: Mention) -> None:
        self.mentions.remove(mention)
        self.effects = [one for one in self.effects if one is not mention]
        self._compare()

    def _compare(self) -> None:
        ends = self.mentions if len(self.mentions) <= 2 * ENDS else [*self.mentions[:ENDS], *self.mentions[-ENDS:]]
        self.compared = [one for one in ends if one not in self.effects] or ends


def join_mentions(document: Document, events: Sequence[Event]) -> list[Event]:
    """The events with those that are mentions of one event joined, in the order of their triggers."""
    mentions = [read_mention(document, event) for event in sorted(events, key=lambda event: (event.trigger, event.id))]
    effects = effects_of(mentions)
    later = {id(effect) for told in effects.values() for effect in told}
    groups = _Groups()
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


class _Groups:
    """The groups so far: `all` in order, `at` by the token that heads a mention."""

    def __init__(self) -> None:
        self.all: list[Group] = []
        self.at: dict[int, Group] = {}
        self.headed: list[Group] = []  # those that the headline tells
        self._families: dict[str, list[Group]] = {}

    def with_effect(self, mention: Mention, found: Group | None) -> Group | None:
        """ "The post was [destroyed], but nobody was hurt in the [attack]": both of the act told before."""
        if found is None or not mention.definite:
            return found
        family = self._families.get(mention.concept.family, [])[-LOOK_BACK:]
        told = [one for one in (found, *family) if _is_effect_beside(one, mention)]
        act = self.pointed_at(mention, but=found) if found in told else found
        if act is None or not told:
            return found
        effects = [one for one in told if all(cause_fits(a, b) for a in act.compared for b in one.mentions)]
        for group in effects:
            for each in list(group.mentions):
                _move(each, group, act, self.at)
        return act if found in effects or act is found else found

    def pointed_at(self, mention: Mention, but: Group | None = None) -> Group | None:
        """The group that the mention points back to: one of its own kind, with a party in common; then the nearest."""
        if mention.event.type in ALONE:
            return None
        family = [one for one in self._families.get(mention.concept.family, [])[-LOOK_BACK:] if one is not but]
        told = _nearest(family, mention)
        if told is not None:
            return told
        if is_general(mention):
            for one in reversed(self.all[-NEAR:]):
                if one.mentions and all(_agree(each, mention) for each in one.compared):
                    return one
        if mention.head.sentence.index <= LEAD:
            for one in self.headed:
                if one.mentions and _is_told_below(one, mention):
                    return one
        fallen = self._fallen(mention)
        if fallen is not None:
            return fallen
        alike = [one for one in family if any(is_of_kind(each, mention) for each in one.compared)]
        return alike[0] if len(alike) == 1 and all(_can_be_one(one, mention) for one in alike[0].compared) else None

    def _fallen(self, mention: Mention) -> Group | None:
        """Of a death the killing, of a killing the death, of one person told by name or pronoun."""
        other = {"death": "attack", "attack": "death"}.get(mention.concept.family)
        if other is None or not mention.fate.known or mention.fate.before or not mention.concept.known:
            return None
        for group in reversed(self._families.get(other, [])[-LOOK_BACK:]):
            if any(one.fate.known & mention.fate.known - {MEANT} for one in group.mentions[:ENDS]) and all(
                _agree_on_death(one, mention) for one in group.compared
            ):
                return group
        return None

    def add(self, mention: Mention, group: Group | None, *, effect: bool = False) -> None:
        if group is None:
            group = Group()
            self.all.append(group)
            if mention.headline:
                self.headed.append(group)
        family = self._families.setdefault(mention.concept.family, [])
        if group not in family[-LOOK_BACK:]:
            family.append(group)
        group.take(mention, effect)
        self.at[mention.head.i] = group


def _is_effect_beside(group: Group, mention: Mention) -> bool:
    """Whether all that is told of it is an effect, in the sentence of the mention."""
    return bool(group.mentions) and all(
        one.effect and one.head.sentence is mention.head.sentence for one in group.mentions
    )


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


def _add_bare_nouns(document: Document, groups: _Groups) -> None:
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


def _nearest(family: Sequence[Group], mention: Mention) -> Group | None:
    """Of the groups that the mention tells again the closest, of those as close the last."""
    pointing = may_point_back(mention)
    most = 4 * names_what_it_met(mention) + 2 + (3 if mention.concept.kind else 1)
    found, closest = None, -1
    for one in reversed(family):
        if _told_again(one, mention, pointing) and (close := _closeness(one, mention)) > closest:
            found, closest = one, close
            if close == most:
                break  # none can be closer: long articles stay linear
    return found


def _told_again(group: Group, mention: Mention, pointing: bool) -> bool:
    """Whether the mention speaks of the group's event: nothing disagrees, and something points back."""
    compared = group.compared
    likely = compared if pointing else [one for one in compared if may_restate(one, mention)]
    if not likely and not mention.fate.known:
        return False
    for one in compared:  # a plain loop: this runs for every event that a mention may speak of
        if not _can_be_one(one, mention):
            return False
    return any((pointing and points_back_to(one, mention)) or is_restated(one, mention) for one in likely) or any(
        _is_fate_again(group, one, mention) for one in group.mentions[:ENDS]
    )


def _is_fate_again(group: Group, one: Mention, other: Mention) -> bool:
    first, then = one.head.sentence.index, other.head.sentence.index
    last = max((each.head.sentence.index for each in group.mentions), default=first)  # "arrested a man … The arrest …"
    if is_fate_again(one.fate, other.fate, then - (last if last < then else first)):
        return True
    return (
        then > first
        and one.concept.family == other.concept.family == "detention"
        and is_named_after(one.fate, other.fate, first)
    )


def _is_told_below(group: Group, mention: Mention) -> bool:
    """Whether the first sentences tell what the headline tells, in words of another family."""
    return all(is_told_below(one, mention) for one in group.mentions)


def _closeness(group: Group, mention: Mention) -> int:
    """Which of several events a word points back to: one that met what the word names ("the attack on the bus"), of its
    own narrow kind ("the ambush"), with a party in common; then the nearest."""
    compared = group.compared
    kind = any(
        (one.concept == mention.concept and (one.concept.kind or not one.effect))
        or (not mention.concept.kind and one.head.lemma in STRIKING)
        for one in compared
    )
    shared = any(parties_shared(one.sides, mention.sides) for one in compared)
    met = any(is_named_by_what_it_met(one, mention) for one in compared)
    return 4 * met + 2 * shared + (3 if mention.concept.kind else 1) * kind


def _can_be_one(one: Mention, other: Mention) -> bool:
    return one.concept.fits(other.concept) and _agree(one, other)


def _agree(one: Mention, other: Mention) -> bool:
    mine, theirs = one.event, other.event
    return (
        types_agree(mine.type, theirs.type)
        and mine.polarity == theirs.polarity
        and one.unreal == other.unreal
        and (one.ahead == other.ahead or _may_be_ahead(one, other))
        and (one.apart == other.apart or _apart_agree(one, other))
        and (one.count == other.count or _counts_agree(one, other))
        and not is_one_more(one, other)
        and not (one.length and other.length and one.length.low != other.length.low)
        and not befell_others(one.fate, other.fate)
        and not _is_of_old(one, other)
        and parties_agree(one.sides, other.sides)
        and places_agree(one.place, other.place)
        and times_agree(mine, theirs)
        and quantities_agree(mine, theirs)
    )


def _agree_on_death(one: Mention, other: Mention) -> bool:
    mine, theirs = one.event, other.event
    kinds = {mine.type, theirs.type} == {"ASSAULT", "DEATH"} and one.fate.persons and one.concept.known
    same = mine.polarity == theirs.polarity and one.unreal == other.unreal and one.ahead == other.ahead
    return bool(kinds) and same and places_agree(one.place, other.place) and times_agree(mine, theirs)


def _is_of_old(one: Mention, other: Mention) -> bool:
    """Today's plain report, and one of its kind long before: "signed a deal on water. They signed a deal on trade in 2019"."""
    mine, theirs = one.event, other.event
    if other.event.time_basis not in READ or mine.time_basis != "publication" or one.headline:
        return False
    if other.definite:
        return _is_named_by_day(one, other)
    if mine.time is None or mine.time.start is None or theirs.time is None or theirs.time.end is None:
        return False
    return mine.modality == "happened" and not one.noun and theirs.time.end <= mine.time.start - OLD


def _is_named_by_day(one: Mention, other: Mention) -> bool:
    """ "The September 11 attacks", in an article on what happened this week."""
    mine, published = one.event, one.event.evidence.published
    end = other.event.time.end if other.event.time is not None else None
    if end is None or published is None or not other.noun or mine.modality != "happened" or one.noun:
        return False
    return end.date() <= _day(published) - OLD and is_named_by_day(other.event, other.head)


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
    begun = time.start is None or time.start.date() <= _day(published)
    known = event.modality == "happened" or (
        event.modality == "planned"
        and time.start is not None
        and any(one.noun and one.definite and one.event.modality == "happened" for one in group.mentions)
    )
    if known and begun and time.end.date() > _day(published) and event.time_basis in READ:
        title = real_title([one.event for one in group.mentions], event)
        return replace(event, modality="ongoing", modality_cue="", title=title)
    return event


def _day(moment: date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _may_be_ahead(one: Mention, other: Mention) -> bool:
    """Whether what is told as to come may be what is told as done: "the summit", not "discussed next week's summit"."""
    return (other.definite or other.concept.once) and other.head.head is not one.head


def _apart_agree(one: Mention, other: Mention) -> bool:
    """ "Another attack … the attack" are one, "the attack … another attack" are two; a headline leaves out "new"."""
    if other.definite and other.apart <= one.apart:
        return True
    if one.apart == {"new"} and not other.apart and one.event.type == "ASSAULT":
        return True
    return one.headline and one.apart ^ other.apart == {"new"}


def _counts_agree(one: Mention, other: Mention) -> bool:
    """ "Two blasts", "the blasts"; not "three blasts"."""
    return other.definite and not other.count and one.name is not None


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
                    _move(mention, group, first, group_at)
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


def _move(mention: Mention, source: Group, target: Group, group_at: dict[int, Group]) -> None:
    source.give(mention)
    target.take(mention)
    group_at[mention.head.i] = target


def _position(mention: Mention) -> int:
    return mention.event.trigger.start
