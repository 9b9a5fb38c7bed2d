"""Sharing games out over processes, or over machines: the same results in the same order, whoever plays them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeVar

from joblib import Parallel, delayed, parallel_config

from summit_game import __version__
from summit_game.deck.compile import SetupError, TableOptions
from summit_game.deck.door import game_of
from summit_game.deck.models import Deck
from summit_game.engine.setting import Game
from summit_game.language.catalogue import say

T = TypeVar("T")
R = TypeVar("R")

LOCAL, DASK = "local", "dask"
BACKENDS = (LOCAL, DASK)
CHUNK = 10
"""Games of one share; the result does not depend on it."""
PATIENCE = 10
"""Seconds until a scheduler that does not answer is given up."""

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

    def game(self) -> Game:
        """The compiled game; kept, so that a worker compiles once."""
        key = (self.digest, self.options, self.rotation)
        if key not in _games:
            _games[key] = game_of(self._turned(), self.options)
        return _games[key]

    def _turned(self) -> Deck:
        if not self.rotation:
            return self.deck
        tables = {}
        for size, names in self.deck.tables.items():
            by = self.rotation % len(names)
            tables[size] = type(names)([*names[by:], *names[:by]])
        return self.deck.model_copy(update={"tables": tables})


_games: dict[tuple[str, TableOptions, int], Game] = {}


def share_out(
    work: Callable[[Sequence[T]], list[R]], tasks: Sequence[T], crew: Crew, progress: Progress | None = None
) -> list[R]:
    """`work` done on all tasks, in shares: the results in the order of the tasks, whoever did them.

    `progress` hears how many tasks of how many are done. Raises `SetupError` if the crew cannot be had.
    """
    shares = [tasks[at : at + CHUNK] for at in range(0, len(tasks), CHUNK)]
    done: list[R] = []
    with _at_work(crew) as options:
        for results in _results(work, shares, options):
            done += results
            if progress is not None:
                progress(len(done), len(tasks))
    return done


def _results(
    work: Callable[[Sequence[T]], list[R]], shares: Sequence[Sequence[T]], options: dict[str, Any] | None
) -> Iterator[list[R]]:
    if options is None or len(shares) < 2:
        for share in shares:
            yield work(share)
        return
    yield from Parallel(**options)(delayed(work)(share) for share in shares)


@contextmanager
def _at_work(crew: Crew) -> Iterator[dict[str, Any] | None]:
    """The options of joblib for this crew while it works; None: no crew is needed."""
    if crew.backend == LOCAL:
        if crew.scheduler:
            raise SetupError(say("many-dask-backend"))
        yield None if crew.jobs == 1 else {"n_jobs": crew.jobs, "return_as": "generator"}
        return
    client = _client(crew.scheduler)
    try:
        with parallel_config(backend="dask"):
            yield {"n_jobs": -1}
    finally:
        client.close()


def _version() -> str:
    return __version__


def _client(address: str | None) -> Any:
    """A connection to the scheduler, whose workers have this Summit. Raises `SetupError`."""
    try:
        from distributed import Client
    except ImportError as error:
        raise SetupError(say("many-dask-missing")) from error
    if not address:
        raise SetupError(say("many-dask-where"))
    try:
        client = Client(address, timeout=PATIENCE)
    except (OSError, TimeoutError, ValueError) as error:
        raise SetupError(say("many-dask-silent", address=address[:80])) from error
    try:
        versions = client.run(_version)
    except Exception as error:
        client.close()
        facts = {"address": address[:80], "error": type(error).__name__, "version": __version__}
        raise SetupError(say("many-dask-broken", **facts)) from error
    if set(versions.values()) != {__version__}:
        client.close()
        found = ", ".join(sorted(set(versions.values()))) or say("many-dask-no-worker")
        raise SetupError(say("many-dask-versions", address=address[:80], found=found, version=__version__))
    return client
