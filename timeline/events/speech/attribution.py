"""Who says what: direct, indirect and mixed speech, beliefs and judgements, each with its speaker and cue.

What counts as content follows PolNeAR's guidelines (Newell et al. 2018): the complement with its "that", the quote
with its marks, without the full stop of an indirect sentence.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from timeline.events.cues.speech import REPORTS, frames_of, speech_adjectives, speech_nouns
from timeline.events.speech.adjuncts import in_adjuncts, name_after_dash, name_before_colon
from timeline.events.speech.contents import content_of_adjective, content_of_noun, content_of_verb, trimmed
from timeline.events.speech.found import Found
from timeline.events.speech.speakers import Names, speaker_of_noun, subject_of
from timeline.language.document import Document, Token
from timeline.language.quotes import Quote, find_quotes
from timeline.model import Actor, Attribution, Span

# An attitude to a thing ("praise for the deal") is somebody's; a clause may be said by nobody in particular.
_NEEDS_NO_SPEAKER = frozenset({"that", "inf", "quote", "obj-as"})
_SPEAKING = frozenset({"VERB", "AUX"})
_SILENT = frozenset({"decline", "refuse", "fail", "want", "wish", "hope", "need", "like", "love", "hesitate"})
_NOBODY = frozenset({"nobody", "none", "neither", "no"})


def find_attributions(document: Document, actors: Sequence[Actor]) -> list[Attribution]:
    """Every attribution of the article, in the order of their contents."""
    if not document.parsed:
        return []
    quotes = find_quotes(document)
    found = [*_indirect(document), *in_adjuncts(document)]
    found = _join_quotes(document, quotes, found)
    names = Names(document, actors)
    starts = [quote.span.start for quote in quotes]
    made = [_finish(names, one, _is_quoted(one.cue, quotes, starts)) for one in sorted(found, key=_reading_order)]
    return sorted(made, key=lambda one: (one.span.start, -one.span.end))


def outermost(attributions: Sequence[Attribution]) -> list[Attribution]:
    """Those whose cue does not stand inside the content of another, which is all that PolNeAR annotates."""
    kept = []
    reach: list[tuple[int, int]] = sorted((p.start, p.end) for one in attributions for p in one.parts or (one.span,))
    starts = [start for start, _ in reach]
    ends: list[int] = []
    for _, end in reach:
        ends.append(max(end, ends[-1] if ends else 0))
    for one in attributions:
        at = bisect_right(starts, one.cue.start) - 1 if one.cue is not None else -1
        if at < 0 or one.cue is None or ends[at] <= one.cue.start:
            kept.append(one)
    return kept


def speaker_at(attributions: Sequence[Attribution], token: Token) -> Attribution | None:
    """The attribution that says the word: the one it is the cue of, else the innermost report that holds it."""
    found = None
    for one in attributions:
        if one.span.start > token.start and (one.cue is None or one.cue.start > token.start):
            continue
        if not one.report:
            continue
        if one.cue is not None and one.cue.start <= token.start < one.cue.end:
            return one
        holds = any(part.start <= token.start and token.end <= part.end for part in one.parts or (one.span,))
        if holds and (found is None or one.span.start >= found.span.start):
            found = one
    return found


def index_speakers(
    document: Document, attributions: Sequence[Attribution], cues: bool = True
) -> Mapping[int, Attribution]:
    """Index of a token → what `speaker_at` gives for it, for every token that somebody says, in one walk; without
    `cues` a word of speech is not said by its own speaker but by whoever reports it."""
    said: dict[int, Attribution] = {}
    reports = [one for one in attributions if one.report]
    for one in sorted(reports, key=lambda one: (one.span.start, -one.span.end)):
        for part in one.parts or (one.span,):
            for token in document.tokens_in(part):
                said[token.i] = one
    for one in reports if cues else ():
        if one.cue is not None:
            for token in document.tokens_in(one.cue):
                said[token.i] = one
    return said


def _reading_order(one: Found) -> tuple[int, int]:
    return one.cue.i, one.start


def _is_quoted(token: Token, quotes: Sequence[Quote], starts: Sequence[int]) -> bool:
    at = bisect_right(starts, token.start) - 1
    return at >= 0 and token.start < quotes[at].span.end


def _is_asserted(cue: Token) -> bool:
    """Whether the text says that it was said: not "their duplicity in saying that …", "did not say whether …",
    "declined to say that …"; "I must say that …" says only what follows."""
    if _is_own_preface(cue):
        return False
    if cue.child("neg") is not None or (cue.dep == "xcomp" and cue.head.lemma in _SILENT):
        return False
    subject = cue.child("nsubj")
    if subject is not None and (subject.lower in _NOBODY or any(c.lower in _NOBODY for c in subject.children)):
        return False
    return cue.tag != "VBG" or cue.dep != "pcomp" or cue.head.lower in ("as", "by")


def _is_own_preface(cue: Token) -> bool:
    """ "I must tell you", "we have to admit", "I would like to note": who speaks says so and goes on."""
    verb = cue.head if cue.dep == "xcomp" else cue
    subject = verb.child("nsubj")
    if subject is None or subject.lower not in ("i", "we"):
        return False
    return verb is not cue or any(child.tag == "MD" for child in cue.children_by("aux"))


def _finish(names: Names, one: Found, quoted: bool) -> Attribution:
    """The finished record; one who is only quoted as speaking is not whom a later "he" means."""
    text = names.document.text
    parts = tuple(sorted(set(one.parts), key=lambda part: part.start))
    span = Span(parts[0].start, max(part.end for part in parts))
    report = one.kind in REPORTS and one.frame in ("that", "quote", "according") and _is_asserted(one.cue)
    speaker = "" if one.speaker is None else names.name(one.speaker, report and not quoted)
    whole = None
    if one.speaker is not None:
        head = one.speaker
        whole = Span(
            names.document.tokens[head.left].start if head.left >= head.sentence.tokens[0].i else head.start, head.end
        )
        whole = trimmed(text, whole) or head.span
    return Attribution(
        span,
        speaker,
        whole,
        one.cue.span,
        one.direct,
        parts if len(parts) > 1 else (),
        report,
    )


def _indirect(document: Document) -> Iterator[Found]:
    """What stands in the complements of verbs, nouns and adjectives of speech and thought."""
    nouns, adjectives = speech_nouns(), speech_adjectives()
    for token in document.tokens:
        if token.pos in _SPEAKING:
            frames = frames_of(token)
            content = content_of_verb(document, token, frames) if frames is not None else None
            speaker = (_quoted_source(token) or subject_of(token)) if content else None
        elif token.pos == "NOUN":
            noun_frames = nouns.get(token.lemma)
            content = content_of_noun(document, token, noun_frames) if noun_frames is not None else None
            speaker = speaker_of_noun(token) if content else None
        elif token.pos == "ADJ":
            adjective_frames = adjectives.get(token.lower)
            content = content_of_adjective(document, token, adjective_frames) if adjective_frames is not None else None
            speaker = subject_of(token.head) if content and token.head.pos in _SPEAKING else None
        else:
            continue
        if content is not None and (speaker is not None or content.frame in _NEEDS_NO_SPEAKER):
            if content.kind == "seem" or (content.subject is not None and content.frame == "inf"):
                speaker = None if content.subject is not None else speaker
            parts = [content.span] if content.subject is None else [content.subject, content.span]
            yield Found(token, speaker, content.kind, parts, frame=content.frame)


def _quoted_source(verb: Token) -> Token | None:
    """ "…, the agency quoted officials as saying": the officials."""
    source = verb.child("dobj")
    if source is None or verb.lemma not in ("quote", "cite"):
        return None
    return source if any(child.lower == "as" and child.child("pcomp") is not None for child in verb.children) else None


def _join_quotes(document: Document, quotes: Sequence[Quote], found: list[Found]) -> list[Found]:
    """Give every quote to the attribution that holds it, to the cue beside it, or to the quote that it continues."""
    by_start = sorted(found, key=lambda one: one.start)
    starts = [one.start for one in by_start]
    cued: dict[int, Found] = {one.cue.i: one for one in found}
    owner: list[Found | None] = []
    for number, quote in enumerate(quotes):
        one = _holding(document, quote, by_start, starts) or _beside(document, quotes, number, cued, found)
        if one is None:
            one = _continued(document, quotes, number, owner)
        owner.append(one)
        if one is not None:
            _take(document, one, quote)
    _look_ahead(document, quotes, owner)
    return found


def _holding(document: Document, quote: Quote, by_start: list[Found], starts: list[int]) -> Found | None:
    """The attribution whose content is, begins or holds this quote."""
    best = None
    at = bisect_right(starts, quote.span.end)
    for one in by_start[max(0, at - 12) : at]:
        if quote.span.start <= one.cue.start < quote.span.end:
            continue
        for part in one.parts:
            shared = min(part.end, quote.span.end) - max(part.start, quote.span.start)
            if shared > 0 and part.start <= quote.span.start + 3 < part.end:
                best = one if best is None or part.start >= best.start else best
            elif shared > 0.5 * (quote.span.end - quote.span.start):
                best = one if best is None else best
    return best


def _take(document: Document, one: Found, quote: Quote) -> None:
    """Add the quote to the content; pieces that touch or overlap become one."""
    parts = [*one.parts]
    kept: list[Span] = []
    whole = quote.span
    for part in parts:
        if part.start <= whole.start + 1 and _ends_with_its_mark(document, quote) and whole.start <= part.start + 1:
            continue  # the content is the quote; what follows it is the writer's ("…," showing optimism)
        if part.start <= whole.end and whole.start <= part.end:
            cue_between = part.end > whole.end and one.cue.start >= whole.end and one.cue.start < part.end
            whole = Span(min(part.start, whole.start), whole.end if cue_between else max(part.end, whole.end))
        else:
            kept.append(part)
    one.direct = one.direct or whole == quote.span
    one.parts = sorted([*kept, whole], key=lambda part: part.start)


def _ends_with_its_mark(document: Document, quote: Quote) -> bool:
    """Whether the words of the quote end as a clause or a sentence does: '…,"' or '…."'."""
    return quote.closed and document.text[quote.span.end - 2] in ",.!?"


def _beside(
    document: Document, quotes: Sequence[Quote], number: int, cued: dict[int, Found], found: list[Found]
) -> Found | None:
    """The verb of speech right after the quote ("…," said Filipetti) or right before it (Harward said: "…")."""
    quote = quotes[number]
    verb = _cue_after(document, quotes, number) or _cue_before(document, quotes, number)
    if verb is None:
        signed = name_after_dash(document, quote.span.end) or name_before_colon(document, quote.span.start)
        if signed is None:
            return None
        made = Found(signed[0], signed[1], "say", [quote.span], direct=True, frame="quote")
        found.append(made)
        return made
    known = cued.get(verb.i)
    if known is not None:
        return known
    frames = frames_of(verb)
    made = Found(verb, subject_of(verb) or _inverted(verb), "say", [quote.span], direct=True, frame="quote")
    if frames is not None and "quote" in frames:
        made.kind = frames["quote"] if frames["quote"] in REPORTS else "say"
    cued[verb.i] = made
    found.append(made)
    return made


def _inverted(verb: Token) -> Token | None:
    """ "…," says the minister: a subject that the parser called an object or an attribute."""
    for child in verb.children:
        if child.i > verb.i and child.pos in ("NOUN", "PROPN", "PRON") and child.dep in ("dobj", "attr", "dep", "oprd"):
            return child
    return None


def _cue_after(document: Document, quotes: Sequence[Quote], number: int) -> Token | None:
    quote = quotes[number]
    inside = document.text[quote.span.start : quote.span.end - 1].rstrip("' ")
    last = inside[-1:] if quote.closed else ""
    if quote.closed and document.text[quote.span.end : quote.span.end + 1] == ",":
        last = ","  # '…", said Ruiz'
    if last not in ",?!-–—.":
        return None
    limit = quotes[number + 1].span.start if number + 1 < len(quotes) else len(document.text)
    tokens = document.tokens_in(Span(quote.span.end, min(limit, quote.span.end + 260)))
    for count, token in enumerate(tokens):
        if count == 0 and last == "." and token.text[:1].isupper() and token.pos not in ("PROPN", "PRON"):
            return None
        if (
            count > 30
            or token.lower in (".", "!", "?", ";")
            or token.sentence.paragraph != tokens[0].sentence.paragraph
        ):
            return None
        if _may_quote(token):
            if token.tag in ("VB", "VBN") and token.child("aux", "auxpass") is None:
                continue
            if last == "." and not _bare_cue(token):
                return None
            return token
    return None


def _may_quote(token: Token) -> bool:
    if token.pos not in _SPEAKING:
        return False
    frames = frames_of(token)
    return frames is not None and "quote" in frames


def _bare_cue(verb: Token) -> bool:
    """Whether the clause says nothing but who speaks: "Harward said.\""""
    return verb.child("ccomp", "xcomp", "dobj") is None and verb.right - verb.left < 12


