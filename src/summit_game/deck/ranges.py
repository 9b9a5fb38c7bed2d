"""The range of values that a formula can take when each quantity it reads has a range (interval arithmetic).

With single values for the quantities the result is a single value, so this also evaluates formulas.
"""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import NamedTuple

from summit_game.deck.formulas import Read, reads
from summit_game.engine.formula import clamp


class Range(NamedTuple):
    """Lowest and highest value."""

    low: int
    high: int


Quantities = Callable[[Read], Range]


def bounds(node: ast.expr, quantities: Quantities) -> Range:
    """The values of a parsed formula (`deck.formulas.parse`)."""
    match node:
        case ast.Constant(value=int(value)):
            return Range(value, value)
        case ast.BinOp(left=left, op=op, right=right):
            return _binary(op, bounds(left, quantities), bounds(right, quantities))
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            inner = bounds(operand, quantities)
            return Range(-inner.high, -inner.low)
        case ast.UnaryOp(operand=operand):
            inner = truth(bounds(operand, quantities))
            return Range(1 - inner.high, 1 - inner.low)
        case ast.BoolOp(op=op, values=values):
            parts = [truth(bounds(each, quantities)) for each in values]
            pick = min if isinstance(op, ast.And) else max
            return Range(pick(each.low for each in parts), pick(each.high for each in parts))
        case ast.Compare(left=left, ops=[op], comparators=[right]):
            return _compare(op, bounds(left, quantities), bounds(right, quantities))
        case ast.Call(func=ast.Name(id="min" | "max" | "clamp" | "abs" as name), args=args):
            return _function(name, [bounds(each, quantities) for each in args])
    return quantities(next(reads(node)))


def truth(value: Range) -> Range:
    """1 where a value is certainly not zero, 0 where it certainly is."""
    return Range(int(value.low > 0 or value.high < 0), int(value != (0, 0)))


def _binary(op: ast.operator, a: Range, b: Range) -> Range:
    if isinstance(op, ast.Add):
        return Range(a.low + b.low, a.high + b.high)
    if isinstance(op, ast.Sub):
        return Range(a.low - b.high, a.high - b.low)
    corners = [x * y for x in a for y in b]
    return Range(min(corners), max(corners))


def _compare(op: ast.cmpop, a: Range, b: Range) -> Range:
    if isinstance(op, ast.Gt | ast.LtE):
        less = _less(b, a)
        return less if isinstance(op, ast.Gt) else Range(1 - less.high, 1 - less.low)
    if isinstance(op, ast.Lt | ast.GtE):
        less = _less(a, b)
        return less if isinstance(op, ast.Lt) else Range(1 - less.high, 1 - less.low)
    same = Range(int(a.low == a.high == b.low == b.high), int(a.low <= b.high and b.low <= a.high))
    return same if isinstance(op, ast.Eq) else Range(1 - same.high, 1 - same.low)


def _less(a: Range, b: Range) -> Range:
    return Range(int(a.high < b.low), int(a.low < b.high))


def _function(name: str, args: list[Range]) -> Range:
    first = args[0]
    if name == "abs":
        low = 0 if first.low <= 0 <= first.high else min(abs(first.low), abs(first.high))
        return Range(low, max(abs(first.low), abs(first.high)))
    if name == "clamp":
        _, least, most = args
        return Range(clamp(first.low, least.low, most.low), clamp(first.high, least.high, most.high))
    pick = min if name == "min" else max
    return Range(pick(each.low for each in args), pick(each.high for each in args))
