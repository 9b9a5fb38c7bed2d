"""The charts of a debrief as SVG: bars of fits, results and counterfactuals, and the plot of two delegations' values.

They are read without colour: hatching, dashes, shapes and words carry everything. `tracks` draws what changes in time.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from markupsafe import Markup

from summit_game.debrief.forms.map_svg import wave
from summit_game.debrief.forms.svg import (
    HATCHINGS,
    Point,
    box,
    chart,
    element,
    label,
    line,
    mark,
    number,
    path,
    pattern,
    short,
)
from summit_game.debrief.model import Deals, Debrief, Points, WhatIf
from summit_game.language.catalogue import say
from summit_game.words.names import signed

WIDTH = 440.0
BAR, ROW = 14.0, 44.0


def patterns() -> Markup:
    """The fillings, to stand in a page once: `hatch-0` and so on, and the `wave` of maps."""
    kinds = Markup("").join(pattern(f"hatch-{kind}", kind) for kind in range(HATCHINGS))
    return element("svg", element("defs", kinds + wave()), width=0, height=0, klass="defs", aria_hidden="true")


def _hatched(ending: int) -> str:
    """The filling of an ending's bar; with many endings hatchings come again, and the words tell them apart."""
    return f"url(#hatch-{ending % HATCHINGS})"


def fit_bars(debrief: Debrief) -> Markup:
    """How well each ending fits, 0 to 100; the ending that came is marked."""
    bottom = len(debrief.fits) * ROW
    parts = [line(_fit_x(at), 4, _fit_x(at), bottom, "grid") for at in (0, 50, 100)]
    for at, each in enumerate(debrief.fits):
        came = each.ending == debrief.ending
        name = short(debrief.endings[each.ending], 36)
        top = at * ROW
        words = say("debrief-chart-fit", ending=name, points=each.points, came=came)
        parts.append(label(0, top + 14, words, "strong" if came else ""))
        parts.append(box(0, top + 20, _fit_x(100), BAR, "frame"))
        parts.append(box(0, top + 20, _fit_x(each.points), BAR, "bar", _hatched(each.ending)))
    parts += [label(_fit_x(at), bottom + 14, str(at), "small", anchor) for at, anchor in _ENDS]
    told = "; ".join(f"{debrief.endings[each.ending]} {each.points}" for each in debrief.fits)
    return chart("fits", WIDTH, bottom + 20, say("debrief-chart-fits"), f"{told}.", parts)


_ENDS = ((0, "start"), (50, "middle"), (100, "end"))


def _fit_x(points: float) -> float:
    return points * (WIDTH - 2) / 100 + 1


def results(debrief: Debrief) -> Markup:
    """Each delegation's score as a bar, with the value of no deal and, if known, the best text as marks."""
    best: Points = debrief.deals.best if debrief.deals is not None else ()
    numbers = [0, *best, *(each.points for each in debrief.scores), *(each.reservation for each in debrief.scores)]
    low, high = min(numbers), max(1, *numbers)

    def across(points: float) -> float:
        return 6 + (points - low) * (WIDTH - 12) / (high - low)

    parts = []
    row = ROW + 8  # room for the marks under the bars
    for at, each in enumerate(debrief.scores):
        top = at * row
        start, end = sorted((across(0), across(each.points)))
        own = {"points": each.points, "reservation": each.reservation, "surplus": signed(each.surplus)}
        without = across(each.reservation)
        name = short(debrief.seats[each.seat], 28)
        parts.append(label(0, top + 14, say("debrief-chart-score", who=name, **own)))
        parts.append(box(across(low), top + 20, across(high) - across(low), BAR, "frame"))
        parts.append(box(start, top + 20, end - start, BAR, "bar", f"url(#hatch-{0 if each.surplus >= 0 else 2})"))
        parts += [line(without, top + 19, without, top + 37, "tick"), mark("triangle", without, top + 40, 4)]
        if best:
            parts.append(mark("diamond", across(best[each.seat]), top + 27, 4, "mark open"))
    height = len(debrief.scores) * row
    parts += [mark("triangle", 6, height + 11, 4), label(16, height + 15, say("debrief-chart-no-deal"), "small")]
    if best:
        parts += [
            mark("diamond", 86, height + 11, 4, "mark open"),
            label(96, height + 15, say("debrief-chart-best"), "small"),
        ]
    told = "; ".join(
        say("debrief-chart-told", who=debrief.seats[each.seat], points=each.points, reservation=each.reservation)
        for each in debrief.scores
    )
    return chart("results", WIDTH, height + 22, say("debrief-chart-results"), f"{told}.", parts)


