"""A level that was told in private is written into a package (R19.5), a word given (R19.6), shading (R19.13)."""

import pytest

from rulebook import hand
from summit_game.engine import events as ev
from summit_game.engine.board import BROKEN, GONE, OPEN, VOTE
from talkbook import TalkCase, cards

clause = pytest.mark.clause


def told(answer="only with EXE-3", question="sound US ENL-2 and DES-2", **levels):
    """RU was answered, and has the floor."""
    case = cards(TalkCase()).text(**levels).says("RU", question).does("US", answer).silent()
    return case.floor("RU", case.state.round)


@clause("R19.5")
def test_the_level_comes_to_a_package_and_costs_one_proposal_more():
    case = told()
    case.does("RU", "write EXE-3 into P-ENL-2A laying P-DEP-1A with C-RU-2")
    package = case.state.package
    assert case.state.phase == VOTE
    assert package.changes == ((case.issue("ENL"), 2), (case.issue("DES"), 2), (case.issue("EXE"), 3))
    assert case.state.own[case.seat("RU")].proposals == [case.setting.proposal_ids.index("P-EXE-2B")]
    assert len(case.state.discard) == 2
    assert case.asked_all() == {"US", "WE", "UA"}


@clause("R19.5")
def test_a_level_of_the_package_itself_may_be_written_anew():
    case = told("only with ENL-1")
    case.does("RU", "write ENL-1 into P-ENL-2A laying P-DEP-1A")
    assert case.state.package.changes == ((case.issue("ENL"), 1),)


@clause("R19.5")
def test_what_is_missing_for_a_signature_may_be_written_too():
    case = told("missing EXE-3", "ask sign US", MIS=1)
    assert case.refused("RU", "write EXE-3 into P-ENL-2A laying P-DEP-1A") is None


@clause("R19.5")
def test_only_what_was_told_to_the_delegation_is_written():
    case = told()
    assert case.refused("RU", "write EXE-4 into P-ENL-2A laying P-DEP-1A") == "R19.5"
    case.floor("US", case.state.round)
    hand(case, "US", ("P-ENL-2B", "P-DEP-1B"), (), ())
    assert case.refused("US", "write EXE-3 into P-ENL-2B laying P-DEP-1B") == "R19.5"
    assert told("no").refused("RU", "write EXE-3 into P-ENL-2A laying P-DEP-1A") == "R19.5"
    assert told("yes").refused("RU", "write EXE-3 into P-ENL-2A laying P-DEP-1A") == "R19.5"


@clause("R19.5")
def test_two_different_cards_of_the_hand_are_needed_and_the_level_must_change_the_package():
    case = told()
    assert case.refused("RU", "write EXE-3 into P-ENL-2A laying P-ENL-2A") == "R19.5"
    assert case.refused("RU", "write EXE-3 into P-ENL-1A laying P-DEP-1A") == "R19.5"
    assert case.refused("RU", "write EXE-3 into P-ENL-2A laying P-DEP-1A with C-RU-3") == "R19.5"
    again = told("only with EXE-2", "sound US ENL-2")
    assert again.refused("RU", "write EXE-2 into P-EXE-2B laying P-DEP-1A") == "R19.5"
    assert again.refused("RU", "write EXE-2 into P-ENL-2A laying P-DEP-1A") is None


@clause("R19.5")
def test_it_holds_while_that_issue_stands_as_it_did_until_the_end_of_the_next_round():
    write = "write EXE-3 into P-ENL-2A laying P-DEP-1A"
    case = told()
    case.text(MIS=2)
    assert case.refused("RU", write) is None
    case.text(EXE=1)
    assert case.refused("RU", write) == "R19.5"
    case.text(EXE=-1)
    first = case.state.round
    for later, allowed in ((1, None), (2, "R19.5")):
        case.floor("RU", first + later)
        assert case.refused("RU", write) == allowed


@clause("R19.5")
def test_a_level_that_stands_already_takes_its_change_out_of_the_package():
    case = told("only with ENL-1", "sound US ENL-2", ENL=1)
    assert case.refused("RU", "write ENL-1 into P-ENL-2A laying P-DEP-1A") == "R19.5"
    case = told("only with ENL-1", "sound US ENL-2 and DES-2", ENL=1)
    case.does("RU", "write ENL-1 into P-ENL-2A laying P-DEP-1A with C-RU-2")
    assert case.state.package.changes == ((case.issue("DES"), 2),)


