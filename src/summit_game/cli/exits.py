"""Exit codes, and complaints: something that was asked for cannot be done."""

from __future__ import annotations

EXIT_FAULT = 1
EXIT_USAGE = 2
EXIT_DATA = 65
EXIT_STOPPED = 130

EXITS = {
    0: "all well",
    EXIT_FAULT: "a fault of the program",
    EXIT_USAGE: "a command that cannot be carried out as written",
    EXIT_DATA: "a deck or a saved game that cannot be used",
    69: "a terminal that cannot hold the screen",
    70: "a fault of the program on the screen; a file says what happened",
    129: "ended from outside, the terminal was closed; saved before",
    EXIT_STOPPED: "stopped with Ctrl-C",
    143: "ended from outside with SIGTERM; saved before",
}
"""Every code that `summit` ends with, and what it means: the table of the README."""


class Complaint(Exception):  # noqa: N818
    """Something a person asked for cannot be done: one sentence and an exit code."""

    def __init__(self, message: str, code: int = EXIT_USAGE) -> None:
        super().__init__(message)
        self.code = code
