"""Seeds → mentions: titles, nationalities, possessors and "of" phrases joined to the noun or name they describe."""

from __future__ import annotations

from timeline.actors.describe import describe
from timeline.actors.mention import RELATIONAL, TITLED, Mention
from timeline.actors.seed import Seed
from timeline.language.document import Document, Token

BEFORE = frozenset("compound amod nmod poss nummod quantmod case advmod punct conj cc npadvmod nn".split())
MOVING = frozenset(
    "withdraw withdrawal pull pullout recall remove removal evacuate evacuation expel expulsion return deport deportation "
    "retreat departure bring rescue exit oust".split()
)
# Offices of which a state has one.
SOLE = frozenset(("president", "prime minister", "premier", "chancellor", "king", "queen", "monarch", "minister"))
ROUNDLY = frozenset("least most than more about over nearly around some only up many".split())


def find_mentions(document: Document, seeds: list[Seed]) -> list[Mention]:
    """Mentions in order of appearance, none overlapping."""
    tokens = document.tokens
    built: list[Mention] = []  # from right to left
    states = {i for seed in seeds if seed.kind == "state" for i in range(seed.first, seed.last + 1)}
    lands = states | {seed.last for seed in seeds if seed.kind in ("place", "people")}
    k = len(seeds) - 1
    while k >= 0:
        seed = seeds[k]
        k -= 1
        if seed.kind == "place" or (seed.form == "name" and seed.kind == "state"):
            first = seed.first
        else:
            first = _reach_left(seed, tokens, states, lands)
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
        if first > seed.last:
            continue  # taken for the surname of the name before it
        last, complement = _reach_right(seed, tokens, built)
        listed = _listed_after(seed, tokens, built) if complement is None else []
        if listed:
            last, complement = listed[0].last, listed[0]
        if complement is not None and _holds_the_office(seed, complement, tokens):
            complement.first = first
            describe(complement, [seed, *inside], None, tokens, titled=True)
            continue
        if complement is not None:
            built.pop()
        follower = built[-1] if built else None
        if _is_title_of(seed, last, follower, tokens):
            assert follower is not None
            follower.first = first
            describe(follower, [seed, *inside], complement, tokens, titled=True)
            continue
        parts = _split(seed, inside, tokens)
        for head_seed, left, modifiers in parts:
            mention = _mention(head_seed, seed, left if left is not None else first, last, tokens)
            describe(mention, modifiers, complement, tokens)
            _share_noun(mention, listed)
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


def _reach_left(seed: Seed, tokens: list[Token], states: set[int], lands: set[int]) -> int:
    """The first token of the premodifiers that hang, without a gap, on the seed."""
    first, lowest = seed.first, tokens[seed.head.i].sentence.tokens[0].i
    shared = _shared_lands(seed, tokens, states)
    for i in range(seed.first - 1, max(lowest, seed.first - 12) - 1, -1):
        token = tokens[i]
        if i in shared:
            first = i
            continue
        if token.pos in ("PRON", "DET", "VERB", "AUX", "ADP", "PART", "ADV") and token.dep not in ("case", "amod"):
            break
        if token.text in (",", ";", ":", "(", ")", '"') or _is_roundly(token) or token.dep not in BEFORE:
            break
        if token.entity in ("DATE", "TIME") and token.tag == "NNP":
            break  # "On 1 November rebels attacked"
        if not _hangs_on(token, first, seed.last) and not _is_land_of(token, seed, lands):
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


def _is_roundly(token: Token) -> bool:
    """ "at least", "up to", but not the "UP" that is a party."""
    return token.lower in ROUNDLY and not token.text.isupper()


def _shared_lands(seed: Seed, tokens: list[Token], states: set[int]) -> frozenset[int]:
    """The first two words of "Honduran and Salvadoran armies", where the parser takes three nouns for a list."""
    first = seed.first - 3
    if first < 0 or seed.noun is None or seed.head.tag not in ("NNS", "NNPS") or tokens[first + 1].lower != "and":
        return frozenset()
    one, other = tokens[first], tokens[first + 2]
    lands = all(word.i in states and word.entity == "NORP" and word.tag in ("JJ", "NNP") for word in (one, other))
    return (
        frozenset((first, first + 1, first + 2))
        if lands and other.head is one and seed.head.head is one
        else frozenset()
    )


