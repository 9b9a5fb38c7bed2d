"""The base of the debrief's panes, and lines that stand beside each other or in a table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message

from summit_game.debrief.model import Debrief
from summit_game.tui.cells import literal, row, wrap
from summit_game.tui.widgets.paper import Paper

COLUMNS = 100
"""Cells from which a pane may put its lines in two columns."""


class DebriefPane(Paper):
    """A pane that shows a part of a debrief, or says that it is being read."""

    WAITING = "The game is being read …"

    def __init__(self, *, id: str) -> None:  # noqa: A002 (Textual calls it so)
        super().__init__(id=id)
        self.debrief: Debrief | None = None

    def show(self, debrief: Debrief) -> None:
        """Show this debrief."""
        self.debrief = debrief
        self.rewrite()
        self.border_title = literal(self.title)

    def compose_lines(self, width: int) -> list[Content]:
        if self.debrief is None:
            return texts(self.WAITING, width, "$dim")
        return self.told(self.debrief, width)

    def told(self, debrief: Debrief, width: int) -> list[Content]:
        """The lines at a width. Every pane has its own; this class alone is never shown."""
        raise NotImplementedError


class PlacesPane(DebriefPane):
    """A pane in which some lines lead to a moment. Enter goes there; above the first of them it only scrolls."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "see", "Look there", id="debrief.see")]

    class See(Message):
        """A moment is to be looked at."""

        def __init__(self, moment: int) -> None:
            super().__init__()
            self.moment = moment

    def __init__(self, *, id: str) -> None:  # noqa: A002 (Textual calls it so)
        super().__init__(id=id)
        self.places: list[int] = []
        """Item -> the moment it leads to, or -1."""

    @property
    def items(self) -> int:
        return len(self.places)

    def place(self, moment: int, lines: Sequence[Content], before: Sequence[Content]) -> list[Content]:
        """The lines of an item, after those that are there already. The first begins with two cells for the cursor."""
        self.owners += [-1] * (len(before) - len(self.owners)) + [len(self.places)] * len(lines)
        first, *more = lines
        if len(self.places) == self.cursor:
            first = Content.assemble(("► ", "bold"), first[2:])
        self.places.append(moment)
        return [first, *more]

    def compose_lines(self, width: int) -> list[Content]:
        self.places = []
        lines = super().compose_lines(width)
        self.owners += [-1] * (len(lines) - len(self.owners))
        return lines

    def action_move(self, by: int) -> None:
        if not self.items or (by < 0 and self.cursor <= 0) or (self.cursor < 0 and self._more_above):
            self.cursor = -1
            self.scroll_relative(y=by, animate=False)
        else:
            super().action_move(by)

    @property
    def _more_above(self) -> bool:
        """Whether the first item is still below what is seen."""
        first = self.owners.index(0) if 0 in self.owners else 0
        return first >= self.scroll_offset.y + self.scrollable_content_region.height - 1

    def action_turn(self, by: int) -> None:
        self.cursor = -1
        height = max(1, self.scrollable_content_region.height - 1)
        self.scroll_relative(y=by * height, animate=False)

    def action_to_end(self, end: int) -> None:
        self.cursor = -1
        self.scroll_to(y=self.max_scroll_y if end else 0, animate=False)

    def cursor_moved(self) -> None:
        self.rewrite()
        self.screen.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "see":
            return 0 <= self.cursor < len(self.places) and self.places[self.cursor] >= 0
        return True

    def action_see(self) -> None:
        self.post_message(self.See(self.places[self.cursor]))


def texts(text: str, width: int, style: str = "", indent: str = "") -> list[Content]:
    """A paragraph in a style; further lines begin with `indent`."""
    return [row((line, style)) for line in wrap(text, width, indent)]


def flow(items: Sequence[str], width: int, style: str = "", gap: str = "   ") -> list[Content]:
    """Short texts one after the other; each stays whole if it fits a line."""
    lines, line = [], ""
    for item in items:
        if line and cell_len(line) + len(gap) + cell_len(item) > width:
            lines.append(line)
            line = ""
        line = f"{line}{gap}{item}" if line else item
    return [part for each in [*lines, line] if each for part in texts(each, width, style)]


def heading(text: str, width: int) -> list[Content]:
    """An empty line and a heading."""
    return [row(""), *texts(text, width, "bold $accent")]


def beside(left: Sequence[Content], right: Sequence[Content], width: int) -> list[Content]:
    """Two columns of lines; the left one is `width` cells wide."""
    lines = []
    for at in range(max(len(left), len(right))):
        first = left[at] if at < len(left) else Content("")
        second = right[at] if at < len(right) else Content("")
        gap = " " * max(0, width - first.cell_length)
        lines.append(Content.assemble(first, gap, (" │ ", "$line"), second))
    return lines


def gains(debrief: Debrief, points: Sequence[int]) -> str:
    """Points with their sign for each delegation that they are not nothing to: `RU +10, US -2`."""
    told = [f"{debrief.seat_ids[seat]} {each:+d}" for seat, each in enumerate(points) if each]
    return ", ".join(told) or "nothing to anybody"
