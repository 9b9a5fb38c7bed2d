"""Where the tiles of a map lie, from the boxes of a deck: in cells of characters, and in steps of the deck's grid.

In characters a tile needs more than its share of a small room: so tiles that lie side by side or one above the other
are pushed apart, never over each other. `deck check` holds boxes so large that at most three fit beside or above each
other; that is what makes it always possible.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from summit_game.deck.model_map import ACROSS, DOWN
from summit_game.seat.sheet import Box
from summit_game.seat.zonemap.model import ZoneDrawn

LEAST_COLUMNS, LEAST_ROWS = 10, 2
"""The smallest tile in characters."""
FREE_COLUMNS = 1
"""Columns between two tiles side by side. Rows need none: the lines of two tiles are then a whole row apart."""
SMALL, LARGE = (40, 6), (36, 9)
"""Columns and rows of the two maps in characters."""

_TOP, _BELOW = 15.0, 4.6
_HIGH = 25
_STEP, _SIZE = 6.4, 2.1
_SIDE = 2.5
_BETWEEN = 2.0


class Tile(NamedTuple):
    """Column, row, width and height in cells."""

    x: int
    y: int
    width: int
    height: int


def tiles(boxes: Sequence[Box], columns: int, rows: int) -> list[Tile]:
    """A tile for each box. Needs 32 columns and 6 rows, and boxes that passed `deck check`."""
    across = _spread([(x, x + width) for x, _, width, _ in boxes], ACROSS, columns, LEAST_COLUMNS, FREE_COLUMNS)
    down = _spread([(y, y + height) for _, y, _, height in boxes], DOWN, rows, LEAST_ROWS, 0)
    return [
        Tile(left, top, right - left, low - top)
        for (left, right), (top, low) in zip(across, down, strict=True)
    ]  # fmt: skip


def _spread(spans: Sequence[tuple[int, int]], grid: int, cells: int, least: int, free: int) -> list[tuple[int, int]]:
    """Spans of a grid in cells: each as near to its share as it can be, the order kept, none shorter than `least`.

    A span that ends where another begins, or before, stays before it. First the last cell where each may end, so that
    all behind it still have room; then each from the first on.
    """
    order = sorted(range(len(spans)), key=lambda at: spans[at])
    last = [cells] * len(spans)
    for at in reversed(order):
        behind = [last[other] - least - free for other, (begin, _) in enumerate(spans) if begin >= spans[at][1]]
        last[at] = min([cells, *behind])
    found: list[tuple[int, int]] = [(0, 0)] * len(spans)
    for at in order:
        begin, end = spans[at]
        first = max([0, *(found[other][1] + free for other, span in enumerate(spans) if span[1] <= begin)])
        left = min(max(first, _nearest(begin * cells, grid)), last[at] - least)
        found[at] = (left, min(max(left + least, _nearest(end * cells, grid)), last[at]))
    return found


def _nearest(part: int, whole: int) -> int:
    return (2 * part + whole) // (2 * whole)


class Place(NamedTuple):
    """A place for a unit on the grid: what it is (`model.UNIT` and so on), its middle and its size to each side."""

    side: int
    kind: str
    x: float
    y: float
    size: float


def places(zone: ZoneDrawn) -> list[Place]:
    """Where the places for units of a zone lie: sides beside each other if they fit, else below, smaller if need be."""
    left, top, width, height = zone.box
    inner, count = width - 2 * _SIDE, len(zone.standings)
    between = _BETWEEN if count > 1 else 0.0
    most = max((len(each.places) for each in zone.standings), default=0)
    beside = inner / max(1, count) - between >= _STEP * most
    stacked = not beside and height >= _HIGH + _STEP * (count - 1)
    room = inner if stacked else inner / max(1, count)
    step = min(_STEP, (room - (0.0 if stacked else between)) / max(1, most))
    y = top + (_TOP if height >= _HIGH else height - _BELOW)
    result = []
    for at, each in enumerate(zone.standings):
        x = left + _SIDE + step / 2 + (0 if stacked else at * room)
        below = at * _STEP * 1.2 if stacked else 0.0
        result += [
            Place(each.side, kind, x + number * step, y + below, _SIZE * step / _STEP)
            for number, kind in enumerate(each.places)
        ]
    return result
