"""Seeds: the words that can stand at the heart of an actor's mention — names of the tables, entities of the parser,
agent nouns — in order, none overlapping."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from timeline.actors.missed import add_subjects, add_surnames, add_titled
from timeline.actors.names import Name, find_names
from timeline.actors.namesakes import is_anothers_name, not_meant
from timeline.actors.offices import surname
from timeline.actors.scene import HAPPENINGS, NAMESAKE
from timeline.actors.seed import Seed, head_of_span
from timeline.actors.sense import LANDMARKS, can_act, country_of_place, stands_for_noun
from timeline.actors.tables import Alias, find_noun, load_bodies, load_nouns, load_tables, sexes
from timeline.actors.titles import POLITE, TITLES, is_rank_of
from timeline.language.document import Document, Entity, Token
from timeline.model import Span
from timeline.places.gazetteer import lookup

# What a person's name before it may be the victim of: "the Kennedy assassination".
OF_PERSONS = frozenset(
    "killing murder assassination kidnapping abduction lynching poisoning beheading shooting stabbing".split()
)
SHORT, LONG = 3, 5  # letters of an acronym
LARGE = 100  # thousand people
AGED = "year-old"  # the row of nouns.csv for "a 23-year-old"
BEFORE_NOUNS = frozenset(("compound", "nmod", "amod"))
NAMING = frozenset(("ORG", "PERSON", "NORP", "GPE", "PRODUCT", "FAC", "LOC"))
SETTLEMENTS = frozenset("village town city village villages towns cities district province port suburb island".split())
WEAPONS = frozenset(
    "Patriot Patriots Javelin Javelins Stinger HIMARS ATACMS Shahed Iskander Kinzhal Tomahawk Tomahawks Leopard Abrams Buk "
    "Bayraktar Scud Kalashnikov Humvee Humvees Starlink THAAD Hellfire Reaper Predator Apache Excalibur Taurus Novichok "
    "Covid COVID-19 Ebola Omicron Medicaid Medicare Brexit".split()
)
MEDIA = frozenset("news newspaper radio television tv online magazine group agency media network service post".split())
# What is named for somebody, and is nobody.
THINGS = frozenset(
    "tower avenue square airport stadium prize award doctrine memorial monument library museum building".split()
)

# After a town and a comma, before the next mark: "MOSCOW, Idaho (AP)", "in Paris, Texas, said".
_REGION = re.compile(r"[A-Z][a-z]+(?: [A-Z][a-z]+)?(?=\s?[.;:()–—-]|,(?! (?:and )?[A-Z]))")


def find_seeds(document: Document, own: str = "") -> list[Seed]:
    """Seeds in order of appearance."""
    tokens = document.tokens
    whole = _whole(document.entities, tokens)
    entities = {i: one for one in whole if one.label in NAMING for i in range(one.first, one.last + 1)}
    seeds: dict[int, Seed] = {}
    taken: dict[int, Seed] = {}
    inner: dict[int, Seed] = {}
    for seed in _named(document, entities, find_names(document.text, own, document.heard)):
        entity = entities.get(seed.last)
        if entity is not None and _is_part(seed, entity, tokens):
            inner[entity.first] = seed
            continue
        if entity is not None and seed.kind == "person" and seed.form == "name":
            if _is_first_names(seed, entity, tokens):
                continue
            _take_second_surname(seed, entity, tokens)
        seeds[seed.first] = seed
        for i in range(seed.first, seed.last + 1):
            taken[i] = seed
    for entity in whole:
        found = _from_entity(entity, tokens, taken)
        if found is not None:
            within = inner.get(entity.first)
            surname = within is not None and entity.label == "PERSON" and within.last == entity.last
            if within is not None and within.kind in ("state", "people") and not within.turned and not surname:
                found.country = within.country
            seeds[found.first] = found
            for i in range(found.first, found.last + 1):
                taken[i] = found
        elif entity.first in inner and inner[entity.first].kind in ("state", "people") and entity.first not in taken:
            seed = inner[entity.first]
            seeds[seed.first] = seed
            taken.update(dict.fromkeys(range(seed.first, seed.last + 1), seed))
    add_titled(tokens, seeds, taken)
    add_surnames(document, seeds, taken)
    nouns, second = load_nouns(), _second_words()
    for token in tokens:
        named = token.pos in ("NOUN", "PROPN")
        if (named or token.pos == "ADJ" or token.tag == "VBN") and token.i not in taken:
            word = token.base
            noun = nouns.get(word)
            if not named:
                noun = nouns.get(token.lower)  # "the accused", "the wounded"
                if noun is None or not stands_for_noun(token, noun):
                    continue
            first = token.i
            if word in second and token.i:
                longer = nouns.get(f"{tokens[token.i - 1].lower} {word}")
                if longer is not None:
                    noun, first = longer, token.i - 1
            if noun is None and word == token.lower and word.endswith("s"):
                noun = nouns.get(word[:-1])  # "MPs", "officials" tagged as a name
            if token.lower in ("old", "olds") and _is_age(token, tokens):
                noun = nouns[AGED]
            if noun is None and token.pos == "NOUN":
                noun = find_noun(word)  # "schoolteacher"
            if noun is not None and can_act(token, noun, tokens):
                kin = [one.lower for one in tokens[token.i + 1 : token.i + 5]] == ["-", "in", "-", "law"]
                seeds[first] = Seed(first, token.i + 4 * kin, token, "noun", noun.kind, noun=noun)
    add_subjects(document, seeds, taken)
    return [seed for _, seed in sorted(seeds.items())]


def _whole(entities: Sequence[Entity], tokens: list[Token]) -> list[Entity]:
    """The parser's entities, a body cut off at "of" with the land that ends its name: "the High Court of | Costa Rica"."""
    found: list[Entity] = []
    for entity in entities:
        before = found[-1] if found else None
        if (
            before is not None
            and before.label == "ORG"
            and entity.label == "GPE"
            and before.last + 1 == entity.first
            and tokens[before.last].lower == "of"
        ):
            found[-1] = Entity(before.first, entity.last, "ORG")
        else:
            found.append(entity)
    return found


