"""A debrief as plain text for a terminal and a screen reader: numbered headings, one fact a line, no drawing.

A row of a table is read out with the names of its columns, so that nobody has to look up or count columns.
"""

from __future__ import annotations

from textwrap import wrap

from summit_game.debrief.forms.blocks import Block, Grid, Items, Section, Sum
from summit_game.debrief.forms.sections import of_size, sections, title
from summit_game.debrief.forms.sizes import FULL, SHORT
from summit_game.debrief.model import Debrief
from summit_game.language.catalogue import say
from summit_game.words.papers import sum_lines

WIDTH = 80
INDENT = "  "


def text(debrief: Debrief, size: str = FULL) -> str:
    """The debrief in one of the sizes, no line longer than `WIDTH`. Where it is not all, what else there is to read."""
    shown = of_size(debrief, size)
    if size == FULL:
        return written(title(debrief), shown)
    keys = {each.key for each in shown}
    rest = ", ".join(each.title for each in sections(debrief) if each.key not in keys)
    more = Section("more", say("debrief-title-more"), (say("debrief-more", rest=rest, size=size),))
    return written(title(debrief), (*shown, more))


def short(debrief: Debrief) -> str:
    """The summary, and what else there is to read."""
    return text(debrief, SHORT)


def written(heading: str, parts: tuple[Section, ...]) -> str:
    """A heading and sections as plain text."""
    lines = wrapped(heading)
    for number, section in enumerate(parts, 1):
        lines += ["", *wrapped(f"{number}. {section.title.upper()}"), ""]
        for at, block in enumerate(section.blocks):
            apart = [""] if at and isinstance(block, Grid | Sum) else []
            lines += [*apart, *_block(block)]
    return "\n".join(lines) + "\n"


def wrapped(words: str, depth: int = 0) -> list[str]:
    """A text in lines; the ones after the first stand two further in than the first if there is any depth."""
    first = INDENT * depth
    return wrap(
        words, WIDTH, initial_indent=first, subsequent_indent=INDENT * (depth + 1) if depth else "",
        break_on_hyphens=False,
    )  # fmt: skip


def _block(block: Block) -> list[str]:
    if isinstance(block, str):
        return wrapped(block)
    if isinstance(block, Items):
        return [*wrapped(block.title), *(line for each in block.items for line in wrapped(each, 1))]
    if isinstance(block, Sum):
        return wrapped(f"{block.title}.") + [
            line for each in sum_lines(block.lines) for line in wrapped(each.strip(), 1)
        ]
    return [*wrapped(block.title), *(line for row in block.rows for line in wrapped(block.read(row), 1))]
