"""Consultations (R13): channels that calm."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from summit_game.engine.module import Names, RuleModule
from summit_game.engine.setting import MINUS, PLUS, TENSION
from summit_game.rules.params import IssueId, Level, Params

if TYPE_CHECKING:
    from summit_game.engine.board import Board
    from summit_game.engine.ops import Ops
    from summit_game.engine.setting import Setting


class Consultations(RuleModule):
    """Consulting on both sides, milder incidents, a lower stand-off; its fit lines stand in the deck."""

    id = "consultations"
    version = "2"
    clauses = ("R13.1", "R13.2", "R13.3", "R13.4")

    class Params(Params):
        issue: IssueId
        from_level: Level = Field(1, ge=1)
        consult_tension: int = Field(1, ge=0)
        incident_relief: int = Field(1, ge=0)
        standoff: int = Field(1, ge=0)

    def __init__(self, params: Params, names: Names) -> None:
        super().__init__(params, names)
        self.issue = names.issues[params.issue]
        self.from_level = params.from_level

    def slice_start(self, setting: Setting) -> list[int]:
        """For each armed side: 1 once one of its delegations has consulted in this round."""
        return [0, 0]

    def _open(self, board: Board) -> bool:
        return board.text[self.issue] >= self.from_level

    def consulted_by(self, board: Board, side: int) -> bool:
        """Whether an armed side has consulted in this round."""
        return bool(board.slices[self.index][side])

    def round_begins(self, ops: Ops) -> None:
        for side in (PLUS, MINUS):
            ops.set_slice(self.index, side, 0)

    def consulted(self, ops: Ops, seat: int) -> None:
        """R13.1: relief comes when the second of the two sides consults."""
        side = ops.state.setting.side_of[seat]
        consulted = ops.state.slices[self.index]
        if side not in (PLUS, MINUS) or consulted[side]:
            return
        ops.set_slice(self.index, side, 1)
        if consulted[PLUS] and consulted[MINUS] and self._open(ops.state):
            ops.move_track(TENSION, -self.params.consult_tension, "R13.1")

    def incident_relief(self, board: Board, zone: int) -> int:
        """R13.2."""
        return self.params.incident_relief if self._open(board) else 0

    def standoff_relief(self, board: Board) -> int:
        """R13.3."""
        return self.params.standoff if self._open(board) else 0
