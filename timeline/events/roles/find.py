"""Who did it and to whom: the parties of a trigger, read off the sentence around it.

Verbs give their subject and object, voice undone; nouns give their possessor, adjective ("Russian strikes"), and what
stands after "by", "on", "against", "between"; a carrier borrows what it lacks from the act it carries ("demanded that
Russia withdraw": Russia is the recipient).
"""

from __future__ import annotations

from dataclasses import dataclass

from timeline.actors.sense import LANDMARKS
from timeline.events.roles.ascribed import BLAMING, PINNING, blamed_for, found_guilty, judges
from timeline.events.roles.blasts import LAYING, beside_blast
from timeline.events.roles.naming import with_names
from timeline.events.roles.nouns import (
    UNDERGONE,
    is_harm,
    is_somebody,
    is_vehicle,
    is_weapon,
)
from timeline.events.roles.of_noun import NounRoles, same
from timeline.events.roles.parties import (
    ACTING,
    PERSONAL,
    Actors,
    by_whom,
    is_blow,
    is_means,
)
from timeline.events.roles.words import (
    AGREEING,
    ANY,
    AROUND,
    ASKING,
    CHARGING,
    CLOSING,
    DRAWING,
    DYING,
    FACING,
    FINDING,
    FITTING,
    GIVEN,
    GIVING,
    HARM,
    HELD,
    HOLDING,
    INQUIRIES,
    LOCAL,
    MET,
    MUTUAL,
    OBJECTIVE,
    OF_ACTS,
    ON_PEOPLE,
    ON_PLACES,
    PERCEIVING,
    RAMMING,
    RECEIVING,
    SAID_OF,
    STANDING,
    STAYING,
    STOPPING,
    TOWARDS,
    TRIED,
    VENTING,
    WARRANTS,
)
from timeline.events.syntax.arguments import (
    RELATIVE,
    accusing_verb,
    is_passive,
    objects,
    saying_verb,
    subjects,
    surface_subjects,
    under,
)
from timeline.events.syntax.phrases import content
from timeline.events.syntax.structure import is_infinitive
from timeline.events.syntax.words import CONTROL_BY_OBJECT, FIGHTS, HURT, TALKS
from timeline.events.triggers.trigger import Trigger
from timeline.language.document import Document, Token
from timeline.model import Actor


@dataclass(frozen=True, slots=True)
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
    actors = _unique(doers)
    recipients = tuple(one for one in _unique(others) if not same(one, actors))
    if not pronouns:
        actors, recipients = with_names(actors, acting=True), with_names(recipients)
    shared = trigger.type in ("CONSULT", "AGREE", "COOPERATE") or trigger.mode == "sign"
    if shared and not actors and len(recipients) > 1 and _is_between(trigger):
        actors, recipients = recipients, ()  # "A meeting was arranged between the two"
    reciprocal = trigger.type in MUTUAL or trigger.mode in ("fight", "violate")
    return Roles(actors, recipients, reciprocal and not recipients and len(actors) > 1)


