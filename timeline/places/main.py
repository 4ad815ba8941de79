"""Which of the places mentioned is an event's: the one its own words are joined to, else its sentence's, else the one
that the report is about."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence
from functools import cached_property

from timeline.actors.scene import SEATS_OF_COURTS
from timeline.language.datelines import FRONT, dateline_end
from timeline.language.document import Document, Sentence, Token
from timeline.model import Place
from timeline.places.elsewhere import AT, LOCAL, SEIZING, SPEECH, content_of, is_elsewhere, is_telling, is_voice_from
from timeline.places.ways import ATTRIBUTES, acts, is_home, is_on_the_way, is_one_person, is_way, whom_it_describes

TOWARD = frozenset("on against of from to toward towards".split())
OCCASIONS = frozenset("after following since amid despite before".split())
RELATIONS = frozenset(
    "tension relation relationship tie link rift row dispute dialogue standoff enmity hostility rivalry trust friction".split()
)
GOALS = frozenset("to into toward towards from via".split())
ARRIVING = frozenset("arrive visit attend tour land".split())
JUDGING = frozenset(
    "call condemn denounce criticize criticise praise welcome deplore decry slam blame describe".split()
)
# Verbs by which a thing happens, of which it is the subject.
COMING_ABOUT = frozenset(
    "start begin resume open reopen restart take happen occur continue hold end conclude close convene stage".split()
)
VISITED = frozenset(("visit", "tour"))
NEAR = 6  # steps up the tree that a place may stand from the word it belongs to
TOWNS = frozenset("city town capital village port resort suburb province region".split())
# "in the outskirts of Lima", "in the rural area of Ayala": the same place, or within it.
STRETCHES = TOWNS | frozenset(
    "area outskirt outskirts part district neighborhood neighbourhood municipality department village hamlet center centre "
    "heart middle street downtown state county".split()
)
MOST, DEEPEST = 40, 60  # places, and steps up the tree, looked at in a sentence without an end
LEAD = 12  # sentences in which the place of a report is looked for
FINE = {"site": 5, "city": 4, "region": 3, "water": 3, "country": 1}


class Scenes:
    """The places of one document, ready to be asked which one is an event's."""

    def __init__(self, document: Document, places: Sequence[Place]) -> None:
        self.document = document
        heads = [(place, document.tokens_in(place.span)) for place in places]
        self.places = [(place, tokens[-1]) for place, tokens in heads if tokens]
        self.starts = [place.span.start for place, _ in self.places]

    def main(
        self, sentence: Sentence, token: Token, *, bodily: bool = True, countries: Collection[str] = ()
    ) -> Place | None:
        """The place of the event that `token` signals in `sentence`, None when the article gives none.

        Only what happens bodily (`bodily`: an attack, an arrest, a flood) takes a place that its own words do not
        name, and then only one that fits the `countries` of its parties: the place of the sentence before, or that of
        a report with one scene. A demand or a sanction is where its own words put it, or nowhere.
        """
        here = self.within(sentence)
        if self.filed is not None and _speaks_of_here(token, sentence, bodily=bodily):
            near = [
                head for _, head in here if head.dep == "pobj" and head.head.lower in AT and head.head.head is token
            ]
            if not near:
                return self.filed
        best, best_score = None, 0.0 if bodily else 3.6 - 0.2 * NEAR
        told, act = content_of(token), _coming_about(token)
        first, last = told or (0, len(self.document.tokens))
        if len(here) > MOST:
            here = sorted(sorted(here, key=lambda one: abs(one[1].i - token.i))[:MOST], key=lambda one: one[1].i)
        for place, head in here:
            if not first <= head.i <= last:
                continue  # where it is told
            score = _score(place, head, act, bodily)
            if (
                score > best_score
                and place.country
                and countries
                and place.country not in countries
                and _is_of_another(head, token)
            ):
                continue
            if score > best_score:
                best, best_score = place, score
        if best is not None:
            return _finest(best, here)
        if not bodily:
            return None
        for before in range(sentence.index - 1, max(-1, sentence.index - 4), -1):
            other = self.document.sentences[before]
            if other.paragraph != sentence.paragraph:
                break
            found = [
                place
                for place, head in self.within(other)
                if not _is_dateline(head, self.document)
                and not _is_party(place, head)
                and not is_elsewhere(head, seizing=told is not None)
                and not (head.dep == "pobj" and is_on_the_way(head.head))
            ]
            if found:
                return _fitting(max(found, key=_fineness), countries)
        return _fitting(self.of_report if told is None else self.of_report_untold, countries)

    def within(self, sentence: Sentence) -> list[tuple[Place, Token]]:
        """Places named in the sentence, each with its last word."""
        span = sentence.span
        return self.places[bisect_left(self.starts, span.start) : bisect_left(self.starts, span.end)]

    @cached_property
    def filed(self) -> Place | None:
        """The place of the dateline."""
        return next((place for place, head in self.places[:3] if _is_dateline(head, self.document)), None)

    @cached_property
    def of_report(self) -> Place | None:
        """The place of a report with one scene: all that is said to be in, at or near somewhere is in one country."""
        return self._of_report(seizing=False)

    @cached_property
    def of_report_untold(self) -> Place | None:
        """The same for what is told or judged: where somebody was arrested or condemned says nothing of it."""
        return self._of_report(seizing=True)

    def _of_report(self, *, seizing: bool) -> Place | None:
        scenes = {
            place.country
            for place, head in self.places
            if place.country and head.dep == "pobj" and head.head.lower in AT and not _is_dateline(head, self.document)
        }
        if len(scenes) > 1:
            return None
        return lead_place(self.document, [one for one, head in self.places if not is_elsewhere(head, seizing=seizing)])


