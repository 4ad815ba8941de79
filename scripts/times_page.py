"""docs/times.md: every time phrase that is read, out of the rules' own examples and the corpus tables."""

from __future__ import annotations

import csv
import importlib
from pathlib import Path

from timeline.rules import Rule

ROOT = Path(__file__).parent.parent
LANGUAGES = {
    "uk": "Ukrainian",
    "ru": "Russian",
    "fr": "French",
    "es": "Spanish",
    "de": "German",
    "it": "Italian",
    "ar": "Arabic",
}
HEAD = """\
# What is read as a time

Made from the rules' own examples by `python scripts/make_docs.py`; every line here is also a test. Relative times are
counted from Tuesday, 16 January 2024. The values are TIMEX3's: `2024-W03` is a week, `2024-SU` a summer, `P3D` three
days, `XXXX` what the words leave open. Each time also has an honest interval in EDTF (`timeline/times/edtf.py`):
"until February 1" is `../2024-02-01`, "early March" is `2024-03-01~/2024-03-10~`. `python -m timeline times` writes the
times of an article, with the columns listed at the foot of this page.

To add a phrase, write one rule block in the file named (CONTRIBUTING.md has the recipe).
"""


def page() -> str:
    """The whole page as Markdown."""
    from timeline.times.english import RULES

    groups: dict[str, list[Rule]] = {}
    for rule in RULES:
        groups.setdefault(rule.make.__module__, []).append(rule)
    lines = [HEAD]
    for module, rules in groups.items():
        lines += [f"## {_title(module)}", "", f"`{module.replace('.', '/')}.py`", ""]
        lines += ["| rule | reads | near misses, left alone |", "|---|---|---|"]
        lines += [f"| {rule.name} | {_examples(rule)} | {_misses(rule)} |" for rule in rules]
        lines.append("")
    lines += _other_languages()
    lines += _columns()
    return "\n".join(lines).rstrip() + "\n"


def _columns() -> list[str]:
    from timeline.exports.times import TIME_COLUMNS

    lines = ["## The rows of `python -m timeline times`", "", "| column | kind | meaning |", "|---|---|---|"]
    return [*lines, *(f"| `{column.name}` | {column.kind} | {column.meaning} |" for column in TIME_COLUMNS)]


def _title(module: str) -> str:
    """ "English: what recurs (…)." → "What recurs (…)"."""
    first = (importlib.import_module(module).__doc__ or module).strip().split("\n")[0].rstrip(".")
    words = first.removeprefix("English:").strip()
    return words[:1].upper() + words[1:]


def _examples(rule: Rule) -> str:
    return "<br>".join(f"{_cell(text)} → `{_cell(_value(value))}`" for text, value in rule.yes.items())


def _misses(rule: Rule) -> str:
    return "<br>".join(_cell(text) for text in rule.no)


def _value(value: object) -> str:
    return " · ".join(map(str, value)) if isinstance(value, tuple | list) else str(value)


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ").replace("<", "&lt;")


def _other_languages() -> list[str]:
    lines = [
        "## Other languages",
        "",
        "Seven are read by the words of `timeline/times/languages.csv`; of any other language that dateparser knows, full",
        "dates, days of a month, yesterday, today and tomorrow. The sentences are those of `tests/corpus/times_*.csv`.",
        "",
    ]
    for code, name in LANGUAGES.items():
        lines += [f"### {name}", "", "| sentence | times |", "|---|---|"]
        with (ROOT / "tests" / "corpus" / f"times_{code}.csv").open(encoding="utf-8", newline="") as table:
            for row in csv.DictReader(table):
                times = [pair.rpartition("=") for pair in row["times"].split(";") if pair]
                shown = "<br>".join(f"{_cell(words)} → `{value}`" for words, _, value in times) or "nothing"
                lines.append(f"| {_cell(row['text'])} | {shown} |")
        lines.append("")
    return lines
