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
@clause("R4.7")
def test_the_worked_example_is_settled_as_printed():
    case = Case(6).track(cohesion=7, trust=4, tension=8, onlooker=5).table("RU", ENL=2, DES=2)
    start = dict.fromkeys(("RU", "WE", "OS"), 3) | dict.fromkeys(("US", "UA", "EA"), 2)
    news = {name: case.of(name) - start[name] for name in start}
    assert len(set(news.values())) == 1
    assert (case["cohesion"], case["trust"], case["onlooker"]) == (6, 5, 5)
    assert (case["ENL"], case["DES"]) == (2, 2)
    assert (case.cap("East", "B"), case.cap("East", "N")) == (1, 1)


@clause("R4.7")
def test_an_adoption_is_settled_in_the_printed_order():
    case = Case(4).track(cohesion=7, trust=4, onlooker=5, tension=8).home("US", support=5)
    case.table("RU", ("WE",), ENL=3)
    assert list(dict.fromkeys(case.causes())) == ["R15.1", "R10.3", "R10.4", "R18.2", "R4.6"]
