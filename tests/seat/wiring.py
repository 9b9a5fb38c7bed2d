"""A table with ports over a loop-back wire."""

from __future__ import annotations

from summit_game.engine.board import NOBODY
from summit_game.seat.wire import WirePort, serve
from summit_game.table.games_folder import Sitting
from summit_game.table.port import LocalPort
from summit_game.words.names import Words


def wired(sitting: Sitting, lines: list[tuple[int, bytes, bytes]] | None = None) -> dict[int, WirePort]:
    """A port over the wire for every seat, and one for the public (-1). `lines` gets (seat, message, answer)."""
    words = Words(sitting.table.setting, sitting.deck)

    def port(seat: int) -> WirePort:
        local = LocalPort(sitting.table, words, seat)

        def exchange(line: bytes) -> bytes:
            answer = serve(local, line)
            if lines is not None:
                lines.append((seat, line, answer))
            return answer

        return WirePort(exchange)

    return {seat: port(seat) for seat in (*sitting.table.setting.seats, NOBODY)}
