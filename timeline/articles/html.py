"""Web pages, through trafilatura: the article's words and what the page says about itself."""

from __future__ import annotations

import html
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
_UNSEEN = re.compile(r"<(script|style|head|nav|footer|noscript|template|svg)\b", re.IGNORECASE)
_BLOCK = re.compile(r"</?(?:p|div|br|h[1-6]|li|tr|article|section)\b[^<>]{0,500}>", re.IGNORECASE)
_TAG = re.compile(r"<[!/?a-zA-Z][^<>]{0,5000}>")
LEAST = 200  # characters of such a page that may be an article
_BROKEN = "its markup is broken, so all words of the page were read. If there is too much, copy the article's words."
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
        words = all_words(text)
        if len(words) < LEAST:
            yield Unreadable(path, "", _EMPTY)
            return
        yield Unreadable(path, "", _BROKEN, fatal=False)
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


def all_words(page: str) -> str:
    """Every word of a page whose markup is too broken to tell the article from the rest.

    >>> all_words("<div><p>Talks <b>resume<script>x = '<p>'</script> in Geneva &amp; Bern<p>More")
    'Talks resume in Geneva & Bern\\nMore'
    """
    kept = []
    at = 0
    for match in _UNSEEN.finditer(page):
        if match.start() >= at:
            end = page.find(f"</{match[1]}", match.end())
            kept.append(page[at : match.start()])
            at = len(page) if end < 0 else end
    text = _BLOCK.sub("\n", "".join([*kept, page[at:]]))
    lines = (" ".join(html.unescape(line).split()) for line in _TAG.sub("", text).split("\n"))
    return "\n".join(line for line in lines if line)


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
