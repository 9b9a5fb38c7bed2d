"""A word for a delegation that several people guard at one machine. It is kept in memory, never as it was written."""

from __future__ import annotations

import hashlib
import hmac
import os


class SeatWords:
    """Words of a sitting. They are gone when the program ends; nobody is locked out of a saved game."""

    def __init__(self) -> None:
        self._salt = os.urandom(16)
        self._kept: dict[int, bytes] = {}
        self._declined: set[int] = set()
        """Delegations that wanted no word when they were asked."""
        self.asked = True
        """Whether people are asked for a word at the hand-over; a word that was chosen always guards."""

    def _digest(self, word: str) -> bytes:
        return hashlib.pbkdf2_hmac("sha256", word.strip().casefold().encode("utf-8", "replace"), self._salt, 20_000)

    def has(self, seat: int) -> bool:
        """Whether the delegation has a word."""
        return seat in self._kept

    def wanted(self, seat: int) -> bool:
        """Whether the delegation is asked for a new word: once, not at every hand-over."""
        return self.asked and seat not in self._kept and seat not in self._declined

    def forget(self, seat: int) -> None:
        """Somebody else plays the delegation, who does not know its word."""
        self._kept.pop(seat, None)
        self._declined.discard(seat)

    def opens(self, seat: int, word: str) -> bool:
        """Whether the word is right. A first word is taken as the delegation's from then on; none leaves it open."""
        if seat in self._kept:
            return hmac.compare_digest(self._kept[seat], self._digest(word))
        if word.strip():
            self._kept[seat] = self._digest(word)
        else:
            self._declined.add(seat)
        return True
