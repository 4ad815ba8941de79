"""What is attributed without a verb of speech: "according to …", "in a poll", "reportedly", "Name: …", "…" — Name."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from timeline.actors.tables import load_nouns, load_tables
from timeline.events.cues.speech import frames_of
from timeline.events.speech.contents import trimmed
from timeline.events.speech.found import Found
from timeline.events.syntax.words import SOMEBODY
from timeline.language.document import Document, Sentence, Token
from timeline.model import Span
from timeline.places.gazetteer import lookup

_VERBAL = frozenset({"VERB", "AUX"})
_STUDIES = frozenset({"poll", "survey"})
_REPORTING = frozenset({"poll", "survey", "report", "study", "reports", "sources", "police", "officials"})
_HEARSAY = frozenset({"reportedly", "allegedly", "supposedly", "purportedly"})
_OPINIONS = frozenset({"opinion", "view", "judgment", "judgement", "eye", "mind", "estimation"})
_VIEWS = _OPINIONS | {"word", "telling", "account", "assessment", "estimate"}
_DASHES = frozenset({"—", "–", "―", "--", "-"})
_LONGEST_NAME = 9  # tokens before the colon of "Name, role: words"
_NOBODY = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september "
    "october november december africa america antarctica asia europe oceania arctic".split()
)
_STOPS = (":", ";")


def in_adjuncts(document: Document) -> Iterator[Found]:
    """Every attribution that an adjunct, an adverb or a mark makes."""
    for token in document.tokens:
        if token.lower == "according":
            yield from _according_to(document, token)
        elif token.lower in _STUDIES and token.dep == "pobj" and token.head.lower == "in":
            parts = _rest(document, token.head)
            if parts and token.head.head.pos in _VERBAL:
                yield Found(token.head, token, "show", parts, frame="according")
        elif token.dep == "pobj" and token.lemma in _VIEWS and token.lower not in ("opinions", "views"):
            yield from _in_the_view(document, token)
        elif token.lower == "per" and token.dep == "prep":
            yield from _per(document, token)
        elif token.dep == "advcl" and token.pos in _VERBAL and _is_as_told(token):
            parts = _rest(document, token)
            speaker = token.child("nsubj")
            if parts and speaker is not None:
                yield Found(token, speaker, "say", parts, frame="according")
        elif token.lower in _HEARSAY and token.dep == "advmod":
            parts = _rest(document, token)
            if parts:
                yield Found(token, None, "say", parts, frame="hearsay")
    yield from _after_names(document)


def _in_the_view(document: Document, noun: Token) -> Iterator[Found]:
    """ "In her opinion, …", "in the words of the mayor, …", "by his own account": whose view it is."""
    if noun.head.lower not in ("in", "by", "from") or noun.child("relcl") is not None:
        return
    whose = noun.child("poss")
    if whose is None and noun.child("det") is not None:
        of = next((child for child in noun.children if child.lower == "of"), None)
        whose = of.child("pobj") if of is not None else None
    parts = _rest(document, noun.head) if whose is not None and noun.head.head.pos in _VERBAL else []
    if parts:
        kind = "think" if noun.lemma in _OPINIONS else "say"
        yield Found(noun.head, whose, kind, parts, frame="according")


def _per(document: Document, token: Token) -> Iterator[Found]:
    """ "…, per the ministry": not "per day", "per cent"."""
    source = token.child("pobj")
    if source is None or not (source.entity in SOMEBODY or source.child("det") is not None):
        return
    parts = _rest(document, token)
    if parts and token.head.pos in _VERBAL and document.tokens[token.i - 1].lower == ",":
        yield Found(token, source, "say", parts, frame="according")


def _is_as_told(verb: Token) -> bool:
    """ "As the mayor put it, …", "…, as officials have said"."""
    mark = verb.child("mark")
    if mark is None or mark.lower != "as" or verb.child("ccomp", "xcomp") is not None:
        return False
    frames = frames_of(verb)
    return verb.lemma == "put" or (frames is not None and frames.get("that") == "say" and verb.child("dobj") is None)


def _according_to(document: Document, token: Token) -> Iterator[Found]:
    to = next((child for child in token.children if child.lower == "to"), None)
    speaker = to.child("pobj") if to is not None else None
    if speaker is None:
        return
    parts = _rest(document, token)
    if parts:
        yield Found(token, speaker, "say", parts, frame="according")


def _rest(document: Document, adjunct: Token) -> list[Span]:
    """What an adjunct speaks of: the sentence at whose edge it stands (up to a colon or semicolon), else the clause
    around it without it."""
    tokens = adjunct.sentence.tokens
    first, last = tokens[0].i, tokens[-1].i
    left, right = adjunct.left, adjunct.right
    if left <= first + 1 and right >= last:
        return []  # "According to the BBC", alone
    if left <= first + 1:
        pieces = [(right + 1, _until(adjunct.sentence, right + 1, 1))]
    elif right >= last - 2:
        pieces = [(_until(adjunct.sentence, left - 1, -1), left - 1)]
    else:
        head = adjunct.head
        while head.pos not in _VERBAL and not head.is_root and head.dep != "conj":
            head = head.head
        pieces = [(head.left, left - 1), (right + 1, head.right)]
    spans = [Span(document.tokens[a].start, document.tokens[b].end) for a, b in pieces if a <= b]
    found = [whole for span in spans if (whole := trimmed(document.text, span)) is not None]
    return [span for span in found if span.end - span.start > 3]


def _until(sentence: Sentence, index: int, step: int) -> int:
    """The last token from `index` on, in either direction, before a colon, a semicolon or the end of the sentence."""
    tokens = sentence.tokens
    at = index - tokens[0].i
    while 0 <= at + step < len(tokens) and tokens[at + step].lower not in _STOPS:
        at += step
    return tokens[at].i if 0 <= at < len(tokens) else index


def _after_names(document: Document) -> Iterator[Found]:
    """ "Harward: the risk is real", the way of headlines and transcripts."""
    seen = -1
    persons = {token.text for token in document.tokens if token.entity == "PERSON" and token.pos == "PROPN"}
    for sentence in document.sentences:
        if sentence.paragraph == seen:
            continue
        seen = sentence.paragraph
        tokens = sentence.tokens
        colon = next((k for k, token in enumerate(tokens[:_LONGEST_NAME]) if token.lower == ":"), 0)
        if (
            colon == 0
            or colon + 2 >= len(tokens)
            or any(token.tag in ("VBD", "VBZ", "VBP") for token in tokens[:colon])
        ):
            continue
        named = [token for token in tokens[:colon] if token.entity in SOMEBODY]
        name = next((one for one in named if one.pos == "PROPN" or one.entity == "PERSON"), None)
        last = tokens[colon - 1]
        top = next((token for token in tokens[:colon] if not tokens[0].i <= token.head.i < tokens[colon].i), last)
        top = next((token for token in tokens[:colon] if token.is_root), top)
        if _is_agent(top) and (name is None or top in (name.head, name.head.head)):
            name = top  # "Iraq PM: …", "Israeli army: …", "Witnesses: …"
        unknown = last.entity in ("", *SOMEBODY) and not lookup(last.text) and last.lower not in _NOBODY
        if name is None and colon == 1 and last.pos == "PROPN" and not last.text.isupper() and unknown:
            name = last  # "Zelensky: …", whom the parser does not know
        if name is None and colon <= 3 and (last.text in persons or (colon == 1 and last.lower in _REPORTING)):
            name = last  # a headline's "Torres: the risk is real", "Report: half the bridges are unsafe"
        if name is None or not tokens[0].text[:1].isupper() or _is_past(tokens[colon + 1]):
            continue
        where = name.entity == "GPE" or (name.entity != "PERSON" and lookup(name.text))
        if where and colon == 1 and name.text not in _states():
            continue  # "Gaza: Hospital hit in strike" says where
        while name.i + 1 < tokens[colon].i and name.sentence.tokens[name.i + 1 - tokens[0].i].entity == name.entity:
            name = name.sentence.tokens[name.i + 1 - tokens[0].i]
        paragraph = document.paragraphs[sentence.paragraph]
        span = trimmed(document.text, Span(tokens[colon + 1].start, paragraph.end))
        if span is not None:
            yield Found(tokens[colon], name, "say", [span], frame="quote")


def _is_past(token: Token) -> bool:
    """ "Ana Torres: killed for her words": it is told of her."""
    return token.tag in ("VBN", "VBD") and token.dep != "amod" and token.child("nsubj", "nsubjpass") is None


@lru_cache(maxsize=1)
def _states() -> frozenset[str]:
    """Names and capitals of states: these speak, as towns and lands under another's rule do not."""
    known = [
        alias for alias in load_tables().aliases if alias.entry.kind == "state" and alias.entry.status != "disputed"
    ]
    return frozenset(alias.text for alias in known if alias.form in ("name", "capital", "seat"))


