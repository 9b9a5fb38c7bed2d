"""A word for a delegation that several people guard at one machine. It is kept with the game, as a hash."""

from __future__ import annotations

from summit_game.table.table import Table
from summit_game.table.word import has_word, opens_seat


class SeatWords:
    """Words of a sitting, as its hand-overs ask for them. Whoever is seated anew begins without one."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._declined: set[int] = set()
        """Delegations that wanted no word when they were asked."""
        self.asked = True
        """Whether people are asked for a word at the hand-over; a word that was chosen always guards."""

    def has(self, seat: int) -> bool:
        """Whether the delegation has a word."""
        return has_word(self._table.history, seat)

    def wanted(self, seat: int) -> bool:
        """Whether the delegation is asked for a new word: once, not at every hand-over."""
        return self.asked and not self.has(seat) and seat not in self._declined

    def opens(self, seat: int, word: str) -> bool:
        """Whether the word is right. A first word is taken as the delegation's from then on; none leaves it open."""
        if self.has(seat):
            return opens_seat(self._table.history, seat, word)
        if word.strip():
            self._table.set_word(seat, word)
        else:
            self._declined.add(seat)
        return True
