"""triggers.csv and classes.csv as rows indexed by lemma.

A row of `triggers.csv`: the `words` (alternatives, split by `|`) of part of speech `pos` (v, n, a) signal an event of
`type` and `mode` when all of `needs` hold. `carries` names the operator of a word that embeds another act (see
embedding.csv); `alone` is "no" for words that signal nothing unless something embeds or supports them. A row with
neither type nor operator silences the word.

`needs` are conditions, all of which must hold; `!` turns one round:
obj, subj (nouns of the verb, voice undone; obj of "be" is the person that somebody is), mod (before a noun), on, of, to, … (after that preposition), has (within
a few words), near (lemmas of the sentences around), copula (after a form of be),
agentive (somebody acts: its subject is no "this" or "it", nor "I" who must say, nor who "must have" done), directed (a
duty put to somebody: not to "we" or "one"), thing (a thing does it), absent ("there is no"), together (those of two countries do it), abroad (in a place of another), aux, mark, xcomp, ccomp, acl, passive, to_someone, hortative ("let's"), own_will ("warned it would"), others_will ("warned that Chad would"), of_another ("said that Chad was meddling"), consequence (", allowing"), gunfire (by
soldiers' fire), left_so ("left nine dead"), singular ("hostility"), said (the clause is what somebody says), disclaimed ("no part", "was not behind"),
asserted (it is told that it is so, not asked that it be so), addressed (somebody speaks to it), reproached ("for doing so"). Of several conditions
turned round all but one count nothing in the order of rows. After the colon stand lemmas, `@class` of classes.csv, an entity label in
capitals, or `*` for anything; where a state may stand ("subj:GPE", "to:GPE") its officers and organs and alliances of
states may too (`FOR_STATES`), but for rows of elections and rows that silence a word; a hyphen parts words there as it does in the text
(timeline/language/prefixes.py names the few that it leaves whole).
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

HERE = Path(__file__).parent
KEYS = (
    "obj subj mod has aux mark xcomp ccomp acl passive to_someone hortative own_will others_will of_another consequence gunfire on of to against from in with for between at into "
    "under by over as among said near left_so singular copula agentive directed thing absent together abroad disclaimed asserted addressed reproached"
).split()
_HYPHEN = re.compile(r"(?<!\bre)(?<!\bco)(?<!\bde)(?<!\bpre)-")  # "re-open" is one word (timeline/language/prefixes.py)
_NEXT = re.compile(rf"\s+(?=!?(?:{'|'.join(KEYS)})(?::|\s|$))")

# What rows may ask for that no table names: whoever holds an office of a state, an organ of it, an alliance of states.
OFFICER = "OFFICER"
# A senator's vote is no election, and a row that silences a word says for whom.
NOT_FOR_OFFICERS = ("ELECTION", "")
FOR_STATES = frozenset("subj to with from between".split())


@dataclass(frozen=True, slots=True)
class Need:
    """One condition. `words` is None where the mere presence counts; `told` are the same words as the table has them, the
    classes not written out ("@people"), of "peace talks" the last, and the labels."""

    key: str
    negated: bool
    words: frozenset[str] | None
    labels: frozenset[str]
    anything: bool
    told: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Row:
    """One alternative of one line of triggers.csv. `head` is the lemma it is found by, `rest` its other words; of each
    set of `asks` one word, or one entity of that label, stands in every sentence that the row can match."""

    rule: str
    type: str
    mode: str
    pos: str
    head: str
    rest: tuple[str, ...]
    forward: bool
    needs: tuple[Need, ...]
    asks: tuple[frozenset[str], ...]
    operator: str
    alone: bool
    rank: int


@dataclass(frozen=True, slots=True, eq=False)
class Rows:
    """The rows of one head, the most specific first, and every word and label that any of them asks for."""

    rows: tuple[Row, ...]
    asked: frozenset[str]


NO_ROWS = Rows((), frozenset())


@dataclass(frozen=True, slots=True)
class Line:
    """One line of triggers.csv as it stands, for tests and docs."""

    rule: str
    type: str
    operator: str
    alone: bool
    example: str
    near_miss: str


@lru_cache(maxsize=1)
def classes() -> dict[str, frozenset[str]]:
    """Class name → lemmas."""
    with (HERE / "classes.csv").open(encoding="utf-8", newline="") as file:
        return {row["class"]: frozenset(row["words"].split("|")) for row in csv.DictReader(file)}


@lru_cache(maxsize=1)
def lines() -> tuple[Line, ...]:
    """Every line of triggers.csv, in order."""
    return tuple(
        Line(rule, row["type"], row["carries"], row["alone"] != "no", row["example"], row["near_miss"])
        for rule, row in zip(_names(), _read(), strict=True)
    )


@lru_cache(maxsize=1)
def rows() -> dict[str, dict[str, Rows]]:
    """Part of speech → lemma → rows, the most specific first."""
    found: dict[str, dict[str, list[Row]]] = {"v": defaultdict(list), "n": defaultdict(list), "a": defaultdict(list)}
    for name, row in zip(_names(), _read(), strict=True):
        read = [_need(text) for text in _NEXT.split(row["needs"].strip()) if text]
        if row["type"] not in NOT_FOR_OFFICERS:
            read = [_for_officers(need) for need in read]
        needs = tuple(sorted(read, key=_first))
        asks = tuple(need.told for need in needs if _asks(need))
        silent = not row["type"] and not row["carries"]
        stated = sum(not need.negated for need in needs)
        for words in row["words"].split("|"):
            parts = _HYPHEN.sub(" ", words).split()
            forward = "of" in parts if row["pos"] == "n" else "-" not in words
            head, rest = (parts[0], parts[1:]) if forward else (parts[-1], parts[:-1])
            one = Row(
                rule=name,
                type=row["type"],
                mode=row["mode"],
                pos=row["pos"],
                head=head,
                rest=tuple(rest),
                forward=forward,
                needs=needs,
                asks=(*(frozenset((word,)) for word in rest), *asks),
                operator=row["carries"],
                alone=row["alone"] != "no",
                rank=4 * len(rest) + 2 * stated + (stated < len(needs)) + 6 * silent,
            )
            found[row["pos"]][head].append(one)
    return {pos: {head: of_rows(group) for head, group in by_head.items()} for pos, by_head in found.items()}


def of_rows(group: list[Row]) -> Rows:
    """The rows of one head, the most specific first."""
    found = tuple(sorted(group, key=lambda one: -one.rank))
    return Rows(found, frozenset(word for row in group for asked in row.asks for word in asked))


@lru_cache(maxsize=1)
def classes_of() -> dict[str, tuple[str, ...]]:
    """Word → the classes it is in, as rows name them: "soldier" → "@people", "@force"; of "peace talks" the last word."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for name, words in classes().items():
        for word in words:
            found[word.rpartition(" ")[2]][f"@{name}"] = None
    return {word: tuple(names) for word, names in found.items()}


