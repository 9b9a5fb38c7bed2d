"""Open door (R10): what it costs the taxed side to accept a limit on who may join."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from pydantic import Field

from summit_game.engine.module import ModuleRight, Names, RuleModule
from summit_game.rules.params import IssueId, Level, Params, RightParams, SideId

if TYPE_CHECKING:
    from summit_game.engine.board import Board, Changes
    from summit_game.engine.ops import Ops
    from summit_game.engine.setting import Setting

_CROSSED = 0
"""Slice: 1 once a package that crosses the level has been adopted."""


class OpenDoor(RuleModule):
    """The tax, the protected right, the loss of cohesion and the emboldening of the onlooker."""

    id = "open_door"
    clauses = ("R10.1", "R10.2", "R10.3", "R10.4", "R10.5")

    class Params(Params):
        issue: IssueId
        level: Level = Field(2, ge=1, description="Level from which the door counts as narrowed.")
        tax: int = Field(1, ge=0)
        tax_side: SideId
        cohesion_loss: int = Field(1, ge=0)
        emboldening_level: Level = Field(3, ge=1)
        emboldening_tension: int = Field(7, ge=0)
        emboldening: int = Field(1, ge=0)
        protected: tuple[RightParams, ...] = ()

    def __init__(self, params: Params, names: Names) -> None:
        super().__init__(params, names)
        self.issue = names.issues[params.issue]
        self.level = params.level
        self.tax = params.tax
        self.side = names.sides[params.tax_side]
        self.tension = names.tracks["tension"]
        self.cohesion = names.tracks.get("cohesion")
        self.onlooker = names.tracks.get("onlooker")

    def rights(self) -> tuple[ModuleRight, ...]:
        """R10.2."""
        return tuple(
            ModuleRight(self.names.seats[right.delegation], self.issue, right.from_level, "R10.2", right.reason)
            for right in self.params.protected
            if right.delegation in self.names.seats
        )

    def slice_start(self, setting: Setting) -> list[int]:
        return [0]

    def _crosses(self, board: Board, changes: Changes) -> bool:
        return any(
            issue == self.issue and level >= self.level and board.level(issue) < self.level for issue, level in changes
        )

    def home_loss(self, board: Board, seat: int, changes: Changes) -> int:
        """R10.1."""
        return self.tax if board.setting.side_of[seat] == self.side and self._crosses(board, changes) else 0

    def on_adopt(self, ops: Ops, objectors: Sequence[int]) -> None:
        """R10.3 and R10.4."""
        package = ops.state.package
        assert package is not None
        if self._crosses(ops.state, package.changes) and not ops.state.slices[self.index][_CROSSED]:
            ops.set_slice(self.index, _CROSSED, 1)
            if self.cohesion is not None:
                ops.move_track(self.cohesion, -self.params.cohesion_loss, "R10.3")
        if self.onlooker is not None and self._emboldens(ops.state, package.changes):
            ops.move_track(self.onlooker, self.params.emboldening, "R10.4")

    def _emboldens(self, board: Board, changes: Changes) -> bool:
        params: Any = self.params
        return board.tracks[self.tension] >= params.emboldening_tension and any(
            issue == self.issue and level >= params.emboldening_level for issue, level in changes
        )
