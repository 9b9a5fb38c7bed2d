"""Folders of the person's: `~` in what they write, the variables `SUMMIT_*_DIR`, and a home that is not known."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from platformdirs import user_cache_path, user_config_path, user_data_path, user_state_path

from summit_game.files.reading import is_there
from summit_game.language.catalogue import say

DATA, CONFIG, STATE, CACHE = "SUMMIT_DATA_DIR", "SUMMIT_CONFIG_DIR", "SUMMIT_STATE_DIR", "SUMMIT_CACHE_DIR"
_OWN, _OTHERS, _WRITTEN_BY_OTHERS = 0o700, 0o077, 0o022
_SYSTEM: dict[str, Callable[..., Path]] = {
    DATA: user_data_path,
    CONFIG: user_config_path,
    STATE: user_state_path,
    CACHE: user_cache_path,
}
"""Variable -> what gives the system's place if it is not set."""


class NoFolder(OSError):  # noqa: N818 - it reads as a sentence
    """No such folder can be: nobody's home. `strerror` says it in words."""

    def __init__(self, words: str) -> None:
        super().__init__(errno.ENOENT, words)

    def __str__(self) -> str:
        return str(self.strerror)


def home_meant(text: str | os.PathLike[str]) -> Path:
    """A path that a person wrote, with `~` and `~name` as home folders. Raises `NoFolder`."""
    path = os.path.expanduser(text)  # noqa: PTH111 - that of `Path` raises RuntimeError
    first = Path(path).parts[:1]
    if first and first[0].startswith("~") and not Path(first[0]).exists():
        name = first[0][1:]
        raise NoFolder(say("file-no-user", name=repr(name[:40])) if name else say("file-no-home-now"))
    return Path(path)


def folder_of(variable: str) -> Path:
    """The folder that a variable names, else the system's place. It need not exist. Raises `NoFolder`."""
    if folder := os.environ.get(variable):
        try:
            return home_meant(folder)
        except NoFolder as error:
            raise NoFolder(say("file-variable", variable=variable, reason=error)) from None
    try:
        path = _SYSTEM[variable]("summit", appauthor=False)
        if not str(path).startswith("~"):
            return path
    except RuntimeError:
        pass
    raise NoFolder(say("file-no-home", variable=variable))


def made(folder: Path) -> Path:
    """The folder, made if it is missing; it and what is missing above it can be read by its owner only.

    Raises `OSError`.
    """
    for each in reversed([each for each in (folder, *folder.parents) if not is_there(each)]):
        each.mkdir(mode=_OWN, exist_ok=True)
    folder.mkdir(mode=_OWN, exist_ok=True)  # It may be a file, and somebody must say so.
    return folder


def narrow(folder: Path) -> None:
    """Let only the owner read a folder of ours that an older program made for everybody. Never raises.

    One that others may write to, or that belongs to somebody else, was made so by choice and stays.
    """
    with suppress(OSError, AttributeError):  # Windows knows no `geteuid`, and such folders differently.
        found = folder.stat()
        mode = stat.S_IMODE(found.st_mode)
        if found.st_uid == os.geteuid() and mode & _OTHERS and not mode & _WRITTEN_BY_OTHERS:
            folder.chmod(mode & ~_OTHERS)


def others_read(folder: Path) -> bool:
    """Whether others than the owner can list a folder, as far as the system tells."""
    try:
        return os.name == "posix" and bool(stat.S_IMODE(folder.stat().st_mode) & _OTHERS)
    except OSError:
        return False


def check_variables() -> None:
    """Raises `NoFolder` if one of the variables that is set names the home of nobody."""
    for variable in _SYSTEM:
        if os.environ.get(variable):
            folder_of(variable)
