"""A map in characters: with box signs for the screen, with plain ones for plain text.

A tile has the zone's name in its upper line. Units are shapes, by side: filled they stand, hollow there is room, a
cross is closed by what is agreed. `!`: more than the cap; `+1`: one more than in the earlier state. Where that is too
long, numbers stand for rows of shapes (`■4/5`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple
from unicodedata import combining, east_asian_width

from summit_game.language.catalogue import say
from summit_game.seat.zonemap.layout import Tile, tiles
from summit_game.seat.zonemap.model import Standing, ZoneDrawn, ZoneMap

FRAME, NAME, UNITS, OVER = "frame", "name", "", "over"
"""Tones: what a run of characters is."""


class Signs(NamedTuple):
    """The characters of a map. `full` and `room` by the order of sides; `corners` from the top left by rows."""

    full: str
    room: str
    closed: str
    level: str
    water: str
    upright: str
    corners: str
    cut: str


BOXED = Signs("■●▲", "□○△", "×", "─", "~", "│", "╭╮╰╯", "…")
PLAIN = Signs("#o^", "...", "x", "-", "~", "|", "++++", ".")


class Run(NamedTuple):
    """Characters of one tone."""

    text: str
    tone: str


Cell = tuple[str, str]
"""What stands in a cell, and its tone; nothing stands in the second cell of a wide character."""


def drawn(shown: ZoneMap, size: tuple[int, int], signs: Signs = BOXED) -> list[tuple[Run, ...]]:
    """The map in so many columns and rows, line by line in runs; every line is as wide as the map."""
    columns, rows = size
    grid: list[list[Cell]] = [[(" ", UNITS)] * columns for _ in range(rows)]
    marks = shown.marks
    for zone, tile in zip(shown.zones, tiles([each.box for each in shown.zones], columns, rows), strict=True):
        _frame(grid, zone, tile, signs)
        for row, column, cells in _units(zone, tile, marks, signs):
            _write(grid, row, column, cells)
    return [_runs(row) for row in grid]


def plain(shown: ZoneMap, size: tuple[int, int], signs: Signs = BOXED) -> list[str]:
    """The same as text, without what is empty at the right."""
    return ["".join(run.text for run in line).rstrip() for line in drawn(shown, size, signs)]


def legend(shown: ZoneMap, width: int, signs: Signs = BOXED) -> list[str]:
    """What the shapes mean, and of the other signs those that this map has; broken only between two of them."""
    standings = [each for zone in shown.zones for each in zone.standings]
    parts = [f"{signs.full[shape]} {shown.sides[side]}" for side, shape in shown.marks.items()]
    hollow = "".join(dict.fromkeys(signs.room[shape] for shape in shown.marks.values()))
    parts += [f"{hollow} {say('map-room')}"] * any(each.room for each in standings)
    parts += [f"{signs.closed} {say('map-closed')}"] * any(each.closed for each in standings)
    parts += [f"! {say('map-over')}"] * any(each.over for each in standings)
    lines: list[str] = []
    for part in parts:
        if lines and wide(f"{lines[-1]}  {part}") <= width:
            lines[-1] += f"  {part}"
        else:
            lines.append(part)
    return lines


def wide(text: str) -> int:
    """Cells that a text takes."""
    return sum(map(_cells, text))


def _cells(sign: str) -> int:
    return 0 if combining(sign) else 2 if east_asian_width(sign) in "WF" else 1


def _cut(text: str, room: int, signs: Signs) -> str:
    if wide(text) <= room:
        return text
    while text and wide(text) > room - 1:
        text = text[:-1]
    return text.rstrip() + signs.cut


def _frame(grid: list[list[Cell]], zone: ZoneDrawn, tile: Tile, signs: Signs) -> None:
    """The lines of a tile, with the name in the upper one, and the letter of a monitor."""
    level = (signs.water if zone.sea else signs.level) * (tile.width - 2)
    low = tile.y + tile.height - 1
    for row, left, right in ((tile.y, *signs.corners[:2]), (low, *signs.corners[2:])):
        _write(grid, row, tile.x, ((each, FRAME) for each in left + level + right))
    for row in range(tile.y + 1, low):
        for column in (tile.x, tile.x + tile.width - 1):
            grid[row][column] = (signs.upright, FRAME)
    name = _cut(zone.name, tile.width - 2 - 2 * zone.monitor, signs)
    _write(grid, tile.y, tile.x + 1, ((each, NAME) for each in name))
    if zone.monitor:
        grid[tile.y][tile.x + tile.width - 2] = ("M", NAME)


def _units(
    zone: ZoneDrawn, tile: Tile, marks: dict[int, int], signs: Signs
) -> Iterable[tuple[int, int, Sequence[Cell]]]:
    """Row, column and cells for the units of a zone: sides beside each other, or below down to the lower line."""
    count, inner = len(zone.standings), tile.width - 2
    if not count:
        return
    top = tile.y + 1
    beside = inner // count
    for form in _FORMS:
        texts = [form(each, marks[each.side], signs) for each in zone.standings]
        cells = [[(sign, OVER if each.over else UNITS) for sign in text]
                 for each, text in zip(zone.standings, texts, strict=True)]  # fmt: skip
        if max(map(len, texts)) + (count > 1) <= beside:
            yield from ((top, tile.x + 1 + at * beside, each) for at, each in enumerate(cells))
            return
        if tile.height > count and max(map(len, texts)) <= inner:
            yield from ((top + at, tile.x + 1, each) for at, each in enumerate(cells))
            return
    _, *_, shortest = _FORMS
    together = [
        (sign, OVER if each.over else UNITS)
        for each in zone.standings
        for sign in shortest(each, marks[each.side], signs)
    ]
    yield top, tile.x + 1, together[:inner]


def _rowed(each: Standing, shape: int, signs: Signs) -> str:
    """`■■□×!+1`: a shape for each unit."""
    places = signs.full[shape] * each.there + signs.room[shape] * each.room + signs.closed * each.closed
    return places + "!" * bool(each.over) + _changed(each)


def _counted(each: Standing, shape: int, signs: Signs) -> str:
    """`■4/5!+1`: units and cap as numbers."""
    return f"{signs.full[shape]}{each.there}/{each.cap}{'!' * bool(each.over)}{_changed(each)}"


def _short(each: Standing, shape: int, signs: Signs) -> str:
    """`■4!`: the units alone."""
    return f"{signs.full[shape]}{each.there}{'!' * bool(each.over)}"


_FORMS = (_rowed, _counted, _short)


def _changed(each: Standing) -> str:
    return f"{each.change:+d}" if each.change else ""


def _write(grid: list[list[Cell]], row: int, column: int, cells: Iterable[Cell]) -> None:
    for sign, tone in cells:
        width = _cells(sign)
        if not width:
            before = grid[row][column - 1]
            grid[row][column - 1] = (before[0] + sign, before[1])
            continue
        grid[row][column] = (sign, tone)
        if width == 2:
            grid[row][column + 1] = ("", tone)
        column += width


def _runs(row: Sequence[Cell]) -> tuple[Run, ...]:
    return tuple(
        Run("".join(sign for sign, _ in cells), tone) for tone, cells in groupby(row, key=lambda cell: cell[1])
    )
