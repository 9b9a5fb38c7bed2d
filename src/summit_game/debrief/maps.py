"""The map of zones as each round ended, from the line of play folded once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from summit_game.debrief.model import MapAt
from summit_game.engine.state import State
from summit_game.seat.page import Rows, ZoneNow, zones_now
from summit_game.seat.sheet import game_sheet
from summit_game.seat.zonemap.model import has_map, zone_map
from summit_game.words.names import Words


class ZonesAt(NamedTuple):
    """Zones as a round ended; 0 for the start."""

    round: int
    zones: tuple[ZoneNow, ...]
    units: Rows


def zones_at(state: State) -> ZonesAt:
    """The zones as they are."""
    return ZonesAt(state.round, zones_now(state), tuple(map(tuple, state.units)))


def maps(words: Words, ends: Iterable[ZonesAt]) -> tuple[MapAt, ...]:
    """A map for each of them, with what changed since the one before; none if the deck has no boxes."""
    sheet = game_sheet(words)
    found: list[MapAt] = []
    before: Rows | None = None
    for each in ends if has_map(sheet.zones) else ():
        found.append(MapAt(each.round, zone_map(sheet, each.zones, before)))
        before = each.units
    return tuple(found)
