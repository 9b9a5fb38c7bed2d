"""The base of screens of forms and lists: they know how much room there is, have help, and close."""

from __future__ import annotations

from textual import events
from textual.screen import Screen, ScreenResultType

from summit_game.tui.help import help_for
from summit_game.tui.reader import Reader
from summit_game.words.catalogue import say

SIDE_BY_SIDE, WIDE, LOW = 100, 120, 22
"""Columns from which two panes stand side by side; from which there is room to spare; rows below which panes shrink."""


class Room(Screen[ScreenResultType]):
    """Its classes `-side`, `-wide` and `-low` say how much room there is. It is dismissed with None when it closes."""

    def on_resize(self, event: events.Resize) -> None:
        self.set_class(event.size.width >= SIDE_BY_SIDE, "-side")
        self.set_class(event.size.width >= WIDE, "-wide")
        self.set_class(event.size.height < LOW, "-low")

    def action_close(self) -> None:
        self.dismiss(None)

    def action_help(self) -> None:
        self.app.push_screen(Reader(say("key-help"), help_for(self)))
