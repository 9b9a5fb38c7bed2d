"""What the second edition added to news, votes and signing: R2.5a, R2.5b, R4.8, R4.9, R7.4a, R8.5 and R8.7."""

from __future__ import annotations

import pytest

from rulebook import Case
from summit_game.engine import actions as a
from summit_game.engine import events as ev
from summit_game.engine.board import AMENDMENT, BRACKETS, FLOOR, OVER, REASONS, REOPENING, VOTE
from summit_game.engine.effects import MOVE_TRACK
from summit_game.engine.notation import action_text
from summit_game.engine.ops import Ops
from summit_game.engine.play import apply, legal, start
from summit_game.engine.scoring import rate, winners
from summit_game.engine.setting import CONFLICT, CRISIS, STALEMATE, TENSION
from summit_game.engine.setup import begin_round
from summit_game.engine.voting import put_final_question
from support import DECK, FIRST_EDITION, game_of

clause = pytest.mark.clause


def second(**levels: int) -> Case:
    return Case(4, deck=DECK).text(**levels)


def tabled(case: Case, who: str, objectors: tuple[str, ...], written: str) -> Case:
    """A package is tabled, and the objectors object."""
    case.floor(who).does(who, written)
    while case.state.phase == VOTE:
        seat = case.state.waiting[0]
        objects = case.setting.seat_ids[seat] in objectors
        case.events += apply(case.state, seat, a.OBJECT_ACTION if objects else a.SILENCE_ACTION)
    return case


def hand(case: Case, who: str, proposals: str = "", concessions: str = "") -> Case:
    own, setting = case.state.own[case.seat(who)], case.setting
    own.proposals = sorted(setting.proposal_ids.index(each) for each in proposals.split())
    own.concessions = sorted(setting.concession_ids.index(each) for each in concessions.split())
    return case


def offered(case: Case) -> list[str]:
    return [action_text(case.setting, each) for each in legal(case.state, case.state.waiting[0])]


# --- news -------------------------------------------------------------------------------------------------------


@clause("R2.5a")
def test_each_round_draws_from_its_act_and_one_late_round_brings_a_crisis() -> None:
    rounds = set()
    for seed in range(60):
        state, _ = start(game_of(4), seed)
        acts = [state.setting.events[card].act for card in state.news_list]
        crises = [at + 1 for at, act in enumerate(acts) if act == CRISIS]
        assert len(crises) == 1
        rounds |= set(crises)
        assert [act for at, act in enumerate(acts) if at + 1 not in crises] == [
            act for at, act in enumerate((1, 1, 2, 3, 3, 3)) if at + 1 not in crises
        ]
        assert len(set(state.news_list)) == 6
    assert rounds == {4, 5, 6}


@clause("R2.5a")
def test_without_acts_all_events_are_one_pile() -> None:
    opened = {start(game_of(4, deck=FIRST_EDITION), seed)[0].news_list[0] for seed in range(200)}
    assert opened == set(range(len(game_of(4, deck=FIRST_EDITION).setting.events)))


@clause("R2.5b")
@pytest.mark.parametrize(
    ("round_", "before", "after"), [(2, 6, 8), (2, 7, 8), (2, 8, 8), (2, 9, 9), (4, 8, 10), (4, 9, 10), (6, 11, 11)]
)
def test_news_alone_does_not_move_tension_above_the_number_of_the_round(round_: int, before: int, after: int) -> None:
    case = second().track(tension=before)
    state = case.state
    state.round = round_ - 1
    card = next(at for at, spec in enumerate(state.setting.events) if spec.id == "E-27")
    spec = state.setting.events[card]._replace(effects=((MOVE_TRACK, TENSION, 2),))
    events = tuple(spec if at == card else each for at, each in enumerate(state.setting.events))
    object.__setattr__(state.setting, "events", events)
    try:
        state.news_list = (card,) * 6
        begin_round(Ops(state))
    finally:
        object.__setattr__(state.setting, "events", start(game_of(4), 0)[0].setting.events)
    assert case["tension"] == after


# --- reasons ----------------------------------------------------------------------------------------------------


