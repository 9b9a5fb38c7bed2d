"""Games on other machines: the workers of a Dask scheduler. `docs/many-machines.md` shows how."""

from __future__ import annotations

import logging
import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from importlib import import_module
from time import monotonic, sleep
from typing import Any, TypeVar

from summit_game import __version__
from summit_game.deck.compile import SetupError
from summit_game.language.catalogue import say

T = TypeVar("T")
R = TypeVar("R")

PATIENCE = 10.0
"""Seconds until a scheduler that does not answer, or has no worker, is given up; of an interrupted run, is told."""
AHEAD = 256
"""Shares that the cluster is given at once; the order of the results does not depend on it."""
_LOOK = 0.5
"""Seconds between looks at the cluster."""


def played_there(
    work: Callable[[Sequence[T]], list[R]], shares: Sequence[Sequence[T]], address: str | None
) -> Iterator[list[R]]:
    """What `work` makes of each share, in order. Raises `SetupError` if there is no cluster, or it is lost."""
    dask = _dask()
    client, place = _client(dask, address), (address or "")[:80]
    try:
        waiting: deque[Any] = deque()
        for share in shares:
            waiting.append(client.submit(work, share, pure=False))
            if len(waiting) >= AHEAD:
                yield _result(dask, client, waiting.popleft(), place)
        while waiting:
            yield _result(dask, client, waiting.popleft(), place)
    except dask.KilledWorker as error:
        raise SetupError(say("many-dask-killed", address=place)) from error
    except (dask.CancelledError, dask.comm.CommClosedError) as error:
        raise SetupError(say("many-dask-lost", address=place)) from error
    finally:
        _leave(client)


def _result(dask: Any, client: Any, future: Any, place: str) -> Any:
    """The result of a share; meanwhile a word, once, if no worker is there for some seconds."""
    alone: float | None = None
    told = False
    while not future.done():
        with suppress(TimeoutError):
            dask.wait([future], timeout=_LOOK)
        if _workers(client):
            alone = None
        elif alone is None:
            alone = monotonic()
        elif not told and monotonic() - alone > PATIENCE:
            told = True
            print(f"summit: {say('many-dask-alone', address=place)}", file=sys.stderr, flush=True)
    return future.result()


def _workers(client: Any) -> int:
    return len(client.scheduler_info()["workers"])


def _version() -> str:
    return __version__


def _dask() -> Any:
    """The package that speaks with the scheduler; it is not there for everybody. Raises `SetupError`."""
    try:
        return import_module("distributed")
    except ImportError as error:
        raise SetupError(say("many-dask-missing")) from error


def _client(dask: Any, address: str | None) -> Any:
    """A connection to the scheduler, whose workers have this Summit. Raises `SetupError`."""
    if not address:
        raise SetupError(say("many-dask-where"))
    for name in ("distributed", "distributed.client"):
        # What is lost is said in a sentence of our own.
        logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        client = dask.Client(address, timeout=PATIENCE)
    except (OSError, TimeoutError, ValueError) as error:
        raise SetupError(say("many-dask-silent", address=address[:80])) from error
    try:
        _see_workers(client, address[:80])
    except BaseException:
        _leave(client)
        raise
    return client


def _leave(client: Any) -> None:
    """What goes wrong at the farewell is no news: a cluster that is gone, or too busy to hear it."""
    with suppress(Exception):
        client.close(timeout=1)


def _see_workers(client: Any, place: str) -> None:
    """Wait for the first worker, and see that all have this Summit."""
    until = monotonic() + PATIENCE
    while not _workers(client):
        if monotonic() > until:
            raise SetupError(say("many-dask-no-worker", address=place, seconds=int(PATIENCE)))
        sleep(_LOOK / 5)
    try:
        versions = set(client.run(_version).values())
    except Exception as error:
        facts = {"address": place, "error": type(error).__name__, "version": __version__}
        raise SetupError(say("many-dask-broken", **facts)) from error
    if versions != {__version__}:
        found = ", ".join(sorted(versions))
        raise SetupError(say("many-dask-versions", address=place, found=found, version=__version__))
