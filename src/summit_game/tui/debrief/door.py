"""The way to the debrief from other screens; what it needs is loaded only then."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from textual.app import App

from summit_game.deck.faults import DeckError
from summit_game.table.games_folder import Sitting, look
from summit_game.table.journal import JournalError


def open_debrief(app: App[Any], game: Sitting | Path) -> None:
    """Show the debrief of a sitting, or of the game in a journal, over the screen that is there. Escape comes back.

    A game that goes on is read from its journal, never from the table that plays it.
    """
    from summit_game.tui.debrief.screen import DebriefScreen

    try:
        sitting = look(str(game)) if isinstance(game, Path) else game
    except (JournalError, DeckError, OSError) as error:
        app.notify(str(error), severity="warning", markup=False)
        return
    app.push_screen(DebriefScreen(sitting))
