"""Posture (R5), Reckoning (R6), limits, exercises and escalation (R11, R12, R16)."""

import pytest

from rulebook import Case
from summit_game.engine import events as ev
from summit_game.engine.streams import flash_number

clause = pytest.mark.clause


def case_of(seats=4, **given):
    return Case(seats, **given).track(tension=6, trust=4)


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
def test_every_delegation_of_the_side_in_the_zone_must_draw():
    case = case_of().units("West", F=2).text(DEP=3).posture("US", "WE", "UA")
    assert [case.must_draw(name) for name in ("US", "WE", "UA")] == [["F"], ["F"], []]


@clause("R5.5")
def test_a_build_without_room_and_a_draw_without_a_unit_are_void():
    case = case_of().units("West", F=2).orders(US="build F", WE="build F")
    assert case.stands("West", "F") == 3
    assert [event.seat for event in case.events if isinstance(event, ev.OrderVoid)] == [case.seat("WE")]
    case = case_of().units("West", F=1).orders(US="draw F", WE="draw F")
    assert case.stands("West", "F") == 0
    assert case["tension"] == 5


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


@clause("R11.1")
@pytest.mark.parametrize("dep", [-1, 0, 1, 2, 3, 4])
@pytest.mark.parametrize("des", [-1, 0, 1, 2, 3, 4])
def test_caps_for_all_levels_of_deployments_and_de_escalation(dep, des):
    case = Case(4).text(DEP=dep, DES=des)
    border = {1: 2, 2: 1, 3: 1, 4: 0}.get(des, 3)
    north = {1: 1, 2: 1, 3: 0, 4: 0}.get(des, 3)
    assert case.cap("East", "B") == min(2 if dep >= 2 else 3, border)
    assert case.cap("East", "N") == min({2: 2, 3: 1, 4: 1}.get(dep, 3), north)
    assert case.cap("West", "F") == {2: 2, 3: 1, 4: 0}.get(dep, 3)
    assert (case.cap("East", "S"), case.cap("West", "S"), case.cap("West", "U")) == (3, 3, 3)
    assert (case.cap("West", "B"), case.cap("East", "U")) == (0, 0)
    off = Case(4, without=("deployment_limits",)).text(DEP=dep, DES=des)
    assert (off.cap("East", "B"), off.cap("East", "N"), off.cap("West", "F")) == (3, 3, 3)


@clause("R12.1")
@clause("R12.2")
@pytest.mark.parametrize("level", [-1, 1, 2, 3, 4])
def test_exercises_need_a_unit_and_are_banned_by_level(level):
    case = case_of().units("East", B=1, N=0, S=1).units("West", F=1, U=0, S=0).text(EXE=level).posture("RU", "US")
    ban = {"B": 2, "F": 2, "S": 3, "U": 4}
    for name, zone in (("RU", "B"), ("RU", "S"), ("US", "F")):
        assert case.refused(name, f"order exercise {zone}") == ("R12.2" if level >= ban[zone] else None)
    assert case.refused("RU", "order exercise N") == "R12.1"
    assert case.refused("US", "order exercise U") == "R12.1"


@clause("R12.3")
@clause("R12.4")
@pytest.mark.parametrize(("level", "tension"), [(-1, 1), (1, 0)])
@pytest.mark.parametrize(("support", "after"), [(2, 3), (3, 4), (4, 4), (6, 6)])
def test_an_exercise_raises_tension_unless_notified_and_support_up_to_four(level, tension, support, after):
    case = case_of().text(EXE=level).home("RU", support=support).orders(RU="exercise B")
    assert case["tension"] == 6 + tension
    assert case.of("RU") == after


@clause("R12.5")
@clause("R13.2")
@clause("R14.4")
@pytest.mark.parametrize("contact", [False, True])
@pytest.mark.parametrize("exe", [-1, 1])
@pytest.mark.parametrize("con", [-1, 1])
@pytest.mark.parametrize("monitor", [0, 1])
@pytest.mark.parametrize("zone", ["S", "U"])
def test_the_severity_of_an_incident(contact, exe, con, monitor, zone):
    case = case_of().text(EXE=exe, CON=con)
    case.units("East", B=2 if contact else 1, S=1).units("West", S=int(contact))
    case.state.monitors[case.zone(zone)] = monitor
    case.incident(zone)
    severity = (2 if contact else 1) - (exe >= 1) - (con >= 1) - monitor
    assert case["tension"] == 6 + max(0, severity)
    assert case["trust"] == 4 - (severity == 2)


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


@clause("R18.3")
@pytest.mark.parametrize(("cohesion", "after"), [(5, 6), (6, 7), (7, 7), (9, 9)])
def test_cohesion_recovers_up_to_seven_if_silence_was_kept(cohesion, after):
    assert case_of().track(cohesion=cohesion).reckoning()["cohesion"] == after
    broken = case_of().track(cohesion=9).table("US", ("UA", "WE"), MIS=1).track(cohesion=cohesion)
    assert broken.reckoning()["cohesion"] == cohesion


@clause("R17.2")
@clause("R17.3")
@clause("R17.4")
@clause("R17.10")
@pytest.mark.parametrize(
    ("promised", "orders", "trust", "lost"),
    [
        (("RU", "US"), {}, 1, ()),
        (("US", "WE"), {}, 0, ()),
        (("RU", "US"), {"RU": "build S"}, -1, ("RU",)),
        (("RU", "US", "WE"), {"WE": "exercise F"}, -1, ("WE",)),
        (("RU", "US"), {"UA": "build U"}, 1, ()),
        (("RU", "US"), {"RU": "draw B, draw N"}, 1, ()),
    ],
)
def test_restraint(promised, orders, trust, lost):
    case = case_of()
    for name in case.setting.seat_ids:
        case.does(name, "promise restraint" if name in promised else "promise none")
    case.track(tension=6, trust=4).orders(**orders).track(trust=4).reckoning()
    assert case["trust"] == 4 + trust
    assert {name: case.of(name, "credibility") for name in promised} == {name: 3 - (name in lost) for name in promised}
