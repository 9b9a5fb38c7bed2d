"""What a rule module may offer to whoever looks ahead: found as `Rules.promises`, `.capitals`, `.verifies`,
`.words` and `.brink`.

A module offers a power by having its members; nothing is registered.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    from summit_game.engine.board import Board, Changes
    from summit_game.engine.legal import Hand


@runtime_checkable
class KeepsPromises(Protocol):
    """It remembers formal promises."""

    def promised_in(self, board: Board, seat: int, kind: int) -> int:
        """The round in which the seat made its open promise of this kind, 0 for none."""


@runtime_checkable
class Ratifies(Protocol):
    """Capitals vote: a signature holds if Support plus `draw`, less `red_line`, reaches `need` (R15.5)."""

    need: int
    draw: tuple[int, ...]
    """What is added to Support, by flash number."""
    red_line: int
    """What is taken off where the text touches a red line."""
    rally: int
    """Support that RALLY wins."""
    pledge_gain: int
    """Support that a pledge wins."""

    def broken_pledges(self, board: Board, seat: int, changes: Changes) -> tuple[int, ...]:
        """Pledged issues that the changes move further outside the seat's mandate."""


@runtime_checkable
class Hesitates(Protocol):
    """Capitals that fall short may hesitate, and be helped (R15.5a, R15.5b)."""

    hesitation: bool
    pay_most: int
    """Cards and pledges that may be paid."""
    pay_points: int
    """Points that each of them costs."""
    goal_covers: int
    """Shortage that a goal covers."""


@runtime_checkable
class Verifies(Protocol):
    """A treaty needs trust and verification: together at least `commit` (R14.3)."""

    commit: int

    def verification(self, board: Board) -> int:
        """Verification points now."""


@runtime_checkable
class HoldsTalks(Protocol):
    """Consulting calms once both sides have done so (R13.1)."""

    def consulted_by(self, board: Board, side: int) -> bool:
        """Whether the side has consulted in this round."""


@runtime_checkable
class KeepsUnity(Protocol):
    """An alliance has members, whose objections to each other cost it (R18.0, R18.1)."""

    def member(self, board: Board, seat: int) -> bool:
        """Whether the delegation belongs to it."""

    def strained(self, board: Board) -> bool:
        """Whether unity is neither lost nor safe, so that one vote counts."""


@runtime_checkable
class KeepsWords(Protocol):
    """Delegations give each other their word in private (R19)."""

    def word_given(self, board: Board, hand: Hand, seat: int, tabler: int, changes: Changes) -> bool:
        """Whether the seat would break its word if it objected to a package (R19.6, R19.8)."""

    def kept(self, board: Board, one: int, two: int) -> int:
        """Understandings that two delegations have kept."""

    def broken(self, board: Board, one: int, to: int) -> int:
        """Words of one delegation to another that the other has shown to be broken."""


@runtime_checkable
class HasBrink(Protocol):
    """Conflict may come by itself."""

    brink: dict[int, int]
    """Tension -> highest of six flash numbers that means conflict (R16.3)."""

    def brink_risk(self, board: Board) -> int:
        """Flash numbers out of six that mean conflict now."""
