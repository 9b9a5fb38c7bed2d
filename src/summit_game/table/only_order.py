"""The order that leaves nothing to decide: the table gives it for a person (R9.10).

Only a withdrawal that R5.4 forces, and only if there is one: units, caps and initiative say so to everybody, whatever
was ordered before. Any other lone choice may come from what is secret (a hand, an order given), and to go on past it
would tell.
"""

from __future__ import annotations

from summit_game.engine.actions import DRAW, Action
from summit_game.engine.board import POSTURE
from summit_game.engine.view import View


def only_order(seen: View) -> Action | None:
    """The one withdrawal that the seat may order now; None if it has a choice, or is asked for something else."""
    if seen.phase != POSTURE:
        return None
    legal = seen.legal()
    return legal[0] if len(legal) == 1 and legal[0].args[0] == DRAW else None
