"""The gazetteer: what is known by a name on the map.

Its tables are made once by `scripts/make_places.py` from GeoNames (CC BY 4.0) and our own lists of provinces, districts
and seas; countries come from `timeline/actors/states.csv`.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from timeline.actors.tables import load_tables, plain

HERE = Path(__file__).parent
DISTRICT = 1.0  # the "thousands" of a row that stands for a district


@dataclass(frozen=True, slots=True)
class Spot:
    """Something on the map. `kind` is country, region, city, district, water or area; `region` the province it lies
    in; `thousands` its people."""

    name: str
    kind: str
    country: str
    region: str
    latitude: float | None
    longitude: float | None
    thousands: float = 0.0


@lru_cache(maxsize=4096)
def lookup(name: str) -> tuple[Spot, ...]:
    """Everything of that name, the largest first; accents do not matter.

    >>> lookup("Kharkiv")[0].country
    'UKR'
    >>> [spot.country for spot in lookup("Tripoli")][:2]
    ['LBY', 'LBN']
    """
    rows = _rows_by_name().get(plain(name), ())
    return tuple(sorted((_spot(*row) for row in rows), key=_by_size))


def is_known(name: str) -> bool:
    """Whether anything bears that name, written without accents."""
    return name in _rows_by_name()


def longest() -> int:
    """Characters of the longest name."""
    return max(map(len, _rows_by_name()))


def _spot(table: str, row: tuple[str, ...]) -> Spot:
    if table == "regions":
        name, _, country, _, latitude, longitude = row
        return Spot(name, "region", country, name, float(latitude), float(longitude), 400.0)
    if table == "cities":
        name, _, country, region, latitude, longitude, thousands = row
        kind = "district" if float(thousands) == DISTRICT else "city"
        return Spot(name, kind, country, region, float(latitude), float(longitude), float(thousands))
    if table == "areas":
        name, _, country, kind, latitude, longitude = row
        return Spot(name, kind, country, "", float(latitude), float(longitude), 300.0)
    name, country = row
    point = country_points().get(country, (None, None))
    return Spot(name, "country", country, "", point[0], point[1], 50_000.0)


@lru_cache(maxsize=1)
def country_points() -> dict[str, tuple[float, float]]:
    """Where a country is drawn: the middle of its towns."""
    with (HERE / "countries.csv").open(encoding="utf-8", newline="") as file:
        return {row[0]: (float(row[1]), float(row[2])) for row in list(csv.reader(file))[1:]}


@lru_cache(maxsize=1)
def _rows_by_name() -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """Table rows by each name without accents. Spots are made of them only when they are asked for."""
    found: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for alias in load_tables().aliases:
        entry = alias.entry
        if entry.kind == "state" and alias.form == "name" and entry.status in ("state", "historic"):
            found.setdefault(plain(alias.text), []).append(("states", (entry.name, entry.country)))
    for table in ("regions", "cities", "areas"):
        with (HERE / f"{table}.csv").open(encoding="utf-8", newline="") as file:
            rows = csv.reader(file)
            next(rows)
            for row in rows:
                kept = (table, tuple(row))
                name = row[0]
                found.setdefault(plain(name), []).append(kept)
                if row[1]:
                    for alias_text in plain(row[1]).split("|"):
                        found.setdefault(alias_text, []).append(kept)
    return found


def _by_size(spot: Spot) -> tuple[float, str, str]:
    return (-spot.thousands, spot.country, spot.region)
