"""Capitals that hesitate, and SPEND: R15.2, R15.2a and R15.5 to R15.5c with the second edition's numbers."""

from __future__ import annotations

import pytest

from rulebook import Case
from summit_game.engine import actions as a
from summit_game.engine import events as ev
from summit_game.engine.board import CAPITALS, FLOOR, OVER, REOPENING, STEP_VOTE
from summit_game.engine.notation import action_text
from summit_game.engine.play import apply, legal
from summit_game.engine.scoring import holding, score_lines
from summit_game.engine.setting import SETTLEMENT, STALEMATE
from support import DECK, dealt_game

clause = pytest.mark.clause
TEXT = {"ENL": 1, "DEP": 1, "MIS": 1, "EXE": 1, "CON": 1, "DES": 2}


def signed(ua: int, **levels: int) -> Case:
    """All have signed; UA's support is given, everybody else's capital is safe."""
    case = Case(4, deck=DECK).text(**{**TEXT, **levels}).track(trust=10)
    for name in case.setting.seat_ids:
        case.home(name, support=6)
        own = case.state.own[case.seat(name)]
        own.goal, own.goal_test = -1, None
    case.home("UA", support=ua)
    reds = [seat for seat in case.setting.seats if case.setting.touches_red_line(seat, case.state.text)]
    assert reds == []
    case.floor("RU", 5).does("RU", "sign")
    for seat in tuple(case.state.waiting):
        case.events += apply(case.state, seat, a.SILENCE_ACTION)
    return case


def offered(case: Case) -> list[str]:
    return [action_text(case.setting, each) for each in legal(case.state, case.state.waiting[0])]


def hand(case: Case, *concessions: str) -> Case:
    own = case.state.own[case.seat("UA")]
    own.concessions = sorted(case.setting.concession_ids.index(each) for each in concessions)
    return case


@clause("R15.5")
def test_a_capital_with_support_five_ratifies_without_a_draw() -> None:
    case = signed(5)
    assert case.state.phase == OVER
    assert case.state.ending == SETTLEMENT
    assert not any(isinstance(each, ev.FlashTurned) for each in case.events)
    votes = [each for each in case.events if isinstance(each, ev.CapitalVoted)]
    assert [(each.ratified, each.draw) for each in votes] == [(True, 0)] * 4


@clause("R15.5")
def test_a_capital_that_has_less_hesitates_by_the_difference() -> None:
    case = signed(3)
    assert case.state.phase == CAPITALS
    assert case.state.waiting == [case.seat("UA")]
    assert case.state.hesitation[:2] == (case.seat("UA"), 2)


@clause("R15.5")
@pytest.mark.parametrize(("support", "short"), [(6, 2), (5, 3)])
def test_a_red_line_asks_for_three_more(support: int, short: int) -> None:
    case = (
        Case(4, deck=DECK)
        .text(
            **TEXT,
        )
        .text(EXE=4)
        .home("UA", support=support)
    )
    module = case.state.rules.capitals
    assert case.setting.touches_red_line(case.seat("UA"), case.state.text)
    assert module.short(case.state, case.seat("UA")) == short


@clause("R15.5a")
def test_a_step_is_asked_once_for_an_issue_outside_the_mandate_and_granted_by_vote() -> None:
    case = signed(4, DEP=2, MIS=3, EXE=3)
    out = case.setting.seat_specs[case.seat("UA")].out
    asks = [row for row in offered(case) if row.startswith("ask")]
    wanted = []
    for issue, level in enumerate(case.state.text):
        wanted += [
            f"ask {case.setting.issue_ids[issue]}-{to}"
            for to in (level - 1, level + 1)
            if 1 <= to <= 4 and out[issue][to] < out[issue][level]
        ]
    assert asks == wanted
    assert asks
    case.does("UA", asks[0])
    state = case.state
    assert state.phase == STEP_VOTE
    assert list(state.waiting) == [seat for seat in state.turn_order() if seat != case.seat("UA")]
    issue, level = state.package.changes[0]
    for seat in tuple(state.waiting):
        apply(state, seat, a.SILENCE_ACTION)
    assert state.text[issue] == level
    assert state.ending == SETTLEMENT


@clause("R15.5a")
def test_a_step_never_goes_below_level_one() -> None:
    """With this seed's mandates level 0 of ENL is nearer to Ukraine's capital than level 1, where the text stands."""
    case = Case(4, deck=DECK, game=dealt_game(4, 1))
    ua, enl = case.seat("UA"), case.issue("ENL")
    out = case.setting.seat_specs[ua].out[enl]
    assert out[0] < out[1]
    case.text(**TEXT).track(trust=10)
    for name in case.setting.seat_ids:
        case.home(name, support=3 if name == "UA" else 10)
    case.floor("RU", 5).does("RU", "sign")
    for seat in tuple(case.state.waiting):
        apply(case.state, seat, a.SILENCE_ACTION)
    assert case.state.phase == CAPITALS
    assert list(case.state.waiting) == [ua]
    asks = [row for row in offered(case) if row.startswith("ask")]
    assert not any(row.startswith("ask ENL") for row in asks)


