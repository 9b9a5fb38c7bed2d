"""Where lines are read and written: a terminal, a pipe, or what a test gives."""

from __future__ import annotations

import os
import shutil
import sys
import textwrap
from collections.abc import Callable
from getpass import getpass

from summit_game.words.safe import answered, clean

CLEAR = "\x1b[H\x1b[2J\x1b[3J"
"""To the top, clear the screen, then what was scrolled off it: clearing the screen may have put it there."""
HIDING_LINES = 60
"""Empty lines on a terminal that cannot be cleared, so that the last person's papers are off the screen."""


class Terminal:
    """`read` is like `input`: it takes a prompt, returns a line and raises `EOFError` at the end of the input.

    `write` gets one line at a time, without its line end.
    """

    def __init__(self, read: Callable[[str], str], write: Callable[[str], object]) -> None:
        self._read = read
        self._write = write
        self.waits = read is input
        """Whether lines come from outside, so that time goes by until they are written."""
        self.asks = self.waits and sys.stdin.isatty()
        """Whether a person writes at a terminal."""
        self.shows = write is print and sys.stdout.isatty()
        """Whether lines go to a terminal."""

    def line(self, prompt: str) -> str:
        """What is written in the next line."""
        return answered(self._read(prompt))

    def secret(self, prompt: str) -> str:
        """A word, without spaces around it, that a terminal does not show; empty at the end of the input."""
        try:
            return answered(getpass(f"{prompt} ")) if self.asks else self.line(f"{prompt} ")
        except EOFError:
            return ""

    def write(self, line: str) -> None:
        """Write a line, literally: nothing in a deck or a name can steer the terminal."""
        self._write(self._fitted(clean(line)))

    def _fitted(self, line: str) -> str:
        """On a terminal, broken between words at its width; elsewhere as it is."""
        if not self.shows:
            return line
        width = max(20, shutil.get_terminal_size().columns - 1)
        indent = " " * (len(line) - len(line.lstrip()))
        return "\n".join(textwrap.wrap(line, width, subsequent_indent=indent)) or line

    def clear(self) -> bool:
        """Take what was shown off the screen, and what was scrolled off it too if this terminal can do that.

        Whether it was told to: some keep it all the same.
        """
        if os.environ.get("TERM", "dumb") == "dumb":  # which a Windows console is, too, as far as anybody can tell
            for _ in range(HIDING_LINES):
                self._write("")
            return False
        sys.stdout.write(CLEAR)
        sys.stdout.flush()
        return True
