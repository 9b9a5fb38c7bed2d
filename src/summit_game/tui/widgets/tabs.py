"""The tabs over the lower panes on screens that do not hold all panes at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.message import Message
from textual.widgets import Static


class PaneTabs(Static):
    """Names with their letters; a click or the letter opens a pane."""

    DEFAULT_CSS = """
    PaneTabs { height: 1; background: $panel; color: $foreground; }
    """

    @dataclass
    class Chosen(Message):
        """A tab was clicked."""

        name: str

    def __init__(self, names: dict[str, tuple[str, str]], *, id: str) -> None:  # noqa: A002
        super().__init__("", markup=False, id=id)
        self.names = names
        """Pane -> its letter and its title."""
        self.current = ""
        self._spots: list[tuple[int, int, str]] = []

    def show(self, current: str) -> None:
        """Mark a tab as the open one."""
        if current != self.current:
            self.current = current
            self.draw()

    def on_resize(self) -> None:
        self.draw()

    def draw(self) -> None:
        parts: list[str | tuple[str, str]] = []
        self._spots = []
        x = 0
        long = sum(cell_len(title) + 5 for _, title in self.names.values()) - 1 <= self.size.width
        for name, (letter, title) in self.names.items():
            words = f" {title}" if long or name == self.current else ""
            text = f" {letter}{words} "
            if name == self.current:
                parts.append((f"[{letter}{words}]", "bold $chosen-text on $chosen"))
            else:
                parts += [(f" {letter}", "bold $accent"), f"{words} "]
            self._spots.append((x, x + cell_len(text), name))
            parts.append(" ")
            x += cell_len(text) + 1
        self.update(Content.assemble(*parts), layout=False)

    def column(self, name: str) -> int:
        """Where a tab begins."""
        return next((start for start, _, each in self._spots if each == name), 0)

    def on_click(self, event: events.Click) -> None:
        if name := clicked(self, event, self._spots):
            self.post_message(self.Chosen(name))


def clicked(strip: Static, event: events.Click, spots: Iterable[tuple[int, int, str]]) -> str:
    """What was clicked on a line, or nothing. `spots`: where each begins and ends, and what it is called."""
    offset = event.get_content_offset(strip)
    return next((name for start, end, name in spots if offset is not None and start <= offset.x < end), "")
