"""Named deals of a space, and where an outcome lies in it. Exact: ties are counted, no float decides anything.

`among` marks the deals that are looked at. The surplus of a party is what a deal is worth to it over its threshold.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import lcm, prod
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from summit_game.deals.space import Flags, Ints, Space

WORD = 2**63
"""Whole numbers from here on do not fit into 64 bits; they are counted as Python's own."""

Numbers = npt.NDArray[Any]
"""64-bit integers, or Python's own where those are too short."""


class Pick(NamedTuple):
    """The first deal in order that a definition picks out, and how many fit it equally well."""

    deal: int
    ties: int


class Step(NamedTuple):
    """One issue moved to another option, and what that gives to each party."""

    issue: int
    option: int
    gains: tuple[int, ...]


# --- named deals --------------------------------------------------------------------------------------------------


def nash(space: Space, among: Flags, plus: int = 0) -> Pick | None:
    """The Nash product: the largest product of (surplus + `plus`) over the deals where no surplus is below 0.

    None if there is no such deal. With `plus` 0, deals that leave somebody with no surplus all have the product 0.
    """
    deals = np.flatnonzero(among & space.rational())
    factors = [row + plus for row in _surpluses(space, deals)]
    if len(deals) == 0:
        return None
    exact = prod(max(1, int(row.max())) for row in factors) < WORD
    product = factors[0] if exact else factors[0].astype(object)
    for row in factors[1:]:
        product = product * row
    return _first(deals, product)


def kalai_smorodinsky(space: Space, among: Flags) -> Pick | None:
    """The deal whose smallest share is largest, where no surplus is below 0.

    A party's share is its surplus divided by its ideal: the largest surplus that any of these deals gives it. A party
    whose ideal is 0 cannot gain and is left out; if all are, every deal ties. None if there is no such deal. On whole
    deals the shares need not be equal, as they are in the definition for a continuum.
    """
    deals = np.flatnonzero(among & space.rational())
    if len(deals) == 0:
        return None
    rows = _surpluses(space, deals)
    gaining = [(row, int(row.max())) for row in rows if row.max() > 0]
    # Shares with the same denominator are compared by their numerators.
    common = lcm(*(ideal for _, ideal in gaining))
    smallest: Numbers = np.full(len(deals), common, np.int64 if common < WORD else object)
    for row, ideal in gaining:
        share = row * (common // ideal) if common < WORD else row.astype(object) * (common // ideal)
        smallest = np.minimum(smallest, share)
    return _first(deals, smallest)


def largest_sum(space: Space, among: Flags) -> Pick | None:
    """The deal with the largest sum of values over all parties. None if there is no deal."""
    deals = np.flatnonzero(among)
    return _first(deals, space.by_party.sum(axis=0)[deals])


def egalitarian(space: Space, among: Flags) -> Pick | None:
    """The deal whose smallest surplus is largest. None if there is no deal."""
    deals = np.flatnonzero(among)
    rows = _surpluses(space, deals)
    smallest = rows[0]
    for row in rows[1:]:
        smallest = np.minimum(smallest, row)
    return _first(deals, smallest)


def _surpluses(space: Space, deals: npt.NDArray[np.intp]) -> list[Ints]:
    return [row[deals] - least for row, least in zip(space.by_party, space.thresholds, strict=True)]


def _first(deals: npt.NDArray[np.intp], worth: Numbers) -> Pick | None:
    if len(deals) == 0:
        return None
    best = np.flatnonzero(worth == worth.max())
    return Pick(int(deals[best[0]]), len(best))


# --- where an outcome lies ----------------------------------------------------------------------------------------


def dominating(space: Space, point: Sequence[int]) -> int:
    """How many deals are worth more to somebody and less to nobody than these values. 0: on the Pareto front."""
    nobody_less = np.ones(space.deals, np.bool_)
    equal = np.ones(space.deals, np.bool_)
    for row, value in zip(space.by_party, point, strict=True):
        nobody_less &= row >= value
        equal &= row == value
    return int(nobody_less.sum() - equal.sum())


def distance(space: Space, point: Sequence[int]) -> int:
    """The largest number of points that some deal gives everybody on top of these values.

    0 or more for the values of a deal; 0 on the Pareto front, and also where nobody can gain unless another stands
    still. Below 0 for values that no deal reaches for all.
    """
    least: Ints | None = None
    for row, value in zip(space.by_party, point, strict=True):
        more = row - value
        least = more if least is None else np.minimum(least, more)
    assert least is not None
    return int(least.max())


def single_steps(space: Space, deal: int, barred: Sequence[Sequence[bool]] | None = None) -> tuple[Step, ...]:
    """Changes of one issue that are worth more to somebody and less to nobody.

    Best first: largest sum of gains, then largest smallest gain, then issue and option. `barred[issue][option]` marks
    options that are left out.
    """
    found = []
    for issue, now in enumerate(space.text(deal)):
        for option in range(space.sizes[issue]):
            gains = tuple(table[issue][option] - table[issue][now] for table in space.scores)
            if min(gains) >= 0 and max(gains) > 0 and not (barred and barred[issue][option]):
                found.append(Step(issue, option, gains))
    return tuple(sorted(found, key=lambda step: (-sum(step.gains), -min(step.gains), step.issue, step.option)))


def nearest(space: Space, deal: int, acceptable: Sequence[Flags]) -> tuple[int | None, ...]:
    """For each party the deal nearest to this one among those that are `acceptable` to it; None if there is none.

    Nearest: fewest issues changed, then fewest options moved, then the largest value to it, then the first in order.
    """
    here = space.text(deal)
    changed = space.differences(here)
    moved = space.total([[abs(at - now) for at in range(size)] for now, size in zip(here, space.sizes, strict=True)])
    found: list[int | None] = []
    for row, good in zip(space.by_party, acceptable, strict=True):
        deals = np.flatnonzero(good)
        for measure in (changed, moved, -row):
            if len(deals):
                worth = measure[deals]
                deals = deals[worth == worth.min()]
        found.append(int(deals[0]) if len(deals) else None)
    return tuple(found)
