"""The application that goes from room to room: table, ending, replay, and what comes after."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable
from typing import Any, ClassVar

from textual import work
from textual.app import SystemCommand
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.screen import Screen

from summit_game.bots.external import listen, to_stderr
from summit_game.console.commands import COMMANDS
from summit_game.deck.compile import SetupError
from summit_game.deck.faults import DeckError
from summit_game.table.journal import JournalError
from summit_game.table.shelf import Sitting, again
from summit_game.tui import ending
from summit_game.tui.app import SummitApp
from summit_game.tui.choices import Choice
from summit_game.tui.curtain import Curtain
from summit_game.tui.pick import Pick
from summit_game.tui.replay_screen import ReplayScreen
from summit_game.tui.sitting_screen import GUARD, PACE, SittingScreen
from summit_game.tui.table_screen import TableScreen
from summit_game.tui.themes import DARK

HIGHEST_SEED = 10**9


class Rooms(SummitApp):
    """Plays a sitting, shows its ending, and goes where the person wants to."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f8", "facilitator", "Facilitator", id="app.facilitator", key_display="F8"),
    ]

    def __init__(
        self, sitting: Sitting | None = None, pace: float = PACE, guard: float = GUARD, theme: str = DARK
    ) -> None:
        super().__init__(theme)
        self.sitting = sitting
        """The sitting that is played, or was played last."""
        self.pace = pace
        self.guard = guard

    class Heard(Message):
        """A program that plays has something to say; perhaps from another thread."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    def on_mount(self) -> None:
        listen(self.hear)
        self.wander()

    def hear(self, text: str) -> None:
        """Say in a notice what a program's bot has to say. May be called in any thread."""
        self.post_message(self.Heard(text))

    def on_unmount(self) -> None:
        listen(to_stderr)

    def on_rooms_heard(self, event: Heard) -> None:
        self.notify(f"{event.text[:1].upper()}{event.text[1:]}.", severity="warning", timeout=10)

    # --- the facilitator -------------------------------------------------------------------------------------

    def facilitated(self, screen: Screen[Any]) -> SittingScreen | None:
        """The table whose facilitator can intervene at a screen: at the table itself, or at the curtain before it."""
        if not isinstance(screen, SittingScreen | Curtain):
            return None
        tables = [screen for screen in self.screen_stack if isinstance(screen, SittingScreen)]
        return tables[-1] if tables and tables[-1].FACILITATED else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "facilitator":
            return self.facilitated(self.screen) is not None
        return super().check_action(action, parameters)

    def action_facilitator(self) -> None:
        if (table := self.facilitated(self.screen)) is not None:
            table.facilitate()

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        yield from super().get_system_commands(screen)
        if (table := self.facilitated(screen)) is not None and not table.table.over:
            for name, each in COMMANDS.items():
                title, said = f"Facilitator: {each.title}", f"{each.help[:1].upper()}{each.help[1:]}"
                yield SystemCommand(title, said, lambda name=name: table.facilitate(name))

    # --- a game that is not saved ----------------------------------------------------------------------------

    @property
    def unsaved(self) -> str:
        table = next((screen.table for screen in self.screen_stack if isinstance(screen, TableScreen)), None)
        if table is None or table.over or not table.trouble:
            return ""
        return f"Not all of this game is saved. {table.trouble}"

    async def action_leave(self) -> None:
        self.if_sure(lambda: self.exit(0))

    def if_sure(self, leave: Callable[[], object]) -> None:
        """Leave; ask once before if a game would be lost by it."""
        if not self.unsaved:
            leave()
        elif not isinstance(self.screen, Pick):
            choices = [Choice("stay", "Stay", "Back to the game."), Choice("leave", "Leave", self.unsaved)]
            title = "This game is not saved and will be lost. Leave?"

            def answered(chosen: str | None) -> None:
                if chosen == "leave":
                    leave()

            self.push_screen(Pick(title, choices), answered)

    def exit(self, result: int | None = None, return_code: int = 0, message: Any = None) -> None:
        if self.unsaved and self.unsaved not in self.told_at_exit:
            self.told_at_exit.append(self.unsaved)
        super().exit(result, return_code, message)

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
                except (JournalError, DeckError, SetupError) as error:
                    self.notify(f"It cannot be played again: {error}", severity="error", markup=False)
            else:
                return None
