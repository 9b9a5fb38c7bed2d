"""The base of screens of forms and lists; a word in a notice for what cannot be done."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from textual import events
from textual.app import App
from textual.screen import Screen, ScreenResultType

from summit_game.deck.compile import SetupError
from summit_game.deck.faults import DeckError
from summit_game.language.catalogue import say
from summit_game.rules.registry import ModuleUnusable
from summit_game.table.journal import JournalError
from summit_game.tui.help import help_for
from summit_game.tui.reader import Reader

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


Made = TypeVar("Made")
Errors = tuple[type[Exception], ...]
CANNOT: Errors = (JournalError, DeckError, SetupError, ModuleUnusable, OSError)
"""What a person is told of, where a game is opened, begun or deleted."""


def tried(where: App[Any] | Screen[Any], make: Callable[[], Made], errors: Errors = CANNOT) -> Made | None:
    """What a function gives; None, and a notice that says why, for what cannot be opened, begun or deleted."""
    try:
        return make()
    except errors as error:
        why = error.faults[0] if isinstance(error, DeckError) and error.faults else error
        where.notify(str(why), severity="warning", markup=False)
        return None