def _coming_about(noun: Token) -> Token:
    """The verb by which the noun's event comes about, whose place is its own: "talks [started] in Doha", "are [expected]
    to start in Doha"; else the word itself."""
    verb = noun.head
    if noun.pos != "NOUN" or noun.dep not in ("nsubj", "nsubjpass"):
        return noun
    acts = [
        verb,
        *verb.children_by("xcomp"),
        *(one for adj in verb.children_by("acomp") for one in adj.children_by("xcomp")),
    ]
    return verb if any(one.lemma in COMING_ABOUT for one in acts) else noun


def main_place(document: Document, sentence: Sentence, token: Token, places: Sequence[Place]) -> Place | None:
    """`Scenes.main` for a single question."""
    return Scenes(document, places).main(sentence, token)


def _fitting(place: Place | None, countries: Collection[str]) -> Place | None:
    """The place, unless the parties are known to be of other countries."""
    if place is None or not countries or not place.country or place.country in countries:
        return place
    return None


def lead_place(document: Document, places: Sequence[Place]) -> Place | None:
    """The place that the report is about: the first one named with its province, the finest of that sentence; a
    country, or the dateline's place, only when there is no other."""
    fallback: Place | None = None
    dateline: Place | None = None
    water: Place | None = None
    best: Place | None = None
    at = -1
    listed = _lists_several(document, places)
    for place in places:
        covered = document.tokens_in(place.span)
        if not covered or covered[0].sentence.index > LEAD:
            break
        if _is_dateline(covered[-1], document):
            dateline = dateline or place
        elif _is_party(place, covered[-1]) or (place.latitude is None and place.kind != "country"):
            continue  # nor a name that stands on no map
        elif is_way(covered[-1]) or is_home(covered[-1]) or acts(covered[-1]):
            continue
        elif place.kind == "water":
            water = water or place
        elif place.kind == "country" or (listed and covered[0].sentence.index == 0):
            fallback = fallback or place
        elif best is None:
            best, at = place, covered[0].sentence.index
        elif covered[0].sentence.index == at and place.region == best.region and _fineness(place) > _fineness(best):
            best = place
    if dateline is not None and _is_filed_afar(dateline, places):
        dateline = None
    return best or fallback or dateline or water


def _is_filed_afar(dateline: Place, places: Sequence[Place]) -> bool:
    """Whether a report speaks of other lands than the one it was filed from, as those of courts and watchdogs do: "THE HAGUE
    - Nine men were killed in Srebrenica", "New York, May 3 - ... in Chad"."""
    others = [one.country for one in places if one.name != dateline.name]
    abroad = [one for one in others if one and one != dateline.country]
    at_court = dateline.name.lower().removeprefix("the ") in SEATS_OF_COURTS
    home = sum(one == dateline.country for one in others) > at_court  # "THE HAGUE, Netherlands"
    return not home and len(abroad) > 1 - at_court


def _lists_several(document: Document, places: Sequence[Place]) -> bool:
    """Whether the title names several provinces: "Operations in Khost, Helmand, Kandahar" decides for none."""
    end = document.sentences[0].span.end if document.sentences else 0
    return len({place.region for place in places if place.region and place.span.start < end}) > 1


