"""What a debrief says about the board, as plain data: zones and their units, and what capitals counted.

Seats, sides and zones are numbers of the game's setting.
"""

from __future__ import annotations

from dataclasses import dataclass

Units = tuple[tuple[int, ...], ...]
"""For each armed side a number for each zone."""


@dataclass(frozen=True)
class Zone:
    """A zone of the map. `box` is left, top, width and height on a grid of 100 x 60; None if the deck draws no map.
    `open_to`: the armed sides that may stand there."""

    id: str
    name: str
    box: tuple[int, int, int, int] | None = None
    open_to: tuple[int, ...] = ()
    sea: bool = False


@dataclass(frozen=True)
class Capital:
    """How a capital voted on a treaty that was signed (R15.5): the sum that it counted, and what it asked.

    It ratifies if `support` plus `draw` plus `covered`, less `penalty`, reaches `need`. `draw` is 0 where no die is
    rolled, `covered` what its delegation won back by asking and paying (R15.5a, R15.5b), `penalty` is for a red line.
    """

    moment: int
    round: int
    seat: int
    support: int
    draw: int
    penalty: int
    covered: int
    need: int
    ratified: bool

    @property
    def total(self) -> int:
        """What stands against `need`."""
        return self.support + self.draw + self.covered - self.penalty
