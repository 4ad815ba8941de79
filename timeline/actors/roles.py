"""Roles: "the president", "the Russian president", "the group", "the country" stand for someone of the article or for
the holder of an office on the day of publication."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime

from timeline.actors.described import STRIKERS, does_harm
from timeline.actors.mention import WIDE, Mention
from timeline.actors.offices import by_person, holder, office_of
from timeline.actors.people import adopt, take
from timeline.actors.sense import ACCUSED, BLOWS
from timeline.actors.tables import load_tables
from timeline.language.document import Document, Token
from timeline.places.gazetteer import lookup

# What a definite common noun can go back to: the sectors or kinds of its antecedent.
ARMED = frozenset(
    "group movement militia organization organisation faction network militants insurgents rebels".split()
)
FIGHTING = frozenset("militia militants insurgents rebels".split())
UNARMED = frozenset("MED NGO IGO BUS LEG JUD CVL EDU HLH".split())
CREEDS = frozenset(
    "islamist islamic militant jihadist jihadi rebel armed terrorist terror insurgent separatist extremist paramilitary "
    "guerrilla radical shia shiite sunni maoist marxist communist".split()
)
GOVERNING = frozenset("government administration regime cabinet junta".split())
FIRMS = frozenset("company firm airline corporation manufacturer carrier giant automaker bank".split())
LANDS = frozenset("country nation kingdom republic state".split())
NATIONAL = frozenset(
    "government army military police parliament cabinet authority opposition navy president prime-minister minister "
    "regime ministry force".split()
)
PAST = frozenset("former ex late then previous deposed ousted first next future incoming".split())
LESSER = frozenset(("vice", "deputy", "assistant", "prime"))
TOP = frozenset(("supreme leader", "president", "prime minister", "chancellor", "king", "emir", "leader", "pope"))
WORLDWIDE = frozenset(("pope", "pontiff", "secretary-general"))  # offices of no country of the article
PRIVATE = frozenset(("", "CVL", "REL", "EDU", "LAB", "AGR", "HLH", "BUS", "CRM"))
TOWARDS = frozenset("against with on at from into".split())
POSTS = frozenset("ambassador envoy consul mission emissary".split())  # "dismissed the ambassador to Chad"
# What is done "to" another country: "deported nine men to Chad".
ABROAD = frozenset("deport extradite expel repatriate send deploy dispatch export ship donate recall".split())
TROOPS = frozenset("army military navy force forces troops soldiers".split())
OFFICIAL = frozenset(("GOV", "MIL", "COP", "SPY"))  # sectors of bodies that meet abroad as their state
# Agencies and stations, which nobody means by "the newspaper".
NO_PAPERS = frozenset(
    "reuters ap afp bbc cnn fox nbc abc cbs npr bloom tass ria ifax xinhua cctv irna fars sana anadolu kyodo nhk yonhap dpa "
    "deutsche kcna aljaz alarab rferl radiofre voa ukrinf presstv".split()
)
WINDOW = 60  # mentions that are looked back over


def resolve_roles(document: Document, mentions: list[Mention], published: date | datetime | None) -> None:
    """Give roles their antecedents; mentions are changed in place."""
    main = main_country(mentions)
    for number, mention in enumerate(mentions):
        noun = mention.seed.noun
        if mention.seed.form != "noun" or noun is None or mention.implied or mention.id:
            continue
        before = mentions[max(0, number - WINDOW) : number]
        own = "" if main and is_met_by(number, main, mentions) else main
        if not mention.plural and noun.kind in ("office", "person"):
            _person(document, mention, before, published, own, mentions[number + 1 : number + 9])
        elif not mention.plural and mention.definite and (not mention.country or noun.word in ARMED):
            _body(document.tokens, mention, before)
        national = noun.word in NATIONAL and mention.definite and not is_elsewhere(mention)
        if national and not mention.country and not mention.implied:
            _of_country(mention, own)


def main_country(mentions: list[Mention]) -> str:
    """The country that most mentions belong to, "" when none has half of them."""
    public = [
        mention
        for mention in mentions
        if mention.country and mention.country not in WIDE and not _is_private(mention) and not _is_abroad(mention)
    ]
    told = Counter(mention.country for mention in public)
    if not told:
        return ""
    counted = told + Counter(
        one.country for one in public if one.head.sentence.index == 0
    )  # what the news is about comes first
    country, times = counted.most_common(1)[0]  # of several the one named first
    if told[country] == 1 and all(one.kind == "person" for one in mentions if one.country == country):
        return ""  # "The minister, who met Putin, resigned"
    if told[country] == 1 and all(_is_of_blow(one) for one in public if one.country == country):
        return ""  # "The government condemned the Israeli raid"
    return country if times * 2 >= counted.total() else ""


def _is_abroad(mention: Mention) -> bool:
    """Reporters and diplomats, who are at work in another country: "the Italian embassy"."""
    noun = mention.seed.noun
    seat = noun is not None and noun.word in ("embassy", "consulate", "ambassador", "consul")
    return mention.sector == "MED" or seat


def _is_of_blow(mention: Mention) -> bool:
    """The "Israeli" of "the Israeli raid", told as an object: no word of whose government speaks of it."""
    act = mention.head.head
    return mention.head.dep in ("amod", "compound") and act.lemma in BLOWS and act.dep in ("dobj", "pobj")


def _is_private(mention: Mention) -> bool:
    """ "A 31-year-old Tunisian", "a flight to Tunis": nobody's affairs of state, and no scene."""
    if mention.id:
        return mention.seed.form == "capital" and mention.head.dep == "pobj" and mention.head.head.lower == "to"
    return mention.kind in ("person", "group") and mention.sector in PRIVATE


