"""Looking at the clock while a line is waited for: once a second, where the system has an alarm."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import current_thread, main_thread

SECONDS = 1.0


@contextmanager
def looking(look: Callable[[], object]) -> Iterator[None]:
    """Call `look` each second meanwhile, between two steps of what goes on here; on Windows not at all.

    What is waited for must be reading alone: `look` may do anything at the table.
    """
    if not hasattr(signal, "setitimer") or current_thread() is not main_thread():
        yield
        return
    heard = signal.signal(signal.SIGALRM, lambda number, frame: look())
    before = signal.setitimer(signal.ITIMER_REAL, SECONDS, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, *before)
        signal.signal(signal.SIGALRM, heard)
