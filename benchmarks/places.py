"""How well places are known.

    python -m benchmarks.places GOLD_FOLDER [--misses N]

*ISAF*: is the province of the release's main event among those labelled? *UCDP Syria*: over headlines that name a
place we know, is the governorate the event's, where the headline points at one governorate alone?
"""

from __future__ import annotations

import argparse
import html
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from timeline.actors.find import find_actors
from timeline.language.document import Document
from timeline.language.parse import read_documents
from timeline.model import Article
from timeline.places.find import find_places, lead_place
from timeline.places.gazetteer import lookup

Judged = tuple[bool, bool, str, str]  # answered, right, wanted, given


def plain(name: str) -> str:
    return re.sub(r"[^a-z]", "", name.lower())


def judge_isaf(rows: Iterable[dict[str, Any]], documents: Iterable[Document]) -> Iterator[Judged]:
    for row, document in zip(rows, documents):
        wanted = {province(name, "AFG") for name in row["gold"]["province"] if name}
        if not wanted:
            continue
        place = lead_place(document, find_places(document, find_actors(document)))
        given = place.region if place is not None else ""
        yield bool(given), plain(given) in wanted, "/".join(sorted(wanted)), f"{given} ({place.name if place else ''})"


def judge_syria(rows: Iterable[dict[str, Any]], documents: Iterable[Document]) -> Iterator[Judged]:
    for row, document in zip(rows, documents):
        wanted = province(re.sub(r" Governorate$", "", row["adm_1"] or ""), "SYR")
        if not wanted:
            continue
        places = find_places(document, find_actors(document))
        named = {place.region for place in places if place.region and place.country == "SYR"}
        if len(named) != 1:
            yield False, False, wanted, "; ".join(sorted(named))
            continue
        given = next(iter(named))
        yield True, plain(given) == wanted, wanted, given


def province(name: str, country: str) -> str:
    """The province's name as our gazetteer has it, plain."""
    name = name.strip()
    for form in (name, name.title(), re.sub(r"^(al|ar|as|ash|at)[- ]", "", name, flags=re.IGNORECASE).title()):
        for spot in lookup(form):
            if spot.country == country and spot.kind == "region":
                return plain(spot.region)
    return plain(name)


def report(name: str, judged: list[Judged], misses: int) -> str:
    answered = [one for one in judged if one[0]]
    right = sum(one[1] for one in judged)
    lines = [
        (
            f"{name}: right {right} of {len(judged)} = {right / max(1, len(judged)):.3f}; "
            f"of the {len(answered)} answered {right / max(1, len(answered)):.3f}"
        )
    ]
    lines += [f"    wanted {one[2]} | {one[3]}" for one in [one for one in judged if not one[1]][:misses]]
    return "\n".join(lines)


def read_rows(folder: Path, name: str) -> list[dict[str, Any]]:
    paths = sorted(folder.rglob(f"{name}*.jsonl"))
    return [json.loads(line) for path in paths[:1] for line in path.read_text(encoding="utf-8").split("\n") if line]


def headline(row: dict[str, Any]) -> str:
    """The first of the headlines, which are joined by semicolons."""
    return html.unescape(str(row["source_headline"] or "")).split(";")[0]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, help="the gold folder")
    parser.add_argument("--misses", type=int, default=0, help="show this many misses (only of a half to look into)")
    arguments = parser.parse_args()
    rows = read_rows(arguments.gold, "isaf")
    documents = list(read_documents([Article(str(row["id"]), row["text"]) for row in rows]))
    print(report("ISAF province", list(judge_isaf(rows, documents)), arguments.misses))
    rows = [row for row in read_rows(arguments.gold, "ucdp_syria") if headline(row)]
    documents = list(read_documents([Article(str(row["id"]), headline(row)) for row in rows]))
    print(
        report("UCDP Syria governorate, headlines that name one", list(judge_syria(rows, documents)), arguments.misses)
    )


if __name__ == "__main__":
    main()
