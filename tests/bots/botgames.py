"""Helpers for the tests of the opponents: decks, games of bots, and worlds that differ only in what is hidden."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from summit_game.bots.kinds import LEVELS, Bot, maker
from summit_game.bots.negotiator import Negotiator
from summit_game.bots.script import script_names
from summit_game.deck.compile import TableOptions, compile_game
from summit_game.deck.load import load_deck
from summit_game.engine.actions import Action
from summit_game.engine.play import apply, start
from summit_game.engine.setting import Game
from summit_game.engine.state import State
from summit_game.engine.view import View, view
from summit_game.rules.registry import registry
from support import REPO

NAMES = script_names()
SCRIPTED = [f"{name}:{level}" for name in NAMES for level in LEVELS]
QUICK = [kind for kind in SCRIPTED if not kind.endswith(":4")]


@cache
def deck_paths() -> tuple[Path, ...]:
    """Every deck of the repository that can be read."""
    found = sorted(path for path in (REPO / "decks").iterdir() if (path / "deck.yaml").is_file())
    return tuple(path for path in found if load_deck(path).deck is not None)


@cache
def game_at(path: Path, seats: int) -> Game:
    """A game of a deck."""
    deck = load_deck(path).deck
    assert deck is not None
    return compile_game(deck, TableOptions(seats), registry())


def tables() -> list[tuple[Path, int]]:
    """Every deck with every table size that it has."""
    return [(path, seats) for path in deck_paths() for seats in sorted(load_deck(path).deck.tables)]


Step = tuple[State, int, View, Action]


def steps(game: Game, seed: int, kinds: list[str]) -> Iterator[Step]:
    """A game of bots: at every decision the state before it, the seat, its view and what it chose."""
    state, _ = start(game, seed)
    bots: list[Bot] = [maker(kind)(seed, name) for kind, name in zip(kinds, game.setting.seat_ids, strict=True)]
    while state.waiting:
        seat = state.waiting[0]
        seen = view(state, seat)
        action = bots[seat].decide(seen).action
        yield state, seat, seen, action
        apply(state, seat, action)


def talker(kind: str, seed: int, seat_id: str, **talk: int) -> Negotiator:
    """A scripted bot with other numbers in the `talk` block of its script."""
    bot = maker(kind)(seed, seat_id)
    assert isinstance(bot, Negotiator)
    who = replace(bot.who, talk=bot.who.talk.model_copy(update=talk))
    return Negotiator(who, bot.turns, seed, seat_id)


def talked(game: Game, seed: int, kinds: list[str], **talk: int) -> Iterator[tuple[State, Negotiator, View, Action]]:
    """A game of such bots: at every decision the state before it, the bot, its view and what it chose."""
    state, _ = start(game, seed)
    bots = [talker(kind, seed, name, **talk) for kind, name in zip(kinds, game.setting.seat_ids, strict=True)]
    while state.waiting:
        seat = state.waiting[0]
        seen = view(state, seat)
        action = bots[seat].decide(seen).action
        yield state, bots[seat], seen, action
        apply(state, seat, action)


def bot_for(kind: str, seen: View, seed: int) -> Bot:
    """A fresh bot for the seat of a view."""
    return maker(kind)(seed, seen.setting.seat_ids[seen.seat])