def _score(place: Place, head: Token, trigger: Token, bodily: bool) -> float:
    """How closely the place hangs on the trigger; 0 when it belongs to something else."""
    if _is_shouted(head):
        return 0.0
    if bodily and head.dep in ("dobj", "nsubjpass") and head.head is trigger:
        return 3.0 + 0.05 * FINE.get(place.kind, 2)  # "struck northern Afghanistan", "Kherson was shelled"
    if head.dep == "dobj" and head.head is trigger and trigger.lemma in VISITED and head.child("conj") is None:
        return 4.0
    if _is_party(place, head):
        return 0.0
    steps, preposition, under, apart = 0, "", False, False
    token = head = _town_of(head)
    while True:
        if token is trigger:
            under = True
            break
        if token.head is token or steps == DEEPEST:
            break
        if _is_far_speaker(token, trigger) or (token.dep == "parataxis" and token is not trigger and is_telling(token)):
            return 0.0
        if token is not trigger and _is_another_scene(token, trigger):
            return 0.0
        apart = apart or (token is not trigger and _is_clause_of_its_own(token, bodily=bodily))
        if token.dep == "prep" and bodily and token.head is not trigger and is_on_the_way(token):
            return 0.0
        if (
            token.dep in ("prep", "dative")
            and not preposition
            and not (token.lower == "of" and token.head.lemma in STRETCHES)
        ):
            preposition = token.lower
            if preposition in GOALS and _is_anothers_goal(token, trigger):
                return 0.0
            if not bodily and token.head is not trigger and (preposition == "from" or _is_known(token.head)):
                return 0.0
        if token.lower == "between" and token.head.lemma in RELATIONS:
            return 0.0  # "tensions between Lima and Suva": those who govern there
        token = token.head
        steps += 1
    finer = 0.05 * FINE.get(place.kind, 2)
    if (whose := whom_it_describes(head)) is not None:  # "Darfur rebels", "Baghdad police": whose they are
        return 0.5 * finer if bodily and (under or not is_one_person(whose)) else 0.0
    if under and not apart:
        if preposition in AT:
            return 4.0 - 0.2 * steps + finer
        if preposition in TOWARD:
            return 3.5 - 0.2 * steps + finer
        return 2.0 - 0.1 * steps + finer
    if head.dep == "nsubj":
        return 0.0  # "Moscow denied that the strike …": a government, not where the strike was
    distance = abs(head.i - trigger.i)
    near = 1.0 - min(0.5, distance / 100)
    if preposition in AT:
        return 0.8 + near + finer
    if head.dep in ATTRIBUTES:
        return 0.2 + 0.3 * near + finer if place.kind != "country" else 0.1 * near
    return 0.4 + 0.5 * near + finer


def _is_of_another(head: Token, trigger: Token) -> bool:
    """Whether a place is told of another act, which only says when or why this one was: "after a wave of bombings in Chad"."""
    for above in head.ancestors():
        if above is trigger:
            return False
        if above.dep == "prep" and above.lower in OCCASIONS and not above.left <= trigger.i <= above.right:
            return any(one.pos == "NOUN" for one in above.children_by("pobj"))
    return False


def _is_anothers_goal(preposition: Token, trigger: Token) -> bool:
    """Where another act goes, or comes from: "killed nine and fled [to Goma]", "Peru sent aid [to Goma] and Chad shelled a
    port"; whoever "went to Goma and killed nine" killed there."""
    verb = preposition.head
    while verb.pos in ("NOUN", "PROPN", "ADP") and verb.dep in ("dobj", "prep", "pobj", "conj"):
        verb = verb.head
    if verb.pos != "VERB" or verb is trigger or _is_argument(verb, trigger):
        return False
    act = trigger if trigger.pos == "VERB" else _clause(trigger)
    if act is verb:
        return False
    follows = act.i > verb.i and any(one is verb for one in act.ancestors())
    return not follows or (act.dep == "conj" and act.child("nsubj", "nsubjpass") is not None)


def _is_argument(verb: Token, trigger: Token) -> bool:
    """Whether the verb stands inside what the act is about: "forced them to [flee]"; not in a clause beside it, nor in one
    that tells of a thing ("a ship [carrying] grain to Algeria")."""
    while verb is not trigger:
        if verb.is_root or verb.dep in ("conj", "advcl", "relcl") or (verb.dep == "acl" and verb.tag == "VBG"):
            return False
        verb = verb.head
    return True


def _is_another_scene(verb: Token, trigger: Token) -> bool:
    """A clause beside the act that tells of another place: where it might strike ("a missile that could hit cities in
    India"), where he was arrested or met ("The man, arrested in Milan, took part in the raid")."""
    if verb.pos != "VERB" or verb.dep not in ("acl", "relcl") or verb.left <= trigger.i <= verb.right:
        return False
    if any(one.tag == "MD" for one in verb.children_by("aux")):
        return True
    return verb.lemma in SEIZING or is_telling(verb)