class _Reader(NounRoles):
    """Reads the parties of triggers in one document."""

    def of(self, trigger: Trigger) -> tuple[list[Actor], list[Actor]]:
        head, core = trigger.head, trigger.core
        if trigger.operators[:1] == ("absent",):
            denying = saying_verb(trigger.first)
            return (self.parties(subjects(denying)) if denying is not None else []), []
        if head.pos in ("NOUN", "PROPN"):
            doers, others = self.of_noun(head, trigger.type)
            if trigger.type == "DISASTER" and head.dep == "pobj" and head.head.lower == "for":
                doers = []  # "blamed the police for the stampede"
        else:
            doers, others = self.of_verb(trigger)
            if core is not head and core.pos in ("NOUN", "PROPN"):
                own, inner = self.of_noun(core, trigger.type)
                if core.lemma in OF_ACTS:  # "the resignation of two judges was announced"
                    others = [one for one in others if not same(one, tuple(own))]
                doers = doers or own
                others = others or [one for one in own if not same(one, tuple(doers))] or inner
            if not others and trigger.type in LOCAL and not any(one.lower in PERSONAL for one in objects(head)):
                passed_on = trigger.carries is None and core.pos == "VERB"
                others = [one for one in self.somewhere(core if passed_on else head) if not same(one, tuple(doers))]
        if trigger.carries is not None:
            return self.with_carried(trigger, doers, others)
        return doers, others

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
        if not others:
            others = acting if trigger.type in ("REQUEST", "ACCUSE", "REJECT", "CONCEDE") and acting else meeting
            others = others or acting
        return doers, others

    def of_verb(self, trigger: Trigger) -> tuple[list[Actor], list[Actor]]:
        head, kind = trigger.head, trigger.type
        clause = head.head if head.dep in ("prep", "acomp") else head  # "was behind the raid"
        speaking = saying_verb(clause) if trigger.rule.startswith(SAID_OF) else None
        if speaking is not None:
            doers, asked = self.parties(subjects(speaking)), self.parties(subjects(clause))
            asked = [one for one in asked if not same(one, tuple(doers))]
            return doers, asked or self.parties(objects(head))
        if kind == "DISASTER" and trigger.mode in ("natural", "casualties"):
            return [], self.met(trigger)  # "floods in Pakistan killed 200": nobody did it
        if head.lemma in STOPPING or (head.lemma in PERCEIVING and core_is_noun(trigger)):
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
        if kind in CHARGING and (head.lemma in FACING or trigger.rule == "accuse: go"):
            return self.parties(by_whom(trigger.core)) if core_is_noun(trigger) else [], doers  # "went on trial"
        if kind == "COERCE" and head.lemma in STAYING:
            return self.parties(by_whom(trigger.core)), doers  # "remains in custody"
        if kind == "ACCUSE" and (head.lemma in DRAWING or (head.lemma in STANDING and under(head, "under"))):
            around = (head, *objects(head), *(one for word in ("under", "in", "with") for one in under(head, word)))
            givers = [one for noun in around for one in (*under(noun, "from"), *under(noun, "by"))]
            doers = self.acting(givers)  # "drew criticism from Oslo", "is under investigation"
            return doers, [one for one in self.parties(surface_subjects(head), kind) if not same(one, tuple(doers))]
        if head.lemma in RECEIVING and kind in GIVEN:
            givers = [*under(head, "from"), *(one for noun in objects(head) for one in under(noun, "from"))]
            return self.acting(givers) or self.before(trigger.core), doers
        if kind == "ASSAULT" and head.lemma in DYING:
            return [one for one in self.behind(head) if not self.is_where(one)], doers
        if kind == "ASSAULT" and head.lemma == "fall":
            return self.acting(under(head, "to")), doers  # "The town fell to rebels"
        if kind == "DEATH" and head.lemma in DYING:
            return doers, []
        if kind == "DEATH" and head.lemma in FINDING:
            doers = []  # "Soldiers found two bodies"
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
        return doers, [one for one in self.met(trigger) if not same(one, tuple(doers))]

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

    def harm_met(self, trigger: Trigger) -> Token | None:
        """The act of harm that the subject meets: "came under [attack]", "survived an [attempt] on his life"."""
        head = trigger.head
        particle = trigger.last.lower if trigger.last.pos in ("ADP", "PART") else ""
        if head.lemma == "come":
            particle = "under"
        met = objects(head, particle)
        return next((one for one in met if one.pos == "NOUN" and (is_harm(one) or one.lemma in HARM)), None)

    def named_by(self, pronoun: Token) -> Token:
        """ "Russia said it had expelled …", "Before it left, Russia had …": it is Russia."""
        if pronoun.lower not in AGREEING or pronoun.dep not in ("nsubj", "nsubjpass"):
            return pronoun
        verb = pronoun.head
        telling = saying_verb(verb)
        if telling is None and pronoun.i not in self.actors_at and verb.dep == "advcl" and verb.i < verb.head.i:
            telling = verb.head
        for one in surface_subjects(telling) if telling is not None else ():
            fits = self.fits(pronoun.lower, one)
            if fits:
                return one
        return pronoun

    def charging(self, pronoun: Token, verb: Token) -> Token:
        """ "Chad accused Niger of shelling it": it is the one who accuses."""
        accusing = accusing_verb(verb) if pronoun.lower in OBJECTIVE else None
        for one in subjects(accusing) if accusing is not None else ():
            if self.fits(OBJECTIVE[pronoun.lower], one):
                return one
        return pronoun

    def fits(self, pronoun: str, noun: Token) -> bool:
        """Whether a pronoun may stand for a noun: persons are he or she, bodies it, several they."""
        if noun.pos not in ("NOUN", "PROPN"):
            return False
        actor = self.actors_at.get(noun.i)
        person = noun.entity == "PERSON" or (actor is not None and actor.kind == "person")
        if pronoun in ("he", "she"):
            known = actor is not None and actor.kind in ("state", "organisation", "group", "company")
            return person or (noun.tag in ("NN", "NNP") and noun.entity not in ("GPE", "ORG", "NORP") and not known)
        if pronoun == "it":
            return not person and noun.tag != "NNS"
        return not person

    def met(self, trigger: Trigger) -> list[Actor]:
        """Whom a verb's act meets: beneficiary or object, then the preposition that its type calls for, then the
        clause it governs, then the country it happens in."""
        passed_on = trigger.carries is None and trigger.core.pos == "VERB"  # "wants to meet", "began shelling"
        head, kind = trigger.core if passed_on else trigger.head, trigger.type
        particle = trigger.last.lower if trigger.last.pos in ("ADP", "PART") else ""
        skip = {trigger.last.i} if passed_on else {trigger.core.i, trigger.last.i}
        direct = [self.charging(one, head) for one in objects(head, particle) if one.i not in skip]
        if head.lemma in RAMMING and any(is_vehicle(one) for one in direct):
            direct = under(head, "into") or direct
        if head.lemma in HOLDING:  # "was held hostage"
            direct = [one for word in direct if (one := held(word, direct)) is not None]
            bound = [one for one in direct if one.dep == "compound" and one.head.lemma in HELD]
            if bound:
                rest = [one for one in direct if one not in bound]
                return [*self.parties(rest, kind), *(self.named(one, one) for one in bound)]
        if head.lemma == "find" and trigger.mode == "convict":
            direct = found_guilty(head) or direct
        if core_is_noun(trigger):
            direct = [one for one in direct if one.lower not in ("part", "place", "aim")]  # "took part in the raid"
        if head.lemma == "set" and trigger.core.lemma in ("fire", "light"):
            direct = under(head, "to")  # "set fire to a school"
        if kind == "REQUEST" and particle == "for":  # "called for a unity government": what is wanted, not who is asked
            direct = [one for one in direct if (det := one.child("det")) is None or det.lower not in ("a", "an")]
        aimed = head.lemma in ASKING and any(one.tag == "VB" for one in head.children_by("advcl"))
        told = kind == "REQUEST" and (aimed or head.child("xcomp") is not None)  # "ordered the troops to leave"
        made_fit = kind == "AID" and (head.lemma in FITTING or bool(under(head, "with")))
        found = self.parties(direct, "" if told or made_fit else kind)
        if not found and head.lemma in ON_PEOPLE:
            found = [
                self.named(one, one) for one in direct if one.tag in ("NN", "NNS") and is_somebody(one, head.lemma)
            ]
        if not found and kind == "ASSAULT" and head.lemma in ON_PLACES:  # "stormed the main penitentiary"
            found = [self.named(one, one) for one in direct if one.tag in ("NN", "NNS") and not is_weapon(one)]
        if not found and head.lemma == "sue":  # "sued the state"
            found = [self.named(one, one) for one in direct if one.pos == "NOUN"]
        if not found and told and head.lemma in ASKING:  # "pressed the funds to sell"
            found = [self.named(one, one) for one in direct if one.tag in ("NN", "NNS")]
        if head.lemma in BLAMING and kind == "ACCUSE":  # "blamed it on separatists"
            acts = direct if not is_passive(head) else []
            found = self.parties(next((got for one in acts if (got := blamed_for(head, one))), [])) or found
            found = self.parties(under(head, BLAMING[head.lemma])) or found
        if not found and any(one.lower in PERSONAL and one.i not in self.actors_at for one in direct):
            return []  # "He was acquitted of killing his wife": him, whoever he is
        if kind in GIVING and not is_passive(head) and not (found and trigger.mode == "release"):
            given = [*head.children_by("dative"), *under(head, "to")]
            found = self.parties(given, "" if kind == "AID" else kind) or found
        if (
            kind == "SANCTION"
            and trigger.mode != "convict"
            and any(child.tag == "PRP$" for one in direct for child in one.children)
        ):
            found = []  # "recalled its ambassador from Lima"
        if kind == "CONSULT":
            if trigger.rule == "consult: send":  # "sent an envoy to Libya"
                found = (
                    self.parties([*under(head, "to"), *(one for noun in direct for one in under(noun, "to"))]) or found
                )
            talks = [one for one in under(head, "for") if one.lemma in TALKS]
            found = [one for noun in talks for one in self.parties(under(noun, "with"))] or found
        if kind == "COERCE" and not found and (papers := [one for one in direct if one.lemma in WARRANTS]):
            return self.parties(
                [one for noun in (*papers, head) for one in self.warranted(noun)]
            )  # "a warrant for him"
        if kind == "ACCUSE" and any(child.tag == "PRP$" for one in direct for child in one.children):
            found = [] if head.lemma in VENTING else found  # "vented his anger at Chad"
        if kind == "ACCUSE" and not found and head.lemma in PINNING:  # "pinned the blame for the raid on Chad"
            found = self.parties(
                [one for noun in direct for act in under(noun, "for") for one in under(act, "on")], kind
            )
        if head.lemma in CLOSING and kind in ("COERCE", "SANCTION"):
            found = found or self.parties(under(head, "to"))
        if direct and is_weapon(content(direct[0])) and not self.pronouns:
            found = [one for one in found if with_names([one])]  # "fired 20 drones and dozens of missiles": not dozens
        laid = head.lemma in LAYING and bool(direct) and is_weapon(content(direct[0]))
        laid = laid or (head.lemma == "blow" and particle == "up")  # "blew himself up in a hotel"
        if not found and kind == "ASSAULT" and (trigger.mode == "bomb" or laid):
            arms = surface_subjects(head) or direct  # "detonated a bomb left in a school": nobody struck the school
            found = [self.actors_at.get(one.i) or self.named(one, one) for one in beside_blast(head, arms)]
        grappling = kind == "PROTEST" and head.lemma in FIGHTS  # "clashed with police"
        for word in (("with",) if grappling else ()) + TOWARDS.get(kind, ANY):
            if found:
                return found
            found = self.at(head, word, kind)
            for one in direct:
                found = found or self.at(one, word, kind)
        if kind == "REQUEST" and not found:  # "called for the ministers to resign"
            asked = [one for one in head.children_by("advcl") if (mark := one.child("mark")) and mark.lower == "for"]
            found = self.parties([noun for one in asked for noun in subjects(one)])
        if kind == "STATEMENT":
            return found  # whom it is about is not whom it is told to
        if kind == "REQUEST" and not found:  # "asks that the army not get involved"
            found = self.parties([one for clause in head.children_by("ccomp") for one in surface_subjects(clause)])
        inner = head.children_by("xcomp", "ccomp") if head in (trigger.core, trigger.head) and not found else []
        if inner or kind == "THREATEN":
            found = found or self.met_inside(head, kind, inner)
        if kind == "ACCUSE" and not found:  # "is examining claims that guards beat him"
            accused = [
                one for noun in direct for clause in noun.children_by("acl") for one in clause.children_by("nsubj")
            ]
            found = self.parties([one for one in accused if one.lower not in RELATIVE], kind)
        return found

    def met_inside(self, head: Token, kind: str, clauses: list[Token]) -> list[Actor]:
        """Whom the clause that a verb governs names: "vowed to retaliate against Chad", "forced Chad to yield"."""
        if kind == "THREATEN":  # "reserves the right to use force against Chad"
            rights = [one for noun in objects(head) if noun.lemma == "right" for one in noun.children_by("acl")]
            for clause in [*clauses, *rights]:
                found = self.at(clause, "against", kind) or self.at(clause, "on", kind)
                if found:
                    return found
        for clause in clauses:
            found = self.parties(subjects(clause), kind) or self.parties(objects(clause), kind)
            if found:
                return found
        return []

    def warranted(self, noun: Token) -> list[Token]:
        """Whom a warrant is for: "a warrant for the arrest of the general"."""
        named = under(noun, "for") or under(noun, "against")
        found: list[Token] = []
        for one in named:
            whose = under(one, "of") or one.children_by("poss")
            found += whose if one.lemma in UNDERGONE else [one]
        return found

    def somewhere(self, head: Token) -> list[Actor]:
        """The first country or named place after the verb: whom "aid for those affected in Yemen" is meant for."""
        for token in self.document.tokens[head.i + 1 : head.right + 1]:
            if token.dep in ("relcl", "advcl", "ccomp") and token.pos == "VERB":
                break
            if token.dep == "pobj" and token.head.lower in ("in", "to", "for", "from", "into", "across", "on", "near"):
                actor = self.actors_at.get(token.i)
                if token.lower in LANDMARKS:
                    continue  # a sea is nobody
                if token.entity in ("GPE", "LOC", "NORP") or (actor is not None and actor.kind == "state"):
                    return [actor or self.named(token, token)]
        return []


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


