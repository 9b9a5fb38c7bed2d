"""What-if boards: the public board of a view with a few things changed, and what the game would then be worth.

A `Sketch` is a `Board`, so the rules' own questions (scores, fallback now, readiness) work on it. It knows nothing
that the view does not know.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from summit_game.engine.board import Board
from summit_game.engine.effects import ALL, IF, MOVE_SEAT, MOVE_TRACK, MOVE_UNIT, SELF, Effect
from summit_game.engine.formula import AND, EQ, GE, GT, LE, LT, OR, Formula, clamp, evaluate
from summit_game.engine.queries import zone_cap
from summit_game.engine.scenarios import ending_of
from summit_game.engine.scoring import no_deal
from summit_game.engine.setting import COLD_WAR, TENSION, TrackSpec
from summit_game.engine.view import View

_PUBLIC = tuple(Board.__slots__)


class Sketch(Board):
    """A copy of the public board that may be changed. Rows are copied when they are written to."""

    __slots__ = ()

    def __init__(self, board: Board, **changed: Any) -> None:
        for name in _PUBLIC:
            setattr(self, name, getattr(board, name))
        for name, value in changed.items():
            setattr(self, name, value)

    def move_track(self, track: int, delta: int) -> None:
        """Move a table track within its range."""
        tracks = list(self.tracks)
        tracks[track] = _moved(self.setting.tracks[track], tracks[track], delta)
        self.tracks = tracks

    def move_seat(self, track: int, seat: int, delta: int) -> None:
        """Move a delegation's track within its range."""
        rows = [list(row) for row in self.seat_tracks]
        rows[track][seat] = _moved(self.setting.seat_tracks[track], rows[track][seat], delta)
        self.seat_tracks = rows

    def move_units(self, side: int, zone: int, delta: int) -> None:
        """Move units of a side in a zone, within the cap."""
        rows = [list(row) for row in self.units]
        wanted = rows[side][zone] + delta
        if 0 <= wanted <= max(rows[side][zone], zone_cap(self, side, zone)):
            rows[side][zone] = wanted
        self.units = rows

    def play(self, effects: Sequence[Effect], seat: int) -> Sketch:
        """Carry out what a card does, as far as it is certain: incidents are left out."""
        for effect in effects:
            kind = effect[0]
            if kind == MOVE_TRACK:
                self.move_track(effect[1], effect[2])
            elif kind == MOVE_SEAT:
                who = self.setting.seats if effect[2] == ALL else (seat if effect[2] == SELF else effect[2],)
                for each in who:
                    self.move_seat(effect[1], each, effect[3])
            elif kind == MOVE_UNIT:
                self.move_units(effect[1], effect[2], effect[3])
            elif kind == IF:
                self.play(effect[2] if evaluate(effect[1], self) else effect[3], seat)
        return self


def _moved(spec: TrackSpec, now: int, delta: int) -> int:
    return now if spec.frozen else clamp(now + delta, spec.low, spec.high)


def aside(view: View, board: Board) -> int:
    """Points of the own score that do not depend on the ending or the goal: score lines and what modules add."""
    setting = view.setting
    total = sum(evaluate(term.points, board) for term in setting.score_lines[view.seat])
    for hook in view.rules.hooks.score_lines:
        total += sum(line.points for line in hook(board, view.seat))
    return total


_REACH = 3


def goal_credit(view: View, board: Board) -> int:
    """What the own goal is worth on this board, in hundredths of a point: less, the further it is from being met."""
    goal = view.held.goal
    if goal is None:
        return 0
    missing = min(_REACH, shortfall(goal.test, board))
    return 100 * view.setting.options.goal_worth * (_REACH - missing) // _REACH


def shortfall(test: Formula, board: Board) -> int:
    """By how much a condition fails: 0 if it holds, else the distance of the numbers that it compares."""
    if evaluate(test, board):
        return 0
    op = test[0]
    if op in (AND, OR):
        parts = [shortfall(part, board) for part in test[1:]]
        return sum(parts) if op == AND else min(parts)
    if op in (LT, LE, GT, GE, EQ):
        gap = evaluate(test[1], board) - evaluate(test[2], board)
        return max(1, abs(gap) + (op in (LT, GT)))
    return 1


def apart(view: View, board: Board) -> int:
    """Points without a treaty: the fallback now, less the cost of a new Cold War."""
    worth = no_deal(board, view.seat, view.held)
    if ending_of(board) == COLD_WAR:
        worth -= view.setting.options.cold_war_cost
    return worth


def war_risk(board: Board) -> int:
    """Odds in thousandths that the next Reckonings end in conflict, at the tension as it stands."""
    now = board.tracks[TENSION]
    top = board.setting.tracks[TENSION].high
    brink = board.rules.brink
    risk = 1000 * brink.brink_risk(board) // 6 if brink else 0
    if now >= top - 1:
        risk = max(risk, 500)
    left = max(1, board.setting.options.rounds - board.round + 1)
    return min(1000, risk * min(left, 2))
