"""The clock of a table: off by default, per decision or per phase, pausable, extendable. It measures; it never moves.

Time is given in, so that tests and replays need no waiting. A deadline is kept, not ticks, so a busy program loses no
time. While the program is stopped, or on most systems the machine asleep, no time passes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from summit_game.language.catalogue import say

PER_DECISION, PER_PHASE = "decision", "phase"
ANNOUNCE, ASK, STAND_IN = "announce", "ask", "stand-in"
LONGEST = 24 * 3600


@dataclass(frozen=True)
class ClockRule:
    """How a table is timed.

    `per`: a new allowance for each decision or each phase. `seconds`: the allowance. `on_time_up`: only announce it,
    ask the facilitator, or let a stand-in act that is marked in the log. Raises `ValueError` for anything else.
    """

    per: str
    seconds: int
    on_time_up: str = ANNOUNCE

    def __post_init__(self) -> None:
        if self.per not in (PER_DECISION, PER_PHASE):
            raise ValueError(say("table-clock-per", decision=PER_DECISION, phase=PER_PHASE, per=repr(self.per[:30])))
        if not 1 <= self.seconds <= LONGEST:
            raise ValueError(say("table-clock-seconds", longest=LONGEST))
        if self.on_time_up not in (ANNOUNCE, ASK, STAND_IN):
            raise ValueError(say("table-clock-up", announce=ANNOUNCE, ask=ASK, stand_in=STAND_IN))

    def to_json(self) -> dict[str, Any]:
        """As a journal keeps it."""
        return {"per": self.per, "seconds": self.seconds, "on_time_up": self.on_time_up}


class Clock:
    """A running or stopped clock. `now` gives seconds that only grow, such as `time.monotonic`.

    Whether it runs is decided in one place, `Core.keep_time`.
    """

    def __init__(self, rule: ClockRule, now: Callable[[], float]) -> None:
        """A stopped clock with the whole allowance."""
        self.rule = rule
        self._now = now
        self._left = float(rule.seconds)
        self._deadline: float | None = None
        self.announced = False
        """Whether it has been said that this allowance is used up."""

    @property
    def running(self) -> bool:
        """Whether time passes."""
        return self._deadline is not None

    @property
    def left(self) -> float:
        """Seconds left; negative once time is up."""
        return self._left if self._deadline is None else self._deadline - self._now()

    def start(self) -> None:
        """Go on."""
        if self._deadline is None:
            self._deadline = self._now() + self._left

    def pause(self) -> None:
        """Stop, keeping what is left."""
        self._left, self._deadline = self.left, None

    def set(self, seconds: float) -> None:
        """Give a new allowance, of which nothing has been said; running goes on running."""
        running = self.running
        self._left, self._deadline, self.announced = seconds, None, False
        if running:
            self.start()

    def fresh(self) -> None:
        """The whole allowance again, for the next decision or phase."""
        self.set(float(self.rule.seconds))

    def extend(self, seconds: float) -> None:
        """Add time to what is left; after time was up, this much from now."""
        self.set(max(0.0, self.left) + seconds)
