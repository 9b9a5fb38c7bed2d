"""Carrying out floor actions (R3). Legality is settled before: `summit_game.engine.refuse`."""

from __future__ import annotations

from summit_game.engine import actions as a
from summit_game.engine import events as ev
from summit_game.engine.actions import Action
from summit_game.engine.board import NOBODY, Changes
from summit_game.engine.effects import apply_effects
from summit_game.engine.ops import Ops
from summit_game.engine.queries import is_armed
from summit_game.engine.setting import SUPPORT, TENSION, TRUST, Setting
from summit_game.engine.setup import draw_proposals


def package_changes(setting: Setting, action: Action) -> Changes:
    """The (issue, level) pairs that a package or non-paper would write, the asked one first."""
    if action.verb == a.NONPAPER:
        return ((action.args[0], action.args[1]),)
    asked = setting.proposals[action.args[0]]
    given = [setting.concessions[card] for card in action.args[1:]]
    return ((asked.issue, asked.level), *((card.issue, card.level) for card in given))


def perform(ops: Ops, seat: int, action: Action) -> None:
    """Carry out a legal floor action."""
    ops.record(ev.Acted(seat, action))
    verb, args = action
    if verb in (a.TABLE, a.NONPAPER):
        _table(ops, seat, action)
    elif verb == a.STEP:
        _step(ops, seat, args[0])
    elif verb == a.PRESS:
        ops.record(ev.CardSpent(seat, ev.PRESSURE_CARD, args[0]))
        card = ops.state.setting.pressure[args[0]]
        apply_effects(ops, card.effects, seat, card.id)
    elif verb == a.CONSULT:
        _consult(ops, seat, args)
    elif verb == a.SIGN:
        ops.record(ev.QuestionPut(seat, tuple(other for other in ops.state.turn_order() if other != seat)))
    elif verb != a.PASS:
        owner = ops.state.rules.owner(action)
        if owner is not None:
            owner.acts(ops, seat, action)


def _table(ops: Ops, seat: int, action: Action) -> None:
    """Discard the Proposals and put the package to the vote (R3.2 to R3.4)."""
    state = ops.state
    proposals = action.args[2:] if action.verb == a.NONPAPER else action.args[:1]
    concessions = () if action.verb == a.NONPAPER else action.args[1:]
    ops.record(ev.CardsDiscarded(seat, proposals))
    voters = tuple(other for other in state.turn_order() if other != seat)
    changes = package_changes(state.setting, action)
    ops.record(ev.PackageTabled(seat, changes, proposals, concessions, voters))


def _step(ops: Ops, seat: int, card: int) -> None:
    """A unilateral step: it answers the oldest pending step of the other side, or waits for an answer (R3.6)."""
    state = ops.state
    ops.record(ev.CardSpent(seat, ev.CONCESSION, card))
    ops.move_track(TENSION, -1, "R3.6")
    side = state.setting.side_of[seat]
    waiting = [
        (state.step_markers[other], other)
        for other in state.setting.seats
        if state.step_markers[other] and is_armed(state, other) and state.setting.side_of[other] != side
    ]
    if not waiting or not is_armed(state, seat):
        ops.record(ev.Stepped(seat, NOBODY))
        return
    _, answered = min(waiting)
    ops.record(ev.Stepped(seat, answered))
    ops.move_seat_track(SUPPORT, answered, 1, "R3.6")
    ops.move_track(TRUST, 1, "R3.6")


def _consult(ops: Ops, seat: int, laid: tuple[int, ...]) -> None:
    for hook in ops.state.rules.hooks.consulted:
        hook(ops, seat)
    if laid:
        ops.record(ev.CardsDiscarded(seat, laid))
        draw_proposals(ops, seat, len(laid))
