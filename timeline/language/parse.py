"""Article → Document: repaired, cut into paragraphs, tagged and parsed, as plain tokens."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from timeline.language.capitals import dictionary_of, hear
from timeline.language.datelines import FRONT, dateline_end, entry_end
from timeline.language.document import Document, Entity, Sentence, Token
from timeline.language.mend import mend
from timeline.language.parser import load_parser, parser_name
from timeline.language.prefixes import WHOLE, base_form, lemma_of
from timeline.language.repair import repair
from timeline.model import Article, Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

BATCH = 64  # paragraphs a batch: whole documents at 256 took 2.4 GB (docs/design.md)
LONGEST = 10_000  # characters the parser is given at once; longer paragraphs are cut at a space
# Words whose base form the parser gets wrong.
_LEMMAS = {
    "raped": "rape", "raping": "rape", "rapes": "rape", "bases": "base", "maimed": "maim",
    "installed": "install", "installing": "install", "readied": "ready", "readies": "ready", "readying": "ready",
    "reoccupied": "reoccupy", "resupplied": "resupply", "resupplies": "resupply", "lambasted": "lambaste",
    "lambasting": "lambaste", "spared": "spare", "spares": "spare", "sparing": "spare",
    "taxes": "tax", "doses": "dose", "graves": "grave", "motives": "motive", "syringes": "syringe", "axes": "axe",
    "salvos": "salvo", "attachés": "attaché", "audits": "audit", "pesos": "peso", "muftis": "mufti",
    "plenaries": "plenary", "bared": "bare", "bureaus": "bureau", "bazookas": "bazooka", "wheelchairs": "wheelchair",
    "retook": "retake", "strove": "strive", "forgave": "forgive", "overrode": "override", "overflew": "overfly",
    "underwrote": "underwrite", "Marines": "marine",
}  # fmt: skip
_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")
# Words that the parser takes for something else, and may break the sentence at. It hears a word of the same length in
# their place; the tokens keep the article's own.
HEARD_AS = (
    (re.compile(r"\bminus(?= \d)"), "about"),  # "to minus 26 degrees": a conjunction to the parser
    (re.compile(r"\bmagnitude(?= \d)"), "estimated"),  # "a magnitude 6.2 earthquake": a subject to the parser
    (re.compile(r"\bretook\b"), "seized"),  # pasts that are nouns or infinitives to it
    (re.compile(r"\bstrove\b"), "sought"),
    (re.compile(r"\bforgave\b"), "excused"),
    (re.compile(r"\boverrode\b"), "rejected"),
    (re.compile(r"\boverflew\b"), "followed"),
    (re.compile(r"\bunderwrote\b"), "guaranteed"),
    (re.compile(r"\bWHO\b(?= [a-z])"), "FBI"),  # "WHO sends doctors": a question to the parser
    (re.compile(r"\bTrump\b"), "Biden"),  # "Trump names a judge": an imperative to the parser
    # ranks at whose full stop it breaks the sentence: "…, Sgt. Ruiz said", "Lt.-Col. Ruiz"
    (re.compile(r"\b(?:Sgt|Det|Cpl|Pvt|Spc|Cst|Amb)\.(?= [A-Z])"), "Gen."),
    (re.compile(r"\b(?:Supt|Insp|Cmdr|Cmdt|Brig|Asst|Atty|Msgr|Engr|Comm)\.(?= [A-Z])"), "Prof."),
    (re.compile(r"\b(?:Lt|Fr)\.(?= [A-Z])"), "Mr."),
    (re.compile(r"(?<=[jtg]\.)-(?=(?:Col|Gen|Cmdr|Gov|Adm)\b)"), " "),
    (re.compile(r"\bjunta\b"), "party"),  # "the junta banned rallies": an adjective to the parser
)


def read_document(article: Article) -> Document:
    """The reading of one article."""
    return next(read_documents([article]))


def read_documents(articles: Iterable[Article]) -> Iterator[Document]:
    """Readings in the order of the articles. One article is in memory at a time; its paragraphs share batches."""
    parser = load_parser(parser_name())
    for article in articles:
        reading = repair(article.text)
        paragraphs = list(_paragraphs(reading.text))
        document = Document(article, reading.text, [], [], paragraphs=paragraphs, offsets=reading.offsets)
        pieces = [(piece, k) for k, span in enumerate(paragraphs) for piece in _cut_dateline(reading.text, span, k)]
        heard = hear(reading.text, paragraphs, dictionary_of(parser))
        document.heard = heard if heard != reading.text else ""
        for pattern, word in HEARD_AS:
            heard = pattern.sub(word, heard)
        texts = (span.of(heard) for span, _ in pieces)
        for (span, number), parsed in zip(pieces, parser.pipe(texts, batch_size=BATCH), strict=True):
            _add(document, parsed, span.start, number, parser)
        mend(document)
        yield document


def read_plain(article: Article) -> Document:
    """The reading of an article in a language the parser does not know: words and sentences, no syntax."""
    reading = repair(article.text)
    paragraphs = list(_paragraphs(reading.text))
    document = Document(article, reading.text, [], [], paragraphs=paragraphs, offsets=reading.offsets, parsed=False)
    for number, span in enumerate(paragraphs):
        for piece in re.finditer(r"\S.*?(?:[.!?…؟]+[\"')\]]*(?=\s|$)|$)", span.of(reading.text)):
            tokens = [
                Token(
                    len(document.tokens) + k, m.group(), m.group(), "", "", "", span.start + piece.start() + m.start()
                )
                for k, m in enumerate(re.finditer(r"\w+(?:[-'’]\w+)*|[^\w\s]", piece.group()))
            ]
            _add_sentence(document, tokens, number)
    return document


def _paragraphs(text: str) -> Iterator[Span]:
    for match in _PARAGRAPH.finditer(text):
        start, end = match.span()
        while end - start > LONGEST:
            cut = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
            cut = cut if cut > 0 else start + LONGEST
            yield from _trimmed(text, start, cut)
            start = cut
        yield from _trimmed(text, start, end)


def _cut_dateline(text: str, span: Span, number: int) -> list[Span]:
    """The paragraph, its dateline or its clock apart."""
    end = dateline_end(text, span.start, span.end) if number < FRONT else span.start
    end = end if end > span.start else entry_end(text, span.start, span.end)
    if end == span.start:
        return [span]
    return [*_trimmed(text, span.start, end), *_trimmed(text, end, span.end)]


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    piece = text[start:end]
    if piece.strip():
        yield Span(start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip()))


def with_silent_e(lemma: str, form: str) -> str:
    """The lemma of a verb of one syllable, mended where the parser's rules cut off its e: "hopped" is of "hop", "hoped" not.

    >>> with_silent_e("hop", "hoped"), with_silent_e("fin", "fining"), with_silent_e("hop", "hopped")
    ('hope', 'fine', 'hop')
    >>> with_silent_e("open", "opened"), with_silent_e("box", "boxes"), with_silent_e("cut", "cuts")
    ('open', 'box', 'cut')
    """
    cut_off = form in (f"{lemma}ed", f"{lemma}es", f"{lemma}ing") and _ONE_SYLLABLE.fullmatch(lemma) is not None
    return f"{lemma}e" if cut_off else lemma


_ONE_SYLLABLE = re.compile(r"[^aeiou]*[aeiou][bdfgklmnprtv]")


def _add(document: Document, parsed: Doc, base: int, paragraph: int, parser: Language) -> None:
    """Append one parsed paragraph as plain tokens, leaving white space out."""
    first = len(document.tokens)
    at_or_after: list[int] = []  # parser's index → ours, space tokens leaning on the next word
    made: list[Token] = []
    written = document.heard or document.text
    for word in parsed:
        at_or_after.append(len(made))
        if not word.is_space:
            start = base + word.idx
            text = written[start : start + len(word)]
            own = text if word.pos_ == "PROPN" else text.lower()
            lemma = _LEMMAS.get(text, word.lemma_ if text.lower() == word.lower_ else own)
            if word.tag_.startswith("VB"):
                lemma = with_silent_e(lemma, own)
            if WHOLE.match(text):
                lemma = base_form(word, parser)
            pos, tag = word.pos_, word.tag_
            if tag == "JJ" and own.endswith("ed") and any(child.dep_ == "auxpass" for child in word.children):
                pos, tag = "VERB", "VBN"  # 'The talks are "terminated"': the marks make an adjective of it
                lemma = lemma_of(own, tag, pos, parser)
            made.append(Token(first + len(made), text, lemma, pos, tag, word.dep_, start, word.ent_type_))
    if not made:
        return
    last = len(made) - 1
    for word in parsed:
        if word.is_space:
            continue
        token = made[at_or_after[word.i]]
        head = word.head
        while head.is_space and head.head.i != head.i:
            head = head.head
        if head.i != word.i and not head.is_space:
            token.head = made[at_or_after[head.i]]
            token.head.children += (token,)
        token.left = made[min(last, at_or_after[word.left_edge.i])].i
        right = word.right_edge
        edge = at_or_after[right.i] - 1 if right.is_space else at_or_after[right.i]
        token.right = token.i if first + edge <= token.i else made[edge].i
    document.tokens += made
    for sentence in parsed.sents:
        start, end = at_or_after[sentence.start], at_or_after[sentence.end - 1]
        words = made[start : end + (0 if parsed[sentence.end - 1].is_space else 1)]
        _add_sentence(document, words, paragraph, known=True)
    for entity in parsed.ents:
        low, high = at_or_after[entity.start], at_or_after[entity.end - 1]
        document.entities += [Entity(first + a, first + b, entity.label_) for a, b in _parts(made, low, high)]


def _parts(made: list[Token], low: int, high: int) -> Iterator[tuple[int, int]]:
    """First and last word of a named entity; a bracket that is not closed in it parts it: "Rights Office (HRO"."""
    texts = [token.text for token in made[low : high + 1]]
    if "(" in texts[1:-1] and ")" not in texts:
        at = low + texts.index("(", 1)
        made[at].entity = ""
        yield low, at - 1
        low = at + 1
    yield low, high


def _add_sentence(document: Document, tokens: list[Token], paragraph: int, *, known: bool = False) -> None:
    if not tokens:
        return
    if not known:
        document.tokens += tokens
    sentence = Sentence(len(document.sentences), paragraph, tokens)
    for token in tokens:
        token.sentence = sentence
    document.sentences.append(sentence)
