"""The formula language of decks: parsing, naming what a formula reads, and resolving it to engine formulas.

A formula is a small arithmetic expression: whole numbers, `+ - *`, comparisons, `and or not`, `min max clamp abs`
and the quantities below. Python's own parser reads it; everything that is not on the list is refused.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from summit_game.engine import formula as f
from summit_game.language.catalogue import say

QUANTITIES: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "agreed": ((),),
    "monitors": ((),),
    "treaty": ((),),
    "conflict": ((),),
    "red_lines": ((),),
    "lowest_rating": ((),),
    "units": ((), ("side",), ("side", "zone")),
    "level": (("issue",),),
    "adopted": (("delegation",),),
    "in_play": (("delegation",),),
    "support": (("delegation",),),
    "credibility": (("delegation",),),
    "pressure": ((), ("delegation",)),
}
"""Quantity -> the kinds of arguments it may take. Any table track of the deck is a quantity too."""

_FUNCTIONS = {"min": f.MIN, "max": f.MAX, "clamp": f.CLAMP, "abs": f.ABS}
_BINARY: dict[type[ast.operator], int] = {ast.Add: f.ADD, ast.Sub: f.SUB, ast.Mult: f.MUL}
_COMPARE: dict[type[ast.cmpop], int] = {
    ast.Eq: f.EQ,
    ast.NotEq: f.NE,
    ast.Lt: f.LT,
    ast.LtE: f.LE,
    ast.Gt: f.GT,
    ast.GtE: f.GE,
}
_MAX_NUMBER = 1000


class FormulaError(ValueError):
    """A formula or effect that cannot be read: `formula-KEY` of the catalogue says why, and mostly what to write."""

    def __init__(self, key: str, /, **values: object) -> None:
        self.message = say(f"formula-{key}", **values)
        super().__init__(self.message)


@dataclass(frozen=True)
class Read:
    """A quantity that a formula reads: its name and its arguments."""

    name: str
    args: tuple[str, ...]


def parse(text: str) -> ast.expr:
    """The parsed formula. Raises `FormulaError`."""
    try:
        tree = ast.parse(text.strip(), mode="eval").body
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        raise FormulaError("syntax", text=repr(text)) from None
    for node in ast.walk(tree):
        _refuse_foreign(node, text)
    return tree


def _refuse_foreign(node: ast.AST, text: str) -> None:
    match node:
        case ast.Constant(value=value):
            if type(value) is not int or abs(value) > _MAX_NUMBER:
                raise FormulaError("number", value=repr(value), most=_MAX_NUMBER)
        case ast.BinOp(op=op):
            if type(op) not in _BINARY:
                raise FormulaError("operator", text=repr(text))
        case ast.Compare(ops=ops):
            if len(ops) != 1 or type(ops[0]) not in _COMPARE:
                raise FormulaError("compare")
        case ast.UnaryOp(op=op):
            if not isinstance(op, ast.USub | ast.Not):
                raise FormulaError("before")
        case ast.Call(func=func, args=args, keywords=keywords):
            if not isinstance(func, ast.Name) or keywords:
                raise FormulaError("call")
            if func.id == "clamp" and len(args) != 3:
                raise FormulaError("clamp")
            if func.id == "abs" and len(args) != 1:
                raise FormulaError("abs")
            if func.id in ("min", "max") and len(args) < 2:
                raise FormulaError("two-values", name=func.id)
            if func.id not in _FUNCTIONS and not all(isinstance(arg, ast.Name) for arg in args):
                raise FormulaError("ids", name=func.id)
        case (
            ast.Name() | ast.BoolOp() | ast.expr_context() | ast.operator() | ast.unaryop() | ast.boolop() | ast.cmpop()
        ):
            pass
        case _:
            raise FormulaError("foreign", text=repr(text))


def reads(tree: ast.expr) -> Iterator[Read]:
    """Every quantity the formula reads, in the order of the text."""
    match tree:
        case ast.Call(func=ast.Name(id=name), args=args) if name not in _FUNCTIONS:
            yield Read(name, tuple(arg.id for arg in args if isinstance(arg, ast.Name)))
        case ast.Name(id=name):
            yield Read(name, ())
        case ast.Call(args=args):
            for arg in args:
                yield from reads(arg)
        case _:
            for child in ast.iter_child_nodes(tree):
                if isinstance(child, ast.expr):
                    yield from reads(child)


@dataclass(frozen=True)
class Names:
    """Ids of the deck and the numbers they have in one game. A delegation without a seat has no number."""

    tracks: Mapping[str, int]
    seat_tracks: Mapping[str, int]
    issues: Mapping[str, int]
    sides: Mapping[str, int]
    zones: Mapping[str, int]
    seats: Mapping[str, int]
    delegations: frozenset[str]


def resolve(text: str, names: Names) -> f.Formula:
    """The engine formula of a text. Raises `FormulaError` for a name that the deck does not have."""
    return _resolve(parse(text), names)


def _resolve(node: ast.expr, names: Names) -> f.Formula:
    match node:
        case ast.Constant(value=int(value)):
            return (f.CONST, value)
        case ast.BinOp(left=left, op=op, right=right):
            return (_BINARY[type(op)], _resolve(left, names), _resolve(right, names))
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return (f.NEG, _resolve(operand, names))
        case ast.UnaryOp(operand=operand):
            return (f.NOT, _resolve(operand, names))
        case ast.BoolOp(op=op, values=values):
            return (f.AND if isinstance(op, ast.And) else f.OR, *(_resolve(value, names) for value in values))
        case ast.Compare(left=left, ops=[op], comparators=[right]):
            return (_COMPARE[type(op)], _resolve(left, names), _resolve(right, names))
        case ast.Call(func=ast.Name(id=name), args=args) if name in _FUNCTIONS:
            return (_FUNCTIONS[name], *(_resolve(arg, names) for arg in args))
        case ast.Call() | ast.Name():
            return _quantity(next(reads(node)), names)
    raise FormulaError("unread")


_PLAIN_READS = {
    "agreed": f.AGREED,
    "monitors": f.MONITORS,
    "treaty": f.TREATY,
    "conflict": f.CONFLICT,
    "red_lines": f.RED_LINES,
    "lowest_rating": f.LOWEST,
}


def _quantity(read: Read, names: Names) -> f.Formula:
    name, args = read.name, read.args
    if not args and name in names.tracks:
        return (f.TRACK, names.tracks[name])
    if name not in QUANTITIES:
        raise FormulaError("no-quantity", name=repr(name))
    if len(args) not in {len(kinds) for kinds in QUANTITIES[name]}:
        raise FormulaError("arguments", name=name, count=len(args))
    if name in _PLAIN_READS:
        return (_PLAIN_READS[name],)
    try:
        if name == "units":
            side = names.sides[args[0]] if args else f.ANY
            zone = names.zones[args[1]] if len(args) == 2 else f.ANY
            return (f.UNITS, side, zone)
        if name == "level":
            return (f.LEVEL, names.issues[args[0]])
        if not args:
            return (f.SEAT_TOTAL, names.seat_tracks[name])
    except KeyError as error:
        raise FormulaError("no-id", id=repr(error.args[0]), name=name) from None
    return _of_delegation(read, names)


def _of_delegation(read: Read, names: Names) -> f.Formula:
    delegation = read.args[0]
    if delegation not in names.delegations:
        raise FormulaError("no-delegation", id=repr(delegation), name=read.name)
    seat = names.seats.get(delegation)
    if read.name == "in_play":
        return (f.CONST, int(seat is not None))
    if seat is None:
        return (f.CONST, 0)
    if read.name == "adopted":
        return (f.ADOPTED, seat)
    return (f.SEAT_TRACK, names.seat_tracks[read.name], seat)
