"""How units came to stand where they stand: round by round, from what everybody was told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from summit_game.engine import events as ev
from summit_game.seat.page import Ordered, RoundOfUnits
from summit_game.words.names import Words


def rounds_of_units(words: Words, events: Iterable[ev.Event]) -> tuple[RoundOfUnits, ...]:
    """The rounds that these events of a game, from its start, have begun. Only public ones are looked at."""
    units = [list(row) for row in words.setting.start_units]
    found: list[RoundOfUnits] = []
    for event in events:
        match event:
            case ev.UnitsMoved():
                units[event.side][event.zone] = event.value
            case ev.RoundBegan():
                found.append(RoundOfUnits(event.round, tuple(map(tuple, units))))
            case ev.OrdersShown() if found:
                orders = (Ordered(seat, words.orders(each)) for seat, each in enumerate(event.orders) if each)
                found[-1] = replace(found[-1], orders=tuple(orders))
    return tuple(found)