# --- a word given -----------------------------------------------------------------------------------------------------


def word_of(answer="yes", question="sound US ENL-2"):
    return cards(TalkCase()).says("RU", question).does("US", answer)


@clause("R19.6")
def test_an_objection_breaks_a_yes():
    case = word_of()
    assert case.words("RU") == (0, OPEN)
    case.table("RU", ("US",), ENL=2)
    assert case.words("RU") == case.words("US") == (0, BROKEN)


@clause("R19.6")
def test_silence_keeps_it_and_so_does_an_objection_to_another():
    assert word_of().table("RU", ("WE", "UA"), ENL=2).words("RU") == (0, OPEN)
    assert word_of().table("UA", ("US",), ENL=2).words("RU") == (0, OPEN)
    assert word_of().table("RU", ("US",), ENL=3).words("RU") == (0, OPEN)
    assert word_of("no").table("RU", ("US",), ENL=2).words("RU") == (0, 0)


@clause("R19.6")
def test_all_that_was_sounded_out_and_besides_only_what_lies_in_the_mandate():
    both = "sound US ENL-2 and DES-2"
    assert word_of("yes", both).table("RU", ("US",), ENL=2).words("RU") == (0, OPEN)
    assert word_of("yes", both).table("RU", ("US",), ENL=2, DES=2).words("RU") == (0, BROKEN)
    # The mandate of US is EXE 0 to 2.
    assert word_of().table("RU", ("US",), ENL=2, EXE=2).words("RU") == (0, BROKEN)
    assert word_of().table("RU", ("US",), ENL=2, EXE=3).words("RU") == (0, OPEN)


@clause("R19.6")
def test_it_is_open_no_more_when_the_round_ends():
    assert word_of().silent().round_ends().words("RU") == (0, GONE)
    assert word_of().table("RU", ("US",), ENL=2).silent().round_ends().words("RU") == (0, BROKEN)


@clause("R19.6")
def test_it_is_given_for_this_round():
    case = word_of().silent()
    case.state.round += 1
    assert case.table("RU", ("US",), ENL=2).words("RU") == (0, OPEN)


@clause("R19.6")
def test_bots_can_ask_whether_an_objection_would_break_a_word():
    case = word_of()
    us, ru = case.seat("US"), case.seat("RU")
    hand_of = case.state.own[us]
    for changes, given in ((((0, 2),), True), (((0, 3),), False), (((0, 2), (3, 3)), False)):
        assert case.module.word_given(case.state, hand_of, us, ru, changes) is given
    assert not case.module.word_given(case.state, hand_of, us, case.seat("UA"), ((0, 2),))


# --- shading ----------------------------------------------------------------------------------------------------------


def shades(objectors=(), rounds=0, answer="only with EXE-1", **levels):
    case = word_of(answer, "sound US ENL-2 and DES-2")
    case.state.round += rounds
    return case.table("RU", objectors, **(levels or {"ENL": 2, "DES": 2}))


@clause("R19.13")
def test_all_see_that_a_package_passes_without_what_was_asked_for():
    case = shades()
    assert "ShadingSeen" in case.kinds()
    seen = next(event for event in case.events if isinstance(event, ev.ShadingSeen))
    assert (seen.seat, seen.to) == (case.seat("US"), case.seat("RU"))
    assert all(seen in case.seen_by(name) for name in (*case.setting.seat_ids, None))
    assert not any(isinstance(event, ev.SeatTrackMoved) and event.cause == "R19.13" for event in case.events)
    assert "ShadingSeen" not in case.table("RU", (), ENL=2, DES=2).kinds()


@clause("R19.13")
def test_nothing_is_seen_of_an_objection_another_package_another_round_or_another_answer():
    assert "ShadingSeen" not in shades(objectors=("US",)).kinds()
    assert "ShadingSeen" not in shades(ENL=2, DES=2, EXE=1).kinds()
    assert "ShadingSeen" not in shades(ENL=2).kinds()
    assert "ShadingSeen" not in shades(rounds=1).kinds()
    assert "ShadingSeen" not in shades(answer="no").kinds()
    assert "ShadingSeen" in shades(objectors=("UA",)).kinds()
