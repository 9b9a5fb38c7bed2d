"""What a person has set: colours, pace, words at the hand-over. One small file, written whole or not at all."""

from __future__ import annotations

import os
import tempfile
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from summit_game.deck.library import config_folder
from summit_game.tui.themes import DARK, NAMES
from summit_game.words.catalogue import known

PACES: Mapping[str, float] = MappingProxyType({"slow": 1.6, "normal": 0.8, "fast": 0.3, "at once": 0.0})
"""Pace -> seconds for which what a bot did stands before the next thing comes."""


@dataclass(frozen=True)
class Preferences:
    """Settings that are kept from one day to the next. Every combination is valid."""

    theme: str = DARK
    pace: str = "normal"
    words: bool = True
    """Whether people who share the machine are asked for a word of their own at the hand-over."""
    language: str = "en"
    """Taken up when the program starts."""

    @property
    def seconds(self) -> float:
        """The pace in seconds."""
        return PACES[self.pace]


def settings_file() -> Path:
    """Where settings are kept. It need not exist."""
    return config_folder() / "settings.toml"


def load() -> tuple[Preferences, str]:
    """The settings, and one sentence about what in their file cannot be used (or nothing)."""
    path = settings_file()
    try:
        written = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Preferences(), ""
    except OSError as error:
        return Preferences(), f"{path} cannot be read ({_reason(error)}); the usual settings hold."
    except (UnicodeDecodeError, tomllib.TOMLDecodeError):
        return Preferences(), f"{path} is damaged and is ignored; the usual settings hold until you save new ones."
    usual = Preferences()
    theme, pace, words = (written.get(key, getattr(usual, key)) for key in ("theme", "pace", "words"))
    language = written.get("language", usual.language)
    bad = []
    if not isinstance(language, str) or not known(language):
        bad.append("language")
        language = usual.language
    if theme not in NAMES:
        bad.append("theme")
        theme = usual.theme
    if not isinstance(pace, str) or pace not in PACES:
        bad.append("pace")
        pace = usual.pace
    if not isinstance(words, bool):
        bad.append("words")
        words = usual.words
    trouble = f"{path}: the value of {', '.join(bad)} is not known here; the usual one holds." if bad else ""
    return Preferences(theme, pace, words, language), trouble


def save(preferences: Preferences) -> str:
    """Keep the settings: to a file beside the old one, then in its place. Returns why it failed, or nothing."""
    path = settings_file()
    text = (
        "# Written by Summit. Settings in the program change this file.\n"
        f'theme = "{preferences.theme}"\n'
        f'pace = "{preferences.pace}"\n'
        f"words = {'true' if preferences.words else 'false'}\n"
        f'language = "{preferences.language}"\n'
    )
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".settings-", suffix=".tmp")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        return f"The settings are not saved: {path} cannot be written ({_reason(error)})."
    return ""


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
