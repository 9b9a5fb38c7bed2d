"""What questions are made from: the game as told, with small helpers to name moments and add up points."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from summit_game.debrief.model import Deals, Moment, TurningPoint
from summit_game.debrief.moments import Told
from summit_game.engine.setting import SETTLEMENT
from summit_game.engine.state import State
from summit_game.words.names import Words, listed, signed


@dataclass(frozen=True)
class Case:
    """One game to ask about. Everything that only briefs tell is empty if only public things may be shown."""

    words: Words
    told: Told
    deals: Deals | None
    turning: Sequence[TurningPoint]

    @property
    def moments(self) -> tuple[Moment, ...]:
        """All moments."""
        return self.told.moments

    @property
    def state(self) -> State:
        """The state at the end of the line of play."""
        return self.told.state

    @property
    def settled(self) -> bool:
        """Whether the game ended with a treaty in force."""
        return self.state.ending == SETTLEMENT

    @property
    def seats(self) -> tuple[str, ...]:
        """Names of the delegations."""
        return self.words.seats

    def at(self, moment: int) -> str:
        """Where a moment is, as the lists of a debrief count them."""
        return f"round {self.moments[moment].round}, moment {moment + 1}"

    def names(self, seats: Iterable[int]) -> str:
        """Several delegations."""
        return listed(self.seats[seat] for seat in seats)

    def points(self, numbers: Sequence[int]) -> str:
        """Points of each delegation, with signs."""
        return ", ".join(f"{name} {signed(each)}" for name, each in zip(self.seats, numbers, strict=True))

    def change(self, issue: int, before: int, after: int) -> str:
        """An issue that moves from one level to another."""
        return f"{self.words.issue(issue)} from {self.words.level(issue, before)} to {self.words.level(issue, after)}"


def times(number: int, one: str) -> str:
    """A number with its noun; once and twice for times."""
    if one == "time" and number in (1, 2):
        return "once" if number == 1 else "twice"
    return f"{number} {one}" if number == 1 else f"{number} {one}s"
