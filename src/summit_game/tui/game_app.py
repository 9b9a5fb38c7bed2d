"""The application that plays: the title, and from there to the table, the ending, a replay, a lesson, and back."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual import work
from textual.app import SystemCommand
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.screen import Screen

from summit_game.bots.external import listen, to_stderr
from summit_game.console.commands import COMMANDS
from summit_game.deck.compile import SetupError
from summit_game.deck.faults import DeckError
from summit_game.language.catalogue import say
from summit_game.table.course import Course
from summit_game.table.games_folder import Sitting, again, look
from summit_game.table.journal import JournalError
from summit_game.tui import ending, first_game, preferences
from summit_game.tui.app import SummitApp
from summit_game.tui.board_screen import BoardScreen
from summit_game.tui.choices import Choice
from summit_game.tui.curtain import Curtain
from summit_game.tui.delay import later
from summit_game.tui.dialogs import Pick
from summit_game.tui.messages import Preferred
from summit_game.tui.preferences import Preferences
from summit_game.tui.replay_screen import ReplayScreen
from summit_game.tui.room import tried
from summit_game.tui.sitting_screen import GUARD, SittingScreen
from summit_game.tui.table_screen import TableScreen
from summit_game.words.names import capital

if TYPE_CHECKING:
    from summit_game.tui.lesson import ReadyLesson

HIGHEST_SEED = 10**9
LEFT = "left"
"""What a table screen is dismissed with when the person goes back to the title."""


class GameApp(SummitApp):
    """Title, new game, lists, settings, and the way from there to the table and back.

    With a `sitting` there is no title: it is played, or with a `reader` (a seat, everybody or the open archive) only
    shown, and the program ends. `pace` and `theme` come from the saved settings unless they are given.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f8", "facilitator", "key-facilitator", id="app.facilitator", key_display="F8"),
        Binding("f9", "to_title", "key-title", id="app.title", key_display="F9"),
    ]

    def __init__(
        self,
        sitting: Sitting | None = None,
        pace: float | None = None,
        guard: float = GUARD,
        theme: str | None = None,
        reader: int | None = None,
    ) -> None:
        self.preferences, self._trouble = preferences.load()
        self._own_pace = pace
        seconds = self.preferences.seconds if pace is None else pace
        super().__init__(theme or self.preferences.theme)
        self.sitting = sitting
        """The sitting that is played or shown, or was played last."""
        self.reader = reader
        self.pace = seconds
        self.guard = guard
        self._titled = sitting is None
        self.alone = sitting is not None and reader is None
        """Whether one sitting is played, without the title screen."""

    @dataclass
    class Heard(Message):
        """A program that plays has something to say; perhaps from another thread."""

        text: str

    def on_mount(self) -> None:
        listen(self.hear)
        self.wander()

    def hear(self, text: str) -> None:
        """Say in a notice what a program's bot has to say. May be called in any thread."""
        self.post_message(self.Heard(text))

    def on_unmount(self) -> None:
        listen(to_stderr)
        if self.sitting is not None:
            self.sitting.table.leave()

    def on_game_app_heard(self, event: Heard) -> None:
        self.notify(f"{event.text[:1].upper()}{event.text[1:]}.", severity="warning", timeout=10)

    @work
    async def wander(self) -> None:
        """Open the title screen, which stays below everything else, or play the one sitting."""
        if self._trouble:
            later(self, 0.1, lambda: self.notify(self._trouble, severity="warning", markup=False))
        if self.sitting is None:
            from summit_game.tui.title import TitleScreen  # at first use: a table that is opened at once needs none

            await self.push_screen(TitleScreen(self))
            return
        if self.reader is None:
            await self.play(self.sitting)
        else:
            await self.push_screen_wait(ReplayScreen(self.sitting, self.reader))
        self.exit(0)

    # --- settings --------------------------------------------------------------------------------------------

    def on_preferred(self, event: Preferred) -> None:
        self.prefer(event.preferences)

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

    # --- tables ----------------------------------------------------------------------------------------------

    async def play(self, sitting: Sitting, words: Mapping[int, str] | None = None) -> None:
        """Play a sitting, and those that follow it, until no other is wanted. Call from a worker.

        `words`: seat -> the word that opens it at the hand-over.
        """
        if first_game.due(sitting.deck):
            await self.push_screen_wait(first_game.BeforeFirst(sitting.deck))
            first_game.mark(sitting.deck)
        following: Sitting | None = sitting
        while following is not None:
            self.sitting = now = following
            table = TableScreen(Course(now), self.pace, self.guard)
            table.secret.asked = self.preferences.words
            table.rounds = self.preferences.rounds
            for seat, word in (words or {}).items():
                table.secret.opens(seat, word)
            done = await self.push_screen_wait(table)
            following = await self.after(now) if done == "over" else None
            words = None  # they are kept with the game
            if now.table.journal is not None and following is not now:
                now.table.leave()
                now.table.journal.close()

    async def after(self, sitting: Sitting) -> Sitting | None:
        """The ending, and replays of the game; returns the next sitting, if one is wanted: this one if it goes on."""
        people = [seat for seat, sitter in sitting.table.sitters.items() if not sitter.bot]
        unveiled = 0
        while True:
            wanted, unveiled = await self.ended(sitting, people[0] if len(people) == 1 else -1, unveiled)
            if wanted not in (ending.AGAIN, ending.OTHER):
                return sitting if wanted == ending.BACK else None
            seed = sitting.table.seed if wanted == ending.AGAIN else secrets.randbelow(HIGHEST_SEED)
            try:
                return again(sitting, seed)
            except (JournalError, DeckError, SetupError) as error:
                self.notify(say("app-not-again", why=str(error)), severity="error", markup=False)

    async def ended(
        self, sitting: Sitting, reader: int, unveiled: int = 0, facilitated: bool = True
    ) -> tuple[str, int]:
        """The ending, and replays for a reader as often as they are wanted: what else is wanted, what is unveiled."""
        while True:
            screen = ending.Ending(sitting, unveiled, facilitated)
            wanted = await self.push_screen_wait(screen)
            unveiled = screen.unveiled
            if wanted != ending.REPLAY:
                return wanted, unveiled
            await self.push_screen_wait(ReplayScreen(sitting, reader))

    async def replay(self, path: Path) -> None:
        """Step through a game, as its one person saw it, or as everybody did. Call from a worker."""
        sitting = tried(self, lambda: look(str(path)))
        if sitting is None:
            return
        people = [seat for seat, sitter in sitting.table.sitters.items() if not sitter.bot]
        await self.push_screen_wait(ReplayScreen(sitting, people[0] if len(people) == 1 else -1))

    async def learn(self, course: ReadyLesson) -> None:
        """Give a lesson, as often as it is wanted, then a game of one's own if that is wanted. Call from a worker."""
        while True:
            from summit_game.tui.learn import LessonScreen  # at first use, as the title is

            screen = LessonScreen(course, self.pace, self.guard)
            if await self.push_screen_wait(screen) != "over":
                return
            wanted, _ = await self.ended(screen.sitting, course.learner, facilitated=False)
            if wanted == ending.OTHER:
                await self._after_lesson(course)
            if wanted != ending.AGAIN:
                return

    async def _after_lesson(self, course: ReadyLesson) -> None:
        """New cards after a lesson: a game of one's own at the same table."""
        sitting = tried(self, lambda: course.real_game(secrets.randbelow(HIGHEST_SEED)))
        if sitting is not None:
            await self.play(sitting)

    # --- the facilitator -------------------------------------------------------------------------------------

    def facilitated(self, screen: Screen[Any]) -> SittingScreen | ending.Ending | None:
        """The screen whose facilitator can intervene: at a table, at the curtain before it, and at its ending."""
        if isinstance(screen, ending.Ending):
            return screen if screen.facilitated else None
        if not isinstance(screen, SittingScreen | Curtain):
            return None
        tables = [screen for screen in self.screen_stack if isinstance(screen, SittingScreen)]
        return tables[-1] if tables and tables[-1].FACILITATED else None

    def action_facilitator(self) -> None:
        if (table := self.facilitated(self.screen)) is not None:
            table.facilitate()

    # --- a game that is not saved ----------------------------------------------------------------------------

    @property
    def unsaved(self) -> str:
        sitting = next((screen.sitting for screen in self.screen_stack if isinstance(screen, TableScreen)), None)
        if sitting is None or sitting.table.over or not sitting.table.trouble:
            return ""
        return say("app-not-all-saved", lost=sitting.table.lost(sitting.resumed_as), trouble=sitting.table.trouble)

    async def action_leave(self) -> None:
        self.if_sure(lambda: self.exit(0))

    def if_sure(self, leave: Callable[[], object]) -> None:
        """Leave; ask once before if a game would be lost by it."""
        if not self.unsaved:
            leave()
        elif not isinstance(self.screen, Pick):
            stay = Choice("stay", say("app-stay"), say("app-back-to-game"))
            choices = [stay, Choice("leave", say("key-leave"), self.unsaved)]

            def answered(chosen: str | None) -> None:
                if chosen == "leave":
                    leave()

            self.push_screen(Pick(say("app-will-be-lost"), choices), answered)

    def exit(self, result: int | None = None, return_code: int = 0, message: Any = None) -> None:
        if self.unsaved and self.unsaved not in self.told_at_exit:
            self.told_at_exit.append(self.unsaved)
        super().exit(result, return_code, message)

    # --- back to the title -----------------------------------------------------------------------------------

    @property
    def table_open(self) -> TableScreen | None:
        """The table that is being played on top of everything, if any."""
        return self.screen if isinstance(self.screen, TableScreen) else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "to_title":
            return self._titled and self.table_open is not None
        if action == "facilitator":
            return self.facilitated(self.screen) is not None
        return super().check_action(action, parameters)

    def action_to_title(self) -> None:
        """Leave the table; the game is saved and stands under Continue."""
        if (table := self.table_open) is not None:
            self.if_sure(lambda: table.dismiss(LEFT))

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        if self._titled and isinstance(screen, BoardScreen) and self.table_open is not None:
            saved = say("app-table-unsaved") if self.unsaved else say("app-table-saved")
            yield SystemCommand(say("app-to-title"), saved, self.action_to_title)
        yield from super().get_system_commands(screen)
        if (table := self.facilitated(screen)) is not None and not table.sitting.table.over:
            for name, each in COMMANDS.items():
                title, said = say("app-facilitator", command=each.title), capital(each.help)
                yield SystemCommand(title, said, lambda name=name: table.facilitate(name))
