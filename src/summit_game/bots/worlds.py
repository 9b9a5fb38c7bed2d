"""Worlds: complete states that agree with everything a view shows, with what is hidden drawn by chance.

Hands, piles, news, votes and orders of others are dealt from the cards that the view does not account for. Briefs of
others are guesses from public knowledge (`bots.learned`): a world never holds the secrets of the real game.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from summit_game.engine import events as ev
from summit_game.engine.actions import HOLD
from summit_game.engine.board import FINAL, NOBODY, POSTURE, SIGNING, STEP_VOTE, VOTE, Board
from summit_game.engine.setting import BriefSpec, EffectCard, Game, Secrets, TextCard
from summit_game.engine.state import State
from summit_game.engine.streams import Stream
from summit_game.engine.view import View

_SHARED = -1


class Guess(NamedTuple):
    """A guessed brief: values per issue and level and the value of no deal, both in hundredths of a point."""

    values: Sequence[Sequence[int]]
    walk: int


def world(view: View, guesses: Mapping[int, Guess], stream: Stream) -> State:
    """A state in which the seat of the view sees exactly this view. Equal streams give equal worlds."""
    setting = view.setting
    state = State(Game(setting, view.rules, _secrets(view, guesses)), stream.word())
    for name in Board.__slots__:
        if name not in ("rules", "setting"):
            setattr(state, name, _like(getattr(state, name), getattr(view, name)))
    _proposals(view, state, stream)
    for seat in setting.seats:
        own = state.own[seat]
        if seat == view.seat:
            own.vote, own.orders, own.talk = view.vote, list(view.orders), list(view.talk)
            own.goal, own.goal_test = 0 if view.held.goal else -1, view.goal_test
            own.mood = 0 if view.held.mood else -1
        else:
            own.vote, own.orders = _vote(view, seat, stream), _orders(view, seat)
            own.talk = [each for each in view.talk if seat in (each.seat, each.to) or each.to == NOBODY]
        _personal(view, state, seat, stream)
    _news(view, state, stream)
    return state


def _like(kind: object, value: object) -> object:
    """A public value in the form in which a state keeps it: lists where it keeps lists."""
    if not isinstance(kind, list):
        return value
    assert isinstance(value, Sequence)
    return [list(each) if isinstance(each, tuple | list) else each for each in value]


def _secrets(view: View, guesses: Mapping[int, Guess]) -> Secrets:
    held = view.held
    briefs = []
    for seat in view.setting.seats:
        if seat == view.seat:
            briefs.append((held.brief,))
        else:
            guess = guesses[seat]
            rows = tuple(tuple(value // 100 for value in row) for row in guess.values)
            briefs.append((BriefSpec("guess", rows, guess.walk // 100),))
    goals = tuple((held.goal,) if held.goal and seat == view.seat else () for seat in view.setting.seats)
    return Secrets(tuple(briefs), goals, (held.mood,) if held.mood else ())


def _copies(cards: Sequence[TextCard | EffectCard], owner: int) -> list[int]:
    return [at for at, card in enumerate(cards) if card.owner == owner for _ in range(card.copies)]


def _without(cards: list[int], gone: Sequence[int]) -> list[int]:
    left = list(cards)
    for card in gone:
        if card in left:
            left.remove(card)
    return left


def _proposals(view: View, state: State, stream: Stream) -> None:
    """Unseen Proposals go to the other hands and to the pile."""
    laid = view.package.proposals if view.package else ()
    seen = [*view.proposals, *view.discard]
    pool = stream.shuffled(_without(_copies(view.setting.proposals, _SHARED), [*seen, *_not_in(laid, view.discard)]))
    for seat in view.setting.seats:
        if seat == view.seat:
            state.own[seat].proposals = list(view.proposals)
        else:
            count = view.hand_counts[ev.PROPOSAL][seat]
            state.own[seat].proposals, pool = sorted(pool[:count]), pool[count:]
    state.proposal_pile = pool


def _not_in(cards: Sequence[int], others: Sequence[int]) -> list[int]:
    return [card for card in cards if card not in others]


def _personal(view: View, state: State, seat: int, stream: Stream) -> None:
    """Concessions and Pressure cards: those that were given in adopted packages have left the game."""
    own = state.own[seat]
    concessions = _copies(view.setting.concessions, seat)
    pressure = _copies(view.setting.pressure, seat)
    gone = _given(view, seat, concessions)
    if seat == view.seat:
        own.concessions, own.pressure = list(view.concessions), list(view.pressure)
        state.concession_piles[seat] = stream.shuffled(_without(concessions, [*gone, *view.concessions]))
        state.pressure_piles[seat] = stream.shuffled(_without(pressure, view.pressure))
        return
    shown = _shown(view, seat)
    left = stream.shuffled(_without(concessions, [*gone, *shown]))
    count = max(0, view.hand_counts[ev.CONCESSION][seat] - len(shown))
    if len(left) < count:
        left += stream.shuffled(_without(_without(concessions, shown), left))
    own.concessions = sorted([*shown, *left[:count]])
    state.concession_piles[seat] = left[count:]
    drawn = stream.shuffled(pressure)
    count = view.hand_counts[ev.PRESSURE_CARD][seat]
    own.pressure, state.pressure_piles[seat] = sorted(drawn[:count]), drawn[count:]


def _shown(view: View, seat: int) -> Sequence[int]:
    """Concessions that lie on the table in the seat's package: they are still counted as its hand."""
    return view.package.concessions if view.package is not None and view.package.tabler == seat else ()


def _given(view: View, seat: int, cards: Sequence[int]) -> list[int]:
    """Concessions of a seat that were written into the text, as far as the record tells: all but the asked issue."""
    given: list[int] = []
    for ballot in view.record:
        if ballot.passed and ballot.tabler == seat:
            for change in ballot.changes[1:]:
                given += [card for card in cards if view.setting.gives[card] == change and card not in given][:1]
    return given


def _vote(view: View, seat: int, stream: Stream) -> int:
    """A vote that was given already but not shown."""
    voting = view.phase in (VOTE, SIGNING, FINAL, STEP_VOTE)
    tabler = view.package.tabler if view.package is not None else view.asker
    if not voting or seat in view.waiting or seat == tabler:
        return ev.NOT_VOTED
    return ev.CONSENTS if stream.chance(3, 4) else ev.OBJECTS


def _orders(view: View, seat: int) -> list[tuple[int, int]]:
    """Orders that were given already but not shown: taken as holding."""
    if view.orders_shown or seat in view.waiting or view.seat not in view.waiting or view.phase != POSTURE:
        return []
    return [(HOLD, -1)] * view.setting.seat_specs[seat].orders


def _news(view: View, state: State, stream: Stream) -> None:
    """What is still to come is drawn from the cards other than the present one; the past plays no part any more."""
    cards = _without(_copies(view.setting.events, _SHARED), [view.news])
    rounds = view.setting.options.rounds
    deck: list[int] = []
    while cards and len(deck) < rounds:
        deck += stream.shuffled(cards)
    state.news_list = tuple(deck[:rounds])
