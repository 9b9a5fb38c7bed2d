"""The Pareto front of many points, exactly and quickly. No floating-point number is used.

A point dominates another if it is larger in one coordinate and smaller in none; so points with equal coordinates do not
dominate each other. Two ideas make it quick. The deals of a game are sums, and a deal whose part on some issues is
dominated there is dominated as a whole: most deals fall by a look at half of the issues. What remains is compared in
blocks, from the largest sum down: for each coordinate and rank a row of bits says which points of the block reach it,
and the rows that belong to a point are joined with AND. Only points of the front are kept to compare with.
"""

from __future__ import annotations

from itertools import combinations
from math import comb, prod

import numpy as np
import numpy.typing as npt

from summit_game.deals.space import Flags, Ints, Space

BLOCK = 4096
"""Points that stand in one table of bits."""
CHUNK = 2048
"""Points that are compared with such a table at once."""
SPAN = 65_536
"""Coordinates of a block that lie closer together than this are looked up, not searched for."""
MOST_SUBSETS = 64
"""A look at parts of a game takes at most this many parts."""
MOST_PART = 20_000
"""Nor parts with more deals than this."""

Words = npt.NDArray[np.uint64]
Indices = npt.NDArray[np.intp]


def pareto(space: Space) -> Flags:
    """Which deals no other deal dominates."""
    hopeful = np.flatnonzero(_undominated_in_parts(space))
    kept = np.zeros(space.deals, np.bool_)
    kept[hopeful[undominated(space.by_party[:, hopeful])]] = True
    return kept


def undominated(points: Ints) -> Flags:
    """Which points no other point dominates: `points[coordinate, point]`."""
    if points.shape[1] == 0:
        return np.zeros(0, np.bool_)
    first, same = _distinct(points)
    return np.asarray(_front(points[:, first])[same])


def _distinct(points: Ints) -> tuple[Indices, Indices]:
    """One point of each kind, in order of coordinates, and the kind of every point."""
    order = np.lexsort(points[::-1])
    ordered = points[:, order]
    new = np.ones(len(order), np.bool_)
    new[1:] = (ordered[:, 1:] != ordered[:, :-1]).any(axis=0)
    same = np.empty(len(order), np.intp)
    same[order] = np.cumsum(new) - 1
    return order[new], same


def _undominated_in_parts(space: Space) -> Flags:
    """Deals of which no part on some of the issues is dominated there; the front is among them."""
    issues = len(space.sizes)
    kept = np.ones(space.sizes, np.bool_)
    for count in range(1, issues // 2 + 1):
        if comb(issues, count) > MOST_SUBSETS:
            break
        for part in combinations(range(issues), count):
            sizes = [space.sizes[issue] for issue in part]
            if prod(sizes) > MOST_PART:
                continue
            points = np.stack([space.total([table[issue] for issue in part]) for table in space.scores])
            good = undominated(points)
            if not good.all():
                kept &= good.reshape([size if issue in part else 1 for issue, size in enumerate(space.sizes)])
    return kept.ravel()


def _front(points: Ints) -> Flags:
    """`undominated` for points of which no two are equal."""
    count = points.shape[1]
    sums = points.sum(axis=0)
    order = np.argsort(-sums, kind="stable")
    points, sums = np.ascontiguousarray(points[:, order]), sums[order]
    kept = np.zeros(count, np.bool_)
    left: Indices = np.arange(count)
    while len(left):
        block, left = left[:BLOCK], left[BLOCK:]
        table = _Table(points[:, block])
        good = block[~table.dominated(points[:, block], themselves=True)]
        kept[good] = True
        # Of two points with the same sum neither dominates the other.
        same = int(np.searchsorted(-sums[left], -sums[block[0]], side="right"))
        if len(good) < len(block):
            table = _Table(points[:, good])
        parts = [left[:same]]
        for start in range(same, len(left), CHUNK):
            some = left[start : start + CHUNK]
            parts.append(some[~table.dominated(points[:, some])])
        left = np.concatenate(parts)
    found = np.empty(count, np.bool_)
    found[order] = kept
    return found


class _Table:
    """Bits that say which points of a block reach which rank in which coordinate."""

    def __init__(self, block: Ints) -> None:
        size = block.shape[1]
        self.width = -(-size // 64)
        self.ranks: list[Ints] = []
        self.lookups: list[Ints | None] = []
        self.bits: list[Words] = []
        for row in block:
            ranks = np.unique(row)
            reach = np.zeros((len(ranks) + 1, self.width * 64), np.bool_)
            np.greater_equal(row, ranks[:, None], out=reach[:-1, :size])
            self.ranks.append(ranks)
            self.bits.append(np.packbits(reach, axis=1, bitorder="little").view("<u8"))
            low, high = int(ranks[0]), int(ranks[-1])
            narrow = high - low < SPAN
            self.lookups.append(np.searchsorted(ranks, np.arange(low, high + 2)) if narrow else None)

    def _rank(self, coordinate: int, row: Ints) -> Indices:
        """How many ranks of the block lie below each number."""
        ranks, lookup = self.ranks[coordinate], self.lookups[coordinate]
        if lookup is None:
            return np.searchsorted(ranks, row)
        return np.asarray(lookup[np.clip(row, ranks[0], ranks[-1] + 1) - ranks[0]])

    def dominated(self, points: Ints, themselves: bool = False) -> Flags:
        """Which of these points, distinct from those of the block, one of the block dominates.

        `themselves`: the points are those of the block, and each is not compared with itself.
        """
        count = points.shape[1]
        found = np.empty(count, np.bool_)
        joined: Words = np.empty((min(CHUNK, count), self.width), np.uint64)
        reached: Words = np.empty_like(joined)
        for start in range(0, count, CHUNK):
            some = points[:, start : start + CHUNK]
            size = some.shape[1]
            for coordinate, (row, bits) in enumerate(zip(some, self.bits, strict=True)):
                into = reached if coordinate else joined
                # "clip" lets numpy write into the buffer at once; no rank lies outside the table.
                np.take(bits, self._rank(coordinate, row), axis=0, out=into[:size], mode="clip")
                if coordinate:
                    np.bitwise_and(joined[:size], reached[:size], out=joined[:size])
            if themselves:
                at = np.arange(size)
                own = at + start
                joined[at, own // 64] &= ~(np.uint64(1) << (own % 64).astype(np.uint64))
            found[start : start + size] = joined[:size].any(axis=1)
        return found
