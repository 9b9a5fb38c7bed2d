"""How much a game asks of people (budget of `benchmarks/decisions.py`): decisions, and hand-overs at one machine."""

from __future__ import annotations

import statistics
import sys

import pytest

from support import REPO, game_of

sys.path.append(str(REPO / "benchmarks"))
from decisions import counts

GAMES, FIRST = 12, 1


@pytest.mark.slow
@pytest.mark.parametrize(("variant", "decisions", "hand_overs"), [("lesson", 80, 60), ("quick", 120, 60)])
def test_a_game_of_four_people_at_one_machine_stays_within_its_budget(
    variant: str, decisions: int, hand_overs: int
) -> None:
    found = counts(game_of(4, (variant,)), GAMES, FIRST)
    assert statistics.mean(each.open_prompts for each in found) <= decisions
    assert statistics.mean(each.open_hand_overs for each in found) <= hand_overs


@pytest.mark.slow
def test_a_lesson_keeps_its_budget_with_secret_votes_too() -> None:
    assert statistics.mean(each.decisions for each in counts(game_of(4, ("lesson",)), GAMES, FIRST)) <= 80
