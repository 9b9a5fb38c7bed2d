"""A view holds nothing that its seat may not know (R1.6): other hidden cards, votes and orders give the same view."""

from __future__ import annotations

import gc
from copy import deepcopy
from types import ModuleType

import pytest

from summit_game.deck.models import Brief, Deck
from summit_game.engine import actions as a
from summit_game.engine import events as ev
from summit_game.engine.board import BROKEN, GONE, KEPT, NOBODY, OPEN, Board, Exchange
from summit_game.engine.events import face
from summit_game.engine.notation import action_text
from summit_game.engine.play import legal, refusal
from summit_game.engine.setting import Game, Secrets
from summit_game.engine.state import State
from summit_game.engine.streams import Stream
from summit_game.engine.talk import awaits
from summit_game.engine.view import View, public_view, view
from support import ALL_DECKS, DECK, game_of, random_walk, talking, the_deck, written_actions


def other_world(state: State, seat: int, stream: Stream) -> State:
    """The same state for this seat, with everything that it cannot know drawn anew."""
    memo = {id(state.setting): state.setting, id(state.game): state.game}
    world = deepcopy(state, memo)
    others = [each for each in state.setting.seats if each != seat]
    pool = [*world.proposal_pile, *(card for each in others for card in world.own[each].proposals)]
    pool = stream.shuffled(pool)
    for each in others:
        own = world.own[each]
        count = len(own.proposals)
        own.proposals, pool = sorted(pool[:count]), pool[count:]
        own.concessions, world.concession_piles[each] = redeal(own.concessions, world.concession_piles[each], stream)
        own.pressure, world.pressure_piles[each] = redeal(own.pressure, world.pressure_piles[each], stream)
        secrets = state.game.secrets
        own.brief = stream.below(len(secrets.briefs[each]))
        own.goal = stream.below(len(secrets.goals[each])) if own.goal >= 0 else -1
        own.mood = stream.below(len(secrets.moods)) if own.mood >= 0 else -1
        own.orders = [(stream.below(5), stream.below(5)) for _ in own.orders]
        own.vote = own.vote and stream.choice((ev.CONSENTS, ev.OBJECTS))
        own.talk = [each if heard(each, seat) else said_otherwise(state, each, stream) for each in own.talk]
    world.proposal_pile = pool
    world.concession_piles[seat] = stream.shuffled(world.concession_piles[seat])
    world.pressure_piles[seat] = stream.shuffled(world.pressure_piles[seat])
    future = [*stream.shuffled(range(len(state.setting.events)))][: len(state.news_list) - state.round]
    world.news_list = (*state.news_list[: state.round], *future)
    world.seed = stream.word()
    return world


def heard(exchange: Exchange, seat: int) -> bool:
    return exchange.to == NOBODY or seat in (exchange.seat, exchange.to)


def said_otherwise(state: State, exchange: Exchange, stream: Stream) -> Exchange:
    """Another message between the same two, answered or not as it was."""
    issue = stream.below(len(state.setting.issues))
    if awaits(exchange):
        kind = stream.choice((a.ASK_FIRST, a.ASK_CHEAP, a.ASK_SIGN))
        return exchange._replace(said=(a.MESSAGE, kind, exchange.to))
    words = stream.choice(((OPEN, OPEN), (KEPT, BROKEN), (BROKEN, GONE)))
    said = (a.MESSAGE, stream.choice((a.SAY_NEED, a.SAY_FREE)), exchange.to, issue)
    return exchange._replace(said=said, answers=(), words=words)


def redeal(hand: list[int], pile: list[int], stream: Stream) -> tuple[list[int], list[int]]:
    cards = stream.shuffled([*hand, *pile])
    return sorted(cards[: len(hand)]), cards[len(hand) :]


def fields(board: Board) -> dict[str, str]:
    names = [*Board.__slots__, *(View.__slots__ if isinstance(board, View) else ())]
    return {name: repr(getattr(board, name)) for name in names if name not in ("rules", "setting")}


@pytest.mark.clause("R1.6")
@pytest.mark.parametrize(("seats", "variants"), [(2, ()), (3, ()), (4, ()), (5, ()), (6, ()), (4, ("all-promises",))])
def test_a_view_does_not_depend_on_what_its_seat_cannot_know(seats, variants):
    """Talk has its own test below: what delegations say would be two thirds of the time."""
    assert compared_worlds(game_of(seats, variants, ("talk",)), range(2), every=4) > 50


@pytest.mark.clause("R1.6")
@pytest.mark.parametrize("path", [path for path in ALL_DECKS if path != DECK], ids=lambda path: path.name)
def test_a_view_of_another_deck_leaks_nothing_either(path):
    for seats in the_deck(path).tables:
        for variants in ((), *((variant.id,) for variant in the_deck(path).variants)):
            every = 12 if variants else 4
            assert compared_worlds(game_of(seats, variants, ("talk",), path), range(2), every) > 10


@pytest.mark.clause("R1.6")
@pytest.mark.clause("R19.2")
@pytest.mark.parametrize("seats", [3, 4, pytest.param(6, marks=pytest.mark.slow)])
def test_a_view_does_not_depend_on_what_others_say_to_each_other(seats):
    assert compared_worlds(talking(seats), range(2), every=9) > 50


