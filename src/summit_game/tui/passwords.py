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
        self.asked = True
        """Whether people are asked for a word at the hand-over; a word that was chosen always guards."""

    def _digest(self, word: str) -> bytes:
        return hashlib.pbkdf2_hmac("sha256", word.strip().casefold().encode("utf-8", "replace"), self._salt, 20_000)

    def has(self, seat: int) -> bool:
        """Whether the delegation has a word."""
        return seat in self._kept

    def forget(self, seat: int) -> None:
        """Somebody else plays the delegation, who does not know its word."""
        self._kept.pop(seat, None)

    def opens(self, seat: int, word: str) -> bool:
        """Whether the word is right. A first word is taken as the delegation's from then on; none leaves it open."""
        if seat in self._kept:
            return hmac.compare_digest(self._kept[seat], self._digest(word))
        if word.strip():
            self._kept[seat] = self._digest(word)
        return True
