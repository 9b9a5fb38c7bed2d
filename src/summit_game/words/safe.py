"""Typed text is hostile: cleaned once where it enters (`safe_text`), and nothing steers a screen (`clean`)."""

from __future__ import annotations

import unicodedata

from summit_game.deck.faults import HOSTILE

NAME_LENGTH = 40
NOTE_LENGTH = 400
_JOINER = "\u200d"


def safe_text(text: str, limit: int) -> str:
    """Typed text as one line of at most `limit` characters that can neither steer, hide nor reorder anything.

    Unicode form NFC; line ends and tabs become spaces; control, invisible and direction characters are dropped,
    except a joiner between two symbols (it makes one picture of several); an overlong text ends in an ellipsis.
    """
    text = unicodedata.normalize("NFC", text.encode("utf-8", "ignore").decode())
    text = "".join(_kept(text, at) for at in range(min(len(text), 20 * limit)))
    text = " ".join(text.split())
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def _kept(text: str, at: int) -> str:
    char = text[at]
    if char == _JOINER:
        around = text[at - 1 : at] + text[at + 1 : at + 2]
        return (
            char
            if len(around) == 2 and all(unicodedata.category(each) in ("So", "Mn", "Sk") for each in around)
            else ""
        )
    if char.isspace():
        return " "
    return "" if HOSTILE.match(char) else char


def clean(text: str) -> str:
    """The text with everything that a terminal could take as a command replaced by a question mark."""
    return "".join(char if char.isprintable() else " " if char in "\n\t" else "?" for char in text)
