"""The rooms of this folder joined: a document → its events, one row each.

triggers → roles → reality → speaker → time → place and quantities → title → mentions of one event joined.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from timeline.events.announced import CALLING, called_for, is_set, is_under_way, what_is_set
from timeline.events.coreference.agreement import READ
from timeline.events.coreference.measures import ordered
from timeline.events.coreference.mentions import join_mentions
from timeline.events.counted import attach_quantities
from timeline.events.factuality.modality import carried, judge
from timeline.events.factuality.reality import FACT, NOT, OPEN, Reality, turned
from timeline.events.plover import label, lead
from timeline.events.roles.find import Roles, find_roles
from timeline.events.roles.spoken import with_speakers
from timeline.events.roles.words import DUTIES, NEEDED
from timeline.events.slight import (
    is_own_claim,
    is_slight,
    is_sport,
    is_told_beside,
    is_undone,
    is_what_struck,
    is_whom_it_met,
)
from timeline.events.speech.attribution import find_attributions, index_speakers
from timeline.events.speech.statements import find_statements
from timeline.events.syntax.arguments import accusing_verb, claiming_verb, saying_verb, subjects
from timeline.events.syntax.tenses import PRESENT, PROGRESSIVE, tense_of
from timeline.events.titles.title import is_done_to_the_act, make_title
from timeline.events.triggers.find import find_triggers
from timeline.events.triggers.trigger import Trigger
from timeline.events.when.dates import Dating, find_dates, from_then_on
from timeline.events.when.dating import coming_day, date_event
from timeline.events.when.fitting import ONE_DAY
from timeline.language.document import Document, Token
from timeline.model import Actor, Attribution, Event, Evidence, Place, Quantity, Span, Timex
from timeline.places.main import Scenes

# Speech acts whose modality is that of the act they carry (docs/design.md, Conventions).
CARRYING = frozenset({"request", "appeal", "threat", "promise", "offer", "must"})
# Verbs of which the subject says that the object did it.
ACCUSING = frozenset("accuse blame suspect criticize criticise condemn denounce fault reproach charge".split())
WEAK = 0.25  # lighter triggers (a noun before a noun, "bombing suspect") are no rows of their own

# Cues of what was to come when it was spoken of.
FORESEEN = frozenset(("ahead of", "approval", "authorization", "consent", "permission", "light", "nod", "go-ahead"))

# Types of what happens somewhere, and the countries that are no place.
BODILY = frozenset("ASSAULT COERCE MOBILIZE PROTEST RETREAT DISASTER WEATHER DEATH".split())
UNWILLED = frozenset({"DISASTER", "WEATHER", "ECONOMY", "DEATH"})  # nobody plans them
WILLING = frozenset("willing ready prepared".split())
SECOND = timedelta(seconds=1)
NOWHERE = frozenset(("", "IGO", "NGO", "MNC", "IMG", "ISM"))


def find_events(
    document: Document,
    times: Sequence[Timex],
    actors: Sequence[Actor],
    places: Sequence[Place],
    quantities: Sequence[Quantity],
) -> list[Event]:
    """One event a row, in the order of the text; several mentions of one event are one."""
    reading = _Reading(document, times, actors, places, quantities)
    told: dict[tuple[Span, str], tuple[float, Event]] = {}  # sentence and title → how heavy its word is, and the row
    slight: set[str] = set()
    beside: set[str] = set()  # slight ones that are rows where their sentence tells of nothing else
    heads: dict[str, int] = {}  # event → the token it is told by
    for trigger in reading.rows():
        event = reading.event(trigger)
        heads[event.id] = trigger.head.i
        same = (event.evidence.span, event.title)
        if same in told:  # "Airstrikes targeted a camp": the strikes and the targeting are one
            if trigger.weight <= told[same][0]:
                continue
            del told[same]
        told[same] = trigger.weight, event
        if is_slight(trigger, event):
            slight.add(event.id)
            told_so = is_told_beside(trigger.head) or is_what_struck(trigger) or is_whom_it_met(trigger, event)
            if trigger.type in BODILY and told_so:
                beside.add(event.id)
    found = [event for _, event in told.values()]
    told_of = {event.evidence.span for event in found if event.id not in slight}
    slight -= {event.id for event in found if event.id in beside and event.evidence.span not in told_of}
    found += [reading.event(one) for one in reading.left_unsaid(heads[each.id] for each in found if each.id in slight)]
    return [event for event in join_mentions(document, found) if event.mentions or event.id not in slight]


def find_scored(
    document: Document,
    times: Sequence[Timex],
    actors: Sequence[Actor],
    places: Sequence[Place],
    quantities: Sequence[Quantity],
) -> Iterator[tuple[str, Event]]:
    """PLOVER's own label and the event, before mentions are joined: sentence by sentence, the heaviest first."""
    reading = _Reading(document, times, actors, places, quantities)
    for trigger in sorted((one for one in reading.triggers if one.weight > WEAK), key=_order):
        reality = reading.reality(trigger)
        bare = trigger.head.pos in ("NOUN", "PROPN") and not trigger.operators and reality.modality == "planned"
        bare = bare or is_under_way(trigger)
        name = label(
            trigger.type,
            "happened" if bare else reality.modality,
            reality.polarity,
            trigger.operators,
            trigger.mode,
            called_for(trigger),
        )
        if name is not None and not is_own_claim(trigger, event := reading.parties_only(trigger, reality)):
            yield name, event


