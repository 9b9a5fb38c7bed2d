"""Warnings (R19.11) and regret (R19.12)."""

import pytest

from rulebook import hand
from summit_game.engine import events as ev
from summit_game.engine.board import BROKEN, DONE, GONE, KEPT, NOBODY, OPEN, Ballot
from talkbook import TalkCase, cards

clause = pytest.mark.clause


def warned(what, **given):
    """RU has warned US."""
    case = cards(TalkCase(**given)).says("RU", f"warn US {what}")
    return case.silent()


@clause("R19.11")
def test_a_warning_names_what_would_harm_and_what_could_be_done():
    menu = cards(TalkCase()).menu("RU")
    # Out of the mandate of RU leads nothing from the text in brackets but DES 2, which is two steps away.
    assert {"warn US build else press", "warn US press else object", "warn US build else leave"} <= set(menu)
    case = cards(TalkCase()).text(DES=1)
    assert "warn US table-DES-2 else build" in case.menu("RU")
    assert case.refused("RU", "warn US table-ENL-1 else build") == "R19.11"
    assert case.refused("RU", "warn US hold else build") == "R19.11"
    assert case.refused("RU", "warn US build else press") is None
    hand(case, "RU", (), (), ())
    assert case.refused("RU", "warn US build else press") == "R19.11"


@clause("R19.11")
def test_a_warning_needs_credibility_and_one_stands_at_a_time():
    case = cards(TalkCase()).home("RU", credibility=0)
    assert case.refused("RU", "warn US build else press") == "R19.11"
    case.home("RU", credibility=1).does("RU", "warn US build else press")
    assert case.asked == "RU"
    assert case.words("US") == (OPEN, OPEN)
    assert case.refused("RU", "warn US press else object") == "R19.11"
    assert case.refused("RU", "warn UA press else object") is None


@clause("R19.11")
def test_what_was_warned_of_and_not_done_lets_the_warning_lapse():
    case = warned("build else press").round_ends()
    assert case.words("US") == (OPEN, OPEN)
    case.next_round().silent().round_ends()
    assert case.words("US") == (GONE, GONE)
    assert case.of("RU", "credibility") == 3


@clause("R19.11")
@pytest.mark.parametrize(("pressed", "stands", "credibility"), [(2, KEPT, 3), (0, BROKEN, 2)])
def test_the_penalty_of_pressing_is_due_by_the_end_of_the_next_round(pressed, stands, credibility):
    case = warned("build else press").round_ends(US="build F")
    assert case.words("US") == (OPEN, DONE)
    case.next_round().silent()
    case.state.pressed[case.seat("RU")] = pressed
    assert case.round_ends().words("US") == (stands, DONE)
    assert case.of("RU", "credibility") == credibility
    assert ("R19.11" in case.causes()) == (stands == BROKEN)


@clause("R19.11")
@pytest.mark.parametrize(("pressed", "stands"), [(2, KEPT), (0, BROKEN)])
def test_it_is_not_due_in_the_round_in_which_a_package_called_for_it(pressed, stands):
    case = cards(TalkCase()).text(DES=1).says("RU", "warn US table-DES-2 else press").silent().table("US", (), DES=2)
    assert case.round_ends().words("US") == (OPEN, DONE)
    case.next_round().silent()
    case.state.pressed[case.seat("RU")] = pressed
    assert case.round_ends().words("US") == (stands, DONE)


@clause("R19.11")
@pytest.mark.parametrize(("orders", "stands"), [("build B, hold", KEPT), ("hold, hold", BROKEN)])
def test_who_said_it_would_build_builds(orders, stands):
    case = warned("build else build").round_ends(US="build F", RU="build N, hold")
    assert case.words("US") == (OPEN, DONE)
    case.next_round().silent().round_ends(RU=orders)
    assert case.words("US") == (stands, DONE)


@clause("R19.11")
def test_who_warned_of_a_package_objects_to_it():
    for objectors, stands, credibility in ((("RU",), KEPT, 3), (("UA",), BROKEN, 2)):
        case = cards(TalkCase()).text(DES=1).says("RU", "warn US table-DES-2 else object").silent()
        case.table("US", (), ENL=1)
        assert case.words("US") == (OPEN, OPEN)
        case.table("WE", (), DES=2)
        assert case.words("US") == (OPEN, OPEN)
        case.table("US", objectors, DES=2)
        assert case.words("US") == (stands, DONE)
        assert case.of("RU", "credibility") == credibility


