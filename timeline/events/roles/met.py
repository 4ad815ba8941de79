"""Whom an act meets: its beneficiary or object, then what stands after the preposition that its type calls for."""

from __future__ import annotations

from timeline.actors.sense import LANDMARKS, speaks_for
from timeline.events.roles.ascribed import BLAMING, PINNING, blamed_for, found_guilty
from timeline.events.roles.blasts import LAYING, beside_blast
from timeline.events.roles.naming import with_names
from timeline.events.roles.nouns import (
    UNDERGONE,
    is_harm,
    is_party,
    is_somebody,
    is_vehicle,
    is_weapon,
)
from timeline.events.roles.of_noun import NounRoles
from timeline.events.roles.parties import (
    PERSONAL,
    STRIKING,
    Actors,
    is_blow,
    is_means,
)
from timeline.events.roles.words import (
    AGREEING,
    ANY,
    ASKING,
    CLOSING,
    FITTING,
    GIVING,
    HARM,
    HELD,
    HOLDING,
    OBJECTIVE,
    ON_PEOPLE,
    ON_PLACES,
    RAMMING,
    TOWARDS,
    USING_ON,
    VENTING,
    WARRANTS,
)
from timeline.events.syntax.arguments import accusing_verb, objects, saying_verb, subjects, surface_subjects
from timeline.events.syntax.coordination import with_conjuncts
from timeline.events.syntax.governed import under
from timeline.events.syntax.passives import is_passive
from timeline.events.syntax.phrases import content
from timeline.events.syntax.relatives import RELATIVE
from timeline.events.syntax.reported import who_says
from timeline.events.syntax.words import FIGHTS, TALKS
from timeline.events.syntax.words import HARM as HURTING
from timeline.events.triggers.trigger import Trigger
from timeline.language.document import Token
from timeline.model import Actor

SEEKING = frozenset("request seek ask demand solicit want require need".split())
SENDING = frozenset("send dispatch despatch deploy fly".split())
DISPATCHING = SENDING - {"fly"}
SUPPLYING = frozenset("supply donate deliver ship".split())
AWARDING = frozenset("award confer bestow present grant give pay dedicate".split())
PRIZES = frozenset("prize award medal honour honor order legion cross trophy title decoration".split())
# What nobody who is asked about it says of himself: "He fired 13 rounds, the governor said".
DEEDS = HURTING | frozenset("fire open attack storm bomb rob detonate ram torch rape ambush".split())
# Verbs that hand somebody to somebody else.
HANDED = frozenset("extradite hand turn transfer deliver render surrender deport".split())


QUOTES = frozenset(('"', "“", "'", "‘", "''", "``"))


