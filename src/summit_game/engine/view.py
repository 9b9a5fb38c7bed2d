"""Views: what one seat may know, built new from what it may know, never filtered from a copy (R1.6)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from summit_game.engine.actions import Action
from summit_game.engine.board import Board, Exchange
from summit_game.engine.formula import Formula
from summit_game.engine.legal import menu
from summit_game.engine.refusal import Refusal
from summit_game.engine.refuse import why_not
from summit_game.engine.scoring import Holding, holding, no_deal
from summit_game.engine.state import State


class View(Board):
    """The public board, and one delegation's own hand, orders, vote, talk and brief.

    It is itself a `Board`, so every question about the board works on it; nothing in it can be written to.
    """

    __slots__ = ("concessions", "held", "orders", "pressure", "proposals", "seat", "talk", "vote")

    seat: int
    proposals: tuple[int, ...]
    concessions: tuple[int, ...]
    pressure: tuple[int, ...]
    orders: tuple[tuple[int, int], ...]
    """Own orders given in this Posture."""
    talk: tuple[Exchange, ...]
    """What it said and was told, oldest first (R19.2)."""
    vote: int
    held: Holding
    """Own brief, goal and mood."""

    @property
    def goal_test(self) -> Formula | None:
        """The test of the own goal, while there is one."""
        return self.held.goal.test if self.held.goal else None

    def legal(self) -> list[Action]:
        """What this seat may do now, sorted."""
        return menu(self, self, self.seat)

    def refusal(self, action: Action) -> Refusal | None:
        """Why the action is not legal for this seat now, or None."""
        return why_not(self, self, self.seat, action)

    def no_deal(self) -> int:
        """Own fallback now now, in points (R8.4)."""
        return no_deal(self, self.seat, self.held)


def view(state: State, seat: int) -> View:
    """What the seat may know now.

    >>> from summit_game.engine.play import start
    >>> mine = view(start(game, seed=7)[0], 1)
    >>> mine.seat, len(mine.proposals), mine.waiting, mine.legal()
    (1, 3, (0,), [])
    """
    result = View()
    _public(state, result)
    own = state.own[seat]
    result.seat = seat
    result.proposals = tuple(own.proposals)
    result.concessions = tuple(own.concessions)
    result.pressure = tuple(own.pressure)
    result.orders = tuple(own.orders)
    result.talk = tuple(own.talk)
    result.vote = own.vote
    result.held = holding(state, seat)
    return result


def public_view(state: State) -> Board:
    """What everybody may know: the board alone, for spectators."""
    result = Board()
    _public(state, result)
    return result


_FROZEN = {"Sequence[int]": "tuple({})", "Sequence[Sequence[int]]": "tuple(map(tuple, {}))"}


def _copier() -> Callable[[State, Board], None]:
    """The function that copies what is public, so that nothing in the copy can be written to: lists become tuples.

    It is made from the fields of `Board`, so that they are listed once; written out, as a view is made at every move.
    """
    lines = ["def public(state, result):"]
    for name, kind in Board.__annotations__.items():
        lines.append(f"    result.{name} = {_FROZEN.get(kind, '{}').format(f'state.{name}')}")
    made: dict[str, Any] = {}
    exec("\n".join(lines), made)
    return cast("Callable[[State, Board], None]", made["public"])


_public = _copier()
