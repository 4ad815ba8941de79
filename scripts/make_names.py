"""Make timeline/language/names.txt anew: the names of our tables that hold a word of the language.

A headline in capitals says of no word whether it is a name (timeline/language/capitals.py). What the dictionary does not
know is one; "Turkey", "Chad" and "South Sudan" are told by this list alone. Single words that signal events or name kinds
of people ("Ban", "Police") are left out, and so are towns and persons called as a verb or an adjective ("Reading").
A star stands for another name: "Grace" is one before a surname.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from timeline.events.triggers.lexicon import rows
from timeline.language.capitals import JOINING, NAMES, PHRASE, dictionary_of
from timeline.language.parser import load_parser, parser_name

ROOT = Path(__file__).parent.parent / "timeline"
STATES = ("name", "aliases", "demonyms", "capitals", "seats")
OTHERS = (
    "actors/organisations",
    "actors/groups",
    "actors/companies",
    "actors/bodies",
    "places/regions",
    "places/areas",
)
# Towns, surnames and parts of names that are more often the word.
ALSO_WORDS = frozenset(
    "acre alphabet archway aurora bender boulder cape carrefour central commonwealth corona costa delta doe east enterprise "
    "equatorial ganja he holder hub independence isle kingdom lake lakes lama limerick lira man mango manta mascara may meads "
    "mesa metro mon nada new north northern nu obi pale paradise pest plateau port republic riverside ruse saga saint salami "
    "saree sari sen sessions sierra south sultanate tenet un unity van vista warder west wiles woodlands yew yi".split()
)
LARGE = 100  # thousands of people of a town


def main() -> None:
    dictionary = dictionary_of(load_parser(parser_name()))
    signs = {head for by_head in rows().values() for head in by_head} | {row["word"] for row in _rows("actors/nouns")}
    sure = {name for row in _rows("actors/states") for column in STATES for name in row[column].split("|")}
    sure |= {name.split()[-1] for name in sure if name.endswith(("an", "ese", "ish", "i"))}
    sure |= {name for name in _called() if name.lower() not in signs}
    others = {name for name in _others() if " " in name or name.lower() not in signs}
    alike = {name for name in others if " " not in name and dictionary.holds(name.lower(), beside_nouns=True)}
    told = {name for name in sure | (others - alike) if name.lower() not in ALSO_WORDS}
    found = {name for name in told if _is_name(name) and _is_known(name, dictionary)}
    first = {f"{row['word']} *" for row in _rows("actors/sexes") if dictionary.holds(row["word"].lower())}
    NAMES.write_text("\n".join(sorted(found | first)) + "\n", encoding="utf-8")


def _is_name(name: str) -> bool:
    """Words that all begin with a capital, joining ones apart; abbreviations stay in capitals anyway."""
    words = name.split()
    plain = all(word.replace("-", "").isalpha() and not word.isupper() for word in words)
    return plain and 0 < len(words) <= PHRASE and all(word[0].isupper() or word in JOINING for word in words)


def _is_known(name: str, dictionary) -> bool:  # type: ignore[no-untyped-def]
    return any(dictionary.holds(word.lower()) for word in name.split())


def _rows(table: str) -> list[dict[str, str]]:
    with (ROOT / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _called() -> Iterator[str]:
    """What persons and bodies are called by those who say no more; a star marks an ordinary word."""
    for table in ("actors/people", *OTHERS[:3]):
        for row in _rows(table):
            yield from row["aliases"].split("|")


def _others() -> Iterator[str]:
    for row in _rows("actors/people"):
        yield row["name"]
        yield row["name"].split()[-1]
    for table in OTHERS:
        for row in _rows(table):
            yield from f"{row.get('name', '')}|{row.get('aliases', '')}".split("|")
    for row in _rows("places/cities"):
        if float(row["thousands"] or 0) >= LARGE:
            yield row["name"]


if __name__ == "__main__":
    main()
