"""Drawing the mandates and briefs of a game from its seed (R1.4a to R1.4c).

The same seed draws the same on every machine: chance comes from `Stream`, and all numbers are whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce

import numpy as np

from summit_game.deals.drawn import (
    MOST_SHARE,
    Bounds,
    BriefDraw,
    Drawn,
    DrawSpec,
    Flags,
    Rows,
    SeatDraw,
    SeatDrawn,
    with_drawn,
)
from summit_game.deals.space import Flags as Texts
from summit_game.deals.space import Space
from summit_game.engine.setting import BriefSpec, Game
from summit_game.engine.streams import Stream

BEST = 100
"""Points of a text that has the best level of every issue."""
IN_SHARE = 10_000
IN_ZONE = 1000


def drawn(game: Game, spec: DrawSpec, seed: int) -> Game:
    """The game with the mandates and briefs that its seed draws."""
    return with_drawn(game, draw(spec, seed))


def draw(spec: DrawSpec, seed: int) -> Drawn:
    """Mandates and briefs of all seats: of the first draw that leaves room, but not too much (R1.4c), or the last."""
    seed, attempt = seed if spec.seed is None else spec.seed, 0
    while True:
        seats = [_seat(spec, each, seed, attempt) for each in spec.seats]
        zone = reduce(np.logical_and, (suits for _, suits in seats))
        within = spec.least * zone.size <= IN_ZONE * int(zone.sum()) <= spec.most * zone.size
        attempt += 1
        if within or attempt >= spec.attempts:
            return Drawn(tuple(seat for seat, _ in seats), bool(within), attempt)


def _seat(spec: DrawSpec, seat: SeatDraw, seed: int, attempt: int) -> tuple[SeatDrawn, Texts]:
    """What a seat draws, and which texts suit it then."""
    stream = Stream(seed, "mandate", seat.id, attempt)
    red = _red_lines(stream, seat)
    mandate = tuple(_range(stream, *each) for each in zip(seat.bounds, red, strict=True))
    stream = Stream(seed, "instructions", seat.id, attempt)
    base = stream.choice(seat.briefs)
    values = _values(stream, spec, base)
    texts = Space([values], [0])
    wanted = min(MOST_SHARE, base.share * stream.choice(spec.spread) // 100) if spec.spread else base.share
    least = reservation(texts, wanted)
    suits = np.asarray((texts.by_party[0] >= least) & ~texts.any_of(red))
    return SeatDrawn(mandate, red, BriefSpec(base.id, values, least)), suits


# --- mandates (R1.4a) ------------------------------------------------------------------------------------------------


def _red_lines(stream: Stream, seat: SeatDraw) -> Flags:
    """The printed red lines, and those of the others that come."""
    come = {(each.issue, each.level) for each in seat.maybe_red if stream.chance(each.chance, 100)}
    return tuple(
        tuple(printed or (issue, level) in come for level, printed in enumerate(row))
        for issue, row in enumerate(seat.red)
    )


def _range(stream: Stream, bounds: Bounds, red: Sequence[bool]) -> tuple[int, int]:
    low = bounds.low_from + stream.below(bounds.low_to - bounds.low_from + 1)
    high = bounds.high_from + stream.below(bounds.high_to - bounds.high_from + 1)
    return clear(low, max(low, high), red)


def clear(low: int, high: int, red: Sequence[bool]) -> tuple[int, int]:
    """The part of a mandate without red lines: the longest one, or else the level nearest to it that is none.

    Where every level is a red line it stays as it is; the deck checker refuses such an issue.
    """
    free = [level for level, each in enumerate(red) if not each]
    runs = [(start, end) for start in free for end in free if low <= start <= end <= high and not any(red[start:end])]
    if runs:
        return max(runs, key=lambda run: (run[1] - run[0], -run[0]))
    if not free:
        return low, high
    nearest = min(free, key=lambda level: (max(low - level, level - high), level))
    return nearest, nearest


# --- briefs (R1.4b) --------------------------------------------------------------------------------------------------


def _values(stream: Stream, spec: DrawSpec, base: BriefDraw) -> Rows:
    """The rows of a printed brief, weighted anew, with best levels moved, of 100 points in all."""
    weights = stream.shuffled(spec.weights)
    rows = [_moved(stream, row, spec.shift) for row in base.values]
    best = _points([max(row) * weight for row, weight in zip(rows, weights, strict=True)])
    return tuple(
        tuple((2 * value * points + max(row)) // (2 * max(row)) if max(row) else 0 for value in row)
        for row, points in zip(rows, best, strict=True)
    )


def _moved(stream: Stream, row: Sequence[int], chance: int) -> Sequence[int]:
    """The row with its best level one further up or down, if it lies between the ends and its chance comes."""
    best, last = row.index(max(row)), len(row) - 1
    if not 0 < best < last or not stream.chance(chance, 100):
        return row
    by = stream.choice((-1, 1))
    return [row[min(last, max(0, level - by))] for level in range(len(row))]


def _points(worth: Sequence[int]) -> list[int]:
    """100 points shared out in proportion, in whole numbers: what is left goes to the largest remainders."""
    whole = sum(worth)
    if not whole:
        return [0] * len(worth)
    points = [BEST * each // whole for each in worth]
    by_rest = sorted(range(len(worth)), key=lambda at: (-(BEST * worth[at] % whole), at))
    for at in by_rest[: BEST - sum(points)]:
        points[at] += 1
    return points


def reservation(texts: Space, share: int) -> int:
    """The largest number of points that at least `share` of 10,000 texts are worth to the one party of the space."""
    reached = np.bincount(texts.by_party[0])[::-1].cumsum()[::-1]
    enough = np.flatnonzero(reached * IN_SHARE >= share * texts.deals)
    return int(enough[-1]) if len(enough) else 0
