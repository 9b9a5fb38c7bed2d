"""What the own secret goal adds, now and after something that is only thought of."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy

from summit_game.engine.board import NOBODY
from summit_game.engine.formula import evaluate
from summit_game.engine.view import View


def goal_points(view: View, text: Sequence[int] | None = None, adopts: int = NOBODY, treaty: bool = True) -> int:
    """What the goal of the seat of the view adds to its result, in points (R8.5); 0 if it is not met or there is none.

    The table stays as it is but for `text`, which would be the treaty; `adopts`, the seat that would have one more
    package adopted; and whether a `treaty` would be in force.
    """
    goal = view.held.goal
    if goal is None:
        return 0
    thought = copy(view)
    thought.text = tuple(view.text if text is None else text)
    thought.adopted = tuple(count + (seat == adopts) for seat, count in enumerate(view.adopted))
    thought.in_force = treaty
    return view.setting.options.goal_worth * bool(evaluate(goal.test, thought))
