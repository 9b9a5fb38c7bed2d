"""Alliance (R18): the unity of one side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pydantic import Field

from summit_game.engine.module import Names, RuleModule
from summit_game.rules.params import DelegationId, Params, SideId

if TYPE_CHECKING:
    from summit_game.engine.board import Board
    from summit_game.engine.ops import Ops
    from summit_game.engine.setting import Setting

_LOST, _SAFE = 2, 9
_BROKEN = 0
"""Slice: 1 once silence was broken in this round."""


class Alliance(RuleModule):
    """What breaking silence against the own side costs, and how unity recovers; score lines stand in the deck."""

    id = "alliance"
    version = "2"
    clauses = ("R18.0", "R18.1", "R18.2", "R18.3", "R18.4", "R18.5")
    tracks = ("cohesion",)

    class Params(Params):
        side: SideId
        members: tuple[DelegationId, ...] = Field((), description="Its members (R18.0); without them the whole side.")
        broken: int = Field(1, ge=0)
        overruled: int = Field(1, ge=0)
        recover: int = Field(1, ge=0)
        recover_to: int = Field(7, ge=0)
        absent: int = Field(2, ge=0)

    def __init__(self, params: Params, names: Names) -> None:
        super().__init__(params, names)
        self.side = names.sides[params.side]
        self.cohesion = names.tracks["cohesion"]
        self.members = frozenset(names.seats[each] for each in params.members if each in names.seats)

    def member(self, board: Board, seat: int) -> bool:
        """Whether the delegation belongs to the alliance (R18.0)."""
        return seat in self.members if self.params.members else board.setting.side_of[seat] == self.side

    def strained(self, board: Board) -> bool:
        """Whether cohesion stands where one more objection counts: between 3 and 8."""
        return _LOST < board.tracks[self.cohesion] < _SAFE

    def slice_start(self, setting: Setting) -> list[int]:
        return [0]

    def round_begins(self, ops: Ops) -> None:
        ops.set_slice(self.index, _BROKEN, 0)

    def on_votes(self, ops: Ops, objectors: Sequence[int], adopted: bool) -> None:
        """R18.1."""
        state, package = ops.state, ops.state.package
        assert package is not None
        if state.slices[self.index][_BROKEN] or not self.member(state, package.tabler):
            return
        if any(self.member(state, seat) for seat in objectors):
            ops.set_slice(self.index, _BROKEN, 1)
            ops.move_track(self.cohesion, -self.params.broken, "R18.1")

    def on_adopt(self, ops: Ops, objectors: Sequence[int]) -> None:
        """R18.2."""
        if any(self.member(ops.state, seat) for seat in objectors):
            ops.move_track(self.cohesion, -self.params.overruled, "R18.2")

    def check_promises(self, ops: Ops) -> None:
        """R18.3: unity recovers in the first step of the Reckoning."""
        state = ops.state
        if not state.slices[self.index][_BROKEN] and state.tracks[self.cohesion] < self.params.recover_to:
            ops.move_track(self.cohesion, self.params.recover, "R18.3")

    def on_force(self, ops: Ops, absent: Sequence[int]) -> None:
        """R18.4."""
        if absent:
            ops.move_track(self.cohesion, -self.params.absent, "R18.4")
