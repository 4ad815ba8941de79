"""Places that stand on no map of ours: what the text itself calls a town, a district or a village, and a name that the
parser takes for a place, told of as where something is. They have a name and a country, and no coordinates."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from timeline.language.document import Document, Entity, Token
from timeline.model import Actor, Place, Span
from timeline.places.elsewhere import AT

# Word for a kind of place → how the map calls it.
KINDS = {
    **dict.fromkeys("city town village hamlet settlement suburb camp port locality".split(), "city"),
    **dict.fromkeys("towns villages hamlets settlements suburbs cities".split(), "city"),
    **dict.fromkeys("province department region county state district municipality commune canton".split(), "region"),
    **dict.fromkeys("governorate oblast prefecture raion parish subdistrict provinces departments".split(), "region"),
    **dict.fromkeys("districts municipalities communes neighborhood neighbourhood barrio territory".split(), "region"),
}
# Words of a name that tell its kind themselves: "Lake Edward", "Masisi Territory".
OWN = {"lake": "water", "river": "water", "zone": "region", "regency": "region", "territory": "region"}
# What alone is no name: "South Governorate", "Mountain Province".
NO_NAMES = frozenset(
    "north south east west northern southern eastern western central mountain far urban rural upper lower new capital "
    "federal autonomous island national".split()
)
# Words that are kinds of place in some names, and in others are not: "port of Call", "the camp of Hale".
OTHER_THINGS = frozenset("state department departments port camp territory province county city".split())
WORDS = 5  # of the longest name that is read
JOINING = frozenset("de del la las los el al of the da do dos du le les y e".split())


def find_unlisted(
    document: Document, taken: Collection[int], actors: Sequence[Actor], listed: Sequence[Place]
) -> list[Place]:
    """Places that no table holds, in order of appearance. `taken` are tokens of the places `listed`, found already."""
    known = {place.country for place in listed if place.country}
    acting = {token.i: one.country for one in actors for token in document.tokens_in(one.span)}
    busy = acting.keys() | set(taken)
    bounds = {entity.last: entity for entity in document.entities if entity.label in ("GPE", "LOC")}
    found: list[Place] = []
    end = -1
    for token in document.tokens:
        if token.i <= end or token.pos != "PROPN" or token.i in busy or not token.text[:1].isupper():
            continue
        last = _last(token, document)
        kind = _kind(token, document.tokens[last], document.tokens)
        if not kind and _is_where(bounds.get(last), token, document.tokens):
            kind = OWN.get(token.lower) or OWN.get(document.tokens[last].lower) or "city"
        end = last
        if (
            not kind
            or not _is_name(document.tokens[token.i : last + 1], document)
            or not busy.isdisjoint(range(token.i, last + 1))
        ):
            continue
        span = Span(token.start, document.tokens[last].end)
        found.append(
            Place(
                span,
                span.of(document.text),
                _country(token, document, acting, known) or _of_sentence(token, listed),
                None,
                None,
                kind,
            )
        )
    return found


def _last(first: Token, document: Document) -> int:
    """The last token of the name that begins here: capitalised words, joined as Romance names are."""
    tokens = document.tokens
    last = first.i
    i = last + 1
    while i < len(tokens) and i < first.i + WORDS and tokens[i].sentence is first.sentence:
        if tokens[i].pos == "PROPN" and tokens[i].text[:1].isupper() and tokens[i].lower not in KINDS:
            last = i
        elif tokens[i].lower not in JOINING and not (tokens[i].text == "-" and tokens[i].start == tokens[i - 1].end):
            break  # not "Al-Kadaris"
        i += 1
    return last


def _is_name(words: list[Token], document: Document) -> bool:
    """Whether the words are a whole name: not "South", "DMZ" or the end of "Tharaka-Nithi"."""
    before = document.text[words[0].start - 1 : words[0].start]
    return (
        before != "-"
        and any(one.lower not in NO_NAMES and one.lower not in KINDS for one in words)
        and not all(one.text.isupper() for one in words)
    )


def _kind(first: Token, last: Token, tokens: list[Token]) -> str:
    """ "region" of "Mutata municipality", "city" of "the town of Yunguyo", "" where no word says what it is."""
    after = tokens[last.i + 1] if last.i + 1 < len(tokens) else None
    if after is not None and after.lower in KINDS and last.head is after and last.dep in ("compound", "nmod", "amod"):
        return "" if after.dep == "compound" else KINDS[after.lower]  # "Kerensky City Stadium"
    of = tokens[first.i - 1] if first.i else None
    noun = of.head if of is not None and of.lower == "of" else None
    if noun is None or noun.pos != "NOUN" or noun.i != first.i - 2:
        return ""
    if noun.lower in OTHER_THINGS and last.entity not in ("GPE", "LOC"):
        return ""  # "state of Emergency", "department of Health"
    return KINDS.get(noun.lower, "")


def _is_where(entity: Entity | None, first: Token, tokens: list[Token]) -> bool:
    """ "shot dead in La Rica": a name that the parser takes for a place, where something is."""
    if entity is None or entity.first != first.i:
        return False
    head = tokens[entity.last]
    return entity.label == "GPE" and head.dep == "pobj" and head.head.lower in AT and head.head.i == first.i - 1


def _country(first: Token, document: Document, acting: Mapping[int, str], known: Collection[str]) -> str:
    """The country whose adjective stands before ("the Peruvian town of …"), or the only one that the article names."""
    of = document.tokens[first.i - 1] if first.i else first
    for child in of.head.children if of.lower == "of" else ():
        if child.i < of.i and acting.get(child.i):
            return acting[child.i]
    return next(iter(known)) if len(known) == 1 else ""


def _of_sentence(first: Token, listed: Sequence[Place]) -> str:
    """The one country that a sentence names places of: "at Dora, 50 km south of Srinagar"."""
    span = first.sentence.span
    found = {place.country for place in listed if place.country and span.start <= place.span.start < span.end}
    return found.pop() if len(found) == 1 else ""
