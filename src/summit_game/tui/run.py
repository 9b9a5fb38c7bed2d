"""Start the screen and come back with an exit code."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from summit_game.table.games_folder import Sitting

if TYPE_CHECKING:
    from summit_game.tui.game_app import GameApp

EXIT_NO_TERMINAL = 69


def terminal_trouble() -> str | None:
    """Why there can be no screen here, in a sentence with what to do; None if there can."""
    advice = "use `summit play --plain`"
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return f"the table on the screen needs a terminal, and this is none; {advice}"
    term = os.environ.get("TERM", "")
    if term in ("dumb", "unknown", ""):
        return f"this terminal (TERM={term or 'not set'}) cannot hold the table on the screen; {advice}"
    try:
        "█░■□►│─→×…•".encode(sys.stdout.encoding or "ascii")
    except (LookupError, UnicodeEncodeError):
        return f"this terminal cannot write the signs of the table (its code is {sys.stdout.encoding}); {advice}"
    return None


def title() -> int:
    """Open the title screen, and everything behind it. Returns the exit code."""
    trouble = terminal_trouble()
    if trouble is not None:
        print(f"summit: {trouble}", file=sys.stderr)
        return EXIT_NO_TERMINAL
    from summit_game.tui.game_app import GameApp

    return _run(GameApp())


def play_sitting(sitting: Sitting) -> int:
    """Play a sitting on the screen, to its end or until the person quits. Returns the exit code."""
    trouble = terminal_trouble()
    if trouble is not None:
        print(f"summit: {trouble}", file=sys.stderr)
        return EXIT_NO_TERMINAL
    from summit_game.tui.game_app import GameApp

    return _run(GameApp(sitting))


def show_replay(sitting: Sitting, reader: int) -> int:
    """Step through a sitting on the screen for a reader (`replay_screen`). Returns the exit code."""
    from summit_game.tui.viewer import Viewer

    app = Viewer(sitting, reader)
    app.run()
    for line in app.told_at_exit:
        print(line, file=sys.stderr)
    return app.return_code or 0


def _run(app: GameApp) -> int:
    """Run an application of rooms, and say in the terminal what is left to say."""
    app.run()
    for line in app.told_at_exit:
        print(line, file=sys.stderr)
    played = app.sitting
    if played is None or played.table.over or played.table.trouble or app.told_at_exit:
        return app.return_code or 0
    if played.table.ended:
        print(f"The sitting has ended: `summit replay {played.id}` shows it again.", file=sys.stderr)
    else:
        print(f"The game is saved: `summit play --resume {played.id}` goes on with it.", file=sys.stderr)
    return app.return_code or 0
