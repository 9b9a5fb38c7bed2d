"""Transparency (R14): monitors, verification, and what it takes before a treaty may be signed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from summit_game.engine.actions import MONITOR, ORDER, Action
from summit_game.engine.board import POSTURE
from summit_game.engine.events import MonitorPlaced, OrderVoid
from summit_game.engine.module import Message, Names, RuleModule
from summit_game.engine.refusal import Refusal
from summit_game.engine.setting import TRUST
from summit_game.engine.verbs import Arg, Kind, Needs, Verb
from summit_game.rules.params import IssueId, LevelOfKey, Params

if TYPE_CHECKING:
    from summit_game.engine.board import Board
    from summit_game.engine.ops import Ops


class Transparency(RuleModule):
    """The MONITOR order, the verification count and the test of trust before signing."""

    id = "transparency"
    clauses = ("R14.1", "R14.2", "R14.3", "R14.4", "R14.5")
    verbs = (
        Verb(
            "order monitor", (Arg(Kind.ZONE),), "R14.1", code=(ORDER, MONITOR), phases=(POSTURE,), needs=Needs.MONITORS
        ),
    )

    class Params(Params):
        points: dict[IssueId, LevelOfKey] = Field(
            description="Level from which the issue counts one verification point."
        )
        commit: int = Field(4, ge=0, description="Trust plus verification that a treaty needs.")
        monitors_max: int = Field(2, ge=0)
        monitor_relief: int = Field(1, ge=0)
        standoff_issue: IssueId
        standoff: int = Field(1, ge=0)

    def __init__(self, params: Params, names: Names) -> None:
        super().__init__(params, names)
        self.points = [(names.issues[issue], level) for issue, level in params.points.items()]
        self.standoff_issue = names.issues[params.standoff_issue]
        self.monitors_max, self.commit = params.monitors_max, params.commit

    def verification(self, board: Board) -> int:
        """R14.2."""
        return sum(board.text[issue] >= level for issue, level in self.points) + sum(board.monitors)

    def not_ready(self, board: Board) -> Refusal | None:
        """R14.3."""
        trust, points, need = board.tracks[TRUST], self.verification(board), self.commit
        if trust + points >= need:
            return None
        return Refusal(
            "R14.3",
            "too-little-trust",
            {"trust": trust, "points": points, "number": trust + points, "need": need},
        )

    def status(self, board: Board) -> list[Message]:
        trust, points = board.tracks[TRUST], self.verification(board)
        values: dict[str, object] = {
            "trust": trust,
            "points": points,
            "sum": trust + points,
            "need": self.commit,
        }
        return [Message("status-commit", values)]

    def order_kinds(self, board: Board, seat: int, zone: int) -> tuple[int, ...]:
        """R14.1."""
        if not board.setting.seat_specs[seat].monitors or board.monitors[zone]:
            return ()
        return (MONITOR,) if sum(board.monitors) < self.monitors_max else ()

    def explain(self, board: Board, seat: int, action: Action) -> Refusal | None:
        if not board.setting.seat_specs[seat].monitors:
            return Refusal("R14.1", "places-no-monitors")
        if board.monitors[action.args[1]]:
            return Refusal("R14.1", "monitor-stands-there", {"zones": board.setting.zones[action.args[1]]})
        return Refusal("R14.1", "enough-monitors", {"monitors-max": self.monitors_max})

    def resolve_order(self, ops: Ops, seat: int, kind: int, zone: int) -> int:
        """R14.1."""
        if ops.state.monitors[zone] or sum(ops.state.monitors) >= self.monitors_max:
            ops.record(OrderVoid(seat, kind, zone))
        else:
            ops.record(MonitorPlaced(seat, zone))
        return 0

    def incident_relief(self, board: Board, zone: int) -> int:
        """R14.4."""
        return self.params.monitor_relief if board.monitors[zone] else 0

    def standoff_relief(self, board: Board) -> int:
        """R14.5."""
        return self.params.standoff if board.text[self.standoff_issue] >= 1 else 0
