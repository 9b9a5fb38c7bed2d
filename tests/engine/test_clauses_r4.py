"""Votes and adoption (R4), home reactions (R15.1) and what else an adoption brings (R10, R18)."""

import pytest

from rulebook import Case

clause = pytest.mark.clause


@clause("R4.2")
@pytest.mark.parametrize("principal", ["RU", "US"])
@pytest.mark.parametrize("seats", [2, 3, 4, 5, 6])
def test_an_objection_of_a_principal_makes_the_package_fail(principal, seats):
    case = Case(seats).table("US" if principal == "RU" else "RU", (principal,), CON=1)
    assert case["CON"] == -1


@clause("R4.3")
@pytest.mark.parametrize("level", [1, 2, 3, 4])
def test_ukraine_is_protected_on_de_escalation_from_every_level(level):
    assert not Case(4).passes(("UA",), DES=level)


@clause("R4.3")
@clause("R10.2")
@pytest.mark.parametrize("level", [1, 2, 3, 4])
def test_ukraine_is_protected_on_enlargement_from_level_two(level):
    assert Case(4).passes(("UA",), ENL=level) == (level < 2)
    assert Case(4, without=("open_door",)).passes(("UA",), ENL=level)
    assert Case(4, variants=("no-rights",)).passes(("UA",), ENL=level)


@clause("R4.3")
@clause("R11.3")
@pytest.mark.parametrize("level", [1, 2, 3, 4])
def test_the_host_nation_is_protected_on_deployments_from_level_three(level):
    assert Case(6).passes(("EA",), DEP=level) == (level < 3)
    assert Case(6, without=("deployment_limits",)).passes(("EA",), DEP=level)


@clause("R4.4")
def test_below_four_seats_any_objection_fails_and_from_four_one_is_overruled():
    assert not Case(3).passes(("UA",), MIS=1)
    assert Case(4).passes(("WE",), MIS=1)
    assert not Case(4).passes(("WE", "UA"), MIS=1)
    assert not Case(6).passes(("WE", "OS"), MIS=1)
    assert not Case(4, variants=("strict",)).passes(("WE",), MIS=1)


@clause("R4.5")
def test_an_adopted_package_writes_its_levels():
    case = Case(4).table("RU", ("WE",), MIS=1, EXE=2)
    assert (case["MIS"], case["EXE"]) == (1, 2)


@clause("R4.6")
def test_the_first_adoption_of_a_round_gives_trust_and_a_second_does_not():
    case = Case(4).track(trust=4).table("RU", MIS=1)
    assert case["trust"] == 5
    assert case.table("RU", EXE=1)["trust"] == 5


@clause("R4.6")
def test_a_first_adoption_that_reopens_gives_nothing_and_a_later_one_takes_trust():
    case = Case(4).text(MIS=1).track(trust=4).table("RU", MIS=2)
    assert case["trust"] == 4
    assert case.table("RU", MIS=3)["trust"] == 3


@clause("R15.1")
@pytest.mark.parametrize(("name", "net"), [("RU", 0), ("US", -1), ("WE", 0), ("UA", -1), ("EA", -1), ("OS", 0)])
def test_the_worked_example_at_six_seats(name, net):
    assert Case(6).reaction(name, ENL=2, DES=2) == net


@clause("R15.1")
@clause("R4.7")
def test_the_worked_example_is_settled_as_printed():
    case = Case(6).track(cohesion=7, trust=4, tension=8, onlooker=5).table("RU", ENL=2, DES=2)
    start = dict.fromkeys(("RU", "WE", "OS"), 3) | dict.fromkeys(("US", "UA", "EA"), 2)
    news = {name: case.of(name) - start[name] for name in start}
    assert len(set(news.values())) == 1
    assert (case["cohesion"], case["trust"], case["onlooker"]) == (6, 5, 5)
    assert (case["ENL"], case["DES"]) == (2, 2)
    assert (case.cap("East", "B"), case.cap("East", "N")) == (1, 1)


@clause("R15.1")
@pytest.mark.parametrize(
    ("name", "before", "levels", "net"),
    [
        ("US", {}, {"ENL": 1}, 0),  # inside before and after: a gain, bounded to 0
        ("US", {}, {"ENL": 4}, -2),  # three steps out and one extra, bounded to -2
        ("US", {}, {"DEP": 3}, -1),
        ("US", {"ENL": 2}, {"ENL": 3}, -1),  # the door was narrow before: no extra loss
        ("US", {"ENL": 3}, {"ENL": 2}, 0),
        ("RU", {}, {"DES": 3}, -2),
        ("RU", {}, {"DES": 3, "ENL": 1}, -1),
        ("RU", {}, {"DES": 3, "ENL": 1, "DEP": 2}, 0),
        ("UA", {}, {"DEP": 4, "MIS": 1}, 0),
    ],
)
def test_home_reaction_is_gain_less_loss(name, before, levels, net):
    assert Case(4).text(**before).reaction(name, **levels) == net


@clause("R15.1")
def test_who_objects_has_no_home_reaction():
    case = Case(4).home("UA", support=3).table("US", ("UA",), EXE=4)
    assert case["EXE"] == 4
    assert case.of("UA") == 3


@clause("R10.1")
def test_only_the_taxed_side_pays_for_the_door_and_only_when_it_is_crossed():
    case = Case(6)
    assert case.reaction("WE", ENL=2) == 0  # one gain, one extra loss
    assert case.reaction("WE", ENL=3) == -2
    assert case.reaction("OS", ENL=3) == 0
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


@clause("R4.7")
def test_an_adoption_is_settled_in_the_printed_order():
    case = Case(4).track(cohesion=7, trust=4, onlooker=5, tension=8).home("US", support=5)
    case.table("RU", ("WE",), ENL=3)
    assert list(dict.fromkeys(case.causes())) == ["R15.1", "R10.3", "R10.4", "R18.2", "R4.6"]
