"""Who does and who meets the act that a noun names: "Russian strikes on Kyiv", "talks between Chad and Mali"."""

from __future__ import annotations

from timeline.events.roles.ascribed import (
    PINNING,
    STANDING,
    STRUCK,
    done_by,
    done_to,
    is_judged,
    makers,
    whom_it_struck,
)
from timeline.events.roles.inside import ACTING, PROMISED, by_whom
from timeline.events.roles.naming import NAMED_KINDS
from timeline.events.roles.nouns import (
    is_arms,
    is_force,
    is_harm,
    is_place,
    is_vehicle,
    is_weapon,
    undergoes,
)
from timeline.events.roles.parties import (
    MOVING,
    STRIKING,
    Phrases,
)
from timeline.events.roles.words import (
    ANY,
    BEING,
    CRAFT,
    EDGES,
    FINDING,
    FROM_WHOM,
    GOING_OFF,
    GROUNDS,
    HELPING,
    INQUIRIES,
    OF_ACTS,
    RAIDS,
    RESCUES,
    TOLLS,
    TOWARDS,
    UNARMED,
    WHERE,
)
from timeline.events.syntax.arguments import objects, subjects, surface_subjects
from timeline.events.syntax.governed import under
from timeline.events.syntax.phrases import content
from timeline.events.syntax.words import ARMED, FIGHTS, HARMING, THOROUGHFARES
from timeline.language.document import Token
from timeline.model import Actor

# In what an act of violence is done, that it meets nobody of.
REASONS_FOR = frozenset("support aid defense defence response retaliation revenge reprisal cooperation".split())


