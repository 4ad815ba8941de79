"""Who a mention is: id, name, country, sector and kind, from its seed and from the words that describe it."""

from __future__ import annotations

from timeline.actors.mention import RELATIONAL, TITLED, WIDE, Mention
from timeline.actors.namesakes import namesake_country
from timeline.actors.offices import by_surname
from timeline.actors.seed import Seed
from timeline.actors.sense import ARMED, BLOWS
from timeline.actors.tables import Entry, load_bodies, load_modifiers
from timeline.language.document import Token
from timeline.language.inflect import many
from timeline.places.gazetteer import lookup

CLASHING = frozenset(("organisation", "company"))
SAME = frozenset(("group", "movement", "organization", "organisation", "militia"))
# What a land has a governor of: "the governor of Chad's Lac region".
PARTS_OF_LANDS = frozenset("region province state district county capital oblast prefecture territory".split())
ONE = frozenset(("a", "an", "another", "one"))
SELF = frozenset(("government", "administration", "regime", "cabinet", "junta", "presidency"))


def describe(
    mention: Mention, modifiers: list[Seed], complement: Mention | None, tokens: list[Token], titled: bool = False
) -> None:
    """Fill id, name, country, sector and kind from the seed and from what describes it."""
    seed = mention.seed
    if titled:
        title = modifiers[0]
        mention.title = mention.title or title
        modifiers = modifiers[1:]
    elif seed.kind == "person" and seed.form != "noun" and modifiers and _is_title(modifiers[0], seed):
        mention.title = mention.title or modifiers[0]
    country, sector = _country(modifiers, complement, mention), _sector(modifiers, complement)
    noun = mention.title.noun if titled and mention.title is not None else seed.noun
    if seed.entry is not None and seed.kind in CLASHING and _is_elsewhere(seed.entry, country):
        seed.entry = None  # "the South Korean Democratic Party" is not the one of the tables
        seed.form, seed.country = "entity", country
    if seed.entry is not None:
        _describe_known(mention, seed, seed.entry, tokens)
        if mention.kind == "person" and not mention.country:
            mention.country = country
        return
    if noun is not None and noun.word in SAME and not mention.plural and modifiers:
        nearest = modifiers[0]  # "the Taliban militant group" is the Taliban
        if nearest.entry is not None and nearest.kind == "group" and not nearest.turned and complement is None:
            _describe_known(mention, nearest, nearest.entry, tokens)
            return
    if noun is not None:
        generic = noun.sector == ""
        word_sector = _word_sector(mention, tokens)
        sector = (sector or word_sector or noun.default) if generic else noun.sector
        if noun.kind == "body" and noun.sector == "GOV" and word_sector in ("MIL", "SPY", "COP", "MED", "NGO"):
            sector = word_sector if noun.word in ("agency", "directorate", "department", "bureau") else sector
    mention.country = mention.country or country or seed.country or _town_country(mention, tokens)
    mention.sector = mention.sector or sector or _entity_sector(seed, tokens)
    if seed.form == "entity":
        mention.kind = seed.kind
        mention.name = _text(seed.first, seed.last, tokens)
        return
    assert seed.noun is not None
    if seed.noun.kind in TITLED:
        mention.kind = "group" if mention.plural or _stands_for_many(mention) else "person"
    else:
        mention.kind = "organisation" if seed.noun.kind == "body" else "group"
    mention.name = _noun_name(mention, modifiers, complement, tokens)


# Entities that keep their capital: "Israeli Air Force jets".
NAMED = frozenset(("NORP", "ORG", "GPE", "PERSON", "LOC", "FAC"))


def _is_title(before: Seed, seed: Seed) -> bool:
    """The "President" of "Salvadoran President José Duarte"."""
    return before.noun is not None and before.noun.kind in TITLED and before.last == seed.first - 1


def _is_elsewhere(entry: Entry, country: str) -> bool:
    """Whether a body of one country is said to be another's."""
    return entry.country not in WIDE and country not in WIDE and country not in ("", entry.country)


