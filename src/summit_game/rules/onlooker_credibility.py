"""Onlooker and credibility (R17): formal promises, what breaking them costs, and the watching power."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pydantic import Field

from summit_game.engine.actions import (
    BUILD,
    EXERCISE,
    NO_PRESSURE,
    PROMISE,
    PROMISES,
    RESTRAINT,
    STEP_PROMISE,
    SUPPORT_PROMISE,
    Action,
)
from summit_game.engine.board import CORRIDOR
from summit_game.engine.events import PromiseChecked
from summit_game.engine.module import Line, Message, Names, RuleModule
from summit_game.engine.queries import is_armed
from summit_game.engine.refusal import Refusal
from summit_game.engine.setting import CREDIBILITY, MINUS, PLUS, TRUST
from summit_game.engine.verbs import Arg, Kind, Verb
from summit_game.rules.params import Params

if TYPE_CHECKING:
    from summit_game.engine.board import Board
    from summit_game.engine.ops import Ops
    from summit_game.engine.setting import Setting

_FIELDS = 5
"""Slice, per seat: rounds in which it made its last promise of each kind (0: none open), and the package it
promised to support as issue * 100 + level."""
_SUPPORT_OF = 4


class OnlookerCredibility(RuleModule):
    """The promise menu and the price of a broken word."""

    id = "onlooker_credibility"
    clauses = tuple(f"R17.{number}" for number in range(1, 11))
    tracks = ("onlooker", "credibility")
    verbs = (
        Verb("promise restraint", (), "R17.2", code=(PROMISE, RESTRAINT), phases=(CORRIDOR,)),
        Verb("promise no_pressure", (), "R17.5", code=(PROMISE, NO_PRESSURE), phases=(CORRIDOR,)),
        Verb(
            "promise support",
            (Arg(Kind.ISSUE), Arg(Kind.LEVEL)),
            "R17.6",
            code=(PROMISE, SUPPORT_PROMISE),
            phases=(CORRIDOR,),
        ),
        Verb("promise step", (), "R17.7", code=(PROMISE, STEP_PROMISE), phases=(CORRIDOR,)),
    )

    class Params(Params):
        lost: int = Field(3, ge=0, description="Points lost at the end for each lost credibility.")
        kept_trust: int = Field(1, ge=0)
        broken_trust: int = Field(1, ge=0)
        broken_credibility: int = Field(1, ge=0)

    def __init__(self, params: Params, names: Names) -> None:
        super().__init__(params, names)
        self.issues = len(names.issues)

    def slice_start(self, setting: Setting) -> list[int]:
        return [0] * (_FIELDS * len(setting.seats))

    # --- the slice --------------------------------------------------------------------------------------------

    def _at(self, seat: int, field: int) -> int:
        return _FIELDS * seat + field

    def promised_in(self, board: Board, seat: int, kind: int) -> int:
        """The round in which the seat made its open promise of this kind, 0 for none."""
        return board.slices[self.index][self._at(seat, kind - 1)]

    def _close(self, ops: Ops, seat: int, kind: int) -> None:
        ops.set_slice(self.index, self._at(seat, kind - 1), 0)

    # --- making promises --------------------------------------------------------------------------------------

    def promise_menu(self, board: Board, seat: int) -> tuple[Action, ...]:
        """R17.1, and R17.5 to R17.7 where the option is on."""
        if board.seat_tracks[CREDIBILITY][seat] < 1:
            return ()
        result: list[Action] = []
        for kind in board.setting.options.promises:
            if self.promised_in(board, seat, kind):
                continue
            if kind == SUPPORT_PROMISE:
                result += [
                    Action(PROMISE, (kind, issue, level))
                    for issue, spec in enumerate(board.setting.issues)
                    for level in range(1, spec.levels)
                    if board.text[issue] != level
                ]
            else:
                result.append(Action(PROMISE, (kind,)))
        return tuple(result)

    def explain(self, board: Board, seat: int, action: Action) -> Refusal | None:
        kind = action.args[0]
        if board.seat_tracks[CREDIBILITY][seat] < 1:
            return Refusal("R17.1", "promise-needs-credibility")
        if self.promised_in(board, seat, kind):
            return Refusal("R17.1", "promise-still-open")
        if kind == SUPPORT_PROMISE and kind in board.setting.options.promises:
            return Refusal("R17.6", "support-needs-level")
        return Refusal("R17.1", "promise-not-offered")

    def promised(self, ops: Ops, seat: int, action: Action) -> None:
        kind = action.args[0]
        ops.set_slice(self.index, self._at(seat, kind - 1), ops.state.round)
        if kind == SUPPORT_PROMISE:
            ops.set_slice(self.index, self._at(seat, _SUPPORT_OF), action.args[1] * 100 + action.args[2])

    def status(self, board: Board) -> list[Message]:
        """Promises that are still open."""
        lines = []
        for seat in board.setting.seats:
            for kind in range(1, _FIELDS):
                made = self.promised_in(board, seat, kind)
                if made:
                    lines.append(self._open_promise(board, seat, kind, made))
        return lines

    def _open_promise(self, board: Board, seat: int, kind: int, made: int) -> Message:
        who = board.setting.seat_specs[seat].name
        values: dict[str, object] = {"who": who, "round": made, "promise": PROMISES[kind]}
        issue, level = divmod(board.slices[self.index][self._at(seat, _SUPPORT_OF)], 100)
        return Message("status-promise", values | {"issue": board.setting.issues[issue].id, "level": level})

    # --- checking them ----------------------------------------------------------------------------------------

    def _broken(self, ops: Ops, seat: int, kind: int, clause: str) -> None:
        """R17.4."""
        ops.record(PromiseChecked(seat, kind, kept=False))
        ops.move_seat_track(CREDIBILITY, seat, -self.params.broken_credibility, clause)
        ops.move_track(TRUST, -self.params.broken_trust, clause)

    def on_votes(self, ops: Ops, objectors: Sequence[int], adopted: bool) -> None:
        """R17.6: an objection to a package that the seat promised to let pass."""
        package = ops.state.package
        assert package is not None
        for seat in objectors:
            if self.promised_in(ops.state, seat, SUPPORT_PROMISE) and self._covers(ops.state, seat, package.changes):
                self._close(ops, seat, SUPPORT_PROMISE)
                self._broken(ops, seat, SUPPORT_PROMISE, "R17.6")

    def _covers(self, board: Board, seat: int, changes: Sequence[tuple[int, int]]) -> bool:
        issue, level = divmod(board.slices[self.index][self._at(seat, _SUPPORT_OF)], 100)
        out = board.setting.seat_specs[seat].out
        others = [change for change in changes if change[0] != issue]
        return (issue, level) in changes and all(out[other][wanted] == 0 for other, wanted in others)

    def check_promises(self, ops: Ops) -> None:
        """R17.2 to R17.7, in seat order."""
        self._check_restraint(ops)
        state = ops.state
        for seat in state.setting.seats:
            if self._due(state, seat, NO_PRESSURE):
                made = self.promised_in(state, seat, NO_PRESSURE)
                self._settle(ops, seat, NO_PRESSURE, state.pressed[seat] < made, "R17.5")
            if self._due(state, seat, SUPPORT_PROMISE):
                self._settle(ops, seat, SUPPORT_PROMISE, True, "R17.6")
            made = self.promised_in(state, seat, STEP_PROMISE)
            kept = bool(made) and state.stepped[seat] >= made
            if kept or self._due(state, seat, STEP_PROMISE):
                self._settle(ops, seat, STEP_PROMISE, kept, "R17.7")

    def _due(self, board: Board, seat: int, kind: int) -> bool:
        """A promise falls due at the end of the round after it, or of the last round."""
        made = self.promised_in(board, seat, kind)
        return bool(made) and (made < board.round or board.round == board.setting.options.rounds)

    def _settle(self, ops: Ops, seat: int, kind: int, kept: bool, clause: str) -> None:
        self._close(ops, seat, kind)
        if kept:
            ops.record(PromiseChecked(seat, kind, kept=True))
        else:
            self._broken(ops, seat, kind, clause)

    def _check_restraint(self, ops: Ops) -> None:
        """R17.2 to R17.4 and R17.10: building or exercising breaks it; a forced DRAW does not. R19.9 replaces R17.3."""
        state = ops.state
        kept: dict[int, bool] = {}
        for seat in state.setting.seats:
            if not self.promised_in(state, seat, RESTRAINT):
                continue
            self._close(ops, seat, RESTRAINT)
            side = state.setting.side_of[seat]
            if any(kind in (BUILD, EXERCISE) for kind, _ in state.orders_shown[seat]):
                kept[side] = False
                self._broken(ops, seat, RESTRAINT, "R17.4")
            else:
                ops.record(PromiseChecked(seat, RESTRAINT, kept=True))
                if is_armed(state, seat):
                    kept.setdefault(side, True)
        if kept.get(PLUS) and kept.get(MINUS) and not state.setting.options.talk:
            ops.move_track(TRUST, self.params.kept_trust, "R17.3")

    # --- scores -----------------------------------------------------------------------------------------------

    def score_lines(self, board: Board, seat: int) -> list[Line]:
        """R17.8."""
        lost = board.setting.seat_tracks[CREDIBILITY].start - board.seat_tracks[CREDIBILITY][seat]
        return [Line.of("line-credibility-lost", -self.params.lost * lost, self.id, lost=lost)] if lost else []
