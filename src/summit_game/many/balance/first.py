"""What going first is worth."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from summit_game.many.intervals import Resampling
from summit_game.many.play import Played

TURNED_KIND = "simple"
"""Who plays when the seats are moved on to measure it."""


def first_mover(names: Sequence[str], played: Sequence[Played], seed: int) -> dict[str, Any]:
    """What a place in the order of round 1 is worth, in points of rating.

    The order of a table is fixed, so the seats are moved on until each delegation has had each place; `played` are
    these games, for each seed one per rotation. A delegation at a place is compared with its own mean over all places.
    """
    count = len(names)
    seeds = len(played) // count
    ratings = [
        [[played[at * count + (who - place) % count].ratings[place] for place in range(count)] for who in range(count)]
        for at in range(seeds)
    ]
    by = Resampling(seeds, seed=seed)

    def gain(whom: Sequence[int], place: int) -> dict[str, Any]:
        totals = [sum(count * each[who][place] - sum(each[who]) for who in whom) for each in ratings]
        return by.interval(totals, count * len(whom))._asdict()

    return {
        "kind": TURNED_KIND,
        "games": len(played),
        "places": [gain(range(count), place) for place in range(count)],
        "first": {name: gain([who], 0) for who, name in enumerate(names)},
    }
