"""docs/merging.md: how mentions and reports become one event, with what the seeds' collection gives."""

from __future__ import annotations

from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent

TEXT = """# One event, once

Made by `python scripts/make_docs.py`; the examples at the end are what the seeds give today.

An event is told many times: several times in one article, and in several articles. It becomes one row twice over.

## Inside an article

`timeline/events/coreference/mentions.py` joins mentions while the words are at hand. A mention joins an earlier one when **nothing
disagrees** and **something points back**.

Nothing disagrees:

- both words can mean one happening: they are of one family, and of one kind if both have a kind
  ([concepts.csv](../timeline/events/coreference/concepts.csv): "halt", "lull" and "truce" are one family, a shooting is no stabbing);
- types, parties, places, times and quantities that *both* mentions state themselves fit together. A place counts only
  where the mention names it. Silence fits everything;
- what is denied is not what happened, and what is ahead is not what is past;
- of those who meet or agree, two are the same: Armenia's talks with Georgia are not those with Azerbaijan;
- no word sets the mention apart: "another", "second", "earlier", "two", "also"; one attack is not several.

Something points back:

- a definite noun: "the attack", "this tactical pause", "Russia's strike"; also one that names what its verb tells of
  ("the blast damaged a school"), a word for whatever befell ("the accident"), a count ("it was the third this week");
- what befalls one person once: "police arrested Bello … Bello was detained as he left home";
- the same number of the same people, told again with no other place or day: "nine people died in Jos … the nine were
  killed when gunmen came"; one person's killing and death;
- the lead, under a headline that says the same thing first;
- a word for what an article rarely tells of twice (`once` in the table), with a party in common: "a week-long pause";
- an effect told with its cause: "the strike killed 12", "shelled the town, killing 12";
- a verb said again of one thing: "the pause ends", "a pause that will end in two days".

A report of violence or disaster needs less: its story runs over many sentences, mostly without a word that points back
(`story.py`). What tells of harm done joins the event told last, unless something sets it apart: a day, a town, people
or a number that do not fit, another weapon, "another", "elsewhere", "two hours later", a habit ("have killed hundreds").
A part of those who fell fits the whole ("killed 14", "twelve soldiers died"). What lay days before, or was only told of
as done before, is spoken of in its own paragraph and no further, so that "the blast" after "a bombing in 1983" is again
the one that the report is about.

The mention that tells most (a time of its own first, then parties, place and size) gives the row; the others fill what
it leaves open. "Until February 1" and "week-long" together give a start, counted back and marked as approximate. The
speaker is whoever tells the event, not one who only names it. How real the event is, is decided over all mentions:
a verb in the indicative outweighs a bare noun, a cue ("upcoming") outweighs none, and a state that has begun and not
ended on the day of publication goes on.

## Over several articles

`timeline/merge` unites table rows of different articles. What was read is never changed: the rows of each article are
the stored truth, united rows are made from them and can be made again.

**Which rows can meet.** A row stands in one block: its family of words and its month (`block_keys`). Statements, and rows
with no date or one coarser than a month, meet nothing. A block is merged by itself; then what the last day of a month
tells is held against what the first day of the next one tells, so that a month's end cuts nothing. After an ingest only
the blocks of the rows that came or went, and those of the months beside them, need to be merged again.

**What keeps two rows apart.** The same article; words or types that do not fit; parties known on both sides and none in
common; towns more than 60 km apart, or different countries; more than a day between their days; counts that differ
fivefold, or that differ at all when the days do (each day of a war has its own toll); a conditional, demanded,
threatened or offered act against one that happened or is planned.

**What brings them together.** Points: the same spot 2; parties up to 2.5; the day up to 1 (a day apart costs up to 1);
the same count up to 1.5; words in common up to 2.5; 1 for what rarely happens twice, 1.5
in the same words. At least 4 are needed, and
something specific among them: many words, a count, or a spot with some words or both parties. So "Russia struck Ukraine
on Monday", told twice of different towns, stays two events. "The countryside of Aleppo" is no spot, and a place that the
sentence itself does not name brings nothing together. Speech needs more, because one person says many things in a day.

**No chains.** Rows are taken in the order of how real, how precise and how early they are, whatever the order they came
in. Each joins the leader it agrees with most, if it agrees with everyone who joined before it. So a strike of Monday and
one of Wednesday are never one event because somebody wrote of Tuesday.

**What the united row keeps.** The leader's own columns, gaps filled from the next best, columns that belong together
from one report; every report in `sources` with its own modality, dates and quote; `reports`, the number of articles;
the first named speaker; a confidence that grows a little with every further outlet; and `disagreements` in words, where
reports contradict each other in dates, counts or by denial. A planned event that later reports say happened is
`happened`, and its sources show both.

Measured: `python -m benchmarks.merge` (made-up reports: time, precision and recall over pairs).

## What the seeds give

What more than one report of `seeds/black-sea-grain` tells:

| day | event | reports | they say | disagreements |
|---|---|---|---|---|
{table}
"""


def page() -> str:
    from timeline.articles.read import read
    from timeline.merge import merge_rows
    from timeline.model import Article
    from timeline.pipeline import extract
    from timeline.table import to_rows

    articles = [one for one in read([ROOT / "seeds" / "black-sea-grain"]) if isinstance(one, Article)]
    rows = [row for article in articles for row in to_rows(extract(article).events)]
    united = [row for row in merge_rows(rows) if row["reports"] > 1]
    return TEXT.format(table="\n".join(map(_line, united)))


def _line(row: dict[str, Any]) -> str:
    told = "; ".join(f"{one['publisher']} ({one['published'][:10]}): {one['modality']}" for one in row["sources"])
    cells = (row["start"][:10], row["title"], str(row["reports"]), told, "; ".join(row["disagreements"]))
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
