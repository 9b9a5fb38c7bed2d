"""Onlooker and credibility (R17): promises, made, kept and broken."""

import pytest

from rulebook import Case, case_of, hand, russia
from summit_game.engine.board import CORRIDOR
from summit_game.engine.events import PromiseChecked
from summit_game.engine.notation import parse_action
from summit_game.engine.play import refusal
from summit_game.engine.scoring import scores
from summit_game.words.messages import line_text

clause = pytest.mark.clause


@clause("R17.1")
@clause("R2.8")
def test_promises_are_made_in_the_corridor_with_credibility():
    case = Case(6)
    assert case.menu("RU") == ["promise none", "promise restraint"]
    assert case.menu("OS") == []
    assert case.home("RU", credibility=0).refused("RU", "promise restraint") == "R17.1"
    assert russia().refused("RU", "promise restraint") == "R2.8"


@clause("R17.6")
def test_who_promised_support_and_objects_breaks_it():
    case = Case(4, variants=("all-promises",)).does("US", "promise support MIS 1").track(trust=4)
    case.table("RU", ("US",), MIS=2)
    assert case.of("US", "credibility") == 3
    case.table("RU", ("US",), MIS=1)
    assert (case.of("US", "credibility"), case["trust"]) == (2, 3)


@clause("R17.7")
def test_a_promised_step_is_due_by_the_end_of_the_next_round():
    case = Case(4, variants=("all-promises",)).does("US", "promise step").track(trust=4).reckoning()
    assert case.of("US", "credibility") == 3
    case.state.round = 2
    case.reckoning()
    assert case.of("US", "credibility") == 2


@clause("R17.7")
def test_a_step_promised_in_the_last_round_is_due_in_that_round():
    case = Case(4, variants=("all-promises",))
    case.state.round = 6
    case.does("US", "promise step").reckoning()
    assert case.of("US", "credibility") == 2


@clause("R17.7")
def test_promising_a_step_again_does_not_put_off_the_first_promise():
    case = Case(4, variants=("all-promises",)).does("US", "promise step").reckoning()
    case.state.round = 2
    case.state.phase, case.state.waiting = 2, [case.seat("US"), case.seat("WE")]
    again = parse_action(case.setting, "promise step")
    refused = refusal(case.state, case.seat("US"), again)
    assert refused is not None
    assert refused.clause == "R17.1"
    case.reckoning()
    assert case.of("US", "credibility") == 2


@clause("R17.5")
@pytest.mark.fault("K19.2")
def test_no_pressure_is_checked_in_the_reckoning_of_the_next_round():
    case = Case(4, variants=("all-promises",)).does("RU", "promise no_pressure").track(trust=4)
    case.state.pressed[0] = 1
    case.reckoning()
    assert case.of("RU", "credibility") == 3
    case.state.round = 2
    case.reckoning()
    assert case.of("RU", "credibility") == 2


@clause("R17.5")
def test_pressing_after_a_promise_of_no_pressure_breaks_it():
    case = Case(4, variants=("all-promises",)).does("RU", "promise no_pressure").track(trust=4)
    case.state.round = 2
    case.state.pressed[0] = 2
    case.reckoning()
    assert case.of("RU", "credibility") == 2


@clause("R17.9")
@pytest.mark.parametrize(("onlooker", "points"), [(0, 2), (4, 1), (5, 0), (8, -2)])
def test_the_score_line_of_the_onlooker(onlooker, points):
    case = Case(4).track(onlooker=onlooker)
    lines = [x.points for each in scores(case.state) for x in each.lines if "nlooker" in line_text(x) + x.behind]
    assert points in lines


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


def promising(**promises):
    """The Corridor of round 1 in which the named delegations promise, and the others promise nothing."""
    case = Case(4, variants=("all-promises",))
    for name in case.setting.seat_ids:
        case.does(name, f"promise {promises.get(name, 'none')}")
    return case.track(tension=6, trust=4, cohesion=7)


def verdicts(case):
    """Which promises the last thing done found kept or broken."""
    checked = [event for event in case.events if isinstance(event, PromiseChecked)]
    return [(case.setting.seat_ids[event.seat], event.kept) for event in checked]


def next_round(case):
    """The Reckoning of the next round."""
    case.state.round += 1
    return case.track(tension=6).reckoning()


@clause("R17.5")
@pytest.mark.parametrize("first", [1, 3])
@pytest.mark.parametrize(("pressed", "kept"), [(None, True), (-1, True), (0, False), (1, False)])
def test_no_pressure_holds_in_the_round_of_the_promise_and_the_next(first, pressed, kept):
    case = promising()
    case.state.round, case.state.phase, case.state.waiting = first, CORRIDOR, [case.seat("US")]
    case.does("US", "promise no_pressure").track(tension=6)
    if pressed is not None:
        case.state.pressed[case.seat("US")] = first + pressed
    assert verdicts(case.reckoning()) == []
    assert verdicts(next_round(case)) == [("US", kept)]
    assert case.of("US", "credibility") == 2 + kept
    assert verdicts(next_round(case)) == []


