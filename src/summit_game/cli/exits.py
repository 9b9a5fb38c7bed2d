"""Exit codes, and complaints: something that was asked for cannot be done."""

from __future__ import annotations

EXIT_FAULT = 1
EXIT_USAGE = 2
EXIT_DATA = 65


class Complaint(Exception):  # noqa: N818
    """Something a person asked for cannot be done: one sentence and an exit code."""

    def __init__(self, message: str, code: int) -> None:
        super().__init__(message)
        self.code = code
