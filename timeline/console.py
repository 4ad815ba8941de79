"""What the command says while it works: messages and a progress line, on standard error."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TextIO

from timeline.articles.made import Unreadable
from timeline.exports.text import fit
from timeline.model import Article

NAMED = 70  # columns of an article's name


class Console:
    """Counts problems and says them. `quiet` keeps remarks and progress back, never a problem."""

    def __init__(self, quiet: bool = False, stream: TextIO | None = None) -> None:
        self.quiet = quiet
        self.stream = stream or sys.stderr
        self.problems = 0
        self.articles = 0
        self.events = 0
        self.counts = "events"  # what of an extraction is counted: its events or its times
        self._drawn = False
        self._total = 0
        self._live = not quiet and self.stream.isatty()

    def problem(self, one: Unreadable) -> None:
        """Say what could not be read, and why; remarks that are no problem only when not quiet."""
        self.problems += one.fatal
        if one.fatal or not self.quiet:
            self._line(f"{'read in part' if one.partly else 'not read' if one.fatal else 'note'}: {one}")

    def failure(self, article: Article, problem: Exception) -> None:
        """Say that our own code failed on an article."""
        kind = type(problem).__name__
        said = " ".join(str(problem).split())[:200]
        self.problems += 1
        self._line(
            f"not read: {name(article)}: an error of this program ({kind}: {said}). "
            "Please report it with this article; the rest was read."
        )

    def remarks(self, article: Article, messages: Iterable[str]) -> None:
        if not self.quiet:
            for message in messages:
                self._line(f"note: {name(article)}: {message}")

    def say(self, text: str) -> None:
        """A line that is not shown when quiet."""
        if not self.quiet:
            self._line(text)

    def insist(self, text: str) -> None:
        """A line that is always shown."""
        self._line(text)

    def done(self, found: int) -> None:
        """One more article was read, and so many events (or times) were found in it."""
        self.articles += 1
        self.events += found
        self._draw()

    @contextmanager
    def progress(self, files: int, counts: str = "events") -> Iterator[None]:
        """A line that counts, while this lasts; only on a terminal."""
        self._total, self.counts = files, counts
        self._draw()
        try:
            yield
        finally:
            self._wipe()
            self._total = 0

    def _draw(self) -> None:
        if self._live:
            of = f" of {self._total}" if self._total > 1 and self.articles <= self._total else ""
            self.stream.write(f"\r\x1b[K{self.articles:,}{of} articles read, {self.events:,} {self.counts} …")
            self.stream.flush()
            self._drawn = True

    def _wipe(self) -> None:
        if self._drawn:
            self.stream.write("\r\x1b[K")
            self._drawn = False

    def _line(self, text: str) -> None:
        """One line: control characters of an article's text must not steer the terminal."""
        self._wipe()
        clean = " ".join(fit(text, 10_000).split())
        self.stream.write(clean + "\n")
        self.stream.flush()


def name(article: Article) -> str:
    """What a person knows an article by: its title, address or first words."""
    first = article.title or article.url or " ".join(article.text[:200].split())
    return fit(first, NAMED).rstrip()
