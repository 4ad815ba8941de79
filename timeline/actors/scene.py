"""The scene: police, courts and the like without a country take that of the place their sentence speaks of, since they
act at home; people who live there only that of a place of their own ("farmers in Mali"); soldiers, scientists and
refugees may be anybody's wherever they are."""

from __future__ import annotations

from collections.abc import Mapping

from timeline.actors.mention import Mention
from timeline.actors.roles import is_elsewhere, is_met_by, main_country
from timeline.actors.seed import Seed
from timeline.actors.tables import Entry
from timeline.language.document import Token

WHERE = frozenset(
    "in at near outside around across throughout inside within off along over through above towards toward into".split()
)
# Before the name of a ship.
VESSELS = frozenset("USS HMS HMCS HMAS HMNZS INS KRI BRP USNS USCGC RMS MV MS MT SS FV".split())
NATIONAL = frozenset(("MIL", "COP", "GOV", "LEG", "JUD", "SPY"))
AT_HOME = frozenset(("COP", "GOV", "LEG", "JUD", "OPP"))
SETTLED = frozenset(("CVL", "LAB", "AGR", "HLH", "CRM", "REB"))
# Towns in which courts of several states sit.
SEATS_OF_COURTS = frozenset(("hague", "strasbourg", "luxembourg"))
COURTS = frozenset("court tribunal judge prosecutor".split())
NAMESAKE = "namesake"  # label of a town that bears a capital's name
NEAR = 8  # mentions before that may say whose it is
FORCES = frozenset(("security force", "armed force", "garrison"))
ABROAD = frozenset(
    "ambassador envoy emissary diplomat consul attache negotiator mediator delegate delegation embassy mission consulate "
    "representative".split()
)
# What a city before it is where: "the Lima bombing"; the "Kyiv strike on a depot" is Kyiv's.
HAPPENINGS = frozenset(
    "attack bombing blast explosion shooting stabbing massacre siege raid strike airstrike assault ambush shelling killing "
    "murder assassination kidnapping abduction hijacking standoff lynching poisoning beheading carnage clash riot "
    "protest rally march quake earthquake flood fire crash airport hospital hotel university market mosque church".split()
)
HEADS = frozenset(
    "minister president premier chancellor leader king chief head secretary governor senator lawmaker parliamentarian "
    "official".split()
)


def fill_countries(seeds: list[Seed], mentions: list[Mention]) -> None:
    """Countries of groups and bodies known by a common noun alone; mentions are changed in place."""
    scene: dict[int, set[str]] = {}
    spots: dict[int, str] = {}  # the word that "in" hangs on, and the country
    for seed in seeds:
        if seed.kind in ("state", "place") and seed.country and not seed.turned:
            head = seed.head
            while head.dep == "appos":  # "in Gauteng, South Africa"
                head = head.head
            if head.lower in SEATS_OF_COURTS and head.head.head.base in COURTS:
                continue  # "a court in The Hague"
            if head.dep == "pobj" and head.head.lower in WHERE:
                scene.setdefault(head.sentence.index, set()).add(seed.country)
                spots.setdefault(head.head.head.i, seed.country)
    main = main_country(mentions)
    for number, mention in enumerate(mentions):
        if mention.country or mention.seed.form != "noun" or mention.seed.noun is None or mention.kind == "unknown":
            continue
        if mention.plural and _is_of_others(mention):
            continue
        here = scene.get(mention.head.sentence.index, set())
        if mention.sector in NATIONAL and (spoken := _said_by(mention, mentions[max(0, number - NEAR) : number])):
            mention.country = spoken
        elif mention.head.i in spots and _is_at_home(mention):  # "the government in Nairobi"
            mention.country = spots[mention.head.i]
        elif mention.sector in NATIONAL and is_elsewhere(mention):
            continue
        elif len(here) == 1 and _is_at_home(mention):
            mention.country = min(here)
        elif mention.sector in SETTLED and not mention.country:
            mention.country = spots.get(mention.head.i, "")
        elif mention.sector in NATIONAL and not here and mention.seed.noun.kind != "person":
            whose = main if mention.seed.noun.word not in ABROAD else ""
            mention.country = "" if whose and is_met_by(number, whose, mentions) else whose


