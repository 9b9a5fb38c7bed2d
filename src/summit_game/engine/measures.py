"""Joint measures over all texts that the issues allow (R8.8): zone of agreement, Pareto, Nash. Exact."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from math import prod
from typing import NamedTuple

from summit_game.engine.queries import decisive
from summit_game.engine.scoring import Holding
from summit_game.engine.setting import Setting
from summit_game.engine.state import State

Text = tuple[int, ...]
MAX_TEXTS = 400_000
"""A deck with more possible texts is not enumerated."""


class Valued(NamedTuple):
    """A text with its value to each seat."""

    text: Text
    values: tuple[int, ...]


class Measures(NamedTuple):
    """What was possible with the briefs that were dealt."""

    texts: int
    zone: int
    """Texts without red lines that are worth the reservation value to every delegation."""
    zone_minus_one: int
    """The same under the table's own rule of consensus."""
    pareto: int
    """Texts that no other text beats for one delegation without loss for another."""
    pareto_in_zone: int
    best_surplus: tuple[int, ...]
    """The most each delegation could have had inside the zone; empty if there is no zone."""
    nash: Text | None
    """The text of the zone with the largest product of (surplus + 1)."""
    nash_surplus: tuple[int, ...]


def all_texts(setting: Setting, held: Sequence[Holding]) -> list[Valued]:
    """Every text with what it is worth to each seat."""
    levels = [range(issue.levels) for issue in setting.issues]
    rows = [
        [tuple(each.brief.values[issue][level] for each in held) for level in choice]
        for issue, choice in enumerate(levels)
    ]
    values = [tuple(map(sum, zip(*parts, strict=True))) for parts in product(*rows)]
    return [Valued(text, each) for text, each in zip(product(*levels), values, strict=True)]


def in_zone(setting: Setting, held: Sequence[Holding], valued: Valued) -> bool:
    """Whether no red line is touched and nobody is below its reservation value."""
    return all(
        value >= each.reservation and not setting.touches_red_line(seat, valued.text)
        for seat, (value, each) in enumerate(zip(valued.values, held, strict=True))
    )


def pareto(texts: Sequence[Valued]) -> list[Valued]:
    """The texts that no other text dominates. Texts with equal values do not dominate each other."""
    front: list[Valued] = []
    for candidate in sorted(texts, key=lambda each: -sum(each.values)):
        mine = candidate.values
        if not any(
            best.values != mine and all(b >= m for b, m in zip(best.values, mine, strict=True)) for best in front
        ):
            front.append(candidate)
    return front


def nash_text(held: Sequence[Holding], texts: Sequence[Valued]) -> Valued | None:
    """The text with the largest product of (surplus + 1) among those where every surplus is at least 0."""
    return max(texts, key=lambda each: prod(s + 1 for s in surpluses(held, each)), default=None)


def surpluses(held: Sequence[Holding], valued: Valued) -> tuple[int, ...]:
    """Points above the reservation value, per seat."""
    return tuple(value - each.reservation for value, each in zip(valued.values, held, strict=True))


def _passes_without(state: State, held: Sequence[Holding], valued: Valued) -> bool:
    """Whether those who would lose by the text could not stop it (R4.2 to R4.4), and nobody's red line is touched
    among those who sign."""
    setting = state.setting
    against = [
        seat
        for seat, (value, each) in enumerate(zip(valued.values, held, strict=True))
        if value < each.reservation or setting.touches_red_line(seat, valued.text)
    ]
    changes = tuple((issue, level) for issue, level in enumerate(valued.text) if level > 0)
    return len(against) <= setting.options.slack and not any(decisive(state, seat, changes) for seat in against)


def measures(state: State, held: Sequence[Holding]) -> Measures:
    """All joint measures for the briefs that are held."""
    setting = state.setting
    texts = all_texts(setting, held)
    zone = [each for each in texts if in_zone(setting, held, each)]
    front = pareto(texts)
    best = tuple(max(column) for column in zip(*(surpluses(held, each) for each in zone), strict=True)) if zone else ()
    nash = nash_text(held, zone)
    return Measures(
        texts=len(texts),
        zone=len(zone),
        zone_minus_one=sum(_passes_without(state, held, each) for each in texts),
        pareto=len(front),
        pareto_in_zone=sum(in_zone(setting, held, each) for each in front),
        best_surplus=best,
        nash=nash.text if nash else None,
        nash_surplus=surpluses(held, nash) if nash else (),
    )


def nash_percent(reached: Sequence[int], best: Sequence[int]) -> int:
    """The geometric mean of (surplus + 1) as a percentage of the Nash text's, rounded down; 0 if a surplus is below 0.

    Exact: the largest p with p**n * product(best + 1) <= 100**n * product(reached + 1).
    """
    if min(reached) < 0:
        return 0
    count = len(reached)
    have = 100**count * prod(each + 1 for each in reached)
    whole = prod(each + 1 for each in best)
    percent = 0
    while (percent + 1) ** count * whole <= have:
        percent += 1
    return percent


class Trade(NamedTuple):
    """A text that would have been better for everybody: what changes, and how much each would gain."""

    text: Text
    changed: tuple[int, ...]
    """Issues on which it differs from the final text."""
    gains: tuple[int, ...]


def missed_trade(setting: Setting, held: Sequence[Holding], final: Sequence[int], floor: Sequence[int]) -> Trade | None:
    """The best text that leaves nobody worse off than `floor` (points per seat) and somebody better off (R8.8).

    Best is the largest smallest gain, then the fewest changed issues, then the first in order. Texts that touch a red
    line of somebody are left out. None: the result could not be improved for all.
    """
    now = tuple(max(0, level) for level in final)
    best: tuple[tuple[int, int], Trade] | None = None
    for each in all_texts(setting, held):
        gains = tuple(value - least for value, least in zip(each.values, floor, strict=True))
        if min(gains) < 0 or max(gains) == 0:
            continue
        if any(setting.touches_red_line(seat, each.text) for seat in setting.seats):
            continue
        changed = tuple(issue for issue, level in enumerate(each.text) if level != now[issue])
        rank = (min(gains), -len(changed))
        if best is None or rank > best[0]:
            best = (rank, Trade(each.text, changed, gains))
    return best[1] if best else None
