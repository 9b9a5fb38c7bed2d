"""Operations of cards: a closed list (R2.6). `summit_game.deck.effects` makes them from the deck's text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from summit_game.engine.formula import evaluate

if TYPE_CHECKING:
    from summit_game.engine.ops import Ops

Effect = tuple[Any, ...]

(MOVE_TRACK, MOVE_SEAT, MOVE_UNIT, INCIDENT, IF) = range(5)
SELF, ALL = -1, -2
"""Who `MOVE_SEAT` means besides a seat number: the seat that plays the card, or all seats."""


def apply_effects(ops: Ops, effects: tuple[Effect, ...], seat: int, cause: str) -> None:
    """Carry out operations in order. `seat` plays the card (-1: nobody, it is news); `cause` is the card's id."""
    state = ops.state
    for effect in effects:
        kind = effect[0]
        if kind == MOVE_TRACK:
            ops.move_track(effect[1], effect[2], cause)
        elif kind == MOVE_SEAT:
            who = state.setting.seats if effect[2] == ALL else (seat if effect[2] == SELF else effect[2],)
            for each in who:
                ops.move_seat_track(effect[1], each, effect[3], cause)
        elif kind == MOVE_UNIT:
            ops.move_units(effect[1], effect[2], effect[3], cause)
        elif kind == INCIDENT:
            for hook in state.rules.hooks.incident:
                hook(ops, effect[1], cause)
        elif evaluate(effect[1], state):
            apply_effects(ops, effect[2], seat, cause)
        else:
            apply_effects(ops, effect[3], seat, cause)


def aimed(effects: tuple[Effect, ...], seat: int) -> tuple[Effect, ...]:
    """The same operations with `seat` in place of "all delegations" and of "self" (R9.6)."""
    result: list[Effect] = []
    for effect in effects:
        if effect[0] == MOVE_SEAT and effect[2] in (SELF, ALL):
            effect = (MOVE_SEAT, effect[1], seat, effect[3])
        elif effect[0] == IF:
            effect = (IF, effect[1], aimed(effect[2], seat), aimed(effect[3], seat))
        result.append(effect)
    return tuple(result)