class NounRoles(Phrases):
    """Reads the parties of acts told as nouns; readers of verbs build on it."""

    def acting(self, nouns: list[Token]) -> list[Actor]:
        """Who acts among the nouns; where none does, whose weapons they are, or by whom they were fired."""
        found = self.parties([one for one in nouns if not is_weapon(one)], ACTING)
        arms = [noun for noun in nouns if is_weapon(noun)] if not found else ()
        driven = all(is_arms(noun) or (noun.dep == "pobj" and noun.head.lower == "by") for noun in arms)
        owners = [one for noun in arms for one in self.before(noun)]  # not "a Tao missile"; no police by "a police car"
        owners = [one for one in owners if one.id or one.country or (driven and one.sector in ARMED)]
        if not all(is_arms(noun) for noun in arms):
            owners = [one for one in owners if one.kind != "person"]  # "his truck exploded": it was blown up
        return found or owners or [one for noun in arms for one in self.parties(by_whom(noun))]

    def at(self, head: Token, word: str, kind: str) -> list[Actor]:
        """Whom a preposition's noun names as the other party; "in the capital" only says where."""
        heads = under(head, word)
        if not heads:
            return []
        if kind == "ACCUSE" and word == "at" and head.lemma in INQUIRIES:
            return []  # "an inquiry at the airport": where
        if word == "with":
            heads = [one for one in heads if one.lemma not in HELPING or one.i in self.actors_at]
        if word == "with" and kind == "ASSAULT":  # "clashes with nine people killed": what came of them
            heads = [one for one in heads if not _has_fallen(one)]
        if kind in ("SANCTION", "COERCE") and word in ("for", "over"):  # "a sentence for the murder of a nurse"
            heads = [one for one in heads if not is_harm(one)]
        if word in WHERE and _says_where(head, word, kind):
            heads = [one for one in heads if content(one).entity not in ("GPE", "LOC")]
        if word == "in" and kind == "ASSAULT":  # "carried out a raid in support of the troops"
            heads = [one for one in heads if one.lemma not in REASONS_FOR]
        if kind in STRIKING and word in WHERE:
            heads = [one for one in heads if not self.only_where(content(one)) and not self.is_told_in(one)]
        elif word == "with" and kind == "ASSAULT":
            heads = [one for one in heads if not is_weapon(content(one))]  # "with two missiles striking a factory"
        elif word == "with" and kind == "ACCUSE":
            heads = [one for one in heads if one.i in self.actors_at]  # "lodged a protest with Tokyo"
        elif (word == "from" and kind == "COERCE") or (
            word == "in" and kind == "MOBILIZE"
        ):  # "arrived in a police van"
            heads = [one for one in heads if not is_vehicle(one)]
        elif word == "on":
            heads = [one for one in heads if one.lemma not in THOROUGHFARES | EDGES | GROUNDS]  # "on behalf of"
        if kind in MOVING and word in ("to", "from", "with", "against") and heads and heads[0].pos == "NOUN":
            met = [one for one in heads if not is_arms(content(one)) and not is_place(content(one))]
            return self.parties(met)  # "surrendered to the army"
        return self.parties(heads, kind)

    def is_told_in(self, noun: Token) -> bool:
        """ "wrote of the attacks in his letter": what is somebody's, and nobody."""
        return noun.child("poss") is not None and noun.i not in self.actors_at

    def only_where(self, noun: Token) -> bool:
        known = self.actors_at.get(noun.i)
        if known is not None:
            return known.kind == "place"
        return noun.entity in ("GPE", "LOC") or is_place(noun)

    def of_noun(self, noun: Token, kind: str, *, mishap: bool = False) -> tuple[list[Actor], list[Actor]]:
        inner = content(noun)
        if inner is not noun and is_harm(inner):  # "a series of Israeli airstrikes"
            made, met = self.of_noun(inner, kind)
            return made or self.before(noun), met
        harms = [one for one in under(noun, "of") if is_harm(one) or is_weapon(one)] if noun.lemma in STRUCK else []
        if harms:  # "a casualty of the rebel raid"
            return self.of_noun(harms[0], kind)[0], self.parties(whom_it_struck(noun))
        blamed = noun.dep == "dobj" and noun.head.lemma == "blame"  # "blamed the raid on rebels"
        laid = noun.head.head if noun.dep == "pobj" and noun.head.lower == "for" else noun
        pinned = laid.dep == "dobj" and laid.lemma in ("blame", "responsibility") and laid.head.lemma in PINNING
        by = by_whom(noun) or (self.loosely_by(noun) if is_harm(noun) else [])
        if kind == "CONSULT" and noun.dep == "pobj" and noun.head.lower == "in" and noun.head.head.lemma in BEING:
            return self.parties(surface_subjects(noun.head.head)), self.at(
                noun, "with", kind
            )  # "was in talks with Chad"
        if noun.lemma in INQUIRIES and noun.dep == "pobj" and noun.head.head.lemma in STANDING and not owned(noun):
            return self.parties(by), self.parties(surface_subjects(noun.head.head))  # "is on trial for murder"
        doers = (
            self.parties(under(noun, "on") or under(noun.head, "on"))
            if blamed and not mishap
            else self.acting([] if is_judged(noun, by) else by)
        )
        broke = noun.head if noun.dep == "nsubj" and noun.head.lemma in BREAKING_OUT else noun  # "broke out between"
        sides = under(noun, "between") or under(broke, "between") or (kind == "CONSULT" and _sharing(noun)) or []
        if sides and mishap:
            crashed = [one for one in sides if not is_vehicle(one) and one.base not in COLLIDING]
            return doers, self.parties(crashed) if crashed else []
        between = self.parties(sides) if sides else []
        if between:
            return [*doers, *between], []
        owners, struck = self.owners(noun, kind)
        if mishap:
            owners, doers = [], doers or (self.parties(said) if (said := makers(noun)) else [])
        known = doers or noun.lemma in INQUIRIES or any(one.id or one.country for one in owners)
        ascribed = [] if known else self.parties(done_by(noun))
        doers = doers or ascribed or owners  # "officers responsible for the Karam massacre"
        if kind == "RETREAT" and not doers:  # "a lull in Russian attacks on Kyiv": whose attacks, on whom
            for word in ("in", "of", "to"):
                for inner in under(noun, word):
                    if is_harm(inner):
                        return self.of_noun(inner, "ASSAULT")
        moved = under(noun, "of") or shared_of(noun)
        of = self.parties(moved)
        others: list[Actor] = struck
        if kind == "RETREAT" and not doers and moved:  # "the withdrawal of its envoy"
            doers = self.parties([one for thing in moved for one in thing.children_by("poss")])
        if of and (noun.lemma in OF_ACTS and not doers):
            doers = of
        elif of and kind in (
            "ASSAULT",
            "COERCE",
            "CONCEDE",
            "SANCTION",
            "APPOINTMENT",
            "DEATH",
            "DISASTER",
            "ACCUSE",
            "REJECT",
        ):
            others = of
        elif of and ((kind == "AID" and noun.lemma in RESCUES) or (kind == "COOPERATE" and noun.lemma in HANDING_OVER)):
            others = self.parties(moved, "")  # "the rescue of a guard", "the extradition of a banker"
        elif of and not doers and noun.lemma not in PROMISED:
            doers = of
        giving = noun.lemma == "boycott" or noun.lemma in HANDING_OVER
        if (kind in FROM_WHOM or giving) and not doers:  # "a boycott from the opposition"
            doers = self.parties(under(noun, "from"))
        for word in TOWARDS.get(kind, ANY):
            if others:
                break
            if word == "with" and noun.lemma in RAIDS:
                continue  # "raids with Europol" strike somebody else
            if word == "with" and kind == "ASSAULT" and broke is not noun and noun.lemma in FIGHTS:
                others = self.at(broke, word, kind)  # "a clash erupted with rebels"
            if not others and word != "of" and not ((blamed or pinned) and word == "on"):
                others = [one for one in self.at(noun, word, kind) if not same(one, tuple(doers))]
        if noun.lemma in TOLLS and not mishap:
            doers = doers or self.behind(noun)  # "injuries in an attack by rebels"
        if not others and is_harm(noun):
            others = [
                one for agent in by_whom(noun) for word in ("on", "against") for one in self.at(agent, word, kind)
            ]
        if kind == "REQUEST" and not others:
            others = [one for one in self.acting(asked_by(noun)) if not same(one, tuple(doers))]
        return doers, others or self.parties(done_to(noun))

    def befalling(self, noun: Token) -> tuple[list[Actor], list[Actor]]:
        """The parties of a crash, a fire or a flood: what stands before it ("a crowd crush", "Peru's worst flood") brought
        nothing about, only who is said to have; what collided is met by it, and no road or peak that it was on."""
        doers, met = self.of_noun(noun, "DISASTER", mishap=True)
        return doers, [one for one in met if not self.is_ground(one)]

    def is_ground(self, one: Actor) -> bool:
        if one.kind == "place":
            return True
        if not one.name[:1].isupper():
            return False
        last = self.document.tokens_in(one.span)[-1:]
        return any(word.entity in ("FAC", "LOC") or word.base in RELIEF for word in last)

    def owners(self, noun: Token, kind: str) -> tuple[list[Actor], list[Actor]]:
        """Who stands before a noun, as actors and as those it was done to: "Russian strikes", "Taliban attack", but
        "Kyiv attack", "the Boston bombing"."""
        found = self.before(noun)
        opposed = [one for one in found if self.is_opposed(one)]
        if opposed:  # "an anti-Taliban offensive"
            return [one for one in found if one not in opposed], opposed
        if kind == "PROTEST":  # "Peru's riots", "the Lima protests" are where; "Peruvian protests" may be whose
            return [one for one in found if one.kind != "state" or not self.is_scene(one)], []
        if noun.lemma in HANDING_OVER:
            return [one for one in found if one.kind != "person"], [one for one in found if one.kind == "person"]
        if noun.lemma in ("casualty", "fatality"):
            return [], [one for one in found if one.country or one.sector or "civilian" in one.name]
        if kind not in ("ASSAULT", "COERCE", "DISASTER", "DEATH", "LEGAL", "CONCEDE", "SANCTION", "ACCUSE"):
            return found, []
        met = not under(noun, "of")
        house = self.struck_before(noun) if kind == "ASSAULT" else None
        if house is not None:
            return found, [self.actors_at.get(house.i) or self.named(house, house)]
        unaimed = kind == "ASSAULT" and not under(noun, "on") and not under(noun, "against")  # not "BBC attack on Chad"
        struck = [one for one in found if self.is_struck(one, unaimed) or (met and undergoes(noun, one))]
        return [one for one in found if one not in struck], struck

    def is_opposed(self, one: Actor) -> bool:
        tokens = self.document.tokens
        first = self.document.tokens_in(one.span)[0].i
        return first > 1 and tokens[first - 1].text == "-" and tokens[first - 2].lower == "anti"

    def is_scene(self, one: Actor) -> bool:
        tokens = self.document.tokens_in(one.span)
        return bool(tokens) and tokens[-1].entity in ("GPE", "LOC")

    def is_where(self, one: Actor) -> bool:
        """The "Lima" of "12 die in Lima bombing", but not the "Iran" of "12 die in Iran strike"."""
        tokens = self.document.tokens_in(one.span)
        return self.is_struck(one, unaimed=False) and (one.kind != "state" or tokens[-1].text not in one.name)

    def is_struck(self, one: Actor, unaimed: bool) -> bool:
        tokens = self.document.tokens_in(one.span)
        last = tokens[-1] if tokens else None
        return (
            last is not None
            and last.dep == "compound"
            and (last.entity in ("GPE", "LOC", "FAC", "EVENT") or (unaimed and one.sector in UNARMED))
            and one.name not in ("United States", "NATO", "United Kingdom", "European Union", "United Nations")
        )


