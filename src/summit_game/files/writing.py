"""The one way in which whole files are written: beside, then into place; what failed leaves nothing behind.

What was there before stays whole until the new file is. A file that is there is overwritten with leave only.
"""

from __future__ import annotations

import errno
import os
import secrets
import stat
from contextlib import suppress
from pathlib import Path

from summit_game.files.folders import made
from summit_game.language.catalogue import say

PRIVATE, OPEN = 0o600, 0o666
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def write(path: Path, data: bytes, *, private: bool = False, force: bool = False) -> None:
    """Write a file whole or not at all. `private`: for its owner only; `force`: over what is there.

    Raises `FileExistsError` without leave to overwrite, `OSError` if it cannot be written.
    """
    mode = PRIVATE if private else OPEN
    try:
        if force:
            # A link stays a link; what is no regular file must not be replaced by one.
            path = Path(os.path.realpath(path))
            mode = _mode(path, mode)
        beside = path.with_name(f".{path.name[:80]}.{secrets.token_hex(4)}.part")
        handle = os.open(beside, _NEW, mode)
    except ValueError:
        raise OSError(errno.EINVAL, say("file-no-name")) from None
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            sync(file.fileno())
        if force:
            beside.replace(path)
        else:
            _into_place(beside, path)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise


def write_new(path: Path, data: bytes, *, private: bool = False) -> None:
    """Write a file that is not there yet, in a folder that may be missing; what is `private` is in a private one.

    Raises as `write` does.
    """
    made(path.parent) if private else path.parent.mkdir(parents=True, exist_ok=True)
    write(path, data, private=private)


def _mode(path: Path, wanted: int) -> int:
    """Who may read the new file: as with the one that it replaces, at most `wanted`."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return wanted
    if not stat.S_ISREG(found.st_mode):
        raise OSError(errno.EINVAL, say("file-folder" if stat.S_ISDIR(found.st_mode) else "file-not-regular"))
    return found.st_mode & wanted | stat.S_IRUSR | stat.S_IWUSR


def _into_place(beside: Path, path: Path) -> None:
    """Give a file its name, never over another one."""
    try:
        os.link(beside, path)
    except FileExistsError:
        raise
    except (OSError, NotImplementedError, AttributeError):
        # No hard links here (sticks, some shared drives): the name is taken first, then the file is put there.
        os.close(os.open(path, _NEW, PRIVATE))
        try:
            beside.replace(path)
        except BaseException:
            with suppress(OSError):
                path.unlink()
            raise
    else:
        beside.unlink()


def sync(descriptor: int) -> None:
    """Wait for the disk, where it can be waited for."""
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP, errno.ENOSYS):
            raise
