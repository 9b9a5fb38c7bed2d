"""Exercises and incidents (R12)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict, Field

from summit_game.engine.actions import EXERCISE, ORDER, Action
from summit_game.engine.board import POSTURE
from summit_game.engine.formula import evaluate
from summit_game.engine.module import Names, RuleModule
from summit_game.engine.queries import is_armed
from summit_game.engine.refusal import Refusal
from summit_game.engine.setting import SUPPORT, TENSION, TRUST
from summit_game.engine.verbs import Arg, Kind, Needs, Verb
from summit_game.rules.params import FormulaText, IssueId, Level, Params, ZoneId

if TYPE_CHECKING:
    from summit_game.engine.board import Board
    from summit_game.engine.ops import Ops


class ContactParams(BaseModel):
    """A zone in which forces may meet, and when they do."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    zone: ZoneId
    when: FormulaText = Field(description="Formula; when it holds an incident in the zone is more severe.")


class ExercisesIncidents(RuleModule):
    """The EXERCISE order, where it is forbidden, and how severe an incident is."""

    id = "exercises_incidents"
    clauses = ("R12.1", "R12.2", "R12.3", "R12.4", "R12.5", "R12.6")
    verbs = (
        Verb(
            "order exercise", (Arg(Kind.ZONE),), "R12.1", code=(ORDER, EXERCISE), phases=(POSTURE,), needs=Needs.ARMED
        ),
    )

    class Params(Params):
        issue: IssueId
        forbid: dict[Level, tuple[ZoneId, ...]] = Field({}, description="Zones without exercises from the level on.")
        notified_from: Level = Field(1, ge=1, description="Level from which exercises are notified: sign 0.")
        exercise_support: int = Field(1, ge=0)
        exercise_support_max: int = Field(4, description="Exercises never raise support above this.")
        incident_base: int = Field(1, ge=0)
        incident_contact: int = Field(2, ge=0, description="Severity where forces are in contact.")
        contacts: tuple[ContactParams, ...] = ()
        incident_relief: int = Field(1, ge=0, description="Severity taken off from level 1 on.")
        standoff: int = Field(1, ge=0, description="Taken off the stand-off level from level 1 on.")

    def __init__(self, params: Params, names: Names) -> None:
        super().__init__(params, names)
        self.issue = names.issues[params.issue]
        self.forbid = {names.zones[zone]: level for level, zones in params.forbid.items() for zone in zones}
        self.contacts = [(names.zones[contact.zone], names.formula(contact.when)) for contact in params.contacts]
        self.notified_from = params.notified_from

    def order_kinds(self, board: Board, seat: int, zone: int) -> tuple[int, ...]:
        """R12.1 and R12.2."""
        if not is_armed(board, seat) or board.units[board.setting.side_of[seat]][zone] == 0:
            return ()
        return (EXERCISE,) if board.text[self.issue] < self.forbid.get(zone, 99) else ()

    def explain(self, board: Board, seat: int, action: Action) -> Refusal | None:
        zone = action.args[1]
        name = board.setting.zones[zone]
        if not is_armed(board, seat):
            return Refusal("R12.1", "neutral-exercises-nothing")
        if board.units[board.setting.side_of[seat]][zone] == 0:
            return Refusal("R12.1", "exercise-needs-unit", {"name": name})
        issue = board.setting.issues[self.issue].id
        return Refusal("R12.2", "no-exercise-there", {"issue": issue, "level": board.level(self.issue), "name": name})

    def resolve_order(self, ops: Ops, seat: int, kind: int, zone: int) -> int:
        """R12.3 and R12.4."""
        if ops.state.seat_tracks[SUPPORT][seat] < self.params.exercise_support_max:
            ops.move_seat_track(SUPPORT, seat, self.params.exercise_support, "R12.4")
        return 0 if ops.state.text[self.issue] >= self.notified_from else 1

    def incident(self, ops: Ops, zone: int, cause: str) -> None:
        """R12.5."""
        board = ops.state
        severity = self.params.incident_base
        if any(zone == at and evaluate(when, board) for at, when in self.contacts):
            severity = self.params.incident_contact
        severity -= sum(hook(board, zone) for hook in board.rules.hooks.incident_relief)
        if severity >= 1:
            ops.move_track(TENSION, severity, cause)
        if severity >= 2:
            ops.move_track(TRUST, -1, cause)

    def incident_relief(self, board: Board, zone: int) -> int:
        return self.params.incident_relief if board.text[self.issue] >= 1 else 0

    def standoff_relief(self, board: Board) -> int:
        """R12.6."""
        return self.params.standoff if board.text[self.issue] >= 1 else 0
