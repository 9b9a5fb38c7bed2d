"""Votes, adoption, signing and ratification (R4, R7)."""

from __future__ import annotations

from collections.abc import Sequence

from summit_game.engine import events as ev
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
        return
    signatories = [seat for seat in state.turn_order() if seat not in objectors]
    absent = sorted([*objectors, *_not_ratified(ops, signatories)])
    if objections_fail(state, treaty, absent):
        for hook in state.rules.hooks.on_force:
            hook(ops, absent)
        ops.record(ev.TreatyInForce(tuple(absent)))
        return
    ops.move_track(TRUST, -1, "R7.4")
    ops.record(ev.SigningFailed(barred=True))


def _not_ratified(ops: Ops, signatories: Sequence[int]) -> list[int]:
    return [seat for hook in ops.state.rules.hooks.ratify for seat in hook(ops, signatories)]
