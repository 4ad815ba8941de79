"""Packing: which row each mark takes, so that no mark and no title covers another."""

from __future__ import annotations

import heapq
from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline.views.marks import Mark, shorten
from timeline.views.window import Window

FONT = 12.0
FADE = 56.0  # pixels over which an open side fades out
LEAST_BAR = 9.0  # pixels below which a stretch is drawn as a point
POINT = 13.0  # pixels a point takes
GAP = 6.0  # pixels between neighbours
MOST_ROWS = 32  # rows with titles everywhere; beyond, titles only where there is room
MOST_TITLED_ROWS = 50  # rows beyond which they are too low for titles


@dataclass(frozen=True, slots=True)
class Placed:
    """A mark with its row and its pixels, counted from the left of the plot. `left` and `right` bound what is drawn,
    `title` is as much of the label as there is room for, `title_at` where it starts, `inside` whether on the bar."""

    mark: Mark
    row: float
    left: float
    right: float
    point: bool
    title: str = ""
    title_at: float = 0.0
    inside: bool = False

    @property
    def hit(self) -> tuple[float, float]:
        """What can be clicked: the mark and its title."""
        if not self.title:
            return self.left, self.right
        return min(self.left, self.title_at), max(self.right, self.title_at + text_width(self.title))


@dataclass(frozen=True, slots=True)
class Lane:
    """A lane and the rows `[first, first + rows)` it takes."""

    name: str
    first: int
    rows: int


def pack(marks: Sequence[Mark], lanes: Sequence[str], window: Window, width: float) -> tuple[list[Placed], list[Lane]]:
    """Every mark that the window shows, placed, and the lanes, top to bottom, that hold any."""
    scale = width / window.length
    shown = [placed for mark in marks if (placed := _place(mark, window, scale, width)) is not None]
    by_lane = {lane: sorted((one for one in shown if one.mark.lane == lane), key=_from_left) for lane in lanes}
    if sum(height(stack([_titled(one, width) for one in held])) for held in by_lane.values()) <= MOST_ROWS:
        by_lane = {lane: [_titled(one, width) for one in held] for lane, held in by_lane.items()}
    stacks = {lane: stack(held) for lane, held in by_lane.items() if held}
    readable = sum(map(height, stacks.values())) <= MOST_TITLED_ROWS
    result: list[Placed] = []
    drawn: list[Lane] = []
    for lane, stacked in stacks.items():
        first = drawn[-1].first + drawn[-1].rows if drawn else 0
        titled = title_gaps(stacked, width) if readable else stacked
        result += [replace(one, row=first + one.row) for one in titled]
        drawn.append(Lane(lane, first, height(stacked)))
    return result, drawn


def stack(held: Sequence[Placed]) -> list[Placed]:
    """Each one in the topmost row that is free where it begins; O(n log n), `held` sorted by what comes first."""
    busy: list[tuple[float, int]] = []
    free: list[int] = []
    used = 0
    result = []
    for one in sorted(held, key=lambda one: one.hit[0]):
        start, end = one.hit
        while busy and busy[0][0] <= start:
            heapq.heappush(free, heapq.heappop(busy)[1])
        if free:
            row = heapq.heappop(free)
        else:
            row, used = used, used + 1
        heapq.heappush(busy, (end + GAP, row))
        result.append(replace(one, row=row))
    return result


def title_gaps(stacked: Sequence[Placed], width: float) -> list[Placed]:
    """The same marks, with a title for each untitled one that has room before its right neighbour."""
    following: dict[float, float] = {}
    result = []
    for one in sorted(stacked, key=lambda one: (-one.hit[0], one.mark.id)):
        if not one.title:
            titled = _titled(one, following.get(one.row, width) - GAP)
            one = titled if titled.title and titled.hit[0] >= one.left else one
        following[one.row] = one.hit[0]
        result.append(one)
    return result[::-1]


def height(stacked: Sequence[Placed]) -> int:
    """Rows taken."""
    return 1 + int(max((one.row for one in stacked), default=-1))


def _from_left(one: Placed) -> tuple[float, float, str]:
    return one.left, -one.right, one.mark.id


def _place(mark: Mark, window: Window, scale: float, width: float) -> Placed | None:
    """The mark's pixels, or None when the window does not show it."""
    left = None if mark.start is None else (mark.start - window.start) * scale
    right = None if mark.end is None else (mark.end - window.start) * scale
    if left is None and right is None:
        return None
    open_side = left is None or right is None
    left = right - FADE if left is None and right is not None else left
    right = left + FADE if right is None and left is not None else right
    assert left is not None and right is not None
    if right <= 0 or left >= width:
        return None
    if right - left < LEAST_BAR and not open_side:
        middle = (left + right) / 2
        return Placed(mark, 0, middle - POINT / 2, middle + POINT / 2, True)
    return Placed(mark, 0, left, right, False)


def _titled(one: Placed, limit: float) -> Placed:
    """With its title on the bar, to the right of it up to `limit`, to the left, or cut to the room there is."""
    label, wide = one.mark.label, text_width(one.mark.label)
    seen_left, seen_right = max(one.left, 0.0), min(one.right, limit)
    if not one.point and seen_right - seen_left >= wide + 14:
        return replace(one, title=label, title_at=seen_left + 6, inside=True)
    after = one.right + (2 if one.point else 5)
    if after + wide <= limit:
        return replace(one, title=label, title_at=after)
    if one.left - 4 - wide >= 0:
        return replace(one, title=label, title_at=one.left - 4 - wide)
    room = limit - after
    if room >= 90:
        cut = shorten(label, max(4, int(len(label) * room / wide)))
        return replace(one, title=cut, title_at=after) if text_width(cut) <= room + 6 else one
    if one.left - 4 >= 90:
        cut = shorten(label, max(4, int(len(label) * min(1.0, (one.left - 4) / wide))))
        return replace(one, title=cut, title_at=max(0.0, one.left - 4 - text_width(cut)))
    return one


NARROW = frozenset("iljtfrI.,:;'!|()[]/ ’“”·-")
BROAD = frozenset("mwMW@%—…")


def text_width(text: str, size: float = FONT) -> float:
    """Pixels a line of text takes in a common sans-serif, a little generous; wide scripts count full."""
    total = 0.0
    for char in text:
        if char in NARROW:
            total += 0.33
        elif char in BROAD:
            total += 0.86
        elif ord(char) >= 0x1100:
            total += 1.0 if ord(char) >= 0x2E80 or ord(char) < 0x1200 else 0.6
        else:
            total += 0.66 if char.isupper() else 0.55
    return total * size
