"""What is said: the words a verb, noun or adjective of speech or thought takes as its content."""

from __future__ import annotations

from timeline.events.cues.speech import Frames, frames_of
from timeline.language.document import Document, Token
from timeline.model import Span
from timeline.record import record

_LEADING = " \n,;:.-–—)…"
_EMPTY = frozenset(
    {"that", "which", "who", "what", "so", "it", "them", "this", "whom", "himself", "themselves", "itself"}
)
_RESTRICTING = frozenset({"for", "as", "of", "with", "in", "on", "over", "about", "from", "to"})
_TRAILING = " \n,;:.-–—(…"


@record
class Content:
    """`frame` is the frame of speech_verbs.csv that found it, `kind` the kind its row gives; `subject` is a first piece
    apart from the rest: "*the race* appears *closer*"."""

    span: Span
    frame: str
    kind: str
    subject: Span | None = None


def content_of_verb(document: Document, verb: Token, frames: Frames) -> Content | None:
    """The complement of a verb, by the first frame that fits."""
    clause = _clause(verb)
    if clause is not None and "that" in frames:
        last = clause
        if clause.i < verb.i:
            last = [child for child in verb.children if child.dep == "ccomp" and child.i < verb.i][-1]
        return _content(document, verb, clause, last, "that", frames)
    if clause is None and "that" in frames:
        above = _parenthetical(verb)
        if above is not None:
            return _around(document, verb, above, frames)
    infinitive = verb.child("xcomp") or (verb.child("ccomp") if _is_infinitive(verb.child("ccomp")) else None)
    if infinitive is not None and infinitive.i > verb.i:
        on = next((child for child in verb.children if child.dep == "prep" and child.lower in ("on", "upon")), None)
        if on is not None and "on" in frames and (asked := on.child("pobj")) is not None:
            return _content(document, verb, asked, infinitive, "on", frames)
        if "inf" in frames and _is_infinitive(infinitive):
            return _raising(document, verb, _content(document, verb, infinitive, infinitive, "inf", frames))
        if "ing" in frames and infinitive.tag == "VBG":
            return _content(document, verb, infinitive, infinitive, "ing", frames)
        if "obj-to" in frames and infinitive.tag == "VB":
            return _content(document, verb, verb.child("dobj") or infinitive, infinitive, "obj-to", frames)
    if "obj-as" in frames and verb.dep != "acl":
        named = verb.child("oprd", "ccomp", "xcomp")
        first = verb.child("dobj") or named
        if named is not None and first is not None and first.i < verb.i < named.i:
            return _content(document, verb, named, named, "obj-as", frames)
        if named is not None and first is not None and named.i > verb.i:
            return _content(document, verb, first, named, "obj-as", frames)
        as_phrase = next(
            (child for child in verb.children if child.dep == "prep" and child.lower in ("as", "to")), None
        )
        if as_phrase is not None and first is not None and as_phrase.i > first.i > verb.i:
            return _content(document, verb, first, as_phrase, "obj-as", frames)
    if frames.get("inf") == "seem" and (state := verb.child("oprd", "acomp")) is not None:
        return _raising(document, verb, _content(document, verb, state, state, "inf", frames))
    return _of_preposition(document, verb, frames) or _of_object(document, verb, frames)


def content_of_noun(document: Document, noun: Token, frames: Frames) -> Content | None:
    """The clause or phrase that a noun like "claim", "promise" or "call" takes."""
    for child in noun.children:
        if child.i < noun.i:
            continue
        if child.dep in ("acl", "ccomp", "relcl") and "that" in frames:
            mark = child.child("mark")
            if mark is not None and mark.lower in ("that", "whether") and mark.dep == "mark":
                return _content(document, noun, child, child, "that", frames)
        if child.dep in ("acl", "xcomp", "relcl") and "inf" in frames and _is_infinitive(child):
            return _content(document, noun, child, child, "inf", frames)
    return _of_preposition(document, noun, frames)


def content_of_adjective(document: Document, adjective: Token, frames: Frames) -> Content | None:
    """What somebody is sure, worried or proud of."""
    if adjective.dep not in ("acomp", "oprd", "conj", "advcl", "ROOT", "ccomp"):
        return None
    clause = _clause(adjective)
    if clause is not None and "that" in frames:
        return _content(document, adjective, clause, clause, "that", frames)
    above = adjective.head if adjective.dep == "acomp" else None
    clause = _clause(above) if above is not None else None
    if clause is not None and clause.i > adjective.i and clause.child("mark") is not None:
        return _content(document, adjective, clause, clause, "that", frames)
    return _of_preposition(document, adjective, frames)


