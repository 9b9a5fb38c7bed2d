"""What a map of zones shows, as data: units, room and what is closed, and what changed since an earlier state."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from summit_game.language.catalogue import say
from summit_game.seat.page import Rows, SeatPage, ZoneNow
from summit_game.seat.sheet import Box, GameSheet, Zone

UNIT, NEW, GONE, ROOM, CLOSED = "unit", "new", "gone", "room", "closed"
"""What a place for a unit is: a unit stands there, came since the earlier state, or left since then; it is free under
the cap, or closed by what is agreed."""


@dataclass(frozen=True)
class Standing:
    """The units of a side in a zone. `cap`: how many it may have now; `usual`: how many if nothing limited it.

    `change`: how many more there are than in the earlier state, below 0 if there are fewer.
    """

    side: int
    there: int
    cap: int
    usual: int
    change: int = 0

    @property
    def room(self) -> int:
        """How many more units the side may place there."""
        return max(0, self.cap - self.there)

    @property
    def closed(self) -> int:
        """Places that would be free if nothing limited the side there."""
        return max(0, self.usual - max(self.there, self.cap))

    @property
    def over(self) -> int:
        """Units above the cap."""
        return max(0, self.there - self.cap)

    @property
    def places(self) -> tuple[str, ...]:
        """Every place for a unit from left to right. There are as many of `UNIT` and `NEW` together as units."""
        before = self.there - self.change
        old = min(self.there, before)
        kinds = [UNIT] * old + [NEW] * (self.there - old) + [GONE] * (before - old)
        kinds += [ROOM] * (self.cap - len(kinds))
        return tuple(kinds + [CLOSED] * (self.usual - len(kinds)))


@dataclass(frozen=True)
class ZoneDrawn:
    """A zone as it is drawn. `standings`: of each side that may stand there, in the order of sides."""

    name: str
    box: Box
    sea: bool
    monitor: bool
    standings: tuple[Standing, ...]


@dataclass(frozen=True)
class ZoneMap:
    """A map. `sides`: the names of all sides; `zones`: in the deck's order, none if the deck has no boxes.

    `units`: what one of those that stand on the map is called, and several.
    """

    sides: tuple[str, ...]
    units: tuple[str, str]
    zones: tuple[ZoneDrawn, ...]

    @property
    def marks(self) -> dict[int, int]:
        """Sides that may stand somewhere -> the number of their shape, in the order of sides."""
        standing = sorted({each.side for zone in self.zones for each in zone.standings})
        return {side: shape for shape, side in enumerate(standing)}


def page_map(sheet: GameSheet, page: SeatPage, before: Rows | None = None) -> ZoneMap:
    """The map of a page. `before`: units by side and zone in an earlier state; else as the last round began."""
    if before is None and page.rounds:
        before = page.rounds[-2:][0].units
    return zone_map(sheet, page.zones, before)


def zone_map(sheet: GameSheet, now: Sequence[ZoneNow], before: Rows | None = None) -> ZoneMap:
    """The map of a game with its zones as they are now."""
    drawn = (
        ZoneDrawn(zone.name, zone.box, zone.sea, here.monitor, _standings(sheet, at, here, before))
        for at, (zone, here) in enumerate(zip(sheet.zones, now, strict=True))
        if zone.box is not None
    )
    return ZoneMap(sheet.sides, sheet.units, tuple(drawn))


def _standings(sheet: GameSheet, zone: int, here: ZoneNow, before: Rows | None) -> tuple[Standing, ...]:
    units: Mapping[int, tuple[int, int]] = here.units
    return tuple(
        Standing(side, there, cap, sheet.zone_cap, there - before[side][zone] if before is not None else 0)
        for side, (there, cap) in sorted(units.items())
    )


def has_map(zones: Sequence[Zone]) -> bool:
    """Whether the zones of a game can be drawn."""
    return any(zone.box is not None for zone in zones)


def told(shown: ZoneMap) -> list[str]:
    """A line for each zone that says all that the map shows, for those who do not see it."""
    return [
        say(
            "map-zone",
            zone=zone.name,
            units="; ".join(_told(shown, each) for each in zone.standings) or say("map-no-units", units=shown.units[1]),
            monitor=zone.monitor,
        )
        for zone in shown.zones
    ]


def _told(shown: ZoneMap, each: Standing) -> str:
    values = {"side": shown.sides[each.side], "there": each.there, "units": shown.units[each.there != 1]}
    changed = {"change": abs(each.change), "more": each.change >= 0}
    return say("map-standing", **values, cap=each.cap, over=each.over, **changed)
