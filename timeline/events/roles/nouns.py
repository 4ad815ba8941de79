"""What a common noun names, as far as roles ask: people and bodies, weapons, forces, what is handed over, acts of harm."""

from __future__ import annotations

from functools import lru_cache

from timeline.events.syntax.words import ARMED
from timeline.events.triggers.lexicon import classes, signals
from timeline.language.document import Token
from timeline.model import Actor

THEME_CLASSES = ("force", "place", "weapon", "aid", "text", "measure")
HARMS = frozenset({"ASSAULT", "COERCE"})
PARTY_CLASSES = ("people", "prisoner", "force", "body", "place")
MORE_PARTIES = frozenset(
    "country nation side party company firm business bank group movement organization organisation union "
    "alliance bloc coalition faction militia network site app channel newspaper broadcaster minority community tribe "
    "family population opposition administration presidency regime junta republic power neighbor neighbour ally rival "
    "enemy institution charity ngo mission team delegation association federation league club church mosque press "
    "media outlet platform palace office house embassy bureau staff leadership wing branch affiliate province school "
    "clinic foundation university industry sector farm shop store crowd mob public society world voter employer manufacturer maker "
    "airline clinic foundation operator carrier supplier donor lender investor partner participant provider "
    "courthouse supermarket mall nightclub theater theatre stadium cinema arena dormitory kindergarten monastery cathedral "
    "chapel seminary gathering pair duo gang parade wedding funeral procession festival occupant passenger bystander "
    "passerby onlooker patron inmate attendee congregant mourner spectator toddler pylon residence monument statue "
    "tabloid daily weekly magazine powerline transformer institute ferry stop concourse carriage booth stand stall arcade promenade queue picnic "
    "party gala".split()
)


@lru_cache(maxsize=4)
def words_in(names: tuple[str, ...]) -> frozenset[str]:
    """All the words of several classes of classes.csv."""
    return frozenset().union(*(classes()[name] for name in names))


def is_harm(noun: Token) -> bool:
    """Whether a noun is an act of violence or force, whose "of" names the victim."""
    return signals("n", noun.base, HARMS)


def is_weapon(noun: Token) -> bool:
    """Whether a noun is a weapon: its owner acts, not the drone."""
    return is_arms(noun) or noun.base in ("car", "truck", "van", "vehicle", "explosive", "ied")


def is_arms(noun: Token) -> bool:
    """Whether a noun is a weapon, by its kind or by the name of its model: "drones", "Iskanders", "air defences"."""
    lemma = noun.base
    if lemma in ("defence", "defense", "defences", "defenses", "system", "battery"):
        return any(one.lower in ("air", "missile", "anti", "aircraft") for one in noun.children if one.i < noun.i)
    return lemma in classes()["weapon"] or lemma in classes()["model"] or noun.lower in classes()["model"]


def is_force(noun: Token) -> bool:
    return noun.base in classes()["force"]


def is_armed(noun: Token) -> bool:
    """Whether a noun names those who attack: "militants", "security forces", "gunmen"."""
    lemma = noun.base
    return noun.pos == "NOUN" and (lemma in classes()["force"] or lemma in classes()["people"])


def is_count(number: Token) -> bool:
    """Whether a number counts people ("killed nine"), and is no year, score or share."""
    text = number.text.replace(",", "")
    if not text.isalnum():
        return False
    return not (text.isdigit() and len(text) == 4 and text[:2] in ("18", "19", "20") and number.text == text)


def is_figure(noun: Token) -> bool:
    """Whether a word is a number that counts no people, or a score: "1996", "voted 18–5"."""
    if noun.pos == "NUM":
        return not is_count(noun)
    return noun.text[0].isdigit() and not any(one.isalpha() for one in noun.text)


# Places of classes.csv within which something else is struck: "a bomb exploded in the city", "on the road".
OPEN = frozenset(
    "city town village district province region area territory land capital neighborhood neighbourhood suburb enclave "
    "stronghold border island position ground field hill ridge crossing valley street road highway square target site "
    "front line sector part half quarter mountain control peninsula strip height archipelago islet canyon gorge oasis "
    "hamlet settlement county canton plateau slum prefecture junction motorway roundabout complex concert".split()
)


HOUSES = frozenset("agency court ministry parliament senate newspaper consulate".split())  # bodies, for their houses