def _is_age(token: Token, tokens: list[Token]) -> bool:
    """The "old" of "a 23-year-old", where no noun follows."""
    aged = token.i > 3 and tokens[token.i - 2].lower in ("year", "years") and tokens[token.i - 1].text == "-"
    return aged and token.dep not in BEFORE_NOUNS


@lru_cache(maxsize=1)
def _second_words() -> frozenset[str]:
    """Last words of the nouns of two words: "coast guard", "service member"."""
    return frozenset(word.rpartition(" ")[2] for word in load_nouns() if word.count(" ") == 1)


def _named(document: Document, entities: dict[int, Entity], names: list[Name]) -> list[Seed]:
    tokens = document.tokens
    starts = {token.start: token.i for token in tokens}
    ends = {token.end: token.i for token in tokens}
    found: list[Seed] = []
    others = not_meant(document)
    for name in names:
        first, last = starts.get(name.start), ends.get(name.end)
        if first is None or last is None:
            inside = [token.i for token in document.tokens_in(Span(name.start, name.end))]
            if not inside:
                continue
            first, last = inside[0], inside[-1]
        if tokens[first].lower == "the" and first < last:
            first += 1
        alias = _allowed(name, tokens[first], tokens[last], entities)
        if alias is None:
            continue
        entry = alias.entry
        if entry.kind == "state" and alias.form in ("name", "capital") and _is_titled(tokens, first):
            continue
        if entry.kind == "person" and first == last and is_anothers_name(tokens[first], entry, entities.get(first)):
            continue
        if entry.id in others and alias.form == "name":
            continue
        if entry.kind == "state" and alias.text.isupper() and _is_anothers(alias.text, entry.name, document.text):
            continue
        other = _town_elsewhere(alias.text, entry.country, document.text) if alias.form == "capital" else ""
        if other:
            head = head_of_span(tokens, first, last)
            found.append(Seed(first, last, head, "entity", "place", label=NAMESAKE, country=other))
            continue
        if entry.sector in ("MED", "PTY") and _is_before_a_name(tokens[last]):
            continue
        if entry.kind == "state" and alias.form == "name" and _ends_a_region(tokens, first, last, entry.country):
            continue
        found.append(
            Seed(
                first,
                last,
                head_of_span(tokens, first, last),
                alias.form,
                entry.kind,
                entry,
                turned=name.turned,
                others=name.aliases,
                country=entry.country,
            )
        )
    return found


