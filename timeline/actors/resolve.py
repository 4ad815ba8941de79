"""Words that stand for someone named elsewhere, resolved within the article: surnames, appositions, roles, pronouns."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from timeline.actors.chambers import name_chambers
from timeline.actors.described import name_described, name_identified
from timeline.actors.mention import Mention
from timeline.actors.offices import holder, terms
from timeline.actors.people import join_appositions, join_bodies, name_people
from timeline.actors.pronouns import SPEAKER, THIRD, find_antecedent, resolve_pronouns
from timeline.actors.roles import resolve_roles
from timeline.actors.seed import Seed, head_of_span
from timeline.actors.tables import load_tables
from timeline.language.document import Document, Token
from timeline.model import Actor

__all__ = ["holder", "resolve", "resolve_pronoun", "terms"]
OFFICIAL = frozenset(("GOV", "MIL", "LEG", "SPY", "COP", "JUD"))


def resolve(document: Document, mentions: list[Mention], published: date | datetime | None) -> list[Mention]:
    """The mentions with what the article and the tables say about them, and those of pronouns added, in order."""
    join_appositions(document, mentions)
    join_bodies(mentions)
    name_people(document, mentions, published)
    name_chambers(document, mentions)
    resolve_roles(document, mentions, published)
    name_described(document, mentions)
    found = resolve_pronouns(document, mentions)
    name_identified(found)
    return found


def resolve_pronoun(
    document: Document, token: Token, actors: Sequence[Actor], speaker: Actor | None = None
) -> Actor | None:
    """The actor that the pronoun stands for, as a mention of its own, None when the text does not decide.

    Within speech give the `speaker`: "I" and "my" are the speaker, "we" and "our" the country or body that an official
    speaks for, and "he" or "she" is someone else.
    """
    word = token.lower
    if word in SPEAKER:
        if speaker is None:
            return None
        return _spoken(token, speaker, plural=word not in ("i", "me", "my", "mine", "myself"))
    if word not in THIRD:
        return None
    for actor in actors:
        if actor.implied and actor.span == token.span and (speaker is None or actor.name != speaker.name):
            return actor
    before = [_mention(actor, document) for actor in actors if actor.span.end <= token.start]
    found = find_antecedent(token, before, unlike=speaker.name if speaker is not None else "")
    if found is None:
        return None
    return Actor(token.span, found.id, found.name, found.country, found.sector, found.kind, implied=True)


def _spoken(token: Token, speaker: Actor, *, plural: bool) -> Actor:
    """The speaker; for "we" in an official's mouth the state."""
    state = load_tables().entries.get(speaker.country) if plural and speaker.sector in OFFICIAL else None
    if state is not None:
        return Actor(token.span, state.id, state.name, state.country, "GOV", "state", implied=True)
    return Actor(token.span, speaker.id, speaker.name, speaker.country, speaker.sector, speaker.kind, implied=True)


def _mention(actor: Actor, document: Document) -> Mention:
    covered = document.tokens_in(actor.span)
    first, last = covered[0].i, covered[-1].i
    head = head_of_span(document.tokens, first, last)
    form = "pronoun" if head.pos == "PRON" else "name" if actor.id or head.pos == "PROPN" else "noun"
    mention = Mention(first, last, head, Seed(first, last, head, form, actor.kind))
    mention.id, mention.name, mention.country = actor.id, actor.name, actor.country
    mention.sector, mention.kind, mention.implied = actor.sector, actor.kind, actor.implied
    mention.plural = head.tag in ("NNS", "NNPS")
    entry = load_tables().entries.get(actor.id)
    mention.sex = entry.sex if entry is not None else ""
    return mention
