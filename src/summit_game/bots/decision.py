"""What a bot answers when it is asked for a decision."""

from __future__ import annotations

from typing import NamedTuple

from summit_game.engine.actions import Action


class Decision(NamedTuple):
    """A decision of a bot. `why` is one sentence from its own view only, or empty: private until the debrief."""

    action: Action
    why: str = ""
