"""The application that goes from room to room: title, table, ending, replay."""

from __future__ import annotations

from textual import work

from summit_game.table.shelf import Sitting
from summit_game.tui.app import SummitApp
from summit_game.tui.ending import Ending
from summit_game.tui.table_screen import GUARD, PACE, TableScreen
from summit_game.tui.themes import DARK


class Rooms(SummitApp):
    """Plays one sitting, shows its ending, and goes where the person wants to."""

    def __init__(
        self, sitting: Sitting | None = None, pace: float = PACE, guard: float = GUARD, theme: str = DARK
    ) -> None:
        super().__init__(theme)
        self.sitting = sitting
        self.pace = pace
        self.guard = guard

    def on_mount(self) -> None:
        super().on_mount()
        self.wander()

    @work
    async def wander(self) -> None:
        """From room to room until nothing more is wanted."""
        sitting = self.sitting
        while sitting is not None:
            done = await self.push_screen_wait(TableScreen(sitting, self.pace, self.guard))
            if done != "over":
                break
            await self.push_screen_wait(Ending(sitting))
            break
        self.exit(0)
