"""Formulas over a board: nested tuples of ints, made by `summit_game.deck.formulas`, read here.

A formula is `(operator, operand, ...)`. Operators below `FIRST_READ` compute, the others read the board.
Truth is 1 and 0. All results are whole numbers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from summit_game.engine.board import Board

Formula = tuple[Any, ...]

(CONST, ADD, SUB, MUL, NEG, EQ, NE, LT, LE, GT, GE, AND, OR, NOT, MIN, MAX, CLAMP, ABS) = range(18)
FIRST_READ = 20
(TRACK, LEVEL, AGREED, UNITS, SEAT_TRACK, SEAT_TOTAL, ADOPTED, MONITORS, TREATY, CONFLICT, RED_LINES, LOWEST) = range(
    FIRST_READ, FIRST_READ + 12
)

ANY = -1
"""In `(UNITS, side, zone)`: all sides, all zones."""


def clamp(value: int, low: int, high: int) -> int:
    """`value`, but not below `low` nor above `high`."""
    return low if value < low else high if value > high else value


def evaluate(node: Formula, board: Board, lowest_rating: int = 50) -> int:
    """The value of a formula on a board.

    `lowest_rating` is the smallest rating (0..100) of the delegations in play: only the labels of an ending
    read it, after the ratings are known (R8.5).
    """
    op = node[0]
    if op == CONST:
        return int(node[1])
    if op >= FIRST_READ:
        return _read(node, board, lowest_rating)
    args = [evaluate(arg, board, lowest_rating) for arg in node[1:]]
    first = args[0]
    if op == ADD:
        return first + args[1]
    if op == SUB:
        return first - args[1]
    if op == MUL:
        return first * args[1]
    if op == NEG:
        return -first
    if op == EQ:
        return int(first == args[1])
    if op == NE:
        return int(first != args[1])
    if op == LT:
        return int(first < args[1])
    if op == LE:
        return int(first <= args[1])
    if op == GT:
        return int(first > args[1])
    if op == GE:
        return int(first >= args[1])
    if op == AND:
        return int(all(args))
    if op == OR:
        return int(any(args))
    if op == NOT:
        return int(not first)
    if op == MIN:
        return min(args)
    if op == MAX:
        return max(args)
    if op == CLAMP:
        return clamp(first, args[1], args[2])
    return abs(first)


def _read(node: Formula, board: Board, lowest_rating: int) -> int:
    op = node[0]
    if op == TRACK:
        return board.tracks[node[1]]
    if op == LEVEL:
        return max(0, board.text[node[1]])
    if op == AGREED:
        return sum(level >= 0 for level in board.text)
    if op == UNITS:
        return _units(board, node[1], node[2])
    if op == SEAT_TRACK:
        return board.seat_tracks[node[1]][node[2]]
    if op == SEAT_TOTAL:
        return sum(board.seat_tracks[node[1]])
    if op == ADOPTED:
        return board.adopted[node[1]]
    if op == MONITORS:
        return sum(board.monitors)
    if op == TREATY:
        return int(board.in_force)
    if op == CONFLICT:
        return int(board.conflict)
    if op == RED_LINES:
        return sum(board.setting.touches_red_line(seat, board.text) for seat in board.setting.seats)
    return lowest_rating


def _units(board: Board, side: int, zone: int) -> int:
    total = 0
    for s, row in enumerate(board.units):
        if side in (ANY, s):
            total += sum(row) if zone == ANY else row[zone]
    return total
