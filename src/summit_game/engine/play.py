"""Playing: `start` a game, ask what is `legal`, `apply` an action. Everything else follows by itself."""

from __future__ import annotations

from summit_game.engine import actions as a
from summit_game.engine import events as ev
from summit_game.engine.actions import Action
from summit_game.engine.amendment import amend, call_amendment, give_reason
from summit_game.engine.board import (
    AMENDMENT,
    CAPITALS,
    CORRIDOR,
    FINAL,
    FLOOR,
    NOBODY,
    OVER,
    POSTURE,
    REASONS,
    RECKONING,
    REOPENING,
    SETUP,
    SIGNING,
    STEP_VOTE,
    TALK,
    VOTE,
)
from summit_game.engine.effects import aimed, apply_effects
from summit_game.engine.floor import perform
from summit_game.engine.legal import menu
from summit_game.engine.ops import Ended, Ops
from summit_game.engine.posture import call_orders, give_order, reckon, resolve
from summit_game.engine.queries import unsettled
from summit_game.engine.refusal import Refusal, Refused
from summit_game.engine.refuse import why_not
from summit_game.engine.scenarios import ending_of
from summit_game.engine.setting import Game
from summit_game.engine.setup import begin_round, deal, next_speaker
from summit_game.engine.state import State
from summit_game.engine.voting import (
    cast,
    next_capital,
    put_final_question,
    resolve_package,
    resolve_signing,
    resolve_step,
)


def start(game: Game, seed: int) -> tuple[State, list[ev.Event]]:
    """A new game, dealt and waiting for its first decision, with the events so far (R1).

    >>> state, events = start(game, seed=7)
    >>> state.round, state.waiting, len(events) > 0
    (1, [0], True)
    """
    state = State(game, seed)
    ops = Ops(state)
    deal(ops)
    _run(ops)
    return state, ops.events


def legal(state: State, seat: int) -> list[Action]:
    """The actions that `apply` accepts from this seat now, sorted; empty if it is not asked for anything.

    A seat that does not exist has no actions.

    >>> state, _ = start(game, seed=7)
    >>> legal(state, 0)[-1] == a.PASS_ACTION, legal(state, 1), legal(state, 9)
    (True, [], [])
    """
    if not 0 <= seat < len(state.own):
        return []
    return menu(state, state.own[seat], seat)


def refusal(state: State, seat: int, action: Action) -> Refusal | None:
    """Why `apply` would refuse the action, or None."""
    if not 0 <= seat < len(state.own):
        return Refusal("R1.1", "no-such-seat")
    return why_not(state, state.own[seat], seat, action)


def apply(state: State, seat: int, action: Action) -> list[ev.Event]:
    """Take an action and run the game up to the next decision or the end.

    Changes `state` in place and returns the events in order. Raises `Refused`, with the state unchanged, if the
    action is not legal.

    >>> state, _ = start(game, seed=7)
    >>> apply(state, 0, a.PASS_ACTION)
    [Acted(seat=0, action=Action(verb=9, args=())), TurnBegan(pass_number=1, turn=1, seat=1)]
    >>> apply(state, 0, a.PASS_ACTION)
    Traceback (most recent call last):
    summit_game.engine.refusal.Refused: not-your-turn (R3.1)
    """
    refused = refusal(state, seat, action)
    if refused is not None:
        raise Refused(refused)
    ops = Ops(state)
    try:
        _perform(ops, seat, action)
    except Ended:
        _end(ops)
    else:
        _run(ops)
    return ops.events


def inject(state: State, card: int, seat: int = NOBODY) -> list[ev.Event]:
    """The facilitator brings in an event card between two decisions; `seat` aims it at one delegation (R9.6).

    Changes `state` in place and returns the events. Raises `Refused`, with the state unchanged, if the game is over
    or there is no such card or seat.
    """
    if state.phase == OVER:
        raise Refused(Refusal("R9.6", "over-nothing-brought-in"))
    if not 0 <= card < len(state.setting.events) or not NOBODY <= seat < len(state.own):
        raise Refused(Refusal("R9.6", "no-such-card"))
    ops = Ops(state)
    spec = state.setting.events[card]
    try:
        ops.record(ev.CardInjected(card, seat))
        apply_effects(ops, spec.effects if seat == NOBODY else aimed(spec.effects, seat), NOBODY, spec.id)
    except Ended:
        _end(ops)
    return ops.events


