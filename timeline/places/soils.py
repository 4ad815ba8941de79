"""Countries told of by their ground: what happens "on British soil" or "in Polish airspace" happens in that country."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from timeline.language.document import Document
from timeline.model import Actor, Place, Span
from timeline.places.elsewhere import AT
from timeline.places.gazetteer import lookup

SOILS = frozenset("soil territory airspace".split())
OVER = AT | {"over", "inside", "within", "across"}


def find_soils(document: Document, actors: Sequence[Actor]) -> Iterator[Place]:
    """A place for each state whose adjective stands before a word for its ground, told of as where something is."""
    for one in actors:
        words = document.tokens_in(one.span) if one.kind == "state" else []
        if not words:
            continue
        ground, where = words[-1].head, words[-1].head.head
        before = words[-1].dep in ("amod", "compound", "nmod") and words[-1].i == ground.i - 1
        if not before or ground.lemma not in SOILS or ground.dep != "pobj" or where.lower not in OVER:
            continue
        spot = next((spot for spot in lookup(one.name) if spot.kind == "country"), None)
        if spot is not None:
            span = Span(words[0].start, ground.end)
            yield Place(span, spot.name, spot.country, spot.latitude, spot.longitude, "country", "")
