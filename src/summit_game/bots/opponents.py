"""Who sits with people when nothing is chosen: one word of difficulty sets personalities and levels."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

OPPONENTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "easy": ("cooperator:1", "bridge-builder:1", "by-the-book:1"),
        "fair": (
            "cooperator:2", "hardliner:2", "bridge-builder:2", "by-the-book:2", "opportunist:2", "salami-slicer:2",
        ),
        "hard": ("hardliner:3", "opportunist:3", "salami-slicer:3", "cooperator:3"),
    }
)  # fmt: skip
"""Difficulty -> kinds of bots in the order in which they are seated, over and over. Different tempers each."""
DIFFICULTIES = tuple(OPPONENTS)
FAIR = "fair"
"""What every door takes when nobody chooses."""


def opponents(count: int, difficulty: str = FAIR) -> list[str]:
    """The kinds of bots for so many seats. Raises `KeyError` for a word that is not in `DIFFICULTIES`."""
    kinds = OPPONENTS[difficulty]
    return [kinds[at % len(kinds)] for at in range(count)]
