"""Bots at a table where delegations talk (R19): they say nothing and bind themselves by nothing, and play on."""

from __future__ import annotations

import pytest
from botgames import NAMES, bot_for, steps
from test_play import small_search as small_search

from summit_game.bots.kinds import LEVELS
from summit_game.bots.search import Searcher
from summit_game.bots.worlds import world
from summit_game.engine.board import OVER, TALK
from summit_game.engine.play import legal
from summit_game.engine.streams import Stream
from summit_game.engine.talk import asked, neutral
from summit_game.engine.view import view
from support import random_walk, talking


def only_neutral(kinds: list[str], seed: int = 4) -> int:
    """Play a game with talk; how often a bot was asked what it says."""
    talked = 0
    for state, seat, seen, action in steps(talking(4), seed, kinds):
        assert action in seen.legal()
        if state.phase == TALK:
            assert action == neutral(seen.talk, seat)
            talked += 1
    assert state.phase == OVER
    return talked


@pytest.mark.parametrize("kind", ["random", "flat", "simple", *(f"{name}:2" for name in NAMES)])
def test_every_bot_plays_where_others_could_talk(kind: str) -> None:
    assert only_neutral([kind] * 4) >= 4


@pytest.mark.usefixtures("small_search")
@pytest.mark.parametrize("level", LEVELS)
def test_every_level_plays_where_others_could_talk(level: int) -> None:
    assert only_neutral([f"by-the-book:{level}", "hardliner:1", "cooperator:1", "random"]) >= 4


@pytest.mark.parametrize("kind", ["random", "flat", "simple", "spoiler:1", "cooperator:3"])
def test_bots_answer_what_they_are_asked(kind: str) -> None:
    answered = 0
    for state, _, _, _ in random_walk(talking(4), 6, "asks bots"):
        seat = state.waiting[0] if state.phase == TALK else -1
        if seat >= 0 and asked(state.own[seat].talk, seat) is not None:
            seen = view(state, seat)
            action = bot_for(kind, seen, 6).decide(seen).action
            assert action in legal(state, seat)
            assert action == neutral(seen.talk, seat)
            answered += 1
    assert answered > 20


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
