"""Mixed tables: each seat draws a personality and a level from the seed of the game."""

from __future__ import annotations

from collections.abc import Sequence

from summit_game.engine.streams import Stream

MIXED = "mixed"
"""The word for it, wherever a kind of bot is named."""
PERSONALITIES = ("cooperator", "bridge-builder", "by-the-book", "opportunist", "salami-slicer", "hardliner")
LEVELS = (2, 3)
MIX = tuple(f"{name}:{level}" for name in PERSONALITIES for level in LEVELS)
"""The kinds of bots that a seat may draw, each equally likely."""


def drawn(kinds: Sequence[str], seed: int) -> list[str]:
    """The kind of bot of each seat in the game of a seed.

    A seat draws for itself, so that the others draw the same whoever sits in it.
    """
    return [Stream(seed, MIXED, at).choice(MIX) if kind == MIXED else kind for at, kind in enumerate(kinds)]
