"""End states of a deck as ranges: what a fit can be, and a search for states in which it is high.

Quantities are taken as independent of each other, within their own limits. So "no state was found" is said of a
larger set than the states that play can reach.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import NamedTuple

from summit_game.deck.check_base import SEAT_TRACKS, Checker
from summit_game.deck.check_formulas import parsed
from summit_game.deck.formulas import Read, reads
from summit_game.deck.models import Scenario
from summit_game.deck.ranges import Range, bounds, truth

Variable = Hashable
State = dict[Variable, Range]
_SAMPLES = 13
_MAX_SWEEPS = 8


class Ending(NamedTuple):
    """How a game has ended, as far as formulas can tell."""

    treaty: int
    conflict: int


OPEN, TREATY, CONFLICT = Ending(0, 0), Ending(1, 0), Ending(0, 1)


class EndStates:
    """The quantities of a deck and their ranges, at its largest table."""

    def __init__(self, ck: Checker) -> None:
        self._ck = ck
        deck = ck.deck
        self._seats = deck.tables[max(deck.tables)]
        self.all: State = {("track", name): Range(track.min, track.max) for name, track in deck.tracks.items()}
        for issue, top in ck.levels.items():
            self.all["text", issue] = Range(-1, top)
        for zone in deck.zones:
            for side, units in zone.start.items():
                self.all["units", side, zone.id] = Range(0, max(units, deck.options.zone_cap))
        for seat in self._seats:
            for name in SEAT_TRACKS:
                self.all[name, seat] = self.all["track", name]
            self.all["adopted", seat] = Range(0, deck.options.rounds * deck.options.passes)
        self.all["monitors"] = Range(0, len(deck.zones))
        self.all["red_lines"] = Range(0, len(self._seats))
        self.all["lowest_rating"] = Range(0, 100)

    def _variables(self, read: Read) -> list[Variable]:
        """What a quantity is made of."""
        name, args = read.name, read.args
        if name in ("agreed", "level"):
            return [("text", issue) for issue in self._ck.levels if not args or issue == args[0]]
        if name == "units":
            places = [key for key in self.all if isinstance(key, tuple) and key[0] == "units"]
            return [key for key in places if key[1 : 1 + len(args)] == args]
        if name in (*SEAT_TRACKS, "adopted"):
            return [(name, seat) for seat in self._seats if not args or seat == args[0]]
        return [key for key in (("track", name), name) if key in self.all]

    def value(self, read: Read, state: State, ending: Ending) -> Range:
        """The range of a quantity."""
        if read.name in ("treaty", "conflict"):
            value = ending.treaty if read.name == "treaty" else ending.conflict
            return Range(value, value)
        if read.name == "in_play":
            seated = int(read.args[0] in self._seats)
            return Range(seated, seated)
        parts = [state[key] for key in self._variables(read)]
        if read.name == "agreed":
            return Range(sum(part.low >= 0 for part in parts), sum(part.high >= 0 for part in parts))
        if read.name == "level":
            parts = [Range(max(0, part.low), max(0, part.high)) for part in parts]
        return Range(sum(part.low for part in parts), sum(part.high for part in parts))

    def needed(self, trees: Iterable[ast.expr]) -> list[Variable]:
        """The variables that formulas depend on."""
        found = (key for tree in trees for read in reads(tree) for key in self._variables(read))
        return list(dict.fromkeys(found))


class Fit:
    """The fit of one scenario, with its formulas parsed. Raises `FormulaError` if one cannot be."""

    def __init__(self, ck: Checker, states: EndStates, scenario: Scenario) -> None:
        self._states = states
        self.fixed = sum(term.otherwise for term in scenario.fit if not ck.active(term.module))
        self.terms = [parsed(term.points) for term in scenario.fit if ck.active(term.module)]
        self.limits = [(parsed(limit.when), limit.at_most, limit.share) for limit in scenario.limits]

    @property
    def trees(self) -> list[ast.expr]:
        """All formulas of the fit."""
        return [*self.terms, *(when for when, _, _ in self.limits)]

    def bounds(self, state: State, ending: Ending) -> Range:
        """The fit before it is cut to 0..100."""

        def quantity(read: Read) -> Range:
            return self._states.value(read, state, ending)

        parts = [bounds(tree, quantity) for tree in self.terms]
        total = Range(self.fixed + sum(part.low for part in parts), self.fixed + sum(part.high for part in parts))
        for when, at_most, share in self.limits:
            applies = truth(bounds(when, quantity))
            if applies.high:
                limited = Range(*(_limit(value, at_most, share) for value in total))
                total = limited if applies.low else Range(min(limited.low, total.low), max(limited.high, total.high))
        return total


def _limit(value: int, at_most: int | None, share: str | None) -> int:
    if share is not None:
        part, _, whole = share.partition("/")
        value = value * int(part) // int(whole)
    return value if at_most is None else min(value, at_most)


def highest(score: Callable[[State], int], ranges: Mapping[Variable, Range], enough: int) -> int:
    """The highest score found by improving one quantity at a time; stops once it is above `enough`."""
    best = None
    for state in _starts(ranges):
        value = _climb(score, ranges, state, enough)
        best = value if best is None else max(best, value)
        if best > enough:
            break
    return best if best is not None else score({})


def _starts(ranges: Mapping[Variable, Range]) -> Iterable[State]:
    yield {key: Range(each.low, each.low) for key, each in ranges.items()}
    yield {key: Range(each.high, each.high) for key, each in ranges.items()}
    middle = {key: (each.low + each.high) // 2 for key, each in ranges.items()}
    yield {key: Range(value, value) for key, value in middle.items()}
    for step in (2, 3):
        yield {
            key: Range(each.high, each.high) if i % step else Range(each.low, each.low)
            for i, (key, each) in enumerate(ranges.items())
        }


def _climb(score: Callable[[State], int], ranges: Mapping[Variable, Range], state: State, enough: int) -> int:
    best = score(state)
    for _ in range(_MAX_SWEEPS):
        before = best
        for key, limits in ranges.items():
            kept = state[key]
            for value in _samples(limits):
                state[key] = Range(value, value)
                if (new := score(state)) > best:
                    best, kept = new, state[key]
            state[key] = kept
        if best == before or best > enough:
            break
    return best


def _samples(limits: Range) -> Iterable[int]:
    width = limits.high - limits.low
    if width < _SAMPLES:
        return range(limits.low, limits.high + 1)
    return sorted({limits.low + width * i // (_SAMPLES - 1) for i in range(_SAMPLES)})
