"""Who held which office when, by the table of people."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from functools import lru_cache

from timeline.actors.tables import Entry, Tables, Term, load_tables
from timeline.language.document import Token

# Ways to say an office → the word of the table, by longest match on the words of the title.
OFFICES = {
    "prime minister": "prime minister", "premier": "prime minister", "pm": "prime minister", "taoiseach": "prime minister",
    "vice president": "vice president", "president": "president", "chancellor": "chancellor",
    "foreign minister": "foreign minister", "foreign secretary": "foreign secretary",
    "secretary of state": "secretary of state", "top diplomat": "foreign minister",
    "external affairs minister": "foreign minister", "minister of foreign affairs": "foreign minister",
    "minister for foreign affairs": "foreign minister",
    "defense minister": "defence minister", "defence minister": "defence minister",
    "minister of defense": "defence minister", "minister of defence": "defence minister",
    "defense secretary": "secretary of defense", "secretary of defense": "secretary of defense",
    "defence secretary": "defence secretary", "secretary of war": "secretary of defense",
    "treasury secretary": "treasury secretary", "interior minister": "interior minister",
    "home minister": "interior minister", "attorney general": "attorney general", "king": "king", "queen": "queen",
    "emir": "emir", "sultan": "sultan", "emperor": "emperor", "crown prince": "crown prince",
    "supreme leader": "supreme leader", "pope": "pope", "pontiff": "pope", "army chief": "army chief",
    "secretary-general": "secretary-general", "secretary general": "secretary-general", "monarch": "king",
    "national security adviser": "national security adviser", "national security advisor": "national security adviser",
}  # fmt: skip
# The office that another country gives the same work.
SAME = {
    ("foreign minister", "USA"): "secretary of state", ("foreign minister", "GBR"): "foreign secretary",
    ("defence minister", "USA"): "secretary of defense", ("defence minister", "GBR"): "defence secretary",
    ("supreme leader", "VAT"): "pope",
}  # fmt: skip
BY_BODY = {"un": "United Nations", "nato": "NATO", "al": "Arab League", "ec": "European Commission", "euco": "European Council",
           "ecb": "European Central Bank"}  # fmt: skip
_PARTICLES = frozenset("al el bin ibn de da di del van von der la le du dos abu ben".split())


def terms(own: str | None = None) -> list[tuple[str, str, str, date | None, date | None]]:
    """Terms of office as (name, office, country, start, end): half-open dates, None where a side is open."""
    return [(term.entry.name, term.office, term.country, term.start, term.end) for term in load_tables(own).terms]


def holder(office: str, country: str, when: date | datetime | None, body: str = "") -> Entry | None:
    """Who held the office on that day; None when the table does not say, or the day is not known."""
    if when is None:
        return None
    day = when.date() if isinstance(when, datetime) else when
    office = SAME.get((office, country), office)
    if body in BY_BODY:
        office, country = f"{office} of {'the ' if body != 'nato' else ''}{BY_BODY[body]}", ""
    found = None
    for term in by_office().get((office, country), ()):
        if (term.start is None or term.start <= day) and (term.end is None or day < term.end):
            found = term.entry
    return found


def office_of(tokens: Sequence[Token], first: int, last: int) -> str:
    """The office that the words name, "" for none. The longest that ends with the title's last words counts."""
    if last + 2 < len(tokens) and tokens[last + 1].lower in ("of", "for"):
        behind = OFFICES.get(" ".join(token.lower for token in tokens[last : last + 3]))
        if behind:
            return behind
    words = [token.lower for token in tokens[max(first, last - 3) : last + 1]]
    for start in range(len(words)):
        found = OFFICES.get(" ".join(words[start:]).replace(" - ", "-"))
        if found:
            return found
    return ""


@lru_cache(maxsize=2)
def by_office() -> dict[tuple[str, str], tuple[Term, ...]]:
    """Terms by (office, country); offices of a body stand under country ""."""
    found: dict[tuple[str, str], list[Term]] = {}
    for term in load_tables().terms:
        found.setdefault((term.office, "" if " of " in term.office else term.country), []).append(term)
        if " of " in term.office:
            found.setdefault((term.office, term.country), []).append(term)
    return {key: tuple(terms) for key, terms in found.items()}


@lru_cache(maxsize=2)
def by_person() -> dict[str, tuple[Term, ...]]:
    """Terms by a person's id."""
    found: dict[str, list[Term]] = {}
    for term in load_tables().terms:
        found.setdefault(term.entry.id, []).append(term)
    return {key: tuple(terms) for key, terms in found.items()}


@lru_cache(maxsize=2)
def by_surname() -> dict[str, tuple[Entry, ...]]:
    """People by surname without accents."""
    return _surnames(load_tables())


def _surnames(tables: Tables) -> dict[str, tuple[Entry, ...]]:
    from timeline.actors.tables import plain

    found: dict[str, list[Entry]] = {}
    for alias in tables.aliases:
        if alias.entry.kind == "person" and " of " not in alias.text:  # "Abdullah II of Jordan" is no Jordan
            name = surname(plain(alias.text))
            entries = found.setdefault(name, [])
            if alias.entry not in entries:
                entries.append(alias.entry)
    return {name: tuple(entries) for name, entries in found.items()}


def surname(name: str) -> str:
    """The surname with its particles, by the order of names in the West; Chinese and Korean ones by their first word.

    >>> surname("Ursula von der Leyen"), surname("Robert F. Kennedy Jr."), surname("Xi Jinping")
    ('von der Leyen', 'Kennedy', 'Xi')
    """
    words = [word for word in name.split() if word.rstrip(".").lower() not in ("jr", "sr", "ii", "iii", "iv", "vi")]
    if len(words) < 2:
        return name
    if words[0] in EASTERN and len(words) <= 3:
        return words[0]
    last = len(words) - 1
    while last > 1 and words[last - 1].lower() in _PARTICLES:
        last -= 1
    return " ".join(words[last:])


EASTERN = frozenset(
    "Xi Hu Jiang Deng Mao Zhou Li Wen Zhu Wang Qin Yang Tang Qian Dong Wei He Liu Guo Lin Zhao Hua Geng Zhang Bo Ai Lai "
    "Tsai Ma Chen Chiang Kim Lee Yoon Moon Park Roh Han Choi Cho Choe Hun Pol To Pham Luong Nguyen Ho Than Win".split()
)


def in_office(entry: Entry, when: date | datetime | None, office: str = "") -> float:
    """How well the person fits the day: 1 in that office, down to 0 the further their terms are from it."""
    own = by_person().get(entry.id, ())
    if not own or when is None:
        return 0.3 if own else 0.1
    day = when.date() if isinstance(when, datetime) else when
    best = 0.0
    for term in own:
        if term.start is not None and day < term.start:
            years = (term.start - day).days / 365
        elif term.end is not None and day >= term.end:
            years = (day - term.end).days / 365
        else:
            years = 0.0
        fit = max(0.0, 1 - years / 20)
        if office and term.office != SAME.get((office, term.country), office):
            fit *= 0.6
        best = max(best, fit)
    return best
