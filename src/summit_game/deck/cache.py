"""Decks that passed the whole check, kept in the cache folder so that the next start need not check them again.

One file for each deck as it was read: its key, a digest of what follows, and the deck as JSON. The key covers all that
the check and the texts depend on: the bytes of every file, the folder's name, the language, the versions of the program
and of Python's packages that have rule modules. A file that is not exactly as it was written counts as missing.

Nothing in a file is executed, and what it says is validated as a deck is. That the deck passed the check is taken from
the file alone: whoever can write into this folder (mode 0700, files 0600) could change the person's own decks as well.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from summit_game import __version__
from summit_game.deck.files import SourceFile
from summit_game.deck.model_base import FORMAT
from summit_game.deck.models import Deck
from summit_game.files.folders import CACHE, DATA, folder_of
from summit_game.files.reading import read
from summit_game.files.writing import write

LARGEST = 64 << 20
MOST = 16
"""Files that are kept; those written first go first."""
SUFFIX = ".deck.json"
_PAIRS = ""
"""The one key of an object that stands for a mapping whose keys are not all texts: JSON knows no others."""


def cache_folder() -> Path:
    """Where checked decks are kept: `SUMMIT_CACHE_DIR`; in the data folder if that was moved; the system's place.

    Raises `NoFolder` if no home folder is known.
    """
    if os.environ.get(DATA) and not os.environ.get(CACHE):
        return folder_of(DATA) / "cache"
    return folder_of(CACHE)


def key_of(path: Path, files: Iterable[SourceFile], language: str, modules: Mapping[str, str]) -> str:
    """The name under which a deck is kept. `modules`: id -> version of every registered rule module."""
    where = [path.resolve().name, path.is_dir()]
    total = hashlib.sha256(json.dumps([FORMAT, __version__, where, language, list(modules.items())]).encode())
    for file in files:
        name = file.name.encode("utf-8", "surrogateescape")
        total.update(b"\n%d %d\n" % (len(name), len(file.data)) + name + file.data)
    return total.hexdigest()


def kept(key: str) -> Deck | None:
    """The deck that is kept under this key."""
    try:
        first, digest, body = read(cache_folder() / (key + SUFFIX), LARGEST).split(b"\n", 2)
        if first != key.encode() or digest != _digest(body):
            return None
        return Deck.model_validate(_read(json.loads(body)), strict=True)
    except (OSError, ValueError, TypeError, RecursionError, ValidationError):
        return None


def keep(key: str, deck: Deck) -> None:
    """Keep a deck that passed the check. A folder that cannot be written keeps nothing, and that is no fault."""
    body = json.dumps(_written(deck.model_dump()), separators=(",", ":")).encode()
    with contextlib.suppress(OSError):
        folder = cache_folder()
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        # Another process reads the whole file or none.
        data = b"\n".join((key.encode(), _digest(body), body))
        write(folder / (key + SUFFIX), data, private=True, force=True)
        for old in sorted(_files(), key=lambda each: each.stat().st_mtime_ns)[:-MOST]:
            old.unlink()


def forget() -> list[Path]:
    """Delete every deck that is kept, and say which."""
    gone = []
    for path in _files():
        with contextlib.suppress(OSError):
            path.unlink()
            gone.append(path)
    return gone


def _files() -> list[Path]:
    try:
        return sorted(cache_folder().glob("*" + SUFFIX))
    except OSError:
        return []


def _digest(body: bytes) -> bytes:
    return hashlib.sha256(body).hexdigest().encode()


def _written(value: Any) -> Any:
    if isinstance(value, dict):
        pairs = {key: _written(each) for key, each in value.items()}
        plain = all(isinstance(key, str) and key != _PAIRS for key in pairs)
        return pairs if plain else {_PAIRS: list(map(list, pairs.items()))}
    return [_written(each) for each in value] if isinstance(value, tuple) else value


def _read(value: Any) -> Any:
    """What `_written` made JSON of; a deck holds no lists, only tuples."""
    if isinstance(value, dict):
        pairs = value[_PAIRS] if _PAIRS in value else value.items()
        return {key: _read(each) for key, each in pairs}
    return tuple(map(_read, value)) if isinstance(value, list) else value
