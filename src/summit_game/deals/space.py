"""All deals of a scoreable game, in exact whole numbers.

A scoreable game gives each party a score for each option of each issue; a deal takes one option per issue and is worth
the sum of its scores. Deals are numbered as `itertools.product` counts: the last issue moves fastest. Their values
stand in one table of 64-bit integers, a row for each party; no deal is kept as an object, its options follow from its
number.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import prod

import numpy as np
import numpy.typing as npt

MAX_DEALS = 4_000_000
"""A game with more deals is not enumerated."""
MAX_CELLS = 32_000_000
"""Nor one with more deals times parties: 256 MB of values."""
MAX_SCORE = 10**12
"""Scores and thresholds lie between minus and plus this, so that no sum leaves 64 bits."""
MAX_ISSUES = MAX_PARTIES = 1_000

Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]
Table = Sequence[Sequence[int]]
"""A number for each issue and option."""


class Space:
    """A scoreable game with the values of all its deals.

    `scores[party][issue][option]` is what an option is worth; `thresholds[party]` what no deal is worth. All whole
    numbers. Raises `ValueError` with one sentence if the tables do not fit together or the game is too large.
    """

    def __init__(self, scores: Sequence[Table], thresholds: Sequence[int]) -> None:
        self.scores = tuple(tuple(tuple(row) for row in table) for table in scores)
        self.thresholds = tuple(thresholds)
        if not 1 <= len(self.scores) <= MAX_PARTIES:
            raise ValueError(f"A game needs 1 to {MAX_PARTIES} parties; this one has {len(self.scores)}.")
        self.sizes = tuple(len(row) for row in self.scores[0])
        self._check()
        self.deals = prod(self.sizes)
        self.parties = len(self.scores)
        self.by_party: Ints = np.empty((self.parties, self.deals), np.int64)
        """`by_party[party, deal]`: what a deal is worth to a party."""
        for party, table in enumerate(self.scores):
            self.by_party[party] = self.total(table)

    def _check(self) -> None:
        parties = len(self.scores)
        if not self.sizes or len(self.sizes) > MAX_ISSUES:
            raise ValueError(f"A game needs 1 to {MAX_ISSUES} issues; this one has {len(self.sizes)}.")
        if min(self.sizes) < 1:
            raise ValueError("Each issue needs at least one option.")
        for party, table in enumerate(self.scores):
            if tuple(map(len, table)) != self.sizes:
                raise ValueError(f"Party {party + 1} scores other issues or options than party 1.")
        if len(self.thresholds) != parties:
            raise ValueError(f"There are {parties} parties but {len(self.thresholds)} thresholds.")
        numbers = [*self.thresholds, *(score for table in self.scores for row in table for score in row)]
        if any(type(number) is not int or abs(number) > MAX_SCORE for number in numbers):
            raise ValueError(f"Scores and thresholds are whole numbers between -{MAX_SCORE} and {MAX_SCORE}.")
        deals = prod(self.sizes)
        if deals > MAX_DEALS or deals * parties > MAX_CELLS:
            raise ValueError(
                f"{too_many(deals)} deals and {parties} parties are too many; at most {MAX_DEALS} deals, "
                f"and {MAX_CELLS} deals times parties, are enumerated."
            )

    @property
    def values(self) -> Ints:
        """What each deal is worth to each party: a row for each deal. The same memory as `by_party`."""
        return self.by_party.T

    def total(self, table: Table) -> Ints:
        """The sum of `table[issue][option]` over the options of each deal, for all deals in order."""
        sums: Ints = np.zeros(1, np.int64)
        for row in table:
            sums = np.add.outer(sums, np.array(row, np.int64)).ravel()
        return sums

    def any_of(self, flags: Sequence[Sequence[bool]]) -> Flags:
        """Which deals hold at least one option that is marked in `flags[issue][option]`."""
        found: Flags = np.zeros(1, np.bool_)
        for row in flags:
            found = np.logical_or.outer(found, np.array(row, np.bool_)).ravel()
        return found

    def differences(self, text: Sequence[int]) -> Ints:
        """On how many issues each deal differs from this one."""
        return self.total([[int(at != now) for at in range(size)] for now, size in zip(text, self.sizes, strict=True)])

    def text(self, deal: int) -> tuple[int, ...]:
        """The options of a deal, counted from 0."""
        options = []
        for size in reversed(self.sizes):
            deal, option = divmod(deal, size)
            options.append(option)
        return tuple(reversed(options))

    def number(self, text: Sequence[int]) -> int:
        """The number of a deal. Raises `ValueError` if the game has no such options."""
        if len(text) != len(self.sizes):
            raise ValueError(f"A deal has {len(self.sizes)} options, not {len(text)}.")
        number = 0
        for option, size in zip(text, self.sizes, strict=True):
            if not 0 <= option < size:
                raise ValueError(f"{option} is not an option of an issue that has {size}.")
            number = number * size + option
        return number

    def value(self, deal: int) -> tuple[int, ...]:
        """What a deal is worth to each party."""
        return tuple(self.by_party[:, deal].tolist())

    def surplus(self, deal: int) -> tuple[int, ...]:
        """What a deal is worth to each party over its threshold."""
        return tuple(have - least for have, least in zip(self.value(deal), self.thresholds, strict=True))

    def accepted_by(self, party: int) -> Flags:
        """The deals worth at least the threshold to a party."""
        return np.asarray(self.by_party[party] >= self.thresholds[party])

    def rational(self) -> Flags:
        """The deals worth at least the threshold to everybody."""
        found = self.accepted_by(0)
        for party in range(1, self.parties):
            found &= self.accepted_by(party)
        return found


def too_many(number: int) -> str:
    """A count that may be astronomically large, for a message."""
    return str(number) if number < 10**15 else f"More than 10^{len(str(number)) - 1}" if number < 10**4000 else "Far"
