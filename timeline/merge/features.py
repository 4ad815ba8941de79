"""What of a row counts when it is held against another, worked out once."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from timeline.actors.tables import HERE as ACTORS
from timeline.events.coreference.agreement import RECIPROCAL, Party, Sides
from timeline.events.coreference.concepts import Concept, find_concept, stem
from timeline.merge.blocks import anchor_day, concept_of, day_of
from timeline.table import Row

# From what makes the best row of several to what makes the worst.
REALITY = "happened ongoing alleged planned forecast denied offered threatened demanded conditional".split()
FINENESS = "second minute hour part_of_day day weekend week month".split()
BASES = ("explicit", "relative", "inherited", "publication", "none")
AREA = "(?:countryside|province|region|governorate|oblast|district|outskirts|suburbs|rural|area|areas|county|state)"
_WORD = re.compile(r"[^\W_]+(?:[.,][0-9]+)?")
_WIDE = re.compile(
    r"\b(?:sea|ocean|strip|bank|region|province|governorate|oblast|district|state|county|gulf|peninsula)\b"
)
# Words that say nothing of which event it is.
EMPTY = frozenset(
    "a an the this that these those and or but nor so if of in on at by for from with to into over under after before "
    "during against about between through near as than then there here it its he his she her they their them we our "
    "us you i is are was were be been being has have had do does did will would can could may might must should shall "
    "not no which who whom whose what when where while also more most other another some any all both each new said "
    "say tell told according report statement official officials people monday tuesday wednesday thursday friday "
    "saturday sunday january february march april may june july august september october november december today "
    "yesterday tomorrow week month year day earlier later early late least one two first last mr mrs ms s t".split()
)
Bound = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Features:
    """`rank` puts the best row first and is the same in whatever order rows arrive. `day` is the day the row is known
    by, `sure` whether the text itself gives it to the day. `site` is where the row says that it was, `place` the same if its sentence
    names it: one taken over from elsewhere in the article can keep rows apart, not bring them together. Actors are ids,
    or names in lower case; `sizes` are the
    bounds of each kind of quantity; `words` are the stems of the sentence, `title` those of the title that no other
    column holds; `known_actors` and `known_recipients` are ids of the tables and countries, `sides` the
    parties of those who meet or agree, one by one."""

    row: Row
    rank: tuple[object, ...]
    articles: frozenset[str]
    concept: Concept
    day: date
    last: date | None
    sure: bool
    monthly: bool
    actors: frozenset[str]
    actor_countries: frozenset[str]
    recipients: frozenset[str]
    recipient_countries: frozenset[str]
    site: str
    place: str
    wide: bool
    sizes: tuple[tuple[str, Bound], ...]
    words: frozenset[str]
    title: frozenset[str]
    known_actors: frozenset[str]
    known_recipients: frozenset[str]
    sides: Sides


def features_of(row: Row) -> Features | None:
    """None for a row that stands in no block."""
    day = anchor_day(row)
    if day is None:
        return None
    site = _site(row)
    place = site if _is_named(site, row["sentence"]) else ""
    return Features(
        row=row,
        rank=rank(row),
        articles=frozenset(one["article_id"] for one in row["sources"]) or frozenset({row["article_id"]}),
        concept=concept_of(row),
        day=day,
        last=day_of(row["end"]),
        sure=row["time_basis"] in ("explicit", "relative") and FINENESS.index(row["granularity"]) <= 4,
        monthly=row["granularity"] == "month",
        actors=_parties(row, "actor"),
        actor_countries=frozenset(row["actor_countries"]),
        recipients=_parties(row, "recipient"),
        recipient_countries=frozenset(row["recipient_countries"]),
        site=site if place or not is_wide(site) else "",
        place=place,
        wide=is_wide(place) or _is_around(place, row["sentence"]),
        sizes=tuple(_sizes(row)),
        words=frozenset(_words(row["sentence"])),
        title=frozenset(_words(row["title"])) - _own_words(row, place),
        known_actors=_known(row, "actor"),
        known_recipients=_known(row, "recipient"),
        sides=Sides(row["type"], _as_parties(row, "actor"), _as_parties(row, "recipient")),
    )


def rank(row: Row) -> tuple[object, ...]:
    """Real before planned, fine before coarse, read before inferred, early before late; then names, to break ties."""
    return (
        max(REALITY.index(row["modality"]), 1),  # what goes on has happened
        row["polarity"] != "positive",
        FINENESS.index(row["granularity"]) if row["granularity"] in FINENESS else len(FINENESS),
        BASES.index(row["time_basis"]) if row["time_basis"] in BASES else len(BASES),
        not row["actors"],
        row["published"] or "9999",
        row["article_id"],
        row["trigger_start"] or 0,
        row["id"],
    )


def _site(row: Row) -> str:
    """The place in lower case; "" where it is no more than the country of a party ("Russia attacked …")."""
    place = str(row["place"]).lower()
    party = row["place_country"] in (*row["actor_countries"], *row["recipient_countries"])
    return "" if party and place in _countries() else place


def _is_named(place: str, sentence: str) -> bool:
    """Whether some word of the sentence begins as the place does, spellings aside ("Odessa", "Odesa")."""
    beginning = _plain(place)[:4]
    return bool(beginning) and re.search(rf"\b{re.escape(beginning)}", _plain(sentence)) is not None


def _is_around(place: str, sentence: str) -> bool:
    """ "The countryside of Aleppo", "Aleppo province": somewhere around a town, not the town."""
    beginning = re.escape(_plain(place)[:4])
    around = rf"\b{AREA} (?:of )?(?:the )?{beginning}|\b{beginning}[\w'’-]*(?: [\w'’-]+)? {AREA}\b"
    return bool(beginning) and re.search(around, _plain(sentence)) is not None


def _plain(text: str) -> str:
    """Lower case without accents."""
    return "".join(one for one in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(one))


def is_wide(place: str) -> bool:
    """A whole country, region or sea: to share it says little."""
    return place in _countries() or _WIDE.search(place) is not None


@lru_cache(maxsize=1)
def _countries() -> frozenset[str]:
    import csv

    names: set[str] = set()
    with (ACTORS / "states.csv").open(encoding="utf-8", newline="") as file:
        for state in csv.DictReader(file):
            names.update(name.lower() for name in (state["name"], *state["aliases"].split("|")) if name)
    return frozenset(names)


def _parties(row: Row, role: str) -> frozenset[str]:
    ids, names = row[f"{role}_ids"], row[f"{role}s"]
    return frozenset(one or name.lower() for one, name in zip(ids, names))


def _known(row: Row, role: str) -> frozenset[str]:
    """Ids of the tables and countries."""
    return frozenset(one for one in (*row[f"{role}_ids"], *row[f"{role}_countries"]) if one)


def _as_parties(row: Row, role: str) -> tuple[Party, ...]:
    if row["type"] not in RECIPROCAL:
        return ()
    told = zip(row[f"{role}_ids"], row[f"{role}s"], row[f"{role}_countries"])
    return tuple(
        [
            Party(one, name.lower(), country, "state" if one == country else "", named=True)
            for one, name, country in told
        ]
    )


def _own_words(row: Row, place: str) -> frozenset[str]:
    """Words that other columns hold: the parties, a place of its own, and the word for what happened."""
    held = _words(" ".join(("" if is_wide(place) else place, *row["actors"], *row["recipients"])))
    family = concept_of(row).family
    happening = [word for word in row["trigger"].split() if find_concept(word, row["type"]).family == family]
    return frozenset([*held, *_words(" ".join(happening))])


def _sizes(row: Row) -> list[tuple[str, Bound]]:
    found = []
    for one in row["quantities"]:
        low = one["low"] if one["low"] is not None else float("-inf")
        high = one["high"] if one["high"] is not None else float("inf")
        found.append((f"{one['kind']} {one['unit']}".strip(), (low, high)))
    return sorted(found)


def _words(sentence: str) -> list[str]:
    return [stemmed for word in _WORD.findall(sentence.lower()) if (stemmed := _telling(word))]


@lru_cache(maxsize=50_000)
def _telling(word: str) -> str:
    """The word's stem, "" for words that say nothing of which event it is: small words, dates, small numbers."""
    if word in EMPTY or (word.isdigit() and (len(word) <= 2 or (len(word) == 4 and word.startswith(("19", "20"))))):
        return ""
    return stem(word)
