"""The running story of a report of violence or disaster: who was hurt, how it was done, what the blast did is told over many
sentences, mostly without an article that points back. A mention that nothing sets apart is of the event told last.

What sets it apart: a day, a place, people or a number that do not fit; another weapon; "another", "earlier", "elsewhere";
a habit ("have killed hundreds", "attacks on convoys"). What lies before the story, or was told of elsewhere in passing
("a blast in 1983"), is spoken of in its own paragraph only.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from timeline.events.coreference.agreement import (
    READ,
    day_of,
    overlap,
    places_agree,
)
from timeline.events.coreference.concepts import find_concept
from timeline.events.coreference.mention import OTHER, Mention, points_back
from timeline.events.coreference.naming import AFTERWARDS, ARMS
from timeline.events.coreference.persons import STRIKERS
from timeline.events.coreference.restated import DATED
from timeline.events.coreference.story_people import counts_fit, people_fit
from timeline.events.coreference.tolls import ELSEWHERE
from timeline.events.syntax.passives import is_passive
from timeline.events.syntax.words import REACTIONS, STRIKES
from timeline.language.document import Token
from timeline.model import Event, Interval

THEMES = frozenset({"attack", "death", "explosion"})  # families of what a story of violence tells
TYPES = frozenset({"ASSAULT", "DEATH", "DISASTER"})
HARM = frozenset({"kill", "injure", "casualties"})  # modes
APART = frozenset(("illness", "funeral"))  # modes of what is no violence
REAL = frozenset({"happened", "alleged", "ongoing"})
WIDE_DAYS = 7  # what is told of longer than that is no day's event
BEFORE_DAYS = 4  # before what the report is about: its background
ASIDE = frozenset("earlier previously had".split())
COMING = frozenset("come follow happen occur".split())
BEFORE = frozenset("after following before since".split())
SHOTS = ARMS | {"shot", "round", "bullet"}
SOME = frozenset("one two three four five some many several number series spate wave".split())
CRIMES = frozenset("murder manslaughter homicide assassination kidnapping assault arson".split())
COMMITTING = frozenset(("commit", "perpetrate"))
LASTING = frozenset("violence unrest fighting bloodshed conflict crime".split())
SHIFTED = frozenset("later earlier previously subsequently afterwards".split())
LEAD = 2  # sentences in which a perfect tells the news: "three people have been killed"
STRUCK_BY = frozenset({"bombing", "suicide", "air", "shelling", ""})  # kinds of attack that a blast may be of


def is_of_story(mention: Mention) -> bool:
    """Whether it tells of harm done, once, as a fact, and nothing says that it is another."""
    return is_theme(mention) and not (mention.apart or _again(mention) or _is_habit(mention) or _is_set_apart(mention))


def is_theme(mention: Mention) -> bool:
    """Whether it tells of violence, death or disaster that was real."""
    event = mention.event
    if _is_crime(mention.head) or event.mode in APART:
        return False
    if event.type not in TYPES or event.modality not in REAL or event.polarity != "positive":
        return False
    return (
        mention.concept.family in THEMES
        or event.mode in HARM
        or (event.type == "DISASTER" and event.mode not in AFTERWARDS)
    )


def _is_crime(noun: Token) -> bool:
    """What somebody is charged with: "three counts of [murder]", "[murder] and attempted [murder]", "murders that he is
    suspected of [committing]"."""
    if noun.lemma in COMMITTING and noun.dep == "pcomp":
        return True
    bare = noun.lemma in CRIMES and noun.tag == "NN" and noun.child("det", "poss") is None
    return bare and (noun.dep in ("pobj", "conj") or noun.child("amod") is not None)


def _again(mention: Mention) -> frozenset[str]:
    """The words that say that it is one more; "also" is none in "the attackers also burned homes", "others were also hurt"."""
    known = mention.definite or names_doer_again(mention) or (mention.effect and is_passive(mention.head))
    return mention.words.again - {"also"} if known else mention.words.again


def may_be_told_on(mention: Mention) -> bool:
    """Whether later sentences may tell more of what it tells."""
    return is_theme(mention) and not _is_habit(mention)


def goes_on(told: Sequence[Mention], mention: Mention, main: Sequence[Mention] = ()) -> bool:
    """Whether the mention may tell more of the event that the mentions `told` are of."""
    if _is_new(mention) and not (told[0].headline and mention.head.sentence.index <= LEAD):
        return False
    if _is_another_deed(told, mention):
        return False
    undated = mention.event.time_basis in READ and not any(one.event.time_basis in READ for one in told)
    days = [one for one in main if undated and one.event.time_basis in READ]  # what has no day is of the report's
    fits = all(_times_fit(one, mention) for one in days) and all(_fits(one, mention) for one in told)
    return fits and counts_fit(told, mention) and people_fit(told, mention)  # the dearest question last


