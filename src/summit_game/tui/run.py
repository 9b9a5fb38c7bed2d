"""Start the screen and come back with an exit code."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from summit_game.table import from_outside
from summit_game.table.games_folder import Sitting
from summit_game.words.catalogue import say

if TYPE_CHECKING:
    from summit_game.tui.app import SummitApp
    from summit_game.tui.game_app import GameApp

EXIT_NO_TERMINAL = 69


def terminal_trouble() -> str | None:
    """Why there can be no screen here, in a sentence with what to do; None if there can."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return say("app-no-terminal")
    term = os.environ.get("TERM", "")
    if term in ("dumb", "unknown", ""):
        return say("app-poor-terminal", term=term or say("app-not-set"))
    try:
        "█░■□►│─→×…•".encode(sys.stdout.encoding or "ascii")
    except (LookupError, UnicodeEncodeError):
        return say("app-poor-signs", encoding=sys.stdout.encoding)
    return None


def title() -> int:
    """Open the title screen, and everything behind it. Returns the exit code."""
    return _played(None)


def play_sitting(sitting: Sitting) -> int:
    """Play a sitting on the screen, to its end or until the person quits. Returns the exit code."""
    return _played(sitting)


def _played(sitting: Sitting | None) -> int:
    if (trouble := terminal_trouble()) is not None:
        print(f"summit: {trouble}", file=sys.stderr)
        return EXIT_NO_TERMINAL
    from summit_game.tui.game_app import GameApp

    return _run(GameApp(sitting))


def show_replay(sitting: Sitting, reader: int) -> int:
    """Step through a sitting on the screen for a reader (`replay_screen`). Returns the exit code."""
    from summit_game.tui.viewer import Viewer

    return _shown(Viewer(sitting, reader))


def _shown(app: SummitApp) -> int:
    """Run an application, and say in the terminal what it left to say."""
    try:
        app.run()
    finally:
        from_outside.tell(None)
    for line in app.told_at_exit:
        print(line, file=sys.stderr)
    return app.return_code or 0


def _run(app: GameApp) -> int:
    """Run an application of rooms, and say in the terminal what is left to say."""
    code = _shown(app)
    played = app.sitting
    if played is None or played.table.over or played.table.trouble or app.told_at_exit:
        return code
    key = "app-sitting-ended" if played.table.ended else "app-game-saved"
    print(say(key, id=played.id), file=sys.stderr)
    return code
