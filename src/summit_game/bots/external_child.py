"""A program that runs beside the game: lines in, lines out, within limits of time and size. It never blocks the game.

Three threads do the waiting: one writes, one reads, one throws away what the program writes to stderr. They work on
pipes, which is all that Windows and the others have in common.
"""

from __future__ import annotations

import os
import secrets
import shlex
import subprocess
import sys
import weakref
from contextlib import suppress
from queue import Empty, Full, Queue
from threading import Event, Thread
from time import monotonic
from typing import IO

from summit_game.bots import guard
from summit_game.bots.left_behind import MARK, end_all
from summit_game.language.catalogue import say

LONGEST_LINE = 1 << 16
"""Most bytes of one line from the program."""
MOST_LINES = 64
"""Most lines that wait to be read; then the program waits until the game reads on."""
TAIL = 300
"""How much of the last stderr output is kept for the message."""
FAREWELL = 0.5
"""Seconds that the program has to end by itself after `quit`."""
KEPT_NAMES = (
    *("PATH", "HOME", "USERPROFILE", "VIRTUAL_ENV", "LANG", "LC_ALL", "LC_CTYPE"),
    *("TMPDIR", "TEMP", "TMP", "SYSTEMROOT", "PATHEXT", "COMSPEC"),
)
"""Variables of the environment that the program gets; no others, so no secrets that happen to stand there."""

TOO_LONG, GONE = b"\x00too long", b"\x00gone"
"""What `receive` gives in place of a line. A program's own line cannot begin with a zero byte: it is cut off."""


class ChildError(Exception):
    """The program cannot be started, or cannot go on; the message says why."""


def split_command(text: str) -> list[str]:
    """The words of a command line, quotes understood, nothing else. Raises `ChildError`."""
    try:
        words = shlex.split(text, posix=sys.platform != "win32")
    except ValueError as error:
        raise ChildError(say("bot-command-unread", text=repr(text[:60]), error=str(error).lower())) from error
    if not words:
        raise ChildError(say("bot-no-command"))
    return [word.strip('"') for word in words] if sys.platform == "win32" else words


class Child:
    """The program, running. It is ended by `close`, when this object goes, when Python ends, or by the guard."""

    def __init__(self, command: list[str], farewell: bytes = b"") -> None:
        """Start it. `farewell` is the line that it gets when it is to end. Raises `ChildError`."""
        env = {name: os.environ[name] for name in KEPT_NAMES if name in os.environ}
        mark = secrets.token_hex(8)
        try:
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                env={**env, "PYTHONIOENCODING": "utf-8", MARK: mark},
                start_new_session=sys.platform != "win32",
            )
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            raise ChildError(say("bot-not-started", reason=reason.lower())) from error
        process = self._process
        self._mark = mark
        guard.watch(process.pid, mark)
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        self._outbox: Queue[bytes | None] = Queue()
        self._inbox: Queue[bytes] = Queue(MOST_LINES)
        self._errors: list[bytes] = []
        self._drained = Thread(target=_drain, args=(process.stderr, self._errors), daemon=True)
        stop = Event()
        # The threads hold the pipes and queues, never this object: it can go while they wait.
        for work in (
            Thread(target=_write, args=(process.stdin, self._outbox), daemon=True),
            Thread(target=_read, args=(process.stdout, self._inbox, stop), daemon=True),
            self._drained,
        ):
            work.start()
        self._end = weakref.finalize(self, _end, process, mark, self._outbox, stop, farewell)

    def send(self, line: bytes) -> None:
        """Give it a line. Does not wait; that it no longer reads shows when it is asked for an answer."""
        self._outbox.put(line)

    def receive(self, until: float) -> bytes | None:
        """Its next line, `TOO_LONG`, `GONE`, or None when the clock (`monotonic`) says `until`."""
        try:
            return self._inbox.get(timeout=max(0.0, until - monotonic()))
        except Empty:
            return None

    def forget(self) -> None:
        """Drop what it said before it was asked."""
        with suppress(Empty):
            while self._inbox.queue and self._inbox.queue[0] != GONE:
                self._inbox.get_nowait()

    def last_words(self) -> str:
        """The end of what it wrote to stderr."""
        if self._process.poll() is not None:
            # The rest is in the pipe: read it first. No longer than a moment, for what it started may hold the pipe.
            self._drained.join(FAREWELL)
        written = b"".join(self._errors).decode("utf-8", "replace").strip().splitlines()
        return written[-1].strip()[-TAIL:] if written else ""

    def exit_code(self) -> int | None:
        """Its exit code, None while it runs; waits a moment for one that is just ending."""
        with suppress(subprocess.TimeoutExpired):
            return self._process.wait(FAREWELL)
        return None

    @property
    def pid(self) -> int:
        """Its number in the operating system."""
        return self._process.pid

    def close(self) -> None:
        """Say the farewell, wait a moment, and end it if it does not end by itself."""
        self._end()

    def kill(self) -> None:
        """End it at once."""
        _kill(self._process, self._mark)
        self._end()


def _write(pipe: IO[bytes], outbox: Queue[bytes | None]) -> None:
    """Write what is put out; None closes the pipe."""
    with suppress(OSError, ValueError):
        while (line := outbox.get()) is not None:
            pipe.write(line)
            pipe.flush()
    with suppress(OSError, ValueError):
        pipe.close()


def _read(pipe: IO[bytes], inbox: Queue[bytes], stop: Event) -> None:
    """Put each line into the inbox, waiting while it is full: then the program has to wait too."""
    with suppress(OSError, ValueError):
        while line := pipe.readline(LONGEST_LINE + 1):
            if len(line) > LONGEST_LINE:
                while line and not line.endswith(b"\n"):
                    line = pipe.readline(LONGEST_LINE)
                line = TOO_LONG
            else:
                line = line.lstrip(b"\x00")
            _put(inbox, line, stop)
    _put(inbox, GONE, stop)
    with suppress(OSError, ValueError):
        pipe.close()


def _put(inbox: Queue[bytes], line: bytes, stop: Event) -> None:
    while not stop.is_set():
        with suppress(Full):
            inbox.put(line, timeout=FAREWELL)
            return


def _drain(pipe: IO[bytes], kept: list[bytes]) -> None:
    """Read and throw away, keeping the last few bytes, so that a program that complains a lot is not held up."""
    with suppress(OSError, ValueError):
        while part := os.read(pipe.fileno(), 1 << 16):
            kept[:] = [b"".join(kept)[-TAIL:] + part[-TAIL:]]
    with suppress(OSError, ValueError):
        pipe.close()


def _end(
    process: subprocess.Popen[bytes], mark: str, outbox: Queue[bytes | None], stop: Event, farewell: bytes
) -> None:
    stop.set()
    outbox.put(farewell)
    outbox.put(None)
    with suppress(subprocess.TimeoutExpired):
        process.wait(FAREWELL)
    # Also when it has ended by itself: what it started must not live on.
    _kill(process, mark)
    guard.forget(process.pid, mark)


def _kill(process: subprocess.Popen[bytes], mark: str) -> None:
    """End the program and what it started, as far as the system lets us find it (`left_behind`)."""
    if sys.platform != "win32":
        end_all(process.pid, mark)
    with suppress(OSError):
        process.kill()
    with suppress(subprocess.TimeoutExpired):
        process.wait(5)
