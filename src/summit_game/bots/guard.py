"""The guard of this process: one program that ends our programs when we are gone, even if nobody asked us to end."""

from __future__ import annotations

import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from threading import Lock

_SCRIPT = Path(__file__).with_name("left_behind.py")
_one_at_a_time = Lock()
_guards: list[subprocess.Popen[bytes]] = []
"""The guard that runs, if one does; it is started with the first program."""


def watch(group: int, mark: str) -> None:
    """From now on a process group, and what has the mark, does not outlive this process."""
    _tell(f"+{group} {mark}\n")


def forget(group: int, mark: str) -> None:
    """The group has ended."""
    _tell(f"-{group} {mark}\n")


def _tell(line: str) -> None:
    """Without a guard (on Windows, or where no more processes can be started) programs end as the game ends."""
    if sys.platform == "win32":
        return
    with _one_at_a_time, suppress(OSError, ValueError):
        if not _guards:
            _guards.append(_started())
        pipe = _guards[0].stdin
        assert pipe is not None
        pipe.write(line.encode())
        pipe.flush()


def _started() -> subprocess.Popen[bytes]:
    # In a session of its own: what ends the game does not end it.
    return subprocess.Popen(
        [sys.executable, "-I", "-S", str(_SCRIPT)],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={},
        start_new_session=True,
    )