@clause("R4.8")
def test_objectors_name_up_to_two_changes_that_the_package_would_not_bring() -> None:
    case = hand(second(CON=1), "RU", "P-ENL-2A P-DEP-1A", "C-RU-2")
    tabled(case, "RU", ("UA", "US"), "table P-ENL-2A")
    state = case.state
    assert state.phase == REASONS
    assert [case.setting.seat_ids[seat] for seat in state.waiting] == ["US", "UA"]
    rows = offered(case)
    assert "name" in rows
    assert "name ENL-1" in rows
    assert "name ENL-1 EXE-3" in rows
    assert "name ENL-2" not in rows
    assert "name CON-1" not in rows
    assert not any(len(row.split()) > 3 for row in rows)
    case.does("US", "name ENL-1 CON-2")
    case.does("UA", "name")
    assert [(each.seat, each.issue, each.level) for each in state.named] == [
        (case.seat("US"), case.issue("ENL"), 1),
        (case.seat("US"), case.issue("CON"), 2),
    ]


@clause("R4.8")
def test_an_adopted_package_asks_nobody_for_reasons() -> None:
    case = hand(second(), "RU", "P-DEP-1A")
    tabled(case, "RU", (), "table P-DEP-1A")
    assert case.state.phase == FLOOR
    assert case.state.text[case.issue("DEP")] == 1


@clause("R4.8")
def test_the_first_edition_asks_for_no_reasons() -> None:
    case = hand(Case(4), "RU", "P-DEP-1A")
    tabled(case, "RU", ("US",), "table P-DEP-1A")
    assert case.state.phase == FLOOR


# --- the amendment ----------------------------------------------------------------------------------------------


def failed(proposals: str, concessions: str, written: str, named: str = "") -> Case:
    """RU's package has failed; US, which objected, named a change or nothing."""
    case = tabled(hand(second(), "RU", proposals, concessions), "RU", ("US",), written)
    return case.does("US", f"name {named}".strip())


@clause("R4.9")
def test_one_concession_is_added_on_an_issue_that_the_package_does_not_touch() -> None:
    case = failed("P-DEP-2A", "C-RU-1 C-RU-2 C-RU-4", "table P-DEP-2A with C-RU-1")
    assert case.state.phase == AMENDMENT
    gives = {row.split()[-1] for row in offered(case) if row.startswith("amend add")}
    setting = case.setting
    within = {setting.issue_ids[issue] for issue, _ in case.state.package.changes}
    held = {"C-RU-2", "C-RU-4"}
    assert gives == {
        card for card in held if setting.issue_ids[setting.gives[setting.concession_ids.index(card)][0]] not in within
    }


@clause("R4.9")
def test_a_concession_is_taken_back_and_all_answer_again_once() -> None:
    case = failed("P-DEP-2A", "C-RU-1 C-RU-2", "table P-DEP-2A with C-RU-1")
    before = case.state.package
    case.does("RU", "amend drop C-RU-1")
    state = case.state
    assert state.phase == VOTE
    assert state.amended
    assert state.package.changes == before.changes[:1]
    assert list(state.waiting) == [seat for seat in state.turn_order() if seat != case.seat("RU")]
    for seat in tuple(state.waiting):
        apply(state, seat, a.OBJECT_ACTION)
    assert state.phase == FLOOR
    assert state.package is None
    assert case.setting.concession_ids.index("C-RU-1") in state.own[case.seat("RU")].concessions


@clause("R4.9")
def test_another_proposal_on_the_same_issue_takes_the_place_of_the_one_that_asks() -> None:
    case = failed("P-DEP-2A P-DEP-1A P-EXE-2B", "", "table P-DEP-2A")
    assert [row for row in offered(case) if "replace" in row] == ["amend replace P-DEP-1A"]
    case.does("RU", "amend replace P-DEP-1A")
    assert case.state.package.changes == ((case.issue("DEP"), 1),)
    assert case.setting.proposal_ids.index("P-DEP-1A") in case.state.discard


