"""The application with the title screen as its ground floor: every other room opens above it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from textual import work

from summit_game.table.shelf import Sitting
from summit_game.tui import preferences
from summit_game.tui.ending import Ending
from summit_game.tui.preferences import Preferences
from summit_game.tui.rooms import Rooms
from summit_game.tui.table_screen import GUARD, TableScreen
from summit_game.tui.title import TitleScreen


class Hall(Rooms):
    """Title, new game, lists, settings, and the way from there to the table and back.

    `pace` and `theme` come from the saved settings unless they are given.
    """

    def __init__(self, pace: float | None = None, guard: float = GUARD, theme: str | None = None) -> None:
        self.preferences, self._trouble = preferences.load()
        self._own_pace = pace
        super().__init__(
            None, self.preferences.seconds if pace is None else pace, guard, theme or self.preferences.theme
        )

    @work
    async def wander(self) -> None:
        """Open the title screen; it stays below everything else."""
        if self._trouble:
            self.notify(self._trouble, severity="warning", markup=False)
        self.push_screen(TitleScreen())

    def prefer(self, wanted: Preferences) -> None:
        """Use and keep these settings."""
        self.preferences = wanted
        self.theme = wanted.theme
        if self._own_pace is None:
            self.pace = wanted.seconds
        if trouble := preferences.save(wanted):
            self.notify(trouble, severity="warning", markup=False)

    def _use(self, theme: str) -> None:
        """A theme chosen in the palette is kept like one chosen in the settings."""
        self.prefer(replace(self.preferences, theme=theme))

    async def play(self, sitting: Sitting, words: Mapping[int, str] | None = None) -> None:
        """Play a sitting to its end or until it is left. Call from a worker.

        `words`: seat -> the word that opens it at the hand-over.
        """
        table = TableScreen(sitting, self.pace, self.guard)
        for seat, word in (words or {}).items():
            table.secret.opens(seat, word)
        done = await self.push_screen_wait(table)
        if done == "over":
            await self.push_screen_wait(Ending(sitting))
        if sitting.table.journal is not None:
            sitting.table.journal.close()

    async def replay(self, path: Path) -> None:
        """Step through a game. Call from a worker."""
        self.notify("Replays open here soon.", markup=False)
