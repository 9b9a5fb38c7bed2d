"""The facilitator's word of a game: set when it begins, kept as a hash in the head of the journal.

It belongs there: what a game began with is pinned in its head, nothing that is done in the game can remove it, no
export writes it, and older programs leave it alone. Whoever can read the journal itself (it is for its owner only)
reads every hand in it anyway; the word is against those who share the machine's screen, and the hash keeps it secret.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import unicodedata
from collections.abc import Mapping

from summit_game.table.history import History

KEY = "facilitator"
"""Where the head has it."""
COST = {"n": 2**14, "r": 8, "p": 1}
"""Of scrypt: about 16 MB and a twentieth of a second for each try."""


def _digest(word: str, salt: bytes) -> str:
    plain = unicodedata.normalize("NFC", word.strip().casefold()).encode("utf-8", "replace")
    return hashlib.scrypt(plain, salt=salt, **COST).hex()


def word_data(word: str) -> dict[str, dict[str, str]]:
    """What the head holds about a word; nothing without one. Neither spaces around it nor capitals count."""
    if not word.strip():
        return {}
    salt = os.urandom(16)
    return {KEY: {"salt": salt.hex(), "scrypt": _digest(word, salt)}}


def guarded(history: History) -> bool:
    """Whether a word was set when the game began."""
    return bool(history.entries and history.entries[0].data.get(KEY))


def opens(history: History, word: str) -> bool:
    """Whether this is the word; any is, if none was set."""
    if not guarded(history):
        return True
    kept = history.entries[0].data[KEY]
    try:
        return isinstance(kept, Mapping) and hmac.compare_digest(
            str(kept["scrypt"]), _digest(word, bytes.fromhex(kept["salt"]))
        )
    except (KeyError, TypeError, ValueError):
        return False
