"""Deployment limits (R11): agreed levels cap the units in zones, from adoption on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict, Field

from summit_game.engine.module import Limit, ModuleRight, Names, RuleModule
from summit_game.rules.params import IssueId, IssueRightParams, Level, Params, SideId, ZoneId

if TYPE_CHECKING:
    from summit_game.engine.board import Board


class CapParams(BaseModel):
    """One entry of the cap table: level of the issue -> most units of the side in the zone."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    side: SideId
    zone: ZoneId
    issue: IssueId
    limits: dict[Level, int] = Field(description="Level -> units. A level that is not named leaves the zone's own cap.")


class DeploymentLimits(RuleModule):
    """Caps by agreed levels, and the right of host nations."""

    id = "deployment_limits"
    clauses = ("R11.1", "R11.2", "R11.3")

    class Params(Params):
        caps: tuple[CapParams, ...]
        host_rights: tuple[IssueRightParams, ...] = ()

    def __init__(self, params: Params, names: Names) -> None:
        super().__init__(params, names)
        table: dict[tuple[int, int], list[tuple[int, dict[int, Limit]]]] = {}
        for entry in params.caps:
            key, issue = (names.sides[entry.side], names.zones[entry.zone]), names.issues[entry.issue]
            limits = {level: Limit(units, "R11.1", issue, level) for level, units in entry.limits.items()}
            table.setdefault(key, []).append((issue, limits))
        self.table = table

    def rights(self) -> tuple[ModuleRight, ...]:
        """R11.3."""
        return tuple(
            ModuleRight(
                self.names.seats[right.delegation],
                self.names.issues[right.issue],
                right.from_level,
                "R11.3",
                right.reason,
            )
            for right in self.params.host_rights
            if right.delegation in self.names.seats
        )

    def cap(self, board: Board, side: int, zone: int) -> Limit | None:
        """R11.1: the smallest of the limits of the agreed levels."""
        least = None
        for issue, limits in self.table.get((side, zone), ()):
            limit = limits.get(board.text[issue])
            if limit is not None and (least is None or limit.units < least.units):
                least = limit
        return least
