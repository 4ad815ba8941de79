"""Every place an article names, with what it most likely is: the same name elsewhere is told apart by the countries
that the article speaks of, by the place beside it ("Tripoli, Lebanon") and by size."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from timeline.actors.namesakes import namesakes
from timeline.actors.tables import plain
from timeline.actors.titles import is_rank_of
from timeline.language.document import Document, Token
from timeline.model import Actor, Place, Span
from timeline.places.gazetteer import Spot, is_known, lookup
from timeline.places.main import lead_place, main_place
from timeline.places.soils import find_soils
from timeline.places.unlisted import find_unlisted
from timeline.record import record

__all__ = ["find_places", "lead_place", "main_place"]

LOCATIVE = frozenset(
    "in at near on outside around across throughout inside within over above off along toward towards into through "
    "between from to of against for by".split()
)
STRICT = frozenset("in at near outside around across throughout inside within off along from".split())
COMPASS = frozenset(
    "eastern western northern southern central northeastern northwestern southeastern southwestern east west north south "
    "upper lower greater downtown rural outer inner".split()
)
STORMED = frozenset(
    "target hit strike bomb bombard shell attack capture seize enter reach leave visit besiege liberate control retake "
    "storm pound raid rock shake recapture occupy flee evacuate surround encircle".split()
)
REGION_WORDS = frozenset(
    "province provinces oblast oblasts governorate governorates region regions state territory prefecture county "
    "department voivodeship krai countryside countrysides suburbs muhafazah".split()
)
DISTRICT_WORDS = frozenset(
    "district districts raion valley area subdistrict tehsil municipality canton commune".split()
)
CITY_WORDS = frozenset(
    "city town village villages towns neighborhood neighbourhood camp suburb port airport hamlet settlement".split()
)
INNER = frozenset(
    "- al el ez az as ad ar ash e i wa and of on the upon ' 's de del la las los le les du des di da das do dos am an der "
    "en sur".split()
)
PLACE_LABELS = frozenset(("GPE", "LOC", "FAC"))
NOT_PLACES = frozenset(
    "March May August Sunday Monday Tuesday Wednesday Thursday Friday Saturday Union Media Police Reading Nice Mobile "
    "Male Date Most Of Best Split Man Orange Hope Liberal Same Bar Young Rally President General Major Central Army "
    "Islam Parliament Congress Victory Liberty Progress Independence Enterprise Republic Commerce University College "
    "Home Moon Salt Price Bath Hull Deal Sale Bush Trump Clinton Obama Biden Lincoln Jackson Johnson Nelson Martin "
    "Marshall Mission Eagle Gospel Colon Grant Pope Baker Parker Cook Dallas's Along Ali Reform Freedom Justice "
    "Green White Black Grand Royal Star Coalition Security Forces National Democratic Popular Federal Christian Muslim "
    "Chin Bay Mon Lakes Unity Plateau Bari Van Bak Has Reg Kang Kot Hit Dara Arak Bala Chal Tani Kama Nari Nawa Tangi "
    "Jaji Azra Suri Airport Temple".split()
)
# Words for what is too small to be a namesake abroad, where the article speaks of no such country.
LOCAL = frozenset("municipality canton commune hamlet settlement neighborhood neighbourhood barrio village".split())
# Words before a name that say which part of the place is meant, or when; others make it another place ("Alei Sinai").
PARTS = (
    COMPASS
    | REGION_WORDS
    | DISTRICT_WORDS
    | CITY_WORDS
    | frozenset(
        "central mainland metropolitan metro old inner mid historic post pre ex former occupied besieged the republic kingdom".split()
    )
)
SAINTS = frozenset("san santa santo saint st. sao".split())
TREATIES = frozenset("convention conventions accord accords protocol protocols".split())
OPENING = 2  # tokens before a place that a dateline is filed from
LARGEST = 6  # words of the longest names that are looked for


@record
class Mention:
    """Tokens `[first, last]` that may name a place; `word` is "province", "city" … where one stands beside it;
    `weak` says that the parser takes it for a person, a body or nothing, so that only a well-known place can be meant."""

    first: int
    last: int
    text: str
    word: str
    label: str
    weak: bool = False


def find_places(document: Document, actors: Sequence[Actor] = ()) -> list[Place]:
    """Places in order of appearance, none overlapping.

    `actors` say which countries the article speaks of.
    """
    bearers: dict[int, list[list[str]]] = {}  # where a word begins → the words of the persons' names that hold it
    for one in actors:
        for token in document.tokens_in(one.span) if one.kind == "person" else ():
            bearers.setdefault(token.start, []).append(one.name.split())
    mentions = [one for one in _mentions(document) if not _is_of_a_name(one, bearers, document)]
    countries = _countries(actors, mentions)
    chosen: list[tuple[Mention, Spot]] = []
    regions: Counter[str] = Counter()
    for number, mention in enumerate(mentions):
        following = mentions[number + 1] if number + 1 < len(mentions) else None
        spot = _choose(mention, following, countries, regions, document.tokens)
        attribute = document.tokens[mention.last].dep in ("compound", "amod", "nmod")
        if spot is not None and not (spot.kind == "country" and attribute and not mention.word):
            stated = _stated_region(mention, following, spot, document.tokens)
            if stated and stated != spot.region:
                spot = replace(spot, region=stated)
            chosen.append((mention, spot))
            if spot.region:
                regions[spot.region] += 1
    found = [_place(mention, spot, document) for mention, spot in chosen]
    taken = {i for mention in mentions for i in range(mention.first, mention.last + 1)}
    unlisted = find_unlisted(document, taken, actors, found)
    soils = [one for one in find_soils(document, actors) if all(not one.span.overlaps(each.span) for each in found)]
    more = [*unlisted, *soils]
    return sorted([*found, *more], key=lambda place: place.span.start) if more else found


def _mentions(document: Document) -> list[Mention]:
    """Runs of capitalised words that the gazetteer knows, the longest first."""
    tokens = document.tokens
    labels = {i: entity.label for entity in document.entities for i in range(entity.first, entity.last + 1)}
    bounds = {i: entity for entity in document.entities for i in range(entity.first, entity.last + 1)}
    found: list[Mention] = []
    i, count = 0, len(tokens)
    while i < count:
        token = tokens[i]
        first = token.text[:1]
        if not (first.isupper() or (token.lower in ("al", "eastern", "southern", "western", "northern", "ar", "the"))):
            i += 1
            continue
        last = _longest_from(i, document)
        shorter = last > i and tokens[i].lower == "the" and _longest_from(i + 1, document) > last
        if last < 0 or shorter:  # "the Gulf" of "the Gulf of Aden"
            i += 1
            continue
        label = labels.get(last, "")
        entity = bounds.get(last)
        inside = entity is not None and (entity.first < i or entity.last > last)
        mention = Mention(i, last, _text(document, i, last), _word_beside(tokens, i, last), label)
        joined = bool(found) and found[-1].last == i - 2 and tokens[i - 1].lower in ("and", "or", ",", "&")
        strength = _may_be(mention, tokens, inside, joined)
        if strength:
            found.append(mention if strength > 1 else replace(mention, weak=True))
        i = last + 1
    return found


def _is_of_a_name(mention: Mention, bearers: Mapping[int, Sequence[list[str]]], document: Document) -> bool:
    """Whether the words are part of somebody's own name: the "Dalai" of "the Dalai Lama's envoy"."""
    names = bearers.get(document.tokens[mention.first].start, ())
    words = mention.text.split() if names else []
    return any(len(words) < len(name) and all(one in name for one in words) for name in names)