def _cue_before(document: Document, quotes: Sequence[Quote], number: int) -> Token | None:
    quote = quotes[number]
    before = (
        document.text[: quote.span.start].rstrip()[-1:]
        if quote.span.start < 400
        else (document.text[quote.span.start - 40 : quote.span.start].rstrip()[-1:])
    )
    floor = quotes[number - 1].span.end if number else 0
    tokens = document.tokens_in(Span(max(floor, quote.span.start - 260), quote.span.start))
    reach = 40 if before in ":," else 14
    paragraph = document.tokens_in(quote.span)[:1]
    for count, token in enumerate(reversed(tokens)):
        if count > reach or token.lower in (".", "!", "?", ";"):
            return None
        if paragraph and token.sentence.paragraph != paragraph[0].sentence.paragraph and before != ":":
            return None
        if not _may_quote(token):
            continue
        if before in (":", ",") or count <= 1 or _ends_at(token, quote):
            return token
    return None


def _ends_at(verb: Token, quote: Quote) -> bool:
    """Whether nothing but the hearer or a date stands between the verb and the quote: "told reporters "…"""
    return all(
        child.dep in ("dobj", "dative", "npadvmod", "prep", "advmod", "punct", "ccomp")
        for child in verb.children
        if verb.i < child.i and child.start < quote.span.start
    )