def held(noun: Token, direct: list[Token]) -> Token | None:
    """Who is held: none by the "hostage" of "held a nurse hostage", the nurse where the parser takes her for its own."""
    if noun.lemma not in HELD or noun.tag not in ("NN", "NNP"):
        return noun
    whose = [one for one in noun.children_by("compound") if one.i == noun.i - 1]
    twice = any(one is not noun and one.dep == "dobj" and one.i < noun.i for one in direct)
    if noun.dep == "oprd" or (twice and not (whose and noun.dep == "conj")):
        return None
    return whose[0] if whose and noun.dep in ("dobj", "conj") and noun.child("conj") is None else noun


def loose_agent(verb: Token) -> list[Token]:
    """By whom a passive's act is done, hung on the noun before: "Charges were brought against a clerk by prosecutors"."""
    preps = [child for child in verb.children if child.lower in AROUND and child.dep == "prep"]
    nouns = [noun for child in preps for noun in child.children_by("pobj") if noun.entity != "DATE"]
    return [one for noun in nouns if not is_harm(noun) for one in under(noun, "by")]


def core_is_noun(trigger: Trigger) -> bool:
    return trigger.core is not trigger.head and trigger.core.pos in ("NOUN", "PROPN")


def _is_reflexive(one: Actor, document: Document) -> bool:
    """ "blew himself up", "surrendered themselves": nobody else is met."""
    return document.text[one.span.start : one.span.end].lower().endswith(("self", "selves"))


def _unique(actors: list[Actor]) -> tuple[Actor, ...]:
    found: list[Actor] = []
    for one in actors:
        if not same(one, tuple(found)):
            found.append(one)
    return tuple(found)
