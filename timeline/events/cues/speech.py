"""The words that carry what somebody says, thinks or shows: `speech_verbs.csv`, `speech_nouns.csv` and
`speech_adjectives.csv`, read once.

A row gives a kind, the frames its words take and an example with the content in braces. Frames: `that` (a finite
clause), `quote` (words in quotation marks), `inf` (an infinitive), `ing` (a gerund), `obj` (an object), `obj-to` (an object
with an infinitive), `obj-as` (an object and what it is called), `obj-of` (an object and an of-phrase), or a preposition.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from timeline.events.syntax.remembered import remembered
from timeline.language.document import Token

Frames = Mapping[str, str]  # frame → kind
REPORTS = frozenset({"say", "ask", "deny", "command", "show"})
# Verbs that answer to an act of another: "condemned the strike".
VOICING = frozenset("thank praise welcome condemn denounce criticize criticise accuse blame congratulate hail".split())


@cache
def speech_verbs() -> Mapping[str, Frames]:
    """Lemma (or lemma_particle) → its frames."""
    return _read("speech_verbs.csv", "verbs")


@cache
def speech_nouns() -> Mapping[str, Frames]:
    return _read("speech_nouns.csv", "nouns")


@cache
def speech_adjectives() -> Mapping[str, Frames]:
    return _read("speech_adjectives.csv", "adjectives")


@remembered
def frames_of(verb: Token) -> Frames | None:
    """The frames of a verb with its particle ("point out" before "point"), None for no word of speech or thought."""
    table = speech_verbs()
    for child in verb.children:
        if child.dep in ("prt", "advmod") and child.i > verb.i:
            with_particle = table.get(f"{verb.base}_{child.lower}")
            if with_particle is not None:
                return with_particle
    return table.get(verb.base)


def rows(name: str) -> list[dict[str, str]]:
    """The rows of one table of this folder."""
    text = files("timeline.events.cues").joinpath(name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def _read(name: str, words: str) -> dict[str, dict[str, str]]:
    table: dict[str, dict[str, str]] = {}
    for row in rows(name):
        for word in row[words].split():
            frames = table.setdefault(word, {})
            for frame in row["frames"].split():
                frames.setdefault(frame, row["kind"])
    return table
