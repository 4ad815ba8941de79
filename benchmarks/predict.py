"""Write predictions for a gold set: `python -m benchmarks.predict TASK GOLD.jsonl PRED.jsonl`.

TASK is times, events, quotes, factuality or entities. Of each gold record only the id, the text and, for times, the
publication date are read (for factuality also where the mentions stand); the answers are never looked at.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

from benchmarks.documents import document_of
from timeline.actors.find import find_actors
from timeline.events.factuality.modality import factuality
from timeline.events.find import find_scored
from timeline.events.speech.attribution import find_attributions, outermost
from timeline.language.document import Document
from timeline.model import Anchor, Article, Span
from timeline.places.find import find_places
from timeline.quantities.find import find_quantities
from timeline.times.find import find_times

Record = dict[str, Any]


def published(record: Record) -> date | datetime | None:
    """The record's document creation time; a year or a month alone is its first day."""
    stated = str(record.get("dct") or record.get("published") or "")
    for form in ("%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M", "%Y-%m-%d", "%Y-%m", "%Y"):
        try:
            moment = datetime.strptime(stated, form)
        except ValueError:
            continue
        return moment if "T" in form else moment.date()
    return None


def reading_of(record: Record) -> Document:
    return document_of(Article(str(record["id"]), record["text"], published(record), "stated", language="en"))


def times(record: Record) -> Record:
    document = reading_of(record)
    found = find_times(document, Anchor(document.article.published))
    return {"timexes": [{**_span(document, one.span), "type": one.type, "value": one.value} for one in found]}


def events(record: Record) -> Record:
    """PLOVER types only, before mentions are joined, heaviest in its sentence first, carrier before carried.

    A record whose quad scheme is CAMEO's counts CONCEDE as material cooperation (CAMEO 08), PLOVER's as verbal.
    """
    cameo = record.get("quad_scheme") == "cameo"
    document = reading_of(record)
    spotted = find_times(document, Anchor(document.article.published))
    actors = find_actors(document, document.article.published)
    places = find_places(document, actors)
    quantities = find_quantities(document, spotted)
    return {
        "events": [
            {
                "type": label,
                **({"quad": 2} if label == "CONCEDE" and cameo else {}),
                "source": [_actor(document, actor) for actor in event.actors],
                "target": [_actor(document, actor) for actor in event.recipients],
            }
            for label, event in find_scored(document, spotted, actors, places, quantities)
        ]
    }


def quotes(record: Record) -> Record:
    """The outermost attributions, which is all that PolNeAR annotates, each content in its pieces."""
    document = reading_of(record)
    actors = find_actors(document, document.article.published)
    return {
        "attributions": [
            {
                "source": [_span(document, one.speaker_span)] if one.speaker_span else [],
                "content": [_span(document, part) for part in one.parts or (one.span,)],
            }
            for one in outermost(find_attributions(document, actors))
        ]
    }


def factualities(record: Record) -> Record:
    document = reading_of(record)
    at = {}
    for token in document.tokens:
        span = document.to_article(token.span)
        at.update(dict.fromkeys(range(span.start, span.end), token))
    return {
        "mentions": [
            {"start": one["start"], "end": one["end"], "label": factuality(at[one["start"]])}
            for one in record["mentions"]
            if one["start"] in at
        ]
    }


ENTITY = {"person": "Person", "state": "Location", "organisation": "Organisation", "company": "Organisation"}


def entities(record: Record) -> Record:
    document = reading_of(record)
    spotted = find_times(document, Anchor(document.article.published))
    actors = [one for one in find_actors(document, document.article.published) if not one.implied]
    found = [(ENTITY.get(one.kind, ""), one.span) for one in actors]
    found += [("Location", one.span) for one in find_places(document, actors)]
    quantities = [one for one in find_quantities(document, spotted) if one.rule != "none at all"]
    found += [("Money" if one.kind == "money" else "Quantity", one.span) for one in quantities]
    lengths = {one.span for one in quantities}  # durations are quantities, every other time says when
    found += [("Temporal", one.span) for one in spotted if one.span not in lengths]
    return {"entities": [{"type": kind, **_span(document, span)} for kind, span in found if kind]}


TASKS: dict[str, Callable[[Record], Record]] = {
    "times": times,
    "events": events,
    "quotes": quotes,
    "factuality": factualities,
    "entities": entities,
}


def _span(document: Document, span: Span) -> Record:
    moved = document.to_article(span)
    return {"start": moved.start, "end": moved.end}


def _actor(document: Document, actor: Any) -> Record:
    moved = document.to_article(actor.span)
    return {"country": actor.country, "text": moved.of(document.article.text), "start": moved.start, "end": moved.end}


def predictions(task: str, gold: Path) -> Iterator[Record]:
    """One prediction a record of the gold file."""
    with gold.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                record = json.loads(line)
                yield {"id": record["id"], **TASKS[task](record)}


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("task", choices=sorted(TASKS))
    parser.add_argument("gold", type=Path)
    parser.add_argument("pred", type=Path)
    chosen = parser.parse_args()
    with chosen.pred.open("w", encoding="utf-8") as to:
        for one in predictions(chosen.task, chosen.gold):
            to.write(json.dumps(one, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
