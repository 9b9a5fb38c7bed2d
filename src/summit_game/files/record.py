"""A file to which entries are added while it is open: locked where that is known, never written over another program.

Where nothing can be locked two programs may add to one file. So before each writing it is looked whether the file still
ends where this program left it, and afterwards whether what was written is there.
"""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from pathlib import Path

from summit_game.files.folders import made
from summit_game.files.lock import lock
from summit_game.files.reading import Unreadable, is_regular, is_there
from summit_game.files.writing import PRIVATE, sync
from summit_game.language.catalogue import say

_FLAGS = os.O_RDWR | os.O_APPEND | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)


class InUse(OSError):  # noqa: N818 - it reads as a sentence
    """Another program has the file."""

    def __init__(self) -> None:
        super().__init__(errno.EBUSY, say("file-in-use"))


class Overtaken(OSError):  # noqa: N818
    """Another program has written to the file."""

    def __init__(self) -> None:
        super().__init__(errno.ESTALE, say("file-overtaken"))


class Record:
    """An open file with an end that this program knows."""

    def __init__(self, path: Path, flags: int = 0) -> None:
        """Open or, with `flags`, make the file and lock it. Raises `OSError`, `InUse` among them."""
        if not flags and is_there(path) and not is_regular(path):
            raise Unreadable(say("file-not-regular"))
        self.path = path
        # Nothing is asked of `chmod`, which sticks and shared drives refuse.
        self._file = os.fdopen(os.open(path, _FLAGS | flags, PRIVATE), "r+b", buffering=0)
        self.end = 0
        """Where this program left the end."""
        self._torn = b""
        """What may stand behind the end: a note, or what could not be written whole."""
        if not lock(self._file):
            self._file.close()
            raise InUse

    @classmethod
    def create(cls, path: Path, first: bytes) -> Record:
        """A new file for its owner only, with a first line; a missing folder is made, for its owner only too.

        Raises `OSError`; nothing is left then.
        """
        made(path.parent)
        record = cls(path, os.O_CREAT | os.O_EXCL)
        try:
            record.append(first)
            _sync_folder(path.parent)
        except BaseException:
            record.close()
            with suppress(OSError):
                path.unlink()
            raise
        return record

    def append(self, data: bytes) -> None:
        """Write at the end and wait for the disk. Raises `OSError`; the file is then as it was."""
        descriptor = self._file.fileno()
        found = os.fstat(descriptor)
        if not os.path.samestat(found, self.path.stat()):
            raise OSError(errno.ESTALE, say("file-replaced"))
        if found.st_size != self.end and not self._mended():
            raise Overtaken
        self._torn = data
        try:
            rest = memoryview(data)
            while rest:
                rest = rest[os.write(descriptor, rest) :]
            sync(descriptor)
            if self.read(self.end, len(data)) != data:
                raise Overtaken
        except OSError:
            # A torn entry must not stay between good ones; if even this fails, it is tried before the next.
            with suppress(OSError):
                self._mended()
            raise
        self.end += len(data)
        self._torn = b""

    def note(self, data: bytes) -> None:
        """Write something after the end that the next writing takes the place of. It need not reach the disk.

        Raises `OSError`.
        """
        descriptor = self._file.fileno()
        if os.fstat(descriptor).st_size != self.end and not self._mended():
            raise Overtaken
        self._torn = data
        os.write(descriptor, data)

    def _mended(self) -> bool:
        """Cut off what a note or a failed writing of this program left; False if something else stands there."""
        tail = self.read(self.end, len(self._torn) + 1)
        if not (tail and self._torn.startswith(tail)):
            return False
        os.ftruncate(self._file.fileno(), self.end)
        return True

    def read(self, start: int, length: int = -1) -> bytes:
        """Bytes of the file from a place on: all, or at most so many."""
        self._file.seek(start)
        found = b""
        while length < 0 or len(found) < length:
            more = self._file.read(length - len(found) if length >= 0 else -1)
            if not more:
                break
            found += more
        return found

    def cut(self, end: int) -> None:
        """Cut off everything from a place on. Raises `OSError`."""
        os.ftruncate(self._file.fileno(), end)
        sync(self._file.fileno())
        self.end = end

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()


def in_use(path: Path) -> bool:
    """Whether another program has this file. Raises `OSError` if it cannot be opened."""
    try:
        Record(path).close()
    except InUse:
        return True
    return False


def _sync_folder(folder: Path) -> None:
    """Make sure that the name of a new file is on the disk too, where the system can do that."""
    if os.name != "posix":
        return
    # Some shared folders cannot be synced; the file itself still is.
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
