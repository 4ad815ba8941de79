"""Which rows go together. The best rows lead; a row joins the leader it agrees with most, if it agrees with all who
joined before it, so that no chain of small steps can lead from one event to another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from timeline.merge.blocks import after, block_keys, seam
from timeline.merge.compare import BAR, contradict, points, share_something_specific
from timeline.merge.features import Features, features_of, rank
from timeline.merge.unite import unite
from timeline.table import Row

SLACK = 1.5  # points by which a row may agree less with a follower than with the leader
MOST_CANDIDATES = 200  # clusters a row is held against
MOST_MEMBERS = 30  # members a row is held against
ONE_DAY = timedelta(days=1)


@dataclass(slots=True, eq=False)
class Cluster:
    """Reports of one event; the first leads."""

    members: list[Features] = field(default_factory=list)


def merge_rows(rows: Iterable[Row]) -> list[Row]:
    """One row an event, in the order of time: reports of one event in several articles are united, all others are as
    they came. The same whatever the order of the rows."""
    blocks: dict[str, list[Row]] = {}
    alone: list[Row] = []
    for row in rows:
        keys = block_keys(row)
        if keys:
            blocks.setdefault(keys[0], []).append(row)
        else:
            alone.append(row)
    merged = [one for _, rows in merge_blocks((key, blocks[key]) for key in sorted(blocks)) for one in rows]
    return sorted([*alone, *merged], key=_in_time)


def merge_blocks(blocks: Iterable[tuple[str, Iterable[Row]]]) -> Iterator[tuple[str, list[Row]]]:
    """Blocks in the order of their keys → each with its rows merged. A row united out of two months stands in the first."""
    held: tuple[str, list[Cluster]] | None = None
    for key, rows in blocks:
        clusters = _clusters_of(rows)
        if held is not None:
            if after(held[0]) == key:
                clusters = join_at_seam(held[1], clusters, seam(held[0]))
            yield held[0], _united(held[1])
        held = key, clusters
    if held is not None:
        yield held[0], _united(held[1])


def join_at_seam(before: list[Cluster], later: list[Cluster], last: date) -> list[Cluster]:
    """Clusters of one month's end and of the next one's beginning that are one event become one of `before`, which
    grows; the others of `later` are given back. Each takes in one other at most."""
    index: dict[tuple[date, str], list[int]] = {}
    for number, cluster in enumerate(before):
        for one in cluster.members:
            if one.day == last and not one.monthly:
                for key in _keys(one):
                    index.setdefault(key, []).append(number)
    left: list[Cluster] = []
    taken: set[int] = set()
    for cluster in later if index else ():
        edge = [one for one in cluster.members if one.day == last + ONE_DAY and not one.monthly]
        near = sorted({number for one in edge for number in _candidates(one, index)} - taken)
        best = max(near, key=lambda number: (_both(before[number], cluster), -number), default=None)
        if best is None or _both(before[best], cluster) <= 0.0:
            left.append(cluster)
        else:
            taken.add(best)
            before[best].members = sorted(before[best].members + cluster.members, key=lambda one: one.rank)
    return left if index else later


def _both(one: Cluster, other: Cluster) -> float:
    """How far two clusters agree: the least that any report of the one has with all of the other; 0 where one does not
    belong."""
    return min(_agreement(one, member) for member in other.members[:MOST_MEMBERS])


def _clusters_of(rows: Iterable[Row]) -> list[Cluster]:
    found = (features_of(row) for row in rows)
    return find_clusters(sorted((one for one in found if one is not None), key=lambda one: one.rank))


def _united(clusters: Iterable[Cluster]) -> list[Row]:
    return [unite([one.row for one in cluster.members]) for cluster in clusters]


def find_clusters(features: list[Features]) -> list[Cluster]:
    """Features in the order of rank → clusters in the order of their leaders."""
    clusters: list[Cluster] = []
    index: dict[tuple[date, str], list[int]] = {}
    for one in features:
        best, most = None, 0.0
        for number in _candidates(one, index):
            score = _agreement(clusters[number], one)
            if score > most:
                best, most = number, score
        if best is None:
            best = len(clusters)
            clusters.append(Cluster())
        clusters[best].members.append(one)
        for key in _keys(one):
            numbers = index.setdefault(key, [])
            if not numbers or numbers[-1] != best:
                numbers.append(best)
    return clusters


def _agreement(cluster: Cluster, one: Features) -> float:
    """Points with the leader, 0 where the row does not belong."""
    leader, *followers = cluster.members
    if contradict(leader, one):
        return 0.0
    score = points(leader, one)
    if score < BAR or not share_something_specific(leader, one):
        return 0.0
    for other in followers[:MOST_MEMBERS]:
        if contradict(other, one) or points(other, one) < BAR - SLACK:
            return 0.0
    return score


def _candidates(one: Features, index: dict[tuple[date, str], list[int]]) -> list[int]:
    """Clusters that share a day, give or take one, and a place, party or country with the row."""
    found: dict[int, int] = {}
    for key in _lookups(one):
        for number in index.get(key, ())[-MOST_CANDIDATES:]:
            found[number] = found.get(number, 0) + 1
    if len(found) <= MOST_CANDIDATES:
        return sorted(found)
    return sorted(sorted(found, key=lambda number: (-found[number], number))[:MOST_CANDIDATES])


def _keys(one: Features) -> list[tuple[date, str]]:
    """What a row is found by: its day, with its spot and each of its parties."""
    day = one.day.replace(day=1) if one.monthly else one.day
    kind = "at a spot" if _spots(one) else "anywhere"
    return [(day, name) for name in (*_spots(one), *(f"{kind} {party}" for party in _parties(one)))]


def _days_from(day: date, first: int, last: int) -> list[date]:
    """The days so far before and after a day, as far as the calendar goes."""
    numbers = range(day.toordinal() + first, day.toordinal() + last + 1)
    return [date.fromordinal(number) for number in numbers if 1 <= number <= date.max.toordinal()]


def _lookups(one: Features) -> Iterator[tuple[date, str]]:
    """What it finds others by. Two rows with spots meet at the spot alone; where one has none, by a party."""
    first = one.day.replace(day=1)
    days = _days_from(first, 0, 30) if one.monthly else _days_from(one.day, -1, 1)
    if one.concept.once and not one.monthly:
        days.append(first)
    kinds = ("anywhere",) if _spots(one) else ("anywhere", "at a spot")
    names = [*_spots(one), *(f"{kind} {party}" for kind in kinds for party in _parties(one))]
    for day in dict.fromkeys(days):
        for name in names:
            yield day, name


def _spots(one: Features) -> list[str]:
    """A town or site by its name and by its cell of half a degree."""
    if not one.place or one.wide:
        return []
    latitude, longitude = one.row["latitude"], one.row["longitude"]
    cell = [] if latitude is None or longitude is None else [f"cell {round(latitude * 2)} {round(longitude * 2)}"]
    return [one.place, *cell]


def _parties(one: Features) -> list[str]:
    names = {*one.known_actors, *one.known_recipients}
    if one.row["place_country"]:
        names.add(one.row["place_country"])
    return sorted(names | one.actors | one.recipients) or [""]


def _in_time(row: Row) -> tuple[object, ...]:
    return (row["start"] or row["end"] or "9999", row["end"] or "9999", rank(row))