def _longest_from(i: int, document: Document) -> int:
    """The last token of the longest known name that begins at token i, or -1."""
    tokens = document.tokens
    last = min(i + 2 * LARGEST, len(tokens)) - 1
    end = i
    capitals = 0
    while end < last:
        following = tokens[end + 1]
        if following.text[:1].isupper() or following.lower in INNER:
            end += 1
            capitals += 1
        else:
            break
    for stop in range(end, i - 1, -1):
        if tokens[stop].lower in INNER and tokens[stop].lower != "al":
            continue
        text = _text(document, i, stop)
        shouted = text.isupper() and len(text) > 3
        if is_known(text) or (shouted and is_known(text.title()) and _is_no_acronym(i, stop, tokens)):
            return stop
    return -1


def _is_no_acronym(first: int, last: int, tokens: list[Token]) -> bool:
    """Whether capitals alone are how a place is written here: a dateline's, a shouted headline's, or what the parser takes
    for a place; not the "SWAT" of "SWAT officers"."""
    after = tokens[last + 1].text if last + 1 < len(tokens) else ""
    opening = first - tokens[first].sentence.tokens[0].i <= OPENING and not after.isalpha()
    beside = [tokens[i].text for i in (first - 1, last + 1) if 0 <= i < len(tokens)]
    shouted = any(len(one) > 1 and one.isalpha() and one.isupper() for one in beside)
    return opening or shouted or last > first or tokens[last].entity in PLACE_LABELS