@clause("R4.9")
def test_a_level_that_an_objector_named_is_written_for_a_proposal_laid_down() -> None:
    case = failed("P-DEP-2A P-EXE-2B", "", "table P-DEP-2A", "CON-1")
    written = [row for row in offered(case) if "write" in row]
    assert written == ["amend write CON-1 laying P-EXE-2B"]
    case.does("RU", written[0])
    assert case.state.package.changes == ((case.issue("DEP"), 2), (case.issue("CON"), 1))
    assert not case.state.own[case.seat("RU")].proposals


@clause("R4.9")
def test_a_package_that_is_left_has_failed_and_one_that_cannot_be_amended_is_not_asked_about() -> None:
    case = failed("P-DEP-2A P-EXE-2B", "", "table P-DEP-2A", "CON-1").does("RU", "amend none")
    assert case.state.phase == FLOOR
    assert isinstance(case.events[-2], ev.PackageFailed)
    assert failed("P-DEP-2A", "", "table P-DEP-2A").state.phase == FLOOR


# --- reopening --------------------------------------------------------------------------------------------------


@clause("R7.4a")
def test_whoever_objects_to_signing_reopens_an_issue_in_initiative_order() -> None:
    case = second(ENL=1, MIS=1, EXE=1, CON=1).track(trust=9)
    case.floor("RU", 5).does("RU", "sign")
    state = case.state
    for seat in tuple(state.waiting):
        apply(state, seat, a.OBJECT_ACTION if case.setting.seat_ids[seat] != "WE" else a.SILENCE_ACTION)
    assert state.phase == REOPENING
    assert [case.setting.seat_ids[seat] for seat in state.waiting] == ["US", "UA"]
    assert offered(case) == ["reopen ENL", "reopen MIS", "reopen EXE", "reopen CON"]
    case.does("US", "reopen MIS")
    assert state.text[case.issue("MIS")] == BRACKETS
    assert "reopen MIS" not in offered(case)
    case.does("UA", "reopen ENL")
    assert state.phase == FLOOR
    assert state.text[case.issue("ENL")] == BRACKETS


@clause("R7.4a")
def test_after_the_final_session_it_counts_for_the_ending() -> None:
    case = second(ENL=1, MIS=1, EXE=1).track(trust=9)
    state = case.state
    state.round = 6
    put_final_question(Ops(state))
    for seat in tuple(state.waiting):
        apply(state, seat, a.OBJECT_ACTION)
    assert state.phase == REOPENING
    while state.waiting:
        seat = state.waiting[0]
        apply(state, seat, legal(state, seat)[0])
    assert state.phase == OVER
    assert list(state.text) == [BRACKETS] * 6


@clause("R7.4a")
def test_in_the_first_edition_nothing_reopens() -> None:
    case = Case(4).text(ENL=1, MIS=1, EXE=1).track(trust=9).floor("RU", 5).does("RU", "sign")
    for seat in tuple(case.state.waiting):
        apply(case.state, seat, a.OBJECT_ACTION)
    assert case.state.phase == FLOOR
    assert case.state.text[case.issue("ENL")] == 1


# --- ratings ----------------------------------------------------------------------------------------------------


@clause("R8.5")
def test_ratings_have_no_ceiling_that_more_points_do_not_reach() -> None:
    table = {-20: 12, -10: 27, -5: 38, 0: 50, 2: 55, 4: 60, 6: 65, 8: 69, 10: 73, 12: 77, 15: 82, 20: 88, 30: 95}
    assert {surplus: rate(surplus, 20) for surplus in table} == table
    assert [rate(surplus) for surplus in (-20, 0, 1, 20)] == [0, 50, 53, 100]


@clause("R8.7")
def test_a_single_winner_has_met_the_mandate() -> None:
    case = second().track(trust=4)
    state = case.state
    state.ending, state.phase = STALEMATE, OVER
    for own in state.own:
        own.goal, own.goal_test, own.mood = -1, None, -1
    found = winners(state)
    assert all(each.rating >= 50 for each in _scores(state) if each.seat in found)
    for seat in case.setting.seats:
        state.seat_tracks[2][seat] = 2
        state.seat_tracks[1][seat] = 0
    assert max(each.rating for each in _scores(state)) < 50
    assert winners(state) == ()
    state.ending = CONFLICT
    assert winners(state) == ()


def _scores(state):
    from summit_game.engine.scoring import scores

    return scores(state)
