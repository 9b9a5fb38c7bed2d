"""Every test of the screen has its own folders, and reads each deck once."""

from __future__ import annotations

from pathlib import Path

import pytest

from summit_game.deck import load
from summit_game.deck.files import Found, digest_of


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DATA", "STATE", "CONFIG"):
        monkeypatch.setenv(f"SUMMIT_{name}_DIR", str(tmp_path / name.lower()))


_READ: dict[tuple[Path, str], load.LoadResult] = {}
_load_files = load.load_files


def read_once(path: Path, found: Found) -> load.LoadResult:
    """The same deck is read once in a run: a fifth of the time of most tests here."""
    if found.faults:
        return _load_files(path, found)
    key = (path, digest_of(found.files))
    if key not in _READ:
        _READ[key] = _load_files(path, found)
    return _READ[key]


@pytest.fixture(autouse=True)
def decks_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(load, "load_files", read_once)
