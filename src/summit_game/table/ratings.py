"""What a game that is over was worth to each delegation, kept where it ended so that lists need not unfold it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from summit_game.engine.scoring import scores
from summit_game.engine.state import State
from summit_game.table.entry import CHANGES_GAME, GOES_BACK

RATINGS = "ratings"
"""Where the entry that ended a game has them."""


def ratings_of(state: State) -> list[int]:
    """The rating of each seat (R8.5), 0 to 100, in seat order."""
    return [each.rating for each in scores(state)]


def kept_ratings(count: int, read: Callable[[int], Mapping[str, Any]]) -> tuple[int, ...]:
    """The ratings that stand where a game of `count` entries is now, `read` one at a time from the last; or nothing.

    Games that ended before ratings were kept have none. Raises `KeyError`, `TypeError` or `ValueError` for no entry.
    """
    at = count - 1
    while at > 0:
        entry = read(at)
        if entry["kind"] in CHANGES_GAME:
            return tuple(map(int, entry.get("data", {}).get(RATINGS, ())))
        at = int(entry["to"]) if entry["kind"] in GOES_BACK and 0 <= int(entry["to"]) < at else at - 1
    return ()
