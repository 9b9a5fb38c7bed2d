"""Words for what is named where the language is not known yet: bindings, panes, lines of help."""

from __future__ import annotations

import re

from summit_game.language.catalogue import say
from summit_game.table.clock import Clock

_KEY = re.compile(r"(key|pane|help|title|debrief_screen)-[a-z0-9-]+")


def label(text: str) -> str:
    """What a key of the catalogue says in the language that is chosen; any other text as it is."""
    return say(text) if _KEY.fullmatch(text) else text


def time_left(clock: Clock) -> str:
    """Minutes and seconds that a clock still gives."""
    left = int(max(0, clock.left))
    return f"{left // 60:02d}:{left % 60:02d}"


def whereabouts(round_: int, rounds: int, phase: str, of: str = "") -> str:
    """Round and phase for the first line: `Round 2/6  Floor 1/2`. `of` says which pass of how many it is."""
    return f"{say('screen-round', round=max(1, round_), rounds=rounds)}  {say('screen-phase', phase=phase)}{of}"
