"""The application with the title screen as its ground floor: every other room opens above it."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, ClassVar

from textual import work
from textual.app import SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen

from summit_game.deck.compile import SetupError
from summit_game.deck.faults import DeckError
from summit_game.table.games_folder import Sitting, look
from summit_game.table.journal import JournalError
from summit_game.tui import ending, preferences
from summit_game.tui.board_screen import BoardScreen
from summit_game.tui.later import later
from summit_game.tui.learn import LessonScreen
from summit_game.tui.lesson import Course
from summit_game.tui.preferences import Preferences
from summit_game.tui.replay_screen import ReplayScreen
from summit_game.tui.rooms import HIGHEST_SEED, Rooms
from summit_game.tui.sitting_screen import GUARD
from summit_game.tui.table_screen import TableScreen
from summit_game.tui.title import TitleScreen
from summit_game.tui.words_of_seats import SeatWords

LEFT = "left"
"""What a table screen is dismissed with when the person goes back to the title."""


class Hall(Rooms):
    """Title, new game, lists, settings, and the way from there to the table and back.

    With a `sitting` there is no title: it is played, and the program ends. `pace` and `theme` come from the saved
    settings unless they are given.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f9", "to_title", "Title", id="app.title", key_display="F9"),
    ]

    def __init__(
        self,
        sitting: Sitting | None = None,
        pace: float | None = None,
        guard: float = GUARD,
        theme: str | None = None,
    ) -> None:
        self.preferences, self._trouble = preferences.load()
        self._own_pace = pace
        seconds = self.preferences.seconds if pace is None else pace
        super().__init__(sitting, seconds, guard, theme or self.preferences.theme)
        self._titled = sitting is None
        self._secrets: dict[str, SeatWords] = {}
        """Words of delegations, by sitting, as long as the program runs."""

    @work
    async def wander(self) -> None:
        """Open the title screen, which stays below everything else, or play the one sitting."""
        if self._trouble:
            later(self, 0.1, lambda: self.notify(self._trouble, severity="warning", markup=False))
        if self.sitting is None:
            await self.push_screen(TitleScreen())
        else:
            await self.play(self.sitting)
            self.exit(0)

    # --- settings --------------------------------------------------------------------------------------------

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

    # --- rooms -----------------------------------------------------------------------------------------------

    async def play(self, sitting: Sitting, words: Mapping[int, str] | None = None) -> None:
        """Play a sitting, and those that follow it, until no other is wanted. Call from a worker.

        `words`: seat -> the word that opens it at the hand-over.
        """
        following: Sitting | None = sitting
        while following is not None:
            self.sitting = now = following
            table = TableScreen(now, self.pace, self.guard)
            table.secret = self._secrets.setdefault(now.id, table.secret)
            table.secret.asked = self.preferences.words
            for seat, word in (words or {}).items():
                table.secret.opens(seat, word)
            done = await self.push_screen_wait(table)
            following = await self.after(now) if done == "over" else None
            if following is not None:
                self._secrets[following.id] = table.secret
            if now.table.journal is not None:
                now.table.journal.close()

    async def replay(self, path: Path) -> None:
        """Step through a game, as its one person saw it, or as everybody did. Call from a worker."""
        try:
            sitting = look(str(path))
        except (JournalError, DeckError, OSError) as error:
            self.notify(str(error), severity="warning", markup=False)
            return
        people = [seat for seat, sitter in sitting.table.sitters.items() if not sitter.bot]
        await self.push_screen_wait(ReplayScreen(sitting, people[0] if len(people) == 1 else -1))

    async def learn(self, course: Course) -> None:
        """Give a lesson, as often as it is wanted, then a game of one's own if that is wanted. Call from a worker."""
        while True:
            screen = LessonScreen(course, self.pace, self.guard)
            if await self.push_screen_wait(screen) != "over":
                return
            unveiled = 0
            wanted = ending.REPLAY
            while wanted == ending.REPLAY:
                last = ending.Ending(screen.sitting, unveiled)
                wanted = await self.push_screen_wait(last)
                unveiled = last.unveiled
                if wanted == ending.REPLAY:
                    await self.push_screen_wait(ReplayScreen(screen.sitting, course.learner))
            if wanted == ending.OTHER:
                await self._after_lesson(course)
            if wanted != ending.AGAIN:
                return

    async def _after_lesson(self, course: Course) -> None:
        """New cards after a lesson: a game of one's own at the same table."""
        try:
            sitting = course.real_game(secrets.randbelow(HIGHEST_SEED))
        except (DeckError, SetupError, OSError) as error:
            self.notify(str(error), severity="warning", markup=False)
            return
        await self.play(sitting)

    # --- back to the title -----------------------------------------------------------------------------------

    @property
    def table_open(self) -> TableScreen | None:
        """The table that is being played on top of everything, if any."""
        return self.screen if isinstance(self.screen, TableScreen) else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "to_title":
            return self._titled and self.table_open is not None
        return super().check_action(action, parameters)

    def action_to_title(self) -> None:
        """Leave the table; the game is saved and stands under Continue."""
        if (table := self.table_open) is not None:
            self.if_sure(lambda: table.dismiss(LEFT))

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        if self._titled and isinstance(screen, BoardScreen) and self.table_open is not None:
            saved = "this game is NOT saved" if self.unsaved else "the game is saved"
            yield SystemCommand("To the title", f"Leave the table; {saved}", self.action_to_title)
        yield from super().get_system_commands(screen)
