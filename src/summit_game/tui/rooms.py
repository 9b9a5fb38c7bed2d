"""The application that goes from room to room: table, ending, replay, and what comes after."""

from __future__ import annotations

import secrets

from textual import work

from summit_game.deck.compile import SetupError
from summit_game.deck.faults import DeckError
from summit_game.deck.library import DeckNotFound
from summit_game.table.shelf import Sitting
from summit_game.tui import ending
from summit_game.tui.again import again
from summit_game.tui.app import SummitApp
from summit_game.tui.replay_screen import ReplayScreen
from summit_game.tui.table_screen import GUARD, PACE, TableScreen
from summit_game.tui.themes import DARK

HIGHEST_SEED = 10**9


class Rooms(SummitApp):
    """Plays a sitting, shows its ending, and goes where the person wants to."""

    def __init__(
        self, sitting: Sitting | None = None, pace: float = PACE, guard: float = GUARD, theme: str = DARK
    ) -> None:
        super().__init__(theme)
        self.sitting = sitting
        """The sitting that is played, or was played last."""
        self.pace = pace
        self.guard = guard

    def on_mount(self) -> None:
        super().on_mount()
        self.wander()

    @work
    async def wander(self) -> None:
        """From room to room until nothing more is wanted."""
        while self.sitting is not None:
            done = await self.push_screen_wait(TableScreen(self.sitting, self.pace, self.guard))
            if done != "over":
                break
            self.sitting = await self.after(self.sitting)
        self.exit(0)

    async def after(self, sitting: Sitting) -> Sitting | None:
        """The ending, and replays of the game; returns the next sitting, if one is wanted."""
        unveiled = 0
        while True:
            screen = ending.Ending(sitting, unveiled)
            wanted = await self.push_screen_wait(screen)
            unveiled = screen.unveiled
            if wanted == ending.REPLAY:
                people = [seat for seat, sitter in sitting.table.sitters.items() if not sitter.bot]
                await self.push_screen_wait(ReplayScreen(sitting, people[0] if len(people) == 1 else -1))
            elif wanted in (ending.AGAIN, ending.OTHER):
                seed = sitting.table.seed if wanted == ending.AGAIN else secrets.randbelow(HIGHEST_SEED)
                try:
                    return again(sitting, seed)
                except (DeckNotFound, DeckError, SetupError) as error:
                    self.notify(f"It cannot be played again: {error}", severity="error", markup=False)
            else:
                return None
