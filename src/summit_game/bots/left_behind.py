"""Ends programs with everything that they have started, and outlives the game in order to do so.

This file is run as a program of its own too (the guard): it knows nothing of Summit and needs nothing but Python.
The guard reads from a pipe which programs run; when the game is gone, however it went, the pipe ends, and the guard
ends them. Where there is /proc, a program's descendants are found by a mark in their environment, in sessions of their
own as well; elsewhere only the program's process group is.
"""

from __future__ import annotations

import os
import signal
import sys
from contextlib import suppress

MARK = "SUMMIT_PROGRAM"
"""Variable of the environment by which a program's descendants are known."""
ROUNDS = 20
"""How often descendants are looked for, since one may start another while it is looked for."""


def end_all(group: int, mark: str) -> None:
    """End a process group, and every process that has the mark."""
    with suppress(OSError):
        os.killpg(group, signal.SIGKILL)
    for _ in range(ROUNDS):
        found = marked(mark)
        if not found:
            return
        for process in found:
            with suppress(OSError):
                os.kill(process, signal.SIGKILL)


def marked(mark: str) -> list[int]:
    """The processes that have the mark; none where the system does not tell."""
    wanted = f"{MARK}={mark}".encode()
    found = []
    with suppress(OSError):
        for name in os.listdir("/proc"):  # noqa: PTH208  (a guard loads as little as it can)
            if name.isdigit() and wanted in _environment(name):
                found.append(int(name))
    return found


def _environment(process: str) -> list[bytes]:
    """Of a process that has ended, or is another user's, nothing."""
    with suppress(OSError):
        handle = os.open(f"/proc/{process}/environ", os.O_RDONLY)
        try:
            data = b""
            while part := os.read(handle, 1 << 16):
                data += part
            return data.split(b"\0")
        finally:
            os.close(handle)
    return []


def guard() -> None:
    """Read `+GROUP MARK` and `-GROUP MARK` until the game has gone; then end what is left."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    running: dict[str, int] = {}
    for line in sys.stdin:
        group, _, mark = line[1:].strip().partition(" ")
        if line.startswith("+"):
            running[mark] = int(group)
        else:
            running.pop(mark, None)
    for mark, each in running.items():
        end_all(each, mark)


if __name__ == "__main__":
    guard()