@pytest.mark.slow
@pytest.mark.clause("R1.6")
@pytest.mark.parametrize(("seats", "games"), [(2, 40), (3, 40), (4, 60), (5, 30), (6, 30)])
def test_views_leak_nothing_along_two_hundred_games(seats, games):
    assert compared_worlds(game_of(seats, (), ("talk",)), range(100, 100 + games), every=7) > 50 * games / 10


def compared_worlds(game, seeds, every):
    """Compare views with those of other worlds along random games; how many worlds really differed."""
    sample = list(written_actions(game.setting))[::1009]
    stream = Stream(3, "worlds")
    changed = 0
    for seed in seeds:
        for at, (state, _, _, _) in enumerate(random_walk(game, seed, "secrecy")):
            if at % every != seed % every:
                continue
            for seat in game.setting.seats:
                world = other_world(state, seat, stream)
                changed += world.key() != state.key()
                mine, theirs = view(state, seat), view(world, seat)
                assert mine.setting is theirs.setting
                assert fields(mine) == fields(theirs)
                assert fields(public_view(state)) == fields(public_view(world))
                texts = [action_text(game.setting, action) for action in legal(state, seat)]
                assert texts == [action_text(game.setting, action) for action in legal(world, seat)]
                for action in sample:
                    assert refusal(state, seat, action) == refusal(world, seat, action)
                assert mine.no_deal() == theirs.no_deal()
    return changed


@pytest.mark.clause("R19.2")
def test_the_resampling_lets_others_say_other_things():
    stream = Stream(5, "talk")
    walk = (state for state, *_ in random_walk(talking(4), 2) if len(state.own[1].talk) > 8)
    state = next(walk)
    world = other_world(state, 0, stream)
    between = [each for each in state.own[1].talk if 0 not in (each.seat, each.to) and each.to != NOBODY]
    assert between
    assert [each for each in world.own[1].talk if each not in state.own[1].talk]
    assert world.own[0].talk == state.own[0].talk
    assert [each.number for each in world.own[1].talk] == [each.number for each in state.own[1].talk]


@pytest.mark.clause("R1.6")
def test_the_resampling_notices_a_view_that_leaks():
    """The check above is worth something: a board that counts another hand's cards by number differs."""
    stream = Stream(4, "leak")
    state = next(random_walk(game_of(4), 1))[0]
    worlds = [other_world(state, 0, stream) for _ in range(5)]
    assert any(sum(world.own[1].proposals) != sum(state.own[1].proposals) for world in worlds)
    assert any(world.news_list != state.news_list for world in worlds)
    assert any(world.own[2].brief != state.own[2].brief for world in worlds)


@pytest.mark.clause("R1.6")
@pytest.mark.clause("R19.2")
@pytest.mark.parametrize("talks", [False, True])
@pytest.mark.parametrize("seats", [2, 4, 6])
def test_the_face_of_an_event_never_shows_what_is_secret(seats, talks):
    for seed in range(3):
        for _, events, _, _ in random_walk(talking(seats) if talks else game_of(seats), seed, "faces"):
            for event in events:
                for seat in range(-1, seats):
                    shown = face(event, seat)
                    own = getattr(event, "seat", None) == seat
                    if isinstance(event, ev.PileSet | ev.NewsSet):
                        assert shown is None
                    elif isinstance(event, ev.BriefDealt):
                        assert shown == (event if own else None)
                    elif isinstance(event, ev.Reshuffled):
                        assert shown == ev.Reshuffled(())
                    elif isinstance(event, ev.CardsDrawn) and not own:
                        assert shown == ev.CardsDrawn(event.seat, event.kind, event.number, ())
                    elif isinstance(event, ev.VoteGiven) and not own:
                        assert shown == ev.VoteGiven(event.seat, ev.NOT_VOTED)
                    elif isinstance(event, ev.OrderGiven) and not own:
                        assert shown == ev.OrderGiven(event.seat, -1, -1, event.last)
                    elif (
                        isinstance(event, ev.MessageSent) and event.to != NOBODY and seat not in (event.seat, event.to)
                    ):
                        assert shown == ev.MessageSent(event.number, event.seat, event.to, (), False)
                    elif isinstance(event, ev.AnswerGiven | ev.WordStands) and seat not in (event.seat, event.to):
                        assert shown is None
                    else:
                        assert shown == event


def test_no_brief_can_be_reached_from_a_view():
    """Whatever a view leads to, through the setting and its modules, is public."""
    state, _, _, _ = next(random_walk(game_of(4), 1))
    open_: list[object] = [view(state, 0)]
    seen: dict[int, object] = {}
    while open_:
        thing = open_.pop()
        if id(thing) in seen or isinstance(thing, type | ModuleType):
            continue
        seen[id(thing)] = thing
        if callable(thing) and hasattr(thing, "__globals__"):
            open_ += [cell.cell_contents for cell in thing.__closure__ or ()]
        else:
            open_ += gc.get_referents(thing)
    assert len(seen) > 1000
    hidden = (Deck, Brief, State, Secrets, Game)
    assert not [thing for thing in seen.values() if isinstance(thing, hidden)]
