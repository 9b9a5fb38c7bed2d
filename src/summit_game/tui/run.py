"""Start the screen and come back with an exit code."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from summit_game.engine.scoring import scores
from summit_game.language.catalogue import say
from summit_game.table import from_outside
from summit_game.table.games_folder import Sitting
from summit_game.words import papers
from summit_game.words.names import Words

if TYPE_CHECKING:
    from summit_game.tui.game_app import GameApp

EXIT_NO_TERMINAL = 69


def terminal_trouble() -> str | None:
    """Why there can be no screen here, in a sentence with what to do; None if there can."""
    # The screen is painted on stderr.
    if not all(each is not None and each.isatty() for each in (sys.stdin, sys.stdout, sys.__stderr__)):
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


def last_words(played: Sitting) -> list[str]:
    """What is said of a game that is over once the screen has gone: its ending, the people's scores, where to go."""
    table = played.table
    words = Words(table.setting, played.deck)
    people = [each for each in scores(table.state) if each.seat in table.sitters and not table.sitters[each.seat].bot]
    return [
        *papers.the_end(words, table.state)[:1],
        *(say("app-score", who=words.seats[each.seat], points=each.points, rating=each.rating) for each in people),
        say("app-debrief", id=played.id),
    ]


def _run(app: GameApp) -> int:
    """Run the application, and say in the terminal what it left to say."""
    try:
        app.run()
    finally:
        from_outside.tell(None)
    for line in app.told_at_exit:
        print(line, file=sys.stderr)
    code, played = app.return_code or 0, app.sitting
    if played is not None and app.alone and played.table.over:
        for line in last_words(played):
            print(line, file=sys.stderr)
    if played is None or app.reader is not None or played.table.over or played.table.trouble or app.told_at_exit:
        return code
    key = "app-sitting-ended" if played.table.ended else "app-game-saved"
    print(say(key, id=played.resumed_as), file=sys.stderr)
    return code
