"""Folding: how each event changes the state. With `treaty_fold` and `talk_fold` all that writes to a `State`."""

from __future__ import annotations

from bisect import insort
from collections.abc import Callable, Iterable
from typing import Any

from summit_game.engine import events as ev
from summit_game.engine.board import (
    CORRIDOR,
    FINAL,
    FLOOR,
    NEWS,
    NOBODY,
    OVER,
    POSTURE,
    RECKONING,
    SIGNING,
    VOTE,
    Ballot,
    Package,
)
from summit_game.engine.state import State
from summit_game.engine.talk_fold import TALK_FOLDS
from summit_game.engine.treaty_fold import TREATY_FOLDS


def _brief_dealt(state: State, event: ev.BriefDealt) -> None:
    own = state.own[event.seat]
    own.brief, own.goal, own.mood = event.brief, event.goal, event.mood
    own.goal_test = state.game.secrets.goals[event.seat][own.goal].test if own.goal >= 0 else None


def _pile_set(state: State, event: ev.PileSet) -> None:
    if event.kind == ev.PROPOSAL:
        state.proposal_pile = list(event.cards)
    elif event.kind == ev.CONCESSION:
        state.concession_piles[event.seat] = list(event.cards)
    else:
        state.pressure_piles[event.seat] = list(event.cards)


def _news_set(state: State, event: ev.NewsSet) -> None:
    state.news_list = event.cards


def _round_began(state: State, event: ev.RoundBegan) -> None:
    state.round = event.round
    state.initiative = event.initiative
    state.phase = NEWS
    state.news = -1
    state.asked_in_round = False
    state.adopted_in_round = False
    state.orders_shown = ()
    sides = range(len(state.side_pressed))
    for side in sides:
        state.side_pressed[side] = 0
        state.side_stepped[side] = 0


def _hand(state: State, seat: int, kind: int) -> list[int]:
    own = state.own[seat]
    if kind == ev.PROPOSAL:
        return own.proposals
    return own.concessions if kind == ev.CONCESSION else own.pressure


def _cards_drawn(state: State, event: ev.CardsDrawn) -> None:
    seat, kind, count, cards = event
    hand = _hand(state, seat, kind)
    for card in cards:
        insort(hand, card)
    if kind == ev.PROPOSAL:
        pile = state.proposal_pile
    else:
        pile = state.concession_piles[seat] if kind == ev.CONCESSION else state.pressure_piles[seat]
    del pile[len(pile) - count :]
    state.hand_counts[kind][seat] += count


def _cards_discarded(state: State, event: ev.CardsDiscarded) -> None:
    hand = state.own[event.seat].proposals
    for card in event.cards:
        hand.remove(card)
        state.discard.append(card)
    state.hand_counts[ev.PROPOSAL][event.seat] -= len(event.cards)


def _card_spent(state: State, event: ev.CardSpent) -> None:
    seat, kind, card = event
    _hand(state, seat, kind).remove(card)
    state.hand_counts[kind][seat] -= 1
    if kind == ev.PRESSURE_CARD:
        state.pressed[seat] = state.round
        state.side_pressed[state.setting.side_of[seat]] += 1


def _reshuffled(state: State, event: ev.Reshuffled) -> None:
    state.proposal_pile = list(event.cards)
    state.discard = []
    state.reshuffles += 1


def _news_turned(state: State, event: ev.NewsTurned) -> None:
    state.news = event.card


def _corridor_opened(state: State, event: ev.CorridorOpened) -> None:
    state.phase = CORRIDOR
    state.waiting = list(event.seats)


def _turn_began(state: State, event: ev.TurnBegan) -> None:
    state.phase = FLOOR
    state.pass_number, state.turn = event.pass_number, event.turn
    state.waiting = [event.seat]


def _acted(state: State, event: ev.Acted) -> None:
    state.waiting.remove(event.seat)


def _track_moved(state: State, event: ev.TrackMoved) -> None:
    state.tracks[event[0]] = event[2]


def _seat_track_moved(state: State, event: ev.SeatTrackMoved) -> None:
    state.seat_tracks[event[0]][event[1]] = event[3]


def _units_moved(state: State, event: ev.UnitsMoved) -> None:
    state.units[event.side][event.zone] = event.value


def _monitor_placed(state: State, event: ev.MonitorPlaced) -> None:
    state.monitors[event.zone] = 1


def _slice_set(state: State, event: ev.SliceSet) -> None:
    state.slices[event.module][event.at] = event.value


def _package_tabled(state: State, event: ev.PackageTabled) -> None:
    state.phase = VOTE
    state.amended = False
    state.package = Package(event.seat, event.changes, event.proposals, event.concessions)
    state.waiting = list(event.voters)


def _vote_given(state: State, event: ev.VoteGiven) -> None:
    state.own[event.seat].vote = event.vote
    state.waiting.remove(event.seat)


