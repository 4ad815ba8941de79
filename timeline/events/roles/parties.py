"""The parties that a noun phrase names: itself, its members, or who stands inside it where it names a thing."""

from __future__ import annotations

from collections.abc import Mapping

from timeline.actors.find import companions
from timeline.actors.pronouns import is_joined
from timeline.actors.sense import is_impact
from timeline.actors.tables import load_tables
from timeline.events.roles.ascribed import at_hands, keepers, makers
from timeline.events.roles.counts import counted_of
from timeline.events.roles.inside import ACTING, JUDGING, by_whom, inner_words, struck_places
from timeline.events.roles.nouns import (
    UNDERGONE,
    is_arms,
    is_figure,
    is_force,
    is_harm,
    is_party,
    is_place,
    is_theme,
    is_weapon,
    undergoes,
)
from timeline.events.roles.words import CRAFT, HOMES, LIKE_STATES, ORDERS, OWN_ACTS, SEATS, UNARMED
from timeline.events.syntax.arguments import objects, subjects, surface_subjects
from timeline.events.syntax.coordination import NAMED, members, with_conjuncts
from timeline.events.syntax.governed import governed, under
from timeline.events.syntax.members import beside_portion, drop_descriptions, is_one, told_apart
from timeline.events.syntax.passives import is_passive, shared_passives
from timeline.events.syntax.phrases import content
from timeline.events.syntax.relatives import antecedent
from timeline.events.syntax.reported import who_says
from timeline.events.syntax.structure import SETTLED
from timeline.events.syntax.words import FIGHTS, HURT
from timeline.events.triggers.lexicon import classes, signals
from timeline.language.document import Document, Token
from timeline.model import Actor, Span

Actors = Mapping[int, Actor]

ASSAULTS = frozenset({"ASSAULT"})
STRIKING = frozenset({"ASSAULT", "COERCE", "PROTEST"})  # types in which "in" says where, not whom
DEEDS_OF_ALL = frozenset("SUPPORT AID ASSAULT COERCE REQUEST ACCUSE REJECT SANCTION MOBILIZE RETREAT THREATEN".split())
NEVER = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "LAW", "WORK_OF_ART", "EVENT"})
PEOPLE_PRONOUNS = frozenset(
    "others everyone everybody anyone anybody someone somebody all many some several more most those".split()
)
# Places before an act of harm that say how or where it is done: "a ground invasion", "a border clash", "capital murder".
NO_TARGETS = frozenset("capital ground land border frontier front street field hill desert".split())
FAR = 120  # tokens back to those whom "they" means
# Between a passive and the act of harm in which it happened.
BEHIND = frozenset(("in", "after", "during", "when", "following", "from"))
PERSONAL = frozenset("he she they him her them i we us me his their my our both".split())
HANDING = frozenset("AID CONCEDE COOPERATE RETREAT MOBILIZE AGREE CONSULT SUPPORT REQUEST REJECT".split())
COURTLY = frozenset({"SANCTION", "CONCEDE"})  # types of what courts do to somebody's conviction or release
MEETING = frozenset({"SUPPORT", "CONSULT"})  # types in which troops are met or thanked
DESCRIBING = frozenset(("amod", "compound", "nmod", "poss", "nummod", "quantmod"))
STRETCHES = frozenset("area areas region regions part parts location locations site sites".split())
LYING = ("of", "across", "in", "inside", "throughout")
PRAISING = frozenset("praise hail laud applaud commend welcome salute appreciate".split())
# What is done in answer to an act of somebody else.
REPLYING = frozenset(
    "impose introduce levy slap condemn denounce suspend lift freeze expel summon recall tighten".split()
)
# The same of what somebody has there, where nobody is named whose they are.
AIMED_AT = frozenset("target targets position positions facility facilities installation installations".split())
MOVING = frozenset({"RETREAT", "MOBILIZE", "AGREE"})  # types in which troops are moved, not met


