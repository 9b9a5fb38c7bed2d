"""Where decks and the rule book are: in the installed package or the checkout, and in the user's own folder."""

from __future__ import annotations

import difflib
import os
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_dir

from summit_game.deck.load import load_deck

_PACKAGE = Path(__file__).resolve().parent.parent


class DeckNotFound(LookupError):  # noqa: N818
    """No deck has this name; the message is one sentence with what is installed."""


@dataclass(frozen=True)
class Found:
    """A deck in the library. `title` is empty when it cannot be read; `faults` counts what stops it."""

    id: str
    title: str
    path: Path
    own: bool
    faults: int


def user_folder() -> Path:
    """The user's data folder: `SUMMIT_DATA_DIR`, or the system's place for data of programs."""
    return Path(os.environ.get("SUMMIT_DATA_DIR") or user_data_dir("summit", appauthor=False))


def _shipped(name: str) -> Path:
    """A file or folder that ships with the program: inside an installed wheel, else beside `src/` in a checkout."""
    installed = _PACKAGE / "data" / name
    return installed if installed.exists() else _PACKAGE.parent.parent / name


def deck_folders() -> list[tuple[Path, bool]]:
    """Folders that hold decks, and whether each is the user's own."""
    return [(_shipped("decks"), False), (user_folder() / "decks", True)]


def _deck_paths() -> dict[str, tuple[Path, bool]]:
    found: dict[str, tuple[Path, bool]] = {}
    for folder, own in deck_folders():
        if folder.is_dir():
            for path in sorted(folder.iterdir()):
                if path.is_dir() and not path.name.startswith("."):
                    found.setdefault(path.name, (path, own))
    return found


def find_deck(name: str) -> Path:
    """The path of a deck by id or path. Raises `DeckNotFound`."""
    paths = _deck_paths()
    if name in paths:
        return paths[name][0]
    if Path(name).exists():
        return Path(name)
    near = difflib.get_close_matches(name, list(paths), n=1)
    hint = f"did you mean {near[0]!r}?" if near else f"installed are: {', '.join(paths) or 'none'}"
    raise DeckNotFound(f"there is no deck {name[:60]!r}; {hint}")


def list_decks() -> list[Found]:
    """All decks of the library, also those that cannot be read."""
    result = []
    for name, (path, own) in _deck_paths().items():
        loaded = load_deck(path)
        title = loaded.deck.deck.title if loaded.deck else ""
        result.append(Found(name, title, path, own, len(loaded.faults)))
    return result


def rules_path() -> Path:
    """The rule book."""
    return _shipped("rules.md")
