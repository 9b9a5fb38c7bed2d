"""Posture (R5) and Reckoning (R6)."""

from __future__ import annotations

from summit_game.engine import actions as a
from summit_game.engine import events as ev
from summit_game.engine.formula import clamp
from summit_game.engine.ops import Ops
from summit_game.engine.queries import is_armed
from summit_game.engine.setting import MINUS, PLUS, SUPPORT, TENSION, TRUST


def call_orders(ops: Ops) -> None:
    """Every delegation writes its orders (R5.1)."""
    ops.record(ev.OrdersCalled(tuple(ops.state.turn_order())))


def give_order(ops: Ops, seat: int, args: tuple[int, ...]) -> None:
    """One secret order (R5.2). A delegation is done when it has given all of its orders."""
    state = ops.state
    given = len(state.own[seat].orders) + 1
    zone = args[1] if len(args) > 1 else -1
    ops.record(ev.OrderGiven(seat, args[0], zone, given == state.setting.seat_specs[seat].orders))


def resolve(ops: Ops) -> None:
    """Reveal and carry out all orders, then move tension, trust and support (R5.5 to R5.8)."""
    state = ops.state
    setting = state.setting
    ops.record(ev.OrdersShown(tuple(tuple(own.orders) for own in state.own)))
    signs = [0, 0]
    for seat in setting.seats:
        for kind, zone in state.orders_shown[seat]:
            sign = _carry_out(ops, seat, kind, zone)
            if sign:
                signs[setting.side_of[seat]] += sign
    plus, minus = clamp(signs[PLUS], -1, 1), clamp(signs[MINUS], -1, 1)
    if plus + minus:
        ops.move_track(TENSION, plus + minus, "R5.6")
    if plus and minus:
        ops.move_track(TRUST, 1 if plus == minus == -1 else -1, "R5.7")
    for seat in setting.seats:
        if is_armed(state, seat) and any(kind == a.DRAW for kind, _ in state.orders_shown[seat]):
            other = minus if setting.side_of[seat] == PLUS else plus
            if other > 0:
                ops.move_seat_track(SUPPORT, seat, -1, "R5.8")


def _carry_out(ops: Ops, seat: int, kind: int, zone: int) -> int:
    """Carry out one order; the sign it counts for its side (R5.5, R5.6)."""
    if kind == a.HOLD:
        return 0
    if kind in (a.BUILD, a.DRAW):
        sign = 1 if kind == a.BUILD else -1
        if ops.move_units(ops.state.setting.side_of[seat], zone, sign, "R5.3"):
            return sign
        ops.record(ev.OrderVoid(seat, kind, zone))
        return 0
    owner = ops.state.rules.owner(a.Action(a.ORDER, (kind, zone)))
    return owner.resolve_order(ops, seat, kind, zone) if owner else 0


def reckon(ops: Ops) -> None:
    """Promises and cohesion, pending steps, then stand-off and brink (R6.1)."""
    state = ops.state
    ops.record(ev.ReckoningBegan(state.round))
    for hook in state.rules.hooks.check_promises:
        hook(ops)
    for seat in state.setting.seats:
        if 0 < state.step_markers[seat] < state.round:
            ops.record(ev.StepLapsed(seat))
            ops.move_seat_track(SUPPORT, seat, -1, "R6.2")
    for hook in state.rules.hooks.settle:
        hook(ops)
