"""Bots at a table where delegations talk (R19): those with a script talk, the others say nothing, and all play on."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[1] / "engine"))

from botgames import NAMES, bot_for, steps
from test_play import small_search as small_search
from test_secrecy import other_world

from summit_game.bots.kinds import LEVELS
from summit_game.bots.search import Searcher
from summit_game.bots.worlds import world
from summit_game.engine.actions import Action
from summit_game.engine.board import OVER, TALK
from summit_game.engine.play import legal
from summit_game.engine.streams import Stream
from summit_game.engine.talk import asked, neutral
from summit_game.engine.view import View, view
from summit_game.many.mixed import MIXED, drawn
from summit_game.many.play import play_one
from support import DECK, SECOND_DECK, random_walk, talking


def played(kinds: list[str], seed: int = 4, deck: Path = DECK, mute: bool = False) -> int:
    """Play a game with talk; how often a bot was asked what it says. Who is mute says nothing at all."""
    spoke = 0
    for state, seat, seen, action in steps(talking(len(kinds), deck=deck), seed, kinds):
        assert action in seen.legal()
        if state.phase == TALK:
            assert not mute or action == neutral(seen.talk, seat)
            spoke += 1
    assert state.phase == OVER
    return spoke


@pytest.mark.parametrize("kind", ["random", "flat", "simple"])
def test_bots_without_a_script_say_nothing(kind: str) -> None:
    assert played([kind] * 4, mute=True) >= 4


@pytest.mark.parametrize("kind", NAMES)
def test_every_personality_talks_and_does_nothing_that_is_not_legal(kind: str) -> None:
    assert played([f"{kind}:2"] * 4) >= (24 if kind == "spoiler" else 30)


@pytest.mark.usefixtures("small_search")
@pytest.mark.parametrize("level", LEVELS)
def test_every_level_talks_and_does_nothing_that_is_not_legal(level: int) -> None:
    assert played([f"by-the-book:{level}", "hardliner:1", "cooperator:3", "random"]) > 24


@pytest.mark.parametrize(("deck", "seats"), [(DECK, 2), (DECK, 4), (DECK, 6), (SECOND_DECK, 2)])
@pytest.mark.parametrize("seed", range(3))
def test_mixed_tables_of_both_decks_talk_to_the_end(deck: Path, seats: int, seed: int) -> None:
    assert played(drawn([MIXED] * seats, seed), seed, deck) > 4 * seats


@pytest.mark.parametrize("kind", ["random", "flat", "simple"])
def test_bots_without_a_script_commit_themselves_to_nothing(kind: str) -> None:
    assert _asked_at_random(kind, lambda seen, action: action == neutral(seen.talk, seen.seat)) > 20


@pytest.mark.parametrize("kind", ["spoiler:1", "cooperator:3", "hardliner:2", "bridge-builder:1"])
def test_bots_answer_whatever_they_are_asked(kind: str) -> None:
    assert _asked_at_random(kind, lambda seen, action: action in seen.legal()) > 20


def _asked_at_random(kind: str, right: Callable[[View, Action], bool]) -> int:
    answered = 0
    for state, _, _, _ in random_walk(talking(4), 6, "asks bots"):
        seat = state.waiting[0] if state.phase == TALK else -1
        if seat >= 0 and asked(state.own[seat].talk, seat) is not None:
            seen = view(state, seat)
            action = bot_for(kind, seen, 6).decide(seen).action
            assert action in legal(state, seat)
            assert right(seen, action)
            answered += 1
    return answered


def test_the_same_game_is_talked_twice() -> None:
    kinds = drawn([MIXED] * 4, 3)
    assert play_one(talking(4), 3, kinds) == play_one(talking(4), 3, kinds)


def test_a_fresh_bot_says_the_same_at_every_point() -> None:
    kinds = ["by-the-book:1", "hardliner:2", "cooperator:3", "opportunist:2"]
    for _, seat, seen, action in steps(talking(4), 5, kinds):
        if seen.phase == TALK:
            assert bot_for(kinds[seat], seen, 5).decide(seen).action == action


def test_what_is_hidden_changes_nothing_that_is_said() -> None:
    stream, compared = Stream(9, "hidden talk"), 0
    kinds = ["by-the-book:2", "hardliner:3", "cooperator:1", "opportunist:3"]
    for state, seat, _, action in steps(talking(4), 2, kinds):
        if state.phase == TALK:
            other = other_world(state, seat, stream)
            compared += other.key() != state.key()
            assert bot_for(kinds[seat], view(other, seat), 2).decide(view(other, seat)).action == action
    assert compared > 20


def test_a_world_holds_what_was_said_to_the_seat_and_by_it() -> None:
    compared = 0
    for at, (state, _, _, _) in enumerate(random_walk(talking(4), 5, "worlds")):
        if at % 23 or not state.waiting:
            continue
        seat = state.waiting[0]
        seen = view(state, seat)
        turn = Searcher(bot_for("by-the-book:4", seen, 4), seen)
        made = world(seen, turn.guesses(Stream(1, "guess", at)), Stream(1, "world", at))
        assert view(made, seat).talk == seen.talk
        assert legal(made, seat) == seen.legal()
        for each in seen.talk:
            assert each.to < 0 or all(each in made.own[party].talk for party in (each.seat, each.to))
        compared += bool(seen.talk)
    assert compared > 5
