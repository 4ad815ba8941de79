"""Ctrl-C at places where nothing is half done.

Python may raise KeyboardInterrupt anywhere, and DuckDB turns it into an error of its own. Here it is raised only while
an article is being read; asked for at another moment, such as during a commit, it waits until the next article begins.
A second Ctrl-C does not wait.
"""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class Stopping:
    """Used as a context: the handler of Ctrl-C is its own as long as it lasts."""

    def __init__(self) -> None:
        self._asked = False
        self._allowed = False

    def __enter__(self) -> Stopping:
        try:
            self._before = signal.signal(signal.SIGINT, self._ask)
        except ValueError:  # not the main thread: no signal reaches it
            self._before = None
        return self

    def __exit__(self, *_: object) -> None:
        if self._before is not None:
            signal.signal(signal.SIGINT, self._before)

    @contextmanager
    def here(self) -> Iterator[None]:
        """A stretch in which stopping is safe."""
        if self._asked:
            raise KeyboardInterrupt
        self._allowed = True
        try:
            yield
        finally:
            self._allowed = False

    def _ask(self, number: int, frame: FrameType | None) -> None:
        again, self._asked = self._asked, True
        if self._allowed or again:
            raise KeyboardInterrupt
