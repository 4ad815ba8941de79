"""Make timeline/language/names.txt and words.txt anew, `python -m scripts.make_names`: the names of our tables that hold a
word of the language, and words of the news that the dictionary lacks.

A headline in capitals says of no word whether it is a name (timeline/language/capitals.py). What the dictionary does not
know is one; "Turkey", "Chad" and "South Sudan" are told by this list alone. Single words that signal events or name kinds
of people ("Ban", "Police") are left out, and so are towns and persons called as a verb or an adjective ("Reading").
A star stands for another name: "Grace" is one before a surname. Acronyms that are words ("WHO") stand in capitals.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path

from timeline.actors.seeds import WEAPONS
from timeline.events.triggers.lexicon import rows
from timeline.language.capitals import JOINING, NAMES, PHRASE, WORDS, dictionary_of
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
# Names of no table that hold a word.
ALSO_NAMES = frozenset(
    {
        "Coast Guard", "National Guard", "Border Patrol", "Wall Street", "Far East", "Supreme Court", "Green Party",
        "Fort Bragg", "Congress", "Capitol", "Air Force One", "Security Council", "Big Tech", "Big Ben", "Ground Zero",
        "US House", "House of Representatives", "House Republicans", "House Democrats", "Apple", "Amazon", "Fed",
        "Labor Day", "May Day", "Ruth Bader Ginsburg", "Black Friday", "Super Bowl", "World Cup", "Olympics", "Oscars",
    }
)  # fmt: skip
# Faiths, peoples, parties, feasts, waters and mountains that the dictionary holds.
ALSO_CAPITAL = frozenset(
    "Islam Islamic Islamist Islamists Islamism Christian Christians Christianity Muslim Muslims Jew Jews Jewish Judaism "
    "Catholic Catholics Protestant Protestants Hindu Hindus Hinduism Buddhist Buddhists Buddhism Sunni Sunnis Shiite "
    "Shiites Shia Shias Zulu Maori Arab Arabs Latino Latinos Hispanic Hispanics Asian Asians Caucasian Berber Serb Serbs "
    "Croat Croats Texan Texans Republican Republicans Democrat Democrats Senate Bible Koran Quran Torah God Jesus Allah "
    "Christmas Easter Ramadan Passover Halloween Thanksgiving Hanukkah Nobel Pulitzer Oscar Broadway Hollywood Bronx "
    "Harvard Yale Princeton Stanford Hudson Thames Everest Etna Vesuvius Alps Andes Arctic Atlantic Pacific "
    "Mediterranean Baltic Balkan Bengal Marx Mao Mozart Bush".split()
)
HONORIFICS = (
    "Ayatollah Dame Dr Imam King Lady Lord Mr Mrs Ms Mullah Pope Prince Princess Queen Sheikh Sir Sultan".split()
)
# Words of no table.
ALSO_KNOWN = frozenset(
    "airbase airbag anybody anyone anything battlegroup bitcoin boreholes carmaker chipmaker cleanup coronavirus covid cyber "
    "drugmaker else eurozone everybody everyone everything exclave firefighting floodwater frontline frontrunner goalscorer "
    "governorate guardrail hacktivist helipad herself himself hotline hydropower hypersonic itself landmine lawmaker "
    "livestream malware midfielder motorsport mudflow myself nobody nothing online onstage ought ourselves peacekeeper "
    "phishing planemaker plainclothes powerline ransomware roadmap roadworks rockfall schoolchildren shall smartphone "
    "somebody someone something spaceport spyware standoff statehood stopgap themselves toolkit tsunami videolink vlogger "
    "wargame warplane watchlist whistleblower wildfire wiretapping yourself youtuber farmworker biker app".split()
)
LARGE = 100  # thousands of people of a town


def main() -> None:
    for file, lines in made().items():
        file.write_text(lines, encoding="utf-8")


def made() -> dict[Path, str]:
    """What the two files are to hold."""
    dictionary = dictionary_of(load_parser(parser_name()))
    signs = {head for by_head in rows().values() for head in by_head} | {row["word"] for row in _rows("actors/nouns")}
    sure = {name for row in _rows("actors/states") for column in STATES for name in row[column].split("|")}
    sure |= {name.split()[-1] for name in sure if name.endswith(("an", "ese", "ish", "i"))}
    sure |= {name for name in _called() if name.lower() not in signs} | ALSO_NAMES | ALSO_CAPITAL | WEAPONS
    others = {name for name in _others() if " " in name or name.lower() not in signs}
    alike = {name for name in others if " " not in name and dictionary.has_lemma(name.lower(), beside_nouns=True)}
    told = {name for name in sure | (others - alike) if name.lower() not in ALSO_WORDS}
    words = {word for word in signs | ALSO_KNOWN if word.isalpha() and word.islower() and word not in JOINING}
    lacked = {word for word in words if not dictionary.has_lemma(word)}

    def holds_a_word(name: str) -> bool:
        parts = name.lower().split()
        return any({part, part.removesuffix("s")} & lacked or dictionary.has_lemma(part) for part in parts)

    found = {name for name in told if _is_name(name) and holds_a_word(name)}
    first = {f"{name} *" for name in _first_names() if holds_a_word(name)}
    short = {name for name in map(_bare, _others()) if _is_acronym(name) and holds_a_word(name)}
    return {file: "\n".join(sorted(lines)) + "\n" for file, lines in ((NAMES, found | first | short), (WORDS, lacked))}


def _first_names() -> Iterator[str]:
    """And what stands before a name with a capital."""
    yield from HONORIFICS
    for row in _rows("actors/sexes"):
        if row["word"][0].isupper():
            yield row["word"]


def _is_name(name: str) -> bool:
    """Words that all begin with a capital, joining ones apart; abbreviations stay in capitals anyway."""
    words = name.split()
    plain = all(re.sub("['-]", "", word).isalpha() for word in words) and not name.isupper()
    return plain and 0 < len(words) <= PHRASE and all(word[0].isupper() or word in JOINING for word in words)


def _bare(name: str) -> str:
    """Without the star that marks an ordinary word."""
    return name.rstrip("*")


def _is_acronym(name: str) -> bool:
    return name.isalpha() and name.isupper() and name not in ("MEND", "PACE", "GAM", "PIA")


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
