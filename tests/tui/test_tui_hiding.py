"""One key hides everything private."""

from __future__ import annotations

import re

from tui_support import asks, picture, private_words, sitting, table_of, to_the_floor, until

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
