"""Mentions of one event as a group, and the groups of an article: which of them a mention speaks of."""

from __future__ import annotations

import bisect
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from timeline.events.coreference.agreement import (
    READ,
    day_of,
    parties_agree,
    parties_shared,
    places_agree,
    quantities_agree,
    times_agree,
    types_agree,
)
from timeline.events.coreference.effects import BURIAL, cause_fits
from timeline.events.coreference.mention import (
    ALONE,
    Mention,
    is_general,
    is_named_by_day,
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
    is_one_more,
    is_restated,
    is_told_below,
    may_restate,
)
from timeline.events.coreference.story import (
    as_of_attack,
    goes_on,
    is_answer,
    is_background,
    is_lasting,
    is_of_story,
    is_theme,
    may_be_told_on,
    names_doer_again,
)
from timeline.events.coreference.story_people import are_same
from timeline.model import Quantity, Span

OLD = timedelta(days=31)  # before publication: no news of the day
NEAR = 6  # groups of any family that "the accident" may mean
LOOK_BACK = 16  # groups of one family; keeps long articles linear
TOLD = 6  # groups of the story that a mention may go on with
ENDS = 4  # first and last mentions of a group that a mention is held against


@dataclass(slots=True, eq=False)
class Group:
    """Mentions of one event, in the order of the text; `nouns` speak of it too, but tell nothing of their own; `effects`
    only tell what the act did; `ends` are the first and the last of all, `compared` those of them that are no effects: what
    another mention is held against, so that long articles stay linear."""

    mentions: list[Mention] = field(default_factory=list)
    effects: list[Mention] = field(default_factory=list)
    nouns: list[tuple[Span, Quantity | None]] = field(default_factory=list)
    compared: list[Mention] = field(default_factory=list)
    ends: list[Mention] = field(default_factory=list)

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
        few = len(self.mentions) <= 2 * ENDS
        self.ends = list(self.mentions) if few else [*self.mentions[:ENDS], *self.mentions[-ENDS:]]
        self.compared = [one for one in self.ends if one not in self.effects] or self.ends


class Groups:
    """The groups so far: `all` in order, `at` by the token that heads a mention."""

    def __init__(self) -> None:
        self.all: list[Group] = []
        self.at: dict[int, Group] = {}
        self.headed: list[Group] = []  # those that the headline tells
        self._families: dict[str, list[Group]] = {}
        self._story: list[Group] = []  # those of violence or disaster, the one told last at the end
        self._main: Group | None = None  # the first of them

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
                move(each, group, act, self.at)
        return act if found in effects or act is found else found

    def pointed_at(self, mention: Mention, but: Group | None = None) -> Group | None:
        """The group that the mention points back to: one of its own kind, with a party in common; then the nearest."""
        if mention.event.type in ALONE:
            return None
        family = [one for one in self._families.get(mention.concept.family, [])[-LOOK_BACK:] if one is not but]
        told = _nearest(family, mention, self._is_left if is_theme(mention) else None)
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
        return self._gone_on(mention, but)

    def _gone_on(self, mention: Mention, but: Group | None) -> Group | None:
        """The event of the running story that nothing in the mention sets it apart from: the one told last."""
        if not self._story or not is_of_story(mention):
            return None
        main = self._main.ends if self._main is not None else ()
        first = None
        for group in self._in_order(mention):
            if group is but or not group.mentions or self._is_passed(group, mention):
                continue
            if goes_on(group.ends, mention, main):
                if any(are_same(one, mention) for one in group.ends):
                    return group
                first = first or group
        return first

    def _in_order(self, mention: Mention) -> list[Group]:
        """The one told last, if by this paragraph or the one before; then what the report is about; then the others."""
        paragraph = mention.head.sentence.paragraph
        last = list(reversed(self._story))
        near = [one for one in last if one.mentions and paragraph - one.mentions[-1].head.sentence.paragraph <= 1]
        main = [self._main] if self._main is not None else []
        return list(dict.fromkeys([*near, *main, *last]))

    def _is_left(self, group: Group, mention: Mention) -> bool:
        """Whether the story has left it, or the mention is told as what it is answered by."""
        if group.mentions and all(map(is_lasting, group.mentions)):
            return True
        return self._is_passed(group, mention) or is_answer(group.mentions, mention)

    def _is_passed(self, group: Group, mention: Mention) -> bool:
        """Whether it is background that another paragraph told."""
        if group is self._main or self._main is None or not self._main.mentions or not group.mentions:
            return False
        far = mention.head.sentence.paragraph - group.mentions[-1].head.sentence.paragraph
        if far == 0 or (far == 1 and names_doer_again(mention)):
            return False
        return is_background(group.compared, self._main.mentions)

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
        if group is not None and mention.event.type == "DISASTER":
            mention = as_of_attack(group.compared[0], mention)
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
        if may_be_told_on(mention):
            self._main = self._main or group
            self._story = [*(one for one in self._story[-TOLD:] if one is not group), group]


def _is_effect_beside(group: Group, mention: Mention) -> bool:
    """Whether all that is told of it is an effect, in the sentence of the mention."""
    return bool(group.mentions) and all(
        one.effect and one.head.sentence is mention.head.sentence for one in group.mentions
    )


def _nearest(
    family: Sequence[Group], mention: Mention, is_left: Callable[[Group, Mention], bool] | None
) -> Group | None:
    """Of the groups that the mention tells again, and that are not left, the closest, of those as close the last."""
    pointing = may_point_back(mention)
    most = 4 * names_what_it_met(mention) + 2 + (3 if mention.concept.kind else 1)
    found, closest = None, -1
    for one in reversed(family):
        if not _told_again(one, mention, pointing) or (close := _closeness(one, mention)) <= closest:
            continue
        if is_left is None or not is_left(one, mention):
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
    for one in likely:
        if (pointing and points_back_to(one, mention)) or is_restated(one, mention):
            return True
    fate = mention.fate
    befell = fate.known or fate.new or fate.introduced >= 0  # somebody who can be told of again
    return bool(befell) and any(_is_fate_again(group, one, mention) for one in group.mentions[:ENDS])


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
    ahead = not mention.ahead and all(one.ahead for one in compared)  # "plotted an attack": not the one that was made
    return 4 * met + 2 * shared + (3 if mention.concept.kind else 1) * kind - ahead


def _can_be_one(one: Mention, other: Mention) -> bool:
    return one.concept.fits(other.concept) and _agree(one, other)


def _agree(one: Mention, other: Mention) -> bool:
    mine, theirs = one.event, other.event
    return (
        (types_agree(mine.type, theirs.type) or _is_raid_again(one, other))
        and mine.polarity == theirs.polarity
        and (mine.mode == BURIAL) == (theirs.mode == BURIAL)
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


def _is_raid_again(one: Mention, other: Mention) -> bool:
    """ "Police raided the paper. … The [raid] came days after …": what the verb coerces the bare noun attacks."""
    raids = one.concept.kind == other.concept.kind == "raid"
    return raids and one.event.type == "COERCE" and other.event.type == "ASSAULT" and other.noun and other.definite


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
    return end.date() <= day_of(published) - OLD and is_named_by_day(other.event, other.head)


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


def move(mention: Mention, source: Group, target: Group, group_at: dict[int, Group]) -> None:
    source.give(mention)
    target.take(mention)
    group_at[mention.head.i] = target


def _position(mention: Mention) -> int:
    return mention.event.trigger.start
