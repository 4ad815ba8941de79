"""A reader of articles that takes no time: one event a sentence, one time a year that is named. As a program, it is the command with that reader;
PAUSE says how many seconds it takes for each article."""

from __future__ import annotations

import os
import re
import sys
import time
from datetime import datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from timeline.model import Article, Event, Evidence, Extraction, Interval, Span, Timex


def read_quickly(article: Article) -> Extraction:
    """One ASSAULT a sentence, on the day of publication; an article that says "crash" makes the reader fail."""
    time.sleep(float(os.environ.get("PAUSE", "0")))
    if "crash" in article.text:
        raise RuntimeError("boom\x1b[2J")
    start = datetime.fromisoformat(article.published.isoformat()[:10]) if article.published else None
    when = Interval(start, start + timedelta(days=1), "day") if start else None
    events = []
    at = 0
    for sentence in article.text.split(". ") if "nothing" not in article.text else ():
        span = Span(at, at + len(sentence))
        evidence = Evidence(article.id, span, sentence, article.publisher, article.url, article.published)
        title = " ".join(sentence.split())[:80]
        events.append(
            Event(
                f"{article.id}-{at}",
                "ASSAULT",
                "",
                title,
                Span(at, at + 1),
                sentence[:1],
                when,
                "explicit",
                "x",
                evidence,
            )
        )
        at += len(sentence) + 2
    said = () if events else ("No event was found in this article.",)
    years = [Span(match.start(), match.end()) for match in re.finditer("[12][0-9]{3}", article.text)]
    times = tuple(
        Timex(span, span.of(article.text), "DATE", span.of(article.text), None, rule="year") for span in years
    )
    return Extraction(article, tuple(events), times, said)


if __name__ == "__main__":
    from timeline.cli import main

    sys.exit(main(None, read_quickly))
