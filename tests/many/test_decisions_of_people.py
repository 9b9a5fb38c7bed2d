"""How much a game asks of people (budget of `benchmarks/decisions.py`): decisions, and hand-overs at one machine."""

from __future__ import annotations

import statistics
import sys

import pytest

from support import REPO, game_of

sys.path.append(str(REPO / "benchmarks"))
from decisions import BY_TABLE, counts

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
@pytest.mark.parametrize(("variant", "decisions"), [("lesson", 80), ("quick", 120)])
def test_a_game_keeps_its_decisions_with_secret_votes_too(variant: str, decisions: int) -> None:
    assert statistics.mean(each.decisions for each in counts(game_of(4, (variant,)), GAMES, FIRST)) <= decisions


@pytest.mark.clause("R9.10")
def test_an_order_that_leaves_no_choice_is_nobody_s_decision() -> None:
    game = game_of(4, ("lesson",))
    asked = counts(game, 3, FIRST, by_table=False)
    found = counts(game, 3, FIRST)
    assert sum(each.kinds[BY_TABLE] for each in found) > 0
    for before, after in zip(asked, found, strict=True):
        assert before.kinds[BY_TABLE] == 0
        assert before.decisions == after.decisions + after.kinds[BY_TABLE]
        assert before.hand_overs >= after.hand_overs
