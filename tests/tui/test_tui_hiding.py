"""One key hides everything private."""

from __future__ import annotations

import re

import pytest
from tui_support import asks, picture, private_words, sitting, table_of, to_the_floor, until

from summit_game.tui.curtain import Curtain
from summit_game.tui.game_app import GameApp
from summit_game.tui.reader import Reader
from summit_game.tui.widgets.move import Move
from summit_game.tui.widgets.treaty import Treaty

HIDDEN = "Hidden. Space shows"


async def test_one_key_hides_everything_private_and_brings_a_half_built_package_back() -> None:
    game = sitting()
    app = GameApp(game, pace=0, guard=0)
    async with app.run_test(size=(120, 40)) as pilot:
        await to_the_floor(pilot)
        await pilot.press("1", "enter", "1", "enter")
        await pilot.pause()
        before = picture(app)
        move, treaty = app.screen.query_one(Move), app.screen.query_one(Treaty)
        marks = [row.mark for row in move.current.rows] if move.current is not None else []
        assert "(•)" in marks
        assert treaty.changes
        await pilot.press("space")
        await pilot.pause()
        text = "\n".join(picture(app))
        for word in private_words(game, 0):
            assert word not in text
        assert not re.search(r"\bYou\b|For you|to you|walk(ing)? away|→|draws? (?!new)", text)
        assert text.count(HIDDEN) >= 5
        count = len(game.table.history.entries)
        await pilot.press("end", "enter", "enter", "1", "enter", "escape")
        assert len(game.table.history.entries) == count
        titles = [command.title for command in app.get_system_commands(app.screen)]
        assert not any(row.label in titles for row in move.path[0].rows)
        await pilot.press("t", "down", "enter")
        await pilot.pause()
        assert isinstance(app.screen, Reader)
        assert "to you" not in "\n".join(picture(app))
        await pilot.press("escape", "up", "m", "space")
        await until(pilot, lambda: picture(app) == before)


async def test_the_key_that_hides_works_in_a_paper_too() -> None:
    app = GameApp(sitting(), pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: asks(app))
        await pilot.press("t", "enter")
        await pilot.pause()
        assert "to you" in "\n".join(picture(app))
        await pilot.press("space")
        await pilot.pause()
        assert table_of(app).hidden
        assert not re.search(r"\bYou\b", "\n".join(picture(app)))


@pytest.mark.fault("K11.7")
async def test_while_the_game_is_paused_nothing_private_is_on_the_screen() -> None:
    game = sitting()
    app = GameApp(game, pace=0, guard=0)
    async with app.run_test(size=(120, 40)) as pilot:
        await to_the_floor(pilot)
        await pilot.press("1", "enter", "1", "enter")
        await pilot.pause()
        before = [line[:76] for line in picture(app)]  # without the log, which tells of the pause
        table_of(app).action_pause()
        await until(pilot, lambda: game.table.paused and table_of(app).covered)
        await pilot.pause()
        text = "\n".join(picture(app))
        assert not [word for word in private_words(game, 0) if word in text]
        table_of(app).action_pause()
        await until(pilot, lambda: asks(app))
        await until(pilot, lambda: [line[:76] for line in picture(app)] == before)


@pytest.mark.fault("K11.7")
async def test_what_a_person_hid_stays_hidden_after_a_pause() -> None:
    app = GameApp(sitting(), pace=0, guard=0)
    async with app.run_test(size=(120, 40)) as pilot:
        await to_the_floor(pilot)
        await pilot.press("space")
        for _ in range(2):
            table_of(app).action_pause()
            await pilot.pause()
        await until(pilot, lambda: asks(app))
        assert table_of(app).hidden


@pytest.mark.fault("K11.7")
async def test_of_several_people_one_opens_the_papers_anew_after_a_pause() -> None:
    game = sitting(2, people=(0, 1))
    app = GameApp(game, pace=0, guard=0)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Curtain))
        await pilot.press("enter")
        await until(pilot, lambda: asks(app))
        seat, table = table_of(app).seat, table_of(app)
        table.action_pause()
        await until(pilot, lambda: game.table.paused and not table.private)
        await pilot.pause()
        text = "\n".join(picture(app))
        assert not [word for word in private_words(game, seat) if word in text]
        table.action_pause()
        await until(pilot, lambda: isinstance(app.screen, Curtain))
        assert app.screen.seat == seat  # type: ignore[attr-defined]
        await pilot.press("enter")
        await until(pilot, lambda: asks(app))
        assert table_of(app).seat == seat
