"""The journal of a sitting: one append-only text file, every entry on the disk before a move is acknowledged (R9.8).

First line: `summit-journal FORMAT PROGRAM`. Then one entry a line: eight hexadecimal digits, a space, JSON. The
digits are the CRC-32 of the JSON, continued from the line before, so that a torn, changed or missing line shows.
"""

from __future__ import annotations

import errno
import json
import os
import zlib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from summit_game.language.catalogue import say
from summit_game.table.lock import lock
from summit_game.words.safe import clean

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
    """What a journal holds: the good entries, each as the JSON it was written in, and where the last one ends.

    `damaged` counts the bytes after that place that are no entry.
    """

    format: int
    program: str
    lines: tuple[bytes, ...]
    good: int
    crc: int
    damaged: int


def read(path: Path) -> Contents:
    """Everything up to the last good entry. Raises `JournalError` if it is no journal or of a newer format."""
    data = path.read_bytes()
    end = data.find(b"\n", 0, MAX_FIRST_LINE) + 1
    number, program = _first(data[:end], path)
    if number > FORMAT:
        facts = {"file": path.name, "program": program, "number": number, "known": FORMAT}
        raise JournalError(say("table-newer-format", **facts))
    lines: list[bytes] = []
    crc = 0
    while (stop := data.find(b"\n", end)) > 0:
        payload = data[end + 9 : stop]
        found = zlib.crc32(payload, crc)
        if data[end : end + 9] != b"%08x " % found:
            break
        lines.append(payload)
        crc, end = found, stop + 1
    return Contents(number, program, tuple(lines), end, crc, len(data) - end)


def _first(line: bytes, path: Path) -> tuple[int, str]:
    words = line.decode("utf-8", "replace").split()
    if not line.endswith(b"\n") or len(words) != 3 or words[0] != MAGIC or not words[1].isdecimal():
        raise JournalError(say("table-no-journal", file=path.name))
    return int(words[1]), clean(words[2])


def parsed(line: bytes) -> Mapping[str, Any]:
    """The entry in a line. Raises `JournalError` if it is none."""
    try:
        entry = json.loads(line)
    except (ValueError, RecursionError):
        entry = None
    if not isinstance(entry, dict):
        raise JournalError(say("table-foreign-entry"))
    return entry


_AS_ESCAPES = "backslashreplace"
"""Bytes of a command line that are no text are kept as JSON's own escapes."""


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
    def reopen(cls, path: Path) -> tuple[Journal, Contents]:
        """An existing journal, to go on with. Nothing in it is changed yet: see `keep_aside`.

        Raises `JournalError` if it is in use, no journal or too new; `OSError` if it cannot be read or written.
        """
        file = path.open("r+b", buffering=0)
        try:
            _locked(file, path)
            contents = read(path)
        except BaseException:
            file.close()
            raise
        return cls(path, file, contents.good, contents.crc), contents

    def keep_aside(self) -> Path:
        """Move what follows the last good entry into a new file beside the journal, and only then cut it off.

        Raises `OSError`.
        """
        self._file.seek(self._good)
        rest = self._file.read()
        number = 1
        while (aside := self.path.with_name(f"{self.path.name}.damaged-{number}")).exists():
            number += 1
        aside.touch(mode=0o600, exist_ok=False)
        with aside.open("wb") as target:
            target.write(rest)
            target.flush()
            os.fsync(target.fileno())
        self._file.truncate(self._good)
        os.fsync(self._file.fileno())
        return aside

    def append(self, entry: Mapping[str, Any]) -> None:
        """Write an entry and wait for the disk. Never raises for what the disk does: see `trouble`."""
        self._waiting.append(json.dumps(entry, ensure_ascii=False, separators=(",", ":")).encode(errors=_AS_ESCAPES))
        lines, crc = [], self._crc
        for payload in self._waiting:
            crc = zlib.crc32(payload, crc)
            lines.append(b"%08x %s\n" % (crc, payload))
        data = b"".join(lines)
        try:
            self._write(data)
        except (OSError, ValueError) as error:
            reason = (getattr(error, "strerror", None) or str(error)).lower()
            self.trouble = say("table-no-longer-saved", place=self.path, reason=reason)
            return
        self._good += len(data)
        self._crc = crc
        self._waiting.clear()
        self.trouble = None

    def _write(self, data: bytes) -> None:
        descriptor = self._file.fileno()
        if not os.path.samestat(os.fstat(descriptor), self.path.stat()):
            raise OSError(errno.ESTALE, "another file is in its place")
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
        raise JournalError(say("table-in-use", file=path.name))


def _sync_folder(folder: Path) -> None:
    """Make sure that the name of a new file is on the disk too, where the system can do that."""
    if os.name != "posix":
        return
    # Some shared folders cannot be synced; the journal itself still is.
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
