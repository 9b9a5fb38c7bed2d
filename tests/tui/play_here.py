"""Run a game on the screen of this terminal, for tests: SEATS PEOPLE SEED [crash]. Ends with the game's exit code."""

from __future__ import annotations

import sys

from tui_support import sitting


def main() -> int:
    seats, people, seed, *rest = sys.argv[1:]
    game = sitting(int(seats), int(seed), people=tuple(map(int, people.split(","))))
    if rest == ["crash"]:
        from summit_game.tui.table_screen import TableScreen

        def fall(self: TableScreen) -> None:
            local_secret = "the-secret-of-a-local-variable"
            raise ValueError(len(local_secret))

        TableScreen.action_hide = fall  # type: ignore[method-assign]
    from summit_game.tui.run import on_screen

    return on_screen(game)


if __name__ == "__main__":
    sys.exit(main())
