"""The joint measures of a table (R8.8), over all texts that the issues allow. Exact."""

from __future__ import annotations

from collections.abc import Sequence
from math import prod
from typing import NamedTuple

import numpy as np

from summit_game.deals.agreement import agreement_zone, passing, red_lines, space_of
from summit_game.deals.front import pareto
from summit_game.deals.solutions import nash
from summit_game.deals.space import Space
from summit_game.engine.scoring import holding, scores
from summit_game.engine.setting import SETTLEMENT, Setting
from summit_game.engine.state import State

Text = tuple[int, ...]


class Trade(NamedTuple):
    """A text that would have been better for everybody: what changes, and how much each would gain."""

    text: Text
    changed: tuple[int, ...]
    """Issues on which it differs from the final text."""
    gains: tuple[int, ...]


class Measures(NamedTuple):
    """What was possible with the briefs that were dealt."""

    texts: int
    zone: int
    """Texts without red lines that are worth the reservation value to every delegation."""
    zone_minus_one: int
    """The same under the table's own rule of consensus."""
    pareto: int
    """Texts that no other text beats for one delegation without loss for another."""
    pareto_in_zone: int
    nash: Text | None
    """The text of the zone with the largest product of (surplus + 1)."""
    nash_surplus: tuple[int, ...]
    missed: Trade | None


def measures(state: State) -> Measures | None:
    """All joint measures for the briefs that are held; None if there are too many texts to look at them all."""
    setting = state.setting
    space = space_of(state)
    if space is None:
        return None
    zone, front = agreement_zone(space, red_lines(setting)), pareto(space)
    best = nash(space, zone, plus=1)
    if state.ending == SETTLEMENT:
        reached = [holding(state, seat).value(state.text) for seat in setting.seats]
    else:
        reached = [each.points for each in scores(state)]
    return Measures(
        texts=space.deals,
        zone=int(zone.sum()),
        zone_minus_one=int(passing(state, space).sum()),
        pareto=int(front.sum()),
        pareto_in_zone=int((front & zone).sum()),
        nash=space.text(best.deal) if best else None,
        nash_surplus=space.surplus(best.deal) if best else (),
        missed=missed_trade(setting, space, state.text, reached),
    )


def nash_percent(reached: Sequence[int], best: Sequence[int]) -> int:
    """The geometric mean of (surplus + 1) as a percentage of the Nash text's, rounded down; 0 if a surplus is below 0.

    Exact: the largest p with p**n * product(best + 1) <= 100**n * product(reached + 1).
    """
    if min(reached) < 0:
        return 0
    count = len(reached)
    have = 100**count * prod(each + 1 for each in reached)
    whole = prod(each + 1 for each in best)
    percent = 0
    while (percent + 1) ** count * whole <= have:
        percent += 1
    return percent


def missed_trade(setting: Setting, space: Space, final: Sequence[int], floor: Sequence[int]) -> Trade | None:
    """The best text that leaves nobody worse off than `floor` (points per seat) and somebody better off (R8.8).

    Best is the largest smallest gain, then the fewest changed issues, then the first in order. Texts that touch a red
    line of somebody are left out. None: the result could not be improved for all.
    """
    now = tuple(max(0, level) for level in final)
    gains = space.by_party - np.array(floor, np.int64)[:, None]
    smallest = gains.min(axis=0)
    better = (smallest >= 0) & (gains.max(axis=0) > 0)
    for red in red_lines(setting):
        better &= ~space.any_of(red)
    deals = np.flatnonzero(better)
    if len(deals) == 0:
        return None
    best = int(deals[np.lexsort((space.differences(now)[deals], -smallest[deals]))[0]])
    text = space.text(best)
    changed = tuple(issue for issue, level in enumerate(text) if level != now[issue])
    return Trade(text, changed, tuple(gains[:, best].tolist()))
