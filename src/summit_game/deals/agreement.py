"""The texts that delegations would agree to: the zone of agreement (R8.8), what may be signed, what would pass."""

from __future__ import annotations

from collections.abc import Sequence
from math import prod

import numpy as np

from summit_game.deals.space import MAX_CELLS, Flags, Space
from summit_game.engine.board import Board
from summit_game.engine.queries import decisive
from summit_game.engine.scoring import Holding, holding
from summit_game.engine.setting import Setting
from summit_game.engine.state import State

MAX_TEXTS = 1_000_000
"""A deck with more possible texts is not enumerated."""

Red = Sequence[Sequence[bool]]
"""`red[issue][level]`: whether a level is a red line of a delegation."""


def countable(texts: int, seats: int) -> bool:
    """Whether so many texts are enumerated for so many delegations."""
    return texts <= MAX_TEXTS and texts * seats <= MAX_CELLS


def space_of(state: State) -> Space | None:
    """The texts with what they are worth by the briefs that were dealt; None if there are too many to enumerate. The
    thresholds are the no-deal values at the start (R8.4)."""
    setting = state.setting
    if not countable(prod(issue.levels for issue in setting.issues), len(setting.seats)):
        return None
    held = [holding(state, seat) for seat in setting.seats]
    return Space([each.brief.values for each in held], [each.reservation for each in held])


def red_lines(setting: Setting) -> list[Red]:
    """The red lines of each seat."""
    return [spec.red for spec in setting.seat_specs]


def acceptable(space: Space, red: Sequence[Red]) -> list[Flags]:
    """For each party the deals that are worth its threshold and touch none of its red lines."""
    return [space.accepted_by(party) & ~space.any_of(lines) for party, lines in enumerate(red)]


def agreement_zone(space: Space, red: Sequence[Red]) -> Flags:
    """The deals that are acceptable to everybody, whether they may be signed or not (R8.8)."""
    return np.asarray(np.logical_and.reduce(acceptable(space, red)))


def objectors(setting: Setting, held: Sequence[Holding], text: Sequence[int]) -> list[int]:
    """The seats to which one text is not acceptable; none: it lies in the zone of agreement. Brackets are level 0."""
    return [
        seat
        for seat, each in enumerate(held)
        if each.value(text) < each.reservation or setting.touches_red_line(seat, text)
    ]


def signable(setting: Setting, space: Space) -> Flags:
    """The texts with enough agreed issues and a core issue (R7.1). What depends on the moment is left out: the text
    that failed ratification last, and conditions of rule modules such as R14.3."""
    levels = [range(size) for size in space.sizes]
    ready = space.total([[int(level > 0) for level in row] for row in levels]) >= setting.options.min_issues
    if setting.options.need_core:
        cores = [issue.core for issue in setting.issues]
        ready &= space.any_of([[core and level > 0 for level in row] for core, row in zip(cores, levels, strict=True)])
    return ready


def passing(board: Board, space: Space) -> Flags:
    """The texts that those to whom they are not acceptable could not stop (R4.2 to R4.4)."""
    against = np.zeros(space.deals, np.int64)
    stopped = np.zeros(space.deals, np.bool_)
    for seat, good in enumerate(acceptable(space, red_lines(board.setting))):
        against += ~good
        stopped |= ~good & _stopped_by(board, seat, space)
    return (against <= board.setting.options.slack) & ~stopped


def _stopped_by(board: Board, seat: int, space: Space) -> Flags:
    """The texts that an objection of this seat alone stops. Each agreed level can be asked about by itself, because a
    seat is decisive on a text if it is so as a principal, or on one of its levels."""
    if decisive(board, seat, ()):
        return np.ones(space.deals, np.bool_)
    return space.any_of(
        [
            [level > 0 and decisive(board, seat, ((issue, level),)) for level in range(size)]
            for issue, size in enumerate(space.sizes)
        ]
    )
