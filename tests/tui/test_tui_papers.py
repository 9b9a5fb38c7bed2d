"""Papers, the log and panes read whole."""

from __future__ import annotations

import re

import pytest
from tui_support import asks, picture, send, sitting, table_of, to_the_floor, until

from summit_game.deck.library import rules_text
from summit_game.engine.actions import NO_PROMISE_ACTION
from summit_game.language.catalogue import say
from summit_game.seat.port import Beat
from summit_game.tui.curtain import Curtain
from summit_game.tui.game_app import GameApp
from summit_game.tui.reader import Reader
from summit_game.tui.rules_paper import rules_paper, rules_reader
from summit_game.tui.widgets.log import Log
from summit_game.tui.widgets.move import Move


async def test_papers_close_when_somebody_must_decide() -> None:
    game = sitting(2, people=(0, 1))
    app = GameApp(game, pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Curtain))
        app.screen.dismiss(True)
        await until(pilot, lambda: asks(app))
        table = table_of(app)
        await pilot.press("t", "enter")
        await until(pilot, lambda: isinstance(app.screen, Reader))
        send(table, NO_PROMISE_ACTION)
        await until(pilot, lambda: isinstance(app.screen, Curtain))
        assert not [screen for screen in app.screen_stack if isinstance(screen, Reader)]
        app.screen.dismiss(True)
        await until(pilot, lambda: asks(app))


async def test_keys_go_to_the_log_while_bots_act_and_back_to_the_move() -> None:
    app = GameApp(sitting(), pace=0.02, guard=0)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: asks(app))
        assert isinstance(app.focused, Move)
        send(table_of(app), NO_PROMISE_ACTION)
        await until(pilot, lambda: isinstance(app.focused, Log))
        await until(pilot, lambda: asks(app))
        assert isinstance(app.focused, Move)


async def test_the_log_opens_at_its_end() -> None:
    app = GameApp(sitting(), pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await to_the_floor(pilot)
        log = app.screen.query_one(Log)
        log.tell([Beat(tuple(f"Line {number}." for number in range(40)))])
        await pilot.press("l")
        await until(pilot, lambda: log.scroll_offset.y == log.max_scroll_y > 0)
        assert any("Line 39." in line for line in picture(app))


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
        await until(pilot, lambda: any("Before you play" in line for line in picture(app)))
    text = "\n".join(each if isinstance(each, str) else each[0] for each in rules_paper())
    assert "**" not in text
    clauses = set(re.findall(r"\bR\d+\.\d+", rules_text()))
    assert clauses <= set(re.findall(r"\bR\d+\.\d+", text))


@pytest.mark.fault("K13.5")
async def test_every_paper_of_plain_text_opens_from_the_palette() -> None:
    app = GameApp(sitting(), pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: asks(app))
        port = table_of(app).port
        for name in ("text", "map", "brief", "cards", "score"):
            paper = next(each for each in app.get_system_commands(app.screen) if each.title == say(f"paper-{name}"))
            paper.callback()
            await until(pilot, lambda: isinstance(app.screen, Reader))
            await pilot.pause()
            assert port.paper(name)[0][:30] in "\n".join(picture(app))
            await pilot.press("escape")
            await until(pilot, lambda: asks(app))


async def test_the_rule_book_has_chapters_and_finds_words() -> None:
    app = GameApp(sitting(), pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: asks(app))
        app.push_screen(rules_reader())
        await until(pilot, lambda: any("Before you play" in line for line in picture(app)))
        await pilot.press("c")
        await until(pilot, lambda: any("R4 The vote" in line for line in picture(app)))
        await pilot.press("down", "enter")
        await until(pilot, lambda: any("What you do" in line for line in picture(app)[:2]))
        await pilot.press("escape", "slash", *"sovereignty", "enter")
        await until(pilot, lambda: any("R10: " in line for line in picture(app)))
        await pilot.press("escape", "slash", *"r4.3", "enter")
        await until(pilot, lambda: any("R4.3 The deck" in line for line in picture(app)))
        await pilot.press("escape", "slash", *"xyzzy", "enter")
        await until(pilot, lambda: any("no chapter, clause or word xyzzy" in line for line in picture(app)))
