"""Words that guard a game: the facilitator's, and one for each delegation that wants it. Kept as hashes only.

The facilitator's is set when the game begins and stands in the head of the journal: what a game began with is pinned
there, and nothing that is done in the game can remove it. A delegation's is an entry of its own, and counts until
somebody else is seated there, who does not know it. No export writes either, and older programs leave them alone.

Whoever can read the journal itself (it is for its owner only) reads every hand in it anyway; words are against those
who share the machine's screen, and the hash keeps them secret.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import unicodedata
from collections.abc import Mapping

from summit_game.table.entry import SIT, WORD
from summit_game.table.history import History

KEY = "facilitator"
"""Where the head has the facilitator's."""
COST = {"n": 2**14, "r": 8, "p": 1}
"""Of scrypt: about 16 MB and a twentieth of a second for each try."""


def _digest(word: str, salt: bytes) -> str:
    plain = unicodedata.normalize("NFC", word.strip().casefold()).encode("utf-8", "replace")
    return hashlib.scrypt(plain, salt=salt, **COST).hex()


def hashed(word: str) -> dict[str, str]:
    """What is kept of a word; nothing of none. Neither spaces around it nor capitals count."""
    if not word.strip():
        return {}
    salt = os.urandom(16)
    return {"salt": salt.hex(), "scrypt": _digest(word, salt)}


def _fits(kept: object, word: str) -> bool:
    """Whether it is the word of which this was kept. A damaged one fits nobody's."""
    try:
        return isinstance(kept, Mapping) and hmac.compare_digest(
            str(kept["scrypt"]), _digest(word, bytes.fromhex(kept["salt"]))
        )
    except (KeyError, TypeError, ValueError):
        return False


# --- the facilitator's ---------------------------------------------------------------------------------------------


def word_data(word: str) -> dict[str, dict[str, str]]:
    """What the head holds about the facilitator's word; nothing without one."""
    kept = hashed(word)
    return {KEY: kept} if kept else {}


def guarded(history: History) -> bool:
    """Whether a word was set when the game began."""
    return bool(history.entries and history.entries[0].data.get(KEY))


def opens(history: History, word: str) -> bool:
    """Whether this is the word; any is, if none was set."""
    return not guarded(history) or _fits(history.entries[0].data[KEY], word)


# --- a delegation's ------------------------------------------------------------------------------------------------


def seat_word(history: History, seat: int) -> Mapping[str, object]:
    """What is kept of a delegation's word; empty if it has none."""
    own = (each for each in reversed(history.entries) if each.seat == seat and each.kind in (WORD, SIT))
    last = next(own, None)
    return last.data if last is not None and last.kind == WORD else {}


def has_word(history: History, seat: int) -> bool:
    """Whether a word guards the delegation."""
    return bool(seat_word(history, seat))


def opens_seat(history: History, seat: int, word: str) -> bool:
    """Whether this is the delegation's word; any is, if it has none."""
    kept = seat_word(history, seat)
    return not kept or _fits(kept, word)