class Phrases:
    """Reads noun phrases in one document."""

    def __init__(self, actors_at: Actors, document: Document, *, pronouns: bool) -> None:
        self.actors_at = actors_at
        self.document = document
        self.pronouns = pronouns

    def before(self, noun: Token) -> list[Actor]:
        """Possessor, nationality or name before a noun: "Trump's pressure", "Russian strikes", "Russia–Ukraine talks"."""
        found: list[Actor] = []
        struck = self.struck_before(noun)
        for child in noun.children:
            if child.i >= noun.i or child.dep not in ("poss", "amod", "compound", "nmod"):
                continue
            if struck is not None and not (child.dep == "poss" or self.is_nationality(child, struck)):
                continue
            if child.dep == "poss":
                found += self.parties(with_conjuncts([child]))
                continue
            for i in range(child.left, child.i + 1):
                actor = self.actors_at.get(i)
                if actor is not None:
                    found.append(self.owner_of(actor))
        return found

    def struck_before(self, noun: Token) -> Token | None:
        """The place or unarmed body before an act of harm that it names as struck: "the embassy bombing", "the
        parliament attack", but "the rebel attack", "the drone attack", "the parliament attack on Chad"."""
        if not is_harm(noun) or under(noun, "on") or under(noun, "against"):
            return None
        before = [one for one in noun.children if one.dep == "compound" and one.i < noun.i and one.pos == "NOUN"]
        if not before or before[-1].lemma in CRAFT or before[-1].lower in NO_TARGETS or is_weapon(before[-1]):
            return None
        actor = self.actors_at.get(before[-1].i)
        seat = before[-1].lemma in SEATS and noun.lemma not in OWN_ACTS
        unarmed = actor is not None and actor.sector in UNARMED
        return before[-1] if seat or unarmed or is_place(before[-1]) else None

    def is_nationality(self, word: Token, struck: Token) -> bool:
        """The "Russian" of "the Russian hospital bombing", but not that of "the Russian embassy bombing"."""
        actor = self.actors_at.get(word.i)
        return word.entity == "NORP" and (actor is None or actor.span.end <= struck.start) and struck.lemma not in SEATS

    def owner_of(self, one: Actor) -> Actor:
        """Of a weapon told with its country ("Turkish drone") the country, by the word that names it."""
        if not one.country or not is_means(one, self.document):
            return one
        words = self.document.tokens_in(one.span)
        named = [each for each in words if each.entity in ("NORP", "GPE", "ORG") and not is_arms(each)]
        if not named:
            return one
        span = Span(named[0].start, named[-1].end)
        state = load_tables().entries.get(one.country) if named[0].entity in ("NORP", "GPE") else None
        if state is not None:
            return Actor(span, state.id, state.name, state.country, "", "state")
        return Actor(span, "", self.document.written(span), one.country, one.sector, "group")

    def behind(self, verb: Token) -> list[Actor]:
        """Who stands behind a passive without an agent: "killed in an attack by gunmen", "in a Russian strike"; of two
        such verbs the phrase may hang on either ("Nine were killed and ten hurt in a Russian strike")."""
        for one in (verb, *shared_passives(verb)):
            found = self.behind_one(one)
            if found:
                return found
        return []

    def behind_one(self, verb: Token) -> list[Actor]:
        for child in verb.children:
            if verb.lemma in HURT and child.dep == "advcl" and child.pos == "VERB" and _is_blow(child):
                hurt = {one.name for one in self.parties(surface_subjects(verb))}
                found = self.parties([one for one in subjects(child) if not is_weapon(one)], ACTING)
                found = [one for one in found if one.name not in hurt]  # "was hurt when he attacked a guard"
                arms = [one for one in subjects(child) if is_weapon(one)]
                found = found or self.parties(
                    [one for bomb in arms for one in by_whom(bomb)]
                )  # "when a mine laid by rebels"
                if found:
                    return found  # "died when rebels attacked their checkpoint"
            if child.lower in ("after", "following") and verb.lemma in REPLYING:
                continue  # "sanctions imposed after a raid by rebels": by somebody else
            if child.lower == "at" and (hands := self.parties(at_hands(verb))):
                return hands
            if child.lower == "in" and (
                struck := struck_places(child)
            ):  # "were killed in cities hit by Chadian strikes"
                return self.parties([one for harm in struck for one in by_whom(harm)]) or [
                    one for harm in struck for one in self.before(harm)
                ]
            if child.lower == "on" and child.dep == "prep":  # "was murdered on the orders of the emir"
                orders = [one for one in governed(child) if one.lemma in ORDERS]
                givers = [one for one in orders if under(one, "of") or under(one, "from") or one.child("poss")]
                if givers:
                    noun = givers[0]
                    return self.parties(under(noun, "of") or under(noun, "from") or noun.children_by("poss"))
            if child.lower not in BEHIND or child.dep not in ("prep", "advmod", "advcl"):
                continue
            for noun in with_conjuncts(governed(child)):
                if noun.pos != "NOUN" or noun.i in self.actors_at or noun.entity or is_place(noun):
                    continue
                if noun.lemma == "airspace":
                    continue  # "shot down in Polish airspace", whoever shot
                sides = under(noun, "between") or (under(noun, "with") if noun.lemma in FIGHTS else [])
                owners = [one for one in self.before(noun) if not undergoes(noun, one)]  # "after Cruz's murder"
                owners = [one for one in owners if noun.lemma not in FIGHTS or not self.is_town_before(one)]
                found = self.parties(by_whom(noun)) or self.parties(sides) or owners
                found = found or (self.parties(self.loosely_by(noun)) if is_harm(noun) else [])
                if found:
                    return found
        return []

    def parties(self, heads: list[Token], kind: str = "") -> list[Actor]:
        found: list[Actor] = []
        told = drop_descriptions(heads) if heads else []
        for head in (*told, *(one for noun in told for one in beside_portion(noun))):
            noun = antecedent(head)
            if found and noun.dep == "conj" and self.is_own_act(noun):
                continue
            if noun.tag == "NNS":
                found += self.hidden(noun)
            listed, all_of_it = members(noun, self.document.tokens)
            if is_place(noun) and kind not in STRIKING:
                listed = []  # "in cities such as Kherson"
            named = [one for member in listed for one in self.party(member, kind)]
            whole = self.party(noun, kind)
            apart = [one for member in told_apart(noun) for one in self.party(member, kind)]
            named += [one for one in apart if not same_span(one, [*whole, *named])]
            found += [*([] if named and all_of_it and all(not one.id for one in whole) else whole), *named]
        return found

    def is_own_act(self, noun: Token) -> bool:
        """ "the repression of the people and its [support] for Chad": what else somebody does, joined to whom he meets."""
        owner = noun.child("poss")
        own = owner is not None and owner.tag == "PRP$" and noun.i not in self.actors_at
        return own and signals("n", noun.base, DEEDS_OF_ALL) and not is_party(noun)

    def hidden(self, noun: Token) -> list[Actor]:
        """The "police" of "police and local residents", which the parser puts before the residents."""
        before = noun.child("nmod")
        other = before.child("conj") if before is not None and before.child("cc") is not None else None
        several = before is not None and (before.tag == "NNS" or before.lower in ("army", "navy", "military"))
        actor = self.actors_at.get(before.i) if before is not None else None
        if actor is None or other is None or other.pos != "ADJ" or other.entity or not several:
            return []
        return [actor] if actor != self.actors_at.get(noun.i) else []

    def party(self, head: Token, kind: str = "") -> list[Actor]:
        """The actors a noun phrase names: itself, or who stands inside it where it names a thing.

        What a cooperative act hands over, opens or pulls back (arms, borders, troops) is no party to it.
        """
        if head.pos in ("VERB", "AUX") and head.i not in self.actors_at:
            if kind == ACTING and head.tag == "VBG":  # "Fighting between rebels and soldiers killed …"
                return self.parties([*under(head, "by"), *under(head, "between")], ACTING)
            asked = head.child("nsubj") if head.dep == "pcomp" and head.tag == "VB" else None
            if asked is not None:
                return self.party(asked, kind)  # "calls on Chad to talk"
            return self.parties(objects(head), kind) if head.dep == "pcomp" else []
        noun = content(head)
        if noun.pos in ("NUM", "PRON", "DET") and (whose := counted_of(noun)) is not None:
            return self.party(whose, kind)  # "the bandits, three of whom were killed"
        if (
            (noun.pos == "NUM" or noun.lower in PEOPLE_PRONOUNS)
            and (them := under(noun, "of"))
            and them[0].lower == "them"
            and them[0].i in self.actors_at
        ):
            return [self.actors_at[them[0].i]]  # "shot two of them"
        if noun.lower == "they" and len(several_say := who_says(noun)) > 1:
            return self.parties(several_say, kind)  # "Kenya and Chad said they had shelled it"
        if (_is_nobody(head) or _is_nobody(noun)) and (kind in ("", ACTING) or noun.lower in ("other", "force")):
            return []  # but "no soldiers were hurt" says who was not
        known = self.state_beside(noun) or self.actors_at.get(noun.i)
        if known is not None and noun.entity == "NORP" and (beside := self.beside(noun)) is not None:
            return [beside]  # "An Australian, Brenton Cole, was charged"
        if noun.lower in SETTLED and noun.text.istitle() and noun.child("prep") is None and not (known and known.id):
            return []  # "Ceasefire agreed in Gaza": a capital makes no party of it
        if known is None and noun.lower in ("life", "death") and noun.dep == "pobj":
            return []  # "sentenced to life"
        theme = (
            kind in HANDING
            and not (noun.entity or head.base == "member")
            and not (kind in MEETING and is_force(noun))
            and (is_theme(noun) or (kind in MOVING and is_force(noun)))
        )
        if known is not None and known.implied and known.kind == "person" and noun.lower in ("they", "them", "their"):
            return self.joined_with(known, noun)
        if known is not None and not (theme and not known.id):
            several = companions(noun, self.actors_at)
            return sorted([*several, self.by_name(noun, known)], key=_start) if several else [self.by_name(noun, known)]
        if (
            noun.entity in NEVER
            or (noun.pos in ("NUM", "PROPN") and is_figure(noun))
            or noun.pos not in ("NOUN", "PROPN", "NUM", "ADJ", "PRON", "DET")
        ):
            return []
        if noun.pos == "PRON" and noun.lower not in PEOPLE_PRONOUNS and not (self.pronouns and noun.lower in PERSONAL):
            return []
        owned = any(one.i in self.actors_at or (one.lemma != "military" and is_party(one)) for one in noun.children)
        if kind == "ASSAULT" and (noun.lower in STRETCHES or (noun.lower in AIMED_AT and not owned)):
            above = [noun.head] if noun.dep == "dobj" else []  # "attack on regions across Ukraine"
            held = [one for word in LYING for each in (noun, *above) for one in under(each, word)]
            land = [one for one in held if self.actors_at.get(one.i) is not None]
            if land:
                return self.parties(land[:1], kind)
        if kind == "PROTEST" and (staging := by_whom(noun)):  # "protested against the parades by the lodge"
            return self.parties(staging, kind)
        beside = self.beside(noun)
        if beside is not None:
            return [beside]
        if theme and kind == "REJECT":  # "blocked a Chadian statement on Gaza", "a petition by a widow": whose it is
            return self.before(noun) or self.parties(makers(noun))
        if theme and kind == "SUPPORT" and noun.head.lemma in PRAISING:  # "praised Chad's support"
            return self.parties([one for one in noun.children_by("poss") if one.pos != "PRON"])
        if theme or (kind == "ASSAULT" and noun.base in classes()["weapon"]):
            return []  # a missile fired is the means, not whom it meets
        if kind == "COERCE" and noun.lemma in HOMES:  # "searched the home of a banker"
            owners = self.inside(noun, kind)
            if owners:
                return owners
        if noun.entity in NAMED or noun.pos in ("NUM", "PRON", "PROPN") or is_party(noun):
            return [self.named(noun, head)]
        return self.inside(noun, kind)

    def is_town_before(self, one: Actor) -> bool:
        """Whether a party before a noun is told by the name of a place: "the Gaza battle", not "the Hamas attack"."""
        last = self.document.tokens_in(one.span)[-1:]
        return any(word.dep == "compound" and word.entity in ("GPE", "LOC") for word in last)

    def joined_with(self, known: Actor, pronoun: Token) -> list[Actor]:
        """Both persons of "Howell and Holder", whom "they" means by the first."""
        for i in range(pronoun.i - 1, max(-1, pronoun.i - FAR), -1):
            one = self.actors_at.get(i)
            token = self.document.tokens[i]
            if one is not None and one.name == known.name and is_joined(token):
                return [self.actors_at[each.i] for each in with_conjuncts([token]) if each.i in self.actors_at]
        return [known]

    def state_beside(self, noun: Token) -> Actor | None:
        """The state of "its neighbour Kenya" and "its ally, Kenya,"."""
        named = noun.child("appos") if noun.base in LIKE_STATES and noun.tag == "NN" else None
        if named is None or named.left > noun.i + 2 or noun.child("cc") is not None:
            return None
        actor = self.actors_at.get(named.i)
        return actor if actor is not None and actor.kind == "state" else None

    def beside(self, noun: Token) -> Actor | None:
        """The person named right beside a word that the tables do not know: "Peru's prize winner, Ana Torres, said"."""
        one = (noun.pos == "NOUN" and noun.tag == "NN") or (noun.entity == "NORP" and is_singular(noun))
        named = noun.child("appos") if one else None
        called = noun.child("acl") if one and named is None else None
        if called is not None and called.lemma in ("name", "call") and called.tag == "VBN":
            named = called.child("oprd")  # "a nurse named Ana Torres"
        actor = self.actors_at.get(named.i) if named is not None and named.entity == "PERSON" else None
        return actor if actor is not None and actor.kind == "person" else None

    def by_name(self, noun: Token, known: Actor) -> Actor:
        """Of "the militant group Hamas" and "a reporter, Anna Berg" the name, where it stands beside; of "a brother of
        Karim Haddad, who was killed", Haddad."""
        inner = noun.dep == "pobj" and known.span.start < noun.head.start < known.span.end
        if inner and (noun.entity == "PERSON" or is_one(noun)):
            return self.named(noun, noun)
        following = self.document.tokens[noun.i + 1 : noun.i + 4]
        if inner and known.kind == "person" and any(one.lower == "which" for one in following):
            return self.named(noun, noun)  # "the chairman of the bank, which the state seized"
        if known.kind == "person" and noun.pos == "NOUN" and noun.tag == "NN" and not known.id:
            named = self.beside(noun)  # "The head of the mission, Mariam Diallo, …"
            if named is not None:
                return named
        apposed = noun.dep == "appos" and noun.pos == "NOUN" and noun.tag == "NN" and noun.head.pos == "PROPN"
        if apposed and not known.id and known.kind in ("group", "organisation") and noun.head.i < noun.i:
            other = self.actors_at.get(noun.head.i)  # "The Dawn, a far-right group that was banned"
            if other is None or other.kind in ("group", "organisation"):
                return other or self.named(noun.head, noun.head)
        if known.implied and noun.pos == "NOUN":
            for child in noun.children:
                one = self.actors_at.get(child.i) if child.dep in ("appos", "nmod", "compound") else None
                if one is not None and not one.implied and one.name == known.name:
                    return one
        return known

    def inside(self, noun: Token, kind: str = "") -> list[Actor]:
        """Actors within a phrase about a thing: "Modi's request", "the bombing of an academy"."""
        if kind == "CONCEDE" and (charged := under(noun, "against")):  # "a complaint against a minister was dropped"
            return self.parties(charged)
        if kind in COURTLY and noun.lemma in UNDERGONE and (undergone := under(noun, "of")):
            return self.parties(undergone)  # "overturned a judge's conviction of two brothers"
        harm = kind == "ASSAULT" and is_harm(noun)  # "injured in an attack by rebels": whom that met, not who did it
        found = [] if harm else self.before(noun)
        if (kind in JUDGING or not found) and not harm:
            found = self.parties(by_whom(noun)) or found or self.parties(self.loosely_by(noun))
        found = found or self.parties(keepers(noun))
        for word in ("on", "against", "of", "in", "to", "for", "with") if harm else inner_words(noun, kind):
            if found:
                break
            for one in under(noun, word):
                inner = content(one)
                actor = self.actors_at.get(inner.i)
                if is_impact(inner) or (word == "in" and kind == "ASSAULT" and not inner.entity and is_place(inner)):
                    continue  # "opened fire on a stop in a Belgian city"
                if word == "in" and harm and inner.entity in ("GPE", "LOC"):
                    continue  # "took part in the bombing in Nairobi"
                if actor is not None:
                    found += [*companions(inner, self.actors_at), actor]
                elif harm and inner.lower in STRETCHES | AIMED_AT:
                    found += self.party(inner, kind)
                elif inner.entity in NAMED or is_party(inner):
                    found.append(self.named(inner, one))
        return found

    def loosely_by(self, noun: Token) -> list[Token]:
        """ "broke up a rally by teachers", "complained of abuse by guards", where the parser hangs "by" on the verb."""
        verb = noun.head.head if noun.dep == "pobj" else noun.head
        if verb.pos != "VERB" or noun.dep not in ("dobj", "pobj") or is_passive(verb):
            return []
        return [one for one in under(verb, "by") if one.i > noun.i and one.i in self.actors_at]

    def named(self, noun: Token, outer: Token) -> Actor:
        """A party that stands in no table, by its own words, with the country its description gives."""
        first = noun
        for child in noun.children:
            aged = child.dep == "npadvmod" and noun.lower == "old"  # "the 25-year-old"
            if child.i < first.i and (aged or child.dep in DESCRIBING):
                first = self.document.tokens[child.left]
        if outer is not noun and outer.i < first.i and first.i - outer.i <= 3:
            first = self.document.tokens[outer.left]
        while first.i < noun.i and (first.pos in ("DET", "PUNCT", "ADP") or first.lower in ("its", "their", "his")):
            first = self.document.tokens[first.i + 1]
        country, sector = "", ""
        for i in range(first.i, noun.i):
            actor = self.actors_at.get(i)
            if actor is not None and actor.country:
                country, sector = actor.country, actor.sector
                break
        if first.lower in ("so", "self") and first.i + 3 < noun.i and self.document.tokens[first.i + 1].text == "-":
            first = self.document.tokens[first.i + 3]  # "the self-styled Army of the Poor"
        end = noun.end
        if noun.i + 2 < len(self.document.tokens) and self.document.tokens[noun.i + 2].lower == "by":
            end = self.document.tokens[noun.i + 2].end if self.document.tokens[noun.i + 1].text == "-" else end
        span = Span(first.start, end)
        kind = "person" if noun.entity == "PERSON" else "group" if is_party(noun) else "unknown"
        return Actor(span, "", self.document.written(span), country, sector, kind)


