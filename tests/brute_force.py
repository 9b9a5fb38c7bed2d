"""Every text of a table one by one, valued and compared by the letter of R8.8."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple

from summit_game.engine.scoring import Holding
from summit_game.engine.setting import Setting


class Valued(NamedTuple):
    """A text with its value to each seat."""

    text: tuple[int, ...]
    values: tuple[int, ...]


def all_texts(setting: Setting, held: Sequence[Holding]) -> Iterator[Valued]:
    """Every text, the last issue fastest."""
    for text in product(*(range(issue.levels) for issue in setting.issues)):
        yield Valued(text, tuple(each.value(text) for each in held))


def in_zone(setting: Setting, held: Sequence[Holding], valued: Valued) -> bool:
    """Whether no red line is touched and nobody is below its reservation value."""
    return min(surpluses(held, valued)) >= 0 and not touches(setting, valued.text)


def touches(setting: Setting, text: Sequence[int]) -> bool:
    """Whether a text touches a red line of anybody."""
    return any(setting.touches_red_line(seat, text) for seat in setting.seats)


def surpluses(held: Sequence[Holding], valued: Valued) -> tuple[int, ...]:
    """Points above the reservation value, per seat."""
    return tuple(value - each.reservation for value, each in zip(valued.values, held, strict=True))


def front(texts: Sequence[Valued]) -> set[tuple[int, ...]]:
    """The values of the texts that no other text dominates."""
    kept: list[tuple[int, ...]] = []
    # Only a point with a larger sum can dominate.
    for mine in sorted({each.values for each in texts}, key=sum, reverse=True):
        if not any(all(b >= m for b, m in zip(best, mine, strict=True)) for best in kept):
            kept.append(mine)
    return set(kept)