def whatif_bars(debrief: Debrief, at: int, each: WhatIf) -> Markup:
    """How often each ending came out, in percent, with 95 % intervals."""
    parts = []
    for row, share in enumerate(each.shares):
        top = row * ROW
        interval = {name: f"{getattr(share, name):.1f}" for name in ("percent", "low", "high")}
        name = short(debrief.endings[share.ending], 36)
        parts.append(label(0, top + 14, say("debrief-chart-share", ending=name, **interval)))
        parts.append(box(0, top + 20, _fit_x(100), BAR, "frame"))
        parts.append(box(0, top + 20, _fit_x(share.percent), BAR, "bar", _hatched(share.ending)))
        middle = top + 20 + BAR / 2
        low, high = _fit_x(share.low), _fit_x(share.high)
        parts.append(path(((low, middle), (high, middle)), "whisker"))
        parts += [line(x, middle - 4, x, middle + 4, "whisker") for x in (low, high)]
    told = "; ".join(f"{debrief.endings[share.ending]} {share.percent:.1f} %" for share in each.shares)
    return chart(f"whatif-{at}", WIDTH, len(each.shares) * ROW, each.title, f"{told}.", parts)


# --- two delegations -----------------------------------------------------------------------------------------------


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


def best_for_pair(front: Sequence[Points], a: int, b: int) -> list[Points]:
    """The values of two delegations that nothing on the front beats for both of them, from left to right."""
    result: list[Points] = []
    for first, second in sorted({(each[a], each[b]) for each in front}, reverse=True):
        if not result or second > result[-1][1]:
            result.append((first, second))
    return result[::-1]


class _Plane:
    """The square of a plot: values of one delegation across, of the other upwards."""

    left, top, side = 36.0, 10.0, 380.0
    bottom = top + side

    def __init__(self, across: Sequence[int], up: Sequence[int]) -> None:
        self.low = (min(across), min(up))
        self.span = (max(1, max(across) - min(across)), max(1, max(up) - min(up)))

    def at(self, across: float, up: float) -> Point:
        x = self.left + 8 + (across - self.low[0]) * (self.side - 16) / self.span[0]
        return x, self.bottom - 8 - (up - self.low[1]) * (self.side - 16) / self.span[1]