def _is_of_others(mention: Mention) -> bool:
    """ "Kurdish forces": whose they are is said, though no table knows the country."""
    return any(child.entity == "NORP" for child in mention.head.children if child.i < mention.head.i)


def _is_at_home(mention: Mention) -> bool:
    """Police, courts and demonstrators act in their own country, and so do bodies of a state such as "the army"; envoys,
    diplomats and single soldiers may act abroad, and so may those who hold the offices of several states."""
    noun = mention.seed.noun
    if noun is None or noun.word in ABROAD or (mention.plural and noun.word.rpartition(" ")[2] in HEADS):
        return False
    body = mention.sector in NATIONAL and (noun.kind == "body" or noun.word in FORCES)
    return body or mention.sector in AT_HOME


def _said_by(mention: Mention, before: list[Mention]) -> str:
    """ "The Israeli military said troops had …": the country of the official subject before in the sentence."""
    for one in reversed(before):
        if one.head.sentence is not mention.head.sentence:
            break
        if one.sector in NATIONAL and len(one.country) == 3 and one.head.dep in ("nsubj", "nsubjpass"):
            return one.country
    return ""


def name_by_country(seeds: list[Seed], mentions: list[Mention], entries: Mapping[str, Entry]) -> None:
    """ "Its forces", said of Russia, are Russian forces, and "the country" is the state that it stands for, one named
    before it; mentions are changed in place."""
    first: dict[str, int] = {}
    for seed in seeds:
        first[seed.country] = min(seed.first, first.get(seed.country, seed.first))
    for mention in mentions:
        state = entries.get(mention.country)
        if state is None or mention.id or mention.seed.form != "noun" or mention.seed.noun is None:
            continue
        owner = mention.head.child("poss")
        if mention.seed.noun.word in ("country", "nation") and not mention.plural:
            if first.get(state.country, mention.first) >= mention.first:
                mention.country = ""  # "The landlocked country sent doctors to Angola"
                continue
            mention.id, mention.name, mention.kind = state.id, state.name, "state"
        elif state.adjective and mention.name.islower() and _is_countrys(owner, mention):
            mention.name = f"{state.adjective} {mention.name}"


def _is_countrys(owner: Token | None, mention: Mention) -> bool:
    """ "Its citizens" and "his ministers" are the country's, and "the parliament in Ankara"; "his siblings" are his
    alone."""
    if owner is None:
        noun = mention.seed.noun
        several = mention.plural and noun is not None and noun.kind == "person"
        return mention.sector in NATIONAL and is_elsewhere(mention) and not several
    return owner.tag == "PRP$" and (mention.sector != "CVL" or owner.lower == "its")


def names_a_vessel(seed: Seed, tokens: list[Token]) -> bool:
    """ "USS Harry S. Truman", "HMS Victory": a ship, not whom it is named for."""
    return seed.first > 0 and tokens[seed.first - 1].text in VESSELS


def only_where(seed: Seed, tokens: list[Token]) -> bool:
    """Whether a city only says where: "in Kyiv", "KABUL, Afghanistan", "the Moscow suburb"; then it acts in nothing."""
    if seed.form != "capital" and seed.kind != "place":
        return False
    head = seed.head
    if seed.label == NAMESAKE and head.dep in ("compound", "nmod") and head.head.base not in HAPPENINGS:
        return False  # "Moscow police", of Moscow, Idaho
    if seed.first and tokens[seed.first - 1].lower in ("capital", "city", "town", "village", "port"):
        return True
    if head.dep == "pobj":
        aimed = head.head.lower == "at" and seed.form == "capital"  # "hit back at Washington"
        return head.head.lower in WHERE and not aimed
    if seed.last + 2 < len(tokens) and tokens[seed.last + 1].text == "," and tokens[seed.last + 2].entity == "GPE":
        return True
    if head.i - head.sentence.tokens[0].i <= 3 and tokens[seed.first].text.isupper() and len(head.text) > 3:
        return True
    if head.dep in ("compound", "nmod") and head.head.base in HAPPENINGS:
        return not any(child.lower in ("on", "against") for child in head.head.children)  # "the Lima attack"
    if seed.kind == "place":
        return head.dep not in ("nsubj", "nsubjpass", "dobj", "poss", "pobj", "conj")
    return head.dep in ("npadvmod", "appos", "dep")
