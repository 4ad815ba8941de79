"""docs/quantities.md: what is read as a quantity, out of the tables' own rows and examples."""

from __future__ import annotations

from timeline.quantities.words import rows

HEAD = """\
# What is read as a quantity

Made from the tables of `timeline/quantities/` by `python scripts/make_docs.py`; every example is also a test. A
quantity has a kind, a lower and an upper bound ("more than 20" has no upper one, "up to 300" no lower one) and a unit.
Numbers are figures, words ("two dozen", "half a million"), ranges ("between 10 and 20") and vague counts, whose lower
bound is the least that a careful reader takes them to mean ("several" 3, "dozens" 24, "hundreds of thousands" 200000).

What a number of people counts (killed, wounded, detained, …) is told by the syntax around it: "killed 26", "26 dead",
"a death toll of 40", "12 more were wounded". A length of time is read by `timeline/times`; those that say how long
("a week-long pause") are quantities of kind `duration`. Nothing is converted: miles stay miles.

To add a unit, a currency, a verb or a noun, add one row with its example.
"""
PARTS = {
    "object": "verbs: their object, or the subject of their passive",
    "subject": "verbs: their subject",
    "state": "said of people",
    "event": 'nouns that count themselves, or what follows "of"',
    "status": "what people are, where nothing else is said of them",
    "custody": "where or as what people are taken",
}


def page() -> str:
    """The whole page as Markdown."""
    lines = [HEAD, "## Units (`units.csv`)", "", "| kind | forms | example |", "|---|---|---|"]
    kinds: dict[str, list[dict[str, str]]] = {}
    for row in rows("units.csv"):
        kinds.setdefault(row["kind"], []).append(row)
    for kind, found in kinds.items():
        forms = ", ".join(row["form"] for row in found)
        lines.append(f"| {kind} | {forms} | {found[0]['example']} → {found[0]['reads']} |")
    lines += ["", "## Money (`currencies.csv`)", "", "| unit | forms | example |", "|---|---|---|"]
    currencies: dict[str, list[dict[str, str]]] = {}
    for row in rows("currencies.csv"):
        currencies.setdefault(row["unit"], []).append(row)
    for unit, found in sorted(currencies.items()):
        forms = ", ".join(row["form"] for row in found)
        lines.append(f"| {unit} | {forms} | {found[0]['example']} → {found[0]['reads']} |")
    lines += ["", "## People (`people.csv`)", ""]
    for part, meaning in PARTS.items():
        lines += [f"### {meaning[:1].upper()}{meaning[1:]}", "", "| word | kind | example |", "|---|---|---|"]
        lines += [
            f"| {row['word']} | {row['kind']} | {row['example']} → {row['reads']} |"
            for row in rows("people.csv")
            if row["part"] == part
        ]
        lines.append("")
    lines += ["## Things (`things.csv`)", "", "| kind | nouns |", "|---|---|"]
    things: dict[str, list[str]] = {}
    for row in rows("things.csv"):
        things.setdefault(row["kind"], []).append(row["plural"])
    lines += [f"| {kind} | {', '.join(nouns)} |" for kind, nouns in things.items()]
    lines += ["", "Any other noun is counted with kind `count` and itself as the unit.", ""]
    return "\n".join(lines)