def _votes_shown(state: State, event: ev.VotesShown) -> None:
    package = state.package
    tabler, changes = (state.asker, ()) if package is None else (package.tabler, package.changes)
    state.record += (Ballot(state.round, tabler, changes, tuple(state.text), event.objectors, event.passes),)
    for own in state.own:
        own.vote = ev.NOT_VOTED


def _package_adopted(state: State, event: ev.PackageAdopted) -> None:
    for issue, level in event.changes:
        state.text[issue] = level
    state.adopted[event.seat] += 1
    state.adopted_in_round = True
    state.package = None


def _package_failed(state: State, event: ev.PackageFailed) -> None:
    state.package = None


def _stepped(state: State, event: ev.Stepped) -> None:
    state.side_stepped[state.setting.side_of[event.seat]] += 1
    state.stepped[event.seat] = state.round
    if event.answers == NOBODY:
        state.step_markers[event.seat] = state.round
    else:
        state.step_markers[event.answers] = 0


def _step_lapsed(state: State, event: ev.StepLapsed) -> None:
    state.step_markers[event.seat] = 0


def _question_put(state: State, event: ev.QuestionPut) -> None:
    state.phase = SIGNING if event.seat != NOBODY else FINAL
    state.asker = event.seat
    state.asked_in_round = True
    state.closing = event.seat == NOBODY
    state.waiting = list(event.voters)


def _signing_failed(state: State, event: ev.SigningFailed) -> None:
    if event.barred:
        state.last_failed = tuple(state.text)
    state.asker = NOBODY
    state.capitals = None


def _treaty_in_force(state: State, event: ev.TreatyInForce) -> None:
    state.in_force = True
    state.capitals = None


def _orders_called(state: State, event: ev.OrdersCalled) -> None:
    state.phase = POSTURE
    state.waiting = list(event.seats)


def _order_given(state: State, event: ev.OrderGiven) -> None:
    state.own[event.seat].orders.append((event.kind, event.zone))
    if event.last:
        state.waiting.remove(event.seat)


def _orders_shown(state: State, event: ev.OrdersShown) -> None:
    state.orders_shown = event.orders
    for own in state.own:
        own.orders = []


def _reckoning_began(state: State, event: ev.ReckoningBegan) -> None:
    state.phase = RECKONING


def _conflict_came(state: State, event: ev.ConflictCame) -> None:
    state.conflict = True


def _game_ended(state: State, event: ev.GameEnded) -> None:
    """No seat is asked for anything any more; a vote or order that was open is void."""
    state.ending = event.ending
    state.phase = OVER
    state.waiting = []
    state.package = None
    state.capitals = state.hesitation = None
    state.asker = NOBODY
    for own in state.own:
        own.orders = []
        own.vote = ev.NOT_VOTED


def _nothing(state: State, event: ev.Event) -> None:
    """Events that only report."""


FOLDS: dict[type, Callable[[State, Any], None]] = {
    ev.BriefDealt: _brief_dealt,
    ev.PileSet: _pile_set,
    ev.NewsSet: _news_set,
    ev.RoundBegan: _round_began,
    ev.CardsDrawn: _cards_drawn,
    ev.CardsDiscarded: _cards_discarded,
    ev.CardSpent: _card_spent,
    ev.Reshuffled: _reshuffled,
    ev.NewsTurned: _news_turned,
    ev.CardInjected: _nothing,
    ev.CorridorOpened: _corridor_opened,
    ev.TurnBegan: _turn_began,
    ev.Acted: _acted,
    ev.TrackMoved: _track_moved,
    ev.SeatTrackMoved: _seat_track_moved,
    ev.UnitsMoved: _units_moved,
    ev.MonitorPlaced: _monitor_placed,
    ev.SliceSet: _slice_set,
    ev.PackageTabled: _package_tabled,
    ev.VoteGiven: _vote_given,
    ev.VotesShown: _votes_shown,
    ev.PackageAdopted: _package_adopted,
    ev.PackageFailed: _package_failed,
    ev.Stepped: _stepped,
    ev.StepLapsed: _step_lapsed,
    ev.QuestionPut: _question_put,
    ev.FlashTurned: _nothing,
    ev.CapitalVoted: _nothing,
    ev.SigningFailed: _signing_failed,
    ev.TreatyInForce: _treaty_in_force,
    ev.OrdersCalled: _orders_called,
    ev.OrderGiven: _order_given,
    ev.OrdersShown: _orders_shown,
    ev.OrderVoid: _nothing,
    ev.ReckoningBegan: _reckoning_began,
    ev.PromiseChecked: _nothing,
    ev.ConflictCame: _conflict_came,
    ev.GameEnded: _game_ended,
    **TREATY_FOLDS,
    **TALK_FOLDS,
}


def fold(state: State, events: Iterable[ev.Event]) -> State:
    """Apply events to a state, in order, and return it. No rule runs."""
    for event in events:
        FOLDS[type(event)](state, event)
    return state
