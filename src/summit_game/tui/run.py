"""Start the screen and come back with an exit code."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from summit_game.language.catalogue import say
from summit_game.table.games_folder import Sitting

if TYPE_CHECKING:
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


def on_screen(sitting: Sitting | None = None, reader: int | None = None) -> int:
    """Open the title screen, or play a sitting, or only show it to a `reader`, until it is over or the person quits.

    Returns the exit code.
    """
    if (trouble := terminal_trouble()) is not None:
        print(f"summit: {trouble}", file=sys.stderr)
        return EXIT_NO_TERMINAL
    from summit_game.tui.game_app import GameApp

    return _run(GameApp(sitting, reader=reader))


def _run(app: GameApp) -> int:
    """Run the application, and say in the terminal what it left to say."""
    app.run()
    for line in app.told_at_exit:
        print(line, file=sys.stderr)
    code, played = app.return_code or 0, app.sitting
    if played is None or app.reader is not None or played.table.over or played.table.trouble or app.told_at_exit:
        return code
    key = "app-sitting-ended" if played.table.ended else "app-game-saved"
    print(say(key, id=played.id), file=sys.stderr)
    return code