RELIEF = THOROUGHFARES | frozenset(
    "mountain mount hill peak ridge valley gorge canyon pass interstate river lake".split()
)
COLLIDING = CRAFT | frozenset(
    "train tanker tram minibus pickup tractor ferry freighter carrier coach taxi trailer".split()
)
BREAKING_OUT = frozenset("break erupt flare begin start occur happen ensue continue resume rage".split())
HANDING_OVER = frozenset(("extradition", "rendition"))
# Crimes of one against another: where they are done is nobody's loss but theirs.
CRIMES = frozenset(
    "murder homicide killing manslaughter stabbing rape robbery shooting kidnapping abduction assassination".split()
)
ARRESTS = frozenset("arrest detention".split())
ABUSES = frozenset("abuse mistreatment exploitation harassment trafficking".split())


def _sharing(noun: Token) -> list[Token]:
    """Who is among those that meet or agree: "talks among five parties", "a summit involving Chad and Niger"."""
    found = under(noun, "among")
    if not found:
        told = [
            *noun.children_by("acl"),
            noun.head,
            *(noun.head.children_by("advcl") if noun.dep == "nsubjpass" else ()),
        ]
        found = involved(told)
    return found


def involved(clauses: list[Token]) -> list[Token]:
    """Who is in it after "involving": "talks were held, involving [Chad and Niger]"."""
    return [met for one in clauses if one.lemma == "involve" and one.tag == "VBG" for met in objects(one)]