def _person(
    document: Document,
    mention: Mention,
    before: list[Mention],
    published: date | datetime | None,
    main: str,
    after: list[Mention],
) -> None:
    tokens = document.tokens
    noun = mention.seed.noun
    assert noun is not None
    office = office_of(tokens, mention.first, mention.seed.last)
    past = any(tokens[i].lower in PAST for i in range(mention.first, mention.seed.last))
    own = mention.definite or mention.country != "" or tokens[mention.first].dep == "poss"
    if not own or (mention.head.child("det") is not None and not mention.definite and not mention.country):
        return
    indefinite = any(
        child.lower in ("a", "an", "any", "some", "another", "no", "other") for child in mention.head.children
    )
    if indefinite or mention.head.dep == "compound":
        return
    if noun.word in ACCUSED and does_harm(mention.head):
        return  # "The suspect killed six"
    told = mention.head.sentence.tokens
    if noun.word in STRIKERS and any(one.lower in ("separate", "another", "second") for one in told):
        return  # "In a separate attack, the bomber …"
    for one in reversed(before):
        if _is_another(one, noun.word):
            break  # "Another bomber attacked Lima. The bomber …"
        if one.kind != "person" or (not one.id and one.seed.form == "noun" and not one.implied):
            continue
        if mention.country and one.country != mention.country:
            continue
        if _held(one, office, noun.word):
            adopt(mention, one, implied=True)
            return
    if (office and not past and noun.kind == "office") or office == "supreme leader":
        country = mention.country or _seat(mention, [*before[-4:], *after]) or main
        body = _body_id(before, mention, office)
        if (
            (mention.definite or mention.country)
            and not _is_regional(mention, tokens)
            and (country or body or office in ("pope", "pontiff"))
        ):
            entry = holder(office, "VAT" if office == "pope" else country, published, body)
            if entry is not None:
                take(mention, entry, implied=True)
                return
    if not mention.country and main and noun.kind == "office" and noun.word not in WORLDWIDE:
        mention.country = main


def _is_another(one: Mention, word: str) -> bool:
    """Somebody new of the same calling."""
    noun = one.seed.noun
    return (
        noun is not None
        and noun.word == word
        and one.seed.form == "noun"
        and not (one.definite or one.implied or one.id)
    )


def _is_regional(mention: Mention, tokens: list[Token]) -> bool:
    """ "the New South Wales premier": no office of the whole country."""
    words = [tokens[i].text for i in range(mention.first, mention.seed.first) if tokens[i].pos == "PROPN"]
    spots = lookup(" ".join(words)) if words else ()
    return bool(spots) and spots[0].kind == "region"


def _seat(mention: Mention, around: list[Mention]) -> str:
    """ "The President said at the White House": the country of the seat of power in the sentence."""
    for one in around:
        if one.seed.form == "seat" and one.head.sentence is mention.head.sentence:
            return one.country
    return ""


def _held(one: Mention, office: str, word: str) -> bool:
    """Whether the person was called that here, or holds that office by the table."""
    if one.title is not None and one.title.noun is not None:
        before, _, last = one.title.noun.word.rpartition(" ")
        if one.title.noun.word == word or (last == word and before not in LESSER and word != "general"):
            return True  # "the minister" is the defense minister; no attorney general is "the general"
    if one.entry is None:
        return False
    if word == "leader":
        return any(term.office in TOP for term in by_person().get(one.id, ()))
    if not office:
        return False
    return any(
        term.office == office or term.office.startswith(office + " of") for term in by_person().get(one.id, ())[-1:]
    )


def _body_id(before: list[Mention], mention: Mention, office: str) -> str:
    if office != "secretary-general":
        return ""
    for one in reversed(before):
        if one.id in ("un", "nato", "al"):
            return one.id
    return ""