def _continued(document: Document, quotes: Sequence[Quote], number: int, owner: list[Found | None]) -> Found | None:
    """The attribution that a quote without a cue goes on with: the paragraph's speaker, or the last paragraph's where
    the quote runs on."""
    quote = quotes[number]
    if number == 0 or not _stands_alone(document, quote):
        return None
    before = number - 1
    while before > 0 and owner[before] is None and number - before < 4:
        before -= 1  # words quoted in passing between two sentences of a speaker
    previous = owner[before]
    if previous is None:
        return None
    first = document.tokens_in(quote.span)[:1]
    last = document.tokens_in(quotes[before].span)[-1:]
    if not first or not last:
        return None
    gap = first[0].sentence.paragraph - last[0].sentence.paragraph
    return previous if gap == 0 or (gap == 1 and (not quote.first or _fills_paragraph(document, quote))) else None


def _fills_paragraph(document: Document, quote: Quote) -> bool:
    """Whether the paragraph is nothing but this quote."""
    text = document.text
    before = text[max(0, quote.span.start - 2) : quote.span.start].strip(" ")
    after = text[quote.span.end : quote.span.end + 2].strip(" ")
    return before in ("", "\n", "\n\n") and after in ("", "\n", "\n\n")


def _stands_alone(document: Document, quote: Quote) -> bool:
    """Whether the quote is a sentence of its own, not some quoted words of the writer's sentence."""
    words = quote.span.of(document.text).strip('" ')
    before = document.text[max(0, quote.span.start - 3) : quote.span.start].rstrip(" ")[-1:]
    return len(words) > 12 and (before in ('.!?"\n:', "") or before in '.!?"\n:' or not quote.first)


def _look_ahead(document: Document, quotes: Sequence[Quote], owner: list[Found | None]) -> None:
    """A whole quoted sentence before a quote of the same paragraph that has its cue: ""One." "Two," she said."""
    for number in range(len(quotes) - 2, -1, -1):
        following = owner[number + 1]
        if owner[number] is not None or following is None or not _stands_alone(document, quotes[number]):
            continue
        between = document.text[quotes[number].span.end : quotes[number + 1].span.start]
        if "\n" not in between and len(between) < 4:
            owner[number] = following
            _take(document, following, quotes[number])
