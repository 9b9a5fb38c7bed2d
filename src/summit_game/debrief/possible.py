"""The deals that were possible at a table, counted exactly with the briefs that were dealt (R8.8)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import numpy as np

from summit_game.deals.agreement import acceptable, agreement_zone, passing, red_lines, signable, space_of
from summit_game.deals.front import pareto
from summit_game.deals.solutions import (
    Pick,
    distance,
    dominating,
    egalitarian,
    kalai_smorodinsky,
    largest_sum,
    nash,
    nearest,
    single_steps,
)
from summit_game.deals.space import Flags, Space
from summit_game.debrief.model import Change, Closest, Deal, Deals, Text
from summit_game.engine.state import State
from summit_game.language.catalogue import say

NAMED = ("nash", "kalai-smorodinsky", "largest-sum", "egalitarian")
"""Keys of the deals that have a name."""


def named(space: Space, among: Flags, plus: int, who: str, keys: Sequence[str] = NAMED) -> tuple[Deal, ...]:
    """The deals with a name among those marked, of those that exist.

    `plus` is added to each surplus in the Nash product; `who` says among which deals in names and definitions: `zone`,
    `unanimous` or `all`.
    """
    pickers: dict[str, Callable[[Space, Flags], Pick | None]] = {
        "nash": partial(nash, plus=plus),
        "kalai-smorodinsky": kalai_smorodinsky,
        "largest-sum": largest_sum,
        "egalitarian": egalitarian,
    }
    found = ((key, pickers[key](space, among)) for key in keys)
    return tuple(
        deal_at(space, pick.deal, say(f"debrief-deal-{key}", who=who), say(f"debrief-define-{key}", who=who), pick.ties)
        for key, pick in found
        if pick is not None
    )


def deal_at(space: Space, deal: int, name: str, definition: str = "", ties: int = 1) -> Deal:
    """A deal of a space with what it is worth."""
    return Deal(name, definition, space.text(deal), space.value(deal), space.surplus(deal), ties)


def possible(state: State) -> Deals | None:
    """Everything about the deals that existed, beside the text as it stands; None if they are too many."""
    setting = state.setting
    space = space_of(state)
    if space is None:
        return None
    ready = signable(setting, space)
    red = red_lines(setting)
    # Unlike the zone of R8.8, that of a debrief holds only texts that can be signed (R7.1).
    zone = ready & agreement_zone(space, red)
    front = pareto(space)
    outcome = space.number([max(0, level) for level in state.text])
    values = space.value(outcome)
    beaten_by = dominating(space, values)
    return Deals(
        texts=space.deals,
        signable=int(ready.sum()),
        zone=int(zone.sum()),
        zone_minus_one=int((ready & passing(state, space)).sum()),
        pareto=int(front.sum()),
        pareto_in_zone=int((front & zone).sum()),
        best=tuple(int(row.max()) for row in space.by_party),
        walk_away=space.thresholds,
        outcome=Deal(say("debrief-deal-outcome"), "", tuple(state.text), values, space.surplus(outcome)),
        on_front=beaten_by == 0,
        distance=distance(space, values),
        dominating=beaten_by,
        named=named(space, zone, 1, "zone"),
        single=_single(state, space, outcome),
        closest=_closest(state.text, space, outcome, [ready & good for good in acceptable(space, red)]),
        front=tuple(map(tuple, np.unique(space.values[front], axis=0).tolist())),
    )


def _single(state: State, space: Space, outcome: int) -> tuple[Change, ...]:
    """Single changes that help one and hurt none. A level that is somebody's red line hurts."""
    red = [
        [any(spec.red[issue][level] for spec in state.setting.seat_specs) for level in range(size)]
        for issue, size in enumerate(space.sizes)
    ]
    steps = single_steps(space, outcome, red)
    return tuple(Change(step.issue, state.text[step.issue], step.option, step.gains) for step in steps)


def _closest(text: Sequence[int], space: Space, outcome: int, acceptable: Sequence[Flags]) -> tuple[Closest, ...]:
    found = []
    for seat, deal in enumerate(nearest(space, outcome, acceptable)):
        if deal is None:
            found.append(Closest(seat, None, (), 0))
            continue
        there = space.text(deal)
        changed = tuple(issue for issue, level in enumerate(there) if level != max(0, text[issue]))
        shown: Text = tuple(level if issue in changed else text[issue] for issue, level in enumerate(there))
        found.append(Closest(seat, shown, changed, space.surplus(deal)[seat]))
    return tuple(found)
