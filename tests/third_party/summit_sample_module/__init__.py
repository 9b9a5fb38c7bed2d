"""A complete rule module of another package: the Back Channel.

BC1  Once per game each delegation may use `back_channel meet` on the Floor. All see who has met.
BC2  If Trust is at least `trust`, Tension falls by 1.
BC3  Otherwise Trust rises by 1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from summit_game.engine.actions import Action
from summit_game.engine.module import RuleModule
from summit_game.engine.refusal import Refusal
from summit_game.engine.setting import TENSION, TRUST
from summit_game.engine.verbs import Verb
from summit_game.rules.params import Params

if TYPE_CHECKING:
    from summit_game.engine.board import Board
    from summit_game.engine.ops import Ops
    from summit_game.engine.setting import Setting
    from summit_game.engine.view import View


class BackChannel(RuleModule):
    """One quiet meeting for each delegation. Slice: 1 for each seat that has met."""

    id = "back_channel"
    version = "1.0"
    clauses = ("BC1", "BC2", "BC3")
    verbs = (Verb("meet", clause="BC1"),)

    class Params(Params):
        trust: int = Field(2, ge=0, description="Trust from which a meeting lowers Tension.")

    def slice_start(self, setting: Setting) -> list[int]:
        return [0] * len(setting.seats)

    def floor_menu(self, board: Board, seat: int) -> tuple[Action, ...]:
        """BC1."""
        return () if board.slices[self.index][seat] else (self.action("meet"),)

    def explain(self, board: Board, seat: int, action: Action) -> Refusal | None:
        if not board.slices[self.index][seat]:
            return None
        return Refusal("BC1", "back_channel-has-met")

    def worth(self, view: View, action: Action) -> int:
        """Worth more than anything else while Tension is there to lower."""
        return 20 if view.tracks[TENSION] > 0 else 0

    def acts(self, ops: Ops, seat: int, action: Action) -> None:
        """BC2, BC3."""
        ops.set_slice(self.index, seat, 1)
        if ops.state.tracks[TRUST] >= self.params.trust:
            ops.move_track(TENSION, -1, "BC2")
        else:
            ops.move_track(TRUST, 1, "BC3")
