"""Whether the seats are fair, and how good the treaties are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from summit_game.deals.measures import nash_percent
from summit_game.engine.setting import SETTLEMENT, STALEMATE, Setting
from summit_game.many.balance.endings import mean
from summit_game.many.balance.games import Deal, Watched
from summit_game.many.intervals import DIGITS

CEILING = 97
"""Ratings from here on stand at the ceiling."""


def fairness(setting: Setting, played: Sequence[Watched], deals: Sequence[Deal | None]) -> dict[str, Any]:
    """Single wins, ratings at the ceiling and mandates left, by seat; quality of treaties; levels that are signed."""
    pairs = list(zip(played, deals, strict=True))
    settled = [(game, deal) for game, deal in pairs if game.ending == SETTLEMENT]
    treaties = [game for game, _ in settled]
    wins = [sum(game.winners == (seat,) for game in played) for seat in setting.seats]
    reached = [nash_percent(game.treaty, deal.nash) for game, deal in settled if deal is not None and deal.nash]
    stalled = [game for game in played if game.ending == STALEMATE]
    return {
        "games": len(played),
        "settled": len(treaties),
        "seats": {
            name: {
                "principal": setting.seat_specs[seat].principal,
                "rating": mean([game.ratings[seat] for game in played]),
                "single_wins": wins[seat],
                "ceiling": sum(game.ratings[seat] >= CEILING for game in treaties),
                "outside": sum(game.course.outside[seat] > 0 for game in treaties),
            }
            for seat, name in enumerate(setting.seat_ids)
        },
        "most_over_least": round(max(wins) / min(wins), DIGITS) if min(wins) else None,
        "treaties": {
            "nash_percent": mean(reached),
            "measured": len(reached),
            "efficient": sum(game.efficient for game in treaties),
            "in_zone": sum(game.agreed for game in treaties),
            "below_half": sum(min(game.ratings) < 50 for game in treaties),
        },
        "stalemates": {"games": len(stalled), "in_zone": sum(game.near for game in stalled)},
        "levels": {
            issue.id: [sum(game.course.text[at] >= level for game in treaties) for level in range(1, issue.levels)]
            for at, issue in enumerate(setting.issues)
        },
    }
