"""A bot knows what its seat knows: hidden things change nothing, and no state or secrets can be reached from it."""

from __future__ import annotations

import gc
import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[1] / "engine"))

from botgames import bot_for, steps
from test_secrecy import other_world

from summit_game.bots import search
from summit_game.bots.kinds import LEVELS
from summit_game.bots.learned import Learned
from summit_game.bots.others import Mandates
from summit_game.bots.search import Searcher
from summit_game.bots.worlds import world
from summit_game.engine import actions as a
from summit_game.engine import events as ev
from summit_game.engine.board import Board, Changes
from summit_game.engine.floor import package_changes
from summit_game.engine.play import apply, legal
from summit_game.engine.setting import Game, Secrets
from summit_game.engine.state import Own, State
from summit_game.engine.streams import Stream
from summit_game.engine.view import View, view
from support import game_of

PERSONALITIES = ("salami-slicer", "hardliner", "cooperator", "by-the-book", "opportunist", "bridge-builder")


@pytest.fixture(autouse=True)
def small_search(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "FLOOR_NODES", 1)
    monkeypatch.setattr(search, "VOTE_NODES", 1)
    monkeypatch.setattr(search, "IDEAS", 3)
    monkeypatch.setattr(search, "_LEAST_WORLDS", 1)


def same_action_in_other_worlds(seats: int, level: int, seeds: range, every: int) -> int:
    """Compare choices with those in worlds that differ in what is hidden; how many worlds really differed."""
    stream = Stream(9, "hidden", seats, level)
    changed = 0
    kinds = [f"{PERSONALITIES[seat]}:{level}" for seat in range(seats)]
    for seed in seeds:
        for at, (state, seat, _, action) in enumerate(steps(game_of(seats), seed, kinds)):
            if at % every == seed % every:
                other = other_world(state, seat, stream)
                changed += other.key() != state.key()
                assert bot_for(kinds[seat], view(other, seat), seed).decide(view(other, seat)).action == action
    return changed


@pytest.mark.parametrize("level", LEVELS)
def test_other_hands_briefs_piles_orders_and_votes_change_no_choice(level: int) -> None:
    assert same_action_in_other_worlds(4, level, range(1), 9 if level == 4 else 4) >= 10


@pytest.mark.slow
@pytest.mark.parametrize("seats", [2, 3, 5, 6])
@pytest.mark.parametrize("level", LEVELS)
def test_hidden_things_change_no_choice_at_any_table(seats: int, level: int) -> None:
    assert same_action_in_other_worlds(seats, level, range(3), 3) >= 30


def reachable(*roots: object) -> list[object]:
    """Everything that can be reached from the roots, modules and classes aside."""
    seen: dict[int, object] = {}
    open_ = list(roots)
    while open_:
        thing = open_.pop()
        if id(thing) in seen or isinstance(thing, type | type(sys)):
            continue
        seen[id(thing)] = thing
        if callable(thing) and hasattr(thing, "__globals__"):
            open_ += [cell.cell_contents for cell in thing.__closure__ or ()]
            continue
        open_ += gc.get_referents(thing)
    return list(seen.values())


@pytest.mark.parametrize("level", LEVELS)
def test_no_state_and_no_secrets_can_be_reached_from_a_bot_and_its_view(level: int) -> None:
    kinds = [f"{name}:{level}" for name in PERSONALITIES[:4]]
    looked = 0
    for at, (_, seat, seen, _) in enumerate(steps(game_of(4), 2, kinds)):
        if at % 7 == 1:
            bot = bot_for(kinds[seat], seen, 2)
            bot.decide(seen)
            found = reachable(bot, seen)
            assert len(found) > 300
            assert not [thing for thing in found if isinstance(thing, State | Secrets | Game | Own)]
            looked += 1
    assert looked >= 3


