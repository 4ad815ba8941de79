"""Who did it and to whom: the parties of a trigger, read off the sentence around it.

Verbs give their subject and object, voice undone; nouns give their possessor, adjective ("Russian strikes"), and what
stands after "by", "on", "against", "between"; a carrier borrows what it lacks from the act it carries ("demanded that
Russia withdraw": Russia is the recipient).
"""

from __future__ import annotations

from timeline.events.roles.ascribed import done_by, judges
from timeline.events.roles.inside import ACTING, by_whom
from timeline.events.roles.met import Met, core_is_noun
from timeline.events.roles.naming import with_names
from timeline.events.roles.nouns import is_harm
from timeline.events.roles.of_noun import involved, same
from timeline.events.roles.parties import (
    PERSONAL,
    Actors,
    is_blow,
    is_means,
)
from timeline.events.roles.words import (
    AROUND,
    CHARGING,
    DRAWING,
    DYING,
    FACING,
    FINDING,
    GIVEN,
    INQUIRIES,
    LOCAL,
    MET,
    MUTUAL,
    NEWS,
    OF_ACTS,
    PERCEIVING,
    RECEIVING,
    RISINGS,
    SAID_OF,
    SPARKING,
    STANDING,
    STAYING,
    STOPPING,
    TRIED,
    WINNING,
)
from timeline.events.syntax.arguments import objects, saying_verb, subjects, surface_subjects
from timeline.events.syntax.coordination import with_conjuncts
from timeline.events.syntax.governed import under
from timeline.events.syntax.passives import is_passive
from timeline.events.syntax.structure import is_infinitive
from timeline.events.syntax.words import ARMED, CONTROL_BY_OBJECT, FIGHTS, HURT, NAMING_THE_DEAD, SAYING
from timeline.events.triggers.lexicon import charges
from timeline.events.triggers.trigger import Trigger
from timeline.language.document import Document, Token
from timeline.model import Actor
from timeline.record import record

MISHAPS = frozenset({"natural", "accident", "casualties"})  # modes of disasters that befall people
BY_OTHERS = frozenset({"ASSAULT", "COERCE", "CONCEDE"})  # types whose passive tells what somebody else does


@record
class Roles:
    """`actors` did it, to `recipients`; when `reciprocal`, all parties are actors and no one is a recipient."""

    actors: tuple[Actor, ...] = ()
    recipients: tuple[Actor, ...] = ()
    reciprocal: bool = False


def find_roles(trigger: Trigger, actors_at: Actors, document: Document, *, pronouns: bool = False) -> Roles:
    """The parties of one trigger. `actors_at` gives the actor that each token index belongs to; `pronouns` keeps
    those that nobody could resolve, and bare numbers, as they stand."""
    reader = _Reader(actors_at, document, pronouns=pronouns)
    doers, others = ([one for one in side if not is_means(one, document)] for side in reader.of(trigger))
    others = [one for one in others if not _is_reflexive(one, document)]
    doers = [one for one in doers if one.id or one.span.end != trigger.core.end]  # "to cause mass casualties"
    actors = _unique(doers)
    recipients = tuple(one for one in _unique(others) if not same(one, actors))
    if not pronouns:
        actors, recipients = with_names(actors, acting=True), with_names(recipients)
    shared = trigger.type in ("CONSULT", "AGREE", "COOPERATE") or trigger.mode in ("sign", "ceasefire")
    if shared and not actors and len(recipients) > 1 and _is_between(trigger):
        actors, recipients = recipients, ()  # "A meeting was arranged between the two"
    if shared and not actors and not recipients:
        verb = trigger.head
        sides = under(verb, "between") or under(verb, "among") or involved(verb.children_by("advcl"))
        actors = _unique(reader.parties(sides))  # "A truce was reached between Chad and Niger"
    reciprocal = trigger.type in MUTUAL or trigger.mode in ("fight", "violate")
    return Roles(actors, recipients, reciprocal and not recipients and len(actors) > 1)


# Verbs that find fault with an act, not with whom it met.
CONDEMNING = frozenset("condemn denounce deplore decry criticize criticise slam blast lament".split())