def _is_land_of(token: Token, seed: Seed, lands: set[int]) -> bool:
    """The "Syrian" of "a Syrian government attack", which the parser hangs on the attack."""
    near = token.i == seed.first - 1 and token.i in lands and token.head is seed.head.head
    before = seed.head.dep in ("compound", "amod") and token.dep in ("amod", "compound", "nmod")
    return near and before and seed.noun is not None


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
    if preposition.lower == "for" and preposition.head.pos == "VERB" and preposition.head.i < seed.first:
        return seed.last, None  # "mistook the patrol for rebels"
    follower = built[-1]
    start = after + 1
    while start < len(tokens) and start < follower.first and tokens[start].pos == "DET":
        start += 1
    if follower.first != start or follower.head.sentence is not seed.head.sentence:
        return seed.last, None
    if seed.noun.kind == "office" and _is_after_land(follower, tokens):
        return seed.last, None
    if follower.head.child("conj") is not None or (preposition.lower != "of" and follower.kind == "person"):
        return seed.last, None
    if preposition.lower == "from" and (
        follower.seed.form == "noun" or follower.kind == "person" or _is_moved(seed.head)
    ):
        return seed.last, None
    return follower.last, follower


def _listed_after(seed: Seed, tokens: list[Token], built: list[Mention]) -> list[Mention]:
    """The states of "the leaders of India and Pakistan", of which each has its own."""
    after = seed.last + 1
    if seed.form != "noun" or seed.head.tag not in ("NNS", "NNPS") or not built or after + 1 >= len(tokens):
        return []
    of, first = tokens[after], built[-1]
    if of.lower != "of" or first.head.dep != "pobj" or first.head.head is not of or first.kind != "state":
        return []
    listed = [first]
    for mention in reversed(built[:-1]):
        if mention.head.dep != "conj" or mention.head.head is not listed[-1].head or mention.kind != "state":
            break
        listed.append(mention)
    told_of = any(one.head.child("relcl") is not None for one in listed)  # "… and Chad, which France recognized"
    return listed if len(listed) > 1 and first.seed.form == "name" and not told_of else []


def _share_noun(mention: Mention, listed: list[Mention]) -> None:
    """Make the later states of the list parties of their own: "leaders of Pakistan", "president of Niger" where each has
    one; mentions are changed in place."""
    noun = mention.seed.noun
    if not listed or noun is None:
        return
    words = mention.name.partition(" of ")[0]
    if noun.kind == "body" or noun.word in SOLE:
        words = f"{words.rpartition(' ')[0]} {mention.seed.head.lemma}".strip()
    mention.name = f"{words} of {listed[0].name}"
    for state in listed[1:]:
        state.name = f"{words} of {state.name}"
        state.id, state.kind, state.sector, state.plural, state.entry = "", "group", mention.sector, True, None


def _is_after_land(follower: Mention, tokens: list[Token]) -> bool:
    """ "President of Gabon Ali Bongo": the name stands after the land, not of it."""
    if follower.kind != "person" or follower.seed.form != "entity" or follower.title is not None:
        return False
    inner = tokens[follower.first : follower.seed.first]
    return bool(inner) and all(one.pos == "PROPN" and one.entity in ("GPE", "PERSON", "ORG") for one in inner)


def _is_moved(noun: Token) -> bool:
    """Whether "from" says where somebody is moved from, not whence he is: "the withdrawal of soldiers from Mali"."""
    above = noun.head.head if noun.dep == "pobj" and noun.head.lower == "of" else noun.head
    return above.base in MOVING and (noun.dep in ("pobj", "dobj", "nsubjpass"))


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


def _holds_the_office(seed: Seed, named: Mention, tokens: list[Token]) -> bool:
    """ "Chief of the [General Staff Ana Torres]": the words before the name are of the office, the name is its holder's."""
    before = tokens[named.first : named.seed.first]
    office = seed.noun is not None and seed.noun.kind in TITLED and seed.head.pos == "PROPN"
    body = any(one.pos == "PROPN" and one.entity != "PERSON" for one in before)
    return office and body and named.kind == "person" and named.title is None and named.seed.form != "noun"


def _leads_to(last: int, follower: Mention, tokens: list[Token]) -> bool:
    """ "Minister Lavrov", "Secretary of State Antony Blinken", "Minister of Trade Winston Peters"."""
    if follower.first == last + 1:
        return True
    gap = tokens[last + 1 : follower.first]
    if len(gap) == 1 and gap[0].lower in ("of", "for", "to"):  # "Minister for Communications Mitch Fifield"
        if _is_after_land(follower, tokens):
            return True
        return follower.first < follower.seed.first and follower.title is None and not follower.country
    if not 2 <= len(gap) <= 6 or gap[0].lower not in ("of", "for", "to"):
        return False
    if gap[0].lower == "to":  # "ambassador to China Ana Torres", whom the parser hangs on "to"
        return follower.head.dep == "pobj" and follower.head.head is gap[0]
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
        describe(mention, [], None, tokens)
        made.append(mention)
    return made
