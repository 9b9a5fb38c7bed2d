"""The application: themes, quitting, crash files, signals, and a terminal that is left clean.

Textual's own ways leak: a crash prints local variables and exits 0, a signal leaves the terminal in disorder, and
GNU screen keeps the last frame. Every screen of Summit runs in this class, so it is put right in one place.
"""

from __future__ import annotations

import asyncio
import os
import platform
import sys
import traceback
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, ClassVar

import textual
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.command import CommandPalette
from textual.events import DescendantFocus, Key
from textual.notifications import SeverityLevel
from textual.screen import Screen
from textual.widgets import Input

from summit_game import __version__
from summit_game.files.folders import STATE, folder_of
from summit_game.files.writing import write_new
from summit_game.language.catalogue import say
from summit_game.table import from_outside
from summit_game.table.games_folder import look
from summit_game.tui.keys import user_keymap
from summit_game.tui.messages import DebriefWanted
from summit_game.tui.reader import Reader
from summit_game.tui.room import tried
from summit_game.tui.rules_paper import rules_reader
from summit_game.tui.themes import DARK, DEFAULTS, NAMES, THEMES
from summit_game.tui.typed import latin
from summit_game.words.safe import clean

EXIT_CRASH = 70


class SummitApp(App[int]):
    """Base of everything on the screen. Ask `return_code` after `run()` and exit with it."""

    TITLE = "Summit"
    ENABLE_COMMAND_PALETTE = True
    COMMAND_PALETTE_DISPLAY = "^p"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f10", "leave", "key-quit", id="app.quit", priority=True, key_display="F10"),
        Binding("ctrl+q", "leave", "key-quit", show=False, id="app.quit2", priority=True),
        Binding("ctrl+z", "to_shell", "key-back-to-the-shell-fg-returns", show=False, id="app.shell", priority=True),
    ]

    CSS_PATH = "summit.tcss"

    def __init__(self, theme: str = DARK) -> None:
        super().__init__()
        for each in THEMES:
            self.register_theme(each)
        self.theme = theme if theme in NAMES else DARK
        self.crash_file: Path | None = None
        self.told_at_exit: list[str] = []
        """Sentences for the terminal after the screen has gone."""

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return DEFAULTS

    def on_mount(self) -> None:
        keymap, trouble = user_keymap()
        if keymap:
            self.set_keymap(keymap)
        if trouble:
            self.notify(trouble, severity="warning", markup=False)
        self._watch_signals()

    def on_key(self, event: Key) -> None:
        """A letter of another script that nothing has used is the key at its place on a Latin keyboard."""
        if not isinstance(self.focused, Input) and (letter := latin(event.character)) is not None:
            event.stop()
            self.simulate_key(letter)

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """No cursor blinks, in the palette neither: an idle screen paints nothing."""
        if isinstance(event.widget, Input):
            event.widget.cursor_blink = False

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = False,
    ) -> None:
        """A notice, shown literally."""
        super().notify(clean(message), title=clean(title), severity=severity, timeout=timeout, markup=False)

    # --- signals -------------------------------------------------------------------------------------------------

    def _watch_signals(self) -> None:
        """A closed window and a kill leave the terminal clean. The game is on the disk after every move already."""
        if self.is_headless or platform.system() == "Windows":
            return
        loop = asyncio.get_running_loop()
        from_outside.watch()
        from_outside.tell(lambda number: loop.call_soon_threadsafe(self._signalled, number))
        self.app_resume_signal.subscribe(self, lambda _: self.call_later(self._repaint))

    def _signalled(self, number: int) -> None:
        self.exit(return_code=128 + number)

    def action_to_shell(self) -> None:
        """Stop the program, as ctrl+z does; what is private is taken off the screen first."""
        if platform.system() == "Windows" or self._driver is None or not self._driver.can_suspend:
            return
        self.cover()
        self.call_after_refresh(self._stop)

    def cover(self) -> None:
        """Take what is private off the screen, from what lies on top downwards."""
        for screen in reversed(list(self.screen_stack)):
            getattr(screen, "before_shell", lambda: None)()

    def _stop(self) -> None:
        self._erase_rows()
        self.action_suspend_process()

    def _repaint(self) -> None:
        """After ctrl+z and `fg`: everything anew, also what Textual believes to be on the screen."""
        for screen in self.screen_stack:
            screen.refresh(layout=True)
            for widget in screen.walk_children():
                widget.refresh()

    # --- the end -------------------------------------------------------------------------------------------------

    def exit(self, result: int | None = None, return_code: int = 0, message: Any = None) -> None:
        self._erase_rows()
        super().exit(result, return_code, message)

    def _erase_rows(self) -> None:
        """Row by row: GNU screen keeps the last frame of a program, and clearing it all would push it back further."""
        driver = self._driver
        if driver is None or self.is_headless or self.is_web:
            return
        try:
            rows = "".join(f"\x1b[{row};1H\x1b[2K" for row in range(1, self.size.height + 1))
            driver.write(f"\x1b[0m{rows}")
            driver.flush()
        except (OSError, ValueError):
            pass

    def _fatal_error(self) -> None:
        """A fault of ours: a file without local variables, and two sentences, in place of Textual's traceback."""
        error = sys.exc_info()[1] or self._exception
        self.crash_file = write_crash_file(error)
        self._return_code = EXIT_CRASH
        where = f" {say('app-crash-file', file=self.crash_file)}" if self.crash_file else ""
        self.told_at_exit.append(f"{say('app-fault', name=type(error).__name__)}{where}")
        self.told_at_exit.append(self.unsaved or say("app-saved-to-last-move"))
        self._erase_rows()
        self._close_messages_no_wait()

    def panic(self, *renderables: Any) -> None:
        if self.is_headless:
            super().panic(*renderables)
        else:
            self._fatal_error()

    @property
    def unsaved(self) -> str:
        """A sentence for the terminal if a game would be lost by leaving; else nothing."""
        return ""

    async def action_leave(self) -> None:
        """Quit. Every move is on the disk already, so nothing is asked."""
        self.exit(0)

    async def action_quit(self) -> None:
        await self.action_leave()

    def on_debrief_wanted(self, event: DebriefWanted) -> None:
        """Show a debrief over the screen that is there; what it needs is loaded only now.

        A game that goes on is read from its journal, never from the table that plays it.
        """
        from summit_game.tui.debrief.screen import DebriefScreen

        game = event.game
        sitting = tried(self, lambda: look(str(game))) if isinstance(game, Path) else game
        if sitting is not None:
            self.push_screen(DebriefScreen(sitting))

    # --- palette -------------------------------------------------------------------------------------------------

    def action_command_palette(self) -> None:
        """Open the palette, whose field speaks the language of the game."""
        if self.use_command_palette and not isinstance(self.screen, CommandPalette):
            self.push_screen(CommandPalette(placeholder=say("app-palette"), id="--command-palette"))

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        for title, words, callback in getattr(screen, "commands_now", list)():
            yield SystemCommand(title, words, callback)
        if not isinstance(screen, Reader):
            yield SystemCommand(say("app-rules"), say("app-rule-book"), lambda: self.push_screen(rules_reader()))
        for name in NAMES:
            if name != self.theme:
                yield SystemCommand(say("app-theme", name=name), say("app-colours"), lambda name=name: self._use(name))
        saved = say("app-leave-unsaved") if self.unsaved else say("app-leave-saved")
        yield SystemCommand(say("key-quit"), saved, self.action_leave)

    def _use(self, theme: str) -> None:
        self.theme = theme


def write_crash_file(error: BaseException | None) -> Path | None:
    """Versions and a traceback without local variables, readable by the person alone; None if it cannot be written.

    It goes to `SUMMIT_STATE_DIR`, or to the system's place for state.
    """
    now = datetime.now(UTC)
    lines = [
        f"Summit {__version__}, Textual {textual.__version__}, Python {platform.python_version()}, {platform.system()}",
        f"TERM={os.environ.get('TERM', '')} {now:%Y-%m-%d %H:%M:%S} UTC",
        "",
        *traceback.format_exception(error),
    ]
    try:
        path = folder_of(STATE) / f"crash-{now:%Y%m%d-%H%M%S}-{os.getpid()}.txt"
        write_new(path, "\n".join(lines).encode("utf-8", "replace"), private=True)
    except OSError:
        return None
    return path
