"""The walk from an article to its events, one line a step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date, datetime
from functools import cache
from typing import Any, TypeVar

from timeline.actors.find import find_actors
from timeline.actors.resolve import terms
from timeline.events.find import find_events
from timeline.language.detect import find_language
from timeline.language.document import Document
from timeline.language.parse import read_documents, read_plain
from timeline.language.repair import find_holes
from timeline.model import Anchor, Article, Event, Evidence, Extraction, Span, Timex
from timeline.places.find import find_places
from timeline.quantities.find import find_quantities
from timeline.times.find import find_times
from timeline.times.other import find_times_other
from timeline.times.published import infer_published

PARSED = "en"
GIVEN, STATED = "given", "stated"
T = TypeVar("T")


def extract(
    article: Article, published: date | datetime | None = None, override: date | datetime | None = None
) -> Extraction:
    """What one article says happened, when, and who says so.

    `published` fills a publication date that the article does not state; `override` replaces it.
    """
    return next(extract_all([article], published, override))


def extract_all(
    articles: Iterable[Article], published: date | datetime | None = None, override: date | datetime | None = None
) -> Iterator[Extraction]:
    """`extract` over many articles, in their order, one in memory at a time."""
    for article in articles:
        dated = with_date(article, published, override)
        document = read(dated)
        yield to_extraction(document)


def with_date(article: Article, published: date | datetime | None, override: date | datetime | None) -> Article:
    """The article with the caller's publication date, where that applies."""
    if override is not None:
        return replace(article, published=override, published_basis=GIVEN)
    if article.published is not None:
        return replace(article, published_basis=article.published_basis or STATED)
    if published is not None:
        return replace(article, published=published, published_basis=GIVEN)
    return article


def read(article: Article) -> Document:
    """The article's reading: parsed where the parser knows its language, plain words otherwise."""
    language = article.language or find_language(article.text)
    article = replace(article, language=language)
    return next(read_documents([article])) if language in (PARSED, "") else read_plain(article)


def extract_times(article: Article) -> Extraction:
    """The article with its date filled in, and its times without its events."""
    document, dating = date_document(read(article))
    times = tuple(to_article(one, document) for one in find_all_times(document))
    return Extraction(document.article, (), times, tuple(dating))


def to_extraction(document: Document) -> Extraction:
    """The walk itself."""
    document, dating = date_document(document)
    article = document.article
    times = find_all_times(document)
    messages = [*dating, *_messages(document)]
    if not document.parsed:
        return Extraction(article, (), tuple(to_article(one, document) for one in times), tuple(messages))
    actors = find_actors(document, article.published)
    places = find_places(document, actors)
    quantities = find_quantities(document, times)
    events = find_events(document, times, actors, places, quantities)
    quoted = tuple(quote(event, document) for event in events)
    if not quoted:
        messages.append("No event was found in this article.")
    return Extraction(article, quoted, tuple(to_article(one, document) for one in times), tuple(messages))


def date_document(document: Document) -> tuple[Document, list[str]]:
    """The document with its article's publication date filled in from within, where it states none."""
    article = document.article
    if article.published is not None:
        return document, []
    undated = find_all_times(document)
    offices = [(name, office, start, end) for name, office, _, start, end in terms()]
    inferred = infer_published(document, undated, offices)
    if inferred is None:
        return document, [
            (
                "The article states no publication date and none could be worked out: relative times such as "
                '"Friday" stay open. Give it with --published (or in the form) to date them.'
            )
        ]
    article = replace(article, published=inferred.date, published_basis=f"inferred: {inferred.basis}")
    document.article = article
    return document, [f"Publication date inferred as {inferred.date.isoformat()}: {inferred.basis}."]


def find_all_times(document: Document) -> list[Timex]:
    """Its times, by our own English rules or, for other languages, through dateparser."""
    anchor = Anchor(document.article.published)
    if document.article.language in (PARSED, ""):
        return find_times(document, anchor)
    return find_times_other(document, anchor, document.article.language)


def quote(event: Event, document: Document) -> Event:
    """The event with every span in the article's own characters, and every quotation in its own words."""
    article = document.article
    moved = to_article(event, document)
    evidence = Evidence(
        article.id,
        moved.evidence.span,
        moved.evidence.span.of(article.text),
        article.publisher,
        article.url,
        article.published,
        article.published_basis,
    )
    return replace(
        moved,
        evidence=evidence,
        trigger_text=moved.trigger.of(article.text),
        time_text=moved.time_span.of(article.text) if moved.time_span else moved.time_text,
    )


def to_article(record: T, document: Document) -> T:
    """The same record with every Span in it mapped from the reading copy to the article's text."""
    return record if document.offsets is None else _moved(record, document)


def _moved(value: Any, document: Document) -> Any:
    if isinstance(value, Span):
        return document.to_article(value)
    if isinstance(value, tuple):
        return tuple(_moved(one, document) for one in value)
    names = _records_in(type(value))  # type: ignore[arg-type]
    if not names:
        return value
    return replace(value, **{name: _moved(getattr(value, name), document) for name in names})


@cache
def _records_in(kind: Any) -> tuple[str, ...]:
    """Fields of a record that may hold a Span, a record or a tuple."""
    if not is_dataclass(kind):
        return ()
    plain = ("str", "int", "float", "bool", "int | None", "float | None", "tuple[str, ...]")
    return tuple(one.name for one in fields(kind) if str(one.type) not in plain)


def _messages(document: Document) -> list[str]:
    article, said = document.article, []
    if not article.text.strip():
        return ["The article has no text."]
    if article.language not in (PARSED, "") and not document.parsed:
        said.append(
            f"The article's language ({article.language}) is not one whose events can be read yet: "
            "only its times were extracted."
        )
    holes = find_holes(document.text)
    if holes:
        where = ", ".join(repr(document.text[max(0, one.start - 12) : one.end]) for one in holes[:5])
        said.append(f"Words seem to be missing in {len(holes)} place(s), left as they are: {where}.")
    return said