def _text(document: Document, first: int, last: int) -> str:
    text = document.text[document.tokens[first].start : document.tokens[last].end]
    return plain(text)


def _word_beside(tokens: list[Token], first: int, last: int) -> str:
    """ "province" in "Khost province", "Khost and Kunar provinces" and "province of Khost"."""
    after = last + 1
    while after < len(tokens) and after <= last + 6:
        word = tokens[after].lower
        if word in REGION_WORDS or word in DISTRICT_WORDS or word in CITY_WORDS:
            return word
        if not (tokens[after].text[:1].isupper() or word in (",", "and", "or", "'s")):
            break
        if word not in (",", "and", "or") and after == last + 1 and tokens[after].text[:1].isupper():
            break
        after += 1
    if first >= 2 and tokens[first - 1].lower in ("of", "the"):
        for back in (2, 3):
            if first >= back:
                word = tokens[first - back].lower
                if word in REGION_WORDS or word in DISTRICT_WORDS or word in CITY_WORDS:
                    return word
    return ""


# Arabic articles, which stand before a hyphen as the first part of a name.
JOINED = frozenset("al el ar as ash ad an at az".split())


def _may_be(mention: Mention, tokens: list[Token], inside: bool, joined: bool) -> int:
    """Whether the words can name a place here, before it is known which: 2 surely, 1 if it is a well-known one, 0 no."""
    label = mention.label
    before = tokens[mention.first - 1].lower if mention.first else ""
    if (
        mention.last + 2 < len(tokens)
        and tokens[mention.last + 1].text == "-"
        and tokens[mention.last + 2].tag == "VBN"
    ):
        return 0  # "Quetta-based", "Moscow-backed"
    after = tokens[mention.last + 1 : mention.last + 2]
    if after and after[0].text == "-" and after[0].start == tokens[mention.last].end and mention.text.lower() in JOINED:
        return 0  # the article of "Al-Kadaris"
    if mention.first and is_rank_of(tokens[mention.first - 1], tokens[mention.first]):
        return 0  # "General Paris"
    if _is_part_of_name(mention, tokens):
        return 0
    if before == "the" and mention.first > 1:
        before = tokens[mention.first - 2].lower
    if mention.word and (label != "PERSON" or before == "of"):
        return 2  # "the besieged city of Tal Afar", whomever the parser sees
    if mention.last + 1 < len(tokens) and tokens[mention.last + 1].lower in TREATIES:
        return 0  # "the Geneva Conventions", "the Oslo accords"
    if mention.text in NOT_PLACES:
        return 2 if mention.word else 0
    if label in PLACE_LABELS:
        return 2
    if inside or (tokens[mention.last].pos != "PROPN" and label != "NORP"):
        return 0
    if before in STRICT or before in COMPASS:
        return 2
    token = tokens[mention.last]
    stormed = token.dep in ("dobj", "conj", "nsubjpass") and token.head.lemma in STORMED
    return 1 if before in LOCATIVE or joined or stormed or not label else 0


def _is_part_of_name(mention: Mention, tokens: list[Token]) -> bool:
    """The "San Salvador" of "Nueva San Salvador": another place."""
    before = tokens[mention.first - 1] if mention.first else None
    after = tokens[mention.last + 1] if mention.last + 1 < len(tokens) else None
    if after is not None and after.pos == "PROPN" and tokens[mention.last].head is after:
        return tokens[mention.first].lower in SAINTS  # the "San Antonio" of "San Antonio Bajo"
    return (
        before is not None
        and before.pos == "PROPN"
        and before.entity == "GPE"
        and before.dep == "compound"
        and before.head is tokens[mention.last]
        and before.text[:1].isupper()
        and not before.text.isupper()
        and before.lower not in PARTS
    )


def _countries(actors: Sequence[Actor], mentions: Sequence[Mention]) -> Counter[str]:
    """How often the article speaks of each country."""
    counted: Counter[str] = Counter()
    for actor in actors:
        if len(actor.country) == 3 and actor.id == actor.country:
            counted[actor.country] += 2
        elif actor.country:
            counted[actor.country] += 1
    for mention in mentions:
        spots = lookup(_known(mention))
        if not spots or mention.weak:
            continue
        alone = len({spot.country for spot in spots}) == 1
        if spots[0].kind == "country" or (alone and spots[0].thousands > 50):
            counted[spots[0].country] += 2
        elif alone and _is_distinctive(mention):
            counted[spots[0].country] += 1
    return counted


