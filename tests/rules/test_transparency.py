"""Transparency (R14)."""

import pytest

from rulebook import Case, why
from summit_game.engine.events import OrderVoid

clause = pytest.mark.clause


@clause("R14.2")
@clause("R14.3")
@pytest.mark.parametrize("trust", range(5))
@pytest.mark.parametrize("monitors", [0, 1, 2])
@pytest.mark.parametrize("levels", [{}, {"DES": 1}, {"DES": 2}, {"DES": 2, "DEP": 1}])
def test_a_treaty_needs_trust_and_verification_of_four(trust, monitors, levels):
    case = Case(6).text(CON=1, ENL=1, MIS=1, **levels).track(trust=trust)
    case.state.monitors[:monitors] = [1] * monitors
    points = 1 + (levels.get("DES", 0) >= 2) + (levels.get("DEP", 0) >= 1) + monitors
    assert why(case) == (None if trust + points >= 4 else "R14.3")


@clause("R14.1")
def test_monitors():
    case = Case(6).posture("OS", "UA")
    assert case.menu("OS") == ["order hold", "order monitor B", "order monitor S", "order monitor U"]
    assert case.refused("UA", "order monitor U") == "R14.1"
    case.state.monitors[case.zone("B")] = 1
    assert case.refused("OS", "order monitor B") == "R14.1"
    case.state.monitors[case.zone("S")] = 1
    assert case.menu("OS") == ["order hold"]


@clause("R14.1")
@pytest.mark.parametrize(
    ("standing", "orders", "placed", "void"),
    [
        ((), "monitor B, monitor S", "BS", ""),
        (("B",), "monitor S, monitor U", "BS", "U"),
        (("B", "S"), "monitor U, hold", "BS", "U"),
        (("B",), "monitor B, monitor U", "BU", "B"),
    ],
)
def test_monitors_ordered_at_once_are_void_above_the_limit_and_where_one_stands(standing, orders, placed, void):
    case = Case(6).track(tension=6)
    for zone in standing:
        case.state.monitors[case.zone(zone)] = 1
    case.orders(OS=orders)
    zones = case.setting.zones
    assert [zone for zone in zones if case.state.monitors[case.zone(zone)]] == list(placed)
    assert [zones[event.zone] for event in case.events if isinstance(event, OrderVoid)] == list(void)
    assert case["tension"] == 6
