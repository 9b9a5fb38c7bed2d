"""The deals that were possible at a table, counted exactly with the briefs that were dealt (R8.8)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import prod

import numpy as np

from summit_game.debrief.front import pareto
from summit_game.debrief.model import Change, Closest, Deal, Deals, Text
from summit_game.debrief.solutions import (
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
from summit_game.debrief.space import MAX_CELLS, Flags, Space
from summit_game.engine.queries import decisive
from summit_game.engine.scoring import Holding, holding
from summit_game.engine.setting import Setting
from summit_game.engine.state import State

MAX_TEXTS = 1_000_000
"""A deck with more possible texts is not enumerated."""

NAMED: tuple[tuple[str, str, Callable[[Space, Flags], Pick | None]], ...] = (
    (
        "Nash product",
        "Of the texts in the zone of agreement, the one with the largest product of surplus plus one (R8.8).",
        lambda space, zone: nash(space, zone, plus=1),
    ),
    (
        "Kalai-Smorodinsky",
        "Of the texts in the zone of agreement, the one whose smallest share is largest; a delegation's share is its "
        "surplus divided by the largest surplus that it has in the zone.",
        kalai_smorodinsky,
    ),
    (
        "Largest sum",
        "Of the texts in the zone of agreement, the one worth most to all delegations together.",
        largest_sum,
    ),
    (
        "Largest smallest surplus",
        "Of the texts in the zone of agreement, the one that gives most to whoever gains least.",
        egalitarian,
    ),
)


def possible(state: State) -> Deals | None:
    """Everything about the deals that existed, beside the text as it stands; None above `MAX_TEXTS` texts."""
    setting = state.setting
    texts = prod(issue.levels for issue in setting.issues)
    if texts > MAX_TEXTS or texts * len(setting.seats) > MAX_CELLS:
        return None
    held = [holding(state, seat) for seat in setting.seats]
    space = space_of(held)
    ready = signable(setting, space)
    lines = [space.any_of(setting.seat_specs[seat].red) for seat in setting.seats]
    willing = [space.accepted_by(seat) & ~lines[seat] for seat in setting.seats]
    zone = ready & np.logical_and.reduce(willing)
    front = pareto(space)
    outcome = space.number([max(0, level) for level in state.text])
    values = space.value(outcome)
    beaten_by = dominating(space, values)
    picks = ((name, definition, pick(space, zone)) for name, definition, pick in NAMED)
    return Deals(
        texts=texts,
        signable=int(ready.sum()),
        zone=int(zone.sum()),
        zone_minus_one=int((ready & _passes(state, space, willing)).sum()),
        pareto=int(front.sum()),
        pareto_in_zone=int((front & zone).sum()),
        best=tuple(int(row.max()) for row in space.by_party),
        walk_away=space.thresholds,
        outcome=Deal("Text at the end", "", tuple(state.text), values, space.surplus(outcome)),
        on_front=beaten_by == 0,
        distance=distance(space, values),
        dominating=beaten_by,
        named=tuple(
            Deal(name, definition, space.text(pick.deal), space.value(pick.deal), space.surplus(pick.deal), pick.ties)
            for name, definition, pick in picks
            if pick is not None
        ),
        single=_single(state, space, outcome),
        closest=_closest(state.text, space, outcome, [ready & good for good in willing]),
        front=tuple(map(tuple, np.unique(space.values[front], axis=0).tolist())),
    )


def space_of(held: Sequence[Holding]) -> Space:
    """The texts with what they are worth by these briefs; the thresholds are the no-deal values at the start (R8.4)."""
    return Space([each.brief.values for each in held], [each.reservation for each in held])


def signable(setting: Setting, space: Space) -> Flags:
    """The texts with enough agreed issues and a core issue (R7.1). What depends on the moment is left out: the text
    that failed ratification last, and conditions of rule modules such as R14.3."""
    levels = [range(size) for size in space.sizes]
    ready = space.total([[int(level > 0) for level in row] for row in levels]) >= setting.options.min_issues
    if setting.options.need_core:
        cores = [issue.core for issue in setting.issues]
        ready &= space.any_of([[core and level > 0 for level in row] for core, row in zip(cores, levels, strict=True)])
    return ready


def _passes(state: State, space: Space, willing: Sequence[Flags]) -> Flags:
    """The texts that those who are not willing could not stop (R4.2 to R4.4)."""
    against = np.zeros(space.deals, np.int64)
    stopped = np.zeros(space.deals, np.bool_)
    for seat, good in enumerate(willing):
        against += ~good
        stopped |= ~good & _decisive(state, seat, space)
    return (against <= state.setting.options.slack) & ~stopped


def _decisive(state: State, seat: int, space: Space) -> Flags:
    """The texts that an objection of this seat alone stops. Each agreed level can be asked about by itself, because a
    seat is decisive on a text if it is so as a principal, or on one of its levels."""
    if decisive(state, seat, ()):
        return np.ones(space.deals, np.bool_)
    return space.any_of(
        [
            [level > 0 and decisive(state, seat, ((issue, level),)) for level in range(size)]
            for issue, size in enumerate(space.sizes)
        ]
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
