"""Consultations (R13)."""

import pytest

from rulebook import Case
from summit_game.engine.ops import Ops
from summit_game.engine.setup import begin_round

clause = pytest.mark.clause


@clause("R13.1")
def test_relief_comes_once_a_round_when_the_second_side_consults():
    case = Case(4).text(CON=1)
    for round_ in (1, 2):
        tensions = []
        case.track(tension=6)
        for name in ("US", "WE", "RU", "US"):
            case.floor(name, round_).does(name, "consult")
            tensions.append(case["tension"])
        assert tensions == [6, 6, 5, 5]
        begin_round(Ops(case.state))


@clause("R13.1")
def test_whoever_belongs_to_neither_armed_side_answers_for_nobody():
    case = Case(6).text(CON=1).track(tension=6)
    for name in ("RU", "OS"):
        case.floor(name).does(name, "consult")
    assert case["tension"] == 6
    assert case.floor("UA").does("UA", "consult")["tension"] == 5


@clause("R13.1")
@pytest.mark.parametrize(("level", "tension"), [(-1, 6), (1, 5), (4, 5)])
def test_consult_calms_from_level_one(level, tension):
    for without in ((), ("consultations",)):
        case = Case(4, without=without).text(CON=level).track(tension=6)
        case.floor("RU").does("RU", "consult").floor("US").does("US", "consult")
        assert case["tension"] == (6 if without else tension)
