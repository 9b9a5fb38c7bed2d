"""Every key does what it says; focus goes round; the palette offers only what can be done."""

from __future__ import annotations

from pathlib import Path

import pytest
from tui_support import asks, picture, send, sitting, still, table_of, to_the_floor, until, view_of

from summit_game.engine import actions as a
from summit_game.engine.board import FLOOR
from summit_game.tui.app import SummitApp
from summit_game.tui.board_screen import PANES
from summit_game.tui.game_app import GameApp
from summit_game.tui.jump import Jump
from summit_game.tui.keys import user_keymap
from summit_game.tui.reader import Reader
from summit_game.tui.widgets.move import Move
from summit_game.tui.widgets.tabs import PaneTabs
from summit_game.tui.widgets.treaty import Treaty

SIZES = [(80, 24), (120, 40), (60, 20)]


@pytest.mark.parametrize(("width", "height"), SIZES)
async def test_tab_meets_every_pane_that_is_shown_and_comes_round(width: int, height: int) -> None:
    app = GameApp(sitting(), pace=0, guard=0)
    async with app.run_test(size=(width, height)) as pilot:
        await until(pilot, lambda: asks(app))
        await pilot.pause()
        for key in ("tab", "shift+tab"):
            start = app.focused
            met = []
            for _ in range(len(PANES) + 1):
                await pilot.press(key)
                assert app.focused is not None
                met.append(app.focused.id)
                if app.focused is start:
                    break
            assert app.focused is start
            assert set(met) == {name for name in PANES if app.screen.query_one(f"#{name}").display}


@pytest.mark.parametrize(("width", "height"), SIZES)
async def test_letters_go_to_every_pane_and_it_lies_inside_the_screen(width: int, height: int) -> None:
    app = GameApp(sitting(), pace=0, guard=0)
    async with app.run_test(size=(width, height)) as pilot:
        await until(pilot, lambda: asks(app))
        for name, cls in PANES.items():
            await pilot.press(cls.LETTER)
            await pilot.pause()
            pane = app.screen.query_one(f"#{name}")
            assert app.focused is pane
            assert app.screen.region.contains_region(pane.region)
            assert pane.region.height >= 1


async def test_letters_over_the_panes() -> None:
    app = GameApp(sitting(), pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: asks(app))
        await pilot.press("ctrl+o")
        assert isinstance(app.screen, Jump)
        await pilot.press("z")
        await pilot.pause()
        assert app.focused is not None
        assert app.focused.id == "zones"
        await pilot.press("ctrl+o", "escape")
        assert app.focused.id == "zones"


