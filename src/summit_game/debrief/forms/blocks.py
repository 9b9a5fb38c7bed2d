"""What a written debrief is made of: sections of paragraphs, lists, tables and sums, the same for every form.

`cleaned` is called once by every writer, so that nothing typed or read can steer a screen or a program.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Any, TypeVar, cast

from summit_game.engine.module import Line
from summit_game.language.catalogue import Name, say
from summit_game.words.messages import line_text
from summit_game.words.names import signed
from summit_game.words.safe import clean
from summit_game.words.spoken import in_a_line


@dataclass(frozen=True)
class Items:
    """A list, under a `title` if it has one; `ordered` if the number of an item means something. `moments`: where each
    item leads (-1: nowhere), if any does."""

    items: tuple[str, ...]
    title: str = ""
    ordered: bool = False
    moments: tuple[int, ...] = ()


@dataclass(frozen=True)
class Grid:
    """A table. The first column names the row. `moments`: where each row leads, if anywhere."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    moments: tuple[int, ...] = ()

    @property
    def title(self) -> str:
        """The caption as it stands over what is read row by row."""
        return self.caption if self.caption.endswith("?") else f"{self.caption}:"

    def read(self, row: tuple[str, ...]) -> str:
        """A row in words: its first cell, then the name and the content of every cell that is not empty."""
        cells = [f"{head}: {cell}" for head, cell in zip(self.head[1:], row[1:], strict=True) if cell]
        label = f"{self.head[0]} {row[0]}" if row[0].isdigit() else row[0]
        return f"{label}. {in_a_line(cells)}"


@dataclass(frozen=True)
class Sum:
    """Lines that add up to `total`. `about` says what else is to be known about the total."""

    caption: str
    total: int
    lines: tuple[Line, ...]
    about: str = ""

    @property
    def title(self) -> str:
        """What it is about, and the total."""
        return f"{self.caption}: {self.total} {self.about}".rstrip()

    @property
    def grid(self) -> Grid:
        """The same as a table, with the total in the last row; lines of nothing are left out."""
        rows = [(line_text(line), signed(line.points), line.behind) for line in self.lines if line.points]
        return Grid(self.title, head("line points behind"), (*rows, (*head("together"), str(self.total), "")))


Block = str | Items | Grid | Sum


@dataclass(frozen=True)
class Section:
    """A part of a debrief. `key` is the same for every game and stands in addresses and files.

    `lead`: it belongs to the summary that comes first, for a room with little time; all others are details.
    """

    key: str
    title: str
    blocks: tuple[Block, ...]
    lead: bool = False


_T = TypeVar("_T")


def cleaned(value: _T) -> _T:
    """The same data with every text in it made safe to show, as `words.safe.clean` does."""
    return cast("_T", _cleaned(value))


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return Name(clean(value), value.number) if isinstance(value, Name) else clean(value)
    if isinstance(value, tuple):
        parts = [_cleaned(each) for each in value]
        return type(value)(*parts) if hasattr(value, "_fields") else tuple(parts)
    if hasattr(value, "__dataclass_fields__"):
        return replace(value, **{each.name: _cleaned(getattr(value, each.name)) for each in fields(value)})
    return value


def yes_no(value: bool) -> str:
    """A truth in a table."""
    return say("debrief-yes-no", value=value)


def head(columns: str) -> tuple[str, ...]:
    """The names of columns, from their keys with spaces between."""
    return tuple(say(f"debrief-column-{each}") for each in columns.split())
