"""Sharing games out over processes, or over machines: the same results in the same order, whoever plays them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from summit_game.deals.drawn import Drawn, DrawSpec, with_drawn
from summit_game.deck.compile import SetupError, TableOptions
from summit_game.deck.dealing import dealt, draw_spec
from summit_game.deck.door import game_of
from summit_game.deck.models import Deck
from summit_game.engine.setting import Game
from summit_game.language.catalogue import say

T = TypeVar("T")
R = TypeVar("R")

LOCAL, DASK = "local", "dask"
BACKENDS = (LOCAL, DASK)
MOST_JOBS = 1024
"""More processes than a machine has cores for."""
CHUNK = 10
"""Games of one share; the result does not depend on it."""

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Crew:
    """Who does the work: processes of this machine, or the workers of a Dask scheduler (an address, tcp://…)."""

    jobs: int = -1
    """Processes of this machine; -1 is one per core."""
    backend: str = LOCAL
    scheduler: str | None = None


class Table(NamedTuple):
    """The table that is played at, as it travels to a worker. A worker needs no file of the deck."""

    deck: Deck
    digest: str
    options: TableOptions
    rotation: int = 0
    """How many places the seats are moved on: with 1 the second delegation of the deck sits first."""
    drawn: Drawn | None = None
    """The mandates and briefs of a saved game; they stand in for those that the deck prints."""

    def game(self) -> Game:
        """The compiled game, with the mandates and briefs of the saved game or those that the deck prints."""
        game = self._kept()[0]
        return game if self.drawn is None else with_drawn(game, self.drawn)

    def dealt(self, seed: int) -> Game:
        """The game that begins with a seed: with the mandates and briefs that it draws, if the deck draws any."""
        return dealt(*self._kept(), seed)

    def _kept(self) -> tuple[Game, DrawSpec | None]:
        """A worker compiles once."""
        key = (self.digest, self.options, self.rotation)
        if key not in _games:
            deck = self._turned()
            game = game_of(deck, self.options)
            _games[key] = game, draw_spec(deck, game, self.options.set)
        return _games[key]

    def _turned(self) -> Deck:
        if not self.rotation:
            return self.deck
        tables = {}
        for size, names in self.deck.tables.items():
            by = self.rotation % len(names)
            tables[size] = type(names)([*names[by:], *names[:by]])
        return self.deck.model_copy(update={"tables": tables})


_games: dict[tuple[str, TableOptions, int], tuple[Game, DrawSpec | None]] = {}


def share_out(
    work: Callable[[Sequence[T]], list[R]], tasks: Sequence[T], crew: Crew, progress: Progress | None = None
) -> list[R]:
    """`work` done on all tasks, in shares: the results in the order of the tasks, whoever did them.

    `progress` hears how many tasks of how many are done. Raises `SetupError` if the crew cannot be had, or is lost.
    """
    shares = [tasks[at : at + CHUNK] for at in range(0, len(tasks), CHUNK)]
    done: list[R] = []
    for results in _results(work, shares, crew):
        done += results
        if progress is not None:
            progress(len(done), len(tasks))
    return done


def _results(work: Callable[[Sequence[T]], list[R]], shares: Sequence[Sequence[T]], crew: Crew) -> Iterator[list[R]]:
    # What other machines or processes need is loaded only if they play.
    if crew.backend == DASK:
        from summit_game.many.cluster import played_there

        return played_there(work, shares, crew.scheduler)
    if crew.scheduler:
        raise SetupError(say("many-dask-backend"))
    if crew.jobs == 1 or len(shares) < 2:
        return map(work, shares)
    from summit_game.many.crew import played_here, processes

    return played_here(work, shares, processes(crew.jobs, len(shares)))