def trimmed(text: str, span: Span) -> Span | None:
    """The span without punctuation at its edges (a quote's own marks stay), None when nothing is left."""
    start, end = span.start, span.end
    while start < end and text[start] in _LEADING:
        start += 1
    while end > start and text[end - 1] in _TRAILING:
        if text[end - 1] == "." and _is_abbreviation(text, start, end):
            break
        end -= 1
    inside = text[start:end]
    if inside.count('"') % 2:
        if inside.startswith('"'):
            start += 1
        elif inside.endswith('"') or text[end : end + 1] != '"':
            end -= inside.endswith('"')
        else:
            end += 1
    return Span(start, end) if end > start else None


def _is_abbreviation(text: str, start: int, end: int) -> bool:
    word = text[max(start, end - 6) : end].split(" ")[-1]
    return len(word) >= 4 and word[1:2] == "." and word[:1].isupper()


def _clause(word: Token) -> Token | None:
    """The finite clause a word takes, one after it before one in front; an infinitive or a gerund is none."""
    fronted = None
    for child in word.children:
        if child.dep == "ccomp" and not _is_infinitive(child):
            if child.tag == "VBG" and child.child("aux") is None and child.child("nsubj") is None:
                continue
            if child.i > word.i:
                return child
            if _is_break(word, child.right + 1) or child.right + 1 >= word.left:
                fronted = fronted or child
    return fronted


def _is_infinitive(verb: Token | None) -> bool:
    return verb is not None and any(child.dep == "aux" and child.lower == "to" for child in verb.children)


def _parenthetical(verb: Token) -> Token | None:
    """The clause that a verb of speech interrupts or follows: "The deal, he said, was dead"."""
    if verb.dep not in ("parataxis", "ccomp", "dep", "advcl") or verb.head.pos not in ("VERB", "AUX"):
        return None
    if verb.child("mark", "xcomp") is not None or verb.child("nsubj") is None:
        return None
    if verb.child("dobj") is not None and verb.lemma != "tell":
        return None
    if verb.right - verb.left > 14 or verb.tag not in ("VBD", "VBZ", "VBP", "VBN"):
        return None
    if verb.dep != "parataxis" and not (_is_break(verb, verb.left - 1) or _is_break(verb, verb.left)):
        return None
    return verb.head if verb.dep == "parataxis" or verb.left > verb.head.left else None


def _around(document: Document, verb: Token, above: Token, frames: Frames) -> Content | None:
    """The clause around a verb of speech and its subject, in two pieces where they stand in its middle."""
    first, last = above.left, above.right
    before = (first, verb.left - 1) if verb.left > first else None
    after = (verb.right + 1, last) if verb.right < last else None
    pieces = []
    for piece in (before, after):
        if piece is not None:
            span = trimmed(document.text, Span(document.tokens[piece[0]].start, document.tokens[piece[1]].end))
            if span is not None and span.end - span.start > 2:
                pieces.append(span)
    if not pieces:
        return None
    if len(pieces) > 1 and pieces[0].of(document.text)[-1] == '"' != document.text[pieces[1].start]:
        pieces.pop()  # "…," he said of the firm, whose owner …: what follows a quote is the writer's
    return Content(pieces[-1], "that", frames["that"], pieces[0] if len(pieces) > 1 else None)


def _raising(document: Document, verb: Token, content: Content | None) -> Content | None:
    """ "The race appears to be closer", "the plant is expected to close": the subject belongs to what is said."""
    subject = verb.child("nsubjpass") or (verb.child("nsubj") if content and content.kind == "seem" else None)
    if content is None or subject is None or subject.lower in _EMPTY:
        return content
    tokens = document.tokens
    piece = trimmed(document.text, Span(tokens[subject.left].start, tokens[subject.right].end))
    return Content(content.span, content.frame, content.kind, piece)


def _of_preposition(document: Document, word: Token, frames: Frames) -> Content | None:
    for child in word.children:
        if child.dep not in ("prep", "agent") or child.i < word.i:
            continue
        if child.lower == "of" and "obj-of" in frames and (accused := word.child("dobj")) is not None:
            return _content(document, word, accused, child, "obj-of", frames)
        if child.lower not in frames:
            continue
        inner = child.child("pobj", "pcomp")
        if inner is not None and inner.entity not in ("DATE", "TIME"):
            return _content(document, word, inner, inner, child.lower, frames)
    return None