def _describe_known(mention: Mention, seed: Seed, entry: Entry, tokens: list[Token]) -> None:
    mention.entry = entry
    mention.id, mention.name, mention.country, mention.sector = entry.id, entry.name, entry.country, entry.sector
    mention.kind, mention.sex = entry.kind, entry.sex
    if seed.form == "seat":
        mention.sector = "GOV"
    if seed.form == "demonym" or entry.kind == "people":
        plural_noun = seed.head.tag in ("NNS", "NNPS") or (
            seed.head.pos in ("NOUN", "PROPN") and seed.head.dep not in ("compound", "amod", "nmod", "poss")
        )
        if plural_noun and mention.last == seed.last and entry.kind != "people" and _is_one(seed.head):
            mention.kind, mention.sector, mention.plural = "person", "CVL", False  # "another Palestinian": he
            mention.id, mention.name = "", _text(seed.first, seed.last, tokens)
        elif plural_noun and mention.last == seed.last:
            mention.kind, mention.sector, mention.plural = "group", "CVL", True
            name = _text(seed.first, seed.last, tokens) if entry.kind != "people" else entry.name
            mention.id, mention.name = "", name


def _is_one(head: Token) -> bool:
    """Whether an article or a number says that it is a single person."""
    return head.tag in ("NN", "NNP") and any(child.lower in ONE for child in head.children if child.i < head.i)


def _country(modifiers: list[Seed], complement: Mention | None, mention: Mention) -> str:
    """The country that the nearest modifier or the "of" phrase gives."""
    noun = mention.seed.noun
    for seed in modifiers:
        if seed.turned or not (seed.country or seed.entry):
            continue
        if noun is not None and noun.word in RELATIONAL and seed.form != "demonym":
            continue
        return seed.country or (seed.entry.country if seed.entry else "")
    return complement.country if complement is not None else ""


def _sector(modifiers: list[Seed], complement: Mention | None) -> str:
    """The sector that an agent among the modifiers gives: "rebel leader", "Taliban commander", "police officer"."""
    for seed in modifiers:
        if seed.noun is not None and seed.noun.word != "deputy" and (seed.noun.sector or seed.noun.default):
            return seed.noun.sector or seed.noun.default
        if seed.entry is not None and seed.entry.sector and not seed.turned:
            return seed.entry.sector
        if seed.form == "seat":
            return "GOV"
    return complement.sector if complement is not None else ""


def _word_sector(mention: Mention, tokens: list[Token]) -> str:
    table = load_modifiers()
    for i in range(mention.seed.first - 1, mention.first - 1, -1):
        found = table.get(tokens[i].lower)
        if found:
            return found
    return ""


def _entity_sector(seed: Seed, tokens: list[Token]) -> str:
    """The sector that the words of a name tell: "Lisbon University", "Acme Holdings"; the last such word counts."""
    if seed.kind not in ("organisation", "unknown"):
        return ""
    table = load_bodies()
    for i in range(seed.last, seed.first - 1, -1):
        found = table.get(tokens[i].lower)
        if found:
            return found
    return ""


def _town_country(mention: Mention, tokens: list[Token]) -> str:
    """The country of a city before the noun that the parser does not take for one: "Atlanta residents"."""
    if mention.seed.form != "noun":
        return ""
    run = " ".join(token.text for token in tokens[mention.first : mention.seed.first] if token.pos == "PROPN")
    if " " in run and (whole := lookup(run)):
        return whole[0].country  # "New South Wales" before "Wales"
    for i in range(mention.first, mention.seed.first):
        if other := namesake_country(tokens[i].text):
            return other
        if tokens[i].pos == "PROPN" and tokens[i + 1].text != "-":
            bearers = {entry.country for entry in by_surname().get(tokens[i].text, ())}
            if len(bearers) == 1 and mention.seed.noun is not None and mention.seed.noun.word in SELF:
                return min(bearers)
            spots = lookup(tokens[i].text)
            if spots and spots[0].thousands >= 100:
                return spots[0].country
    return ""