@lru_cache(maxsize=1 << 6)
def _is_anothers(letters: str, name: str, text: str) -> bool:
    """Whether letters stand for a body that the article names in full: the "PRC" of "the Popular Resistance Committees"."""
    if not SHORT <= len(letters) <= LONG or not letters.isalpha():
        return False
    whole = r"[a-z']+ (?:of |and |for |the )*".join(letters) + r"[a-z]+"
    found = re.search(rf"\bthe ({whole})|\b({whole})(?= \({letters}\))", text)
    called = (found[1] or found[2]) if found is not None else name
    return name not in called and called not in _alias_texts()


@lru_cache(maxsize=1)
def _alias_texts() -> frozenset[str]:
    return frozenset(one.text for one in load_tables().aliases)


@lru_cache(maxsize=1 << 6)
def _town_elsewhere(name: str, country: str, text: str) -> str:
    """The country of the town of that name that the article means: "MOSCOW, Idaho", "police in Paris, Texas"; not of a
    list ("Moscow, Crimea and Donetsk")."""
    for written in (name, name.upper()):
        at = text.find(f"{written}, ")
        beside = _REGION.match(text, at + len(written) + 2) if at >= 0 else None
        spots = lookup(beside.group()) if beside is not None else ()
        if spots and spots[0].kind == "region" and spots[0].country != country:
            return spots[0].country
    return ""


def _is_titled(tokens: list[Token], first: int) -> bool:
    """ "Mr Paris", "General China", and the "Dr" of "Dr Congo": a person, whatever land bears the name; "DR Congo" is one."""
    if tokens[first].lower in POLITE:
        return not tokens[first].text.isupper()
    before = tokens[first - 1] if first else None
    return before is not None and is_rank_of(before, tokens[first])


def _allowed(name: Name, first: Token, last: Token, entities: dict[int, Entity]) -> Alias | None:
    """The alias that the words can mean here: ordinary words and short acronyms must look like names."""
    entity = entities.get(last.i)
    for alias in name.aliases:
        if alias.careful and (entity is None or entity.label not in ("ORG", "PERSON", "PRODUCT", "NORP", "GPE")):
            continue
        if alias.text.islower() and first.pos == "VERB":
            continue
        if len(alias.text) < 4 and alias.text.isupper() and _is_shouted(first):
            continue
        return alias
    return None


def _is_before_a_name(last: Token) -> bool:
    """The "Guardian" of "the Guardian Council", the "Republican" of "the Republican Palace": no newspaper, no party. A
    person's office or name is none of these: "Republican Sen. Cole"."""
    name = last.head
    longer = last.dep == "compound" and name.i == last.i + 1 and name.pos == "PROPN" and name.lower not in MEDIA
    return longer and name.entity != "PERSON" and name.base not in load_nouns() and name.lower not in TITLES


def _ends_a_region(tokens: list[Token], first: int, last: int, country: str) -> bool:
    """Whether a state's name is the end of another land's region: "Wales" in "New South Wales"."""
    for start in range(first - 1, max(-1, first - 3), -1):
        if tokens[start].pos != "PROPN":
            return False
        spots = lookup(" ".join(token.text for token in tokens[start : last + 1]))
        if spots:
            return spots[0].country != country
    return False


def _is_shouted(token: Token) -> bool:
    """Whether the words round it are capitals too, so that "IS" or "WHO" may be any word."""
    words = [one for one in token.sentence.tokens if len(one.text) > 3 and one.text.isalpha()]
    return bool(words) and sum(one.text.isupper() for one in words) * 2 > len(words)


