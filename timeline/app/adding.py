"""Uploads and pasted text → the store, and an account of what became of each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from timeline.articles.made import Unreadable
from timeline.articles.read import Found
from timeline.model import Article, Extraction
from timeline.store import Store

Told = Callable[[int, str], None]
EARLIEST, LATEST = date(1500, 1, 1), date(2200, 12, 31)
STATUS = {"added": "added", "replaced": "read anew", "unchanged": "already there"}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one article gave. `status` is added, replaced or unchanged."""

    id: str
    title: str
    status: str
    published: str
    basis: str
    events: int
    dated: int
    messages: tuple[str, ...] = ()


@dataclass(slots=True)
class Account:
    """What became of everything that was put in."""

    outcomes: list[Outcome] = field(default_factory=list)
    problems: list[Unreadable] = field(default_factory=list)

    @property
    def events(self) -> int:
        return sum(one.events for one in self.outcomes)


def add(store: Store, found: Found, published: date | None, told: Told, known: Article | None = None) -> Account:
    """Reads, extracts and keeps every article of `found`; `told(number, name)` is called before each. `published`
    fills a date that an article does not state; `known` fills title, outlet and address of a pasted one."""
    from timeline.pipeline import extract, with_date

    account = Account()
    read: dict[str, Extraction] = {}

    def extractions() -> Iterator[Extraction]:
        for number, article in enumerate(_articles(found, account)):
            article = with_date(_filled(article, known), published, None)
            told(number, article.title or opening(article.text))
            if store.has(article):
                account.outcomes.append(_outcome(Extraction(article), "unchanged"))
                continue
            extraction = extract(article)
            read[article.id] = extraction
            yield extraction

    for saved in store.add_all(extractions()):
        account.outcomes.append(_outcome(read.pop(saved.article_id), saved.status))
    return account


def as_it_came(article: Article) -> Article:
    """The article without what an earlier reading worked out about it."""
    if article.published_basis.startswith("inferred"):
        return replace(article, published=None, published_basis="")
    return article


def _articles(found: Iterable[Article | Unreadable], account: Account) -> Iterator[Article]:
    for one in found:
        if isinstance(one, Unreadable):
            account.problems.append(one)
        else:
            yield one


def _filled(article: Article, known: Article | None) -> Article:
    if known is None:
        return article
    return replace(
        article,
        title=article.title or known.title,
        publisher=article.publisher or known.publisher,
        url=article.url or known.url,
    )


def _outcome(extraction: Extraction, status: str) -> Outcome:
    article, events = extraction.article, extraction.events
    day = article.published.isoformat()[:10] if article.published else ""
    dated = sum(1 for one in events if one.time is not None and (one.time.start or one.time.end))
    title = article.title or opening(article.text)
    return Outcome(article.id, title, status, day, article.published_basis, len(events), dated, extraction.messages)


def opening(text: str, most: int = 60) -> str:
    """The first words of a text, to call it by.

    >>> opening("  One  two three", 7)
    'One two…'
    """
    words = " ".join(text[: most * 4].split())
    return words if len(words) <= most else f"{words[:most].rstrip()}…"
