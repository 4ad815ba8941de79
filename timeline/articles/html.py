"""Web pages, through trafilatura: the article's words and what the page says about itself."""

from __future__ import annotations

import itertools
import json
import logging
import re
from collections.abc import Iterator
from typing import Any, TextIO

from timeline.articles.dates import DateUnread, read_date
from timeline.articles.made import Unreadable, make_articles
from timeline.model import Article

LARGEST = 20_000_000  # characters of one page
# The window of days a page may be dated in: fixed, so that the answer does not depend on today.
DATES: dict[str, Any] = {
    "original_date": True,
    "extensive_search": False,
    "min_date": "1990-01-01",
    "max_date": "2100-01-01",
}
_JSON_LD = re.compile(r"<script[^>]{0,300}application/ld\+json[^>]{0,300}>", re.IGNORECASE)
_EMPTY = "no article could be found in this page. Copy the article's words into a .txt file and read that."


def read_html(stream: TextIO, path: str) -> Iterator[Article | Unreadable]:
    """The article of one page."""
    text = stream.read(LARGEST + 1)
    if len(text) > LARGEST:
        reason = f"the page is larger than {LARGEST // 1_000_000} MB. Copy the article's words into a .txt file."
        yield Unreadable(path, "", reason)
        return
    words, known = read_page(text)
    if not words.strip():
        yield Unreadable(path, "", _EMPTY)
        return
    yield from make_articles(words, known, path)


def read_page(page: str) -> tuple[str, dict[str, str]]:
    """The article's words ("" when none are found), and title, published, publisher, url as far as the page says."""
    import trafilatura

    for name in ("trafilatura", "htmldate"):
        logging.getLogger(name).setLevel(logging.CRITICAL)  # what they have to say is said by our own reason
    try:
        found = trafilatura.bare_extraction(
            page, include_comments=False, include_tables=False, with_metadata=True, date_extraction_params=DATES
        )
        if found is None or not found.text:
            found = trafilatura.bare_extraction(
                page, favor_recall=True, include_comments=False, with_metadata=True, date_extraction_params=DATES
            )
    except Exception:  # lxml and its users raise many kinds on hostile pages; none may stop the rest
        found = None
    linked = json_ld(page)
    if found is None:
        return "", linked
    known = {
        "title": found.title or "",
        "published": found.date or "",
        "publisher": found.sitename or found.hostname or "",
        "url": found.url or "",
        "language": (found.language or ""),
    }
    return found.text or "", {**{k: v for k, v in known.items() if v}, **linked}


def json_ld(page: str) -> dict[str, str]:
    """What the page's JSON-LD says of its article: the surest place for a date, for it is made for machines."""
    for match in itertools.islice(_JSON_LD.finditer(page), 20):
        end = page.find("</script", match.end())
        try:
            held = json.loads(page[match.end() : end], strict=False)
        except (ValueError, RecursionError):
            continue
        for thing in _things(held):
            kinds = thing.get("@type")
            kinds = kinds if isinstance(kinds, list) else [kinds]
            if any(
                isinstance(kind, str) and ("Article" in kind or kind in ("Report", "BlogPosting")) for kind in kinds
            ):
                return _about(thing)
    return {}


def _things(held: Any) -> Iterator[dict[str, Any]]:
    for one in held if isinstance(held, list) else [held]:
        if isinstance(one, dict):
            yield one
            graph = one.get("@graph")
            yield from (thing for thing in (graph if isinstance(graph, list) else []) if isinstance(thing, dict))


def _about(thing: dict[str, Any]) -> dict[str, str]:
    publisher = thing.get("publisher")
    publisher = publisher[0] if isinstance(publisher, list) and publisher else publisher
    said = {
        "title": thing.get("headline"),
        "publisher": publisher.get("name") if isinstance(publisher, dict) else publisher,
        "published": thing.get("datePublished"),
    }
    about = {key: value for key, value in said.items() if isinstance(value, str) and value.strip()}
    try:
        read_date(about.get("published", ""))
    except DateUnread:
        about.pop("published", None)
    return about
