"""The one door through which files of others are read: regular files only, up to a size, decoded, not too deep.

Every complaint is an `OSError` whose `strerror` says in words what is wrong, as the system's own do.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from summit_game.language.catalogue import say

MOST = 1024 * 1024
"""Bytes that are read of a file if nothing else is said."""
_QUIETLY = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0) | os.O_RDONLY
"""A pipe without a writer must not stop the program, nor a terminal take it over."""


class Unreadable(OSError):  # noqa: N818 - it reads as a sentence
    """A file is there and cannot be used."""

    def __init__(self, words: str) -> None:
        super().__init__(errno.EINVAL, words)


def reason(error: BaseException) -> str:
    """Why a file could not be had, in words that fit between brackets."""
    words = str(getattr(error, "strerror", None) or error)
    return words if isinstance(error, Unreadable) else words.lower()


def read(path: Path, most: int = MOST) -> bytes:
    """All of a regular file of at most `most` bytes. Raises `OSError`."""
    try:
        # Before opening: to open a device can do something, and a socket cannot be opened.
        _regular(path.stat(), most)
        handle = os.open(path, _QUIETLY)
    except ValueError:
        raise Unreadable(say("file-no-name")) from None
    with os.fdopen(handle, "rb") as file:
        _regular(os.fstat(handle), most)
        data = file.read(most + 1)
    if len(data) > most:
        raise Unreadable(_large(most))
    return data


def _regular(found: os.stat_result, most: int) -> None:
    if stat.S_ISDIR(found.st_mode):
        raise IsADirectoryError(errno.EISDIR, say("file-folder"))
    if not stat.S_ISREG(found.st_mode):
        raise Unreadable(say("file-not-regular"))
    if found.st_size > most:
        raise Unreadable(_large(most))


def _large(most: int) -> str:
    return say("file-large", most=f"{most >> 20} MB" if most >= 1 << 20 else f"{max(1, most >> 10)} kB")


def read_text(path: Path, most: int = MOST) -> str:
    """The same as text in UTF-8; a mark at its beginning is left out. Raises `OSError`."""
    data = read(path, most)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Unreadable(say("file-no-text")) from None


def is_regular(path: Path) -> bool:
    """Whether a path leads to a regular file. Never raises."""
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except (OSError, ValueError):
        return False


def is_there(path: Path) -> bool:
    """Whether a path leads to anything. Never raises."""
    try:
        path.stat()
    except (OSError, ValueError):
        return False
    return True


@contextmanager
def understood(form: str) -> Iterator[None]:
    """What readers of TOML and JSON raise for what they are given (too deep, too long a number …), as `Unreadable`."""
    try:
        yield
    except RecursionError:
        raise Unreadable(say("file-not-understood", form=form, reason=say("file-deep"))) from None
    except (ValueError, OverflowError) as error:
        detail = " ".join(str(error).split())[:200]
        raise Unreadable(say("file-not-understood", form=form, reason=detail)) from None


def toml(path: Path, most: int = MOST) -> dict[str, Any]:
    """What a TOML file holds. Raises `OSError`."""
    import tomllib

    text = read_text(path, most)
    with understood("TOML"):
        return tomllib.loads(text)
