"""Views: what one seat may know, built new from what it may know, never filtered from a copy (R1.6)."""

from __future__ import annotations

from summit_game.engine.actions import Action
from summit_game.engine.board import Board
from summit_game.engine.legal import menu
from summit_game.engine.refusal import Refusal
from summit_game.engine.refuse import why_not
from summit_game.engine.scoring import Holding, holding, no_deal
from summit_game.engine.state import State


class View(Board):
    """The public board, and one delegation's own hand, orders, vote and brief.

    It is itself a `Board`, so every question about the board works on it; nothing in it can be written to.
    """

    __slots__ = ("concessions", "held", "orders", "pressure", "proposals", "seat", "vote")

    seat: int
    proposals: tuple[int, ...]
    concessions: tuple[int, ...]
    pressure: tuple[int, ...]
    orders: tuple[tuple[int, int], ...]
    """Own orders given in this Posture."""
    vote: int
    held: Holding
    """Own brief, goal and mood."""

    def legal(self) -> list[Action]:
        """What this seat may do now, sorted."""
        return menu(self, self, self.seat)

    def refusal(self, action: Action) -> Refusal | None:
        """Why the action is not legal for this seat now, or None."""
        return why_not(self, self, self.seat, action)

    def no_deal(self) -> int:
        """Own walk-away value now, in points (R8.4)."""
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
    result.vote = own.vote
    result.held = holding(state, seat)
    return result


def public_view(state: State) -> Board:
    """What everybody may know: the board alone, for spectators."""
    result = Board()
    _public(state, result)
    return result


_ROWS = tuple(name for name, kind in Board.__annotations__.items() if kind == "Sequence[int]")
_TABLES = tuple(name for name, kind in Board.__annotations__.items() if kind == "Sequence[Sequence[int]]")
_PLAIN = tuple(name for name in Board.__slots__ if name not in (*_ROWS, *_TABLES))


def _public(state: State, result: Board) -> None:
    """Copy what is public, so that nothing in the copy can be written to: lists become tuples."""
    for name in _PLAIN:
        setattr(result, name, getattr(state, name))
    for name in _ROWS:
        setattr(result, name, tuple(getattr(state, name)))
    for name in _TABLES:
        setattr(result, name, tuple(map(tuple, getattr(state, name))))