def as_of_attack(told: Mention, blast: Mention) -> Mention:
    """ "The explosion" that turns out to be the attack told before."""
    if told.event.type != "ASSAULT" or blast.concept.family != "explosion":
        return blast
    mode, rule = told.event.mode, told.event.type_rule
    event, same = (replace(each, type="ASSAULT", mode=mode, type_rule=rule) for each in (blast.event, blast.told))
    return replace(blast, event=event, told=same, concept=find_concept("explosion", "ASSAULT"))


def _fits(one: Mention, other: Mention) -> bool:
    return (
        is_theme(one)
        and _kinds_fit(one, other)
        and _numbers_fit(one, other)
        and not (_again(other) - one.words.again)
        and not _are_two(one, other)
        and _times_fit(one, other)
        and places_agree(one.place, other.place)
    )


def _numbers_fit(one: Mention, other: Mention) -> bool:
    """ "The blasts" are no one blast."""
    if one.event.type == other.event.type == "DISASTER" and not (one.effect or other.effect):
        mine, theirs = (each.head.child("nsubj") for each in (one, other))  # "a ferry", "three boats"
        if mine is not None and theirs is not None and mine.pos == theirs.pos == "NOUN":
            return mine.tag == theirs.tag
    if one.name is None or other.name is None or {one.name.lemma, other.name.lemma} & SHOTS:
        return True
    return one.name.tag.endswith("S") == other.name.tag.endswith("S")


def _kinds_fit(one: Mention, other: Mention) -> bool:
    """ "The explosion" may be the bomb attack; a flood is none."""
    mine, theirs = one.event.type, other.event.type
    if one.concept.kind and other.concept.kind and not one.concept.fits(other.concept):
        return False
    if mine == theirs == "DISASTER":
        toll = one.event.mode in HARM or other.event.mode in HARM
        return one.concept.family == other.concept.family or toll or not (one.concept.known and other.concept.known)
    if "DISASTER" not in (mine, theirs):
        return True
    disaster, act = (one, other) if mine == "DISASTER" else (other, one)
    if act.event.type == "DEATH" and disaster.noun and disaster.vague:
        return False  # "broke her leg in [a crash]"
    blast = disaster.concept.family == "explosion" and act.concept.kind in STRUCK_BY
    return blast if act.event.type == "ASSAULT" else True


def _are_two(one: Mention, other: Mention) -> bool:
    """In one sentence, a clause or a phrase that brings its own: "killed nine, and [soldiers] wounded a man", "in revenge for
    [an ambush]", "gunfire broke out after the [blast]"."""
    if one.head.sentence is not other.head.sentence:
        return False
    verb = other.head
    own = (
        verb.lemma not in ("die", "perish")
        and verb.dep == "conj"
        and verb.tag != "VBN"
        and verb.child("nsubj") is not None
        and other.name is None
    )
    mark = other.head.child("mark", "advmod") if other.head.dep == "advcl" else None
    own = own or (mark is not None and mark.lower in BEFORE)
    if other.noun and other.head.dep in ("attr", "appos", "oprd"):
        return False
    return own or (other.noun and (other.vague or _is_before(other.head))) or (one.noun and _is_before(one.head))


def _is_before(noun: Token) -> bool:
    return noun.dep == "pobj" and noun.head.lower in BEFORE


def _times_fit(one: Mention, other: Mention) -> bool:
    """Days that the text gives share a moment, and none is a long time beside a day; what has no day of its own is of the
    days before publication, unless it is only named ("the bombing")."""
    first, then = one.event, other.event
    if then.time is None or then.time_basis not in DATED or then.time_basis != other.told.time_basis:
        return True
    if first.time is not None and first.time_basis in DATED:
        if then.time_basis in READ:
            return overlap(first.time, then.time) and _is_long(first) == _is_long(then)
        return _days_between(first.time, then.time) < BEFORE_DAYS  # what is taken over may be a day of telling
    if then.time_basis not in READ or one.noun:
        return True
    return not _is_long(then) and not _is_old(then)


def _days_between(one: Interval, other: Interval) -> int:
    if overlap(one, other):
        return 0
    early, late = (one, other) if (one.end or datetime.max) <= (other.start or datetime.min) else (other, one)
    return (late.start - early.end).days if late.start and early.end else 0


def _is_old(event: Event) -> bool:
    end, published = event.time.end if event.time else None, event.evidence.published
    return end is not None and published is not None and (day_of(published) - end.date()).days > WIDE_DAYS


def _is_long(event: Event) -> bool:
    time = event.time
    if time is None or time.start is None or time.end is None:
        return event.time_basis in READ
    return (time.end - time.start).days > WIDE_DAYS


def is_answer(told: Sequence[Mention], named: Mention) -> bool:
    """ "Rebels fired rockets in retaliation for the [strikes]", "left after the [attack]": what is answered is another act."""
    if not named.noun or named.head.dep != "pobj":
        return False
    word = named.head.head
    if word.lower not in BEFORE and word.head.lemma not in REACTIONS and word.head.base not in REACTIONS:
        return False
    above = {one.i for one in word.ancestors()}
    return any(one.head.i in above for one in told)


