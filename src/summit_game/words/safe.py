"""Typed text is hostile: cleaned once where it enters (`safe_text`), and nothing steers a screen (`clean`).

Which characters there are to be seen, `deck/characters.py` says.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from summit_game.deck.characters import HOSTILE, SELECTOR, hidden, needed, shown

NAME_LENGTH = 40
NOTE_LENGTH = 400
_MARKS = ("\ufeff", "ï»¿")
"""What some pipes send before the first line, as it is and as an old Windows code reads it."""


def spelt(text: str) -> str:
    """Text that Python could not read in this locale's code, read again as UTF-8; what is no text becomes `?`."""
    try:
        return text.encode("utf-8", "surrogateescape").decode("utf-8")
    except UnicodeError:
        return text.encode("utf-8", "replace").decode("utf-8")


def answered(line: str) -> str:
    """A line that a person wrote, without spaces around it and without what pipes send before the first one."""
    line = spelt(line)
    for mark in _MARKS:
        line = line.removeprefix(mark)
    return line.strip()


def safe_text(text: str, limit: int) -> str:
    """Typed text as one line of at most `limit` characters that can neither steer, hide nor reorder anything.

    Unicode form NFC; line ends and tabs become spaces; control, invisible and direction characters are dropped,
    except where a script is spelt with them; an overlong text ends in an ellipsis.
    """
    text = unicodedata.normalize("NFC", spelt(text[: 20 * limit]))
    text = "".join(_kept(text))
    text = " ".join(text.split())
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def _kept(text: str) -> Iterator[str]:
    for at, char in enumerate(text):
        if char.isspace():
            yield " "
        elif needed(text, at) or not (HOSTILE.match(char) or SELECTOR.match(char)):
            yield char


def dropped(text: str) -> str:
    """The first character of a typed text that nothing would be seen of; empty if all of it can be written."""
    read = spelt(text)
    if read.count("?") > text.count("?"):
        return "\N{REPLACEMENT CHARACTER}"
    return next((char for at, char in enumerate(read) if not (shown(read, at) or hidden(char) or char in "\n\t")), "")


def clean(text: str) -> str:
    """The text with everything that a terminal could take as a command replaced by a question mark."""
    if text.isprintable() and SELECTOR.search(text) is None:
        return text
    return "".join(_seen(text))


def _seen(text: str) -> Iterator[str]:
    for at, char in enumerate(text):
        if char in "\n\t" or unicodedata.category(char) == "Zs":
            yield " "
        elif SELECTOR.match(char) is None and shown(text, at):
            yield char
        elif not hidden(char):
            yield "?"
