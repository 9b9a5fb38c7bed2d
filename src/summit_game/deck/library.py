"""Where decks are: those that come with the program, and the person's own.

A person's own decks lie in `decks/` of the data folder (`SUMMIT_DATA_DIR`, or the system's place for user data).
A deck of one's own hides a packaged deck with the same id.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from summit_game.deck.faults import nearest, quote
from summit_game.deck.files import SUFFIXES
from summit_game.files.folders import CONFIG, DATA, NoFolder, folder_of, home_meant
from summit_game.files.reading import is_regular, is_there, read_text
from summit_game.language.catalogue import say

if TYPE_CHECKING:
    from summit_game.deck.check import Registry

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
    """The person's data folder: `SUMMIT_DATA_DIR`, or the system's place for data. It need not exist.

    Raises `NoFolder` if no home folder is known.
    """
    return folder_of(DATA)


def config_folder() -> Path:
    """Where settings and keys are: `SUMMIT_CONFIG_DIR`, or the system's place. It need not exist.

    Raises `NoFolder` if no home folder is known.
    """
    return folder_of(CONFIG)


def language_setting() -> str:
    """The language in the settings, or nothing. What is wrong with the file is said where settings are shown."""
    try:
        text = read_text(config_folder() / "settings.toml")
    except OSError:
        return ""
    found = re.search(r'^language *= *"([A-Za-z-]{2,20})"', text, re.MULTILINE)
    return found[1] if found else ""


def own_decks() -> Path:
    """The folder of the person's own decks. It need not exist. Raises `NoFolder` if no home folder is known."""
    return user_folder() / "decks"


def _deck_folders() -> Iterator[tuple[Path, Literal["packaged", "own"]]]:
    """Where decks lie; the later hides the earlier. Whoever has no home folder has no decks of their own."""
    yield packaged_decks(), "packaged"
    with suppress(NoFolder):
        yield own_decks(), "own"


def default_deck() -> str | None:
    """The id of the deck that is played when none is named: the first line of the file `default` beside the decks."""
    for folder, _ in reversed(list(_deck_folders())):
        try:
            return read_text(folder / "default").split()[0]
        except (OSError, IndexError):
            continue
    return None


def rules_path() -> Path:
    """Where the rule book is. Raises `RulesNotFound`."""
    for path in (_PACKAGE / "data" / "rules.md", _CHECKOUT / "rules.md"):
        if is_regular(path):
            return path
    raise RulesNotFound(say("deck-no-rules"))


def rules_text() -> str:
    """The rule book, `rules.md`. Raises `RulesNotFound`."""
    return read_text(rules_path())


def installed() -> dict[str, tuple[Path, Literal["packaged", "own"]]]:
    """Id -> path and origin of every deck in the library, without reading any. Ids are names of folders or files."""
    found: dict[str, tuple[Path, Literal["packaged", "own"]]] = {}
    for folder, origin in _deck_folders():
        found.update({_id_of(path): (path, origin) for path in _decks_in(folder)})
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
    """The deck with this id in the library, else the folder or file at this path.

    Raises `DeckNotFound`, or `NoFolder` for a path into the home of nobody.
    """
    known = installed()
    if name_or_path in known:
        return known[name_or_path][0]
    if name_or_path and is_there(path := home_meant(name_or_path)):
        return path
    close = nearest(name_or_path, known)
    if close:
        todo = say("deck-find-near", name=quote(close))
    elif known:
        todo = say("deck-find-installed", decks=", ".join(quote(name) for name in known))
    else:
        todo = say("deck-find-none", folder=own_decks())
    raise DeckNotFound(say("deck-not-found", name=quote(name_or_path), todo=todo))


def list_decks(registry: Registry) -> tuple[DeckEntry, ...]:
    """Every deck in the library, checked, sorted by id. A broken deck is listed with its faults counted."""
    # Only here: finding a deck must not cost the whole check.
    from summit_game.deck.check import check_path

    entries = []
    for name, (path, origin) in installed().items():
        report = check_path(path, registry)
        entries.append(DeckEntry(name, report.title, path, origin, len(report.faults)))
    return tuple(entries)
