"""How well the end state fits each of the four scenarios, and which one it is (R8.2, R8.3)."""

from __future__ import annotations

from typing import NamedTuple

from summit_game.engine.board import Board
from summit_game.engine.formula import clamp, evaluate
from summit_game.engine.module import Line
from summit_game.engine.setting import COLD_WAR, CONFLICT, ENDINGS, SETTLEMENT, STALEMATE


class Fit(NamedTuple):
    """A fit 0..100 with the lines that add up to it."""

    ending: int
    points: int
    lines: tuple[Line, ...]


def fit(board: Board, ending: int) -> Fit:
    """The fit of one scenario. Limits appear as lines of their own, so that the lines add up (R8.3)."""
    spec = board.setting.scenarios[ending]
    lines = [
        Line(term.line, evaluate(term.points, board) if term.fixed is None else term.fixed, term.behind)
        for term in spec.fit
    ]
    for hook in board.rules.hooks.fit_lines:
        lines += hook(board, ending)
    total = sum(line.points for line in lines)
    for limit in spec.limits:
        if not evaluate(limit.when, board):
            continue
        bounded = total
        if limit.share is not None:
            bounded = total * limit.share[0] // limit.share[1]
        if limit.at_most is not None:
            bounded = min(bounded, limit.at_most)
        if bounded != total:
            lines.append(Line(limit.line, bounded - total, "R8.3"))
            total = bounded
    bounded = clamp(total, 0, 100)
    if bounded != total:
        lines.append(Line.of("line-fit-bounds", bounded - total, "R8.3"))
    return Fit(ending, bounded, tuple(sorted(lines, key=lambda line: -abs(line.points))))


def fits(board: Board) -> tuple[Fit, ...]:
    """The four fits, in the order of `ENDINGS`."""
    return tuple(fit(board, ending) for ending in range(len(ENDINGS)))


def ending_of(board: Board) -> int:
    """Conflict if there is conflict, settlement if a treaty is in force, else the better fit; a tie is stalemate."""
    if board.conflict:
        return CONFLICT
    if board.in_force:
        return SETTLEMENT
    return COLD_WAR if fit(board, COLD_WAR).points > fit(board, STALEMATE).points else STALEMATE


def labels(board: Board, ending: int, lowest_rating: int) -> tuple[str, ...]:
    """Words added to an ending, such as "fragile", by their titles."""
    specs = board.setting.scenarios[ending].labels
    return tuple(label.title for label in specs if evaluate(label.when, board, lowest_rating))
