"""How well actors are known: links of Wikipedia's Current Events against what is found in their words.

    python -m benchmarks.actors GOLD_FOLDER [--misses N]

A link's words stand in the entry's text; its page says who is meant. *States*: pages named as a state of our tables:
does an actor over those words carry that country? *Persons and organisations*: the 200 pages most linked, by
`actors_key.csv` (page → country or body), which is public record and holds nothing of the texts.
"""

from __future__ import annotations

import argparse
import csv
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from timeline.actors.find import find_actors
from timeline.actors.tables import load_tables
from timeline.language.document import Document
from timeline.language.parse import read_documents
from timeline.model import Actor, Article

KEY = Path(__file__).with_name("actors_key.csv")
PAGES = {"Georgia (country)": "GEO", "Republic of Ireland": "IRL", "State of Palestine": "PSE"}


def state_pages() -> dict[str, str]:
    """Country by the name of a state's page."""
    pages = dict(PAGES)
    for entry in load_tables().entries.values():
        if entry.kind == "state" and entry.status == "state" and entry.name != "Georgia":
            pages[entry.name] = entry.country
    return pages


def key_pages() -> dict[str, str]:
    """Country or kind of body by the name of a person's or organisation's page."""
    with KEY.open(encoding="utf-8", newline="") as file:
        return {row["page"]: row["country"] for row in csv.DictReader(file)}


def judge(
    rows: Iterable[dict[str, object]], documents: Iterable[Document], pages: dict[str, str]
) -> Iterator[tuple[str, bool, str, str]]:
    """(page, right, words, what was found) of every link to one of the pages."""
    for row, document in zip(rows, documents):
        links = [link for link in row["links"] if link["page"] in pages]  # type: ignore[attr-defined, index]
        if not links:
            continue
        actors = find_actors(document, date.fromisoformat(str(row["date"])))
        for link in links:
            start = document.text.find(link["text"])
            if start < 0:
                continue
            found = over(actors, start, start + len(link["text"]))
            country = pages[link["page"]]
            right = any(actor.country == country for actor in found)
            yield link["page"], right, link["text"], "; ".join(f"{actor.name} {actor.country}" for actor in found)


def over(actors: Iterable[Actor], start: int, end: int) -> list[Actor]:
    """Actors whose mention shares a character with the words."""
    return [actor for actor in actors if actor.span.start < end and start < actor.span.end]


def read_rows(folder: Path) -> list[dict[str, object]]:
    path = next(iter(sorted(folder.rglob("wikipedia_current.jsonl"))), None) if folder.is_dir() else folder
    if path is None:
        raise SystemExit(f"no wikipedia_current.jsonl under {folder}")
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]


def report(name: str, judged: list[tuple[str, bool, str, str]], misses: int) -> str:
    right = sum(one[1] for one in judged)
    lines = [f"{name}: {right} of {len(judged)} links right = {right / max(1, len(judged)):.3f}"]
    by_page: dict[str, list[bool]] = {}
    for page, good, _, _ in judged:
        by_page.setdefault(page, []).append(good)
    mostly = sum(sum(good) * 2 > len(good) for good in by_page.values())
    lines.append(f"  pages mostly right: {mostly} of {len(by_page)} = {mostly / max(1, len(by_page)):.3f}")
    wrong = Counter((page, words, found) for page, good, words, found in judged if not good)
    lines += [f"    {count}x {page} | {words} | {found}" for (page, words, found), count in wrong.most_common(misses)]
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, help="the gold folder, or one wikipedia_current JSONL")
    parser.add_argument("--misses", type=int, default=0, help="show this many misses (only of a half to look into)")
    arguments = parser.parse_args()
    rows = read_rows(arguments.gold)
    wanted = {**state_pages(), **key_pages()}
    rows = [row for row in rows if any(link["page"] in wanted for link in row["links"])]  # type: ignore[attr-defined]
    articles = [Article(str(row["id"]), str(row["text"])) for row in rows]
    documents = list(read_documents(articles))
    print(report("states", list(judge(rows, documents, state_pages())), arguments.misses))
    print(report("persons and organisations", list(judge(rows, documents, key_pages())), arguments.misses))


if __name__ == "__main__":
    main()
