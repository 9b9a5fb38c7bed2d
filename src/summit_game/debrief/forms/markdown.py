"""A debrief as Markdown: the same sections as the plain text, with tables."""

from __future__ import annotations

import re

from summit_game.debrief.forms.blocks import Block, Items, Section, Sum
from summit_game.debrief.forms.sections import of_size, title
from summit_game.debrief.forms.sizes import FULL
from summit_game.debrief.model import Debrief
from summit_game.table.export import plain

_STARTS_BLOCK = re.compile(r"^(\d+)([.)])|^([-+])")


def markdown(debrief: Debrief, size: str = FULL) -> str:
    """The debrief in one of the sizes."""
    return written(title(debrief), of_size(debrief, size))


def written(heading: str, parts: tuple[Section, ...]) -> str:
    """A heading and sections as Markdown."""
    blocks = [f"# {literal(heading)}"]
    for section in parts:
        blocks.append(f"## {literal(section.title)}")
        blocks += [_block(each) for each in section.blocks]
    return "\n\n".join(blocks) + "\n"


def literal(words: str) -> str:
    """Text that Markdown shows as it is, also at the beginning of a line."""
    words = plain(words).replace("&", "\\&").replace("~", "\\~")
    return _STARTS_BLOCK.sub(lambda match: f"{match[1] or ''}\\{match[2] or match[3]}", words)


def _block(block: Block) -> str:
    if isinstance(block, str):
        return literal(block)
    if isinstance(block, Items):
        found = "\n".join(f"- {literal(each)}" for each in block.items)
        return "\n\n".join(part for part in (literal(block.title), found) if part)
    grid = block.grid if isinstance(block, Sum) else block
    lines = [_row(grid.head), _row(("---",) * len(grid.head)).replace("\\", ""), *map(_row, grid.rows)]
    return f"**{literal(grid.caption)}**\n\n" + "\n".join(lines)


def _row(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(literal(each) for each in cells)} |"