def is_aside(mention: Mention) -> bool:
    """What is told as done before: "a lawyer who [had been shot]", "was killed [earlier] that day"."""
    words = {one.lower for one in mention.head.children_by("advmod", "aux")}
    return bool(words & ASIDE) or _is_told_before(mention.head)


def _is_told_before(verb: Token) -> bool:
    """ "The blast came hours after jets [bombed] a camp"."""
    mark = verb.child("mark") if verb.dep == "advcl" else None
    if mark is None or mark.lower not in BEFORE:
        return False
    return verb.head.lemma in COMING or any(one.i < mark.i for one in verb.children_by("npadvmod"))


def names_doer_again(mention: Mention) -> bool:
    """ "The [attackers] opened fire from a car"."""
    return any(one.lemma in STRIKERS and points_back(one) for one in mention.head.children_by("nsubj"))


def is_background(told: Sequence[Mention], main: Sequence[Mention]) -> bool:
    """Whether what was told lies days before the first event of the report."""
    if all(map(is_aside, told)):
        return True
    first = next((one.event for one in main if one.event.time_basis in READ), main[0].event)
    for one in told:
        event = one.event
        if one.apart:
            return True
        if event.time_basis not in READ or event.time is None:
            continue
        if event.time.start is None:
            end, began = event.time.end, first.time.start if first.time is not None else None
            return end is not None and began is not None and (began - end).days >= BEFORE_DAYS
        if first.time is None or first.time.start is None:
            return _is_long(event)
        if not overlap(first.time, event.time) or _is_long(event) != _is_long(first):
            return (first.time.start - event.time.start).days >= BEFORE_DAYS
    return False


def _is_habit(mention: Mention) -> bool:
    """ "Rebels [attack] convoys", "have [killed] hundreds", "[attacks] on aid workers": no event of one day."""
    head = mention.head
    name = mention.name
    if (
        name is not None
        and name.tag == "NNS"
        and name.lemma not in ARMS
        and not mention.count
        and _is_any_of(mention, name)
    ):
        return True
    if is_lasting(mention):
        return True
    if mention.noun or mention.headline:
        return False
    if head.tag in ("VBP", "VBZ") and head.sentence.index > LEAD:
        return True
    if any(one.lower == "since" for one in head.children_by("prep", "mark")):
        return True  # "dozens have been killed since 2010"
    helpers = {one.lower for one in head.children_by("aux")}
    if "would" in helpers:
        return True
    return bool(helpers & {"has", "have"}) and not is_passive(head) and head.sentence.index > LEAD


def is_lasting(mention: Mention) -> bool:
    """ "Sectarian [violence] has plagued the town": what goes on, and no attack of a day."""
    head = mention.head
    if head.dep != "nsubj" or head.lemma not in LASTING or mention.definite or mention.headline:
        return False
    return any(one.lower in ("has", "have") for one in head.head.children_by("aux"))


def _is_any_of(mention: Mention, name: Token) -> bool:
    """ "Attacks on convoys", "two of the worst attacks"."""
    return not mention.definite or (name.dep == "pobj" and name.head.lower == "of" and name.head.head.lower in SOME)


def _is_new(mention: Mention) -> bool:
    """ "In the evening [an attack] hit the harbour"; not "it was [an attack]", "called it [a bombing]"."""
    noun = mention.name
    if noun is None or not mention.vague or mention.headline:
        return False
    return noun.dep in ("nsubj", "nsubjpass", "dobj")


def _is_another_deed(told: Sequence[Mention], mention: Mention) -> bool:
    """ "A bomb killed nine people. … [Jets] bombed [a camp]": another doer at something not told of yet."""
    head = mention.head
    target = None if mention.noun or mention.headline else head.child("dobj")
    doer = next((one for one in _doers(head) if one.pos == "NOUN"), None)
    if doer is None or target is None or not (_is_first_told(doer) and _is_first_told(target)):
        return False
    if target.lemma in SHOTS or doer.lemma in STRIKERS or (target.tag != "NN" and target.child("nummod") is not None):
        return False
    earlier = [one for each in told for one in _doers(each.head) if one.pos == "NOUN" and one.base not in STRIKES]
    return bool(earlier) and all(one.lemma != doer.lemma for one in earlier)


def _is_first_told(noun: Token) -> bool:
    return not points_back(noun) and noun.child("poss") is None


def _is_set_apart(mention: Mention) -> bool:
    """ "Elsewhere, …", "[another] bomb went off", "a [second] gunman", "two hours [later], …"."""
    if any(token.lower in ELSEWHERE for token in mention.head.sentence.tokens[:3]):
        return True
    near = [*mention.head.children, *(one for day in mention.head.children_by("npadvmod") for one in day.children)]
    if any(one.lower in SHIFTED and one.dep in ("advmod", "amod") for one in near):
        return True
    return any(
        child.lower in OTHER and child.lower != "other" for doer in _doers(mention.head) for child in doer.children
    )


def _doers(head: Token) -> Iterator[Token]:
    if head.child("auxpass") is None:
        yield from head.children_by("nsubj")
    for agent in head.children_by("agent"):
        yield from agent.children_by("pobj")