# --- worlds -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("seats", [2, 4, 6])
def test_a_world_shows_the_seat_exactly_what_it_sees(seats: int) -> None:
    compared = 0
    kinds = [f"{PERSONALITIES[seat]}:2" for seat in range(seats)]
    for at, (state, seat, seen, _) in enumerate(steps(game_of(seats), 4, kinds)):
        if at % 5:
            continue
        bot = bot_for(f"{PERSONALITIES[seat]}:4", seen, 4)
        turn = Searcher(bot, seen)
        made = world(seen, turn.guesses(Stream(1, "guess", at)), Stream(1, "world", at))
        again = view(made, seat)
        for name in [*Board.__slots__, "proposals", "concessions", "pressure", "orders", "vote"]:
            assert repr(getattr(again, name)) == repr(getattr(seen, name)), name
        assert again.held.brief.values == seen.held.brief.values
        assert again.no_deal() == seen.no_deal()
        assert made.own[seat].proposals == state.own[seat].proposals
        assert made.own[seat].goal_test == seen.goal_test
        assert legal(made, seat) == seen.legal()
        compared += 1
    assert compared >= 12


def test_a_world_deals_no_card_twice_and_can_be_played() -> None:
    setting = game_of(4).setting
    stream = Stream(5, "play")
    for at, (_, _, seen, _) in enumerate(steps(game_of(4), 6, ["by-the-book:2"] * 4)):
        if at % 11:
            continue
        turn = Searcher(bot_for("by-the-book:4", seen, 6), seen)
        made = world(seen, turn.guesses(Stream(2, at)), Stream(2, "world", at))
        cards = [*made.proposal_pile, *made.discard, *(card for own in made.own for card in own.proposals)]
        laid = seen.package.proposals if seen.package else ()
        assert sorted([*cards, *(card for card in laid if card not in made.discard)]) == sorted(
            card for card, spec in enumerate(setting.proposals) for _ in range(spec.copies)
        )
        for each in setting.seats:
            hand = made.own[each]
            assert len(hand.proposals) == seen.hand_counts[ev.PROPOSAL][each]
            assert len(hand.concessions) == seen.hand_counts[ev.CONCESSION][each]
            assert len(hand.pressure) == seen.hand_counts[ev.PRESSURE_CARD][each]
            both = [*hand.concessions, *made.concession_piles[each]]
            assert len(both) == len(set(both))
        while made.waiting:
            mover = made.waiting[0]
            apply(made, mover, stream.choice(legal(made, mover)))


def test_worlds_differ_in_hands_and_briefs_but_not_in_the_own_hand() -> None:
    _, seat, seen, _ = next(steps(game_of(4), 6, ["by-the-book:2"] * 4))
    turn = Searcher(bot_for("by-the-book:4", seen, 6), seen)
    made = [world(seen, turn.guesses(Stream(at)), Stream(at, "world")) for at in range(6)]
    assert len({repr([own.proposals for own in each.own]) for each in made}) > 3
    assert len({each.game.secrets.briefs[1][0].reservation for each in made}) > 1
    assert len({repr(each.own[seat].proposals) for each in made}) == 1


# --- learning ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("without", "games", "part"), [(("talk",), 12, 20), ((), 24, 40)])
def test_what_is_learned_from_votes_predicts_votes_better_than_mandates_do(
    without: tuple[str, ...], games: int, part: int
) -> None:
    """Every vote on an own package in these games is predicted by the one who tabled, from the record before it.

    With talk bots ask before they table: fewer votes, and less that a record tells of them beyond the mandates.
    """
    right = {Mandates: 0, Learned: 0}
    votes = 0
    for seed in range(games):
        waiting: tuple[View, Changes, int] | None = None
        for state, seat, seen, action in steps(game_of(4, without=without), seed, ["opportunist:2"] * 4):
            if waiting is not None and len(state.record) > waiting[2]:
                before, changes, _ = waiting
                for model in right:
                    outlook = model(before)
                    for other in outlook.others:
                        silent = other not in state.record[-1].objectors
                        right[model] += (outlook.seat_odds(other, changes) > 500) == silent
                votes += len(state.setting.seats) - 1
                waiting = None
            if action.verb in (a.TABLE, a.NONPAPER) and seat == seen.seat:
                waiting = seen, package_changes(seen.setting, action), len(state.record)
    assert votes > 200
    assert right[Learned] > right[Mandates] + votes // part
