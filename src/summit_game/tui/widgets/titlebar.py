"""The first line of the table: the deck, the round, whose turn it is, and the clock."""

from __future__ import annotations

from rich.cells import cell_len
from textual.content import Content
from textual.widgets import Static

from summit_game.tui.cells import cut, fit


class TitleBar(Static):
    """One line. `tell` sets it; the clock is drawn anew every second by the screen."""

    DEFAULT_CSS = """
    TitleBar { height: 1; background: $strip; color: $strip-text; text-style: bold; padding: 0 1; }
    """

    def __init__(self) -> None:
        super().__init__("", markup=False)
        self._parts: tuple[str, str, str, str] = ("", "", "", "")
        self._warning = ""

    def tell(self, title: str, where: str, turn: str, clock: str) -> None:
        """Deck title, round and phase, whose turn, time left (or nothing)."""
        parts = (title, where, turn, clock)
        if parts != self._parts:
            self._parts = parts
            self.draw()

    def warn(self, warning: str) -> None:
        """Show a warning in place of everything else, or no longer (an empty one)."""
        if warning != self._warning:
            self._warning = warning
            self.draw()

    def on_resize(self) -> None:
        self.draw()

    def draw(self) -> None:
        title, where, turn, clock = self._parts
        width = max(1, self.size.width - 2)
        if self._warning:
            self.update(Content(fit(self._warning, width)), layout=False)
            return
        tail = f"  {clock}" if clock else ""
        middle = f"{where}   {turn}" if turn else where
        if width < 56:
            middle = f"{turn}   {where}" if turn else where
        room = width - cell_len(tail) - cell_len(middle) - 3
        head = f"SUMMIT  {title}" if room >= 12 + 8 else "SUMMIT"
        head = cut(head, max(6, room))
        line = f"{head}   {middle}" if width >= 56 else middle
        text = fit(line, width - cell_len(tail)) + tail if cell_len(tail) < width else fit(line, width)
        self.update(Content(text), layout=False)