def _of_object(document: Document, verb: Token, frames: Frames) -> Content | None:
    """The object with what restricts it: "praised Miami for its vote", "announced steps to tighten the law"."""
    if "obj" not in frames:
        return None
    dobj = verb.child("dobj", "nsubjpass")
    if dobj is None or dobj.lower in _EMPTY:
        return None
    last = dobj
    if dobj.i > verb.i:
        for child in verb.children:
            follows = child.left == last.right + 1
            if (follows and child.dep == "prep" and child.lower in _RESTRICTING) or (
                follows and child.dep in ("advcl", "xcomp") and _is_infinitive(child)
            ):
                last = child
    return _content(document, verb, dobj, last, "obj", frames)


def _content(document: Document, cue: Token, first: Token, last: Token, frame: str, frames: Frames) -> Content | None:
    """The words from the first to the last complement, never the cue itself."""
    left, right = first.left, last.right
    if left <= cue.i <= right:
        if first.i > cue.i:
            left = cue.i + 1
        else:
            right = cue.left - 1 if cue.left > first.i else cue.i - 1
    if left > right:
        return None
    tokens = document.tokens
    if first.i > cue.i:
        right = _before_aside(last, right) if frame != "that" else _before_next_cue(last, right)
        if frame == "inf":
            right = _before_circumstance(last, right)
    span = trimmed(document.text, Span(tokens[left].start, tokens[right].end))
    return Content(span, frame, frames[frame]) if span is not None else None


def _before_aside(last: Token, right: int) -> int:
    """The last word before an aside set off by a comma or a dash: ", the latest chapter …", ", which …"."""
    for child in last.children:
        aside = child.dep in ("appos", "relcl", "advcl", "acl", "ccomp", "parataxis") and child.i > last.i
        if aside and _is_break(last, child.left - 1):
            return max(last.i, child.left - 2)
        if child.dep == "punct" and child.i > last.i and child.lower in ("—", "–", "--", "-", "("):
            return max(last.i, child.i - 1)
    return right


def _before_circumstance(infinitive: Token, right: int) -> int:
    """The last word before a clause that tells when or why it was said: "refused to speak | as she left"."""
    for child in infinitive.children:
        if child.dep == "advcl" and child.i > infinitive.i and not _is_infinitive(child):
            mark = child.child("mark", "advmod")
            if mark is not None and mark.lower in ("as", "after", "while", "when", "before", "because"):
                return max(infinitive.i, child.left - 1)
    return right


def _before_next_cue(clause: Token, right: int) -> int:
    """The last word before a second act of speech ("says that he agrees | and calls it a fraud", "said they were right
    | and Democrats accused them"), before a semicolon, and before a dash that no other closes."""
    tokens = clause.sentence.tokens
    first, offset = max(clause.left, tokens[0].i), tokens[0].i
    quoted, dashes = 0, []
    for at in range(first, min(right, tokens[-1].i) + 1):
        word = tokens[at - offset].lower
        if word == '"':
            quoted ^= 1
        elif not quoted and at > clause.i and word == ";":
            return at - 1
        elif not quoted and at > clause.i and word in ("—", "--"):
            dashes.append(at)
    if len(dashes) == 1:
        right = dashes[0] - 1
    for child in clause.children:
        if child.dep == "advcl" and child.i > clause.i and frames_of(child) is not None:
            mark = child.child("mark")
            if mark is not None and mark.lower in ("while", "whereas") and child.child("nsubj") is not None:
                return min(right, child.left - 1)  # "said they were young | while Diaz wrote that …"
        if child.dep != "conj" or child.pos != "VERB" or child.i > right:
            continue
        frames, subject = frames_of(child), child.child("nsubj")
        again = subject is None and child.child("ccomp") is not None
        another = subject is not None and subject.pos != "PRON" and child.tag == "VBD"
        if frames is not None and (again or another):
            joint = clause.child("cc")
            return (joint.i if joint is not None else child.left) - 1
    return right


def _is_break(near: Token, index: int) -> bool:
    tokens = near.sentence.tokens
    at = index - tokens[0].i
    return 0 <= at < len(tokens) and tokens[at].lower in (",", "—", "–", "--")
