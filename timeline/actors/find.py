"""Everyone in an article who can act, with identity, country and sector."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from timeline.actors.mention import Mention
from timeline.actors.pairs import PAIRS
from timeline.actors.phrases import find_mentions
from timeline.actors.resolve import resolve
from timeline.actors.scene import fill_countries, name_by_country, names_a_vessel, only_where
from timeline.actors.seed import Seed
from timeline.actors.seeds import find_seeds
from timeline.actors.tables import load_tables
from timeline.language.document import Document, Token
from timeline.model import Actor, Span

MONEYED = frozenset("us u.s. aus au nz hk can usd".split())
WHOLE = frozenset(("state", "organisation", "group"))
SEVERAL = ("group", "organisation")  # "US and Iraqi forces"
DASHES = frozenset(("-", "--", "–", "—", ":"))
BESIDE = frozenset(("amod", "compound", "nmod", "det", "nummod", "predet"))


def find_actors(document: Document, published: date | datetime | None = None, own: str = "") -> list[Actor]:
    """Every mention of someone who can act, in order of appearance, none overlapping.

    `own` is the path of a user's actors.csv (see `timeline.actors.tables`).
    """
    seeds = find_seeds(document, own)
    tokens = document.tokens
    acting = [seed for seed in seeds if not (only_where(seed, tokens) or names_a_vessel(seed, tokens))]
    acting = [seed for seed in acting if not _sent_it(seed, tokens)]
    mentions = resolve(document, find_mentions(document, acting), published)
    fill_countries(seeds, mentions)
    name_by_country(seeds, mentions, load_tables(own).entries)
    mentions = [one for one in mentions if not (_is_byline(one, document) or _is_of_money(one, tokens))]
    return [to_actor(mention, document) for mention in mentions]


def to_actor(mention: Mention, document: Document) -> Actor:
    tokens = document.tokens
    span = Span(tokens[mention.first].start, tokens[mention.last].end)
    kind = "state" if mention.kind == "people" else mention.kind
    return Actor(span, mention.id, mention.name, mention.country, mention.sector, kind, mention.implied)


def companions(noun: Token, actors_at: Mapping[int, Actor]) -> list[Actor]:
    """The others that one noun stands for: of "Russian and Ukrainian officials" the Russian ones, of "both sides" the
    first side. The noun's own actor is not among them."""
    own = actors_at.get(noun.i)
    found: list[Actor] = []
    for of in noun.children:
        if of.lower == "of" and of.dep == "prep":
            found += _each_of(of, noun, actors_at)
    for child in noun.children:
        if child.i >= noun.i or child.dep not in BESIDE:
            continue
        for i in range(child.left, child.right + 1):
            actor = actors_at.get(i)
            if actor is None or actor == own or actor in found:
                continue
            if (
                (actor.implied and noun.lower in PAIRS)
                or (actor.kind in SEVERAL and actor.name.endswith(noun.text))
                or (i == child.i and own is not None and _is_first_of_two(child, actor, own, noun))
            ):
                found.append(actor)
    return found


def _is_first_of_two(child: Token, actor: Actor, own: Actor, noun: Token) -> bool:
    """The Taliban of "the Taliban and Islamic State insurgents", the Somalis of "Somali and AMISOM forces"."""
    named = child.entity in ("NORP", "ORG", "GPE") and child.dep in ("amod", "nmod") and actor.kind in WHOLE
    counted = (
        noun.child("nummod") is not None or child.child("nummod") is not None
    )  # "one Indian and two Chinese guards"
    joined = noun.tag == "NNS" and child.child("cc") is not None and not counted
    return named and joined and actor.span.end <= own.span.start


def _each_of(of: Token, noun: Token, actors_at: Mapping[int, Actor]) -> list[Actor]:
    """The later ones of "the leaders of India and Pakistan"."""
    found: list[Actor] = []
    listed = [one for pobj in of.children_by("pobj") for one in pobj.children_by("conj")]
    for one in listed:  # grows while it is read
        actor = actors_at.get(one.i)
        if actor is not None and noun.lemma in actor.name.lower().partition(" of ")[0]:
            found.append(actor)
            listed += one.children_by("conj")
    return found


def _is_of_money(mention: Mention, tokens: Sequence[Token]) -> bool:
    """The "US" of "US $50 million": whose money, and nobody."""
    after = mention.last + 1
    return after < len(tokens) and tokens[after].text == "$" and tokens[mention.last].text.lower() in MONEYED


def _sent_it(seed: Seed, tokens: list[Token]) -> bool:
    """The agency of "LIMA, Peru (AP) -- Rebels …", which sent the report and does nothing in it."""
    first, last = seed.first, seed.last
    if not first or last + 2 >= len(tokens) or tokens[first - 1].text != "(" or tokens[last + 1].text != ")":
        return False
    return tokens[last + 2].text in DASHES or tokens[last + 1] is tokens[last].sentence.tokens[-1]


def _is_byline(mention: Mention, document: Document) -> bool:
    """ "By MARI SATO, Associated Press": who wrote it, not who acts in it."""
    before = document.tokens[mention.first - 1] if mention.first else None
    if before is None or before.lower != "by" or before is not before.sentence.tokens[0]:
        return False
    return document.tokens[mention.last].text.isupper() or before.is_root