@lru_cache(maxsize=1 << 13)
def within_reach(possible: Rows, said: frozenset[str]) -> tuple[Row, ...]:
    """Those of the rows that a sentence can match which has, of all they ask for, these words and labels; most ask for a
    word that it has not."""
    return tuple(row for row in possible.rows if not any(asked.isdisjoint(said) for asked in row.asks))


@lru_cache(maxsize=1)
def charges() -> frozenset[str]:
    """Lines by which a speaker accuses the subject of a clause: "said Riga was meddling"."""
    every = (row for by_head in rows().values() for found in by_head.values() for row in found.rows)
    return frozenset(row.rule for row in every if any(one.key == "of_another" for one in row.needs))


@lru_cache(maxsize=10_000)
def signals(pos: str, head: str, types: frozenset[str], beside: frozenset[str] = frozenset()) -> bool:
    """Whether a row of one of the types is found by the word, and asks for no other word of its own but those beside."""
    return any(row.type in types and beside.issuperset(row.rest) for row in rows()[pos].get(head, NO_ROWS).rows)


def _read() -> list[dict[str, str]]:
    with (HERE / "triggers.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _names() -> list[str]:
    """A name for each line that a reader finds again: "assault: kill", its second line "assault: kill 2"."""
    seen: dict[str, int] = defaultdict(int)
    names = []
    for row in _read():
        name = f"{(row['type'] or row['carries'] or 'not').lower()}: {row['words'].split('|')[0]}"
        seen[name] += 1
        names.append(name if seen[name] == 1 else f"{name} {seen[name]}")
    return names


def _asks(need: Need) -> bool:
    """Whether a word or an entity that the need names must stand in the sentence itself."""
    return need.words is not None and not (need.negated or need.anything or need.key == "near")


_ORDER = {key: at for at, key in enumerate("passive has obj * subj near".split())}


def _first(need: Need) -> tuple[bool, int]:
    """What fails most often and costs least is asked first."""
    return need.negated, _ORDER.get(need.key, _ORDER["*"])


def _for_officers(need: Need) -> Need:
    """What a state does its officers and organs do for it: where a subject may be a state they may be it too."""
    if need.key not in FOR_STATES or need.negated or "GPE" not in need.labels:
        return need
    return replace(need, labels=need.labels | {OFFICER}, told=need.told | {OFFICER})


def _need(text: str) -> Need:
    negated = text.startswith("!")
    key, colon, values = text.lstrip("!").partition(":")
    if not colon:
        return Need(key, negated, None, frozenset(), True)
    words: set[str] = set()
    labels: set[str] = set()
    told: set[str] = set()
    for value in values.split("|"):
        told.add(value if value.startswith("@") else value.rpartition(" ")[2])
        if value.startswith("@"):
            words |= classes()[value[1:]]
        elif value.isupper() and value.isalpha():
            labels.add(value)
        else:
            words.add(value.lower() if key in ("has", "near") else value)
    if key in ("has", "near"):
        told = {value if value in labels else value.lower() for value in told}
    return Need(key, negated, frozenset(words), frozenset(labels), "*" in words, frozenset(told))
