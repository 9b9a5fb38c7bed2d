"""Deployment limits (R11)."""

import pytest

from rulebook import Case

clause = pytest.mark.clause


@clause("R4.3")
@clause("R11.3")
@pytest.mark.parametrize("level", [1, 2, 3, 4])
def test_the_host_nation_is_protected_on_deployments_from_level_three(level):
    assert Case(6).passes(("EA",), DEP=level) == (level < 3)
    assert Case(6, without=("deployment_limits",)).passes(("EA",), DEP=level)


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