def pair_plot(debrief: Debrief, deals: Deals, pair: tuple[int, int]) -> Markup:
    """Efficient texts, named deals, the drafts at the end of every round and the outcome, for two delegations."""
    a, b = pair
    drafts = [(str(each.round), each.values[a], each.values[b]) for each in debrief.round_ends() if each.values]
    named = [(chr(65 + at), each.values[a], each.values[b]) for at, each in enumerate(deals.named)]
    points = [(each[a], each[b]) for each in (*deals.front, deals.outcome.values, deals.walk_away)]
    points += [(x, y) for _, x, y in (*drafts, *named)]
    plane = _Plane([x for x, _ in points], [y for _, y in points])
    parts = [box(plane.left, plane.top, plane.side, plane.side, "frame")]
    x, y = plane.at(deals.walk_away[a], deals.walk_away[b])
    parts += [line(x, plane.top, x, plane.bottom, "nodeal"), line(plane.left, y, plane.left + plane.side, y, "nodeal")]
    parts += [
        mark("circle", *plane.at(*each), 1.6, "dot") for each in sorted({(row[a], row[b]) for row in deals.front})
    ]
    parts.append(path([plane.at(*each) for each in best_for_pair(deals.front, a, b)], "front"))
    parts.append(path([plane.at(x, y) for _, x, y in drafts], "drafts"))
    where, deal_places = _places(plane, drafts), _places(plane, named)
    end = plane.at(deals.outcome.values[a], deals.outcome.values[b])
    parts += [mark("circle", *each, 4, "mark open") for each in where]
    parts += [mark("diamond", *each, 4) for each in deal_places]
    parts.append(mark("square", *end, 5, "mark thick"))
    parts += _named_places([*deal_places.items(), *where.items()], [end, *where, *deal_places])
    parts += _axes(debrief, plane, pair)
    height = plane.bottom + 34
    legend = [("square", "mark thick", say("debrief-chart-text")), ("circle", "mark open", say("debrief-chart-drafts"))]
    legend += [
        ("diamond", "mark", f"{letter}: {short(each.name, 26)}")
        for (letter, *_), each in zip(named, deals.named, strict=True)
    ]
    for at, (shape, klass, words) in enumerate(legend):
        column, row = at % 2, at // 2
        parts.append(mark(shape, plane.left + 5 + 200 * column, height + 16 * row + 7, 4, klass))
        parts.append(label(plane.left + 16 + 200 * column, height + 16 * row + 11, words, "small"))
    height += 16 * ((len(legend) + 1) // 2)
    for column, (klass, words) in enumerate(
        (("front", say("debrief-chart-front")), ("nodeal", say("debrief-chart-no-deal")))
    ):
        start = plane.left + 200 * column
        parts += [
            line(start, height + 7, start + 12, height + 7, klass),
            label(start + 16, height + 11, words, "small"),
        ]
    ends = {"first": deals.outcome.values[a], "second": deals.outcome.values[b]}
    told = say("debrief-chart-pair-told", **ends, one=deals.walk_away[a], other=deals.walk_away[b])
    title = say("debrief-chart-pair", across=debrief.seats[a], up=debrief.seats[b])
    return chart(f"pair-{a}-{b}", WIDTH, height + 18, title, told, parts)


def _places(plane: _Plane, points: Sequence[tuple[str, int, int]]) -> dict[Point, str]:
    """Every place with the names of all that lie there; rounds that follow each other as 3-5."""
    places: dict[Point, list[str]] = {}
    for name, x, y in points:
        places.setdefault(plane.at(x, y), []).append(name)
    return {place: _joined(names) for place, names in places.items()}


def _joined(names: Sequence[str]) -> str:
    run = len(names) > 2 and all(each.isdigit() for each in names) and int(names[-1]) - int(names[0]) + 1 == len(names)
    return f"{names[0]}-{names[-1]}" if run else ",".join(names)


_AROUND = ((7, 4), (-7, 4), (7, -6), (-7, -6), (7, 14), (-7, 14), (14, -14), (-14, -14), (14, 22), (-14, 22), (24, 4))


def _named_places(places: Sequence[tuple[Point, str]], taken: list[Point]) -> list[Markup]:
    """A name beside each place, where it covers no mark and no other name if there is such a spot."""
    boxes = [(x - 5, y - 5, x + 5, y + 5) for x, y in taken]
    parts = []
    for (x, y), name in places:
        width = 7.5 * len(name)
        spots = []
        for dx, dy in _AROUND:
            left = x + dx if dx > 0 else x + dx - width
            spots.append((left, y + dy - 9, left + width, y + dy + 1))
        clear = [at for at, spot in enumerate(spots) if not any(_overlap(spot, other) for other in boxes)]
        at = clear[0] if clear else 0
        boxes.append(spots[at])
        dx, dy = _AROUND[at]
        parts.append(label(x + dx, y + dy, name, "halo", "start" if dx > 0 else "end"))
    return parts


_Box = tuple[float, float, float, float]


def _overlap(one: _Box, other: _Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _axes(debrief: Debrief, plane: _Plane, pair: tuple[int, int]) -> list[Markup]:
    a, b = pair
    parts = []
    for points in range(-200, 400, 20):
        if 0 <= points - plane.low[0] <= plane.span[0]:
            parts.append(label(plane.at(points, 0)[0], plane.bottom + 13, str(points), "small", "middle"))
        if 0 <= points - plane.low[1] <= plane.span[1]:
            parts.append(label(plane.left - 4, plane.at(0, points)[1] + 4, str(points), "small", "end"))
    parts.append(label(plane.left + plane.side, plane.bottom + 27, _axis(debrief.seats[a]), "small", "end"))
    x, y = 10.0, plane.top
    parts.append(
        element(
            "text",
            _axis(debrief.seats[b]),
            x=x,
            y=y,
            klass="small",
            text_anchor="end",
            transform=f"rotate(-90 {number(x)} {number(y)})",
        )
    )
    return parts


def _axis(who: str) -> str:
    return say("debrief-chart-axis", who=short(who, 40))
