"""Run as a script with a number: print one digest of the events and states of so many games.

With a second argument the engine cheats: `hash` lets streams depend on the hash of a string, `random` on Python's own
random numbers.
"""

from __future__ import annotations

import random
import sys
from hashlib import blake2b
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS), str(TESTS.parent / "src")]

from summit_game.engine.streams import Stream  # noqa: E402
from support import game_of, random_walk  # noqa: E402

word = Stream.word


def cheat(how: str) -> None:
    if how == "hash":
        Stream.word = lambda self: (word(self) + hash("summit")) % (1 << 32)
    elif how == "random":
        Stream.word = lambda self: random.getrandbits(32)


def digest(games: int) -> str:
    result = blake2b(digest_size=16)
    for seed in range(games):
        for state, events, seat, action in random_walk(game_of(2 + seed % 5), seed, "digest"):
            result.update(f"{state.digest()}{events!r}{seat}{action!r}".encode())
    return result.hexdigest()


if __name__ == "__main__":
    cheat(sys.argv[2] if len(sys.argv) > 2 else "")
    print(digest(int(sys.argv[1])))
