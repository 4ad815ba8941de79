"""Readings of gold texts, kept between runs: parsing is most of a run's time and the rules after it are what changes.

With `TIMELINE_BENCH_CACHE` naming a folder, a document is kept there under a hash of its text and of all that makes a
reading (`timeline/language/`, the parser's name); without it every text is parsed anew.
"""

from __future__ import annotations

import hashlib
import os
import pickle
from functools import lru_cache
from pathlib import Path

import timeline.language
from timeline.language.document import Document, Entity, Sentence, Token
from timeline.language.parse import read_document
from timeline.language.parser import parser_name
from timeline.model import Article, Span


def document_of(article: Article) -> Document:
    """The reading of an article, from the cache where one is named and holds it."""
    folder = os.environ.get("TIMELINE_BENCH_CACHE")
    if not folder:
        return read_document(article)
    path = Path(folder) / hashlib.sha1(f"{makers()}\0{article.text}".encode()).hexdigest()
    if path.exists():
        return unpack(article, pickle.loads(path.read_bytes()))
    document = read_document(article)
    path.parent.mkdir(parents=True, exist_ok=True)
    half_made = path.with_suffix(f".{os.getpid()}")
    half_made.write_bytes(pickle.dumps(pack(document)))
    half_made.replace(path)
    return document


@lru_cache(maxsize=1)
def makers() -> str:
    """A hash of the code and the parser that make a reading."""
    code = sorted(Path(timeline.language.__file__).parent.glob("*.py"))
    return hashlib.sha1(b"\0".join([parser_name().encode(), *(file.read_bytes() for file in code)])).hexdigest()


Packed = tuple[
    str,
    list[tuple[object, ...]],
    list[tuple[int, int]],
    list[tuple[int, int, str]],
    list[tuple[int, int]],
    "list[int] | None",
    str,
]


def pack(document: Document) -> Packed:
    """The document as plain tuples: tokens hold each other, which pickle would follow without end."""
    return (
        document.text,
        [(t.text, t.lemma, t.pos, t.tag, t.dep, t.start, t.entity, t.head.i, t.left, t.right) for t in document.tokens],
        [(sentence.paragraph, len(sentence.tokens)) for sentence in document.sentences],
        [(one.first, one.last, one.label) for one in document.entities],
        [(span.start, span.end) for span in document.paragraphs],
        document.offsets,
        document.heard,
    )


def unpack(article: Article, packed: Packed) -> Document:
    text, rows, sentences, entities, paragraphs, offsets, heard = packed
    tokens = [Token(i, *row[:7]) for i, row in enumerate(rows)]  # type: ignore[arg-type]
    for token, row in zip(tokens, rows, strict=True):
        head, left, right = row[7:]
        token.head = tokens[head]  # type: ignore[index]
        token.left, token.right = tokens[left].i, tokens[right].i  # type: ignore[index]
        if token.head is not token:
            token.head.children += (token,)
    made, first = [], 0
    for index, (paragraph, length) in enumerate(sentences):
        made.append(Sentence(index, paragraph, tokens[first : first + length]))
        for token in made[-1].tokens:
            token.sentence = made[-1]
        first += length
    return Document(
        article,
        text,
        tokens,
        made,
        [Entity(*one) for one in entities],
        [Span(*one) for one in paragraphs],
        offsets,
        heard=heard,
    )
