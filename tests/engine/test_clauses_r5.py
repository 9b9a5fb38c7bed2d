"""Posture (R5), Reckoning (R6), limits, exercises and escalation (R11, R12, R16)."""

import pytest

from rulebook import case_of
from summit_game.engine import events as ev

clause = pytest.mark.clause


@clause("R5.3")
def test_orders_move_units():
    case = case_of().units("East", B=1).orders(RU="build B").orders(RU="draw N")
    assert (case.stands("East", "B"), case.stands("East", "N")) == (2, 0)


@clause("R5.3")
def test_build_needs_room_and_draw_needs_a_unit():
    case = case_of().units("East", B=3, S=0).posture("RU")
    assert case.refused("RU", "order build B") == "R5.3"
    assert case.refused("RU", "order draw S") == "R5.3"
    assert case.refused("RU", "order build S") is None


@clause("R5.2")
def test_orders_are_given_in_own_zones_and_two_orders_in_different_ones():
    case = case_of().posture("RU", "US", "UA")
    assert case.refused("UA", "order build F") == "R5.2"
    case.does("RU", "order draw B")
    assert case.refused("RU", "order build B") == "R5.2"
    assert case.refused("RU", "order hold") is None


@clause("R5.1")
def test_orders_are_secret_until_all_are_given():
    case = case_of().posture("RU", "US").does("RU", "order draw B").does("RU", "order hold")
    assert case.state.orders_shown == ()
    case.does("US", "order hold")
    (shown,) = [event for event in case.events if isinstance(event, ev.OrdersShown)]
    assert shown.orders[case.seat("RU")] == ((3, case.zone("B")), (0, -1))


@clause("R5.4")
@clause("R11.2")
def test_above_the_cap_the_first_orders_must_draw():
    case = case_of().units("East", B=2, N=2).text(DES=2).posture("RU")
    assert case.must_draw("RU") == ["B", "N"]
    assert case.menu("RU") == ["order draw B", "order draw N"]
    assert case.refused("RU", "order hold") == "R5.4"
    case.does("RU", "order draw N")
    assert case.menu("RU") == ["order draw B"]


@clause("R5.4")
@pytest.mark.parametrize(("units", "forced"), [(1, []), (2, []), (3, ["B"])])
def test_at_the_cap_nobody_must_draw(units, forced):
    case = case_of().units("East", B=units, N=0).text(DES=1).posture("RU")
    assert case.cap("East", "B") == 2
    assert case.must_draw("RU") == forced


@clause("R5.4")
@pytest.mark.parametrize(("units", "drawing"), [(1, []), (2, ["US"]), (3, ["US", "WE"])])
def test_as_many_as_there_are_units_too_many_must_draw_the_first_in_initiative_order(units, drawing):
    case = case_of().units("West", F=units).text(DEP=3).posture("US", "WE", "UA")
    assert [name for name in ("US", "WE", "UA") if case.must_draw(name)] == drawing
    case.state.initiative = case.seat("WE")
    assert [name for name in ("US", "WE", "UA") if case.must_draw(name)] == (drawing if units != 2 else ["WE"])


@clause("R5.5")
def test_a_build_without_room_and_a_draw_without_a_unit_are_void():
    case = case_of().units("West", F=2).orders(US="build F", WE="build F")
    assert case.stands("West", "F") == 3
    assert [event.seat for event in case.events if isinstance(event, ev.OrderVoid)] == [case.seat("WE")]
    case = case_of().units("West", F=1).orders(US="draw F", WE="draw F")
    assert case.stands("West", "F") == 0
    assert case["tension"] == 5


@clause("R5.5")
def test_a_void_order_counts_nothing():
    assert case_of().units("West", F=0).orders(WE="draw F")["tension"] == 6
    assert case_of().units("West", F=3).orders(WE="build F")["tension"] == 6


@clause("R5.6")
@clause("R5.7")
@pytest.mark.parametrize(
    ("east", "west", "tension", "trust"),
    [
        ("draw B, draw N", "draw U", -2, 1),
        ("draw B", "hold", -1, 0),
        ("hold", "hold", 0, 0),
        ("draw B, draw N", "build U", 0, -1),
        ("build S", "draw U", 0, -1),
        ("build S, build N", "hold", 1, 0),
        ("build S", "build U", 2, -1),
        ("build S, draw B", "build U", 1, 0),
    ],
)
def test_the_sums_of_the_sides_move_tension_and_trust(east, west, tension, trust):
    case = case_of().orders(RU=east, UA=west)
    assert (case["tension"], case["trust"]) == (6 + tension, 4 + trust)


@clause("R5.8")
def test_drawing_while_the_other_side_builds_costs_support_once():
    case = case_of().home("RU", support=3).orders(RU="draw B, draw N", UA="build U")
    assert case.of("RU") == 2
    case = case_of().home("RU", support=3).orders(RU="draw B", UA="build U", US="draw F")
    assert case.of("RU") == 3


@clause("R5.8")
def test_a_void_draw_also_costs_support():
    case = case_of().units("West", F=0).home("WE", support=3).orders(RU="build S", WE="draw F")
    assert case.of("WE") == 2


@clause("R6.1")
def test_the_reckoning_goes_in_the_printed_order():
    case = case_of(variants=("all-promises",)).does("RU", "promise none").does("US", "promise step")
    case.state.round = 2
    case.state.step_markers[case.seat("WE")] = 1
    case.units("East", B=3, N=3, S=3).track(tension=10, trust=4, cohesion=5).reckoning()
    assert list(dict.fromkeys(case.causes())) == ["R17.7", "R18.3", "R6.2", "R16.2"]
    kinds = [type(event) for event in case.events]
    assert kinds.index(ev.FlashTurned) > max(at for at, kind in enumerate(kinds) if kind is ev.TrackMoved)


@clause("R6.1")
@clause("R6.2")
def test_an_unanswered_step_of_an_earlier_round_costs_support():
    case = case_of().home("WE", support=3)
    case.state.round = 2
    case.state.step_markers[case.seat("WE")] = 1
    case.state.step_markers[case.seat("RU")] = 2
    before = case.of("RU")
    case.reckoning()
    assert (case.of("WE"), case.of("RU")) == (2, before)
    assert case.state.step_markers[case.seat("WE")] == 0
    assert case.state.step_markers[case.seat("RU")] == 2
