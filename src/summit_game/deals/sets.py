"""Numbered sets of mandates and briefs (R1.4d): a few draws that differ as much as draws can, always the same ones.

A set is what a seed draws. Of the first seeds those are taken whose best (Nash) texts lie far apart; a red line that is
drawn with a chance stands in as many of them as its chance says.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from summit_game.deals.agreement import agreement_zone
from summit_game.deals.draw import draw
from summit_game.deals.drawn import Drawn, DrawSpec
from summit_game.deals.solutions import nash
from summit_game.deals.space import Flags, Space

SETS = 12
"""How many sets a deck prints."""
LOOKED_AT = 240
"""Seeds among which they are sought."""


class NumberedSet(NamedTuple):
    """A set: the seed that draws it, what it draws, the texts that suit everybody, and the best of them.

    `best` is empty if no text suits everybody.
    """

    seed: int
    drawn: Drawn
    zone: Flags
    best: tuple[int, ...]

    @property
    def suits(self) -> int:
        """Of 1000 texts, how many suit everybody."""
        return round(1000 * int(self.zone.sum()) / self.zone.size)


class Spread(NamedTuple):
    """How different some sets are: how many best texts they have, how many sets have the commonest one, how far the
    two nearest best texts are apart (in levels), and how many sets the text suits that suits most."""

    best: int
    commonest: int
    nearest: int
    fitting: int


def set_of(spec: DrawSpec, seed: int) -> NumberedSet:
    """What a seed draws, as a set."""
    drawn = draw(spec._replace(seed=seed), seed)
    space = Space([each.brief.values for each in drawn.seats], [each.brief.reservation for each in drawn.seats])
    zone = agreement_zone(space, [each.red for each in drawn.seats])
    pick = nash(space, zone, plus=1)
    return NumberedSet(seed, drawn, zone, space.text(pick.deal) if pick else ())


def chosen(spec: DrawSpec, count: int = SETS, looked_at: int = LOOKED_AT) -> list[NumberedSet]:
    """Sets that differ, the most ordinary one first; fewer than `count` if the seeds do not hold so many."""
    seeds = (set_of(spec, seed) for seed in range(1, looked_at + 1))
    free = [each for each in seeds if each.drawn.within and each.best]
    taken: list[NumberedSet] = []
    while free and len(taken) < count:
        fair = [each for each in free if _in_share(spec, each, taken, count)] or free
        used = Counter(_briefs(taken))
        far = [_distance(each, taken) if taken else -sum(_apart(each, other) for other in free) for each in fair]
        # Far from the others first; of equals the one with the briefs that were used least, then the lower seed.
        worn = [sum(used[name] for name in _briefs([each])) for each in fair]
        _, _, seed = max(zip(far, [-each for each in worn], [-each.seed for each in fair], strict=True))
        taken += [each for each in fair if each.seed == -seed]
        free = [each for each in free if each.seed != -seed]
    return taken


def spread(sets: Sequence[NumberedSet]) -> Spread:
    """How different the sets are; of two or more."""
    best = Counter(each.best for each in sets)
    pairs = [_apart(one, other) for at, one in enumerate(sets) for other in sets[:at]]
    return Spread(len(best), max(best.values()), min(pairs), int(np.sum([each.zone for each in sets], axis=0).max()))


def _apart(one: NumberedSet, other: NumberedSet) -> int:
    """By how many levels two best texts differ."""
    return sum(abs(a - b) for a, b in zip(one.best, other.best, strict=True))


def _distance(one: NumberedSet, others: Sequence[NumberedSet]) -> int:
    return min(_apart(one, other) for other in others)


def _in_share(spec: DrawSpec, one: NumberedSet, taken: Sequence[NumberedSet], count: int) -> bool:
    """Whether, with one more set, no further red line stands in more or fewer of them than its chance says."""
    for seat, plan in enumerate(spec.seats):
        for line in plan.maybe_red:
            with_it = sum(each.drawn.seats[seat].red[line.issue][line.level] for each in taken)
            wanted = (count * line.chance + 50) // 100
            has = one.drawn.seats[seat].red[line.issue][line.level]
            if (with_it >= wanted) if has else (len(taken) - with_it >= count - wanted):
                return False
    return True


def _briefs(sets: Iterable[NumberedSet]) -> list[tuple[int, str]]:
    """The printed briefs from which those of some sets were made, seat by seat."""
    return [(seat, each.brief.id) for one in sets for seat, each in enumerate(one.drawn.seats)]
