"""Exercises and incidents (R12)."""

import pytest

from rulebook import case_of

clause = pytest.mark.clause


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