def _is_part(seed: Seed, entity: Entity, tokens: list[Token]) -> bool:
    """Whether the name is a part of a longer name: "Jordan" in "Jordan Peterson", "Canada" in "Bank of Canada"."""
    first, last = entity.first, entity.last
    while first < last and (tokens[first].lower in ("the", "a", "an") or tokens[first].lower in TITLES):
        first += 1
    while last > first and tokens[last].lower in ("'s", "'", "s"):
        last -= 1
    if seed.first <= first and seed.last >= last:
        return False
    if entity.label == "PERSON":
        if seed.kind != "person":
            return not (tokens[first].tag != "NNP" or seed.form == "demonym")
        nouns = load_nouns()
        return any(
            tokens[i].text[:1].isupper() and tokens[i].base not in nouns and tokens[i].lower not in TITLES
            for i in range(first, seed.first)
            if tokens[i].pos == "PROPN"
        )
    if entity.label != "ORG":
        return False
    if seed.kind in ("organisation", "group") and seed.first > first:
        return _is_longer_name(tokens, first, seed.first)
    if seed.kind not in ("state", "people"):
        return False
    return tokens[last].base not in load_nouns() and any(
        tokens[i].pos == "PROPN" for i in range(first, last + 1) if not seed.first <= i <= seed.last
    )


def _is_longer_name(tokens: list[Token], first: int, last: int) -> bool:
    """Whether the words before make another body of it: "National Security Council", but not "Lebanese Hezbollah"."""
    demonyms = _demonyms()
    return all(tokens[i].pos == "PROPN" and tokens[i].text not in demonyms for i in range(first, last))


@lru_cache(maxsize=1)
def _demonyms() -> frozenset[str]:
    return frozenset(alias.text for alias in load_tables().aliases if alias.entry.kind in ("state", "people"))


@lru_cache(maxsize=1)
def _lands() -> dict[str, str]:
    """Names of states → their codes."""
    known = [alias for alias in load_tables().aliases if alias.entry.kind == "state" and alias.form == "name"]
    return {alias.text: alias.entry.country for alias in known}


def _is_scene(head: Token, text: str) -> bool:
    """The "Goma" of "the Goma raid", whatever the parser takes it for: a large town before what happens there."""
    if head.dep not in ("compound", "nmod") or head.head.base not in HAPPENINGS - OF_PERSONS:
        return False
    spots = lookup(text) if text not in sexes() else ()
    return bool(spots) and spots[0].thousands >= LARGE


def _is_land_before_title(tokens: list[Token], first: int, last: int, label: str) -> bool:
    """The "Jordan" of "Jordan King Abdullah" and "Iraq PM Allawi", all of which the parser takes for one name."""
    if label != "PERSON" or last - first < 2 or tokens[first].text not in _lands():
        return False
    title = load_nouns().get(tokens[first + 1].lower)
    return title is not None and title.kind == "office"


def _is_first_names(seed: Seed, entity: Entity, tokens: list[Token]) -> bool:
    """The "Juan Carlos" of "Juan Carlos Ruiz", who is no king."""
    last = tokens[seed.last].text
    longer = entity.label == "PERSON" and entity.first == seed.first and entity.last == seed.last + 1
    if not longer or seed.entry is None or last not in sexes() or not _is_surname(tokens[entity.last]):
        return False
    return surname(seed.entry.name) != last


def _take_second_surname(seed: Seed, entity: Entity, tokens: list[Token]) -> None:
    """ "Raúl Castro Ruz" is Raúl Castro; the seed is changed in place."""
    more = tokens[seed.last + 1 : entity.last + 1]
    whole = entity.label == "PERSON" and entity.first == seed.first and seed.last > seed.first and len(more) == 1
    if whole and _is_surname(more[0]):
        seed.last = entity.last
        seed.head = head_of_span(tokens, seed.first, seed.last)


