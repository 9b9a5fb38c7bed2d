"""Ending from outside: the one place that says what SIGINT (Ctrl-C), SIGTERM and SIGHUP (a closed terminal) do.

In every command they unwind what is going on, so that bots and worker processes end, games are let go of, and the exit
code is 128 and the number of the signal. If that does not come to its end, the process ends all the same; what it
started then ends by itself (`bots.guard`, `many.crew`).
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from threading import Timer, current_thread, main_thread
from types import FrameType

SIGNALS = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))
LAST_RESORT = 3.0
"""Seconds after a signal in which the program ends in an orderly way, if it can."""


class Ended(SystemExit):
    """The program is ended from outside; never caught but to let go of something. Ctrl-C is a `KeyboardInterrupt`."""


_hears: list[Callable[[int], object]] = []
"""Who is told of a signal, instead of what is going on being unwound."""


def watch() -> None:
    """Heed the signals from now on; one that is ignored (`nohup`, a job in the background) stays ignored."""
    if current_thread() is not main_thread():
        return
    for number in SIGNALS:
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _came)


def tell(hears: Callable[[int], object] | None) -> None:
    """Tell `hears` of a signal, in the middle of anything: it has to end the program. None: unwind again."""
    _hears[:] = [hears] if hears is not None else []


def _came(number: int, frame: FrameType | None) -> None:
    # One is enough: a second one must not disturb the end.
    for each in SIGNALS:
        signal.signal(each, signal.SIG_IGN)
    # A terminal that has gone takes no more writing, and what waits for it waits for ever. All moves are saved.
    last = Timer(LAST_RESORT, os._exit, (128 + number,))
    last.daemon = True
    last.start()
    if _hears:
        _hears[0](number)
    elif number == signal.SIGINT:
        raise KeyboardInterrupt
    else:
        raise Ended(128 + number)


def let_go() -> None:
    """Write what is still to be written, if the terminal is there; that it cannot be is no fault of the program."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError, AttributeError):
            with suppress(OSError, ValueError, AttributeError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
