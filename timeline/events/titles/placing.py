"""Where it was, at the end of a line that does not say so."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from timeline.events.titles.phrasing import LIMIT
from timeline.language.document import Token
from timeline.model import Place


def with_place(line: str, place: Place, head: Token) -> str:
    """The place too, if the sentence itself names it."""
    tokens = [token for token in head.sentence.tokens if token.span.overlaps(place.span)]
    if not tokens or place.kind == "water":
        return line
    said = _as_written(tokens)
    name = said if tokens[-1].pos == "PROPN" else place.name
    known = _plain(line)
    if _plain(place.name) in known or _plain(said) in known or len(line + name) > LIMIT - 20:
        return line
    return f"{line} in {name}"


def _as_written(tokens: Sequence[Token]) -> str:
    """The words of a place as the text has them, hyphens closed."""
    words = ""
    for before, token in zip([None, *tokens], tokens, strict=False):
        touching = before is None or before.end == token.start
        words += token.text if touching else " " + token.text
    return words


def _plain(words: str) -> str:
    """Letters alone, without accents and case, so that "al-Rai" is "Al Rai"."""
    return "".join(one for one in unicodedata.normalize("NFD", words.lower()) if one.isalnum())