def _is_distinctive(mention: Mention) -> bool:
    """Whether the name is too long or compound to be an ordinary word."""
    return len(mention.text) > 6 or " " in mention.text or "-" in mention.text


def _known(mention: Mention) -> str:
    return mention.text if is_known(mention.text) else mention.text.title()


def _choose(
    mention: Mention, following: Mention | None, countries: Counter[str], regions: Counter[str], tokens: list[Token]
) -> Spot | None:
    """The spot that fits best, None when none fits well enough."""
    beside = _beside(mention, following, tokens)
    best, best_score = None, 0.0
    same = namesakes().get(mention.text)
    for spot in lookup(_known(mention)):
        if same is not None and spot.kind == "country" and countries[same.instead] > countries[same.id]:
            continue
        score = math.log10(spot.thousands + 1)
        seen = countries.get(spot.country, 0)
        score += min(3.0, 1.2 * math.log2(1 + seen))
        if beside:
            score += 4.0 * (spot.region in beside) + (2.5 if spot.country in beside else -3.0)
        score += _fits(mention.word, spot)
        if spot.region and regions.get(spot.region):
            score += 0.7
        if spot.thousands < 60 and not seen and not beside:
            score -= 2.5 if mention.label in PLACE_LABELS else 4.0
        if mention.weak and spot.thousands < 100 and seen < 2 and not _is_distinctive(mention):
            continue
        if spot.kind == "country":
            score += 1.0
        elif not seen and not beside and (mention.word in LOCAL or _names_a_thing(mention, tokens)):
            score -= 3.0  # "Chiapas canton" of another country, "the San Carlos clinic" of no Carlos on the map
        if score > best_score:
            best, best_score = spot, score
    return best


def _names_a_thing(mention: Mention, tokens: list[Token]) -> bool:
    """ "the San Carlos service station": what a thing is called, for a saint or somebody else."""
    head = tokens[mention.last]
    saint = tokens[mention.first].lower in SAINTS and mention.last > mention.first
    return saint and head.dep == "compound" and head.head.pos == "NOUN"


def _fits(word: str, spot: Spot) -> float:
    if not word:
        return 0.3 if spot.kind in ("city", "country") else 0.0
    if word in REGION_WORDS:
        return 3.0 if spot.kind == "region" else -0.5
    if word in DISTRICT_WORDS:
        return 2.0 if spot.kind == "district" else 0.5 if spot.kind == "city" else 0.0
    return 1.0 if spot.kind in ("city", "district") else 0.0


def _beside(mention: Mention, following: Mention | None, tokens: list[Token]) -> frozenset[str]:
    """Countries and regions of the place that follows: "Tripoli, Lebanon", "Sabari district, Khost province"."""
    if following is None or following.first - mention.last > 5:
        return frozenset()
    between = [token.lower for token in tokens[mention.last + 1 : following.first]]
    allowed = REGION_WORDS | DISTRICT_WORDS | CITY_WORDS | {",", "in", "of", "the", "(", "'s", "northern", "southern"}
    if not between or any(word not in allowed for word in between) or between == ["'s"]:
        return frozenset()
    spots = lookup(_known(following))
    return frozenset(spot.country for spot in spots[:1]) | frozenset(
        spot.region for spot in spots if spot.kind == "region" and (spot.region != mention.text)
    )


def _stated_region(mention: Mention, following: Mention | None, spot: Spot, tokens: list[Token]) -> str:
    """The province that the words themselves give: "Ghormach district, Faryab province"."""
    if following is None or following.word not in REGION_WORDS or spot.kind not in ("city", "district"):
        return ""
    beside = _beside(mention, following, tokens)
    for other in lookup(_known(following)):
        if other.kind == "region" and other.country == spot.country and other.region in beside:
            return other.region
    return ""


def _place(mention: Mention, spot: Spot, document: Document) -> Place:
    tokens = document.tokens
    span = Span(tokens[mention.first].start, tokens[mention.last].end)
    kind = {"district": "region", "area": "region"}.get(spot.kind, spot.kind)
    return Place(span, spot.name, spot.country, spot.latitude, spot.longitude, kind, spot.region)
