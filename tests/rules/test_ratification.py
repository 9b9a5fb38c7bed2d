"""Ratification (R15): home reactions, RALLY, pledges, the capitals."""

import pytest

from rulebook import Case, ready, russia
from summit_game.engine.notation import ActionError
from summit_game.engine.ops import Ops
from summit_game.engine.setup import begin_round
from summit_game.engine.streams import flash_number

clause = pytest.mark.clause
DRAW = {1: -2, 2: -1, 3: -1, 4: 0, 5: 1, 6: 2}


@clause("R15.2")
@clause("R15.3")
def test_rally_or_pledge_once_in_a_round():
    case = russia().home("RU", support=3).does("RU", "rally")
    assert case.of("RU") == 4
    assert case.floor("RU").refused("RU", "pledge ENL") == "R15.2"
    case = russia().home("RU", support=3).does("RU", "pledge DES")
    assert case.of("RU") == 5
    assert russia().home("RU", credibility=0).refused("RU", "pledge ENL") == "R15.3"


@clause("R15.3")
def test_an_issue_is_pledged_once():
    case = russia().does("RU", "pledge DES")
    case.state.round = 2
    begin_round(Ops(case.state))
    case.floor("RU", 3)
    assert case.refused("RU", "pledge DES") == "R15.3"
    assert case.refused("RU", "pledge ENL") is None
    assert "pledge DES" not in case.menu("RU")


@clause("R15.4")
@pytest.mark.parametrize(("objectors", "support", "credibility"), [((), 0, 2), (("WE",), 0, 2)])
def test_a_broken_pledge(objectors, support, credibility):
    case = russia().home("RU", support=1).does("RU", "pledge DES").table("RU", objectors, DES=2)
    assert case.of("RU") == support
    assert case.of("RU", "credibility") == credibility
    assert case.home("RU", support=5).table("RU", DES=3).of("RU", "credibility") == credibility


@clause("R15.1")
@pytest.mark.parametrize(("name", "net"), [("RU", 0), ("US", -1), ("WE", 0), ("UA", -1), ("EA", -1), ("OS", 0)])
def test_the_worked_example_at_six_seats(name, net):
    assert Case(6).reaction(name, ENL=2, DES=2) == net


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


@clause("R15.5")
@pytest.mark.parametrize("support", range(7))
@pytest.mark.parametrize("red", [False, True])
def test_a_capital_ratifies_with_support_and_luck(support, red):
    for seed in range(10):
        case = ready(seed=seed).home("UA", support=support)
        if red:
            case.text(EXE=4)  # a red line of UA only
        draw = DRAW[flash_number(seed, 1, "ratification", case.seat("UA"))]
        case.question("RU")
        (vote,) = [x for x in case.events if type(x).__name__ == "CapitalVoted" and x.seat == case.seat("UA")]
        assert vote.ratified == (support + draw - 3 * red >= 4)


@clause("R15.6")
def test_without_ratification_a_signed_treaty_is_in_force_at_once():
    case = ready(without=("ratification",)).question("RU")
    assert case.state.in_force
    with pytest.raises(ActionError, match="'rally' is not an action"):
        case.refused("RU", "rally")
