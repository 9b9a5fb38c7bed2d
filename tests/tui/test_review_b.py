"""What a review asked for on the screen: one key hides everything private, trouble with saving is seen, and more."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from textual.command import CommandPalette
from textual.widgets import Input
from tui_support import asks, picture, private_words, sitting, table_of, to_the_floor, until

from summit_game.deck.library import rules_text
from summit_game.tui.curtain import Curtain
from summit_game.tui.dialogs import Pick
from summit_game.tui.ending import Ending
from summit_game.tui.game_app import GameApp
from summit_game.tui.keys import is_key, page, user_keymap
from summit_game.tui.learn import LessonScreen
from summit_game.tui.reader import Reader
from summit_game.tui.rules_paper import rules_paper
from summit_game.tui.title import TitleScreen
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


async def test_a_game_that_is_not_saved_says_so_and_is_not_left_without_a_question() -> None:
    game = sitting(2)
    app = GameApp(game, pace=0, guard=0)
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


async def test_enter_opens_a_pane_whole_and_hiding_works_there() -> None:
    game = sitting()
    app = GameApp(game, pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: asks(app))
        await pilot.press("h", "enter")
        await until(pilot, lambda: isinstance(app.screen, Reader))
        await pilot.pause()
        assert sum("Source:" in line for line in picture(app)) >= 2
        await pilot.press("space")
        await until(pilot, lambda: asks(app))
        assert table_of(app).hidden


async def test_help_begins_with_the_aim_and_the_palette_has_the_rules() -> None:
    app = GameApp(sitting(), pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: asks(app))
        await pilot.press("f1")
        await until(pilot, lambda: any("The aim" in line for line in picture(app)))
        await pilot.press("escape")
        await until(pilot, lambda: asks(app))
        rules = next(each for each in app.get_system_commands(app.screen) if each.title == "Rules")
        rules.callback()
        await until(pilot, lambda: any("The game in one minute" in line for line in picture(app)))
    text = "\n".join(each if isinstance(each, str) else each[0] for each in rules_paper())
    assert "**" not in text
    clauses = set(re.findall(r"\bR\d+\.\d+", rules_text()))
    assert clauses <= set(re.findall(r"\bR\d+\.\d+", text))


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


def test_the_page_about_keys_is_complete() -> None:
    """`python -m summit_game.tui.keys > docs/keys.md` makes it anew. Pages of the debrief are written elsewhere."""
    written = (Path(__file__).parents[2] / "docs" / "keys.md").read_text(encoding="utf-8").splitlines()
    now = page().splitlines()
    ours = [[line for line in lines if not line.startswith("| `debrief.")] for lines in (written, now)]
    assert ours[0] == ours[1]


def test_what_cannot_be_used_of_own_keys_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMIT_CONFIG_DIR", str(tmp_path))
    text = '[keys]\n"table.skip" = "f5,ctrl+k"\n"table.skp" = "x"\n"table.undo" = "sp00n"\n'
    (tmp_path / "keys.toml").write_text(text, encoding="utf-8")
    keymap, trouble = user_keymap()
    assert keymap == {"table.skip": "f5,ctrl+k"}
    assert "there is no table.skp (docs/keys.md" in trouble
    assert "'sp00n' of table.undo is no key" in trouble


@pytest.mark.parametrize("key", ["c", "C", "é", "ctrl+o", "full_stop", "question_mark", "f12", "pageup", "plus"])
def test_keys_have_these_names(key: str) -> None:
    assert is_key(key)


async def test_the_first_line_of_keys_has_what_leads_out() -> None:
    game = sitting(2, people=(), bot="flat")
    game.table.waiting_person()
    app = GameApp(game, pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Ending))
        await pilot.press("r")
        await until(pilot, lambda: "Esc Close" in picture(app)[-1])
        await pilot.press("m")
        await until(pilot, lambda: any("nothing can be decided here" in line for line in picture(app)))
    hall = GameApp(pace=0, guard=0)
    async with hall.run_test(size=(120, 40)) as pilot:
        hall.run_worker(hall.play(sitting()))
        await until(pilot, lambda: asks(hall) and "F9 Title" in picture(hall)[-1])


async def test_nothing_blinks() -> None:
    app = GameApp(sitting(2, people=(0, 1)), pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Curtain) and isinstance(app.focused, Input))
        assert isinstance(app.focused, Input)
        await until(pilot, lambda: not app.focused.cursor_blink)  # type: ignore[union-attr]
        await pilot.press("ctrl+p")
        await until(pilot, lambda: isinstance(app.screen, CommandPalette) and isinstance(app.focused, Input))
        await until(pilot, lambda: not app.focused.cursor_blink)  # type: ignore[union-attr]