def _body(tokens: list[Token], mention: Mention, before: list[Mention]) -> None:
    """ "the group", "the Islamist group" → the nearest armed group, "the company" → the nearest firm, "the alliance" → the
    nearest one."""
    noun = mention.seed.noun
    assert noun is not None
    word = noun.word
    said = [tokens[i].lower for i in range(mention.first, mention.seed.first) if tokens[i].dep != "det"]
    if word in ARMED and mention.country and len(said) == 1:
        said = []  # "the Somali group": one of that country
    if said and not (word in ARMED and CREEDS.issuperset(said)):
        return
    for one in reversed(before[-20:]):
        if (one.plural and one.seed.form == "noun") or _acts_on(one, mention):
            continue
        if one.kind == "organisation" and one.seed.form != "noun" and one.name.lower().endswith(f" {word}"):
            fits = True  # "the commission", after "the European Commission"
        elif word in LANDS:
            fits = one.kind == "state" and one.seed.form != "demonym"
        elif word in FIRMS:
            fits = one.kind == "company" or (one.sector == "BUS" and one.seed.form != "noun" and one.kind != "person")
        elif word in ("alliance", "bloc", "union"):
            fits = one.kind == "organisation" and one.country == "IGO" and one.seed.form != "noun"
        elif word in ARMED and mention.country and one.country not in ("", mention.country):
            fits = False
        elif word in ARMED:
            named = one.seed.form not in ("noun", "demonym")  # "three Americans held by the group": not they
            fits = one.kind in ("group", "organisation") and named and bool(one.name)
            fits = fits and one.sector not in (UNARMED | OFFICIAL if said or word in FIGHTING else OFFICIAL | {"MED"})
        elif word in GOVERNING:
            return  # "the government" is no ministry that was named
        elif noun.kind == "body" and noun.sector and word != "press":  # all of it, whatever paper was named
            fits = one.kind == "organisation" and one.sector == noun.sector and one.seed.form != "noun"
            fits = fits and not (word == "newspaper" and one.id in NO_PAPERS)
        else:
            return
        if fits:
            adopt(mention, one, implied=True)
            return


def _acts_on(one: Mention, mention: Mention) -> bool:
    """ "Hamas accused the group": the subject of a verb is not its object; "told Radio Oka that the group …": who is told of
    it is not it."""
    head, other = mention.head, one.head
    if other.dep in ("dobj", "dative") and other.head.lemma in ("tell", "inform"):
        return True
    return head.head is other.head and other.dep in ("nsubj", "nsubjpass") and head.dep in ("dobj", "dative")


def is_met_by(number: int, country: str, mentions: list[Mention]) -> bool:
    """Whether the country is what a subject, the mention of that number, acts on: "The government condemned France" and
    "The army fought with Chadian soldiers" tell of another country's. Nothing follows from its people ("The police
    clashed with Kenyan protesters"), and from its officers only where it is not spoken of else or troops meet troops."""
    subject = mentions[number]
    if subject.head.dep != "nsubj" or subject.seed.noun is None:
        return False
    near = mentions[max(0, number - WINDOW) : number + WINDOW]
    told = [one for one in near if one is not subject and one.country == country]
    met = [one for one in told if _is_aim(one.head, subject.head.head)]
    if any(one.kind == "state" or (one.sector == "MIL" and subject.seed.noun.word in TROOPS) for one in met):
        return True
    return bool(met) and len(met) == len(told) and all(one.sector in OFFICIAL for one in met)


def _is_aim(head: Token, verb: Token) -> bool:
    """ "condemned France", "fought with Chad", "signed a deal with France", "issued a statement accusing France"."""
    above = head.head
    if head.dep in ("dobj", "dative"):
        return _whose_act(above) is verb
    under = above.head.head if above.head.dep == "dobj" else above.head
    towards = above.lower in TOWARDS or (
        above.lower == "to" and (above.head.lemma in POSTS or above.head.lemma in ABROAD)
    )
    return head.dep == "pobj" and towards and _whose_act(under) is verb


def _whose_act(verb: Token) -> Token:
    """The verb whose subject does it: "threatened" of "threatened to attack", "issued" of "issued a statement accusing"."""
    if verb.child("nsubj", "nsubjpass") is not None:
        return verb
    if verb.dep in ("xcomp", "conj") and verb.head.pos == "VERB":
        return _whose_act(verb.head)
    if verb.dep == "acl" and verb.tag in ("VBG", "VB") and verb.head.dep == "dobj":
        return _whose_act(verb.head.head)
    return _whose_act(verb.head) if verb.dep == "advcl" and verb.tag == "VBG" and verb.head is not verb else verb


def is_elsewhere(mention: Mention) -> bool:
    """ "The government in Nairobi": whose it is, the place says."""
    return any(
        place.entity == "GPE"
        for child in mention.head.children
        if child.lower == "in" and child.i > mention.head.i
        for place in child.children
    )


def _of_country(mention: Mention, main: str) -> None:
    """ "the army" in a report on one country is that country's."""
    if not main:
        return
    entry = load_tables().entries.get(main)
    mention.country = main
    if entry is not None and entry.adjective and mention.name and not mention.name.startswith(entry.adjective):
        mention.name = f"{entry.adjective} {mention.name}"
