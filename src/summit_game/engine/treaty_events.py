"""What happens between the failure of a package and its amendment, and between signing and ratification.

`summit_game.engine.events` has all of them with the others.
"""

from __future__ import annotations

from typing import NamedTuple

from summit_game.engine.board import Changes


class ReasonsCalled(NamedTuple):
    """The package has failed so far; the `seats` that objected say what would have turned them (R4.8)."""

    seats: tuple[int, ...]


class ReasonGiven(NamedTuple):
    """An objector named changes that would turn it, or none (R4.8)."""

    seat: int
    changes: Changes


class AmendmentCalled(NamedTuple):
    """The tabler may amend its package once (R4.9)."""

    seat: int


class PackageAmended(NamedTuple):
    """The package lies on the table again, changed; the `voters` answer once more (R4.9)."""

    seat: int
    changes: Changes
    proposals: tuple[int, ...]
    concessions: tuple[int, ...]
    voters: tuple[int, ...]


class AmendmentDeclined(NamedTuple):
    """The tabler leaves its package as it is."""

    seat: int


class CapitalsCalled(NamedTuple):
    """The capitals of the `seats` vote one after the other; the `absent` have not signed (R15.5)."""

    seats: tuple[int, ...]
    absent: tuple[int, ...]


class CapitalHesitated(NamedTuple):
    """A capital falls `short`; its delegation may ask and pay (R15.5a, R15.5b)."""

    seat: int
    short: int


class StepAsked(NamedTuple):
    """A hesitating delegation asks for one level; the `voters` answer on the whole text (R15.5a)."""

    seat: int
    issue: int
    level: int
    voters: tuple[int, ...]


class StepAnswered(NamedTuple):
    """The step was granted and is written, or refused."""

    seat: int
    granted: bool


class CapitalPaid(NamedTuple):
    """The delegation paid at home: kind of payment, and how much of the shortage that covers (R15.5b)."""

    seat: int
    payment: int
    covers: int


class GoalGivenUp(NamedTuple):
    """The delegation showed its goal and gave it up (R15.5b)."""

    seat: int
    goal: int


class CapitalAnswered(NamedTuple):
    """The capital's answer is final."""

    seat: int
    ratified: bool


class ReopeningCalled(NamedTuple):
    """The `seats` that did not sign or ratify each name one agreed issue (R7.4a)."""

    seats: tuple[int, ...]


class IssueReopened(NamedTuple):
    """An agreed issue goes back into brackets (R7.4a)."""

    seat: int
    issue: int
