"""What a screen asks of the application, whichever that is. Screens know no application; these bubble up to it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from textual.message import Message

from summit_game.table.games_folder import Sitting
from summit_game.tui.preferences import Preferences


@dataclass
class DebriefWanted(Message):
    """The debrief of a sitting, or of the game in a journal, is to be shown."""

    game: Sitting | Path


@dataclass
class Preferred(Message):
    """These settings are to be used and kept."""

    preferences: Preferences
