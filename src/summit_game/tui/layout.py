"""Where each pane of the table lies at a size: plain arithmetic, no widget.

Three arrangements: `wide` (from 120x36: everything at once), and below it one with tabs for all panes but the treaty
and the tracks. A pane that is not named in a plan is not shown.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

WIDE, TALL = 120, 36
LOWER = 9
"""Lines for the pane below the tabs, before the treaty gets two lines for each issue."""
TABBED = ("move", "log", "hand", "sheet", "delegations", "zones")
"""Panes behind tabs, in their order, when the screen is not wide."""
LOG = 6
"""Lines that the log keeps on a wide screen."""


class Rect(NamedTuple):
    """Column, row, width and height in cells."""

    x: int
    y: int
    width: int
    height: int


def is_wide(width: int, height: int) -> bool:
    """Whether all panes are shown at once."""
    return width >= WIDE and height >= TALL


def plan(width: int, height: int, issues: int, seats: int, tracks: int, zones: int, tab: str) -> Mapping[str, Rect]:
    """The places of the panes in a room of `width` by `height` (without title and key bar)."""
    if is_wide(width, height + 2):
        return _wide(width, height, issues, seats, tracks, zones)
    strip = 2 if height >= 16 else 1
    rest = height - strip - 2
    treaty = 2 * issues + 3 if rest - (2 * issues + 3) >= LOWER else min(issues + 3, max(4, rest - 5))
    y = strip + treaty
    return {
        "tracks": Rect(0, 0, width, strip),
        "treaty": Rect(0, strip, width, treaty),
        "asked": Rect(0, y, width, 1),
        "tabs": Rect(0, y + 1, width, 1),
        tab: Rect(0, y + 2, width, max(1, height - y - 2)),
    }


def _wide(width: int, height: int, issues: int, seats: int, tracks: int, zones: int) -> Mapping[str, Rect]:
    side = max(44, width * 36 // 100)
    left = width - side
    treaty = 2 * issues + 3 if height - 2 * issues - 4 >= 18 else issues + 3
    rest = height - treaty - 1
    move = max(12, rest // 2)
    papers = rest - move
    sheet = max(30, left * 42 // 100)
    track = 2 * tracks + 2 if 2 * tracks + 2 + seats + 3 + zones + 2 + LOG <= height else tracks + 2
    who = min(seats + 3, max(4, height - track - 3 - LOG))
    zone = min(zones + 2, max(3, height - track - who - LOG))
    log = height - track - who - zone
    return {
        "treaty": Rect(0, 0, left, treaty),
        "asked": Rect(0, treaty, left, 1),
        "move": Rect(0, treaty + 1, left, move),
        "hand": Rect(0, treaty + 1 + move, left - sheet, papers),
        "sheet": Rect(left - sheet, treaty + 1 + move, sheet, papers),
        "tracks": Rect(left, 0, side, track),
        "delegations": Rect(left, track, side, who),
        "zones": Rect(left, track + who, side, zone),
        "log": Rect(left, height - log, side, log),
    }
