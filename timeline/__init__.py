"""Turns news into a trustworthy timeline: articles in, a table of dated, sourced events out.

>>> import timeline
>>> article = timeline.Article("a", "Russia struck Odesa on Monday.")
>>> article.text[:6]
'Russia'
"""

from __future__ import annotations

import importlib
import sys
from typing import TYPE_CHECKING, Any

if sys.version_info < (3, 11):  # noqa: UP036 (an older Python gets here, and deserves one clear line)
    sys.exit("timeline needs Python 3.11, 3.12 or 3.13, and this is an older one. `make app` finds a suitable one.")

from timeline.version import VERSION as __version__

if TYPE_CHECKING:
    from timeline.articles.read import read
    from timeline.model import Article, Extraction
    from timeline.pipeline import extract, extract_all
    from timeline.query import Filter
    from timeline.store import open_store
    from timeline.table import to_table

# Where each public name lives. They are loaded when first used: `import timeline` costs nothing, and a process that
# only stores never loads the parser.
_HOMES = {
    "Article": "timeline.model",
    "Extraction": "timeline.model",
    "Filter": "timeline.query",
    "extract": "timeline.pipeline",
    "extract_all": "timeline.pipeline",
    "open_store": "timeline.store",
    "read": "timeline.articles.read",
    "to_table": "timeline.table",
}
__all__ = [
    "Article",
    "Extraction",
    "Filter",
    "__version__",
    "extract",
    "extract_all",
    "open_store",
    "read",
    "to_table",
]


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(importlib.import_module(_HOMES[name]), name)
    if name in ("views", "exports", "articles"):
        return importlib.import_module(f"timeline.{name}")
    raise AttributeError(f"module 'timeline' has no attribute {name!r}")