def same_span(one: Actor, others: list[Actor]) -> bool:
    return any(one.span == other.span for other in others)


def _start(one: Actor) -> int:
    return one.span.start


def _is_blow(verb: Token) -> bool:
    """Whether a clause of time tells an act of violence: "when gunmen stormed the hotel"."""
    mark = verb.child("advmod", "mark")
    return mark is not None and mark.lower in ("when", "as", "after") and is_blow(verb)


def is_blow(verb: Token) -> bool:
    """Whether a verb alone tells an act of violence."""
    return signals("v", verb.lemma, ASSAULTS, frozenset([one.lower for one in verb.children_by("prt")]))


def is_singular(noun: Token) -> bool:
    """Whether a nationality is one of its people: "an Australian"."""
    article = noun.child("det")
    return article is not None and article.lower in ("a", "an", "another") and not noun.tag.endswith("S")


def _is_nobody(noun: Token) -> bool:
    """ "no group has claimed it", "condemned each other"."""
    words = [child.lower for child in noun.children if child.dep == "det"]
    return is_impact(noun) or "no" in words or (noun.lower == "other" and "each" in words)


def is_means(one: Actor, document: Document) -> bool:
    """Weapons and equipment do nothing of themselves: whoever fires them acts."""
    tokens = document.tokens_in(one.span) if not one.id else []
    return bool(tokens) and is_arms(tokens[-1])