async def test_a_package_is_built_and_sent_by_keys_alone() -> None:
    game = sitting()
    app = GameApp(game, pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await to_the_floor(pilot)
        await pilot.press("1", "enter")
        move = app.screen.query_one(Move)
        assert move.current is not None
        assert move.current.title == "Package"
        count = len(game.table.history.entries)
        await pilot.press("1", "enter")
        await pilot.press("end", "enter")
        assert move.current.title == "Sure?"
        await pilot.press("escape", "end", "enter", "enter")
        await until(pilot, lambda: len(game.table.history.entries) > count)
        assert game.table.history.entries[count].action.startswith("table ")


async def test_a_vote_is_not_given_by_a_stray_enter() -> None:
    game = sitting(seed=1)
    app = GameApp(game, pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        turn = 0
        while True:
            await until(pilot, lambda: asks(app))
            screen = table_of(app)
            assert screen.private
            if {action.verb for action in view_of(screen).legal()} == {a.SILENCE, a.OBJECT}:
                break
            send(screen, view_of(screen).legal()[-1])
            turn += 1
        count = len(game.table.history.entries)
        await pilot.press("enter", "enter", "enter")
        assert len(game.table.history.entries) == count
        await pilot.press("2", "enter")
        assert len(game.table.history.entries) == count
        await pilot.press("enter")
        await until(pilot, lambda: len(game.table.history.entries) > count)
        assert game.table.history.entries[count].action == "object"


async def test_enter_right_after_a_new_question_is_not_taken() -> None:
    game = sitting()
    app = GameApp(game, pace=0, guard=60)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: asks(app))
        count = len(game.table.history.entries)
        await pilot.press("enter", "enter")
        assert len(game.table.history.entries) == count


async def test_undo_takes_back_and_redo_brings_back() -> None:
    game = sitting(2)
    app = GameApp(game, pace=30, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: asks(app))
        await pilot.press("1", "enter")
        assert game.table.state.waiting != [0]
        await pilot.press("u")
        await until(pilot, lambda: asks(app))
        await pilot.press("U")
        await until(pilot, lambda: not asks(app))


async def test_bots_keep_a_pace_that_a_key_skips() -> None:
    game = sitting(4)
    app = GameApp(game, pace=30, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: asks(app))
        await pilot.press("1", "enter")
        await pilot.pause()
        assert not asks(app)
        await pilot.press("s")
        await until(pilot, lambda: asks(app))
        assert game.table.state.phase == FLOOR


async def test_pause_stops_the_game_and_goes_on() -> None:
    game = sitting()
    app = GameApp(game, pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: asks(app))
        await pilot.press("P")
        await until(pilot, lambda: game.table.paused)
        assert not asks(app)
        assert any("paused" in line for line in picture(app))
        await pilot.press("P")
        await until(pilot, lambda: asks(app))


async def test_help_is_about_the_pane_with_the_keys_and_papers_close() -> None:
    app = GameApp(sitting(), pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: asks(app))
        await pilot.press("t", "f1")
        assert isinstance(app.screen, Reader)
        # What stands behind the level at the cursor comes first, the help of the pane below it.
        pages = list(picture(app))
        for _ in range(3):
            await pilot.press("pagedown")
            pages += await still(pilot)
        assert any("in [brackets]" in line for line in pages)
        await pilot.press("escape")
        focused = app.focused
        assert isinstance(focused, Treaty)
        await pilot.press("down", "enter")
        assert isinstance(app.screen, Reader)
        await pilot.press("escape", "k", "enter")
        assert isinstance(app.screen, Reader)


async def test_the_palette_offers_what_is_possible_and_nothing_else() -> None:
    game = sitting()
    app = GameApp(game, pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await to_the_floor(pilot)
        screen = table_of(app)
        titles = [command.title for command in app.get_system_commands(screen)]
        move = screen.query_one(Move)
        assert move.current is not None
        for row in move.current.rows:
            assert (row.label in titles) == (row.refusal == "")
        assert "Quit" in titles
        assert "Redo" not in titles
        command = next(each for each in app.get_system_commands(screen) if each.title.startswith("Consult"))
        command.callback()
        await pilot.pause()
        assert move.current.title == "Consult"


async def test_the_mouse_opens_panes_and_chooses() -> None:
    game = sitting()
    app = GameApp(game, pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await to_the_floor(pilot)
        tabs = app.screen.query_one(PaneTabs)
        await pilot.click(PaneTabs, offset=(tabs.column("hand") + 2, 0))
        await pilot.pause()
        assert app.focused is not None
        assert app.focused.id == "hand"
        await pilot.press("m")
        await pilot.pause()
        await pilot.click(Move, offset=(6, 3))
        await pilot.click(Move, offset=(6, 3))
        await pilot.pause()
        move = app.screen.query_one(Move)
        assert move.current is not None
        assert move.current.title == "Goodwill step"


@pytest.mark.parametrize("key", ["f10", "ctrl+q"])
async def test_quitting(key: str) -> None:
    app = GameApp(sitting(), pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: asks(app))
        await pilot.press(key)
    assert app.return_code == 0


async def test_keys_of_ones_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMIT_CONFIG_DIR", str(tmp_path))
    (tmp_path / "keys.toml").write_text('[keys]\n"move.choose" = "c"\n"table.undo" = 3\n', encoding="utf-8")
    keymap, trouble = user_keymap()
    assert keymap == {"move.choose": "c"}
    assert "table.undo" in trouble
    game = sitting()
    app = GameApp(game, pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: asks(app))
        count = len(game.table.history.entries)
        await pilot.press("1", "enter")
        assert len(game.table.history.entries) == count
        await pilot.press("c")
        await until(pilot, lambda: len(game.table.history.entries) > count)


@pytest.mark.parametrize("text", ["[keys", "keys = 3", "\x00"])
def test_a_broken_key_file_is_told_and_does_no_harm(text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMIT_CONFIG_DIR", str(tmp_path))
    (tmp_path / "keys.toml").write_text(text, encoding="utf-8")
    keymap, trouble = user_keymap()
    assert keymap == {}
    assert "keys.toml" in trouble


def test_binding_ids_are_one_of_a_kind() -> None:
    from summit_game.tui.ending import Ending
    from summit_game.tui.replay_screen import ReplayScreen
    from summit_game.tui.table_screen import TableScreen

    for screen in (TableScreen, ReplayScreen, Ending):
        classes = [SummitApp, *(cls for cls in screen.__mro__ if "BINDINGS" in vars(cls)), *set(PANES.values())]
        ids = [b.id for cls in classes for b in vars(cls).get("BINDINGS", ()) if not isinstance(b, tuple) and b.id]
        assert len(ids) == len(set(ids)), sorted(ids)