@clause("R15.5a")
def test_a_step_that_is_refused_covers_nothing_and_is_not_asked_again() -> None:
    case = hand(signed(4, EXE=3), "C-UA-1", "C-UA-2")
    before = tuple(case.state.text)
    case.does("UA", next(row for row in offered(case) if row.startswith("ask")))
    for seat in tuple(case.state.waiting):
        apply(case.state, seat, a.OBJECT_ACTION)
    assert tuple(case.state.text) == before
    assert case.state.hesitation.short == 1
    assert not any(row.startswith("ask") for row in offered(case))
    assert case.refused("UA", "ask EXE-2") == "R15.5a"


@clause("R15.5b")
def test_each_card_covers_one_and_costs_four_points_two_at_most() -> None:
    case = hand(signed(3), "C-UA-1", "C-UA-2", "C-UA-3")
    seat = case.seat("UA")
    before = sum(line.points for line in score_lines(case.state, seat, holding(case.state, seat), STALEMATE))
    case.does("UA", "pay card C-UA-1")
    assert case.state.hesitation[1:] == (1, False, 1)
    after = sum(line.points for line in score_lines(case.state, seat, holding(case.state, seat), STALEMATE))
    assert after == before - 4
    case.does("UA", "pay card C-UA-2")
    assert case.state.ending == SETTLEMENT
    assert case.state.own[seat].concessions == [case.setting.concession_ids.index("C-UA-3")]


@clause("R15.5b")
def test_a_pledge_marker_may_be_taken_back_and_a_goal_that_holds_given_up() -> None:
    case = hand(signed(3), "C-UA-1", "C-UA-2")
    seat = case.seat("UA")
    ratification = case.state.rules.capitals
    case.state.slices[ratification.index][ratification.seats + seat] = 1 << case.issue("DES")
    own = case.state.own[seat]
    own.goal, own.goal_test = 0, ("never",)
    goals = case.state.game.secrets.goals[seat]
    held = next(at for at, goal in enumerate(goals) if "DES" in goal.title or goal.id == "G-UA-3")
    own.goal, own.goal_test = held, goals[held].test
    case.text(DES=2)
    assert "pay goal" not in offered(case)
    assert case.refused("UA", "pay goal") == "R15.5b"
    case.text(DES=3)
    assert {"pay pledge DES", "pay goal"} <= set(offered(case))
    case.does("UA", "pay pledge DES")
    assert case.state.slices[ratification.index][ratification.seats + seat] == 0
    assert case.state.hesitation.short == 1
    case.does("UA", "pay goal")
    assert case.state.ending == SETTLEMENT
    assert case.state.own[seat].goal == -1
    assert ev.GoalGivenUp(seat, held) in case.events


@clause("R15.5c")
def test_what_is_still_short_is_a_refusal() -> None:
    case = hand(signed(3), "C-UA-1", "C-UA-2").does("UA", "pay none")
    assert [each.ratified for each in case.events if isinstance(each, ev.CapitalVoted)][-1] is False
    assert case.state.phase in (REOPENING, FLOOR, OVER)


@clause("R15.5c")
def test_what_can_never_be_covered_is_a_refusal_at_once() -> None:
    case = Case(4, deck=DECK).text(**TEXT).track(trust=10)
    for name in case.setting.seat_ids:
        case.home(name, support=6)
        own = case.state.own[case.seat(name)]
        own.goal, own.goal_test = -1, None
    case.home("UA", support=0)
    case.state.own[case.seat("UA")].concessions = []
    case.floor("RU", 5).does("RU", "sign")
    for seat in tuple(case.state.waiting):
        case.events += apply(case.state, seat, a.SILENCE_ACTION)
    assert not any(isinstance(each, ev.CapitalHesitated) for each in case.events)
    assert [each.seat for each in case.events if isinstance(each, ev.CapitalVoted) and not each.ratified] == [
        case.seat("UA")
    ]


@clause("R15.2")
@pytest.mark.parametrize(("support", "offers"), [(2, True), (3, True), (4, False)])
def test_rally_is_offered_up_to_support_three(support: int, offers: bool) -> None:
    case = Case(4, deck=DECK).home("RU", support=support).floor("RU")
    assert (case.refused("RU", "rally") is None) is offers
    if not offers:
        assert case.refused("RU", "rally") == "R15.2"


@clause("R15.2a")
def test_spend_takes_the_place_of_rally_and_feeds_rivalry() -> None:
    case = Case(4, deck=DECK).home("RU", support=3).floor("RU").does("RU", "spend")
    assert case.state.seat_tracks[0][case.seat("RU")] == 5
    assert case["rivalry"] == 1
    case.floor("RU")
    assert case.refused("RU", "spend") == "R15.2"
    assert case.refused("RU", "rally") == "R15.2"
    first = Case(4).floor("RU")
    assert first.refused("RU", "spend") == "R15.2a"
