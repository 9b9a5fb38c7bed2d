"""One game without people."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from hashlib import blake2b
from typing import NamedTuple

from summit_game.bots.kinds import Maker, maker
from summit_game.deck.compile import SetupError
from summit_game.engine.actions import Action
from summit_game.engine.events import Event
from summit_game.engine.play import apply, start
from summit_game.engine.scoring import scores
from summit_game.engine.setting import Game
from summit_game.engine.state import State
from summit_game.engine.view import view
from summit_game.language.catalogue import say

MOST_DECISIONS = 20_000
"""Far more decisions than a game can hold whose rule modules let it end."""

Heard = Callable[[State, int, Action | None, Sequence[Event]], None]
"""Hears of a decision who took it, what came of it and where the game stands then; of the deal, with no action, too."""


class Endless(SetupError):  # noqa: N818  (a fault of a rule module, not of the program)
    """A game that does not end: a fault of a rule module."""


class Played(NamedTuple):
    """One finished game: its ending, rounds begun, decisions taken, results per seat, and a fingerprint."""

    ending: int
    rounds: int
    decisions: int
    points: tuple[int, ...]
    surplus: tuple[int, ...]
    ratings: tuple[int, ...]
    digest: bytes


def play_one(game: Game, seed: int, kinds: Sequence[str]) -> Played:
    """Play one game with bots, one kind per seat, and say how it went. Raises `Endless`."""
    return play_out(game, seed, kinds)[1]


def play_out(
    game: Game,
    seed: int,
    kinds: Sequence[str],
    heard: Heard = lambda state, seat, action, events: None,
    makers: Callable[[str], Maker] = maker,
) -> tuple[State, Played]:
    """The same with the last state; `heard` is called with each decision. `makers` knows the kinds of bots."""
    state, events = start(game, seed)
    bots = [makers(kind)(seed, name) for kind, name in zip(kinds, game.setting.seat_ids, strict=True)]
    fingerprint = blake2b(repr(events).encode(), digest_size=16)
    heard(state, -1, None, events)
    decisions = 0
    while state.waiting:
        if decisions == MOST_DECISIONS:
            raise Endless(say("many-endless", seed=seed, decisions=decisions))
        seat = state.waiting[0]
        action = bots[seat].decide(view(state, seat)).action
        events = apply(state, seat, action)
        fingerprint.update(repr(events).encode())
        heard(state, seat, action, events)
        decisions += 1
    results = scores(state)
    points, surplus, ratings = (
        tuple(getattr(each, name) for each in results) for name in ("points", "surplus", "rating")
    )
    return state, Played(state.ending, state.round, decisions, points, surplus, ratings, fingerprint.digest())
