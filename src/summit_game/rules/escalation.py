"""Escalation (R16): the stand-off level, the brink, and what tension and war cost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from summit_game.engine.formula import clamp
from summit_game.engine.module import Line, Message, Names, RuleModule
from summit_game.engine.queries import units_of
from summit_game.engine.setting import MINUS, PLUS, TENSION
from summit_game.rules.params import Params

if TYPE_CHECKING:
    from summit_game.engine.board import Board
    from summit_game.engine.ops import Ops


class Escalation(RuleModule):
    """Tension drifts towards the units on the map; near its end it may become conflict by itself."""

    id = "escalation"
    clauses = ("R16.1", "R16.2", "R16.3", "R16.4")

    class Params(Params):
        rest: tuple[int, int] = Field((4, 8), description="Lowest and highest stand-off level.")
        brink: dict[int, int] = Field({9: 1, 10: 1, 11: 2}, description="Tension -> highest flash number of conflict.")
        brink_from: int = Field(1, ge=1, description="First round at whose end the brink is checked.")
        rivalry_per: int = Field(0, ge=0, description="Points of rivalry for each further step of the level; 0: none.")
        tension_free: int = Field(6, ge=0, description="Tension above this costs fallback now.")

    def __init__(self, params: Params, names: Names) -> None:
        super().__init__(params, names)
        self.rest = params.rest
        self.brink = dict(params.brink)
        self.rivalry = names.tracks.get("rivalry", -1) if params.rivalry_per else -1

    def standoff(self, board: Board) -> int:
        """R16.1: units on the map and rivalry, less what has been agreed, within bounds."""
        units = units_of(board, PLUS) + units_of(board, MINUS)
        if self.rivalry >= 0:
            units += board.tracks[self.rivalry] // self.params.rivalry_per
        relief = sum(hook(board) for hook in board.rules.hooks.standoff_relief)
        return clamp(units - relief, *self.rest)

    def brink_risk(self, board: Board) -> int:
        """Flash numbers out of six that mean conflict at this tension at the end of this round (R16.3)."""
        if board.round < self.params.brink_from:
            return 0
        return self.brink.get(board.tracks[TENSION], 0)

    def status(self, board: Board) -> list[Message]:
        """Where tension drifts, and the risk at the end of this round if nothing changes."""
        lines = [Message("status-standoff", {"level": self.standoff(board)})]
        risk = self.brink_risk(board)
        if risk:
            lines.append(Message("status-brink", {"risk": risk}))
        return lines

    def settle(self, ops: Ops) -> None:
        """R16.2 and R16.3."""
        state = ops.state
        level, now = self.standoff(state), state.tracks[TENSION]
        if level != now:
            ops.move_track(TENSION, 1 if level > now else -1, "R16.2")
        risk = self.brink_risk(state)
        if risk and ops.flash("brink") <= risk:
            ops.conflict("R16.3")

    def no_deal_lines(self, board: Board, seat: int) -> list[Line]:
        """R16.4."""
        over = max(0, board.tracks[TENSION] - self.params.tension_free)
        cost = board.setting.seat_specs[seat].tension * over
        return [Line.of("line-tension", -cost, "tension", tension=board.tracks[TENSION])] if cost else []
