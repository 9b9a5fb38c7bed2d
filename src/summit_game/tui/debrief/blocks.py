"""Sections of a debrief as lines at a width: the words of the plain text, with tables where they fit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from rich.cells import cell_len
from textual.content import Content

from summit_game.debrief.forms.blocks import Block, Grid, Items, Section, Sum
from summit_game.tui.cells import Part, fit, right, row, wrap
from summit_game.words.papers import sum_lines

INDENT, GAP = "  ", "  "
"""In front of a row or an item, where the cursor stands, and between two columns."""
NARROW = 16
"""Cells; a column of words is not made narrower than this, or than its longest word, to save a table."""
TALL = 1.5
"""A table that takes so many times the lines of its rows in words is not worth its columns."""
LEAST = 4
"""Cells of any column at least: text is not broken into less."""
_NUMBER = re.compile(r"([+-]?\d[\d.]*( %| \([+-]\d+\))?)?")


class Group(NamedTuple):
    """Lines that belong together, and the moment they lead to (-1: nowhere)."""

    lines: list[Content]
    moment: int = -1


def texts(text: str, width: int, style: str = "", indent: str = "") -> list[Content]:
    """A paragraph in a style; further lines begin with `indent`."""
    return [row((line, style)) for line in wrap(text, width, indent)]


def section_groups(section: Section, width: int, picture: Sequence[Content] = ()) -> Iterator[Group]:
    """A heading, a picture if there is one, and what the section says."""
    yield Group(texts(section.title, width, "bold $accent"))
    if picture:
        yield Group([*picture, row("")])
    for at, block in enumerate(section.blocks):
        if at and not (isinstance(block, str) and isinstance(section.blocks[at - 1], str)):
            yield Group([row("")])
        yield from block_groups(block, width)


def block_lines(block: Block, width: int) -> list[Content]:
    """The lines of a block, wherever they lead."""
    return [line for group in block_groups(block, width) for line in group.lines]


def block_groups(block: Block, width: int) -> Iterator[Group]:
    """A block as groups of lines."""
    if isinstance(block, str):
        yield from (Group(texts(part, width)) for part in block.splitlines())
    elif isinstance(block, Items):
        if block.title:
            yield Group(texts(block.title, width, "bold"))
        yield from _leading(_items(block.items, width), block.moments)
    elif isinstance(block, Sum):
        yield Group(texts(f"{block.title}.", width, "bold"))
        rows = block.grid.rows[:-1]
        columns = _columns(("",) * 3, rows, width)
        told = [_row(each, columns) for each in rows] if columns else _items(sum_lines(block.lines), width)
        yield from map(Group, told)
    else:
        yield from _grid(block, width)


def _grid(grid: Grid, width: int) -> Iterator[Group]:
    """A table; where it does not fit, each row in words, or numbers with rows for columns."""
    read = _items(map(grid.read, grid.rows), width)
    columns = _columns(grid.head, grid.rows, width)
    rows = [_row(each, columns) for each in grid.rows] if columns else []
    head = grid.head
    if columns and sum(map(len, rows)) > TALL * sum(map(len, read)):
        columns = []
    elif not columns and not grid.moments:
        head, *turned = zip(grid.head, *grid.rows, strict=True)
        columns = _columns(head, turned, width)
        columns = columns if all(each.numbers for each in columns[1:]) else []
        rows = [_row(each, columns) for each in turned] if columns else []
    if columns:
        yield Group([*texts(grid.caption, width, "bold"), *_row(head, columns, "bold $dim")])
        yield from _leading(rows, grid.moments)
    else:
        yield Group(texts(grid.title, width, "bold"))
        yield from _leading(read, grid.moments)


def _items(some: Iterable[str], width: int) -> list[list[Content]]:
    return [texts(INDENT + each.strip(), width, "", INDENT * 2) for each in some]


def _leading(some: Sequence[list[Content]], moments: Sequence[int]) -> Iterator[Group]:
    return map(Group, some, moments or (-1,) * len(some))


# --- tables --------------------------------------------------------------------------------------------------------


class _Column(NamedTuple):
    """How wide a column of a table is, and whether it holds numbers for the most part, which stand at the right."""

    width: int
    numbers: bool


def _columns(head: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> list[_Column]:
    """The columns of a table that fits the width; none if it does not. Room to spare goes to those that want it."""
    numbers, wanted, least = [], [], []
    for name, *cells in zip(head, *rows, strict=True):
        numbers.append(2 * sum(_NUMBER.fullmatch(each) is not None for each in cells) > len(cells))
        words = max(cell_len(word) for each in (name, *cells) for word in each.split(" "))
        wanted.append(max(LEAST, words if numbers[-1] else cell_len(name), *map(cell_len, cells)))
        least.append(wanted[-1] if numbers[-1] else min(wanted[-1], max(NARROW, words)))
    spare = width - len(INDENT) - len(GAP) * (len(head) - 1) - sum(least)
    if spare < 0:
        return []
    more = [most - few for most, few in zip(wanted, least, strict=True)]
    share = min(1.0, spare / max(1, sum(more)))
    return [_Column(few + int(each * share), number) for few, each, number in zip(least, more, numbers, strict=True)]


def _row(cells: Sequence[str], columns: Sequence[_Column], style: str = "") -> list[Content]:
    """A row of a table in as many lines as its longest cell takes. A `style` is that of a heading."""
    parts = [wrap(cell, column.width) for cell, column in zip(cells, columns, strict=True)]
    height = max(map(len, parts))
    lines = []
    for at in range(height):
        line: list[Part] = [INDENT]
        for place, (part, column) in enumerate(zip(parts, columns, strict=True)):
            index = at - (height - len(part) if style else 0)  # names of columns stand right above their cells
            text = part[index] if 0 <= index < len(part) else ""
            cell = right(text, column.width) if column.numbers else fit(text, column.width)
            line += [GAP if place else "", (cell, style or _style(text, place))]
        lines.append(row(*line))
    return lines


def _style(text: str, place: int) -> str:
    if not place:
        return "bold"
    return "$good" if text.startswith("+") else "$bad" if text.startswith("-") else ""
