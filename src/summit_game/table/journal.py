"""The journal of a sitting: one append-only text file, every entry on the disk before a move is acknowledged (R9.8).

First line: `summit-journal FORMAT PROGRAM`. Then one entry a line: eight hexadecimal digits, a space, JSON. The
digits are the CRC-32 of the JSON, continued from the line before, so that a torn, changed or missing line shows.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from summit_game.files import reading
from summit_game.files.record import InUse, Overtaken, Record
from summit_game.files.writing import write
from summit_game.language.catalogue import say
from summit_game.words.safe import clean

MAGIC = "summit-journal"
FORMAT = 2
"""The newest. Which kinds of entries each format has: `entry.KINDS_OF`."""
SUFFIX = ".summit"
MAX_FIRST_LINE = 200
LARGEST = 64 << 20
"""Bytes. A game of a hundred thousand moves has fewer."""


class JournalError(Exception):
    """A journal cannot be used; the message is one sentence for a person."""


class GameNotFound(JournalError):  # noqa: N818 - it reads as a sentence
    """No game has the name that was given."""


class GameInUse(JournalError):  # noqa: N818
    """The game is open in another window or program."""


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


def game_id(path: Path) -> str:
    """How a game is called: by its file, whatever stands in it, so that copies are told apart."""
    return path.name.removesuffix(SUFFIX)


def read(path: Path) -> Contents:
    """Everything up to the last good entry.

    Raises `JournalError` if it is no journal or of a newer format, `OSError` if it cannot be read.
    """
    data = reading.read(path, LARGEST)
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
    """The entry in a line. Raises `ValueError` if it is none."""
    try:
        entry = json.loads(line, parse_constant=_no_number)
    except RecursionError:
        raise ValueError("too many brackets within brackets") from None
    if not isinstance(entry, dict):
        raise ValueError("a line that is no entry")
    return entry


def _no_number(name: str) -> None:
    raise ValueError(f"{name} is no number of JSON")


_AS_ESCAPES = "backslashreplace"
"""Bytes of a command line that are no text are kept as JSON's own escapes."""


class Journal:
    """A journal to write to. If the disk fails, entries wait in memory, `trouble` says so, and each append tries again.

    That holds also for a file that could not be opened yet: `later` and `reopen_later`.
    """

    def __init__(self, path: Path, opener: Callable[[], Record], record: Record | None, crc: int, saved: int) -> None:
        """For the class methods."""
        self.path = path
        self.trouble: str | None = None
        """Why the game is not being saved now, as one sentence; None while all is well."""
        self.saved = saved
        """How many entries are on the disk."""
        self._opener = opener
        self._record = record
        self._crc = crc
        self._waiting: list[bytes] = []

    @classmethod
    def create(cls, path: Path, program: str) -> Journal:
        """A new journal that nobody else has open. Raises `OSError`."""
        journal = cls(path, partial(_created, path, program), None, 0, 0)
        journal._record = journal._opener()
        return journal

    @classmethod
    def later(cls, path: Path, program: str, error: OSError) -> Journal:
        """The same for a disk that refuses now."""
        journal = cls(path, partial(_created, path, program), None, 0, 0)
        journal.trouble = say("table-not-saved-yet", place=path.parent, reason=reading.reason(error))
        return journal

    @classmethod
    def reopen(cls, path: Path) -> tuple[Journal, Contents]:
        """An existing journal, to go on with. Nothing in it is changed yet: see `keep_aside`.

        Raises `JournalError` if it is in use, no journal or too new; `OSError` if it cannot be read or written.
        """
        try:
            record = Record(path)
        except InUse:
            raise GameInUse(say("table-in-use", file=path.name)) from None
        try:
            contents = read(path)
        except BaseException:
            record.close()
            raise
        record.end = contents.good
        return cls(path, partial(_reopened, path, contents), record, contents.crc, len(contents.lines)), contents

    @classmethod
    def reopen_later(cls, path: Path, contents: Contents, error: OSError) -> Journal:
        """The same for a file that cannot be written now, with what it held when it was read."""
        journal = cls(path, partial(_reopened, path, contents), None, contents.crc, len(contents.lines))
        journal.trouble = say("table-not-saved-yet", place=path, reason=reading.reason(error))
        return journal

    @property
    def on_disk(self) -> bool:
        """Whether there is a file that this program can write to."""
        return self._record is not None

    def keep_aside(self) -> Path:
        """Move what follows the last good entry into a new file beside the journal, and only then cut it off.

        Raises `OSError`.
        """
        assert self._record is not None, "it was opened by `reopen`"
        return _kept_aside(self._record)

    def append(self, entry: Mapping[str, Any]) -> None:
        """Write an entry and wait for the disk. Never raises for what the disk does: see `trouble`."""
        self._waiting.append(json.dumps(entry, ensure_ascii=False, separators=(",", ":")).encode(errors=_AS_ESCAPES))
        lines, crc = [], self._crc
        for payload in self._waiting:
            crc = zlib.crc32(payload, crc)
            lines.append(b"%08x %s\n" % (crc, payload))
        try:
            if self._record is None:
                self._record = self._opener()
            self._record.append(b"".join(lines))
        except Overtaken as error:
            self.trouble = say("table-overtaken", place=self.path, reason=reading.reason(error))
        except (OSError, ValueError) as error:
            key = "table-no-longer-saved" if self.saved else "table-not-saved-yet"
            self.trouble = say(key, place=self.path, reason=reading.reason(error))
        else:
            self._crc = crc
            self.saved += len(lines)
            self._waiting.clear()
            self.trouble = None

    def look(self, entry: Mapping[str, Any]) -> None:
        """Write an entry whose place the next one takes. It need not reach the disk; nothing is said if it fails."""
        if self._waiting or self._record is None:
            return
        payload = json.dumps(entry, separators=(",", ":")).encode()
        with suppress(OSError, ValueError):
            self._record.note(b"%08x %s\n" % (zlib.crc32(payload, self._crc), payload))

    def close(self) -> None:
        """Let go of the file."""
        if self._record is not None:
            self._record.close()


def _created(path: Path, program: str) -> Record:
    return Record.create(path, f"{MAGIC} {FORMAT} {program}\n".encode())


def _reopened(path: Path, known: Contents) -> Record:
    """The file, if it is still as it was read; what is damaged in it is kept aside. Raises `OSError`."""
    record = Record(path)
    try:
        try:
            now = read(path)
        except JournalError:
            raise Overtaken from None
        if now != known:
            raise Overtaken
        record.end = now.good
        if now.damaged:
            _kept_aside(record)
    except BaseException:
        record.close()
        raise
    return record


def _kept_aside(record: Record) -> Path:
    rest = record.read(record.end)
    number = 1
    while True:
        aside = record.path.with_name(f"{record.path.name}.damaged-{number}")
        try:
            write(aside, rest, private=True)
        except FileExistsError:
            number += 1
            continue
        record.cut(record.end)
        return aside
