"""The parts of the balance report that look at mixed tables, each of which can be asked for alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, NamedTuple, TypeVar

from summit_game.engine.setting import Game
from summit_game.many.balance.clauses import clauses
from summit_game.many.balance.endings import endings
from summit_game.many.balance.fairness import fairness
from summit_game.many.balance.flips import Rolled, flips, rolled
from summit_game.many.balance.games import Deal, Watched, deal, watch
from summit_game.many.balance.modules import Final, final, modules, without
from summit_game.many.balance.predict import predict
from summit_game.many.balance.skill import KINDS, Turn, skill, turn
from summit_game.many.balance.strategies import memory
from summit_game.many.balance.variety import fitting, variety
from summit_game.many.mixed import MIXED
from summit_game.many.share_out import Crew, Progress, Table, share_out

ENDINGS, CLAUSES, VARIETY, PREDICT, FAIRNESS = QUICK = ("endings", "clauses", "variety", "predict", "fairness")
"""Parts that need the mixed games and nothing else."""
MODULES, FLIPS, SKILL = SLOW = ("modules", "flips", "skill")
"""Parts that play many more games."""
PARTS = (*QUICK, *SLOW)

T = TypeVar("T")
R = TypeVar("R")


class Measured(NamedTuple):
    """What the parts found, and the fingerprints of all games that were played for them."""

    parts: dict[str, Any]
    digests: list[bytes]


class Run:
    """The mixed games of some seeds at a table, and what is asked about them."""

    def __init__(self, table: Table, seeds: Sequence[int], crew: Crew, progress: Progress | None = None) -> None:
        self.table = table
        self.seeds = seeds
        self.crew = crew
        self.progress = progress
        self.game: Game = table.game()
        self.digests: list[bytes] = []

    def measure(
        self,
        parts: Sequence[str],
        played: Sequence[Watched] | None = None,
        deals: Sequence[Deal | None] | None = None,
    ) -> Measured:
        """The parts, in the order of `PARTS`. Games and deals of these seeds may be given, if they are known."""
        setting = self.game.setting
        if played is None:
            played = self._all(_watch, self.seeds)
            self.digests += [game.digest for game in played]
        if deals is None:
            deals = self._all(_deal, self.seeds) if {VARIETY, FAIRNESS, SKILL} & {*parts} else []
        # A deck with too many texts to look at them all has no best ones.
        known = [each for each in deals if each is not None]
        found: dict[str, Callable[[], Any]] = {
            ENDINGS: lambda: endings(played),
            CLAUSES: lambda: clauses(played),
            VARIETY: lambda: variety(setting, played, known),
            PREDICT: lambda: predict(played, setting.options.rounds, self.seeds[0]),
            FAIRNESS: lambda: fairness(setting, played, deals),
            MODULES: lambda: self._modules(played),
            FLIPS: lambda: flips(
                self._all(_flip, [(seed, game) for seed, game in zip(self.seeds, played, strict=True)])
            ),
            SKILL: lambda: self._skill(known),
        }
        return Measured({name: found[name]() for name in PARTS if name in parts}, self.digests)

    def _all(self, work: Callable[[Table, T], R], tasks: Sequence[T], table: Table | None = None) -> list[R]:
        return share_out(partial(_each, table or self.table, work), tasks, self.crew, self.progress)

    def _modules(self, played: Sequence[Watched]) -> dict[str, Any]:
        usual = [Final(game.ending, game.course.text, game.ratings, game.digest) for game in played]
        off = {}
        for module in self.game.setting.modules:
            off[module.id] = self._all(final, self.seeds, without(self.table, module.id))
            self.digests += [game.digest for game in off[module.id]]
        return modules(self.game.setting.seat_ids, usual, off)

    def _skill(self, deals: Sequence[Deal]) -> dict[str, Any]:
        setting = self.game.setting
        seats = len(setting.seats)
        text = fitting(setting, deals)
        turns: dict[str, list[Turn]] = {}
        for kind in (*KINDS, *([memory(text[1])] if text else [])):
            turns[kind] = self._all(_turn, [(kind, at % seats, seed) for at, seed in enumerate(self.seeds)])
            self.digests += [each.digest for each in turns[kind]]
        return skill(setting.seat_ids, turns)


def _each(table: Table, work: Callable[[Table, T], R], tasks: Sequence[T]) -> list[R]:
    return [work(table, task) for task in tasks]


def _watch(table: Table, seed: int) -> Watched:
    return watch(table.dealt(seed), MIXED, seed)


def _deal(table: Table, seed: int) -> Deal | None:
    return deal(table.dealt(seed), seed)


def _flip(table: Table, task: tuple[int, Watched]) -> Rolled | None:
    seed, game = task
    return rolled(table.dealt(seed), seed, game.course.moves)


def _turn(table: Table, task: tuple[str, int, int]) -> Turn:
    kind, seat, seed = task
    return turn(table, kind, seat, seed)
