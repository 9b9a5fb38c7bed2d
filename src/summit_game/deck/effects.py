"""The effect language of pressure and event cards: a closed list of operations, one per line.

`tension +1` · `support self +1` · `support all -1` · `pressure XX +1` · `unit SIDE ZONE +1` · `incident ZONE`
and, as a mapping, `if FORMULA: [effects]` with an optional `else: [effects]`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from summit_game.deck.formulas import FormulaError, Names, resolve
from summit_game.engine import effects as e

_WORD = r"[A-Za-z][A-Za-z0-9_-]*"
_TRACK = re.compile(rf"^({_WORD})\s+([+-]\d{{1,2}})$")
_SEAT = re.compile(rf"^(support|credibility|pressure)\s+({_WORD})\s+([+-]\d{{1,2}})$")
_UNIT = re.compile(rf"^unit\s+({_WORD})\s+({_WORD})\s+([+-]1)$")
_INCIDENT = re.compile(rf"^incident\s+({_WORD})$")
_SEAT_TRACKS = ("support", "credibility", "pressure")


@dataclass(frozen=True)
class Move:
    """One parsed operation: `kind` is track, seat, unit or incident; `ids` are the names it uses."""

    kind: str
    ids: tuple[str, ...]
    amount: int = 0


@dataclass(frozen=True)
class Branch:
    """A conditional effect."""

    when: str
    then: tuple[Move | Branch, ...]
    otherwise: tuple[Move | Branch, ...] = ()


def parse(effect: str | Mapping[str, Any], depth: int = 0) -> Move | Branch:
    """One effect of a card. Raises `FormulaError` with a sentence that says what to write."""
    if isinstance(effect, str):
        return _parse_move(" ".join(effect.split()))
    conditions = [key for key in effect if isinstance(key, str) and key.startswith("if ")]
    if len(conditions) != 1 or set(effect) - {conditions[0], "else"}:
        raise FormulaError("condition-keys")
    if depth >= 3:
        raise FormulaError("condition-deep")
    return Branch(
        conditions[0][3:].strip(),
        _parse_list(effect[conditions[0]], depth + 1),
        _parse_list(effect["else"], depth + 1) if "else" in effect else (),
    )


def _parse_list(value: Any, depth: int) -> tuple[Move | Branch, ...]:
    if not isinstance(value, list | tuple) or not value:
        raise FormulaError("condition-list")
    for item in value:
        if not isinstance(item, str | Mapping):
            raise FormulaError("no-effect", text=repr(item))
    return tuple(parse(item, depth) for item in value)


def _parse_move(text: str) -> Move:
    if match := _SEAT.match(text):
        return Move("seat", (match[1], match[2]), int(match[3]))
    if match := _UNIT.match(text):
        return Move("unit", (match[1], match[2]), int(match[3]))
    if match := _INCIDENT.match(text):
        return Move("incident", (match[1],))
    if (match := _TRACK.match(text)) and match[1] not in (*_SEAT_TRACKS, "unit", "incident"):
        return Move("track", (match[1],), int(match[2]))
    raise FormulaError("no-effect", text=repr(text))


def resolve_effects(
    effects: tuple[str | Mapping[str, Any], ...], names: Names, stand_ins: Mapping[str, int | None]
) -> tuple[e.Effect, ...]:
    """Engine operations of a card. Tokens for an absent delegation go to its stand-in or are dropped (R2.7)."""
    return tuple(op for item in effects for op in _resolve(parse(item), names, stand_ins))


def _resolve(item: Move | Branch, names: Names, stand_ins: Mapping[str, int | None]) -> list[e.Effect]:
    if isinstance(item, Branch):
        then = tuple(op for sub in item.then for op in _resolve(sub, names, stand_ins))
        otherwise = tuple(op for sub in item.otherwise for op in _resolve(sub, names, stand_ins))
        return [(e.IF, resolve(item.when, names), then, otherwise)]
    try:
        if item.kind == "track":
            return [(e.MOVE_TRACK, names.tracks[item.ids[0]], item.amount)]
        if item.kind == "unit":
            return [(e.MOVE_UNIT, names.sides[item.ids[0]], names.zones[item.ids[1]], item.amount)]
        if item.kind == "incident":
            return [(e.INCIDENT, names.zones[item.ids[0]])]
    except KeyError as error:
        raise FormulaError("unknown-id", id=repr(error.args[0])) from None
    return _resolve_seat(item, names, stand_ins)


def _resolve_seat(item: Move, names: Names, stand_ins: Mapping[str, int | None]) -> list[e.Effect]:
    kind, who = item.ids
    track = names.seat_tracks[kind]
    if who == "self":
        return [(e.MOVE_SEAT, track, e.SELF, item.amount)]
    if who == "all":
        return [(e.MOVE_SEAT, track, e.ALL, item.amount)]
    if who not in names.delegations:
        raise FormulaError("unknown-delegation", id=repr(who))
    seat = names.seats.get(who)
    if seat is None and kind == "pressure":
        seat = stand_ins.get(who)
    return [] if seat is None else [(e.MOVE_SEAT, track, seat, item.amount)]
