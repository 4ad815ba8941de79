"""The version of the house, and a fingerprint of everything that decides what is read out of an article."""

from __future__ import annotations

import hashlib
import os
from functools import cache
from pathlib import Path

VERSION = "0.1.0"
ROOMS = (
    "actors",
    "events",
    "language",
    "places",
    "quantities",
    "times",
    "model.py",
    "pipeline.py",
    "rules.py",
    "table.py",
)


MERGING = (
    "merge",
    "events/coreference/concepts.py",
    "events/coreference/concepts.csv",
    "delta.py",
    "merged.py",
    "table.py",
)


@cache
def extractor_version() -> str:
    """The version and a hash of the code and tables that read articles: when any of them changes, so does this, and
    the store knows that an article is worth reading again."""
    return f"{VERSION}+{_digest(ROOMS)}"


@cache
def derived_version() -> str:
    """A hash of the code that derives merged events from read ones."""
    return _digest(MERGING)


def _digest(rooms: tuple[str, ...]) -> str:
    here = Path(__file__).parent
    digest = hashlib.sha256(os.environ.get("TIMELINE_PARSER", "").encode())
    for room in rooms:
        path = here / room
        found = sorted(path.rglob("*")) if path.is_dir() else [path]
        for file in found:
            if file.suffix in (".py", ".csv", ".tsv", ".json", ".txt") and file.is_file():
                digest.update(file.relative_to(here).as_posix().encode())
                digest.update(file.read_bytes())
    return digest.hexdigest()[:12]
