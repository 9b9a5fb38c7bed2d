"""What skill is worth: bots of several levels and trivial strategies in one seat of the same mixed tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from summit_game.engine.scoring import winners
from summit_game.engine.setting import ENDINGS
from summit_game.many.balance.endings import error, mean
from summit_game.many.balance.strategies import MEMORY, STRATEGIES, player
from summit_game.many.mixed import MIXED, drawn
from summit_game.many.play import play_out
from summit_game.many.share_out import Table

LADDER = tuple(f"{name}:{level}" for name in ("opportunist", "cooperator", "by-the-book") for level in (1, 2, 3))
RANDOM = "random"
KINDS = (*LADDER, RANDOM, *STRATEGIES)
"""Who sits in the seat; `memory` comes besides, if there is a text to remember."""


class Turn(NamedTuple):
    """One game: how it ended, the rating of the seat that is looked at, and whether it won alone."""

    ending: int
    rating: int
    won: bool
    digest: bytes


def turn(table: Table, kind: str, seat: int, seed: int) -> Turn:
    """The mixed game of a seed, with one seat given to a kind of bot."""
    game = table.dealt(seed)
    kinds = [MIXED] * len(game.setting.seats)
    kinds[seat] = kind
    state, played = play_out(game, seed, drawn(kinds, seed), makers=player)
    return Turn(played.ending, played.ratings[seat], winners(state) == (seat,), played.digest)


def skill(names: Sequence[str], turns: Mapping[str, Sequence[Turn]]) -> dict[str, Any]:
    """For each kind: its mean rating, the difference to the best bot on the same seeds and seats, and the endings.

    The seat moves on with the seed. Best is the personality with the highest mean.
    """
    best = max(LADDER, key=lambda kind: sum(each.rating for each in turns[kind]))
    count = len(turns[best])
    return {
        "games": count,
        "best": best,
        "kinds": {
            kind.partition(":")[0] if kind.startswith(MEMORY) else kind: {
                **_measured([each.rating for each in found]),
                "to_best": _measured([one.rating - two.rating for one, two in zip(found, turns[best], strict=True)]),
                "seats": {
                    name: mean([each.rating for each in found[at :: len(names)]]) for at, name in enumerate(names)
                },
                "single_wins": sum(each.won for each in found),
                "mandate_met": sum(each.rating >= 50 for each in found),
                "endings": {name: sum(each.ending == at for each in found) for at, name in enumerate(ENDINGS)},
            }
            for kind, found in turns.items()
        },
        "steps": {
            f"{name}:{level}": _measured(
                [
                    one.rating - two.rating
                    for one, two in zip(turns[f"{name}:{level}"], turns[f"{name}:{level - 1}"], strict=True)
                ]
            )
            for name, _, last in (kind.partition(":") for kind in LADDER)
            if (level := int(last)) > 1
        },
    }


def _measured(values: Sequence[int]) -> dict[str, float | None]:
    return {"mean": mean(values), "error": error(values)}