class _Reading:
    """What the rooms have found in one document, at hand for every trigger."""

    def __init__(
        self,
        document: Document,
        times: Sequence[Timex],
        actors: Sequence[Actor],
        places: Sequence[Place],
        quantities: Sequence[Quantity],
    ) -> None:
        self.document = document
        self.times = times
        self.actors = actors
        self.scenes = Scenes(document, places)
        self.triggers = find_triggers(document)
        self.requests: dict[int, list[Trigger]] = defaultdict(list)  # by the sentence
        for trigger in self.triggers:
            if trigger.type == "REQUEST":
                self.requests[trigger.head.sentence.index].append(trigger)
        self.actors_at = index_actors(document, actors)
        self.attributions = find_attributions(document, actors)
        self.said = index_speakers(document, self.attributions)
        self.roles_at = with_speakers(document, actors, self.actors_at, self.said)
        self.told_by = index_speakers(document, self.attributions, cues=False)
        self.dates = find_dates(document, times, document.article.published)
        self.quantities_of = attach_quantities(document, self.triggers, quantities)
        self.heads: set[int] = set()  # tokens by which rows are told

    def rows(self) -> Iterator[Trigger]:
        """Triggers that are rows: with the carried acts that have a time or parties of their own, and statements."""
        kept: list[Trigger] = []
        for trigger in () if is_sport(self.document) else self.triggers:
            if trigger.weight <= WEAK or lead(trigger.operators) == "wish" or is_undone(trigger):
                continue
            if trigger.rule.startswith(DUTIES) and self.is_demanded(trigger):
                continue
            own = list(self.own_rows(trigger))
            kept.append(replace(trigger, last=max(trigger.first, trigger.head, key=_index)) if own else trigger)
            kept += own
        told = {id(one) for trigger in kept if (one := self.said.get(trigger.head.i)) is not None}
        kept += find_statements(self.document, [one for one in self.attributions if id(one) not in told])
        self.heads = {one.head.i for one in kept}
        yield from sorted(kept, key=lambda one: (one.head.i, one.type))

    def left_unsaid(self, slight: Iterable[int]) -> list[Trigger]:
        """Statements of which only slight acts were read ("said it would return once its demands were met")."""
        passed = set(slight)
        told = {id(self.said[i]) for i in self.heads - passed if i in self.said}
        lost = {id(self.said[i]): self.said[i] for i in sorted(passed) if i in self.said}
        return find_statements(self.document, [one for key, one in lost.items() if key not in told])

    def is_demanded(self, duty: Trigger) -> bool:
        """ "insisted that he must be freed": one demand, which the verb before it tells."""
        return any(
            one is not duty and one.first.i < duty.first.i and duty.last.i <= one.last.i
            for one in self.requests[duty.head.sentence.index]
        )

    def own_rows(self, trigger: Trigger) -> Iterator[Trigger]:
        """Carried acts told with a time or parties of their own: "agreed to stop the strikes until February 1"."""
        folded = bool(trigger.operators) and trigger.operators[0] not in ("end", "fail", "refuse")
        inner = trigger.carries if folded else None
        while inner is not None:
            if inner.type in ("RETREAT", "REQUEST", "CONSULT", "ASSAULT") and (
                self._has_time(inner, trigger) or self._has_parties(inner, trigger)
            ):
                yield replace(inner, carrier=trigger, weight=trigger.weight - 0.1)
            inner = inner.carries

    def event(self, trigger: Trigger) -> Event:
        document = self.document
        reality = self.reality(trigger)
        speaker = self.speaker(trigger)
        roles = self.roles(trigger)
        if trigger.type == "STATEMENT" and speaker is not None:
            roles = self.spoken(roles, trigger, speaker)
        dating = self.dating(trigger, reality, speaker)
        if reality.cue.lower() in FORESEEN and trigger.head.pos == "NOUN" and self.is_over(dating):
            reality = Reality("happened")  # "ahead of the 2018 elections", "approval of the 1975 invasion", told later
        if reality.status == OPEN and trigger.head.lemma in CALLING and is_set(trigger) and self.is_over(dating):
            reality = Reality("happened")  # "called a strike last week"
        if reality.status == FACT and self.is_to_come(trigger, dating):
            reality = Reality("planned", status=OPEN)
        quantities = ordered(trigger.type, self.quantities_of.get(trigger.head.i, ()))
        place = self.scenes.main(
            trigger.head.sentence,
            trigger.head,
            bodily=trigger.type in BODILY,
            countries={one.country for one in roles.actors + roles.recipients} - NOWHERE,
        )
        span = Span(trigger.first.start, trigger.last.end)
        sentence = trigger.head.sentence.span
        article = document.article
        named = () if is_done_to_the_act(trigger) else roles.actors
        if trigger.rule.startswith(DUTIES):
            named = roles.recipients  # "Qatar must mediate", whoever says so
        return Event(
            id=event_id(article.id, trigger.type, span),
            type=trigger.type,
            mode=trigger.mode,
            title=make_title(
                document,
                trigger,
                named,
                roles.recipients,
                place,
                quantities,
                reality,
                speaker.speaker if speaker is not None else "",
            ),
            trigger=span,
            trigger_text=span.of(document.text),
            time=dating.interval,
            time_basis=dating.basis,
            time_rule=dating.rule,
            time_why=dating.why,
            time_text=dating.timex.text if dating.timex else "",
            time_span=dating.timex.span if dating.timex else None,
            utc_offset=dating.timex.utc_offset if dating.timex else None,
            edtf=dating.edtf,
            evidence=Evidence(
                article.id,
                sentence,
                sentence.of(document.text),
                article.publisher,
                article.url,
                article.published,
                article.published_basis,
            ),
            actors=roles.actors,
            recipients=roles.recipients,
            place=place,
            quantities=quantities,
            modality=reality.modality,
            modality_cue=reality.cue,
            polarity=reality.polarity,
            attribution=speaker,
            type_rule=trigger.rule,
            confidence=confidence(trigger, roles, reality),
        )

    def is_over(self, dating: Dating) -> bool:
        end = dating.interval.end if dating.interval is not None else None
        return end is not None and self.dates.today is not None and end <= self.dates.today

    def is_to_come(self, trigger: Trigger, dating: Dating) -> bool:
        """Told in the present with a day to come: "Talks begin on Friday"; violence is not told before."""
        if trigger.type in UNWILLED or trigger.type in ("ASSAULT", "COERCE"):
            return False
        start = dating.interval.start if dating.interval is not None and dating.basis in READ else None
        today = self.dates.today
        if today is not None and trigger.head.pos in ("NOUN", "PROPN"):
            today += ONE_DAY - SECOND  # "despite a protest this morning" tells of one that was
        ahead = start is not None and today is not None and start > today
        return ahead and tense_of(trigger.head) in (PRESENT, PROGRESSIVE)

    def parties_only(self, trigger: Trigger, reality: Reality) -> Event:
        """The event with its parties and no more, for scoring; the parties of a reciprocal one stand on both sides."""
        roles = find_roles(trigger, self.actors_at, self.document, pronouns=True)
        actors, recipients = roles.actors, roles.recipients
        if roles.reciprocal and len(actors) > 1:
            actors, recipients = actors[:1], actors[1:]
        span = Span(trigger.first.start, trigger.last.end)
        sentence = trigger.head.sentence.span
        return Event(
            id=event_id(self.document.article.id, trigger.type, span),
            type=trigger.type,
            mode=trigger.mode,
            title="",
            trigger=span,
            trigger_text="",
            time=None,
            time_basis="none",
            time_rule="",
            evidence=Evidence(self.document.article.id, sentence, ""),
            actors=actors,
            recipients=recipients,
            modality=reality.modality,
            polarity=reality.polarity,
        )

    def roles(self, trigger: Trigger) -> Roles:
        return find_roles(trigger, self.roles_at, self.document)

    def spoken(self, roles: Roles, trigger: Trigger, speaker: Attribution) -> Roles:
        """The parties of a statement: a pronoun that says so is whoever the attribution takes it for."""
        subject = trigger.head.child("nsubj")
        if subject is None and speaker.speaker_span is not None:  # "Tusk said they had left, adding that …"
            words = self.document.tokens_in(speaker.speaker_span)
            saying = next((one for word in words if (one := self.actors_at.get(word.i)) is not None), None)
            return replace(roles, actors=(saying,)) if saying is not None else roles
        if subject is None or subject.pos != "PRON" or not roles.actors or roles.actors[0].name == speaker.speaker:
            return roles
        said, name = speaker.speaker.lower(), roles.actors[0].name.lower()
        if name in said or said in name:
            return roles  # "a spokesman" is the spokesman
        named = [one for one in self.actors if one.name.lower() in said]
        meant = max(named, key=lambda one: len(one.name), default=None)
        return replace(roles, actors=(meant,) if meant is not None else ())

    def reality(self, trigger: Trigger) -> Reality:
        """How real the row's act is; of a demand, threat or offer, how real the act is that it carries."""
        if trigger.type == "REQUEST" and trigger.carrier is not None and trigger.head.pos == "NOUN":
            return Reality("demanded", cue=trigger.head.text, cue_span=trigger.head.span)  # "agreed to a request"
        if trigger.mode == "will not":
            return Reality("happened")  # to say that one will not is the refusal
        if trigger.type in ("REQUEST", "THREATEN") or (trigger.operators and trigger.operators[0] in CARRYING):
            inner = carried(trigger.head)
            if inner is not None:
                warned = trigger.type == "THREATEN" and inner.modality == "demanded"  # "warned it would attack"
                return replace(inner, modality="threatened") if warned else inner
        judged = judge(trigger.real)
        if trigger.operators[:1] == ("refuse",) and trigger.head.lower in WILLING:
            return turned(judged)  # whoever "was not prepared to talk" refused
        if trigger.type == "REQUEST" and trigger.rule.startswith(NEEDED) and judged.modality == "happened":
            return replace(judged, modality="demanded", cue=trigger.head.text, cue_span=trigger.head.span)
        if is_set(trigger) and judged.status == FACT:
            return Reality("planned", cue=trigger.head.text, cue_span=trigger.head.span, status=OPEN)
        if trigger.head.pos == "NOUN" and (day := coming_day(self.dates, trigger.head, judged)) is not None:
            modality = "forecast" if trigger.type in UNWILLED else "planned"
            return replace(judged, modality=modality, status=OPEN, cue=day.text, cue_span=day.span)
        if trigger.operators[:1] == ("disclaim",) and judged.status == NOT and trigger.head.i in self.said:
            return replace(judged, modality="denied", status=OPEN)  # "said it had no part in the raid"
        return judged

    def dating(self, trigger: Trigger, reality: Reality, speaker: Attribution | None) -> Dating:
        """When the row's act is: of an act of speech, when it is said, not when what it carries may be."""
        if trigger.type in ("REQUEST", "THREATEN") or (trigger.operators and trigger.operators[0] in CARRYING):
            reality = judge(saying_verb(trigger.head) or trigger.head)
        if trigger.rule.startswith(DUTIES) and (saying := saying_verb(trigger.head)) is not None:
            return date_event(self.dates, saying, reality, reported=speaker is not None)
        if trigger.operators[:1] in (("plan",), ("decide",)) and trigger.real is not trigger.head:
            planned = date_event(self.dates, trigger.real, reality, reported=speaker is not None)
            if planned.basis in READ:
                return planned  # "plans to visit Chad on Friday": the visit's day
            decided = date_event(self.dates, trigger.head, reality, reported=speaker is not None)
            return from_then_on(decided) if reality.status == OPEN and self.is_over(decided) else decided
        if (act := what_is_set(trigger.head)) is not None:
            held = date_event(self.dates, act, reality, reported=speaker is not None)
            if held.basis in READ:
                return held  # "are scheduled to resume on Monday"
        return date_event(self.dates, trigger.head, reality, reported=speaker is not None)

    def speaker(self, trigger: Trigger) -> Attribution | None:
        """Who says so. An act of speech is not said by its own actor: "Brazil called for a truce" is the outlet's."""
        head = trigger.head
        said = self.said.get(head.i)
        if said is None and (accusing := accusing_verb(head)) is not None and accusing.lemma in ACCUSING:
            return self.accuser(trigger, accusing)
        if said is None and (claiming := claiming_verb(head)) is not None:
            return self.accuser(trigger, claiming)
        if said is None and _is_denial(trigger):
            return self.accuser(trigger, trigger.first)  # "Chad denied the raid"
        if said is None or said.cue is None or trigger.type == "STATEMENT":
            return said
        if said.cue.start <= head.start < said.cue.end:
            return self.told_by.get(head.i)
        return said

    def accuser(self, trigger: Trigger, verb: Token) -> Attribution | None:
        """Who says that another did it, or that he did himself: "Chad accused Niger of shelling a village", "The rebels
        claimed to have killed nine"."""
        for noun in subjects(verb):
            actor = self.actors_at.get(noun.i)
            if actor is not None and not any(one.lower == "no" for one in noun.children_by("det")):
                span = Span(trigger.first.start, trigger.last.end)
                return Attribution(span, actor.name, actor.span, verb.span, parts=(span,))
        return None

    def _has_time(self, inner: Trigger, outer: Trigger) -> bool:
        """A time expression inside the carried act that the carrier's own words do not reach first."""
        left, right = inner.head.left, inner.head.right
        tokens = self.document.tokens
        for time in self.times:
            if tokens[left].start <= time.span.start and time.span.end <= tokens[right].end:
                told = time.type in ("DATE", "TIME") and inner.head.i > outer.head.i
                return told and not self._is_told_within(time, inner.head)
        return False

    def _is_told_within(self, time: Timex, head: Token) -> bool:
        """Whether a time is that of a clause below: "to lay down their arms to end the war that began in 1972"."""
        above = [one for word in self.document.tokens_in(time.span)[:1] for one in word.ancestors()]
        clause = next((one for one in above if one is head or one.dep in ("relcl", "advcl", "acl")), head)
        return clause is not head

    def _has_parties(self, inner: Trigger, outer: Trigger) -> bool:
        own = self.roles(inner)
        known = {(one.id or one.name) for one in self.roles(outer).actors}
        return inner.type == "REQUEST" and any((one.id or one.name) not in known for one in own.actors)


