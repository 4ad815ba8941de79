"""Seeds → mentions: titles, nationalities, possessors and "of" phrases joined to the noun or name they describe."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.actors.offices import by_surname
from timeline.actors.seeds import Seed
from timeline.actors.tables import Entry, load_modifiers
from timeline.language.document import Document, Token
from timeline.places.gazetteer import lookup

BEFORE = frozenset("compound amod nmod poss nummod quantmod case advmod punct conj cc npadvmod nn".split())
RELATIONAL = frozenset(
    "ally partner enemy foe adversary counterpart neighbor neighbour rival opponent successor predecessor".split()
)
TITLED = frozenset(("office", "person"))
CLASHING = frozenset(("organisation", "company"))
WIDE = frozenset(("IGO", "NGO", "MNC", "IMG"))
SELF = frozenset(("government", "administration", "regime", "cabinet", "junta", "presidency"))
ROUNDLY = frozenset("least most than more about over nearly around some only up many".split())


@dataclass(slots=True, eq=False)
class Mention:
    """Tokens `[first, last]` that stand for someone, headed by `head`."""

    first: int
    last: int
    head: Token
    seed: Seed
    id: str = ""
    name: str = ""
    country: str = ""
    sector: str = ""
    kind: str = "unknown"
    title: Seed | None = None
    plural: bool = False
    sex: str = ""
    implied: bool = False
    definite: bool = False
    entry: Entry | None = None


def find_mentions(document: Document, seeds: list[Seed]) -> list[Mention]:
    """Mentions in order of appearance, none overlapping."""
    tokens = document.tokens
    built: list[Mention] = []  # from right to left
    states = {i for seed in seeds if seed.kind == "state" for i in range(seed.first, seed.last + 1)}
    k = len(seeds) - 1
    while k >= 0:
        seed = seeds[k]
        k -= 1
        if seed.kind == "place" or (seed.form == "name" and seed.kind == "state"):
            first = seed.first
        else:
            first = _reach_left(seed, tokens, states)
        inside: list[Seed] = []
        while k >= 0 and seeds[k].first >= first:
            inside.append(seeds[k])
            k -= 1
        if k >= 0 and seeds[k].last >= first:
            first = seeds[k].last + 1
        stop = next((n for n, one in enumerate(inside) if _stands_alone(one, tokens)), None)
        if stop is not None:
            first = inside[stop].last + 1
            while first < seed.first and tokens[first].dep in ("case", "cc", "punct"):
                first += 1
            k += len(inside) - stop
            inside = inside[:stop]
        last, complement = _reach_right(seed, tokens, built)
        if complement is not None:
            built.pop()
        follower = built[-1] if built else None
        if _is_title_of(seed, last, follower, tokens):
            assert follower is not None
            follower.first = first
            _describe(follower, [seed, *inside], complement, tokens, titled=True)
            continue
        parts = _split(seed, inside, tokens)
        for head_seed, left, modifiers in parts:
            mention = _mention(head_seed, seed, left if left is not None else first, last, tokens)
            _describe(mention, modifiers, complement, tokens)
            if _needs_more(mention, modifiers, complement):
                built += _alone(modifiers, tokens)
                continue
            built.append(mention)
    built.reverse()
    return built


def _stands_alone(seed: Seed, tokens: list[Token]) -> bool:
    """Whether a named person before a noun is someone else than the noun: not a possessor ("Trump's envoy") and not a
    name used as one ("the Assad regime")."""
    if seed.kind != "person" or seed.form == "noun":
        return False
    return seed.head.dep not in ("poss", "compound", "nmod") or (seed.last > seed.first and seed.head.dep != "poss")


def _reach_left(seed: Seed, tokens: list[Token], states: set[int]) -> int:
    """The first token of the premodifiers that hang, without a gap, on the seed."""
    first, lowest = seed.first, tokens[seed.head.i].sentence.tokens[0].i
    for i in range(seed.first - 1, max(lowest, seed.first - 12) - 1, -1):
        token = tokens[i]
        if token.pos in ("PRON", "DET", "VERB", "AUX", "ADP", "PART", "ADV") and token.dep not in ("case", "amod"):
            break
        if token.text in (",", ";", ":", "(", ")", '"') or token.lower in ROUNDLY or token.dep not in BEFORE:
            break
        if not _hangs_on(token, first, seed.last):
            break
        if token.dep == "cc" and not (i - 1 in states and i + 1 in states):
            break  # only "Russian and Ukrainian officials": "the army and local militias" are two
        first = i
    while first < seed.first and (tokens[first].dep in ("case", "cc", "punct") or tokens[first].pos == "PUNCT"):
        first += 1
    if seed.noun is not None and seed.noun.word in RELATIONAL:
        for i in range(seed.first - 1, first - 1, -1):
            if tokens[i].dep == "case":
                return i + 1
    return first


def _hangs_on(token: Token, first: int, last: int) -> bool:
    """Whether the token leads up into `[first, last]` through premodifiers alone."""
    for _ in range(5):
        if first <= token.head.i <= last:
            return True
        if token.head is token or token.dep not in BEFORE or token.head.i > last:
            return False
        token = token.head
    return False


def _reach_right(seed: Seed, tokens: list[Token], built: list[Mention]) -> tuple[int, Mention | None]:
    """The end of "… of X", and X, where the seed is a noun and X names someone."""
    after = seed.last + 1
    if seed.form != "noun" or not built or after >= len(tokens) or seed.noun is None:
        return seed.last, None
    preposition = tokens[after]
    if preposition.lower not in ("of", "for", "from") or seed.noun.word in RELATIONAL:
        return seed.last, None
    follower = built[-1]
    start = after + 1
    while start < len(tokens) and start < follower.first and tokens[start].pos == "DET":
        start += 1
    if follower.first != start or follower.head.sentence is not seed.head.sentence:
        return seed.last, None
    if follower.head.child("conj") is not None or (preposition.lower != "of" and follower.kind == "person"):
        return seed.last, None
    if preposition.lower == "from" and (follower.seed.form == "noun" or follower.kind == "person"):
        return seed.last, None
    return follower.last, follower


def _is_title_of(seed: Seed, last: int, follower: Mention | None, tokens: list[Token]) -> bool:
    """ "Foreign Minister" before "Sergei Lavrov"."""
    return (
        seed.noun is not None
        and follower is not None
        and follower.kind == "person"
        and _leads_to(last, follower, tokens)
        and follower.seed.form != "noun"
        and seed.noun.kind in TITLED | {"body", "group"}
        and seed.head.tag not in ("NNS", "NNPS")
        and seed.head.sentence is follower.head.sentence
        and (seed.noun.kind in TITLED or seed.head.head is follower.head)
    )


def _leads_to(last: int, follower: Mention, tokens: list[Token]) -> bool:
    """ "Minister Lavrov", "Secretary of State Antony Blinken", "Minister of Trade Winston Peters"."""
    if follower.first == last + 1:
        return True
    gap = tokens[last + 1 : follower.first]
    if len(gap) == 1 and gap[0].lower in ("of", "for"):  # "Minister for Communications Mitch Fifield"
        return follower.first < follower.seed.first and follower.title is None and not follower.country
    if not 2 <= len(gap) <= 6 or gap[0].lower not in ("of", "for"):
        return False
    return all(token.pos in ("NOUN", "PROPN", "CCONJ", "ADJ", "DET") for token in gap[1:]) and gap[-1].pos != "DET"


def _split(seed: Seed, inside: list[Seed], tokens: list[Token]) -> list[tuple[Seed, int | None, list[Seed]]]:
    """One part, or one a country in "Russian and Ukrainian officials", the last of them first."""
    states = [one for one in inside if one.kind == "state" and not one.turned]
    if len(states) < 2 or seed.noun is None:
        return [(seed, None, inside)]
    joined = [one for one in states if one.head.dep == "conj" or one.head.child("conj") is not None]
    if len(joined) < 2 or len({one.country for one in joined}) < 2:
        return [(seed, None, inside)]
    rest = [one for one in inside if one not in joined]
    parts: list[tuple[Seed, int | None, list[Seed]]] = [(seed, joined[0].first, [joined[0], *rest])]
    parts += [(one, one.first, [one, *rest]) for one in joined[1:]]
    return parts


def _mention(own: Seed, seed: Seed, first: int, last: int, tokens: list[Token]) -> Mention:
    """The bare mention; of "Russian and Ukrainian officials", `own` is the adjective and `seed` the noun."""
    if own is not seed:
        return Mention(own.first, own.last, own.head, seed, kind="group", plural=seed.head.tag in ("NNS", "NNPS"))
    head = seed.head
    mention = Mention(first, last, head, seed)
    mention.plural = head.tag in ("NNS", "NNPS") or (seed.noun is not None and seed.noun.word in ("police", "people"))
    mention.definite = any(child.lower in ("the", "this", "that", "these", "those", "both") for child in head.children)
    return mention


def _describe(
    mention: Mention, modifiers: list[Seed], complement: Mention | None, tokens: list[Token], titled: bool = False
) -> None:
    """Fill id, name, country, sector and kind from the seed and from what describes it."""
    seed = mention.seed
    if titled:
        title = modifiers[0]
        mention.title = mention.title or title
        modifiers = modifiers[1:]
    country, sector = _country(modifiers, complement, mention), _sector(modifiers, complement)
    noun = mention.title.noun if titled and mention.title is not None else seed.noun
    if seed.entry is not None and seed.kind in CLASHING and _is_elsewhere(seed.entry, country):
        seed.entry = None  # "the South Korean Democratic Party" is not the one of the tables
        seed.form, seed.country = "entity", country
    if seed.entry is not None:
        _describe_known(mention, seed, seed.entry)
        if mention.kind == "person" and not mention.country:
            mention.country = country
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
        mention.kind = "group" if mention.plural else "person"
    else:
        mention.kind = "organisation" if seed.noun.kind == "body" else "group"
    mention.name = _noun_name(mention, modifiers, complement, tokens)


def _is_elsewhere(entry: Entry, country: str) -> bool:
    """Whether a body of one country is said to be another's."""
    return entry.country not in WIDE and country not in WIDE and country not in ("", entry.country)


