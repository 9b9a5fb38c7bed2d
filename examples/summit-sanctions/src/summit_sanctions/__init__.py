"""Sanctions: a complete rule module of another package. Its rules stand in `rules.md` beside this file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from summit_game.engine.actions import Action
from summit_game.engine.module import Line, Message, RuleModule
from summit_game.engine.refusal import Refusal
from summit_game.engine.setting import SUPPORT, TENSION, TRUST
from summit_game.engine.verbs import Arg, Kind, Verb
from summit_game.rules.params import Params

if TYPE_CHECKING:
    from summit_game.engine.board import Board
    from summit_game.engine.ops import Ops
    from summit_game.engine.setting import Setting
    from summit_game.engine.view import View

NOBODY = -1


class Sanctions(RuleModule):
    """Slice: for each seat the seat that is under its sanctions, or -1; then for each the round of its last lifting."""

    id = "sanctions"
    version = "1.0"
    clauses = ("SA1", "SA2", "SA3", "SA4")
    verbs = (
        Verb("impose", (Arg(Kind.SEAT),), "SA1", asks_twice=True),
        Verb("lift", (Arg(Kind.SEAT),), "SA3"),
    )

    class Params(Params):
        support: int = Field(1, ge=0, description="Support that new sanctions cost.")
        tension: int = Field(1, ge=0, description="Tension that new sanctions bring.")
        trust: int = Field(1, ge=0, description="Trust that lifting brings.")
        cost: int = Field(2, ge=0, description="Points that sanctions cost the delegation under them at the end.")
        own_cost: int = Field(1, ge=0, description="Points that they cost the delegation that imposed them.")

    def slice_start(self, setting: Setting) -> list[int]:
        seats = len(setting.seats)
        return [NOBODY] * seats + [0] * seats

    def target(self, board: Board, seat: int) -> int:
        """Who is under the sanctions of a seat, or -1."""
        return board.slices[self.index][seat]

    def lifted(self, board: Board, seat: int) -> int:
        """The round in which a seat last lifted its sanctions, 0 for never."""
        return board.slices[self.index][len(board.setting.seats) + seat]

    def floor_menu(self, board: Board, seat: int) -> tuple[Action, ...]:
        """SA1 and SA3."""
        target = self.target(board, seat)
        if target != NOBODY:
            return (self.action("lift", target),)
        if self.lifted(board, seat) == board.round:
            return ()
        side = board.setting.side_of
        return tuple(self.action("impose", each) for each in board.setting.seats if side[each] != side[seat])

    def explain(self, board: Board, seat: int, action: Action) -> Refusal | None:
        target, name = self.target(board, seat), board.setting.seat_specs
        if action == self.action("lift", action.args[-1]):
            return Refusal("SA3", "sanctions-none-in-force")
        if target != NOBODY:
            return Refusal("SA1", "sanctions-still-in-force", {"seat": name[target].name})
        if self.lifted(board, seat) == board.round:
            return Refusal("SA3", "sanctions-just-lifted")
        return Refusal("SA1", "sanctions-own-side")

    def acts(self, ops: Ops, seat: int, action: Action) -> None:
        """SA2 and SA3."""
        target = action.args[-1]
        if action == self.action("lift", target):
            ops.set_slice(self.index, seat, NOBODY)
            ops.set_slice(self.index, len(ops.state.setting.seats) + seat, ops.state.round)
            ops.move_track(TRUST, self.params.trust, "SA3")
        else:
            ops.set_slice(self.index, seat, target)
            ops.move_seat_track(SUPPORT, target, -self.params.support, "SA2")
            ops.move_track(TENSION, self.params.tension, "SA2")

    def worth(self, view: View, action: Action) -> int:
        """Scripted bots answer an objection to their own package with sanctions, and lift them in the last round."""
        target = action.args[-1]
        if action == self.action("lift", target):
            return self.params.own_cost * (view.round == view.setting.options.rounds)
        objected = [each for each in view.record if each.tabler == view.seat and not each.passed]
        calm = view.tracks[TENSION] + 3 < view.setting.tracks[TENSION].high
        return 3 if calm and objected and target in objected[-1].objectors else 0

    def score_lines(self, board: Board, seat: int) -> list[Line]:
        """SA4."""
        under = sum(self.target(board, each) == seat for each in board.setting.seats)
        lines = [Line.of("sanctions-line-under", -self.params.cost * under, self.id, count=under)] if under else []
        if self.target(board, seat) != NOBODY:
            lines.append(Line.of("sanctions-line-imposed", -self.params.own_cost, self.id))
        return lines

    def status(self, board: Board) -> list[Message]:
        """SA1: sanctions are public."""
        specs = board.setting.seat_specs
        pairs = [(seat, self.target(board, seat)) for seat in board.setting.seats]
        return [
            Message("sanctions-status", {"by": specs[by].name, "on": specs[on].name})
            for by, on in pairs
            if on != NOBODY
        ]