def _speaks_of_here(trigger: Token, sentence: Sentence, *, bodily: bool) -> bool:
    """Whether the act is "in this northern city", which is the dateline's."""
    for noun in sentence.tokens:
        det = noun.child("det") if noun.lemma in TOWNS and noun.dep == "pobj" else None
        if det is not None and det.lower == "this" and noun.head.lower in AT:
            return (bodily and _clause(noun) is _clause(trigger)) or any(above is trigger for above in noun.ancestors())
    return False


def _clause(token: Token) -> Token:
    """The verb whose clause a word stands in: one with a subject of its own, or the highest."""
    while token.head is not token:
        if token.pos in ("VERB", "AUX") and token.child("nsubj", "nsubjpass") is not None:
            break
        token = token.head
    return token


def _is_clause_of_its_own(verb: Token, *, bodily: bool) -> bool:
    """ "The raid killed nine in Basra [as troops moved in Mosul]", "raided by gunmen [who rose up in Mosul]": a clause with
    its own subject tells its own place; an act of speech is not where what it speaks of is."""
    if verb.pos != "VERB" or (not bodily and verb.lemma in ARRIVING):
        return False  # "Sato, who arrived in Cairo on Sunday, told ministers …"
    if verb.dep == "relcl" or (verb.dep == "advcl" and verb.child("nsubj", "nsubjpass") is not None):
        return True
    joined = verb.dep == "conj" and verb.child("nsubj", "nsubjpass") is not None
    return not bodily and (joined or verb.dep in ("acl", "ccomp"))  # "resigned, and police arrested nine in Beira"


def _is_far_speaker(noun: Token, trigger: Token) -> bool:
    """Whether the noun is who says so, from somewhere else: "officials in Kinshasa said"; police, hospitals and residents
    speak where it was."""
    verb = noun.head
    speaks = noun.dep == "nsubj" and verb is not trigger and (verb.lemma in SPEECH or verb.lemma in JUDGING)
    return speaks and noun.base not in LOCAL


def _is_known(noun: Token) -> bool:
    """A noun for what is known from elsewhere, at its own place: "condemned *the attack* in Beirut"."""
    return noun.pos == "NOUN" and any(
        child.lower in ("the", "this", "that") or child.dep == "poss" for child in noun.children
    )


def _town_of(head: Token) -> Token:
    """The "capital" of "stormed a hotel in Mali's capital", which is where it was; else the place's own word."""
    return head.head if head.dep == "poss" and head.head.lemma in TOWNS and head.head.dep == "pobj" else head


def _is_party(place: Place, head: Token) -> bool:
    """Whether a country is named as one who acts ("Eritrea signed", "talks with Iran"), not as where something is."""
    if place.kind != "country":
        return False
    token = _town_of(head)
    for _ in range(8):
        if token.dep == "pobj":
            return is_voice_from(token.head) or token.head.lower not in AT | {
                "to",
                "from",
                "on",
                "of",
                "towards",
                "toward",
            }
        if token.dep not in ("conj", "appos"):
            return token.dep not in ("npadvmod", "ROOT")
        token = token.head
    return False


def _finest(best: Place, here: Sequence[tuple[Place, Token]]) -> Place:
    """Of "Sabari district, Khost province", the district: a finer place within the best one that stands beside it."""
    for place, _ in here:
        if (
            place is not best
            and _fineness(place) > _fineness(best)
            and abs(place.span.start - best.span.start) < 60
            and (
                (best.kind == "country" and place.country == best.country)
                or (best.region and place.region == best.region)
            )
        ):
            return place
    return best


def _fineness(place: Place) -> int:
    return FINE.get(place.kind, 2)


def _is_dateline(head: Token, document: Document) -> bool:
    """ "KABUL, Afghanistan (Feb. 8)", "Goma, March 3 (AFP) -": a place in capitals or with a day and a dash at the head of
    a report, or the country behind one."""
    if _is_shouted(head):
        return True
    if head.sentence.paragraph < FRONT and dateline_end(document.text, head.sentence.span.start) > head.start:
        return True
    back = head.i - 2
    if back < 0 or document.tokens[back + 1].text != ",":
        return False
    return _is_shouted(document.tokens[back])


def _is_shouted(token: Token) -> bool:
    if not (token.text.isupper() and len(token.text) > 3):
        return False
    words = [one for one in token.sentence.tokens if len(one.text) > 3 and one.text.isalpha()]
    return sum(one.text.isupper() for one in words) * 2 < len(words) or len(words) <= 3
