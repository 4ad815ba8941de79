"""A store whose folder may only be read, or whose disk is full: read all the same, and said in one line on a write."""

from __future__ import annotations

import errno
import os
import re
import shutil
import tempfile
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from deltalake.exceptions import DeltaError

DERIVED = "derived"  # folder of files that can be made again any time
_SYSTEM = re.compile(r"([^:\n]{1,100}) \(os error \d+\)")  # how delta-rs ends its message when the system refuses


class StoreError(Exception):
    """The folder cannot be used as a store; the message says what to do."""


class Derived:
    """Where a store's derived files are: in its folder, or, where that may only be read, in a temporary one that
    lasts as long as this does."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / DERIVED
        if not may_write(self.path if self.path.exists() else folder):
            self.path = Path(tempfile.mkdtemp(prefix="timeline-"))
            weakref.finalize(self, shutil.rmtree, self.path, ignore_errors=True)


def may_write(folder: Path) -> bool:
    return os.access(folder, os.W_OK)


def check_writable(folder: Path) -> None:
    """Raises PermissionError where nothing may be written: asked first, for delta-rs tells it with a backtrace."""
    if not may_write(folder):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(folder))


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """Says as a StoreError that the system does not let the store be written: no right to, no space left."""
    try:
        yield
    except (OSError, DeltaError) as problem:
        match = _SYSTEM.search(str(problem))
        reason = match[1].strip() if match else problem.strerror if isinstance(problem, OSError) else None
        if not reason:
            raise
        raise StoreError(
            f"{folder} cannot be written ({reason}). What was committed before is safe; see that there is space and "
            "that you may write there."
        ) from None
