"""Sanctions (SA): a rule module of another package, with a verb that has a target. Its chapter is `rules.md` here."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from pydantic import Field

from summit_game.engine.actions import Action
from summit_game.engine.module import Line, RuleModule
from summit_game.engine.refusal import Refusal
from summit_game.engine.setting import SUPPORT, TENSION, TRUST
from summit_game.engine.verbs import Arg, Kind, Verb, values_of
from summit_game.rules.params import Params as BaseParams
from summit_game.words.catalogue import say

if TYPE_CHECKING:
    from summit_game.engine.board import Board
    from summit_game.engine.ops import Ops
    from summit_game.engine.setting import Setting
    from summit_game.engine.view import View


class Sanctions(RuleModule):
    """One delegation makes no deal worse for another, at a price. Slice: 1 for each pair (who imposes, on whom)."""

    id = "sanctions"
    version = "1.0"
    clauses = ("SA1", "SA2", "SA3", "SA4", "SA5")
    verbs = (
        Verb("impose", (Arg(Kind.SEAT),), "SA1", asks_twice=True),
        Verb("lift", (Arg(Kind.SEAT),), "SA4"),
    )

    example = MappingProxyType({"weight": 3})

    class Params(BaseParams):
        most: int = Field(1, ge=1, description="Delegations on which one may have sanctions at a time.")
        cost: int = Field(1, ge=0, description="Support that imposing costs.")
        tension: int = Field(1, ge=0, description="Tension that imposing brings.")
        weight: int = Field(2, ge=0, description="Points by which each sanction lowers the walk-away value.")
        trust: int = Field(1, ge=0, description="Trust that lifting brings.")
        upkeep: int = Field(1, ge=0, description="Points that a sanction costs whoever keeps it to the end.")

    def slice_start(self, setting: Setting) -> list[int]:
        return [0] * len(setting.seats) ** 2

    def _at(self, board: Board, seat: int, target: int) -> int:
        return seat * len(board.setting.seats) + target

    def _has(self, board: Board, seat: int, target: int) -> bool:
        return board.slices[self.index][self._at(board, seat, target)] == 1

    def _targets(self, board: Board, seat: int) -> list[int]:
        return [target for target in board.setting.seats if self._has(board, seat, target)]

    def floor_menu(self, board: Board, seat: int) -> tuple[Action, ...]:
        actions = (self.action(verb.id, target) for verb in self.verbs for target in board.setting.seats)
        return tuple(action for action in actions if self.explain(board, seat, action) is None)

    def explain(self, board: Board, seat: int, action: Action) -> Refusal | None:
        """SA1, SA2, SA4."""
        (target,) = values_of(action)
        setting, who = board.setting, board.setting.seat_specs[target].name
        if action == self.action("lift", target):
            return None if self._has(board, seat, target) else Refusal("SA4", say("sanctions-none", who=who))
        if setting.side_of[seat] == setting.side_of[target]:
            return Refusal("SA1", say("sanctions-own-side"))
        if self._has(board, seat, target):
            return Refusal("SA1", say("sanctions-in-place", who=who))
        if len(self._targets(board, seat)) >= self.params.most:
            return Refusal("SA1", say("sanctions-enough", most=self.params.most))
        if board.seat_tracks[SUPPORT][seat] == 0:
            return Refusal("SA2", say("sanctions-no-support"))
        return None

    def acts(self, ops: Ops, seat: int, action: Action) -> None:
        """SA2, SA4."""
        (target,) = values_of(action)
        imposes = action == self.action("impose", target)
        ops.set_slice(self.index, self._at(ops.state, seat, target), int(imposes))
        if imposes:
            ops.move_seat_track(SUPPORT, seat, -self.params.cost, "SA2")
            ops.move_track(TENSION, self.params.tension, "SA2")
        else:
            ops.move_track(TRUST, self.params.trust, "SA4")

    def no_deal_lines(self, board: Board, seat: int) -> list[Line]:
        """SA3."""
        return [
            Line(say("sanctions-borne", by=board.setting.seat_specs[by].name), -self.params.weight, "sanctions")
            for by in board.setting.seats
            if self._has(board, by, seat)
        ]

    def score_lines(self, board: Board, seat: int) -> list[Line]:
        """SA5."""
        return [
            Line(say("sanctions-kept", who=board.setting.seat_specs[target].name), -self.params.upkeep, "sanctions")
            for target in self._targets(board, seat)
        ]

    def status(self, board: Board) -> list[str]:
        specs = board.setting.seat_specs
        return [
            say("sanctions-status", who=specs[target].name, by=specs[by].name)
            for by in board.setting.seats
            for target in self._targets(board, by)
        ]

    def worth(self, view: View, action: Action) -> int:
        """Early, while support can bear it, the weight; late, what keeping the sanction would cost."""
        (target,) = values_of(action)
        late = view.round * 2 > view.setting.options.rounds
        if action == self.action("lift", target):
            return self.params.upkeep + self.params.trust if late else 0
        can_bear = view.seat_tracks[SUPPORT][view.seat] - self.params.cost >= 2
        return self.params.weight - self.params.cost if can_bear and not late else 0
