"""What a delegation's result is worth to it (R8.4 to R8.7)."""

from __future__ import annotations

from collections.abc import Sequence
from math import tanh
from typing import NamedTuple

from summit_game.engine.board import Board
from summit_game.engine.formula import clamp, evaluate
from summit_game.engine.module import Line
from summit_game.engine.queries import balance
from summit_game.engine.scenarios import ending_of
from summit_game.engine.setting import (
    COLD_WAR,
    CONFLICT,
    CREDIBILITY,
    PRESSURE_TOKENS,
    SETTLEMENT,
    SUPPORT,
    BriefSpec,
    GoalSpec,
    MoodSpec,
)
from summit_game.engine.state import State


class Holding(NamedTuple):
    """What a delegation was dealt: its brief, and its goal and mood if the game uses them."""

    brief: BriefSpec
    goal: GoalSpec | None
    mood: MoodSpec | None

    @property
    def reservation(self) -> int:
        """The value of no deal at the start, with the mood (R8.4)."""
        return self.brief.reservation + (self.mood.shift if self.mood else 0)

    def value(self, text: Sequence[int]) -> int:
        """What a treaty text is worth, in points; brackets count as level 0."""
        return sum(row[max(0, level)] for row, level in zip(self.brief.values, text, strict=True))


class Score(NamedTuple):
    """A delegation's result. The lines add up to `points`; `rating` 50 is exactly the reservation value."""

    seat: int
    points: int
    reservation: int
    surplus: int
    rating: int
    lines: tuple[Line, ...]


def holding(state: State, seat: int) -> Holding:
    """What the seat was dealt."""
    own, secrets = state.own[seat], state.game.secrets
    return Holding(
        secrets.briefs[seat][own.brief],
        secrets.goals[seat][own.goal] if own.goal >= 0 else None,
        secrets.moods[own.mood] if own.mood >= 0 else None,
    )


def no_deal_lines(board: Board, seat: int, held: Holding) -> list[Line]:
    """The fallback now now, line by line (R8.4)."""
    spec, options = board.setting.seat_specs[seat], board.setting.options
    lines = [Line.of("line-reservation", held.brief.reservation, "brief")]
    if held.mood:
        lines.append(Line.of("line-mood", held.mood.shift, held.mood.id, title=held.mood.title))
    if spec.balance:
        lines.append(Line.of("line-balance", spec.balance * balance(board), "R8.4"))
    tokens = board.seat_tracks[PRESSURE_TOKENS][seat]
    if tokens:
        lines.append(Line.of("line-pressure", -options.pressure_value * tokens, "pressure", tokens=tokens))
    for hook in board.rules.hooks.no_deal_lines:
        lines += hook(board, seat)
    return lines


def no_deal(board: Board, seat: int, held: Holding) -> int:
    """The fallback now now, in points (R8.4)."""
    return sum(line.points for line in no_deal_lines(board, seat, held))


def score_lines(board: Board, seat: int, held: Holding, ending: int) -> list[Line]:
    """The lines of a delegation's score for an ending (R8.5)."""
    setting = board.setting
    if ending == SETTLEMENT:
        lines = [
            Line.of("line-issue", row[max(0, level)], issue.id, title=issue.title, level=max(0, level))
            for issue, row, level in zip(setting.issues, held.brief.values, board.text, strict=True)
        ]
    else:
        lines = no_deal_lines(board, seat, held)
        if ending == COLD_WAR:
            lines.append(Line.of("line-cold-war", -setting.options.cold_war_cost, "R8.5"))
        if ending == CONFLICT:
            lines.append(Line.of("line-conflict", -setting.seat_specs[seat].war, "R8.5"))
    for term in setting.score_lines[seat]:
        lines.append(Line(term.line, evaluate(term.points, board), term.behind))
    for hook in board.rules.hooks.score_lines:
        lines += hook(board, seat)
    if held.goal:
        met = bool(evaluate(held.goal.test, board))
        worth = setting.options.goal_worth * met
        lines.append(Line.of("line-goal", worth, held.goal.id, met=met, title=held.goal.title))
    return lines


def rate(surplus: int, scale: int = 0) -> int:
    """A surplus as a rating 0..100 (R8.5): 50 + 50 tanh(surplus / scale), rounded, so that more is always better.

    With scale 0, as in the first edition: 50 plus two and a half a point, rounded half up, bounded.
    """
    if scale:
        return round(50 + 50 * tanh(surplus / scale))
    return clamp((101 + 5 * surplus) // 2, 0, 100)


def score(board: Board, seat: int, held: Holding, ending: int) -> Score:
    """A delegation's result for an ending."""
    lines = score_lines(board, seat, held, ending)
    points = sum(line.points for line in lines)
    surplus = points - held.reservation
    rating = rate(surplus, board.setting.options.rating_scale)
    return Score(seat, points, held.reservation, surplus, rating, tuple(lines))


def scores(state: State) -> tuple[Score, ...]:
    """All results of a game as it stands: of the ending it has, or would have if it ended now."""
    ending = state.ending if state.ending >= 0 else ending_of(state)
    return tuple(score(state, seat, holding(state, seat), ending) for seat in state.setting.seats)


def winners(state: State) -> tuple[int, ...]:
    """The single-winner reading: highest rating, then credibility, then support (R8.7).

    Nobody in a conflict, nor where no rating reaches what a winner needs.
    """
    if state.ending == CONFLICT:
        return ()
    ranks = {
        each.seat: (each.rating, state.seat_tracks[CREDIBILITY][each.seat], state.seat_tracks[SUPPORT][each.seat])
        for each in scores(state)
        if each.rating >= state.setting.options.winner_least
    }
    best = max(ranks.values(), default=None)
    return tuple(seat for seat, rank in ranks.items() if rank == best)


BANDS = ((35, "failure"), (50, "below mandate"), (65, "mandate met"), (80, "good"), (101, "excellent"))
"""Upper bounds (exclusive) of the words for a rating (R8.7)."""


def band(rating: int) -> str:
    """The word for a rating 0..100."""
    return next(word for bound, word in BANDS if rating < bound)
