"""Means with 95 % intervals by resampling (percentile bootstrap). Same numbers in, same interval out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from summit_game.engine.streams import Stream

RESAMPLES = 1000
DIGITS = 4


class Interval(NamedTuple):
    """A mean, and the bounds of its 95 % interval."""

    mean: float
    low: float
    high: float


class Resampling:
    """Samples of `count` items drawn with replacement, `times` of them; every interval is taken over the same ones.

    An item is a seed: games with the same seed share their cards, so they are drawn together.
    """

    def __init__(self, count: int, times: int = RESAMPLES, seed: int = 0) -> None:
        stream = Stream(seed, "bootstrap", count)
        self.count = count
        self._samples = [[stream.below(count) for _ in range(count)] for _ in range(times)]

    def interval(self, totals: Sequence[int], per_item: int = 1) -> Interval:
        """The mean of what the `totals` of the items add up, each over `per_item` observations."""
        if len(totals) != self.count:
            raise ValueError(f"{len(totals)} totals for {self.count} items")
        sums = sorted(sum(map(totals.__getitem__, sample)) for sample in self._samples)
        cut = len(sums) * 25 // 1000
        weight = self.count * per_item
        low, high = (sums[cut], sums[-1 - cut]) if sums else (sum(totals), sum(totals))
        return Interval(*(round(value / weight, DIGITS) for value in (sum(totals), low, high)))
