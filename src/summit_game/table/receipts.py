"""Which answer belongs to which question: a move sent twice is done once, and one that comes too late is refused."""

from __future__ import annotations

from collections.abc import Iterable

from summit_game.engine.refusal import Refusal
from summit_game.table.entry import GOES_BACK, MOVE, Entry
from summit_game.table.history import History
from summit_game.words.safe import safe_text

ID_LENGTH = 64
ID = "id"
"""Key of a move's id in the data of its entry."""


def why_no_id(text: str) -> Refusal | None:
    """Why a text cannot name a move, or None. It is not shortened: two moves must not get the same name."""
    if text == safe_text(text, ID_LENGTH):
        return None
    return Refusal("R9.5", "move-id", {"id-length": ID_LENGTH})


def decision_of(history: History, seat: int) -> str:
    """The name of the decision that a seat takes next: it changes when the seat has decided or the game went back.

    What others decide meanwhile, in a vote for instance, does not change it.
    """
    back = next((each.number for each in reversed(history.entries) if each.kind in GOES_BACK), 0)
    return f"{back}.{sum(each.kind == MOVE and each.seat == seat for each in history.line())}"


class Receipts:
    """The entries of moves that came with an id, also those that were taken back since."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._numbers = {
            (each.seat, str(each.data[ID])): each.number for each in entries if each.kind == MOVE and ID in each.data
        }

    def number(self, seat: int, move_id: str) -> int | None:
        """The number of the entry that keeps the seat's move with this id; None if there is none."""
        return self._numbers.get((seat, move_id)) if move_id else None

    def add(self, seat: int, move_id: str, number: int) -> None:
        """Remember a move that has just been kept."""
        if move_id:
            self._numbers[seat, move_id] = number
