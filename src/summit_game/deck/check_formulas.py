"""Checks of formulas and effects: they can be read, and everything they name exists."""

from __future__ import annotations

import ast
import warnings
from collections.abc import Mapping
from typing import Any

from summit_game.deck import effects as fx
from summit_game.deck.check_base import Checker
from summit_game.deck.faults import Said, choose, either
from summit_game.deck.formulas import QUANTITIES, FormulaError, Read, parse, reads
from summit_game.deck.yamlpos import Keys

_MAX_LENGTH = 200
_ENDING_ONLY = "lowest_rating"


def check_effects(ck: Checker) -> None:
    """All effects of the deck's cards."""
    for section in ("pressure", "events"):
        for i, card in enumerate(getattr(ck.deck, section)):
            for j, effect in enumerate(card.effects):
                check_effect(ck, effect, (section, i, "effects", j), news=section == "events")


def parsed(text: str) -> ast.expr:
    """The parsed formula. Raises `FormulaError`; keeps Python's warnings about odd code to itself."""
    if len(text) > _MAX_LENGTH:
        raise FormulaError("long", most=_MAX_LENGTH)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return parse(text)


def check_formula(ck: Checker, text: str, keys: Keys, labels: bool = False, key: bool = False) -> None:
    """One formula. Only labels of endings may read the ratings, which exist after everything else (R8.5)."""
    try:
        tree = parsed(text)
    except FormulaError as error:
        _unreadable(ck, error, keys, key)
        return
    for read in dict.fromkeys(reads(tree)):
        if read.name == _ENDING_ONLY and not labels:
            ck.fault(keys, "reads-ratings", key, name=_ENDING_ONLY)
        else:
            _read(ck, read, keys, key)


def _unreadable(ck: Checker, error: FormulaError, keys: Keys, key: bool = False) -> None:
    what, _, todo = error.message.partition("; ")
    ck.fault(keys, "unreadable", key, why=Said(what), todo=todo)


def _read(ck: Checker, read: Read, keys: Keys, key: bool) -> None:
    tracks = ck.names["track"]
    if not read.args and read.name in tracks:
        return
    if read.name not in QUANTITIES:
        ck.fault(keys, "unknown-quantity", key, name=read.name, todo=choose(read.name, (*tracks, *QUANTITIES)))
        return
    for kinds in QUANTITIES[read.name]:
        if len(kinds) == len(read.args):
            break
    else:
        forms = either(_form(read.name, kinds) for kinds in QUANTITIES[read.name])
        ck.fault(keys, "arguments", key, name=read.name, count=len(read.args), forms=forms)
        return
    for kind, name in zip(kinds, read.args, strict=True):
        if name not in ck.names[kind]:
            ck.unknown(kind, name, keys, key, ck.around(keys, False))


def _form(name: str, kinds: tuple[str, ...]) -> str:
    return f"{name}({', '.join(kind.upper() for kind in kinds)})" if kinds else name


def check_effect(ck: Checker, effect: Any, keys: Keys, news: bool) -> bool:
    """Check an effect and what it holds. False when a fault was reported."""
    before = len(ck.faults)
    if isinstance(effect, Mapping):
        for name, held in effect.items():
            for i, each in enumerate(held if isinstance(held, tuple | list) else ()):
                if isinstance(each, str | Mapping):
                    check_effect(ck, each, (*keys, name, i), news)
            if isinstance(name, str) and name.startswith("if "):
                check_formula(ck, name[3:].strip(), (*keys, name), key=True)
    if len(ck.faults) == before:
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                item = fx.parse(effect)
        except FormulaError as error:
            _unreadable(ck, error, keys)
        else:
            if isinstance(item, fx.Move):
                _move(ck, item, keys, news)
    return len(ck.faults) == before


def _move(ck: Checker, move: fx.Move, keys: Keys, news: bool) -> None:
    match move.kind:
        case "track":
            ck.knows("track", move.ids[0], keys)
        case "incident":
            ck.knows("zone", move.ids[0], keys)
        case "unit":
            side, zone = move.ids
            known = [ck.knows("side", side, keys), ck.knows("zone", zone, keys)]
            if all(known) and not any(side in each.start for each in ck.deck.zones if each.id == zone):
                ck.fault(keys, "unit-elsewhere", side=side, zone=zone)
        case "seat" if move.ids[1] == "self":
            if news:
                ck.fault(keys, "event-self")
        case "seat" if move.ids[1] != "all":
            ck.knows("delegation", move.ids[1], keys)
