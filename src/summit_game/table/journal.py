"""The journal of a sitting: one append-only text file, every entry on the disk before a move is acknowledged (R9.8).

First line: `summit-journal FORMAT PROGRAM`. Then one entry a line: eight hexadecimal digits, a space, JSON. The
digits are the CRC-32 of the JSON, continued from the line before, so that a torn, changed or missing line shows.
"""

from __future__ import annotations

import json
import os
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from summit_game.table.lock import lock

MAGIC = "summit-journal"
FORMAT = 1
SUFFIX = ".summit"
MAX_FIRST_LINE = 200


class JournalError(Exception):
    """A journal cannot be used; the message is one sentence for a person."""


class GameNotFound(JournalError):  # noqa: N818 - it reads as a sentence
    """No game has the name that was given."""


@dataclass(frozen=True)
class Contents:
    """What a journal holds: its entries as written, and where the last good one ends.

    `damaged` counts the bytes after that place that are no entry.
    """

    format: int
    program: str
    entries: tuple[Mapping[str, Any], ...]
    good: int
    crc: int
    damaged: int


def first_line(path: Path) -> tuple[int, str]:
    """Format and program of a journal. Raises `JournalError`; `OSError` if the file cannot be read."""
    with path.open("rb") as file:
        line = file.readline(MAX_FIRST_LINE)
    return _first(line, path)


def _first(line: bytes, path: Path) -> tuple[int, str]:
    words = line.decode("utf-8", "replace").split()
    if not line.endswith(b"\n") or len(words) != 3 or words[0] != MAGIC or not words[1].isdecimal():
        raise JournalError(f"{path.name} is not a journal of Summit")
    return int(words[1]), words[2]


def read(path: Path) -> Contents:
    """Everything up to the last good entry. Raises `JournalError` if it is no journal or of a newer format."""
    data = path.read_bytes()
    end = data.find(b"\n", 0, MAX_FIRST_LINE) + 1
    number, program = _first(data[:end], path)
    if number > FORMAT:
        made = f"{path.name} was written by Summit {program} in format {number}"
        raise JournalError(f"{made}, and this program reads formats up to {FORMAT}; use a newer Summit")
    entries: list[Mapping[str, Any]] = []
    crc = 0
    while True:
        stop = data.find(b"\n", end)
        entry, found = _entry(data[end:stop], crc) if stop > 0 else (None, 0)
        if entry is None:
            return Contents(number, program, tuple(entries), end, crc, len(data) - end)
        entries.append(entry)
        crc, end = found, stop + 1


def _entry(line: bytes, crc: int) -> tuple[Mapping[str, Any] | None, int]:
    found = zlib.crc32(line[9:], crc)
    if line[8:9] != b" " or line[:8] != b"%08x" % found:
        return None, crc
    try:
        entry = json.loads(line[9:])
    except ValueError:
        return None, crc
    return (entry, found) if isinstance(entry, dict) else (None, crc)


TAIL = 1 << 16


def head_and_tail(path: Path) -> tuple[Mapping[str, Any], Mapping[str, Any]]:
    """The first and the last whole entry, without reading what lies between. Raises `ValueError` if they are none."""
    with path.open("rb") as file:
        file.readline(MAX_FIRST_LINE)
        head = json.loads(file.readline()[9:])
        size = file.seek(0, os.SEEK_END)
        span = TAIL
        while True:
            file.seek(max(0, size - span))
            lines = file.read().split(b"\n")[:-1]
            if len(lines) > 2 or span >= size:
                break
            span *= 4
    for line in reversed(lines):
        try:
            return head, json.loads(line[9:])
        except ValueError:
            continue
    raise ValueError("there is no whole entry")


class Journal:
    """An open journal. If the disk fails, entries wait in memory, `trouble` says so, and each append tries again."""

    def __init__(self, path: Path, file: BinaryIO, good: int, crc: int) -> None:
        """For `create` and `reopen`."""
        self.path = path
        self.trouble: str | None = None
        """Why the game is not being saved now, as one sentence; None while all is well."""
        self._file = file
        self._good = good
        self._crc = crc
        self._waiting: list[bytes] = []

    @classmethod
    def create(cls, path: Path, program: str) -> Journal:
        """A new journal that nobody else has open. Raises `OSError`."""
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.open("x+b", buffering=0)
        try:
            _locked(file, path)
            path.chmod(0o600)
            line = f"{MAGIC} {FORMAT} {program}\n".encode()
            file.write(line)
            os.fsync(file.fileno())
            _sync_folder(path.parent)
        except BaseException:
            file.close()
            path.unlink(missing_ok=True)
            raise
        return cls(path, file, len(line), 0)

    @classmethod
    def reopen(cls, path: Path) -> tuple[Journal, Contents, Path | None]:
        """An existing journal, to go on with. What follows the last good entry is kept in a file beside it.

        Raises `JournalError` if it is in use, no journal or too new; `OSError` if it cannot be read or written.
        """
        file = path.open("r+b", buffering=0)
        try:
            _locked(file, path)
            contents = read(path)
            aside = _keep_aside(file, path, contents) if contents.damaged else None
        except BaseException:
            file.close()
            raise
        return cls(path, file, contents.good, contents.crc), contents, aside

    def append(self, entry: Mapping[str, Any]) -> None:
        """Write an entry and wait for the disk. Never raises for what the disk does: see `trouble`."""
        self._waiting.append(json.dumps(entry, ensure_ascii=False, separators=(",", ":")).encode())
        lines, crc = [], self._crc
        for payload in self._waiting:
            crc = zlib.crc32(payload, crc)
            lines.append(b"%08x %s\n" % (crc, payload))
        data = b"".join(lines)
        try:
            self._write(data)
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            self.trouble = (
                f"The game is NOT being saved: {self.path} cannot be written ({reason.lower()}). "
                "It goes on in memory; what was saved before is safe. Make room, and the next move saves everything."
            )
            return
        self._good += len(data)
        self._crc = crc
        self._waiting.clear()
        self.trouble = None

    def _write(self, data: bytes) -> None:
        descriptor = self._file.fileno()
        try:
            os.lseek(descriptor, self._good, os.SEEK_SET)
            rest = memoryview(data)
            while rest:
                rest = rest[os.write(descriptor, rest) :]
            os.fsync(descriptor)
        except OSError:
            # A torn entry must not stay between good ones; if even this fails, reading stops before it.
            os.ftruncate(descriptor, self._good)
            raise

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()


def _locked(file: BinaryIO, path: Path) -> None:
    if not lock(file):
        raise JournalError(f"{path.name} is open in another window or program; close it there first")


def _keep_aside(file: BinaryIO, path: Path, contents: Contents) -> Path:
    """Move what cannot be read out of the way, into a new file; only then cut it off."""
    file.seek(contents.good)
    rest = file.read()
    number = 1
    while (aside := path.with_name(f"{path.name}.damaged-{number}")).exists():
        number += 1
    with aside.open("xb") as target:
        target.write(rest)
        target.flush()
        os.fsync(target.fileno())
    file.truncate(contents.good)
    os.fsync(file.fileno())
    return aside


def _sync_folder(folder: Path) -> None:
    """Make sure that the name of a new file is on the disk too, where the system can do that."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
