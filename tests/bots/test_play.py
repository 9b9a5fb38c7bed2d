"""Every personality at every level plays whole games on every deck, legally, and always the same game."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from botgames import NAMES, QUICK, SCRIPTED, bot_for, game_at, steps, tables

from summit_game.bots import kinds, search
from summit_game.bots.kinds import KINDS, LEVELS, BotError, maker
from summit_game.engine.board import OVER
from summit_game.engine.notation import action_text
from support import game_of


@pytest.fixture
def small_search(monkeypatch: pytest.MonkeyPatch) -> None:
    """A budget with which level 4 is quick; everything else about it is the same."""
    monkeypatch.setattr(search, "FLOOR_NODES", 1)
    monkeypatch.setattr(search, "VOTE_NODES", 1)
    monkeypatch.setattr(search, "IDEAS", 3)
    monkeypatch.setattr(search, "_LEAST_WORLDS", 1)


def whole_game(game, seed: int, kinds_: list[str]) -> str:
    """Play a game, asserting that every action is on the menu; its actions as text."""
    texts = []
    states = []
    for state, seat, seen, action in steps(game, seed, kinds_):
        assert action in seen.legal(), (kinds_[seat], action)
        texts.append(f"{seat} {action_text(game.setting, action)}")
        states = [state]
    assert [state.phase for state in states] == [OVER]
    return "\n".join(texts)


@pytest.mark.parametrize(("path", "seats"), tables(), ids=lambda value: getattr(value, "name", value))
def test_every_personality_plays_every_table_of_every_deck(path: Path, seats: int) -> None:
    game = game_at(path, seats)
    for at in range(0, len(QUICK), seats):
        whole_game(game, at, [QUICK[(at + seat) % len(QUICK)] for seat in range(seats)])


@pytest.mark.usefixtures("small_search")
@pytest.mark.parametrize(("path", "seats"), tables()[::2], ids=lambda value: getattr(value, "name", value))
def test_level_four_plays_whole_games_within_a_small_budget(path: Path, seats: int) -> None:
    game = game_at(path, seats)
    name = NAMES[seats % len(NAMES)]
    whole_game(game, 3, [f"{name}:4"] + ["cooperator:1"] * (seats - 1))


@pytest.mark.slow
@pytest.mark.parametrize("kind", SCRIPTED)
@pytest.mark.parametrize(("path", "seats"), tables(), ids=lambda value: getattr(value, "name", value))
def test_tables_of_one_kind_play_whole_games(path: Path, seats: int, kind: str) -> None:
    for seed in range(1 if kind.endswith(":4") else 2):
        whole_game(game_at(path, seats), seed, [kind] * seats)


@pytest.mark.usefixtures("small_search")
@pytest.mark.parametrize("level", LEVELS)
def test_a_decision_depends_on_the_seed_and_the_view_alone(level: int) -> None:
    kinds_ = [f"{name}:{level}" for name in ("by-the-book", "hardliner", "opportunist", "salami-slicer")]
    for at, (_, seat, seen, action) in enumerate(steps(game_of(4), 5, kinds_)):
        if at % (7 if level == 4 else 3) == 0:
            fresh = bot_for(kinds_[seat], seen, 5)
            assert fresh.decide(seen).action == action
            assert fresh.decide(seen).action == action


def test_another_seed_gives_another_game() -> None:
    game = game_of(4)
    assert whole_game(game, 1, ["opportunist:2"] * 4) != whole_game(game, 2, ["opportunist:2"] * 4)


SCRIPT = """
import sys
sys.path[:0] = sys.argv[1:3]
from summit_game.bots import search
search.FLOOR_NODES = search.VOTE_NODES = search._LEAST_WORLDS = 1
from test_play import whole_game
from support import game_of
print(whole_game(game_of(3), 8, ["hardliner:1", "opportunist:3", "by-the-book:4"]))
"""


def test_the_same_game_under_any_hash_seed() -> None:
    here = Path(__file__).parent
    games = {
        subprocess.run(
            [sys.executable, "-c", SCRIPT, str(here), str(here.parent)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
            timeout=120,
        ).stdout
        for seed in ("0", "77")
    }
    assert len(games) == 1
    assert len(games.pop().splitlines()) > 40


def test_names_and_levels() -> None:
    assert {"random", "flat", "simple", *NAMES} <= set(KINDS)
    assert len(NAMES) >= 7
    for level in LEVELS:
        assert maker(f"hardliner:{level}")(1, "X") is not None
    assert kinds.DEFAULT_LEVEL == 2


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("hardlner", "did you mean hardliner?"),
        ("clever", "choose from"),
        ("hardliner:9", "hardliner:1 to hardliner:4"),
        ("hardliner:", "is not a level"),
        ("random:2", "has no levels"),
        ("", "there is no bot"),
    ],
)
def test_a_wrong_kind_gets_one_sentence(kind: str, words: str) -> None:
    with pytest.raises(BotError, match=r"^[^\n]*$") as caught:
        maker(kind)
    assert words in str(caught.value)
