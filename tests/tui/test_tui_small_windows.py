"""What is seen where there is little room."""

from __future__ import annotations

import re

from tui_support import asks, picture, sitting, table_of, to_the_floor, until

from summit_game.tui.game_app import GameApp
from summit_game.tui.learn import LessonScreen
from summit_game.tui.title import TitleScreen
from summit_game.tui.widgets.move import Move


async def test_a_mark_never_looks_set_where_a_card_is_not_possible_and_the_line_says_how_to_send() -> None:
    app = GameApp(sitting(), pace=0, guard=0)
    async with app.run_test(size=(60, 20)) as pilot:
        await to_the_floor(pilot)
        await pilot.press("1", "enter")
        await pilot.pause()
        screen = table_of(app)
        assert screen.private
        move = screen.query_one(Move)
        assert move.current is not None
        assert any(row.mark == "[ ]" and row.refusal is not None for row in move.current.rows)
        text = "\n".join(picture(app))
        assert move.current.text in text
        await pilot.press("end")
        await pilot.pause()
        text = "\n".join(picture(app))
        assert "[×]" not in text
        assert re.search(r"·\s+give", text), text
        assert "the last row sends it" in move.current.text


async def test_a_small_window_says_what_is_needed() -> None:
    app = GameApp(sitting(), pace=0, guard=0)
    async with app.run_test(size=(40, 12)) as pilot:
        await until(pilot, lambda: asks(app))
        await until(pilot, lambda: "60x20" in picture(app)[0])
        await pilot.resize_terminal(60, 20)
        await until(pilot, lambda: "60x20" not in picture(app)[0])


async def test_the_lesson_shows_all_issues_of_its_deck_at_80x24() -> None:
    app = GameApp(pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, TitleScreen))
        await pilot.press("l")
        await until(pilot, lambda: isinstance(app.screen, LessonScreen))
        screen = app.screen
        assert isinstance(screen, LessonScreen)
        issues = screen.table.setting.issue_ids
        await until(pilot, lambda: all(any(f" {each} " in line for line in picture(app)) for each in issues))