class _Reader(Met):
    """Reads the parties of triggers in one document."""

    def of(self, trigger: Trigger) -> tuple[list[Actor], list[Actor]]:
        head, core = trigger.head, trigger.core
        if trigger.operators[:1] == ("absent",):
            denying = saying_verb(trigger.first)
            refused = self.at(core, "with", trigger.type) if trigger.type == "REJECT" else []
            return (self.parties(subjects(denying)) if denying is not None else []), refused
        if head.pos in ("NOUN", "PROPN"):
            doers, others = self.told_by(head, trigger)
            if trigger.type == "DISASTER" and head.dep == "pobj" and head.head.lower == "for":
                doers = []  # "blamed the police for the stampede"
        else:
            doers, others = self.of_predicate(trigger)
        met = bool(others)
        if trigger.carries is not None:
            doers, others = self.with_carried(trigger, doers, others)
        # whom the carried act meets by name, then the land it is done in: "agreed to allow all Peruvians in Chad to leave"
        met = met or any(one.id or one.name[:1].isupper() for one in others)
        # "Bombs were found in Peru", "arrests were made in Peru", "A bus crashed in Peru": where
        found = (trigger.mode == "seize" and not doers) or trigger.mode in ("arrest", "accident")
        if met or found or trigger.type not in LOCAL or head.pos in ("NOUN", "PROPN"):
            return doers, others
        if any(one.lower in PERSONAL for one in objects(head)):
            return doers, others
        asked = head.child("xcomp") if trigger.type == "REQUEST" else None
        if asked is not None and is_passive(asked):
            return doers, others  # "demanded to be flown to Chad"
        passed_on = trigger.carries is None and core.pos == "VERB"
        place = [one for one in self.somewhere(core if passed_on else head) if not same(one, tuple(doers))]
        return doers, place or others

    def told_by(self, noun: Token, trigger: Trigger) -> tuple[list[Actor], list[Actor]]:
        """The parties of the act or mishap that a trigger's noun names."""
        mishap = trigger.type == "DISASTER" and trigger.mode in MISHAPS
        return self.befalling(noun) if mishap else self.of_noun(noun, trigger.type)

    def of_predicate(self, trigger: Trigger) -> tuple[list[Actor], list[Actor]]:
        """The parties of a verb, and of the noun that it carries: "held talks with Chad"."""
        head, core = trigger.head, trigger.core
        doers, others = self.of_verb(trigger)
        if trigger.type in BY_OTHERS and is_passive(head):  # "was shot by his dog": not by himself
            doers = [one for one in doers if one.id or all(one.name != other.name for other in others)]
        if core is head or core.pos not in ("NOUN", "PROPN"):
            return doers, others
        own, inner = self.told_by(core, trigger)
        if trigger.type == "DEATH" and head.lemma in SAYING:
            return [], own or inner or others  # "announced the death of a poet"
        if trigger.type == "PROTEST" and (by := by_whom(core) or self.loosely_by(core)):
            doers = self.parties(by)  # "His death triggered a riot by miners"
        elif head.lemma in SPARKING and (trigger.type == "PROTEST" or core.lemma in FIGHTS | RISINGS):
            rising = ("OPP",) if trigger.type == "PROTEST" else ARMED
            doers = [one for one in doers if one.sector in rising]  # "The minister sparked protests"
        if core.lemma in OF_ACTS:  # "the resignation of two judges was announced"
            others = [one for one in others if not same(one, tuple(own))]
        if trigger.type == "REQUEST" and not doers:  # "The resolution calls for Chad's withdrawal": Chad is asked
            return [], others or own or inner
        if trigger.type == "AID":  # "announced a gift from Chad to Niger"
            others = others or [one for one in inner if not same(one, tuple(doers))]
        doers = doers or own
        return doers, others or [one for one in own if not same(one, tuple(doers))] or inner

    def with_carried(
        self, trigger: Trigger, doers: list[Actor], others: list[Actor]
    ) -> tuple[list[Actor], list[Actor]]:
        """A carrier's missing recipient: who should act, or whom the act would meet."""
        assert trigger.carries is not None
        acting, meeting = self.of(trigger.carries)
        acting = [one for one in acting if not same(one, tuple(doers))]
        if trigger.operators[:1] == ("end",):
            return acting, meeting
        tried = trigger.head.lemma in INQUIRIES
        if not doers and trigger.head.pos in ("NOUN", "PROPN") and trigger.type != "REQUEST" and not tried:
            doers, acting = acting, []  # but who is "under pressure to leave" asks for nothing
        if not others and trigger.type == "ACCUSE" and any(one.pos == "PRON" for one in objects(trigger.head)):
            return doers, acting  # "accused it of shelling a village": whoever it is, not the village
        told = trigger.carries.head
        if not others and trigger.type == "ACCUSE" and told.dep == "ccomp" and is_passive(told):
            return doers, acting  # "alleged that the villagers were killed": not they
        if trigger.head.lemma in CONDEMNING and trigger.carries.type == "ASSAULT" and told in objects(trigger.head):
            return doers, acting  # "condemned the shelling of Chad": whoever did it, not Chad
        if not others:
            others = acting if trigger.type in ("REQUEST", "ACCUSE", "REJECT", "CONCEDE") and acting else meeting
            others = others or acting
        return doers, others

    def of_verb(self, trigger: Trigger) -> tuple[list[Actor], list[Actor]]:
        head, kind = trigger.head, trigger.type
        clause = head.head if head.dep in ("prep", "acomp") else head  # "was behind the raid"
        charged = trigger.rule.startswith(SAID_OF) or trigger.rule in charges()
        speaking = saying_verb(clause) if charged else None
        if speaking is not None:
            doers, asked = self.parties(subjects(speaking)), self.parties(subjects(clause))
            asked = [one for one in asked if not same(one, tuple(doers))]
            return doers, asked or self.parties(objects(head))
        if head.lemma in NAMING_THE_DEAD and trigger.mode in ("kill", "casualties"):
            return [], self.parties(under(head, "as") or objects(head), kind)
        if head.lemma == "be" and trigger.mode in ("kill", "casualties") and (named := head.children_by("attr")):
            told = head.children_by("nsubj") if under(head, "among") else []
            return [], self.parties([*with_conjuncts(named), *told], kind)
        crashed = trigger.mode == "accident" and not core_is_noun(trigger)
        if kind == "DISASTER" and (crashed or trigger.mode in ("natural", "casualties")):
            died = head.lemma in DYING and head.lemma != "lose" and not is_passive(head)  # "nine died in the flood"
            return [], self.parties(subjects(head)) if died else self.met(
                trigger
            )  # "floods in Pakistan killed 200": nobody did it
        if (head.lemma in STOPPING and kind != "REJECT") or (head.lemma in PERCEIVING and core_is_noun(trigger)):
            if kind == "COERCE":  # "foiled a plot by exiles": that is what the police did to them
                return self.acting([self.named_by(one) for one in subjects(head)]), self.met(trigger)
            tried = [one for one in objects(head) if one.lemma in TRIED] if head.lemma in STOPPING else []
            made, struck = self.of_noun(tried[0], kind) if tried else ([], [])
            return made, struck or [one for one in self.met(trigger) if not same(one, tuple(made))]
        if trigger.carries is None and trigger.core.dep == "xcomp" and is_passive(trigger.core):
            doers = self.acting(subjects(trigger.core)) or self.behind(trigger.core)  # "began to be shelled by rebels"
            return doers, [one for one in self.parties(objects(trigger.core), kind) if not same(one, tuple(doers))]
        operator = trigger.operators[:1]
        raised = self.raised(head) if operator == ("plan",) else self.brought(head) if operator == ("light",) else []
        if raised:
            met = [] if core_is_noun(trigger) else [one for one in self.met(trigger) if not same(one, tuple(raised))]
            return raised, met
        doers = self.acting([self.named_by(one) for one in subjects(striking(head) if head.tag == "VBG" else head)])
        if not doers and kind == "ASSAULT" and head.lemma in HURT:  # "convicted of the bombing that killed nine"
            doers = self.parties([one for noun in subjects(head) if is_harm(noun) for one in done_by(noun)])
        if kind == "ASSAULT" and head.lemma in MET and any(one.lemma in NEWS for one in objects(head)):
            return (self.of_noun(trigger.core, kind)) if core_is_noun(trigger) else ([], [])  # "got reports of a raid"
        if kind == "ASSAULT" and head.lemma in MET:
            harm = self.harm_met(trigger)
            if harm is not None:
                made, struck = self.of_noun(harm, kind)
                loose = [] if is_passive(head) else under(head, "by")  # what the parser hangs on the verb
                inner = [one for word in ("on", "at") for noun in under(harm, word) for one in under(noun, "by")]
                made = made or self.acting([*under(harm, "from"), *under(head, "from"), *inner, *loose])
                return made, doers or struck
        if head.lemma == "blame" and head.tag == "VB" and not objects(head):  # "The rebels are to blame"
            speaking = saying_verb(head)
            return self.parties(subjects(speaking)) if speaking is not None else [], self.acting(subjects(head))
        faced = head.lemma in FACING or trigger.core.lemma in FACING or trigger.rule == "accuse: go"
        if kind in CHARGING and faced:
            return self.parties(by_whom(trigger.core)) if core_is_noun(trigger) else [], doers  # "went on trial"
        if kind == "COERCE" and trigger.core is not head and trigger.core.lemma in STAYING:
            kept = self.parties(surface_subjects(trigger.core))  # "was ordered to remain in custody"
            return [one for one in self.acting(subjects(head)) if not same(one, tuple(kept))], kept
        if kind == "COERCE" and head.lemma in STAYING:
            return self.parties(by_whom(trigger.core)), doers  # "remains in custody"
        if kind == "ACCUSE" and (head.lemma in DRAWING or (head.lemma in STANDING and under(head, "under"))):
            around = (head, *objects(head), *(one for word in ("under", "in", "with") for one in under(head, word)))
            givers = [one for noun in around for one in (*under(noun, "from"), *under(noun, "by"))]
            doers = self.acting(givers)  # "drew criticism from Oslo", "is under investigation"
            return doers, [one for one in self.parties(surface_subjects(head), kind) if not same(one, tuple(doers))]
        won = head.lemma in WINNING and kind == "SUPPORT"  # "won praise from Chad"
        came = head.lemma != "come" or head.child("prt") is None  # not "came out in support of Chad"
        if (head.lemma in RECEIVING and kind in GIVEN and came) or won:
            givers = [*under(head, "from"), *(one for noun in objects(head) for one in under(noun, "from"))]
            return self.acting(givers) or self.before(trigger.core), doers
        if kind == "ASSAULT" and (head.lemma in DYING or trigger.rule == "assault: be"):  # "were among the dead"
            return [one for one in self.behind(head) if not self.is_where(one)], doers
        if kind == "ASSAULT" and head.lemma == "fall":
            return self.acting(under(head, "to")), doers  # "The town fell to rebels"
        if kind == "DEATH" and head.lemma in DYING:
            return doers, []
        if head.lemma in FINDING and (kind == "DEATH" or (kind == "ASSAULT" and trigger.mode == "kill")):
            acts = [one for one in head.children_by("xcomp", "oprd") if is_passive(one)]  # "was found shot by rebels"
            doers = self.acting([one for act in acts for one in subjects(act)])  # but "Soldiers found two bodies"
        if not doers and trigger.operators[:1] == ("stop",) and is_passive(head) and trigger.core is not head:
            kept = self.parties(surface_subjects(head))  # "agencies were blocked from sending food"
            if kept:
                return [], kept
        if (
            not doers
            and trigger.core is not head
            and trigger.core.pos == "VERB"
            and kind not in ("REQUEST", "THREATEN")
        ):
            doers = self.parties(subjects(trigger.core), ACTING)  # "is set to be replaced by her deputy"
        if not doers and is_passive(head):  # "was denounced as a spy by his aides", the agent hung on the spy
            doers = self.acting(judges(head))
        if (
            not doers and is_passive(head) and head.lemma != "blame"
        ):  # "was set on fire by hooded men", the agent hung as any phrase
            doers = self.acting([one for one in under(head, "by") if one.i in self.actors_at]) or self.behind(head)
            doers = doers or self.acting(loose_agent(head))
        if not doers and trigger.mode == "arrest" and is_passive(head):
            doers = self.who_told(head)
        return doers, [one for one in self.met(trigger) if not same(one, tuple(doers))]

    def who_told(self, verb: Token) -> list[Actor]:
        """The police of "Police said two men were arrested", who arrest where nobody else is said to."""
        speaking = saying_verb(verb)
        plain = speaking is not None and verb.head is speaking and speaking.lemma in ("say", "tell", "confirm")
        told = self.parties(subjects(speaking)) if plain and speaking is not None else []
        return [one for one in told if one.sector == "COP" and one.kind != "person"]

    def raised(self, verb: Token) -> list[Actor]:
        """Who is expected to do it: "[Troops] are expected to join the offensive", "analysts expect [Chad] to join"."""
        inner = verb.child("xcomp") if is_passive(verb) else verb.child("ccomp", "xcomp")
        if inner is None or not is_infinitive(inner) or not (is_passive(verb) or inner.child("nsubj")):
            return self.brought(verb)
        return self.acting(subjects(inner))

    def brought(self, verb: Token) -> list[Actor]:
        """Who is brought to do it: "persuaded [Chad] to join", "a raid prompted [Chad] to join"; who helps does it too."""
        inner = verb.child("xcomp", "ccomp")
        if verb.lemma not in CONTROL_BY_OBJECT or verb.lemma == "help" or inner is None or not is_infinitive(inner):
            return []
        own = verb.child("dobj") is not None or inner.child("nsubj") is not None
        return self.acting(subjects(inner)) if own and not is_passive(verb) else []


