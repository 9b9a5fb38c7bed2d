"""Worker processes of this machine. They never outlive the command that started them, however it ends."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Future
from contextlib import contextmanager, suppress
from functools import partial
from multiprocessing.resource_tracker import ensure_running
from typing import TypeVar

from joblib.externals.loky import cpu_count, get_reusable_executor
from joblib.externals.loky.backend.resource_tracker import ensure_running as loky_ensure_running

from summit_game.deck.compile import SetupError
from summit_game.language.catalogue import say

T = TypeVar("T")
R = TypeVar("R")

_EACH = 0.5
"""Seconds after which a worker looks whether the command is still there."""


def processes(jobs: int, shares: int) -> int:
    """How many processes are worth starting: one per core with -1, and never more than there are shares."""
    return max(1, min(cpu_count() if jobs < 1 else jobs, shares))


def played_here(work: Callable[[Sequence[T]], list[R]], shares: Sequence[Sequence[T]], count: int) -> Iterator[list[R]]:
    """What `work` makes of each share, in order, on so many processes. Raises `SetupError` if they cannot be had."""
    try:
        crew = get_reusable_executor(max_workers=count, initializer=partial(_begin, os.getpid()))
        waiting: deque[Future[list[R]]] = deque()
        for share in shares:
            with _undisturbed():
                waiting.append(crew.submit(work, share))
            if len(waiting) >= 2 * count:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    except BrokenExecutor as error:
        raise SetupError(say("many-worker-lost", jobs=count)) from error
    except (OSError, MemoryError, RuntimeError) as error:
        # A game that goes wrong is a `SetupError`; these are files, memory or threads that the system does not give.
        reason = (getattr(error, "strerror", None) or str(error) or type(error).__name__).lower()
        raise SetupError(say("many-no-workers", jobs=count, reason=reason)) from error
    except BaseException:
        # Stopped from outside, or a game went wrong. What workers have started, their guards end (`bots.guard`).
        _end_workers()
        raise


def _end_workers() -> None:
    """At once, whatever they are at."""
    for worker in multiprocessing.active_children():
        if sys.platform == "win32":
            worker.terminate()
        elif worker.pid is not None:
            with suppress(OSError):
                os.kill(worker.pid, signal.SIGKILL)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Processes that are started meanwhile do not hear of Ctrl-C, which the terminal sends to them as well."""
    if sys.platform == "win32":
        yield
        return
    # Both are started at first need, and lift the mask.
    ensure_running()
    loky_ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin(parent: int) -> None:
    """In a worker, before anything else."""
    # A handler that does nothing, so that programs which a worker starts heed Ctrl-C as usual.
    signal.signal(signal.SIGINT, lambda *_: None)
    if sys.platform != "win32":
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
        threading.Thread(target=_follow, args=(parent,), daemon=True).start()


def _follow(parent: int) -> None:
    """End with the command, also where it was ended with no chance to say so."""
    while os.getppid() == parent:
        time.sleep(_EACH)
    os._exit(1)
