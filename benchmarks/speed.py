"""Words a second of each stage beside the parser's own speed, in one run: `python -m benchmarks.speed [STAGE …]`.

The text is made here from the seeds, which hold an event every fourteen words, repeated until `--words` words are
reached in articles of `--length` words, so that a stage which is not flat in document length shows it. `--texts` names
a file of other articles, a JSON object with a "text" a line. Figures are processor time, medians over `--rounds`;
quote the ratios, the machine is noisy.
"""

from __future__ import annotations

import argparse
import gc
import json
import statistics
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.documents import pack, unpack
from timeline.actors.find import find_actors
from timeline.events.find import find_events
from timeline.language.document import Document
from timeline.language.parse import read_document
from timeline.model import Anchor, Article
from timeline.places.find import find_places
from timeline.quantities.find import find_quantities
from timeline.table import to_rows
from timeline.times.find import find_times

SEEDS = Path(__file__).parent.parent / "seeds"
PUBLISHED = date(2023, 7, 20)


def articles(words: int, length: int, texts: Path | None = None) -> list[Article]:
    """Articles of about `length` words each, `words` in all, made of the paragraphs of the seeds, or of `texts`, in
    turn."""
    lines = (path.read_text(encoding="utf-8") for path in sorted(SEEDS.rglob("*.txt")))
    if texts is not None:
        lines = (json.loads(line)["text"] for line in texts.read_text(encoding="utf-8").split("\n") if line.strip())
    paragraphs = [line for text in lines for line in text.splitlines() if len(line.split()) > 8]
    made: list[Article] = []
    text: list[str] = []
    count = total = at = 0
    while total < words:
        text.append(paragraphs[at % len(paragraphs)])
        count += len(text[-1].split())
        at += 1
        if count >= length:
            made.append(Article(f"a{len(made)}", "\n".join(text), PUBLISHED, "stated", language="en"))
            total, count, text = total + count, 0, []
    return made


class Reading:
    """What each stage needs from the ones before it, kept so that a stage is timed alone."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.document: Document = read_document(article)
        self.times = find_times(self.document, Anchor(PUBLISHED))
        self.actors = find_actors(self.document, PUBLISHED)
        self.places = find_places(self.document, self.actors)
        self.quantities = find_quantities(self.document, self.times)
        self.events = find_events(self.document, self.times, self.actors, self.places, self.quantities)

    def renew(self) -> None:
        """New tokens for the same words: what a stage remembers of a document must not help it in the next round."""
        self.document = unpack(self.article, pack(self.document))


STAGES: dict[str, Callable[[Reading], Any]] = {
    "parser": lambda r: read_document(r.article),
    "times": lambda r: find_times(r.document, Anchor(PUBLISHED)),
    "actors": lambda r: find_actors(r.document, PUBLISHED),
    "places": lambda r: find_places(r.document, r.actors),
    "quantities": lambda r: find_quantities(r.document, r.times),
    "events": lambda r: find_events(r.document, r.times, r.actors, r.places, r.quantities),
    "rows": lambda r: list(to_rows(r.events)),
}


def measure(readings: list[Reading], stages: list[str], rounds: int) -> dict[str, float]:
    """Median seconds a stage, rounds interleaved so that a slow moment of the machine touches all stages."""
    seconds: dict[str, list[float]] = {stage: [] for stage in stages}
    for _ in range(rounds):
        for stage in stages:
            for reading in readings:
                reading.renew()
            gc.collect()  # what came before a stage is not the stage's to clear away
            started = time.process_time()
            for reading in readings:
                STAGES[stage](reading)
            seconds[stage].append(time.process_time() - started)
    return {stage: statistics.median(values) for stage, values in seconds.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("stages", nargs="*", metavar="STAGE", help=f"any of {', '.join(STAGES)}; all by default")
    parser.add_argument("--words", type=int, default=20_000)
    parser.add_argument("--length", type=int, nargs="+", default=[500, 10_000], help="words an article")
    parser.add_argument("--texts", type=Path, metavar="FILE.jsonl", help="articles to time instead of the seeds")
    parser.add_argument("--rounds", type=int, default=3)
    chosen = parser.parse_args()
    stages = chosen.stages or list(STAGES)
    if unknown := [stage for stage in stages if stage not in STAGES]:
        parser.error(f"no stage called {unknown[0]}; there are {', '.join(STAGES)}")
    if "parser" not in stages:
        stages = ["parser", *stages]
    for length in chosen.length:
        readings = [Reading(article) for article in articles(chosen.words, length, chosen.texts)]
        words = sum(len(reading.article.text.split()) for reading in readings)
        seconds = measure(readings, stages, chosen.rounds)
        print(f"\n{len(readings)} articles of about {length} words, {words} words")
        print(f"{'stage':12s} {'words/s':>10s} {'of the parser':>14s}")
        for stage, value in seconds.items():
            print(f"{stage:12s} {words / value:10.0f} {value / seconds['parser']:14.3f}")
        after = sum(value for stage, value in seconds.items() if stage != "parser")
        print(f"{'all after':12s} {words / after:10.0f} {after / seconds['parser']:14.3f}")


if __name__ == "__main__":
    main()