def _is_agent(noun: Token) -> bool:
    """Whether a noun names somebody who can speak."""
    return noun.pos in ("NOUN", "PROPN") and (noun.base in load_nouns() or noun.text in ("PM", "MP", "MPs"))


def name_before_colon(document: Document, start: int) -> tuple[Token, Token] | None:
    """The colon and the name right before a quote: "this is no surprise to the pollster Jane Roe: "…\""."""
    tokens = document.tokens_in(Span(max(0, start - 40), start))
    if len(tokens) < 2 or tokens[-1].text != ":":
        return None
    colon, name = tokens[-1], tokens[-2]
    return (colon, name) if name.entity in SOMEBODY and name.pos == "PROPN" else None


def name_after_dash(document: Document, end: int) -> tuple[Token, Token] | None:
    """The dash and the name after a quote that ends at this character: "…" — Jane Roe, the mayor."""
    tokens = document.tokens_in(Span(end, min(len(document.text), end + 120)))
    if len(tokens) < 2 or tokens[0].lower not in _DASHES or tokens[1].pos != "PROPN":
        return None
    same = [token for token in tokens[1:] if token.sentence.paragraph == tokens[0].sentence.paragraph]
    if len(same) > 14 or any(token.pos in _VERBAL for token in same):
        return None
    name = same[0]
    for token in same[1:]:
        if token.pos != "PROPN":
            break
        name = token
    return tokens[0], name
