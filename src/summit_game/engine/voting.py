"""Votes, adoption, signing and ratification (R4, R7)."""

from __future__ import annotations

from collections.abc import Sequence

from summit_game.engine import events as ev
from summit_game.engine.amendment import call_reasons
from summit_game.engine.board import NOBODY
from summit_game.engine.ops import Ops
from summit_game.engine.queries import agreed, objections_fail, reopens
from summit_game.engine.setting import TRUST


def cast(ops: Ops, seat: int, objects: bool) -> None:
    """A secret answer (R4.1)."""
    ops.record(ev.VoteGiven(seat, ev.OBJECTS if objects else ev.CONSENTS))


def _objectors(ops: Ops) -> tuple[int, ...]:
    state = ops.state
    return tuple(seat for seat in state.setting.seats if state.own[seat].vote == ev.OBJECTS)


def resolve_package(ops: Ops) -> None:
    """Show the votes and adopt the package or take it off the table (R4.1 to R4.7)."""
    state, package = ops.state, ops.state.package
    assert package is not None
    objectors = _objectors(ops)
    passes = objections_fail(state, package.changes, objectors)
    ops.record(ev.VotesShown(objectors, passes))
    for hook in state.rules.hooks.on_votes:
        hook(ops, objectors, passes)
    if not passes:
        if not call_reasons(ops, objectors):
            ops.record(ev.PackageFailed(package.tabler))
        return
    for settle in (*state.rules.hooks.on_consent, *state.rules.hooks.on_adopt):
        settle(ops, objectors)
    reopened = reopens(state, package.changes)
    first = not state.adopted_in_round
    for card in package.concessions:
        ops.record(ev.CardSpent(package.tabler, ev.CONCESSION, card))
    ops.record(ev.PackageAdopted(package.tabler, package.changes, reopened))
    if first and not reopened:
        ops.move_track(TRUST, 1, "R4.6")
    elif reopened and not first:
        ops.move_track(TRUST, -1, "R4.6")


def put_final_question(ops: Ops) -> None:
    """The Final Session: every delegation votes on the text as it stands (R7.5)."""
    ops.record(ev.QuestionPut(NOBODY, tuple(ops.state.turn_order())))


def resolve_signing(ops: Ops) -> None:
    """Show the signing votes; if enough sign, the capitals vote (R7.2 to R7.4)."""
    state = ops.state
    treaty = agreed(state)
    objectors = _objectors(ops)
    passes = objections_fail(state, treaty, objectors)
    ops.record(ev.VotesShown(objectors, passes))
    if not passes:
        ops.record(ev.SigningFailed(barred=False))
        call_reopening(ops, objectors)
        return
    signatories = tuple(seat for seat in state.turn_order() if seat not in objectors)
    if state.rules.hooks.ratify:
        ops.record(ev.CapitalsCalled(signatories, objectors))
    else:
        conclude(ops, objectors)


def next_capital(ops: Ops) -> None:
    """The next capital votes; after the last, the treaty is in force or has failed (R7.3, R7.4, R15.5)."""
    state = ops.state
    assert state.capitals is not None
    if not state.capitals.left:
        conclude(ops, state.capitals.absent)
        return
    seat = state.capitals.left[0]
    failed = [each for hook in state.rules.hooks.ratify for each in hook(ops, (seat,))]
    if state.hesitation is None:
        ops.record(ev.CapitalAnswered(seat, seat not in failed))


def conclude(ops: Ops, absent: Sequence[int]) -> None:
    """The treaty enters into force without the absent, or fails (R7.3, R7.4)."""
    state = ops.state
    absent = sorted(absent)
    if objections_fail(state, agreed(state), absent):
        for hook in state.rules.hooks.on_force:
            hook(ops, absent)
        ops.record(ev.TreatyInForce(tuple(absent)))
        return
    ops.move_track(TRUST, -1, "R7.4")
    ops.record(ev.SigningFailed(barred=True))
    call_reopening(ops, absent)


def call_reopening(ops: Ops, absent: Sequence[int]) -> None:
    """Whoever did not sign or ratify names an agreed issue, where the table plays so (R7.4a)."""
    state = ops.state
    if state.setting.options.reopening and agreed(state):
        ops.record(ev.ReopeningCalled(tuple(seat for seat in state.turn_order() if seat in absent)))


def ask_step(ops: Ops, seat: int, issue: int, level: int) -> None:
    """A hesitating delegation asks for one level; all others answer on the whole text (R15.5a)."""
    voters = tuple(other for other in ops.state.turn_order() if other != seat)
    ops.record(ev.StepAsked(seat, issue, level, voters))


def resolve_step(ops: Ops) -> None:
    """Show the answers to a step that was asked for; if it passes the level is written (R15.5a)."""
    state = ops.state
    assert state.package is not None
    seat = state.package.tabler
    treaty = tuple({**dict(agreed(state)), **dict(state.package.changes)}.items())
    objectors = _objectors(ops)
    passes = objections_fail(state, treaty, objectors)
    ops.record(ev.VotesShown(objectors, passes))
    ops.record(ev.StepAnswered(seat, passes))
    for hook in state.rules.hooks.step_answered:
        hook(ops, seat)
