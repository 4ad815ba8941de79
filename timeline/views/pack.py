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
SPACE = 5.0  # pixels between a mark and its title
LEAST_TITLE = 84.0  # pixels of a title cut short that are still worth reading
ROW = 23  # pixels
LEAST_ROW = 13  # pixels below which titles are left out
CALM, TALLEST = 560, 820  # pixels of all rows: rows get lower beyond the first, titles go beyond the second
MOST_ROWS = 42  # rows with titles everywhere; beyond, titles only where there is room
MOST_TITLED_ROWS = 62  # rows beyond which they are too low for titles


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
    title_width: float = 0.0
    inside: bool = False

    @property
    def hit(self) -> tuple[float, float]:
        """What can be clicked: the mark and its title."""
        if not self.title:
            return self.left, self.right
        return min(self.left, self.title_at), max(self.right, self.title_at + self.title_width)

    @property
    def leftwards(self) -> bool:
        """Whether the title stands to the left of the mark, and so is set flush right."""
        return bool(self.title) and self.title_at < self.left


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
    stacks = {lane: stack([_titled(one, 0.0, width, FONT) for one in held]) for lane, held in by_lane.items() if held}
    if sum(map(height, stacks.values())) > MOST_ROWS:
        stacks = {lane: stack(held) for lane, held in by_lane.items() if held}
    rows = sum(map(height, stacks.values()))
    size = font_size(row_height(rows))
    result: list[Placed] = []
    drawn: list[Lane] = []
    for lane, stacked in stacks.items():
        first = drawn[-1].first + drawn[-1].rows if drawn else 0
        titled = title_gaps(stacked, width, size) if rows <= MOST_TITLED_ROWS else stacked
        result += [replace(one, row=first + one.row) for one in titled]
        drawn.append(Lane(lane, first, height(stacked)))
    return result, drawn


def row_height(rows: float) -> float:
    """Pixels of a row: less when there are many.

    >>> [round(row_height(rows)) for rows in (5, 40, 60, 200)]
    [23, 14, 13, 6]
    """
    rows = max(rows, 1.0)
    calm = min(ROW, max(LEAST_ROW, CALM / rows))
    return calm if calm * rows <= TALLEST else max(6.0, TALLEST / rows)


def font_size(row: float) -> float:
    """Of titles in a row of that height."""
    return FONT if row >= 17 else FONT - 1 if row >= 14 else FONT - 1.5


def stack(held: Sequence[Placed]) -> list[Placed]:
    """Each one in the first row that is free where it begins, in O(n log n), and the rows in order of their earliest
    mark: what happened first stands on top."""
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
    earliest: dict[float, float] = {}
    for one in result:
        earliest[one.row] = min(one.left, earliest.get(one.row, one.left))
    order = {row: number for number, row in enumerate(sorted(earliest, key=lambda row: (earliest[row], row)))}
    return [replace(one, row=order[one.row]) for one in result]


def title_gaps(stacked: Sequence[Placed], width: float, size: float) -> list[Placed]:
    """The same marks, with a title for each untitled one that has room up to its right neighbour or its left."""
    rows: dict[float, list[Placed]] = {}
    for one in sorted(stacked, key=lambda one: (one.hit[0], one.mark.id)):
        rows.setdefault(one.row, []).append(one)
    result = []
    for held in rows.values():
        limits = [*(one.hit[0] - GAP for one in held[1:]), width]
        taken = 0.0
        for one, limit in zip(held, limits):
            titled = one if one.title else _titled(one, taken, limit, size)
            taken = titled.hit[1] + GAP
            result.append(titled)
    return result


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


def _titled(one: Placed, least: float, most: float, size: float) -> Placed:
    """With its title, if there is room between `least` and `most`: on the bar, to the right, to the left, or cut."""
    right, left = _titled_right(one, most, size), _titled_left(one, least, size)
    whole = one.mark.label
    if right.title == whole or (left.title != whole and len(right.title) >= len(left.title)):
        return right
    return left


def _titled_right(one: Placed, limit: float, size: float) -> Placed:
    """With its title on the bar, or to the right of it, cut to the room up to `limit`, where that is worth reading."""
    label, whole = one.mark.label, text_width(one.mark.label, size)
    seen_left, seen_right = max(one.left, 0.0), min(one.right, limit)
    if not one.point and seen_right - seen_left >= whole + 14:
        return replace(one, title=label, title_at=seen_left + 6, title_width=whole, inside=True)
    after = one.right + (2 if one.point else SPACE)
    cut = fit(label, limit - after, size)
    return replace(one, title=cut, title_at=after, title_width=text_width(cut, size)) if cut else one


def _titled_left(one: Placed, limit: float, size: float) -> Placed:
    """With its title to the left of it, cut to the room down to `limit`, where that is worth reading."""
    cut = fit(one.mark.label, one.left - SPACE - limit, size)
    width = text_width(cut, size)
    return replace(one, title=cut, title_at=one.left - SPACE - width, title_width=width) if cut else one


def fit(label: str, room: float, size: float) -> str:
    """As much of the label as `room` pixels hold; "" when that says too little.

    >>> fit("Russia strikes Kyiv", 200, 12), fit("Russia strikes Kyiv", 40, 12)
    ('Russia strikes Kyiv', '')
    """
    width = text_width(label, size)
    if width <= room:
        return label
    if room < LEAST_TITLE:
        return ""
    letters = max(4, int(len(label) * room / width))
    while letters > 4 and text_width(shorten(label, letters), size) > room:
        letters -= 1
    return shorten(label, letters)


# Widths in Source Sans, the dashboard's font, in em; measured in a browser, rounded up.
THIN = frozenset("ijlI.,:;'!|’·")
SLIM = frozenset('frt()[]/-“”"')
BROAD = frozenset("mwMW@%—…")


def text_width(text: str, size: float = FONT) -> float:
    """Pixels a line of text takes, a little generous; East Asian letters count full."""
    total = 0.0
    for char in text:
        if char == " ":
            total += 0.2
        elif char in THIN:
            total += 0.27
        elif char in SLIM:
            total += 0.36
        elif char in BROAD:
            total += 0.86
        elif ord(char) >= 0x1100:
            total += 1.0 if ord(char) >= 0x2E80 or ord(char) < 0x1200 else 0.62
        else:
            total += 0.63 if char.isupper() else 0.54
    return total * size