@clause("R17.5")
def test_a_card_played_on_the_floor_of_the_round_of_the_promise_breaks_it():
    case = hand(promising(US="no_pressure"), "US", pressure=("X-US-1",)).floor("US").does("US", "press X-US-1")
    assert verdicts(case.reckoning()) == []
    assert verdicts(next_round(case)) == [("US", False)]


@clause("R17.6")
@pytest.mark.parametrize(
    ("levels", "credibility"),
    [
        ({"MIS": 1}, 2),
        ({"MIS": 2}, 3),
        ({"EXE": 1}, 3),
        ({"MIS": 1, "EXE": 2}, 2),  # EXE 2 is inside the mandate of US
        ({"EXE": 2, "MIS": 1}, 2),
        ({"MIS": 1, "EXE": 3}, 3),  # EXE 3 is outside
        ({"MIS": 1, "EXE": 2, "ENL": 2}, 3),
    ],
)
def test_support_covers_only_packages_whose_other_issues_are_inside_the_mandate(levels, credibility):
    case = promising(US="support MIS 1").table("RU", ("US",), **levels)
    assert case.of("US", "credibility") == credibility


@clause("R17.6")
@pytest.mark.parametrize("objectors", [("US", "WE"), ("RU", "WE"), ("RU", "US", "WE", "UA")])
def test_every_supporter_who_objects_breaks_its_own_promise(objectors):
    case = promising(US="support MIS 1", WE="support MIS 1", UA="support EXE 1").table("RU", objectors, MIS=1)
    broken = [name for name in ("US", "WE") if name in objectors]
    assert verdicts(case) == [(name, False) for name in broken]
    lost = {name: 3 - case.of(name, "credibility") for name in case.setting.seat_ids}
    assert lost == {name: int(name in broken) for name in case.setting.seat_ids}
    assert case["trust"] == 4 - len(broken)


@clause("R17.6")
def test_support_lasts_until_the_end_of_the_next_round():
    case = promising(US="support MIS 1")
    assert verdicts(case.reckoning()) == []
    assert verdicts(next_round(case)) == [("US", True)]
    assert case.table("RU", ("US",), MIS=1).of("US", "credibility") == 3


@clause("R17.7")
@pytest.mark.parametrize("later", [0, 1])
def test_a_step_in_the_round_of_the_promise_or_the_next_keeps_it(later):
    case = hand(promising(US="step"), "US", concessions=("C-US-3",))
    if later:
        assert verdicts(case.reckoning()) == []
        case.state.round = 2
    case.floor("US", case.state.round).does("US", "step C-US-3").track(tension=6)
    assert verdicts(case.reckoning()) == [("US", True)]
    assert case.of("US", "credibility") == 3
    assert verdicts(next_round(case)) == []


@clause("R17.7")
def test_a_step_before_the_promise_does_not_keep_it():
    case = promising()
    case.state.stepped[case.seat("US")] = 1
    case.state.round, case.state.phase, case.state.waiting = 2, CORRIDOR, [case.seat("US")]
    case.does("US", "promise step")
    assert verdicts(case.track(tension=6).reckoning()) == []
    assert verdicts(next_round(case)) == [("US", False)]


@clause("R17.4")
def test_a_broken_promise_costs_credibility_and_trust_once():
    case = promising(US="step")
    case.reckoning().track(trust=4)
    next_round(case)
    assert (case.of("US", "credibility"), case["trust"]) == (2, 3)
    assert next_round(case).of("US", "credibility") == 2


@clause("R17.8")
@pytest.mark.parametrize("credibility", [0, 1, 2, 3])
def test_each_point_of_credibility_lost_takes_three_off_the_score(credibility):
    case = Case(4).home("UA", credibility=credibility)
    points = [
        line.points for line in scores(case.state)[case.seat("UA")].lines if line.behind == "onlooker_credibility"
    ]
    assert points == ([-3 * (3 - credibility)] if credibility < 3 else [])


@clause("R17.1")
@pytest.mark.parametrize("kind", ["restraint", "no_pressure", "support MIS 1", "step"])
def test_a_promise_that_is_open_is_not_on_the_menu(kind):
    case = Case(4, variants=("all-promises",)).does("RU", f"promise {kind}")
    case.state.waiting = [case.seat("RU")]
    assert f"promise {kind}" not in case.menu("RU")
    assert not [form for form in case.menu("RU") if form.split()[1] == kind.split()[0]]
    assert case.refused("RU", f"promise {kind}") == "R17.1"
    assert len(case.menu("RU")) > 3


@clause("R17.9")
def test_without_the_module_the_onlooker_stays_where_it_starts():
    assert Case(4).track(onlooker=5, tension=8).table("RU", ENL=3)["onlooker"] == 6
    assert Case(4, without=("onlooker_credibility",)).track(tension=8).table("RU", ENL=3)["onlooker"] == 5
