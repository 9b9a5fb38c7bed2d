"""What is told when a game is over: each fit once, why the best of them did not come, which goals were missed."""

from __future__ import annotations

from copy import copy

import pytest

from summit_game.engine.formula import evaluate
from summit_game.engine.scenarios import Fit, fits
from summit_game.engine.scoring import holding
from summit_game.engine.setting import COLD_WAR, CONFLICT, ENDINGS, SETTLEMENT, STALEMATE
from summit_game.engine.state import State
from summit_game.language.catalogue import say
from summit_game.words import papers
from summit_game.words.names import Words
from support import DECK, dealt_game, random_walk, the_deck


@pytest.fixture(scope="module")
def ended() -> State:
    *_, last = random_walk(dealt_game(4, 5), 5)
    assert last[0].ending >= 0
    return last[0]


@pytest.fixture(scope="module")
def words(ended: State) -> Words:
    return Words(ended.setting, the_deck(DECK))


def test_every_fit_is_told_once_and_before_the_results(words: Words, ended: State) -> None:
    told = papers.the_end(words, ended)
    for each in fits(ended):
        line = say("papers-fit", title=words.setting.scenarios[each.ending].title, points=each.points)
        assert told.count(line) == 1
        assert told.index(line) < told.index(say("papers-reached"))


@pytest.mark.clause("R8.2")
@pytest.mark.parametrize(
    ("ending", "best", "why"),
    [(STALEMATE, SETTLEMENT, "no treaty is in force"), (COLD_WAR, CONFLICT, "did not come to a conflict"),
     (SETTLEMENT, STALEMATE, "a treaty is in force"), (STALEMATE, STALEMATE, "(R8.2)")],
)  # fmt: skip
def test_the_best_fit_that_did_not_come_says_why(
    ending: int, best: int, why: str, words: Words, ended: State, monkeypatch: pytest.MonkeyPatch
) -> None:
    forced = tuple(Fit(each, 90 if each == best else 10, ()) for each in range(len(ENDINGS)))
    monkeypatch.setattr(papers, "fits", lambda _: forced)
    state = copy(ended)
    state.ending = ending
    found = [line for line in papers.the_end(words, state) if why in line]
    assert len(found) == (ending != best)
    assert all(line.startswith(words.setting.scenarios[best].title) for line in found)


def test_a_goal_at_the_end_says_whether_it_is_met_and_no_id(words: Words, ended: State) -> None:
    told = papers.the_end(words, ended)
    goals = [holding(ended, seat).goal for seat in ended.setting.seats]
    lines = [line for line in told if line.startswith("  Goal, worth")]
    assert len(lines) == len(goals) == 4
    for goal, line in zip(goals, lines, strict=True):
        assert goal is not None
        assert goal.title in line
        assert ("not met" in line) != bool(evaluate(goal.test, ended))
        assert f"({goal.id})" not in line
