"""Who "I" and "we" are: the one who speaks, or the state that an official speaks for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from timeline.actors.resolve import resolve_pronoun
from timeline.language.document import Document, Token
from timeline.model import Actor, Attribution

FIRST_PERSON = frozenset(("i", "me", "myself", "we", "us", "ourselves"))


def with_speakers(
    document: Document,
    actors: Sequence[Actor],
    actors_at: Mapping[int, Actor],
    said: Mapping[int, Attribution],
) -> dict[int, Actor]:
    """`actors_at` with an actor for each "I" and "we" of those whom `said` quotes."""
    found = dict(actors_at)
    known: dict[str, Actor] = {}
    for actor in actors:
        known.setdefault(actor.name, actor)
    for token in document.tokens:
        if token.pos != "PRON" or token.lower not in FIRST_PERSON or token.i not in said:
            continue
        speaker = _speaker(document, said[token.i], actors_at, known)
        meant = resolve_pronoun(document, token, (), speaker) if speaker is not None else None
        if meant is not None:
            found[token.i] = meant
    return found


def _speaker(
    document: Document, said: Attribution, actors_at: Mapping[int, Actor], known: Mapping[str, Actor]
) -> Actor | None:
    if said.speaker in known:
        return known[said.speaker]
    words: Sequence[Token] = document.tokens_in(said.speaker_span) if said.speaker_span is not None else ()
    named = [actors_at[token.i] for token in words if token.i in actors_at]
    return named[-1] if named else None
