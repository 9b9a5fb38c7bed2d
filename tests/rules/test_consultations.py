"""Consultations (R13)."""

import pytest

from rulebook import Case
from summit_game.engine.ops import Ops
from summit_game.engine.setup import begin_round

clause = pytest.mark.clause


@clause("R13.1")
def test_the_first_consult_of_each_round_calms_whoever_it_is():
    case = Case(4).text(CON=1)
    for round_ in (1, 2):
        tensions = []
        case.track(tension=6)
        for name in ("US", "RU", "US"):
            case.floor(name, round_).does(name, "consult")
            tensions.append(case["tension"])
        assert tensions == [5, 5, 5]
        begin_round(Ops(case.state))


@clause("R13.1")
def test_a_consult_before_the_issue_is_agreed_does_not_use_up_the_relief_of_the_round():
    case = Case(4).text(CON=-1).track(tension=6).floor("US").does("US", "consult")
    assert case["tension"] == 6
    case.text(CON=1)
    assert [case.floor(name).does(name, "consult")["tension"] for name in ("RU", "US")] == [5, 5]


@clause("R13.1")
@pytest.mark.parametrize(("level", "tension"), [(-1, 6), (1, 5), (4, 5)])
def test_consult_calms_from_level_one(level, tension):
    assert Case(4).text(CON=level).track(tension=6).floor("RU").does("RU", "consult")["tension"] == tension
    off = Case(4, without=("consultations",)).text(CON=level).track(tension=6).floor("RU").does("RU", "consult")
    assert off["tension"] == 6
