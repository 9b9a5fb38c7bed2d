"""Find and read the files of a deck, within limits, and compute the deck's digest."""

from __future__ import annotations

import hashlib
import os
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from summit_game.deck.faults import Fault, Said, told
from summit_game.deck.yamlpos import MAX_BYTES
from summit_game.files import reading
from summit_game.files.reading import is_regular, is_there, read

SUFFIXES = (".yaml", ".yml")
MAX_FILES = 200
MAX_TOTAL = 4 * MAX_BYTES
MAX_FILE = 2 * MAX_BYTES
"""What is read at all; of a file over `MAX_BYTES` the checker tells where it is too large."""


@dataclass(frozen=True)
class SourceFile:
    """A file of a deck: its name inside the deck (with `/`), how faults show it, and its bytes."""

    name: str
    shown: str
    data: bytes


@dataclass
class Found:
    """The files of a deck in order, and what kept others from being read."""

    files: list[SourceFile] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    def fault(self, file: Path, what: str, /, **values: object) -> None:
        self.faults.append(Fault(str(file), 1, 1, *told(what, **values)))


def read_files(path: Path) -> Found:
    """All `*.yaml` and `*.yml` files of a folder, or the one file. Names that start with a dot are left out."""
    found = Found()
    try:
        if path.is_dir():
            _read_folder(path, found)
        elif not path.exists():
            found.fault(path, "no-path")
        elif path.suffix.lower() not in SUFFIXES:
            found.fault(path, "not-a-deck")
        else:
            _read_one(path, path.name, found)
    except (OSError, ValueError, RuntimeError) as error:
        # ValueError: a null byte in the path. RuntimeError: links that lead to each other.
        found.fault(path, "deck-unreadable", reason=reason(error))
    return found


def is_overlay(file: SourceFile) -> bool:
    """Whether a file holds the deck's texts in a language (`lang/xx.yaml`), no section of the deck."""
    return file.name.startswith("lang/")


def digest_of(files: Iterable[SourceFile]) -> str:
    """SHA-256 over names and bytes of the files, sorted by name, as hexadecimal digits.

    Names are relative to the deck, with `/`, in Unicode form NFC. In the bytes CR LF counts as LF, so that a checkout
    on another system has the same digest. Everything else counts: comments and order of keys too. Files that are not
    YAML, names that start with a dot, and texts in other languages (`is_overlay`) do not.
    """
    total = hashlib.sha256(b"summit deck 1\n")
    for file in sorted((each for each in files if not is_overlay(each)), key=lambda file: _normal(file.name)):
        name, data = _normal(file.name), file.data.replace(b"\r\n", b"\n")
        total.update(b"%d %d\n" % (len(name), len(data)) + name + data)
    return total.hexdigest()


def _normal(name: str) -> bytes:
    return unicodedata.normalize("NFC", name).encode("utf-8", "surrogateescape")


def _read_folder(root: Path, found: Found) -> None:
    names = sorted(_walk(root, found), key=lambda path: path.relative_to(root).as_posix())
    if not names and not found.faults:
        found.fault(root, "folder-empty")
    if len(names) > MAX_FILES:
        found.fault(root, "folder-full", most=MAX_FILES)
        return
    inside = root.resolve()
    total = 0
    for path in names:
        if path.is_symlink() and not _stays_inside(path, inside):
            found.fault(path, "link-outside")
            continue
        total += _read_one(path, path.relative_to(root).as_posix(), found)
        if total > MAX_TOTAL:
            found.fault(path, "files-large")
            return


def _stays_inside(link: Path, folder: Path) -> bool:
    try:
        return link.resolve(strict=True).is_relative_to(folder)
    except (OSError, RuntimeError):
        # Links that lead to each other: RuntimeError before Python 3.13, then OSError.
        return False


def _walk(root: Path, found: Found) -> Iterator[Path]:
    def unreadable(error: OSError) -> None:
        found.fault(Path(error.filename or root), "folder-unreadable", reason=reason(error))

    for folder, folders, files in os.walk(root, onerror=unreadable):
        here = Path(folder)
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in folders:
            if (here / name).is_symlink():
                found.fault(here / name, "folder-link")
        yield from (here / name for name in files if not name.startswith(".") and name.lower().endswith(SUFFIXES))


def _read_one(path: Path, name: str, found: Found) -> int:
    try:
        if not is_regular(path) and is_there(path):
            found.fault(path, "not-regular")
            return 0
        data = read(path, MAX_FILE)
        name.encode()
    except UnicodeEncodeError:
        found.fault(path, "name-bytes")
        return 0
    except OSError as error:
        found.fault(path, "file-unreadable", reason=reason(error))
        return 0
    found.files.append(SourceFile(name, str(path), data))
    return len(data)


def reason(error: Exception) -> Said:
    """Why a file could not be had, in the system's words."""
    return Said(reading.reason(error))
