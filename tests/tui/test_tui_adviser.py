"""The adviser on the screen: a key, a small pane with two moves, and a person who still confirms."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot
from tui_pictures import same_picture
from tui_support import asks, picture, table_of, to_the_floor, until

from summit_game.deck.compile import TableOptions
from summit_game.table import entry as kinds
from summit_game.table.games_folder import Sitting, new_sitting
from summit_game.table.sitter import Sitter
from summit_game.tui.adviser import AdviserPane
from summit_game.tui.choices import Choices
from summit_game.tui.game_app import GameApp
from summit_game.tui.widgets.move import Move
from support import DECK


def a_game(people: int = 1, adviser: bool | None = None, graded: bool = False) -> Sitting:
    sitters = {seat: Sitter() if seat < people else Sitter(bot="cooperator") for seat in range(4)}
    return new_sitting(DECK, TableOptions(4), 5, sitters, adviser=adviser, graded=graded)


def marks(sitting: Sitting) -> list[int]:
    return [each.seat for each in sitting.table.history.entries if each.kind == kinds.ADVICE]


async def opened(pilot: Pilot) -> AdviserPane:
    await pilot.press("a")
    await until(pilot, lambda: isinstance(pilot.app.screen, AdviserPane))
    await pilot.pause()
    assert isinstance(pilot.app.screen, AdviserPane)
    return pilot.app.screen


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_two_moves_with_reasons_stand_in_at_most_ten_rows(size: tuple[int, int]) -> None:
    app = GameApp(a_game(), pace=0, guard=0)
    async with app.run_test(size=size) as pilot:
        await to_the_floor(pilot)
        pane = await opened(pilot)
        assert len(pane.query_one(Choices).entries) == 2
        assert pane.query_one("#frame").size.height <= 10
        await same_picture(pilot, "adviser")
        await pilot.press("down")
        await same_picture(pilot, "adviser-second")


async def test_what_is_taken_up_is_still_confirmed_by_the_person() -> None:
    game = a_game()
    app = GameApp(game, pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await to_the_floor(pilot)
        before, seat = game.table.history.tip, table_of(app).seat
        pane = await opened(pilot)
        action = pane.query_one(Choices).entries[1].name
        await pilot.press("down", "enter")
        await until(pilot, lambda: asks(app))
        move = table_of(app).query_one(Move)
        assert move.chosen is not None
        assert move.chosen.action == action
        assert game.table.history.tip == before, "nothing is sent"
        await pilot.press("enter")
        await pilot.pause()
        if game.table.history.tip == before:  # what is asked twice is asked twice here too
            await pilot.press("enter")
        await until(pilot, lambda: game.table.history.tip > before)
        sent = next(each for each in game.table.history.entries[before + 1 :] if each.kind == kinds.MOVE)
        assert (sent.seat, sent.action) == (seat, action)


async def test_escape_closes_and_the_log_says_that_it_was_asked() -> None:
    game = a_game()
    app = GameApp(game, pace=0, guard=0)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: asks(app))
        await opened(pilot)
        await pilot.press("escape")
        await until(pilot, lambda: asks(app))
        assert marks(game) == [0]
        assert "asks its adviser" in "\n".join(picture(app))
        await opened(pilot)
        await pilot.press("escape")
        assert marks(game) == [0], "the same decision counts once"


async def test_hiding_closes_what_is_private() -> None:
    app = GameApp(a_game(), pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: asks(app))
        pane = await opened(pilot)
        reason = pane.query_one(Choices).entries[0].note
        await pilot.press("space")
        await until(pilot, lambda: app.screen is table_of(app))
        assert table_of(app).covered
        assert reason[:30] not in "\n".join(picture(app))
        await pilot.press("a")
        await pilot.pause()
        assert not isinstance(app.screen, AdviserPane)


@pytest.mark.parametrize(
    ("people", "adviser", "graded", "offered"),
    [(1, None, False, True), (1, False, False, False), (1, None, True, False), (1, True, True, False)],
)
async def test_the_key_is_shown_only_where_there_is_an_adviser(people, adviser, graded, offered) -> None:
    game = a_game(people, adviser, graded)
    app = GameApp(game, pace=0, guard=0)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: asks(app) and "Enter Choose" in picture(app)[-1])
        assert ("a Adviser" in picture(app)[-1]) is offered
        await pilot.press("a")
        await pilot.pause()
        assert isinstance(app.screen, AdviserPane) is offered
        assert bool(marks(game)) is offered
