"""How early it can be told whether a game will settle."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from summit_game.engine.setting import SETTLEMENT
from summit_game.many.balance.games import Watched
from summit_game.many.balance.logistic import Fit, cross_validated
from summit_game.many.intervals import DIGITS


def predict(played: Sequence[Watched], rounds: int, seed: int) -> dict[str, Any]:
    """After each round but the last, of the games that go on: a logistic model of what all see, and one that also
    knows what each delegation would end with as things stand. Settled or not, in the end."""
    rows = {}
    for after in range(1, rounds):
        going = [game for game in played if len(game.course.rounds) >= after]
        settled = [game.ending == SETTLEMENT for game in going]
        stands = [game.course.rounds[after - 1] for game in going]
        rows[str(after)] = {
            "games": len(going),
            "settled": sum(settled),
            "public": _row(cross_validated([each.public for each in stands], settled, seed)),
            "all": _row(cross_validated([(*each.public, *each.surplus) for each in stands], settled, seed)),
        }
    return {"games": len(played), "rounds": rows}


def _row(fit: Fit | None) -> dict[str, float] | None:
    return None if fit is None else {"r2": round(fit.r2, DIGITS), "auc": round(fit.auc, DIGITS)}
