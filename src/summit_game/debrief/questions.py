"""Questions for the room, each with the facts of this game that it comes from."""

from __future__ import annotations

from collections.abc import Sequence

from summit_game.debrief.model import Deals, Question, TurningPoint
from summit_game.debrief.moments import Told
from summit_game.engine.scoring import Score
from summit_game.words.names import Words

OUT_OF_ROLE = ""


def questions(
    words: Words, told: Told, results: Sequence[Score], deals: Deals | None, turning: Sequence[TurningPoint]
) -> tuple[Question, ...]:
    """Three to five questions."""
    return ()
