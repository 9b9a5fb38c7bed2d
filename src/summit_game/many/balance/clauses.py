"""Which clauses of the rule book decide something, and how often."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

from summit_game.many.balance.course import WAYS
from summit_game.many.balance.games import Watched


def clauses(played: Sequence[Watched]) -> dict[str, Any]:
    """For each clause (and card, where one ends a game) and each way to bite: how many times, in how many games."""
    times: Counter[tuple[str, str]] = Counter()
    games: Counter[tuple[str, str]] = Counter()
    for game in played:
        for clause, way, count in game.course.bites:
            times[clause, way] += count
            games[clause, way] += 1
    names = sorted({clause for clause, _ in times}, key=_order)
    return {
        "games": len(played),
        "clauses": {
            name: {way: {"times": times[name, way], "games": games[name, way]} for way in WAYS if times[name, way]}
            for name in names
        },
    }


def _order(clause: str) -> tuple[list[int], str]:
    """R9.6 comes before R10.2, and clauses before cards."""
    numbers = re.match(r"R(\d+)\.(\d+)", clause)
    return ([int(each) for each in numbers.groups()] if numbers else [10**6]), clause