def _is_denial(trigger: Trigger) -> bool:
    """ "Chad [denied] the raid", not "did not deny it" nor "the denial"."""
    verb = trigger.first
    return lead(trigger.operators) == "deny" and verb.pos == "VERB" and verb.child("neg") is None


def index_actors(document: Document, actors: Sequence[Actor]) -> dict[int, Actor]:
    """Index of a token → the actor whose mention holds it, the longest where mentions overlap."""
    found: dict[int, Actor] = {}
    for actor in sorted(actors, key=lambda one: one.span.end - one.span.start):
        for token in document.tokens_in(actor.span):
            found[token.i] = actor
    return found


def event_id(article_id: str, kind: str, span: Span) -> str:
    """Hash of article, type and trigger: a rerun keeps it."""
    return hashlib.sha1(f"{article_id}\x00{kind}\x00{span.start}\x00{span.end}".encode()).hexdigest()[:16]


def confidence(trigger: Trigger, roles: Roles, reality: Reality) -> float:
    """0 to 1: the place of the trigger in its sentence, whether parties are known, and how sure the text is."""
    parties = 0.1 * bool(roles.actors) + 0.1 * any(one.id for one in roles.actors) + 0.1 * bool(roles.recipients)
    sure = 0.1 * (abs(reality.value) >= 2)
    return round(min(0.95, 0.25 + 0.35 * min(trigger.weight, 1.0) + parties + sure), 2)


def _index(token: Token) -> int:
    return token.i


def _order(trigger: Trigger) -> tuple[int, float, int]:
    return (trigger.head.sentence.index, -trigger.weight, trigger.head.i)
