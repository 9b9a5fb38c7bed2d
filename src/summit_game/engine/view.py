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
    """What the seat may know now."""
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


def _public(state: State, result: Board) -> None:
    result.setting = state.setting
    result.round = state.round
    result.phase = state.phase
    result.pass_number = state.pass_number
    result.turn = state.turn
    result.initiative = state.initiative
    result.waiting = tuple(state.waiting)
    result.text = tuple(state.text)
    result.tracks = tuple(state.tracks)
    result.seat_tracks = tuple(map(tuple, state.seat_tracks))
    result.units = tuple(map(tuple, state.units))
    result.monitors = tuple(state.monitors)
    result.adopted = tuple(state.adopted)
    result.step_markers = tuple(state.step_markers)
    result.stepped = tuple(state.stepped)
    result.pressed = tuple(state.pressed)
    result.side_pressed = tuple(state.side_pressed)
    result.side_stepped = tuple(state.side_stepped)
    result.asked_in_round = state.asked_in_round
    result.asker = state.asker
    result.adopted_in_round = state.adopted_in_round
    result.last_failed = state.last_failed
    result.package = state.package
    result.orders_shown = state.orders_shown
    result.news = state.news
    result.hand_counts = tuple(map(tuple, state.hand_counts))
    result.discard = tuple(state.discard)
    result.slices = tuple(map(tuple, state.slices))
    result.record = state.record
    result.in_force = state.in_force
    result.conflict = state.conflict
    result.ending = state.ending