def _describe_known(mention: Mention, seed: Seed, entry: Entry) -> None:
    mention.entry = entry
    mention.id, mention.name, mention.country, mention.sector = entry.id, entry.name, entry.country, entry.sector
    mention.kind, mention.sex = entry.kind, entry.sex
    if seed.form == "seat":
        mention.sector = "GOV"
    if seed.form == "demonym" or entry.kind == "people":
        plural_noun = seed.head.tag in ("NNS", "NNPS") or (
            seed.head.pos in ("NOUN", "PROPN") and seed.head.dep not in ("compound", "amod", "nmod", "poss")
        )
        if plural_noun and mention.last == seed.last:
            mention.kind, mention.sector, mention.plural = "group", "CVL", True
            mention.id, mention.name = "", seed.head.text if entry.kind != "people" else entry.name


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
    return ""


def _town_country(mention: Mention, tokens: list[Token]) -> str:
    """The country of a city before the noun that the parser does not take for one: "Atlanta residents"."""
    if mention.seed.form != "noun":
        return ""
    for i in range(mention.first, mention.seed.first):
        if tokens[i].pos == "PROPN" and tokens[i + 1].text != "-":
            bearers = {entry.country for entry in by_surname().get(tokens[i].text, ())}
            if len(bearers) == 1 and mention.seed.noun is not None and mention.seed.noun.word in SELF:
                return min(bearers)
            spots = lookup(tokens[i].text)
            if spots and spots[0].thousands >= 100:
                return spots[0].country
    return ""