MOST_MOVED = 2
"""How far a facilitator may move a track at once (R9.6)."""


def inject_move(state: State, track: int, delta: int, seat: int = NOBODY) -> list[ev.Event]:
    """The facilitator moves a table track, or with `seat` a delegation's track, by at most 2 (R9.6).

    Changes `state` in place and returns the events. Raises `Refused`, with the state unchanged, if it may not.
    """
    if state.phase == OVER:
        raise Refused(Refusal("R9.6", "over-nothing-moved"))
    specs = state.setting.tracks if seat == NOBODY else state.setting.seat_tracks
    if not 0 <= track < len(specs) or not NOBODY <= seat < len(state.own):
        raise Refused(Refusal("R9.6", "no-such-track"))
    if not 0 < abs(delta) <= MOST_MOVED:
        raise Refused(Refusal("R9.6", "track-moved-too-far", {"most-moved": MOST_MOVED}))
    ops = Ops(state)
    try:
        if seat == NOBODY:
            ops.move_track(track, delta, "R9.6")
        else:
            ops.move_seat_track(track, seat, delta, "R9.6")
    except Ended:
        _end(ops)
    return ops.events


def _perform(ops: Ops, seat: int, action: Action) -> None:
    phase = ops.state.phase
    if phase == FLOOR:
        perform(ops, seat, action)
    elif phase == REASONS:
        give_reason(ops, seat, action)
    elif phase == AMENDMENT:
        amend(ops, seat, action)
    elif phase == REOPENING:
        ops.record(ev.IssueReopened(seat, action.args[0]))
    elif phase in (CAPITALS, TALK):
        if (owner := ops.state.rules.owner(action)) is not None:
            owner.acts(ops, seat, action)
    elif phase in (VOTE, SIGNING, FINAL, STEP_VOTE):
        cast(ops, seat, action.verb == a.OBJECT)
    elif phase == POSTURE:
        give_order(ops, seat, action.args)
    else:
        ops.record(ev.Acted(seat, action))
        if action != a.NO_PROMISE_ACTION and (owner := ops.state.rules.owner(action)) is not None:
            owner.promised(ops, seat, action)


def _run(ops: Ops) -> None:
    """Everything that needs no decision, until one is needed or the game is over."""
    state = ops.state
    try:
        while not state.waiting and state.phase != OVER:
            _go_on(ops)
    except Ended:
        _end(ops)


def _go_on(ops: Ops) -> None:
    state = ops.state
    phase = state.phase
    if phase == SETUP:
        begin_round(ops)
    elif phase in (CORRIDOR, FLOOR, TALK):
        _turn_or_posture(ops)
    elif phase == VOTE:
        resolve_package(ops)
        if not state.waiting:
            _turn_or_posture(ops)
    elif phase == REASONS:
        if not call_amendment(ops):
            _package_failed(ops)
    elif phase == AMENDMENT:
        _package_failed(ops)
    elif phase in (SIGNING, FINAL):
        resolve_signing(ops)
        _after_signing(ops)
    elif phase == CAPITALS:
        if state.capitals is not None:
            next_capital(ops)
        _after_signing(ops)
    elif phase == STEP_VOTE:
        resolve_step(ops)
    elif phase == REOPENING:
        _after_signing(ops)
    elif phase == POSTURE:
        resolve(ops)
        reckon(ops)
    elif phase == RECKONING:
        _round_or_final(ops)


def _package_failed(ops: Ops) -> None:
    assert ops.state.package is not None
    ops.record(ev.PackageFailed(ops.state.package.tabler))
    _turn_or_posture(ops)


def _after_signing(ops: Ops) -> None:
    """Once capitals and those who reopen have answered: the end, or play goes on (R7.3 to R7.5)."""
    state = ops.state
    if state.waiting or state.capitals is not None:
        return
    if state.in_force or state.closing:
        _end(ops)
    else:
        _turn_or_posture(ops)


def _turn_or_posture(ops: Ops) -> None:
    if not next_speaker(ops):
        call_orders(ops)


def _round_or_final(ops: Ops) -> None:
    state = ops.state
    if state.round < state.setting.options.rounds:
        begin_round(ops)
    elif unsettled(state) is None:
        put_final_question(ops)
    else:
        _end(ops)


def _end(ops: Ops) -> None:
    """The game is over: which of the four endings it is (R8.2)."""
    ops.record(ev.GameEnded(ending_of(ops.state)))
