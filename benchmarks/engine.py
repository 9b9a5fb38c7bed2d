"""How fast the engine plays, against peers in the same run, on one core.

    python benchmarks/engine.py [--games N] [--profile]

Prints moves and games per CPU second of random play with every legal action listed at every move; the same with a view
built at every move; the same for PettingZoo's connect four and an OpenSpiel game written in Python, if they are
installed (`pip install '.[bench]'`); the ratios; and the memory of one game.
"""

from __future__ import annotations

import argparse
import cProfile
import gc
import pstats
import statistics
import time
import tracemalloc
from collections.abc import Callable

from summit_game.deck.compile import TableOptions, compile_game
from summit_game.deck.library import default_deck, find_deck
from summit_game.deck.load import open_deck
from summit_game.engine.play import apply, legal, start
from summit_game.engine.setting import Game
from summit_game.engine.streams import Stream
from summit_game.engine.view import view
from summit_game.rules.registry import registry

SEATS = 4
REPEATS = 5


def flagship() -> Game:
    """The default deck at four seats, with all modules."""
    name = default_deck()
    assert name is not None
    return compile_game(open_deck(find_deck(name))[0], TableOptions(SEATS), registry())


def play_summit(game: Game, games: int, with_views: bool) -> int:
    """Play random games; the number of moves. The choices themselves come from one cheap stream."""
    moves = 0
    pick = Stream(1, "benchmark")
    for seed in range(games):
        state, _ = start(game, seed)
        while state.waiting:
            seat = state.waiting[0]
            if with_views:
                view(state, seat)
            actions = legal(state, seat)
            apply(state, seat, actions[pick.word() % len(actions)])
            moves += 1
    return moves


def play_pettingzoo(games: int) -> int:
    """Random games of connect four through the AEC interface, with its action mask."""
    import numpy as np
    from pettingzoo.classic import connect_four_v3

    env = connect_four_v3.env()
    chooser = np.random.default_rng(1)
    moves = 0
    for seed in range(games):
        env.reset(seed=seed)
        for _ in env.agent_iter():
            observation, _, termination, truncation, _ = env.last()
            if termination or truncation:
                env.step(None)
                continue
            env.step(int(chooser.choice(np.flatnonzero(observation["action_mask"]))))
            moves += 1
    return moves


def play_openspiel(games: int) -> int:
    """Random games of OpenSpiel's block dominoes in Python, chance drawn from its outcomes."""
    import random

    import pyspiel
    from open_spiel.python.games import block_dominoes  # noqa: F401  (registers the game)

    game = pyspiel.load_game("python_block_dominoes")
    chooser = random.Random(1)
    moves = 0
    for _ in range(games):
        state = game.new_initial_state()
        while not state.is_terminal():
            if state.is_chance_node():
                outcomes, weights = zip(*state.chance_outcomes(), strict=True)
                state.apply_action(chooser.choices(outcomes, weights)[0])
                continue
            state.apply_action(chooser.choice(state.legal_actions()))
            moves += 1
    return moves


def measure(name: str, run: Callable[[int], int], games: int) -> float | None:
    """Print the median speed of several runs; moves per CPU second, or None if the peer is not installed."""
    try:
        run(1)
    except ImportError as error:
        print(f"{name:<44} not installed ({error.name}); pip install '.[bench]'")
        return None
    speeds = []
    for _ in range(REPEATS):
        gc.collect()
        begin = time.process_time()
        moves = run(games)
        took = time.process_time() - begin
        speeds.append((moves / took, games / took, moves / games))
    speed = statistics.median(each[0] for each in speeds)
    rate = statistics.median(each[1] for each in speeds)
    print(f"{name:<44}{speed:>10,.0f} moves/s{rate:>9,.0f} games/s{speeds[0][2]:>8.1f} moves a game")
    return speed


def memory(game: Game) -> None:
    """Print what one finished game holds: its state, its events and the compiled game."""
    gc.collect()
    tracemalloc.start()
    fresh = flagship()
    compiled = tracemalloc.get_traced_memory()[0]
    state, events = start(fresh, 1)
    pick = Stream(1, "memory")
    while state.waiting:
        actions = legal(state, state.waiting[0])
        events += apply(state, state.waiting[0], actions[pick.below(len(actions))])
    total = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    print(f"memory: compiled game {compiled / 1e6:.2f} MB; with one game, its {len(events)} events and menus", end=" ")
    print(f"{total / 1e6:.2f} MB; deck file objects are counted in the first figure")


def main() -> None:
    """Run everything and print the ratios."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--games", type=int, default=200)
    parser.add_argument("--profile", action="store_true")
    options = parser.parse_args()
    game = flagship()
    play_summit(game, 50, with_views=True)
    plain = measure(f"summit, {SEATS} seats, legal at every move", lambda n: play_summit(game, n, False), options.games)
    viewed = measure("summit, and a view at every move", lambda n: play_summit(game, n, True), options.games)
    peers = {
        "PettingZoo connect_four_v3": measure("PettingZoo connect_four_v3", play_pettingzoo, options.games),
        "OpenSpiel python_block_dominoes": measure("OpenSpiel python_block_dominoes", play_openspiel, options.games),
    }
    for name, speed in peers.items():
        if speed and plain and viewed:
            print(f"ratio to {name}: {plain / speed:.2f} (with views {viewed / speed:.2f})")
    memory(game)
    if options.profile:
        profile = cProfile.Profile()
        profile.runcall(play_summit, game, 100, False)
        pstats.Stats(profile).sort_stats("tottime").print_stats(25)


if __name__ == "__main__":
    main()
