"""What a review asked for on the screen: one key hides everything private, trouble with saving is seen, and more."""

from __future__ import annotations

import re

from tui_support import asks, picture, private_words, sitting, table_of, to_the_floor, until

from summit_game.tui.pick import Pick
from summit_game.tui.reader import Reader
from summit_game.tui.rooms import Rooms
from summit_game.tui.widgets.move import Move
from summit_game.tui.widgets.treaty import Treaty

HIDDEN = "Hidden. Space shows"


async def test_one_key_hides_everything_private_and_brings_a_half_built_package_back() -> None:
    game = sitting()
    app = Rooms(game, pace=0, guard=0)
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
    app = Rooms(sitting(), pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: asks(app))
        await pilot.press("t", "enter")
        await pilot.pause()
        assert "to you" in "\n".join(picture(app))
        await pilot.press("space")
        await pilot.pause()
        assert table_of(app).hidden
        assert not re.search(r"\bYou\b", "\n".join(picture(app)))


async def test_a_game_that_is_not_saved_says_so_and_is_not_left_without_a_question() -> None:
    game = sitting(2)
    app = Rooms(game, pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: asks(app))
        game.table.journal = None
        game.table.without_journal("The game is NOT being saved: the disk is full.")
        table_of(app).go_on()
        await until(pilot, lambda: "NOT SAVED" in picture(app)[0])
        quit_now = next(each for each in app.get_system_commands(app.screen) if each.title == "Quit")
        assert "NOT saved" in quit_now.help
        await pilot.press("f10", "f10")
        await pilot.pause()
        assert isinstance(app.screen, Pick)
        assert any("This game is not saved and will be lost. Leave?" in line for line in picture(app))
        await pilot.press("enter")
        await until(pilot, lambda: asks(app))
        assert not app.told_at_exit
        await pilot.press("f10", "down", "enter")
        await pilot.pause()
    assert len([line for line in app.told_at_exit if "disk is full" in line]) == 1


async def test_a_mark_never_looks_set_where_a_card_is_not_possible_and_the_line_says_how_to_send() -> None:
    app = Rooms(sitting(), pace=0, guard=0)
    async with app.run_test(size=(60, 20)) as pilot:
        await to_the_floor(pilot)
        await pilot.press("1", "enter")
        await pilot.pause()
        screen = table_of(app)
        assert screen.view is not None
        move = screen.query_one(Move)
        assert move.current is not None
        assert any(row.mark == "[ ]" and row.refusal is not None for row in move.current.rows)
        text = "\n".join(picture(app))
        assert move.current.question in text
        await pilot.press("end")
        await pilot.pause()
        text = "\n".join(picture(app))
        assert "[×]" not in text
        assert re.search(r"·\s+give", text), text
        assert "the last row sends it" in move.current.question
