"""Where decks are: those that come with the program, and the person's own.

A person's own decks lie in `decks/` of the data folder (`SUMMIT_DATA_DIR`, or the system's place for user data).
A deck of one's own hides a packaged deck with the same id.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from platformdirs import user_config_path, user_data_path

from summit_game.deck.faults import nearest, quote
from summit_game.deck.files import SUFFIXES
from summit_game.language.catalogue import say

if TYPE_CHECKING:
    from summit_game.deck.check import Registry

DATA_DIR_VARIABLE = "SUMMIT_DATA_DIR"
CONFIG_DIR_VARIABLE = "SUMMIT_CONFIG_DIR"
_PACKAGE = Path(__file__).resolve().parents[1]
_CHECKOUT = _PACKAGE.parents[1]


class DeckNotFound(Exception):  # noqa: N818 - it reads as a sentence
    """No deck has this name, and there is no such path. The message is one sentence that names what is there."""


class RulesNotFound(Exception):  # noqa: N818
    """The installation lacks its rule book."""


@dataclass(frozen=True)
class DeckEntry:
    """A deck in the library. `title` is empty and `faults` counts why, if the deck cannot be understood."""

    id: str
    title: str
    path: Path
    origin: Literal["packaged", "own"]
    faults: int


def packaged_decks() -> Path:
    """The folder of decks that come with the program: in the installed package, or in the checkout."""
    installed = _PACKAGE / "data" / "decks"
    return installed if installed.is_dir() else _CHECKOUT / "decks"


def user_folder() -> Path:
    """The person's data folder: `SUMMIT_DATA_DIR`, or the system's place for data. It need not exist."""
    if folder := os.environ.get(DATA_DIR_VARIABLE):
        return Path(folder).expanduser()
    return user_data_path("summit", appauthor=False)


def config_folder() -> Path:
    """Where settings and keys are: `SUMMIT_CONFIG_DIR`, or the system's place. It need not exist."""
    if folder := os.environ.get(CONFIG_DIR_VARIABLE):
        return Path(folder).expanduser()
    return user_config_path("summit", appauthor=False)


def language_setting() -> str:
    """The language in the settings, or nothing. What is wrong with the file is said where settings are shown."""
    try:
        text = (config_folder() / "settings.toml").read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""
    found = re.search(r'^language *= *"([A-Za-z-]{2,20})"', text, re.MULTILINE)
    return found[1] if found else ""


def own_decks() -> Path:
    """The folder of the person's own decks. It need not exist."""
    return user_folder() / "decks"


def default_deck() -> str | None:
    """The id of the deck that is played when none is named: the first line of the file `default` beside the decks."""
    for folder in (own_decks(), packaged_decks()):
        try:
            return (folder / "default").read_text(encoding="utf-8").split()[0]
        except (OSError, UnicodeDecodeError, IndexError):
            continue
    return None


def rules_path() -> Path:
    """Where the rule book is. Raises `RulesNotFound`."""
    for path in (_PACKAGE / "data" / "rules.md", _CHECKOUT / "rules.md"):
        if path.is_file():
            return path
    raise RulesNotFound(say("deck-no-rules"))


def rules_text() -> str:
    """The rule book, `rules.md`. Raises `RulesNotFound`."""
    return rules_path().read_text(encoding="utf-8")


def installed() -> dict[str, tuple[Path, Literal["packaged", "own"]]]:
    """Id -> path and origin of every deck in the library, without reading any. Ids are names of folders or files."""
    found: dict[str, tuple[Path, Literal["packaged", "own"]]] = {}
    for path in _decks_in(packaged_decks()):
        found[_id_of(path)] = (path, "packaged")
    for path in _decks_in(own_decks()):
        found[_id_of(path)] = (path, "own")
    return dict(sorted(found.items()))


def _decks_in(folder: Path) -> Iterator[Path]:
    try:
        entries = sorted(folder.iterdir())
    except OSError:
        return
    for entry in entries:
        if not entry.name.startswith(".") and (entry.is_dir() or entry.suffix.lower() in SUFFIXES):
            yield entry


def _id_of(path: Path) -> str:
    return path.name if path.is_dir() else path.stem


def find_deck(name_or_path: str) -> Path:
    """The deck with this id in the library, else the folder or file at this path. Raises `DeckNotFound`."""
    known = installed()
    if name_or_path in known:
        return known[name_or_path][0]
    if name_or_path and _exists(Path(name_or_path).expanduser()):
        return Path(name_or_path).expanduser()
    close = nearest(name_or_path, known)
    if close:
        todo = say("deck-find-near", name=quote(close))
    elif known:
        todo = say("deck-find-installed", decks=", ".join(quote(name) for name in known))
    else:
        todo = say("deck-find-none", folder=own_decks())
    raise DeckNotFound(say("deck-not-found", name=quote(name_or_path), todo=todo))


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def list_decks(registry: Registry) -> tuple[DeckEntry, ...]:
    """Every deck in the library, checked, sorted by id. A broken deck is listed with its faults counted."""
    # Only here: finding a deck must not cost the whole check.
    from summit_game.deck.check import check_path

    entries = []
    for name, (path, origin) in installed().items():
        report = check_path(path, registry)
        entries.append(DeckEntry(name, report.title, path, origin, len(report.faults)))
    return tuple(entries)
