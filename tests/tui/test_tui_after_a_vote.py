"""The decisions of the second edition on the screen, at 80 by 24: the question is there and a digit answers it."""

from __future__ import annotations

import sys

import pytest
from test_tui_hostile import asks
from tui_support import until

from summit_game.engine.board import AMENDMENT, CAPITALS, REASONS, REOPENING, STEP_VOTE
from summit_game.engine.view import view
from summit_game.seat.ask import question_at
from summit_game.table.entry import MOVE
from summit_game.table.games_folder import Sitting
from summit_game.table.sitter import PERSON, Sitter
from summit_game.table.table import Table
from summit_game.tui.game_app import GameApp
from summit_game.words.names import Words
from support import REPO, game_of, the_deck

sys.path.append(str(REPO / "tests" / "seat"))
from test_after_a_vote import walk


def at(phase: int) -> tuple[Sitting, int]:
    """A game in memory that stands in a phase, with a person where it asks."""
    game = game_of()
    for seed in range(30):
        moves = []
        for state, _, seat, action in walk(game, seed):
            if state.phase == phase:
                asked = state.waiting[0]
                # Bots until then: for a person the table would give an order that leaves no choice (R9.10).
                table = Table(game, seed, sitters=dict.fromkeys(game.setting.seats, Sitter(bot="random")))
                table.start()
                for who, what in moves:
                    table.submit(who, what)
                table.sit(asked, PERSON)
                return Sitting("second", the_deck(), table), asked
            moves.append((seat, action))
    raise AssertionError("never there")


@pytest.mark.parametrize(
    "phase",
    [
        AMENDMENT,
        CAPITALS,
        REASONS,
        STEP_VOTE,
        REOPENING,
    ],
)
async def test_the_question_is_shown_and_a_digit_answers_it(phase: int) -> None:
    sitting, seat = at(phase)
    table = sitting.table
    question = question_at(Words(table.setting, sitting.deck), view(table.state, seat))
    digit = next(number for number, row in enumerate(question.rows, 1) if row.action)
    app = GameApp(sitting, pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: asks(app))
        before = table.history.tip
        await pilot.press(str(digit), "enter")
        if question.rows[digit - 1].twice:
            await pilot.press("enter")
        await until(pilot, lambda: table.history.tip > before, 20)
        given = next(each for each in table.history.entries[before + 1 :] if each.kind == MOVE)
        assert (given.seat, given.action) == (seat, question.rows[digit - 1].action)
    assert not app.return_code