def shared_of(noun: Token) -> list[Token]:
    """Whom two acts told as one meet: "the abuse and [murder] of two boys", which the parser hangs on the first."""
    first = noun.head
    if (
        noun.dep != "conj"
        or not is_harm(noun)
        or not (is_harm(first) or first.lemma in ABUSES)
        or noun.child("prep") is not None
    ):
        return []
    met = [one for one in under(first, "of") if one.i > noun.i]
    return [one for one in met if not is_force(content(one))]


def _says_where(head: Token, word: str, kind: str) -> bool:
    """Whether a land behind "in" or "near" is only where it was: "a strike in Nigeria", "exploded in Peru", "arrests in
    Peru", "a murder in Peru"."""
    if kind == "PROTEST" or head.lemma in GOING_OFF:
        return True
    if kind == "COERCE":
        held = word == "in" and any(one.lemma in ARRESTS for one in (head, *head.children))
        return held or head.lemma in FINDING
    return kind == "ASSAULT" and word == "in" and head.lemma in CRIMES


def _has_fallen(noun: Token) -> bool:
    counted = noun.child("nummod", "amod") is not None or noun.pos == "NUM"
    return counted and any(
        one.tag in ("VBN", "VBD") and one.lemma in HARMING for one in noun.children_by("acl", "relcl")
    )


def asked_by(request: Token) -> list[Token]:
    """Who does what is done "at the request of" somebody: he was asked."""
    if request.dep != "pobj" or request.head.lower not in ("at", "on", "upon"):
        return []
    act = request.head.head
    if act.dep == "pobj" and act.head.lower == "by":
        return [act]  # "ended by the king at the request of his aides", hung on the king
    return subjects(act) if act.pos == "VERB" else by_whom(act)


def owned(noun: Token) -> bool:
    """Whether it is told whose or of whom: "stood before the murderer's trial"."""
    return noun.child("poss") is not None or bool(under(noun, "of") or under(noun, "against") or under(noun, "into"))


def same(one: Actor, others: tuple[Actor, ...]) -> bool:
    return any(
        one.span == other.span
        or (one.id and one.id == other.id)
        or (
            one.name == other.name
            and (one.implied or (one.kind == other.kind in NAMED_KINDS and one.name[:1].isupper()))
        )
        for other in others
    )
