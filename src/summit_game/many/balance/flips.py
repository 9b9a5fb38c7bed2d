"""How many endings hang on the last roll: the last chance event of the last round is rolled again."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
from typing import Any, NamedTuple

from summit_game.bots.kinds import maker
from summit_game.engine import events as ev
from summit_game.engine.actions import Action
from summit_game.engine.play import apply, start
from summit_game.engine.setting import Game
from summit_game.engine.state import State
from summit_game.engine.streams import FLASH_SIDES, flash_number
from summit_game.engine.view import view
from summit_game.many.mixed import MIXED, drawn


class Rolled(NamedTuple):
    """What the last flash number of a game was for, and how many of the six numbers lead to another ending."""

    purpose: str
    others: int


def rolled(game: Game, seed: int, moves: Sequence[tuple[int, Action]]) -> Rolled | None:
    """Roll the last flash number of a mixed game's last round again; None if there was none in that round.

    All six numbers are tried, and the same bots play on from each: the share of games that change is then exact.
    """
    state, _ = start(game, seed)
    last = -1
    flashes: list[ev.FlashTurned] = []
    round_ = 0
    for at, (seat, action) in enumerate(moves):
        before = state.round
        found = [event for event in apply(state, seat, action) if isinstance(event, ev.FlashTurned)]
        if found:
            last, flashes, round_ = at, found, before
    if last < 0 or round_ != state.round:
        return None
    known: dict[str, int] = {}
    others = 0
    for number in range(1, FLASH_SIDES + 1):
        turned = [*(flash.number for flash in flashes[:-1]), number]
        again, _ = start(game, seed)
        for seat, action in moves[:last]:
            apply(again, seat, action)
        # The number follows from the seed, so it is played with a seed that gives it, and those before it as they were.
        again.seed = _seed_with(flashes, turned, round_)
        apply(again, *moves[last])
        again.seed = seed
        key = again.key()
        if key not in known:
            known[key] = _played_on(game, seed, again)
        others += known[key] != state.ending
    return Rolled(flashes[-1].purpose, others)


def _seed_with(flashes: Sequence[ev.FlashTurned], numbers: Sequence[int], round_: int) -> int:
    wanted = list(zip(flashes, numbers, strict=True))
    return next(
        seed
        for seed in count()
        if all(flash_number(seed, round_, flash.purpose, flash.seat) == number for flash, number in wanted)
    )


def _played_on(game: Game, seed: int, state: State) -> int:
    names = game.setting.seat_ids
    kinds = drawn([MIXED] * len(names), seed)
    bots = [maker(kind)(seed, name) for kind, name in zip(kinds, names, strict=True)]
    while state.waiting:
        seat = state.waiting[0]
        apply(state, seat, bots[seat].decide(view(state, seat)).action)
    return state.ending


def flips(found: Sequence[Rolled | None]) -> dict[str, Any]:
    """In how many games such a roll was, and how many endings another roll changes on average."""
    purposes = sorted({each.purpose for each in found if each is not None})
    return {
        "games": len(found),
        "rolled": sum(each is not None for each in found),
        "flipped": _flipped(found),
        "purposes": {
            purpose: {
                "rolled": sum(each is not None and each.purpose == purpose for each in found),
                "flipped": _flipped([each for each in found if each is not None and each.purpose == purpose]),
            }
            for purpose in purposes
        },
    }


def _flipped(found: Sequence[Rolled | None]) -> float:
    return round(sum(each.others for each in found if each is not None) / FLASH_SIDES, 4)
