"""Every door into a game seats the same opponents, and one word sets how hard they are."""

from __future__ import annotations

import pytest

from summit_game.bots.kinds import maker
from summit_game.bots.opponents import DIFFICULTIES, FAIR, OPPONENTS, opponents
from summit_game.cli.seating import seat_plan
from summit_game.tui.game_setup import PERSON, Plan, stacks, usual_sitters
from summit_game.tui.title import quick_game, usual_deck

SEATS = ("RU", "US", "WE", "UA")


def bots(sitters) -> list[str]:
    return [sitter.bot for sitter in sitters.values() if sitter.bot]


def seated(plan: Plan) -> list[str]:
    return bots({name: plan.seats[name].sitter() for name in plan.delegations})


@pytest.mark.fault("K13.2")
def test_the_command_play_now_and_the_form_seat_the_same() -> None:
    expected = opponents(3)
    assert bots(seat_plan(SEATS, ())) == expected
    assert bots(usual_sitters(4)) == expected
    sitting = quick_game(usual_deck(), 7)
    assert bots(sitting.table.sitters) == expected
    sitting.table.journal.close()
    plan = Plan(stacks())
    assert [f"{seat.who}:{seat.level}" for seat in list(plan.seats.values())[1:]] == expected
    assert len(set(expected)) == 3, "different tempers"


@pytest.mark.fault("K13.2")
@pytest.mark.parametrize("difficulty", DIFFICULTIES)
def test_a_word_sets_all_bots_and_each_can_be_changed(difficulty: str) -> None:
    assert all(maker(kind) for kind in OPPONENTS[difficulty])
    first, second = opponents(2, difficulty)
    assert bots(seat_plan(SEATS, ("WE=simple",), difficulty)) == [first, "simple", second]
    plan = Plan(stacks())
    person = plan.delegations[1]
    plan.seat(person, PERSON)
    plan.oppose(difficulty)
    assert plan.seats[person].who == PERSON
    assert seated(plan) == opponents(2, difficulty)
    plan.seat(plan.delegations[2], "simple")
    assert seated(plan)[0] == "simple"


def test_harder_words_give_higher_levels() -> None:
    levels = {word: sum(int(kind[-1]) for kind in opponents(3, word)) for word in DIFFICULTIES}
    assert levels["easy"] < levels[FAIR] < levels["hard"]
