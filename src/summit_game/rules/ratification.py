"""Ratification (R15): home reactions, RALLY and pledges, and the vote of the capitals."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pydantic import Field

from summit_game.engine.actions import PLEDGE, RALLY, RALLY_ACTION, Action
from summit_game.engine.board import NOBODY
from summit_game.engine.events import CapitalVoted
from summit_game.engine.module import Message, Names, RuleModule
from summit_game.engine.refusal import Refusal
from summit_game.engine.setting import CREDIBILITY, SUPPORT
from summit_game.engine.verbs import Arg, Kind, Verb
from summit_game.rules.params import Params

if TYPE_CHECKING:
    from summit_game.engine.board import Board, Changes
    from summit_game.engine.ops import Ops
    from summit_game.engine.setting import Setting


class Ratification(RuleModule):
    """Support at home. Slice: per seat 1 if it rallied this round, then per seat its pledges as bits of issues."""

    id = "ratification"
    clauses = ("R15.1", "R15.2", "R15.3", "R15.4", "R15.5", "R15.6")
    tracks = ("support",)
    verbs = (
        Verb("rally", (), "R15.2", code=(RALLY,)),
        Verb("pledge", (Arg(Kind.ISSUE),), "R15.3", asks_twice=True, code=(PLEDGE,)),
    )

    class Params(Params):
        need: int = Field(4, description="Support plus draw, less the red-line penalty, that ratifies.")
        draw: tuple[int, ...] = Field((-2, -1, -1, 0, 1, 2), min_length=6, max_length=6, description="By flash number.")
        red_line: int = Field(3, ge=0)
        loss_max: int = Field(2, ge=0)
        gain_max: int = Field(0, ge=0)
        rally: int = Field(1, ge=0)
        pledge_gain: int = Field(2, ge=0)
        pledge_loss: int = Field(3, ge=0)
        pledge_credibility: int = Field(1, ge=0)

    def __init__(self, params: Params, names: Names) -> None:
        super().__init__(params, names)
        self.seats = len(names.seats)
        self.loss_max, self.gain_max = params.loss_max, params.gain_max
        self.need, self.draw, self.red_line = params.need, params.draw, params.red_line
        self.rally, self.pledge_gain = params.rally, params.pledge_gain
        self.pledge_actions = [Action(PLEDGE, (issue,)) for issue in range(len(names.issues))]

    def slice_start(self, setting: Setting) -> list[int]:
        return [0] * (2 * self.seats)

    def rallied(self, board: Board, seat: int) -> bool:
        """Whether the seat has rallied or pledged in this round."""
        return bool(board.slices[self.index][seat])

    def pledges(self, board: Board, seat: int) -> int:
        """The issues that the seat has pledged, as bits."""
        return board.slices[self.index][self.seats + seat]

    def round_begins(self, ops: Ops) -> None:
        for seat in range(self.seats):
            ops.set_slice(self.index, seat, 0)

    def home_reaction(self, board: Board, seat: int, changes: Changes) -> int:
        """R15.1: gains minus losses against the mandate, never a gain over the whole package."""
        spec = board.setting.seat_specs[seat]
        gain = loss = 0
        for issue, level in changes:
            old = board.text[issue]
            out = spec.out[issue]
            before, after = out[old if old > 0 else 0], out[level]
            if after > before:
                loss += after - before
            elif after < before or (after == 0 and old != level):
                gain += 1
        for hook in board.rules.hooks.home_loss:
            loss += hook(board, seat, changes)
        net = gain - loss
        return -self.loss_max if net < -self.loss_max else self.gain_max if net > self.gain_max else net

    def broken_pledges(self, board: Board, seat: int, changes: Changes) -> tuple[int, ...]:
        """Pledged issues that the changes move further outside the seat's mandate (R15.4)."""
        pledges = self.pledges(board, seat)
        if not pledges:
            return ()
        out = board.setting.seat_specs[seat].out
        return tuple(
            issue
            for issue, level in changes
            if pledges >> issue & 1 and out[issue][level] > out[issue][board.level(issue)]
        )

    def floor_menu(self, board: Board, seat: int) -> tuple[Action, ...]:
        """R15.2 and R15.3."""
        if board.slices[self.index][seat]:
            return ()
        if self._pledge_barred(board, seat) is not None:
            return (RALLY_ACTION,)
        pledges = self.pledges(board, seat)
        return (RALLY_ACTION, *(action for action in self.pledge_actions if not pledges >> action.args[0] & 1))

    def _pledge_barred(self, board: Board, seat: int) -> Refusal | None:
        if board.seat_tracks[CREDIBILITY][seat] < 1:
            return Refusal("R15.3", "pledge-needs-credibility")
        return None

    def explain(self, board: Board, seat: int, action: Action) -> Refusal | None:
        if self.rallied(board, seat):
            return Refusal("R15.2", "has-rallied")
        barred = self._pledge_barred(board, seat)
        if barred is not None:
            return barred
        return Refusal("R15.3", "has-pledged", {"id": board.setting.issues[action.args[0]].id})

    def status(self, board: Board) -> list[Message]:
        """Who has pledged what (R15.3)."""
        lines = []
        for seat, spec in enumerate(board.setting.seat_specs):
            pledges = self.pledges(board, seat)
            named = ", ".join(issue.id for at, issue in enumerate(board.setting.issues) if pledges >> at & 1)
            if named:
                lines.append(Message("status-pledges", {"who": spec.name, "issues": named}))
        return lines

    def acts(self, ops: Ops, seat: int, action: Action) -> None:
        ops.set_slice(self.index, seat, 1)
        if action.verb == RALLY:
            ops.move_seat_track(SUPPORT, seat, self.rally, "R15.2")
        else:
            ops.set_slice(self.index, self.seats + seat, self.pledges(ops.state, seat) | 1 << action.args[0])
            ops.move_seat_track(SUPPORT, seat, self.pledge_gain, "R15.3")

    def on_consent(self, ops: Ops, objectors: Sequence[int]) -> None:
        """R15.1 and R15.4, for every delegation that consents."""
        state, package = ops.state, ops.state.package
        assert package is not None
        consenting = [seat for seat in state.setting.seats if seat not in objectors]
        for seat in consenting:
            reaction = self.home_reaction(state, seat, package.changes)
            if reaction:
                ops.move_seat_track(SUPPORT, seat, reaction, "R15.1")
        for seat in consenting:
            for issue in self.broken_pledges(state, seat, package.changes):
                ops.set_slice(self.index, self.seats + seat, self.pledges(state, seat) & ~(1 << issue))
                ops.move_seat_track(SUPPORT, seat, -self.params.pledge_loss, "R15.4")
                ops.move_seat_track(CREDIBILITY, seat, -self.params.pledge_credibility, "R15.4")

    def ratify(self, ops: Ops, signatories: Sequence[int]) -> list[int]:
        """R15.5."""
        state = ops.state
        purpose = "ratification" if state.asker != NOBODY else "final ratification"
        failed = []
        for seat in signatories:
            draw = self.draw[ops.flash(purpose, seat) - 1]
            penalty = self.red_line if state.setting.touches_red_line(seat, state.text) else 0
            support = state.seat_tracks[SUPPORT][seat]
            ratified = support + draw - penalty >= self.need
            ops.record(CapitalVoted(seat, ratified, support, draw, penalty))
            if not ratified:
                failed.append(seat)
        return failed
