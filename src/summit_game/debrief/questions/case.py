"""What questions are made from: a debrief without its questions, and the game behind it."""

from __future__ import annotations

from typing import NamedTuple

from summit_game.debrief.model import Debrief
from summit_game.debrief.moments import Told
from summit_game.engine.setting import SETTLEMENT
from summit_game.words.names import Words


class Case(NamedTuple):
    """One game to ask about. Everything that only briefs tell is empty if only public things may be shown."""

    words: Words
    told: Told
    found: Debrief

    @property
    def settled(self) -> bool:
        """Whether the game ended with a treaty in force."""
        return self.found.ending == SETTLEMENT