@clause("R19.11")
def test_the_next_package_of_who_pressed_is_objected_to():
    for pressed, objectors, words in ((0, (), (OPEN, OPEN)), (1, ("RU",), (KEPT, DONE)), (1, (), (BROKEN, DONE))):
        case = warned("press else object")
        case.state.pressed[case.seat("US")] = pressed
        assert case.table("US", objectors, MIS=1).words("US") == words


@clause("R19.11")
def test_a_warning_whose_occasion_does_not_come_is_void():
    for penalty in ("object", "leave"):
        case = warned(f"build else {penalty}").round_ends(US="build F")
        assert case.words("US") == (OPEN, DONE)
        case.next_round().silent().round_ends()
        assert case.words("US") == (GONE, DONE)
        assert case.of("RU", "credibility") == 3


@clause("R19.11")
@pytest.mark.parametrize(("objectors", "stands"), [((0,), KEPT), ((1,), BROKEN)])
def test_who_said_it_would_leave_does_not_sign(objectors, stands):
    case = warned("build else leave")
    case.state.record += (Ballot(1, NOBODY, (), tuple(case.state.text), (), False),)
    case.round_ends(US="build F")
    case.next_round().silent()
    case.state.record += (Ballot(2, NOBODY, (), tuple(case.state.text), objectors, False),)
    assert case.round_ends().words("US") == (stands, DONE)


@clause("R19.11")
def test_pressing_is_warned_of_too():
    for pressed, words in ((1, (OPEN, DONE)), (0, (OPEN, OPEN))):
        case = warned("press else build")
        case.state.pressed[case.seat("US")] = pressed
        assert case.round_ends().words("US") == words


@clause("R19.11")
def test_a_warning_is_taken_back_before_it_falls_due():
    case = cards(TalkCase()).says("RU", "warn US build else press")
    case.does("RU", "withdraw US")
    assert case.state.own[case.seat("US")].talk[0].words == (GONE, GONE)
    late = warned("build else press").round_ends(US="build F").next_round().says("RU")
    assert late.refused("RU", "withdraw US") == "R19.11"
    theirs = cards(TalkCase()).says("RU", "warn US build else press").says("US")
    assert theirs.refused("US", "withdraw RU") == "R19.11"


# --- regret -----------------------------------------------------------------------------------------------------------


@clause("R19.12")
def test_regret_is_paid_with_support_or_a_concession_and_mends_credibility():
    case = cards(TalkCase()).home("RU", credibility=1, support=3).does("RU", "regret support US")
    assert (case.of("RU", "credibility"), case.of("RU")) == (2, 2)
    case.does("RU", "regret card UA C-RU-2")
    assert (case.of("RU", "credibility"), case.of("RU")) == (3, 2)
    assert case.state.own[case.seat("RU")].concessions == [case.setting.concession_ids.index("C-RU-6")]
    assert any(isinstance(event, ev.CardSpent) for event in case.events)


@clause("R19.12")
def test_regret_comes_once_in_a_game_for_each_pair():
    case = cards(TalkCase()).home("RU", credibility=1, support=3).does("RU", "regret support US")
    assert case.refused("RU", "regret support US") == "R19.12"
    assert case.refused("RU", "regret card US C-RU-2") == "R19.12"
    assert case.refused("RU", "regret support UA") is None
    case.says("US").home("US", credibility=1)
    assert case.refused("US", "regret support RU") is None


@clause("R19.12")
def test_there_must_be_something_to_mend_and_to_pay_with():
    case = cards(TalkCase())
    assert case.refused("RU", "regret support US") == "R19.12"
    case.home("RU", credibility=2, support=0)
    assert case.refused("RU", "regret support US") == "R19.12"
    assert case.refused("RU", "regret card US C-RU-3") == "R19.12"
    assert case.refused("RU", "regret card US C-RU-2") is None
    frozen = cards(TalkCase(without=("ratification",))).home("RU", credibility=2)
    assert frozen.refused("RU", "regret support US") == "R19.12"
