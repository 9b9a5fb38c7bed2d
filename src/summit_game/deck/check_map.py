"""Checks of the boxes in which zones are drawn (`model_map`)."""

from __future__ import annotations

from summit_game.deck.check_base import Checker
from summit_game.deck.model_map import ACROSS, APART, DOWN, LEAST_HEIGHT, LEAST_WIDTH, MOST_ZONES, Box
from summit_game.deck.yamlpos import Keys


def check_map(ck: Checker) -> None:
    """All zones have a box or none has; boxes lie on the grid, are large enough, and stand apart."""
    zones = ck.deck.zones
    drawn = [(i, zone.box) for i, zone in enumerate(zones) if zone.box is not None]
    if ck.deck.deck.format == 1:
        for i, zone in enumerate(zones):
            for name in ("box", "sea"):
                if name in zone.model_fields_set:
                    ck.fault(("zones", i, name), "format-2", key=True, name=name)
    if len(drawn) > MOST_ZONES:
        ck.fault(("zones",), "box-many", key=True, count=len(drawn), most=MOST_ZONES)
    for i, zone in enumerate(zones):
        if drawn and zone.box is None:
            ck.fault(("zones", i, "id"), "box-missing", zone=zone.id)
    for at, (i, box) in enumerate(drawn):
        left, top, width, height = box
        keys: Keys = ("zones", i, "box")
        if left + width > ACROSS or top + height > DOWN:
            ck.fault(keys, "box-outside", across=ACROSS, down=DOWN)
        if width < LEAST_WIDTH or height < LEAST_HEIGHT:
            ck.fault(keys, "box-small", width=LEAST_WIDTH, height=LEAST_HEIGHT)
        for j, other in drawn[:at]:
            if near(box, other):
                ck.fault(keys, "box-near", zone=zones[j].id, apart=APART)


def near(one: Box, other: Box) -> bool:
    """Whether two boxes lie over each other or closer than they may."""
    return all(
        one[axis] < other[axis] + other[axis + 2] + APART and other[axis] < one[axis] + one[axis + 2] + APART
        for axis in (0, 1)
    )
