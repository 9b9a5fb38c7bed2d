"""Alliance (R18): the unity of one side."""

import pytest

from rulebook import Case, case_of, ready
from summit_game.engine.scenarios import fits
from summit_game.engine.scoring import scores
from summit_game.engine.setting import SETTLEMENT
from support import DECK

clause = pytest.mark.clause


@clause("R18.1")
def test_silence_is_broken_once_in_a_round_by_the_own_side():
    case = Case(4).track(cohesion=7).table("US", ("UA", "WE"), MIS=1)
    assert case["cohesion"] == 6
    assert case.table("WE", ("US",), MIS=1)["cohesion"] == 6
    assert Case(4).track(cohesion=7).table("RU", ("US",), MIS=1)["cohesion"] == 7
    assert Case(4).track(cohesion=7).table("US", ("RU",), MIS=1)["cohesion"] == 7


@clause("R18.2")
def test_an_adoption_over_an_objection_of_the_side_costs_cohesion():
    assert Case(4).track(cohesion=7).table("RU", ("WE",), MIS=1)["cohesion"] == 6
    assert Case(4).track(cohesion=7).table("US", ("WE",), MIS=1)["cohesion"] == 5


@clause("R18.3")
@pytest.mark.parametrize(("cohesion", "after"), [(5, 6), (6, 7), (7, 7), (9, 9)])
def test_cohesion_recovers_up_to_seven_if_silence_was_kept(cohesion, after):
    assert case_of().track(cohesion=cohesion).reckoning()["cohesion"] == after
    broken = case_of().track(cohesion=9).table("US", ("UA", "WE"), MIS=1).track(cohesion=cohesion)
    assert broken.reckoning()["cohesion"] == cohesion


@clause("R18.4")
def test_a_treaty_without_somebody_costs_cohesion():
    assert ready().track(cohesion=7).question("RU")["cohesion"] == 7
    assert ready().track(cohesion=7).question("RU", ("WE",))["cohesion"] == 5


@clause("R18.5")
@pytest.mark.parametrize(("cohesion", "west"), [(2, -2), (5, -1), (6, 0), (7, 1), (10, 2)])
def test_the_score_lines_of_cohesion(cohesion, west):
    case = ready().track(cohesion=cohesion)
    for each, sign in zip(scores(case.state), (-1, 1, 1, 1), strict=True):
        assert [line.points for line in each.lines if "Unity" in line.text] == [sign * west]
    lines = [line.points for line in fits(case.state)[SETTLEMENT].lines if "united" in line.text]
    assert lines == [6 * (cohesion >= 5)]


@clause("R18.0")
@pytest.mark.parametrize(("tabler", "objector", "cohesion"), [("US", "WE", 5), ("US", "UA", 7), ("UA", "US", 7)])
def test_only_objections_of_members_to_members_count(tabler, objector, cohesion):
    case = Case(4, deck=DECK).track(cohesion=7).table(tabler, (objector,), EXE=1)
    assert case["cohesion"] == cohesion


@clause("R18.0")
def test_without_names_the_whole_side_is_the_alliance():
    assert Case(4).track(cohesion=7).table("US", ("UA",), EXE=1)["cohesion"] < 7