class Met(NounRoles):
    """Reads whom the acts of one document meet."""

    def harm_met(self, trigger: Trigger) -> Token | None:
        """The act of harm that the subject meets: "came under [attack]", "survived an [attempt] on his life"."""
        head = trigger.head
        particle = trigger.last.lower if trigger.last.pos in ("ADP", "PART") else ""
        if head.lemma == "fight" and head.child("prt") is None:
            return None  # "are fighting a war", not "fought off an attack"
        if head.lemma == "come":
            particle = "under"
        met = objects(head, particle)
        return next((one for one in met if one.pos == "NOUN" and (is_harm(one) or one.lemma in HARM)), None)

    def named_by(self, pronoun: Token) -> Token:
        """ "Russia said it had expelled …", "Before it left, Russia had …": it is Russia."""
        if pronoun.lower == "others" and pronoun.dep == "nsubj" and pronoun.head.dep in ("advcl", "conj"):
            whole = surface_subjects(pronoun.head.head)  # "Inmates fled while others burned a hall"
            same = len(whole) == 1 and whole[0].i < pronoun.i and whole[0].tag == "NNS" and whole[0].i in self.actors_at
            return whole[0] if same else pronoun
        if pronoun.lower not in AGREEING or pronoun.dep not in ("nsubj", "nsubjpass"):
            return pronoun
        if pronoun.lower == "they" and len(who_says(pronoun)) > 1:
            return pronoun  # all of them (`parties`)
        verb = pronoun.head
        near = surface_subjects(verb.head) if verb.dep == "advcl" and verb.head.i < verb.i else []
        if len(near) == 1 and near[0].i < pronoun.i and pronoun.lower in ("he", "she") and self.is_he_or_she(near[0]):
            return near[0]  # "Ruiz died when he detonated his vest, Torres said"
        met = (
            objects(verb.head)
            if verb.dep == "advcl" and verb.head.i < verb.i and pronoun.lower in ("he", "she")
            else []
        )
        if (
            len(met) == 1
            and met[0].i < pronoun.i
            and self.is_he_or_she(met[0])
            and not any(map(self.is_he_or_she, near))
        ):
            return met[0]  # "Torres said officers seized the gunman after he fled"
        telling = saying_verb(verb)
        if telling is None and pronoun.i not in self.actors_at and verb.dep == "advcl" and verb.i < verb.head.i:
            telling = verb.head
        for one in surface_subjects(telling) if telling is not None else ():
            quoted = telling is not None and verb.i < telling.i and verb.sentence.tokens[0].text in QUOTES  # says "we"
            deed = any(act.lemma in DEEDS for act in (verb, *verb.children_by("xcomp")))  # "they tried to fire rockets"
            of_another = (one.i > pronoun.i and (deed or quoted)) or speaks_for(one, pronoun)
            if self.fits(pronoun.lower, one) and not of_another:
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

    def is_he_or_she(self, noun: Token) -> bool:
        """Whether a noun is one person, and no court: "The tribunal orders his release after he pleads guilty"."""
        actor = self.actors_at.get(noun.i)
        return noun.entity == "PERSON" or (actor is not None and actor.kind == "person")

    def met(self, trigger: Trigger) -> list[Actor]:
        """Whom a verb's act meets: beneficiary or object, then the preposition that its type calls for, then the
        clause it governs, then the country it happens in."""
        passed_on = trigger.carries is None and trigger.core.pos == "VERB"  # "wants to meet", "began shelling"
        head, kind = trigger.core if passed_on else trigger.head, trigger.type
        particle = trigger.last.lower if trigger.last.pos in ("ADP", "PART") else ""
        skip = {trigger.last.i} if passed_on else {trigger.core.i, trigger.last.i}
        if trigger.last.lemma in HELD and trigger.last.tag == "NN":
            whose = [
                one for one in trigger.last.children_by("compound") if one.i == trigger.last.i - 1 and one.tag == "NNS"
            ]
            if whose:
                return [self.named(whose[0], whose[0])]  # "took nine guards hostage"
        if trigger.last.lemma in HELD and trigger.last.tag == "NNS":
            skip = {trigger.core.i} - {trigger.last.i}  # "took hostages": they are whom it meets
        direct = [self.charging(one, head) for one in objects(head, particle) if one.i not in skip]
        if not direct and trigger.last.lemma in HELD and trigger.last.tag == "NNS":
            direct = [trigger.last]  # "began taking hostages"
        if kind in STRIKING and head.lemma in USING_ON and any(under(head, word) for word in ("against", "on")):
            direct = []  # "used force against the marchers": what is used is nobody
        if kind == "RETREAT" and head.lemma == "surrender":  # "surrendered himself to the police"
            direct = [one for one in direct if not one.lower.endswith(("self", "selves"))]
        if head.lemma in RAMMING and any(is_vehicle(one) for one in direct):
            direct = under(head, "into") or _rammed(direct) or direct
        if head.lemma in HOLDING:  # "was held hostage"
            direct = [one for word in direct if (one := held(word, direct)) is not None]
            bound = [one for one in direct if one.dep == "compound" and one.head.lemma in HELD]
            if bound:
                rest = [one for one in direct if one not in bound]
                return [*self.parties(rest, kind), *(self.named(one, one) for one in bound)]
        if kind in ("ELECTION", "APPOINTMENT"):
            direct = [one for one in direct if one.dep != "oprd"]  # "was elected leader": what she is now
        if head.lemma == "find" and trigger.mode == "convict":
            direct = found_guilty(head) or direct
        if core_is_noun(trigger):
            direct = [one for one in direct if one.lower not in ("part", "place", "aim")]  # "took part in the raid"
        if head.lemma == "set" and trigger.core.lemma in ("fire", "light"):
            direct = under(head, "to")  # "set fire to a school"
        if kind == "REQUEST" and particle == "for":  # "called for a unity government": what is wanted, not who is asked
            direct = [one for one in direct if (det := one.child("det")) is None or det.lower not in ("a", "an")]
        if kind == "SUPPORT" and head.lemma in AWARDING:  # "is awarded the Order of Karim"
            direct = [one for one in direct if one.base not in PRIZES]
        if trigger.mode == "seize":  # "took control of the streets"
            direct = [one for noun in direct if noun.lemma == "control" for one in under(noun, "of")] or direct
        aimed = head.lemma in ASKING and any(one.tag == "VB" for one in head.children_by("advcl"))
        told = kind == "REQUEST" and (aimed or head.child("xcomp") is not None)  # "ordered the troops to leave"
        made_fit = kind == "AID" and (head.lemma in FITTING or bool(under(head, "with")))
        found = self.parties(direct, "" if told or made_fit else kind)
        if head.lemma in ON_PEOPLE and len(direct) == 1 and self.is_only_in(direct[0], found):
            found = [self.named(direct[0], direct[0])]  # "337 users in 38 countries were arrested"
        if trigger.mode == "seize":
            found = [self.city_for_land(one) for one in found]
        if head.lemma == "detonate" or (head.lemma == "lose" and kind == "DISASTER"):
            found = []  # whatever it is, it is the bomb; "lost control of the car"
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
        if kind == "SUPPORT" and head.lemma in AWARDING:  # "awarded medals of the realm to guards"
            found = self.parties(under(head, "to"), kind) or found
        if kind == "REQUEST" and not told and head.lemma in SEEKING:  # "requested money for the poor from Congress"
            found = self.parties(loosely("from", [*direct, head], self.actors_at)) or found
        if kind == "AID" and head.lemma in SENDING | SUPPLYING and is_passive(head):  # "teams were sent to Chad"
            found = self.parties(under(head, "to")) or found
        elif kind == "AID" and head.lemma in DISPATCHING:
            found = []  # "sent a rescue team": what is given
        if kind in GIVING and not is_passive(head) and not (found and trigger.mode == "release"):
            given = [*head.children_by("dative"), *under(head, "to")] or loosely("to", [*direct, head], self.actors_at)
            moved = [one for one in found if one.kind in ("person", "group")] if head.lemma in HANDED else []
            found = [*moved, *self.parties(given, "" if kind == "AID" else kind)] or found
        if (
            kind == "SANCTION"
            and trigger.mode != "convict"
            and any(child.tag == "PRP$" for one in direct for child in one.children)
        ):
            found = []  # "recalled its ambassador from Lima"
        if kind == "SANCTION" and trigger.mode == "withdraw":  # "recall our ambassador from Chad"
            posts = [noun for one in (head, *direct) for word in ("from", "to", "in") for noun in under(one, word)]
            found = [one for one in self.parties(posts) if one.id or one.country] or found
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
                [one for noun in direct for act in under(noun, "for") for one in laid_on(act)], kind
            ) or self.parties(laid_on(head), kind)
        if head.lemma in CLOSING and kind in ("COERCE", "SANCTION"):
            found = [one for one in self.parties(under(head, "to")) if one.id or one.country] or found
        if direct and is_weapon(content(direct[0])) and not self.pronouns:
            found = [
                one for one in found if with_names([one]) and not is_means(one, self.document)
            ]  # "fired 20 drones and dozens of missiles": not dozens
        laid = head.lemma in LAYING and bool(direct) and is_weapon(content(direct[0]))
        laid = laid or (head.lemma == "blow" and particle == "up")  # "blew himself up in a hotel"
        if not found and kind == "ASSAULT" and (trigger.mode == "bomb" or laid):
            arms = surface_subjects(head) or direct  # "detonated a bomb left in a school": nobody struck the school
            found = [self.actors_at.get(one.i) or self.named(one, one) for one in beside_blast(head, arms)]
        if kind in ("AGREE", "SUPPORT") and not found:
            becoming = (head, *head.children_by("xcomp"))
            found = [one for verb in becoming for noun in verb.children_by("attr") for one in self.joined(noun)]
        if kind == "ASSAULT" and not found and direct and is_weapon(content(direct[0])):
            aims = [one for one in head.children_by("xcomp", "advcl") if one.tag == "VB" and is_blow(one)]
            aimed_at = [noun for one in aims for noun in objects(one)]  # "fired a missile to destroy a school"
            found = self.parties(aimed_at, kind)
            for word in ("at", "on", "against", "into", "across"):  # "launched drones across Chad"
                for one in (head, *with_conjuncts(direct)):
                    found = found or self.at(one, word, kind)
        grappling = kind == "PROTEST" and head.lemma in FIGHTS  # "clashed with police"
        if kind == "RETREAT" and particle == "in" and head.lemma in ("turn", "give", "hand"):
            found = self.parties(under(head, "to"))  # "turned himself in to the police"
        if kind == "COERCE" and trigger.mode == "restrict" and not found:  # "banned entry for nationals of Chad"
            found = self.parties([one for noun in (head, *direct) for one in under(noun, "for") if is_party(one)])
        deals = under(head, "into") if head.lemma == "enter" and kind == "SUPPORT" else []  # "entered into a pact with"
        for word in (("with",) if grappling else ()) + TOWARDS.get(kind, ANY):
            if found:
                return found
            found = self.at(head, word, kind)
            for one in (*with_conjuncts(direct), *deals):  # "fired drones and rockets at Chad"
                found = found or self.at(one, word, kind)
        if not found and head.child("dobj") is None:  # "fired and landed a round on a protester"
            shared = [one for one in head.children_by("conj") if one.tag == head.tag and one.child("dobj", "nsubj")]
            shared = [one for one in shared if one.child("nsubj") is None and one.i <= head.i + 3]
            found = [
                party for one in shared for word in TOWARDS.get(kind, ANY)[:2] for party in self.at(one, word, kind)
            ]
        if kind == "REQUEST" and not found:  # "called for the ministers to resign"
            asked = [one for one in head.children_by("advcl") if (mark := one.child("mark")) and mark.lower == "for"]
            found = self.parties([noun for one in asked for noun in subjects(one)])
        if kind == "CONSULT" and not found and head.tag == "VB" and head.dep in ("advcl", "acl", "relcl"):
            above = [head.head, *(objects(head.head) if head.head.pos == "VERB" else [])]
            found = [
                one for word in above for one in self.at(word, "with", kind)
            ]  # "calls with the rebels to discuss it"
        if kind == "STATEMENT":
            return found  # whom it is about is not whom it is told to
        if kind == "REQUEST" and not found:  # "asks that the army not get involved"
            found = self.parties([one for clause in head.children_by("ccomp") for one in surface_subjects(clause)])
        later = [one for one in head.children_by("xcomp", "ccomp") if one.i > head.i]
        inner = later if head in (trigger.core, trigger.head) and not found else []
        if inner or kind == "THREATEN":
            found = found or self.met_inside(head, kind, inner)
        if kind == "ACCUSE" and not found:  # "is examining claims that guards beat him"
            accused = [
                one
                for noun in (*direct, *((trigger.core,) if core_is_noun(trigger) else ()))
                for clause in noun.children_by("acl")
                for one in clause.children_by("nsubj")
            ]
            found = self.parties([one for one in accused if one.lower not in RELATIVE], kind)
        return found

    def is_only_in(self, noun: Token, found: list[Actor]) -> bool:
        """Whether the people that a noun names are unknown and what was found in it is only where they are."""
        if noun.tag != "NNS" or noun.i in self.actors_at or not is_somebody(noun, noun.head.lemma):
            return False
        where = {one.i for word in ("in", "from", "at", "across") for one in under(noun, word)}
        spans = [self.document.tokens_in(one.span) for one in found]
        return bool(spans) and all(any(each.i in where for each in tokens) for tokens in spans)

    def joined(self, noun: Token) -> list[Actor]:
        """Whose partner or member somebody becomes: "agreed to become a guarantor of Chad's security"."""
        noun = content(noun) if noun.pos == "NUM" else noun
        found: list[Actor] = []
        for whose in under(noun, "of") or under(noun, "to"):
            known = self.actors_at.get(whose.i)
            if known is not None and known.span.start <= noun.start:
                found.append(self.named(whose, whose))  # "members of NATO" may be known as one
            else:
                found += self.parties([whose]) or self.before(whose)
        return found

    def city_for_land(self, one: Actor) -> Actor:
        """Of a capital that is captured the city, not the land that it stands for elsewhere."""
        last = self.document.tokens_in(one.span)[-1]
        return (
            self.named(last, last)
            if one.kind == "state" and last.text not in one.name and last.entity == "GPE"
            else one
        )

    def met_inside(self, head: Token, kind: str, clauses: list[Token]) -> list[Actor]:
        """Whom the clause that a verb governs names: "vowed to retaliate against Chad", "forced Chad to yield"."""
        if kind == "THREATEN":  # "reserves the right to use force against Chad"
            rights = [one for noun in objects(head) if noun.lemma == "right" for one in noun.children_by("acl")]
            for clause in [*clauses, *rights]:
                found = self.at(clause, "against", kind) or self.at(clause, "on", kind)
                if found:
                    return found
        for clause in clauses:
            if kind == "ACCUSE" and clause.dep == "ccomp" and is_passive(clause):
                found = self.acting(clause.children_by("agent"))  # "alleged that villagers were killed": not they
            elif kind in ("COERCE", "ASSAULT") and head.lemma in ("use", "employ"):
                found = self.parties(objects(clause), kind)  # "used tear gas to disperse the miners"
            else:
                alone = clause.child("nsubj") is None and not objects(head)
                own = kind in ("SANCTION", "REJECT") and clause.dep == "xcomp" and alone
                # "stopped sending doctors to Chad", "stopped funding the rebels"
                found = self.at(clause, "to", kind) if own else self.parties(subjects(clause), kind)
                found = found or self.parties(objects(clause), kind)
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
            apart = token.dep in ("conj", "parataxis") and token.child("nsubj", "nsubjpass") is not None
            if (apart or token.dep in ("relcl", "advcl", "ccomp")) and token.pos == "VERB":
                break
            if token.dep == "pobj" and token.head.lower in ("in", "to", "for", "from", "into", "across", "on", "near"):
                actor = self.actors_at.get(token.i)
                if token.lower in LANDMARKS:
                    continue  # a sea is nobody
                scene = token.head.head
                if scene.dep == "pobj" and scene.head.lower in ("at", "during"):
                    continue  # "at a rally in Ohio"
                if token.entity in ("GPE", "LOC", "NORP") or (actor is not None and actor.kind == "state"):
                    return [actor or self.named(token, token)]
        return []


