"""The application that only shows a game: the replay, and nothing else."""

from __future__ import annotations

from textual import work

from summit_game.table.games_folder import Sitting
from summit_game.tui import preferences
from summit_game.tui.app import SummitApp
from summit_game.tui.replay_screen import ReplayScreen


class Viewer(SummitApp):
    """Steps through a sitting for a reader: a seat, everybody (-1), or the open archive."""

    def __init__(self, sitting: Sitting, reader: int) -> None:
        super().__init__(preferences.load()[0].theme)
        self._shown = sitting
        self._reader = reader

    def on_mount(self) -> None:
        self.step_through()

    @work
    async def step_through(self) -> None:
        """Show the replay until it is closed."""
        await self.push_screen_wait(ReplayScreen(self._shown, self._reader))
        self.exit(0)
