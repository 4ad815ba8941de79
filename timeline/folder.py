"""The folder of a store: made, marked as one, and refused when it is something else."""

from __future__ import annotations

import json
import uuid
from pathlib import Path
from urllib.parse import unquote

from timeline.stored import TABLES
from timeline.version import VERSION
from timeline.writable import DERIVED, StoreError

SCHEMA = 1
MARK = "timeline-store.json"
OURS = (*TABLES, DERIVED, MARK)
REFUSED = "[]^|*?"  # in a path they break delta-rs, or DuckDB takes them for a pattern


def check_path(folder: Path) -> None:
    bad = sorted(set(str(folder)) & set(REFUSED))
    if bad or unquote(str(folder)) != str(folder):
        raise StoreError(
            f"A store's path cannot hold any of {' '.join(REFUSED)} or %-codes: {folder}. Name another folder."
        )
    if folder.exists() and not folder.is_dir():
        raise StoreError(f"{folder} is a file; a store is a folder. Name another one.")


def found(folder: Path, mark: Path) -> None:
    """Make the folder and mark it as a store."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        strange = sorted(one.name for one in folder.iterdir() if not one.name.startswith(".") and one.name not in OURS)
        if strange:
            raise StoreError(f"{folder} holds other files ({', '.join(strange[:3])}); name a new or empty folder.")
        making = folder / f".{MARK}-{uuid.uuid4().hex}"
        making.write_text(json.dumps({"schema": SCHEMA, "made_by": f"timeline {VERSION}"}) + "\n", encoding="utf-8")
        making.replace(mark)
    except OSError as problem:
        raise StoreError(
            f"No store can be made in {folder}: {problem.strerror}. Name a folder you may write to."
        ) from None


def check_schema(mark: Path) -> None:
    try:
        schema = int(json.loads(mark.read_text(encoding="utf-8"))["schema"])
    except (OSError, ValueError, KeyError, TypeError):
        raise StoreError(f"{mark} cannot be read. Restore it from a copy, or ingest into a new folder.") from None
    if schema != SCHEMA:
        age = "a newer" if schema > SCHEMA else "an older"
        todo = "Update timeline" if schema > SCHEMA else "Ingest the articles into a new folder"
        raise StoreError(
            f"{mark.parent} was written by {age} timeline (schema {schema}; this one is {SCHEMA}). {todo}."
        )