def _noun_name(mention: Mention, modifiers: list[Seed], complement: Mention | None, tokens: list[Token]) -> str:
    """ "Russian army" for "Russia's army"; numbers and articles are left out."""
    first = mention.first if mention.head is mention.seed.head else mention.seed.first
    words: list[str] = []
    states = [seed for seed in modifiers if seed.kind == "state" and seed.entry is not None and not seed.turned]
    if len(states) > 1 and any(one.dep == "cc" for one in tokens[first : mention.seed.last]):
        return _text(first, mention.seed.last, tokens)  # "Afghan and US-led troops"
    skip = {i for seed in states for i in range(seed.first, seed.last + 1)}
    for i in range(first, mention.seed.last + 1):
        token = tokens[i]
        if i in skip:
            if any(_opens_name(one, i, tokens) for one in states):
                words.append(token.text)
            elif states and i == states[-1].first:
                words.append(states[-1].entry.adjective or states[-1].entry.name)  # type: ignore[union-attr]
            continue
        own = token.head.entity == "PERSON" or (token.head.pos == "NOUN" and token.head.dep == "poss")
        if token.dep == "case" and own and words and token.head.i not in skip:
            words[-1] += token.text  # "Hale's husband", "the farmers' leader"
        if token.dep in ("case", "det", "quantmod", "cc", "predet") and i < mention.seed.last:
            continue
        if i < mention.seed.last and (token.dep == "nummod" or token.pos == "NUM") and not _measures(token, tokens):
            continue
        starts = token.pos in ("NOUN", "ADJ", "VERB") and token is token.sentence.tokens[0] and token.text.istitle()
        starts = starts and token.entity not in NAMED
        words.append(token.lower if starts else token.text)
    if mention.head is not mention.seed.head and states and states[0].entry is not None:
        words = [states[0].entry.adjective or states[0].entry.name, mention.seed.head.text]
    if words and _stands_for_many(mention):
        words[-1] = many(words[-1])
    if complement is not None:
        inner, whole = complement.head, complement.head.head
        part = inner.dep == "poss" and whole.lower in PARTS_OF_LANDS
        part = part or (inner.dep == "amod" and whole.head.lower == "of" and complement.seed.form == "demonym")
        words += ["of", _text(complement.first, whole.i, tokens) if part else complement.name]  # "of a Chadian outfit"
    while words and words[0] in ("-", "–"):
        words.pop(0)  # of "Twenty-eight soldiers" and "Polish-Belarusian guards"
    return " ".join(words).replace(" - ", "-")


def _stands_for_many(mention: Mention) -> bool:
    """ "a rebel offensive": that of rebels."""
    noun, head = mention.seed.noun, mention.seed.head
    attribute = head.dep in ("compound", "amod") and head.tag in ("NN", "JJ") and head is mention.head
    return (
        attribute and noun is not None and noun.kind == "person" and noun.sector in ARMED and head.head.lemma in BLOWS
    )


def _opens_name(capital: Seed, i: int, tokens: list[Token]) -> bool:
    """Whether a capital is a word of a longer name: "Seoul Central District Court"."""
    after = tokens[capital.last + 1]
    return capital.form == "capital" and capital.first <= i <= capital.last and after.pos == "PROPN"


def _measures(number: Token, tokens: list[Token]) -> bool:
    """ "22-year-old man", "six-member team": part of a word, not a count."""
    after = tokens[number.i + 1 : number.i + 3]
    return len(after) == 2 and after[0].text == "-" and after[1].pos != "NUM"


def _text(first: int, last: int, tokens: list[Token]) -> str:
    words = [tokens[first].text]
    for i in range(first + 1, last + 1):
        words.append(("" if tokens[i].start == tokens[i - 1].end else " ") + tokens[i].text)
    return "".join(words)
