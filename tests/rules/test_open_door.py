"""Open door (R10)."""

import pytest

from rulebook import Case

clause = pytest.mark.clause


@clause("R4.3")
@clause("R10.2")
@pytest.mark.parametrize("level", [1, 2, 3, 4])
def test_ukraine_is_protected_on_enlargement_from_level_two(level):
    assert Case(4).passes(("UA",), ENL=level) == (level < 2)
    assert Case(4, without=("open_door",)).passes(("UA",), ENL=level)
    assert Case(4, variants=("no-rights",)).passes(("UA",), ENL=level)


@clause("R10.1")
def test_only_the_taxed_side_pays_for_the_door_and_only_when_it_is_crossed():
    case = Case(6)
    assert case.reaction("WE", ENL=2) == 0  # one gain, one extra loss
    assert case.reaction("WE", ENL=3) == -2
    assert case.reaction("OS", ENL=3) == 0
    assert case.reaction("RU", ENL=2, DES=2) == 0  # one gain, one loss, nothing extra: it is not of the taxed side
    assert Case(6).text(ENL=2).reaction("US", ENL=3) == -1  # one loss, nothing extra: the door was narrow before
    assert Case(6, without=("open_door",)).reaction("WE", ENL=3) == -1


@clause("R10.3")
def test_the_door_costs_cohesion_once_in_the_game():
    case = Case(4).track(cohesion=7).table("RU", ENL=2)
    assert case["cohesion"] == 6
    case.text(ENL=1).table("RU", ENL=3)
    assert case["cohesion"] == 6


@clause("R10.4")
@pytest.mark.parametrize(("level", "tension", "moved"), [(2, 9, 0), (3, 6, 0), (3, 7, 1), (4, 10, 1)])
def test_the_onlooker_is_emboldened_in_a_crisis(level, tension, moved):
    case = Case(4).track(tension=tension, onlooker=5).table("RU", ENL=level)
    assert case["onlooker"] == 5 + moved
