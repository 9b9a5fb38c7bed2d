"""Escalation (R16): the stand-off and the brink."""

import pytest

from rulebook import Case, case_of
from summit_game.engine.streams import flash_number
from support import DECK

clause = pytest.mark.clause


@clause("R16.1")
@clause("R16.2")
@clause("R12.6")
@clause("R13.3")
@clause("R14.5")
@pytest.mark.parametrize("units", [0, 4, 5, 7, 9])
@pytest.mark.parametrize("agreed", [(), ("EXE",), ("CON", "MIS"), ("EXE", "CON", "MIS")])
def test_tension_moves_one_step_towards_the_stand_off(units, agreed):
    case = case_of().units("East", B=min(units, 3), N=min(3, max(0, units - 3)), S=max(0, units - 6))
    case.units("West", F=0, U=0, S=0).text(**dict.fromkeys(agreed, 1))
    level = min(8, max(4, units - len(agreed)))
    case.reckoning()
    assert case["tension"] == 6 + (level > 6) - (level < 6)


@clause("R16.1")
@pytest.mark.parametrize(
    ("east", "west", "tension", "after"),
    [
        (0, 0, 4, 4),  # never below 4
        (0, 0, 3, 4),
        (9, 0, 8, 8),  # never above 8
        (0, 6, 5, 6),  # the units of both sides count
        (3, 3, 5, 6),
        (3, 3, 6, 6),
        (6, 0, 7, 6),
    ],
)
def test_the_stand_off_is_the_number_of_all_units_within_bounds(east, west, tension, after):
    def three(units):
        return [min(3, max(0, units - taken)) for taken in (0, 3, 6)]

    case = case_of().units("East", **dict(zip("BNS", three(east), strict=True)))
    case.units("West", **dict(zip("FUS", three(west), strict=True))).track(tension=tension)
    assert case.reckoning()["tension"] == after


@clause("R16.3")
@pytest.mark.parametrize(("tension", "risk"), [(8, 0), (9, 1), (10, 1), (11, 2)])
def test_the_brink_check(tension, risk):
    for seed in range(12):
        case = Case(4, seed=seed).units("East", B=3, N=3, S=3).track(tension=tension + 1)
        if tension == 8:
            case.track(tension=8)
        case.reckoning()
        assert case["tension"] == tension
        assert case.state.conflict == (flash_number(seed, 1, "brink", -1) <= risk)


@clause("R16.1")
@pytest.mark.parametrize(("rivalry", "level"), [(0, 7), (2, 7), (3, 8), (6, 9), (12, 9)])
def test_rivalry_raises_the_stand_off_level(rivalry, level):
    case = Case(4, deck=DECK).track(rivalry=rivalry).units("East", B=2, N=1, S=1).units("West", F=2, U=1)
    assert case.state.rules.brink.standoff(case.state) == level


@clause("R16.3")
@pytest.mark.parametrize(("round_", "risk"), [(2, 0), (3, 1), (6, 1)])
def test_the_brink_is_checked_from_round_three_on(round_, risk):
    case = Case(4, deck=DECK).track(tension=9)
    case.state.round = round_
    assert case.state.rules.brink.brink_risk(case.state) == risk
