"""Lines as a terminal shows them, and as it does not."""

from __future__ import annotations

import shutil
import textwrap
from getpass import getpass

from summit_game.language.catalogue import say
from summit_game.seat.sheet import GameSheet

HIDING_LINES = 60
"""Empty lines at a hand-over on a terminal, so that the last person's papers are off the screen."""


def fitted(line: str) -> str:
    """Broken between words at the width of the terminal."""
    width = max(20, shutil.get_terminal_size().columns - 1)
    indent = " " * (len(line) - len(line.lstrip()))
    return "\n".join(textwrap.wrap(line, width, subsequent_indent=indent)) or line


def unseen(prompt: str) -> str:
    """A line that the terminal does not show."""
    try:
        return getpass(prompt)
    except EOFError:
        return ""


def about(sheet: GameSheet) -> list[str]:
    """What the deck is about, and what in it is fact and what invented."""
    title = say("plain-title", title=sheet.title, setting=sheet.setting)
    return [title, sheet.summary, *filter(str.strip, sheet.note.splitlines())]
