"""What a game draws before it begins: mandates and red lines in the open, briefs in secret (R1.4a, R1.4b).

Plain data, without numpy: a saved game is opened with what it has kept, and draws nothing.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from summit_game.engine.setting import BriefSpec, Game, SeatSpec

MOST_SHARE = 9000
"""No drawn brief accepts more of 10,000 texts."""
Rows = tuple[tuple[int, ...], ...]
"""A number for each issue and level."""
Flags = tuple[tuple[bool, ...], ...]
"""The same, yes or no."""


class Bounds(NamedTuple):
    """Where the two ends of a mandate on one issue are drawn from."""

    low_from: int
    low_to: int
    high_from: int
    high_to: int


class MaybeRed(NamedTuple):
    """A level that is a red line in `chance` of 100 games."""

    issue: int
    level: int
    chance: int


class BriefDraw(NamedTuple):
    """A brief that may be drawn: its rows before they are weighted, and how many of 10,000 texts it shall accept."""

    id: str
    values: Rows
    share: int


class SeatDraw(NamedTuple):
    """What is drawn for one seat."""

    id: str
    bounds: tuple[Bounds, ...]
    red: Flags
    maybe_red: tuple[MaybeRed, ...]
    briefs: tuple[BriefDraw, ...]


class DrawSpec(NamedTuple):
    """How the mandates and briefs of one table are drawn.

    `weights` in per cent, one for each issue; `shift` a chance of 100; between `least` and `most` of 1000 texts shall
    suit everybody; after `attempts` draws the last one is taken as it is. `seed`: that of a numbered set (R1.4d), which
    is drawn whatever the seed of the game; None: the game's own. `spread` in per cent: one of these multiplies the
    share of texts that a seat accepts.
    """

    seats: tuple[SeatDraw, ...]
    weights: tuple[int, ...]
    shift: int
    least: int
    most: int
    attempts: int
    seed: int | None = None
    spread: tuple[int, ...] = ()


class SeatDrawn(NamedTuple):
    """The mandate (lowest and highest level of each issue), the red lines and the brief of a seat."""

    mandate: tuple[tuple[int, int], ...]
    red: Flags
    brief: BriefSpec


class Drawn(NamedTuple):
    """What was drawn for a game, seat by seat. `within`: whether R1.4c held; `attempts`: how many draws it took."""

    seats: tuple[SeatDrawn, ...]
    within: bool = True
    attempts: int = 1


def with_drawn(game: Game, drawn: Drawn) -> Game:
    """The game with these mandates and red lines, and with one brief for each seat. The rules are shared."""
    specs = tuple(map(_spec, game.setting.seat_specs, drawn.seats))
    briefs = tuple((seat.brief,) for seat in drawn.seats)
    return replace(game, setting=replace(game.setting, seat_specs=specs), secrets=replace(game.secrets, briefs=briefs))


def drawn_of(game: Game) -> Drawn:
    """What was drawn for a game that drew."""
    seats = zip(game.setting.seat_specs, game.secrets.briefs, strict=True)
    return Drawn(tuple(SeatDrawn(spec.mandate, spec.red, briefs[0]) for spec, briefs in seats))


def _spec(spec: SeatSpec, drawn: SeatDrawn) -> SeatSpec:
    return spec._replace(mandate=drawn.mandate, out=outside(drawn.mandate, drawn.red), red=drawn.red)


def outside(mandate: tuple[tuple[int, int], ...], red: Flags) -> Rows:
    """How far each level lies outside a mandate; `red` says how many levels there are."""
    return tuple(
        tuple(max(low - level, level - high, 0) for level in range(len(row)))
        for (low, high), row in zip(mandate, red, strict=True)
    )