def is_facility(noun: Token) -> bool:
    """Whether a common noun names a building or a vehicle that a bomb can strike: "exploded in a bus"."""
    lemma = noun.base
    return noun.pos == "NOUN" and lemma not in OPEN and (is_place(noun) or lemma in MORE_PARTIES or lemma in HOUSES)


def is_place(noun: Token) -> bool:
    return noun.base in classes()["place"] or noun.lower in classes()["place"]  # "barracks"


HARMING = frozenset("kill stab murder wound injure behead kidnap abduct arrest detain jail rape deport".split())
# What words for people end in; "er" and "or" end too many others ("river", "transformer").
PERSONS = ("ist", "ian", "man", "woman", "person", "eer")


def is_somebody(noun: Token, verb: str = "") -> bool:
    """Whether the object of a verb such as "shot" is a person whom no table knows: "a cashier", not "a gun" or "a film";
    whoever is counted among those killed or arrested is one ("killed nine guests")."""
    if is_weapon(noun) or is_harm(noun) or is_place(noun) or is_theme(noun) or noun.pos != "NOUN":
        return False
    if verb in HARMING and noun.tag == "NNS" and noun.child("nummod") is not None:
        return True
    return noun.base in classes()["people"] or noun.base.endswith(PERSONS)


# Bodies of soldiers that others work or fight beside.
ALLIES = frozenset("army military navy militia coastguard gendarmerie".split())


def is_theme(noun: Token) -> bool:
    """Whether a common noun names what is handed over, moved or opened rather than somebody."""
    lemma = noun.base
    if noun.dep == "pobj" and noun.head.lower in ("with", "alongside") and lemma in ALLIES:
        return False  # "is working with the army"
    return lemma not in classes()["people"] and lemma in words_in(THEME_CLASSES)


def is_party(noun: Token) -> bool:
    """Whether a common noun names people, a body, a force or a place that can be done something to."""
    lemma = noun.base
    if lemma == "opposition" and any(one.lower == "to" for one in noun.children):
        return False  # "expressed opposition to the plan"
    if lemma == "state" and noun.tag == "NNS" and noun.head.lower in ("on", "urge", "ask"):
        return True  # "called on all states to act", but "protests in nine states"
    return lemma in MORE_PARTIES or lemma in words_in(PARTY_CLASSES)


# Acts that a possessor undergoes: "his arrest", "the reporter's murder". Those of killing and seizing are a state's or an
# armed group's own ("the army's killing of …").
UNDERGONE = frozenset(
    "arrest detention imprisonment deportation expulsion conviction trial indictment release extradition execution death "
    "incarceration jailing prosecution sentencing custody disappearance acquittal ouster overthrow dismissal removal "
    "hospitalization rearrest internment suspension".split()
)
DONE_TO = frozenset(
    "murder killing assassination kidnapping abduction beheading torture poisoning rape lynching slaying stabbing shooting "
    "beating injury wounding capture hanging mutilation drowning rescue".split()
)


ATTACKERS = frozenset(
    "sniper snipers gunman gunmen attacker attackers bomber bombers shooter shooters assassin assassins killer killers "
    "bandit bandits".split()
)


_SLAUGHTERED = frozenset(
    "armenian tutsi rwandan cambodian yazidi herero bosnian circassian assyrian rohingya jewish roma ukrainian".split()
)


def undergoes(noun: Token, one: Actor) -> bool:
    """Whether the possessor of an act's noun is whom it met."""
    lemma = noun.base
    if lemma == "genocide" and one.kind == "state":  # "the Armenian genocide", not "the Turkish genocide of Armenians"
        return any(child.lower in _SLAUGHTERED for child in noun.children)  # not "the Turkish genocide", "Israel's"
    acts = one.kind in ("state", "organisation") or (one.kind == "group" and one.sector in ARMED)
    acts = acts or one.name.lower().rpartition(" ")[2] in ATTACKERS  # "the sniper shootings"
    if lemma in UNDERGONE:
        return not (acts and (one.kind != "group" or one.sector in ("MIL", "COP")))
    return lemma in DONE_TO and not acts


def is_vehicle(noun: Token) -> bool:
    return noun.base in ("car", "truck", "van", "lorry", "vehicle", "bus", "plane", "jet", "motorcycle")
