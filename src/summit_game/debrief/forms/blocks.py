"""What a written debrief is made of: sections of paragraphs, lists, tables and sums, the same for every form.

`cleaned` is called once by every writer, so that nothing typed or read can steer a screen or a program.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, TypeVar, cast

from summit_game.debrief.model import Debrief, Text
from summit_game.engine.board import BRACKETS
from summit_game.engine.module import Line
from summit_game.words.names import listed, signed
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
        return clean(value)
    if isinstance(value, tuple):
        parts = [_cleaned(each) for each in value]
        return type(value)(*parts) if hasattr(value, "_fields") else tuple(parts)
    if hasattr(value, "__dataclass_fields__"):
        return replace(value, **{each.name: _cleaned(getattr(value, each.name)) for each in fields(value)})
    return value


def yes_no(value: bool) -> str:
    """A truth in a table."""
    return "yes" if value else "no"


def count(number: int, one: str, many: str = "") -> str:
    """A number with its noun: 1 text, 2 texts."""
    return f"{number} {one if number == 1 else many or one + 's'}"


class Names:
    """Names of what a debrief counts with numbers."""

    def __init__(self, debrief: Debrief) -> None:
        self.debrief = debrief

    def seat(self, seat: int) -> str:
        """A delegation; the table or the facilitator if there is none."""
        return self.debrief.seats[seat] if seat >= 0 else "the table"

    def seats(self, seats: Iterable[int]) -> str:
        """Several delegations, or nobody."""
        return listed(self.seat(seat) for seat in seats)

    def level(self, issue: int, level: int) -> str:
        """A level with its title."""
        if level == BRACKETS:
            return "in brackets (counts as level 0)"
        return f"level {level}, {self.debrief.level_titles[issue][level]}"

    def short(self, issue: int, level: int) -> str:
        """A level with its title, for a cell of a table."""
        return "in brackets" if level == BRACKETS else f"{level} {self.debrief.level_titles[issue][level]}"

    def change(self, issue: int, before: int, after: int) -> str:
        """An issue that moves from one level to another."""
        return f"{self.debrief.issues[issue]} from {self.level(issue, before)} to {self.level(issue, after)}"

    def changes(self, before: Text, after: Text) -> list[str]:
        """What is different in two texts, issue by issue."""
        pairs = enumerate(zip(before, after, strict=True))
        return [self.change(issue, was, now) for issue, (was, now) in pairs if max(0, was) != max(0, now)]

    def at(self, moment: int) -> str:
        """Where in the game a moment is; the number is the one of the move-by-move list."""
        if not 0 <= moment < len(self.debrief.moments):
            return "at the end"
        return f"round {self.debrief.moments[moment].round}, moment {moment + 1}"

    def steps(self, moments: Sequence[int]) -> str:
        """The same moments as a replay counts them: from 0, with notes, pauses and what was taken back."""
        known = [self.debrief.moments[each].entry for each in moments if 0 <= each < len(self.debrief.moments)]
        numbers = listed(str(entry - self.debrief.moments[0].entry) for entry in known)
        return f"{'step' if len(known) == 1 else 'steps'} {numbers} of the replay" if known else "not in the replay"

    def by_seat(self, numbers: Iterable[int], sign: bool = False) -> str:
        """A number for each delegation, in one sentence part."""
        seats = self.debrief.seats
        return ", ".join(f"{seats[at]} {signed(each) if sign else each}" for at, each in enumerate(numbers))
