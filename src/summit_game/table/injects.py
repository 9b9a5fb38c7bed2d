"""Event cards that the facilitator has lined up for the beginning of a later round."""

from __future__ import annotations

from typing import NamedTuple

from summit_game.engine.board import NOBODY, OVER, Board
from summit_game.engine.refusal import Refusal
from summit_game.table.entry import INJECT, QUEUE, UNQUEUE
from summit_game.table.history import History


class Inject(NamedTuple):
    """An event card, the round at whose beginning it comes, and whom it is aimed at (-1: all)."""

    card: int
    round: int
    seat: int = NOBODY


class Queue:
    """The cards lined up: those queued, without those taken out or brought in on the line of play.

    So a card that was brought in comes back into the queue when the game is taken back to before that.
    """

    def __init__(self, history: History) -> None:
        gone = {entry.to for entry in history.entries if entry.kind == UNQUEUE}
        gone |= {entry.data["queued"] for entry in history.line() if entry.kind == INJECT and "queued" in entry.data}
        queued = (entry for entry in history.entries if entry.kind == QUEUE and entry.number not in gone)
        self.items: dict[int, Inject] = {entry.number: Inject(**entry.data) for entry in queued}
        """Number of the entry that queued it -> the card."""

    def refusal(self, inject: Inject, board: Board) -> Refusal | None:
        """Why a card cannot be lined up, or None."""
        setting = board.setting
        if board.phase == OVER:
            return Refusal("R9.6", "over-nothing-brought-in")
        if not 0 <= inject.card < len(setting.events) or not NOBODY <= inject.seat < len(setting.seats):
            return Refusal("R9.6", "no-such-card")
        if not board.round < inject.round <= setting.options.rounds:
            return Refusal("R9.6", "choose-later-round", {"rounds": setting.options.rounds})
        return None

    def due(self, round_now: int) -> tuple[int, Inject] | None:
        """The next card whose round has begun, taken out, with its number; None if none is due."""
        number = next((each for each, inject in self.items.items() if inject.round <= round_now), None)
        return None if number is None else (number, self.items.pop(number))