def _is_between(trigger: Trigger) -> bool:
    near = (trigger.head, trigger.core, *trigger.head.children)
    return any(child.lower == "between" for word in near for child in word.children)


def striking(verb: Token) -> Token:
    """The blow that a participle tells the toll of: "convicted of helping the militants who [struck] a hotel, killing nine",
    wherever the parser hangs it."""
    above = verb.head
    if verb.tag != "VBG" or verb.lemma not in HURT or verb.dep not in ("advcl", "conj") or above.pos != "VERB":
        return verb
    if verb.dep == "conj" and (above.tag != "VBG" or verb.child("cc") is not None or above.child("cc") is not None):
        return verb
    tokens = verb.sentence.tokens
    for one in reversed(tokens[above.i - tokens[0].i + 1 : verb.i - tokens[0].i]):
        if one.dep == "relcl" and one.pos == "VERB" and not is_passive(one) and is_blow(one):
            return one
    return verb


def loose_agent(verb: Token) -> list[Token]:
    """By whom a passive's act is done, hung on the noun before: "Charges were brought against a clerk by prosecutors"."""
    preps = [child for child in verb.children if child.lower in AROUND and child.dep == "prep"]
    nouns = [noun for child in preps for noun in child.children_by("pobj")]
    nouns += [noun for child in verb.children if child.lower == "out" for noun in under(child, "of")]  # "pushed out of"
    nouns += [inner for noun in nouns for word in ("in", "of", "at") for inner in under(noun, word)]
    found = [one for noun in nouns if not is_harm(noun) for one in under(noun, "by")]
    return [one for one in found if one.entity not in ("DATE", "TIME") and one.pos != "NUM"]


def _is_reflexive(one: Actor, document: Document) -> bool:
    """ "blew himself up", "surrendered themselves": nobody else is met."""
    return document.text[one.span.start : one.span.end].lower().endswith(("self", "selves"))


def _unique(actors: list[Actor]) -> tuple[Actor, ...]:
    found: list[Actor] = []
    for one in actors:
        if not same(one, tuple(found)):
            found.append(one)
    return tuple(found)
