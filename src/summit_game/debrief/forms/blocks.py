"""What a written debrief is made of: sections of paragraphs, lists, tables and sums, the same for every form.

`cleaned` is called once by every writer, so that nothing typed or read can steer a screen or a program.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Any, TypeVar, cast

from summit_game.engine.module import Line
from summit_game.words.catalogue import Name, say
from summit_game.words.safe import clean


@dataclass(frozen=True)
class Items:
    """A list; `ordered` if the number of an item means something."""

    items: tuple[str, ...]
    ordered: bool = False


@dataclass(frozen=True)
class Grid:
    """A table. The first column names the row."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Sum:
    """Lines that add up to `total`. `about` says what else is to be known about the total."""

    caption: str
    total: int
    lines: tuple[Line, ...]
    about: str = ""


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
