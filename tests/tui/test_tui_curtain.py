"""The curtain between two people at one machine, and the words that guard a seat."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.command import CommandPalette
from textual.widgets import Input
from tui_support import asks, picture, sitting, table_of, until

from summit_game.deck.compile import TableOptions
from summit_game.table.games_folder import new_sitting, resume
from summit_game.table.sitter import PERSON
from summit_game.table.word import has_word
from summit_game.tui.curtain import Curtain
from summit_game.tui.ending import AGAIN
from summit_game.tui.game_app import GameApp
from summit_game.tui.table_screen import TableScreen
from support import DECK


async def test_a_new_word_is_asked_for_twice() -> None:
    app = GameApp(sitting(2, people=(0, 1)), pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Curtain))
        await pilot.pause()
        for word in ("moss", "fern"):
            await pilot.press(*word, "enter")
        await pilot.pause()
        assert any("not the same" in line for line in picture(app))
        assert isinstance(app.screen, Curtain)
        assert not app.screen.secret.has(app.screen.seat)
        for _ in range(2):
            await pilot.press(*"moss", "enter")
        await until(pilot, lambda: asks(app))
        assert table_of(app).secret.has(table_of(app).seat)


async def test_keys_pressed_as_the_curtain_comes_up_are_no_part_of_a_word() -> None:
    app = GameApp(sitting(2, people=(0, 1)), pace=0, guard=2)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Curtain))
        await until(pilot, lambda: bool(app.screen.query(Input)))
        field = app.screen.query_one(Input)
        await pilot.press("x", "y")
        await until(pilot, lambda: app.focused is field)
        assert field.value == ""
        await pilot.press("enter")
        await until(pilot, lambda: asks(app))


async def test_words_outlast_leaving_the_table_and_playing_again() -> None:
    game = sitting(2, people=(0, 1))
    app = GameApp(pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        app.run_worker(app.play(game, {0: "moss"}))
        await until(pilot, lambda: isinstance(app.screen, Curtain))
        assert app.screen.secret.has(0)  # type: ignore[attr-defined]
        assert has_word(game.table.history, 0)
        app.screen.dismiss(True)
        await until(pilot, lambda: asks(app))
        app.action_to_title()
        await until(pilot, lambda: not asks(app))
        app.run_worker(app.play(game))
        await until(pilot, lambda: isinstance(app.screen, Curtain))
        assert app.screen.secret.has(0)  # type: ignore[attr-defined]
        app.screen.dismiss(True)
        await until(pilot, lambda: asks(app))
        app.screen.dismiss("over")
        await until(pilot, lambda: type(app.screen).__name__ == "Ending")
        app.screen.dismiss(AGAIN)
        await until(pilot, lambda: isinstance(app.screen, Curtain))
        assert app.screen.secret.has(0)  # type: ignore[attr-defined]


@pytest.mark.fault("K11.2")
async def test_a_word_that_was_chosen_at_the_curtain_is_asked_for_when_the_game_is_resumed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SUMMIT_DATA_DIR", str(tmp_path))
    game = new_sitting(DECK, TableOptions(2), 5, {0: PERSON, 1: PERSON})
    app = GameApp(game, pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Curtain) and isinstance(app.focused, Input))
        seat = app.screen.seat  # type: ignore[attr-defined]
        for _ in range(2):
            await pilot.press(*"moss", "enter")
        await until(pilot, lambda: asks(app))
    assert game.table.journal is not None
    game.table.journal.close()
    again = resume(game.id)
    app = GameApp(again, pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Curtain) and isinstance(app.focused, Input))
        assert app.screen.seat == seat  # type: ignore[attr-defined]
        for wrong in ("", "fern"):
            await pilot.press(*wrong, "enter")
            await pilot.pause()
            assert isinstance(app.screen, Curtain)
        await pilot.press(*"moss", "enter")
        await until(pilot, lambda: asks(app))


async def test_before_the_shell_everything_private_goes() -> None:
    for people, hidden in (((0,), True), ((0, 1), False)):
        app = GameApp(sitting(2, people=people), pace=0, guard=0)
        async with app.run_test(size=(80, 24)) as pilot:
            await until(pilot, lambda app=app: asks(app) or isinstance(app.screen, Curtain))  # type: ignore[misc]
            if not hidden:
                app.screen.dismiss(True)
                await until(pilot, lambda app=app: asks(app))  # type: ignore[misc]
            table_of(app).before_shell()
            assert hidden == (isinstance(app.screen, TableScreen) and app.screen.hidden)
            assert hidden != isinstance(app.screen, Curtain)


async def test_nothing_blinks() -> None:
    app = GameApp(sitting(2, people=(0, 1)), pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Curtain) and isinstance(app.focused, Input))
        assert isinstance(app.focused, Input)
        await until(pilot, lambda: not app.focused.cursor_blink)  # type: ignore[union-attr]
        await pilot.press("ctrl+p")
        await until(pilot, lambda: isinstance(app.screen, CommandPalette) and isinstance(app.focused, Input))
        await until(pilot, lambda: not app.focused.cursor_blink)  # type: ignore[union-attr]