def _end_of_person(tokens: list[Token], first: int, last: int) -> int:
    """The last word of a person's name of which the parser sees only the first ones: the "Quintero" of "Valdemar Franklin
    Quintero", but not the "Tower" of "Karim Haddad Tower"."""
    known = tokens[first].text in sexes() or last > first
    end = last + 1
    if not known or end >= len(tokens) or tokens[last].dep != "compound" or tokens[last].end + 1 != tokens[end].start:
        return last
    while tokens[end].dep == "compound" and tokens[end].head.i == end + 1:
        end += 1
    if tokens[last].head is not tokens[end]:
        return last
    after = tokens[end + 1] if end + 1 < len(tokens) else None
    if tokens[end].dep in BEFORE_NOUNS or (after is not None and after.pos in ("NOUN", "PROPN")):
        return last
    return end if all(_is_surname(one) for one in tokens[last + 1 : end + 1]) else last


def _is_surname(token: Token) -> bool:
    """Whether a capitalised word after a first name can be a surname."""
    word = token.lower
    known = word in load_nouns() or word in load_bodies() or word in LANDMARKS or word in THINGS
    return token.tag == "NNP" and token.entity in ("", "PERSON") and token.text.istitle() and not known


def _from_entity(entity: Entity, tokens: list[Token], taken: dict[int, Seed]) -> Seed | None:
    """A seed for a person or body that stands in no table."""
    if entity.label not in ("PERSON", "ORG", "NORP", "GPE"):
        return None
    first, last = entity.first, entity.last
    while first < last and (tokens[first].lower in ("the", "a", "an") or tokens[first].lower in TITLES):
        if tokens[first + 1].text == "-":
            break  # "An-Nasr"
        first += 1
    while last > first and tokens[last].lower in ("'s", "'", "s", ","):
        last -= 1
    while first < last and tokens[last].lower in ("of", "for", "the"):
        last -= 1  # "the Central Office of | the Peruvian branch"
    if _is_land_before_title(tokens, first, last, entity.label):
        first += 1
    if entity.label == "PERSON":
        if tokens[last].lower in THINGS and last - first > 1:
            return None  # "the Karim Haddad Tower"
        last = _end_of_person(tokens, first, last)
    if any(i in taken for i in range(first, last + 1)) or tokens[last].lower in LANDMARKS:
        return None
    if first > 1 and tokens[first - 1].lower == "of" and tokens[first - 2].lower in SETTLEMENTS:
        return None
    nouns = load_nouns()
    if (
        entity.label in ("ORG", "PERSON", "NORP")
        and tokens[last].base in nouns
        and (entity.label != "PERSON" or first < last)
    ):
        return None  # "Foreign Ministry", "Prime Minister": the noun is the seed
    while first < last and entity.label == "PERSON" and (tokens[first].base in nouns or tokens[first].text == "-"):
        if tokens[first].text in sexes():
            break  # "Christian Porter"
        first += 1
    land = ""
    if entity.label == "PERSON" and last - first > 1 and first and tokens[first - 1].lower == "of":
        land = _lands().get(tokens[first].text, "")  # "President of Gabon Ali Bongo"
        first += bool(land)
    text = tokens[last].text
    if not text[:1].isupper() and not (first < last and tokens[first].text[:1].isupper()):
        return None
    head = head_of_span(tokens, first, last)
    if (entity.label == "NORP" and head.pos == "ADJ") or text in WEAPONS:
        return None
    if (
        entity.label == "NORP"
        and last + 1 < len(tokens)
        and tokens[last + 1].lower in ("region", "province", "state", "district")
    ):
        return None
    if first == last and _is_scene(head, text):
        return Seed(
            first, last, head, "entity", "place", label="GPE", country=country_of_place("place", first, last, tokens)
        )
    if entity.label == "PERSON" and first == last and head.dep == "conj" and head.head.entity == "GPE" and lookup(text):
        return Seed(
            first, last, head, "entity", "place", label="GPE", country=country_of_place("place", first, last, tokens)
        )
    kind = {"PERSON": "person", "ORG": "organisation", "NORP": "group", "GPE": "place"}[entity.label]
    country = land or country_of_place(kind, first, last, tokens)
    return Seed(first, last, head, "entity", kind, label=entity.label, country=country)
