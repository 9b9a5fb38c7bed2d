"""The tables of docs/bots.md are of games that are played as at a table (`benchmarks/bots.py`)."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest

from support import REPO, dealt_game, game_of

sys.path.append(str(REPO / "benchmarks"))
import bots

SEATS = 2
RUNS: dict[str, Callable[[], None]] = {
    "ladder": lambda: bots.ladder(1, SEATS, ["cooperator"], [1, 2], bots.FIRST_SEED),
    "tables": lambda: bots.tables(2, [SEATS], ["flat"]),
    "deals": lambda: bots.deals(2, [SEATS], ["flat"]),
    "speed": lambda: bots.speed(2, [SEATS], ["flat"]),
    "probes": lambda: bots.probes(2, SEATS, ["flat"]),
}


@pytest.mark.clause("R1.4a")
@pytest.mark.parametrize("run", RUNS.values(), ids=RUNS)
def test_every_seed_plays_with_the_mandates_and_briefs_that_it_draws(
    run: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    played, plays = [], bots.play

    def watched(game: bots.Game, seed: int, *rest: object) -> bots.State:
        played.append((game, seed))
        return plays(game, seed, *rest)

    monkeypatch.setattr(bots, "play", watched)
    run()
    assert len({seed for _, seed in played}) == 2
    for game, seed in played:
        drawn, printed = dealt_game(SEATS, seed), game_of(SEATS)
        assert game.setting.seat_specs == drawn.setting.seat_specs != printed.setting.seat_specs
        assert game.secrets.briefs == drawn.secrets.briefs != printed.secrets.briefs