def held(noun: Token, direct: list[Token]) -> Token | None:
    """Who is held: none by the "hostage" of "held a nurse hostage", the nurse where the parser takes her for its own."""
    if noun.lemma not in HELD or noun.tag not in ("NN", "NNP"):
        return noun
    whose = [one for one in noun.children_by("compound") if one.i == noun.i - 1]
    twice = any(one is not noun and one.dep in ("dobj", "dative") and one.i < noun.i for one in direct)
    if noun.head.dep == "acl" and noun.head.tag == "VBN" and len(direct) > 1:
        return None  # "four workers held hostage"
    if noun.head.dep == "relcl" and noun.child("det", "compound") is None and noun.dep == "dobj":
        return noun.head.head  # "released two guards they had held hostage"
    if noun.dep == "oprd" or (twice and not (whose and noun.dep == "conj")):
        return None
    return whose[0] if whose and noun.dep in ("dobj", "conj") and noun.child("conj") is None else noun


def loosely(word: str, things: list[Token], known: Actors) -> list[Token]:
    """Who stands behind a preposition that the parser hangs on what a thing is of or in: "ceded a part of the islands in
    the strait [to Chad]"."""
    for _ in range(3):
        found = [one for thing in things for one in under(thing, word) if one.i in known]
        if found:
            return found
        things = [noun for thing in things for inner in ("of", "in") for noun in under(thing, inner)]
    return []


def laid_on(word: Token) -> list[Token]:
    """Whom blame is laid on: "shifted it to Chad"."""
    return next((found for to in ("on", "to", "onto") if (found := under(word, to))), [])


def core_is_noun(trigger: Trigger) -> bool:
    return trigger.core is not trigger.head and trigger.core.pos in ("NOUN", "PROPN")


def _rammed(vehicles: list[Token]) -> list[Token]:
    """ "rammed a lorry packed with explosives into the gate": what the parser hangs on the load."""
    return [
        noun
        for vehicle in vehicles
        for load in vehicle.children_by("acl")
        for one in (load, *(thing for word in ("with", "of") for thing in under(load, word)))
        for noun in under(one, "into")
    ]