def _needs_more(mention: Mention, modifiers: list[Seed], complement: Mention | None) -> bool:
    noun = mention.seed.noun
    if noun is None or mention.seed.form != "noun" or noun.form != "needs":
        return False
    acts = mention.head.dep in ("nsubj", "nsubjpass") and mention.head.head.pos == "VERB"
    if mention.definite and acts and mention.head.child("prep") is None:
        return False  # "The union said"
    return not (modifiers or complement is not None or mention.country or mention.first < mention.seed.first)


def _alone(modifiers: list[Seed], tokens: list[Token]) -> list[Mention]:
    made = []
    for seed in modifiers:
        mention = _mention(seed, seed, seed.first, seed.last, tokens)
        _describe(mention, [], None, tokens)
        made.append(mention)
    return made


def _noun_name(mention: Mention, modifiers: list[Seed], complement: Mention | None, tokens: list[Token]) -> str:
    """ "Russian army" for "Russia's army"; numbers and articles are left out."""
    first = mention.first if mention.head is mention.seed.head else mention.seed.first
    words: list[str] = []
    states = [seed for seed in modifiers if seed.kind == "state" and seed.entry is not None and not seed.turned]
    skip = {i for seed in states for i in range(seed.first, seed.last + 1)}
    for i in range(first, mention.seed.last + 1):
        token = tokens[i]
        if i in skip:
            if states and i == states[-1].first:
                words.append(states[-1].entry.adjective or states[-1].entry.name)  # type: ignore[union-attr]
            continue
        if token.dep in ("case", "nummod", "det", "quantmod", "cc", "predet") or token.pos == "NUM":
            continue
        starts = token.pos == "NOUN" and token is token.sentence.tokens[0] and token.text.istitle()
        words.append(token.lower if starts else token.text)
    if mention.head is not mention.seed.head and states and states[0].entry is not None:
        words = [states[0].entry.adjective or states[0].entry.name, mention.seed.head.text]
    if complement is not None:
        words += ["of", complement.name]
    return " ".join(words).replace(" - ", "-")


def _text(first: int, last: int, tokens: list[Token]) -> str:
    words = [tokens[first].text]
    for i in range(first + 1, last + 1):
        words.append(("" if tokens[i].start == tokens[i - 1].end else " ") + tokens[i].text)
    return "".join(words)
