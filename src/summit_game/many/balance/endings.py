"""How mixed games end, and what happens on the way."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt
from typing import Any

from summit_game.engine.setting import CONFLICT, ENDINGS
from summit_game.many.balance.course import COUNTS
from summit_game.many.balance.games import Watched
from summit_game.many.intervals import DIGITS


def endings(played: Sequence[Watched]) -> dict[str, Any]:
    """Endings with the board at the end; the round of each conflict; what was counted in all games together."""
    rounds = [game.course.round for game in played if game.ending == CONFLICT]
    at = {name: number for number, name in enumerate(COUNTS)}
    return {
        "games": len(played),
        "endings": {name: _ending([game for game in played if game.ending == at]) for at, name in enumerate(ENDINGS)},
        "conflict_rounds": {str(each): rounds.count(each) for each in sorted(set(rounds))},
        "counts": {name: sum(game.course.counts[at[name]] for game in played) for name in COUNTS},
        "games_with": {name: sum(game.course.counts[at[name]] > 0 for game in played) for name in COUNTS},
    }


def _ending(games: Sequence[Watched]) -> dict[str, Any]:
    count = len(games)
    return {
        "games": count,
        "agreed": mean([sum(level >= 0 for level in game.course.text) for game in games]),
        "rating": mean([sum(game.ratings) / len(game.ratings) for game in games]),
    }


def mean(values: Sequence[float]) -> float | None:
    """The mean, rounded; None of nothing."""
    return round(sum(values) / len(values), DIGITS) if values else None


def error(values: Sequence[float]) -> float | None:
    """The standard error of the mean, rounded; None of fewer than two values."""
    count = len(values)
    if count < 2:
        return None
    middle = sum(values) / count
    return round(sqrt(sum((each - middle) ** 2 for each in values) / (count - 1) / count), DIGITS)
