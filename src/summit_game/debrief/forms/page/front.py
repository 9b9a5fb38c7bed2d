"""The front: the best texts for two delegations, with the drafts of every round and the text at the end among them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from markupsafe import Markup

from summit_game.debrief.forms.svg import Point, box, circle, diamond, drawing, element, label, line, path, short
from summit_game.debrief.model import Deals, Debrief, Points
from summit_game.language.catalogue import say


def pair_of(deals: Deals) -> tuple[int, int]:
    """The two delegations whose values go against each other most over the efficient texts; the first of equals."""
    pairs = list(combinations(range(len(deals.best)), 2))
    return min(pairs, key=lambda pair: (_together(deals.front, *pair), pair)) if pairs else (0, 0)


def _together(front: Sequence[Points], a: int, b: int) -> int:
    """How far two columns go together: the sign and size of their correlation, in thousandths."""
    size = len(front)
    sum_a, sum_b = sum(each[a] for each in front), sum(each[b] for each in front)
    both = size * sum(each[a] * each[b] for each in front) - sum_a * sum_b
    spread_a = size * sum(each[a] ** 2 for each in front) - sum_a**2
    spread_b = size * sum(each[b] ** 2 for each in front) - sum_b**2
    if not spread_a or not spread_b:
        return 1000
    squared = both * both * 1_000_000 // (spread_a * spread_b)
    return squared if both > 0 else -squared


def best_for_pair(front: Sequence[Points], a: int, b: int) -> list[tuple[int, int]]:
    """The values of two delegations that nothing on the front beats for both of them, from left to right."""
    result: list[tuple[int, int]] = []
    for first, second in sorted({(each[a], each[b]) for each in front}, reverse=True):
        if not result or second > result[-1][1]:
            result.append((first, second))
    return result[::-1]


class _Plane:
    """The square of a plot: values of one delegation across, of the other upwards."""

    left, top, side = 36.0, 10.0, 320.0
    bottom = top + side

    def __init__(self, points: Sequence[tuple[int, int]]) -> None:
        across, up = zip(*points, strict=True)
        self.low = (min(across), min(up))
        self.span = (max(1, max(across) - min(across)), max(1, max(up) - min(up)))

    def at(self, across: float, up: float) -> Point:
        x = self.left + 8 + (across - self.low[0]) * (self.side - 16) / self.span[0]
        return x, self.bottom - 8 - (up - self.low[1]) * (self.side - 16) / self.span[1]


def front(debrief: Debrief, deals: Deals) -> Markup:
    """The picture for the two delegations that are most at odds, with what it shows below it; empty for one alone."""
    if len(debrief.seats) < 2 or not deals.front:
        return Markup("")
    a, b = pair_of(deals)
    ends = [each for each in debrief.round_ends() if each.values]
    drafts = [(each.values[a], each.values[b]) for each in ends]
    named = [(each.values[a], each.values[b]) for each in deals.named]
    outcome, least = ((each[a], each[b]) for each in (deals.outcome.values, deals.walk_away))
    best = best_for_pair(deals.front, a, b)
    plane = _Plane([*best, *drafts, *named, outcome, least])
    x, y = plane.at(*least)
    parts = [
        box(plane.left, plane.top, plane.side, plane.side, "b"),
        line(x, plane.top, x, plane.bottom, "k"),
        line(plane.left, y, plane.left + plane.side, y, "k"),
        path([plane.at(*each) for each in best], "o"),
        path([plane.at(*each) for each in drafts], "dash"),
        *(circle(*plane.at(*each), 4, "ring") for each in drafts),
        *(diamond(*plane.at(*each), 6, "fl") for each in named),
        circle(*plane.at(*outcome), 7, "ring"),
        circle(*plane.at(*outcome), 3, "fl"),
        *_axes(debrief, plane, (a, b)),
    ]
    points = {"first": outcome[0], "second": outcome[1], "one": least[0], "other": least[1]}
    told = f"{say('debrief-chart-pair', across=debrief.seats[a], up=debrief.seats[b])}. " + say(
        "debrief-chart-pair-told", **points
    )
    caption = element("figcaption", f"{told} {say('debrief_page-front-how')}")
    return element("figure", drawing(plane.left + plane.side + 8, plane.bottom + 36, told, parts, "ch plane") + caption)


def _axes(debrief: Debrief, plane: _Plane, pair: tuple[int, int]) -> list[Markup]:
    a, b = (short(debrief.seats[each], 40) for each in pair)
    low, high = plane.low, (plane.low[0] + plane.span[0], plane.low[1] + plane.span[1])
    corner = plane.at(*low)
    return [
        label(plane.left - 5, plane.at(low[0], high[1])[1] + 4, str(high[1]), anchor="end"),
        label(plane.left - 5, corner[1] + 4, str(low[1]), anchor="end"),
        label(corner[0], plane.bottom + 15, str(low[0])),
        label(plane.at(*high)[0], plane.bottom + 15, str(high[0]), anchor="end"),
        label(plane.left + plane.side, plane.bottom + 31, a, "t", "end"),
        label(plane.left + 6, plane.top + 16, b, "t halo"),
    ]
