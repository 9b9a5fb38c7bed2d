"""What a person has set: colours, pace, words at the hand-over. One small file, written whole or not at all."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from types import MappingProxyType

from summit_game.deck.library import config_folder
from summit_game.files.reading import reason, toml
from summit_game.files.writing import write
from summit_game.language.catalogue import known, say
from summit_game.tui.themes import DARK, NAMES

PACES: Mapping[str, float] = MappingProxyType({"slow": 1.6, "normal": 0.8, "fast": 0.3, "at once": 0.0})
"""Pace -> seconds for which what a bot did stands before the next thing comes."""


@dataclass(frozen=True)
class Preferences:
    """Settings that are kept from one day to the next. Every combination is valid."""

    theme: str = DARK
    pace: str = "normal"
    words: bool = True
    """Whether people who share the machine are asked for a word of their own at the hand-over."""
    rounds: bool = True
    """Whether there is a page to read between rounds."""
    language: str = "en"
    """Taken up when the program starts."""

    @property
    def seconds(self) -> float:
        """The pace in seconds."""
        return PACES[self.pace]


def settings_file() -> Path:
    """Where settings are kept. It need not exist."""
    return config_folder() / "settings.toml"


_CAN_BE: Mapping[str, Callable[[object], bool]] = MappingProxyType(
    {
        "language": lambda value: isinstance(value, str) and known(value),
        "theme": lambda value: value in NAMES,
        "pace": lambda value: isinstance(value, str) and value in PACES,
        "words": lambda value: isinstance(value, bool),
        "rounds": lambda value: isinstance(value, bool),
    }
)
"""Setting -> whether it can have a value."""


def load() -> tuple[Preferences, str]:
    """The settings, and one sentence about what in their file cannot be used (or nothing)."""
    try:
        path = settings_file()
    except OSError as error:
        return Preferences(), say("settings-nowhere", reason=reason(error))
    try:
        written = toml(path)
    except FileNotFoundError:
        return Preferences(), ""
    except OSError as error:
        return Preferences(), say("settings-unreadable", file=path, reason=reason(error))
    bad = [name for name, fits in _CAN_BE.items() if name in written and not fits(written[name])]
    good = {name: written[name] for name in _CAN_BE if name in written and name not in bad}
    return Preferences(**good), say("settings-unknown", file=path, names=", ".join(bad)) if bad else ""


def save(preferences: Preferences) -> str:
    """Keep the settings: to a file beside the old one, then in its place. Returns why it failed, or nothing."""
    lines = [f"{name} = {json.dumps(value)}" for name, value in asdict(preferences).items()]  # TOML writes them alike
    text = "\n".join(["# Written by Summit. Settings in the program change this file.", *lines, ""])
    try:
        path = settings_file()
    except OSError as error:
        return say("settings-nowhere", reason=reason(error))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write(path, text.encode(), private=True, force=True)
    except OSError as error:
        return say("settings-unwritten", file=path, reason=reason(error))
    return ""
